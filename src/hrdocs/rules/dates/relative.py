"""Words that count from the date raised ("last Monday") or from the act before ("the next day").

Conventions: "last Monday" is the latest Monday before the date raised; a week is Monday to Sunday.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from hrdocs.document import ActKind
from hrdocs.rules.dates.meaning import ONE_DAY, Meaning, Span, shift_days, shift_months, single, vague
from hrdocs.rules.dates.named import SEASONS, last_day, part_span, season_span
from hrdocs.rules.dates.words import MONTH, MONTHS, NUMBERS, WEEKDAY, WEEKDAYS

Resolver = Callable[[dt.date, dt.date | None], Meaning | None]


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative piece: `resolve(raised, anchor)` gives its meaning; None where it needs an anchor.

    `year_shift` and `month_like` let a date beside it borrow from it ("June last year").
    """

    resolve: Resolver
    year_shift: int | None = None
    anchored: bool = False
    span_words: bool = False  # "over the last 6 months": already a stretch of time
    week_shift: int | None = None


_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty"
    r"|(?:a )?couple(?: of)?|(?:a )?few|several|(?:a )?number of|many|some)"
)
_UNIT = r"(?:days?|nights?|weeks?|wks?|fortnights?|months?|mths?|mnths?|years?|yrs?)"
_ABOUT = (
    r"(?:(?:about|around|approx(?:imately)?\.?|roughly|over|more than|just over|just under|"
    r"nearly|almost|some|less than|at least"
    r"|under|≈|c\.) ?){0,2}"
)
_HALF_A_YEAR = re.compile(r"half an? year")
_LOOSE = re.compile(r"few|several|number of|many|some|couple")


def _monday(day: dt.date) -> dt.date:
    return shift_days(day, -day.weekday())


def _count(words: str) -> int | None:
    words = words.removeprefix("a ").strip() if words not in ("a", "an") else words
    if words.isdigit():
        return int(words)
    if words.startswith("couple"):
        return 2
    if words.startswith("few"):
        return 3
    return {"eighteen": 18}.get(words) or NUMBERS.get(words)


def _back(raised: dt.date, count: int, unit: str) -> dt.date:
    if unit.startswith(("day", "night")):
        return shift_days(raised, -count)
    if unit.startswith(("week", "wk")):
        return shift_days(raised, -7 * count)
    if unit.startswith("fortnight"):
        return shift_days(raised, -14 * count)
    return shift_months(raised, -count if unit.startswith("m") else -12 * count)


def _slack(count: int, unit: str) -> int:
    """How many days either way a rounded length may be out."""
    if unit.startswith(("day", "night")):
        return 0 if count <= 3 else 2
    if unit.startswith(("week", "wk", "fortnight")):
        return 4 + 2 * (count if unit[0] == "w" else 2 * count) // 2
    if unit.startswith("m"):
        return 16 + 2 * count
    return 120


def _ago(text: str) -> Relative:
    text = _HALF_A_YEAR.sub("6 months", text)
    match = re.match(
        rf"({_ABOUT})({_NUMBER})(?: or (?:so|\w+))? ?(?:(?:working|week|calendar) ?)?({_UNIT})", text
    )
    day_match = re.search(rf"({WEEKDAY})\s*$", text)
    loose = "working" in text or bool(_LOOSE.search(text)) or " or " in text.replace(" or so", "")
    words, unit = (match[2], match[3]) if match else ("a", "days")
    about = bool(match and match[1]) or " or so" in text

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        count = _count(words)
        if count is None or (loose and "couple" not in words):
            low, high = (count or 2), (count or 6) * 2 + 2
            return vague(
                _back(raised, high, unit),
                _back(raised, low - 1 or 1, unit),
                doubts=("is not an exact length of time",),
            )
        day = _back(raised, count, unit)
        if text.endswith("day") and text.endswith((" today", " yesterday")):
            return single(day if text.endswith("today") else shift_days(day, -1))
        if day_match:
            weekday = WEEKDAYS.index(day_match[1][:3])
            last = shift_days(raised, -((raised.weekday() - weekday) % 7 or 7))
            return single(shift_days(last, -(raised - day).days), others=(shift_days(_monday(day), weekday),))
        slack = max(_slack(count, unit), 7 if about else 0) + (3 if loose else 0)
        around = (shift_days(day, -slack), min(shift_days(day, slack), raised))
        if not slack:
            return single(day)
        return Meaning((day, day), ActKind.DAY, ("vague",), ((around[0],) * 2, (around[1],) * 2))

    return Relative(resolve)


