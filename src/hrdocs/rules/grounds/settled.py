"""What the whole answer settles about its single mentions, once each has been judged alone.

Two sexes set against one another state sex; several mentions of one ground, and of no other, state
it together; a fact that is turned from ("I am a Muslim but this was because of my race"), an emblem
beside a stated belief, and what the writer once reported of others, are not the ground.
"""

import itertools
import re

from hrdocs.rules.grounds import cues, no_part
from hrdocs.rules.grounds.earned import FACT, UNEARNED, sentence_of
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance
from hrdocs.rules.grounds.turns import OF_ANOTHER, OWN_NOUN

_FEMALE = r"(?:females?|women|girls|ladies|lassies)"
_MALE = r"(?:males?|men|lads|fellas|blokes|boys|guys)"
_UNLIKE = re.compile(
    r"\b(?:than|while|whilst|whereas|but|instead|only|more|less|better|worse|first|never|not|dont"
    r"|doesnt|arent|isnt"
    r"|wont|wouldnt|didnt)\b"
)
_CONTRAST = re.compile(rf"\b(?:{_FEMALE}\b(?P<one>[^.;]*?)\b{_MALE}|{_MALE}\b(?P<two>[^.;]*?)\b{_FEMALE})\b")
_ALIKE = re.compile(r"\W*(?:(?:and|or|nor|to|as|the|both|well|&) ?)*\W*")
_EVERYBODY = re.compile(
    r"\b(?:both|alike|equally|everyone|everybody|either|regardless|all of us|too|as well|same)\b"
)
_TURNED_TO = re.compile(
    r"^[^.;!?]*?\b(?:but|however|although|though) (?:i (?:think|believe|feel) )?(?:this|it|that|its"
    r"|thats|they|he|she"
    r"|the (?:bullying|harassment|abuse|comments|treatment|issue|problem))\b(?: \w+){0,3}?"
    r" (?:because|about|due|down|to do with|over|based|for (?:my|being))\b"
    r"|^[^.;!?]*?\bbut (?:they|he|she|everyone|everybody|people|some)(?: all)?"
    r" (?:decided|thinks?|thought|says?|said|call|calls|called|assumed?|assumes"
    r"|reckons?) (?:that )?(?:im|i am|me)\b"
)
_ONLY = re.compile(r" (?:only|alone)(?= [.,;)]|$)")
EMBLEM = re.compile(r"tricolou?rs?|union (?:jack|flag).*|poppy|poppies|king billy|i ?r ?a|easter lil.*")
_ONCE_REPORTED = re.compile(
    r"\b(?:reported|complained (?:about|of)|(?:raised|made|put in) (?:a |my )?(?:grievances?"
    r"|complaints?|concerns?)"
    r" (?:about|over|against)|blew the whistle on|called out|challenged|objected to"
    r"|sp(?:oke|eaking) (?:up|out) (?:about|against))\b(?P<what>.*)$"
)
_PARTNERS_BABY = re.compile(
    r"\bmy (?:wife|wifes|girlfriend|girlfriends|partner|partners)(?: \w+){0,3} (?:baby|twins|pregnan\w+"
    r"|expecting|birth|maternity)\b"
)
_TO_ME = re.compile(r"\b(?:me|my|us|mine)\b")
_SINCE = re.compile(
    r"\b(?:since then|since that|ever since|from then|after that|now|because of (?:that|this|it)"
    r"|as a result|for (?:it|that|reporting|complaining|speaking)|because i)\b"
)
_SEX_NOUN = re.compile(
    r"^(?:(?:as|i was|i am|im|being|born|a|an|the|live|living|and|\w+) ){0,4}"
    r"(?:wom[ae]n|m[ae]n|(?:wo)?men only|female|male|girl|boy|lady)$"
)
_BY_ASSOCIATION = ("race", "religious belief", "sexual orientation", "gender reassignment")
_IN_PASSING = ("age", "sex", "marital or civil partnership status", "family status")
_ON_BOTH = re.compile(
    r"\btwo things\b|\bfirst\b.*\bsecond\b|\bboth (?:ends|sides|ways|directions)\b"
    r"|\bone minute\b.*\bthe next\b"
    r"|\b(?:on|about|for"
    r"|because of|over|at|mock\w*|with) both\b|\bboth (?:of these|things|are)\b"
    r"|\b(?:for|on|about|over) (?:two|three|2|3) (?:things|reasons|grounds|counts|fronts)\b"
)
_JOINED = re.compile(
    r"(?: \w+){0,3} (?:and|&|plus) (?:(?:the|a|an|im|i am|being|also|of|only|one|my|from|i have) )*"
)
_OPPOSED = frozenset(
    frozenset(pair.split())
    for pair in (
        "catholic protestant",
        "young old",
        "younger older",
        "black white",
        "gay straight",
        "unionist nationalist",
        "loyalist republican",
    )
)
_NO_BOTHER = re.compile(
    r"\b(?:never had|no|without|got on|gets? on|getting on)\b|\b(?:fine|bother|trouble|until|till"
    r"|worked here|work here)\b"
)
_FACTS = (UNEARNED, FACT)


