"""Layouts in the shapes that people send in, each with the answers that stand in it.

A layout is written as lines of text. `{{…}}` was typed into a control, `<<…>>` is a control's prompt,
`~~…~~` is struck through; a line beginning with `# ` is a heading; `@…` opens a table of which every
row is a tuple.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdocs.document import (
    Answer,
    Block,
    Cell,
    Entry,
    EntryKind,
    Form,
    Layout,
    Line,
    Mark,
    Picture,
    Place,
    Reason,
    Row,
    Span,
    Status,
)
from hrdocs.packs import read_form_definition
from hrdocs.rules.matching import find_pairs, match_form

TEMPLATES = Path(__file__).parents[2] / "templates"
COUNCIL = read_form_definition(TEMPLATES / "council-dignity-at-work/forms/complaint.toml")
UNIVERSITY = read_form_definition(TEMPLATES / "university-harassment/forms/complaint.toml")
FORMS = (COUNCIL, UNIVERSITY)
MARKS = {"{{": Mark.FILLED, "<<": Mark.PLACEHOLDER, "~~": Mark.STRUCK}

Part = str | tuple[str, ...] | Block


def spans(text: str) -> tuple[Span, ...]:
    """A line's text as spans of their marks."""
    pieces = re.split(r"(\{\{.*?\}\}|<<.*?>>|~~.*?~~)", text, flags=re.DOTALL)
    return tuple(Span(p[2:-2], MARKS[p[:2]]) if p[:2] in MARKS else Span(p) for p in pieces if p)


def layout(*parts: Part, kind: str = "docx", from_ocr: bool = False) -> Layout:
    """Lines, table rows and ready blocks in reading order."""
    blocks: list[Block] = []
    table = 0
    row = 0
    for number, part in enumerate(parts, 1):
        if isinstance(part, tuple):
            table, row = (table + 1, 1) if row == 0 else (table, row + 1)
            blocks.append(table_row(part, table, row))
            continue
        row = 0
        if part == "@":
            continue
        if isinstance(part, str):
            heading = part.startswith("# ")
            blocks.append(Line(spans(part.removeprefix("# ")), Place(paragraph=number), heading))
        else:
            blocks.append(part)
    return Layout(kind, tuple(blocks), from_ocr=from_ocr)


def table_row(texts: Sequence[str], table: int, row: int) -> Row:
    """A row of cells; a cell "[image]" holds a picture."""
    cells = []
    for number, text in enumerate(texts, 1):
        place = Place(table=table, row=row, cell=number)
        image = text == "[image]"
        lines = () if image else tuple(Line(spans(line), place) for line in text.split("\n"))
        cells.append(Cell(lines, place, has_image=image))
    return Row(tuple(cells), Place(table=table, row=row))


HEAD: tuple[Part, ...] = ("FORMAL COMPLAINTS FORM - STRICTLY CONFIDENTIAL", "APPENDIX VI")
PERSONAL: tuple[Part, ...] = (
    "1. PERSONAL DETAILS (to be completed by complainant)",
    ("Name", "Orla Quinn"),
    ("Department", "Parks"),
    ("Job Title", "Ranger"),
    ("Work Email Address", "orla.quinn@northtown.example"),
    ("Work Phone Number", "028 9649 6001"),
)
GUIDANCE = COUNCIL.sections[1].guidance[0]
GROUND = "Please state protected equality ground that relates to the complaint:"
GROUND_HINT = COUNCIL.fields[7].guidance[0]
DETAILS = "Incident(s) details (Please continue on a separate sheet if necessary.)"
COMPLAINT: tuple[Part, ...] = (
    "2. COMPLAINT DETAILS",
    GUIDANCE,
    ("Who is the complaint against? (name/s)", "Mr Alan Boyd"),
    ("Date of incident(s)", "3 March 2025"),
    (f"{GROUND}\n{GROUND_HINT}", "Race"),
    (DETAILS, "He shouted at me in the yard."),
)
WITNESSES: tuple[Part, ...] = (
    "3. WITNESSES",
    "Please provide the names and contact details of any witnesses.",
    ("Name", "Ann Lee"),
    ("Email Address", "ann.lee@northtown.example"),
    ("Phone Number", "028 9649 6002"),
)
PREVIOUS: tuple[Part, ...] = ("4. ACTION TAKEN SO FAR", ("I met my manager on 4 March.",))
SIGNATURE: tuple[Part, ...] = ("5. SIGNATURE", ("Signed:", "Orla Quinn", "Date:", "10/03/2025"))


