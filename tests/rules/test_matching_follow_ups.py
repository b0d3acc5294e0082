"""Questions that ask for more of what was asked before, and answers that go on where one does not look."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL, layout

from hrdocs.document import Cell, Entry, Layout, Line, Place, Row, Span, Status
from hrdocs.rules.matching import match_form

TITLE = "# Formal complaints form – strictly confidential"
ABOUT = (
    ("Name", "Ann Bell"),
    ("Job title", "Ranger"),
    ("Department", "Parks"),
    ("Work e-mail", "ann.bell@example.org"),
)
ENDS = (("Signed", "Ann Bell"), ("Date", "10 June 2025"))
EVE = {"name": "Eve Hall", "email": "eve.hall@example.org", "phone": "01632 960001"}
EVE_WRITTEN = "Eve Hall, eve.hall@example.org, 01632 960001"
PEOPLE = {"witnesses": (EVE,)}

FORMS: Mapping[str, tuple[Layout, Mapping[str, object]]] = {
    "in the row below": (
        layout(TITLE, *ABOUT, ("Were there any witnesses? Y/N", "Y"),
               ("If yes, please give names and contact details", EVE_WRITTEN), *ENDS),
        PEOPLE,
    ),
    "on a line below, with the choice as printed": (
        layout(TITLE, *ABOUT, "@", "Incident details:", "He shouted at me.",
               "Were there any witnesses? (please circle) Yes / No", "If yes, who?", EVE_WRITTEN,
               "Have you told your manager? Yes / No", "If so, what was done?", "He was spoken to.",
               "Signed: Ann Bell", "Date: 10 June 2025"),
        PEOPLE | {"incident_details": "He shouted at me.", "previous_steps": "He was spoken to."},
    ),
    "people by letter": (
        layout(TITLE, *ABOUT, ("Witness A", "Eve Hall"), ("E-mail", "eve.hall@example.org"),
               ("Phone", "01632 960001"), ("Witness B", ""), ("E-mail", ""), ("Phone", ""), *ENDS),
        PEOPLE,
    ),
    "several dates, in whatever section": (
        layout(TITLE, *ABOUT, "@", "Complaint against: Tom Reid", "Date(s): 3 May 2025",
               "Signed: Ann Bell", "Date: 10 June 2025"),
        {"incident_dates": "3 May 2025", "signed_date": "2025-06-10", "respondents": ("Tom Reid",)},
    ),
    "blanks that end with a tab": (
        layout(TITLE, *ABOUT, "@", "Incident details:", "He shouted at me.",
               "Signed Ann Bell\t  Dated 10 June 2025\t"),
        {"signed_name": "Ann Bell", "signed_date": "2025-06-10", "incident_details": "He shouted at me."},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fact", FORMS)
def test_the_answer_is_found(fact: str) -> None:
    """What was asked in two questions is one answer, and no question is a part of any."""
    given, expected = FORMS[fact]
    answers = match_form(given, (COUNCIL,)).answers
    found = {name: answers[name].value if answers[name].status is Status.OK else None for name in expected}
    assert found == dict(expected)


def test_fields_of_one_person_belong_together() -> None:
    """An address and a number in fields behind "Witness 1" are that person's."""
    fields = (("Name", "Ann Bell"), ("Witness 1", "Eve Hall"), ("E-mail", "eve.hall@example.org"),
              ("Tel.", "01632 960001"), ("Witness 2", ""), ("E-mail", ""),
              ("Signed", "Ann Bell"))  # fmt: skip
    entries = [Entry(f"f{n}", value, label=label) for n, (label, value) in enumerate(fields)]
    answers = match_form(layout(TITLE, *entries, *ABOUT), (COUNCIL,)).answers
    assert answers["witnesses"].value == (EVE,)


def test_an_account_goes_on_below_its_box() -> None:
    """Lines right below a box, in its width, go on with the sentence that it breaks off."""

    def line(text: str, top: float) -> Line:
        return Line((Span(text),), Place(page=1, box=(56, top, 56 + 5 * len(text), top + 10)))

    box = Place(page=1, box=(50, 200, 545, 232), table=3, row=1, cell=1)
    told = Row((Cell((line("He shouted at me. My", 220),), box),), replace_cell(box))
    given = layout(TITLE, *ABOUT, line("Incident details", 186), told, line("hands were shaking.", 234),
                   line("I went home.", 246), *ENDS, kind="pdf-text")  # fmt: skip
    answer = match_form(given, (COUNCIL,)).answers["incident_details"]
    assert answer.value == "He shouted at me. My hands were shaking. I went home."


def replace_cell(place: Place) -> Place:
    """A row's place from its cell's."""
    return Place(page=place.page, box=place.box, table=place.table, row=place.row)


def test_a_title_is_no_label() -> None:
    """A heading above all labels that names the form asks for nothing, whatever word it begins with."""
    told = (
        ("Complaint against", "Tom Reid"),
        ("Date of incident(s)", "3 May 2025"),
        ("Incident details", "He ran."),
    )
    given = layout("# Staff complaint: harassment or bullying", *ABOUT, *told, *ENDS)
    assert match_form(given, (COUNCIL,)).answers["complainant_name"].value == "Ann Bell"


def test_the_number_of_a_question_in_a_cell_of_its_own_is_no_label() -> None:
    """A column of numbers beside questions with their answers below leaves the questions as they are."""
    rows = (
        ("A1", "Name\nAnn Bell"), ("A2", "Job title\nRanger"), ("A3", "Department\nParks"),
        ("A4", "Work e-mail\nann.bell@example.org"), ("B0", "Date of incident(s)\n3 May 2025"),
        ("B1", "Incident details\nHe shouted at me across the yard."), ("C1", "Signed\nAnn Bell"),
        ("C2", "Date\n10 June 2025"),
    )  # fmt: skip
    answers = match_form(layout(TITLE, *rows), (COUNCIL,)).answers
    found = {name: answer.value for name, answer in answers.items() if answer.status is Status.OK}
    assert found["complainant_name"] == "Ann Bell"
    assert found["job_title"] == "Ranger"
    assert found["department"] == "Parks"