def _latest(raised: dt.date, weekday: int, *, strictly: bool) -> dt.date:
    back = (raised.weekday() - weekday) % 7
    return shift_days(raised, -(back or (7 if strictly else 0)))


def _last_weekday(text: str) -> Relative:
    weekday = WEEKDAYS.index(re.search(WEEKDAY, text)[0][:3])  # type: ignore[index]
    this, following = "this" in text, "next" in text

    def resolve(raised: dt.date, anchor: dt.date | None) -> Meaning | None:
        if following:
            return _next_weekday(weekday, anchor)
        latest = _latest(raised, weekday, strictly=not this)
        week_before = shift_days(latest, -7)
        if this or latest >= _monday(raised):
            return single(latest, others=(week_before,))
        return single(latest)

    return Relative(resolve, anchored=following)


def _next_weekday(weekday: int, anchor: dt.date | None) -> Meaning | None:
    if anchor is None:
        return Meaning(None, ActKind.IMPRECISE, ("vague",), (), ("counts from a day that is not given",))
    return single(shift_days(anchor, (weekday - anchor.weekday()) % 7 or 7))


def _weekday_of_week(text: str) -> Relative:
    weekday = WEEKDAYS.index(re.search(WEEKDAY, text)[0][:3])  # type: ignore[index]
    back = 2 if "before last" in text else 1 if "last" in text or "ago" in text else 0

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        day = shift_days(_monday(raised), weekday - 7 * back)
        if "ago" in text or re.search(r"fortnight|week (?:last|past)", text):
            weeks = 2 if "fortnight" in text else 1
            latest = _latest(raised, weekday, strictly=True)
            return single(shift_days(latest, -7 * weeks), others=(latest,))
        if "before last" in text:
            latest = _latest(raised, weekday, strictly=True)
            return single(shift_days(latest, -7), others=(day,))
        return single(day)

    return Relative(resolve)


def _weekdays_ago(text: str) -> Relative:
    words = text.split()
    weekday = WEEKDAYS.index(words[1][:3])
    count = _count(words[0]) or 2

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        latest = _latest(raised, weekday, strictly=True)
        return single(shift_days(latest, -7 * (count - 1)), others=(shift_days(latest, -7 * count),))

    return Relative(resolve)


def _weekday_gone(text: str) -> Relative:
    weekday = WEEKDAYS.index(re.search(WEEKDAY, text)[0][:3])  # type: ignore[index]

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        latest = _latest(raised, weekday, strictly=True)
        return single(latest, others=(shift_days(latest, -7),))

    return Relative(resolve)


def _day_word(text: str) -> Relative:
    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        if "before yest" in text:
            return single(shift_days(raised, -2))
        if "other" in text or "recently" in text:
            return vague(shift_days(raised, -14), raised, doubts=("does not say which day",))
        if "yest" in text or "last night" in text:
            return single(shift_days(raised, -1))
        return single(raised)

    return Relative(resolve)