def council(
    personal: tuple[Part, ...] = PERSONAL,
    complaint: tuple[Part, ...] = COMPLAINT,
    witnesses: tuple[Part, ...] = WITNESSES,
    previous: tuple[Part, ...] = PREVIOUS,
    signature: tuple[Part, ...] = SIGNATURE,
    after: tuple[Part, ...] = (),
) -> Layout:
    """The council's form with some of its sections filled in another way."""
    return layout(*HEAD, *personal, *complaint, *witnesses, *previous, *signature, *after)


PLAIN = {
    "complainant_name": "Orla Quinn",
    "department": "Parks",
    "job_title": "Ranger",
    "work_email": "orla.quinn@northtown.example",
    "work_phone": "028 9649 6001",
    "respondents": ("Mr Alan Boyd",),
    "incident_dates": "3 March 2025",
    "protected_grounds": ("race",),
    "incident_details": "He shouted at me in the yard.",
    "witnesses": ({"name": "Ann Lee", "email": "ann.lee@northtown.example", "phone": "028 9649 6002"},),
    "previous_steps": "I met my manager on 4 March.",
    "signed_name": "Orla Quinn",
    "signed_date": "2025-03-10",
}


def witness(name: str, email: str | None = None, phone: str | None = None) -> dict[str, str | None]:
    return {"name": name, "email": email, "phone": phone}


ANN = witness("Ann Lee", "ann.lee@northtown.example", "028 9649 6002")
BEA = witness("Bea Kerr", None, "028 9649 6003")
FIVE = ("Orla Quinn", "Parks", "Ranger", "orla.quinn@northtown.example", "028 9649 6001")
LABELS = ("Name", "Department", "Job Title", "Work Email Address", "Work Phone Number")
WORDS = ("Full name", "Team", "Your job", "Work e-mail", "Tel")
OTHER = ("Complainant’s name", "Directorate", "Post held", "E-mail address", "Telephone no.")
COUNTY = ("Name of employee", "Section/unit", "Position", "Email (work)", "Contact number")
TOP = "1. PERSONAL DETAILS"


def pairs(joint: str, labels: Sequence[str] = LABELS) -> tuple[Part, ...]:
    return (TOP, *(f"{label}{joint}{value}" for label, value in zip(labels, FIVE, strict=True)))


def cells(labels: Sequence[str], inside: str | None = None) -> tuple[Part, ...]:
    both = zip(labels, FIVE, strict=True)
    return (TOP, *((f"{a}{inside}{b}",) if inside is not None else (a, b) for a, b in both))


PERSONAL_SHAPES: dict[str, tuple[Part, ...]] = {
    "label beside answer": PERSONAL,
    "labels in other words": cells(WORDS),
    "labels in another organisation's words": cells(OTHER),
    "labels of a third organisation": cells(COUNTY),
    "answer below the label in its cell": cells(LABELS, "\n"),
    "answer behind the label in its cell": cells(LABELS, ": "),
    "answer after a colon": pairs(": "),
    "answer after a tab": pairs("\t"),
    "answer after dots": pairs(" ………………… "),
    "answer after full stops": pairs(" .................... "),
    "answer after underscores": pairs(" ________ "),
    "answer after a dash": pairs(" - "),
    "answer after spaces": pairs("     "),
    "answer after a colon, labels reworded": pairs(": ", WORDS),
    "label with a required mark": pairs(" *: "),
    "answer with a leader behind it": (
        TOP,
        *(f"{a}: {b} ________" for a, b in zip(LABELS, FIVE, strict=True)),
    ),
    "label above answer": (TOP, *(x for a, b in zip(LABELS, FIVE, strict=True) for x in (a, b))),
    "label row above answer row": (
        TOP,
        *(x for a, b in zip(LABELS, FIVE, strict=True) for x in ((a,), (b,))),
    ),
    "header row above one row of answers": (TOP, LABELS, FIVE),
    "two pairs to a row": (
        TOP,
        ("Name", "Orla Quinn", "Department", "Parks"),
        ("Job Title", "Ranger", "Work Email Address", "orla.quinn@northtown.example"),
        ("Work Phone Number", "028 9649 6001", "", ""),
    ),
    "typed into controls": (
        TOP,
        *(f"{a}: <<Click here>>{{{{{b}}}}}" for a, b in zip(LABELS, FIVE, strict=True)),
    ),
    "controls in cells": (TOP, *((a, f"{{{{{b}}}}}") for a, b in zip(LABELS, FIVE, strict=True))),
    "controls behind bare labels": (TOP, *(f"{a} {{{{{b}}}}}" for a, b in zip(LABELS, FIVE, strict=True))),
    "numbered labels": (
        TOP,
        *(f"1.{n} {a}: {b}" for n, (a, b) in enumerate(zip(LABELS, FIVE, strict=True), 1)),
    ),
    "labels with hints": (TOP, *(f"{a} (block capitals): {b}" for a, b in zip(LABELS, FIVE, strict=True))),
    "two answers on a line": (
        TOP,
        "Name: Orla Quinn\tDepartment: Parks",
        "Job Title: Ranger\tWork Email Address: orla.quinn@northtown.example",
        "Work Phone Number: 028 9649 6001",
    ),
    "one cell with everything": (TOP, ("\n".join(f"{a}: {b}" for a, b in zip(LABELS, FIVE, strict=True)),)),
    "a line break inside a paragraph": (
        TOP,
        "\n".join(f"{a}: {b}" for a, b in zip(LABELS, FIVE, strict=True)),
    ),
    "struck alternatives": (TOP, *cells(LABELS)[1:3], ("Job Title", "~~Clerk~~ Ranger"), *cells(LABELS)[4:]),
    "an empty column between": (TOP, *((a, "", b) for a, b in zip(LABELS, FIVE, strict=True))),
    "an unlisted field between": (TOP, *cells(LABELS)[1:3], ("Payroll number", "12345"), *cells(LABELS)[3:]),
    "an unlisted line between": (TOP, *pairs(": ")[1:3], "Payroll number: 12345", *pairs(": ")[3:]),
}


