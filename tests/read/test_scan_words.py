"""Recognised words are compared with the picture: dashes, marks over letters, rows of dots, lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrdocs.read.scan_alike import compare_word, pair_words
from hrdocs.read.scan_lines import Lines, find_lines, without_lines
from hrdocs.read.scan_page import CERTAIN, make_page
from hrdocs.read.scan_pieces import find_pieces
from hrdocs.read.scan_squares import look_at_square
from hrdocs.read.scan_weight import weigh
from hrdocs.read.scan_words import mend_words, with_capitals, without_slips
from hrdocs.tools import ocr
from hrdocs.tools.ocr import OcrWord

if TYPE_CHECKING:
    from PIL.Image import Image

FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"),
)
FONT = next((f for f in FONTS if f.is_file()), None)
SIZE = 46  # pixels: eleven points at 300 dpi
pytestmark = pytest.mark.skipif(FONT is None, reason="no font to draw with is installed")


def drawn(*texts: str) -> tuple["Image", list[OcrWord]]:
    """A picture of one line, its pieces apart, and what an engine would say of each."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(FONT), SIZE)
    picture = Image.new("L", (1600, 200), 255)
    pen = ImageDraw.Draw(picture)
    at, words = 40.0, []
    for text in texts:
        pen.text((at, 60), text, font=font, fill=0)
        box = pen.textbbox((at, 60), text, font=font)
        words.append(OcrWord(text, box[0], box[1], box[2], box[3], 95.0))
        at = box[2] + 14
    return picture, words


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_is_told_by_its_length(dash: str) -> None:
    """Whatever the engine says of a dash between words, the picture decides."""
    picture, words = drawn("shouting", dash, "nearly", "every", "week", "again")
    said = [w if w.text != dash else OcrWord("~", w.x0, w.top, w.x1, w.bottom, 40.0) for w in words]
    assert [w.text for w in mend_words(said, picture, dpi=300, name="x")][1] == dash


def test_a_dash_that_the_engine_left_out_is_found() -> None:
    """A wide gap with a stroke in its middle holds a dash."""
    picture, words = drawn("to", "speak", "to", "me", "–", "I", "have")
    left = [w for w in words if w.text != "–"]
    assert [w.text for w in mend_words(left, picture, dpi=300, name="x")] == [w.text for w in words]


@pytest.mark.parametrize(
    ("written", "read"),
    [("Siobhán", "Siobhan"), ("Müller", "Muller"), ("Ruairí", "Ruairi"), ("Żak", "Zak"),
     ("Dąbrowski", "Dabrowski")],
)  # fmt: skip
def test_a_mark_that_the_text_lacks_is_doubted(written: str, read: str) -> None:
    """A letter with an accent is never certain without it."""
    picture, words = drawn(written)
    one = words[0]
    misread = OcrWord(read, one.x0, one.top, one.x1, one.bottom, 96.0)
    word = mend_words([misread], picture, dpi=300, name="x")
    assert word[0].confidence < 70


@pytest.mark.parametrize(
    "name", ["Siobhan", "Ruairi", "Zofia", "O’Neill", "Jean-Paul", "Inge", "Yusuf", "Quigley"]
)
def test_a_plain_name_stays_sure(name: str) -> None:
    """Dots, apostrophes and tails that letters have anyway are no marks."""
    picture, words = drawn(name)
    assert mend_words(words, picture, dpi=300, name="x")[0].confidence > 90


def test_pieces_of_a_blank_picture() -> None:
    """Where nothing is drawn, nothing is told."""
    from PIL import Image

    assert find_pieces(Image.new("L", (60, 40), 255), em=SIZE) is None


def test_lines_and_dots_are_found_and_painted_over() -> None:
    """A cell one line high, and a row of dots, leave only the text behind."""
    from PIL import ImageDraw, ImageFont

    picture, _ = drawn("Name")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 50, 700, 120), outline=0, width=3)
    pen.text((760, 60), "." * 40, font=ImageFont.truetype(str(FONT), SIZE), fill=0)
    lines = find_lines(picture, dpi=300)
    assert len([r for r in lines.rules if r[0] == r[2]]) == 2
    assert len(lines.leaders) == 1
    plain = without_lines(picture, lines, dpi=300)
    assert plain.crop((730, 0, 1600, 200)).getextrema() == (255, 255)
    box = plain.point([255 if v < 128 else 0 for v in range(256)]).getbbox()
    assert box is not None
    assert box[0] >= 35
    assert box[2] < 250


@pytest.mark.skipif(ocr.find_engine() != "tesseract", reason="tesseract is not installed")
def test_a_line_in_doubt_is_read_again() -> None:
    """A word that a second reading gives alike is sure; one that it gives otherwise is never."""
    picture, words = drawn("I", "spoke", "to", "the", "manager", "informally")
    unsure = [OcrWord(w.text, w.x0, w.top, w.x1, w.bottom, 75.0) for w in words]
    wrong = OcrWord("manages", words[4].x0, words[4].top, words[4].x1, words[4].bottom, 75.0)
    mended = mend_words([*unsure[:4], wrong, unsure[5]], picture, dpi=300, name="x")
    assert mended[1].confidence > 90
    assert mended[4].text == "manager" or mended[4].confidence < 70


def word(text: str, at: float, confidence: float = 95.0) -> OcrWord:
    """A word of a line at a place, eighteen pixels a letter."""
    return OcrWord(text, at, 100.0, at + 18 * len(text), 134.0, confidence)


