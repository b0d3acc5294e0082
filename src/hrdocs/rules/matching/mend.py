"""Printed lines put together again: wrapped at a margin, or a table row cut by the page's end.

A line was wrapped where the next one's first word would not have fitted behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrdocs.document import Block, Box, Cell, Line, Row, Span
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.labels import LabelIndex
from hrdocs.rules.matching.slots import Piece
from hrdocs.rules.matching.wording import after_enumerator

_SLACK = 4.0
_LEVEL = 4.0  # points by which what stands level may differ
NEAR_EDGE = 25.0  # points
LEAST_NEAR = 4  # lines that reach so near to a margin show where it is


@dataclass(frozen=True, slots=True)
class Margin:
    """How far right text reaches; `left` for what stands left of `middle`, in the first of two columns."""

    right: float
    middle: float = 0.0
    left: float = 0.0

    def at(self, box: Box) -> float:
        return self.left if box[2] <= self.middle else self.right


def is_wrapped(
    before: str, box: Box | None, after: str, right: Margin | float | None, *, below: Box | None = None
) -> bool:
    """Whether `after` is the rest of the line `before`, which ends in `box` with the margin at `right`.

    `below` is where `after` stands, if on the same page: a rest stands right below.
    """
    if box is None or right is None or not before.strip() or not after.strip():
        return False
    if below is not None and below[1] - box[3] > 0.8 * (box[3] - box[1]):
        return False
    width = min((box[2] - box[0]) / max(1, len(before.strip())), 0.6 * (box[3] - box[1]))
    word = after.split()[0]
    right = right.at(box) if isinstance(right, Margin) else right
    return box[2] + width * (len(word) + 1) > right - _SLACK


def join_wrapped(texts: Sequence[str], boxes: Sequence[Box | None], right: Margin | float | None) -> str:
    """Lines as running text: a wrapped line goes on, another begins anew."""
    out = ""
    before: tuple[str, Box | None] | None = None
    for text, box in zip(texts, boxes, strict=True):
        text = text.strip()
        if not text:
            continue
        if before is None:
            out = text
        elif is_wrapped(before[0], before[1], text, right, below=box):
            ends = before[0][-2:-1]
            tight = before[0][-1:] in "-‐‑" and (
                (ends.isalpha() and text[:1].isalpha()) or (ends.isdigit() and text[:1].isdigit())
            )
            out += text if tight else f" {text}"
        else:
            out += f"\n{text}"
        before = (text, box)
    return out


def flowed_cell(pieces: Sequence[Piece], cell: Cell) -> str | None:
    """A cell's text with its wrapped lines joined; None where nothing tells how it was wrapped."""
    box = cell.place.box
    if box is None or len(pieces) < 2 or any(p.place.box is None for p in pieces):
        return None
    widest = max(p.place.box[2] for p in pieces if p.place.box)
    right = max(box[2] - 3.0, widest) if widest <= box[2] + 2 else widest
    return join_wrapped([p.text for p in pieces], [p.place.box for p in pieces], right)


def right_margin(blocks: Sequence[Block]) -> Margin | None:
    """How far right the running text of a document reaches."""
    lines = [b for b in blocks if isinstance(b, Line) and b.place.box]
    edges = [b.place.box[2] for b in lines if b.place.box]
    edges += [
        c.place.box[2]
        for b in blocks
        if isinstance(b, Row) and not b.ruled
        for c in b.cells[-1:]
        if c.place.box
    ]
    if len(edges) <= 4:
        return None
    middle = _column_start(lines)
    left = [b.place.box[2] for b in lines if b.place.box and b.place.box[2] <= middle]
    near = [edge for edge in left if edge > max(left) - NEAR_EDGE]
    if not left:
        return Margin(max(edges))
    return Margin(max(edges), middle, max(left) if len(near) >= LEAST_NEAR else middle - 1)


def _column_start(lines: Sequence[Line]) -> float:
    """Where the second of two columns begins: the reading goes back up the page, and to the right."""
    for one, other in pairwise(lines):
        above, box = one.place.box, other.place.box
        if above is None or box is None or one.place.page != other.place.page:
            continue
        if box[1] < above[1] - 2 * (above[3] - above[1]) and box[0] > above[0] + 100:
            return box[0]
    return 0.0


