"""Answers drawn over a printed page are told from its print, and read as the fields of a form."""

import io
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from pypdf.generic import NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, Form, pdf, rect, text_at

from hrdocs.document import Layout
from hrdocs.read.pdf import read_pdf
from hrdocs.rules.learning import join_pairs, learn_form, read_learned
from hrdocs.rules.matching.pairs import find_pairs

PRINT = (
    (50, 60, "Application for a hearing"),
    (50, 112, "Name of the person who asks"),
    (50, 152, "Why is the hearing needed? Give the reasons and"),
    (50, 166, "the facts:"),
    (50, 232, "Sum asked for $"),
    (75, 262, "I agree to mediation"),
    (50, 302, "Signed at the office on this day by the person above"),
)
VALUES = {
    "a": ((200, 100, 400, 116), "Ann Reid"),
    "b": ((50, 170, 500, 186), "The rota was changed"),
    "c": ((140, 222, 220, 236), "120.50"),
}


def form(*, filled: bool) -> Form:
    made = Form(pdf(text_at(*PRINT)))
    for name, (box, value) in VALUES.items():
        wide, high = box[2] - box[0], box[3] - box[1]
        look = {"AP": made.drawn(value, wide, high)} if filled else {}
        made.text(1, rect(*box), name, value if filled else "", **look)
    state = NameObject("/Yes" if filled else "/Off")
    made.widget(1, rect(50, 252, 62, 264), FT=NameObject("/Btn"), T=TextStringObject("d"), V=state, AS=state,
                AP=made.states("Yes"))  # fmt: skip
    return made


def flattened(data: bytes) -> bytes:
    document = pdfium.PdfDocument(data)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        raw.FPDFPage_Flatten(page.raw, 1)
        page.close()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def typed_on(data: bytes) -> bytes:
    """The answers written after the page's own text, in another type, as a viewer prints them."""

    def draw(canvas: Canvas) -> None:
        text_at(*PRINT)(canvas)
        canvas.setFont("Courier", 10)
        for box, value in VALUES.values():
            canvas.drawString(box[0] + 2, HEIGHT - box[3] + 4, value)

    assert data
    return pdf(draw)


def printed_to_a_file(data: bytes) -> bytes:
    """The answers written after the page's own text in the type of the print."""

    def draw(canvas: Canvas) -> None:
        text_at(*PRINT)(canvas)
        for box, value in VALUES.values():
            canvas.drawString(box[0] + 2, HEIGHT - box[3] + 4, value)

    assert data
    return pdf(draw)


def pairs(layout: Layout) -> dict[str, str]:
    return {pair.label: pair.value for pair in join_pairs(layout, find_pairs(layout))}


@pytest.mark.parametrize("copy", [flattened, typed_on, printed_to_a_file])
def test_answers_over_print_stand_under_their_labels(copy: object) -> None:
    """The print is the form's, the rest is answers, whatever the text says."""
    assert callable(copy)
    layout = read_pdf(copy(form(filled=True).bytes()), name="form.pdf")
    found = pairs(layout)
    assert found["Name of the person who asks"] == "Ann Reid"
    assert found["Why is the hearing needed? Give the reasons and the facts"] == "The rota was changed"
    assert found["Sum asked for"] == "120.50"


@pytest.mark.parametrize("copy", [flattened, typed_on])
def test_a_copy_without_its_fields_is_read_by_the_form_learned(copy: object) -> None:
    """A form learned by its fields' names is read in a copy that has lost them, by their labels."""
    assert callable(copy)
    draft = learn_form(read_pdf(form(filled=False).bytes(), name="blank.pdf"), form_id="hearing")
    layout = read_pdf(copy(form(filled=True).bytes()), name="form.pdf")
    read = read_learned(layout, draft.definition)
    assert read.form == "hearing"
    by_label = {one.label: read.answers[one.id].raw for one in draft.definition.fields}
    assert by_label["Name of the person who asks"] == "Ann Reid"
    assert by_label["Sum asked for"] == "120.50"


def test_a_page_in_one_type_has_nothing_typed_over_it() -> None:
    """What is printed from top to bottom in one type is print alone."""
    assert read_pdf(pdf(text_at(*PRINT)), name="form.pdf").typed == ()


def test_fields_with_print_in_them_are_not_typed_over() -> None:
    """Print that a blank form's fields lie over is no answer: the form keeps its fields."""
    blank = Form(pdf(text_at(*PRINT)))
    for number in range(8):
        top = 340 + 20 * number
        blank.text(1, rect(50, top, 200, top + 16), f"f{number}", "")
    blank.text(1, rect(48, 290, 200, 306), "strike", "")
    layout = read_pdf(blank.bytes(), name="blank.pdf")
    assert layout.kind == "pdf-acroform"
    assert len(learn_form(replace(layout), form_id="x").definition.fields) > 0


@pytest.mark.parametrize(
    "later",
    [
        [(320, 60 + 40 * n, f"Question {n} of the second column") for n in range(8)],
        [(50, 20, "Riverside Council"), (450, 20, "Form 7")],
        [(52, 60 + 40 * n, f"Another question {n}:") for n in range(8)],
        [(320, 80 + 40 * n, f"What was answered to it {n}") for n in range(8)],
    ],
    ids=["second column", "head of the page", "questions", "column of answers"],
)
def test_print_that_is_drawn_late_is_no_answer(later: list[tuple[float, float, str]]) -> None:
    """What stands beside the first words, on one line of the page, or asks, was printed with it."""
    head = (50, 40, "Please answer every question of this form as well as you can, and give it back to us")
    words = [head, *((50, 80 + 40 * n, f"What is asked in line {n} of this form?") for n in range(8))]
    layout = read_pdf(pdf(text_at(*words, *later)), name="form.pdf")
    assert not layout.typed
