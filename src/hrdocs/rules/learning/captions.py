"""Labels printed under the lines that they name, put before their answers.

Some forms print a label in small type beneath its writing line. Where the labels of a copy stand close
below a text more often than above one, each answer is set beside the label under it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrdocs.document import Block, Box, Cell, Layout, Line, Row
from hrdocs.procedure import FormDefinition
from hrdocs.rules.matching.labels import LabelIndex

_FEW = 3  # fewer captions do not show that the form is so


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed line as its cells, with whether every one of them is a label."""

    block: Block
    cells: tuple[Cell, ...]
    box: Box
    page: int
    labels: bool


def lift_captions(layout: Layout, definition: FormDefinition) -> Layout:
    """The layout with every label under its answer set before it; unchanged where labels stand above."""
    if layout.kind == "docx":
        return layout
    index = LabelIndex(definition)
    lines = [_printed(block, index) for block in layout.blocks]
    under = [at for at in range(1, len(lines)) if _is_under(lines[at - 1], lines[at])]
    over = [at for at in range(len(lines) - 1) if _is_under(lines[at + 1], lines[at], upward=True)]
    if len(under) < _FEW or len(under) <= 2 * len([at for at in over if at not in under]):
        return layout
    return replace(layout, blocks=tuple(_lifted(layout.blocks, lines, under)))


def _printed(block: Block, index: LabelIndex) -> _Printed | None:
    if isinstance(block, Line):
        cells: tuple[Cell, ...] = (Cell((block,), block.place),)
    elif isinstance(block, Row) and not block.ruled:
        cells = block.cells
    else:
        return None
    box, page = block.place.box, block.place.page
    texts = [c.text.strip() for c in cells]
    if box is None or page is None or not all(texts):
        return None
    labels = all(index.whole(t.strip("()")) is not None for t in texts)
    return _Printed(block, cells, box, page, labels)


def _is_under(text: _Printed | None, label: _Printed | None, *, upward: bool = False) -> bool:
    """Whether a label stands close below a text (or, upward, close above one)."""
    if text is None or label is None or not label.labels or text.labels or text.page != label.page:
        return False
    if len(text.cells) > len(label.cells):
        return False
    gap = text.box[1] - label.box[3] if upward else label.box[1] - text.box[3]
    return -4 <= gap <= 0.9 * (text.box[3] - text.box[1])


def _lifted(blocks: Sequence[Block], lines: Sequence[_Printed | None], under: Sequence[int]) -> list[Block]:
    out: list[Block] = []
    for at, block in enumerate(blocks):
        label, text = lines[at], lines[at - 1] if at else None
        if at + 1 in under:
            continue
        if at not in under or label is None or text is None:
            out.append(block)
            continue
        for cell in label.cells:
            answer = next((c for c in text.cells if _shares(c, cell)), Cell(()))
            out.append(Row((_without_brackets(cell), answer), place=label.block.place))
    return out


def _shares(answer: Cell, label: Cell) -> bool:
    one, other = answer.place.box, label.place.box
    return one is not None and other is not None and one[0] < other[2] + 30 and other[0] < one[0] + 30


def _without_brackets(cell: Cell) -> Cell:
    lines = tuple(
        replace(line, spans=tuple(replace(s, text=s.text.strip("() ")) for s in line.spans))
        for line in cell.lines
    )
    return replace(cell, lines=lines)
