"""Dark bars on the picture of a page, with the white print on them: heads of tables and of their rows.

Lengths are pixels of a picture in black and white, 0 for ink.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrdocs.document import Box
from hrdocs.read.scan_ink import find_patches

if TYPE_CHECKING:
    from PIL.Image import Image

_CELL = 8  # a bar is so thick that it holds whole cells of ink, or nearly
_FULL = 190  # of 255
_DARK = 0.55  # of a bar, beside its print
_LEAST, _THIN = 40, 12  # how long and how thick a bar is at least: no stroke of print is so


def find_bars(dark: "Image") -> list[Box]:
    """Boxes that are mostly ink."""
    from PIL import ImageOps

    cells = ImageOps.invert(dark).reduce(_CELL).point([255 if level > _FULL else 0 for level in range(256)])
    found: list[Box] = []
    for (x0, top, x1, bottom), _ in find_patches(cells.tobytes(), cells.width, cells.height):
        box = _grown(dark, (x0 * _CELL, top * _CELL, (x1 + 1) * _CELL - 1, (bottom + 1) * _CELL - 1))
        sides = sorted((box[2] - box[0], box[3] - box[1]))
        if sides[0] >= _THIN and sides[1] >= _LEAST and _share(dark, box) > _DARK:
            found.append(box)
    return found


def _grown(dark: "Image", box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """A box with its sides moved outwards to where the ink ends."""
    x0, top, x1, bottom = box
    steps = range(1, _CELL + 1)
    left = next((n - 1 for n in steps if _share(dark, (x0 - n, top, x0 - n, bottom)) < _DARK), _CELL)
    right = next((n - 1 for n in steps if _share(dark, (x1 + n, top, x1 + n, bottom)) < _DARK), _CELL)
    upper = next((n - 1 for n in steps if _share(dark, (x0, top - n, x1, top - n)) < _DARK), _CELL)
    lower = next((n - 1 for n in steps if _share(dark, (x0, bottom + n, x1, bottom + n)) < _DARK), _CELL)
    return x0 - left, top - upper, x1 + right, bottom + lower


def _share(dark: "Image", box: tuple[int, int, int, int]) -> float:
    """The share of ink in a box, its sides included."""
    x0, top, x1, bottom = max(0, box[0]), max(0, box[1]), box[2] + 1, box[3] + 1
    part = dark.crop((x0, top, max(x0 + 1, x1), max(top + 1, bottom))).tobytes()
    return part.count(0) / len(part)


def without_bars(dark: "Image", bars: Sequence[Box]) -> "Image":
    """The picture without its bars, which join the lines that end at them."""
    from PIL import ImageDraw

    rest = dark.copy()
    pen = ImageDraw.Draw(rest)
    for bar in bars:
        pen.rectangle(bar, fill=255)
    return rest


def edges_of(bars: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The level and the upright sides of bars."""
    level = [(x0, y, x1, y) for x0, top, x1, bottom in bars for y in (top, bottom)]
    return level, [(x, top, x, bottom) for x0, top, x1, bottom in bars for x in (x0, x1)]


def show_white(plain: "Image", picture: "Image", bar: Box, edge: int) -> None:
    """Draw the print of a bar of the picture dark on white."""
    from PIL import ImageDraw, ImageOps

    x0, top, x1, bottom = (round(value) for value in bar)
    ImageDraw.Draw(plain).rectangle((x0 - edge, top - edge, x1 + 2 * edge, bottom + 2 * edge), fill=255)
    inner = x0 + edge, top + edge, max(x0 + edge + 1, x1 - edge), max(top + edge + 1, bottom - edge)
    plain.paste(ImageOps.invert(picture.crop(inner)), inner[:2])
