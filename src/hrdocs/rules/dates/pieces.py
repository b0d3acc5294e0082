"""Pieces of dates: the smallest texts that say a day, a month, a year, a weekday or a named day.

A piece holds only what was written; `resolve` turns it into intervals. Offsets are those of the text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hrdocs.rules.dates.named import NAMED_DAY, SEASONS
from hrdocs.rules.dates.relative import RELATIVE_FORMS, Relative
from hrdocs.rules.dates.words import MONTH, MONTHS, WEEKDAY, WEEKDAYS


@dataclass(slots=True)
class Piece:
    """One piece. `kind` is `date` (any of day, month, year), `int`, `weekday`, `named`, `season`, `relative`.

    `others` are other days, months and years that the same writing could mean.
    """

    start: int
    end: int
    kind: str = "date"
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    name: str = ""
    relative: Relative | None = None
    year_end: int | None = None  # of "2024/25"
    year_shift: int | None = None  # of "last year": -1
    ordinal: bool = False
    numeric: bool = False
    flags: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)  # reasons why a person must look
    others: list[tuple[int | None, int | None, int | None]] = field(default_factory=list)
    part: str = ""
    beside: tuple[int, str] | None = None  # "the Friday before": weekday and side
    inherited: bool = False  # the year comes from an earlier date of the text


_ORD = r"(?: ?(st|nd|rd|th)(?![a-z]))?~*"
_ORD_LOOSE = r"(?: ?(st|nd|rd|th))?~*"
_BEFORE = r"(?<![\d/.¤])(?<!\d-)(?<![a-z])"
_YEAR4 = r"(2 ?[0o] ?[0-9] ?\d|19\d\d)~*(?!\d)"
_NOT_A_YEAR = rf"(?!\d|[:/]\d|\.\d|-\d|~* ?(?:st|nd|rd|th)\b| ?(?:of )?{MONTH})"
_YEAR_TAIL = rf"(?:[ .,/-]{{0,3}}(?:of |in |the year |year )?{_YEAR4}|[ .,/-]{{0,3}}'(\d\d)(?!\d)"

_PATTERNS: dict[str, str] = {
    "iso": r"(?<![\d/.])((?:19|20)\d\d)([-/.]| ) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[/.]\d|-\d{1,2}(?!\d|[/.-]))",
    "dmy": r"(?:(?<![\d/.])|(?<=-\d\d/)|(?<=-\d{4}/))([0-3] \d(?= ?[/.])|\d{1,2}) ?([/.,|\\*:-]) "
    r"?([01] \d(?= ?[/.])|\d{1,2}) ?([/.,|\\*:-]) ?'?"
    rf"(2 ?0 ?\d ?\d(?!\d)|\d{{5}}|\d{{4}}|\d{{3}}|\d{{2}})(?!\d|[/.]\d(?!\d?[-.]\d)|"
    rf"-\d{{1,2}}(?!\d|[/.-])| ?(?:st|nd|rd|th)?(?: of)? ?{MONTH})",
    "ordinals": r"(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?~*(?: (?:day )?of(?: the)?)? (\d{1,2})(?:st|"
    r"nd|rd|th)~*(?: month)?"
    r"[ ,]{1,2}(?:of )?((?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)~* (?:day )?of the (0?[1-9]|1[0-2])(?:st|nd|rd|th)~*(?: month)?"
    r"(?! ?[\d/])",
    "spaced": r"(?<![\d/.])(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)(?!\d|[/.-]\d)|(?<![\d/.])(\d\d) (\d\d) "
    r"(\d\d)(?! ?[/.-]?\d)",
    "compact": r"(?<![\d/.-])(?:\d{8}|\d{6})(?![\d/.-])",
    "year_month": rf"(?<![\d/.])((?:19|20)\d\d)[ .,/-]{{0,2}}({MONTH})\.?(?:[ "
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
}

Handler = Callable[[re.Match[str]], Piece | None]


def scan_pieces(text: str, original: str, words: frozenset[str] | None = None) -> list[Piece]:
    """Every piece of a canonical text with its noise blanked, in order.

    `words` are those of the text that are neither months nor weekdays, where they are known.
    """
    found: list[Piece] = []
    plain = words is not None and (words <= JOINING_WORDS or not _SIGNAL.search(text))
    search = (_PLAIN if plain else _FULL).search
    position = 0
    while match := search(text, position):
        position = match.start() + 1
        piece = _build(match, text)
        if piece is not None and _stands(text, original, piece):
            position = max(piece.end, match.start() + 1)
            found.append(piece)
        else:
            skipped = _RUN.match(text, match.start())
            position = skipped.end() if skipped else position
    return found


_RUN = re.compile(r"\d+|[a-z]+~*")


def _build(match: re.Match[str], text: str) -> Piece | None:
    name = (match.lastgroup or "").removesuffix("_digit")
    if name.startswith("relative"):
        return Piece(match.start(), match.end(), "relative", relative=RELATIVE_FORMS[name][1](match.group()))
    if name == "named":
        return _named(match, text)
    tried = False
    for form in _DIGIT_FORMS if name in _DIGIT_FORMS else (name,):
        tried = tried or form == name
        exact = _COMPILED[form].match(text, match.start()) if tried else None
        piece = _HANDLERS[form](exact) if exact else None
        if piece is not None:
            return piece
    return None


def _stands(text: str, original: str, piece: Piece) -> bool:
    if piece.kind == "date" and piece.month and not piece.day and not piece.year:
        return _is_month(text, original, piece)
    return piece.kind != "weekday" or _is_weekday(text, original, piece)


def _named(match: re.Match[str], text: str) -> Piece:
    named = NAMED_DAY.match(text, match.start())
    assert named is not None and named.lastgroup is not None  # noqa: S101 - the same pattern matched
    piece = Piece(match.start(), match.end(), "named", name=named.lastgroup.replace("_", "-"))
    tail = _NAMED_YEAR.match(text, match.end())
    if tail:
        piece.year = int(tail[1]) if tail[1] else 2000 + int(tail[2])
        piece.end = tail.end()
    return piece


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
    day, month, year = (int(group) for group in match.groups()[:3])
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


_MONTH_LEAD = re.compile(
    r"(?:in|during|since|from|of|early|mid|late|until|till|to|through|throughout|last|this|"
    r"next|by|between|around|about|and|or"
    r"|end|start|beginning|before|after|both|circa|over|all|every|each|≈|"
    r"[-/,(&:;*+\n])[ -]*(?:the )?$|^\s*$"
)


_MONTH_BEFORE = re.compile(rf"{MONTH}[ ,]*(?:and|or|to|&|,|-|/)[ ,]*$")


def _is_month(text: str, original: str, piece: Piece) -> bool:
    """Whether a bare month name is a month, and not a person, a verb or a place."""
    before, after = text[max(0, piece.start - 16) : piece.start], text[piece.end : piece.end + 12]
    written = original[piece.start : piece.end]
    if _MONTH_LEAD.search(before):
        name_follows = re.match(r" [A-Z][a-z]+", original[piece.end : piece.end + 12])
        name_follows = None if _MONTH_BEFORE.search(before) else name_follows
        if written.islower() and piece.month in (3, 5):
            return bool(
                re.search(
                    r"(?:in|during|since|last|early|mid|late|of|from|until|to|this|and)[ -]$|^\s*$", before
                )
            )
        return not (
            name_follows
            and not re.match(r"\s*(?:and|to|-|&|or)", after)
            and not re.search(r"(?:in|during|since|early|mid|late|last|throughout)[ -]$", before)
        )
    if written.lower().rstrip(".") in (
        "may",
        "mar",
        "march",
        "dec",
        "sept",
        "jan",
        "april",
        "june",
        "august",
    ):
        if piece.month == 5 and re.match(r" (?:be|have|not|well|also|or may)\b", after):
            return False
        return not written.islower() and bool(re.match(r"\s*(?:[,;.)&/-]|and|to|$)", after))
    return True


_AFTER_SHORT = re.compile(
    rf"[ ,.-]*(?:the )?(?:\d|{WEEKDAY}|{MONTH}|/|-|&|to |and |night|morning|¤)|\s*[,;.)]*\s*$"
)


def _is_weekday(text: str, original: str, piece: Piece) -> bool:
    """Whether a short word is a weekday: "sat" and "sun" alone are not."""
    written = original[piece.start : piece.end].rstrip(".").lower()
    if written not in ("sat", "sun", "mon", "wed"):
        return True
    after = text[piece.end : piece.end + 12]
    if _AFTER_SHORT.match(after):
        return True
    return (
        written != "sat"
        and original[piece.start].isupper()
        and not re.match(
            r" (?:who|is|was|"
            r"said)",
            after,
        )
    )


_HANDLERS: dict[str, Handler] = {
    "iso": _iso, "dmy": _dmy, "spaced": _spaced, "compact": _compact, "year_month": _year_month,
    "roman": _roman, "ordinals": _ordinals,
    "day_month": _day_month, "month_year": _month_year, "month_day": _month_day, "month": _bare_month,
    "number_month": _number_month, "day_number": _day_number, "year": _bare_year, "number": _number,
    "season": _season, "weekday": _weekday,
}  # fmt: skip
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}


def _without_groups(pattern: str) -> str:
    """Named groups become plain ones, so that only the form's own name is left."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_DIGIT_FORMS = (
    "iso",
    "dmy",
    "roman",
    "ordinals",
    "spaced",
    "compact",
    "year_month",
    "day_month",
    "number_month",
    "day_number",
    "year",
    "number",
)
_FIRST_LETTERS = "".join(sorted({name[0] for name in (*MONTHS, *WEEKDAYS, *SEASONS)}))
_WORD_FORMS = ("month_year", "month_day", "month", "season", "weekday")
_MIXED = ("relative_ago", "relative_stretch", "relative_anchor", "relative_weekdays_ago")


