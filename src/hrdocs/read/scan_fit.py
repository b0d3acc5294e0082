"""The boxes of recognised words fitted to their ink: engines are loose with them, and they tell columns.

Lengths are pixels of the picture; an em is the size of the print.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdocs.read.scan_alike import CONTESTED
from hrdocs.tools.ocr import OcrWord

if TYPE_CHECKING:
    from PIL.Image import Image

_INK = 140  # the grey level below which a pixel is ink
_LEAST_BLANK = 0.1  # of an em: between two letters there is less
_SPACE = 0.2  # of an em: no two letters of a word are so far apart, but of type of one width
_WIDE = 0.65  # of an em
_FAR = 0.6  # of an em: how far off an engine puts the space between two words


def fit_words(lines: Sequence[Sequence[OcrWord]], picture: "Image", em: float) -> list[list[OcrWord]]:
    """The words of each line with boxes that hug their ink."""
    return [_fitted(line, picture, em) for line in lines if line]


def _fitted(line: Sequence[OcrWord], picture: "Image", em: float) -> list[OcrWord]:
    from PIL import Image

    edge = round(0.3 * em)
    left, top = max(0, round(line[0].x0) - edge), max(0, round(min(w.top for w in line)) - 1)
    right = min(picture.width, round(max(w.x1 for w in line)) + edge)
    bottom = min(picture.height, round(max(w.bottom for w in line)) + 2)
    if right - left < 2 or bottom - top < 2:
        return list(line)
    dark = picture.crop((left, top, right, bottom)).point([255 if v < _INK else 0 for v in range(256)])
    columns = dark.resize((dark.width, 1), Image.Resampling.BOX).tobytes()
    cuts = _cuts(line, [(a + left, b + left) for a, b in _blanks(columns, _LEAST_BLANK * em)], em)
    gaps = sorted(b - a for a, b in cuts)
    space = 0.7 * gaps[len(gaps) // 2] if len(gaps) > 2 else _SPACE * em
    found = []
    for word, x0, x1 in zip(
        line, [line[0].x0, *(b for _, b in cuts)], [*(a for a, _ in cuts), line[-1].x1], strict=True
    ):
        own = (
            round(x0) - left,
            max(0, round(word.top) - top),
            round(x1) - left + 1,
            round(word.bottom) - top + 1,
        )
        ink = dark.crop(own).getbbox() if own[2] > own[0] and own[3] > own[1] else None
        if ink is None:
            found.append(word)
            continue
        across, down = own[0] + left, own[1] + top
        struck = _is_struck(
            dark.crop((own[0] + ink[0], own[1] + ink[1], own[0] + ink[2], own[1] + ink[3])), em
        )
        found.append(
            replace(
                word,
                x0=float(ink[0] + across),
                x1=float(ink[2] + across),
                top=float(ink[1] + down),
                bottom=float(ink[3] + down),
                struck=struck,
                confidence=_run_together(word, (x0 - left, x1 - left), columns, space),
            )
        )
    return found


def _run_together(word: OcrWord, ends: tuple[float, float], columns: bytes, space: float) -> float:
    """How sure a word is: contested where a space within it shows that it is two."""
    inside = columns[max(0, round(ends[0])) : max(0, round(ends[1]))].strip(b"\0")
    is_two = len(word.text) > 2 and any(b - a >= space for a, b in _blanks(inside, space))
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


def _blanks(columns: bytes, least: float) -> list[tuple[int, int]]:
    """Where the ink of a line is parted: from and to which column."""
    found, start = [], None
    for at, level in enumerate([*columns, 255]):
        if level == 0 and start is None:
            start = at
        elif level and start is not None:
            if at - start >= least:
                found.append((start, at))
            start = None
    return found


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
