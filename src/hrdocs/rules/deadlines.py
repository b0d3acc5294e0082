"""Limits and what has happened → deadlines, each with its clause and how it was counted.

Conventions: `due` is the last day in time and None where there is no figure or the clock stands.
Events after `as_of` are not yet seen. A limit runs in rounds: its start opens one, its end closes it,
and a start after that opens the next (a second decision). Where the start happens again before the
end (a letter sent again, a second receipt), a hard limit runs from the latest, so that nobody loses
time, and an aim from the first, so that nobody gains it. An end before the first start closes it.
Only a hard limit is ever late; an aim is past, and with its reason recorded delayed until the new day.
A right that nobody used has passed: that is no lateness of anybody.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrdocs.case import Deadline, DeadlineState, Event
from hrdocs.procedure import Direction, Force, Limit, Rule, RuleKind, Unit
from hrdocs.rules.conditions import holds
from hrdocs.rules.notice import find_notice_deadline
from hrdocs.rules.rounds import Round, day_in, find_rounds, party_of, role_of
from hrdocs.rules.workdays import (
    Calendar,
    add_working_days,
    count_working_days,
    format_day,
    shift_days,
    within,
)

_UNITS = {
    Unit.WORKING_DAY: "working day",
    Unit.DAY: "day",
    Unit.WEEK: "week",
    Unit.MONTH: "month",
    Unit.YEAR: "year",
}
_NO_PARTIES: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class _Stop:
    """Days on which the clock stands: after `first`, up to and with `last`; None while it lasts."""

    first: dt.date
    last: dt.date | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Count:
    """Where a round's count ends, and how it came there. `due` is None while the clock stands."""

    due: dt.date | None
    words: tuple[str, ...] = ()
    expected: dt.date | None = None


def state_on(
    as_of: dt.date, due: dt.date | None, expected: dt.date | None, *, force: Force, is_right: bool
) -> DeadlineState:
    """What a deadline that nothing has ended is on a day."""
    if due is None or as_of <= due:
        return DeadlineState.OPEN
    if is_right:
        return DeadlineState.PASSED
    if force is Force.HARD:
        return DeadlineState.LATE
    return DeadlineState.DELAYED if expected and as_of <= expected else DeadlineState.PAST_AIM


def find_deadlines(
    limits: Sequence[Limit],
    events: Sequence[Event],
    *,
    calendar: Calendar,
    as_of: dt.date,
    complainant_type: str = "",
    pauses: Sequence[Rule] = (),
    parties: Mapping[str, tuple[str, ...]] = _NO_PARTIES,
    tell: bool = True,
) -> tuple[Deadline, ...]:
    """Find every deadline that has begun, in the order of the limits. Without `tell` no `basis` is written.

    `pauses` are the pack's rules; those of kind `pause` stop the limits they name, or all where they
    name none. `parties` gives, for an event that happens once per person, the ids of those persons: a
    limit that ends with it has one deadline each. Whether a case is closed or withdrawn is for
    the caller. Raises: CalendarError, for a day outside the calendar.
    """
    seen = sorted((e for e in events if e.on <= as_of), key=lambda e: (e.on, e.seq))
    stops = _find_stops(pauses, seen)
    delays = [e for e in seen if e.data.get("limit") is not None]
    found: list[Deadline] = []
    happened = {e.kind for e in seen}
    for limit in limits:
        if limit.direction is Direction.WITHIN and limit.start not in happened:
            continue
        if limit.applies_to and complainant_type and limit.applies_to != complainant_type:
            continue
        if limit.direction is Direction.NOTICE:
            notice = find_notice_deadline(limit, seen, calendar=calendar, as_of=as_of)
            deadlines = [] if notice is None else [notice]
        else:
            halts = [s for s in stops if not s.rule.needs or limit.id in s.rule.needs]
            rounds = find_rounds(limit, seen, parties.get(limit.end, ()))
            settled = [e for e in seen if e.kind in limit.waived_by]
            deadlines = [
                _deadline(limit, r, halts, delays, settled, _set_day(limit, r, seen), calendar, as_of, tell)
                for r in rounds
            ]
        if limit.applies_to and not complainant_type:
            words = f" Applies only to a complainant who is {limit.applies_to}; the type is not recorded."
            deadlines = [replace(d, basis=d.basis + words) for d in deadlines]
        found.extend(deadlines)
    return tuple(found)


