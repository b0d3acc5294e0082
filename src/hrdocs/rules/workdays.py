"""Day arithmetic over a given calendar: working days, notice, weeks, months, deemed receipt.

Conventions: the day of the event is never counted, also where it is no working day; a due day is the
last day in time. A working day is neither Saturday nor Sunday, nor a holiday of the calendar, nor
inside a closure. Notice is in clear days: neither the day it is received nor the day of the hearing
counts. A month ends on the corresponding day, or on the month's last day where there is none.
"""

import calendar as _month_lengths
import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hrdocs.errors import ExitCode, HrdocsError
from hrdocs.organisation import Closure
from hrdocs.procedure import Unit
from hrdocs.rules.names import MONTH_NAMES, WEEKDAY_NAMES

_SATURDAY = 5
_END_OF_OFFICE = dt.time(16, 30)


class CalendarError(HrdocsError):
    """A day that a calendar does not reach, or that no calendar can hold."""

    exit_code = ExitCode.PACK


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that is not worked, with its name."""

    day: dt.date
    name: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bank holidays of one nation from `valid_from` to `valid_to`, and an organisation's closures.

    Days after `published_to` are by rule and not yet proclaimed.
    """

    id: str
    title: str
    version: str
    valid_from: dt.date
    valid_to: dt.date
    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...] = ()
    published_to: dt.date | None = None
    source: str = ""
    _off: dict[dt.date, str] = field(init=False, repr=False, compare=False)
    _working: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _weekdays_off: tuple[dt.date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        off = {h.day: h.name for h in self.holidays}
        for closure in self.closures:
            first = max(closure.first, self.valid_from).toordinal()
            last = min(closure.last, self.valid_to).toordinal()
            for ordinal in range(first, last + 1):
                off.setdefault(dt.date.fromordinal(ordinal), closure.title or "closed")
        span = range(self.valid_from.toordinal(), self.valid_to.toordinal() + 1)
        shut = {day.toordinal() for day in off}
        # Ordinal 1 was a Monday.
        working = tuple(o for o in span if (o - 1) % 7 < _SATURDAY and o not in shut)
        object.__setattr__(self, "_off", off)
        weekdays_off = tuple(sorted(day for day in off if day.weekday() < _SATURDAY))
        object.__setattr__(self, "_working", working)
        object.__setattr__(self, "_weekdays_off", weekdays_off)

    def is_working_day(self, day: dt.date) -> bool:
        """Whether people are at work on this day. Raises: CalendarError."""
        self._check(day)
        return day.weekday() < _SATURDAY and day not in self._off

    def days_off(self, after: dt.date, last: dt.date) -> tuple[Holiday, ...]:
        """The weekdays after a day, up to and with another, that are holidays or closures."""
        days = self._weekdays_off[
            bisect_right(self._weekdays_off, after) : bisect_right(self._weekdays_off, last)
        ]
        return tuple(Holiday(day, self._off[day]) for day in days)

    def place_of(self, day: dt.date) -> int:
        """How many working days of the table are not after this day. Raises: CalendarError."""
        self._check(day)
        return bisect_right(self._working, day.toordinal())

    def day_at(self, place: int, *, near: dt.date) -> dt.date:
        """The working day at a place, counted from 1; `near` is named where the table ends before it.

        Raises: CalendarError.
        """
        if not 1 <= place <= len(self._working):
            raise self._outside(f"the days counted from {format_day(near)}")
        return dt.date.fromordinal(self._working[place - 1])

    def _check(self, day: dt.date) -> None:
        if not self.valid_from <= day <= self.valid_to:
            raise self._outside(format_day(day))

    def _outside(self, what: str) -> CalendarError:
        return CalendarError(
            f"calendar {self.id}",
            f"the table holds {self.valid_from.isoformat()} to {self.valid_to.isoformat()}, "
            f"and {what} is outside it",
            f"Check the date; if it is right, add the bank holidays of the missing years to "
            f"calendars/{self.id}.toml and move valid_from or valid_to.",
            code="calendar-range",
        )


def with_closures(calendar: Calendar, closures: Sequence[Closure]) -> Calendar:
    """Return the calendar with an organisation's own closures added."""
    return replace(calendar, closures=calendar.closures + tuple(closures))


def format_day(day: dt.date) -> str:
    """Return a day as "Friday 5 December 2025", the same in every locale."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


# --- Counting -------------------------------------------------------------------------------------


def add_working_days(start: dt.date, n: int, calendar: Calendar) -> dt.date:
    """Return the n-th working day after a day; before it where n is negative; the day itself for 0.

    Raises: CalendarError.
    """
    place = calendar.place_of(start)
    if n == 0:
        return start
    if n > 0:
        return calendar.day_at(place + n, near=start)
    before = place - 1 if calendar.is_working_day(start) else place
    return calendar.day_at(before + n + 1, near=start)


def count_working_days(start: dt.date, end: dt.date, calendar: Calendar) -> int:
    """Count the working days after `start` up to and with `end`; negative where `end` is earlier.

    Raises: CalendarError.
    """
    return calendar.place_of(end) - calendar.place_of(start)


def clear_working_days(notice: dt.date, hearing: dt.date, calendar: Calendar) -> int:
    """Count the working days that lie wholly between notice and hearing. Raises: CalendarError."""
    if hearing <= notice:
        return 0
    return count_working_days(notice, hearing, calendar) - int(calendar.is_working_day(hearing))


def is_eve_of_rest(day: dt.date, calendar: Calendar) -> bool:
    """Whether the day after is no working day: a Friday, or the eve of a holiday or closure.

    A decision should not reach a person on such a day unless somebody confirms it.
    Raises: CalendarError.
    """
    return not calendar.is_working_day(shift_days(day, 1))


def shift_days(day: dt.date, days: int) -> dt.date:
    """Return the day so many calendar days later; earlier where negative. Raises: CalendarError."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        raise _beyond(day) from None


def shift_months(day: dt.date, months: int) -> tuple[dt.date, bool]:
    """Return the corresponding day so many months later, and whether it was clamped to a month's end.

    31 May less three months is 28 February, clamped. Earlier where negative.
    Raises: CalendarError. Source: Dodds v Walker [1981] 1 WLR 1027.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise _beyond(day)
    last = _month_lengths.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last)), day.day > last


def _beyond(day: dt.date) -> CalendarError:
    return CalendarError(
        "calendar", f"no date can be counted so far from {format_day(day)}", "Check the year of that date.",
        code="calendar-range",
    )  # fmt: skip


# --- Limits and notice ----------------------------------------------------------------------------


def within(start: dt.date, n: int, unit: Unit, calendar: Calendar) -> dt.date:
    """Return the last day in time of "within n units of `start`".

    Only working days look at the calendar: days, weeks, months and years may end on any day.
    Raises: CalendarError, also for `soon`, which has no figure.
    """
    match unit:
        case Unit.WORKING_DAY:
            return add_working_days(start, n, calendar)
        case Unit.DAY:
            return shift_days(start, n)
        case Unit.WEEK:
            return shift_days(start, 7 * n)
        case Unit.MONTH:
            return shift_months(start, n)[0]
        case Unit.YEAR:
            return shift_months(start, 12 * n)[0]
    raise CalendarError(
        f"unit {unit}", "has no figure to count", "Give such a limit no date.", code="no-figure"
    )


def latest_notice(hearing: dt.date, n: int, unit: Unit, calendar: Calendar) -> dt.date:
    """Return the latest day on which notice of at least n clear units may be received.

    In working days the answer is itself a working day. Raises: CalendarError.
    """
    if unit is Unit.WORKING_DAY:
        return add_working_days(hearing, -(n + 1), calendar)
    return shift_days(within(hearing, -n, unit, calendar), -1)


def earliest_hearing(notice: dt.date, n: int, unit: Unit, calendar: Calendar) -> dt.date:
    """Return the earliest day of a hearing after notice of at least n clear units.

    In working days the answer is itself a working day. Raises: CalendarError.
    """
    if unit is Unit.WORKING_DAY:
        return add_working_days(notice, n + 1, calendar)
    return shift_days(within(notice, n, unit, calendar), 1)


def is_clear_notice(notice: dt.date, hearing: dt.date, n: int, unit: Unit, calendar: Calendar) -> bool:
    """Whether at least n clear units lie between notice and hearing. Raises: CalendarError."""
    if unit is Unit.WORKING_DAY:
        return clear_working_days(notice, hearing, calendar) >= n
    return hearing >= earliest_hearing(notice, n, unit, calendar)


# --- Deemed receipt -------------------------------------------------------------------------------


class Delivery(StrEnum):
    """How a letter was sent."""

    FIRST_CLASS = "first-class"
    SECOND_CLASS = "second-class"
    EMAIL = "email"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The day on which a letter is taken to be received, and why, in words.

    A working default only: evidence of the actual receipt always wins. `others` are days that
    another customary rule would give.
    """

    day: dt.date
    basis: str
    others: tuple[tuple[dt.date, str], ...] = ()


_REBUTTABLE = "A presumption only: evidence of the actual receipt wins."


def deem_receipt(
    sent: dt.date, method: Delivery, calendar: Calendar, *, at: dt.time | None = None
) -> Receipt:
    """Return the day on which a letter sent that day is taken to be received.

    `at` is the hour of sending; where it is not known, the later day is taken, so that no right is
    cut short. Raises: CalendarError. Source: Practice Direction (QBD) 8 March 1985; CPR 6.26 by
    analogy. Both are English court rules and bind no employer.
    """
    if method in (Delivery.FIRST_CLASS, Delivery.SECOND_CLASS):
        n, post = (2, "First") if method is Delivery.FIRST_CLASS else (4, "Second")
        day = add_working_days(sent, n, calendar)
        basis = (
            f"{post}-class post sent on {format_day(sent)} is taken to arrive on the "
            f"{'second' if n == 2 else 'fourth'} working day after posting, {format_day(day)}. {_REBUTTABLE}"
        )
        return Receipt(day, basis, _court_rule(sent, day, method, calendar))
    same_day = calendar.is_working_day(sent) and (
        at <= _END_OF_OFFICE if at is not None else method is Delivery.HAND
    )
    day = sent if same_day else add_working_days(sent, 1, calendar)
    how = "An e-mail sent" if method is Delivery.EMAIL else "A letter left by hand"
    hour = f" at {at:%H:%M}" if at is not None else ""
    unknown = ", its hour not being known" if at is None and method is Delivery.EMAIL and day != sent else ""
    when = "the same day" if same_day else f"the next working day{unknown}"
    basis = f"{how} on {format_day(sent)}{hour} is taken to arrive {when}, {format_day(day)}. {_REBUTTABLE}"
    return Receipt(day, basis)


def _court_rule(
    sent: dt.date, day: dt.date, method: Delivery, calendar: Calendar
) -> tuple[tuple[dt.date, str], ...]:
    """The rule of the civil courts for first-class post, where it gives another day."""
    if method is not Delivery.FIRST_CLASS:
        return ()
    second = shift_days(sent, 2)
    other = second if calendar.is_working_day(second) else add_working_days(second, 1, calendar)
    words = f"the civil courts' rule (second day after posting, or the next working day): {format_day(other)}"
    return ((other, words),) if other != day else ()