@pytest.mark.parametrize(
    ("first", "second", "certain"),
    [("Zak", "Zak", True), ("\u017bak", "Zak", True), ("Iyer", "lyer", False), ("Hall", "Hail", False)],
)
def test_two_readings_of_a_word(first: str, second: str, certain: bool) -> None:
    """Two readings alike but for accents make a word sure; readings that differ never do."""
    assert (compare_word(word(first, 0, 80.0), word(second, 0, 80.0)).confidence >= CERTAIN) is certain


def test_words_are_paired_by_their_letters() -> None:
    """An engine whose boxes overlap still has its words beside those of the other reading."""
    first = [word("thing", 0), OcrWord("that", 110, 100, 220, 134, 95), word("I", 190), word("dread.", 230)]
    second = [word("thing", 0), word("thatI", 110), word("dread.", 230)]
    pairs = [([w.text for w in a], [w.text for w in b]) for a, b in pair_words(first, second)]
    assert pairs == [(["thing"], ["thing"]), (["that", "I"], ["thatI"]), (["dread."], ["dread."])]


@pytest.mark.parametrize("marked", [False, True])
def test_a_tick_box_is_told_from_letters(marked: bool) -> None:
    """A drawn square is a tick box with or without its cross; a D, an O and a B in bold print are none."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (400, 100), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 52, 52), outline=0, width=3)
    if marked:
        pen.line((25, 25, 47, 47), fill=0, width=3)
        pen.line((25, 47, 47, 25), fill=0, width=3)
    assert look_at_square(picture, (20, 20, 52, 52)) is marked
    font = ImageFont.truetype(str(FONT), SIZE)
    for number, letter in enumerate("DOB"):
        at = 100 + 90 * number
        pen.text((at, 20), letter, font=font, fill=0, stroke_width=2, stroke_fill=0)
        assert look_at_square(picture, pen.textbbox((at, 20), letter, font=font)) is None


def test_bold_print_is_told_from_plain() -> None:
    """The strokes of bold print are thicker, whatever its size."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1400, 200), 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONT), SIZE)
    words, at = [], 40.0
    for text, stroke in (("Department:", 1), ("Waste", 0), ("and", 0), ("Recycling", 0)):
        pen.text((at, 60), text, font=font, fill=0, stroke_width=stroke, stroke_fill=0)
        words.append(OcrWord(text, *pen.textbbox((at, 60), text, font=font, stroke_width=stroke), 95.0))
        at = words[-1].x1 + 14
    assert [w.bold for w in weigh([words], picture, SIZE)] == [True, False, False, False]


def test_struck_words_are_marked() -> None:
    """A word that a ruling line strikes through is marked so; one that stands on a line is not."""
    lines = Lines(rules=((0, 120, 100, 120), (150, 136, 400, 136)), squares=())
    page, _ = make_page([word("follow", 0), word("Recycling", 160)], lines, (500, 300), (300, 0, 1))
    assert [w.struck for w in page.words] == [True, False]
    parted, _ = make_page([word("followWaste", 0)], lines, (500, 300), (300, 0, 1))
    assert [(w.text, w.struck) for w in parted.words] == [("follow", True), ("Waste", False)]


def test_a_stroke_that_crosses_a_line_is_kept() -> None:
    """Painting over a ruling line leaves the tail of a letter that hangs through it."""
    from PIL import ImageDraw

    picture, _ = drawn("Signed")
    pen = ImageDraw.Draw(picture)
    pen.line((20, 104, 900, 104), fill=0, width=3)
    plain = without_lines(picture, find_lines(picture, dpi=300), dpi=300)
    dark = [x for x in range(40, 300) if plain.getpixel((x, 104)) == 0]
    assert dark
    assert len(dark) < 60


def test_the_side_of_boxes_is_no_word() -> None:
    """Strokes one below another, far right of all text, are left out; an I within a line is a word."""
    lines = Lines(rules=(), squares=())
    found = [
        OcrWord(text, x0, top, x0 + 8 * len(text), top + 30, 95.0)
        for top in (20, 80, 140)
        for text, x0 in (("Barbara", 40), ("I", 110), ("rang", 130), ("I", 460))
    ]
    page, _ = make_page(found, lines, (500, 300), (300, 0, 1))
    assert [w.text for w in page.words] == ["Barbara", "I", "rang"] * 3


@pytest.mark.parametrize(
    ("read", "meant"),
    [("Fashola-WwWright", "Fashola-Wright"), ("Wwe", "We"), ("WWF", "WWF"), ("Mcllwaine", "McIlwaine"),
     ("Mclntosh", "McIntosh"), ("Mclean", "Mclean"), ("vaughan\u011d@example.org", "vaughan@example.org")],
)  # fmt: skip
def test_slips_of_an_engine_are_mended(read: str, meant: str) -> None:
    """A wide capital given twice, the sign of an address, an I taken for an l behind Mc."""
    assert [w.text for w in with_capitals([word(without_slips(read), 0)])] == [meant]


@pytest.mark.parametrize(("read", "meant"), [("|;", "I;"), ("l", "I"), ("1)", "1)")])
def test_a_bar_beside_a_word_is_the_word_i(read: str, meant: str) -> None:
    """So is one with a stop behind it."""
    page, _ = make_page(
        [word("so", 0), word(read, 100), word("e-mailed", 140)], Lines((), ()), (500, 300), (300, 0, 1)
    )
    assert page.words[1].text == meant
