"""Captions: labels printed below the lines on which their answers are written.

What is written next to an e-mail or telephone label tells on which side of their answers the labels stand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hrdocs.document import Block, Cell, Row
from hrdocs.rules.matching.labels import LabelIndex

_KINDS = (
    (re.compile(r"e-?mail", re.IGNORECASE), re.compile(r"@")),
    (re.compile(r"phone|\btel\b|mobile", re.IGNORECASE), re.compile(r"\d[\d ()]{7,}")),
    (re.compile(r"\bdate", re.IGNORECASE), re.compile(r"\d.*(?:19|20)\d\d|\d[/.-]\d")),
)
_LEAST_TOLD = 2  # answers that stand above labels of their kind


@dataclass(frozen=True, slots=True)
class _Group:
    """A block of captions, what stands right above it, cell by cell, and the blocks before that."""

    before: tuple[Block, ...]
    answers: tuple[Cell, ...]
    captions: tuple[Cell, ...]


def captions_above(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks with each caption made the label of what stands above it, where labels are captions."""
    beside = (_tells(_cells(below), _cells(above)) for above, below in pairwise(blocks))
    if sum(beside) < _LEAST_TOLD:  # most forms: no label need be looked up
        return list(blocks)
    groups, rest = _groups(blocks, index)
    told = sum(_tells(group.captions, group.answers) for group in groups)
    asked = sum(_asks(group.captions) for group in groups)
    others = [cell for group in groups for block in group.before for cell in _cells(block)]
    others += [cell for group in groups for cell in group.answers]
    if told < _LEAST_TOLD or 3 * told < 2 * asked or any(_begins_with_label(cell, index) for cell in others):
        return list(blocks)
    out: list[Block] = []
    for group in groups:
        out += group.before
        for caption, answer in zip(group.captions, group.answers, strict=True):
            if caption.text.strip():
                out.append(Row((caption, answer), caption.place))
    return [*out, *rest]


def _begins_with_label(cell: Cell, index: LabelIndex) -> bool:
    """Whether a cell is a label itself, or holds one over its answer."""
    first = cell.text.strip().partition("\n")[0]
    return bool(first) and index.whole(first) is not None


def _asks(captions: Sequence[Cell]) -> int:
    """How many captions ask for an address, a number or a date."""
    return sum(any(asks.search(label.text) for asks, _ in _KINDS) for label in captions)


def _groups(blocks: Sequence[Block], index: LabelIndex) -> tuple[list[_Group], list[Block]]:
    """The captions with what stands above them, and the blocks behind the last."""
    groups: list[_Group] = []
    run: list[Block] = []
    for block in blocks:
        captions = _cells(block)
        answers = _cells(run[-1]) if run else ()
        if len(answers) != len(captions) or not _are_labels(captions, index):
            run.append(block)
            continue
        groups.append(_Group(tuple(run[:-1]), answers, captions))
        run = []
    return groups, run


def _cells(block: Block) -> tuple[Cell, ...]:
    """The cells of a row; a line, which may hold a label with its answer, has none."""
    return block.cells if isinstance(block, Row) else ()


def _are_labels(cells: Sequence[Cell], index: LabelIndex) -> bool:
    """Whether every text is a label of the form's, and nothing else."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    return bool(texts) and all(index.whole(text) or index.guess(text) for text in texts)


def _tells(captions: Sequence[Cell], answers: Sequence[Cell]) -> int:
    """How many texts hold what the label in the same place asks for: an address, a number, a date."""
    if len(captions) != len(answers):
        return 0
    return sum(
        any(asks.search(label.text) and holds.search(cell.text) for asks, holds in _KINDS)
        for label, cell in zip(captions, answers, strict=True)
    )
