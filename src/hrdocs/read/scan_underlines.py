"""Level lines under words, in whose ink the tails of letters end: painted over, they take a g for a q.

Lengths are pixels of a picture in black and white, 0 for ink.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_TAIL = 4  # how far above the line ink must go on to be of a letter
_BODY = 9  # how far above the line the letters on it have ink
_BELOW = 0.35  # of their ink: more is under a line that strikes words through
_END = 4.0  # within which lines meet


def find_underlines(dark: "Image", level: Sequence[Box], upright: Sequence[Box]) -> list[bool]:
    """Which of some level lines run under words whose letters touch them, and are no side of a box."""
    data, wide, high = dark.tobytes(), dark.width, dark.height
    rows = [data[y * wide : (y + 1) * wide] for y in range(high)]
    return [not _is_side(line, upright) and _is_touched(rows, line) for line in level]


def _is_side(line: Box, upright: Sequence[Box]) -> bool:
    """Whether an upright line meets a level one."""
    x0, top, x1, bottom = line
    return any(
        x0 - _END <= x <= x1 + _END and above - _END <= bottom and top <= below + _END
        for x, above, _, below in upright
    )


def _is_touched(rows: Sequence[bytes], line: Box) -> bool:
    """Whether ink hangs down to a line from letters, and there is hardly any under it."""
    x0, top, x1, bottom = (int(value) for value in line)
    if top < _BODY or bottom + _BODY >= len(rows):
        return False
    over = [rows[y][x0:x1] for y in range(top - _BODY, top)]
    under = [rows[y][x0:x1] for y in range(bottom + 3, bottom + _BODY)]
    tails = [x for x in range(1, x1 - x0 - 1) if all(0 in row[x - 1 : x + 2] for row in over[-_TAIL:])]
    ink, below = (sum(row.count(0) for row in some) for some in (over[: _BODY - 2], under))
    return bool(tails) and below < _BELOW * ink
