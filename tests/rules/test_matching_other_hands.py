"""Forms as other organisations lay them out: people by number, labels in other words, columns of theirs."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL, layout

from hrdocs.document import Block, Cell, Entry, Layout, Line, Place, Row, Span, Status
from hrdocs.rules.matching import match_form

TITLE = "# Formal complaints form – strictly confidential"
ABOUT = (("Name", "Ann Bell"), ("Job title", "Ranger"))
TOLD = (("Incident details", "He shouted at me across the yard."), ("Date of incident(s)", "3 May 2025"))
ENDS = (("Signed", "Ann Bell"), ("Date", "10 June 2025"))
EVE = {"name": "Eve Hall", "email": "eve.hall@example.org", "phone": "01632 960001"}

WORD: Mapping[str, tuple[Layout, Mapping[str, object]]] = {
    "people by number, one row for each thing asked": (
        layout(TITLE, *ABOUT, *TOLD, ("Witness 1 – name", "Eve Hall"),
               ("Witness 1 – email", "eve.hall@example.org"), ("Witness 1 – phone", "01632 960001"),
               ("Witness 2 – name", ""), ("Witness 2 – email", ""), *ENDS),
        {"witnesses": (EVE,)},
    ),
    "a numbered person, with address and number below": (
        layout(TITLE, *ABOUT, *TOLD, "# 3. Witnesses", ("Witness 1", "Eve Hall"),
               ("Email", "eve.hall@example.org"), ("Phone", "01632 960001"), ("Witness 2", ""),
               ("Email", ""), ("Phone", ""), "@", *ENDS),
        {"witnesses": (EVE,)},
    ),
    "a heading of a column in other words": (
        layout(TITLE, *ABOUT, *TOLD, "# 3. Witnesses", ("Witness name", "Their e-mail", "Their telephone"),
               ("Eve Hall", "eve.hall@example.org", "01632 960001"), "@", *ENDS),
        {"witnesses": (EVE,)},
    ),
    "a group named beside its columns": (
        layout(TITLE, *ABOUT, *TOLD, ("Witnesses", "Name", "E-mail address", "Telephone"),
               ("Eve Hall", "eve.hall@example.org", "01632 960001"), ("", "", ""), *ENDS),
        {"witnesses": (EVE,), "signed_name": "Ann Bell"},
    ),
    "a name asked for in parts, with a title": (
        layout(TITLE, ("Title", "MR", "First name(s)", "NOEL", "Surname", "MCGARRIGLE"),
               ("Department", "Fleet", "Job title", "Fitter"), *TOLD, ("Signed", "N McGarrigle"), ENDS[1]),
        {"complainant_name": "NOEL MCGARRIGLE", "job_title": "Fitter"},
    ),
    "the surname first": (
        layout(TITLE, ("Surname", "Bell"), ("Forenames", "Ann Mary"), *TOLD, *ENDS),
        {"complainant_name": "Ann Mary Bell"},
    ),
    "codes before the questions": (
        layout(TITLE, ("A1", "Your name", "Ann Bell"), ("A2", "Job title", "Ranger"),
               ("B1", "Name of the person (or people) you are complaining about", "Tom Reid"),
               ("B2", "Date(s) it happened", "3 May 2025"), ("B3", "Describe what happened", "He shouted."),
               ("E1", "Signed", "Ann Bell"), ("E2", "Date", "10 June 2025")),
        {"complainant_name": "Ann Bell", "job_title": "Ranger", "respondents": ("Tom Reid",)},
    ),
    "codes with a letter in brackets": (
        layout(TITLE, ("1(a)", "Surname", "Bell"), ("1(b)", "Forename(s)", "Ann"),
               ("1(c)", "Job title", "Ranger"),
               ("2(a)", "Date(s) of incident(s)", "3 May 2025"), ("2(b)", "Incident details", "He shouted."),
               ("3", "Action taken to date", "I asked him to stop."), ("4(a)", "Signed", "Ann Bell"),
               ("4(b)", "Date", "10 June 2025")),
        {"complainant_name": "Ann Bell", "job_title": "Ranger", "previous_steps": "I asked him to stop."},
    ),
    "captions below the lines for the answers": (
        layout(TITLE, ("Ann Bell", "", "Ranger"), ("Name", "", "Job title"),
               ("ann.bell@example.org", "", "01632 960002"), ("Work e-mail address", "", "Work phone number"),
               ("Tom Reid", "", "3 May 2025"),
               ("Name of person complained about", "", "Date(s) of incident(s)"),
               ("I asked him to stop.", "", ""), ("Action taken to date", "", ""),
               ("Ann Bell", "", "10 June 2025"), ("Signed", "", "Date")),
        {"complainant_name": "Ann Bell", "work_email": "ann.bell@example.org", "respondents": ("Tom Reid",),
         "previous_steps": "I asked him to stop.", "signed_date": "2025-06-10"},
    ),
    "parts of the form named beside the labels": (
        layout(TITLE, *ABOUT, ("WHAT", "Incident details", "He shouted at me across the yard."),
               ("OTHERS", "Witness 1", "Eve Hall, eve.hall@example.org, 01632 960001"),
               ("BEFORE NOW", "Action taken to date", "I asked him to stop."), *ENDS),
        {"incident_details": "He shouted at me across the yard."},
    ),
    "labels in two languages": (
        layout(TITLE, ("Ainm / Name", "Ann Bell"), ("Teideal poist / Job title", "Ranger"), *TOLD,
               ("Gníomh go dtí seo / Action taken to date", "I asked him to stop."), *ENDS),
        {"complainant_name": "Ann Bell", "previous_steps": "I asked him to stop."},
    ),
    "who is reported, who reports, and what was done": (
        layout(TITLE, ("Name of person reporting", "Ann Bell"), ("Person(s) reported", "Tom Reid"), *TOLD,
               ("Informal steps and outcome", "I asked him to stop."), *ENDS),
        {"complainant_name": "Ann Bell", "respondents": ("Tom Reid",),
         "previous_steps": "I asked him to stop."},
    ),
    "who the allegation is about": (
        layout(TITLE, *ABOUT, ("Who is the allegation about?", "Tom Reid"), *TOLD, *ENDS),
        {"respondents": ("Tom Reid",)},
    ),
    "two labels on a line, each with a dotted blank": (
        layout(TITLE, "Name Ann Bell..............................",
               "Department Parks and Leisure........... Job title Ranger..............", *TOLD,
               "Signed Ann Bell................ Date 10 June 2025............"),
        {"department": "Parks and Leisure", "job_title": "Ranger", "signed_date": "2025-06-10"},
    ),
    "columns of questions and answers named again overleaf": (
        layout(TITLE, ("No.", "Question", "Your answer"), ("1", "Name", "Ann Bell"),
               ("2", "Job title", "Ranger"), ("3", "Date of incident(s)", "3 May 2025"),
               ("4", "Incident details", "He shouted and then"), ("No.", "Question", "Your answer"),
               ("", "", "he left."), ("5", "Signed", "Ann Bell"), ("6", "Date", "10 June 2025")),
        {"incident_details": "He shouted and then\nhe left.", "signed_name": "Ann Bell"},
    ),
    "two labels with their answers in a row are no header": (
        layout(TITLE, *ABOUT, ("Work e-mail", "ann.bell@example.org", "Tel. no.", "01632 960002"),
               ("Line manager", "Lee Marr", "Work location", "The yard"), *TOLD, *ENDS),
        {"work_email": "ann.bell@example.org", "work_phone": "01632 960002"},
    ),
    "label and answer in one cell, and a label that the form does not have beside them": (
        layout(TITLE, ("Name: Ann Bell", "Department: Parks"),
               ("Work e-mail: ann.bell@example.org", "Line manager: Lee Marr"), *TOLD, *ENDS),
        {"work_email": "ann.bell@example.org", "department": "Parks"},
    ),
    "a column that the office fills in": (
        layout(TITLE, ("Question", "Your answer", "Office use"), ("Name", "Ann Bell", "checked"),
               ("Who is the complaint against?", "Tom Reid", "notified: no"),
               ("Date of incident(s)", "3 May 2025", ""), ("Incident details", "He shouted.", ""),
               ("Signed", "Ann Bell", ""), ("Date", "10 June 2025", "")),
        {"complainant_name": "Ann Bell", "respondents": ("Tom Reid",)},
    ),
    "a hint below a label that has its answer beside it": (
        layout(TITLE, *ABOUT, ("Department", "Parks"),
               ("What happened\nWhere, when, what was said or done", "He shouted.\nThen he left."), *ENDS),
        {"incident_details": "He shouted.\nThen he left."},
    ),
    "a list of grounds in which one is marked": (
        layout(TITLE, *ABOUT,
               ("Protected ground (put an x in the brackets):\n[ ] Sex\n[ ] Age\n[x] Disability",),
               *TOLD, *ENDS),
        {"protected_grounds": ("disability",)},
    ),
    "two blanks on a line, the second under a pair of words": (
        layout(TITLE, "Name __Ann Bell____",
               "Work Email __ann.bell@example.org__   Ext/Tel __01632 960002_____",
               "Incident details:", "He shouted.", "# 4. Steps already taken to resolve the complaint:",
               "I asked for a talk.", "Signed: Ann Bell", "Date: 10 June 2025"),
        {"work_email": "ann.bell@example.org", "work_phone": "01632 960002",
         "previous_steps": "I asked for a talk."},
    ),
    "columns named in a bracket, and a question after a question": (
        layout(TITLE, "Name: Ann Bell", "Incident details:", "He shouted.",
               "10. Witnesses (name | e-mail | phone)", "Eve Hall | eve.hall@example.org | 01632 960001",
               "11. Have you tried to resolve this informally? If so, how?", "I asked for a talk.",
               "Signed: Ann Bell", "Date: 10 June 2025"),
        {"witnesses": (EVE,), "previous_steps": "I asked for a talk."},
    ),
    "titles of parts before the labels, and notes behind the answers": (
        layout(TITLE, ("YOU", "Full name", "Ann Bell", "As on your payslip"),
               ("", "Post title", "Ranger", ""), ("", "Employee number", "P 8090", "Give the number"),
               ("", "E-mail", "ann.bell@example.org", "Tell us if others can read this"),
               ("WHO", "Who is the complaint against?", "Tom Reid", "Name every person"),
               ("WHAT", "Incident details", "He shouted.", "Say what was said or done"),
               ("SIGN", "Signed", "Ann Bell", ""), ("", "Date", "10 June 2025", "")),
        {"complainant_name": "Ann Bell", "job_title": "Ranger", "respondents": ("Tom Reid",)},
    ),
    "a label over its answer that the form does not have": (
        layout(TITLE, ("Full name\nAnn Bell", "Job title\nRanger"),
               ("Department\nParks", "Location\nThe yard"), ("Incident details\nHe shouted.",),
               ("Signed\nAnn Bell", "Date\n10 June 2025")),
        {"department": "Parks", "complainant_name": "Ann Bell"},
    ),
    "a hint behind a wide space": (
        layout(TITLE, ("Your name  in full, please",), ("Ann Bell",),
               ("Who are you complaining about?  give the name of everyone",), ("Tom Reid",),
               ("When did the incidents take place?  list every date",), ("3 May 2025",),
               ("Incident details",), ("He shouted.",), ("Signature",), ("Ann Bell",)),
        {"respondents": ("Tom Reid",), "incident_dates": "3 May 2025"},
    ),
    "a title before the name, and two people by number": (
        layout(TITLE, "PART ONE", "Title: Mrs", "Name: Ann Bell", "Designation: Ranger", "PART TWO",
               "Person complained about (1): Tom Reid", "Person complained about (2): Eve Hall",
               "Particulars of the complaint:", "He shouted.", "PART THREE", "Signed: Ann Bell",
               "Date: 10 June 2025"),
        {"job_title": "Ranger", "respondents": ("Tom Reid", "Eve Hall"), "incident_details": "He shouted."},
    ),
    "a yes before the names": (
        layout(TITLE, *ABOUT, *TOLD, ("Were there any witnesses?", "Yes"),
               ("Witnesses", "Eve Hall, eve.hall@example.org, 01632 960001"), *ENDS),
        {"witnesses": (EVE,)},
    ),
    "a link behind every answer": (
        layout(TITLE, ("What is your name?", "Ann Bell\tChange"), ("What is your job?", "Ranger\tChange"),
               ("Who are you complaining about?", "Tom Reid\tChange"),
               ("When did it happen?", "3 May 2025\tChange"), ("What happened?", "He shouted.\tChange"),
               ("Signature (your full name)", "Ann Bell\tChange")),
        {"complainant_name": "Ann Bell", "respondents": ("Tom Reid",), "incident_dates": "3 May 2025"},
    ),
    "dates in the plural are not the day of signing": (
        layout(TITLE, ("Complainant", "Ann Bell"), ("Complaint is about", "Tom Reid"),
               ("Date(s)", "2.4.25, 3.4.25"),
               ("Incident details", "He shouted."), ("Signed", "Ann Bell"), ("Date signed", "22.4.25")),
        {"incident_dates": "2.4.25, 3.4.25", "signed_date": "2025-04-22"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "wanted"), WORD.values(), ids=WORD)
def test_answers_stand_where_another_hand_put_them(given: Layout, wanted: Mapping[str, object]) -> None:
    """Each with certainty."""
    answers = match_form(given, (COUNCIL,)).answers
    for name, value in wanted.items():
        assert (name, answers[name].value, answers[name].status) == (name, value, Status.OK)


def printed(text: str, x0: float, top: float, *, table: int | None = None, right: float = 0) -> Block:
    """A printed line; in a box of its own where `table` is given."""
    place = Place(
        page=1, box=(x0, top, right or x0 + 5.0 * len(text), top + 10), table=table, row=table and 1
    )
    line = Line((Span(text),), replace_table(place))
    return line if table is None else Row((Cell((line,), place),), place)


def replace_table(place: Place) -> Place:
    return Place(page=place.page, box=place.box)


def test_what_is_printed_between_a_label_and_its_box_is_no_answer() -> None:
    """In whatever words: the box has the answer."""
    blocks = (
        Line((Span("Dignity at work complaint form"),), Place(page=1, box=(50, 20, 300, 34)), heading=True),
        printed("Full name", 50, 50), printed("Ann Bell", 50, 62, table=1, right=290),
        printed("Who is the complaint against?", 50, 100), printed("name/s", 50, 112),
        printed("Tom Reid", 50, 124, table=2, right=290),
        printed("Date of incident(s)", 50, 150), printed("be as exact as you can", 50, 162),
        printed("3 May 2025", 50, 174, table=3, right=290),
        printed("Incident details", 50, 200), printed("He shouted at me.", 50, 212, table=4, right=290),
        printed("Signed", 50, 240), printed("Ann Bell", 50, 252, table=5, right=290),
    )  # fmt: skip
    answers = match_form(Layout("pdf-text", blocks), (COUNCIL,)).answers
    assert answers["respondents"].value == ("Tom Reid",)
    assert answers["incident_dates"].value == "3 May 2025"


def test_labels_side_by_side_over_boxes_each_have_their_own() -> None:
    """Unlisted ones, too, once two listed ones stand so."""

    def pair(top: float, texts: tuple[str, str], *, table: int | None = None) -> Row:
        cells = tuple(
            Cell((Line((Span(t),), Place(page=1, box=(x, top, x + 200, top + 10))),),
                 Place(page=1, box=(x, top, x + 200, top + 10)))
            for x, t in zip((50.0, 300.0), texts, strict=True)
        )  # fmt: skip
        return Row(cells, Place(page=1, box=(50, top, 500, top + 10), table=table), ruled=table is not None)

    blocks = (
        Line((Span("Dignity at work complaint form"),), Place(page=1, box=(50, 20, 300, 34)), heading=True),
        pair(50, ("Your full name", "Grade and post")), pair(62, ("Ann Bell", "Ranger"), table=1),
        pair(90, ("Work e-mail", "Telephone")), pair(102, ("ann.bell@example.org", "01632 960002"), table=2),
        printed("Incident details", 50, 200), printed("He shouted at me.", 50, 212, table=4, right=290),
        pair(250, ("Signed", "Date")), pair(262, ("Ann Bell", "10 June 2025"), table=3),
    )  # fmt: skip
    answers = match_form(Layout("pdf-text", blocks), (COUNCIL,)).answers
    found = {k: answers[k].value for k in ("complainant_name", "job_title", "work_email", "signed_date")}
    assert found == {
        "complainant_name": "Ann Bell",
        "job_title": "Ranger",
        "work_email": "ann.bell@example.org",
        "signed_date": "2025-06-10",
    }


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ((("Name", "Employee number"), ("Signed", "Ann Bell")), "complainant_name"),
        ((("Name", "Ann Bell"), ("Signed", "Tom Reid")), "complainant_name"),
        ((("Name", "Ann Bell"), ("Signed", "Tom Reid")), "signed_name"),
        ((("Name", "Ann Bell"), ("Witnesses", "Y"), ("Signed", "Ann Bell")), "witnesses"),
        ((("Name", "Ann Bell"), ("Witnesses", "Ann Bell"), ("Signed", "Ann Bell")), "witnesses"),
        (
            (("Name", "Ann Bell"), ("Date of incident(s)", "3 May 2025\nWas it for your age?")),
            "incident_dates",
        ),
    ],
)
def test_what_cannot_be_an_answer_is_asked_about(rows: tuple[tuple[str, str], ...], name: str) -> None:
    """A label is no name, "Y" no witness, and another's signature leaves open whose complaint it is."""
    given = layout(TITLE, *rows, ("Job title", "Ranger"), ("Department", "Parks"), *TOLD)
    answers = match_form(given, (COUNCIL,)).answers
    assert answers[name].status is Status.UNCLEAR, answers[name]


