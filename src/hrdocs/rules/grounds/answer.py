"""An answer of words to the grounds it states, denies and leaves open."""

import itertools
import re

from hrdocs.rules.grounds.choice import choose
from hrdocs.rules.grounds.cues import BY_RELATIVE_AT_ALL, CONDUCT, FIRM_CAUSE, OF_THE_RELATIVE, OTHERS_CASE
from hrdocs.rules.grounds.earned import OF_RELATIVE, OF_SOMETHING, UNEARNED
from hrdocs.rules.grounds.no_ground import (
    left_unsaid,
    none_said_after,
    none_said_first,
    says_none,
    which_unsure,
)
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance, find_mentions, is_deed
from hrdocs.rules.grounds.reading import GroundReading, in_order
from hrdocs.rules.grounds.scope import judge
from hrdocs.rules.grounds.settled import settle
from hrdocs.rules.grounds.story import complaint_at, gives_another_cause, none_told, quotes, tells_of_bullying
from hrdocs.rules.grounds.story_cues import ONES_OWN_HEALTH
from hrdocs.rules.grounds.story_weigh import weigh
from hrdocs.rules.grounds.text import PlainText, order_text
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN
from hrdocs.rules.grounds.words_frames import FRAME
from hrdocs.rules.spacing import even_out
from hrdocs.rules.values_text import is_nothing

_NONE_WORDS = ("none", "na", "n / a", "nil")
_NATION = re.compile(r"irish|british|israel")
_COMMUNITY = {"religious belief", "political opinion"}
_SHORT = 10  # words
_LONG = 14  # words
_SOFT_AGE = re.compile(
    r"(?:like )?(?:an? |the )?(?:dinosaurs?|snowflakes?|fossils?|relics?|child|kids?|baby)"
)
_SOFT_SEX = re.compile(
    r"(?:\w+ )?(?:lady|ladies|wom[ae]n|girls?|m[ae]n)|(?:dirty|rude) (?:pictures?|photos?|jokes?"
    r"|stor(?:y|ies)|talk)"
)
_MOST = 150  # mentions: so many are a list of words, for a person to read
_LONGEST = 4000  # characters: a longer answer is a narrative, for a person to read
_IDENTITY = re.compile(
    r"single|married|engaged|separated|black|white|brown|asian|woman|women|girl|lady|young|older"
    r"|younger|elderly|travell?er|kids|children|child|baby|weight|stress"
)
_LISTED = re.compile(r" (?:and|,|&|plus) (?:(?:a|an|also|being|im|i|am|the) )*")
_VERB = re.compile(
    r"\b(?:wont|dont|doesnt|do|i|im|hes|shes|theyre|he|she|they|it|its|we|is|are|was|were|has|have|who|which)\b"
)
_NO_NAME = re.compile(
    r" ?(?:not|from|at|in|on|out|with|by|for|of|to|since|after|during|every|always|being|\d+|\w+ing|\w+ed)\b"
)
"""How an item of a list begins that goes on about the one before it, and names no ground of its own."""
_PASSING = (OF_ANOTHER, OF_SOMETHING)
_BESIDE = 4  # words between a ground and the open words that it explains, at most
_PARENT_OF = re.compile(r"kids|children|child|baby")
_LED = 60  # characters in which the cause of an open word stands
_LONGEST_LIST = 8  # a run of so many different grounds is the form's own printed list


