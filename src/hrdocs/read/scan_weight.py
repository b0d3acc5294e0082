"""How heavy and how large the print of each recognised word is: bold labels and headings.

Lengths are pixels of the picture; an em is the size of the print.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.tools.ocr import OcrWord

if TYPE_CHECKING:
    from PIL.Image import Image

_RISING = re.compile(r"[A-Zbdfhklt0-9\u2019'\u201c\"(/]|[^\W\d_a-zA-Z]")
_FALLING = re.compile(r"[gjpqyQ,;()]")
_LEAST = 2  # letters from which a word's weight can be told
_HEAVIER = 1.28  # the strokes of bold print against those of plain
_USUAL = 0.13  # a size that differs less from the page's own is the same


def weigh(lines: Sequence[Sequence[OcrWord]], picture: "Image", em: float) -> list[OcrWord]:
    """The words of all lines with their size and whether they are bold."""
    measured = [_size(line, em) for line in lines]
    usual = _usual(lines, measured) or em
    sizes = [usual if size is None or abs(size / usual - 1) < _USUAL else size for size in measured]
    weights = [
        [_weight(word, picture) / size if _letters(word) >= _LEAST else None for word in line]
        for line, size in zip(lines, sizes, strict=True)
    ]
    cut = _cut([
        (weight, _letters(word))
        for line, row in zip(lines, weights, strict=True)
        for word, weight in zip(line, row, strict=True)
        if weight
    ])  # fmt: skip
    found: list[OcrWord] = []
    for line, size, row in zip(lines, sizes, weights, strict=True):
        heavy = _evened([None if cut is None or w is None else w > cut for w in row])
        found += [replace(w, size=size, bold=bold) for w, bold in zip(line, heavy, strict=True)]
    return found


def _letters(word: OcrWord) -> int:
    return sum(c.isalnum() for c in word.text)


def _size(line: Sequence[OcrWord], em: float) -> float | None:
    """The size of a line's print, by how high its letters must be; None where that cannot be told."""
    found = []
    for word in line:
        if _letters(word) < 2 or word.confidence < 60:
            continue
        rising, falling = bool(_RISING.search(word.text)), bool(_FALLING.search(word.text))
        share = 0.53 + 0.2 * rising + 0.21 * falling
        found += [(word.bottom - word.top) / share] * _letters(word)
    if not found:
        return None
    size = sorted(found)[len(found) // 2]
    return size if 0.5 * em < size < 4 * em else None


def _usual(lines: Sequence[Sequence[OcrWord]], sizes: Sequence[float | None]) -> float | None:
    """The size of most letters."""
    counted = sorted(
        (size, sum(map(_letters, line))) for line, size in zip(lines, sizes, strict=True) if size
    )
    half, seen = sum(count for _, count in counted) / 2, 0
    for size, count in counted:
        seen += count
        if seen >= half:
            return size
    return None


def _weight(word: OcrWord, picture: "Image") -> float:
    """How thick the strokes of a word are: its ink over the length of its outlines."""
    from PIL import Image

    x0, top = max(0, round(word.x0)), max(0, round(word.top))
    part = picture.crop((x0, top, max(x0 + 2, round(word.x1)), max(top + 2, round(word.bottom))))
    ink, paper = _levels(part)
    cut = (ink + paper) // 2
    dark = part.point([1 if level < cut else 0 for level in range(256)])
    rows = dark.tobytes()
    columns = dark.transpose(Image.Transpose.TRANSPOSE).tobytes()
    outline = rows.count(b"\0\1") + columns.count(b"\0\1")
    return rows.count(1) / max(1, outline)


def _levels(part: "Image") -> tuple[int, int]:
    """The grey level of the darkest fiftieth of a part, and that of its lightest tenth."""
    count, seen, ink = part.width * part.height, 0, -1
    for level, number in enumerate(part.histogram()):
        seen += number
        if ink < 0 and seen > count // 50:
            ink = level
        if seen > count * 9 // 10:
            return ink, level
    return max(ink, 0), 255


def _cut(weights: Sequence[tuple[float, int]]) -> float | None:
    """The weight between plain and bold print; None where all is of one kind."""
    if len(weights) < 2:
        return None
    ordered = sorted(weights)
    total, mass = sum(n for _, n in ordered), sum(w * n for w, n in ordered)
    best, cut, means = 0.0, None, (1.0, 1.0)
    below = below_mass = 0.0
    for (weight, count), (following, _) in pairwise(ordered):
        below, below_mass = below + count, below_mass + weight * count
        low, high = below_mass / below, (mass - below_mass) / (total - below)
        spread = below * (total - below) * (high - low) ** 2
        if spread > best:
            best, cut, means = spread, (weight + following) / 2, (low, high)
    return cut if means[1] > _HEAVIER * means[0] else None


def _evened(heavy: Sequence[bool | None]) -> list[bool]:
    """Each word's weight, that of short words and of single odd ones as beside them."""
    known = [at for at, one in enumerate(heavy) if one is not None]
    if not known:
        return [False] * len(heavy)
    near = [heavy[min(known, key=lambda k: (abs(k - at), k > at))] or False for at in range(len(heavy))]
    return [
        near[at - 1] if 0 < at < len(near) - 1 and near[at - 1] == near[at + 1] else one
        for at, one in enumerate(near)
    ]
