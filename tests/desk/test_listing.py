"""Lists say what the cases say, on whichever day they are read."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.desks import NOW, Story, make_desk, shelf

from hrdocs.case import Event
from hrdocs.desk.agenda import Bucket, agenda
from hrdocs.desk.cases import open_case, withdraw_event
from hrdocs.desk.deadlines import DONE, as_of_day, calendar_for, deadlines_of
from hrdocs.desk.intake import Desk
from hrdocs.desk.listing import Lister, find_cases
from hrdocs.errors import HrdocsError
from hrdocs.register.verifying import verify_log
from hrdocs.rules.workdays import CalendarError
from hrdocs.rules.workflow import fold, stage_of, verdict_in_force

# Events that move clocks, with facts; the party where one is concerned.
STEPS: list[tuple[str, str | None, dict[str, object]]] = [
    ("complaint-acknowledged", None, {}),
    ("line-manager-meeting-held", None, {}),
    ("line-manager-named", None, {"name": "Declan Foy"}),
    ("investigator-appointed", None, {"name": "R Testa", "title": "Manager"}),
    ("initial-meeting-held", None, {}),
    ("meetings-completed", None, {}),
    ("investigation-completed", None, {}),
    (
        "delay-recorded",
        None,
        {"limit": "meetings", "reason_for_letters": "more people", "new_date": "2026-05-15"},
    ),
    ("report-produced", None, {}),
    ("decision-received", "complainant", {}),
    ("appeal-received", None, {}),
    ("appeal-not-lodged", None, {"decided_by": "M Hart"}),
    (
        "appeal-hearing-arranged",
        None,
        {"date": "2026-05-20", "time": "10:00", "place": "Room 1", "hearers": "C Vale"},
    ),
    ("appeal-notice-received", None, {}),
    ("mediation-started", None, {}),
    ("mediation-ended", None, {}),
    ("time-limit-decided", None, {"decision": "go-forward", "reasons": "x", "decided_by": "M Hart"}),
    ("case-closed", None, {}),
    ("hold-placed", None, {"reasons": "claim"}),
    ("risk-noted", None, {"called_by": "M Hart"}),
]
DAY = st.integers(0, 90).map(lambda n: dt.date(2026, 3, 2) + dt.timedelta(n))
TOLD = st.lists(st.tuples(st.integers(0, len(STEPS) - 1), DAY, st.booleans()), max_size=9)
RISK = [{"code": "risk-words", "severity": "warning", "message": "call"}]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("lists") / "ws")


def folded(desk: Desk, ref: str, as_of: dt.date) -> set[tuple[object, ...]]:
    """The open deadlines of a case, straight from its events."""
    opened = open_case(desk.workspace, desk.register, ref)
    case = as_of_day(opened.case, as_of)
    if case.received is None or case.received > as_of:
        return set()
    counted = deadlines_of(case, opened.pack, calendar_for(opened.pack, desk.organisation), as_of)
    return {
        (d.limit, d.party or "", d.due, d.expected, d.state.value) for d in counted if d.state not in DONE
    }


def listed(desk: Desk, ref: str, as_of: dt.date) -> set[tuple[object, ...]]:
    lister = Lister(desk.register, shelf(desk), desk.organisation)
    rows = lister.deadlines(as_of=as_of, until=dt.date(2032, 1, 1))
    return {(row[1], row[2], row[3], row[4], state) for state, _, row in rows if row[0] == ref}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=TOLD, days=st.lists(DAY, min_size=1, max_size=3))
def test_lists_equal_the_fold_on_every_day(
    desk: Desk, told: list[tuple[int, dt.date, bool]], days: list[dt.date]
) -> None:
    """Whatever was recorded, for days past or to come, and taken back: rows and deadlines are the fold's."""
    story = Story(desk, verdict="out-of-time", findings=RISK)
    for number, on, undone in told:
        kind, party, facts = STEPS[number]
        data = {**facts, **({"party": party} if party else {})}
        stored = desk.register.append([Event(story.ref, kind, on, NOW, "x", data)])[0]  # type: ignore[arg-type]
        if undone:
            opened = open_case(desk.workspace, desk.register, story.ref)
            withdraw_event(opened, stored.seq, "a mistake", now=NOW, by="x", register=desk.register)
    for day in days:
        assert listed(desk, story.ref, day) == folded(desk, story.ref, day)
    case = open_case(desk.workspace, desk.register, story.ref)
    (row,) = [r for r in desk.register.cases() if r.ref == story.ref]
    stage = stage_of(case.case, case.pack.procedure)
    assert row.stage == (stage.id if stage else None)
    assert row.verdict == verdict_in_force(case.case)
    assert (row.closed is not None) == case.case.has("case-closed")
    assert row.call_first != case.case.has("risk-noted")
    assert row.last_seq == case.case.seq


