"""Disclosure control: what a table of counts may show, so that no count of one to four can be worked out.

A count of one to four is shown as "fewer than 5", any other is rounded to the nearest five, zero stays
zero. That alone does not protect: totals, cross-tables and the difference from an earlier report can
give a small count back. So all that is shown is read as an outsider would, as bounds on whole numbers
that must add up, and while any small count could be narrowed, more is left out.

A small count is protected while every number from one to four is still possible for it; one that is
left out, while as many numbers are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

SMALL = 5  # counts from one up to below this one are never shown
STEP = 5
PERCENTAGE_BASE = 20  # a percentage of fewer than this many says more of persons than of practice

FEWER = f"fewer than {SMALL}"
WITHHELD = "not shown"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both inside."""

    first: dt.date
    last: dt.date

    @property
    def is_year(self) -> bool:
        """Whether it is twelve months, whatever day they begin on."""
        end = self.last + dt.timedelta(days=1)
        return (end.year - 1, end.month, end.day) == (self.first.year, self.first.month, self.first.day)

    def holds(self, day: dt.date) -> bool:
        """Whether a day is inside."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Table:
    """A table of true counts of one population; `cells` has a row of counts for each of `rows`.

    `exclusive`: everyone of the population stands in exactly one cell, so that the cells add up to its
    total; otherwise (a complaint on several grounds) everyone stands in one row or more. A table with two
    headings names the one-way tables that hold the sums of its rows and of its columns; in one that is
    not exclusive the columns are, so that its rows add up and its columns need not.
    """

    id: str
    population: str
    rows: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    columns: tuple[str, ...] = ("",)
    exclusive: bool = True
    row_sums: str = ""
    column_sums: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed for a count, and what that says of it: from `low` to `high` (None: no bound)."""

    text: str
    low: int
    high: int | None

    @property
    def rounded(self) -> int | None:
        """The figure that is printed, None where there is none."""
        return int(self.text) if self.text.isdecimal() else None


