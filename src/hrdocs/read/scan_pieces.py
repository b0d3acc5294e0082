"""The separate pieces of ink in the picture of one word: letters, dots, accents, tails.

Lengths are pixels of the picture given; an em is the size of the print.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_DARK = re.compile(rb"\x00+")
_CUT = 135  # the grey level below which a pixel is ink
_MOST_RUNS = 4000


@dataclass(frozen=True, slots=True)
class Shape:
    """How many small pieces stand above the letters, how many of them lean, and how many tails hang.

    `leans` says of each of them, from the left, how far its foot is left of its head, of its height.
    """

    above: int
    slanted: int
    below: int
    leans: tuple[float, ...] = ()


@dataclass(slots=True)
class _Piece:
    x0: int
    top: int
    x1: int
    bottom: int
    ink: int

    def add(self, other: "_Piece") -> None:
        self.x0, self.top = min(self.x0, other.x0), min(self.top, other.top)
        self.x1, self.bottom = max(self.x1, other.x1), max(self.bottom, other.bottom)
        self.ink += other.ink


def find_pieces(picture: "Image", *, em: float) -> Shape | None:
    """What stands above and below the letters of a word; None where the print cannot be told apart."""
    dark = picture.point([0 if level < _CUT else 255 for level in range(256)])
    pieces = [p for p in _pieces(dark.tobytes(), dark.width, dark.height) if p.ink > 2]
    letters = [p for p in pieces if p.bottom - p.top > 0.33 * em and p.top > 0]
    if not letters:
        return None
    feet = sorted(p.bottom for p in letters)
    base = feet[len(feet) // 3]
    if sum(abs(f - base) <= 0.07 * em for f in feet) < max(1, 0.4 * len(feet)):
        return None
    above = slanted = below = 0
    leans: list[tuple[int, float]] = []
    for piece in pieces:
        wide, high = piece.x1 - piece.x0, piece.bottom - piece.top
        if piece.top == 0 or piece.bottom >= dark.height:
            continue  # of the line above or below
        is_small = high < 0.3 * em and wide < 0.5 * em and piece.ink > 0.004 * em * em
        if is_small and piece.bottom < base - 0.42 * em:
            above += 1
            leans.append((piece.x0, _lean(dark, piece)))
            full = piece.ink / max(1, wide * high)
            slanted += (wide > 1.45 * high and wide > 0.16 * em) or (full < 0.59 and high > 0.1 * em)
        elif piece.bottom > base + 0.1 * em and piece.top < base:
            below += 1
    return Shape(above, slanted, below, tuple(lean for _, lean in sorted(leans)))


def _lean(dark: "Image", piece: _Piece) -> float:
    """How far the lowest third of a piece is left of its highest, of its height."""
    third = max(1, (piece.bottom - piece.top) // 3)
    head = dark.crop((piece.x0, piece.top, piece.x1, piece.top + third))
    foot = dark.crop((piece.x0, piece.bottom - third, piece.x1, piece.bottom))
    return (_middle(head) - _middle(foot)) / max(1, piece.bottom - piece.top)


def _middle(part: "Image") -> float:
    """The mean place of the dark pixels of a part, from its left."""
    data, wide = part.tobytes(), part.width
    places = [at % wide for at, level in enumerate(data) if level == 0]
    return sum(places) / len(places) if places else wide / 2


def _pieces(data: bytes, wide: int, high: int) -> Sequence[_Piece]:
    """The pieces of touching dark pixels, row by row."""
    found: list[_Piece] = []
    parent: list[int] = []
    before: list[tuple[int, int, int]] = []

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for y in range(high):
        row: list[tuple[int, int, int]] = []
        for match in _DARK.finditer(data, y * wide, (y + 1) * wide):
            x0, x1 = match.start() - y * wide, match.end() - y * wide
            number = len(parent)
            parent.append(number)
            found.append(_Piece(x0, y, x1, y + 1, x1 - x0))
            for a, b, other in before:
                if a <= x1 and x0 <= b:
                    parent[root(number)] = root(other)
            row.append((x0, x1, number))
        before = row
        if len(parent) > _MOST_RUNS:
            return ()
    whole: dict[int, _Piece] = {}
    for number, piece in enumerate(found):
        key = root(number)
        if key in whole:
            whole[key].add(piece)
        else:
            whole[key] = piece
    return list(whole.values())
