"""Where words begin and end: labels set right against their values, and letters whose ink hangs over."""

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_garbling import with_ligature
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


def lines(*parts: tuple[str, Style], gap: float = 0.0) -> list[Line]:
    """Texts side by side on one line, as it is read."""

    def draw(canvas: Canvas) -> None:
        x = 60.0
        for text, (font, size, colour) in parts:
            canvas.setFont(font, size)
            canvas.setFillColor(HexColor(colour))
            canvas.drawString(x, HEIGHT - 100, text)
            x += canvas.stringWidth(text, font, size) + gap

    return [b for b in read_pdf(pdf(draw), name="words.pdf").blocks if isinstance(b, Line)]


def texts(found: list[Line]) -> list[str]:
    return [line.text for line in found]


OTHERS = [(BOLD, PLAIN), (PLAIN, BOLD), (GREY, PLAIN), (PLAIN, SLANTED), (PLAIN, LARGE)]


@pytest.mark.parametrize("pair", PAIRS[:2])
@pytest.mark.parametrize(("of_label", "of_value"), [*OTHERS, (PLAIN, TYPED)])
def test_a_number_in_another_type_begins_a_word(
    pair: tuple[str, str], of_label: Style, of_value: Style
) -> None:
    """No space is needed between them."""
    label, value = pair
    assert texts(lines((label, of_label), (value, of_value))) == [f"{label} {value}"]


@pytest.mark.parametrize("pair", PAIRS[2:])
@pytest.mark.parametrize(("of_label", "of_value"), OTHERS)
def test_words_in_another_type_are_a_span_of_their_own(
    pair: tuple[str, str], of_label: Style, of_value: Style
) -> None:
    """What reads the labels must tell whether the first is one: a name may be set in two types."""
    (line,) = lines((pair[0], of_label), (pair[1], of_value))
    assert [span.text for span in line.spans] == [*pair]


@pytest.mark.parametrize("pair", PAIRS[:3])
def test_a_gap_wider_than_between_letters_parts_label_and_value(pair: tuple[str, str]) -> None:
    """Even where it is narrower than a space."""
    label, value = pair
    assert texts(lines((label, PLAIN), (value, PLAIN), gap=1.3)) == [f"{label} {value}"]


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
    assert texts(lines((parts[0], PLAIN), (parts[1], PLAIN))) == ["".join(parts)]


@pytest.mark.parametrize(
    "parts", [("Mac", "Giolla"), ("anneke.stewar", "d@example.org"), ("all", "@example.org")]
)
def test_a_name_or_address_in_two_types_stays_whole(parts: tuple[str, str]) -> None:
    """Programs that mark changes colour a part of a word."""
    assert texts(lines((parts[0], GREY), (parts[1], PLAIN))) == ["".join(parts)]


def test_an_ending_set_small_belongs_to_its_number() -> None:
    """The ending of an ordinal."""
    assert texts(lines(("14", PLAIN), ("th", SMALL))) == ["14th"]


def test_a_long_run_without_spaces_is_read_in_time() -> None:
    """Thousands of signs at which a value could begin."""
    assert len(texts(lines(("a1@" * 2000, PLAIN)))[0]) > 1000


def test_the_letters_of_a_ligature_are_one_word() -> None:
    """Programs that set "ffi" as one glyph give all its letters the same place."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, HEIGHT - 100)
        text.setFont("Helvetica", 10)
        text.setHorizScale(220)  # wider than it is high, as such glyphs are
        text.textLine("Project O@cer")
        canvas.drawText(text)

    data = with_ligature(pdf(draw), "@", "ffi")
    assert [b.text for b in read_pdf(data, name="words.pdf").blocks if isinstance(b, Line)] == [
        "Project Officer"
    ]


def test_an_answer_behind_a_leader_is_one_with_its_next_word() -> None:
    """The leader is set in the label's type, the answer in another."""
    found = lines(("Job title ....", PLAIN), ("School crossing patrol", TYPED), (".........", PLAIN))
    assert texts(found) == ["Job title ....School crossing patrol........."]
