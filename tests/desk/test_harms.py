"""Where hrdocs could do harm, and that it cannot: each test is one sentence of what must never happen."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.desk.desks import COUNCIL, NOW, UNIVERSITY, Story, make_desk, shelf, write_form

from hrdocs.case import DeadlineState
from hrdocs.desk.agenda import Bucket, agenda
from hrdocs.desk.cases import open_case
from hrdocs.desk.intake import take_in
from hrdocs.desk.reading import open_guard
from hrdocs.errors import RegisterError, UsageError
from hrdocs.packs import read_pack, shipped_packs
from hrdocs.procedure import Force, Procedure
from hrdocs.rules.blocks import find_blocks, find_holds
from hrdocs.rules.deadlines import state_on
from hrdocs.tools.guard import Guard

PACKS = [read_pack(folder).procedure for folder in shipped_packs()]
EACH_PACK = pytest.mark.parametrize("procedure", PACKS, ids=lambda p: p.id)
RISK: list[dict[str, Any]] = [{"code": "risk-words", "severity": "warning", "message": "Words of assault."}]
CONTACT: dict[str, Any] = {"measures": "Different floors.", "decided_by": "R Testa"}
DECISION: dict[str, Any] = {
    "outcome": "not-upheld",
    "reasons": "The accounts differ.",
    "decided_by": "R Testa",
}


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with open_guard() as made:
        yield made


def decided(story: Story, **facts: Any) -> Story:
    """A council case up to its decision, received by the complainant on Thursday 2 April 2026."""
    story.record("investigator-appointed", "2026-03-03", name="R Testa", title="Manager")
    story.record("initial-meeting-held", "2026-03-04").record("contact-reviewed", "2026-03-05", **CONTACT)
    story.record("allegations-settled", "2026-03-05", "respondent-1", allegations="Shouting")
    story.record("respondent-notified", "2026-03-06", "respondent-1")
    story.record("investigation-completed", "2026-03-27").record("report-produced", "2026-03-30")
    story.record("decision-made", "2026-03-31", "respondent-1", **(DECISION | facts))
    return story.record("decision-received", "2026-04-02", "complainant", method="by hand")


# --- Risk first ---------------------------------------------------------------------------------------


def test_a_disclosure_is_first_on_the_list_and_not_quoted(tmp_path: Path) -> None:
    """A person and a call come before everything else; the list says that, not what was written."""
    desk = make_desk(tmp_path / "ws")
    Story(desk, received="2026-01-05")
    answers = {"incident_details": {"value": "He punched me.", "status": "ok"}}
    risky = Story(desk, findings=RISK, answers=answers)
    first = agenda(desk.register, shelf(desk), desk.organisation, as_of=dt.date(2026, 3, 3))[0]
    assert (first.bucket, first.subject) == (Bucket.CALL, risky.ref)
    assert "punched" not in first.title


@pytest.mark.parametrize("pack", [COUNCIL, UNIVERSITY])
def test_every_letter_waits_for_the_call(tmp_path: Path, pack: str) -> None:
    """Whatever the procedure says, no letter of any kind goes before a person has called."""
    story = Story(make_desk(tmp_path / "ws", pack=pack), findings=RISK)
    opened = open_case(story.desk.workspace, story.desk.register, story.ref)
    assert all(find_holds(opened.case, letter) for letter in opened.pack.procedure.letters)
    story.record("risk-noted", "2026-03-03", called_by="M Corrigan")
    opened = open_case(story.desk.workspace, story.desk.register, story.ref)
    assert not any(find_holds(opened.case, letter) for letter in opened.pack.procedure.letters)


def test_the_police_are_told_by_a_persons_decision_only(tmp_path: Path) -> None:
    """Without reasons and a name nothing is recorded (O39)."""
    story = Story(make_desk(tmp_path / "ws", pack=UNIVERSITY), verdict="no-limit")
    with pytest.raises(UsageError, match="reasons, decided_by"):
        story.record("police-told", "2026-03-03")


def test_the_police_only_with_agreement_or_at_extreme_risk(tmp_path: Path) -> None:
    """O39: without the complainant's agreement it is blocked, save where somebody is an extreme risk."""
    desk = make_desk(tmp_path / "ws", pack=UNIVERSITY)
    told = {"reasons": "An assault.", "decided_by": "R Testa"}
    for said, goes in (
        ({}, False),
        ({"agreed": "no"}, False),
        ({"agreed": "yes"}, True),
        ({"extreme_risk": True}, True),
    ):
        story = Story(desk, verdict="no-limit")
        assert story.blocked("2026-03-03")["police-told"] == "O39"
        if goes:
            story.record("police-told", "2026-03-03", **told, **said)
            continue
        with pytest.raises(RegisterError, match="O39"):
            story.record("police-told", "2026-03-03", **told, **said)


