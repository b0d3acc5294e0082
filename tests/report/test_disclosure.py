"""No small count can be worked out from what a report shows: proved by trying every table that fits."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdocs.report.disclosure import (
    Issued,
    Key,
    Period,
    Protected,
    Shown,
    Table,
    protect,
    show_count,
    show_percentage,
)

YEAR = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
HALF = Period(dt.date(2025, 1, 1), dt.date(2025, 6, 30))
small = st.integers(0, 9)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (1, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "5"),
        (7, "5"),
        (8, "10"),
        (12, "10"),
        (13, "15"),
    ],
)
def test_a_count_is_shown_as_zero_fewer_than_five_or_rounded(count: int, text: str) -> None:
    """Zero stays zero, one to four are "fewer than 5", the rest is rounded to five."""
    shown = show_count(count)
    assert shown.text == text
    assert shown.low <= count <= (shown.high if shown.high is not None else count)


def test_a_percentage_of_few_is_withheld() -> None:
    """A share is counted from the printed figures, and not at all where they are small."""
    assert show_percentage(show_count(13), show_count(30)) == "50 %"
    assert show_percentage(show_count(5), show_count(12)) == ""
    assert show_percentage(show_count(3), show_count(30)) == ""


def one_way(counts: list[int], name: str = "t") -> Table:
    return Table(name, "p", tuple(f"r{i}" for i in range(len(counts))), tuple((count,) for count in counts))


def fits(count: int, shown: Shown) -> bool:
    return shown.low <= count and (shown.high is None or count <= shown.high)


def is_covered(values: set[int], shown: Shown) -> bool:
    """Every number from one to four is possible; of a count that is left out, as many numbers are."""
    return {1, 2, 3, 4} <= values or (shown.text == "not shown" and max(values) - min(values) >= 3)


def possible(shown: Shown, top: int) -> range:
    return range(shown.low, min(top, shown.high if shown.high is not None else top) + 1)


def values_of(counts: list[int], result: Protected) -> list[set[int]]:
    """Every value that each cell takes in any table which fits what is shown: by trial, without a solver."""
    top = sum(counts) + 8
    cells = [result.cell("t", f"r{i}") for i in range(len(counts))]
    found: list[set[int]] = [set() for _ in counts]
    for tried in product(*(possible(shown, min(top, 14)) for shown in cells)):
        if fits(sum(tried), result.total("p")):
            for place, value in enumerate(tried):
                found[place].add(value)
    return found


@given(st.lists(small, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_total_gives_a_small_cell_back(counts: list[int]) -> None:
    """Every number from one to four stays possible for every small count beside its total."""
    result = protect([one_way(counts)], {"p": sum(counts)}, period=YEAR)
    for place, (count, values) in enumerate(zip(counts, values_of(counts, result), strict=True)):
        assert not 0 < count < 5 or is_covered(values, result.cell("t", f"r{place}"))


def test_seven_single_cases_are_not_broken_down() -> None:
    """Seven cells "fewer than 5" with a total of "5" would each be one: the breakdown is left out."""
    result = protect([one_way([1] * 7)], {"p": 7}, period=YEAR)
    assert result.total("p").text == "5"
    assert {result.cell("t", f"r{i}").text for i in range(7)} == {"not shown"}


def test_a_small_total_has_no_breakdown() -> None:
    """A population of one to four is not divided, zeros included."""
    result = protect([one_way([2, 0, 1])], {"p": 3}, period=YEAR)
    assert [result.cell("t", f"r{i}").text for i in range(3)] == ["not shown"] * 3


def test_what_needs_no_cover_is_shown() -> None:
    """Large counts and one small one beside them stay as they are."""
    result = protect([one_way([30, 12, 3])], {"p": 45}, period=YEAR)
    assert [result.cell("t", f"r{i}").text for i in range(3)] == ["30", "10", "fewer than 5"]


def tables_of(grid: list[list[int]]) -> list[Table]:
    rows, columns = tuple(f"r{i}" for i in range(len(grid))), tuple(f"c{j}" for j in range(len(grid[0])))
    return [
        Table("rows", "p", rows, tuple((sum(row),) for row in grid)),
        Table("columns", "p", columns, tuple((sum(column),) for column in zip(*grid, strict=True))),
        Table("both", "p", rows, tuple(map(tuple, grid)), columns, row_sums="rows", column_sums="columns"),
    ]


def test_what_a_few_people_have_in_common_is_not_shown() -> None:
    """A row or column of a cross-table whose sum is one to four is left out whole, zeros included."""
    result = protect(tables_of([[20, 2, 9], [3, 0, 0], [12, 0, 14]]), {"p": 60}, period=YEAR)
    shown = {(i, j): result.cell("both", f"r{i}", f"c{j}").text for i in range(3) for j in range(3)}
    assert {place for place, text in shown.items() if text == "not shown"} >= {
        (1, 0), (1, 1), (1, 2), (0, 1), (2, 1)
    }  # fmt: skip
    assert shown[0, 0] == "20" and shown[2, 2] == "15"
    assert result.cell("rows", "r1").text == result.cell("columns", "c1").text == "fewer than 5"


@given(st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=2, max_size=2))
@settings(max_examples=30, deadline=None)
def test_no_cross_table_gives_a_small_cell_back(grid: list[list[int]]) -> None:
    """With the sums of rows and columns and the total shown, every small count keeps all its values."""
    result = protect(tables_of(grid), {"p": sum(map(sum, grid))}, period=YEAR)
    found: dict[Key, set[int]] = {}
    cells = [result.cell("both", f"r{i}", f"c{j}") for i in range(2) for j in range(2)]
    for a, b, c, d in product(*(possible(shown, 11) for shown in cells)):
        sums: dict[Key, int] = {
            ("both", "r0", "c0"): a, ("both", "r0", "c1"): b,
            ("both", "r1", "c0"): c, ("both", "r1", "c1"): d,
            ("rows", "r0", ""): a + b, ("rows", "r1", ""): c + d,
            ("columns", "c0", ""): a + c, ("columns", "c1", ""): b + d, ("", "p", ""): a + b + c + d,
        }  # fmt: skip
        if all(fits(value, result.shown[key]) for key, value in sums.items()):
            for key, value in sums.items():
                found.setdefault(key, set()).add(value)
    truth = {("both", f"r{i}", f"c{j}"): grid[i][j] for i in range(2) for j in range(2)}
    for key, count in truth.items():
        assert not 0 < count < 5 or is_covered(found[key], result.shown[key])


@given(st.lists(st.tuples(small, small), min_size=2, max_size=2))
@settings(max_examples=30, deadline=None)
def test_the_difference_of_two_reports_gives_nothing_back(halves: list[tuple[int, int]]) -> None:
    """A half-year's report and then the year's: every small count of the year keeps all its values."""
    first = [one for one, _ in halves]
    whole = [one + two for one, two in halves]
    before = protect([one_way(first)], {"p": sum(first)}, period=HALF)
    after = protect([one_way(whole)], {"p": sum(whole)}, period=YEAR, earlier=[Issued(HALF, before.shown)])
    pairs = [
        [(a, b) for a in possible(old, 14) for b in range(23) if fits(a + b, new)]
        for old, new in ((before.cell("t", f"r{i}"), after.cell("t", f"r{i}")) for i in range(len(halves)))
    ]
    found: list[set[int]] = [set() for _ in halves]
    for tried in product(*([(a, a + b) for a, b in options] for options in pairs)):
        if fits(sum(a for a, _ in tried), before.total("p")) and fits(
            sum(w for _, w in tried), after.total("p")
        ):
            for place, (_, value) in enumerate(tried):
                found[place].add(value)
    for place, (count, values) in enumerate(zip(whole, found, strict=True)):
        assert not 0 < count < 5 or is_covered(values, after.cell("t", f"r{place}"))


@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=12),
    st.lists(st.integers(0, 9), min_size=2, max_size=12),
)
@settings(max_examples=25, deadline=None)
def test_two_breakdowns_of_one_total_give_nothing_back(one: list[int], other: list[int]) -> None:
    """Breakdowns that share a total are judged together, by bounds of their own."""
    other = [*other, 0]
    total = max(sum(one), sum(other))
    one, other = [*one, total - sum(one)], [*other[:-1], total - sum(other)]
    result = protect([one_way(one), one_way(other, "u")], {"p": total}, period=YEAR)
    low, high = _range(result.total("p"))
    for name, counts in (("t", one), ("u", other)):
        ranges = [_range(result.cell(name, f"r{i}")) for i in range(len(counts))]
        low, high = max(low, sum(a for a, _ in ranges)), min(high, sum(b for _, b in ranges))
    for name, counts in (("t", one), ("u", other)):
        ranges = [_range(result.cell(name, f"r{i}")) for i in range(len(counts))]
        for place, count in enumerate(counts):
            others = [r for i, r in enumerate(ranges) if i != place]
            least = max(ranges[place][0], low - sum(b for _, b in others))
            most = min(ranges[place][1], high - sum(a for a, _ in others))
            hidden = result.cell(name, f"r{place}").text == "not shown"
            kept = most - least >= 3 if hidden else least <= 1 and most >= 4
            assert not 0 < count < 5 or kept


def _range(shown: Shown) -> tuple[int, int]:
    return shown.low, 10_000 if shown.high is None else shown.high
