"""Tables from ruling lines: which rectangles the lines of a page enclose.

A grid is a set of lines that touch one another. Its cells are the areas between them; a border that
is missing inside joins two areas into one cell. Areas open to the outside are no cells.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Rule

SNAP = 3.0  # points within which lines are the same line, or touch
CUT_HEAD, CUT_FOOT = 0.15, 0.85  # of the page's height: where a table can be cut by the page's end
MAX_RULES = 3_000
MAX_AREAS = 40_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its box, its first row and column (from 0), and how many columns it spans."""

    box: Box
    row: int
    column: int
    span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: the edges of its columns and rows, its cells, and the cell of each area."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    owner: tuple[int, ...]  # per area, row by row: index into cells, or -1

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def find_cell(self, x: float, y: float) -> int | None:
        """The index of the cell at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        wide = len(self.xs) - 1
        if not (0 <= column < wide and 0 <= row < len(self.ys) - 1):
            return None
        found = self.owner[row * wide + column]
        return None if found < 0 else found


def with_open_areas(grid: Grid) -> Grid:
    """The grid with the areas that stand open beside its cells as cells: of tables drawn by shading only."""
    wide, high = len(grid.xs) - 1, len(grid.ys) - 1
    owner, cells = list(grid.owner), list(grid.cells)
    for row in range(high):
        open_columns = [c for c in range(wide) if owner[row * wide + c] < 0]
        if not open_columns or owner[row * wide] < 0:
            continue
        for run in _runs(open_columns, row):
            first, last = run[0][1], run[-1][1]
            for _, column in run:
                owner[row * wide + column] = len(cells)
            box = grid.xs[first], grid.ys[row], grid.xs[last + 1], grid.ys[row + 1]
            cells.append(GridCell(box, row, first, last - first + 1))
    return Grid(grid.xs, grid.ys, tuple(cells), tuple(owner))


def closed_at_edges(
    rules: Sequence[Rule], height: float, *, head: float | None = None, foot: float | None = None
) -> tuple[Rule, ...]:
    """The lines of a page, with a table that the page's end cuts through closed at its foot or its head.

    Such a table's upright lines end at the same height, with no level line there: above `head`, below `foot`.
    """
    head = CUT_HEAD * height if head is None else head
    foot = CUT_FOOT * height if foot is None else foot
    uprights = [r for r in rules if r.x0 == r.x1 and r.bottom - r.top > SNAP]
    added: list[Rule] = []
    for at_foot in (True, False):
        ends = sorted(
            (r for r in uprights if (r.bottom > foot if at_foot else r.top < head)),
            key=lambda r: r.bottom if at_foot else r.top,
        )
        for group in _snapped([(r.bottom if at_foot else r.top, r.x0, r.x0) for r in ends]):
            left, right = min(x for _, x, _ in group), max(x for _, x, _ in group)
            at = sum(y for y, _, _ in group) / len(group)
            known = any(
                r.top == r.bottom and abs(r.top - at) < SNAP and r.x1 > left and r.x0 < right for r in rules
            )
            if right - left > 2 * SNAP and not known:
                added.append(Rule(left, at, right, at))
    return (*rules, *added)


def find_grids(rules: Sequence[Rule]) -> tuple[tuple[Grid, ...], tuple[Rule, ...]]:
    """The grids of a page, top first, and the level lines that belong to none."""
    level = _merged([(r.top, r.x0, r.x1) for r in rules if r.top == r.bottom])
    upright = _merged([(r.x0, r.top, r.bottom) for r in rules if r.x0 == r.x1])
    if len(level) + len(upright) > MAX_RULES:
        return (), ()
    grids, used = [], set()
    for level_ids, upright_ids in _touching(level, upright):
        grid = _grid([level[i] for i in level_ids], [upright[i] for i in upright_ids])
        if grid is not None:
            grids.append(grid)
            used.update(level_ids)
    loose = tuple(Rule(a, at, b, at) for i, (at, a, b) in enumerate(level) if i not in used)
    return tuple(sorted(grids, key=lambda grid: (grid.box[1], grid.box[0]))), loose


_Piece = tuple[float, float, float]  # where the line lies, from, to


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Lines at the same height or width made one, and their touching pieces joined."""
    merged: list[_Piece] = []
    for group in _snapped(sorted(pieces)):
        at = sum(piece[0] for piece in group) / len(group)
        start, end = None, 0.0
        for _, a, b in sorted(group, key=lambda piece: piece[1]):
            if start is None:
                start, end = a, b
            elif a <= end + SNAP:
                end = max(end, b)
            else:
                merged.append((at, start, end))
                start, end = a, b
        if start is not None:
            merged.append((at, start, end))
    return merged


