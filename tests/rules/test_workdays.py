"""Working days, notice, weeks, months and deemed receipt."""

import calendar as month_lengths
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdocs.calendars import read_calendar
from hrdocs.errors import HrdocsError
from hrdocs.organisation import Closure
from hrdocs.procedure import Unit
from hrdocs.rules.workdays import (
    Calendar,
    CalendarError,
    Delivery,
    add_working_days,
    clear_working_days,
    count_working_days,
    deem_receipt,
    earliest_hearing,
    format_day,
    is_clear_notice,
    is_eve_of_rest,
    latest_notice,
    shift_days,
    shift_months,
    with_closures,
    within,
)

NI, ENGLAND, SCOTLAND = (
    read_calendar(name) for name in ("northern-ireland", "england-and-wales", "scotland")
)
CALENDARS = st.sampled_from([NI, ENGLAND, SCOTLAND])
DAYS = st.dates(dt.date(2013, 1, 1), dt.date(2031, 12, 31))


def day(text: str) -> dt.date:
    """Read "Thu 2026-04-02", with its weekday checked."""
    weekday, iso = text.split()
    found = dt.date.fromisoformat(iso)
    assert f"{found:%a}" == weekday, text
    return found


# (from, working days, NI, England and Wales)
ADDED = [
    ("Thu 2026-04-02", 5, "Mon 2026-04-13", "Mon 2026-04-13"),  # over Easter
    ("Fri 2026-07-10", 20, "Mon 2026-08-10", "Fri 2026-08-07"),  # 13 July
    ("Wed 2026-03-11", 5, "Thu 2026-03-19", "Wed 2026-03-18"),  # 17 March
    ("Wed 2026-07-08", 7, "Mon 2026-07-20", "Fri 2026-07-17"),
    ("Tue 2026-12-01", 20, "Thu 2026-12-31", "Thu 2026-12-31"),
    ("Sat 2026-03-14", 1, "Mon 2026-03-16", "Mon 2026-03-16"),  # received on a Saturday
    ("Sun 2026-03-15", 2, "Wed 2026-03-18", "Tue 2026-03-17"),
    ("Tue 2026-03-17", 1, "Wed 2026-03-18", "Wed 2026-03-18"),  # received on a bank holiday (NI)
    ("Fri 2027-12-24", 1, "Wed 2027-12-29", "Wed 2027-12-29"),
    ("Fri 2026-03-20", -5, "Thu 2026-03-12", "Fri 2026-03-13"),
    ("Wed 2026-03-18", -1, "Mon 2026-03-16", "Tue 2026-03-17"),
    ("Sat 2026-03-14", -1, "Fri 2026-03-13", "Fri 2026-03-13"),
    ("Sat 2026-03-14", 0, "Sat 2026-03-14", "Sat 2026-03-14"),
]


@pytest.mark.parametrize(("start", "n", "ni", "england"), ADDED)
def test_added_working_days(start: str, n: int, ni: str, england: str) -> None:
    """The day of the event is not counted; weekends and the nation's bank holidays are left out."""
    assert add_working_days(day(start), n, NI) == day(ni)
    assert add_working_days(day(start), n, ENGLAND) == day(england)


@given(CALENDARS, DAYS, st.integers(1, 200))
def test_added_days_agree_with_plain_counting(calendar: Calendar, start: dt.date, n: int) -> None:
    """Adding working days gives what walking day by day gives."""
    off = {h.day for h in calendar.holidays}
    walked, left = start, n
    while left:
        walked += dt.timedelta(days=1)
        left -= walked.weekday() < 5 and walked not in off
    assert add_working_days(start, n, calendar) == walked
    back, left = start, n
    while left:
        back -= dt.timedelta(days=1)
        left -= back.weekday() < 5 and back not in off
    assert add_working_days(start, -n, calendar) == back


