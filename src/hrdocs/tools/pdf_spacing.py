"""Text set with wide gaps between its letters, which PDFium takes for spaces: its words put together again.

Such text is known by letters that stand alone. How far its letters are set apart is measured line by line in
the type of such letters, since a form sets all labels of a kind alike; of text set as usual it is next to
nothing.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Word
from hrdocs.tools.pdf_styles import Style, Styles

LEAST = 0.08  # of a font's size: letters set farther apart than this are set wide
MOST = 0.45  # of a font's size: letters farther apart than this stand in boxes of a comb
SPACE = 0.1  # of a font's size: by so much more are words set apart, at the least
MOST_LETTERS = 4_000  # of a page, to measure

_Wide = tuple[int, float, float, float, float]  # font, size, top, foot and gap
_LINE = re.compile(r"[^\r\n]+")
# begins with the space before it, by which the search leaps through a text with a space put first
_STRAY = re.compile(r"\s(?:[b-hj-z](?!\S)|[B-HJ-Z] [A-Z] [A-Z](?!\S))")
_LETTERS = re.compile(r"[^\W\d_]+")


def has_strays(content: str) -> bool:
    """Whether letters stand alone in a page's text as they do in no sentence."""
    return _STRAY.search(f" {content}") is not None


def respaced(
    words: Sequence[Word], content: str, box: Callable[[int], Box], styles: Styles
) -> Sequence[Word]:
    """The words in the file's order, with those put together that are parts of a word set wide."""
    apart = _apart(content, box, styles)
    if not apart:
        return words
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before is not None and _is_one(before, word, apart):
            found[-1] = before._replace(
                text=before.text + word.text,
                top=min(before.top, word.top),
                x1=word.x1,
                bottom=max(before.bottom, word.bottom),
            )
        else:
            found.append(word)
    return found


def _is_one(before: Word, word: Word, apart: Sequence[_Wide]) -> bool:
    alike = before.font == word.font and before.size == word.size and before.bold == word.bold
    middle, gap = (word.top + word.bottom) / 2, word.x0 - before.x1
    if not alike or gap <= 0 or not before.top < middle < before.bottom:
        return False
    return any(
        font == word.font and size == word.size and top < middle < bottom and gap < most
        for font, size, top, bottom, most in apart
    )


def _apart(content: str, box: Callable[[int], Box], styles: Styles) -> list[_Wide]:
    """Where letters are set wide: the type and height of a line, and the gap that parts two words there."""
    wide = {_type(styles.of(found.start())) for found in _STRAY.finditer(f" {content}")}
    found: list[_Wide] = []
    left = MOST_LETTERS
    for line in _LINE.finditer(content):
        runs = [run.span() for run in _LETTERS.finditer(content, *line.span())]
        if not runs or _type(styles.of(runs[0][0])) not in wide:
            continue
        boxes = [[box(index) for index in range(*run)] for run in runs]
        left -= sum(map(len, boxes))
        if left < 0:
            break
        font, size = _type(styles.of(runs[0][0]))
        gaps = [b[0] - a[2] for own in boxes for a, b in pairwise(own)]
        gaps += [b[0][0] - a[0][2] for a, b in pairwise(boxes) if len(a) == len(b) == 1]
        usual = median(gaps) if len(gaps) > 1 else 0.0
        if LEAST * size < usual < MOST * size:
            flat = [b for own in boxes for b in own]
            found.append((font, size, min(b[1] for b in flat), max(b[3] for b in flat), usual + SPACE * size))
    return found


def _type(style: Style) -> tuple[int, float]:
    return style.font, style.size
