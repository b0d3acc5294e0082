import datetime as dt
from dataclasses import replace
from typing import Any

from hrdocs.case import Event, LetterState
from hrdocs.procedure import EventKind, LetterKind, Procedure, Rule, RuleKind, Stage, TimeLimit
from hrdocs.rules.blocks import find_blocks
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.workflow import fold, risk_unanswered, stage_of, verdict_in_force

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
PEOPLE = [
    {"id": "complainant", "role": "complainant", "name": "Niamh Reilly"},
    {"id": "respondent-1", "role": "respondent", "name": "Owen Blake"},
    {"id": "respondent-2", "role": "respondent", "name": "Ruth Coll"},
]
PROCEDURE = Procedure(
    id="p", title="P", version="1", organisation="council", jurisdiction="x", calendar="x", digest="d",
    time_limit=TimeLimit(3, "12.1"),
    stages=(
        Stage("raised", "Raised", ("complaint-received",), "12.1"),
        Stage("notified", "Notified", ("respondent-notified",), "13.4"),
        Stage("mediation", "Mediation", ("mediation-started",), "14.2", side=True),
    ),
    rules=(
        Rule("contact-first", RuleKind.ORDER, "record the contact review", "13.3",
             subject=("respondent-notice",), needs=("contact-reviewed",)),
    ),
    letters=(
        LetterKind("acknowledgement", "complainant", "Received", "a.docx", "complaint-received", "12.1"),
        LetterKind("out-of-time", "complainant", "Time", "b.docx", "complaint-received", "12.1",
                   when="verdict=out-of-time"),
        LetterKind("outcome", "respondent", "Outcome", "c.docx", "decision-made", "13.5.7"),
    ),
)  # fmt: skip


def event(kind: str, day: int, **data: Any) -> Event:
    return Event("DW-2026-001", kind, dt.date(2026, 3, day), AT, "x", data)


def received(verdict: str = "in-time", **more: Any) -> Event:
    return event(
        "complaint-received", 2, parties=PEOPLE, verdict={"verdict": verdict}, raised="2026-02-27", **more
    )


def test_a_case_is_what_its_events_add_up_to() -> None:
    """Parties, facts and letters come from the events, the last word on each winning."""
    case = fold([
        received(),
        event("meeting-arranged", 3, party="respondent-1", place="Room 2"),
        event("meeting-arranged", 4, party="respondent-1", place="Room 5"),
        event("letter-drafted", 4, letter="acknowledgement", to="complainant", path="x.docx", sha256="s"),
        event("letter-issued", 5, letter="acknowledgement", to="complainant"),
    ])  # fmt: skip
    assert case.facts["meeting-arranged:respondent-1"]["place"] == "Room 5"
    assert [(letter.state, letter.path) for letter in case.letters] == [(LetterState.ISSUED, "x.docx")]
    assert case.raised == dt.date(2026, 2, 27)


def test_the_stage_is_the_furthest_entered() -> None:
    """A side state, such as mediation, does not move a case on."""
    case = fold([received(), event("mediation-started", 3)])
    stage = stage_of(case, PROCEDURE)
    assert stage is not None
    assert stage.id == "raised"


def test_a_letter_is_due_to_the_person_whom_its_event_concerns() -> None:
    """An outcome about one of two people complained about is due to that one only."""
    case = fold([received(), event("decision-made", 9, party="respondent-2", outcome="upheld")])
    assert [(d.letter.kind, d.to) for d in find_due_letters(case, PROCEDURE)] == [
        ("acknowledgement", "complainant"),
        ("outcome", "respondent-2"),
    ]


def test_a_persons_decision_on_time_wins_over_the_count() -> None:
    """When a person lets an out-of-time complaint go forward, no out-of-time letter is due."""
    counted = fold([received("out-of-time")])
    assert "out-of-time" in [d.letter.kind for d in find_due_letters(counted, PROCEDURE)]
    decided = fold([received("out-of-time"), event("time-limit-decided", 3, decision="go-forward")])
    assert verdict_in_force(decided) == "in-time"
    assert "out-of-time" not in [d.letter.kind for d in find_due_letters(decided, PROCEDURE)]


def test_the_notice_waits_for_the_contact_review() -> None:
    """The person complained about is not told before contact has been considered (13.3)."""
    before = find_blocks(fold([received()]), PROCEDURE, "respondent-notice", "respondent-1")
    assert [(b.reason, b.clause) for b in before] == [("record the contact review", "13.3")]
    after = fold([received(), event("contact-reviewed", 3)])
    assert find_blocks(after, PROCEDURE, "respondent-notice", "respondent-1") == ()


def test_a_risk_waits_for_a_call() -> None:
    """Words that suggest a risk hold the case until a person has called."""
    findings = [{"code": "risk-words", "severity": "warning", "message": "call"}]
    assert risk_unanswered(fold([received(findings=findings)]))
    assert not risk_unanswered(fold([received(findings=findings), event("risk-noted", 2, called_by="M C")]))


def test_a_decision_about_each_of_two_people_is_told_to_the_complainant_in_two_letters() -> None:
    """Of several people complained about, each decided one calls for a letter of its own."""
    decided = EventKind("decision-made", "Decided", per="respondent")
    outcome = LetterKind("outcome", "complainant", "Outcome", "d.docx", "decision-made", "13.5.7")
    procedure = replace(PROCEDURE, events=(decided,), letters=(outcome,))
    one = fold([received(), event("decision-made", 9, party="respondent-2", outcome="upheld")])
    assert [(d.to, d.concerning) for d in find_due_letters(one, procedure)] == [
        ("complainant", "respondent-2")
    ]
    drafted = event("letter-drafted", 9, letter="outcome", to="complainant", concerning="respondent-2")
    both = fold([*one.events, event("decision-made", 9, party="respondent-1"), drafted])
    assert [d.concerning for d in find_due_letters(both, procedure)] == ["respondent-1"]
