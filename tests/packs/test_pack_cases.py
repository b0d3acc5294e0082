"""The packs' own examples: the stories of `cases.toml`, day by day and counted by another method."""

import datetime as dt
import re
import tomllib
from functools import cache
from typing import Any

import holidays
import pytest

from hrdocs.calendars import read_calendar
from hrdocs.case import Case, Deadline, Event
from hrdocs.desk.deadlines import deadlines_of
from hrdocs.packs import Pack, read_pack
from hrdocs.procedure import Limit, Procedure, Unit
from hrdocs.rules.blocks import find_blocks
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.workflow import fold, stage_of
from hrdocs.shipped import shipped_folder

Story = dict[str, Any]
PACKS = ("council-dignity-at-work", "university-harassment", "civil-service-harassment")
NATIONS = {"northern-ireland": "NIR", "england-and-wales": "ENG"}
FEWEST = dict(zip(PACKS, ((12, 12), (6, 2), (6, 3)), strict=True))


def _examples(pack: str) -> dict[str, Any]:
    path = shipped_folder("templates") / pack / "cases.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def _pack(pack: str) -> Pack:
    return read_pack(shipped_folder("templates") / pack)


def _procedure(pack: str) -> Procedure:
    return _pack(pack).procedure


STORIES = [(pack, story) for pack in PACKS for story in _examples(pack)["case"]]
STORY = pytest.mark.parametrize(("pack", "story"), STORIES, ids=[f"{p}-{s['id']}" for p, s in STORIES])


def _plain(value: Any) -> Any:
    """TOML's days as the register keeps them."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value


def _events(story: Story) -> list[Event]:
    parties = story.get("parties", ["complainant", "respondent-1"])
    kind = story.get("complainant_type", "")
    people = [
        {"id": p, "role": _role(p), "name": f"Person {p}", "type": kind if p == "complainant" else "staff"}
        for p in parties
    ]
    found = []
    for seq, row in enumerate(story["event"], 1):
        data = _plain(row.get("facts", {}))
        if row["kind"] == "complaint-received":
            verdict = {"verdict": story.get("verdict", "")}
            data |= {"parties": people, "verdict": verdict, "missing": story.get("missing", [])}
        if "party" in row:
            data["party"] = row["party"]
        at = dt.datetime.combine(row["on"], dt.time(12), dt.UTC)
        found.append(Event("X-1", row["kind"], row["on"], at, "tester", data, seq))
    return found


def _role(party: str) -> str:
    return re.sub(r"-\d+$", "", party)


def _deadlines(pack: str, story: Story) -> dict[str, Deadline]:
    read = _pack(pack)
    found = deadlines_of(_case(story), read, read_calendar(read.procedure.calendar), story["as_of"])
    return {d.limit: d for d in found}


@STORY
def test_story_is_well_made(pack: str, story: Story) -> None:
    """A story's events are the pack's, in order, with the facts they need; so are its expectations."""
    procedure = _procedure(pack)
    kinds = {e.id: e for e in procedure.events}
    days = [row["on"] for row in story["event"]]
    assert days == sorted(days)
    assert days[-1] <= story["as_of"]
    for row in story["event"]:
        kind, facts = kinds[row["kind"]], set(row.get("facts", {}))
        assert set(kind.facts) <= facts <= {*kind.facts, *kind.asks}, row
        assert ("party" in row) is (kind.per is not None), row
    expect = story["expect"]
    limits, letters = {x.id for x in procedure.limits}, {x.kind for x in procedure.letters}
    assert set(expect.get("deadlines", {})) | set(expect.get("states", {})) <= limits
    assert set(expect.get("no_deadlines", [])) <= limits
    assert {n.split(":")[0] for n in expect.get("letters", []) + expect.get("not_letters", [])} <= letters
    subjects = [*expect.get("blocked", {}), *expect.get("allowed", [])]
    assert {n.split(":")[0] for n in subjects} <= letters | set(kinds)
    assert set(expect.get("blocked", {}).values()) <= {c.id for c in procedure.clauses}


@STORY
def test_story_deadlines(pack: str, story: Story) -> None:
    """Each deadline of a story falls on its day, in its state; and the case is at its stage."""
    procedure = _procedure(pack)
    found, expect = _deadlines(pack, story), story["expect"]
    assert {k: found[k].due for k in expect.get("deadlines", {})} == expect.get("deadlines", {})
    assert {k: found[k].state.value for k in expect.get("states", {})} == expect.get("states", {})
    assert not set(expect.get("no_deadlines", [])) & set(found)
    if "stage" in expect:
        stage = stage_of(
            fold(sorted(_events(story), key=lambda e: e.kind != "complaint-received")), procedure
        )
        assert stage is not None
        assert stage.id == expect["stage"]


def _case(story: Story) -> Case:
    return fold(sorted(_events(story), key=lambda event: event.kind != "complaint-received"))


def _persons(case: Case, procedure: Procedure, name: str) -> list[tuple[str, str]]:
    """The event or letter of an expectation with each person whom it could mean."""
    kind, _, party = name.partition(":")
    if party:
        return [(kind, party)]
    audiences = {letter.audience for letter in procedure.letters if letter.kind == kind}
    per = next((e.per for e in procedure.events if e.id == kind), None)
    roles = audiences or ({per} if per not in (None, "party") else set())
    return [(kind, p.id) for p in case.parties if p.role in roles] or [(kind, "")]


@STORY
def test_story_letters(pack: str, story: Story) -> None:
    """The letters that a story calls for are due, and those that it does not are not."""
    due = find_due_letters(_case(story), _procedure(pack))
    names = {d.letter.kind for d in due} | {f"{d.letter.kind}:{d.to}" for d in due}
    assert set(story["expect"].get("letters", [])) <= names
    assert not set(story["expect"].get("not_letters", [])) & names


@STORY
def test_story_blocks(pack: str, story: Story) -> None:
    """What may not happen yet is blocked with its clause, and what may happen is not."""
    case, procedure = _case(story), _procedure(pack)
    for name, clause in story["expect"].get("blocked", {}).items():
        found = [
            b for kind, p in _persons(case, procedure, name) for b in find_blocks(case, procedure, kind, p)
        ]
        assert any(clause in block.clause.split(", ") for block in found), name
    for name in story["expect"].get("allowed", []):
        for kind, party in _persons(case, procedure, name):
            assert find_blocks(case, procedure, kind, party) == (), name


@STORY
def test_story_days_by_another_method(pack: str, story: Story) -> None:
    """Days counted one by one over the holidays library agree, where no pause moved them and none was set."""
    if any(row["kind"] == "mediation-started" for row in story["event"]):
        pytest.skip("a pause may move the days")
    procedure = _procedure(pack)
    limits = {x.id: x for x in procedure.limits}
    given = {
        f"{row['kind']}.{fact}".replace("-", "_") for row in story["event"] for fact in row.get("facts", {})
    }
    for name, due in story["expect"].get("deadlines", {}).items():
        if limits[name].set_by in given:
            continue
        assert _counted(limits[name], story, NATIONS[procedure.calendar]) == due, name


def _said(value: Any) -> dt.date:
    """A day in a fact: TOML's own, or as text."""
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))


