"""Rows of dots to write on, found on the picture of a page in black and white. Lengths are its pixels."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS = re.compile(rb"(?:\x00{1,4}\xff{1,7}){5,}\x00{1,4}")
_DOT = re.compile(rb"\x00+")
_LEAST_DOTS = 6


def find_leaders(dark: "Image", pale: "Image") -> list[Box]:
    """Rows of small dots with nothing above or below them: leaders to write on.

    `pale` is the same picture with what is hardly darker than the paper as ink: grey print has dark feet.
    """
    wide, data, around = dark.width, dark.tobytes(), pale.tobytes()
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
                if len(run) >= _LEAST_DOTS and _is_even(run) and not _are_feet(run, around, wide, y):
                    found.append((run[0][0], y - 3, run[-1][1], y + 3))
                run = []
    return _merged_leaders(found)


def _is_dot(data: bytes, wide: int, y: int, x0: int, x1: int) -> bool:
    """Whether a dark run of a row is as high as a dot, with paper above and below."""
    # wider than the dot: the foot of an X leans away from it
    above = all(b"\x00" not in data[(y - d) * wide + x0 - 2 : (y - d) * wide + x1 + 2] for d in (4, 5, 6, 7))
    return above and all(b"\x00" not in data[(y + d) * wide + x0 : (y + d) * wide + x1] for d in (4, 5))


def _are_feet(run: Sequence[tuple[int, int]], pale: bytes, wide: int, y: int) -> bool:
    """Whether dots of a row, one in four at least, are only the dark feet of grey letters."""
    rows = [pale[(y - d) * wide : (y - d + 1) * wide] for d in (4, 5, 6)]
    return 4 * sum(any(0 in row[x0 - 1 : x1 + 1] for row in rows) for x0, x1 in run) > len(run)


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
