"""Ruling lines, tick boxes and rows of dots on the picture of a page: found, and painted over.

Lengths are pixels of the picture given. Pillow alone does the work: rows of pixels are searched as byte
strings, which is quick enough for a page in a tenth of a second.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrdocs.document import Box
from hrdocs.read.scan_bars import edges_of, find_bars, show_white, without_bars
from hrdocs.read.scan_corners import Corner, find_corners
from hrdocs.read.scan_leaders import find_leaders
from hrdocs.read.scan_paper import best_cut
from hrdocs.read.scan_squares import look_at_square
from hrdocs.read.scan_underlines import find_underlines

if TYPE_CHECKING:
    from PIL.Image import Image

_FAINT = 222  # the grey of lines that a scanner gives only just
_PALE = 205  # the grey of print in a light colour
_FAINT_LENGTH = 150  # at LINE_DPI
LINE_DPI = 150
_RUN = re.compile(rb"(?:\x00{8,}\xff{0,2})+")
_SHORTEST = bytes(8)
_LONG = 42  # at LINE_DPI: longer than any stroke of a letter
_SURELY = 90  # a shorter run with gaps in it may be the tops of bold letters
_JOINING = 22  # the side of a cell one line high, where it stands between two level lines
_SHORT = 15  # the side of the smallest tick box
_THICK = 9


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruling lines as (x0, top, x1, bottom), and small squares with whether they are marked.

    `leaders` are rows of dots; `drawn` is the picture with the lines alone, small, and `underlines` the
    picture with those of them that tails of letters touch; `corners` are boxes around rounded ones,
    `bars` dark bands, which may hold white print.
    """

    rules: tuple[Box, ...]
    squares: tuple[tuple[Box, bool], ...]
    leaders: tuple[Box, ...] = ()
    drawn: "Image | None" = None
    underlines: "Image | None" = None
    corners: tuple[Box, ...] = ()
    bars: tuple[Box, ...] = ()


def find_lines(picture: "Image", *, dpi: int) -> Lines:
    """The ruling lines, tick boxes and rows of dots drawn on a straight picture."""
    from PIL import Image

    scale = dpi / LINE_DPI
    size = max(1, round(picture.width / scale)), max(1, round(picture.height / scale))
    small = picture.resize(size, Image.Resampling.BOX)
    cut = best_cut(small)
    # a thin line loses contrast when the picture is made smaller
    dark = small.point([0 if level <= max(cut.index(255), 170) else 255 for level in range(256)])
    pale = small.point([0 if level <= _PALE else 255 for level in range(256)])
    bars = find_bars(dark)
    dark = without_bars(dark, bars)
    level = _runs(dark)
    level.lines.extend(_faint(small, [box for box, _ in level.lines]))
    across = [edge for box, _ in level.lines for edge in _edges(box)]
    upright, rounded = _upright_lines(dark, across)
    standing = [rule for rule, _ in upright]
    level_sides, upright_sides = edges_of(bars)
    drawn_on = [edge for corner in rounded for edge in corner.edges]
    rules = [*across, *level_sides, *standing, *upright_sides, *drawn_on]
    under = find_underlines(dark, [box for box, _ in level.lines], standing)
    tails = [p for (_, ps), is_under in zip(level.lines, under, strict=True) if is_under for p in ps]
    squares = [
        (box, marked)
        for box in (_scaled(square, scale) for square in _squares(dark, level.short))
        if (marked := look_at_square(picture, box)) is not None
    ]
    return Lines(
        tuple(_scaled(box, scale) for box in rules),
        tuple(squares),
        tuple(_scaled(box, scale) for box in find_leaders(dark, pale)),
        _drawn(
            dark.size,
            [piece for _, pieces in level.lines for piece in pieces],
            [piece for _, pieces in upright for piece in pieces],
        ),
        _drawn(dark.size, tails) if tails else None,
        tuple(_scaled(corner.box, scale) for corner in rounded),
        tuple(_scaled(bar, scale) for bar in bars),
    )