@given(CALENDARS, DAYS, st.integers(1, 200))
def test_add_then_count(calendar: Calendar, start: dt.date, n: int) -> None:
    """Counting undoes adding, in both directions."""
    end = add_working_days(start, n, calendar)
    assert calendar.is_working_day(end)
    assert count_working_days(start, end, calendar) == n
    assert count_working_days(end, start, calendar) == -n
    if calendar.is_working_day(start):
        assert add_working_days(end, -n, calendar) == start


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_counting_adds_up(calendar: Calendar, a: dt.date, b: dt.date, c: dt.date) -> None:
    """From a to b and from b to c is from a to c."""
    there = count_working_days(a, b, calendar) + count_working_days(b, c, calendar)
    assert there == count_working_days(a, c, calendar)


# (hearing, clear days, latest receipt of notice)
NOTICE = [
    ("Fri 2026-03-20", 5, NI, "Wed 2026-03-11"),
    ("Fri 2026-03-20", 5, ENGLAND, "Thu 2026-03-12"),
    ("Mon 2026-03-23", 5, NI, "Thu 2026-03-12"),
    ("Fri 2026-07-17", 5, NI, "Wed 2026-07-08"),
    ("Mon 2026-04-13", 5, NI, "Wed 2026-04-01"),  # Good Friday and Easter Monday between
    ("Wed 2026-11-25", 1, NI, "Mon 2026-11-23"),
]


@pytest.mark.parametrize(("hearing", "n", "calendar", "latest"), NOTICE)
def test_clear_notice(hearing: str, n: int, calendar: Calendar, latest: str) -> None:
    """Notice excludes the day it is received and the day of the hearing."""
    received = latest_notice(day(hearing), n, Unit.WORKING_DAY, calendar)
    assert received == day(latest)
    assert clear_working_days(received, day(hearing), calendar) == n
    assert earliest_hearing(received, n, Unit.WORKING_DAY, calendar) <= day(hearing)
    assert is_clear_notice(received, day(hearing), n, Unit.WORKING_DAY, calendar)
    following = add_working_days(received, 1, calendar)
    assert not is_clear_notice(following, day(hearing), n, Unit.WORKING_DAY, calendar)


def test_notice_that_is_not_clear_is_a_day_later() -> None:
    """Counting the hearing's own day would give Thu 12 March in Northern Ireland: one day too late."""
    assert add_working_days(day("Fri 2026-03-20"), -5, NI) == day("Thu 2026-03-12")


@given(CALENDARS, DAYS, st.integers(0, 40), st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.WEEK]))
def test_notice_in_both_directions(calendar: Calendar, notice: dt.date, n: int, unit: Unit) -> None:
    """The earliest hearing for a notice has clear notice, and its latest notice is no earlier."""
    hearing = earliest_hearing(notice, n, unit, calendar)
    assert is_clear_notice(notice, hearing, n, unit, calendar)
    assert latest_notice(hearing, n, unit, calendar) >= notice or not calendar.is_working_day(notice)
    assert not is_clear_notice(notice, notice, n + 1, unit, calendar)


def test_notice_received_on_a_sunday_still_leaves_its_clear_days() -> None:
    """Notice received on a Sunday counts, though the latest day named is the Friday."""
    hearing = day("Mon 2026-11-23")
    assert latest_notice(hearing, 5, Unit.WORKING_DAY, NI) == day("Fri 2026-11-13")
    assert is_clear_notice(day("Sun 2026-11-15"), hearing, 5, Unit.WORKING_DAY, NI)


# (from, months, to, clamped)
MONTHS = [
    ("Mon 2026-06-15", -3, "Sun 2026-03-15", False),
    ("Sun 2026-05-31", -3, "Sat 2026-02-28", True),
    ("Fri 2026-07-31", -3, "Thu 2026-04-30", True),
    ("Thu 2026-12-31", -3, "Wed 2026-09-30", True),
    ("Wed 2028-05-31", -3, "Tue 2028-02-29", True),
    ("Sat 2026-02-28", -3, "Fri 2025-11-28", False),
    ("Tue 2026-06-30", 1, "Thu 2026-07-30", False),  # not the 31st
    ("Sun 2026-05-31", 1, "Tue 2026-06-30", True),
    ("Sat 2026-02-28", 3, "Thu 2026-05-28", False),
    ("Tue 2019-01-01", 12, "Wed 2020-01-01", False),
    ("Tue 2028-02-29", 12, "Wed 2029-02-28", True),
    ("Sat 2026-01-31", -1, "Wed 2025-12-31", False),
]


