"""Words that state a ground only sometimes: slurs, words to be asked about, whole answers (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

import re

SLURS: dict[str, str] = {
    "religious belief": "(taig|taigs|fenian|fenians|hun|huns|jaffa|jaffas|prod|prods|papist|papists|kafir|yid|yids|kike|bible basher)",
    "race": """
        (n|p|p a k i) word
        (nigger|niggers|nigga|paki|pakis|chink|chinky|wog|coon|gyppo|pikey|pikeys|tinker|knacker|gypo|darkie|raghead|gollywog|golliwog|gook|sambo|towelhead|camel jockey|dago)
        """,
    "sexual orientation": """
        (f|f a g) word
        (faggot|faggots|fag|fags|poof|poofs|poofter|dyke|dykes|homo|homos|fruit|bender|bumboy|bum boy|lezzer|lezzie|lezzies|lesbo|lesbos|lezbo|batty boy|fairy|pansy|nancy boy|big jessie|shirt lifter|arse bandit|rug muncher|carpet muncher|gayboy|bull dyke)
        """,
    "gender reassignment": "(tranny|trannie|trannies|shemale|shim|he she|ladyboy)",
    "disability": "(r word|retard|retards|retarded|spastic|spaz|spacker|mong|cripple|cripples|crip|nutter|psycho|loony|nutjob|schizo|mental case|basket case|head case|headcase|mentalist|flid|gimp|window licker|vegetable|invalid)",
    "sex": "(slut|(a|the|old|dirty|wee|stupid|fat) slag|slapper|whore|bimbo|bint|dolly bird|tart|hussy|little lady|silly girl|silly wee girl|hysterical woman|c word)",
    "trade union membership": "(scab|scabs|blackleg)",
    "race, by nation": "(paddy|paddies|mick|micks|bogtrotter|limey|jock|taff|sheepshagger|kraut|frog|spic|polak|polack)",
    "criminal record": "(lag|crim|crook)",
}  # fmt: skip
"""Words that state a ground only as what was said to or about the writer; a key's id ends at its comma."""

ABUSE: dict[str, str] = {
    **dict.fromkeys(("bastard", "bastards", "bitch", "bitches", "cunt", "fuck", "fucker", "fucking", "fuckin", "shit", "shite"), ""),
    **{word: key.partition(",")[0] for key, block in SLURS.items() for word in re.findall(r"(?<=[(|])[a-z]{4,}(?=[|)])", block)},
}  # fmt: skip
"""Words of abuse that are written with stars, each with the ground that it states, if any."""

ASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("call* me (mick|paddy|jock|taff|taffy)", ("race",)),
    ("irish", ("race", "religious belief", "political opinion")),
    (r"(religion|faith|belief)\W+none", ("religious belief",)),
    ("northern irish", ("race", "religious belief", "political opinion")),
    ("british", ("race", "religious belief", "political opinion")),
    ("irish (language|speaker|speaking|school|music|dancing|passport|name)", ("race", "religious belief", "political opinion")),
    ("(english|scots)", ("race",)),
    ("gaelic [football|club]", ("religious belief", "political opinion", "race")),
    ("(gaa|g a a|hurling|camogie) [club|top|shirt|jersey]", ("religious belief", "political opinion")),
    ("orange (order|lodge|hall|man|men|parade*|march*|sash)", ("religious belief", "political opinion")),
    ("(orangeman|orangemen|orangewoman|apprentice boys|hibernian*|lodge|12th of july|twelfth of july|the twelfth|the 12th|bonfire*|eleventh night)", ("religious belief", "political opinion")),
    ("(bunting|flag|flags|emblem*|band parade|parades|marching band|flute band)", ("religious belief", "political opinion")),
    ("community background", ("religious belief", "political opinion")),
    ("(themmuns|themuns|themmun|other sort|wrong side(?! (of|where|when|that|to))|other side of the community|(im|i am|being|as|like|called me|i was) one of (them|those|themmuns))", ("religious belief", "political opinion")),
    ("[which|what] school i went [to]", ("religious belief", "political opinion")),
    ("(where i live|where im from|where i come from|where i grew up|the area im from|my area|my address|where i am from|background|my background|the falls|the shankill|west belfast|east belfast)", ("race", "religious belief", "political opinion")),
    ("(because of|due to|over|about|pronounc*|mispronounc*|laugh* at|mock*|fun of|from|by|sound of) my (name|surname|first name)", ("race", "religious belief")),
    ("(ive|ive got|i have|i had|my) [a] (girlfriend|boyfriend)", ("sexual orientation", "marital or civil partnership status")),
    ("changed my (name|surname|last name)", ("gender reassignment", "marital or civil partnership status")),
    ("[my|their|our|her|his] beliefs*", ("religious belief", "political opinion")),
    ("(my|his|her|their) (views|opinions|opinion)", ("religious belief", "political opinion")),
    ("(from the south|from down south|free state*|from the republic|mexican)", ("race", "religious belief", "political opinion")),
    ("((my|our|his|different|other|another|irish) culture|cultural* [background]|heritage)", ("race", "religious belief")),
    ("foreign name", ("race",)),
    ("(vegan*|ethical vegan*|vegetarian*)", ("religious belief",)),
    ("(menopaus*|peri menopaus*|perimenopaus*|hot flush*|hot flash*|the change|time of life|hrt)", ("sex", "age", "disability")),
    ("(ivf|fertility [treatment]|infertil*|trying for a baby|egg collection)", ("sex", "pregnancy or maternity", "disability")),
    ("(hysterectomy|endometriosis|gynae*|pcos|womens health)", ("sex", "disability")),
    ("(ill|sick|disabled|autistic|special needs) (brother|sister|husband|wife|partner|grandson|nephew|niece|child|son|daughter|children|kid|kids|mother|father|mum|dad|parents)", ("disability", "family status")),
    ("(plan|plans|planned|planning|intend*|thinking about|thinking of) [on] [to] [having|have|starting|start] [any|more|a|another] (children|kids|family|baby|babies|child)", ("sex", "pregnancy or maternity", "family status")),
    ("(post natal|postnatal) depression", ("pregnancy or maternity", "disability")),
    ("hormon*", ("sex", "age", "pregnancy or maternity")),
    ("(non binary|nonbinary|enby|gender fluid|genderfluid|gender queer|genderqueer|gender neutral|gender non conforming|intersex|they them)", ("gender reassignment", "sex")),
    ("(flatmate|housemate|roommate|special friend|life partner|private life|feather (duster|boa)|handbag|lovebirds)", ("sexual orientation",)),
    ("pray* for (me|us|you|him|her|them|the two of us|my soul)", ("religious belief", "sexual orientation")),
    ("(bnp|ukip|edl)", ("race", "political opinion")),
    ("(effeminate|camp|butch|tomboy|girly|manly|not manly)", ("sexual orientation", "sex")),
    ("(bitch|cunt|bossy|(a|an|the|old|stupid|silly|fat|moody|lazy|daft|wee) (cow|witch))", ("sex",)),
    ("touch* my hair", ("sex", "race")),
    ("[my] (wife|girlfriend|partner) (had|has|is having|was having|having|just had|is expecting|was expecting|gave birth|giving birth|is pregnant|was pregnant) [to] [a|our|the] [baby|child|twins|first|second]", ("sex", "family status", "pregnancy or maternity")),
    ("(dirty|filthy) old (man|men|git|goat|fella)", ("sex", "age")),
    ("(dreadlocks|cornrows|braids|my braids)", ("race",)),
    ("((had|having|had an|an|my) (abortion|termination)|pregnancy termination)", ("pregnancy or maternity", "sex")),
    ("(had|having|have) a wee (boy|girl|one|man|lass)", ("pregnancy or maternity", "family status")),
    ("(old boys|old boy) network", ("sex",)),
    ("(hunger strike*|mla|mp)", ("political opinion",)),
    ("(comment*|remark*|joke*) .. (on|about) my (body|figure|size|shape)", ("sex", "disability")),
    ("(commie|commies|comrade)", ("political opinion", "trade union membership")),
    ("(swastika*|ali baba|abdul|osama|bin laden)", ("race", "religious belief")),
    ("aids [jokes]", ("disability", "sexual orientation")),
    ("(sleep*|slept) with (men|women|other men|other women|girls|lads)", ("sexual orientation", "sex")),
    ("(puts on|putting on|put on|does|doing) a lisp", ("sexual orientation", "disability")),
    ("(had|having) (the operation|it chopped off)", ("gender reassignment", "disability")),
    ("if it was planned", ("pregnancy or maternity",)),
    ("deed poll", ("gender reassignment", "marital or civil partnership status")),
    ("(call*|using|use|uses|by) [me] [by] my (old|birth|former|previous) (name|surname)", ("gender reassignment", "marital or civil partnership status")),
    ("(rebel songs|the sash|billy boys|fields of athenry|old firm)", ("religious belief", "political opinion")),
    (r"[my|a|the|our] accent\W+((im |i am |i come |being |coming )?from )?(birmingham|brummie|scouse|liverpool|geordie|yorkshire|lancashire|cork|cockney|manchester|manc|essex|london|belfast|derry|dublin|kerry|mayo|donegal|ballymena|norfolk|devon)", ("race",)),
    ("[my|a] (birmingham|brummie|scouse|liverpool|geordie|yorkshire|lancashire|cork|cockney|manchester|manc|essex|london|country|culchie|belfast|derry|dublin|kerry|mayo|donegal|posh|ballymena|rural|farmer|norfolk|devon|southern|northern|local|regional) accent*", ("race",)),
    ("served [_] (months|years)", ("criminal record",)),
    ("(paternity [leave]|shared parental [leave]|my wife was pregnant|adoption leave|new dad|new father)", ("sex", "family status", "pregnancy or maternity")),
)  # fmt: skip
"""Words that may mean several grounds, or one of them and something else: they are always asked about."""

