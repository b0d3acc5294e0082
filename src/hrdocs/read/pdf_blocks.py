"""One page's words, rules and pictures as blocks in reading order.

A placed block keeps its upright box, so that form fields can be set among the blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from hrdocs.document import Block, Box, Cell, Line, Picture, Place, Row
from hrdocs.read.pdf_boxes import boxes_beside, boxes_under, is_answer_box, labels_of_rows
from hrdocs.read.pdf_columns import ColumnRow, carried_over, find_columns, find_gutter
from hrdocs.read.pdf_combs import combs_of_grids, with_combs, with_ticks, without_comb
from hrdocs.read.pdf_grid import Grid, closed_at_edges, find_grids, with_open_areas
from hrdocs.read.pdf_halves import halves
from hrdocs.read.pdf_lines import (
    PrintedLine,
    Segment,
    around,
    group_lines,
    hull,
    is_at_edge,
    is_browsers,
    order_columns,
    segments,
    spans,
    without_leaders,
)
from hrdocs.read.pdf_underlines import labels_under
from hrdocs.tools.pdf_records import Columns, Page, Rule, Word

LOGO_ZONE = 0.12
_TO_NUMBER = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and its upright box on the page."""

    block: Block
    box: Box


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page, its grids, and its loose printed lines; `plain` where these are all its words."""

    page: Page
    placed: tuple[Placed, ...]
    grids: tuple[Grid, ...]
    lines: tuple[PrintedLine, ...]
    gutter: float | None = None
    plain: bool = False


def page_blocks(page: Page, *, first_table: int = 1, gutter: float | None = None) -> PageBlocks:
    """Put a page's content into blocks in reading order; tables count from `first_table`.

    `gutter` is where answers began in columns of the page before.
    """
    parts, body = halves(page), _body_size(page.columns)
    if len(parts) == 1:
        return _part_blocks(page, body, first_table=first_table, gutter=gutter)
    read: list[PageBlocks] = []
    for part in parts:
        read.append(_part_blocks(part, body, first_table=first_table, gutter=None))
        first_table += sum(isinstance(p.block, Row) and p.block.place.row == 1 for p in read[-1].placed)
    return PageBlocks(
        page,
        tuple(p for blocks in read for p in blocks.placed),
        tuple(grid for blocks in read for grid in blocks.grids),
        tuple(line for blocks in read for line in blocks.lines),
    )


def _part_blocks(page: Page, body: float, *, first_table: int, gutter: float | None) -> PageBlocks:
    """The blocks of a page, or of a part of one, from its top down; `body` is the usual size of its text."""
    words = without_leaders(page.words)
    drawn, loose = find_grids(closed_at_edges(page.rules, page.height))
    grids, squares = _without_frames(page, drawn)
    grids, parts = combs_of_grids(grids)
    words, ticks = with_combs(words, [*page.squares, *((box, False) for box in squares), *parts])
    words = with_ticks(words, ticks)
    grids = [_with_open(grid, words) for grid in grids]
    inside, outside = _share_out(words, grids)
    build = _Builder(page, loose, body, gutter)
    alone = [i for i, grid in enumerate(grids) if is_answer_box(grid)]
    signed, lines = labels_under([segments(line) for line in group_lines(outside)], loose)
    side_by_side, lines = boxes_under(lines, [grids[i] for i in alone])
    paired = {id(box) for row in side_by_side for _, box in row}
    alone = [i for i in alone if id(grids[i]) not in paired]
    boxed, lines = boxes_beside(lines, [grids[i] for i in alone])
    beside_rows, lines = labels_of_rows(lines, [g for g in grids if id(g) not in paired])
    items: list[tuple[float, list[Placed]]] = []
    table = first_table
    for row in side_by_side:
        group: list[Placed] = []
        for labels, grid in row:
            group += [Placed(build.line(label.words), label.box) for label in labels]
            group += build.rows(grid, inside[next(i for i, g in enumerate(grids) if g is grid)], table)
            table += 1
        items.append((min(labels[0].box[1] for labels, _ in row), group))
    for i, grid in enumerate(grids):
        if id(grid) in paired:
            continue
        if i in alone and any(grid is box for _, boxes in boxed for box in boxes):
            continue
        items.append((grid.box[1], build.rows(grid, inside[i], table, beside_rows.get(id(grid)))))
        table += 1
    cells_of = {id(grid): inside[i] for i, grid in enumerate(grids)}
    for beside, boxes in boxed:
        top = min(grid.box[1] for grid in boxes)
        items.append((top, [build.boxed_row(beside, boxes, cells_of)]))
    items += _text_items(build, lines, [grid.box for grid in grids])
    items += [(group[0][1].box[1], [build.signed_row(group)]) for group in signed]
    items += build.pictures(grids)
    items.sort(key=lambda item: item[0])
    placed = _numbered([p for _, group in items for p in group], table)
    lines += [line for group, _ in boxed for line in group]
    plain = not grids and words == [*page.words]
    return PageBlocks(page, placed, tuple(grids), tuple(lines), build.gutter, plain)


def _with_open(grid: Grid, words: Sequence[Word]) -> Grid:
    """A table whose shading leaves some cells white with those as cells, where words stand in them."""
    if len(grid.cells) < 2 or all(own >= 0 for own in grid.owner):
        return grid
    x0, top, x1, bottom = grid.box
    within = ((w, (w.x0 + w.x1) / 2, (w.top + w.bottom) / 2) for w in words)
    stray = any(
        x0 < x < x1
        and top < y < bottom
        and grid.find_cell(x, y) is None
        and grid.find_cell(x0 + 1, y) is not None
        for _, x, y in within
    )
    return with_open_areas(grid) if stray else grid


def _numbered(placed: Sequence[Placed], table: int) -> tuple[Placed, ...]:
    """Rows made of loose boxes or of columns, one below another, as the rows of a table."""
    found: list[Placed] = []
    row = 0
    for one in placed:
        block = one.block
        if not isinstance(block, Row) or block.place.table != _TO_NUMBER:
            table, row = table + (row > 0), 0
            found.append(one)
            continue
        if row and found and isinstance(found[-1].block, Row) and found[-1].block.ruled != block.ruled:
            table, row = table + 1, 0
        row += 1
        cells = tuple(
            replace(cell, place=replace(cell.place, table=table, row=row, cell=number))
            for number, cell in enumerate(block.cells, start=1)
        )
        place = replace(block.place, table=table, row=row)
        found.append(Placed(replace(block, cells=cells, place=place), one.box))
    return tuple(found)


def _body_size(words: Columns) -> float:
    sizes = words.size
    if not all(sizes):
        sizes = tuple(map(_size, words.size, words.top, words.bottom))
    return median(sizes) if sizes else 12.0


def _size(size: float, top: float, bottom: float) -> float:
    return size or bottom - top


def _without_frames(page: Page, grids: Sequence[Grid]) -> tuple[list[Grid], list[Box]]:
    """Grids that are tables; and the boxes of single cells small enough to be tick boxes."""
    kept, squares = [], []
    for grid in grids:
        x0, top, x1, bottom = grid.box
        if len(grid.cells) == 1:
            if x1 - x0 <= 20 and bottom - top <= 20:
                squares.append(grid.box)
                continue
            holds = any(
                other is not grid and x0 <= other.box[0] and other.box[2] <= x1
                and top <= other.box[1] and other.box[3] <= bottom
                for other in grids
            )  # fmt: skip
            if holds or (bottom - top > 0.6 * page.height and x1 - x0 > 0.6 * page.width):
                continue
        kept.append(grid)
    return kept, squares


def _share_out(
    words: Sequence[Word], grids: Sequence[Grid]
) -> tuple[list[dict[int, list[Word]]], list[Word]]:
    """The words of each grid's cells, the smallest grid first, and the words of none."""
    inside: list[dict[int, list[Word]]] = [{} for _ in grids]
    by_size = sorted(
        range(len(grids)),
        key=lambda i: (grids[i].box[2] - grids[i].box[0]) * (grids[i].box[3] - grids[i].box[1]),
    )
    outside = []
    last: list[Word] = []  # most words stand in the cell of the word before, in the smallest grid there is
    left = above = right = below = 0.0
    for word in words:
        x, y = (word[1] + word[3]) / 2, (word[2] + word[4]) / 2
        if left <= x < right and above <= y < below:
            last.append(word)
            continue
        for i in by_size:
            cell = grids[i].find_cell(x, y)
            if cell is not None:
                last = inside[i].setdefault(cell, [])
                last.append(word)
                if i == by_size[0] or len(grids) == 1:
                    left, above, right, below = grids[i].cells[cell].box
                break
        else:
            outside.append(word)
    return inside, outside


