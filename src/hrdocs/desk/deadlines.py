"""A case's deadlines, and what it calls for next: the pack's rules with its calendar and closures."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hrdocs.calendars import read_calendar
from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import Direction, Procedure, Rule, RuleKind
from hrdocs.rules.blocks import Asking, Block, find_blocks, find_holds
from hrdocs.rules.conditions import holds
from hrdocs.rules.deadlines import find_deadlines
from hrdocs.rules.due import PEOPLE, DueLetter, find_due_letters
from hrdocs.rules.printed import honour_printed
from hrdocs.rules.workdays import Calendar, with_closures
from hrdocs.rules.workflow import ENDS, RECEIVED, facts_for, fold
from hrdocs.rules.workflow_people import Clash, find_clashes
from hrdocs.rules.workflow_questions import Question, find_questions

DONE = (DeadlineState.MET, DeadlineState.MET_AFTER, DeadlineState.WAIVED)


@dataclass(frozen=True, slots=True)
class Blocked:
    """An event or letter that may not happen yet, for whom, and why."""

    what: str
    party: str
    block: Block


@dataclass(frozen=True, slots=True)
class Next:
    """What a case calls for on a day: open deadlines, letters due, and what is blocked."""

    case: Case
    due: tuple[Deadline, ...]
    letters: tuple[DueLetter, ...]
    blocked: tuple[Blocked, ...]
    warnings: tuple[Clash, ...] = ()  # who acts where the procedure would keep them apart
    questions: tuple[Question, ...] = ()  # what a person is to ask or see to


@lru_cache(maxsize=8)
def _calendar(name: str) -> Calendar:
    return read_calendar(name)


def calendar_for(pack: Pack, organisation: Organisation) -> Calendar:
    """The pack's calendar with the organisation's own closures."""
    return with_closures(_calendar(pack.procedure.calendar), organisation.closures)


def as_of_day(case: Case, day: dt.date) -> Case:
    """The case as it stood at the end of a day; its receipt always counts."""
    known = [event for event in case.events if event.on <= day or event.kind == RECEIVED]
    return case if len(known) == len(case.events) else fold(known)


def deadlines_of(
    case: Case, pack: Pack, calendar: Calendar, as_of: dt.date, *, tell: bool = True
) -> tuple[Deadline, ...]:
    """Every deadline of a case; once it has ended, only those that were met.

    Without `tell` their `basis` is left empty, which is many times faster.
    """
    complainant = next(iter(case.in_role("complainant")), None)
    happened = {event.kind for event in case.events}
    begun = [x for x in pack.procedure.limits if x.start in happened or x.direction is Direction.NOTICE]
    if any(limit.when for limit in begun):
        facts = facts_for(case, complainant.id if complainant else "")
        begun = [limit for limit in begun if holds(limit.when, facts)]
    found = find_deadlines(
        begun,
        case.events,
        calendar=calendar,
        as_of=as_of,
        complainant_type=complainant.type if complainant else "",
        pauses=_counting(pack.procedure).pauses,
        parties=_parties_of_events(case, pack),
        tell=tell,
    )
    found = honour_printed(found, case, begun, as_of)
    return tuple(d for d in found if d.state in DONE) if has_ended(case, pack.procedure, as_of) else found


def has_ended(case: Case, procedure: Procedure, as_of: dt.date) -> bool:
    """Whether a case is closed or withdrawn on a day, and nothing has reopened it."""
    reopening = {event.id for event in procedure.events if event.reopens}
    moments = [e for e in case.events if e.on <= as_of and (e.kind in ENDS or e.kind in reopening)]
    return bool(moments) and max(moments, key=lambda e: (e.on, e.seq)).kind in ENDS


def next_steps(case: Case, pack: Pack, calendar: Calendar, as_of: dt.date) -> Next:
    """What is due next in a case, which letters it calls for, and what is blocked and why."""
    then = as_of_day(case, as_of)
    deadlines = deadlines_of(then, pack, calendar, as_of)
    due = sorted((d for d in deadlines if d.state not in DONE), key=lambda d: d.due or dt.date.max)
    letters = find_due_letters(then, pack.procedure)
    clashes = find_clashes(then, pack.procedure)
    short = find_short_notice(then, pack.procedure, deadlines)
    blocked = [*_blocked(then, pack, letters), *_unconfirmed(clashes), *short]
    questions = find_questions(then, pack.procedure, deadlines)
    return Next(then, tuple(due), letters, tuple(blocked), clashes, questions)


def find_short_notice(case: Case, procedure: Procedure, deadlines: Sequence[Deadline]) -> tuple[Blocked, ...]:
    """Hearings of which notice was received too late: they move, or a person says why they stand."""
    notices = {limit.id: limit for limit in procedure.limits if limit.direction is Direction.NOTICE}
    return tuple(
        Blocked(
            limit.end, "", Block(f"{limit.title}: received too late, so the hearing moves.", limit.clause)
        )
        for d in deadlines
        if (limit := notices.get(d.limit)) and d.state in (DeadlineState.LATE, DeadlineState.MET_AFTER)
        if any(e.kind == limit.start and e.on >= d.started for e in case.events)
    )


def _unconfirmed(clashes: Sequence[Clash]) -> list[Blocked]:
    """Clashes that nobody has confirmed with a reason."""
    return [Blocked(c.event, c.party, Block(c.reason, c.clause)) for c in clashes if not c.confirmed]


def _blocked(case: Case, pack: Pack, letters: Sequence[DueLetter]) -> list[Blocked]:
    found: dict[tuple[str, str, Block], Blocked] = {}
    for due in letters:
        for block in find_holds(case, due.letter):
            found[due.letter.kind, due.to, block] = Blocked(due.letter.kind, due.to, block)
    asking = Asking(case, pack.procedure)
    for what, role in _subjects(pack):
        office = [role] if role not in PEOPLE else []
        parties = [party.id for party in case.in_role(role)] or office
        for party in parties:
            for block in find_blocks(case, pack.procedure, what, party, asking=asking):
                found[what, party, block] = Blocked(what, party, block)
    return list(found.values())


def _subjects(pack: Pack) -> list[tuple[str, str]]:
    """Every event and letter that a rule could block, with the role of those whom it concerns."""
    letters = [(letter.kind, letter.audience) for letter in pack.procedure.letters]
    parties = ("complainant", "respondent", "witness")
    events = [
        (event.id, role)
        for event in pack.procedure.events
        for role in (parties if event.per == "party" else (event.per or "",))
    ]
    return letters + events


@dataclass(frozen=True, slots=True)
class _Counting:
    """What counting needs of a procedure, looked up once."""

    per_person: tuple[tuple[str, str], ...]
    pauses: tuple[Rule, ...]


_COUNTING: dict[int, tuple[Procedure, _Counting]] = {}


def _counting(procedure: Procedure) -> _Counting:
    """Kept by identity: a pack is read once and holds mappings, so it has no hash of its own."""
    kept = _COUNTING.get(id(procedure))
    if kept is not None and kept[0] is procedure:
        return kept[1]
    ends = {limit.end for limit in procedure.limits}
    made = _Counting(
        tuple((e.id, e.per) for e in procedure.events if e.per is not None and e.id in ends),
        tuple(rule for rule in procedure.rules if rule.kind is RuleKind.PAUSE),
    )
    if len(_COUNTING) > 50:
        _COUNTING.clear()
    _COUNTING[id(procedure)] = (procedure, made)
    return made


def _parties_of_events(case: Case, pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """For each event that ends a limit and happens once per person, the persons of the case."""
    return {
        kind: tuple(p.id for p in case.parties if per in (p.role, "party"))
        for kind, per in _counting(pack.procedure).per_person
    }