WEAK_ASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("i was {age}", ("age",)),
    ("part time", ("family status",)),
    ("(hours|flexible working|flexi time|compressed hours|working from home|term time)", ("family status",)),
    ("(partner|girlfriend|boyfriend|husband|wife|spouse)", ("marital or civil partnership status", "sexual orientation")),
    ("(dating|relationship|affair)", ("marital or civil partnership status", "sexual orientation", "sex")),
    ("(single|married|engaged|separated)", ("marital or civil partnership status",)),
    ("(kids|children|baby|babies|son|daughter|parent|parents)", ("family status", "pregnancy or maternity")),
    ("probation", ("criminal record",)),
    ("(caution|conviction|court|police|record|my past|past|my history|offence)", ("criminal record",)),
    ("(ex paramilitary|paramilitar*|ex prisoner*|internee|political prisoner)", ("criminal record", "political opinion")),
    ("(sick leave|sickness [absence|record]|off sick|absence record|time off sick|my absence*|sick line*|occupational health|attendance|ill health|illness|injury|surgery|operation|hospital appointment*|health|medical|sick note*)", ("disability",)),
    ("(weight|fat|overweight|obese|obesity|my size)", ("disability", "sex")),
    ("(my appearance|the way i look|how i look|my looks|my height|too short|ginger|my hair|scar|scars|tattoo*|piercing*)", ("disability", "sex", "race")),
    ("(stress|stressed|burnout|burn out|work related stress|bereavement|grief|grieving)", ("disability",)),
    ("(alcoholi*|addict*|drink problem|drinking|recovering)", ("disability",)),
    ("(dress|dresses|lipstick|makeup|my make up|my clothes|how i dress|what i wear)", ("sex", "gender reassignment", "religious belief")),
    ("(nice|great|good|long|lovely) (legs|figure|body|smile)", ("sex",)),
    ("(kid|child|teenager)", ("age", "family status")),
    ("(slow|stupid|thick|not right in the head|mental|crazy|mad|nuts|blind|unwell)", ("disability",)),
    ("(experience|long service|length of service|seniority|been here too long|out of touch|old school|old fashioned|generation|energy|technology|young|old|older|younger|elderly|senior|junior)", ("age",)),
    ("(victimis*|victimiz*|discriminat*|equality|protected characteristic*|protected ground*|inequality|prejudice*|hate crime|harassment related to)", ()),
    ("(all|any|several|most|many|some) of (the above|them|these|the following|those|the list|the grounds|the listed)", ()),
    ("all [the] (grounds|characteristics)", ()),
    ("((dont know|do not know)(?! (why|how|what (his|her|their|i)|who))|not sure|unsure|no idea|cant say|hard to say|you tell me|unclear|who knows|rather not say|prefer not to say|dunno|dk)", ()),
    ("(whistle*blow*|whistle blow*|protected disclosure|spoke up|raised concerns|raised a concern|health and safety|data protection|reported him|reported her|reported them|complained about|made a complaint|raised a grievance|gave evidence|was a witness|acted as a witness)", ()),
    ("(class|working class|social class|posh|poor|uneducated|education|council estate|estate|accommodation|smoker|smoking)", ()),
    ("(military|ex army|ex forces|army|soldier|veteran|british army|udr|ruc|ex police|psni|prison officer|security forces)", ("political opinion", "religious belief")),
    ("(palestine|gaza|israel|israeli|zionis*)", ("political opinion", "religious belief", "race")),
    ("(covid [vaccine]|vaccin*|anti vax*|mask|masks)", ("religious belief", "disability")),
    ("(feminis*|gender critical|pro life|pro choice|abortion|climate|environmentalis*|royalist|monarchy|king|queen)", ("religious belief", "political opinion")),
    ("(act|law|legislation|illegal|unlawful|section 75|my rights)", ()),
    ("my (name|surname|first name)", ("race", "religious belief")),
    ("(love|pet|dear|hun)", ("sex",)),
    ("culture", ("race", "religious belief")),
    ("finish* my sentences", ("disability", "race")),
    ("(your kind|their kind|your sort|your people|you people|your lot|you lot|my lot|my sort|my kind)", ("race", "religious belief", "political opinion")),
    ("member of (another|a different|the other) (party|church|faith|union)", ("political opinion", "religious belief", "trade union membership")),
    ("(sweetheart|darling|doll|missus|petal|girlie|chick|chicks|skirt|skirts)", ("sex",)),
    ("(visa|work permit|settled status|sponsorship)", ("race",)),
    ("(lefty|leftie|lefties|woke|fascist|nazi|trot|traitor|lundy|west brit)", ("political opinion",)),
    ("(because|since|when|as) i (was|am|have been) (ill|sick)", ("disability",)),
    ("(terrorist*|bomb jokes|bomber|bombs|isis|taliban|jihad*|al qaeda)", ("race", "religious belief")),
    ("(creep|creepy|stalk*|follow* me home|emotional|hysterical|nag|period)", ("sex",)),
    ("(apu|borat|banana*|gorilla|jungle|passport|papers|curry|go home|slave)", ("race",)),
    ("(unnatural|sinner|sinful|mincing|nancy|jessie|queen)", ("sexual orientation", "religious belief")),
    ("(grey hair|slowing down|marbles|pension|nana)", ("age",)),
    ("(breakdown|medication|on tablets|my tablets|brain fog|four eyes|special|sickness record|my height|knee|knees)", ("disability",)),
    ("(thief|murderer|crime|criminal|court case|charged with)", ("criminal record",)),
    ("(party politics|protest*|campaign*|candidate)", ("political opinion",)),
    ("(sunday working|work sundays|sundays|saved|pastor|clergy*|minister|temple)", ("religious belief",)),
    ("(wig|hormones|operation)", ("gender reassignment", "disability")),
    ("(twelfth|the other side|both sides)", ("religious belief", "political opinion")),
    ("(job share|big family|no family)", ("family status",)),
    ("(lisping|bigot*)", ("sexual orientation", "religious belief")),
    ("christmas", ("religious belief",)),
    ("(language|foreigner accent)", ("race",)),
    ("(how i|way i) (talk|speak|sound)", ("race", "disability")),
    ("(ethic*)", ("race",)),
    ("(traveller|travellers|traveler)", ("race",)),
    ("(labour|green|conservative|alliance)", ("political opinion",)),
    ("(male|man|men|woman|women|girl|girls|lady|boy)", ("sex",)),
    ("(black|white|brown|asian|colour|color|mixed)", ("race",)),
    ("(transition|he she it|(which|ladies|gents|womens|mens|female|male) (toilet*|changing room*))", ("gender reassignment",)),
    ("(bi|straight|pride|rainbow)", ("sexual orientation",)),
    ("(unionised|unionized|strike|unite|ballot|members|steward)", ("trade union membership",)),
    ("(prison|jail) officer", ("criminal record",)),
)  # fmt: skip
"""Words that hint at a ground: asked about only where the text states none."""

