"""The boxes of recognised words fitted to their ink: engines are loose with them, and they tell columns.

Lengths are pixels of the picture; an em is the size of the print.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.read.scan_alike import CONTESTED
from hrdocs.read.scan_ink import columns_of, dark_part, find_blanks
from hrdocs.tools.ocr import OcrWord

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST_BLANK = 0.1  # of an em: between two letters there is less
_SPACE = 0.2  # of an em: no two letters of a word are so far apart, but of type of one width
_WIDE = 0.65  # of an em
_FAR = 0.6  # of an em: how far off an engine puts the space between two words


def fit_words(lines: Sequence[Sequence[OcrWord]], picture: "Image", em: float) -> list[list[OcrWord]]:
    """The words of each line with boxes that hug their ink."""
    return [_fitted(line, picture, em) for line in lines if line]


@dataclass(frozen=True, slots=True)
class _Strip:
    """The ink of a line, where the strip begins on the page, and how wide a space between two words is."""

    dark: "Image"
    left: int
    top: int
    columns: bytes
    space: float


def _fitted(line: Sequence[OcrWord], picture: "Image", em: float) -> list[OcrWord]:
    edge = round(0.3 * em)
    left, top = max(0, round(line[0].x0) - edge), max(0, round(min(w.top for w in line)) - 1)
    right = min(picture.width, round(max(w.x1 for w in line)) + edge)
    bottom = min(picture.height, round(max(w.bottom for w in line)) + 2)
    if right - left < 2 or bottom - top < 2:
        return list(line)
    dark = dark_part(picture, (left, top, right, bottom))
    columns = columns_of(dark)
    cuts = _cuts(line, [(a + left, b + left) for a, b in find_blanks(columns, _LEAST_BLANK * em)], em)
    gaps = sorted(b - a for a, b in cuts)
    space = 0.7 * gaps[len(gaps) // 2] if len(gaps) > 2 else _SPACE * em
    strip = _Strip(dark, left, top, columns, space)
    starts, ends = [line[0].x0, *(b for _, b in cuts)], [*(a for a, _ in cuts), line[-1].x1]
    return [_hugged(word, ends, strip, em) for word, *ends in zip(line, starts, ends, strict=True)]


def _hugged(word: OcrWord, ends: Sequence[float], strip: _Strip, em: float) -> OcrWord:
    """A word with a box that hugs its ink between two places; as it is where there is none."""
    x0, x1 = round(ends[0]) - strip.left, round(ends[1]) - strip.left + 1
    top, bottom = max(0, round(word.top) - strip.top), round(word.bottom) - strip.top + 1
    part = strip.dark.crop((x0, top, x1, bottom)) if x1 > x0 and bottom > top else None
    ink = part.getbbox() if part else None
    if part is None or ink is None:
        return word
    across, down = x0 + strip.left, top + strip.top
    return replace(
        word,
        x0=float(ink[0] + across),
        x1=float(ink[2] + across),
        top=float(ink[1] + down),
        bottom=float(ink[3] + down),
        struck=_is_struck(part.crop(ink), em),
        confidence=_run_together(word, (x0, x1 - 1), strip),
    )


def _run_together(word: OcrWord, ends: tuple[int, int], strip: _Strip) -> float:
    """How sure a word is: contested where a space within it shows that it is two."""
    inside = strip.columns[max(0, ends[0]) : max(0, ends[1])].strip(b"\0")
    is_two = len(word.text) > 2 and bool(find_blanks(inside, strip.space))
    return min(word.confidence, CONTESTED) if is_two else word.confidence


def _is_struck(dark: "Image", em: float) -> bool:
    """Whether one stroke runs over the middle of a word, from end to end: no letters touch so."""
    wide, high = dark.size
    if wide < 1.2 * em or high < 0.4 * em:
        return False
    data, least = dark.tobytes(), b"\xff" * round(0.94 * wide)
    rows = range(round(0.35 * high), round(0.7 * high))
    through = [y for y in rows if least in data[y * wide : (y + 1) * wide]]
    return 1 <= len(through) <= 0.2 * high + 1


def _cuts(line: Sequence[OcrWord], blanks: Sequence[tuple[int, int]], em: float) -> list[tuple[float, float]]:
    """Where each word of a line but the last ends, and where the next begins."""
    found: list[tuple[float, float]] = []
    for before, word in pairwise(line):
        middle = (before.x1 + word.x0) / 2
        if word.x0 - before.x1 > _WIDE * em:  # there may be a dash in it, which is looked for later
            found.append((before.x1, word.x0))
            continue
        near = [
            b
            for b in blanks
            if b[0] - _FAR * em < middle < b[1] + _FAR * em and before.x0 < b[0] and b[1] < word.x1
        ]
        best = max(
            near,
            key=lambda b: (b[0] <= middle <= b[1], min(b[1] - b[0], 0.3 * em), b[1] - b[0]),
            default=None,
        )
        found.append(best or (before.x1, word.x0))
    return found
