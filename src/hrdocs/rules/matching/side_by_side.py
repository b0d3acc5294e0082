"""People beside one another, each asked the same ("Name | … | Name | …"): one below the other instead."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hrdocs.document import Block, Cell, Row
from hrdocs.rules.matching.labels import LabelIndex
from hrdocs.rules.matching.wording import fold

_LEAST = 2  # rows that ask the same on both sides


def one_below_another(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks with each person's rows together, below what names the person ("Witness 1")."""
    out: list[Block] = []
    for people, group in groupby(blocks, key=lambda b: _people(b, index)):
        together = list(group)
        rows = [b for b in together if isinstance(b, Row)] if people else []
        if len(rows) < _LEAST:
            out += together
            continue
        named = _names(out[-1], rows[0], people) if out else []
        if named:
            out.pop()
        out += _stacked(rows, named, people)
    return out


def _people(block: Block, index: LabelIndex) -> int:
    """How many times a row asks the same, each time with a cell for the answer; 0 where it does not."""
    if not isinstance(block, Row) or len(block.cells) not in (4, 6):
        return 0
    asked = block.cells[::2]
    same = {fold(cell.text) for cell in asked}
    whole = index.whole(asked[0].text) if len(same) == 1 and asked[0].text.strip() else None
    return len(asked) if whole is not None and not any(cell.filled for cell in asked) else 0


def _names(above: Block, first: Row, people: int) -> list[Cell]:
    """The cells of the row above that each name one person; none where it is another row."""
    if not isinstance(above, Row) or above.place.table != first.place.table:
        return []
    named = [cell for cell in above.cells if cell.text.strip()]
    return named if len(named) == people and not any(cell.filled for cell in named) else []


def _stacked(rows: Sequence[Row], named: Sequence[Cell], people: int) -> Iterator[Row]:
    for number in range(people):
        if named:
            yield Row((named[number],), rows[0].place, rows[0].ruled)
        for row in rows:
            yield Row(row.cells[2 * number : 2 * number + 2], row.place, row.ruled)