def _find_stops(pauses: Sequence[Rule], seen: Sequence[Event]) -> tuple[_Stop, ...]:
    """The pauses there have been, in order: from the event that stops the clock to the one that starts it."""
    stops: list[_Stop] = []
    for rule in pauses:
        if rule.kind is not RuleKind.PAUSE or len(rule.subject) < 2:
            continue
        first: dt.date | None = None
        for event in seen:
            if event.kind == rule.subject[0] and first is None:
                first = event.on
            elif event.kind == rule.subject[1] and first is not None and not _stays(rule, event):
                stops.append(_Stop(first, event.on, rule))
                first = None
        if first is not None:
            stops.append(_Stop(first, None, rule))
    return tuple(sorted(stops, key=lambda s: s.first))


def _stays(rule: Rule, event: Event) -> bool:
    """Whether the clock stands on although the pause has ended: a condition of the rule on that event."""
    facts = {event.kind.replace("-", "_"): event.data}
    return any(holds(condition, facts) for condition in rule.unless)


def _deadline(
    limit: Limit,
    run: Round,
    stops: Sequence[_Stop],
    delays: Sequence[Event],
    settled: Sequence[Event],
    set_day: dt.date | None,
    calendar: Calendar,
    as_of: dt.date,
    tell: bool,
) -> Deadline:
    end = run.end
    waived = next((e for e in settled if end is None and _settles(e, run)), None)
    stops = [stop for stop in stops if end is None or stop.first < end.on]
    if limit.on is not None:
        count = _planned(limit.on, run)
    elif set_day is not None:
        count = _Count(set_day, ("A person set this day: nothing was counted.",))
    elif limit.unit is Unit.SOON:
        count = _Count(None, ("As soon as reasonably practicable: no figure.",))
    else:
        count = _extend(limit, run, _count(limit, run.start.on, stops, calendar), delays)
    if waived is not None:
        state = DeadlineState.WAIVED
    elif end is not None:
        in_time = count.due is None or end.on <= count.due
        state = DeadlineState.MET if in_time else DeadlineState.MET_AFTER
    else:
        state = state_on(as_of, count.due, count.expected, force=limit.force, is_right=limit.right)
    return Deadline(
        limit=limit.id,
        title=limit.title,
        due=count.due,
        force=limit.force,
        clause=limit.clause,
        state=state,
        started=run.start.on,
        basis=_describe(limit, run, count, end or waived, calendar) if tell else "",
        party=run.party,
        expected=None if end else count.expected,
        is_right=limit.right,
    )


def _planned(fact: str, run: Round) -> _Count:
    """A day that a person has set: it is the last day itself."""
    day = day_in(run.start, fact)
    return _Count(day, () if day else ("No day has been set: ask for one.",))


def _set_day(limit: Limit, run: Round, seen: Sequence[Event]) -> dt.date | None:
    """The day that a person gave before the limit began, in the fact that it names; the latest one."""
    kind, _, fact = (limit.set_by or "").partition(".")
    given = [e for e in seen if e.kind.replace("-", "_") == kind and e.on <= run.start.on]
    return day_in(given[-1], fact) if given else None


def _settles(event: Event, run: Round) -> bool:
    """Whether a person's word settles this round of a right that was not used."""
    return event.on >= run.start.on and _is_for(party_of(event), run.party)


def _is_for(settled: str | None, party: str | None) -> bool:
    """Whether what settles it is about this round's person: the same, nobody in particular, or, for a
    complainant or witness, a person complained about, whose decision is theirs too."""
    if settled is None or party is None or settled == party:
        return True
    return role_of(settled) == "respondent" != role_of(party)