def read_written(text: str) -> GroundReading:
    """The grounds in an answer of words, without tick boxes."""
    if is_nothing(text) and re.search(r"\w", text):
        return GroundReading(none_stated=True, reasons=("The writer states no ground.",))
    plain = order_text(even_out(text)[0])
    if len(plain.norm) > _LONGEST:
        return GroundReading(ambiguous=(("the whole answer", ()),), reasons=("The answer is too long.",))
    mentions = find_mentions(plain.norm)
    if len(mentions) > _MOST:
        return GroundReading(ambiguous=(("the whole answer", ()),), reasons=("The answer is too long.",))
    mentions = settle(plain.norm, judge(plain.norm, mentions))
    mentions = choose(plain.norm, weigh(plain.norm, mentions))
    mentions, printed = _without_printed_list(plain.norm, mentions)
    mentions = _leave_choices_open(plain.norm, _settle_pairs(plain.norm, mentions))
    asserted = {m.ids[0] for m in mentions if _states(m, Stance.ASSERTED)}
    denied = {m.ids[0] for m in mentions if _states(m, Stance.DENIED)}
    torn = asserted & denied
    by_name = {ground for ground in torn if _denied_by_name(mentions, ground)}
    asserted, torn = asserted - by_name, torn - by_name
    asserted, denied = asserted - torn, denied - torn
    outright = says_none(plain.norm) or none_told(plain.norm)
    refused = which_unsure(plain.norm) or none_said_first(plain.norm) or none_said_after(plain.norm, outright)
    asked = _asked(plain, mentions, asserted, denied, outright)
    asked += [(m.text, m.ids) for m in mentions if torn & set(m.ids) and _states(m, Stance.ASSERTED)]
    asked += [a for a in _unread_items(plain, mentions, asserted) if not (a[1] and set(a[1]) <= asserted)]
    asked += [(m.text, ()) for m in mentions if asserted and _is_bare_none(plain.norm, m)]
    if printed:
        asked.append(("the form's own list", ()))
    if refused and asserted:
        asked.append((refused, in_order(asserted)))
        asserted = set()
    bullying = any(m.kind is Kind.NONE for m in mentions) or tells_of_bullying(plain.norm)
    softly = _only_soft(plain.norm, mentions, asserted)
    asked += [(ground, (ground,)) for ground in softly if quotes(plain.norm, mentions, ground)]
    asserted = asserted - softly
    if bullying and not (outright or asserted or asked or denied):
        asked += left_unsaid(plain.norm[complaint_at(plain.norm) :], gives_another_cause(plain.norm))
    caused = bool(denied) and gives_another_cause(plain.norm)
    none = not asserted and not asked and (bullying or outright or caused)
    reasons = _reasons(mentions, asserted, denied, asked, none, printed)
    return GroundReading(in_order(asserted), in_order(denied), tuple(asked), none, reasons)


def _states(mention: Mention, stance: Stance) -> bool:
    return mention.kind in (Kind.GROUND, Kind.SLUR) and mention.stance is stance


def _only_soft(norm: str, mentions: list[Mention], asserted: set[str]) -> set[str]:
    """The grounds of a long answer that only a word of many uses states, where others are stated too."""
    if len(asserted) < 2 or len(norm.split()) <= _LONG:
        return set()
    soft = {("age",): _SOFT_AGE, ("sex",): _SOFT_SEX}
    stated = [m for m in mentions if _states(m, Stance.ASSERTED)]
    firm = {m.ids[0] for m in stated if m.ids not in soft or not soft[m.ids].fullmatch(m.text)}
    return asserted - firm if firm else set()


def _denied_by_name(mentions: list[Mention], ground: str) -> bool:
    """Whether a fact first told is then denied by its ground's own name: "Greek, but not my race"."""
    told = [m for m in mentions if _states(m, Stance.ASSERTED) and m.ids == (ground,)]
    named = [m.start for m in mentions if _states(m, Stance.DENIED) and m.ids == (ground,) and _named(m)]
    if any(m.kind is Kind.SLUR or ATTITUDE.match(m.text) or is_deed(m.text) for m in told):
        return False
    return bool(named) and all(m.end < max(named) for m in told)


def _named(mention: Mention) -> bool:
    return OWN_NOUN.fullmatch(mention.text) is not None or mention.text in mention.ids


def _without_printed_list(norm: str, mentions: list[Mention]) -> tuple[list[Mention], bool]:
    """The mentions without a run of many grounds, or a list of examples, that the form itself prints."""
    grounds = [m for m in mentions if m.kind is not Kind.NEUTRAL]
    runs: list[list[Mention]] = []
    for mention in grounds:
        gap = norm[max(m.end for m in runs[-1]) : mention.start] if runs else ""
        if runs and re.fullmatch(
            r"[\s,;/|.()\-:]*(?:(?:and|or|status|similar|background|membership|of)[\s,;/|.()\-:]*)*", gap
        ):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    dropped: set[Mention] = set()
    for run in runs:
        several = len({m.ids for m in run if m.kind is Kind.GROUND})
        example = re.search(r"\b(?:eg|for example|such as|i e|ie)\W*$", norm[: run[0].start])
        if several >= _LONGEST_LIST or (example and several > 1):
            dropped.update(run)
    kept = [m for m in mentions if m not in dropped]
    left = any(m.ids for m in kept) or any(m.kind is Kind.NONE for m in kept)
    return kept, bool(dropped) and not left