# --- What is asked of a complainant -------------------------------------------------------------------


def test_no_letter_asks_for_a_ground_a_witness_or_a_signature(tmp_path: Path, guard: Guard) -> None:
    """A form without them is complete enough: a blank ground is a warning, and nothing is demanded."""
    desk = make_desk(tmp_path / "ws")
    form = write_form(
        desk.workspace.inbox / "f.docx", Signed="", Date="",
        **{"Please state protected equality ground that relates to the complaint:": ""},
    )  # fmt: skip
    (taken,) = take_in(form, desk, guard=guard)
    assert taken.case is not None
    assert taken.document is not None
    data = desk.register.events(taken.case)[0].data
    missing = " ".join(str(label) for label in data["missing"]).lower()  # type: ignore[union-attr]
    assert not [word for word in ("ground", "witness", "sign") if word in missing]
    grounds = [f for f in taken.document.findings if f.field == "protected_grounds"]
    assert {f.severity.value for f in grounds} == {"warning"}


# --- Nobody hears too early ---------------------------------------------------------------------------


def test_a_no_contact_letter_never_discloses_the_complaint(tmp_path: Path) -> None:
    """It waits for the contact review and for the notice of 13.4."""
    story = Story(make_desk(tmp_path / "ws"))
    assert story.blocked("2026-03-03")["no-contact:respondent-1"] in ("13.3", "13.3, 13.4")
    story.record("initial-meeting-held", "2026-03-04").record("contact-reviewed", "2026-03-05", **CONTACT)
    assert "13.4" in story.blocked("2026-03-05")["no-contact:respondent-1"]
    story.record("respondent-notified", "2026-03-06", "respondent-1")
    assert "no-contact:respondent-1" not in story.blocked("2026-03-06")


def test_a_suspension_is_told_at_a_meeting_and_has_a_day_of_review(tmp_path: Path) -> None:
    """No letter before the meeting, no suspension without a review date, and the review is due."""
    story = Story(make_desk(tmp_path / "ws"))
    facts = {"start": "2026-03-05", "reason": "records", "contact": "N Sample", "decided_by": "M Hart"}
    with pytest.raises(UsageError, match="review_date"):
        story.record("suspension-decided", "2026-03-04", "respondent-1", **facts)
    story.record("suspension-decided", "2026-03-04", "respondent-1", review_date="2026-03-18", **facts)
    assert story.blocked("2026-03-04")["suspension:respondent-1"] == "13.3"
    due = {d.limit: d.due for d in story.next("2026-03-05").due}
    assert due["suspension-review"] == dt.date(2026, 3, 18)
    assert story.states("2026-03-19")["suspension-review"] == "past-aim"
    story.record("suspension-reviewed", "2026-03-18", "respondent-1", decision="continued",
                 decided_by="M Hart", review_date="2026-04-01")  # fmt: skip
    due = {d.limit: d.due for d in story.next("2026-03-19").due}
    assert (due.get("suspension-review"), due["suspension-next-review"]) == (None, dt.date(2026, 4, 1))


@pytest.mark.parametrize("pack", [COUNCIL, UNIVERSITY])
def test_nobody_is_moved_by_default(tmp_path: Path, pack: str) -> None:
    """No procedure puts forward an arrangement by itself: each is a decision with its decider."""
    procedure = read_pack(next(p for p in shipped_packs() if p.name == pack)).procedure
    moving = [e for e in procedure.events if e.id in ("redeployment-decided", "interim-action-decided")]
    assert moving
    assert all(event.decision and "decided_by" in event.facts for event in moving)
    story = Story(make_desk(tmp_path / "ws", pack=pack))
    assert not [
        d for d in story.next("2026-03-03").letters if d.letter.kind in ("redeployment", "suspension")
    ]


# --- Time ---------------------------------------------------------------------------------------------


@EACH_PACK
def test_no_aim_is_ever_late(procedure: Procedure) -> None:
    """Only a hard limit is late, on any day, in any state; a right that was not used is nobody's lateness."""
    due = dt.date(2026, 3, 31)
    for limit in procedure.limits:
        for day in range(-3, 60):
            for expected in (None, dt.date(2026, 4, 20)):
                state = state_on(
                    due + dt.timedelta(day), due, expected, force=limit.force, is_right=limit.right
                )
                assert state is not DeadlineState.LATE or (limit.force is Force.HARD and not limit.right)


