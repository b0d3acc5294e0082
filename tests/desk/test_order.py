"""What happened out of order, by mistake or with nonsense: recorded as it happened, or told in one line."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.desk.desks import UNIVERSITY, Story, make_desk

from hrdocs.cli import hrdocs
from hrdocs.desk.case_shapes import shape_next
from hrdocs.desk.deadlines import calendar_for
from hrdocs.errors import HrdocsError, RegisterError, UsageError

REVIEWED: dict[str, Any] = {"measures": "Different floors.", "decided_by": "R Testa"}


def shaped(story: Story, as_of: str) -> dict[str, Any]:
    """What `hrdocs case next --format json` prints."""
    steps = story.next(as_of)
    return shape_next(steps, story.desk.pack, dt.date.fromisoformat(as_of))


def kinds(rows: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(row["kind"], row["to"]) for row in rows}


def codes(story: Story, as_of: str) -> set[str]:
    return {question.code for question in story.next(as_of).questions}


def test_what_happened_too_early_is_recorded_with_its_reason(tmp_path: Path) -> None:
    """A notice that went before the contact review is refused, and with a reason it stands in the log."""
    story = Story(make_desk(tmp_path / "ws"))
    with pytest.raises(RegisterError, match=r"13\.3.*--confirm"):
        story.record("respondent-notified", "2026-03-03", "respondent-1")
    story.record("respondent-notified", "2026-03-03", "respondent-1", confirm="A manager told him.")
    last = story.next("2026-03-03").case.events[-1]
    assert (last.kind, last.data["confirmed"]) == ("respondent-notified", "A manager told him.")


def test_a_blocked_letter_waits_and_is_not_offered(tmp_path: Path) -> None:
    """Among `letters` stands what can be written; a letter that a rule holds back is `waiting`."""
    story = Story(make_desk(tmp_path / "ws"))
    story.record("timetable-agreed", "2026-03-03", stages="Report by 30 April")
    row = shaped(story, "2026-03-03")
    assert ("timetable", "complainant") in kinds(row["letters"])
    assert kinds(row["waiting"]) == {("timetable", "respondent-1")}
    assert {"timetable", "no-contact"} <= {b["what"] for b in row["blocked"] if b["party"] == "respondent-1"}


def test_a_letter_to_an_office_is_due_and_asks_for_a_name(tmp_path: Path) -> None:
    """The copy to the Head of Employee Relations is due to the office, then to whoever holds it."""
    desk = make_desk(tmp_path / "ws", pack=UNIVERSITY)
    story = Story(desk, verdict="no-limit")
    assert ("copy-to-employee-relations", "head-of-er") in kinds(shaped(story, "2026-03-02")["letters"])
    done = CliRunner().invoke(
        hrdocs, ["-w", str(desk.workspace.folder), "letter", "copy-to-employee-relations", story.ref],
    )  # fmt: skip
    assert isinstance(done.exception, HrdocsError)
    assert "party-added id=head-of-er role=head-of-er" in str(done.exception)
    story.record("party-added", "2026-03-02", id="er-1", role="head-of-er", name="Grainne Whitmore")
    assert ("copy-to-employee-relations", "er-1") in kinds(shaped(story, "2026-03-02")["letters"])


def test_nobody_joins_twice_or_in_a_role_that_is_none(tmp_path: Path) -> None:
    """A second person never takes the id of the first, and a role is one of the procedure's."""
    story = Story(make_desk(tmp_path / "ws"))
    with pytest.raises(UsageError, match=r"Orlaith McGuckin \(complainant\) already"):
        story.record("party-added", "2026-03-03", id="complainant", role="witness", name="Wes Dunn")
    with pytest.raises(UsageError, match="is no role"):
        story.record("party-added", "2026-03-03", id="witness-1", role="wizard", name="Wes Dunn")


@pytest.mark.parametrize(
    ("event", "party", "facts", "said"),
    [
        ("meeting-arranged", "complainant", {"date": "soon", "time": "10", "place": "x"}, "no date"),
        ("contact-reviewed", None, REVIEWED | {"review_date": "in a month"}, "no date"),
        ("contact-reviewed", None, REVIEWED | {"no_contact": "perhaps"}, "none of its words"),
        ("appeal-clarification-asked", None, {"missing": "what", "by": "soon"}, "no date"),
        ("investigator-appointed", None, {"name": "  ", "title": "Manager"}, "needs name"),
    ],
)  # fmt: skip
def test_nonsense_is_one_line(
    tmp_path: Path, event: str, party: str | None, facts: dict[str, Any], said: str
) -> None:
    """A day that is none, a word that is none, a name that is empty: told, and nothing is recorded."""
    story = Story(make_desk(tmp_path / "ws"))
    with pytest.raises(UsageError, match=said) as told:
        story.record(event, "2026-03-03", party, **facts)
    assert "\n" not in str(told.value)
    assert len(story.next("2026-03-03").case.events) == 1


