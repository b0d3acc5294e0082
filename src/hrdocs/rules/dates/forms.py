"""The forms in which pieces of dates are written, and the piece that each makes.

A piece holds only what was written; `resolve` turns it into intervals. Offsets are those of the text.
"""

import re
from collections.abc import Callable

from hrdocs.rules.dates.named import NAMED_DAY
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.words import MONTH, MONTHS, WEEKDAY, WEEKDAYS

_ORD = r"(?: ?(st|nd|rd|th)(?![a-z]))?~*"
_ORD_LOOSE = r"(?:[ .]?(st|nd|rd|th))?~*"
_YEAR4 = r"(2 ?[0o] ?[0-9] ?\d|19\d\d)~*(?!\d)"
_NOT_A_YEAR = rf"(?!\d|[:/]\d|\.\d|-\d|~* ?(?:st|nd|rd|th)\b| ?(?:of )?{MONTH})"
_YEAR_TAIL = rf"(?:[ .,/-]{{0,3}}(?:of |in )?(?:the year |year )?{_YEAR4}|[ .,/-]{{0,3}}'(\d\d)(?!\d)"

PATTERNS: dict[str, str] = {
    "iso": r"(?<![\d/.])((?:19|20)\d\d)([-/.]| ) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[/.]\d|-\d{1,2}(?!\d|[/.-]))",
    "dmy": r"(?:(?<![\d/.])|(?<=-\d\d/)|(?<=-\d{4}/))([0-3] \d(?= ?[/.])|\d{1,2}) ?([/.,|\\*:-]) "
    r"?([01] \d(?= ?[/.])|\d{1,2}) ?([/.,|\\*:-]) ?'?"
    rf"(2 ?0 ?\d ?\d(?!\d)|\d{{5}}|\d{{4}}|\d{{3}}|\d{{2}})~*+(?!\d|[/.]\d(?!\d?[-.]\d)|"
    rf"-\d{{1,2}}(?!\d|[/.-])| ?(?:st|nd|rd|th)?(?: of)? ?{MONTH})",
    "ordinals": r"(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?~*(?: (?:day )?of(?: the)?)? (\d{1,2})(?:st|"
    r"nd|rd|th)~*(?: month)?"
    r"[ ,]{1,2}(?:of )?((?:19|20)\d\d|(?<=[a-z~] )[12]\d)(?!\d|[/.:]\d)"
    r"|(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)~* (?:day )?of the (0?[1-9]|1[0-2])(?:st|nd|rd|th)~*(?: month)?"
    r"(?! ?[\d/])",
    "spaced": r"(?<![\d/.])(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)(?!\d|[/.-]\d)|(?<![\d/.])(\d\d) (\d\d) "
    r"(\d\d)(?! ?[/.-]?\d)",
    "compact": r"(?<![\d/.-])(?:\d{8}|\d{6})(?!\d|[/.-]\d)",
    "year_month": rf"(?<![\d/.])((?:19|20)\d\d)(?:[ ,/-]{{0,2}}|\.(?! ))({MONTH})\.?(?:[ "
    rf".,/-]{{0,2}}(\d{{1,2}}){_ORD}(?!\d|[/.]\d))?"
    r"(?![ .,/-]{0,2}(?:19|20|')\d\d)",
    "roman": r"(?<![\d/.])(\d{1,2}) ?([/.-]) ?(i{1,3}|iv|vi{0,3}|ix|xi{0,2}) ?\2 ?'?(\d{4}|\d\d)(?!\d)",
    "day_month": rf"(?<!\d)(?<!\d\.)(?<!\d{{4}}/)(\d{{1,2}}){_ORD_LOOSE}([ .,/*-]{{0,3}})(?:(?:day )?(?:of|"
    rf"off|in) ?(?:the (?:month of )?)?)?({MONTH})\.?"
    rf"(?:{_YEAR_TAIL}|(?:[ .]{{0,2}}|\3)(\d\d)~*{_NOT_A_YEAR}))?",
    "month_year": rf"({MONTH})\.?[ .,/-]{{0,3}}(?:of |in )?(?:((?:19|20)\d\d)(?!\d)|'(\d\d)(?!\d))",
    "month_day": rf"({MONTH})\.?([ .,/-]{{0,3}})(?:the )?(\d{{1,2}}){_ORD}(?!\d|[:/]\d|\.\d|¤|-\d{{1,2}}/| "
    rf"?(?:of )?{MONTH})"
    rf"(?:[ .,/-]{{1,3}}(?:of |in )?(2 ?0\d\d|19\d\d)(?!\d)|[ .,/-]{{0,3}}'(\d\d)(?!\d)|"
    rf"\2(?<=[/-])(\d\d){_NOT_A_YEAR}"
    rf"|(?<=[a-z]) (\d\d){_NOT_A_YEAR})?",
    "month": rf"({MONTH})\.?",
    "number_month": r"(?<![\d/.])(\d{1,2}) ?[/.-] ?((?:19|20)\d\d)(?!\d|[/.]\d|-\d)",
    "day_number": rf"(?<![\d/.])(\d{{1,2}}) ?([/.]) ?(\d{{1,2}})(?!\d|[/.]\d|-\d\d?(?!\d|[/.])|"
    rf" ?(?:st|nd|rd|"
    rf"th)\b| ?(?:of )?{MONTH})"
    r"|(?<![\d/.-])(0\d)(-)(\d\d)(?![\d/.-])|(?<![\d/.-])(\d\d)(-)(0\d)(?![\d/.-])",
    "year": r"(?<![\d/.])((?:19|20)\d\d)(?: ?[/-] ?(\d\d|(?:19|20)\d\d)(?!\d|[/.-]\d))?(?!\d)|"
    r"(?<![\w])'([12]\d)(?![\w])",
    "number": rf"(?<!\d)(?<!\d[.:])(\d{{1,2}}){_ORD}(?!\d|:\d)",
    "season": r"\b(spring|summer|autumn|winter|fall)(?:time)?\b(?! roll| school| clean| water)(?:[ "
    r"-](?:term|semester|break|holidays?|months?))?"
    r"(?:,? (?:of )?(?:((?:19|20)\d\d)|'(\d\d))(?: ?[/-] ?(\d\d(?:\d\d)?))?)?",
    "weekday": rf"({WEEKDAY})\.?",
    "boxes": r"day ?[:=]? ?(\d{1,2})[ ,;/.-]{0,3}month ?[:=]? ?(\d{1,2})[ ,;/.-]{0,3}year ?[:=]? ?((?:20|"
    r"19)?\d\d)(?!\d)",
}

