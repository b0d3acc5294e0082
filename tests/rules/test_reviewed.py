"""Reviews of answers, folded into the case."""

import datetime as dt
from typing import Any

from hrdocs.case import Case, Event
from hrdocs.rules.reviewed import REVIEWED, WHOLE
from hrdocs.rules.workflow import (
    DECIDED_TIME,
    RECEIVED,
    fold,
    missing_answers,
    open_findings,
    risk_unanswered,
    saving_undecided,
    verdict_in_force,
)

DAY = dt.date(2025, 6, 5)
AT = dt.datetime(2025, 6, 5, 9, tzinfo=dt.UTC)
OPENING: dict[str, Any] = {
    "answers": {
        "incident_dates": {
            "status": "unclear",
            "value": None,
            "raw": "8 Maj 2025",
            "suggestion": "8 May 2025",
        },
        "respondents": {"status": "ok", "value": ["Gareth Polock"], "raw": "Gareth Polock"},
        "department": {"status": "missing", "value": None, "raw": ""},
    },
    "findings": [
        {"code": "unclear-answer", "severity": "warning", "field": "incident_dates", "message": "unclear"},
        {"code": "missing-answer", "severity": "error", "field": "department", "message": "none"},
        {"code": "risk-words", "severity": "warning", "field": "incident_details", "message": "risk"},
        {"code": "unplaced-text", "severity": "warning", "field": None, "message": "text"},
    ],
    "missing": ["Department"],
    "verdict": {"verdict": "needs-review", "raised": "2025-06-05"},
    "raised": "2025-06-05",
    "parties": [
        {"id": "complainant", "role": "complainant", "name": "Róisín Ní Dhálaigh"},
        {"id": "respondent-1", "role": "respondent", "name": "Gareth Polock"},
    ],
}


def told(*reviews: dict[str, Any], then: tuple[Event, ...] = ()) -> Case:
    events = [Event("DW-1", RECEIVED, DAY, AT, "x", OPENING, 1)]
    events += [Event("DW-1", REVIEWED, DAY, AT, "nuala", data, n) for n, data in enumerate(reviews, 2)]
    return fold([*events, *then])


def test_the_last_review_of_an_answer_counts_and_what_was_read_stays() -> None:
    """Corrected, corrected again, put back: the case has the last; the opening event keeps the raw text."""
    first = {"field": "respondents", "status": "corrected", "value": ["Gareth Pollock"]}
    second = {"field": "respondents", "status": "corrected", "value": ["Gareth Pollock", "Trevor Haslett"]}
    assert told(first).answers["respondents"] == ["Gareth Pollock"]
    case = told(first, second)
    assert case.answers["respondents"] == ["Gareth Pollock", "Trevor Haslett"]
    opening: Any = case.events[0].data
    assert opening["answers"]["respondents"]["raw"] == "Gareth Polock"
    back = told(first, {"field": "respondents", "status": "as-read"})
    assert back.answers["respondents"] == ["Gareth Polock"]


def test_an_answer_marked_unclear_is_no_longer_sure() -> None:
    """It stands as it was written, and a letter asks for it where the form needs it."""
    case = told({"field": "respondents", "status": "unclear", "label": "Who is it against?", "ask": True})
    assert case.answers["respondents"] == "Gareth Polock"
    assert missing_answers(case) == ["Department", "Who is it against?"]


def test_what_was_filled_in_by_a_correction_is_not_asked_for() -> None:
    """The letter that asks leaves it out; a blank that was accepted is still asked for."""
    corrected = {"field": "department", "status": "corrected", "value": "Leisure", "label": "Department"}
    assert missing_answers(told(corrected)) == []
    seen = {"field": "department", "status": "accepted", "value": None, "label": "Department", "ask": True}
    assert missing_answers(told(seen)) == ["Department"]
    assert [f["code"] for f in open_findings(told(seen))] == ["unclear-answer", "risk-words", "unplaced-text"]


def test_the_verdict_follows_corrected_dates_and_a_decision_stands() -> None:
    """A review's verdict takes the place of the one that was read; what a person decided is in force."""
    review = {
        "field": "incident_dates", "status": "corrected", "value": "8 May 2025",
        "verdict": {"verdict": "in-time", "raised": "2025-06-04"},
    }  # fmt: skip
    case = told(review)
    assert (verdict_in_force(case), case.raised) == ("in-time", dt.date(2025, 6, 4))
    decided = Event("DW-1", DECIDED_TIME, DAY, AT, "x", {"decision": "refuse"}, 9)
    assert verdict_in_force(told(review, then=(decided,))) == "out-of-time"


def test_parties_follow_corrected_names() -> None:
    """A name read wrongly is mended under the same id; a person read twice goes."""
    row = {"id": "respondent-1", "role": "respondent", "name": "Gareth Pollock"}
    more = {"id": "respondent-2", "role": "respondent", "name": "Trevor Haslett"}
    case = told({"field": "respondents", "status": "corrected", "parties": [row, more]})
    assert [p.name for p in case.in_role("respondent")] == ["Gareth Pollock", "Trevor Haslett"]
    gone = told(
        {"field": "respondents", "status": "corrected", "parties": [row, more]},
        {"field": "respondents", "status": "corrected", "parties": [row], "gone": ["respondent-2"]},
    )
    assert [p.id for p in gone.parties] == ["complainant", "respondent-1"]


def test_a_look_at_the_rest_settles_what_has_no_answer_but_never_a_risk() -> None:
    """Words of risk are answered by a call only; steps that may save an older act by a decision only."""
    case = told({"field": WHOLE, "status": "accepted"})
    assert [finding["code"] for finding in open_findings(case)] == ["risk-words"]
    assert risk_unanswered(case)
    steps = {"code": "informal-steps", "severity": "warning", "field": "previous_steps", "message": "steps"}
    raised = told(
        {"field": "incident_dates", "status": "corrected", "value": "x", "findings": [steps]},
        {"field": WHOLE, "status": "accepted"},
    )
    assert saving_undecided(raised)