def test_a_day_before_the_complaint_is_asked_about(tmp_path: Path) -> None:
    """It is recorded, and a line says that it is before the receipt; informal steps may be."""
    desk = make_desk(tmp_path / "ws")
    story = Story(desk)
    base = ["-w", str(desk.workspace.folder), "case", "record", story.ref, "--date", "2026-02-27"]
    early = CliRunner().invoke(hrdocs, [*base, "complaint-acknowledged"])
    assert "is before the complaint was received" in early.output
    informal = CliRunner().invoke(hrdocs, [*base, "informal-started"])
    assert "is before" not in informal.output


def test_a_withdrawn_complaint_may_be_taken_up(tmp_path: Path) -> None:
    """Withdrawn, a person asks whether the council goes on; once it does, its clocks run again."""
    story = Story(make_desk(tmp_path / "ws"))
    story.record("complaint-withdrawn", "2026-03-04")
    assert "meetings" not in story.states("2026-03-04")
    assert "goes-on-after-withdrawal" in codes(story, "2026-03-04")
    story.record("council-initiated", "2026-03-06", measures="An investigation.", reasons="x", decided_by="y")
    assert story.states("2026-03-06")["meetings"] == "open"
    assert "goes-on-after-withdrawal" not in codes(story, "2026-03-06")


def test_a_hearing_without_its_notice_is_blocked(tmp_path: Path) -> None:
    """Notice received too late: the hearing moves, or a person says why it was held."""
    story = Story(make_desk(tmp_path / "ws"))
    hearing = {"time": "10:00", "place": "Room 2", "hearers": "Nora Quinn"}
    story.record("appeal-hearing-arranged", "2026-03-12", date="2026-03-20", **hearing)
    story.record("appeal-notice-received", "2026-03-13")
    assert story.blocked("2026-03-13")["appeal-heard"] == "14.1"
    with pytest.raises(RegisterError, match=r"received too late.*14\.1"):
        story.record("appeal-heard", "2026-03-20")
    story.record("appeal-hearing-arranged", "2026-03-13", date="2026-03-24", **hearing)
    story.record("appeal-notice-received", "2026-03-16")
    assert "appeal-heard" in story.blocked("2026-03-16")
    story.record("appeal-heard", "2026-03-24", confirm="The complainant asked for an early day.")


def test_one_meeting_in_private(tmp_path: Path) -> None:
    """Nobody involved is at another's meeting (13.5.1); adviser and union are not at one meeting (11.4)."""
    story = Story(make_desk(tmp_path / "ws"))
    story.record("party-added", "2026-03-03", id="witness-1", role="witness", name="Wes Dunn")
    story.record("companion-named", "2026-03-03", "complainant", name="Una Shaw", kind="trade-union")
    story.record("adviser-assigned", "2026-03-03", "complainant", name="Cara Lyle")
    place = {"date": "2026-03-12", "time": "10:00", "place": "Room 1"}
    for attendees, clause in (("Ivy Grant; Wes Dunn", "13.5.1"), ("Ivy Grant; Una Shaw; Cara Lyle", "11.4")):
        with pytest.raises(RegisterError, match=clause.replace(".", r"\.")):
            story.record("meeting-arranged", "2026-03-04", "complainant", attendees=attendees, **place)
    story.record("meeting-arranged", "2026-03-04", "complainant", attendees="Ivy Grant; Una Shaw", **place)


def test_each_is_invited_to_the_own_meeting(tmp_path: Path) -> None:
    """A meeting with the person complained about does not undo the complainant's own first meeting."""
    story = Story(make_desk(tmp_path / "ws"))
    place = {"date": "2026-03-12", "time": "10:00", "place": "Room 1"}
    story.record("meeting-arranged", "2026-03-04", "complainant", purpose="initial", **place)
    story.record("meeting-arranged", "2026-03-05", "respondent-1", purpose="investigation", **place)
    row = shaped(story, "2026-03-05")
    assert ("initial-meeting-invitation", "complainant") in kinds(row["letters"])
    assert ("investigation-invitation", "respondent-1") in kinds(row["waiting"])
    assert not {"investigation-invitation"} & {row["kind"] for row in row["letters"]}


def test_the_shape_is_json(tmp_path: Path) -> None:
    """Everything that is printed can be written as JSON, and each due row has date, clause and force."""
    story = Story(make_desk(tmp_path / "ws"))
    row = json.loads(json.dumps(shaped(story, "2026-03-02")))
    assert all({"date", "clause", "force", "state"} <= set(due) for due in row["due"])
    assert calendar_for(story.desk.pack, story.desk.organisation).title == "Northern Ireland"