def test_an_appeal_that_nobody_lodged_is_not_late(tmp_path: Path) -> None:
    """After the last day a person asks why; the word late stands nowhere; a recorded word settles it."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    assert story.states("2026-04-13")["appeal"] == "open"
    assert story.states("2026-04-14")["appeal"] == "passed"
    (asked,) = [q for q in story.next("2026-04-14").questions if q.code == "right-unused"]
    assert all(word in asked.text for word in ("illness", "leave", "received"))
    rows = agenda(story.desk.register, shelf(story.desk), story.desk.organisation, as_of=dt.date(2026, 4, 14))
    assert [row.bucket for row in rows if row.limit == "appeal"] == [Bucket.UNUSED]
    story.record("appeal-not-lodged", "2026-04-15", decided_by="M Hart", reasons="She accepts it.")
    assert "appeal" not in story.states("2026-04-16")


def test_a_late_appeal_is_asked_about_and_never_refused_by_itself(tmp_path: Path) -> None:
    """It is recorded, nothing blocks its way, and the question stays until the reasons are recorded."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    story.record("appeal-received", "2026-04-17", grounds="new evidence")
    steps = story.next("2026-04-17")
    assert "late-why" in [q.code for q in steps.questions]
    assert "appeal-acknowledgement" in [d.letter.kind for d in steps.letters]
    assert "appeal-refused" not in [d.letter.kind for d in steps.letters]
    assert "appeal-hearing-arranged" not in [b.what for b in steps.blocked]
    with pytest.raises(UsageError, match="reasons, decided_by"):
        story.record("appeal-refused", "2026-04-20")


def test_reasons_for_lateness_answer_the_question(tmp_path: Path) -> None:
    """Illness, leave or proof of receipt, once recorded, is not asked for again."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    story.record("appeal-received", "2026-04-17", reasons_for_lateness="In hospital until 15 April.")
    assert "late-why" not in [q.code for q in story.next("2026-04-17").questions]


def test_unclear_grounds_lodged_in_time_stay_in_time(tmp_path: Path) -> None:
    """Asking for more gives no new last day and takes none away."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    story.record("appeal-received", "2026-04-13", grounds="unclear")
    story.record("appeal-clarification-asked", "2026-04-14", missing="what was wrong", by="2026-04-21")
    states = story.states("2026-05-15")
    assert "appeal" not in states
    assert states["clarification"] == "passed"
    codes = [q.code for q in story.next("2026-05-15").questions]
    assert "late-why" not in codes
    story.record("appeal-clarified", "2026-05-18")
    assert "appeal-hearing-arranged" not in story.blocked("2026-05-18")


def test_mediation_pauses_no_right_and_needs_everybody(tmp_path: Path) -> None:
    """The council's consent is needed beside both parties'; the time to appeal goes on."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    for step in (("mediation-consented", "complainant"), ("mediation-consented", "respondent-1")):
        assert story.blocked("2026-04-03")["mediation-started"] == "14.2"
        story.record(step[0], "2026-04-03", step[1])
    assert story.blocked("2026-04-03")["mediation-started"] == "14.2"
    story.record("mediation-approved", "2026-04-07", decided_by="M Hart")
    story.record("mediation-started", "2026-04-07")
    due = {d.limit: d.due for d in story.next("2026-04-08").due}
    assert due["appeal"] == dt.date(2026, 4, 13)


def test_a_notice_too_short_moves_the_hearing(tmp_path: Path) -> None:
    """Under five clear working days the hearing must move; only this hard limit is called late."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    story.record("appeal-received", "2026-04-09")
    story.record("appeal-hearing-arranged", "2026-04-13", date="2026-04-20", time="10:00", place="Room 1",
                 hearers="C Vale")  # fmt: skip
    story.record("appeal-notice-received", "2026-04-14")
    assert story.states("2026-04-14")["appeal-notice"] == "late"


# --- The university -----------------------------------------------------------------------------------


def test_consent_gates_forwarding_and_never_the_consultations(tmp_path: Path) -> None:
    """Forwarding and telling the college wait for the student's yes; consulting waits for nothing."""
    story = Story(make_desk(tmp_path / "ws", pack=UNIVERSITY), kind="student", verdict="no-limit")
    blocked = story.blocked("2026-03-03")
    assert (blocked["forwarded-to-student-services"], blocked["college-told"]) == ("O17", "O43")
    assert not {"employee-relations-consulted", "student-services-consulted"} & set(blocked)
    story.record("consent-recorded", "2026-03-04", what="forward-to-welfare", given="no")
    assert story.blocked("2026-03-04")["forwarded-to-student-services"] == "O17"
    story.record("consent-recorded", "2026-03-05", what="forward-to-welfare", given="yes")
    after = story.blocked("2026-03-05")
    assert ("forwarded-to-student-services" in after, "college-told" in after) == (False, True)


