"""Forms as people make them with a word processor or in a mail: gaps, gutters, leaders and headings."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL, layout

from hrdocs.document import Layout, Status
from hrdocs.rules.matching import match_form

TITLE = "# Formal complaints form – strictly confidential"
ABOUT = ("Name:\tAnn Bell", "Job title:\tRanger", "Department:\tParks")
TOLD = ("Date of incident(s):\t3 May 2025", "Incident details:", "He shouted at me across the yard.")
ENDS = ("Signed:\tAnn Bell", "Date:\t10 June 2025")
EVE = {"name": "Eve Hall", "email": "eve.hall@example.org", "phone": "01632 960001"}

FORMS: Mapping[str, tuple[Layout, Mapping[str, object]]] = {
    "two answers about one person on a line, behind tabs": (
        layout(TITLE, *ABOUT, *TOLD, "# Section C: Witnesses", "Witness 1:\tEve Hall",
               "E-mail:\teve.hall@example.org\tPhone:\t01632 960001", "Witness 2:\t", "E-mail:\t\tPhone:\t",
               *ENDS),
        {"witnesses": (EVE,)},
    ),
    "an answer on a line of its own, and the next label behind it": (
        layout(TITLE, *ABOUT, *TOLD, "Signed:", "Ann Bell          Date: 10 June 2025"),
        {"signed_name": "Ann Bell", "signed_date": "2025-06-10"},
    ),
    "labels within an account, each on a dotted line as all others are": (
        layout(TITLE, "Name ....Ann Bell........", "Department ....Parks........",
               "Job title ....Ranger.....",
               "Date(s) of incident(s) ....3 May 2025.....", "Details of incident(s) ..........",
               "He shouted at me.", "Then he left.", "Witnesses ....Eve Hall........",
               "Action taken informally ....I asked for a talk ........", "Signed ....Ann Bell.....",
               "Date ....10 June 2025....."),
        {"incident_details": "He shouted at me.\nThen he left.", "previous_steps": "I asked for a talk",
         "witnesses": ({"name": "Eve Hall", "email": None, "phone": None},)},
    ),
    "a table of which the mail's plain text has kept the tabs": (
        layout(TITLE, "Name\tAnn Bell", "Department\tParks", "Job title\tRanger",
               "Date of incident(s)\t3 May 2025", "Incident(s) details\tHe shouted at me.",
               "On Monday\the did it again.", "Witnesses\tEve Hall, eve.hall@example.org, 01632 960001",
               "Action taken at informal stage\tI asked for a talk.", "Signed\tAnn Bell",
               "Date\t10 June 2025"),
        {"incident_details": "He shouted at me.\nOn Monday he did it again.", "witnesses": (EVE,),
         "previous_steps": "I asked for a talk."},
    ),
    "boxes over one another, kept apart by empty cells, a table for each pair": (
        layout(TITLE, ("Full name", "", "Job title"), ("Ann Bell", "", "Ranger"), "@",
               ("Work e-mail", "", "Work telephone"), ("ann.bell@example.org", "", ""), "@",
               ("Name of the person(s) you are complaining about", "", "Date(s) of the incident(s)"),
               ("Tom Reid", "", "3 May 2025"), "@",
               ("What happened? (where, when, what was said or done)",), ("He shouted at me.",), "@",
               ("Signature", "", "Date"), ("Ann Bell", "", "10 June 2025")),
        {"complainant_name": "Ann Bell", "job_title": "Ranger", "work_email": "ann.bell@example.org",
         "respondents": ("Tom Reid",), "incident_dates": "3 May 2025",
         "incident_details": "He shouted at me.", "signed_name": "Ann Bell", "signed_date": "2025-06-10"},
    ),
    "empty boxes beside their labels are no gaps": (
        layout(TITLE, ("Name", "Ann Bell", "Department", ""), ("Job title", "Ranger", "Tel.", ""), "@",
               ("Incident details", "He shouted."), ("Signed", "Ann Bell"), ("Date", "10 June 2025")),
        {"complainant_name": "Ann Bell", "job_title": "Ranger"},
    ),
    "a table that the office fills in, before the form's own": (
        layout(TITLE, ("FOR OD/HR OFFICE USE ONLY",),
               ("Received by", "Janet Moss", "Date received", "18/06/2025"),
               ("Case reference", "D 22", "Telephone contact made", "Yes, 18/06"), "@",
               ("Name", "Ann Bell"), ("Office tel.", "01632 960002"), ("Date of incident(s)", "3 May 2025"),
               ("Incident details", "He shouted."),
               ("Signed", "Ann Bell"), ("Date", "10 June 2025")),
        {"work_phone": "01632 960002", "complainant_name": "Ann Bell", "signed_date": "2025-06-10"},
    ),
    "a witness's name, address and number, each under its own label": (
        layout(TITLE, *ABOUT, *TOLD, "# Witness name", "Eve Hall", "# Witness email", "eve.hall@example.org",
               "# Witness phone", "01632 960001", *ENDS),
        {"witnesses": (EVE,)},
    ),
    "two witnesses beside each other": (
        layout(TITLE, *ABOUT, *TOLD, "# Part 5. Witnesses", ("Witness 1", "Witness 2"),
               ("Name", "Eve Hall", "Name", "Lee Marr"), ("E-mail", "eve.hall@example.org", "E-mail", ""),
               ("Phone", "01632 960001", "Phone", "01632 960003"), "@", "# Signature", *ENDS),
        {"witnesses": (EVE, {"name": "Lee Marr", "email": None, "phone": "01632 960003"}),
         "complainant_name": "Ann Bell"},
    ),
    "one witness, and empty boxes for another beside": (
        layout(TITLE, *ABOUT, *TOLD, "# Witnesses",
               ("Name", "Eve Hall", "Name", ""), ("E-mail", "eve.hall@example.org", "E-mail", ""),
               ("Phone", "01632 960001", "Phone", ""), "@", "# Signature", *ENDS),
        {"witnesses": (EVE,)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "wanted"), FORMS.values(), ids=FORMS)
def test_answers_stand_where_a_word_processor_put_them(given: Layout, wanted: Mapping[str, object]) -> None:
    """Each with certainty."""
    answers = match_form(given, (COUNCIL,)).answers
    for name, value in wanted.items():
        assert (name, answers[name].value, answers[name].status) == (name, value, Status.OK)