def _snapped(pieces: Iterable[_Piece]) -> Iterable[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and piece[0] - group[-1][0] > SNAP:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _touching(level: list[_Piece], upright: list[_Piece]) -> Iterable[tuple[list[int], list[int]]]:
    """Sets of lines that touch, as indexes of level and of upright lines."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    heights = [piece[0] for piece in level]
    for j, (x, top, bottom) in enumerate(upright):
        first = bisect_right(heights, top - SNAP)
        last = bisect_right(heights, bottom + SNAP)
        for i in range(first, last):
            if level[i][1] - SNAP <= x <= level[i][2] + SNAP:
                parent[root(i)] = root(len(level) + j)
    sets: dict[int, tuple[list[int], list[int]]] = {}
    for i in range(len(parent)):
        levels, uprights = sets.setdefault(root(i), ([], []))
        if i < len(level):
            levels.append(i)
        else:
            uprights.append(i - len(level))
    return [found for found in sets.values() if len(found[0]) > 1 and len(found[1]) > 1]


def _grid(level: list[_Piece], upright: list[_Piece]) -> Grid | None:
    xs = sorted({piece[0] for piece in upright})
    ys = sorted({piece[0] for piece in level})
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1 or wide * high > MAX_AREAS:
        return None
    below = _borders(level, ys, xs)  # (y index, column): a line above that area
    beside = _borders(upright, xs, ys)  # (x index, row): a line to the left of that area
    owner = [-2] * (wide * high)
    cells: list[GridCell] = []
    for row in range(high):
        for column in range(wide):
            at = row, column
            if owner[row * wide + column] != -2:
                continue
            if at in below and (row + 1, column) in below and {(column, row), (column + 1, row)} <= beside:
                areas, is_open = [at], False  # as most are
            else:
                areas, is_open = _area(row, column, (wide, high), (below, beside), owner)
            _take(areas, is_open, (xs, ys), owner, cells)
    return Grid(tuple(xs), tuple(ys), tuple(cells), tuple(owner)) if cells else None


def _borders(pieces: list[_Piece], lines: list[float], crossing: list[float]) -> set[tuple[int, int]]:
    index = {at: i for i, at in enumerate(lines)}
    found = set()
    for at, a, b in pieces:
        for k in range(max(0, bisect_right(crossing, a - SNAP) - 1), len(crossing) - 1):
            if crossing[k] > b:
                break
            if a <= crossing[k] + SNAP and b >= crossing[k + 1] - SNAP:
                found.add((index[at], k))
    return found


def _area(
    row: int,
    column: int,
    size: tuple[int, int],
    borders: tuple[set[tuple[int, int]], set[tuple[int, int]]],
    owner: list[int],
) -> tuple[list[tuple[int, int]], bool]:
    """All areas joined to this one, and whether they are open to the outside."""
    (wide, high), (below, beside) = size, borders
    areas, is_open = [(row, column)], False
    owner[row * wide + column] = -1
    for r, c in areas:
        for r2, c2, closed in (
            (r - 1, c, (r, c) in below),
            (r + 1, c, (r + 1, c) in below),
            (r, c - 1, (c, r) in beside),
            (r, c + 1, (c + 1, r) in beside),
        ):
            if closed:
                continue
            if not (0 <= r2 < high and 0 <= c2 < wide):
                is_open = True
            elif owner[r2 * wide + c2] == -2:
                owner[r2 * wide + c2] = -1
                areas.append((r2, c2))
    return areas, is_open


def _take(
    areas: list[tuple[int, int]],
    is_open: bool,
    edges: tuple[list[float], list[float]],
    owner: list[int],
    cells: list[GridCell],
) -> None:
    """Make the areas a cell; where they are no rectangle, a cell for each row of them."""
    if is_open:
        return
    xs, ys = edges
    if len(areas) == 1:
        ((r, c),) = areas
        owner[r * (len(xs) - 1) + c] = len(cells)
        cells.append(GridCell((xs[c], ys[r], xs[c + 1], ys[r + 1]), r, c, 1))
        return
    rows, columns = {r for r, _ in areas}, {c for _, c in areas}
    if len(areas) == len(rows) * len(columns):
        parts = [areas]
    else:
        parts = [part for row in sorted(rows) for part in _runs(sorted(c for r, c in areas if r == row), row)]
    for part in parts:
        r0, r1 = min(r for r, _ in part), max(r for r, _ in part)
        c0, c1 = min(c for _, c in part), max(c for _, c in part)
        for r, c in part:
            owner[r * (len(xs) - 1) + c] = len(cells)
        cells.append(GridCell((xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1]), r0, c0, c1 - c0 + 1))


def _runs(columns: list[int], row: int) -> list[list[tuple[int, int]]]:
    runs: list[list[tuple[int, int]]] = []
    for column in columns:
        if runs and runs[-1][-1][1] == column - 1:
            runs[-1].append((row, column))
        else:
            runs.append([(row, column)])
    return runs