# A count is known by table, row and column; the total of a population by ("", population, "").
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Issued:
    """What a report that is out showed, for its period."""

    period: Period
    shown: Mapping[Key, Shown]


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be printed: for each total and each cell."""

    shown: Mapping[Key, Shown] = field(default_factory=dict)

    def total(self, population: str) -> Shown:
        """The total of a population."""
        return self.shown["", population, ""]

    def cell(self, table: str, row: str, column: str = "") -> Shown:
        """One cell of a table."""
        return self.shown[table, row, column]


def show_count(count: int) -> Shown:
    """A count as it may stand by itself: zero, "fewer than 5", or rounded to the nearest five."""
    if count == 0:
        return Shown("0", 0, 0)
    if count < SMALL:
        return Shown(FEWER, 1, SMALL - 1)
    nearest = STEP * ((count + STEP // 2) // STEP)
    return Shown(str(nearest), max(SMALL, nearest - STEP // 2), nearest + STEP // 2)


def show_percentage(part: Shown, whole: Shown) -> str:
    """A share in whole per cent, from the figures that are printed and no others; "" where withheld."""
    if part.rounded is None or whole.rounded is None or whole.rounded < PERCENTAGE_BASE:
        return ""
    return f"{min(100, round(100 * part.rounded / whole.rounded))} %"


def protect(
    tables: Sequence[Table],
    totals: Mapping[str, int],
    *,
    period: Period,
    earlier: Sequence[Issued] = (),
) -> Protected:
    """Decide what may be shown of a report's tables, taken together and with the reports before it.

    First whole breakdowns of a small total go, and the lines of a cross-table that break down a small sum,
    then single cells that would give a small one away, then their table, then the sums that it is tied to.
    """
    plan = _Plan(tuple(tables), dict(totals))
    for table in tables:
        if 0 < totals[table.population] < SMALL:
            plan.hide_table(table)
        plan.hide_small_lines(table)
    old = tuple(_still_true(issued, plan, period) for issued in earlier)
    while exposed := _find_exposed(plan, period, old):
        plan.hide_for(exposed)
    return Protected(plan.shown())


class _Plan:
    """The true counts, and which of them are left out."""

    def __init__(self, tables: tuple[Table, ...], totals: dict[str, int]) -> None:
        self.tables = {table.id: table for table in tables}
        self.counts: dict[Key, int] = {("", name, ""): count for name, count in totals.items()}
        for table in tables:
            self.counts |= dict(_cells(table))
        self._hidden: dict[Key, Shown] = {}

    def shown(self) -> dict[Key, Shown]:
        return {key: self._hidden.get(key) or show_count(count) for key, count in self.counts.items()}

    def hide_table(self, table: Table) -> None:
        """Leave out a table whole, its zeros too: nothing is said of any cell."""
        self._hidden |= {key: Shown(WITHHELD, 0, None) for key, _ in _cells(table)}

    def hide_small_lines(self, table: Table) -> None:
        """Leave out each row and column of a cross-table that says what one to four people have in common."""
        for name, place in ((table.row_sums, 1), (table.column_sums, 2)):
            for label in self.tables[name].rows if name else ():
                if 0 < self.counts[name, label, ""] < SMALL:
                    line = (key for key, _ in _cells(table) if key[place] == label)
                    self._hidden |= dict.fromkeys(line, Shown(WITHHELD, 0, None))

    def hide_for(self, exposed: Key) -> None:
        """Leave out the next thing, so that a small count is better covered: cross-tables first."""
        table = self.tables.get(exposed[0])
        if table is None:
            self._hide_largest(self.tables.values(), exposed)
            return
        crossed = [t for t in self.tables.values() if table.id in (t.row_sums, t.column_sums)]
        if any(not self._is_hidden(cross) for cross in crossed):
            self._hide_largest(crossed, exposed)
        elif not self._is_hidden(table):
            if not self._hide_cell(table, exposed):
                self.hide_table(table)
        else:
            sums = [self.tables[name] for name in (table.row_sums, table.column_sums) if name]
            self._hide_largest(sums, ("", table.population, ""))

    def _hide_cell(self, table: Table, exposed: Key) -> bool:
        """The smallest other cell in its row or column; a hidden cell is known to be at least one."""
        counts = dict(_cells(table))
        open_cells = [key for key, count in counts.items() if count and key not in self._hidden]
        beside = [
            key for key in open_cells if key != exposed and (key[1] == exposed[1] or key[2] == exposed[2])
        ]
        filled = sum(1 for count in counts.values() if count)
        if not beside or 2 * (filled - len(open_cells) + 1) > filled:
            return False
        self._hidden[min(beside, key=lambda key: (counts[key], key))] = Shown(WITHHELD, 1, None)
        return True

    def _hide_largest(self, tables: Iterable[Table], total: Key) -> None:
        """A whole table that is still open, the one with most cells; at last the total itself."""
        still = [table for table in tables if not self._is_hidden(table)]
        if still:
            self.hide_table(max(still, key=lambda table: len(table.rows) * len(table.columns)))
        else:
            self._hidden[total] = Shown(WITHHELD, 1, None)

    def _is_hidden(self, table: Table) -> bool:
        return all(key in self._hidden and not self._hidden[key].low for key, _ in _cells(table))


def _cells(table: Table) -> Iterator[tuple[Key, int]]:
    for row, counts in zip(table.rows, table.cells, strict=True):
        for column, count in zip(table.columns, counts, strict=True):
            yield (table.id, row, column), count


def _still_true(issued: Issued, plan: _Plan, period: Period) -> Issued:
    """What an earlier report says that the figures of today do not contradict.

    A complaint entered late makes an old figure of the same period untrue; nothing follows from it.
    """
    if issued.period != period:
        return issued
    true = {
        key: shown
        for key, shown in issued.shown.items()
        if key in plan.counts and shown.low <= plan.counts[key] <= (shown.high or plan.counts[key])
    }
    return Issued(issued.period, true)


def _find_exposed(plan: _Plan, period: Period, earlier: tuple[Issued, ...]) -> Key | None:
    """A small count of which an outsider could rule out one of the numbers from one to four.

    Of one that is left out it is enough that as many numbers stay possible, whichever they are.
    """
    small = [key for key, count in plan.counts.items() if 0 < count < SMALL]
    if not small:
        return None
    shown = plan.shown()
    known = _Known(plan, [Issued(period, shown), *(e for e in earlier if _overlap(e.period, period))])
    for key in small:
        low, high = known.bounds(key, period)
        kept = high - low >= SMALL - 2 if shown[key].text == WITHHELD else low <= 1 and high >= SMALL - 1
        if not kept:
            return key
    return None


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


class _Known:
    """All that the reports say, as linear bounds on whole numbers: one for each count and span of days.

    Periods that overlap are cut into spans; what is said of a period is said of the sum of its spans.
    """

    def __init__(self, plan: _Plan, reports: Sequence[Issued]) -> None:
        edges = sorted({r.period.first for r in reports} | {_after(r.period) for r in reports})
        self._spans = [
            (a, b)
            for a, b in pairwise(edges)
            if any(r.period.first <= a and b <= _after(r.period) for r in reports)
        ]
        self._keys = list(plan.counts)
        self._place = {key: place for place, key in enumerate(self._keys)}
        self._rows: list[tuple[dict[int, int], int, int | None]] = []
        for report in reports:
            for key, shown in report.shown.items():
                if key in self._place and (shown.low or shown.high is not None):
                    self._rows.append((self._sum_over(key, report.period), shown.low, shown.high))
        for span in range(len(self._spans)):
            self._rows += [(self._in_span(row, span), 0, high) for row, high in _sums(plan)]

    def bounds(self, key: Key, period: Period) -> tuple[int, int]:
        """The least and the most that a count can be, as far as an outsider can tell."""
        aim = self._sum_over(key, period)
        return self._solve(aim, 1), self._solve(aim, -1)

    def _solve(self, aim: Mapping[int, int], sign: int) -> int:
        import numpy as np
        from scipy.optimize import milp

        limits, bounds = self._limits
        width = len(self._keys) * len(self._spans)
        cost = np.zeros(width)
        cost[list(aim)] = sign
        found = milp(cost, constraints=limits, integrality=np.ones(width), bounds=bounds)
        if found.x is None:  # an earlier report contradicts this one: nothing follows from the two together
            return 1 if sign == 1 else SMALL - 1
        return sign * round(float(found.fun))

    @cached_property
    def _limits(self) -> tuple[Any, Any]:
        """All that is known, as the solver takes it: the same for every count that is asked for."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint
        from scipy.sparse import csr_array

        width = len(self._keys) * len(self._spans)
        at = [(i, j, value) for i, (row, _, _) in enumerate(self._rows) for j, value in row.items()]
        rows, columns, values = zip(*at, strict=True)
        matrix = csr_array((values, (rows, columns)), shape=(len(self._rows), width))
        lows = [low for _, low, _ in self._rows]
        highs = [np.inf if high is None else high for _, _, high in self._rows]
        # Small counts are all that is asked for: a ceiling keeps the search bounded where nothing else does.
        ceiling = np.full(width, 10 * SMALL + 2 * max([0, *(h for _, _, h in self._rows if h)]))
        return LinearConstraint(matrix, lows, highs), Bounds(0, ceiling)

    def _sum_over(self, key: Key, period: Period) -> dict[int, int]:
        inside = [i for i, (a, b) in enumerate(self._spans) if period.first <= a and b <= _after(period)]
        return {self._place[key] + i * len(self._keys): 1 for i in inside}

    def _in_span(self, row: Mapping[Key, int], span: int) -> dict[int, int]:
        return {self._place[key] + span * len(self._keys): value for key, value in row.items()}


