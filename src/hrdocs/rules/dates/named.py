"""Days and seasons that have names: holidays, seasons, parts of a month.

A name that is a span, or that people use loosely, carries its other readings with it.
"""

import calendar as month_table
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

Span = tuple[dt.date, dt.date]
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name means in one year: a day (start = end), or the span in which the day lies."""

    span: Span
    others: tuple[Span, ...] = ()
    exact: bool = False


def find_easter(year: int) -> dt.date:
    """Easter Sunday (Gregorian; the anonymous algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, correction = century // 4, (century + 8) // 25
    moon = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, month_table.monthrange(year, month)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth such weekday of a month (Monday is 0); -1 is the last."""
    if nth < 0:
        last = last_day(year, month)
        return last - DAY * ((last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _day(month: int, day: int) -> Callable[[int], Named]:
    return lambda year: Named((dt.date(year, month, day),) * 2, exact=True)


def _easter(offset: int) -> Callable[[int], Named]:
    return lambda year: Named((find_easter(year) + DAY * offset,) * 2, exact=True)


def _span(before: int, after: int) -> Callable[[int], Named]:
    return lambda year: Named((find_easter(year) + DAY * before, find_easter(year) + DAY * after))


def _dates(
    start: tuple[int, int], end: tuple[int, int], wide: int = 0, next_year: bool = False
) -> Callable[[int], Named]:
    def build(year: int) -> Named:
        first, last = dt.date(year, *start), dt.date(year + next_year, *end)
        return Named((first, last), ((first - DAY * wide, last + DAY * wide),) if wide else ())

    return build


def _either(*choices: Callable[[int], dt.date]) -> Callable[[int], Named]:
    def build(year: int) -> Named:
        days = [choice(year) for choice in choices]
        return Named((days[0], days[0]), tuple((day, day) for day in days[1:]), exact=True)

    return build


def _bank_holidays(month: int, *nths: int) -> Callable[[int], Named]:
    return _either(*((lambda year, n=nth: nth_weekday(year, month, 0, n)) for nth in nths))


def _black_friday(year: int) -> Named:
    return Named((nth_weekday(year, 11, 3, 4) + DAY,) * 2, exact=True)


# The first group that matches decides; longer names stand first. Canonical spelling (codes, `~`).
_NAMES: tuple[tuple[str, str, Callable[[int], Named]], ...] = (
    ("christmas-eve", r"(?:christmas|xmas|x-mas)'? eve", _day(12, 24)),
    ("christmas-day", r"(?:christmas|xmas|x-mas)'? day", _day(12, 25)),
    (
        "christmas-party",
        r"(?:(?:staff|office|work|works|team|departmental|department) )?(?:christmas|xmas|x-mas) "
        r"(?:party|do|night out|dinner|lunch|meal|drinks|event|function|outing|celebrations?)",
        lambda year: Named(
            (dt.date(year, 12, 1), dt.date(year, 12, 31)),
            ((dt.date(year, 11, 15), dt.date(year + 1, 1, 31)),),
        ),
    ),
    (
        "christmas",
        r"(?:christmas|xmas|x-mas)(?: (?:time|holidays?|break|period|week|season|closure))?",
        _dates((12, 24), (1, 1), 8, next_year=True),
    ),
    ("boxing-day", r"boxing day", _day(12, 26)),
    ("st-stephens-day", r"(?:st\.?|saint) ?stephen'?s day", _day(12, 26)),
    ("new-years-eve", r"new year'?s? eve|nye|hogmanay|old year's night", _day(12, 31)),
    ("new-years-day", r"new year'?s? day", _day(1, 1)),
    (
        "new-year",
        r"(?:the )?new year(?! of)(?! [a-z]{3,} (?:job|role))",
        lambda year: Named(
            (dt.date(year - 1, 12, 31), dt.date(year, 1, 2)),
            ((dt.date(year - 1, 12, 24), dt.date(year, 1, 15)),),
        ),
    ),
    ("good-friday", r"good fri~*", _easter(-2)),
    ("holy-saturday", r"(?:easter|holy) sat~*", _easter(-1)),
    ("easter-sunday", r"easter sun~*|easter day", _easter(0)),
    ("easter-monday", r"easter mon~*", _easter(1)),
    ("easter-tuesday", r"easter tue~*", _easter(2)),
    (
        "easter-bank-holiday",
        r"easter bank holiday",
        _either(lambda y: find_easter(y) + DAY, lambda y: find_easter(y) - 2 * DAY),
    ),
    (
        "easter-break",
        r"easter (?:break|holidays?|vacation|period|weeks?)",
        lambda year: Named(
            (find_easter(year) - 7 * DAY, find_easter(year) + 7 * DAY),
            ((find_easter(year) - 21 * DAY, find_easter(year) + 21 * DAY),),
        ),
    ),
    ("easter", r"easter(?: (?:weekend|time))?", _span(-2, 1)),
    ("palm-sunday", r"palm sun~*", _easter(-7)),
    ("maundy-thursday", r"(?:maundy|holy) thu~*", _easter(-3)),
    ("holy-week", r"holy week", _span(-7, -1)),
    ("ash-wednesday", r"ash wed~*", _easter(-46)),
    ("shrove-tuesday", r"(?:shrove|pancake) (?:tue~*|day)", _easter(-47)),
    ("michaelmas-term", r"michaelmas(?: term)?", _dates((9, 20), (12, 20), 21)),
    ("lent-term", r"(?:hilary|lent) term", _dates((1, 5), (4, 5), 21)),
    ("easter-term", r"(?:trinity|easter) term", _dates((4, 15), (7, 5), 21)),
    ("lent", r"lent(?! (?:me|him|her|them|it|a|the|out|my))", _span(-46, -1)),
    ("whit-monday", r"whit mon~*", _easter(50)),
    ("whit-sunday", r"whit sun~*|pentecost", _easter(49)),
    ("ascension", r"ascension (?:day|thu~*)", _easter(39)),
    ("mothers-day", r"(?:mother'?s'? day|mothering sun~*)", _easter(-21)),
    ("fathers-day", r"father'?s'? day", lambda year: Named((nth_weekday(year, 6, 6, 3),) * 2, exact=True)),
    (
        "st-patricks-day",
        r"(?:st\.?|saint) ?(?:patrick'?s?|pat'?s|paddy'?s) (?:day|night)|(?:paddy'?s|paddys|"
        r"patrick's) day",
        _day(3, 17),
    ),
    ("st-patricks-weekend", r"(?:st\.?|saint) ?patrick'?s? weekend", _dates((3, 14), (3, 19))),
    ("st-davids-day", r"(?:st\.?|saint) ?david'?s day", _day(3, 1)),
    ("st-georges-day", r"(?:st\.?|saint) ?george'?s day", _day(4, 23)),
    ("st-andrews-day", r"(?:st\.?|saint) ?andrew'?s day", _day(11, 30)),
    ("valentines-day", r"(?:(?:st\.?|saint) ?)?valentine'?s(?: day)?", _day(2, 14)),
    ("burns-night", r"burns'? night", _day(1, 25)),
    ("womens-day", r"(?:international )?women'?s day", _day(3, 8)),
    ("april-fool", r"apr~* fool'?s?'?(?: day)?", _day(4, 1)),
    (
        "may-bank-holiday-early",
        r"(?:(?:early|first) may|may ?day) (?:bank|public) holiday(?: mon~*)?",
        _bank_holidays(5, 1),
    ),
    (
        "may-bank-holiday-late",
        r"(?:(?:late|end of|last|second)(?: in)? may|(?:late )?spring) (?:bank|"
        r"public) holiday(?: mon~*)?|spring "
        r"bank(?: holiday)?",
        _bank_holidays(5, -1),
    ),
    ("may-bank-holiday", r"may (?:bank|public) holiday(?: mon~*)?", _bank_holidays(5, 1, -1)),
    (
        "august-bank-holiday",
        r"(?:aug~*|summer) (?:bank|"
        "public) holiday(?: mon~*)?",
        _bank_holidays(8, -1, 1),
    ),
    ("may-day", r"may day", _either(lambda y: dt.date(y, 5, 1), lambda y: nth_weekday(y, 5, 0, 1))),
    (
        "twelfth-holiday",
        r"(?:the )?(?:twelfth|12th) (?:holidays?|fortnight|week|bank holiday|break|of july "
        r"(?:holidays?|fortnight|week))",
        _dates((7, 11), (7, 14), 14),
    ),
    (
        "twelfth",
        r"(?:the )?(?:glorious )?(?:twelfth|twelth)(?: day)?(?! (?:of (?!july)|night|floor|time|"
        r"month|century|week|person|day|holiday|fortnight|bank|break))",
        _day(7, 12),
    ),
    ("eleventh-night", r"(?:the )?(?:eleventh|11th) night", _day(7, 11)),
    ("halloween", r"hallow ?e'?en|all hallows'? eve", _day(10, 31)),
    ("bonfire-night", r"bonfire night|guy fawkes(?:'? night| day)?", _day(11, 5)),
    ("armistice-day", r"armistice day", _day(11, 11)),
    (
        "remembrance-sunday",
        r"remembrance sun~*",
        lambda year: Named((nth_weekday(year, 11, 6, 2),) * 2, exact=True),
    ),
    (
        "remembrance-day",
        r"remembrance day",
        _either(lambda y: dt.date(y, 11, 11), lambda y: nth_weekday(y, 11, 6, 2)),
    ),
    ("black-friday", r"black fri~*", _black_friday),
    ("midsummer", r"midsummer'?s?(?: day)?", _dates((6, 20), (6, 25))),
    ("leap-day", r"leap day", lambda year: Named((last_day(year, 2),) * 2, exact=True)),
)
MEANINGS = {name: meaning for name, _, meaning in _NAMES}
_AUGUST = {"scotland": 1, "england-and-wales": -1, "northern-ireland": -1}  # which Monday it is
MEANINGS |= {f"august-bank-holiday-{nation}": _bank_holidays(8, nth) for nation, nth in _AUGUST.items()}


def name_in_nation(name: str, nation: str) -> str:
    """The name of a holiday as a nation keeps it; without a nation every nation's day is a reading."""
    kept = f"{name}-{nation}"
    return kept if kept in MEANINGS else name


NAMED_DAY = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern, _ in _NAMES)
    + r")(?![a-z'])"
)

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def season_span(name: str, year: int) -> Named:
    """A season by its months; the astronomical season is its other reading. Winter begins in `year`."""
    first, last = SEASONS[name]
    start, end = dt.date(year, first, 1), last_day(year + (last < first), last)
    return Named((start, end), ((start + 20 * DAY, end + 24 * DAY),))