def entry(name: str, label: str, value: str, x: float, y: float) -> Entry:
    """A form field with the label printed beside it."""
    return Entry(name, value, label=label, place=Place(page=1, box=(x, y, x + 60, y + 14)))


def test_fields_of_one_witness_and_of_a_date_in_three_parts() -> None:
    """The witness's own e-mail follows the witness's name; day, month and year are one date."""
    blocks = (
        Line((Span("Dignity at work complaint form"),), Place(page=1, box=(50, 20, 300, 34)), heading=True),
        entry("Customer", "Name", "Ann Bell", 80, 50), entry("Ref", "Job title", "Ranger", 80, 70),
        entry("Text1", "Work email", "ann.bell@example.org", 80, 90),
        entry("Text2", "Incident details", "He shouted.", 80, 110),
        entry("Contact", "Witness name", "Eve Hall", 80, 130),
        entry("Contact_2", "Email", "eve.hall@example.org", 200, 130),
        entry("Contact_3", "Phone", "01632 960001", 320, 130),
        entry("By", "Signed", "Ann Bell", 80, 150), entry("d1", "Date", "10", 200, 150),
        entry("d2", "MM", "06", 270, 150), entry("d3", "YYYY", "2025", 340, 150),
    )  # fmt: skip
    answers = match_form(Layout("pdf-acroform", blocks), (COUNCIL,)).answers
    assert answers["witnesses"].value == (EVE,)
    assert answers["work_email"].value == "ann.bell@example.org"
    assert answers["signed_date"].value == "2025-06-10"