ITEM_ASKS = (
    "(other|others|other ground*|another ground|something else|[please] see (attached|above|below) [sheet|letter|statement]|as (above|below)|"
    "attached|to be confirmed|tbc|tba|will discuss|to be discussed|[continued] overleaf|same as (before|above)|various|multiple|many|everything|both)"
)
"""Items of a list that leave the ground open."""

WHOLE: dict[str, str] = {
    "sex": "male;man;men;woman;women;a woman;a man;girl;lady;boy;im a woman;im male;being a woman;m;f",
    "gender reassignment": "transition;transexual",
    "sexual orientation": "came out;outed;outed me;coming out;bi;straight;orientation;gay or lesbian",
    "marital or civil partnership status": "single;married;engaged;separated;married status;single status;spouse",
    "age": "youth;my youth;youngest;oldest;the oldest;the youngest;the eldest;mature;my years;has been;a has been;old;young;older;younger;elderly;too old;ageing",
    "race": "country;my country;black;white;brown;asian;colour;color;my colour;english;scots;traveller;travellers;language;nation;mixed race;skin;origin;my origin",
    "religious belief": "belief;religion;faith;church;my religion;beliefs religious;mass",
    "political opinion": "councillor;politics;views political;labour;alliance;conservative",
    "disability": "stroke;pip;dla;colour blind;fits;m e;ms;m s;hearing;sight;eyesight;mobility;health;medical;mental health;illness;ill health;health condition;my health;blind;medical reasons;health reasons;injury;medical condition",
    "trade union membership": "steward;union;strike;tu;unite;unison;membership of a union;tu membership;tu rep",
    "family status": "weans;mammy;grandchildren;guardian;mother;mum;mam;mom;father;dad;daddy;im a mum;a mum;a mother;a dad;a father;kids;children;parent;caring;carers;family;dependants;parenthood;my kids;my children;being a parent;family reasons;having children;having kids",
    "criminal record": "conviction;convictions;caution;prison;offender",
    "pregnancy or maternity": "bump;birth;mat;pregnancy related;pregnancy;maternity;expecting;baby;having a baby;new mum",
}  # fmt: skip
"""Words that state a ground where they are a whole answer, or a whole item of a list of them."""