def _upright_lines(
    dark: "Image", across: Sequence[Box]
) -> tuple[list[tuple[Box, list[tuple[int, int, int]]]], list[Corner]]:
    """The upright lines, each with its dark runs as (x, y0, y1), and the rounded corners at their ends.

    A short one is a line only where it joins two level lines.
    """
    from PIL import Image

    turned = _runs(dark.transpose(Image.Transpose.TRANSPOSE), least=_JOINING)
    upright = [(_turned(edge), pieces) for box, pieces in turned.lines for edge in _edges(box)]
    corners = find_corners(across, [rule for rule, _ in upright])
    kept = [
        number
        for number, (rule, _) in enumerate(upright)
        if rule[3] - rule[1] >= _LONG or _joins(rule, across) or len(corners.get(number, ())) > 1
    ]
    rounded = [corner for number in kept for corner in corners.get(number, ())]
    return [upright[number] for number in kept], rounded


def _faint(small: "Image", known: Sequence[Box]) -> list[tuple[Box, list[tuple[int, int, int]]]]:
    """Long thin level lines that are hardly darker than the paper, beside those known."""
    runs = _runs(small.point([0 if level <= _FAINT else 255 for level in range(256)]), least=_FAINT_LENGTH)
    return [
        (box, pieces)
        for box, pieces in runs.lines
        if box[3] - box[1] <= 4
        and not any(
            k[1] - 4 <= box[3] and box[1] <= k[3] + 4 and k[0] < box[2] and box[0] < k[2] for k in known
        )
    ]


def _turned(box: Box) -> Box:
    """A box with its sides changed for one another, as in a picture that is turned over its diagonal."""
    return box[1], box[0], box[3], box[2]


def _joins(upright: Box, across: Sequence[Box]) -> bool:
    """Whether a short upright line stands between two level ones."""
    x, top, _, bottom = upright
    ends = [rule[1] for rule in across if rule[0] - 4 <= x <= rule[2] + 4]
    return any(abs(y - top) < 5 for y in ends) and any(abs(y - bottom) < 5 for y in ends)


def _drawn(
    size: tuple[int, int],
    level: Sequence[tuple[int, int, int]],
    upright: Sequence[tuple[int, int, int]] = (),
) -> "Image":
    """The dark runs of ruling lines alone, white on black, a little wider than they are."""
    from PIL import Image, ImageDraw

    alone = Image.new("L", size, 0)
    pen = ImageDraw.Draw(alone)
    for y, x0, x1 in level:
        pen.rectangle((x0 - 1, y - 1, x1 + 1, y + 1), fill=255)
    for x, y0, y1 in upright:
        pen.rectangle((x - 1, y0 - 1, x + 1, y1 + 1), fill=255)
    return alone


