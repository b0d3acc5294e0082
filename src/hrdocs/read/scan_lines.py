"""Ruling lines, tick boxes and rows of dots on the picture of a page: found, and painted over.

Lengths are pixels of the picture given. Pillow alone does the work: rows of pixels are searched as byte
strings, which is quick enough for a page in a tenth of a second.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.document import Box
from hrdocs.read.scan_paper import best_cut
from hrdocs.read.scan_squares import look_at_square

if TYPE_CHECKING:
    from PIL.Image import Image

_FAINT = 222  # the grey of lines that a scanner gives only just
_FAINT_LENGTH = 150  # at LINE_DPI
LINE_DPI = 150
_RUN = re.compile(rb"(?:\x00{8,}\xff{0,2})+")
_SHORTEST = bytes(8)
_DOTS = re.compile(rb"(?:\x00{1,4}\xff{1,7}){5,}\x00{1,4}")
_DOT = re.compile(rb"\x00+")
_LEAST_DOTS = 6
_LONG = 42  # at LINE_DPI: longer than any stroke of a letter
_SURELY = 90  # a shorter run with gaps in it may be the tops of bold letters
_JOINING = 22  # the side of a cell one line high, where it stands between two level lines
_SHORT = 15  # the side of the smallest tick box
_THICK = 9


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruling lines as (x0, top, x1, bottom), and small squares with whether they are marked.

    `leaders` are rows of dots; `drawn` is the picture with all of these alone, small.
    """

    rules: tuple[Box, ...]
    squares: tuple[tuple[Box, bool], ...]
    leaders: tuple[Box, ...] = ()
    drawn: "Image | None" = None


def find_lines(picture: "Image", *, dpi: int) -> Lines:
    """The ruling lines, tick boxes and rows of dots drawn on a straight picture."""
    from PIL import Image

    scale = dpi / LINE_DPI
    size = max(1, round(picture.width / scale)), max(1, round(picture.height / scale))
    small = picture.resize(size, Image.Resampling.BOX)
    cut = best_cut(small)
    # a thin line loses contrast when the picture is made smaller
    dark = small.point([0 if level <= max(cut.index(255), 170) else 255 for level in range(256)])
    level = _runs(dark)
    turned = _runs(dark.transpose(Image.Transpose.TRANSPOSE), least=_JOINING)
    faint = _faint(small, [box for box, _ in level.lines])
    level.lines.extend(faint)
    across = [rule for box, _ in level.lines for rule in _edges(box)]
    upright = [
        (box, pieces) for box, pieces in turned.lines if box[2] - box[0] >= _LONG or _joins(box, across)
    ]
    standing = [(x0, y0, x1, y1) for box, _ in upright for y0, x0, y1, x1 in _edges(box)]
    rules = [*across, *standing]
    squares = [
        (box, marked)
        for box in (_scaled(square, scale) for square in _squares(dark, level.short))
        if (marked := look_at_square(picture, box)) is not None
    ]
    leaders = _dotted(dark)
    drawn = _drawn(dark.size, [p for _, ps in level.lines for p in ps], [p for _, ps in upright for p in ps])
    return Lines(
        tuple(_scaled(box, scale) for box in rules),
        tuple(squares),
        tuple(_scaled(box, scale) for box in leaders),
        drawn,
    )


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


def _joins(turned: Box, across: Sequence[Box]) -> bool:
    """Whether a short upright line stands between two level ones."""
    top, x, bottom = turned[0], (turned[1] + turned[3]) / 2, turned[2]
    ends = [rule[1] for rule in across if rule[0] - 4 <= x <= rule[2] + 4]
    return any(abs(y - top) < 5 for y in ends) and any(abs(y - bottom) < 5 for y in ends)


