"""Tables and pages in columns put one under another, so that every answer stands beside one label.

`unfold_columns` sees it by the layout alone: the same labels twice in every row, under two headings.
`unfold_grid` needs the form's labels, for only they tell a table with headings on two sides from a list;
so does `part_labels`, for a line on which answers were typed over the dots between two labels.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hrdocs.document import Block, Cell, Layout, Line, Row, Span
from hrdocs.procedure import FormDefinition
from hrdocs.rules.matching.wording import fold

_LONGEST_LINE = 160  # characters: a longer one is somebody's prose
_FEW = 2  # rows: one alone may repeat a word by chance


def unfold_columns(layout: Layout) -> Layout:
    """Two parties side by side as two runs of rows, each under its heading."""
    out: list[Block] = []
    at = 0
    blocks = layout.blocks
    while at < len(blocks):
        run = _doubled_rows(blocks, at)
        if len(run) < _FEW:
            out.append(blocks[at])
            at += 1
            continue
        heads = _headings(out[-1] if out else None)
        if heads:
            out.pop()
        for side in (0, 1):
            if heads:
                out.append(heads[side])
            out.extend(_half(row, side) for row in run)
        at += len(run)
    return replace(layout, blocks=tuple(out))


def _doubled_rows(blocks: Sequence[Block], at: int) -> list[Row]:
    """The rows from here on that say every label twice."""
    found: list[Row] = []
    for block in blocks[at:]:
        if not isinstance(block, Row) or len(block.cells) < 4 or len(block.cells) % 2:
            break
        middle = len(block.cells) // 2
        one, other = (fold(block.cells[n].text) for n in (0, middle))
        if not one or one != other:
            break
        found.append(block)
    return found


def _half(row: Row, side: int) -> Row:
    middle = len(row.cells) // 2
    return replace(row, cells=row.cells[side * middle : (side + 1) * middle])


def _headings(block: Block | None) -> tuple[Line, Line] | None:
    """The two headings above, as headings of their own."""
    if not isinstance(block, Row):
        return None
    texts = [c for c in block.cells if c.text.strip()]
    if len(texts) != 2 or any(len(c.text.split()) > 8 for c in texts):
        return None
    first, second = (_heading(c) for c in texts)
    return first, second


def _heading(cell: Cell) -> Line:
    return Line((Span(" ".join(cell.text.split()), bold=True),), cell.place, heading=True)


def unfold_grid(layout: Layout, definition: FormDefinition) -> Layout:
    """Rows under column headings as one row for each of the form's labels "row (column)"."""
    labels = {fold(one.label): one.label for one in definition.fields if one.label.endswith(")")}
    if not labels:
        return layout
    return replace(layout, blocks=tuple(_unfolded(layout.blocks, labels)))


def _unfolded(blocks: Sequence[Block], labels: dict[str, str]) -> Iterator[Block]:
    heads: list[str] = []
    for block in blocks:
        if not isinstance(block, Row):
            heads = heads if isinstance(block, Line) else []
            yield block
            continue
        rows = list(_rows_of(block, heads, labels))
        if rows:
            yield from rows
            continue
        heads = [" ".join(c.text.split()) for c in block.cells]
        yield block


def _rows_of(row: Row, heads: Sequence[str], labels: dict[str, str]) -> Iterator[Row]:
    """The row's answers, each beside the label that its row and column make."""
    name, answers = row.cells[0], row.cells[1:]
    over = [h for h in heads if h][-len(answers) :] if answers else []
    if len(over) != len(answers):
        return
    known = [labels.get(fold(f"{name.text} ({head})")) for head in over]
    if not all(known):
        return
    for label, answer in zip(known, answers, strict=True):
        line = Line((Span(label or ""),), name.place)
        yield replace(row, cells=(replace(name, lines=(line,), span=1), answer))


def part_labels(layout: Layout, definition: FormDefinition) -> Layout:
    """Lines that hold two labels of the form, one behind the other, with a colon behind each."""
    fields = definition.fields
    patterns = [
        re.compile(
            rf"(\s*{_words(one.label)})\s+(?![:?.…_\s])(.*?\S)(?:\s{{2,}}|\s*\t\s*)({_words(other.label)})\s+(?![:?])(\S.*)",
            re.IGNORECASE,
        )
        for one, other in pairwise(fields)
    ]
    return replace(layout, blocks=tuple(_parted(block, patterns) for block in layout.blocks))


def _words(label: str) -> str:
    return r"\s+".join(re.escape(word) for word in label.split())


def _parted(block: Block, patterns: Sequence[re.Pattern[str]]) -> Block:
    if not isinstance(block, Line) or block.filled or len(block.text) > _LONGEST_LINE:
        return block
    match = next((m for p in patterns if (m := p.fullmatch(block.text.rstrip()))), None)
    if match is None:
        return block
    text = f"{match[1]}: {match[2]}\t{match[3]}: {match[4]}"
    return replace(block, spans=(Span(text),))