def _unit_span(raised: dt.date, unit: str, back: int) -> Span:
    if unit.startswith("weekend"):
        saturday = shift_days(_monday(raised), -2 if raised.weekday() < 5 or back else 5)
        if raised.weekday() >= 5 and back:
            return shift_days(saturday, -7 * (back - 1)), shift_days(saturday, -7 * (back - 1) + 1)
        saturday = shift_days(saturday, -7 * max(back - 1, 0))
        return saturday, shift_days(saturday, 1)
    if unit.startswith("w"):
        monday = shift_days(_monday(raised), -7 * back)
        return monday, shift_days(monday, 6)
    if unit.startswith("fortnight"):
        return shift_days(raised, -14), raised
    if unit.startswith("m"):
        first = shift_months(raised.replace(day=1), -back)
        return first, last_day(first.year, first.month)
    year = max(raised.year - back, 1)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _unit(text: str) -> Relative:
    match = re.search(r"(weekend|week|month|year|fortnight)", text)
    unit = match[1] if match else "week"
    back = 2 if "before last" in text else 0 if re.search(r"\bthis\b|in the year", text) else 1
    part_match = re.match(r"(earl|late|mid|end|start|beg)", text)

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        start, end = _unit_span(raised, unit, back)
        others: tuple[Span, ...] = ()
        if part_match and back and not text.startswith("earlier"):
            part = {"earl": "early", "late": "late", "mid": "mid", "end": "late"}.get(part_match[1], "early")
            named = part_span(part, start, end)
            (start, end), others = named.span, named.others
        if unit == "week" and back == 1:
            others = (*others, (shift_days(raised, -7), raised))
        if unit == "year" and back == 1:
            others = (
                (*others, ((raised - 365 * ONE_DAY) if raised.year > 2 else raised, raised))
                if "past" in text
                else others
            )
        return vague(start, min(end, raised), others=others)

    return Relative(
        resolve, year_shift=-back if unit == "year" else None, week_shift=-back if unit == "week" else None
    )


def _stretch(text: str) -> Relative:
    match = re.search(rf"({_NUMBER})? ?({_UNIT})\s*$", text)
    words, unit = (match[1] or "one", match[2]) if match else ("one", "weeks")
    loose = bool(re.search(r"few|several|number of|many|some", text)) or bool(
        re.search(r"\b(?:about|around|approx|roughly|nearly|almost|or so)", text)
    )
    within = bool(re.match(r"(?:\w+ )?(?:in|within|inside)\b", text)) or text.startswith(("in ", "within "))
    single_moment = within and not re.match(r"(?:over|for|throughout|during)", text)

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        count = _count(words)
        start = _back(raised, count or 6, unit)
        slack = (_slack(count or 6, unit) + 3) * (2 if loose or count is None else 1)
        near, far = (min(shift_days(start, slack), raised), raised), (shift_days(start, -slack), raised)
        kind = ActKind.IMPRECISE if single_moment else ActKind.RANGE
        doubts = ("is not an exact length of time",) if count is None else ()
        return Meaning((start, raised), kind, ("vague",), (near, far), doubts)

    return Relative(resolve, span_words=True)


def _last_month_name(text: str) -> Relative:
    month = MONTHS.index(re.search(MONTH, text)[0][:3]) + 1  # type: ignore[index]
    last = text.startswith("last") or "past" in text

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        year = raised.year if month <= raised.month else raised.year - 1
        first = dt.date(year, month, 1)
        spans = [(first, min(last_day(year, month), raised))]
        if last:
            spans.append((dt.date(year - 1, month, 1), last_day(year - 1, month)))
            if month == raised.month:
                spans.reverse()
        return vague(*spans[0], others=tuple(spans[1:]))

    return Relative(resolve)


def _last_season(text: str) -> Relative:
    name = next(season for season in SEASONS if season in text)
    back = "last" in text or "past" in text or "previous" in text

    def resolve(raised: dt.date, _: dt.date | None) -> Meaning | None:
        spans = [season_span(name, raised.year - n) for n in range(3)]
        begun = [s for s in spans if s.span[0] <= raised]
        main = begun[0]
        if not back:
            return vague(
                main.span[0],
                min(main.span[1], raised),
                others=tuple((a, min(b, raised)) for a, b in main.others),
            )
        others = [*main.others, begun[1].span, *begun[1].others]
        return vague(
            main.span[0],
            min(main.span[1], raised),
            others=tuple((a, min(b, raised)) for a, b in others if a <= raised),
        )

    return Relative(resolve)


