"""The shipped bank-holiday tables, and how a table with mistakes is refused."""

import datetime as dt
import pickle
from pathlib import Path

import pytest

from hrdocs.calendars import list_calendars, read_calendar, read_calendar_file
from hrdocs.errors import ExitCode, PackError
from hrdocs.organisation import Closure
from hrdocs.rules.workdays import with_closures
from hrdocs.shipped import shipped_folder

NATIONS = {"northern-ireland": "NIR", "england-and-wales": "ENG", "scotland": "SCT"}
YEARS = range(2012, 2033)

# What people in each nation remember, by heart: (day, weekday, a day off in NI, England, Scotland).
REMEMBERED = [
    ("2026-03-17", "Tue", True, False, False),  # St Patrick's Day
    ("2026-07-13", "Mon", True, False, False),  # 12 July 2026 is a Sunday
    ("2026-04-03", "Fri", True, True, True),  # Good Friday
    ("2026-04-06", "Mon", True, True, False),  # Easter Monday
    ("2026-04-07", "Tue", False, False, False),  # Easter Tuesday is a local closure only
    ("2026-08-03", "Mon", False, False, True),
    ("2026-08-31", "Mon", True, True, False),
    ("2026-11-30", "Mon", False, False, True),  # St Andrew's Day
    ("2026-12-24", "Thu", False, False, False),
    ("2026-12-28", "Mon", True, True, True),  # Boxing Day's substitute
    ("2026-06-15", "Mon", False, False, True),
    ("2027-12-27", "Mon", True, True, True),
    ("2027-12-28", "Tue", True, True, True),
    ("2022-01-03", "Mon", True, True, True),
    ("2022-01-04", "Tue", False, False, True),
    ("2020-05-04", "Mon", False, False, False),  # moved to the Friday
    ("2020-05-08", "Fri", True, True, True),
    ("2022-05-30", "Mon", False, False, False),  # moved to the Thursday
    ("2022-06-02", "Thu", True, True, True),
    ("2022-06-03", "Fri", True, True, True),
    ("2022-09-19", "Mon", True, True, True),
    ("2023-05-08", "Mon", True, True, True),
    ("2012-06-04", "Mon", True, True, True),
    ("2012-06-05", "Tue", True, True, True),
]


def test_three_nations_ship() -> None:
    """There is a table for each nation, and none is a default."""
    assert set(NATIONS) <= set(list_calendars())


@pytest.mark.parametrize(("nation", "subdivision"), NATIONS.items())
def test_tables_agree_with_holidays(nation: str, subdivision: str) -> None:
    """Every weekday holiday of the `holidays` library from 2012 to 2032 is in the table, and no other."""
    import holidays

    theirs = {
        day for day in holidays.country_holidays("GB", subdiv=subdivision, years=YEARS) if day.weekday() < 5
    }
    assert {h.day for h in read_calendar(nation).holidays} == theirs


@pytest.mark.parametrize("row", REMEMBERED, ids=lambda row: row[0])
def test_remembered_days(row: tuple[str, str, bool, bool, bool]) -> None:
    """A day that people remember is off in the nations where it is, and worked in the others."""
    day = dt.date.fromisoformat(row[0])
    assert f"{day:%a}" == row[1]
    for nation, off in zip(NATIONS, row[2:], strict=True):
        assert read_calendar(nation).is_working_day(day) is not off, nation


@pytest.mark.parametrize("nation", NATIONS)
def test_tables_hold_weekdays_and_their_span(nation: str) -> None:
    """A table lists only days from Monday to Friday, and says how far it goes and who proclaimed it."""
    calendar = read_calendar(nation)
    assert all(h.day.weekday() < 5 for h in calendar.holidays)
    assert (calendar.valid_from, calendar.valid_to) == (dt.date(2012, 1, 1), dt.date(2032, 12, 31))
    assert calendar.published_to is not None
    assert calendar.source


