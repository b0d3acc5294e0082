"""The vocabulary compiled, and the mentions of grounds that stand in an ordered text."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from hrdocs.rules.grounds import words

_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy)"
_UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)"
_AGE = rf"(?:1[6-9]|[2-7][0-9]|sixteen|seventeen|eighteen|nineteen|{_TENS}(?: {_UNITS})?)"


_STRETCH = 80  # characters


class Kind(Enum):
    """What a phrase is: a ground, a slur, words to be asked about, a trap, or a denial of every ground."""

    GROUND = "ground"
    SLUR = "slur"
    ASK = "ask"
    WEAK_ASK = "weak ask"
    NEUTRAL = "neutral"
    NONE = "none"


class Stance(Enum):
    """What the writer says of a mention."""

    ASSERTED = "asserted"
    DENIED = "denied"
    OPEN = "open"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the vocabulary, with its place in the ordered text."""

    kind: Kind
    ids: tuple[str, ...]
    start: int
    end: int
    text: str
    stance: Stance = Stance.ASSERTED
    why: str = ""

    def taken(self, stance: Stance, why: str = "") -> "Mention":
        return replace(self, stance=stance, why=why)


@dataclass(frozen=True, slots=True)
class _Matcher:
    kind: Kind
    ids: tuple[str, ...]
    pattern: re.Pattern[str]
    exclusive: bool


def phrase_pattern(phrase: str) -> str:
    """The regular expression of one phrase of the vocabulary (its notation: words)."""
    phrase = " ".join(phrase.split())
    phrase = phrase.replace(" .. ", r" (?:[a-z0-9]+ ){0,3}").replace("*", "[a-z]*")
    phrase = phrase.replace("{as}", words.AS).replace("{iam}", words.I_AM)
    phrase = phrase.replace("[_]", "[[a-z]+]")
    kept = (
        phrase.replace("[a-z]", "\x00")
        .replace("[a-z0-9]", "\x01")
        .replace("[2-7]", "\x02")
        .replace("[6-9]", "\x03")
    )
    kept = kept.replace("[0-9]", "\x04")
    if "call" in phrase:
        kept = kept.replace(" me ", ' me(?: ")? ')
    kept = re.sub(r" \[([^\[\]]*)\]", r"(?: (?:\1))?", kept)
    kept = re.sub(r"(?<![a-z)\x00])\[([^\[\]]*)\] ", r"(?:(?:\1) )?", kept)
    kept = re.sub(r"\[([^\[\]]*)\]", r"(?:\1)?", kept)
    for mark, real in (
        ("\x00", "[a-z]"),
        ("\x01", "[a-z0-9]"),
        ("\x02", "[2-7]"),
        ("\x03", "[6-9]"),
        ("\x04", "[0-9]"),
    ):
        kept = kept.replace(mark, real)
    return re.sub(r"\((?!\?)", "(?:", kept).replace("{age}", _AGE)