def _anchored(text: str) -> Relative:
    weekday = re.search(WEEKDAY, text)
    before = bool(re.search(r"\b(?:before|earlier|prior|previous|preceding)\b", text))

    def resolve(_: dt.date, anchor: dt.date | None) -> Meaning | None:
        if anchor is None:
            return Meaning(None, ActKind.IMPRECISE, ("vague",), (), ("counts from a day that is not given",))
        if weekday:
            number = WEEKDAYS.index(weekday[0][:3])
            if before:
                return single(shift_days(anchor, -((anchor.weekday() - number) % 7 or 7)))
            return _next_weekday(number, anchor)
        if _SAME.match(text):
            return _same_unit(text, anchor)
        return _counted(text, anchor, -1 if before else 1) or _beside_unit(text, anchor, -1 if before else 1)

    return Relative(resolve, anchored=True)


_SAME = re.compile(
    r"(?:on )?(?:that|the|later that|later the) (?:same|very)|(?:later |earlier )?(?:on )?that|same"
)


def _same_unit(text: str, anchor: dt.date) -> Meaning:
    if "week" in text:
        return vague(_monday(anchor), shift_days(_monday(anchor), 6))
    if "month" in text:
        return vague(anchor.replace(day=1), last_day(anchor.year, anchor.month))
    return single(anchor)


def _counted(text: str, anchor: dt.date, sign: int) -> Meaning | None:
    """So many days, weeks or months before or after; None where no number is given."""
    count = re.search(rf"({_NUMBER}) ?({_UNIT})", text)
    if count is None or re.match(r"(?:on )?(?:the )?(?:next|following|day|night|previous)", text):
        return None
    number, unit = _count(count[1]), count[2]
    if number is None or _LOOSE.search(count[1]):
        return Meaning(None, ActKind.IMPRECISE, ("vague",), (), ("is not an exact length of time",))
    day = _back(anchor, -sign * number, unit)
    slack = _slack(number, unit) if not unit.startswith("day") else 0
    return single(day, others=(shift_days(day, -slack), shift_days(day, slack)), vague=bool(slack))


def _beside_unit(text: str, anchor: dt.date, sign: int) -> Meaning:
    """The day, week, weekend or month before or after."""
    if "month" in text:
        first = shift_months(anchor.replace(day=1), sign)
        return vague(first, last_day(first.year, first.month))
    if "weekend" in text:
        saturday = shift_days(_monday(anchor), 5 if sign > 0 else -2)
        return vague(saturday, shift_days(saturday, 1))
    if "week" in text:
        monday = shift_days(_monday(anchor), 7 * sign)
        return vague(monday, shift_days(monday, 6), others=((shift_days(anchor, 7 * sign),) * 2,))
    return single(shift_days(anchor, sign))