_A_MAN = re.compile(r"\b(?:im|i am|as) (?:also )?(?:a )?(?:male|man|gay man|fella|bloke|guy|lad)\b")
_A_WOMAN = re.compile(r"\b(?:im|i am|as) (?:also )?(?:a )?(?:female|woman|lesbian|girl|lady)\b")
_OF_A_MAN = re.compile(r"\b(?:(?:my|a) (?:husband|boyfriend)|(?:married|engaged) to a (?:man|male))\b")
_OF_A_WOMAN = re.compile(r"\b(?:(?:my|a) (?:wife|girlfriend)|(?:married|engaged) to a (?:woman|female))\b")


def _same_sex_pair(norm: str) -> re.Match[str] | None:
    """The words for the partner of a writer who is of the same sex."""
    if _A_MAN.search(norm):
        return _OF_A_MAN.search(norm)
    return _OF_A_WOMAN.search(norm) if _A_WOMAN.search(norm) else None


def _settle_pairs(norm: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions that depend on one another: "my husband" of a man; "gender" explained as trans."""
    pair = _same_sex_pair(norm)
    result = mentions
    if pair:
        result = [m for m in result if m.ids != ("sex",) and m.kind is not Kind.WEAK_ASK]
        result.append(Mention(Kind.GROUND, ("sexual orientation",), pair.start(), pair.end(), pair.group()))
    explained = any(m.ids == ("gender reassignment",) and m.stance is Stance.ASSERTED for m in result)
    if explained and re.search(r"\bgender [-:(]", norm):
        result = [m for m in result if m.text != "gender"]
    return sorted(result, key=lambda m: m.start)


_CHOICE = re.compile(r" or (?:(?:my|the|a|an|because|of|maybe|possibly|is|it|on|for|due|to|im|i|am|being) )*")


def _leave_choices_open(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with "sex or age" left open: which of the two is meant is not said."""
    result = list(mentions)
    stated = [i for i, m in enumerate(mentions) if _states(m, Stance.ASSERTED)]
    for first, second in itertools.pairwise(stated):
        one, two = mentions[first], mentions[second]
        if one.ids != two.ids and _CHOICE.fullmatch(norm[one.end : max(one.end, two.start)]):
            for index in (first, second):
                result[index] = mentions[index].taken(Stance.OPEN, "which of the two is meant is not said")
    return result


def _unread_items(
    plain: PlainText, mentions: list[Mention], asserted: set[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """The items of a short list in which some state a ground and these cannot be read."""
    norm = re.sub(r" (?:and|plus) ", lambda m: " , ".center(len(m.group())), plain.norm)
    items = list(re.finditer(r"[^,;/|+]+", norm))
    if not asserted or len(items) < 2 or any(len(i.group().split()) > 3 for i in items):
        return []
    found = []
    for item in items:
        held = [
            m
            for m in mentions
            if m.start < item.end() and item.start() < m.end and m.kind is not Kind.WEAK_ASK
        ]
        words = [w for w in re.findall(r"[a-z]+", item.group()) if w not in FRAME]
        sentence = _VERB.search(item.group()) or CONDUCT.search(item.group())
        sentence = sentence or _NO_NAME.match(item.group())
        if words and not held and not sentence:
            weak = tuple(m.ids for m in mentions if item.start() <= m.start < item.end())
            found.append((plain.written(item.start(), item.end()), weak[0] if weak else ()))
    return found


def _asked(
    plain: PlainText, mentions: list[Mention], asserted: set[str], denied: set[str], none: bool
) -> list[tuple[str, tuple[str, ...]]]:
    """The words that must be asked about, once what the text settles itself is taken out."""
    found: dict[str, tuple[str, ...]] = {}
    told = len(plain.norm.split()) > _SHORT and any(m.kind is Kind.NONE for m in mentions)
    told = told and not (OTHERS_CASE.search(plain.norm) or BY_RELATIVE_AT_ALL.search(plain.norm))
    for mention in mentions:
        open_ground = _states(mention, Stance.OPEN)
        gone = mention.stance in (Stance.DENIED, Stance.DROPPED)
        strong = mention.kind is Kind.ASK and not gone
        weak = mention.kind is Kind.WEAK_ASK and not gone and not none
        weak = weak and (not asserted or _adds_a_ground(plain.norm, mention, mentions, asserted))
        if not (open_ground or strong or weak):
            continue
        if asserted & set(mention.ids) and not (strong and _stands_apart(plain.norm, mention, mentions)):
            continue
        if set(mention.ids) == _COMMUNITY and asserted & _COMMUNITY and not _NATION.search(mention.text):
            continue
        if (
            open_ground
            and set(mention.ids) <= denied
            and (mention.why if asserted else mention.why in (UNEARNED, OF_SOMETHING))
        ):
            continue
        if "family status" in asserted and mention.why == OF_RELATIVE:
            continue
        if (none and mention.why == UNEARNED) or ((asserted or none or told) and mention.why in _PASSING):
            continue
        candidates = tuple(c for c in mention.ids if c not in denied or open_ground)
        if (mention.ids and not candidates) or (
            asserted and OF_THE_RELATIVE.match(plain.norm, mention.start)
        ):
            continue
        words = plain.written(mention.start, mention.end)
        found[words] = tuple(dict.fromkeys((*found.get(words, ()), *candidates)))
    return list(found.items())


def _adds_a_ground(norm: str, mention: Mention, mentions: list[Mention], asserted: set[str]) -> bool:
    """Whether the name of one further ground stands in a short answer, or is listed beside a ground."""
    if not mention.ids or set(mention.ids) & asserted or not _IDENTITY.fullmatch(mention.text):
        return False
    if _PARENT_OF.fullmatch(mention.text) and re.match(
        r" (?:is|has|was|are|have|have got)\b", norm[mention.end :]
    ):
        return False
    if len(norm.split()) <= _SHORT or FIRM_CAUSE.search(norm[max(0, mention.start - _LED) : mention.start]):
        return True
    stated = [m for m in mentions if _states(m, Stance.ASSERTED) and m.end <= mention.start]
    return any(_LISTED.fullmatch(norm[m.end : mention.start]) for m in stated)


def _is_bare_none(norm: str, mention: Mention) -> bool:
    """Whether "none" stands as an item of its own."""
    alone = mention.kind is Kind.NONE and mention.text in _NONE_WORDS
    return alone and bool(re.match(r" [,;/|().-]| and |$", norm[mention.end :]))


def _stands_apart(norm: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether no ground stands beside words of several meanings to say which is meant."""
    for other in mentions:
        if not _states(other, Stance.ASSERTED) or other.ids[0] not in mention.ids:
            continue
        if other.kind is Kind.SLUR and other.ids == ("race",) and mention.text == "irish":
            return False
        named = OWN_NOUN.fullmatch(other.text) or other.text.startswith(other.ids[0])
        health = ONES_OWN_HEALTH.fullmatch(mention.text)
        if named or not (_NATION.search(mention.text) or health):
            first, second = sorted((mention, other), key=lambda m: m.start)
            if len(re.findall(r"\w+", norm[first.end : max(first.end, second.start)])) <= _BESIDE:
                return False
    return True


def _reasons(
    mentions: list[Mention],
    asserted: set[str],
    denied: set[str],
    asked: list[tuple[str, tuple[str, ...]]],
    none: bool,
    printed: bool,
) -> tuple[str, ...]:
    """The reading in plain sentences."""
    said = [
        f'"{m.text}" states {m.ids[0]}.'
        for m in mentions
        if _states(m, Stance.ASSERTED) and m.ids[0] in asserted
    ]
    said += [
        f'"{m.text}": {m.ids[0]} is denied.'
        for m in mentions
        if _states(m, Stance.DENIED) and m.ids[0] in denied
    ]
    said += [f'"{m.text}": {m.why}.' for m in mentions if m.stance is Stance.OPEN and m.why]
    said += [
        f'"{words}" may mean {" or ".join(ids)}.' if ids else f'"{words}" names no ground.'
        for words, ids in asked
    ]
    if none:
        said.append("The writer states no ground.")
    if printed:
        said.append("The answer is the form's own list, with nothing chosen.")
    if not said:
        said.append("No words for a ground were found.")
    return tuple(dict.fromkeys(said))
