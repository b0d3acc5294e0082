"""Reviews planned and recorded: what is judged again, and what a correction may not do."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.desk.desks import NOW, TODAY, make_desk, write_form

from hrdocs.case import Event
from hrdocs.desk.cases import Opened, open_case, possible_events, withdraw_event
from hrdocs.desk.intake import Desk
from hrdocs.desk.reading import open_guard
from hrdocs.desk.receiving import receive
from hrdocs.desk.reviewing import Said, list_answers, plan_review, record_review
from hrdocs.errors import RegisterError, UsageError
from hrdocs.rules.reviewed import REVIEWED, Review
from hrdocs.tools.guard import Guard


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with open_guard() as guard:
        yield guard


def take(desk: Desk, path: Path, guard: Guard, received: dt.date | None = None, **answers: Any) -> Opened:
    desk = replace(desk, how=replace(desk.how, received=received))
    row = next(iter(receive((write_form(path, **answers),), desk, guard=guard)))
    assert row.received.case
    return open_case(desk.workspace, desk.register, row.received.case)


def review(desk: Desk, opened: Opened, field: str, status: Review, value: Any = None) -> Opened:
    said = Said(field, status, value, shown=True)
    planned = plan_review(opened, said, on=TODAY, now=NOW, by="nuala")
    record_review(opened, planned, desk.register)
    return open_case(desk.workspace, desk.register, opened.case.ref)


def test_a_corrected_signature_date_moves_the_day_raised(tmp_path: Path, guard: Guard) -> None:
    """Where the signature is the only evidence, the limit is counted from the corrected day."""
    desk = make_desk(tmp_path / "w")
    opened = take(desk, tmp_path / "f.docx", guard, None, **{"Date of incident(s)": "2 December 2025"})
    assert (opened.case.verdict["verdict"], opened.case.verdict["raised_source"]) == ("in-time", "signature")
    opened = review(desk, opened, "signed_date", Review.CORRECTED, "2026-03-20")
    assert opened.case.verdict["verdict"] == "out-of-time"
    assert opened.case.raised == dt.date(2026, 3, 20)


def test_a_recorded_receipt_stays_the_day_raised(tmp_path: Path, guard: Guard) -> None:
    """Correcting the signature does not move it, but a doubt between the two is kept."""
    desk = make_desk(tmp_path / "w")
    day = dt.date(2026, 3, 1)
    opened = take(desk, tmp_path / "f.docx", guard, day, **{"Date of incident(s)": "2 December 2025"})
    opened = review(desk, opened, "signed_date", Review.CORRECTED, "2026-02-20")
    assert (opened.case.verdict["verdict"], opened.case.raised) == ("in-time", day)
    opened = review(desk, opened, "incident_dates", Review.CORRECTED, "25 November 2025")
    assert "raised-doubtful" in str(opened.case.verdict["flags"])
    assert opened.case.verdict["verdict"] == "needs-review"


def test_steps_told_of_hold_back_a_refusal_that_a_correction_brings_up(tmp_path: Path, guard: Guard) -> None:
    """A date corrected to an older one asks about the informal stage, as a date read so would have."""
    desk = make_desk(tmp_path / "w")
    label = "Please give details of any action taken to resolve the matter"
    opened = take(desk, tmp_path / "f.docx", guard, TODAY, **{label: "I spoke to my supervisor in June."})
    opened = review(desk, opened, "incident_dates", Review.CORRECTED, "2 June 2025")
    assert opened.case.verdict["verdict"] == "out-of-time"
    event = opened.case.events[-1]
    found: Any = event.data["findings"]
    assert [finding["code"] for finding in found] == ["informal-steps"]


def test_nobody_is_left_out_who_takes_part_already(tmp_path: Path, guard: Guard) -> None:
    """A correction that would drop a person of whom something is recorded is refused."""
    desk = make_desk(tmp_path / "w")
    names = {"Who is the complaint against? (name/s)": "Declan Foy and Trevor Haslett"}
    opened = take(desk, tmp_path / "f.docx", guard, TODAY, **names)
    event = Event(opened.case.ref, "contact-reviewed", TODAY, NOW, "x", {"party": "respondent-2"})
    desk.register.append([event])
    opened = open_case(desk.workspace, desk.register, opened.case.ref)
    with pytest.raises(RegisterError, match="would leave out"):
        review(desk, opened, "respondents", Review.CORRECTED, ["Declan Foy"])
    opened = review(desk, opened, "respondents", Review.CORRECTED, ["Declan Foy", "Trevor Hazlett"])
    assert [p.name for p in opened.case.in_role("respondent")] == ["Declan Foy", "Trevor Hazlett"]


def test_a_review_is_no_event_that_is_typed_or_taken_back(tmp_path: Path, guard: Guard) -> None:
    """It is undone by reviewing again, so that a verdict always fits the answers that stand."""
    desk = make_desk(tmp_path / "w")
    opened = take(desk, tmp_path / "f.docx", guard, TODAY)
    opened = review(desk, opened, "department", Review.CORRECTED, "Parks")
    assert REVIEWED not in [kind.id for kind in possible_events(opened.pack.procedure)]
    seq = opened.case.events[-1].seq
    with pytest.raises(UsageError, match="cannot be taken back"):
        withdraw_event(opened, seq, "a slip", now=NOW, by="x", register=desk.register)
    assert opened.case.parties[0].department == "Parks"
    opened = review(desk, opened, "department", Review.AS_READ)
    assert opened.case.parties[0].department == "Parks & Open Spaces"
    assert all(answer.review is None for answer in list_answers(opened))
