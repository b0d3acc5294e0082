"""What stands inside an account, a list of people or a cell is not taken for the form's own labels."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrdocs.document import (
    Answer,
    Cell,
    Finding,
    Layout,
    Line,
    Mark,
    Picture,
    Place,
    Reason,
    Row,
    Severity,
    Span,
    Status,
)
from hrdocs.packs import read_pack
from hrdocs.procedure import FormDefinition
from hrdocs.rules.matching import find_pairs, match_form
from hrdocs.rules.matching.answers import _without_label
from hrdocs.rules.matching.doubts import may_be_items
from hrdocs.rules.matching.labels import LabelIndex
from hrdocs.rules.matching.mend import join_labels, mend_rows
from hrdocs.rules.matching.slots import Part

ROOT = Path(__file__).resolve().parents[2]
COUNCIL = read_pack(ROOT / "templates" / "council-dignity-at-work").procedure.forms[0]
UNIVERSITY = read_pack(ROOT / "templates" / "university-harassment").procedure.forms[0]
HEAD = (
    "# Formal complaints form – strictly confidential", "Name: Ann Bell", "Department: Parks",
    "Job Title: Ranger", "Who is the complaint against? (name/s)",
)  # fmt: skip
TAIL = ("Date of incident(s): 3 May 2025", "Signed: Ann Bell", "Date: 10 June 2025")
DETAILS = "Incident(s) details (Please continue on a separate sheet if necessary.)"


def lines(*texts: str) -> Layout:
    return Layout(
        "docx",
        tuple(
            Line(
                (Span(t.removeprefix("# "), bold=t.startswith("# ")),), Place(paragraph=n), t.startswith("# ")
            )
            for n, t in enumerate(texts, 1)
        ),
    )


def cells(*texts: str) -> Layout:
    return Layout(
        "docx",
        tuple(
            Row(
                (Cell(tuple(Line((Span(x),)) for x in t.split("\n")), Place(table=1, row=n, cell=1)),),
                Place(table=1, row=n),
            )
            for n, t in enumerate(texts, 1)
        ),
    )


def read(layout: Layout, form: FormDefinition = COUNCIL) -> dict[str, Answer]:
    return dict(match_form(layout, (form,)).answers)


ACCOUNTS = (
    "He wrote to me that day. The e-mail said: “From now on I check your work. Signed: the boss.”",
    "In short:\n- shouting, nearly every week\n- e-mails late at night",
    "Date: 9 June\nHe stood behind my chair.\nDate: 10 June\nThe same again.",
)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account_keeps_its_lines(account: str) -> None:
    """A quoted signature, a list or a diary within the account belongs to it."""
    found = read(cells(*HEAD[1:4], f"{HEAD[4]} Tom Reed", f"{DETAILS}: {account}", *TAIL))
    assert found["incident_details"].raw == account
    assert found["signed_name"].value == "Ann Bell"


@pytest.mark.parametrize("second", ["Agnieszka Depot, Team Leader", "Mrs Pearl Porter, HR Adviser"])
def test_a_second_person_is_no_label(second: str) -> None:
    """A line that names another person with a post goes on with the list."""
    found = read(lines(*HEAD, "Olive Ui, Deputy Manager", second, *TAIL))
    assert found["respondents"].value == ("Olive Ui", second.split(",")[0])


def test_a_role_cut_off_at_the_lines_end_is_no_person() -> None:
    """The last word of a post on a line of its own is left to a person."""
    found = read(lines(*HEAD, "Una Bell, Works", "Foreman", *TAIL))
    assert "Foreman" not in str(found["respondents"].value)


def test_the_question_again_is_no_answer() -> None:
    """A field under which only its own label stands once more is empty."""
    label = next(f.label for f in COUNCIL.fields if f.id == "previous_steps")
    found = read(cells(*HEAD[1:4], f"{HEAD[4]} Tom Reed", f"{label}\n{label}", *TAIL))
    assert found["previous_steps"].status is Status.MISSING


def test_people_in_one_cell_behind_the_groups_label() -> None:
    """ "Witnesses: Name: … E-mail: …" in one cell gives each person with what belongs to them."""
    rows = (
        "Your name: Ann Bell", "Department: Physics", "Name of the person complained about: Dr Alan Grey",
        "Nature of the behaviour: He shouted at me.", "Effect of the behaviour on you: I cannot sleep.",
        "Resolution sought: An apology", "4. Witnesses and evidence",
        "Witnesses: Name: Eilis Driver\nEmail: e.driver@uni.example\nName: Priya Kane",
    )  # fmt: skip
    assert read(cells(*rows), UNIVERSITY)["witnesses"].value == (
        {"name": "Eilis Driver", "email": "e.driver@uni.example", "phone": None},
        {"name": "Priya Kane", "email": None, "phone": None},
    )


def test_a_printed_list_of_grounds_without_a_mark_is_asked_about() -> None:
    """Where every ground stands there and none is ticked, nobody has chosen all of them."""
    listed = "\n".join(("Sex", "Race", "Age", "Disability", "Religious belief", "Sexual orientation"))
    label = next(f.label for f in COUNCIL.fields if f.id == "protected_grounds")
    found = read(cells(*HEAD[1:4], f"{HEAD[4]} Tom Reed", f"{label}\n{listed}", *TAIL))
    assert found["protected_grounds"].status is not Status.OK


def test_lines_that_a_program_joined_are_unclear() -> None:
    """An answer whose line breaks were lost is suggested, never decided."""
    layout = lines(*HEAD, "Olive BellPriya Kane", *TAIL)
    doubt = Finding("lost-breaks", Severity.WARNING, "joined", where=Place(paragraph=6))
    found = read(Layout("docx", layout.blocks, (doubt,)))
    assert found["respondents"].status is Status.UNCLEAR


def test_a_picture_in_place_of_words_is_not_nothing() -> None:
    """An account that is only a picture is unclear, not missing."""
    layout = cells(*HEAD[1:4], f"{HEAD[4]} Tom Reed", DETAILS, *TAIL)
    row = layout.blocks[4]
    assert isinstance(row, Row)
    pictured = Row((*row.cells, Cell((), Place(table=1, row=5, cell=2), has_image=True)), row.place)
    found = read(Layout("docx", (*layout.blocks[:4], pictured, *layout.blocks[5:])))
    assert found["incident_details"].reason is Reason.UNSURE_PLACE


def test_punctuation_alone_is_no_answer() -> None:
    """Commas and dots without a word say nothing."""
    rows = ("Name: Ann Bell", "Department: , , ,", "Job Title: Ranger", f"{HEAD[4]} Tom Reed")
    found = read(cells(*rows, f"{DETAILS}: He shouted at me.", *TAIL))
    assert found["department"].status is Status.MISSING


PAIRS = (
    (lines("Surname", "# Post", "Clerk"), [("Post", "Clerk")]),
    (lines("Signed: D Okafor\t\tDate: 1 July 2025\t\t"), [("Signed", "D Okafor"), ("Date", "1 July 2025")]),
    (lines("# Basis", "The e-mail he sent to me said: no"), [("Basis", "The e-mail he sent to me said: no")]),
    (cells("Pay: £412 a week", "Hours?\n37.5"), [("Pay", "£412 a week"), ("Hours", "37.5")]),
)  # fmt: skip


@pytest.mark.parametrize(("layout", "expected"), PAIRS)
def test_pairs_of_unknown_forms(layout: Layout, expected: list[tuple[str, str]]) -> None:
    """Labels stand above, before or in one cell with their answers; headings and pictures are no answers."""
    pairs = find_pairs(Layout("docx", (*layout.blocks, Picture())))
    assert [(p.label.rstrip("?"), p.value) for p in pairs] == expected


def test_a_text_box_answers_the_line_before_it() -> None:
    """A line right before a text box is its label, whatever stands above."""
    boxed = Line((Span("Okafor"),), Place(paragraph=2, part="text box"))
    layout = Layout("docx", (*lines("# 1. Claimant", "Surname").blocks, boxed))
    assert [(p.label, p.value) for p in find_pairs(layout)] == [("Surname", "Okafor")]


def typed(text: str, *, filled: bool) -> Line:
    return Line((Span(text, mark=Mark.FILLED if filled else Mark.PLAIN),))


def test_a_person_typed_in_below_another_is_one_more() -> None:
    """A line typed into a control begins a witness of its own where it begins with "Name:"."""
    texts = ("Witnesses", "Name: Cara Doyle", "Email: cara@bell.example", "Name: Dan Fox")
    head = [typed(t.removeprefix("# "), filled=False) for t in HEAD]
    rows = [typed(t, filled=t.endswith("Fox")) for t in (texts[0], *texts[1:])]
    tail = [typed(t, filled=False) for t in ("Eve Hall", *TAIL)]
    form = match_form(Layout("docx", (*head, tail[0], *rows, *tail[1:])), (COUNCIL,))
    witnesses = form.answers["witnesses"].value
    assert isinstance(witnesses, tuple)
    assert [w["name"] for w in witnesses if isinstance(w, dict)] == ["Cara Doyle", "Dan Fox"]


def test_entries_by_date_stay_with_their_account() -> None:
    """Dates in front of an account's paragraphs do not answer the question that asks for the dates."""
    account = ("He shouted at me.", "Date: 9 June", "He stood behind me.", "Date: 10 June", "Again.")
    dates, *rest = TAIL
    answers = match_form(
        lines(*HEAD, "Eve Hall", DETAILS, *account, dates, "Witnesses: none", *rest), (COUNCIL,)
    ).answers
    assert answers["incident_details"].value == "\n".join(account)
    assert answers["incident_dates"].value == "3 May 2025"


