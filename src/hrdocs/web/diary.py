"""The deadlines of all cases, month by month, and as a calendar file that names nobody."""

import calendar
import datetime as dt

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.case import DeadlineState
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.day import DueRow
from hrdocs.desk.deadlines import calendar_for
from hrdocs.rules.workdays import Calendar
from hrdocs.tools.ics import render_ics
from hrdocs.web.files import saved
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import render
from hrdocs.web.security import need

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))
_YEARS = (1990, 2100)
_MONTHS = calendar.Calendar(calendar.MONDAY)


@router.get("/calendar")
def month(request: Request, month: str = "", person: Person = SEES) -> Response:
    """One month, Monday first; days that are no working days are grey."""
    house = house_of(request)
    today = house.settings.clock.today()
    first = _first(month, today)
    rows: dict[dt.date, list[DueRow]] = {}
    for row in _rows(house, person):
        if row.deadline.due is not None:
            rows.setdefault(row.deadline.due, []).append(row)
    weeks = _MONTHS.monthdatescalendar(first.year, first.month)
    days = calendar_for(house.pack, house.organisation)
    off = {day for week in weeks for day in week if not _works(day, days)}
    return render(
        request, "calendar.html", first=first, weeks=weeks, rows=rows, off=off, today_is=today,
        before=(first - dt.timedelta(days=1)).strftime("%Y-%m"),
        after=(first + dt.timedelta(days=31)).strftime("%Y-%m"),
    )  # fmt: skip


@router.get("/calendar.ics")
def as_file(request: Request, person: Person = SEES) -> Response:
    """Every open deadline; the titles name the case and the step."""
    house = house_of(request)
    entries = [
        (row.deadline.due, f"{row.ref}: {row.deadline.title}")
        for row in _rows(house, person)
        if row.deadline.due is not None
    ]
    data = render_ics(entries, now=house.settings.clock.now())
    return saved(data, "deadlines.ics", "text/calendar")


def _rows(house: House, person: Person) -> list[DueRow]:
    shown = (DeadlineState.OPEN, DeadlineState.LATE, DeadlineState.PAST_AIM, DeadlineState.DELAYED)
    return [
        DueRow(card.ref, deadline)
        for card in house.cards(person)
        for deadline in card.deadlines
        if deadline.state in shown
    ]


def _first(month: str, today: dt.date) -> dt.date:
    try:
        first = dt.date.fromisoformat(f"{month}-01")
    except ValueError:
        return today.replace(day=1)
    return first if _YEARS[0] <= first.year <= _YEARS[1] else today.replace(day=1)


def _works(day: dt.date, days: Calendar) -> bool:
    return not days.valid_from <= day <= days.valid_to or days.is_working_day(day)