def test_a_student_who_is_staff_too_is_asked(tmp_path: Path) -> None:
    """In which capacity it is made is a person's decision; companions and appeal follow it."""
    answers = {"job_title": {"value": "Laboratory assistant", "status": "ok"}}
    story = Story(make_desk(tmp_path / "ws", pack=UNIVERSITY), kind="student", verdict="no-limit",
                  answers=answers)  # fmt: skip
    assert "capacity" in [q.code for q in story.next("2026-03-03").questions]
    story.record("capacity-decided", "2026-03-04", type="staff", decided_by="M Hart")
    assert "capacity" not in [q.code for q in story.next("2026-03-04").questions]
    with pytest.raises(RegisterError, match="O19"):
        story.record("companion-named", "2026-03-05", "complainant", name="U Deeny", kind="student")


def test_proctors_only_after_choosing_not_to_appeal(tmp_path: Path) -> None:
    """Partly upheld: redress waits for the choice or the appeal; no Completion letter by itself."""
    desk = make_desk(tmp_path / "ws", pack=UNIVERSITY)
    story = Story(desk, kind="student", verdict="no-limit")
    story.record("decision-made", "2026-04-01", "respondent-1", **(DECISION | {"outcome": "partly-upheld"}))
    story.record("outcome-notified", "2026-04-02", "complainant")
    blocked = story.blocked("2026-04-03")
    assert "O36" in blocked["redress-requested"]
    assert "completion-letter-issued" in blocked
    assert "completion-of-procedures" not in [d.letter.kind for d in story.next("2026-04-03").letters]
    story.record("appeal-not-wanted", "2026-04-07")
    assert "redress-requested" not in story.blocked("2026-04-07")


# --- Follow-up ----------------------------------------------------------------------------------------


def test_follow_up_asks_for_a_day_and_comes_again(tmp_path: Path) -> None:
    """Also where nothing was upheld: arranged, held, and the next one, until the case is closed (14.5)."""
    story = decided(Story(make_desk(tmp_path / "ws")))
    story.record("outcome-sent", "2026-04-01", "complainant")
    assert "follow-up-planned" in story.states("2026-04-02")
    story.record("follow-up-arranged", "2026-04-07", "complainant", date="2026-05-05")
    due = {d.limit: d.due for d in story.next("2026-04-08").due}
    assert due["follow-up"] == dt.date(2026, 5, 5)
    story.record("follow-up-held", "2026-05-05", "complainant")
    assert "follow-up-next" in story.states("2026-05-06")
    story.record("case-closed", "2026-06-01")
    assert story.states("2026-06-02") == {}


def test_retaliation_is_taken_up_at_once_and_linked(tmp_path: Path) -> None:
    """Also against a witness; the question stays until a case is linked."""
    story = Story(make_desk(tmp_path / "ws"))
    story.record("party-added", "2026-03-03", id="witness-1", role="witness", name="Ann Lee")
    story.record("retaliation-alleged", "2026-03-04", "witness-1")
    assert ("retaliation", "witness-1") in [(q.code, q.party) for q in story.next("2026-03-04").questions]
    story.record("retaliation-alleged", "2026-03-05", "witness-1", linked_case="DW-2026-002")
    assert "retaliation" not in [q.code for q in story.next("2026-03-05").questions]


# --- Every step can be undone, nothing is decided by itself -------------------------------------------


@EACH_PACK
def test_what_the_policy_leaves_to_a_person_names_the_person(procedure: Procedure) -> None:
    """Every decision is recorded with who decided, appointed or called."""
    unnamed = [
        e.id for e in procedure.events
        if e.decision and not {"decided_by", "called_by", "name", "hearers", "given_by"} & {*e.facts, *e.asks}
    ]  # fmt: skip
    assert unnamed == []


@EACH_PACK
def test_every_block_says_why_and_by_which_clause(procedure: Procedure) -> None:
    """A rule that blocks has a sentence and a clause of the procedure."""
    blocking = [rule for rule in procedure.rules if rule.kind in ("order", "consent", "conflict", "distinct")]
    assert all(rule.line.endswith(".") and rule.clause for rule in blocking)


def test_the_first_day_blocks_what_would_come_too_early(tmp_path: Path) -> None:
    """Each thing that may not happen on the day of receipt is told with its clause."""
    story = Story(make_desk(tmp_path / "ws"))
    opened = open_case(story.desk.workspace, story.desk.register, story.ref)
    for what in ("respondent-notice", "outcome", "suspension", "appeal-outcome", "mediation-pause"):
        party = "respondent-1" if what in ("respondent-notice", "outcome", "suspension") else "complainant"
        blocks = find_blocks(opened.case, opened.pack.procedure, what, party)
        assert blocks, what
        assert all(block.clause for block in blocks), what
    assert NOW.date() == dt.date(2026, 3, 2)
