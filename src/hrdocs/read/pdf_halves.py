"""Pages on which labels stand over their answers in two columns: the left one is read first.

Both columns must look alike: each holds lines of the labels' type and lines of the answers' type. A
label beside its answer is no such page: there the left column holds labels only.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrdocs.document import Box
from hrdocs.read.pdf_grid import closed_at_edges
from hrdocs.read.pdf_lines import group_lines
from hrdocs.tools.pdf_records import Columns, Page, Rule, Word

BAND = 8.0  # points: the empty band between the columns is at least so wide
CLEAR = 2.0  # points from the edges of boxes, so that none is cut off its box
ZONE = (0.36, 0.64)  # of the text's width: where the band stands
STEP = 3.0
EDGE = 6.0  # points from a column's end
MOST_ROWS = 100  # of tables on a page, whose words are left out first
LEAST_LINES = 4  # of a column, on the page
LEVEL = 0.7  # where so many lines stand level with one across, of the same type, the columns are one grid
TITLE = 1.08  # in sizes of the labels: a line so large is a heading over both columns

Style = tuple[bool, float]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines one below another that leave the band empty."""

    lines: tuple[tuple[Word, ...], ...]

    @property
    def top(self) -> float:
        return min(w.top for line in self.lines for w in line)

    @property
    def bottom(self) -> float:
        return max(w.bottom for line in self.lines for w in line)


def halves(page: Page) -> list[Page]:
    """The page in the parts that are to be read one after another; itself where it has no two columns."""
    middle = _band(page.columns, page.rules)
    if middle is None:
        return [page]
    across = sorted([r.top for r in page.rules if r.x0 < middle - BAND and r.x1 > middle + BAND])
    tables = _tables(across, page.rules, middle)
    known = set(tables)
    rows = [row for row in pairwise(across) if row in known]
    lines = [tuple(line) for line in group_lines(_outside(page.words, rows[:MOST_ROWS]))]
    runs = [run for run in _runs(lines, middle, across, tables) if _has_both(run.lines, middle)]
    left = [[w for w in line if w.x0 < middle] for run in runs for line in run.lines]
    right = [[w for w in line if w.x0 >= middle] for run in runs for line in run.lines]
    styles = _common([line for line in left if line], [line for line in right if line])
    if len(styles) < 2:
        return [page]
    parts: list[Page] = []
    at = -1e9
    for top, bottom in _zones(runs, middle, max(size for _, size in styles)):
        sides = [_cut(page, (-1e9, top, middle, bottom)), _cut(page, (middle, top, 1e9, bottom))]
        parts += [_cut(page, (-1e9, at, 1e9, top)), *(_closed(side, top, bottom) for side in sides)]
        at = bottom
    parts.append(_cut(page, (-1e9, at, 1e9, 1e9)))
    return [part for part in parts if part.words or part.rules or part.images or part.ink or part.squares]


def _closed(side: Page, top: float, bottom: float) -> Page:
    """A column with a box that goes on in the next one closed where the column ends."""
    return replace(side, rules=closed_at_edges(side.rules, side.height, head=top + EDGE, foot=bottom - EDGE))


