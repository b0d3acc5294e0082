"""Pictures of pages made ready for reading: straightened, cleaned, their ruling lines found.

All lengths here are pixels of the picture given. Pillow alone does the work: rows of pixels are
searched as byte strings, which is quick enough for a page in a tenth of a second.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_SKEW = 7.0  # degrees
LINE_DPI = 150
_RUN = re.compile(rb"(?:\x00{8,}\xff{0,2})+")
_LONG = 42  # at LINE_DPI: longer than any stroke of a letter
_SHORT = 15  # the side of the smallest tick box
_THICK = 9


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruling lines as (x0, top, x1, bottom), and small squares with whether they are marked."""

    rules: tuple[Box, ...]
    squares: tuple[tuple[Box, bool], ...]


def straightened(picture: "Image") -> "Image":
    """The picture turned by the few degrees that make its lines level."""
    from PIL import Image

    small = picture.copy()
    small.thumbnail((900, 900))
    dark = small.point(_threshold(small))
    best = max((step / 2 for step in range(-14, 15)), key=lambda angle: _levelness(dark, angle))
    best = max((best + step / 10 for step in range(-4, 5)), key=lambda angle: _levelness(dark, angle))
    if abs(best) < 0.15 or abs(best) > MOST_SKEW:
        return picture
    return picture.rotate(best, Image.Resampling.BICUBIC, fillcolor=255)


def _levelness(dark: "Image", angle: float) -> float:
    """How sharply dark and light rows alternate when the picture is turned by an angle."""
    from PIL import Image

    turned = dark.rotate(angle, fillcolor=255) if angle else dark
    profile = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(profile)) - abs(angle) * 1e-3


def smoothed(picture: "Image") -> "Image":
    """The picture without specks."""
    from PIL import ImageFilter

    return picture.filter(ImageFilter.MedianFilter(3))


def _threshold(picture: "Image") -> list[int]:
    """The table that makes a grey picture black and white at the best cut between its two tones."""
    histogram = picture.histogram()
    total, weighted = sum(histogram), sum(i * n for i, n in enumerate(histogram))
    below = mass = 0.0
    cut, best = 128, -1.0
    for level, count in enumerate(histogram):
        below += count
        mass += level * count
        if not 0 < below < total:
            continue
        spread = (weighted * below / total - mass) ** 2 / (below * (total - below))
        if spread > best:
            cut, best = level, spread
    cut = min(max(cut, 60), 200)
    return [0 if level <= cut else 255 for level in range(256)]


def find_lines(picture: "Image", *, dpi: int) -> Lines:
    """The ruling lines and tick boxes drawn on a straight picture."""
    from PIL import Image

    scale = dpi / LINE_DPI
    size = max(1, round(picture.width / scale)), max(1, round(picture.height / scale))
    small = picture.resize(size, Image.Resampling.BOX)
    cut = _threshold(small)
    # a thin line loses contrast when the picture is made smaller
    dark = small.point([0 if level <= max(cut.index(255), 170) else 255 for level in range(256)])
    level, short = _runs(dark)
    upright, _ = _runs(dark.transpose(Image.Transpose.TRANSPOSE))
    rules = [*level, *((top, x0, bottom, x1) for x0, top, x1, bottom in upright)]
    squares = _squares(dark, short)
    return Lines(
        tuple(_scaled(box, scale) for box in rules),
        tuple((_scaled(box, scale), marked) for box, marked in squares),
    )


