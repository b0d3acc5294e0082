"""Tick boxes on the picture of a page, told from letters that are shaped nearly like them.

Lengths are pixels of the picture given.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_FULL = 0.9  # the dark share of the middle of a side
_ROUNDING = 0.1  # of a side, along the diagonal of a corner: a D and an O are rounder
_CUT_OFF = 0.18  # of a side, along a side: a B is rounder
_THICKEST = 0.2  # of a side: letters of that size are bolder
_MARKED = 0.05


def look_at_square(picture: "Image", box: Box) -> bool | None:
    """Whether something is drawn inside a tick box; None where the box is a letter."""
    x0, top, x1, bottom = (round(value) for value in box)
    pad = max(4, (x1 - x0) // 5)
    part = picture.crop((x0 - pad, top - pad, x1 + pad, bottom + pad))
    dark = _Dark(part)
    outer = dark.outline(pad)
    if outer is None:
        return None
    left, upper, right, lower = outer
    side = min(right - left, lower - upper)
    most = max(3, round(_ROUNDING * side))
    corners = ((left, upper, 1, 1), (right, upper, -1, 1), (left, lower, 1, -1), (right, lower, -1, -1))
    if any(dark.depth(*corner) > most for corner in corners):
        return None
    if any(dark.cut_off(*corner) > max(4, _CUT_OFF * side) for corner in corners):
        return None
    thick = dark.thickness(outer)
    if thick > max(3, _THICKEST * side):
        return None
    inset = thick + max(2, side // 12)
    inner = left + inset, upper + inset, right - inset + 1, lower - inset + 1
    return dark.share(*inner) > _MARKED


class _Dark:
    """The dark pixels of a small picture, cut midway between its paper and its ink."""

    def __init__(self, part: "Image") -> None:
        levels = sorted(part.tobytes())
        paper, ink = levels[(len(levels) * 9) // 10], levels[len(levels) // 50]
        cut = (paper + ink) // 2
        self._data = part.point([255 if level < cut else 0 for level in range(256)]).tobytes()
        self._wide, self._high = part.size

    def is_dark(self, x: int, y: int) -> bool:
        return 0 <= x < self._wide and 0 <= y < self._high and self._data[y * self._wide + x] > 0

    def share(self, x0: int, y0: int, x1: int, y1: int) -> float:
        """The share of dark pixels in a part."""
        if x1 <= x0 or y1 <= y0:
            return 0.0
        rows = (self._data[y * self._wide + x0 : y * self._wide + x1] for y in range(y0, y1))
        return sum(len(row) - row.count(0) for row in rows) / ((x1 - x0) * (y1 - y0))

    def outline(self, pad: int) -> tuple[int, int, int, int] | None:
        """The outermost full lines near where a square's sides should be."""
        wide, high = self._wide, self._high
        across, down = range(wide // 3, wide - wide // 3), range(high // 3, high - high // 3)
        near, far = range(2 * pad), range(2 * pad + 1)
        left = self._edge([(x, 1, 0) for x in near], down)
        right = self._edge([(wide - 1 - at, -1, 0) for at in far], down)
        upper = self._edge([(y, 0, 1) for y in near], across)
        lower = self._edge([(high - 1 - at, 0, -1) for at in far], across)
        if left is None or upper is None or right is None or lower is None:
            return None
        return left, upper, right, lower

    def _edge(self, lines: Sequence[tuple[int, int, int]], along: Sequence[int]) -> int | None:
        """The first of some lines, from outside, that with its next two inwards is full."""
        for at, step_x, step_y in lines:
            shares = [
                [self.is_dark(at + n * step_x, other) if step_x else self.is_dark(other, at + n * step_y)
                 for other in along]
                for n in range(3)
            ]  # fmt: skip
            if sum(map(any, zip(*shares, strict=True))) >= _FULL * len(along):
                inwards = next((n for n, share in enumerate(shares) if sum(share) > 0.4 * len(along)), 1)
                return at + inwards * (step_x + step_y)
        return None

    def depth(self, x: int, y: int, step_x: int, step_y: int) -> int:
        """How far from a corner, along the diagonal, the first dark pixel is."""
        for at in range(self._wide):
            if self.is_dark(x + at * step_x, y + at * step_y):
                return at
        return self._wide

    def cut_off(self, x: int, y: int, step_x: int, step_y: int) -> int:
        """How far from a corner, along the side that begins last, the first dark pixel is."""
        level = min(self.depth(x, y + n * step_y, step_x, 0) for n in range(3))
        upright = min(self.depth(x + n * step_x, y, 0, step_y) for n in range(3))
        return max(level, upright)

    def thickness(self, outer: tuple[int, int, int, int]) -> int:
        """How thick the thickest of a square's sides is, a fifth from its corner."""
        left, upper, right, lower = outer
        most = (right - left) // 4
        y, x = upper + (lower - upper) // 4, left + (right - left) // 4
        runs = (
            [self.is_dark(left + at, y) for at in range(most)],
            [self.is_dark(right - at, y) for at in range(most)],
            [self.is_dark(x, upper + at) for at in range(most)],
            [self.is_dark(x, lower - at) for at in range(most)],
        )
        return max(run.index(False) if False in run else most for run in runs)