def test_a_table_of_which_every_second_row_is_drawn_is_one() -> None:
    """Striped: the rows between the drawn ones are only printed."""

    def row(texts: tuple[str, ...], top: float, table: int | None) -> Row:
        cells = tuple(
            Cell((Line((Span(text),)),), Place(page=1, box=(50 + 150 * n, top, 190 + 150 * n, top + 16)))
            for n, text in enumerate(texts)
        )
        return Row(cells, Place(page=1, box=(50, top, 500, top + 16), table=table), ruled=table is not None)

    blocks = (
        Line((Span("Dignity at work complaint form"),), Place(page=1, box=(50, 20, 300, 34)), heading=True),
        row(("Name", "Ann Bell"), 50, 1), row(("Job title", "Ranger"), 70, None),
        row(("Date of incident(s)", "3 May 2025"), 90, 2), row(("Incident details", "He shouted."), 110, 3),
        Line((Span("Who is the complaint against?"),), Place(page=1, box=(50, 140, 300, 154)), heading=True),
        row(("Name", "Job title"), 160, None), row(("Tom Reid", "Driver"), 178, None),
        row(("Max Orr", "Fitter"), 196, 4),
        row(("Signed", "Ann Bell"), 240, 5), row(("Date", "10 June 2025"), 260, 6),
    )  # fmt: skip
    answers = match_form(Layout("pdf-text", blocks), (COUNCIL,)).answers
    assert answers["respondents"].value == ("Tom Reid", "Max Orr")