def _scaled(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


@dataclass(frozen=True, slots=True)
class _Runs:
    """Level lines, each with its dark runs as (y, x0, x1), and every shorter dark run."""

    lines: list[tuple[Box, list[tuple[int, int, int]]]]
    short: list[tuple[int, int, int]]


@dataclass(slots=True)
class _Growing:
    x0: int
    top: int
    x1: int
    bottom: int
    pieces: list[tuple[int, int, int]]

    @property
    def done(self) -> tuple[Box, list[tuple[int, int, int]]]:
        return (self.x0, self.top, self.x1, self.bottom), self.pieces


def _runs(dark: "Image", least: int = _LONG) -> _Runs:
    """The level lines of a black and white picture, and what is too short to be one."""
    wide, data = dark.width, dark.tobytes()
    active: list[_Growing] = []
    found = _Runs([], [])
    for y in range(dark.height):
        row = data[y * wide : (y + 1) * wide]
        if _SHORTEST not in row:
            continue
        for match in _RUN.finditer(row):
            x0, x1 = match.start(), match.start() + len(match[0].rstrip(b"\xff"))
            broken = x1 - x0 < _SURELY and row.count(b"\xff", x0, x1) > (x1 - x0) // 25
            if x1 - x0 < least or broken:
                if x1 - x0 >= _SHORT:
                    found.short.append((y, x0, x1))
                continue
            for line in active:
                if line.bottom >= y - 2 and min(line.x1, x1) - max(line.x0, x0) > 0:
                    line.x0, line.x1, line.bottom = min(line.x0, x0), max(line.x1, x1), y
                    line.pieces.append((y, x0, x1))
                    break
            else:
                active.append(_Growing(x0, y, x1, y, [(y, x0, x1)]))
        if any(line.bottom < y - 2 for line in active):
            found.lines.extend(line.done for line in active if line.bottom < y - 2)
            active = [line for line in active if line.bottom >= y - 2]
    found.lines.extend(line.done for line in active)
    return found


def _edges(line: Box) -> list[Box]:
    """A thin run as one line; a dark band as its two edges."""
    x0, top, x1, bottom = line
    if bottom - top <= _THICK:
        middle = (top + bottom) / 2
        return [(x0, middle, x1, middle)]
    return [(x0, top, x1, top), (x0, bottom, x1, bottom)]


def _squares(dark: "Image", runs: list[tuple[int, int, int]]) -> list[Box]:
    """Pairs of short runs with dark sides between them."""
    by_start: dict[int, list[tuple[int, int, int]]] = {}
    for run in runs:
        by_start.setdefault(run[1] // 4, []).append(run)
    found: list[Box] = []
    for y, x0, x1 in runs:
        wide = x1 - x0
        if any(abs(box[0] - x0) < 6 and box[1] - 6 < y < box[3] + 6 for box in found):
            continue
        for y2, a, b in (run for key in range(x0 // 4 - 1, x0 // 4 + 2) for run in by_start.get(key, ())):
            near = abs(a - x0) <= 3 and abs(b - x1) <= 3 and 0.75 * wide <= y2 - y <= 1.3 * wide
            if near and _is_framed(dark, x0, y, x1, y2):
                found.append((x0, y, x1, y2))
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


def _black(part: "Image", *, by_row: bool = False) -> float:
    """The share of black pixels, or of rows that hold one."""
    data, wide = part.tobytes(), part.width
    if not data:
        return 0.0
    if by_row:
        rows = [data[i : i + wide] for i in range(0, len(data), wide)]
        return sum(b"\x00" in row for row in rows) / len(rows)
    return data.count(0) / len(data)


def _crossed(plain: "Image", band: "Image", dpi: int) -> "Image":
    """Where strokes of letters cross the lines that were painted over: print above and below at once."""
    from PIL import Image, ImageChops

    ink = plain.point([255 if level < 128 else 0 for level in range(256)])
    above = below = Image.new("L", plain.size, 0)
    for far in range(2, max(4, round(dpi / 30)), 2):  # a line is up to two points thick
        above = ImageChops.lighter(above, ImageChops.offset(ink, 0, far))
        below = ImageChops.lighter(below, ImageChops.offset(ink, 0, -far))
    return ImageChops.multiply(band, ImageChops.multiply(above, below))


def without_lines(picture: "Image", lines: Lines, *, dpi: int, underlined: bool = False) -> "Image":
    """The picture with its ruling lines, dots and tick boxes painted over, which OCR takes for letters.

    `underlined` leaves the lines under words in which tails of letters end.
    """
    from PIL import Image, ImageChops, ImageDraw

    plain = picture.copy()
    if lines.drawn is not None:
        drawn = lines.drawn
        if underlined and lines.underlines is not None:
            drawn = ImageChops.subtract(drawn, lines.underlines)
        band = drawn.resize(picture.size, Image.Resampling.NEAREST)
        plain.paste(255, (0, 0), band)
        plain.paste(picture, (0, 0), _crossed(plain, band, dpi))
    pen = ImageDraw.Draw(plain)
    edge = max(1, round(dpi / LINE_DPI))
    for x0, top, x1, bottom in lines.leaders:
        pen.rectangle((x0 - edge, top, x1 + edge, bottom), fill=255)
    for x0, top, x1, bottom in lines.corners:
        pen.rectangle((x0 - 2 * edge, top - 2 * edge, x1 + 2 * edge, bottom + 2 * edge), fill=255)
    for bar in lines.bars:
        show_white(plain, picture, bar, edge)
    for (x0, top, x1, bottom), _ in lines.squares:
        more = max(4, (x1 - x0) / 4)
        pen.rectangle((x0 - more, top - more, x1 + more, bottom + more), fill=255)
    return plain
