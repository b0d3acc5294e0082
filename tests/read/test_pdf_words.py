"""Where words begin and end: labels set right against their values, and letters whose ink hangs over."""

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, pdf

from hrdocs.document import Line
from hrdocs.read.pdf import read_pdf

PAIRS = (("name", "14"), ("Phone", "01632 960001"), ("E-mail", "aoife@example.org"), ("Post", "Ranger"))
Style = tuple[str, float, int]  # font, size and colour

PLAIN: Style = ("Helvetica", 10, 0)
BOLD: Style = ("Helvetica-Bold", 10, 0)
SLANTED: Style = ("Helvetica-Oblique", 10, 0)
LARGE: Style = ("Helvetica", 12, 0)
SMALL: Style = ("Helvetica", 6, 0)
TYPED: Style = ("Courier", 10, 0)
GREY: Style = ("Helvetica", 10, 0x777777)


def lines(*parts: tuple[str, Style], gap: float = 0.0) -> list[str]:
    """Texts side by side on one line, as it is read."""

    def draw(canvas: Canvas) -> None:
        x = 60.0
        for text, (font, size, colour) in parts:
            canvas.setFont(font, size)
            canvas.setFillColor(HexColor(colour))
            canvas.drawString(x, HEIGHT - 100, text)
            x += canvas.stringWidth(text, font, size) + gap

    return [b.text for b in read_pdf(pdf(draw), name="words.pdf").blocks if isinstance(b, Line)]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    ("of_label", "of_value"),
    [(BOLD, PLAIN), (PLAIN, BOLD), (GREY, PLAIN), (PLAIN, SLANTED), (PLAIN, LARGE), (PLAIN, TYPED)],
)
def test_a_value_in_another_type_begins_a_word(
    pair: tuple[str, str], of_label: Style, of_value: Style
) -> None:
    """No space is needed between them."""
    label, value = pair
    assert lines((label, of_label), (value, of_value)) == [f"{label} {value}"]


@pytest.mark.parametrize("pair", PAIRS[:3])
def test_a_gap_wider_than_between_letters_parts_label_and_value(pair: tuple[str, str]) -> None:
    """Even where it is narrower than a space."""
    label, value = pair
    assert lines((label, PLAIN), (value, PLAIN), gap=1.3) == [f"{label} {value}"]


@pytest.mark.parametrize(
    "parts",
    [
        ("Mc", "Aleer"),
        ("anneke.stewar", "d@example.org"),
        ("BT", "12"),
        ("reid", "2@example.org"),
        ("Mac", "Giolla"),
    ],
)
def test_a_word_written_as_two_texts_is_one(parts: tuple[str, str]) -> None:
    """Programs break words where letters are moved closer together."""
    assert lines((parts[0], PLAIN), (parts[1], PLAIN)) == ["".join(parts)]


def test_an_ending_set_small_belongs_to_its_number() -> None:
    """The ending of an ordinal."""
    assert lines(("14", PLAIN), ("th", SMALL)) == ["14th"]


def test_a_long_run_without_spaces_is_read_in_time() -> None:
    """Thousands of signs at which a value could begin."""
    assert len(lines(("a1@" * 2000, PLAIN))[0]) > 1000