def test_calendar_crosses_processes() -> None:
    """A calendar can be handed to a worker process and counts the same there."""
    calendar = with_closures(
        read_calendar("scotland"), [Closure(dt.date(2026, 12, 24), dt.date(2026, 12, 24))]
    )
    again = pickle.loads(pickle.dumps(calendar))  # noqa: S301 - our own bytes
    assert again == calendar
    assert not again.is_working_day(dt.date(2026, 12, 24))


def test_unknown_calendar_names_those_there_are() -> None:
    """A nation that has no table is an error that lists the tables."""
    with pytest.raises(
        PackError, match=r"'ireland'.*england-and-wales, northern-ireland, scotland"
    ) as caught:
        read_calendar("ireland")
    assert caught.value.exit_code == ExitCode.PACK


@pytest.mark.parametrize("name", ["../calendars/scotland", "", ".", "scotland/", "a/b"])
def test_calendar_id_is_no_path(name: str) -> None:
    """An id cannot lead out of the folder of calendars."""
    with pytest.raises(PackError):
        read_calendar(name)


GOOD = """id = "here"
title = "Here"
version = "1"
valid_from = 2026-01-01
valid_to = 2026-12-31
[holidays]
2026-01-01 = "New Year's Day"
"""

BROKEN = [
    ('titel = "x"\n' + GOOD, "unknown key 'titel'"),
    (GOOD.replace("valid_to = 2026-12-31\n", ""), "key 'valid_to' is missing"),
    (GOOD.replace("2026-12-31", '"2026-12-31"'), "key 'valid_to' must be a date"),
    (GOOD.replace("2026-12-31", "2026-12-31T10:00:00"), "key 'valid_to' must be a date"),
    (GOOD.replace("2026-12-31", "2025-12-31"), "'valid_from' is after 'valid_to'"),
    (GOOD.replace("2026-12-31", "2027-12-31"), "no day in 2027"),
    (GOOD + 'easter = "x"\n', "easter is not a day"),
    (GOOD + '2026-02-30 = "x"\n', "2026-02-30 is not a day"),
    (GOOD + "2026-03-17 = 3\n", "must have the day's name"),
    (GOOD + '2027-03-17 = "x"\n', "outside valid_from and valid_to"),
    (GOOD + '[one_off]\n2026-01-01 = "x"\n', "named twice"),
    (GOOD.replace('"here"', '"there"'), "file is named here.toml"),
    (GOOD + '2026-01-01 = "x"\n', "is not valid TOML"),
    ("id = ", "is not valid TOML"),
    ('holidays = "none"\n', "must be a table"),
    ("\x00", "is not valid TOML"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_broken_table_is_refused_in_its_own_words(text: str, words: str, tmp_path: Path) -> None:
    """A table with a mistake is refused with the key that is wrong."""
    path = tmp_path / "here.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_calendar_file(path)
    assert any(words in problem for problem in caught.value.problems), caught.value.problems


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    """Two mistakes in one table are two problems of one error."""
    path = tmp_path / "here.toml"
    path.write_text(GOOD.replace('title = "Here"', "title = 3") + 'x = "y"\n', encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_calendar_file(path)
    assert len(caught.value.problems) == 2


def test_own_table_goes_before_the_shipped_one(tmp_path: Path) -> None:
    """A table in the user's folder replaces the shipped one of the same id and adds new ones."""
    text = (shipped_folder("templates") / "calendars" / "scotland.toml").read_text(encoding="utf-8")
    (tmp_path / "scotland.toml").write_text(
        text.replace('version = "2026-11"', 'version = "own"'), encoding="utf-8"
    )
    (tmp_path / "here.toml").write_text(GOOD, encoding="utf-8")
    assert read_calendar("scotland", folder=tmp_path).version == "own"
    assert read_calendar("here", folder=tmp_path).title == "Here"
    assert "here" in list_calendars(folder=tmp_path)
    assert read_calendar("scotland", folder=tmp_path / "none").version == "2026-11"


def test_not_utf8_is_refused(tmp_path: Path) -> None:
    """A table that is no UTF-8 text is refused, not a crash."""
    path = tmp_path / "here.toml"
    path.write_bytes(GOOD.encode() + b"\xff")
    with pytest.raises(PackError, match="not valid TOML"):
        read_calendar_file(path)