@pytest.mark.parametrize("shape", PERSONAL_SHAPES)
def test_personal_details_in_every_shape(shape: str) -> None:
    """Whatever the shape of the first section, its five answers and all others are read."""
    assert_answers(council(personal=PERSONAL_SHAPES[shape]), PLAIN)


CASES: dict[str, tuple[Layout, Mapping[str, object]]] = {
    "guidance left under the ground's label is no answer": (
        council(
            complaint=(
                *COMPLAINT[:4],
                f"{GROUND} {GROUND_HINT}",
                "Race",
                DETAILS,
                "He shouted at me in the yard.",
            )
        ),
        PLAIN,
    ),
    "guidance broken over lines is no answer": (
        council(
            complaint=(
                COMPLAINT[0],
                GUIDANCE[:70],
                GUIDANCE[70:150],
                GUIDANCE[150:],
                *COMPLAINT[2:4],
                GROUND,
                GROUND_HINT[:80],
                GROUND_HINT[80:],
                "Race",
                DETAILS,
                "He shouted at me in the yard.",
            )
        ),
        PLAIN,
    ),
    "an answer that begins with a label's word": (
        council(
            complaint=(
                *COMPLAINT[:5],
                (DETAILS, "Name calling by Mr Boyd.\nDate: a Monday.\nWitnesses: none."),
            )
        ),
        PLAIN | {"incident_details": "Name calling by Mr Boyd.\nDate: a Monday.\nWitnesses: none."},
    ),
    "label words in running text stay in it": (
        council(
            complaint=(
                *COMPLAINT[:5],
                "@",
                DETAILS,
                "He shouted.",
                "Name calling went on: it was bad.",
                "Department staff saw it.",
                "When it ended I left.",
            )
        ),
        PLAIN
        | {
            "incident_details": "He shouted.\nName calling went on: it was bad.\nDepartment staff "
            "saw it.\nWhen it ended I left."
        },
    ),
    "a department that holds the word": (
        council(personal=(*PERSONAL[:2], ("Department", "Department of Works"), *PERSONAL[3:])),
        PLAIN | {"department": "Department of Works"},
    ),
    "a post that reads like a label": (
        council(personal=(*PERSONAL[:3], ("Job Title", "Position Review Officer"), *PERSONAL[4:])),
        PLAIN | {"job_title": "Position Review Officer"},
    ),
    "a row with an empty label goes on": (
        council(complaint=(*COMPLAINT[:5], (DETAILS, "He shouted."), ("", "He threw a file."))),
        PLAIN | {"incident_details": "He shouted.\nHe threw a file."},
    ),
    "an answer in a row of its own below its label": (
        council(complaint=(*COMPLAINT[:5], (DETAILS,), ("He shouted.\nHe left.",))),
        PLAIN | {"incident_details": "He shouted.\nHe left."},
    ),
    "several respondents on lines": (
        council(
            complaint=(
                *COMPLAINT[:2],
                ("Who is the complaint against? (name/s)", "Mr Alan Boyd\nMs Carol Dunn"),
                *COMPLAINT[3:],
            )
        ),
        PLAIN | {"respondents": ("Mr Alan Boyd", "Ms Carol Dunn")},
    ),
    "a respondent's own block of labels": (
        council(
            complaint=(
                "2. COMPLAINT DETAILS",
                "Details of the person you are complaining about",
                ("Name", "Alan Boyd"),
                ("Job title", "Foreman"),
                ("Department", "Roads"),
                *COMPLAINT[3:],
            )
        ),
        PLAIN | {"respondents": ("Alan Boyd",)},
    ),
    "ticked grounds": (
        council(complaint=(*COMPLAINT[:4], (GROUND, "☐ Sex ☒ Race ☐ Age"), COMPLAINT[5])),
        PLAIN,
    ),
    "a blank ground is missing": (
        council(complaint=(*COMPLAINT[:4], (f"{GROUND}\n{GROUND_HINT}", ""), COMPLAINT[5])),
        PLAIN | {"protected_grounds": None},
    ),
    "bullying without a ground is an answer": (
        council(complaint=(*COMPLAINT[:4], (GROUND, "None, bullying"), COMPLAINT[5])),
        PLAIN | {"protected_grounds": ()},
    ),
    "witnesses as a table": (
        council(
            witnesses=(
                "3. WITNESSES",
                ("Name", "Email Address", "Phone Number"),
                ("Ann Lee", "ann.lee@northtown.example", "028 9649 6002"),
                ("Bea Kerr", "", "028 9649 6003"),
                ("", "", ""),
            )
        ),
        PLAIN | {"witnesses": (ANN, BEA)},
    ),
    "witnesses as a numbered table": (
        council(
            witnesses=(
                "3. WITNESSES",
                ("", "Name", "Email Address", "Phone Number"),
                ("1", "Ann Lee", "ann.lee@northtown.example", "028 9649 6002"),
                ("2", "Bea Kerr", "", "028 9649 6003"),
            )
        ),
        PLAIN | {"witnesses": (ANN, BEA)},
    ),
    "witnesses as blocks": (
        council(
            witnesses=(
                *WITNESSES,
                "@",
                ("Name", "Bea Kerr"),
                ("Email Address", ""),
                ("Phone Number", "028 9649 6003"),
            )
        ),
        PLAIN | {"witnesses": (ANN, BEA)},
    ),
    "witnesses as lines": (
        council(
            witnesses=(
                "3. WITNESSES",
                "Name: Ann Lee",
                "Email Address: ann.lee@northtown.example",
                "Phone Number: 028 9649 6002",
                "Name: Bea Kerr",
                "Email Address:",
                "Phone Number: 028 9649 6003",
            )
        ),
        PLAIN | {"witnesses": (ANN, BEA)},
    ),
    "witnesses in one column each": (
        council(
            witnesses=(
                "3. WITNESSES",
                ("Name", "Ann Lee", "Bea Kerr"),
                ("Email Address", "ann.lee@northtown.example", ""),
                ("Phone Number", "028 9649 6002", "028 9649 6003"),
            )
        ),
        PLAIN | {"witnesses": (ANN, BEA)},
    ),
    "a witness in free text": (
        council(witnesses=("3. WITNESSES", "Ann Lee, ann.lee@northtown.example, 028 9649 6002")),
        PLAIN,
    ),
    "no witnesses": (council(witnesses=("3. WITNESSES", "None")), PLAIN | {"witnesses": None}),
    "blank witnesses": (
        council(witnesses=(*WITNESSES[:2], ("Name", ""), ("Email Address", ""), ("Phone Number", ""))),
        PLAIN | {"witnesses": None},
    ),
    "section 4 with another heading": (
        council(previous=("# Steps already taken", "I met my manager on 4 March.")),
        PLAIN,
    ),
    "section 4 as a question": (
        council(previous=("What have you already done to sort this out?", "I met my manager on 4 March.")),
        PLAIN,
    ),
    "section 4 left blank": (
        council(previous=("4. ACTION TAKEN SO FAR", ("",))),
        PLAIN | {"previous_steps": None},
    ),
    "an answer that begins with its own label's words": (
        council(previous=("4. ACTION TAKEN SO FAR", "Informal stage: I met my manager on 4 March.")),
        PLAIN | {"previous_steps": "Informal stage: I met my manager on 4 March."},
    ),
    "signature and date on one line": (
        council(signature=("5. SIGNATURE", "Signed: Orla Quinn          Date: 10/03/2025")),
        PLAIN,
    ),
    "signature and date after tabs": (
        council(signature=("5. SIGNATURE", "Signed: Orla Quinn\t\tDate: 10 March 2025")),
        PLAIN,
    ),
    "signature and date on lines": (
        council(signature=("5. SIGNATURE", "Sign here: Orla Quinn", "Dated: 10/03/2025")),
        PLAIN,
    ),
    "signature above its date in a header": (
        council(signature=("5. SIGNATURE", ("Signed", "Date"), ("Orla Quinn", "10/03/2025"))),
        PLAIN,
    ),
    "an image as signature": (
        council(signature=("5. SIGNATURE", ("Signed:", "[image]", "Date:", "10/03/2025"))),
        PLAIN | {"signed_name": True},
    ),
    "a picture under the signature's label": (
        council(signature=("5. SIGNATURE", "Signed:", Picture(Place(paragraph=90)), "Date: 10/03/2025")),
        PLAIN | {"signed_name": True},
    ),
    "no section headings at all": (
        council(
            personal=PERSONAL[1:],
            complaint=COMPLAINT[2:],
            previous=("Action taken so far: I met my manager on 4 March.",),
            signature=("Signed: Orla Quinn", "Date: 10/03/2025"),
            witnesses=("Witnesses: Ann Lee, ann.lee@northtown.example, 028 9649 6002",),
        ),
        PLAIN,
    ),
    "a continuation sheet": (
        council(after=("Continuation of incident details", "He also slammed a door.")),
        PLAIN | {"incident_details": "He shouted at me in the yard.\nHe also slammed a door."},
    ),
    "an untitled further page that the account points to": (
        council(
            complaint=(*COMPLAINT[:5], (DETAILS, "He shouted. Continued on a separate sheet.")),
            after=("On the next day he also slammed a door in my face.",),
        ),
        PLAIN
        | {
            "incident_details": "He shouted. Continued on a separate sheet.\nOn the next day he "
            "also slammed a door in my face."
        },
    ),
    "page numbers and office use are no answers": (
        council(
            previous=("4. ACTION TAKEN SO FAR", "I met my manager on 4 March.", "Page 2 of 3"),
            after=("For office use only", "Received by: HR"),
        ),
        PLAIN,
    ),
    "a prompt still showing is no answer": (
        council(
            personal=(*PERSONAL[:3], ("Job Title", "<<Click or tap here to enter text.>>"), *PERSONAL[4:])
        ),
        PLAIN | {"job_title": None},
    ),
    "a blank form": (
        layout(
            *HEAD,
            TOP,
            *((label, "") for label in LABELS),
            "2. COMPLAINT DETAILS",
            GUIDANCE,
            ("Who is the complaint against? (name/s)", ""),
            ("Date of incident(s)", ""),
            (f"{GROUND}\n{GROUND_HINT}", ""),
            (DETAILS, ""),
            *WITNESSES[:2],
            ("Name", ""),
            ("Email Address", ""),
            ("Phone Number", ""),
            "4. ACTION TAKEN SO FAR",
            ("",),
            "5. SIGNATURE",
            ("Signed:", "", "Date:", ""),
        ),
        dict.fromkeys(PLAIN),
    ),
}


