"""Rounded corners of boxes: level and upright lines that end near one another and would meet if drawn on.

Lengths are pixels of the picture given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdocs.document import Box

_LEAST, _MOST = 1.5, 14.0  # how far the lines end from where they would meet
_AROUND = tuple((across, down) for across in (-1, 0, 1) for down in (-1, 0, 1))


@dataclass(frozen=True, slots=True)
class Corner:
    """The box of a corner, and its two edges as if it were sharp."""

    box: Box
    edges: tuple[Box, Box]


def find_corners(level: Sequence[Box], upright: Sequence[Box]) -> dict[int, list[Corner]]:
    """The rounded corners at the ends of each upright line, by its number."""
    found: dict[int, list[Corner]] = {}
    for one, number in sorted(set(_near_ends(level, upright))):
        corner = _corner(level[one], upright[number])
        if corner is not None:
            found.setdefault(number, []).append(corner)
    return found


def _corner(level: Box, upright: Box) -> Corner | None:
    (x0, y, x1, _), (x, top, _, bottom) = level, upright
    is_left, is_upper = x < (x0 + x1) / 2, y < (top + bottom) / 2
    end, foot = (x0 if is_left else x1), (top if is_upper else bottom)
    wide, high = (end - x if is_left else x - end), (foot - y if is_upper else y - foot)
    if not (_LEAST < wide < _MOST and _LEAST < high < _MOST):
        return None
    box = min(x, end), min(y, foot), max(x, end), max(y, foot)
    return Corner(box, ((box[0], y, box[2], y), (x, box[1], x, box[3])))


def _near_ends(level: Sequence[Box], upright: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """The numbers of level and upright lines that end near one another."""
    ends: dict[tuple[int, int], list[int]] = {}
    for number, (x0, y, x1, _) in enumerate(level):
        for x in (x0, x1):
            ends.setdefault((int(x // _MOST), int(y // _MOST)), []).append(number)
    for number, (x, top, _, bottom) in enumerate(upright):
        for y in (top, bottom):
            for across, down in _AROUND:
                for one in ends.get((int(x // _MOST) + across, int(y // _MOST) + down), ()):
                    yield one, number
