"""Anonymous statistics of a whole year that is over. Nothing here leads to a case.

Only whole years can be asked for: two periods that overlap could be compared, and a year that is still
running could be compared with itself a day later.
"""

import datetime as dt
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.reporting import make_report, shape_report
from hrdocs.report.disclosure import Period
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import render
from hrdocs.web.security import need

router = APIRouter(include_in_schema=False)
COUNTS = Depends(need(Right.STATISTICS))
_YEARS = 6


@router.get("/statistics")
def statistics(request: Request, year: int = 0, person: Person = COUNTS) -> Response:  # noqa: ARG001
    house = house_of(request)
    today = house.settings.clock.today()
    years = [today.year - n for n in range(1, _YEARS + 1)]
    report = _counted(house, year) if year in years else None
    choices = [(str(one), str(one)) for one in years]
    return render(
        request, "statistics.html", year_choices=choices, year=year if report else years[0], report=report
    )


def _counted(house: House, year: int) -> dict[str, Any]:
    """The year's report; counted once a day, and again when something was recorded in a case."""
    today = house.settings.clock.today()
    house.casebook.refresh(today)
    key = (house.casebook.changes, today)
    kept = house.counted.get(year)
    if kept is None or kept[0] != key:
        period = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
        made = make_report(house.register, house.shelf, house.organisation, pack=house.pack, period=period)
        kept = (key, shape_report(made))
        house.counted[year] = kept
    return kept[1]
