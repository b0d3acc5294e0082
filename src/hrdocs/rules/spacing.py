"""One space between words, one line to an entry: what typing, scans and lines too short do to a text.

A line that only ran out of room goes on in the next; a line that begins an entry stays one.
"""

import re
from collections.abc import Callable

from hrdocs.rules.names import MONTH_NAMES, WEEKDAY_NAMES

_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTH_NAMES)})[a-z]*\.?"
_WEEKDAY = rf"(?:{'|'.join(name[:3] for name in WEEKDAY_NAMES)})[a-z]*\.?"
_UNEVEN = re.compile(r"[^\S ]|[ ]{2}|\([sS]\)|\A[ ]?[\"\u201c]")
_GAP = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r" ?\n[ \n]*")
_PLURAL = re.compile(r"(?<=[a-zA-Z])\(([sS])\)")
_QUOTED = re.compile(r"\A ?[\"\u201c]([^\"\u201c\u201d]*)[\"\u201d] ?\Z", re.DOTALL)
_LINE = re.compile(r"\n")
_LONG = 40  # characters: a shorter line ends where its writer ended it
# A line that ends so goes on, whatever follows; and pairs of an end and a beginning that make one date.
_GOES_ON = re.compile(
    r"(?:(?:^|[^a-z])(?:on|of|the|and|to|from|until|till|between|at|in|or|since|by|around|about|then|a|an|my|was|is|"
    r"am|are|were|with|for|early|late|mid|last|past|next|this|that|because|not|as|i|he|she|they|we|being|due|than|"
    r"who|which|but|so|if|when|while|his|her|their|our|your)|(?<=[0-9])(?:st|nd|rd|th)|[&,/\u2013-])$",
    re.IGNORECASE,
)
_ONE_DATE = tuple(
    (
        re.compile(rf"(?:^|[^a-z0-9]|(?<=[a-z])(?=day)){end}$", re.IGNORECASE),
        re.compile(rf"{begin}(?![a-z0-9])", re.IGNORECASE),
    )
    for end, begin in (
        (r"[0-9]{1,2}(?:st|nd|rd|th)?(?: of)?,?", rf"(?:{_MONTH}|[a-z]{{3,10}}\.?,? (?:19|20)[0-9]{{2}})"),
        (r"(?:day|eve|holiday),?", r"(?:19|20)[0-9]{2}"),
        (
            r"(?:[0-9]{1,2}|an?|two|three|four|five|six|few|couple of|several)",
            r"(?:days?|weeks?|months?|years?)",
        ),
        (r"[0-9]{1,2}", r"[/.-] ?[0-9]{1,2}"),
        (
            r"(?:boxing|christmas|easter|good|new year'?s|st\.? [a-z]+'?s|valentine'?s|bank|spring|summer|"
            r"autumn|winter)",
            r"(?:day|eve|monday|friday|sunday|holiday|(?:19|20)[0-9]{2})",
        ),
        (rf"{_MONTH},?", r"(?:19|20)[0-9]{2}"),
        (rf"{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,?", r"(?:19|20)[0-9]{2}"),
        (rf"{_WEEKDAY},?", r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?"),
    )
)
_GOES_WITH = re.compile(
    r"(?:of|in|at|on|to|and|or|by|when|while|where|who|which|that|until|till|with|for)(?![a-z])|(?:ago|later|before|after|onwards?|inclusive)(?![a-z])"
)
_DIGIT = re.compile(r"[0-9]")

Places = list[int]


def even_out(text: str, *, without: re.Pattern[str] | None = None) -> tuple[str, Places | None]:
    """The text evenly spaced, and the place of each of its characters (and of its end) in the original.

    No places where nothing was changed. `without` is left out.
    """
    leaves_out = without is not None and without.search(text) is not None
    if not leaves_out and not _UNEVEN.search(text):
        return text, None
    even, places = text, list(range(len(text) + 1))
    if without is not None:
        even, places = _replaced(even, places, without, lambda _: (0, ""))
    for pattern, put in _CHANGES:
        even, places = _replaced(even, places, pattern, put)
    return even, places


def _replaced(
    text: str, places: Places, pattern: re.Pattern[str], put: Callable[[re.Match[str]], tuple[int, str]]
) -> tuple[str, Places]:
    """`put` gives what stands in a match's stead, which is no longer, and where in the match it begins."""
    parts: list[str] = []
    kept: Places = []
    position = 0
    for match in pattern.finditer(text):
        shift, new = put(match)
        start = match.start() + shift
        parts += [text[position : match.start()], new]
        kept += [*places[position : match.start()], *places[start : start + len(new)]]
        position = match.end()
    if not parts:
        return text, places
    return "".join((*parts, text[position:])), [*kept, *places[position:]]


def _join_line(match: re.Match[str]) -> tuple[int, str]:
    text, at = match.string, match.start()
    above = text[text.rfind("\n", 0, at) + 1 : at]
    end = text.find("\n", at + 1)
    below = text[at + 1 : end if end > 0 else len(text)]
    return 0, " " if _is_one_line(above, below) else "\n"


def _is_one_line(above: str, below: str) -> bool:
    tail = above[-40:]
    if _GOES_ON.search(tail) or any(one.search(tail) and two.match(below) for one, two in _ONE_DATE):
        return True
    if not below[:1].islower() or above[-1:] in ".!?:;":
        return False
    if len(above) >= _LONG or _GOES_WITH.match(below):
        return True
    return bool(_DIGIT.search(above)) and not _DIGIT.search(below)


_CHANGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, str]]], ...] = (
    (_GAP, lambda _: (0, " ")),
    (_BREAK, lambda match: (match.group().index("\n"), "\n")),
    (_PLURAL, lambda match: (1, match[1])),
    (_QUOTED, lambda match: (match.start(1), match[1])),
    (_LINE, _join_line),
)
