"""Is it in time? The dates as a person would write them, and the verdict on each act."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.checking import check_time, explain, inform_of_tribunals
from hrdocs.desk.shapes import shape_verdict
from hrdocs.web.days import parse_day
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import VERDICTS, render
from hrdocs.web.security import need

router = APIRouter()
SEES = Depends(need(Right.SEE_CASES))
_LONGEST = 4000


@router.get("/check-time", include_in_schema=False)
def check_page(
    request: Request, text: str = "", raised: str = "", informal: str = "", activity: str = "",
    person: Person = SEES,  # noqa: ARG001 - asked for its right
) -> Response:  # fmt: skip
    house = house_of(request)
    given = {"text": text[:_LONGEST], "raised": raised, "informal": informal, "activity": activity}
    problems: list[tuple[str, str]] = []
    result: dict[str, Any] | None = None
    if text or raised:
        result, problems = _check(house, given)
    return render(
        request, "check-time.html", given=given, result=result, problems=problems,
        limit=house.pack.procedure.time_limit, procedure=house.pack.procedure,
    )  # fmt: skip


@router.get("/api/check-time", tags=["time limit"], summary="Is a complaint inside the time limit?")
def check_api(
    request: Request, text: str, raised: str, informal: str = "", activity: str = "",
    person: Person = SEES,  # noqa: ARG001 - asked for its right
) -> JSONResponse:  # fmt: skip
    given = {"text": text[:_LONGEST], "raised": raised, "informal": informal, "activity": activity}
    result, problems = _check(house_of(request), given)
    if result is None:
        return JSONResponse(
            {"error": {"code": "usage", "message": problems[0][1], "problems": problems}}, 422
        )
    return JSONResponse(result)


def _check(house: House, given: dict[str, str]) -> tuple[dict[str, Any] | None, list[tuple[str, str]]]:
    problems = []
    raised, informal = parse_day(given["raised"]), parse_day(given["informal"])
    if not given["text"].strip():
        problems.append(("text", "Enter the dates of what happened"))
    if raised is None:
        problems.append(("raised", "Enter the day on which the complaint was raised"))
    if given["informal"] and informal is None:
        problems.append(("informal", "The day on which the informal stage began is no date"))
    if problems or raised is None:
        return None, problems
    activity = [
        parse_day(line.strip()) for line in given["activity"].replace(",", "\n").split("\n") if line.strip()
    ]
    if None in activity:
        return None, [("activity", "Write each day as 2026-03-31 or 31/03/2026, one a line")]
    verdict = check_time(
        given["text"], raised=raised, procedure=house.pack.procedure, informal_from=informal,
        activity=tuple(day for day in activity if day),
    )  # fmt: skip
    words, colour = VERDICTS[verdict.verdict.value]
    return {
        **shape_verdict(verdict),
        "words": words,
        "colour": colour,
        "explanation": list(explain(verdict)),
        "statutory": list(inform_of_tribunals(verdict, house.pack.procedure, house.organisation)),
    }, []