def test_a_person_of_one_name_with_a_role_is_no_label() -> None:
    """ "Suharto, Team Leader" below another person is somebody, though a team is also a department."""
    answers = match_form(
        lines(*HEAD, "Mrs Eve Hall, Deputy Manager", "Suharto, Team Leader", *TAIL), (COUNCIL,)
    ).answers
    assert answers["respondents"].value == ("Mrs Eve Hall", "Suharto")


def test_a_second_person_that_was_not_typed_into_the_control_is_kept() -> None:
    """A person on a printed line below one typed into a control is one of the people asked for."""
    head = [typed(t.removeprefix("# "), filled=False) for t in (*HEAD[:4], f"{HEAD[4]}:")]
    people = [typed("Prof. Ann Hall", filled=True), typed("Ms Noor Younger", filled=False)]
    tail = [typed(t, filled=False) for t in TAIL]
    found = read(Layout("docx", (*head, *people, *tail)))
    assert found["respondents"].value == ("Prof. Ann Hall", "Ms Noor Younger")


def test_an_unlisted_label_over_two_lines_of_its_cell() -> None:
    """A cell's own label ends at its colon, though a line ends within it."""
    asked = "Person or persons against whom this\ncomplaint is made: Tom Reed\nand Eve Hall"
    row = cells(asked, "x").blocks[0]
    assert isinstance(row, Row)
    dates = Cell((Line((Span("Dates of incidents: 3 May 2025"),)),), Place(table=1, row=1, cell=2))
    head, tail = cells(*HEAD[1:4]).blocks, cells(f"{DETAILS}: He shouted.", *TAIL[1:]).blocks
    blocks = (*head, replace(row, cells=(*row.cells, dates)), *tail)
    found = read(Layout("docx", blocks))
    assert found["respondents"].value == ("Tom Reed", "Eve Hall")
    assert found["incident_dates"].value == "3 May 2025"


