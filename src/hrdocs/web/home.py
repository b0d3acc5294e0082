"""Today: what must be done first, what is late, and what needs a person."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Right
from hrdocs.desk.day import plan_day
from hrdocs.web.house import house_of
from hrdocs.web.pages import go, render
from hrdocs.web.security import session_of

router = APIRouter(include_in_schema=False)


@router.get("/")
def today(request: Request) -> Response:
    person = session_of(request).person
    if not person.may(Right.SEE_CASES):
        return go("/statistics")
    house = house_of(request)
    day = house.settings.clock.today()
    cards = house.cards(person)
    plan = plan_day(cards, house.quarantined(), as_of=day)
    waiting = house.casebook.refresh(day, at_most=0)
    return render(request, "home.html", plan=plan, waiting=waiting)