def _master(*, plain: bool) -> re.Pattern[str]:
    """All forms as one pattern: those that begin with a digit, and those that begin with a letter."""
    relative = {} if plain else {name: pattern for name, (pattern, _) in RELATIVE_FORMS.items()}
    digits = [(f"{name}_digit", relative[name]) for name in _MIXED if name in relative]
    digits += [(name, _PATTERNS[name]) for name in _DIGIT_FORMS]
    words = [] if plain else [("named", _without_groups(NAMED_DAY.pattern))]
    words += list(relative.items())
    words += [(name, _PATTERNS[name]) for name in _WORD_FORMS]
    groups = 0
    sides = []
    first = _FIRST_LETTERS if plain else "a-z"
    for start, forms in ((r"(?=[\d'])", digits), (rf"(?<![a-z])(?=[{first}])", words)):
        parts = []
        for name, pattern in forms:
            shift = groups + 1
            shifted = re.sub(r"\\([1-9])(?!\d)", lambda m, s=shift: f"\\{int(m[1]) + s}", pattern)  # type: ignore[misc]
            parts.append(f"(?P<{name}>{shifted})")
            groups += 1 + re.compile(pattern).groups
        sides.append(f"{start}(?:{'|'.join(parts)})")
    return re.compile("|".join(sides))


# Words with which no name of a day and no relative word can be made, by themselves or together.
JOINING_WORDS = frozenset(
    (
        *("and", "to", "the", "on", "of", "at", "in", "since", "from", "between", "until", "or", "a"),
        *("th", "st", "nd", "rd", "am", "pm", "was", "i", "it", "he", "she", "incident"),
    )
)
# What every name of a day and every relative word has somewhere in it.
_SIGNAL = re.compile(
    r"da?y|week|month|year|term|night|eve|mas|nye|hogm|easter|good|holy|palm|maundy|ash|shrove|pancake|lent|whit|"
    r"pentecost|mother|father|valentine|women|fool|bank|public|twel|12th|hallow|bonfire|fawkes|remembrance|black|"
    r"midsummer|ago|back|last|past|next|this|that|same|prev|prec|follow|before|after|late|earl|prior|gone|"
    r"yest|other|to-?day|recent"
)
_FULL, _PLAIN = _master(plain=False), _master(plain=True)