@pytest.mark.parametrize(("start", "n", "end", "clamped"), MONTHS)
def test_corresponding_day(start: str, n: int, end: str, clamped: bool) -> None:
    """A month ends on the corresponding day, or on the month's last day where there is none."""
    assert shift_months(day(start), n) == (day(end), clamped)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(-600, 600))
def test_months_agree_with_walking(start: dt.date, n: int) -> None:
    """Shifting months lands in the month that walking month by month lands in, on the nearest day."""
    year, month = start.year, start.month
    for _ in range(abs(n)):
        month += 1 if n > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    last = month_lengths.monthrange(year, month)[1]
    assert shift_months(start, n) == (dt.date(year, month, min(start.day, last)), start.day > last)


WITHIN = [
    ("Wed 2026-03-11", 5, Unit.WORKING_DAY, "Thu 2026-03-19"),
    ("Wed 2026-03-11", 5, Unit.DAY, "Mon 2026-03-16"),
    ("Wed 2026-03-11", 2, Unit.WEEK, "Wed 2026-03-25"),
    ("Tue 2026-03-03", 2, Unit.WEEK, "Tue 2026-03-17"),  # may end on a bank holiday
    ("Tue 2026-03-31", 1, Unit.MONTH, "Thu 2026-04-30"),
    ("Thu 2024-02-29", 1, Unit.YEAR, "Fri 2025-02-28"),
]


@pytest.mark.parametrize(("start", "n", "unit", "end"), WITHIN)
def test_within(start: str, n: int, unit: Unit, end: str) -> None:
    """The last day in time in each unit."""
    assert within(day(start), n, unit, NI) == day(end)


def test_soon_has_no_day() -> None:
    """ "As soon as reasonably practicable" is never counted."""
    with pytest.raises(CalendarError, match="no figure"):
        within(day("Wed 2026-03-11"), 0, Unit.SOON, NI)


# (sent, method, hour, received)
RECEIPTS = [
    ("Fri 2026-03-13", Delivery.FIRST_CLASS, None, "Wed 2026-03-18"),
    ("Fri 2026-03-13", Delivery.SECOND_CLASS, None, "Fri 2026-03-20"),
    ("Fri 2026-03-13", Delivery.EMAIL, dt.time(16, 30), "Fri 2026-03-13"),
    ("Fri 2026-03-13", Delivery.EMAIL, dt.time(16, 31), "Mon 2026-03-16"),
    ("Fri 2026-03-13", Delivery.EMAIL, None, "Mon 2026-03-16"),
    ("Mon 2026-03-16", Delivery.EMAIL, dt.time(17, 0), "Wed 2026-03-18"),
    ("Sat 2026-03-14", Delivery.EMAIL, dt.time(9, 0), "Mon 2026-03-16"),
    ("Fri 2026-03-13", Delivery.HAND, None, "Fri 2026-03-13"),
    ("Fri 2026-03-13", Delivery.HAND, dt.time(18, 0), "Mon 2026-03-16"),
    ("Tue 2026-03-17", Delivery.HAND, None, "Wed 2026-03-18"),
]


@pytest.mark.parametrize(("sent", "method", "at", "received"), RECEIPTS)
def test_deemed_receipt(sent: str, method: Delivery, at: dt.time | None, received: str) -> None:
    """A letter is taken to arrive on the customary day, which its basis names as a presumption."""
    receipt = deem_receipt(day(sent), method, NI, at=at)
    assert receipt.day == day(received)
    assert format_day(receipt.day) in receipt.basis
    assert "presumption" in receipt.basis


def test_the_rules_for_post_differ_and_both_are_shown() -> None:
    """Posted first class on Fri 13 March 2026 (NI): 18 March, and 16 March by the civil courts' rule."""
    receipt = deem_receipt(day("Fri 2026-03-13"), Delivery.FIRST_CLASS, NI)
    assert [other for other, _ in receipt.others] == [day("Mon 2026-03-16")]


