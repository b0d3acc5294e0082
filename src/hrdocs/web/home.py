"""Today: what must be done first, what is late, and what needs a person."""

import re

from fastapi import APIRouter, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Right
from hrdocs.web.house import house_of
from hrdocs.web.pages import go, render
from hrdocs.web.security import session_of

router = APIRouter(include_in_schema=False)

# An address of these pages. A browser drops tabs and line ends: what is left of "/ /elsewhere" would leave.
_OURS = re.compile(r"/(?![/\\])[!-\[\]-~]*")


@router.get("/hidden")
def hidden(request: Request, back: str = "/") -> Response:
    """A page that says nothing, for when somebody comes in. It does not sign out."""
    session_of(request)
    return render(request, "hidden.html", back=back if _OURS.fullmatch(back) else "/")


@router.get("/")
def today(request: Request) -> Response:
    person = session_of(request).person
    if not person.may(Right.SEE_CASES):
        return go("/statistics")
    house = house_of(request)
    return render(request, "home.html", plan=house.plan(person), waiting=house.casebook.waiting)