def _text_items(
    build: "_Builder", lines: Sequence[PrintedLine], tables: Sequence[Box]
) -> list[tuple[float, list[Placed]]]:
    """The lines between tables, in columns where they stand so, each run as one item."""
    items: list[tuple[float, list[Placed]]] = []
    run: list[PrintedLine] = []
    bounds = sorted(box[1] for box in tables)

    def close() -> None:
        if run:
            top = min(s.box[1] for s in run[0])
            items.append((top, build.text(run)))
            run.clear()

    passed = 0
    for line in lines:
        top = line[0].box[1]
        if passed < len(bounds) and top >= bounds[passed]:
            close()
            while passed < len(bounds) and top >= bounds[passed]:
                passed += 1
        run.append(line)
    close()
    return items


class _Builder:
    """Makes blocks of one page."""

    def __init__(self, page: Page, loose: Sequence[Rule], body: float, gutter: float | None = None) -> None:
        self.page = page
        self.loose = loose
        self.body = body
        self.gutter = gutter
        self.begun = False
        # a browser's line holds a date or "1/2": without a slash there is none
        lines = group_lines(page.words) if "/" in page.text else ()
        edge = {id(w) for line in lines if is_browsers(line, page.height) for w in line}
        self.margin = max(
            [w[3] for w in page.words if id(w) not in edge] if edge else page.columns.x1, default=0.0
        )
        self.signatures = self._signatures()

    def place(self, box: Box) -> Place:
        return Place(page=self.page.number, box=self.page.shown(box))

    def line(self, words: Sequence[Word], *, tabs: bool = False) -> Line:
        """One printed line; a heading where it is bold or large and short."""
        box = around(words)
        place = self.place(box)
        if words[0].filled and all(word.filled for word in words):
            place = replace(place, part="annotation")
        found = spans(words, self.loose, tabs=tabs)
        heading = sum([len(span.text) for span in found]) <= 90 and (
            False not in [span.bold for span in found]
            or max([w[10] or w[4] - w[2] for w in words]) > 1.2 * self.body
        )
        return Line(found, place, heading=heading)

    def cell(self, words: Sequence[Word], box: Box, place: Place, span: int = 1) -> Cell:
        """A cell's words as lines, with whether a picture stands in it."""
        lines = tuple([self.line(line, tabs=True) for line in group_lines(words)])
        return Cell(lines, place, span=span, has_image=self._pictured(box))

    def _pictured(self, box: Box) -> bool:
        return bool(self.signatures) and any(_holds(box, picture) for picture in self.signatures)

    def _signatures(self) -> list[Box]:
        size = self.page.width * self.page.height
        sizes = [(box, box[2] - box[0], box[3] - box[1]) for box in (*self.page.images, *self.page.ink)]
        return [box for box, wide, high in sizes if wide > 8 and high > 4 and wide * high < 0.25 * size]

    def rows(
        self,
        grid: Grid,
        words: dict[int, list[Word]],
        table: int,
        labels: dict[int, Segment] | None = None,
    ) -> list[Placed]:
        """A grid's rows, each cell in the row where it begins, behind the label that stands left of it."""
        by_row: dict[int, list[int]] = {}
        for i, found in enumerate(grid.cells):
            by_row.setdefault(found.row, []).append(i)
        placed = []
        known = _inner_gutter([words.get(own[0], []) for own in by_row.values() if len(own) == 1])
        for number, row in enumerate(sorted(by_row), start=1):
            indexes = sorted(by_row[row], key=lambda i: grid.cells[i].column)
            within = self._within(words.get(indexes[0], []), known) if len(indexes) == 1 else None
            if within:
                placed += within
                continue
            cells = []
            for count, i in enumerate(indexes, start=1):
                found = grid.cells[i]
                place = Place(self.page.number, self.page.shown(found.box), table, number, count)
                cells.append(self.cell(words.get(i, []), found.box, place, found.span))
            boxes = [grid.cells[i].box for i in indexes]
            cells = without_comb(cells, boxes)
            if labels and (label := labels.get(indexes[0])):
                cells.insert(0, Cell((self.line(label.words),), self.place(label.box)))
                boxes.append(label.box)
            box = hull(boxes)
            place = Place(self.page.number, self.page.shown(box), table, number)
            placed.append(Placed(Row(tuple(cells), place), box))
        return placed

    def _within(self, words: Sequence[Word], known: float | None) -> list[Placed] | None:
        """The lines and rows of a cell in which labels and answers stand in columns; None of any other."""
        if known is None or not words:
            return None
        lines = [segments(line) for line in group_lines(words)]
        parts = find_columns(lines, self.loose, margin=max(w.x1 for w in words), known=known)
        if len(lines) > 1 and all(len(line) == 1 and line[0].box[2] < known - 1 for line in lines):
            # a heading and labels whose answers were left blank
            parts = [lines[0], *(ColumnRow((line,), (), (known, known + 1)) for line in lines[1:])]
        return self.parts(parts) if any(isinstance(p, ColumnRow) for p in parts) else None

    def boxed_row(
        self, lines: Sequence[PrintedLine], boxes: Sequence[Grid], words: dict[int, dict[int, list[Word]]]
    ) -> Placed:
        """Printed lines with the drawn boxes beside them, as one ruled row."""
        parts: list[tuple[float, Cell, Box]] = []
        columns: dict[int, list[Segment]] = {}
        for segment in (s for line in lines for s in line):
            passed = sum(grid.box[0] < segment.box[0] for grid in boxes)
            columns.setdefault(passed, []).append(segment)
        for group in columns.values():
            box = hull([segment.box for segment in group])
            printed = group_lines([w for segment in group for w in segment.words])
            parts.append((box[0], Cell(tuple(self.line(p) for p in printed), self.place(box)), box))
        for grid in boxes:
            found = [word for group in words[id(grid)].values() for word in group]
            parts.append((grid.box[0], self.cell(found, grid.box, self.place(grid.box)), grid.box))
        parts.sort(key=lambda part: part[0])
        box = hull([part[2] for part in parts])
        place = replace(self.place(box), table=_TO_NUMBER)
        return Placed(Row(tuple(part[1] for part in parts), place), box)

    def text(self, lines: Sequence[PrintedLine]) -> list[Placed]:
        """Printed lines, labels and answers in two columns as rows."""
        height = self.page.height
        near = (line for line in lines if is_at_edge(line[0].words[0], height))
        edge = [line for line in near if is_browsers([w for s in line for w in s.words], height)]
        if edge:
            body = [line for line in lines if line not in edge]
            return [*(self._margin_line(line) for line in edge), *(self.text(body) if body else ())]
        if len(lines) > 1 and self._stands_apart(lines[-1], lines[-2]):
            return [*self.text(lines[:-1]), *self.parts([lines[-1]])]
        begun = 0 if self.begun or self.gutter is None else carried_over(lines, self.gutter)
        self.begun = True
        rest = find_columns(lines[begun:], self.loose, margin=self.margin, hint=self.gutter)
        if begun and self.gutter is not None:
            carried = ColumnRow((), tuple(lines[:begun]), (self.gutter, self.margin))
            return self.parts([carried, *rest])
        return self.parts(rest)

    def _stands_apart(self, line: PrintedLine, above: PrintedLine) -> bool:
        """Whether a page's last line stands at its foot, far below the rest: in no column of theirs."""
        top, bottom = line[0].box[1], line[0].box[3]
        gap = top - max(s.box[3] for s in above)
        return is_at_edge(line[0].words[0], self.page.height) and gap > 2.5 * (bottom - top)

    def _margin_line(self, line: PrintedLine) -> Placed:
        printed = self.line([w for s in line for w in s.words])
        return Placed(replace(printed, place=replace(printed.place, part="footer")), line[0].box)

    def parts(self, parts: Sequence[PrintedLine | ColumnRow]) -> list[Placed]:
        """Lines and rows of columns as blocks."""
        placed: list[Placed] = []
        loose: list[PrintedLine] = []
        for part in parts:
            if isinstance(part, ColumnRow):
                self.gutter = part.column[0] if part.answer else self.gutter
                placed += self.lines(order_columns(loose))
                placed.append(self.column_row(part))
                loose = []
            else:
                loose.append(part)
        return placed + self.lines(order_columns(loose))

    def signed_row(self, group: Sequence[tuple[Segment, Segment]]) -> Placed:
        """Labels with the answers that stand on the lines above them, as one row."""
        parts = [part for pair in group for part in pair]
        cells = tuple(Cell((self.line(part.words),), self.place(part.box)) for part in parts)
        box = hull([part.box for part in parts])
        return Placed(Row(cells, self.place(box), ruled=False), box)

    def column_row(self, row: ColumnRow) -> Placed:
        """A label and its answer in columns as one row; the answer's cell reaches as far as its column."""
        cells = []
        for side in (row.label, row.answer):
            lines = tuple(self.line([w for s in line for w in s.words], tabs=True) for line in side)
            box = hull([s.box for line in side or (*row.label, *row.answer) for s in line])
            if side is row.answer:
                box = (row.column[0], box[1], row.column[1], box[3])
            cells.append(Cell(lines, self.place(box), has_image=self._pictured(box)))
        place = replace(self.place(row.box), table=_TO_NUMBER if row.hangs else None)
        return Placed(Row(tuple(cells), place, ruled=False), row.box)

    def lines(self, lines: Sequence[PrintedLine]) -> list[Placed]:
        """Printed lines as lines, or as rows where gaps show columns."""
        placed: list[Placed] = []
        before: PrintedLine = ()
        starts: list[float] = []
        for line in lines:
            column = _column_of(line, before, starts)
            if column is not None and placed and isinstance(placed[-1].block, Row):
                placed[-1] = self._continued(placed[-1], column, line)
                before = line
                continue
            box = hull([segment.box for segment in line])
            starts = [segment.box[0] for segment in line]
            before = line
            if len(line) == 1:
                placed.append(Placed(self.line(line[0].words), box))
                continue
            cells = tuple(Cell((self.line(s.words),), self.place(s.box)) for s in line)
            placed.append(Placed(Row(cells, self.place(box), ruled=False), box))
        return placed

    def _continued(self, last: Placed, column: int, line: PrintedLine) -> Placed:
        row = last.block
        assert isinstance(row, Row)  # noqa: S101  # the caller has looked
        cell = row.cells[column]
        box = hull([last.box, line[0].box])
        more = replace(cell, lines=(*cell.lines, self.line(line[0].words)))
        cells = (*row.cells[:column], more, *row.cells[column + 1 :])
        return Placed(replace(row, cells=cells, place=self.place(box)), box)

    def pictures(self, grids: Sequence[Grid]) -> list[tuple[float, list[Placed]]]:
        """Pictures outside tables that may be signatures; not backgrounds, nor logos at the edges."""
        found = []
        for box in self.signatures:
            if any(_holds(grid.box, box) for grid in grids):
                continue
            edge = LOGO_ZONE * self.page.height
            if box in self.page.images and (box[3] < edge * 1.3 or box[1] > self.page.height - edge / 2):
                continue
            found.append((box[1], [Placed(Picture(self.place(box)), box)]))
        return found


def _inner_gutter(cells: Sequence[Sequence[Word]]) -> float | None:
    """Where the answers begin in cells that hold tables without lines."""
    lines = [segments(line) for words in cells for line in group_lines(words)]
    return find_gutter(lines) if sum(len(line) > 1 for line in lines) > 1 else None


def _holds(box: Box, picture: Box) -> bool:
    x, y = (picture[0] + picture[2]) / 2, (picture[1] + picture[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _column_of(line: PrintedLine, before: PrintedLine, starts: Sequence[float]) -> int | None:
    """The column of the row before that a single segment goes on in: under it, close, not the first."""
    if len(line) != 1 or len(starts) < 2 or not before:
        return None
    here = line[0].box
    above = max(segment.box[3] for segment in before)
    if here[1] - above > 0.6 * (here[3] - here[1]):
        return None
    for column in range(len(starts) - 1, 0, -1):
        if abs(here[0] - starts[column]) < 4:
            return column
    return None
