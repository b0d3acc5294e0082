"""Words whose letters are set far apart, and words whose last letter leans over the space behind them."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, floats, pdf

from hrdocs.document import Line
from hrdocs.read.pdf import read_pdf

LABEL = "Who is the complaint against?"
OTHERS = ("Your name", "Telephone number", "Work email", "Date signed", "Equality grounds")


def texts(data: bytes) -> list[str]:
    return [b.text for b in read_pdf(data, name="spaced.pdf").blocks if isinstance(b, Line)]


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Helvetica-Bold"])
@pytest.mark.parametrize("apart", [0.05, 0.1, 0.2, 0.3])
def test_words_set_wide_are_whole(font: str, apart: float) -> None:
    """Small labels are often set so, in capitals or not; `apart` is in sizes of the type."""
    labels = [text for label in (LABEL, *OTHERS) for text in (label, label.upper())]

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 7)
        for number, text in enumerate(labels):
            canvas.drawString(60, HEIGHT - 100 - 20 * number, text, charSpace=7 * apart)

    assert texts(pdf(draw)) == labels


def test_initials_and_lone_letters_stay_apart() -> None:
    """Letters that are words of their own, in text that is set as usual."""
    told = ["J R R Tolkien and T S Eliot met Mr K", "vitamin c and plan b", "A N Other, B flat, part x"]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for number, text in enumerate(told):
            canvas.drawString(60, HEIGHT - 100 - 20 * number, text)

    assert texts(pdf(draw)) == told


def test_a_letter_that_leans_over_a_space_ends_its_word() -> None:
    """Of fonts without metrics only the ink is known, and that of a slanted f goes far to the right."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 10)
        canvas.drawString(60, HEIGHT - 100, "of fat")

    assert texts(_with_ink_only(pdf(draw), leaning="f")) == ["of fat"]


def _with_ink_only(data: bytes, *, leaning: str) -> bytes:
    """The file with its font replaced by one of drawn boxes, 5 wide; those that lean reach on."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    drawn, names = DictionaryObject(), ArrayObject()
    for letter in "aoft":
        right = 720 if letter in leaning else 480
        glyph = DecodedStreamObject()
        glyph.set_data(f"500 0 0 0 {right} 500 d1 20 0 {right - 20} 500 re f".encode())
        drawn[NameObject(f"/{letter}")] = writer._add_object(glyph)
        names.extend([NumberObject(ord(letter)), NameObject(f"/{letter}")])
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type3"),
            NameObject("/FontBBox"): floats((0, 0, 0, 0)),
            NameObject("/FontMatrix"): floats((0.001, 0, 0, 0.001, 0, 0)),
            NameObject("/FirstChar"): NumberObject(97),
            NameObject("/LastChar"): NumberObject(116),
            NameObject("/Widths"): floats([500.0] * 20),
            NameObject("/CharProcs"): drawn,
            NameObject("/Encoding"): DictionaryObject({NameObject("/Differences"): names}),
        }
    )
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    for name in list(fonts):
        fonts[name] = font
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
