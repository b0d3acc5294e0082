"""The two letters of one decision."""

from pathlib import Path

import pytest
from tests.letters.office import TUESDAY, Office, make_office

from hrdocs.case import LetterState
from hrdocs.desk.issuing import approve_letter, issue_letter
from hrdocs.desk.pairs import draft_pair, file_pair, find_forgotten
from hrdocs.errors import LetterError

REASONS = "What was said in the yard was seen by three people who agree on it."
PRIVATE = "You are given a written warning."


def decide(office: Office, respondent: str, outcome: str = "upheld") -> None:
    office.record("investigator-appointed", name="Ruth Gamble", title="Head of Parks")
    office.record("respondent-notified", party=respondent)
    office.record("investigation-completed")
    office.record("report-produced")
    office.record(
        "decision-made", party=respondent, outcome=outcome, reasons=REASONS, actions_for_respondent=PRIVATE
    )


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path, today=TUESDAY)
    decide(made, "respondent-1")
    return made


def test_both_letters_are_made_and_compared(office: Office) -> None:
    """A row says what each is told; what one is not told has its reason; the sanction is kept out."""
    pair = draft_pair(office.case(), "outcome", office.desk)
    assert (pair.first.to, pair.second.to) == ("complainant", "respondent-1")
    rows = {row.what: row for row in pair.rows}
    assert rows["decision_made.reasons"].first == rows["decision_made.reasons"].second == REASONS
    sanction = rows["decision_made.actions_for_respondent"]
    assert (sanction.first, sanction.second) == (None, PRIVATE)
    assert "may not be told it" in sanction.why
    assert rows["deadlines.appeal"].second is None
    assert all(row.why for row in pair.rows if row.differs)
    assert "what was recorded of another party (respondent)" in pair.kept_out["complainant"]


def test_one_half_is_not_issued_before_the_other_is_written(office: Office) -> None:
    """The message names the command that writes it; then `case next` shows the half that waits."""
    letter = office.draft("outcome", "complainant")
    approve_letter(office.case(), letter, office.desk)
    with pytest.raises(LetterError, match="--to respondent-1") as told:
        issue_letter(office.case(), office.letter("outcome:complainant"), office.desk)
    assert told.value.code == "pair"
    (half,) = find_forgotten(office.case(), office.desk.pack.procedure)
    assert (half.to, half.state) == ("respondent-1", None)
    office.draft("outcome", "respondent-1")
    issue_letter(office.case(), office.letter("outcome:complainant"), office.desk)
    (half,) = find_forgotten(office.case(), office.desk.pack.procedure)
    assert (half.to, half.state, half.other.state) == ("respondent-1", LetterState.DRAFT, LetterState.ISSUED)
    approve_letter(office.case(), office.letter("outcome:respondent-1"), office.desk)
    issue_letter(office.case(), office.letter("outcome:respondent-1"), office.desk)
    assert find_forgotten(office.case(), office.desk.pack.procedure) == ()


def test_a_pair_is_filed_in_one_step(office: Office) -> None:
    """Both drafts stand in the log, one after the other."""
    before = office.case().seq
    file_pair(office.case(), draft_pair(office.case(), "outcome", office.desk), office.desk)
    assert [(x.to, x.drafted - before) for x in office.case().letters] == [
        ("complainant", 1),
        ("respondent-1", 2),
    ]


def test_of_several_people_each_has_a_pair(tmp_path: Path) -> None:
    """The pair is that of one person complained about, who must be named."""
    office = make_office(tmp_path, respondents=("Conor Blakely", "Susan Pratt"), today=TUESDAY)
    decide(office, "respondent-1")
    decide(office, "respondent-2", "not-upheld")
    with pytest.raises(LetterError, match="concerns one of 2 people"):
        draft_pair(office.case(), "outcome", office.desk)
    pair = draft_pair(office.case(), "outcome", office.desk, concerning="respondent-2")
    assert (pair.first.concerning, pair.second.to) == ("respondent-2", "respondent-2")
    file_pair(office.case(), pair, office.desk)
    approve_letter(office.case(), office.letter("outcome:respondent-2"), office.desk)
    issue_letter(office.case(), office.letter("outcome:respondent-2"), office.desk)


def test_a_letter_to_one_party_is_no_pair(office: Office) -> None:
    """An acknowledgement has no other half."""
    with pytest.raises(LetterError, match="no letter that goes to two parties"):
        draft_pair(office.case(), "acknowledgement", office.desk)