Handler = Callable[[re.Match[str]], Piece | None]


def build_named(match: re.Match[str], text: str) -> Piece:
    named = NAMED_DAY.match(text, match.start())
    assert named is not None and named.lastgroup is not None  # noqa: S101 - the same pattern matched
    piece = Piece(match.start(), match.end(), "named", name=named.lastgroup.replace("_", "-"))
    tail = _NAMED_YEAR.match(text, match.end())
    if tail:
        piece.year = int(tail[1]) if tail[1] else 2000 + int(tail[2])
        piece.end = tail.end()
    elif piece.name in _GIVES_NAME and _EVENT.match(text, match.end()):
        piece.part = "event"
    return piece


# "The Christmas lights", "an Easter egg hunt": what is called after a day is on some day near it.
_GIVES_NAME = frozenset(("christmas", "easter", "halloween", "new-year", "valentines-day", "st-patricks-day"))
_EVENT = re.compile(
    r" (?!(?:on|at|in|of|and|or|to|when|where|he|she|they|i|we|it|was|were|is|this|last|the|my|our|a|an|"
    r"for|about|"
    r"around|before|after|while|with|by|from|which|that|then|again|during|until|till|week[a-z]*|night|"
    r"evening|day|"
    r"eve|morning|afternoon|period|time|break|holidays?|leave|shift|someone|somebody|there|gone|past|"
    r"called|told|left|got|"
    r"made|"
    r"being|mr|mrs|ms|dr|[a-z]+ed|[a-z]+ing)(?![a-z]))[a-z]{2,}"
)
_NAMED_YEAR = re.compile(
    r"(?: (?:night|evening|party|parade|weekend|day|lunch))?[ ¤]{0,12},? ?(?:\(|of |in )?(?:((?:19|"
    r"20)\d\d)|'?(\d\d))(?![\d/.:-]|st|nd|rd|th"
    rf"| ?(?:of )?{MONTH})\)?"
)


def _year(text: str) -> int:
    digits = text.replace(" ", "").replace("o", "0")
    return int(digits) if len(digits) != 2 else 2000 + int(digits)


def _month(text: str) -> int:
    return MONTHS.index(text[:3]) + 1