def _after(period: Period) -> dt.date:
    return period.last + dt.timedelta(days=1)


def _sums(plan: _Plan) -> Iterator[tuple[dict[Key, int], int | None]]:
    """What must add up, as rows of `0 <= row` (None) or `row = 0` (0)."""
    for table in plan.tables.values():
        cells = [key for key, _ in _cells(table)]
        total = ("", table.population, "")
        one_way = not (table.row_sums or table.column_sums)
        yield from _margin(total, cells, equal=table.exclusive, capped=one_way)
        for name, place in ((table.row_sums, 1), (table.column_sums, 2)):
            for label in plan.tables[name].rows if name else ():
                line = [cell for cell in cells if cell[place] == label]
                yield from _margin((name, label, ""), line, equal=place == 1 or table.exclusive, capped=True)


def _margin(
    margin: Key, cells: Sequence[Key], *, equal: bool, capped: bool
) -> Iterator[tuple[dict[Key, int], int | None]]:
    """Cells that add up to a margin; or that cover it, none (where `capped`) being above it."""
    if equal:
        yield {margin: 1} | dict.fromkeys(cells, -1), 0
        return
    yield {margin: -1} | dict.fromkeys(cells, 1), None
    if capped:
        yield from (({margin: 1, cell: -1}, None) for cell in cells)