@given(CALENDARS, DAYS, st.sampled_from(Delivery), st.none() | st.times())
def test_receipt_is_a_working_day_and_never_too_early(
    calendar: Calendar, sent: dt.date, method: Delivery, at: dt.time | None
) -> None:
    """Receipt is never before sending, is a working day, and is the latest of the customary days."""
    receipt = deem_receipt(sent, method, calendar, at=at)
    assert receipt.day >= sent
    assert calendar.is_working_day(receipt.day)
    assert all(other < receipt.day for other, _ in receipt.others)


OUTSIDE = [dt.date(2011, 12, 31), dt.date(2033, 1, 1), dt.date.min, dt.date.max]


@pytest.mark.parametrize("outside", OUTSIDE)
def test_day_outside_the_table_is_refused(outside: dt.date) -> None:
    """A day outside the table is an error that says how to extend it, never a working day."""
    for ask in (
        lambda: add_working_days(outside, 1, NI),
        lambda: count_working_days(outside, dt.date(2026, 1, 5), NI),
        lambda: NI.is_working_day(outside),
        lambda: latest_notice(outside, 5, Unit.WORKING_DAY, NI),
        lambda: deem_receipt(outside, Delivery.FIRST_CLASS, NI),
    ):
        with pytest.raises(CalendarError, match=r"calendars/northern-ireland\.toml and move valid_from"):
            ask()


@given(CALENDARS, st.dates(), st.integers(-20_000, 20_000), st.sampled_from(list(Unit)))
def test_only_our_errors(calendar: Calendar, start: dt.date, n: int, unit: Unit) -> None:
    """Whatever day and figure: a day, or an error with its next step."""
    for ask in (within, latest_notice, earliest_hearing):
        try:
            assert isinstance(ask(start, n, unit, calendar), dt.date)
        except HrdocsError as error:
            assert error.next_step


def test_counting_past_the_table_is_refused() -> None:
    """A count that runs off the table's end is refused, though its start is inside."""
    with pytest.raises(CalendarError, match="Thursday 30 December 2032"):
        add_working_days(dt.date(2032, 12, 30), 5, NI)
    with pytest.raises(CalendarError):
        add_working_days(dt.date(2012, 1, 3), -5, NI)
    with pytest.raises(CalendarError):
        shift_days(dt.date.max, 1)


def test_error_crosses_processes() -> None:
    """A refusal in a worker process reaches the caller as it was."""
    error = CalendarError("calendar x", "fact", "Next.", code="calendar-range")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.code) == (CalendarError, str(error), "calendar-range")


def test_closures_are_not_worked() -> None:
    """An organisation's closures count like bank holidays, and only for it."""
    closed = with_closures(NI, [Closure(day("Tue 2026-04-07"), day("Wed 2026-04-08"), "Easter closure")])
    assert add_working_days(day("Thu 2026-04-02"), 5, closed) == day("Wed 2026-04-15")
    assert add_working_days(day("Thu 2026-04-02"), 5, NI) == day("Mon 2026-04-13")
    names = [h.name for h in closed.days_off(day("Thu 2026-04-02"), day("Wed 2026-04-15"))]
    assert names == ["Good Friday", "Easter Monday", "Easter closure", "Easter closure"]


def test_closure_beyond_the_table_is_cut() -> None:
    """A closure that reaches over the table's end counts where the table is valid."""
    closed = with_closures(NI, [Closure(day("Mon 2032-12-20"), dt.date(2033, 1, 5), "Winter")])
    assert not closed.is_working_day(day("Wed 2032-12-29"))


EVES = [
    ("Fri 2026-11-20", True),
    ("Thu 2026-11-19", False),
    ("Mon 2026-03-16", True),  # eve of St Patrick's Day
    ("Thu 2026-04-02", True),  # eve of Good Friday
    ("Sat 2026-11-21", True),
    ("Sun 2026-11-22", False),
]


@pytest.mark.parametrize(("text", "eve"), EVES)
def test_eve_of_rest(text: str, eve: bool) -> None:
    """A Friday and the eve of a holiday are days on which a decision should not land."""
    assert is_eve_of_rest(day(text), NI) is eve