def _counted(limit: Limit, story: Story, nation: str) -> dt.date:
    moved = [r["facts"]["new_date"] for r in story["event"] if r.get("facts", {}).get("limit") == limit.id]
    if limit.extendable and moved:
        return _said(moved[-1])
    if limit.on is not None:
        return _said([r for r in story["event"] if r["kind"] == limit.start][-1]["facts"][limit.on])
    off = holidays.country_holidays("GB", subdiv=nation, years=range(2025, 2029))
    start: dt.date
    if limit.direction.value == "notice":
        row = next(r for r in story["event"] if r["kind"].endswith("-hearing-arranged"))
        start, left, step = _said(row["facts"]["date"]), limit.within + 1, -1
    else:
        rows = [r for r in story["event"] if r["kind"] == limit.start]
        own = [r for r in rows if limit.party is None or r.get("party", limit.party) == limit.party]
        start, left, step = own[-1]["on"], limit.within, 1
    if limit.unit in (Unit.WEEK, Unit.DAY):
        return start + dt.timedelta(days=(7 if limit.unit is Unit.WEEK else 1) * left)
    if limit.unit is Unit.YEAR:
        leap_day = (start.month, start.day) == (2, 29)
        return start.replace(year=start.year + left, day=28 if leap_day else start.day)
    while left:
        start += dt.timedelta(days=step)
        left -= start.weekday() < 5 and start not in off
    return start


@pytest.mark.parametrize("pack", PACKS)
def test_enough_examples(pack: str) -> None:
    """Enough stories, each with its own name, and enough texts with every verdict the limit can give."""
    examples, (stories, texts) = _examples(pack), FEWEST[pack]
    assert len({s["id"] for s in examples["case"]}) == len(examples["case"]) >= stories
    checks = examples["check_time"]
    assert len(checks) >= texts
    limit = _procedure(pack).time_limit
    verdicts = {"in-time", "out-of-time", "partly-in-time", "needs-review"} if limit.months else {"no-limit"}
    assert {c["verdict"] for c in checks} == verdicts
    assert all(c["clause"] == limit.clause and isinstance(c["raised"], dt.date) for c in checks)
