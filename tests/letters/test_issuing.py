"""A letter's way: drafted, approved, issued, withdrawn."""

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.letters.office import WEDNESDAY, Office, make_office

from hrdocs.case import LetterState
from hrdocs.desk.deadlines import calendar_for, deadlines_of
from hrdocs.desk.issuing import approve_letter, choose_letter, issue_letter, letter_preview, withdraw_letter
from hrdocs.desk.keeping import verify_workspace
from hrdocs.errors import LetterError, RegisterError
from hrdocs.rules.due import find_due_letters
from hrdocs.workspace import digest


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    """What a person does in Word."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))


def approved(office: Office, kind: str = "acknowledgement", to: str = "complainant") -> None:
    letter = office.draft(kind, to)
    approve_letter(office.case(), letter, office.desk)


def test_a_letter_is_issued_as_it_was_approved(office: Office) -> None:
    """Its bytes are kept read-only with their digest in the log, and the draft is taken away."""
    draft = office.draft("acknowledgement", "complainant")
    data = office.file(draft).read_bytes()
    approve_letter(office.case(), draft, office.desk, approver="Maeve Kinnaird")
    assert office.letter("acknowledgement").approved_by == "Maeve Kinnaird"
    step = issue_letter(office.case(), office.letter("acknowledgement"), office.desk)
    letter = office.letter("acknowledgement:complainant")
    assert (letter.state, letter.issued) == (LetterState.ISSUED, WEDNESDAY)
    assert letter.path == f"cases/{office.ref}/letters/issued/acknowledgement-complainant-2026-03-04.docx"
    assert step.path.read_bytes() == data
    assert letter.sha256 == digest(data)
    assert stat.S_IMODE(step.path.stat().st_mode) == 0o400
    assert not office.file(draft).exists()
    assert letter.receipt == dt.date(2026, 3, 6)
    proof = verify_workspace(office.workspace, office.desk.register)
    assert (proof.letters, proof.faults) == (1, ())


def test_what_was_not_approved_is_not_issued(office: Office) -> None:
    """A draft says that approval is next; an issued letter is not issued again."""
    office.draft("acknowledgement", "complainant")
    with pytest.raises(LetterError, match="cannot be issued: it is draft") as told:
        issue_letter(office.case(), office.letter("acknowledgement"), office.desk)
    assert "hrdocs case approve" in told.value.next_step
    approve_letter(office.case(), office.letter("acknowledgement"), office.desk)
    with pytest.raises(LetterError, match=r"approved already, by una\.hr"):
        approve_letter(office.case(), office.letter("acknowledgement"), office.desk)
    issue_letter(office.case(), office.letter("acknowledgement"), office.desk)
    with pytest.raises(LetterError, match="it is issued, since 2026-03-04"):
        issue_letter(office.case(), office.letter("acknowledgement"), office.desk)


def test_a_letter_edited_in_word_is_proved_again(office: Office) -> None:
    """What was changed by hand is shown, recorded with the approval, and issued as it stands."""
    draft = office.draft("acknowledgement", "complainant")
    edit(office.file(draft), "Dear", "Hello")
    review = letter_preview(office.case(), draft, office.desk)
    assert [line for line in review.edits if "put in" in line] == ["put in: “Hello Aoife Rafferty”"]
    step = approve_letter(office.case(), draft, office.desk)
    assert step.event is not None
    assert "put in: “Hello Aoife Rafferty”" in str(step.event.data["edits"])
    assert issue_letter(office.case(), office.letter("acknowledgement"), office.desk).sha256 == step.sha256


def test_a_letter_changed_after_approval_is_approved_again(office: Office) -> None:
    """Approval is of the bytes that were looked at."""
    approved(office)
    letter = office.letter("acknowledgement")
    edit(office.file(letter), "Dear", "Hello")
    with pytest.raises(LetterError, match="changed after it was approved"):
        issue_letter(office.case(), letter, office.desk)
    approve_letter(office.case(), letter, office.desk)
    issue_letter(office.case(), office.letter("acknowledgement"), office.desk)


def test_an_edit_that_says_too_much_stops_the_letter(office: Office) -> None:
    """The name of a witness typed into the draft is found when it is approved."""
    draft = office.draft("acknowledgement", "complainant")
    office.record("party-added", id="witness-1", role="witness", name="Oisin Trimble")
    edit(office.file(draft), "Dear", "Ask Oisin Trimble, dear")
    with pytest.raises(LetterError, match="Trimble"):
        approve_letter(office.case(), draft, office.desk)


def test_comments_and_tracked_changes_do_not_go_out(office: Office) -> None:
    """A comment left in the draft stops it."""
    draft = office.draft("acknowledgement", "complainant")
    document = docx.Document(str(office.file(draft)))
    document.add_comment(document.paragraphs[3].runs[:1], text="Is this right?", author="hr")
    document.save(str(office.file(draft)))
    with pytest.raises(LetterError, match="still holds comments"):
        approve_letter(office.case(), draft, office.desk)


def test_a_case_that_has_gone_on_stops_a_stale_letter(office: Office) -> None:
    """A fact recorded after the draft and missing in it stops the letter; the message says which."""
    office.record("investigator-appointed", name="Ruth Gamble", title="Head of Parks")
    facts: dict[str, Any] = {"party": "complainant", "date": "2026-03-16", "time": "10 am", "place": "Room 2"}
    office.record("meeting-arranged", **facts)
    draft = office.draft("investigation-invitation", "complainant")
    office.record("meeting-arranged", **{**facts, "date": "2026-03-18"})
    with pytest.raises(LetterError, match="Wednesday 18 March 2026") as told:
        approve_letter(office.case(), draft, office.desk)
    assert "hrdocs letter investigation-invitation" in told.value.fact


def test_a_letter_that_goes_out_on_another_day_asks_a_person(office: Office) -> None:
    """The day that it bears and the day of issue are named; a confirmation is recorded with its reason."""
    approved(office)
    friday = office.on(dt.date(2026, 3, 6))
    with pytest.raises(LetterError, match="Wednesday 4 March 2026") as told:
        issue_letter(office.case(), office.letter("acknowledgement"), friday)
    assert told.value.code == "needs-confirmation"
    with pytest.raises(LetterError, match="reason"):
        issue_letter(office.case(), office.letter("acknowledgement"), friday, confirmed=["dated"])
    step = issue_letter(
        office.case(), office.letter("acknowledgement"), friday, confirmed=["dated"], reason="post was late"
    )
    assert step.event is not None
    assert "post was late" in str(step.event.data["released"])


def test_a_withdrawn_letter_is_due_again_unless_it_is_not_needed(office: Office) -> None:
    """Withdrawing keeps the file and the reason."""
    draft = office.draft("acknowledgement", "complainant")

    def due() -> set[str]:
        return {d.letter.kind for d in find_due_letters(office.case(), office.desk.pack.procedure)}

    assert "acknowledgement" not in due()
    withdraw_letter(office.case(), draft, office.desk, reason="wrong template")
    assert office.file(draft).exists()
    assert "acknowledgement" in due()
    again = office.draft("acknowledgement", "complainant")
    withdraw_letter(office.case(), again, office.desk, reason="told by telephone", not_needed=True)
    assert "acknowledgement" not in due()


def test_an_issued_letter_and_a_new_draft_of_it_are_two_letters(office: Office) -> None:
    """A second letter of a kind does not hide the one that went out."""
    approved(office)
    issue_letter(office.case(), office.letter("acknowledgement"), office.desk)
    office.draft("acknowledgement", "complainant", on=dt.date(2026, 3, 9))
    assert [x.state for x in office.case().letters] == [LetterState.ISSUED, LetterState.DRAFT]
    with pytest.raises(LetterError, match="could be several"):
        choose_letter(office.case(), "acknowledgement")


def test_a_dry_run_records_nothing_and_a_case_that_went_on_meanwhile_is_not_overwritten(
    office: Office,
) -> None:
    """What somebody else recorded since the case was read stops the recording."""
    draft = office.draft("acknowledgement", "complainant")
    before = office.case()
    approve_letter(before, draft, office.desk, dry_run=True)
    assert office.case().seq == before.seq
    office.record("note-added", text="rang")
    with pytest.raises(RegisterError):
        approve_letter(before, draft, office.desk)


def decided(office: Office) -> None:
    office.record("investigator-appointed", name="Ruth Gamble", title="Head of Parks")
    office.record("respondent-notified", party="respondent-1")
    office.record("report-produced")
    office.record("decision-made", party="respondent-1", outcome="not-upheld", reasons="What was said.")


def test_a_decision_that_arrives_before_a_weekend_asks_a_person(office: Office) -> None:
    """An expected receipt on a Friday, or on the eve of a holiday, is confirmed by its key."""
    decided(office)
    office.draft("outcome", "respondent-1")
    letter = office.draft("outcome", "complainant")
    (doubt,) = letter_preview(office.case(), letter, office.desk).doubts
    assert (doubt.key, "Friday 6 March 2026" in doubt.message) == ("lands:2026-03-06", True)
    thursday = office.draft("outcome", "complainant", on=dt.date(2026, 3, 3))
    assert letter_preview(office.case(), thursday, office.on(dt.date(2026, 3, 3))).doubts == ()
    eve = office.draft("outcome", "complainant", on=dt.date(2026, 3, 12))
    (doubt,) = letter_preview(office.case(), eve, office.on(dt.date(2026, 3, 12))).doubts
    assert doubt.key == "lands:2026-03-16"  # Monday, and Tuesday 17 March is a holiday there


def test_the_last_day_that_a_letter_gave_stands(office: Office) -> None:
    """A receipt earlier than expected cuts no right short; a later one moves the day on."""
    decided(office)
    office.draft("outcome", "respondent-1")
    letter = office.draft("outcome", "complainant")
    keys = ["lands:2026-03-06"]
    approve_letter(
        office.case(), letter, office.desk, confirmed=keys, reason="she knows, and is on leave Monday"
    )
    issue_letter(office.case(), office.letter("outcome:complainant"), office.desk)
    calendar = calendar_for(office.desk.pack, office.desk.organisation)

    def appeal() -> tuple[dt.date | None, str]:
        found = deadlines_of(office.case(), office.desk.pack, calendar, dt.date(2026, 3, 12))
        (row,) = [d for d in found if d.limit == "appeal"]
        return row.due, row.basis

    office.record("decision-received", on=dt.date(2026, 3, 4), party="complainant", method="e-mail")
    due, basis = appeal()
    assert due == dt.date(2026, 3, 13)
    assert "The letter gave Friday 13 March 2026" in basis
    office.record("decision-received", on=dt.date(2026, 3, 9), party="complainant", method="post")
    assert appeal()[0] == dt.date(2026, 3, 16)
