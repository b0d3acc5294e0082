"""What letters say, for cases that letters easily get wrong."""

import datetime as dt
from pathlib import Path

import pytest
from tests.letters.office import TUESDAY, make_office

from hrdocs.case import Event, Json
from hrdocs.desk.issuing import letter_preview
from hrdocs.desk.letters import draft_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.rules.audience import greeting
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.workflow import fold


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Aoife Rafferty", "Aoife Rafferty"),
        ("Dr Aoife Rafferty", "Dr Rafferty"),
        ("Cllr. Tom van Hool", "Cllr. Hool"),
        ("Rafferty", "Rafferty"),
        ("Dr", "Dr"),
    ],
)
def test_greeting(name: str, said: str) -> None:
    """A title is used where the name has one; nobody's is guessed."""
    assert greeting(name) == said


def test_the_person_complained_about_is_told_what_an_appeal_changed(tmp_path: Path) -> None:
    """Each hears of the own change only, and the letter is due once the change is settled."""
    office = make_office(tmp_path, respondents=("Conor Blakely", "Susan Pratt"), today=TUESDAY)
    office.record("appeal-heard")
    for n, change in ((1, "The complaint about you is now upheld in part."), (2, "Nothing changes for you.")):
        office.record("respondent-notified", party=f"respondent-{n}")
        office.record("outcome-changed-on-appeal", party=f"respondent-{n}", change=change,
                      reasons="New messages were found.", decided_by="Tara Whitmarsh")  # fmt: skip
    due = {(d.letter.kind, d.to) for d in find_due_letters(office.case(), office.desk.pack.procedure)}
    assert {("appeal-outcome", "respondent-1"), ("appeal-outcome", "respondent-2")} <= due
    text = letter_preview(office.case(), office.draft("appeal-outcome", "respondent-1"), office.desk).text
    assert "The complaint about you is now upheld in part." in text
    assert "New messages were found." in text
    assert not any(word in text for word in ("Susan", "Nothing changes for you", "Rafferty"))


def test_missing_information_asks_for_dates_once_and_gives_a_day(tmp_path: Path) -> None:
    """Where a question asks for the date, the form's label does not ask again; nothing is threatened."""
    office = make_office(tmp_path, today=TUESDAY)
    first = office.case().events[0]
    forms = office.desk.pack.procedure.forms
    label = next(f.label for form in forms for f in form.fields if f.means == "incident-dates")
    verdict: dict[str, Json] = {"verdict": "needs-review", "questions": ["On which day in June was it?"]}
    for missing, asked in (([label, "Place"], 2), ([label], 1)):
        data: dict[str, Json] = {**first.data, "missing": [*missing], "verdict": verdict}
        case = fold([Event(office.ref, first.kind, first.on, first.at, "hr", data, 1)])
        docx = draft_letter(case, "missing-information", "complainant", office.desk).docx
        passages = [p for p in read_passages(docx) if p.part == "letter"]
        assert sum(p.bullet for p in passages) == asked
        text = " ".join(p.text for p in passages)
        assert label not in text
        assert text.count("On which day in June") == 1
        assert "by Friday 20 March 2026" in text  # ten working days from Thursday 5 March, 17 March a holiday
        assert "goes on in the meantime" in text


def test_nothing_from_before_is_due_once_a_case_has_ended(tmp_path: Path) -> None:
    """The registrar's decision and a consent are no longer due after the completion letter or the closing."""
    office = make_office(tmp_path, pack="university-harassment", complainant_type="student", today=TUESDAY)

    def due() -> set[str]:
        return {d.letter.kind for d in find_due_letters(office.case(), office.desk.pack.procedure)}

    office.record("report-produced")
    office.record("registrar-decided", outcome="not-upheld", reasons="x", decided_by="y")
    assert {"registrar-decision", "consent-request-college"} <= due()
    office.record("completion-letter-issued")
    assert not {"registrar-decision", "consent-request-college"} & due()
    office.record("case-closed", on=dt.date(2026, 3, 3))
    assert due() <= {"closure-notice"}
