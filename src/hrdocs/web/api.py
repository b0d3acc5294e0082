"""The JSON API: what the pages show, with the same permissions, for programs of one's own.

A program uses a session's cookie and, where it changes something, its form token as `X-CSRF-Token`.
"""

import datetime as dt
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from hrdocs.case import Json
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.case_shapes import shape_case, shape_next
from hrdocs.desk.cases import record_event
from hrdocs.desk.day import DueRow
from hrdocs.desk.deadlines import deadlines_of, next_steps
from hrdocs.desk.lists import Wanted, choose_cases
from hrdocs.web.cases import seen
from hrdocs.web.house import house_of
from hrdocs.web.pages import render
from hrdocs.web.security import need

router = APIRouter(prefix="/api", tags=["cases"])
SEES = Depends(need(Right.SEE_CASES))
RECORDS = Depends(need(Right.RECORD))


class NewEvent(BaseModel):
    """Something that happened in a case. `on` is the day; `party` is whom it concerns."""

    event: str
    on: dt.date
    facts: dict[str, Any] = {}
    party: str | None = None
    confirm: str = ""
    dry_run: bool = False


@router.get("", include_in_schema=False)
def api_page(request: Request, person: Person = SEES) -> Response:  # noqa: ARG001
    """Every operation, its parameters and what it sends, from the OpenAPI description."""
    described: dict[str, Any] = request.app.openapi()
    operations = [
        (method.upper(), path, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "api.html", operations=operations)


@router.get("/openapi.json", include_in_schema=False)
def description(request: Request, person: Person = SEES) -> JSONResponse:  # noqa: ARG001
    return JSONResponse(request.app.openapi())


@router.get("/cases", summary="The list of cases")
def cases(
    request: Request, q: str = "", state: str = "open", stage: str = "", verdict: str = "", need: str = "",
    sort: str = "ref", limit: int = 100, start: int = 0, person: Person = SEES,
) -> JSONResponse:  # fmt: skip
    house = house_of(request)
    wanted = Wanted(q[:200], state, stage, verdict, need, sort)
    found = choose_cases(house.cards(person), wanted, as_of=house.settings.clock.today())
    part = found[max(start, 0) : max(start, 0) + min(max(limit, 1), 1000)]
    rows = [
        {
            "ref": c.ref, "pack": c.pack, "received": _day(c.received), "raised": _day(c.raised),
            "verdict": c.verdict, "stage": c.stage or None, "closed": _day(c.closed),
            "complainant": c.complainant, "respondents": list(c.respondents), "call_first": c.risk,
            "needs_person": list(c.reasons), "letters_due": c.letters_due,
            "next_due": None if c.next_due is None else _due(DueRow(c.ref, c.next_due)),
        }
        for c in part
    ]  # fmt: skip
    return JSONResponse({"total": len(found), "cases": rows})


@router.get("/cases/{ref}", summary="One case")
def one(request: Request, ref: str, person: Person = SEES) -> JSONResponse:
    house = house_of(request)
    opened = seen(request, ref, "case (API)", person)
    calendar, today = house.calendar(opened.pack), house.settings.clock.today()
    return JSONResponse(shape_case(opened, deadlines_of(opened.case, opened.pack, calendar, today)))


@router.get("/cases/{ref}/next", summary="What a case calls for: deadlines, letters, what is blocked")
def following(request: Request, ref: str, person: Person = SEES) -> JSONResponse:
    house = house_of(request)
    opened = seen(request, ref, "next steps (API)", person)
    today = house.settings.clock.today()
    steps = next_steps(opened.case, opened.pack, house.calendar(opened.pack), today)
    return JSONResponse(shape_next(steps, opened.pack, today))


@router.post("/cases/{ref}/events", summary="Record an event", status_code=201)
def record(request: Request, ref: str, new: NewEvent, person: Person = RECORDS) -> JSONResponse:
    house = house_of(request)
    facts: dict[str, Json] = new.facts
    if len(new.model_dump_json()) > 200_000:
        raise HTTPException(413, "That is too much for one event.")
    event = record_event(
        house.open_case(ref, person), new.event, facts, party=new.party, on=new.on,
        now=house.settings.clock.now(), by=person.name, register=house.register, dry_run=new.dry_run,
        confirm=new.confirm,
    )  # fmt: skip
    return JSONResponse({"case": ref, "event": event.kind, "seq": event.seq or None}, 201)


@router.get("/due", tags=["today"], summary="What is due: calls, unread files, late, today, soon")
def due(request: Request, person: Person = SEES) -> JSONResponse:
    house = house_of(request)
    plan = house.plan(person)
    return JSONResponse(
        {
            "as_of": plan.as_of.isoformat(),
            "call_first": [card.ref for card in plan.call],
            "unread": [
                {"path": f.path, "received": _day(f.received), "reason": f.reason, "message": f.message}
                for f in plan.unread
            ],
            "late": [_due(row) for row in plan.late],
            "past_aim": [_due(row) for row in plan.past_aim],
            "today": [_due(row) for row in plan.today],
            "soon": [_due(row) for row in plan.soon],
        }
    )


def _due(row: DueRow) -> dict[str, Any]:
    d = row.deadline
    return {
        "case": row.ref, "limit": d.limit, "title": d.title, "date": _day(d.due), "clause": d.clause,
        "force": d.force.value, "state": d.state.value, "party": d.party,
    }  # fmt: skip


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