def settle(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The judged mentions, with what the whole answer says of them."""
    result = [_of_the_partner(norm, _reported_once(norm, m)) for m in mentions]
    result = _contrasted(norm, _both_sides(norm, _without_kin(norm, result)))
    result = _turned_from(norm, result)
    result = _coordinated(norm, _borne_out(norm, _converged(norm, result)))
    result = _only_one(norm, result)
    return _without_sexes(_without_emblems(result))


def _is_ground(mention: Mention) -> bool:
    return mention.kind in (Kind.GROUND, Kind.SLUR)


def _stated(mentions: list[Mention]) -> set[str]:
    return {m.ids[0] for m in mentions if _is_ground(m) and m.stance is Stance.ASSERTED}


def _reported_once(norm: str, mention: Mention) -> Mention:
    """A ground of what the writer reported of others is not what was done to the writer."""
    if not _is_ground(mention) or mention.stance is not Stance.ASSERTED:
        return mention
    start, end = sentence_of(norm, mention.start)
    told = _ONCE_REPORTED.search(norm[start : mention.start])
    if told and not _TO_ME.search(f"{told['what']} {norm[mention.start : end]}") and _SINCE.search(norm):
        return mention.taken(Stance.OPEN, "it is of what was reported before")
    return mention


def _of_the_partner(norm: str, mention: Mention) -> Mention:
    """A father's or partner's leave may be sex or family status, and is not the writer's maternity."""
    stated = _is_ground(mention) and mention.stance is Stance.ASSERTED
    if stated and mention.ids == ("pregnancy or maternity",) and _PARTNERS_BABY.search(norm):
        return mention.taken(Stance.OPEN, "it is of the writer's partner")
    return mention


def _only_one(norm: str, mentions: list[Mention]) -> list[Mention]:
    """A ground's name with "only" leaves nothing beside it: "I am a Polish woman, race only"."""
    only = [
        m
        for m in mentions
        if OWN_NOUN.fullmatch(m.text) and m.stance is Stance.ASSERTED and _ONLY.match(norm, m.end)
    ]
    if len(only) != 1:
        return mentions
    return [m if m.ids == only[0].ids or not _is_ground(m) else m.taken(Stance.DROPPED) for m in mentions]


def _without_kin(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The relatives of "my children are mixed race" are no ground of their own."""
    starts = {m.start for m in mentions if _is_ground(m)}
    result = []
    for mention in mentions:
        kin = cues.OF_THE_RELATIVE.match(norm, mention.start) if mention.ids == ("family status",) else None
        beside = kin and any(mention.start < at <= kin.end() for at in starts)
        result.append(mention.taken(Stance.DROPPED) if beside else mention)
    return result


def _both_sides(norm: str, mentions: list[Mention]) -> list[Mention]:
    """ "Catholic and Protestant", "young and old": everybody, and no ground."""
    result = list(mentions)
    grounds = [i for i, m in enumerate(mentions) if _is_ground(m)]
    for first, second in itertools.pairwise(grounds):
        one, two = mentions[first], mentions[second]
        gap = norm[one.end : max(one.end, two.start)]
        opposed = frozenset((one.text.rstrip("s"), two.text.rstrip("s"))) in _OPPOSED
        if opposed and one.ids == two.ids and re.fullmatch(r" (?:and|or|and the|or the|as well as) ", gap):
            for index in (first, second):
                result[index] = mentions[index].taken(Stance.DROPPED)
    return result


def _contrasted(norm: str, mentions: list[Mention]) -> list[Mention]:
    """Men and women treated differently: sex."""
    if any(m.ids == ("gender reassignment",) for m in mentions):
        return mentions
    told = [m for m in mentions if m.ids == ("sex",) and _is_ground(m)]
    if any(m.stance is not Stance.OPEN or m.why != UNEARNED for m in told):
        return mentions
    for match in _CONTRAST.finditer(norm):
        between = match["one"] if match["one"] is not None else match["two"]
        start, end = sentence_of(norm, match.start())
        unlike = _UNLIKE.search(norm[start:end]) and not _EVERYBODY.search(norm[start:end])
        if unlike and not _ALIKE.fullmatch(between):
            stated = Mention(Kind.GROUND, ("sex",), match.start(), match.end(), match.group())
            rest = [m for m in mentions if not (m.ids == ("sex",) and m.kind is Kind.WEAK_ASK)]
            return sorted([*rest, stated], key=lambda m: m.start)
    return mentions


def _turned_from(norm: str, mentions: list[Mention]) -> list[Mention]:
    """What the writer says to be, and then turns from to the cause, is not the cause."""
    result = []
    for mention in mentions:
        start, end = sentence_of(norm, mention.start)
        own = cues.I_AM.match(norm[start : mention.end])
        turn = _TURNED_TO.match(norm[mention.end : end]) if own else None
        later = {
            m.ids
            for m in mentions
            if turn and _is_ground(m) and m.stance is Stance.ASSERTED and m.start > mention.end
        }
        gone = (
            turn
            and _is_ground(mention)
            and mention.stance is not Stance.DENIED
            and later
            and mention.ids not in later
        )
        result.append(mention.taken(Stance.DROPPED) if gone else mention)
    return result


def _converged(norm: str, mentions: list[Mention]) -> list[Mention]:
    """Several mentions of one ground, of no other and of nothing else, with what was done to the writer."""
    grounds = [
        m for m in mentions if _is_ground(m) and m.stance is not Stance.DROPPED and m.why != OF_ANOTHER
    ]
    if len({m.ids for m in grounds}) != 1 or _stated(grounds) or no_part.PLAYED_DOWN.search(norm):
        return mentions
    if any(m.stance is not Stance.OPEN or m.why not in _FACTS for m in grounds):
        return mentions
    ground = grounds[0].ids[0]
    others = [m for m in mentions if m.kind is Kind.ASK and ground not in m.ids]
    apart = {(m.start, m.text) for m in grounds if not any(_inside(m, o) for o in grounds)}
    several = len({text for _, text in apart}) > 1 and re.search(r"\b(?:me|my|i|im|ive)\b", norm)
    if others or not (several or _own_alone(norm, grounds[0], mentions)):
        return mentions
    if not cues.CONDUCT.search(norm):
        return mentions
    return [m.taken(Stance.ASSERTED) if m in grounds and m.why == UNEARNED else m for m in mentions]


def _borne_out(norm: str, mentions: list[Mention]) -> list[Mention]:
    """What the writer is, beside words that may mean it: "I'm a Catholic, they hum the Sash"."""
    tokens = {ground for m in mentions if m.kind is Kind.ASK for ground in m.ids}
    if not tokens or no_part.PLAYED_DOWN.search(norm):
        return mentions
    result = []
    for mention in mentions:
        start, _ = sentence_of(norm, mention.start)
        own = cues.OWN.search(norm[start : mention.start]) or cues.OWN_START.match(mention.text)
        borne_out = own and _is_ground(mention) and mention.ids[0] in tokens and mention.why == UNEARNED
        result.append(mention.taken(Stance.ASSERTED) if borne_out else mention)
    return result


def _own_alone(norm: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the answer tells one thing of its writer, and of no bullying that anybody might meet."""
    if mention.ids[0] in _IN_PASSING or cues.EVERYBODY.search(norm):
        return False
    start, end = sentence_of(norm, mention.start)
    before = norm[start : mention.start]
    bullying = any(m.kind is Kind.NONE for m in mentions)
    if bullying and (start or not cues.OPENS_OWN.match(norm) or _NO_BOTHER.search(norm[:end])):
        return False
    if mention.ids == ("trade union membership",) and cues.TO_THE_UNION.search(before):
        return False
    if cues.OWN.search(before) or cues.I_DO.search(before):
        return True
    associated = mention.ids[0] in _BY_ASSOCIATION and cues.BY_RELATIVE.search(before)
    return bool(associated) or cues.OWN_WORD.search(mention.text) is not None


def _coordinated(norm: str, mentions: list[Mention]) -> list[Mention]:
    """A ground joined by "and" to one that is stated, or one of two of which "both" is said."""
    result = list(mentions)
    open_ids = {m.ids for m in mentions if _is_ground(m) and m.stance is Stance.OPEN and m.why == UNEARNED}
    both = len(open_ids | {(i,) for i in _stated(mentions)}) in (2, 3) and _ON_BOTH.search(norm)
    for index, mention in enumerate(mentions):
        if not _is_ground(mention) or mention.stance is not Stance.OPEN or mention.why != UNEARNED:
            continue
        beside = [m for m in mentions if _is_ground(m) and m.stance is Stance.ASSERTED]
        gaps = [norm[min(m.end, mention.end) : max(m.start, mention.start)] for m in beside]
        within = any(_inside(mention, m) for m in beside)
        if both or within or any(_JOINED.fullmatch(gap) for gap in gaps):
            result[index] = mention.taken(Stance.ASSERTED)
    return result


def _without_sexes(mentions: list[Mention]) -> list[Mention]:
    """The sex that a trans writer was born to or lives in is not a second ground."""
    if "gender reassignment" not in _stated(mentions):
        return mentions
    return [
        m.taken(Stance.DROPPED) if m.ids == ("sex",) and _SEX_NOUN.search(m.text) else m for m in mentions
    ]


def _inside(mention: Mention, other: Mention) -> bool:
    return other is not mention and other.start <= mention.start and mention.end <= other.end


def _without_emblems(mentions: list[Mention]) -> list[Mention]:
    """An emblem only mentioned beside a stated belief adds no ground of its own."""
    if "religious belief" not in _stated(mentions):
        return mentions
    return [
        m.taken(Stance.DROPPED) if m.why == UNEARNED and EMBLEM.fullmatch(m.text) else m for m in mentions
    ]
