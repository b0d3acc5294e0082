"""How the words of a PDF look: size, slant, colour, lines under them, highlighters over them."""

from reportlab.lib.colors import Color, HexColor, white, yellow
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, Draw, pdf, text_at

from hrdocs.document import Line, Look, Row, Span
from hrdocs.read.pdf import read_pdf


def spans(draw: Draw) -> dict[str, Span]:
    """The spans of all lines by their texts."""
    blocks = read_pdf(pdf(draw), name="looks.pdf").blocks
    lines = [b for b in blocks if isinstance(b, Line)]
    lines += [line for b in blocks if isinstance(b, Row) for cell in b.cells for line in cell.lines]
    return {span.text.strip(): span for line in lines for span in line.spans}


def test_size_slant_and_colour_are_told() -> None:
    """One look for each way of setting, shared by all that is set so."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        text_at((50, 100, "Name"), (50, 160, "Department"))(canvas)
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.setFillColor(HexColor(0x6B6B6B))
        text_at((50, 112, "As on your contract"))(canvas)

    found = spans(draw)
    assert found["Name"].look == Look(size=11.0)
    assert found["Name"].look is found["Department"].look
    assert found["As on your contract"].look == Look(size=8.0, italic=True, colour=0x6B6B6B)
    assert found["As on your contract"].look.grey


def test_a_slanted_upright_font_is_italic() -> None:
    """Programs lean the letters of fonts that have no italics."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 11)
        text.setTextTransform(1, 0, 0.33, 1, 50, 700)
        text.textOut("leaning")
        canvas.drawText(text)

    assert spans(draw)["leaning"].look.italic


def test_see_through_ink_looks_as_on_white_paper() -> None:
    """Black of half its strength is grey."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(Color(0, 0, 0, alpha=0.5))
        text_at((50, 100, "faint"))(canvas)

    assert spans(draw)["faint"].look.grey


def test_a_line_under_one_word_underlines_it() -> None:
    """A longer line is one to write on."""

    def draw(canvas: Canvas) -> None:
        text_at((50, 100, "Sex / Age / Race"), (50, 150, "Ann Reid"))(canvas)
        start = 50 + canvas.stringWidth("Sex / Age / ", "Helvetica", 12)
        end = start + canvas.stringWidth("Race", "Helvetica", 12)
        canvas.line(start, HEIGHT - 101.5, end, HEIGHT - 101.5)
        canvas.line(50, HEIGHT - 151.5, 300, HEIGHT - 151.5)

    found = spans(draw)
    assert found["Race"].look.underlined
    assert not found["Sex / Age /"].look.underlined
    assert not found["Ann Reid"].look.underlined


def test_a_highlighter_marks_words_and_makes_no_cell() -> None:
    """A coloured box that is as long as the words under it is no box of the form."""

    def draw(canvas: Canvas) -> None:
        start = 50 + canvas.stringWidth("Sex / Age / ", "Helvetica", 12)
        canvas.setFillColor(yellow)
        canvas.rect(start, HEIGHT - 103, canvas.stringWidth("Race", "Helvetica", 12), 13, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        text_at((50, 100, "Sex / Age / Race"))(canvas)

    found = spans(draw)
    assert found["Race"].look.highlighted
    assert not found["Sex / Age /"].look.highlighted
    blocks = read_pdf(pdf(draw), name="looks.pdf").blocks
    assert [b.text for b in blocks if isinstance(b, Line)] == ["Sex / Age / Race"]


def test_a_white_box_under_a_word_is_nothing() -> None:
    """A browser that prints no backgrounds leaves white boxes where highlighters were."""

    def draw(canvas: Canvas) -> None:
        start = 50 + canvas.stringWidth("Sex / ", "Helvetica", 12)
        canvas.setFillColor(white)
        canvas.rect(start, HEIGHT - 103, canvas.stringWidth("Age", "Helvetica", 12), 13, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        text_at((50, 100, "Sex / Age / Race"))(canvas)

    blocks = read_pdf(pdf(draw), name="looks.pdf").blocks
    assert [b.text for b in blocks if isinstance(b, Line)] == ["Sex / Age / Race"]