def _band(words: Columns, rules: Sequence[Rule]) -> float | None:
    """The middle of the emptiest band in the middle of the page; None where none is empty enough."""
    total = len(words.text)
    if total < 4 * LEAST_LINES:
        return None
    left, right = min(words.x0), max(words.x1)
    low, high = (left + share * (right - left) for share in ZONE)
    first, last = low - BAND, high + BAND
    level = [r for r in rules if r.top == r.bottom and r.x1 > first and r.x0 < last]
    places = [low + STEP * n for n in range(int((high - low) / STEP) + 1)]
    starts = sorted([*words.x0, *(r.x0 for r in level)])
    ends = sorted([*words.x1, *(r.x1 for r in level)])
    half = BAND / 2
    counts = [bisect_left(starts, at + half) - bisect_right(ends, at - half) for at in places]
    fewest = min(counts, default=0)
    if not counts or fewest >= total / 8:
        return None
    emptiest = [at for at, count in zip(places, counts, strict=True) if count == fewest]
    # between two boxes there may be less room than the band is wide
    starts, ends = sorted([r.x0 - CLEAR for r in level]), sorted([r.x1 + CLEAR for r in level])
    crossed = [bisect_left(starts, at) - bisect_right(ends, at) for at in emptiest]
    least = min(crossed)
    emptiest = [at for at, count in zip(emptiest, crossed, strict=True) if count == least]
    return emptiest[len(emptiest) // 2]


def _outside(words: Sequence[Word], rows: Sequence[tuple[float, float]]) -> Sequence[Word]:
    """The words outside the rows of tables that reach across the band: those in them are in no column."""
    merged: list[tuple[float, float]] = []
    for top, bottom in rows:
        if merged and merged[-1][1] == top:
            merged[-1] = merged[-1][0], bottom
        else:
            merged.append((top, bottom))
    for top, bottom in merged:
        words = [w for w in words if not top - 1 <= w[2] <= bottom]
    return words


def _runs(
    lines: Sequence[tuple[Word, ...]],
    middle: float,
    across: Sequence[float],
    tables: Sequence[tuple[float, float]],
) -> Iterator[_Run]:
    """The lines in runs that neither a word nor a level rule across the band interrupts."""
    left, right = middle - BAND / 2, middle + BAND / 2
    run: list[tuple[Word, ...]] = []
    for line in lines:
        top = min([w[2] for w in line])
        above = max([w[4] for w in run[-1]]) if run else top
        crossed = bool([w for w in line if w[1] < right and w[3] > left])
        crossed = crossed or any(a - 1 <= top <= b for a, b in tables)
        edge = next((y for y in across if run and above - 2 <= y <= top + 2), None)
        if run and (crossed or edge is not None):
            label = edge is not None and len(run) > 1 and _heads_box(run, edge, middle)
            yield _Run(tuple(run[:-1] if label else run))
            run = []
        if not crossed:
            run.append(line)
    if run:
        yield _Run(tuple(run))


def _heads_box(run: Sequence[tuple[Word, ...]], edge: float, middle: float) -> bool:
    """Whether the last line is the label of the box across both columns that begins at `edge`.

    It stands close above it, on one side, and well below what the other column ends with.
    """
    last = run[-1]
    top, bottom = min(w.top for w in last), max(w.bottom for w in last)
    high, is_left = bottom - top, last[0].x0 < middle
    if is_left is not (last[-1].x0 < middle) or edge - bottom > high:
        return False
    others = [w.bottom for line in run for w in line if (w.x0 < middle) is not is_left]
    own = [w.bottom for line in run[:-1] for w in line if (w.x0 < middle) is is_left]
    return top - max(others, default=top) > 2 * high and top - max(own, default=-1e9) > 2 * high


def _tables(across: Sequence[float], rules: Sequence[Rule], middle: float) -> list[tuple[float, float]]:
    """Where upright rules stand in the band, or join level ones across it: the rows of tables."""
    uprights = [r for r in rules if r.x0 == r.x1]
    within = [r for r in uprights if abs(r.x0 - middle) <= BAND]
    within = [r for r in within if not any(_face(r, other) for other in uprights)]
    return [(r.top, r.bottom) for r in within] + [
        (above, below)
        for above, below in pairwise(across)
        if any(r.top <= above + 2 and r.bottom >= below - 2 for r in uprights)
    ]


def _face(one: Rule, other: Rule) -> bool:
    """Whether two upright rules are the near edges of two boxes side by side."""
    level = abs(one.top - other.top) < EDGE and abs(one.bottom - other.bottom) < EDGE
    return level and 2 < abs(one.x0 - other.x0) <= 2.5 * BAND


def _has_both(lines: Sequence[Sequence[Word]], middle: float) -> bool:
    return any(line[0].x0 < middle for line in lines) and any(line[-1].x0 >= middle for line in lines)


def _style(line: Sequence[Word]) -> Style:
    return line[0].bold, round(line[0].size or line[0].bottom - line[0].top)


def _common(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> set[Style]:
    """The types that lines of both columns are set in, each at least twice."""
    if min(len(left), len(right)) < LEAST_LINES:
        return set()
    counts = Counter(map(_style, left)), Counter(map(_style, right))
    return {style for style, n in counts[0].items() if n > 1 and counts[1][style] > 1}


def _zones(runs: Sequence[_Run], middle: float, size: float) -> Iterator[tuple[float, float]]:
    """From where to where the page is read in columns: row by row where both columns are one grid."""
    for run in runs:
        groups = [run.lines] if not _is_grid(run, middle) else _rows(run.lines, middle, size)
        for group in groups:
            if _has_both(group, middle):
                part = _Run(tuple(group))
                yield part.top - 0.5, part.bottom + 0.5


def _is_grid(run: _Run, middle: float) -> bool:
    sides = [[line for line in run.lines if any((w.x0 >= middle) == right for w in line)] for right in (0, 1)]
    level = [line for line in run.lines if line[0].x0 < middle <= line[-1].x0]
    alike = sum(_style(line) == _style([w for w in line if w.x0 >= middle]) for line in level)
    return len(level) >= LEVEL * min(len(side) for side in sides) and alike >= LEVEL * len(level)


def _rows(
    lines: Sequence[tuple[Word, ...]], middle: float, size: float
) -> Iterator[tuple[tuple[Word, ...], ...]]:
    """A grid's lines, cut before each line that begins both columns anew, and around headings."""
    group: list[tuple[Word, ...]] = []
    first = _style(next(line for line in lines if line[0].x0 < middle <= line[-1].x0))
    for number, line in enumerate(lines):
        both = line[0].x0 < middle <= line[-1].x0
        title = not both and _style(line)[1] > TITLE * size
        begins = (
            _style(line) == first and line[0].x0 < middle and _begins_right(lines[number:], middle, first)
        )
        if group and (title or begins):
            yield tuple(group)
            group = []
        if not title:
            group.append(line)
    if group:
        yield tuple(group)


def _begins_right(lines: Sequence[tuple[Word, ...]], middle: float, first: Style) -> bool:
    """Whether the next text on the right is a label: nothing goes on there from above."""
    right = next((own for line in lines if (own := [w for w in line if w.x0 >= middle])), None)
    return right is None or _style(right) == first


def _cut(page: Page, zone: Box) -> Page:
    """What of a page stands in a zone."""
    return replace(
        page,
        words=tuple(w for w in page.words if _is_in((w.x0, w.top, w.x1, w.bottom), zone)),
        rules=tuple(r for r in page.rules if _is_in((r.x0, r.top, r.x1, r.bottom), zone)),
        squares=tuple(s for s in page.squares if _is_in(s[0], zone)),
        images=tuple(b for b in page.images if _is_in(b, zone)),
        ink=tuple(b for b in page.ink if _is_in(b, zone)),
    )


def _is_in(box: Box, zone: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return zone[0] <= x < zone[2] and zone[1] <= y < zone[3]
