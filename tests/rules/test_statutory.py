"""Statutory limits are information, by jurisdiction and day, without unverified figures."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from hrdocs.organisation import StatutoryFigure
from hrdocs.rules.statutory import (
    STATUTORY_LIMITS,
    find_statutory_limits,
    format_statutory_limit,
    last_day_beginning_with,
    safe_last_day,
    with_figures,
)

ACT = dt.date(2026, 3, 1)

# domain.md 3.2: (act, correct end, (D+3m)-1d, (D-1d)+3m)
BEGINNING_WITH = [
    ("2026-01-15", "2026-04-14", "2026-04-14", "2026-04-14"),
    ("2026-03-01", "2026-05-31", "2026-05-31", "2026-05-28"),
    ("2026-05-01", "2026-07-31", "2026-07-31", "2026-07-30"),
    ("2026-08-31", "2026-11-30", "2026-11-29", "2026-11-30"),
    ("2026-11-30", "2027-02-28", "2027-02-27", "2027-02-28"),
    ("2027-11-30", "2028-02-29", "2028-02-28", "2028-02-29"),
]


@pytest.mark.parametrize(("act", "end", "one", "other"), BEGINNING_WITH)
def test_months_beginning_with_a_day(act: str, end: str, one: str, other: str) -> None:
    """The period ends the day before the corresponding date; the safe day is the earliest of all ways."""
    day = dt.date.fromisoformat(act)
    assert last_day_beginning_with(day, months=3) == dt.date.fromisoformat(end)
    assert safe_last_day(day, months=3) == min(map(dt.date.fromisoformat, (end, one, other)))


@pytest.mark.parametrize("limit", STATUTORY_LIMITS, ids=lambda limit: limit.id)
def test_unverified_figures_are_not_printed(limit: object) -> None:
    """No shipped limit prints a number, as nobody has verified one."""
    found = next(one for one in STATUTORY_LIMITS if one is limit)
    words = format_statutory_limit(replace(found, months=3), ACT)
    assert found.months is None
    assert "not been verified" in words
    assert not re.search(r"\d|three|six", words)


def test_verified_figure_is_printed_with_its_day() -> None:
    """A figure that somebody verified is printed with the day of that and the safe last day."""
    verified = replace(STATUTORY_LIMITS[0], months=3, verified=dt.date(2026, 11, 2))
    words = format_statutory_limit(verified, ACT)
    assert "3 months" in words
    assert "verified on Monday 2 November 2026" in words
    assert "Thursday 28 May 2026" in words


def test_northern_ireland_names_its_own_bodies() -> None:
    """Northern Ireland's information names none of Great Britain's bodies."""
    words = " ".join(format_statutory_limit(x, ACT) for x in find_statutory_limits("northern-ireland", ACT))
    assert "Labour Relations Agency" in words
    for wrong in ("Acas", "Employment Tribunal has", "Equality Act", "EHRC"):
        assert wrong not in words.replace("Fair Employment Tribunal", "")


@pytest.mark.parametrize(
    ("jurisdiction", "count"),
    [("northern-ireland", 2), ("england-and-wales", 1), ("scotland", 1), ("", 0), ("x", 0)],
)
def test_limits_by_jurisdiction(jurisdiction: str, count: int) -> None:
    """Each jurisdiction has its own; an unknown one has none."""
    assert len(find_statutory_limits(jurisdiction, ACT)) == count


def test_later_law_replaces_earlier_from_its_day() -> None:
    """Of two limits of one body the one in force on the day of the act is given."""
    now = replace(STATUTORY_LIMITS[-1], months=3)
    later = replace(now, months=6, effective_from=dt.date(2027, 1, 1))
    for on, months in ((dt.date(2026, 12, 31), 3), (dt.date(2027, 1, 1), 6)):
        assert [x.months for x in find_statutory_limits("scotland", on, limits=(later, now))] == [months]


def test_an_entered_figure_replaces_the_unverified_one_and_a_later_one_stands_beside_it() -> None:
    """For acts before the change the figure in force then is given, after it the new one."""
    day = dt.date(2026, 11, 2)
    entered = (
        StatutoryFigure("gb-employment-tribunal", 3, day),
        StatutoryFigure("gb-employment-tribunal", 6, day, dt.date(2027, 1, 1)),
    )
    limits = with_figures(entered)
    for on, months in ((dt.date(2026, 12, 31), 3), (dt.date(2027, 1, 1), 6)):
        assert [x.months for x in find_statutory_limits("scotland", on, limits=limits)] == [months]
    assert [x.months for x in find_statutory_limits("northern-ireland", day, limits=limits)] == [None, None]