def _ordered(piece: Piece) -> Piece:
    """A date whose month cannot be one is month first; `unusual-order` says so."""
    if piece.month and piece.month > 12 and piece.day and piece.day <= 12:
        piece.day, piece.month = piece.month, piece.day
        piece.flags.append("unusual-order")
    return piece


def _iso(match: re.Match[str]) -> Piece:
    piece = Piece(*match.span(), day=int(match[4]), month=int(match[3]), year=int(match[1]), numeric=True)
    piece = _ordered(piece)
    if "unusual-order" in piece.flags:
        piece.doubts.append("has its year first but its month last")
    return piece


def _dmy(match: re.Match[str]) -> Piece | None:
    day, first, month, second, year = match.groups()
    digits = year.replace(" ", "")
    if first != second and (len(digits) == 2 or {first, second} & set(",:|\\*")):
        return None
    if first in ",:*" and (len(digits) == 2 or len(digits) == 3):
        return None
    piece = Piece(
        *match.span(), day=int(day.replace(" ", "")), month=int(month.replace(" ", "")), numeric=True
    )
    if len(digits) in (3, 5) or digits.startswith("00"):
        piece.flags.append("impossible")
        piece.doubts.append("has a year that cannot be read")
    else:
        piece.year = _year(digits)
    if " " in day:
        piece.others.append((int(day[-1]), piece.month, piece.year))
    return _ordered(piece)


def _boxes(match: re.Match[str]) -> Piece:
    """ "Day: 22 Month: 9 Year: 2025", as forms print their boxes."""
    piece = Piece(*match.span(), day=int(match[1]), month=int(match[2]), year=_year(match[3]), numeric=True)
    return _ordered(piece)


def _spaced(match: re.Match[str]) -> Piece:
    day, month, year = match.groups()[:3] if match[1] else match.groups()[3:]
    piece = Piece(*match.span(), day=int(day), month=int(month), year=_year(year), numeric=True)
    if not match[1] and match.group() != match.string.strip():
        piece.doubts.append("is three numbers that may not be a date")
    return _ordered(piece)


def _compact(match: re.Match[str]) -> Piece | None:
    digits = match.group()
    if len(digits) == 8:
        day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        if 1 <= day <= 31 and 1 <= month <= 12 and 1900 < year < 2100:
            return Piece(*match.span(), day=day, month=month, year=year, numeric=True)
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
        if 1900 < year < 2100 and 1 <= month <= 12 and 1 <= day <= 31:
            return Piece(*match.span(), day=day, month=month, year=year, numeric=True)
        return None
    day, month, year = int(digits[:2]), int(digits[2:4]), 2000 + int(digits[4:])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    piece = Piece(*match.span(), day=day, month=month, year=year, numeric=True)
    piece.doubts.append("is six digits in a row, which may be a date or some other number")
    return piece


def _year_month(match: re.Match[str]) -> Piece:
    day = int(match[3]) if match[3] else None
    return Piece(*match.span(), day=day, month=_month(match[2]), year=int(match[1]))


def _ordinals(match: re.Match[str]) -> Piece | None:
    """ "14th of the 10th 2025"; where the second number is no month, it is a list without one."""
    if match[4]:
        return Piece(*match.span(), day=int(match[4]), month=int(match[5]), ordinal=True)
    day, month, year = int(match[1]), int(match[2]), _year(match[3])
    if len(match[3]) == 2 and " of " not in match.group():
        return None
    return Piece(*match.span(), day=day, month=month, year=year, numeric=True) if 1 <= month <= 12 else None


def _roman(match: re.Match[str]) -> Piece:
    month = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii").index(match[3]) + 1
    return Piece(*match.span(), day=int(match[1]), month=month, year=_year(match[4]))


def _day_month(match: re.Match[str]) -> Piece:
    day, ordinal, _, month, full, quoted, short = match.groups()
    written = full or quoted or short
    piece = Piece(*match.span(), day=int(day), month=_month(month), ordinal=bool(ordinal))
    if full and _heads_next(match, 5):
        piece.end = match.end(4)
    else:
        piece.year = _year(written) if written else None
    return piece


def _month_year(match: re.Match[str]) -> Piece:
    if match[2] and _heads_next(match, 2):
        return Piece(match.start(), match.end(1), month=_month(match[1]))
    return Piece(*match.span(), month=_month(match[1]), year=_year(match[2] or match[3]))


