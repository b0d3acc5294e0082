"""The examples of a pack, `cases.toml`: run with the same rules that real cases run with.

A story is a list of events and what must hold at the end of a day; a check is a text about dates and the
verdict that it must get. What does not hold is told as a sentence in the words of the file.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hrdocs.case import Case, Event
from hrdocs.desk.checking import check_time
from hrdocs.desk.deadlines import deadlines_of
from hrdocs.packs import Pack
from hrdocs.procedure import EventKind, Procedure
from hrdocs.rules.blocks import find_blocks
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.workdays import Calendar
from hrdocs.rules.workflow import RECEIVED, fold, stage_of
from hrdocs.tools.records import read_record
from hrdocs.words import did_you_mean

_PARTIES = ("complainant", "respondent-1")


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """`[[case.event]]`: what happened on a day, with its facts and, where it has one, its party."""

    on: dt.date
    kind: str
    party: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """`[case.expect]`: what must hold at the end of the day. "kind:party" names one person's."""

    stage: str = ""
    deadlines: Mapping[str, dt.date] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    no_deadlines: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    not_letters: tuple[str, ...] = ()
    blocked: Mapping[str, str] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """`[[case]]`: the events of a case, and what must follow from them."""

    id: str
    title: str
    as_of: dt.date
    events: tuple[StoryEvent, ...]
    expect: Expectation
    verdict: str = ""
    complainant_type: str = ""
    missing: tuple[str, ...] = ()  # labels of answers that the form leaves out
    parties: tuple[str, ...] = _PARTIES


@dataclass(frozen=True, slots=True)
class TimeCheck:
    """`[[check_time]]`: a text about dates, the day it was raised, and the verdict that it must get."""

    text: str
    raised: dt.date
    verdict: str
    clause: str | None = None
    informal_from: dt.date | None = None
    activity: tuple[dt.date, ...] = ()
    note: str = ""
    id: str = ""


def read_examples(
    tables: Mapping[str, Any], place: str, problems: list[str]
) -> tuple[tuple[Story, ...], tuple[TimeCheck, ...]]:
    """The stories and checks of a `cases.toml`; its mistakes go to `problems`."""
    stories = [_story(row, n, place, problems) for n, row in enumerate(_rows(tables, "case"), 1)]
    checks = [
        read_record(TimeCheck, row, f"{place} [[check_time]] number {n}", problems)
        for n, row in enumerate(_rows(tables, "check_time"), 1)
    ]
    problems.extend(
        f"{place}: unknown key '{key}'{did_you_mean(key, ('case', 'check_time'))}"
        for key in tables
        if key not in ("case", "check_time")
    )
    return tuple(s for s in stories if s is not None), tuple(c for c in checks if c is not None)


def check_examples(
    stories: tuple[Story, ...],
    checks: tuple[TimeCheck, ...],
    pack: Pack,
    calendar: Calendar,
    place: str,
) -> Iterator[str]:
    """What does not hold, one sentence each; an example that names unknown things is not run."""
    for story in stories:
        where = f"{place} [[case]] '{story.id}'"
        mistakes = tuple(_mistakes(story, pack.procedure))
        found = mistakes or tuple(_differences(story, pack, calendar))
        yield from (f"{where}: {text}" for text in found)
    for check in checks:
        yield from (f'{place} [[check_time]] "{check.text}": {t}' for t in _check_time(check, pack))


def case_of(story: Story) -> Case:
    """The case that a story's events add up to."""
    people = [
        {"id": p, "role": role_of(p), "name": f"Person {p}", "type": _type(p, story)} for p in story.parties
    ]
    events = []
    for seq, row in enumerate(story.events, 1):
        data: dict[str, Any] = _plain(row.facts)
        if row.kind == RECEIVED:
            data |= {"parties": people, "verdict": {"verdict": story.verdict}, "missing": [*story.missing]}
        if row.party is not None:
            data["party"] = row.party
        at = dt.datetime.combine(row.on, dt.time(12), dt.UTC)
        events.append(Event("X-1", row.kind, row.on, at, "example", data, seq))
    return fold(sorted(events, key=lambda event: event.kind != RECEIVED))


def role_of(party: str) -> str:
    """The role of a party by its id: "respondent-2" is a respondent."""
    return re.sub(r"-\d+$", "", party)


def _type(party: str, story: Story) -> str:
    return story.complainant_type if party == "complainant" else "staff"


