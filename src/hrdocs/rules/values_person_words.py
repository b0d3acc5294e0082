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
    electrician plumber joiner fitter labourer designer developer buyer cashier
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
    aaron abdul abigail adam adele adrian agnes ahmed aidan aileen aine aisha aisling alan alana albert alec
    alex alexander alexandra alfred ali alice alison alistair allan allison alma amanda amber amelia amina
    amit amy ana andrea andrew angela angus anita ann anna anne annette annie anthony antonio aoife april
    arlene arthur ashley audrey aysha barbara barry beata ben benjamin bernadette bernard beth betty bill
    billy bob bobby brenda brendan brian bridget brigid bronagh bruce caitlin callum cara carl carmel carol
    caroline cathal catherine cathy cecilia charles charlie charlotte cheryl chloe chris christina christine
    christopher ciara ciaran claire clare clive colette colin colleen colm conall conor connor craig daniel
    danielle danny darren dave david dawn dean debbie deborah deirdre denis denise dennis derek dermot des
    desmond diana diane diarmuid dolores dominic donal donald donna dorothy doug douglas dylan eamon eamonn
    edward eileen eilis elaine eleanor elena elizabeth ellen emer emily emma eoghan eoin eric erin ethan
    eugene eunice eva evelyn fatima fergal fergus fiona florence frances francis frank fred gail gareth gary
    gavin gemma geoff geoffrey george georgina gerald geraldine gerard gerry gillian glenn gloria gordon
    grace graham grainne grant greg gregory hannah harold harry hassan hazel heather helen henry hilary
    holly howard hugh ian imelda imran ines ingrid irene iris isabel isobel ivan ivor jack jackie jacqueline
    jade james jamie jan jane janet janice jason jean jeff jennifer jenny jeremy jessica jill jim jimmy joan
    joanna joanne joe john johnny jonathan jordan joseph josephine josh joy joyce juan judith julia julie
    june justin karen karl kate katherine kathleen kathryn katie kay keith kelly ken kenneth kerry kevin
    kieran kim kirsty kofi kwame kyle laura lauren laurence lawrence lee leo leon leona leonard lesley
    leslie liam lily linda lisa liz lorna lorraine louis louise luca lucy luke lynda lynn lynne maeve magda
    mairead maja malcolm mandy marcin marcus margaret maria marian marie marilyn marion mark marta martin
    martina mary matt matthew maureen maurice mavis maxine may megan mei melanie melissa michael michaela
    michelle miguel mike mohamed mohammed moira mona monica morag muhammad muriel myra myrtle nadia nancy
    naomi natalie natasha neil nessa niall nicholas nicola nicole nigel nina noel noelle nora noreen norma
    norman nuala olga olive oliver olivia omar oonagh oscar owen paddy padraig pamela pat patricia patrick
    paul paula pauline pavel pearl peggy penny peter phil philip philippa phyllis pierce piotr priya rachel
    raj ralph ravi ray raymond rebecca richard rita rob robert robin roger roisin ron ronald ronan rory rosa
    rose rosemary ross rowena roy rupert russell ruth ryan sally sam samantha samuel sandra sara sarah scott
    sean seamus sharon sheila shirley sian simon sinead siobhan sofia sonia sophie stacey stella stephanie
    stephen steve steven stewart stuart sue susan suzanne sylvia tadhg tania tanya tara teresa terence terry
    thelma theresa thomas tim timothy tina tom tomasz tommy tony tracey tracy trevor una ursula valerie vera
    veronica victor victoria vincent violet vivian wayne wei wendy wesley will william willie winifred
    yasmin yvonne zara zoe
    """
)
