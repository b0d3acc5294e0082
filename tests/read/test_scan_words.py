"""Recognised words are compared with the picture: dashes, marks over letters, rows of dots, lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrdocs.read.scan_image import find_lines, without_lines
from hrdocs.read.scan_pieces import find_pieces
from hrdocs.read.scan_words import mend_words
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