def _drawn(
    size: tuple[int, int], level: Sequence[tuple[int, int, int]], upright: Sequence[tuple[int, int, int]]
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


def _dotted(dark: "Image") -> list[Box]:
    """Rows of small dots with nothing above or below them: leaders to write on."""
    wide, data = dark.width, dark.tobytes()
    found: list[Box] = []
    for y in range(8, dark.height - 6):
        row = data[y * wide : (y + 1) * wide]
        if row.count(0) < _LEAST_DOTS:
            continue
        for match in _DOTS.finditer(row):
            run: list[tuple[int, int]] = []
            spans = [(match.start() + d.start(), match.start() + d.end()) for d in _DOT.finditer(match[0])]
            for x0, x1 in [*spans, (-1, -1)]:
                if x0 >= 0 and _is_dot(data, wide, y, x0, x1):
                    run.append((x0, x1))
                    continue
                run = _trimmed(run)
                if len(run) >= _LEAST_DOTS and _is_even(run):
                    found.append((run[0][0], y - 3, run[-1][1], y + 3))
                run = []
    return _merged_leaders(found)


def _is_dot(data: bytes, wide: int, y: int, x0: int, x1: int) -> bool:
    """Whether a dark run of a row is as high as a dot, with paper above and below."""
    # wider than the dot: the foot of an X leans away from it
    above = all(b"\x00" not in data[(y - d) * wide + x0 - 2 : (y - d) * wide + x1 + 2] for d in (4, 5, 6, 7))
    return above and all(b"\x00" not in data[(y + d) * wide + x0 : (y + d) * wide + x1] for d in (4, 5))


def _trimmed(run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The run without what only looks like its first or last dot: the foot of a letter beside it."""
    if len(run) < _LEAST_DOTS:
        return []
    steps = sorted(b[0] - a[0] for a, b in pairwise(run))
    widths = sorted(b - a for a, b in run)
    step, width = steps[len(steps) // 2], widths[len(widths) // 2]

    def is_odd(end: tuple[int, int], beside: tuple[int, int]) -> bool:
        return abs(abs(beside[0] - end[0]) - step) > 1 or end[1] - end[0] > width + 1

    while len(run) > 1 and is_odd(run[0], run[1]):
        run = run[1:]
    while len(run) > 1 and is_odd(run[-1], run[-2]):
        run = run[:-1]
    return run


def _is_even(run: Sequence[tuple[int, int]]) -> bool:
    steps = [b[0] - a[0] for a, b in pairwise(run)]
    middle = sorted(steps)[len(steps) // 2]
    return sum(abs(step - middle) <= 2 for step in steps) >= 0.85 * len(steps)


def _merged_leaders(found: Sequence[Box]) -> list[Box]:
    """One box for what the rows of pixels of one leader gave."""
    merged: list[Box] = []
    for box in sorted(found, key=lambda b: (b[1], b[0])):
        for at, other in enumerate(merged):
            if abs(other[1] - box[1]) < 6 and other[0] - 9 <= box[2] and box[0] <= other[2] + 9:
                lows = [min(pair) for pair in zip(other, box, strict=True)]
                highs = [max(pair) for pair in zip(other, box, strict=True)]
                merged[at] = (lows[0], lows[1], highs[2], highs[3])
                break
        else:
            merged.append(box)
    return merged


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


def without_lines(picture: "Image", lines: Lines, *, dpi: int) -> "Image":
    """The picture with its ruling lines, dots and tick boxes painted over, which OCR takes for letters."""
    from PIL import Image, ImageDraw

    plain = picture.copy()
    if lines.drawn is not None:
        band = lines.drawn.resize(picture.size, Image.Resampling.NEAREST)
        plain.paste(255, (0, 0), band)
        plain.paste(picture, (0, 0), _crossed(plain, band, dpi))
    pen = ImageDraw.Draw(plain)
    edge = max(1, round(dpi / LINE_DPI))
    for x0, top, x1, bottom in lines.leaders:
        pen.rectangle((x0 - edge, top, x1 + edge, bottom), fill=255)
    for (x0, top, x1, bottom), _ in lines.squares:
        more = max(4, (x1 - x0) / 4)
        pen.rectangle((x0 - more, top - more, x1 + more, bottom + more), fill=255)
    return plain
