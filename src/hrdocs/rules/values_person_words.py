"""Words that stand round people's names: titles, roles, departments, and common first names. Data only."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms miss mx dr prof professor cllr councillor ald alderman rev revd reverend sir dame lady lord fr
    father sr sister capt captain sgt hon judge
    """
)
PARTICLES = _words(
    """
    de da del della di du van von der den la le el al bin ibn binti ap ní ni ó o mac mc y e dos das st
    """
)
ROLES = _words(
    """
    manager managers line team leader lead supervisor supervisors officer assistant director executive
    coordinator co-ordinator administrator admin foreman forewoman ganger chargehand boss colleague
    colleagues coworker co-worker workmate deputy senior junior principal acting interim area regional depot
    duty shift site project operative engineer surveyor planner accountant technician inspector caretaker
    cleaner receptionist secretary treasurer lecturer registrar researcher student technologist instructor
    lifeguard attendant consultant contractor councillor member staff employee volunteer trainee apprentice
    temp agency worker advisor adviser analyst librarian nurse doctor teacher rep representative business
    support services customer front desk general head chief public refuse collector lorry gardener mechanic
    chef electrician plumber joiner fitter labourer designer developer buyer cashier
    """
)
ROLES_AND_SURNAMES = _words(
    """
    head chief clerk porter driver steward warden dean tutor foreman cook gardener plumber joiner fitter
    baker page cashier buyer doctor nurse mechanic deputy
    """
)
UNITS = _words(
    """
    planning finance hr payroll housing leisure parks waste environmental environment health building
    control it ict estates registry library security catering cleaning corporate democratic legal audit
    procurement tourism development regeneration community economic recycling cemeteries licensing
    enforcement marketing communications dept department section unit division directorate service services
    office group faculty school college centre center depot council university civic facilities maintenance
    works roads transport fleet arts events policy od personnel human resources accounts reception stores
    workshop kitchen canteen gym pool committee
    """
)
LINKS = _words(
    """
    my our his her their your the a an of in at from and for who is was works worked with to same another
    former ex also both as on by about which
    """
)
FIRST_NAMES = _words(
    """
    aaron abdul abigail adaeze adam adaora adebayo adele aditi adrian adriana agata agnes agnieszka
    ahmad ahmed aidan aiden aileen aine aisha aisling akua alan alana alasdair albert alec aled
    alejandra alejandro alex alexander alexandra alexei alfie alfred ali alice alina alison alistair
    aliyah allan allison alma alun alwyn ama amal amanda amani amara amber ambrose amelia amelie amina
    amit amy ana anand ananya anastasia andrea andreas andrei andrew andrzej aneta angela angharad angus
    anika anil anita anjali ann anna anne anneke annette annie annmarie anthony anton antoni antonia
    antonio anusha anya aoife april archie arjun arlene arthur arun arwel asha ashley ashok asif astrid
    audrey august aurelie ayesha ayo aysha babatunde barbara barry bartosz bashir beata beatriz ben
    benjamin bernadette bernard beth bethan betty bilal bill billy bjorn blessing bob bobby bogdan
    bogdana bozena brenda brendan brian brid bridget brigid bronagh brooke bruce bryn caitlin callum
    caoilfhionn caoimhe cara caradoc carl carlos carmel carmen carol caroline cathal catherine cathy
    catriona cecilia celine cerys charles charlie charlotte chelsea chen cheryl chiamaka chidi chidinma
    chike chinedu chinwe chloe chris christina christine christopher ciara ciaran cillian claire clare
    clive clodagh colette colin colleen colm conall conchobhar connor conor cormac craig cristina dafydd
    dagmara dale daniel danielle danny daria dariusz darren dave david dawn dean dearbhla debbie deborah
    deepa deepak deirdre delyth denis denise dennis denzil derek dermot dermott des desmond devi dewi
    diana diane diarmuid dilip dinesh dmitri dolores dominic dominik donal donald donna dorota dorothy
    doug douglas dylan eamon eamonn ebony edward edyta efua eileen eilidh eilis eilish eimear eira
    eirian ekaterina elaine eleanor elena elin elizabeth ellen eluned emeka emer emilia emily emma emrys
    enrique eoghan eoin eric erik erin esi esther ethan euan eugene eunice eva evelyn ewa fadhila faisal
    faith farah farid fatima fatou feargal fearghal felipe femi feng fergal fergus ffion fiadh filip
    fiona fionn fionntan fionnuala florence folake frances francesca francesco francis francois frank
    fraser fred freddie funmi gabriel gabriela gabriele gail gareth gary gavin gemma geoff geoffrey
    george georgina geraint gerald geraldine gerard gerry ghazala gillian giovanni giulia glenn glenys
    gloria goran gordon gosia grace graham grainne grant greg gregory grzegorz guillermo gulsum gurpreet
    gwen gwenllian gwilym gwyn hamid hamish hamza hana hannah hans harish harold harpreet harry haruka
    harvey hassan hazel heather heledd helen helena henrik henry hilary hiroshi holly hong howard huda
    hugh hui huw hywel iain ian ibrahim idris ieuan ifan ifeoma igor ikram ilona imelda imran ines inga
    ingrid ioan iolo irena irene irfan iris isabel isha ishaan isla isobel ivan ivana ivo ivor iwan
    iwona jacek jack jackie jacqueline jade jadwiga jagoda jamal james jamie jan jana jane janet janice
    janina janusz jarek jaroslaw jasmine jason javed javier jayden jean jeff jennifer jenny jeremy jerzy
    jessica jill jim jimmy jin jing joan joanna joanne joao joe john johnny jolanta jonathan jordan
    jorge jose joseph josephine josh joy joyce juan judith julia julie jun june jurgen justin kacper
    kamal kamila karen karim karina karl karolina kasia katarzyna kate katherine kathleen kathryn katie
    kavita kay kayleigh keith kelechi kelly ken kenneth kerry kevin khadija khalid kieran kim kiran
    kirsten kirsty klaus kofi krystyna krzysztof kunle kwabena kwaku kwame kyle kylie lachlan lakshmi
    lars latifa laura lauren laurence lawrence lech lee leila leo leon leona leonard lesley leslie li
    liadan liam lily lin linda linh lisa liz llinos logan lorcan lorna lorraine louis louise lowri luca
    lucy luis lukas lukasz luke lwazi lynda lynn lynne mabel maciej maeve magda mahmoud mair maire
    mairead mairi maja malcolm malgorzata mandy manish manuel marcin marcus marek margaret mari maria
    mariam marian mariana marie marilyn marion mariusz mark marlena marta martin martina mary marzena
    mason mateusz matt matthew maura maureen maurice mavis maxine may meena megan megha mehmet mehwish
    mei melanie melissa mhairi michael michaela michal micheal michelle miguel mihai mike milan ming
    minh miroslaw mohamad mohamed mohammed mohan moira mona monica monika morag morven morwenna muhammad
    muireann muriel mustafa myfwyn myra myrtle nadeem nadia naledi nancy naoise naomi nasreen natalia
    natalie natasha navdeep neha neil nerys nessa ngozi nia niall niamh nicholas nicola nicole nigel
    nikhil nikolai nina nisha nkechi noah noel noelle nokuthula noor nora norbert noreen norma norman
    nour nuala obinna odhran oisin oksana ola olaf olga olive oliver olivia olu olumide oluwaseun omar
    oonagh orla orlagh osagie oscar osman owen paddy padma padraic padraig paige pamela pat patricia
    patrick patrycja paul paula pauline pavel pawel peadar pearl pedro peggy penny peter phil philip
    philippa phyllis pierce piotr pooja poonam poppy pradeep prakash pranav priya priyanka przemyslaw
    puja qing rachel rafael rafal rahul raj rajesh rajiv ralph ramesh ranjit rashid ravi ray raymond
    rebecca rekha renata rhian rhiannon rhys richard rita riya rob robert roberto robin roger rohan
    rohit roisin roksana ron ronald ronan rory rosa rose rosemary ross rowena roy ruadhan ruairi ruaridh
    rui rupert russell ruth ryan ryszard sabina sadia saeed saima saira sally salma sam samantha samir
    samira samuel sandeep sandra sanjay saoirse sara sarah satish scott seamus sean sebastian selina
    seosaimh shabana shabnam shahid shan shanice sharon sheetal sheila shirley shona shu sian sibusiso
    sile simon sinead siobhan sioned sipho slawomir sneha sofia somchai sonia sophie sorcha soren stacey
    stanislaw stefan stefania steffan stella stephanie stephen steve steven stewart stuart sue sunil
    sunita suresh susan suzanne sven svetlana swati sylvia sylwia tadeusz tadhg taiwo tamara tania tanvi
    tanya tara tariq temitope teodora terence teresa terry thabo thandiwe thelma themba thembi theresa
    thi thomas thuy tiago tim timothy tina tolu tom tomas tomasz tommy tomos tony tracey tracy trevor
    tuan tunde turlough tyler ujwala una ursula usha uzma valerie vera veronica victor victoria vijay
    vikram vincent violet vivian vladimir wanda wanjiru waqar wayne wei wendy weronika wesley wieslaw
    wiktor will william willie winifred wioletta witold wojciech xavier xin xiu xiuying yan yasmin yaw
    yewande ying yoko yuki yun yuri yusuf yvette yvonne zainab zara zbigniew zehra zhen zoe zofia zoltan
    zsofia zuzanna
    """
)