@pytest.mark.parametrize("fact", CASES)
def test_answers_are_found(fact: str) -> None:
    """Each layout gives exactly its answers, all of them surely."""
    given_layout, expected = CASES[fact]
    assert_answers(given_layout, expected)


def assert_answers(given_layout: Layout, expected: Mapping[str, object]) -> None:
    form = match_form(given_layout, FORMS)
    assert form.form == "council-complaint"
    assert {k: said(a) for k, a in form.answers.items()} == dict(expected)


def said(answer: Answer) -> object:
    """An answer's value; None where it is missing, the reason where it is unclear."""
    if answer.status is Status.UNCLEAR:
        return answer.reason
    return None if answer.status is Status.MISSING else answer.value


# --- What is not sure ---------------------------------------------------------------------------------


def test_two_different_answers_are_unclear() -> None:
    """A label that stands twice with different answers is a question, not a choice."""
    form = match_form(council(personal=(*PERSONAL, ("Department", "Roads"))), FORMS)
    assert form.answers["department"].reason is Reason.SEVERAL_ANSWERS
    assert form.answers["department"].raw == "Parks | Roads"


def test_the_same_answer_twice_is_one() -> None:
    """A label that stands twice with the same answer is answered."""
    assert_answers(council(personal=(*PERSONAL, ("Department", "parks"))), PLAIN)


