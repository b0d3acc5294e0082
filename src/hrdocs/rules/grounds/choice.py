"""Which of several things just told is meant: "it is the gay bit", "only the first", one of a list."""

import re

from hrdocs.rules.grounds.phrases import Kind, Mention, Stance

_PLACES = {"first": 0, "former": 0, "second": 1, "latter": 1, "third": 2, "last": -1}
_MEANT = re.compile(
    r"\b(?:(?:only|just|its|it is|mean|about|because of|on about|goes on about is"
    r"|comes down to) (?:just |only |really |all )?)"
    r"the (?P<place>first|second|third|former|latter|last)(?: (?:one|of (?:these|those|them"
    r"|the two)))?(?= [.,;:!|-]| that| is| he| she| they|$)"
    r"|\b(?:is|about) the (?P<late>first|second|third|former|latter|last)(?: one)?(?= [.,;:!|-]|$)"
)
_BIT = re.compile(r"^ (?:bit|part|thing|side|one)\b")
_IT_IS = re.compile(r"[:-] (?:it is|its|mine is|i mean|i choose|answer) (?:my )?$")
_LIST = 4  # different grounds before a choice: the form's own list
_LED = re.compile(r"\b(?:its|it is|about|just|only|mean) (?:just |only )?(?:the|my|being) $")


def choose(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the one that the writer picks out stated, and what was told beside it set aside."""
    told = [m for m in mentions if m.kind in (Kind.GROUND, Kind.SLUR) and m.stance is not Stance.DROPPED]
    meant = _by_name(norm, told) or _from_list(norm, told) or _by_place(norm, told)
    if meant is None:
        return mentions
    return [_judged(m, meant) if m in told and m.start <= meant[1] else m for m in mentions]


def _by_name(norm: str, told: list[Mention]) -> tuple[str, int] | None:
    """The ground picked out by its word and "bit", and where; None where none is."""
    for mention in told:
        picked = _BIT.match(norm[mention.end :]) and _LED.search(norm[: mention.start])
        if picked and any(m.ids != mention.ids and m.end < mention.start for m in told):
            return mention.ids[0], mention.start
    return None


def _from_list(norm: str, told: list[Mention]) -> tuple[str, int] | None:
    """The ground that follows a long list of them with "it is", and where; None where none does."""
    last = told[-1] if told else None
    if last is None or len({m.ids for m in told}) < _LIST or not _IT_IS.search(norm[: last.start]):
        return None
    return last.ids[0], last.start


def _by_place(norm: str, told: list[Mention]) -> tuple[str, int] | None:
    """The ground picked out as the first or second of those told before, and where; None where none is."""
    for match in _MEANT.finditer(norm):
        before = list(dict.fromkeys(m.ids[0] for m in told if m.end <= match.start()))
        place = _PLACES[match["place"] or match["late"]]
        if 1 < len(before) < 4 and place < len(before):
            return before[place], match.start()
    return None


def _judged(mention: Mention, meant: tuple[str, int]) -> Mention:
    return mention.taken(Stance.ASSERTED if mention.ids[0] == meant[0] else Stance.DENIED)
