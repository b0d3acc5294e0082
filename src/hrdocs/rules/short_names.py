"""Short and pet forms of given names: whoever is called Elizabeth is often written Liz.

Each line is one name with the forms that stand for one another. A form proves nothing, so a person looks.
"""

_LINES = """
abigail abby gail
aidan aodhan aodan
alexander alex alec al sandy lex xander
alexandra alex sandra lexi alix sasha
alfred alf alfie fred
alison ali allie
amanda mandy
andrew andy drew
angela angie ange
anthony tony ant
antoinette toni netta
archibald archie
arthur art artie
barbara barb babs
bartholomew bart
benjamin ben benny benji
bernadette bernie
bridget biddy bride brid bridie
caroline caro carrie lyn
catherine katherine kathryn cathy kathy kate katie kath cath kay kit caitlin
charles charlie chas chuck
charlotte charlie lottie
christine christina chris chrissie tina
christopher chris kit topher
colm colum
conor connor con
daniel dan danny
david dave davy dai
deborah debbie debs
dermot diarmuid
desmond des dessie
dominic dom
donald don donnie
dorothy dot dotty
edward ed eddie ted teddy ned
eileen eily
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza elsie libby lisa
emily em
eugene gene
frances fran frankie
francis frank frankie
frederick fred freddie
gabriel gabe
gareth gary
geoffrey geoff
gerald gerard ger gerry jerry
geraldine ger
gillian gill jill
gregory greg
harold harry hal
helen nell nellie
henry harry hal
hugh hughie
ian iain
isabel isobel isabella izzy bella
jacob jake
jacqueline jackie
james jim jimmy jamie jem seamus
janet jan
jennifer jen jenny
jeremy jem jerry
jessica jess
joan joanie siobhan
john jack johnny jon sean eoin
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
katherine kathy kate katie kitty
kenneth ken kenny
kevin kev caoimhin
kimberley kim
laurence lawrence larry laurie
leonard len lenny leo
leslie les
lillian lily lil
louise lou
lucinda lucy
madeleine maddie
malachy mal
margaret maggie meg peggy madge marge mairead
maria marie mary maire molly
martin marty
matthew matt matty
maurice mo
maureen mo
maxwell max
melanie mel
melissa mel
michael mick mike mickey micky micheal mal
michelle shell
mohammed muhammad mohamed mo
nancy nan
natalie nat
natasha tasha
nicholas nick nicky
nicola nicole nicky nikki
nigel nige
oliver ollie
olivia liv livvy
pamela pam
patricia pat patsy tricia trish
patrick pat paddy padraig
penelope penny
peter pete
philip phillip phil
philippa pippa pip
priscilla cilla
rachel rach
raymond ray
rebecca becky becca
richard rick dick richie ricky
robert rob bob robbie bobby bert
roderick rod
roger rodge
roisin rosie
ronald ron ronnie
rosemary rose rosie
samantha sam
samuel sam sammy
sarah sally sara
siobhan shiv shivvy
sophia sophie
stephanie steph
stephen steven steve stevie
stuart stu
susan susannah sue susie
sylvia syl
teresa theresa terry tess tessa
terence terry tel
theodore theo ted
thomas tom tommy tomas
timothy tim timmy
tobias toby
valerie val
veronica vera ronnie
victoria vicky vicki tori
vincent vince vinny
vivienne viv
walter wally walt
wilhelmina mina minnie
william will bill billy willie liam
winifred win winnie
yvonne von
zachary zach zac
"""


def _table() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for line in _LINES.split("\n"):
        full, *short = line.split() or [""]
        forms = {full, *short}
        for form in forms - {""}:
            out.setdefault(form, set()).update(forms - {form})
    return {name: frozenset(forms) for name, forms in out.items()}


_FORMS = _table()


def short_forms(name: str) -> frozenset[str]:
    """Other forms of a folded given name, in small letters; the pet form in -y or -ie of a short one too."""
    plain = name.casefold()
    known = _FORMS.get(plain, frozenset())
    if not plain.isascii() or not plain.isalpha() or not 3 <= len(plain) <= 5:
        return known
    stem = plain if plain[-1] in "aeiouy" or plain[-1] == plain[-2] else plain + plain[-1]
    ends = {stem.rstrip("e") + "y", stem.rstrip("e") + "ie", plain + "y", plain + "ie"}
    return known | (ends if plain[-1] not in "aiouy" else frozenset())