def test_an_unlisted_answer_is_told() -> None:
    """An answer beside a label that the form does not have is a finding."""
    form = match_form(council(personal=(*PERSONAL, ("Payroll number", "12345"))), FORMS)
    assert [f.code for f in form.findings] == ["unplaced-answer"]


def test_a_label_that_runs_into_its_answer_is_unclear() -> None:
    """Where an unlisted label ends and its answer begins is for a person to see."""
    form = match_form(
        council(
            previous=("4. ACTION TAKEN SO FAR", "Informal action taken, if any I met my manager on 4 March.")
        ),
        FORMS,
    )
    answer = form.answers["previous_steps"]
    assert (answer.status, answer.suggestion) == (Status.UNCLEAR, "I met my manager on 4 March.")


def test_scanned_names_with_odd_letters_are_unclear() -> None:
    """A name from a scan with a digit in it is a suggestion."""
    scan = layout(
        *HEAD,
        *cells(("Name", *LABELS[1:])),
        *COMPLAINT,
        *WITNESSES,
        *PREVIOUS,
        "5. SIGNATURE",
        ("Signed:", "0rla Quinn", "Date:", "10/03/2025"),
        kind="pdf-scan",
        from_ocr=True,
    )
    form = match_form(scan, FORMS)
    assert form.answers["signed_name"].status is Status.UNCLEAR
    assert form.answers["signed_date"].value == "2025-03-10"