RELATIVE_FORMS: dict[str, tuple[str, Callable[[str], Relative]]] = {
    "relative_anchor": (
        rf"\b(?:on )?(?:the )?(?:very )?(?:next|following|previous|preceding) (?:working )?(?:day|"
        rf"morning|afternoon|evening|night|weekend|week|month|{WEEKDAY})(?![a-z])"
        rf"|\b(?:on )?the (?:day|night|week|weekend|month|{WEEKDAY}) (?:after|before|previous|"
        rf"following)(?: that| this)?(?= ?(?:[,.;&)]|$|and\b|he\b|she\b|they\b|when\b))"
        rf"|\b{_ABOUT}{_NUMBER} {_UNIT} (?:later|after(?:wards?)?(?: that)?|earlier|before(?: "
        rf"that)?|prior|previously)(?= ?(?:[,.;&)]|$|[a-z]))(?! (?:the|this|i |my|\d))"
        rf"|\b(?:(?:later |earlier )?(?:on )?(?:the |that )?(?:very )?same (?:day|date|week|month|"
        rf"morning|afternoon|evening|night)(?! (?:as|that)\b)|(?:later|earlier|"
        rf"again) (?:on )?that (?:day|date|week|month|"
        rf"morning|afternoon|evening|night))\b",
        _anchored,
    ),
    "relative_weekday_week": (
        rf"\b(?:on )?{WEEKDAY}(?: of)?(?: the)? (?:(?:last|this) week|week before last|before "
        rf"last)\b|\b(?:a )?(?:week|fortnight) (?:last|past|ago|ago last|ago on|ago this) "
        rf"{WEEKDAY}"
        rf"|\b{WEEKDAY} (?:week|fortnight) (?:ago|past)\b|\b(?:last|this) week(?:,| on)? (?:the "
        rf")?{WEEKDAY}|\b(?:last|a) {WEEKDAY} (?:week|fortnight)\b",
        _weekday_of_week,
    ),
    "relative_ago": (
        rf"\b{_ABOUT}half an? year (?:ago|back)\b|\b(?<!quarter of )(?<!half ){_ABOUT}{_NUMBER}(?: or "
        rf"(?:so|two|three|four|five|six|\d))? "
        rf"?(?:(?:working|calendar) "
        rf")?{_UNIT}(?: or so)? (?:ago|back)\b(?: today| yesterday)?(?:,? (?:on |last |this |past |"
        rf"on the )*{WEEKDAY})?",
        _ago,
    ),
    "relative_weekdays_ago": (
        r"\b(?:two|three|four|five|six|[2-6]) (?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:ago|back)\b",
        _weekdays_ago,
    ),
    "relative_last_weekday": (
        rf"\b(?:on )?(?:the )?(?:last|this past|this|past|next) {WEEKDAY}(?! (?:of|"
        rf"in) (?:the )?{MONTH})(?![ ,(]*(?:the |on the |"
        rf"on )?\d)",
        _last_weekday,
    ),
    "relative_weekday_gone": (
        rf"\b{WEEKDAY} (?:gone|past|just gone|there|last)(?![a-z])(?! (?:week|month|year|was|were|is))",
        _weekday_gone,
    ),
    "relative_last_month": (rf"\b(?:last|this past|this|next) {MONTH}(?! ?\d)", _last_month_name),
    "relative_season": (
        r"\b(?:last|this|this past|the past|previous) (?:spring|summer|autumn|"
        r"winter)(?:time)?\b(?! (?:19|20)\d\d)",
        _last_season,
    ),
    "relative_stretch": (
        rf"\b(?:over|during|in|within|for|throughout|across|through) (?:about |around |"
        rf"approximately |roughly |nearly |almost |at least )?(?:the )?(?:last|past|previous|"
        rf"preceding) {_ABOUT}(?:{_NUMBER} )?{_UNIT}\b(?! (?:before|ago|of the month|"
        rf"(?:of|in) (?:the )?{MONTH}))"
        rf"|\b(?:the )?(?:last|past|previous) {_ABOUT}{_NUMBER} {_UNIT}\b(?! of\b)"
        rf"|\bsince (?:the )?(?:last |past )?{_ABOUT}{_NUMBER} {_UNIT}\b(?! (?:ago|before|after|later|old|"
        rf"of)\b)",
        _stretch,
    ),
    "relative_unit": (
        r"\b(?:(?:earlier|early|later|late|mid|at the end|end|at the start|start|the beginning|"
        r"beginning|sometime|some time|at some point)(?: of| in| on)? )?(?:the )?(?:(?:last|this|"
        r"previous|past)(?: calendar| working)? (?:weekend|week|month|year|fortnight)|(?:weekend|"
        r"week|month|year) before last)\b(?! (?:of|in) (?!19|20))",
        _unit,
    ),
    "relative_day": (
        r"\b(?:(?:the )?day before yest[a-z]+|yest(?:er|or|re|ar|e)?day(?: (?:morning|afternoon|"
        r"evening))?|"
        r""
        r"(?<!going on )(?<!happening )(?<!continues )(?<!continuing )(?<!going )today(?:'s)?(?: date)?|"
        r"this (?:morning|afternoon|evening|lunchtime)|earlier "
        r"today|tonight|last (?:night|evening)|the other (?:day|week|night))\b",
        _day_word,
    ),
}
