"""Words that a line runs under, or a highlighter over: told from what is drawn beside them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Box, Look
from hrdocs.tools.pdf_records import Rule, Word

MOST_MARKS = 400  # a page with more lines or coloured boxes is a drawing
LINE_FROM, LINE_TO = -0.28, 0.1  # of a word's height: where a line stands, counted from its foot
ENDS = 2.0  # points by which a mark may differ from the words that it marks
COMMA = 0.6  # of a word's height: the width of its last sign
TALLEST = 1.6  # of a word's height: a higher box shades more than the word


def with_marks(
    words: Sequence[Word], lines: Sequence[Rule], bright: Sequence[tuple[Box, bool]]
) -> tuple[tuple[Word, ...], frozenset[int]]:
    """The words, their looks with lines under them and highlighters; and the bright boxes under words alone.

    `lines` are level; of a bright box it is told whether it has a colour. A line that goes on where no word
    is, as one to write on does, underlines nothing; a box that does so shades a cell.
    """
    if len(lines) > MOST_MARKS or len(bright) > MOST_MARKS:
        return tuple(words), frozenset()
    by_foot = sorted(range(len(words)), key=lambda i: words[i].bottom)
    feet = [words[i].bottom for i in by_foot]
    under: set[int] = set()
    over: set[int] = set()
    strokes: set[int] = set()
    for rule in lines:
        near = by_foot[bisect_left(feet, rule.top - 6) : bisect_left(feet, rule.top + 12)]
        own = [i for i in near if _is_over(words[i], rule)]
        if _end_alike([words[i] for i in own], rule.x0, rule.x1):
            under.update(own)
    for number, (box, coloured) in enumerate(bright):
        near = by_foot[bisect_left(feet, box[1]) : bisect_left(feet, box[3] + 12)]
        own = [i for i in near if _covers(box, words[i])]
        if _end_alike([words[i] for i in own], box[0], box[2]):
            over.update(own if coloured else ())
            strokes.add(number)
    return _with_looks(words, under, over), frozenset(strokes)


def _with_looks(words: Sequence[Word], under: set[int], over: set[int]) -> tuple[Word, ...]:
    looks: dict[tuple[Look, bool, bool], Look] = {}
    found = list(words)
    for i in under | over:
        key = words[i].look, i in under, i in over
        if key not in looks:
            looks[key] = replace(key[0], underlined=key[1], highlighted=key[2])
        found[i] = words[i]._replace(look=looks[key])
    return tuple(found)


def _is_over(word: Word, rule: Rule) -> bool:
    high = word.bottom - word.top
    inside = rule.x0 - ENDS <= word.x0 and word.x1 <= rule.x1 + ENDS + _loose(word)
    return inside and LINE_FROM * high <= rule.top - word.bottom <= LINE_TO * high


def _end_alike(words: Sequence[Word], left: float, right: float) -> bool:
    """Whether a mark begins with the first of its words and ends with the last."""
    if not words:
        return False
    first, last = min(word.x0 for word in words), max(words, key=_right)
    return abs(first - left) <= ENDS and right - ENDS <= last.x1 <= right + ENDS + _loose(last)


def _right(word: Word) -> float:
    return word.x1


def _loose(word: Word) -> float:
    """How far a word's last sign may stand outside a mark: a comma behind it."""
    return COMMA * (word.bottom - word.top) if word.text[-1:] in ",;:./)" else 0.0


def _covers(box: Box, word: Word) -> bool:
    """Whether a coloured box lies under a whole word, and is about as high."""
    high = word.bottom - word.top
    level = box[1] <= (word.top + word.bottom) / 2 <= box[3] and box[3] - box[1] <= TALLEST * high
    return level and box[0] - ENDS <= word.x0 and word.x1 <= box[2] + ENDS + _loose(word)
