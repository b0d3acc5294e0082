"""Hints, questions and headings that no form definition lists are not taken for answers."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hrdocs.document import Cell, Layout, Line, Look, Place, Row, Span, Status
from hrdocs.packs import read_pack
from hrdocs.rules.matching import match_form

ROOT = Path(__file__).resolve().parents[2]
COUNCIL = read_pack(ROOT / "templates" / "council-dignity-at-work").procedure.forms[0]
HEAD = ("# Formal complaints form – strictly confidential", "Name: Ann Bell", "Job Title: Ranger")
TAIL = ("Date of incident(s): 3 May 2025", "Signed: Ann Bell", "Date: 10 June 2025")
TALE = "He shouted at me across the yard."


def lines(*texts: str) -> Layout:
    blocks = tuple(
        Line((Span(t.removeprefix("# "), bold=t.startswith("# ")),), Place(paragraph=n), t.startswith("# "))
        for n, t in enumerate((*texts, *TAIL), 1)
    )
    return Layout("docx", blocks)


def table(*rows: tuple[str, ...]) -> Layout:
    def cell(row: int, number: int, text: str) -> Cell:
        place = Place(table=1, row=row, cell=number)
        return Cell(tuple(Line((Span(line),)) for line in text.split("\n")), place)

    blocks = tuple(
        Row(tuple(cell(n, c, text) for c, text in enumerate(row, 1)), Place(table=1, row=n))
        for n, row in enumerate(rows, 1)
    )
    return Layout("docx", (Line((Span(HEAD[0][2:], bold=True),), heading=True), *blocks))


CASES: Mapping[str, tuple[Layout, Mapping[str, object]]] = {
    "a hint below a label": (
        lines(*HEAD, "# Department", "As it appears on your payslip", "Parks", "# What happened?",
              "In your own words. Say where, when and who was there.", TALE),
        {"department": "Parks", "incident_details": TALE},
    ),
    "an order below a label": (
        lines(*HEAD, "# Who is the complaint against?", "Enter one name on each line", "Tom Reid"),
        {"respondents": ("Tom Reid",)},
    ),
    "words that cannot be a telephone number": (
        lines(*HEAD, "# Work Phone Number", "Mobile or extension", "01632 960001"),
        {"work_phone": "01632 960001"},
    ),
    "questions that are numbered on": (
        lines(*HEAD, "1. Department", "Parks", "2. Who is the complaint against?", "Tom Reid",
              "3. What happened?", TALE, "4. What has been done to resolve this?", "I asked for a talk.",
              "5. Type your name to sign", "Ann Bell"),
        {"incident_details": TALE, "previous_steps": "I asked for a talk.", "signed_name": "Ann Bell"},
    ),
    "a column that only numbers the rows": (
        table(("No.", "Question", "Your answer"), ("1.1", "Name", "Ann Bell"), ("1.2", "Department", "Parks"),
              ("2.1", "Who is the complaint against?", "Tom Reid"), ("2.2", "What happened?", TALE)),
        {"complainant_name": "Ann Bell", "respondents": ("Tom Reid",), "incident_details": TALE},
    ),
    "labels over their answers, side by side": (
        table(("Name\nAnn Bell", "Department\nParks"), ("Job role", "Work email\nann.bell@northtown.example"),
              ("Who is the complaint against?\nTom Reid", "Date(s) it took place\n3 May 2025"),
              (f"What happened?\n{TALE}",)),
        {"job_title": None, "work_email": "ann.bell@northtown.example", "respondents": ("Tom Reid",),
         "incident_dates": "3 May 2025"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fact", CASES)
def test_answers_are_found_among_unlisted_words(fact: str) -> None:
    """The answers named are read surely, or not at all where nothing was written."""
    layout, expected = CASES[fact]
    form = match_form(layout, (COUNCIL,))
    assert form.form == "council-complaint"
    assert {name: form.answers[name].value for name in expected} == dict(expected)
    assert all(form.answers[name].status is not Status.UNCLEAR for name in expected)


def test_a_hint_alone_is_left_to_a_person() -> None:
    """Where only an order stands below the label of an account, it may be the writer's own."""
    layout = lines(*HEAD, "Department: Parks", "# What happened?", "Tell us about any meetings.")
    answer = match_form(layout, (COUNCIL,)).answers["incident_details"]
    assert (answer.status, answer.value) == (Status.UNCLEAR, None)


