"""Labels beside their answers with no lines between them, and letters struck out."""

import random

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import pdf, text_at

from hrdocs.document import Layout, Row
from hrdocs.errors import InputError
from hrdocs.read.pdf import read_pdf

FORM = (
    (50, 100, "Name"), (200, 100, "Ann Reid"),
    (50, 130, "Name of the person"), (200, 130, "Mark Byrne"),
    (50, 144, "complained about"),
    (50, 174, "Post held"), (200, 174, "Ranger"),
    (50, 204, "Details"), (200, 204, "He shouted at me and walked off, and then"), (200, 218, "came back."),
    (50, 248, "Date"), (200, 248, "3 May 2025"),
)  # fmt: skip


def read(data: bytes) -> Layout:
    return read_pdf(data, name="columns.pdf")


def rows(layout: Layout) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in b.cells] for b in layout.blocks if isinstance(b, Row)]


def test_a_label_over_several_lines_keeps_its_answer() -> None:
    """The second line of a label belongs to the label, whether its answer has two lines or one."""
    found = rows(read(pdf(text_at(*FORM))))
    assert found == [
        ["Name", "Ann Reid"],
        ["Name of the person complained about", "Mark Byrne"],
        ["Post held", "Ranger"],
        ["Details", "He shouted at me and walked off, and then came back."],
        ["Date", "3 May 2025"],
    ]


def test_an_answer_goes_on_at_the_top_of_the_next_page_in_its_column() -> None:
    """Lines that begin a page in the column of answers go on with the last answer."""
    found = rows(
        read(pdf(text_at(*FORM), text_at((200, 60, "I was away then."), (50, 200, "The end of it"))))
    )
    assert found[-1] == ["", "I was away then."]


def test_what_is_struck_out_within_a_word_is_left_out() -> None:
    """A line through the beginning of a word strikes that beginning only."""

    def draw(canvas: object) -> None:
        text_at((50, 100, "oldAnn Reid"))(canvas)  # type: ignore[arg-type]
        canvas.setLineWidth(0.6)  # type: ignore[attr-defined]
        end = 50 + canvas.stringWidth("old", "Helvetica", 10)  # type: ignore[attr-defined]
        height = canvas._pagesize[1]  # type: ignore[attr-defined]
        canvas.line(50, height - 100 + 3, end, height - 100 + 3)  # type: ignore[attr-defined]

    (line,) = read(pdf(draw)).blocks
    assert line.text.strip() == "Ann Reid"  # type: ignore[union-attr]


def test_many_runs_of_columns_are_read_in_time() -> None:
    """A page of thousands of short lines in changing columns is read in about a second."""
    rng = random.Random(4)  # noqa: S311 - a seed, no secret
    lines = [(30 + 7 * rng.randrange(70), 10 + n * 0.4, "hand") for n in range(2_000)]
    assert read(pdf(text_at(*lines))).kind == "pdf-text"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_copy_is_read_or_refused(seed: int) -> None:
    """Whatever bytes are changed, cut out or doubled: a layout or an error with its next step."""
    rng = random.Random(seed)  # noqa: S311 - a seed, no secret
    data = bytearray(pdf(text_at(*FORM), text_at((50, 100, "more"))))
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(data))
        kind = rng.randrange(4)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            del data[at : at + rng.randint(1, 40)]
        elif kind == 2:
            data[at:at] = data[at : at + rng.randint(1, 40)]
        else:
            data[at : at + 1] = rng.choice((b"9999999999", b"-1 ", b"<<", b"]", b"/Kids[1 0 R]", b"\0"))
    try:
        layout = read(bytes(data))
    except InputError as error:
        assert error.next_step
    else:
        assert layout.kind.startswith("pdf")


def test_a_question_at_the_middle_of_its_answer_is_its_label() -> None:
    """Below a heading, the answer begins above its question, which ends with a question mark as titles do."""
    question = (50, 296, "What was done about it?"), (200, 288, "I spoke to"), (200, 304, "Ann Reid.")
    below = (50, 344, "Signed"), (200, 344, "Ann Reid"), (50, 374, "Post"), (200, 374, "Clerk")

    def draw(canvas: Canvas) -> None:
        text_at(*FORM, *question, *below)(canvas)
        canvas.setFont("Helvetica-Bold", 13)
        text_at((50, 262, "Steps so far"), (50, 326, "Declaration"))(canvas)

    assert ["What was done about it?", "I spoke to Ann Reid."] in rows(read(pdf(draw)))


def test_underlined_headings_are_neither_answers_nor_lines_of_labels() -> None:
    """A heading over a rule, labels and answers below it: each label keeps its own answer."""
    parts = (
        ("COMPLAINANT", (("Name", "Ann Reid"), ("Post held", "Ranger"), ("Email", "ann@example.org"))),
        ("COMPLAINT", (("Complaint against", "Mark Byrne"), ("What happened", "He shouted and walked off."))),
        ("WITNESSES", (("Witness 1", "Eve Hall"), ("Witness 2", "Tom Marr"))),
        ("SIGN-OFF", (("Signed by", "Ann Reid"), ("Date signed", "3 May 2025"))),
    )

    def draw(canvas: Canvas) -> None:
        y = 780.0
        for heading, pairs in parts:
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(45, y, heading)
            canvas.line(45, y - 5, 550, y - 5)
            canvas.setFont("Helvetica", 9.5)
            for n, (label, answer) in enumerate(pairs, start=1):
                canvas.drawString(51, y - 2 - 18 * n, label)
                canvas.drawString(178, y - 2 - 18 * n, answer)
            y -= 18 * len(pairs) + 36

    assert rows(read(pdf(draw))) == [list(pair) for _, pairs in parts for pair in pairs]


def test_the_number_of_a_page_is_no_line_of_the_last_answer() -> None:
    """A number alone at the foot, in the column of answers, is the page's."""
    found = rows(read(pdf(text_at(*FORM, (300, 828, "1")), text_at((50, 60, "The end of it")))))
    assert found[-1] == ["Date", "3 May 2025"]


def test_what_stands_at_the_foot_far_below_is_no_answer() -> None:
    """The form's own mark at the foot of a page is not the rest of the last answer."""
    found = rows(read(pdf(text_at(*FORM, (200, 828, "HB1 - edition 3")))))
    assert found[-1] == ["Date", "3 May 2025"]


def test_lines_between_sections_are_none_between_rows() -> None:
    """A rule below several labels with their answers parts sections: each label keeps its own answer."""
    sections = (
        (("NAME", "Ann Reid"), ("DEPARTMENT", "Parks and Leisure"), ("SAFE E-MAIL", "ann@example.org")),
        (("PERSON COMPLAINED ABOUT", "Mark Byrne"), ("WHEN IT HAPPENED", "8 April 2025")),
        (("WITNESS NAME", "Eve Hall"), ("WITNESS E-MAIL", "eve@example.org"), ("TOLD ALREADY", "My manager")),
        (("SIGNED", "Ann Reid"), ("DATE", "14 April 2025")),
    )

    def draw(canvas: Canvas) -> None:
        y = 780.0
        for pairs in sections:
            for label, answer in pairs:
                canvas.setFont("Helvetica-Bold", 7)
                canvas.drawString(45, y, label)
                canvas.setFont("Times-Roman", 11)
                canvas.drawString(200, y, answer)
                y -= 22
            canvas.line(45, y + 8, 550, y + 8)
            y -= 12

    assert rows(read(pdf(draw))) == [list(pair) for pairs in sections for pair in pairs]