def test_labels_misread_by_a_scanner_are_found() -> None:
    """Labels with a scanner's slips are still labels."""
    labels = ("Narne", "Departrnent", "J0b Title", "Work Ernail Address", "W0rk Phone Nurnber")
    scan = layout(
        *HEAD, *cells(labels), *COMPLAINT, *WITNESSES, *PREVIOUS, *SIGNATURE, kind="pdf-scan", from_ocr=True
    )
    form = match_form(scan, FORMS)
    assert [form.answers[f].value for f in ("complainant_name", "department", "job_title")] == [
        "Orla Quinn",
        "Parks",
        "Ranger",
    ]


# --- Form fields ----------------------------------------------------------------------------------------


def entries(*given_entries: tuple[str, str, str]) -> tuple[Block, ...]:
    return tuple(Entry(name, value, label=label) for name, value, label in given_entries)


def acroform(names: Sequence[str]) -> Layout:
    """A fillable form whose fields have these names."""
    name = iter(names)
    witness_labels = ("Name", "Email Address", "Phone Number")
    people = ("Ann Lee", "ann.lee@northtown.example", "028 9649 6002", "Bea Kerr", "", "028 9649 6003")
    return layout(
        *HEAD,
        TOP,
        *entries(*((next(name), v, k) for k, v in zip(LABELS, FIVE, strict=True))),
        "2. COMPLAINT DETAILS",
        *entries(
            (next(name), "Mr Alan Boyd", "Who is the complaint against? (name/s)"),
            (next(name), "3 March 2025", "Date of incident(s)"),
            (next(name), "Race", GROUND),
            (next(name), "He shouted at me in the yard.", DETAILS),
        ),
        "3. WITNESSES",
        *entries(*((next(name), v, witness_labels[n % 3]) for n, v in enumerate(people))),
        "4. ACTION TAKEN SO FAR",
        *entries((next(name), "I met my manager on 4 March.", "Steps taken")),
        "5. SIGNATURE",
        *entries((next(name), "Orla Quinn", "Signed:"), (next(name), "10/03/2025", "Date:")),
        kind="pdf-acroform",
    )


ODD = [f"Text{n}" for n in range(1, 19)]
TELLING = [
    "complainant_name",
    "department",
    "job_title",
    "work_email",
    "work_phone",
    "respondents",
    "incident_dates",
    "protected_grounds",
    "incident_details",
    "witness1_name",
    "witness1_email",
    "witness1_phone",
    "witness2_name",
    "witness2_email",
    "witness2_phone",
    "previous_steps",
    "signed_name",
    "signed_date",
]


@pytest.mark.parametrize("names", [ODD, TELLING], ids=["odd names", "telling names"])
def test_form_fields(names: Sequence[str]) -> None:
    """Form fields are matched by their names, or by the labels beside them."""
    assert_answers(acroform(names), PLAIN | {"witnesses": (ANN, BEA)})