def test_labels_level_with_one_another_stand_over_boxes_of_their_own() -> None:
    """Two printed labels, then two boxes: each box answers the label that it stands under."""
    blocks = (
        Line((Span("Dignity at work complaint form"),), Place(page=1, box=(50, 20, 300, 34)), heading=True),
        printed("Full name", 50, 50), printed("Job title", 300, 50),
        printed("Ann Bell", 50, 62, table=1, right=290), printed("Ranger", 300, 62, table=2, right=540),
        printed("Work email", 50, 90), printed("Work phone", 300, 90),
        printed("ann.bell@example.org", 50, 102, table=3, right=290),
        printed("01632 960001", 300, 102, table=4, right=540),
        printed("Incident details", 50, 130), printed("He shouted.", 50, 142, table=5, right=540),
        printed("Signed", 50, 170), printed("Date", 300, 170),
        printed("Ann Bell", 50, 182, table=6, right=290),
        printed("10 June 2025", 300, 182, table=7, right=540),
    )  # fmt: skip
    answers = match_form(Layout("pdf-scan", blocks), (COUNCIL,)).answers
    wanted = {"complainant_name": "Ann Bell", "job_title": "Ranger", "signed_date": "2025-06-10"}
    assert {name: answers[name].value for name in wanted} == wanted