def test_lists_made_anew_are_the_same_and_verify(desk: Desk) -> None:
    """A full rebuild gives the same rows and the same deadlines."""
    day = dt.date(2026, 4, 15)
    Lister(desk.register, shelf(desk), desk.organisation).refresh()
    before, rows = desk.register.cases(), agenda(desk.register, shelf(desk), desk.organisation, as_of=day)
    desk.register.rebuild_projection()
    assert verify_log(desk.register).faults == ()
    assert agenda(desk.register, shelf(desk), desk.organisation, as_of=day) == rows
    assert desk.register.cases() == before


def test_the_due_list_folds_only_what_has_gone_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reading opens no case; after one event, one."""
    desk = make_desk(tmp_path / "ws")
    stories = [Story(desk) for _ in range(4)]
    day = dt.date(2026, 4, 15)
    agenda(desk.register, shelf(desk), desk.organisation, as_of=day)
    opened: list[str] = []
    before = desk.register.opened

    def watched(rows: Any, **how: Any) -> Iterator[Event]:
        for event in before(rows, **how):
            opened.append(event.case)
            yield event

    monkeypatch.setattr(desk.register, "opened", watched)
    agenda(desk.register, shelf(desk), desk.organisation, as_of=day)
    assert opened == []
    stories[2].record("complaint-acknowledged", "2026-03-03")
    opened.clear()
    agenda(desk.register, shelf(desk), desk.organisation, as_of=day)
    assert set(opened) == {stories[2].ref}


def test_an_aim_is_never_late_on_the_due_list(tmp_path: Path) -> None:
    """Past its aim until the reason is recorded, then delayed until the new day, then past again."""
    desk = make_desk(tmp_path / "ws")
    story = Story(desk)

    def bucket(day: str) -> str | None:
        rows = agenda(desk.register, shelf(desk), desk.organisation, as_of=dt.date.fromisoformat(day), days=7)
        return next((row.bucket.value for row in rows if row.limit == "meetings"), None)

    assert bucket("2026-03-31") == Bucket.TODAY
    assert bucket("2026-04-01") == Bucket.PAST_AIM
    story.record("delay-recorded", "2026-04-01", limit="meetings", reason_for_letters="more people to hear",
                 new_date="2026-04-24")  # fmt: skip
    assert bucket("2026-04-02") is None
    assert (bucket("2026-04-20"), bucket("2026-04-24")) == (Bucket.SOON, Bucket.TODAY)
    assert bucket("2026-04-25") == Bucket.PAST_AIM


def test_cases_are_found_by_what_lists_hold(tmp_path: Path) -> None:
    """Filters work together; a name opens the cases."""
    desk = make_desk(tmp_path / "ws")
    first, second = Story(desk), Story(desk, received="2026-03-09", respondents=("Susan Pratt",))
    second.record("case-closed", "2026-03-12")

    def found(name: str | None = None, **filters: object) -> list[str]:
        rows = find_cases(desk.register, desk.workspace, desk.organisation, filters, name=name)
        return [row.ref for row in rows]

    assert found(open=True) == found(stage="raised") == [first.ref]
    assert found(closed=True, received_from=dt.date(2026, 3, 9)) == found("pratt") == [second.ref]
    assert found() == [first.ref, second.ref]


def test_a_day_outside_the_calendar_is_not_recorded(tmp_path: Path) -> None:
    """One mistaken year never stops the due list of all cases."""
    desk = make_desk(tmp_path / "ws")
    story = Story(desk)
    with pytest.raises(CalendarError):
        story.record("investigation-completed", "2099-01-04")
    assert [e.kind for e in desk.register.events(story.ref)] == ["complaint-received"]
    assert isinstance(CalendarError("a", "b", "c"), HrdocsError)
    assert fold(desk.register.events(story.ref)).ref == story.ref
