"""Scans and pictures of forms are read by OCR into the same rows and lines, and say where they doubt."""

import io
import random
import shutil
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import Form, grid, pdf, rect, text_at

from hrdocs.document import Layout, Line, Row
from hrdocs.errors import InputError
from hrdocs.read.pdf import read_pdf
from hrdocs.read.scan import read_image
from hrdocs.tools.pdfs import open_pdf, render_page

if TYPE_CHECKING:
    from PIL.Image import Image

needs_engine = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")

FILLED = [
    ["Name", "Jane O'Neill"],
    ["Work e-mail", "jane.oneill@council.example"],
    ["Work phone", "028 9649 6123"],
    ["Details", "He shouted at me in the canteen in\nfront of the others."],
]


def draw(canvas: Canvas) -> None:
    text_at((50, 60, "Formal complaint form"), (50, 80, "Please complete every section of this form."))(
        canvas
    )
    grid(canvas, FILLED, top=100, high=34)
    for x, text in ((60, "Yes"), (160, "No")):
        canvas.rect(x, 500, 11, 11)
        canvas.drawString(x + 16, 502, text)
    canvas.line(60, 500, 71, 511)
    canvas.line(60, 511, 71, 500)
    text_at((50, 400, "Signature:"), (150, 400, "Jane O'Neill"))(canvas)


def picture(data: bytes, dpi: int = 200) -> "Image":
    with open_pdf(data, name="form.pdf") as document:
        return render_page(document, 1, dpi=dpi)


def file(image: "Image", form: str = "PNG", dpi: int = 200) -> bytes:
    out = io.BytesIO()
    image.save(out, form, dpi=(dpi, dpi))
    return out.getvalue()


def ruled(layout: Layout) -> list[list[str]]:
    return [[cell.text for cell in b.cells] for b in layout.blocks if isinstance(b, Row) and b.ruled]


def scanned_pdf(image: "Image", hidden: str = "", typed: str = "") -> bytes:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, 595.3, 841.9)
        if hidden:
            text = canvas.beginText(50, 700)
            text.setFont("Helvetica", 11)
            text.setTextRenderMode(3)
            text.textLines(hidden)
            canvas.drawText(text)
        if typed:
            canvas.drawString(50, 300, typed)

    return pdf(page)


@needs_engine
@pytest.mark.parametrize(
    ("dpi", "angle"),
    [(300, 0.0), (150, 0.0), (200, 2.4), (200, 180.0)],
    ids=["300", "150", "skewed", "upside down"],
)
def test_scan_is_read_cell_by_cell(dpi: int, angle: float) -> None:
    """A clean scan of a ruled form gives its cells, also skewed by degrees or upside down."""
    image = picture(pdf(draw), dpi).rotate(angle, fillcolor=255)
    layout = read_image(file(image, dpi=dpi), name="scan.png")
    assert (layout.kind, layout.from_ocr) == ("image", True)
    assert ruled(layout) == FILLED
    ticks = [b for b in layout.blocks if isinstance(b, Row) and "Yes" in b.cells[0].text]
    assert [cell.text for cell in ticks[0].cells] == ["☒ Yes", "☐ No"]


@needs_engine
def test_specks_are_cleaned_away() -> None:
    """A scan full of black and white specks is read all the same."""
    image = picture(pdf(draw))
    chance = random.Random(7)  # noqa: S311  # a test's chance, no secret
    for _ in range(image.width * image.height // 150):
        image.putpixel(
            (chance.randrange(image.width), chance.randrange(image.height)), chance.choice((0, 255))
        )
    assert ruled(read_image(file(image), name="scan.png")) == FILLED


@needs_engine
def test_boxes_of_an_upside_down_scan_are_as_displayed() -> None:
    """A box says where the word is on the picture as it came, not as it was turned."""
    image = picture(pdf(draw)).rotate(180)
    first = next(b for b in read_image(file(image), name="scan.png").blocks if isinstance(b, Line))
    assert "Formal complaint form" in first.text
    assert first.place.box is not None
    assert first.place.box[1] > 740


@needs_engine
def test_scanned_pdf_is_read_by_ocr() -> None:
    """A PDF that is only a picture is of kind pdf-scan."""
    layout = read_pdf(scanned_pdf(picture(pdf(draw))), name="scan.pdf")
    assert (layout.kind, layout.from_ocr) == ("pdf-scan", True)
    assert ruled(layout) == FILLED


def test_invisible_ocr_layer_is_used_where_nothing_can_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The unseen text of a scanner's own OCR is used and known as OCR."""
    monkeypatch.setattr("hrdocs.read.pdf.find_engine", lambda: None)
    said = "Name: Ann Reid\nDepartment: Parks and Leisure"
    layout = read_pdf(scanned_pdf(picture(pdf(draw)), hidden=said), name="scan.pdf")
    assert (layout.kind, layout.from_ocr) == ("pdf-scan", True)
    assert [b.text for b in layout.blocks if isinstance(b, Line)] == said.split("\n")


@needs_engine
def test_text_typed_over_a_scan_stands_beside_what_is_read() -> None:
    """A scanned form with answers typed on top gives both, the typed text as it was typed."""
    form = Form(scanned_pdf(picture(pdf(draw)), typed="Typed in the file itself"))
    form.free_text(1, rect(150, 600, 400, 618), "Typed as a note")
    layout = read_pdf(form.bytes(), name="scan.pdf")
    said = [b.text for b in layout.blocks if isinstance(b, Line)]
    assert "Typed in the file itself" in said
    assert "Typed as a note" in said
    assert ruled(layout) == FILLED


@needs_engine
def test_garbled_text_layer_is_read_by_ocr() -> None:
    """Where a page's letters are not what it shows, the page is read as a picture."""
    from tests.read.pdf_garbling import garbled

    layout = read_pdf(garbled(), name="form.pdf")
    assert layout.from_ocr
    said = " ".join(b.text for b in layout.blocks if isinstance(b, Line))
    assert "shouted at me" in said


@needs_engine
def test_scribble_is_doubted() -> None:
    """What the engine cannot read surely is named with its place."""
    image = picture(pdf(draw))
    from PIL import ImageDraw

    pen = ImageDraw.Draw(image)
    chance = random.Random(3)  # noqa: S311  # a test's chance, no secret
    points = [(450 + 14 * i, 1500 + chance.randrange(-40, 40)) for i in range(30)]
    pen.line(points, fill=0, width=4, joint="curve")
    layout = read_image(file(image), name="scan.png")
    assert ruled(layout) == FILLED
    doubts = [f for f in layout.findings if f.code != "read-by-ocr"]
    assert len(doubts) < len(layout.findings)
    for finding in doubts:
        assert finding.code == "low-confidence"
        assert finding.where is not None
        assert finding.where.box is not None


def test_without_an_engine_the_error_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan on a machine without OCR is refused, never read as blank."""
    data = scanned_pdf(picture(pdf(draw)))
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(InputError) as caught:
        read_pdf(data, name="scan.pdf")
    assert caught.value.code == "missing-tool"
    assert "tesseract" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"GIF89a", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "damaged"),
        (b"MZ" * 99, "damaged"),
    ],
)
def test_broken_picture_is_one_clear_error(data: bytes, code: str) -> None:
    """Empty and broken pictures are refused with their code."""
    with pytest.raises(InputError) as caught:
        read_image(data, name="scan.png")
    assert caught.value.code == code


def test_huge_picture_is_refused() -> None:
    """A small file that unpacks to an enormous picture is not unpacked."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    with pytest.raises(InputError) as caught:
        read_image(out.getvalue(), name="scan.png")
    assert caught.value.code == "too-large"