def mend_rows(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks with every table row that a page's end cut in two put together again."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, Row) and isinstance(last, Row) and _is_cut(last, block, index):
            out[-1] = _together(last, block)
        elif isinstance(block, Line) and isinstance(last, Row) and _ends_label(last, block, index):
            label = last.cells[0]
            cells = (replace(label, lines=(*label.lines, block)), *last.cells[1:])
            out[-1] = replace(last, cells=cells)
        else:
            out.append(block)
    return out


def pair_level(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with labels printed level with one another each before the box that it stands over."""
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        labels = _level_run(blocks, at, Line)
        boxes = _level_run(blocks, at + len(labels), Row) if len(labels) > 1 else []
        pairs = list(zip(labels, boxes, strict=False))
        if len(labels) == len(boxes) > 1 and all(_is_over(label, box) for label, box in pairs):
            out += [block for pair in pairs for block in pair]
            at += 2 * len(labels)
        else:
            out.append(blocks[at])
            at += 1
    return out


def _level_run(blocks: Sequence[Block], at: int, kind: type[Line] | type[Row]) -> list[Block]:
    """The lines, or the boxes of one cell, from a place on that stand level, each right of the one before."""
    found: list[Block] = []
    for block in blocks[at:]:
        box = block.place.box
        single = isinstance(block, kind) and (
            not isinstance(block, Row) or (block.ruled and len(block.cells) == 1)
        )
        if box is None or not single:
            break
        before = found[-1].place if found else None
        if before and before.box:
            level = before.page == block.place.page and abs(before.box[1] - box[1]) < _LEVEL
            if not level or box[0] < before.box[2]:
                break
        found.append(block)
    return found


def _is_over(label: Block, row: Block) -> bool:
    """Whether a line begins right over a box."""
    one, other = label.place.box, row.place.box
    if one is None or other is None or label.place.page != row.place.page:
        return False
    return other[0] - 4 <= one[0] < other[2] and -4 <= other[1] - one[3] <= 1.5 * (one[3] - one[1])


def labels_into_boxes(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks with labels that are printed side by side over a row of boxes put into the boxes."""
    out: list[Block] = []
    for block in blocks:
        above = out[-1] if out else None
        if isinstance(block, Row) and isinstance(above, Row) and _stand_over(above, block, index):
            pairs = zip(above.cells, block.cells, strict=True)
            out[-1] = replace(block, cells=tuple(replace(c, lines=(*a.lines, *c.lines)) for a, c in pairs))
        else:
            out.append(block)
    return out


def _stand_over(labels: Row, boxes: Row, index: LabelIndex) -> bool:
    if labels.ruled or not boxes.ruled or labels.place.page != boxes.place.page:
        return False
    above, below = labels.place.box, boxes.place.box
    if above is None or below is None or not len(labels.cells) == len(boxes.cells) > 1:
        return False
    if not -2 <= below[1] - above[3] <= 1.5 * (above[3] - above[1]):
        return False
    pairs = list(zip(labels.cells, boxes.cells, strict=True))
    known = [index.whole(a.text) or index.guess(a.text) for a, _ in pairs]
    written = [c.text for _, c in pairs if c.text.strip()]
    return (
        all(_begins_in(a, c) for a, c in pairs)
        and all(known)
        and not any(index.whole(text) for text in written)
    )


def _begins_in(label: Cell, box: Cell) -> bool:
    """Whether a printed label begins over a box."""
    one, other = label.place.box, box.place.box
    return (
        one is not None and other is not None and other[0] - 2 <= one[0] <= other[2] and len(label.text) < 100
    )


def labels_beside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the printed lines to the left of an answer's box made the label of its row."""
    out: list[Block] = []
    for block in blocks:
        at = _row_beside(out, block) if isinstance(block, Line) else None
        row = out[at] if at is not None else None
        if at is not None and isinstance(block, Line) and isinstance(row, Row):
            out[at] = _with_label_line(row, block)
        else:
            out.append(block)
    return out


def _row_beside(blocks: Sequence[Block], line: Line) -> int | None:
    """Which of the rows right before a line it stands beside."""
    for at in range(len(blocks) - 1, -1, -1):
        row = blocks[at]
        if not isinstance(row, Row):
            return None
        if _stands_beside(row, line):
            return at
    return None


def join_labels(blocks: Sequence[Block], index: LabelIndex, right: Margin | float | None) -> list[Block]:
    """The blocks with a label that was wrapped at the margin as one line, with the answer behind it."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, Line) and isinstance(last, Line) and _is_one_label(last, block, index, right):
            spans = (*last.spans, Span(" "), *block.spans)
            out[-1] = replace(block, spans=spans, heading=last.heading and block.heading)
        else:
            out.append(block)
    return out


def _is_one_label(one: Line, other: Line, index: LabelIndex, right: Margin | float | None) -> bool:
    """Whether a label that is known begins on one line and ends on the other."""
    before, after, box = one.text.strip(), other.text.strip(), one.place.box
    if one.filled or len(before) > 160 or len(before.split()) < 3 or one.place.page != other.place.page:
        return False
    if not before[-1:].isalnum() and before[-1:] not in ",/-)":
        return False
    hit = index.find_label(f"{before} {after}")
    if _is_bold(one) and _is_bold(other) and is_wrapped(before, box, after, right, below=other.place.box):
        alone, whole = index.find_label(after), index.guess(f"{before} {after}")
        if alone is None and whole is not None and after_enumerator(after) == 0:
            return True
    if not is_wrapped(before, box, after, right, below=other.place.box):
        long = hit is not None and hit.words > 8 and hit.boundary is Boundary.END
        if not long or not _is_right_below(box, other.place.box):
            return False
    if hit is None or hit.score < 0.95 or hit.end <= len(before) + 1 or hit.boundary is Boundary.WEAK:
        return False
    alone = index.find_label(before)
    return alone is None or alone.words < hit.words


def _is_bold(line: Line) -> bool:
    return all(span.bold for span in line.spans if span.text.strip())


def _is_right_below(one: Box | None, other: Box | None) -> bool:
    """Whether a line stands right below another and begins where it begins."""
    return (
        one is not None
        and other is not None
        and abs(one[0] - other[0]) < 2
        and -1 <= other[1] - one[3] <= 0.5 * (one[3] - one[1])
    )


def _ends_label(row: Row, line: Line, index: LabelIndex) -> bool:
    """Whether a line below a row of columns is the last of its label's lines."""
    if row.ruled or len(row.cells) != 2 or not row.cells[0].lines or not row.cells[1].text.strip():
        return False
    above = row.cells[0].lines[-1].place
    box, own = above.box, line.place.box
    if line.filled or above.page != line.place.page or box is None or own is None or abs(box[0] - own[0]) > 2:
        return False
    if own[1] - box[3] > 0.5 * (box[3] - box[1]):
        return False
    first, rest = row.cells[0].text.strip(), line.text.strip()
    if rest[:1].islower() and rest[-1:] in ("?", ":") and first[-1:].isalnum():
        return True
    whole, alone = index.whole(f"{first} {rest}"), index.whole(first)
    return whole is not None and whole.score >= 0.95 and whole.words > (alone.words if alone else 0)


def _stands_beside(row: Row, line: Line) -> bool:
    """Whether a line stands left of a row's answer box, between its top and its foot."""
    if not row.ruled or len(row.cells) not in (1, 2):
        return False
    box, own = row.cells[-1].place.box, line.place.box
    if box is None or own is None:
        return False
    if row.cells[-1].place.page != line.place.page or own[2] > box[0] + 2:
        return False
    return box[1] - 2 <= (own[1] + own[3]) / 2 <= box[3] + 2


def _with_label_line(row: Row, line: Line) -> Row:
    if len(row.cells) == 1:
        return replace(row, cells=(Cell((line,), line.place), *row.cells))
    label = row.cells[0]
    lines = sorted((*label.lines, line), key=lambda one: one.place.box[1] if one.place.box else 0.0)
    return replace(row, cells=(replace(label, lines=tuple(lines)), *row.cells[1:]))


def _is_cut(one: Row, other: Row, index: LabelIndex) -> bool:
    if one.ruled != other.ruled or len(one.cells) != len(other.cells):
        return False
    page, following = one.place.page, other.place.page
    if page is None or following is None or following != page + 1 or len(one.cells) < 2:
        return False
    first, second = one.cells[0].text.strip(), other.cells[0].text.strip()
    if not first or not second:
        return False
    known = index.whole(second)
    if known is not None and known.score >= 0.95:
        return False
    whole = index.find_label(f"{first}\n{second}")
    alone = index.whole(first)
    if whole is not None and whole.boundary is Boundary.END and whole.words > (alone.words if alone else 0):
        return True
    return one.ruled and second[:1].islower() and (alone is None or first.count("(") > first.count(")"))


def _together(one: Row, other: Row) -> Row:
    cells = tuple(
        replace(a, lines=a.lines + b.lines, has_image=a.has_image or b.has_image)
        for a, b in zip(one.cells, other.cells, strict=True)
    )
    return replace(one, cells=cells)