def test_ticked_form_fields_are_grounds() -> None:
    """Tick boxes labelled with grounds are the ground's answer."""
    ticks = [
        Entry(f"cb{n}", "Yes", EntryKind.TICK, g, checked=g == "Race")
        for n, g in enumerate(("Sex", "Race", "Age"))
    ]
    blocks = [b for b in acroform(ODD).blocks if not (isinstance(b, Entry) and b.name == "Text8")]
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Entry) and b.name == "Text9")
    form = match_form(Layout("pdf-acroform", (*blocks[:at], *ticks, *blocks[at:])), FORMS)
    assert form.answers["protected_grounds"].value == ("race",)


def test_a_signed_signature_field_is_true() -> None:
    """A signature field that is signed is an image's equal."""
    blocks = [b for b in acroform(ODD).blocks if not (isinstance(b, Entry) and b.name == "Text17")]
    signed = Entry("Sig", "", EntryKind.SIGNATURE, "Signed:", checked=True)
    form = match_form(Layout("pdf-acroform", (*blocks[:-1], signed, blocks[-1])), FORMS)
    assert form.answers["signed_name"].value is True


# --- Written complaints ---------------------------------------------------------------------------------


LETTER: tuple[Part, ...] = (
    "Dear Professor Head,",
    "I wish to complain formally about harassment by Dr Peter Lund. I am a DPhil student.",
    "# Nature of the behaviour",
    "He shouted at me in group meetings.",
    "# Effect on me",
    "I cannot sleep.",
    "# Resolution sought",
    "An apology.",
    "# Dates",
    "12 May 2025",
    "# Witnesses",
    "Anna Bell",
    "# Evidence",
    "1. An e-mail",
    "2. My notes",
    "# Attempts to resolve the matter",
    "I spoke to the director of studies.",
    "Yours sincerely,",
    "Maeve Tierney",
)
LETTER_ANSWERS = {
    "complainant_name": "Maeve Tierney",
    "complainant_type": "student",
    "department": None,
    "college": None,
    "subject_name": "Dr Peter Lund",
    "behaviour": "He shouted at me in group meetings.",
    "effect": "I cannot sleep.",
    "resolution_sought": "An apology.",
    "incident_dates": "12 May 2025",
    "witnesses": (witness("Anna Bell"),),
    "evidence": ("An e-mail", "My notes"),
    "attempts_to_resolve": "I spoke to the director of studies.",
}


def test_a_letter_with_headings_is_the_universitys_complaint() -> None:
    """A letter with the parts of paragraph 16 under headings is read as the complaint."""
    form = match_form(layout(*LETTER), FORMS)
    assert form.form == "university-complaint"
    assert {k: said(a) for k, a in form.answers.items()} == LETTER_ANSWERS


def test_a_letter_with_labels_in_its_lines() -> None:
    """The parts may stand as "The effect of this behaviour on me: …"."""
    form = match_form(
        layout(
            "Dear Sir,",
            "I complain about Dr Peter Lund.",
            "Nature of the behaviour: he shouts at me.",
            "Effect of this behaviour on me: I cannot sleep.",
            "The resolution I am seeking: an apology.",
            "Dates: 12 May 2025",
            "Yours faithfully,",
            "Maeve Tierney",
        ),
        FORMS,
    )
    assert form.form == "university-complaint"
    assert form.answers["effect"].value == "I cannot sleep."
    assert form.answers["complainant_name"].value == "Maeve Tierney"


def test_prose_is_suggested_never_decided() -> None:
    """A letter without labels: its sentences are suggestions for a person."""
    form = match_form(
        layout(
            "I am writing to complain formally about harassment by Dr Peter Lund. On 12 May 2025 he "
            "shouted at me in the laboratory. "
            "This has made me ill. I would like an apology. I have already spoken to the director of studies."
        ),
        FORMS,
    )
    assert form.form == "university-complaint"
    assert form.answers["effect"].status is Status.UNCLEAR
    assert form.answers["effect"].suggestion == "This has made me ill."
    assert form.answers["subject_name"].value == "Dr Peter Lund"


def test_a_foreign_letter_is_no_complaint() -> None:
    """A covering letter is not a form, and its labelled answers are pairs."""
    form = match_form(layout("Dear Sir", "Please find my application.", "Name: John Smith", "Regards"), FORMS)
    assert form.form is None
    assert [(p.label, p.value) for p in form.pairs] == [("Name", "John Smith")]
    assert [f.code for f in form.findings] == ["unknown-form"]
    assert "Closest" in form.findings[0].message


