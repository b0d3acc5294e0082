"""Words to lines, lines to columns: the reading order of text outside tables.

A segment is a run of words with no wide gap. A line of several segments stands in columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from hrdocs.document import Box, Mark, Span
from hrdocs.tools.pdf_records import Rule, Word
from hrdocs.tools.pdf_words import TOUCHING

PAGE_EDGE = 36.0  # points from the page's edge in which a browser prints its own line
_PAGE_NUMBER = re.compile(r"\d{1,3}")
_BROWSERS = re.compile(r"^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}|(?:^|\s)\d+/\d+$")
WIDE_GAP = 1.2  # in line heights: wider than this shows a column
RESTYLED_GAP = 0.5  # the same, where the type changes: no space between two words is so wide
_BOXES = ("\u2610", "\u2612")
LEADERS = "._…·"
PROSE = 0.7  # a line that fills this share of its column is running text


@dataclass(frozen=True)
class Segment:
    """Words side by side with no wide gap between them."""

    words: tuple[Word, ...]
    box: Box

    @cached_property
    def text(self) -> str:
        return joined(self.words) if len(self.words) > 1 else self.words[0].text

    @property
    def filled(self) -> bool:
        return all(word.filled for word in self.words)


PrintedLine = tuple[Segment, ...]


def group_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on the same line, lines from the top, words from the left."""
    if len(words) == 1:
        return [list(words)]
    lines: list[list[Word]] = []
    middle = high = above = below = 0.0
    heights = [word[2] + word[4] for word in words]
    if words and max(heights) - min(heights) < min([word[4] - word[2] for word in words]):
        return [sorted(words, key=itemgetter(1))]  # all level, as in most cells
    for at in sorted(range(len(words)), key=heights.__getitem__):
        word = words[at]
        top, bottom = word[2], word[4]
        if top == above and bottom == below and top < bottom:
            lines[-1].append(word)  # on the line of the word before, as most are
            continue
        above, below = top, bottom
        here, size = (top + bottom) / 2, bottom - top
        if lines and abs(here - middle) < 0.5 * (high if high < size else size):
            lines[-1].append(word)
        else:
            lines.append([word])
            middle, high = here, size
    for line in lines:
        if len(line) > 1:
            line.sort(key=itemgetter(1))
    return lines


def without_leaders(words: Sequence[Word]) -> list[Word]:
    """The words without the dots of lines that were written over; where a line begins, a few stay."""
    leaders = [w for w in words if len(w.text) >= 5 and not w.text.strip(LEADERS)]
    if not leaders:
        return list(words)
    kept = [w for w in words if len(w.text) < 5 or w.text.strip(LEADERS)]
    for leader in leaders:
        over = [
            w for w in kept
            if leader.x0 - 1 <= w.x0 and w.x1 <= leader.x1 + 1
            and w.top < leader.bottom and (w.top + w.bottom) / 2 > leader.top - 0.8 * (w.bottom - w.top)
            and w.bottom > leader.top
        ]  # fmt: skip
        first = min((w.x0 for w in over), default=leader.x1)
        if not over:
            kept.append(leader)
        elif first - leader.x0 > 0.5:
            kept.append(leader._replace(text=leader.text[:3], x1=first - 0.1))
    return kept


def segments(line: Sequence[Word]) -> PrintedLine:
    """A line's words split where a gap is wide."""
    runs: list[list[Word]] = []
    right = 0.0
    for word in line:
        gap, high = word[1] - right, word[4] - word[2]
        apart = not runs or gap > WIDE_GAP * high
        if apart or (gap > RESTYLED_GAP * high and _is_restyled(runs[-1][-1], word)):
            runs.append([word])
            right = word[3]
        else:
            runs[-1].append(word)
            if word[3] > right:
                right = word[3]
    return tuple([Segment(tuple(run), around(run)) for run in runs])


def _is_restyled(before: Word, word: Word) -> bool:
    """Whether the type changes between two words; a symbol is always set in a type of its own.

    The type of a word behind a leader ("....School") is the leader's.
    """
    if before.font == word.font or before.text[:1] in LEADERS:
        return False
    return before.text[-1:].isalnum() and word.text[:1].isalnum()


def around(words: Sequence[Word]) -> Box:
    """The box around words."""
    if len(words) == 1:
        return words[0][1:5]
    _, left, top, right, bottom, *_ = words[0]
    for word in words:
        if word[1] < left:
            left = word[1]
        if word[2] < top:
            top = word[2]
        if word[3] > right:
            right = word[3]
        if word[4] > bottom:
            bottom = word[4]
    return left, top, right, bottom