def _heads_next(match: re.Match[str], group: int) -> bool:
    """ "5 July. 2025: 6 January": a year behind a full stop that heads what follows."""
    text = match.string
    return text[match.start(group) - 2 : match.start(group)] == ". " and bool(
        _HEADS.match(text, match.end(group))
    )


_HEADS = re.compile(rf" ?[:-]\s*(?:on )?(?:the )?(?:\d{{1,2}}(?!\d)|{MONTH})")


def _month_day(match: re.Match[str]) -> Piece:
    month, gap, day, ordinal, full, quoted, short, after_ordinal = match.groups()
    written = full or quoted or short or (after_ordinal if ordinal else None)
    end = match.end() if written or not after_ordinal else match.start(8) - 1
    piece = Piece(
        match.start(), end, day=int(day), month=_month(month), year=_year(written) if written else None
    )
    piece.ordinal = bool(ordinal)
    if not written and not ordinal and len(day) == 2 and "," not in gap:
        piece.others.append((None, _month(month), 2000 + int(day)))
    return piece


def _bare_month(match: re.Match[str]) -> Piece:
    return Piece(*match.span(), month=_month(match[1]))


def _number_month(match: re.Match[str]) -> Piece | None:
    month = int(match[1])
    return Piece(*match.span(), month=month, year=int(match[2]), numeric=True) if 1 <= month <= 12 else None


def _day_number(match: re.Match[str]) -> Piece:
    day, separator, month = next(match.group(i, i + 1, i + 2) for i in (1, 4, 7) if match[i])
    piece = Piece(*match.span(), day=int(day), month=int(month), numeric=True)
    if separator == "-":
        piece.doubts.append("may be a day and a month or a range of days")
    if separator == "." and int(day) < 24 and len(month) == 2:
        piece.flags.append("time-like")
    return _ordered(piece)


def _bare_year(match: re.Match[str]) -> Piece:
    if match[3]:
        return Piece(*match.span(), year=2000 + int(match[3]))
    piece = Piece(*match.span(), year=int(match[1]))
    if match[2]:
        piece.year_end = int(match[2]) if len(match[2]) == 4 else int(match[1][:2] + match[2])
    return piece


def _number(match: re.Match[str]) -> Piece | None:
    if match[2] and _WEEK_OF.match(match.string, match.end()):
        return None
    return Piece(*match.span(), "int", day=int(match[1]), ordinal=bool(match[2]))


_WEEK_OF = re.compile(
    rf" (?:week|wk|half|fortnight) (?:(?:of|in) |(?={MONTH}))"
)  # "the 2nd week of June": no day


def _season(match: re.Match[str]) -> Piece | None:
    name, full, quoted, second = match.groups()
    before = match.string[max(0, match.start() - 16) : match.start()]
    year = _year(full or quoted) if full or quoted else None
    if year is None and not _SEASON_LEAD.search(before):
        return None
    piece = Piece(*match.span(), "season", name=name, year=year)
    if second and year:
        piece.year_end = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
    if re.search(r"term|semester", match.group()):
        piece.doubts.append("is a term whose dates are not known here")
    return piece


_SEASON_LEAD = re.compile(
    r"(?:in|during|since|over|this|last|early|mid|late|the|of|throughout|all|from|to|and)[ -]$|^ ?$"
)


def _weekday(match: re.Match[str]) -> Piece:
    piece = Piece(*match.span(), "weekday", weekday=WEEKDAYS.index(match[1][:3]))
    if match.string[max(0, match.start() - 12) : match.start()].rstrip(" (").endswith("holiday"):
        piece.doubts.append("is that of a holiday that is not named")
    if _THEN.search(match.string[max(0, match.start() - 24) : match.start()]):
        piece.name = "then"
    return piece


_THEN = re.compile(r"(?<![a-z])(?:then|later|again|after that|same week)(?: on)?(?: the)? $")


HANDLERS: dict[str, Handler] = {
    "iso": _iso, "dmy": _dmy, "spaced": _spaced, "compact": _compact, "year_month": _year_month,
    "roman": _roman, "ordinals": _ordinals,
    "day_month": _day_month, "month_year": _month_year, "month_day": _month_day, "month": _bare_month,
    "number_month": _number_month, "day_number": _day_number, "year": _bare_year, "number": _number,
    "season": _season, "weekday": _weekday, "boxes": _boxes,
}  # fmt: skip
COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