# --- Pairs ------------------------------------------------------------------------------------------------


PAIRS: list[tuple[str, Layout, list[tuple[str, str]]]] = [
    ("colon", layout("Claimant: Ann Lee"), [("Claimant", "Ann Lee")]),
    ("tab", layout("Claimant\tAnn Lee"), [("Claimant", "Ann Lee")]),
    (
        "cells",
        layout(("Claimant", "Ann Lee", "Date", "3 May 2025")),
        [("Claimant", "Ann Lee"), ("Date", "3 May 2025")],
    ),
    ("line below", layout("Claimant:", "Ann Lee"), [("Claimant", "Ann Lee")]),
    ("question", layout("Who employed you?", "Acme"), [("Who employed you?", "Acme")]),
    (
        "header row",
        layout(("Item", "Cost", "Paid"), ("Pen", "£2", "yes")),
        [("Item", "Pen"), ("Cost", "£2"), ("Paid", "yes")],
    ),
    ("control", layout("Claimant {{Ann Lee}}"), [("Claimant", "Ann Lee")]),
    ("field", layout(Entry("T1", "Ann Lee", label="1.2 Claimant:")), [("Claimant", "Ann Lee")]),
    ("tick", layout(Entry("c", "On", EntryKind.TICK, "Hourly paid", checked=True)), [("Hourly paid", "On")]),
    ("a time is no label", layout("We met at 10:30 in the hall"), []),
]


@pytest.mark.parametrize(("name", "given_layout", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_pairs(name: str, given_layout: Layout, expected: list[tuple[str, str]]) -> None:
    """Every labelled answer of any document is found with its label."""
    assert [(p.label, p.value) for p in find_pairs(given_layout)] == expected


# --- Any layout -------------------------------------------------------------------------------------------


TEXTS = st.one_of(
    st.sampled_from(
        [
            *LABELS,
            GROUND,
            DETAILS,
            GUIDANCE,
            "3. WITNESSES",
            "Signed:",
            "Date:",
            "",
            "………",
            "☐ Sex ☒ Age",
            "He shouted.",
            "Name: X\tDate: Y",
        ]
    ),
    st.text(max_size=60),
)
SPANS = st.lists(st.builds(Span, TEXTS, st.sampled_from(list(Mark)), st.booleans()), max_size=3).map(tuple)
LINES = st.builds(Line, SPANS, heading=st.booleans())
CELLS = st.builds(
    Cell, st.lists(LINES, max_size=3).map(tuple), span=st.integers(1, 3), has_image=st.booleans()
)
BLOCKS = st.one_of(
    LINES,
    st.builds(Row, st.lists(CELLS, max_size=4).map(tuple), ruled=st.booleans()),
    st.builds(Entry, st.text(max_size=12), TEXTS, st.sampled_from(list(EntryKind)), TEXTS),
    st.just(Picture()),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=12), st.booleans(), st.booleans())
def test_any_layout_gives_a_form(blocks: list[Block], titled: bool, ocr: bool) -> None:
    """Whatever stands in a layout, the result is a form in which unclear answers have no value."""
    head: list[Block] = [Line((Span(HEAD[0]),))] if titled and isinstance(HEAD[0], str) else []
    form = match_form(Layout("docx", (*head, *blocks), from_ocr=ocr), FORMS)
    assert isinstance(form, Form)
    for answer in form.answers.values():
        assert (answer.status is Status.UNCLEAR) <= (answer.value is None)
        assert answer.status is not Status.OK or answer.value is not None


@given(st.text(alphabet="Nname:?\t….(☐ Da\n", max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_line_is_read(text: str) -> None:
    """A line of labels' letters and signs never stops the reading."""
    assert isinstance(match_form(council(previous=(text,)), FORMS), Form)


def test_long_documents_take_time_in_proportion() -> None:
    """Four times as many lines take about four times as long, not sixteen."""
    import time

    def seconds(count: int) -> float:
        prose = [
            f"On day {n} he shouted at me in the yard, and nobody said a word about it: not one."
            for n in range(count)
        ]
        given_layout = council(complaint=(*COMPLAINT[:5], "@", DETAILS, *prose))
        begun = time.perf_counter()
        match_form(given_layout, FORMS)
        return time.perf_counter() - begun

    seconds(50)
    assert seconds(2000) < 9 * seconds(500) + 0.2