def _rows(tables: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    rows = tables.get(key, [])
    return [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _story(row: dict[str, Any], number: int, place: str, problems: list[str]) -> Story | None:
    where = f"{place} [[case]] '{row.get('id') or f'number {number}'}'"
    events = []
    for n, table in enumerate(_rows(row, "event"), 1):
        facts = table.pop("facts", {})
        event = read_record(StoryEvent, table, f"{where} [[case.event]] number {n}", problems, facts=facts)
        events += [] if event is None else [event]
    expected = row.pop("expect", {})
    expect = read_record(Expectation, expected, f"{where} [case.expect]", problems)
    row.pop("event", None)
    return None if expect is None else read_record(
        Story, row, where, problems, events=tuple(events), expect=expect
    )  # fmt: skip


def _mistakes(story: Story, procedure: Procedure) -> Iterator[str]:
    """What a story names that the pack does not have, or leaves out that an event needs."""
    kinds = {e.id: e for e in procedure.events}
    if not any(event.kind == RECEIVED for event in story.events):
        yield f"no [[case.event]] is '{RECEIVED}': every case begins with it"
    for row in story.events:
        kind = kinds.get(row.kind)
        if kind is None:
            yield f"unknown event '{row.kind}'{did_you_mean(row.kind, kinds)}"
            continue
        yield from _wrong_facts(row, kind)
    yield from _unknown_expectations(story.expect, procedure, sorted(kinds))


def _wrong_facts(row: StoryEvent, kind: EventKind) -> Iterator[str]:
    yield from (f"'{row.kind}' needs the fact '{f}'" for f in kind.facts if f not in row.facts)
    known = {*kind.facts, *kind.asks}
    yield from (
        f"'{row.kind}' has no fact '{f}'{did_you_mean(f, known)}" for f in row.facts if f not in known
    )
    if (row.party is None) is not (kind.per is None):
        yield f"'{row.kind}' " + ("needs key 'party'" if kind.per else "concerns no one person")


def _unknown_expectations(expect: Expectation, procedure: Procedure, events: list[str]) -> Iterator[str]:
    limits, letters = [x.id for x in procedure.limits], {x.kind for x in procedure.letters}
    for name in (*expect.deadlines, *expect.states, *expect.no_deadlines):
        if name not in limits:
            yield f"unknown limit '{name}'{did_you_mean(name, limits)}"
    for name in (*expect.letters, *expect.not_letters):
        kind_of = name.split(":")[0]
        if kind_of not in letters:
            yield f"unknown letter '{kind_of}'{did_you_mean(kind_of, sorted(letters))}"
    for name in (*expect.blocked, *expect.allowed):
        if name.split(":")[0] not in letters | set(events):
            yield f"unknown event or letter '{name}'{did_you_mean(name, [*sorted(letters), *events])}"


def _differences(story: Story, pack: Pack, calendar: Calendar) -> Iterator[str]:
    case, procedure, expect = case_of(story), pack.procedure, story.expect
    found = {d.limit: d for d in deadlines_of(case, pack, calendar, story.as_of)}
    for name, day in expect.deadlines.items():
        due = found[name].due if name in found else None
        if due != day:
            yield f"limit '{name}' falls on {_day(due)}, not {_day(day)}"
    for name, state in expect.states.items():
        real = found[name].state.value if name in found else "not running"
        if real != state:
            yield f"limit '{name}' is {real}, not {state}"
    yield from (f"limit '{name}' runs" for name in expect.no_deadlines if name in found)
    stage = stage_of(case, procedure)
    if expect.stage and (stage is None or stage.id != expect.stage):
        yield f"the stage is '{stage.id if stage else 'none'}', not '{expect.stage}'"
    due_letters = find_due_letters(case, procedure)
    names = {d.letter.kind for d in due_letters} | {f"{d.letter.kind}:{d.to}" for d in due_letters}
    yield from (f"letter '{n}' is not due" for n in expect.letters if n not in names)
    yield from (f"letter '{n}' is due" for n in expect.not_letters if n in names)
    yield from _blocks(story, case, procedure)


def _blocks(story: Story, case: Case, procedure: Procedure) -> Iterator[str]:
    for name, clause in story.expect.blocked.items():
        people = _persons(case, procedure, name)
        found = [block for kind, party in people for block in find_blocks(case, procedure, kind, party)]
        cited = [c for block in found for c in block.clause.split(", ")]
        if clause not in cited:
            really = f"blocked by: {', '.join(cited) or 'nothing'}"
            yield f"'{name}' is not blocked by clause '{clause}' ({really})"
    for name in story.expect.allowed:
        for kind, party in _persons(case, procedure, name):
            for block in find_blocks(case, procedure, kind, party):
                yield f"'{name}' is blocked: {block.reason} ({block.clause})"


def _persons(case: Case, procedure: Procedure, name: str) -> list[tuple[str, str]]:
    """The event or letter of an expectation with each person whom it could mean."""
    kind, _, party = name.partition(":")
    if party:
        return [(kind, party)]
    audiences = {letter.audience for letter in procedure.letters if letter.kind == kind}
    per = next((e.per for e in procedure.events if e.id == kind), None)
    roles = audiences or ({per} if per not in (None, "party") else set())
    return [(kind, p.id) for p in case.parties if p.role in roles] or [(kind, "")]


def _check_time(check: TimeCheck, pack: Pack) -> Iterator[str]:
    verdict = check_time(
        check.text, raised=check.raised, procedure=pack.procedure, informal_from=check.informal_from,
        activity=check.activity,
    )  # fmt: skip
    if verdict.verdict.value != check.verdict:
        yield f"the verdict is {verdict.verdict.value}, not {check.verdict}"
    if check.clause is not None and (verdict.clause or "") != check.clause:
        yield f"the clause is '{verdict.clause or ''}', not '{check.clause}'"


def _plain(value: Any) -> Any:
    """TOML's days as the register keeps them."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _day(day: dt.date | None) -> str:
    return "no day" if day is None else f"{day:%a} {day.isoformat()}"
