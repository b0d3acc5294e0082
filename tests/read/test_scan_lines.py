"""What is drawn on a scanned page beside its words: rounded boxes, lines under words, grey boxes."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from hrdocs.read.scan_corners import find_corners
from hrdocs.read.scan_leaders import find_leaders
from hrdocs.read.scan_lines import find_lines, without_lines
from hrdocs.read.scan_paper import without_tint
from hrdocs.tools.ocr import read_words

FONT = "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"
pytestmark = pytest.mark.skipif(not Path(FONT).is_file(), reason="Liberation Mono is not installed")


def page(grey: int = 255) -> Image.Image:
    return Image.new("L", (1600, 700), grey)


def test_a_rounded_box_is_found_as_a_sharp_one_and_painted_over_whole() -> None:
    """Its corners are arcs that belong to no line; left standing they are read as brackets."""
    picture = page()
    ImageDraw.Draw(picture).rounded_rectangle((200, 200, 1400, 300), radius=22, outline=0, width=4)
    lines = find_lines(picture, dpi=300)
    upright = sorted({round(x0) for x0, _, x1, _ in lines.rules if x0 == x1})
    assert upright[0] == pytest.approx(201, abs=4)
    assert upright[-1] == pytest.approx(1399, abs=4)
    tops = [top for x0, top, x1, bottom in lines.rules if x0 == x1 and x0 < 300]
    assert min(tops) == pytest.approx(201, abs=4)
    assert min(without_lines(picture, lines, dpi=300).tobytes()) > 200


def test_a_dark_bar_parts_the_lines_below_it_and_its_white_print_is_read() -> None:
    """The lines of the cells are found as they are, and what the bar says is dark on white."""
    picture = page()
    pen = ImageDraw.Draw(picture)
    pen.rectangle((100, 100, 1500, 170), fill=20)
    pen.text((130, 108), "A. COMPLAINANT", font=ImageFont.truetype(FONT, 46), fill=255)
    for x in (100, 700, 1500):
        pen.line((x, 170, x, 300), fill=0, width=4)
    pen.line((100, 300, 1500, 300), fill=0, width=4)
    lines = find_lines(picture, dpi=300)
    inner = [x0 for x0, top, x1, bottom in lines.rules if x0 == x1 and bottom > 250]
    assert sorted(inner) == pytest.approx([100, 700, 1500], abs=4)
    plain = without_lines(picture, lines, dpi=300)
    assert plain.getpixel((1400, 130)) == 235
    assert min(plain.crop((130, 108, 530, 160)).tobytes()) == 0


def test_lines_that_cross_or_end_far_apart_have_no_corner() -> None:
    """Only two ends that both stop short of where the lines would meet are a corner's."""
    assert not find_corners([(0, 50, 100, 50)], [(50, 0, 50, 100)])
    assert not find_corners([(40, 50, 100, 50)], [(10, 60, 10, 100)])
    (corner,) = find_corners([(20, 50, 100, 50)], [(10, 60, 10, 100)])[0]
    assert corner.box == (10, 50, 20, 60)


def underlined(text: str, *, gap: int) -> Image.Image:
    picture = page()
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONT, 46)
    pen.text((200, 200), text, font=font, fill=0)
    foot = 200 + font.getmetrics()[0] + gap
    pen.rectangle((200, foot, 200 + pen.textlength(text, font=font), foot + 3), fill=0)
    return picture


def test_a_line_in_which_tails_of_letters_end_is_left_for_reading() -> None:
    """Without it a g is a q and a y is a v."""
    picture = underlined("grainne.mcginty@example.org", gap=7)
    lines = find_lines(picture, dpi=300)
    assert lines.underlines is not None
    if shutil.which("tesseract"):
        read = read_words(without_lines(picture, lines, dpi=300, underlined=True), dpi=300, name="x")
        assert [word.text.strip("_") for word in read] == ["grainne.mcginty@example.org"]


def test_a_line_that_no_tail_touches_and_the_side_of_a_box_are_painted_over() -> None:
    """They hold no part of any letter."""
    assert find_lines(underlined("Samir Haddad", gap=7), dpi=300).underlines is None
    boxed = underlined("Kyle Dunwoody", gap=7)
    ImageDraw.Draw(boxed).rectangle((190, 180, 1300, 200 + 54), outline=0, width=4)
    lines = find_lines(boxed, dpi=300)
    assert lines.rules


def test_a_grey_box_is_made_as_light_as_the_paper() -> None:
    """Print on it is left as dark against it as print on paper; a dark bar stays dark."""
    picture = page(grey=190)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((300, 200, 1300, 320), fill=160)
    pen.rectangle((300, 400, 1300, 480), fill=40)
    pen.text((330, 230), "Nothing so far", font=ImageFont.truetype(FONT, 46), fill=10)
    even = without_tint(picture)
    assert abs(int(even.getpixel((800, 310))) - int(even.getpixel((100, 100)))) < 6  # type: ignore[arg-type]
    assert even.getpixel((800, 440)) == 40
    assert min(even.crop((300, 200, 1300, 320)).tobytes()) < 30


@pytest.mark.parametrize(("above", "count"), [(255, 1), (180, 0)])
def test_the_dark_feet_of_grey_letters_are_no_row_of_dots(above: int, count: int) -> None:
    """Over the dots that somebody is to write on nothing is printed."""
    picture = Image.new("L", (400, 60), 255)
    for x in range(20, 200, 6):
        picture.paste(0, (x, 30, x + 2, 32))
        picture.paste(above, (x, 24, x + 2, 27))
    dark, pale = (picture.point([0 if v < cut else 255 for v in range(256)]) for cut in (170, 205))
    assert len(find_leaders(dark, pale)) == count
