"""What a piece of text means: an interval with its kind, and every other interval it could mean."""

import calendar as month_table
import datetime as dt
from typing import NamedTuple

from hrdocs.document import ActKind

Span = tuple[dt.date, dt.date]
ONE_DAY = dt.timedelta(days=1)


class Meaning(NamedTuple):
    """An interval. `others` are its other readings, `doubts` why a person must look whatever they give."""

    span: Span | None
    kind: ActKind = ActKind.DAY
    flags: tuple[str, ...] = ()
    others: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()


def shift_days(day: dt.date, days: int) -> dt.date:
    """The day so many days away, kept inside what a date can hold."""
    number = min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(number)


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months away, the month's last day where there is none."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9998 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(day.day, month_table.monthrange(year, month)[1]))


def single(
    day: dt.date, *, others: tuple[dt.date, ...] = (), vague: bool = False, doubts: tuple[str, ...] = ()
) -> Meaning:
    """One day."""
    flags = ("vague",) if vague else ()
    return Meaning((day, day), ActKind.DAY, flags, tuple((d, d) for d in others if d != day), doubts)


def vague(
    start: dt.date, end: dt.date, *, others: tuple[Span, ...] = (), doubts: tuple[str, ...] = ()
) -> Meaning:
    """A day somewhere in a span."""
    return Meaning((start, end), ActKind.IMPRECISE, ("vague",), others, doubts)
