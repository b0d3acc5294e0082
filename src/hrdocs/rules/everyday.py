"""Words that are names and everyday words too: where one stands, a person looks.

A word counts with its plural. Months, days and places are among them, for they are always written with
a capital letter.
"""

# Words that every letter uses: in small letters they are no name. The last lines are words that forms give
# in place of a name ("my line manager"), and the small words of surnames ("van der Berg", "de la Cruz").
_COMMON = """
bill brown cook faith field fields frank grace grant gray green grey guy hall hill hope joy lane law long
major mark may mercy page park pat price reed rich rock rose short small stone street sue summer temple wall
ward way west white will wills wise wood woods young an be do he in is it me my no of on or so to up us we
all and anonymous any colleague colleagues council department director employee everyone former group head
his her human known line management manager managers member members not office officer other our people
person public resources senior service several staff student supervisor team the their unknown university
with your
abu al ap bin bint da das de del della den der des di do dos du el et ibn la las le les los mac ni nic st
saint san santa te ten ter ua ui van von vom zu zum zur
"""
# Words that are rarer, and most of them names too.
_NAMES = """
abbot abbott amber angel april archer art ash august autumn baker barber bay bell berry best bird bishop black
blanch bloom blue bond boot booth bowman branch bridge bright brook buck burn bush butcher butler carol
carpenter carter case cash castle chance chandler chase cherry christian church clay clerk cliff close cloud
coal coates cole cooper copper couch crane crisp cross crow crystal curry daisy dale dance dawn day deacon
dean dell dexter diamond dick dove draper drew driver duke earl early east eve ever fair farmer favour fern
finch firth fish fisher fleet flint flower foot ford forest forester foster fox free freeman friend frost
gale garland gene gentle gift glass gold golden good grave groom ground grove hail hale hammer hand handy
hardy harp hart harvest haven hawk hay hazel heart heath heather heaven herd hind hog holder holiday holly
holy honey hood horn house hunt hunter inch innocent iris ivory ivy jack jade jasmine jay jewel jolly judge
july june just justice keen key kind king kitchen knight knot ladd lake lamb lance land lark lash latch
laurel lawn leaf lee light lily link little lock lodge lord love low lucky lush magnus main manner march
margin marsh marshal marshall martin mason mast master mead medley melody merit merry mild mile miles mill
miller minor mint minute mole money monk moody moon moor moore moral mount myrtle neat new newman nice noble
norm norman north novak nurse oak oakes oaks olive opal orchard otter outlaw pace pack pain paine parish
parker parson partridge patience peace peach peacock pear pearl peel penny pepper perfect petty pike pilot
pink piper pitman place plant plum pole pool pope porter post pott potter power precious pride priest prince
prior proctor prudence purse queen quick rain ramp randy ranger raven ray read reader reeve regal rex rice
rider ridge ring rise river rob robin rod roman rook root rope round rowan royal ruby rush russell rust ruth
sage sail salmon salt sands sandy savage savoury sawyer school seal self sergeant shade sharp shaw shepherd
sheppard shore silver singer skinner skip sky slater smart smith smooth snow sole south spark speed spice
spring squire stack standing star start steel stern steward stewart still stock storm strange stream strong
style sugar sun sunny swan sweet swift tailor tanner taylor terry thorn thrush tide tiger till tod todd
tower town trail trinity tripp true trust truth tuck turner twist tyler usher vale valentine vane vicar
victor victory violet virtue wade walker warden warner waters weaver web webb welcome wells wheeler wick
wild win wind winner winter wolf wolfe worth wren wright yard yeoman
"""
_CAPITALS = """
january february september october november december monday tuesday wednesday thursday friday saturday
sunday america asia bristol chad chelsea chester china cork derry devon dublin england english essex
florence france french georgia german holland india ireland irish israel jordan kent lancaster lincoln
london lisburn manchester paris scotland scott sidney sydney troy victoria virginia wales walsh welsh york
british scottish
"""
_SMALL = frozenset(_COMMON.split())
_ALL = _SMALL | frozenset((*_NAMES.split(), *_CAPITALS.split()))


def is_everyday(word: str) -> bool:
    """Whether a part of a name is an everyday word too."""
    plain = word.casefold()
    return plain in _ALL or (plain.endswith("s") and plain[:-1] in _ALL)


def is_common(word: str) -> bool:
    """Whether it is one that stands in small letters in any text."""
    return word.casefold() in _SMALL
