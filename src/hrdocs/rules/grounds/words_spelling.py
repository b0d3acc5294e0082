"""Words that are found though misspelt, and ordinary words that are not taken for them."""

SPELLINGS: tuple[str, ...] = tuple(
    """
    antisemitism antisemitic status
    xenophobia xenophobic transphobia islamophobia
    sexist sexism sexual sexually sexuality orientation gender female misogynist misogyny misogynistic
    chauvinist transgender transgendered transsexual transitioning transitioned transphobic reassignment
    misgendered misgendering deadnamed pronouns homophobic homophobia homosexual lesbian bisexual
    heterosexual marital married divorced divorce separated widowed widow unmarried remarried partnership
    pregnant pregnancy maternity breastfeeding antenatal miscarriage miscarried menopause ageist ageism
    dinosaur retirement millennial pensioner racist racism racial ethnic ethnicity nationality national
    colour immigrant foreigner foreign romanian lithuanian latvian bulgarian portuguese african nigerian
    filipino chinese indian pakistani traveller gypsy accent religion religious belief beliefs catholic
    protestant presbyterian methodist christian muslim islamic islamophobic jewish buddhist atheist
    evangelical sectarian sectarianism hijab headscarf turban political politics opinion opinions unionist
    loyalist republican nationalist councillor brexit disability disabilities disabled depression anxiety
    autistic autism dyslexia dyslexic dyspraxia epilepsy epileptic diabetes diabetic wheelchair impairment
    adjustments condition arthritis asthma neurodiverse neurodivergent bipolar schizophrenia illness union
    unions membership dependants dependents childcare responsibilities nursery criminal conviction
    convictions offender probation disclosure bullying bullied harassment harassed discrimination
    discriminated victimised victimisation pregnancies ramadan loyalism asperger fibromyalgia arthritic
    tourettes menstruation irish british stereotyped seizures deafness widower bachelor spinster divorcee
    cohabiting rehabilitation convicted jailed heterosexuality agnostic jehovahs orthodox hindus sikhism
    """.split()  # noqa: SIM905 - a list to read
)
"""Words that are found though misspelt."""

FIXED_SPELLINGS: dict[str, str] = {
    w: right
    for right, wrong in {
        "crohns": "chrones chrohns crones crohnes chrons",
        "race": "rase racce raice reace",
        "single": "singel sinlge",
        "sex": "sexe secks sexx",
        "age": "aige aje agee",
        "gay": "gey ghey",
        "trans": "tranz trasn",
        "racist": "rasist rascist racest raceist rasicst racsit",
        "racism": "rasism rascism raceism",
        "lesbian": "lezbian lesbien lesbain lez",
        "homophobic": "homaphobic homophobick homofobic",
        "misogynist": "mysogynist misoginist mysoginist misogonist",
        "misogyny": "misoginy mysogyny misogeny",
        "marital": "martial maritial maritle",
        "catholic": "cathlic catholick chatolic cathloic",
        "protestant": "prodestant protestent protistant prostestant",
        "sectarian": "secterian sectarien",
        "atheist": "athiest aetheist",
        "muslim": "moslem muslin muzlim",
        "pregnant": "pregnent preganant pregant prego preggers preggo preg",
        "maternity": "maternaty meternity matternity",
        "ageist": "agist aegist",
        "ethnicity": "ethnicty ethnisity ethnicety ethinicity",
        "nationality": "nationalty nationaltiy",
        "disability": "dissability disabilty disabillity disablity disibility disabilitys",
        "anxiety": "aniexty anxity anxeity anxirty",
        "depression": "deppression depresion",
        "dyslexic": "dislexic dyslexick",
        "dyslexia": "dislexia",
        "carer": "carrer",
        "union": "unoin uinon",
        "belief": "beleif beleaf belif beleive",
        "beliefs": "beleifs beleives belifs",
        "religion": "religon relegion religeon",
        "traveller": "traveler travler traveller",
        "retirement": "retirment retierment",
        "divorced": "divorsed devorced",
        "partner": "partnet",
        "partnership": "partnersip partnerhip",
        "women": "wimin wimmin womin",
        "woman": "womman womna",
        "record": "recrod reccord",
        "origin": "orgin origen",
        "bullying": "bulling bullyin bulliying buling",
        "bullied": "bullyed bulied",
        "childcare": "chilcare childcair",
        "dependants": "dependents dependancts dependantes",
        "because": "becuase becase beacuse becos becouse becuz becuase becaus bcoz bcuz cus bcuz",
        "breastfeeding": "brestfeeding breasfeeding",
        "schizophrenia": "skitzophrenia schitzophrenia",
        "menopause": "menapause menopaws",
        "diabetes": "diabeties diabetis",
        "unionist": "unionest",
        "colour": "coulor coluor",
        "preference": "preferance",
        "sexuality": "sexualty sexuallity sexulaity sexaulity sexuality",
        "opinion": "opion opinon opnion oppinion opinoin",
        "nothing": "nothin nuthing nuthin",
        "gender": "gendre gendar",
        "female": "femail femal",
    }.items()
    for w in wrong.split()
    if w != right
}
"""Misspellings of words that are too short, or too far off, to be found by distance."""

KNOWN = """
    statue statues stats states state static station statement
    accept amherst artistic ascent atleast balling batchelor belie belied belies bellied billing bolling
    brandon brutish bulging bulkier bulking bullard bullion bullish bullock bullpen burying calvinist
    cationic chappell christa christen christi christie christina christine coalition cognition concocted
    concoction concoctions conditional conditioned conditioner conducted confection confections conflicted
    connected connections consisted contrition convection convention conventions converted convinced
    convocation counsellor cristian cristiano cristina deaconess defendant defendants depressing descendants
    dialectic dialled diameter diameters dietetic digression diner disable disables disarmed disclose
    disclosures discriminant disseminated dissemination diuretic diverge diverged diverse diverted
    durability dysplasia essex ethic ethical ethics felling filippo forcing forefinger foreman forging
    forking forming gander harnessed headstart hinds idleness immigrate indias laotian lateran localism
    lothian madrigal magical manger marbled marched marginal marinas mariota marisol marlies marred marshal
    martian martin maturity maurier maximal merrier methods modernity nasional nationalised nationalize
    nationally nations nazionale niger notional nunnery offended offends offense offenses options orthodoxy
    pennant planing poetical poetics poignancy poignant polemical polemics policies polities predation
    preferred princes profound promotion protesting protons radial ramada ramayana ramsden rapist
    reassessment refinement regional rehabilitate rehabilitated rehabilitating rehabilitative relation
    repubblica republica republics requirement retirements returned returning revision secures sensuality
    separate separately separates separator seperate seperated serially serrated sexiest sexton sinister
    spenser sphincter spinner splinter sprinter transcended transponder turan unmarked widened widener
    """
"""Ordinary words and names that are near a ground's word in spelling and are not taken for it."""