def hull(boxes: Sequence[Box]) -> Box:
    """The box around boxes."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def joined(words: Sequence[Word], *, tabs: bool = False) -> str:
    """The text of words on one line; with `tabs`, a wide gap is a tab."""
    return "".join(_spaced(words, tabs=tabs))


def _spaced(words: Sequence[Word], *, tabs: bool) -> list[str]:
    """The text of each word behind the space or tab before it."""
    before = words[0]
    right, texts = before[3], [before[0]]
    for word in words[1:]:
        gap, high = word[1] - right, word[4] - word[2]
        if tabs and gap > 2 * high:
            texts.append("\t" + word[0])
        elif gap > TOUCHING * high or word[8] != before[8] or not _touches(word, before, gap):
            texts.append(" " + word[0])
        else:
            texts.append(word[0])
        before, right = word, word[3]
    return texts


def _touches(word: Word, before: Word, gap: float) -> bool:
    """Whether two words of a line are one: no gap between them, and neither is a tick box."""
    high = word.bottom - word.top
    return -0.5 * high <= gap <= TOUCHING * high and word.text not in _BOXES and before.text not in _BOXES


def spans(words: Sequence[Word], struck: Sequence[Rule], *, tabs: bool = False) -> tuple[Span, ...]:
    """The words of a line as spans of one mark and weight each."""
    first = words[0]
    if not struck and _are_alike(words):
        mark = Mark.FILLED if first.filled else Mark.PLAIN
        return (Span("".join(_spaced(words, tabs=tabs)), mark, first.bold, first.look),)
    found: list[Span] = []
    for text, word in zip(_spaced(words, tabs=tabs), words, strict=True):
        mark = Mark.FILLED if word.filled else Mark.PLAIN
        if word.struck or (struck and is_struck(word, struck)):
            mark = Mark.STRUCK
        before = found[-1] if found else None
        if before and (before.mark, before.bold, before.look) == (mark, word.bold, word.look):
            found[-1] = Span(before.text + text, mark, word.bold, word.look)
        else:
            found.append(Span(text, mark, word.bold, word.look))
    return tuple(found)


def _are_alike(words: Sequence[Word]) -> bool:
    """Whether words are one span: of one look and weight, all typed on top or none, none struck out."""
    _, _, _, _, _, _, bold, _, filled, _, _, _, look = words[0]
    for word in words:
        if word[12] is not look or word[6] != bold or word[8] != filled or word[11]:
            return False
    return True


def is_struck(word: Word, rules: Sequence[Rule]) -> bool:
    """Whether a line runs through the middle of a word."""
    high, wide = word.bottom - word.top, word.x1 - word.x0
    return any(
        word.top + 0.34 * high < rule.top < word.top + 0.68 * high
        and min(word.x1, rule.x1) - max(word.x0, rule.x0) > 0.7 * wide
        for rule in rules
    )


def is_at_edge(word: Word, height: float) -> bool:
    """Whether a word stands where a browser prints its own line."""
    return word.bottom <= PAGE_EDGE or word.top >= height - PAGE_EDGE


def is_browsers(words: Sequence[Word], height: float) -> bool:
    """Whether a line at the page's edge is a browser's own: the day and time, or page of pages.

    A number alone at the foot is the page's, whoever printed it.
    """
    if not words or not is_at_edge(words[0], height):
        return False
    text = " ".join(w.text for w in words)
    return bool(_BROWSERS.search(text) or (words[0].top > height / 2 and _PAGE_NUMBER.fullmatch(text)))


def order_columns(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines in reading order: where the page runs in two columns of text, the left one first.

    A label beside its answer is no column of text: its lines are short, and few.
    """
    ordered: list[PrintedLine] = []
    block: list[PrintedLine] = []
    for line in [*lines, ()]:
        if line and _may_be_columns(line, block):
            block.append(line)
            continue
        ordered += _columns(block)
        block = []
        if line:
            if len(line) > 1:
                block.append(line)
            else:
                ordered.append(line)
    return ordered


def _gutter(block: Sequence[PrintedLine]) -> tuple[float, float] | None:
    """The empty band that all lines of two segments share."""
    pairs = [line for line in block if len(line) == 2]
    if not pairs:
        return None
    left, right = max(line[0].box[2] for line in pairs), min(line[1].box[0] for line in pairs)
    return (left, right) if left < right else None


def _may_be_columns(line: PrintedLine, block: Sequence[PrintedLine]) -> bool:
    gutter = _gutter([*block, line])
    if len(line) > 2 or gutter is None:
        return False
    return all(segment.box[2] <= gutter[0] + 1 or segment.box[0] >= gutter[1] - 1 for segment in line)


def _columns(block: Sequence[PrintedLine]) -> list[PrintedLine]:
    gutter = _gutter(block)
    if gutter is None:
        return list(block)
    parts = [segment for line in block for segment in line]
    left = [segment for segment in parts if segment.box[2] <= gutter[0] + 1]
    right = [segment for segment in parts if segment.box[0] >= gutter[1] - 1]
    if (
        len(left) < 4
        or len(right) < 4
        or not ((is_prose(left) and is_prose(right)) or _are_forms(left, right))
    ):
        return list(block)
    return [(segment,) for segment in (*left, *right)]


def is_prose(column: Sequence[Segment]) -> bool:
    start, end = min(s.box[0] for s in column), max(s.box[2] for s in column)
    full = sum(s.box[2] - s.box[0] > PROSE * (end - start) for s in column)
    return full >= 0.5 * len(column) and end - start > 150


def _are_forms(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Both columns hold labels with their answers after a colon."""
    return all(
        sum(":" in s.text.rstrip(": ") for s in column) >= 0.6 * len(column) for column in (left, right)
    )
