"""Single drawn boxes for an answer, and the labels printed beside or above them."""

from collections.abc import Sequence

from hrdocs.document import Box
from hrdocs.read.pdf_grid import Grid
from hrdocs.read.pdf_lines import PrintedLine, Segment

FAR_LEFT = 250.0  # points: no label stands farther from its box


def is_answer_box(grid: Grid) -> bool:
    x0, _, x1, _ = grid.box
    return len(grid.cells) == 1 and x1 - x0 > 25


def boxes_under(
    lines: Sequence[PrintedLine], boxes: Sequence[Grid]
) -> tuple[list[list[tuple[list[Segment], Grid]]], list[PrintedLine]]:
    """Boxes side by side, each with the label and hints printed over it; and the other lines."""
    found: list[list[tuple[list[Segment], Grid]]] = []
    taken: set[int] = set()
    for row in _side_by_side(boxes):
        stacks = [(stack, box) for box in row if (stack := _printed_over(lines, box))]
        own = {id(s) for stack, _ in stacks for s in stack}
        touched = [line for line in lines if any(id(s) in own for s in line)]
        if len(stacks) > 1 and all(id(s) in own for line in touched for s in line):
            found.append(stacks)
            taken.update(id(line) for line in touched)
    return found, [line for line in lines if id(line) not in taken]


def _side_by_side(boxes: Sequence[Grid]) -> list[list[Grid]]:
    """The boxes whose tops are level, from left to right."""
    rows: list[list[Grid]] = []
    for box in sorted(boxes, key=lambda b: (b.box[1], b.box[0])):
        if rows and box.box[1] - rows[-1][0].box[1] < 3:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda b: b.box[0]) for row in rows if len(row) > 1]


def _printed_over(lines: Sequence[PrintedLine], box: Grid) -> list[Segment]:
    """The texts right above a box that begin where it begins: close to it, then close to one another."""
    stack: list[Segment] = []
    edge, reach = box.box[1], 14.0
    for line in sorted(lines, key=lambda parts: parts[0].box[1], reverse=True):
        for text in line:
            if abs(text.box[0] - box.box[0]) < 8 and -2 <= edge - text.box[3] < reach:
                stack.insert(0, text)
                edge, reach = text.box[1], 0.6 * (text.box[3] - text.box[1])
                break
    return stack


def boxes_beside(
    lines: list[PrintedLine], boxes: Sequence[Grid]
) -> tuple[list[tuple[list[PrintedLine], list[Grid]]], list[PrintedLine]]:
    """Single drawn boxes with the lines printed beside them; and the other lines.

    A label may run over more lines than its box is high.
    """
    beside = {id(box): _lines_beside(lines, box, boxes) for box in boxes}
    taken = {id(line) for found in beside.values() for line in found}
    joined_lines: list[tuple[list[PrintedLine], list[Grid]]] = []
    for box in boxes:
        own = beside[id(box)]
        known = next((j for j in joined_lines if any(line in j[0] for line in own)), None)
        if known is not None:
            known[0].extend(line for line in own if line not in known[0])
            known[1].append(box)
        elif own:
            joined_lines.append((list(own), [box]))
    return joined_lines, [line for line in lines if id(line) not in taken]


def _lines_beside(lines: Sequence[PrintedLine], box: Grid, boxes: Sequence[Grid]) -> list[PrintedLine]:
    """The lines that stand left of a box, between its top and its foot; and the rest of their label."""
    x0, top, _, bottom = box.box
    found: list[PrintedLine] = []
    for line in lines:
        near = [s for s in line if -2 <= x0 - s.box[2] <= FAR_LEFT]
        if not near or any(
            _stands_between(other.box, near[-1].box, x0) for other in boxes if other is not box
        ):
            continue
        middle = (near[-1].box[1] + near[-1].box[3]) / 2
        if top - 2 <= middle <= bottom + 2 or (found and len(line) == 1 and _runs_on(found[-1], line, boxes)):
            found.append(line)
    return found


def _stands_between(other: Box, text: Box, right: float) -> bool:
    middle = (text[1] + text[3]) / 2
    return other[1] - 2 <= middle <= other[3] + 2 and text[2] <= other[0] + 2 and other[2] <= right + 2


def labels_of_rows(
    lines: Sequence[PrintedLine], grids: Sequence[Grid]
) -> tuple[dict[int, dict[int, Segment]], list[PrintedLine]]:
    """For boxes one below another that touch, the label left of each, by grid and cell; and what is left."""
    found: dict[int, dict[int, Segment]] = {}
    taken: set[int] = set()
    for grid in grids:
        if len(grid.cells) < 2 or any(cell.column for cell in grid.cells):
            continue
        own = {
            number: near[-1]
            for number, cell in enumerate(grid.cells)
            for line in lines
            if (near := [s for s in line if _is_label_of(s.box, cell.box)])
        }
        if 2 * len(own) > len(grid.cells) and all(len(s.words) < 12 for s in own.values()):
            found[id(grid)] = own
            taken.update(id(s) for s in own.values())
    if not found:
        return {}, list(lines)
    kept = (tuple(s for s in line if id(s) not in taken) for line in lines)
    return found, [line for line in kept if line]


def _is_label_of(text: Box, cell: Box) -> bool:
    """Whether a text stands close to the left of a box, level with it."""
    return -2 <= cell[0] - text[2] <= FAR_LEFT / 2 and cell[1] - 1 <= (text[1] + text[3]) / 2 <= cell[3] + 1


def _runs_on(before: PrintedLine, line: PrintedLine, boxes: Sequence[Grid]) -> bool:
    """Whether a line goes on with a label that is longer than its box is high."""
    above, here = before[0].box, line[0].box
    high = above[3] - above[1]
    if abs(here[0] - above[0]) > 4 or here[1] - above[3] > 0.45 * high:
        return False
    middle = (here[1] + here[3]) / 2
    return not any(b.box[1] - 2 <= middle <= b.box[3] + 2 and b.box[0] >= here[2] - 2 for b in boxes)