def _count(limit: Limit, start: dt.date, stops: Sequence[_Stop], calendar: Calendar) -> _Count:
    """Count a limit from its start, moving the due day by what each pause took from it."""
    due = within(start, limit.within, limit.unit, calendar)
    words: list[str] = []
    reached = start
    for stop in stops:
        first = max(stop.first, reached)
        if first >= due or (stop.last is not None and stop.last <= first):
            continue
        if stop.last is None:
            return _Count(None, (*words, _describe_standing(limit, first, due, stop, calendar)))
        if limit.unit is Unit.WORKING_DAY:
            paused = count_working_days(first, stop.last, calendar)
            due = add_working_days(due, paused, calendar)
        else:
            paused = (stop.last - first).days
            due = shift_days(due, paused)
        reached = stop.last
        unit = "working day" if limit.unit is Unit.WORKING_DAY else "day"
        words.append(
            f"The clock stood after {format_day(first)} until {format_day(stop.last)}: "
            f"{_number(paused, unit)} added (clause {stop.rule.clause})."
        )
    return _Count(due, tuple(words))


def _describe_standing(limit: Limit, first: dt.date, due: dt.date, stop: _Stop, calendar: Calendar) -> str:
    """The words for a clock that stands now, with what is left on it."""
    working = limit.unit is Unit.WORKING_DAY
    left = count_working_days(first, due, calendar) if working else (due - first).days
    return (
        f"The clock has stood since {format_day(first)} (clause {stop.rule.clause}): "
        f"{_number(left, 'working day' if working else 'day')} will be left when it runs again."
    )


def _extend(limit: Limit, run: Round, count: _Count, delays: Sequence[Event]) -> _Count:
    """A recorded delay moves an extendable limit; of any other it is only told."""
    due, words, expected = count.due, list(count.words), None
    for event in delays:
        new = day_in(event, "new_date")
        named = event.data.get("limit") == limit.id and party_of(event) in (None, run.party)
        if new is None or not named or event.on < run.start.on:
            continue
        if limit.extendable and due is not None and new > due:
            due = new
            words.append(f"Extended to {format_day(new)}, as recorded on {format_day(event.on)}.")
        else:
            words.append(f"A delay is recorded on {format_day(event.on)}: expected by {format_day(new)}.")
            expected = new
    return _Count(due, tuple(words), expected)


# --- Words ------------------------------------------------------------------------------------------


def _describe(limit: Limit, run: Round, count: _Count, end: Event | None, calendar: Calendar) -> str:
    words = [_describe_start(limit, run)]
    if count.due is not None:
        words.append(f"Last day: {format_day(count.due)}.")
    words.extend(count.words)
    if limit.unit is Unit.WORKING_DAY and count.due is not None:
        words.append(_describe_calendar(run.start.on, count.due, calendar))
    if end is not None:
        words.append(_describe_end(end, run))
    return " ".join(words)


def _describe_start(limit: Limit, run: Round) -> str:
    event = run.start.kind.replace("-", " ")
    counted = limit.unit is not Unit.SOON
    amount = f"{_number(limit.within, _UNITS[limit.unit])} from" if counted else "From"
    again = ""
    if run.starts:
        which = "latest" if limit.force is Force.HARD else "first"
        days = ", ".join(format_day(day) for day in run.starts)
        again = f", the {which} of {len(run.starts)} recorded ({days})"
    day = " (that day not counted)" if counted else ""
    return f"{amount} “{event}” on {format_day(run.start.on)}{again}{day}."


def _describe_end(end: Event, run: Round) -> str:
    early = ", before the clock began" if end.on < run.start.on else ""
    who = party_of(end)
    of = f" for {who}" if who is not None and run.party is None else ""
    return f"“{end.kind.replace('-', ' ')}” on {format_day(end.on)}{of}{early}."


def _describe_calendar(start: dt.date, due: dt.date, calendar: Calendar) -> str:
    """Which days were left out, and by which table."""
    off = calendar.days_off(start, due)
    named = "".join(f", {format_day(h.day)} ({h.name})" for h in off)
    expected = ""
    if calendar.published_to is not None and due > calendar.published_to:
        expected = f"; bank holidays after {format_day(calendar.published_to)} are not yet proclaimed"
    return (
        f"Not counted: Saturdays, Sundays{named}. Calendar: {calendar.title} {calendar.version}, "
        f"valid {calendar.valid_from.isoformat()} to {calendar.valid_to.isoformat()}{expected}."
    )


def _number(n: int, unit: str) -> str:
    return f"{n} {unit}{'' if n == 1 else 's'}"
