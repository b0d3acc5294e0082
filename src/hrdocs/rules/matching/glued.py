"""Labels with their answers set right against them, told apart by their type: "**Name**Ann Reid"."""

from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Block, Line, Mark, Row
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.labels import LabelIndex

SURE_LABEL = 0.95  # the score of a label that is known as it stands


def part_labels(blocks: Sequence[Block], index: LabelIndex) -> tuple[Block, ...]:
    """The blocks with a tab behind each label against which its answer is set in another type."""
    found = list(blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Line):
            found[number] = _parted(block, index)
        elif isinstance(block, Row):
            cells = [replace(c, lines=tuple(_parted(line, index) for line in c.lines)) for c in block.cells]
            found[number] = replace(block, cells=tuple(cells)) if cells != [*block.cells] else block
    return tuple(found)


def _parted(line: Line, index: LabelIndex) -> Line:
    if len(line.spans) < 2:
        return line
    label, value, *rest = line.spans
    touch = label.mark is value.mark is Mark.PLAIN and label.text[-1:].isalpha() and value.text[:1].isalnum()
    if not touch or (label.look, label.bold) == (value.look, value.bold):
        return line
    hit = index.find_label(label.text)
    if hit is None or hit.boundary is not Boundary.END or hit.score < SURE_LABEL:
        return line
    return replace(line, spans=(label, replace(value, text=f"\t{value.text}"), *rest))