def test_a_label_printed_against_its_answer_is_no_part_of_it() -> None:
    """Where print left no space behind the label, the answer begins at its capital."""
    field = next(f for f in COUNCIL.fields if f.id == "previous_steps")
    label = next(a for a in field.aliases if " " in a and a[-1:].islower())
    assert _without_label(field, f"{label}None so far") == "None so far"


def test_joined_lines_with_capitals_could_be_items() -> None:
    """Lines of a list that were joined as wrapped are asked about where each could be an item."""
    parts = [Part("Letter from my GP\nThree e-mails", Place())]
    assert may_be_items(parts, "Letter from my GP Three e-mails")
    assert not may_be_items(parts, "Letter from my GP\nThree e-mails")


def printed(text: str, left: float, top: float, width: float = 100.0) -> Line:
    return Line((Span(text),), Place(page=1, box=(left, top, left + width, top + 10)))


def test_a_list_numbered_from_one_goes_on_below_its_table() -> None:
    """The next number below a cell's first item is the next person, not loose text."""
    head = cells(*HEAD[1:4], f"{HEAD[4]}: 1. Tom Reed").blocks
    tail = lines(f"{DETAILS}:", "He shouted.", *TAIL).blocks
    found = read(Layout("docx", (*head, *lines("2. Eve Hall").blocks, *tail)))
    assert found["respondents"].value == ("Tom Reed", "Eve Hall")


def test_the_last_line_of_a_label_below_its_row() -> None:
    """A label's last line that stands below the row is the label's, and no part of the answer beside it."""
    label, answer = printed("What steps have already", 65, 100), printed("I spoke to Una Bell.", 198, 106)
    row = Row((Cell((label,), label.place), Cell((answer,), answer.place)), label.place, ruled=False)
    (mended,) = mend_rows((row, printed("been taken to resolve this?", 65, 113)), LabelIndex(COUNCIL))
    assert isinstance(mended, Row)
    assert [c.text for c in mended.cells] == [
        "What steps have already\nbeen taken to resolve this?",
        "I spoke to Una Bell.",
    ]


def test_a_long_label_that_ends_far_from_the_margin_is_one() -> None:
    """A question of many words over two printed lines is one label wherever its first line ended."""
    words = next(f.label for f in COUNCIL.fields if f.id == "previous_steps").split()
    texts = (" ".join(words[:12]), " ".join(words[12:]))
    joined = join_labels(
        [printed(texts[0], 50, 100, 300), printed(texts[1], 50, 111)], LabelIndex(COUNCIL), 545.0
    )
    assert len(joined) == 1


def test_a_date_cut_at_the_lines_end_is_asked_about() -> None:
    """A day that stands on the next line may belong to the date above or be another."""
    found = read(lines(*HEAD, "Tom Reed", "Date of incident(s):", "2025-06-", "30", *TAIL[1:]))
    assert found["incident_dates"].status is Status.UNCLEAR


def test_the_first_line_of_a_boxs_sentence_is_no_label() -> None:
    """It goes on in the line below, and stands below the question that it answers."""
    told = "Our union representative raised it informally there. It was minuted,\nand that was all."
    question = "What has been done so far?"
    layout = lines(*HEAD, "Cy Day", *TAIL[:1], question)
    found = read(replace(layout, blocks=(*layout.blocks, *cells(told).blocks, *lines(*TAIL[1:]).blocks)))
    assert (found["previous_steps"].status, found["previous_steps"].value) == (Status.OK, told)