def part_span(part: str, start: dt.date, end: dt.date) -> Named:
    """A part ("early", "week-1", "first-half", ...) of a month, or of a longer span by thirds.

    Early is days 1-10 of a month, mid 11-20, late 21 to its end.
    """
    length = (end - start).days + 1
    if part.startswith("week"):
        number = int(part.removeprefix("week-")) if part != "week-last" else -1
        first = start + 7 * DAY * (number - 1) if number > 0 else end - 6 * DAY
        span = (first, min(first + 6 * DAY, end))
        monday = first - DAY * first.weekday()
        if monday == first:
            return Named(span)
        weeks = ((monday, monday + 6 * DAY), (monday + 7 * DAY, monday + 13 * DAY))
        inside = ((max(a, start), min(b, end)) for a, b in weeks if a <= end)
        return Named(span, tuple(inside))
    if part in ("first-half", "second-half"):
        middle = start + DAY * (15 if length <= 31 else length // 2)
        return Named((start, middle - DAY) if part == "first-half" else (middle, end))
    if part in ("first-days", "last-days"):
        near = (start, start + 4 * DAY) if part == "first-days" else (end - 4 * DAY, end)
        return Named(near, ((start, start + 6 * DAY) if part == "first-days" else (end - 6 * DAY, end),))
    third = 10 if length <= 31 else length // 3
    bounds = {
        "early": (start, start + DAY * (third - 1)),
        "mid": (start + DAY * third, start + DAY * (2 * third - 1)),
        "late": (start + DAY * 2 * third, end),
    }
    if "-" in part:
        first_part, last_part = part.split("-")
        return Named((bounds[first_part][0], bounds[last_part][1]))
    return Named(bounds[part])