def test_a_line_that_could_be_a_hint_below_the_answer_is_left_to_a_person() -> None:
    """Nothing tells a hint that is printed below a box from the last line in it."""
    layout = lines(*HEAD, "Department: Parks", "# What happened?", TALE, "Include dates where possible")
    assert match_form(layout, (COUNCIL,)).answers["incident_details"].status is Status.UNCLEAR


def test_every_row_of_an_answer_in_a_table_of_its_own() -> None:
    """Below its label, in a table within its cell: the second name is as much of the answer as the first."""

    def row(table: int, number: int, text: str) -> Row:
        place = Place(table=table, row=number, cell=1)
        return Row((Cell((Line((Span(text),)),), place),), Place(table=table, row=number))

    layout = lines(*HEAD)
    head, tail = layout.blocks[: len(HEAD)], layout.blocks[len(HEAD) :]
    names = (row(1, 1, "Who is the complaint against?"), row(2, 1, "Tom Reid"), row(2, 2, "Rory Mullan"))
    form = match_form(
        Layout("docx", (*head, *names, row(1, 2, "What happened?"), row(3, 1, TALE), *tail)), (COUNCIL,)
    )
    assert form.answers["respondents"].value == ("Tom Reid", "Rory Mullan")


@pytest.mark.parametrize("gap", ["  ", "   ", "\t"])
def test_a_plain_signature_below_bold_questions(gap: str) -> None:
    """The signature's line and its date's are no part of the account above, though nothing sets them off."""
    blocks = [
        Line((Span("Formal complaints form", bold=True),), Place(paragraph=1), heading=True),
        Line((Span("Name:", bold=True), Span(" Ann Bell")), Place(paragraph=2)),
        Line((Span("Who is the complaint against?", bold=True), Span(" Tom Reid")), Place(paragraph=3)),
        Line((Span("Incident details:", bold=True), Span(f" {TALE}")), Place(paragraph=4)),
        Line((Span(f"Signed{gap}Ann Bell"),), Place(paragraph=5)),
        Line((Span(f"Date{gap}10 June 2025"),), Place(paragraph=6)),
    ]
    answers = match_form(Layout("docx", tuple(blocks)), (COUNCIL,)).answers
    assert answers["incident_details"].value == TALE
    assert (answers["signed_name"].value, answers["signed_date"].value) == ("Ann Bell", "2025-06-10")


def test_fainter_print_behind_an_answer_on_its_line_is_a_hint() -> None:
    """A column of hints right of the answers, which a PDF file prints on the answers' own lines."""
    faint = Look(size=8, italic=True, colour=0x777777)
    answered = {
        "Name": ("Ann Bell", "as on your payslip"),
        "Who is the complaint against?": ("Tom Reid", "full name if known"),
        "Date of incident(s)": ("3 and 4 May 2025", "or a period"),
        "Incident details": ("He shouted at me across", "as much as you wish"),
        "Signed": ("A Bell", "a typed name will do"),
    }

    def row(number: int, label: str, answer: str, hint: str) -> Row:
        lines = [Line((Span(answer, look=Look(size=10)), Span(f"\t{hint}", look=faint)))]
        if label == "Incident details":
            lines.append(Line((Span("the yard.", look=Look(size=10)),)))
        first = Line((Span(label, bold=True, look=Look(size=10)),))
        return Row((Cell((first,)), Cell(tuple(lines))), Place(page=1, table=1, row=number))

    blocks = tuple(row(n, label, *texts) for n, (label, texts) in enumerate(answered.items(), 1))
    title = Line((Span("Formal complaints form", bold=True),), heading=True)
    answers = match_form(Layout("pdf-text", (title, *blocks)), (COUNCIL,)).answers
    assert answers["complainant_name"].value == "Ann Bell"
    assert answers["respondents"].value == ("Tom Reid",)
    assert answers["incident_dates"].value == "3 and 4 May 2025"
    assert answers["incident_details"].value == "He shouted at me across the yard."
    assert answers["signed_name"].value == "A Bell"
