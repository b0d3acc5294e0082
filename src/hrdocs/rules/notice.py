"""Notice of a hearing: the latest day to receive it, and whether enough clear days lie between.

Conventions: the limit's `from` is the event in which notice is received, its `to` the hearing. The
day of a hearing not yet held is the `date` of the latest event `<word>-…-arranged` whose first word is
that of `to` (`appeal-hearing-arranged` for `appeal-heard`). Notice of a date since changed counts for
nothing. Enough notice is `met`; too little before a hearing still to come means that it must move.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.case import Deadline, DeadlineState, Event
from hrdocs.procedure import Force, Limit, Unit
from hrdocs.rules.rounds import day_in
from hrdocs.rules.workdays import (
    Calendar,
    earliest_hearing,
    format_day,
    is_clear_notice,
    latest_notice,
)

_ARRANGED = "-arranged"


@dataclass(frozen=True, slots=True)
class _Hearing:
    """The day of a hearing, since when that day is known (None: it was never arranged), whether held.

    `after` is the place of the arrangement in the log where it changed an earlier one, else -1: of two
    things on one day, a notice recorded before the change is of the day that was changed.
    """

    day: dt.date
    known: dt.date | None
    held: bool
    after: int = -1


def find_notice_deadline(
    limit: Limit, seen: Sequence[Event], *, calendar: Calendar, as_of: dt.date
) -> Deadline | None:
    """Find the deadline for notice of the latest hearing, if one is arranged or notice was given.

    Raises: CalendarError.
    """
    hearing = _find_hearing(limit, seen)
    known = None if hearing is None else hearing.known
    after = -1 if hearing is None else hearing.after
    given = [e for e in seen if e.kind == limit.start and (known is None or (e.on, e.seq) >= (known, after))]
    notice = given[0].on if given else None
    if hearing is None:
        plans = [e for e in seen if _announces(e, limit)]
        if plans:
            return _without_day(limit, plans[-1].on)
        return None if notice is None else _without_hearing(limit, notice, calendar)
    due = latest_notice(hearing.day, limit.within, limit.unit, calendar)
    words = [
        f"At least {limit.within} clear {_unit(limit)} between notice and the hearing on "
        f"{format_day(hearing.day)}: notice received by {format_day(due)} at the latest. "
        f"Not counted: the day of receipt, the day of the hearing{_off(limit, due, hearing.day, calendar)}."
    ]
    if notice is not None:
        words.append(f"Notice was received on {format_day(notice)}.")
    overdue = DeadlineState.LATE if limit.force is Force.HARD else DeadlineState.PAST_AIM
    if notice is None:
        state = DeadlineState.OPEN if as_of <= due and not hearing.held else overdue
    elif is_clear_notice(notice, hearing.day, limit.within, limit.unit, calendar):
        state = DeadlineState.MET
    elif hearing.held:
        state = DeadlineState.MET_AFTER
    else:
        state = overdue
        earliest = earliest_hearing(notice, limit.within, limit.unit, calendar)
        words.append(f"That is too short: the hearing may be no earlier than {format_day(earliest)}.")
    return _deadline(limit, due, state, known or notice or hearing.day, " ".join(words))


def _find_hearing(limit: Limit, seen: Sequence[Event]) -> _Hearing | None:
    """The latest hearing; None where none is arranged or the latest arrangement has no readable day."""
    plans = [(e.on, day_in(e, "date"), e.seq) for e in seen if _announces(e, limit)]
    held = [e for e in seen if e.kind == limit.end and not e.kind.endswith(_ARRANGED)]
    if not plans:
        return _Hearing(held[-1].on, None, held=True) if held else None
    known, day, seq = plans[-1]
    after = -1
    for recorded, planned, place in reversed(plans):
        if planned != day:
            after = seq
            break
        known, seq = recorded, place
    if held and held[-1].on >= known:
        return _Hearing(held[-1].on, known, held=True, after=after)
    return None if day is None else _Hearing(day, known, held=False, after=after)


def _announces(event: Event, limit: Limit) -> bool:
    """Whether an event fixes the day of the limit's hearing."""
    return event.kind.endswith(_ARRANGED) and event.kind.split("-")[0] == limit.end.split("-")[0]


def _without_day(limit: Limit, arranged: dt.date) -> Deadline:
    basis = (
        f"A hearing was arranged on {format_day(arranged)}, but its `date` is not recorded as a day such as "
        f"2026-03-20, so the {limit.within} clear {_unit(limit)} of notice cannot be counted."
    )
    return _deadline(limit, None, DeadlineState.OPEN, arranged, basis)


def _without_hearing(limit: Limit, notice: dt.date, calendar: Calendar) -> Deadline:
    earliest = earliest_hearing(notice, limit.within, limit.unit, calendar)
    basis = (
        f"At least {limit.within} clear {_unit(limit)} from notice on {format_day(notice)}: "
        f"the hearing may be no earlier than {format_day(earliest)}. No day of a hearing is recorded yet."
    )
    return _deadline(limit, None, DeadlineState.OPEN, notice, basis)


def _deadline(
    limit: Limit, due: dt.date | None, state: DeadlineState, started: dt.date, basis: str
) -> Deadline:
    return Deadline(limit.id, limit.title, due, limit.force, limit.clause, state, started, basis)


def _unit(limit: Limit) -> str:
    return f"{limit.unit.replace('-', ' ')}{'' if limit.within == 1 else 's'}"


def _off(limit: Limit, due: dt.date, hearing: dt.date, calendar: Calendar) -> str:
    if limit.unit is not Unit.WORKING_DAY:
        return ""
    named = "".join(f", {format_day(h.day)} ({h.name})" for h in calendar.days_off(due, hearing))
    return (
        f", Saturdays, Sundays{named} (calendar {calendar.title}, valid to {calendar.valid_to.isoformat()})"
    )