def _scaled(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def _runs(dark: "Image") -> tuple[list[Box], list[tuple[int, int, int]]]:
    """The level lines of a black and white picture, and every shorter dark run as (y, x0, x1)."""
    wide, data = dark.width, dark.tobytes()
    active: list[list[int]] = []
    lines: list[Box] = []
    short: list[tuple[int, int, int]] = []
    for y in range(dark.height):
        row = data[y * wide : (y + 1) * wide]
        still: list[list[int]] = []
        for match in _RUN.finditer(row):
            x0, x1 = match.start(), match.start() + len(match[0].rstrip(b"\xff"))
            if x1 - x0 < _LONG:
                if x1 - x0 >= _SHORT:
                    short.append((y, x0, x1))
                continue
            for line in active:
                if line[3] >= y - 2 and min(line[2], x1) - max(line[0], x0) > 0:
                    line[0], line[2], line[3] = min(line[0], x0), max(line[2], x1), y
                    break
            else:
                active.append([x0, y, x1, y])
        for line in active:
            if line[3] >= y - 2:
                still.append(line)
            else:
                lines += _edges(line)
        active = still
    for line in active:
        lines += _edges(line)
    return lines, short


def _edges(line: list[int]) -> list[Box]:
    """A thin run as one line; a dark band as its two edges."""
    x0, top, x1, bottom = line
    if bottom - top <= _THICK:
        middle = (top + bottom) / 2
        return [(x0, middle, x1, middle)]
    return [(x0, top, x1, top), (x0, bottom, x1, bottom)]


def _squares(dark: "Image", runs: list[tuple[int, int, int]]) -> list[tuple[Box, bool]]:
    """Pairs of short runs with dark sides between them, with whether something is drawn inside."""
    by_start: dict[int, list[tuple[int, int, int]]] = {}
    for run in runs:
        by_start.setdefault(run[1] // 4, []).append(run)
    found: list[tuple[Box, bool]] = []
    for y, x0, x1 in runs:
        wide = x1 - x0
        if any(abs(box[0] - x0) < 6 and box[1] - 6 < y < box[3] + 6 for box, _ in found):
            continue
        for y2, a, b in (run for key in range(x0 // 4 - 1, x0 // 4 + 2) for run in by_start.get(key, ())):
            near = abs(a - x0) <= 3 and abs(b - x1) <= 3 and 0.75 * wide <= y2 - y <= 1.3 * wide
            if near and _is_framed(dark, x0, y, x1, y2):
                found.append(((x0, y, x1, y2), _is_marked(dark, x0, y, x1, y2)))
                break
    return found


def _is_framed(dark: "Image", x0: int, y0: int, x1: int, y1: int) -> bool:
    """Whether a box has full dark sides, sharp corners, and paper beside it: a letter has not."""
    if x0 < 6 or x1 + 6 > dark.width:
        return False
    sides = (dark.crop((side - 2, y0, side + 3, y1 + 1)) for side in (x0 + 1, x1 - 2))
    if not all(_black(side, by_row=True) > 0.95 for side in sides):
        return False
    corners = ((x, y) for x in (x0, x1 - 4) for y in (y0 - 1, y1 - 2))
    if not all(_black(dark.crop((x, y, x + 4, y + 4))) >= 0.4 for x, y in corners):
        return False
    beside = (dark.crop((x, y0 + 2, x + 2, y1 - 1)) for x in (x0 - 6, x1 + 4))
    return all(_black(strip) < 0.3 for strip in beside)


def _is_marked(dark: "Image", x0: int, y0: int, x1: int, y1: int) -> bool:
    edge = max(3, (x1 - x0) // 5)
    inner = dark.crop((x0 + edge, y0 + edge, x1 - edge, y1 - edge))
    return _black(inner) > 0.07


def _black(part: "Image", *, by_row: bool = False) -> float:
    """The share of black pixels, or of rows that hold one."""
    data, wide = part.tobytes(), part.width
    if not data:
        return 0.0
    if by_row:
        rows = [data[i : i + wide] for i in range(0, len(data), wide)]
        return sum(b"\x00" in row for row in rows) / len(rows)
    return data.count(0) / len(data)


def without_lines(picture: "Image", lines: Lines, *, dpi: int) -> "Image":
    """The picture with its ruling lines and tick boxes painted over, which OCR takes for letters."""
    from PIL import ImageDraw

    plain = picture.copy()
    pen = ImageDraw.Draw(plain)
    width = max(3, round(dpi / 45))
    for x0, top, x1, bottom in lines.rules:
        pen.line((x0, top, x1, bottom), fill=255, width=width)
    for (x0, top, x1, bottom), _ in lines.squares:
        pen.rectangle((x0 - 3, top - 3, x1 + 3, bottom + 3), fill=255)
    return plain
