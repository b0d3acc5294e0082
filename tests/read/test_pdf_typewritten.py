"""Forms whose boxes are typed of signs are read as those with ruled boxes."""

from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, pdf

from hrdocs.document import Line, Row
from hrdocs.read.pdf import read_pdf

EDGE = "+" + "-" * 60 + "+"


def texts(*lines: str) -> list[str]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 10)
        for number, line in enumerate(lines):
            canvas.drawString(50, HEIGHT - 60 - 14 * number, line)

    blocks = read_pdf(pdf(draw), name="form.pdf").blocks
    return [
        " | ".join(cell.text for cell in block.cells) if isinstance(block, Row) else block.text
        for block in blocks
        if isinstance(block, Row | Line)
    ]


def test_the_signs_of_typed_boxes_are_no_words() -> None:
    """Edges and sides are left out, and what stands between them is parted as before."""
    answers = (("Name", "Ann Reid"), ("Job title", "Porter"))
    first, second = (f"| {label:<20}| {value:<37}|" for label, value in answers)
    assert texts(EDGE, first, EDGE, second, EDGE) == ["Name | Ann Reid", "Job title | Porter"]


def test_a_bar_in_a_text_is_kept() -> None:
    """Without typed boxes on the page a bar is a sign like others."""
    assert "|" in texts("Room A | Room B", "It was in both.")[0].split()