def _compiled(phrases: list[str]) -> re.Pattern[str]:
    """One expression for many phrases; the longest phrases first."""
    parts = sorted((phrase_pattern(p) for p in phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().split("\n") if line.strip()]


@lru_cache(maxsize=1)
def _matchers() -> tuple[_Matcher, ...]:
    found = []
    for ground, block in words.GROUNDS.items():
        lines = _lines(block)
        own = [line.removeprefix("=") for line in lines if line.startswith("=")]
        plain = [line for line in lines if not line.startswith("=")]
        if own:
            found.append(_Matcher(Kind.GROUND, (ground,), _compiled(own), True))
        found.append(_Matcher(Kind.GROUND, (ground,), _compiled(plain), False))
    for ground, block in words.SLURS.items():
        found.append(_Matcher(Kind.SLUR, (ground.partition(",")[0],), _compiled(_lines(block)), False))
    found.extend(_Matcher(Kind.ASK, ids, _compiled([phrase]), False) for phrase, ids in words.ASKS)
    found.extend(_Matcher(Kind.WEAK_ASK, ids, _compiled([phrase]), False) for phrase, ids in words.WEAK_ASKS)
    found.append(_Matcher(Kind.NEUTRAL, (), _compiled(_lines(words.NEUTRAL)), True))
    found.append(_Matcher(Kind.NONE, (), _compiled(_lines(words.NONE_STATED)), False))
    return tuple(found)


@lru_cache(maxsize=1)
def _deeds() -> re.Pattern[str]:
    return _compiled([line for block in words.DEEDS.values() for line in _lines(block)])


def is_deed(text: str) -> bool:
    """Whether a mention tells by itself of what was said or done on its ground."""
    return _deeds().fullmatch(text) is not None


def find_mentions(norm: str) -> list[Mention]:
    """Every phrase of the vocabulary in an ordered text, none hidden by a longer one, by place."""
    found: list[tuple[bool, Mention]] = []
    for matcher in _matchers():
        for match in matcher.pattern.finditer(norm):
            mention = Mention(matcher.kind, matcher.ids, match.start(), match.end(), match.group())
            found.append((matcher.exclusive, mention))
    found.extend((False, mention) for mention in _item_mentions(norm))
    hiding = _by_place([m for exclusive, m in found if exclusive])
    kept = [m for exclusive, m in found if not _hidden(m, exclusive, _around(m, hiding))]
    grounds = _by_place([m for m in kept if m.kind in (Kind.GROUND, Kind.SLUR)])
    strong = _by_place([m for m in kept if m.kind is Kind.ASK])
    result = [m for m in kept if not _covered(m, _around(m, grounds), _around(m, strong))]
    return sorted(dict.fromkeys(result), key=lambda m: (m.start, -m.end, m.kind.value))


def _by_place(mentions: list[Mention]) -> dict[int, list[Mention]]:
    """Mentions by the stretches of the text, `_STRETCH` characters each, that they lie in."""
    places: dict[int, list[Mention]] = {}
    for mention in mentions:
        for place in range(mention.start // _STRETCH, mention.end // _STRETCH + 1):
            places.setdefault(place, []).append(mention)
    return places


def _around(mention: Mention, places: dict[int, list[Mention]]) -> list[Mention]:
    """The mentions that may overlap one."""
    stretches = range(mention.start // _STRETCH, mention.end // _STRETCH + 1)
    return [m for place in stretches for m in places.get(place, ())]


def _hidden(mention: Mention, exclusive: bool, hiding: list[Mention]) -> bool:
    """Whether an exclusive phrase covers the mention, or a longer exclusive one overlaps it."""
    for other in hiding:
        if (
            other is mention
            or mention.kind is Kind.NONE
            or other.end <= mention.start
            or mention.end <= other.start
        ):
            continue
        if mention.end > other.end:
            continue  # the mention's own last word stands outside
        if other.kind is Kind.NEUTRAL and other.start > mention.start and other.end == mention.end:
            continue  # a longer phrase that ends alike
        longer = other.end > mention.end or other.end - other.start > mention.end - mention.start
        if longer or not exclusive or (other.kind is Kind.NEUTRAL and mention.kind is not Kind.NEUTRAL):
            return True
    return False


def _covered(mention: Mention, grounds: list[Mention], strong: list[Mention]) -> bool:
    """Whether a weaker reading of the same words gives way to a stronger one."""

    def within(others: list[Mention], proper: bool = False) -> bool:
        return any(
            o.start <= mention.start
            and mention.end <= o.end
            and (not proper or o.end - o.start > mention.end - mention.start)
            for o in others
        )

    if mention.kind is Kind.WEAK_ASK:
        return within(grounds) or within(strong)
    if mention.kind is Kind.ASK:
        return (
            within(grounds)
            or within([s for s in strong if s.ids], True)
            or (not mention.ids and within(strong, True))
        )
    if mention.kind in (Kind.GROUND, Kind.SLUR):
        return within(strong, True) or within([g for g in grounds if g.ids == mention.ids], True)
    return False


# --- Items of a list ------------------------------------------------------------------------------

_ITEM = re.compile(r"[^,;/|().:\-]+")
_AND = re.compile(r" (?:and|or) ")
_LEAD = re.compile(
    r"^(?:(?:because|cos|due|of|to|my|im|i am|being|its|it is|on|grounds|the|a|an|just|on account"
    r"|as|probably"
    r"|also|and|or|have|ive|i have|got|\d|two|three|four|five|six|small|wee) )+"
)
_A_PARENT = re.compile(r"\bmy (?:mother|mum|mam|mom|father|dad|daddy|mammy)$")  # whose care is not told of
_ELSEWHERE = re.compile(r"\b(?:see|attached|overleaf|discuss\w*|both|continued)\b")
_SHORT = 10  # words: in a longer answer a bare number is no age
_AGED = re.compile(rf"{_AGE}(?: (?:years?|yrs?)(?: (?:old|of age))?)?")
_YEAR = re.compile(r"(?: (?:in|from|of))? (?:19|20)\d\d$")


@lru_cache(maxsize=1)
def _whole() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((ground, frozenset(listed.split(";"))) for ground, listed in words.WHOLE.items())


@lru_cache(maxsize=1)
def _open_items() -> re.Pattern[str]:
    return _compiled([words.ITEM_ASKS])


def _item_mentions(norm: str) -> list[Mention]:
    """Words that state a ground because they are a whole item: "old", "my health", "kids"."""
    found = []
    short = len(norm.split()) <= _SHORT
    for stretch in _ITEM.finditer(norm):
        at = stretch.start()
        for part in _AND.split(stretch.group()):
            start = at + len(part) - len(part.lstrip())
            bare = part.strip()
            at += len(part) + 4 + (norm[at + len(part) : at + len(part) + 5] == " and ")
            led = _LEAD.sub("", bare)
            begin = start + len(bare) - len(led)
            shorter = _YEAR.sub("", led)
            for ground, listed in _whole():
                if shorter in listed and not _A_PARENT.search(norm[start : begin + len(shorter)]):
                    found.append(Mention(Kind.GROUND, (ground,), begin, begin + len(shorter), shorter))
            if (
                short
                and _AGED.fullmatch(led)
                and not re.search(r"[/\d]", norm[max(0, start - 3) : start] + norm[at : at + 3])
            ):
                found.append(Mention(Kind.ASK, ("age",), begin, begin + len(led), led))
            if _open_items().fullmatch(bare):
                kind = Kind.WEAK_ASK if _ELSEWHERE.search(bare) else Kind.ASK
                found.append(Mention(kind, (), start, start + len(bare), bare))
    return found
