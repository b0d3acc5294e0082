"""The JSON API of forms and their review: the same doors as the pages, with the same permissions.

An answer on which a case turns is accepted only in a session that was shown its place: fetch
`/cases/{ref}/review/{field}/place.png`, or the passage at `/cases/{ref}/review/{field}`, first.
"""

from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.datastructures import UploadFile

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.reviewing import (
    Reviewable,
    Said,
    find_answer,
    list_answers,
    parse_correction,
    plan_review,
    verdicts_of,
)
from hrdocs.desk.reviewing import record_review as store_review
from hrdocs.rules.reviewed import Review
from hrdocs.web.cases import seen
from hrdocs.web.days import parse_day
from hrdocs.web.house import house_of
from hrdocs.web.review import was_shown
from hrdocs.web.security import FORM, Form, need
from hrdocs.web.upload import FILES, MOST_FILES, take_in_sent

router = APIRouter(prefix="/api", tags=["forms"])
REVIEWS = Depends(need(Right.REVIEW))
TAKES_IN = Depends(need(Right.TAKE_IN))
SEES = Depends(need(Right.SEE_CASES))


class Statement(BaseModel):
    """What is said of an answer: `accepted`, `corrected` (with its value), `unclear` or `as-read`.

    `seq` is the case's last event when the answer was looked at. A day is written as 2026-03-31.
    """

    status: Review
    value: str | list[str] = ""
    seq: int | None = None
    dry_run: bool = False


@router.post(
    "/forms", summary="Take in forms (multipart, field `files`; `received` as 2026-03-31)", status_code=201
)
def add_forms(
    request: Request, files: list[UploadFile] = FILES, form: Form = FORM, person: Person = TAKES_IN
) -> JSONResponse:
    written = str(form.get("received", ""))
    received = parse_day(written)
    if not files or len(files) > MOST_FILES or (written and received is None):
        raise HTTPException(422, f"Send 1 to {MOST_FILES} files as `files`, and a day that is one.")
    rows = [row for one in files for row in take_in_sent(house_of(request), person, one, received)]
    return JSONResponse(
        {
            "documents": [
                {"name": row.name, "needs": row.need, "reasons": list(row.reasons), "case": row.case or None,
                 "known": row.known, "waiting": row.waiting if len(row.waiting) == 64 else None}
                for row in rows
            ]
        },
        201,
    )  # fmt: skip


@router.get(
    "/cases/{ref}/documents", summary="A case's documents: `/cases/{ref}/documents/{number}` gives one"
)
def documents(request: Request, ref: str, person: Person = SEES) -> JSONResponse:
    originals = seen(request, ref, "case", person).case.originals
    rows = [
        {"number": number, "title": one.title, "name": one.path.rsplit("/", 1)[-1], "sha256": one.sha256}
        for number, one in enumerate(originals, 1)
    ]
    return JSONResponse({"documents": rows})


@router.get("/cases/{ref}/review", summary="The answers of a case's form, as read and as reviewed")
def answers(request: Request, ref: str, person: Person = REVIEWS) -> JSONResponse:
    opened = seen(request, ref, "review", person)
    read, now = verdicts_of(opened.case)
    return JSONResponse(
        {
            "case": ref,
            "seq": opened.case.seq,
            "answers": [_shape(request, ref, answer) for answer in list_answers(opened)],
            "time_limit": {"read": dict(read), "now": dict(now)},
        }
    )


@router.post(
    "/cases/{ref}/review/{field}", summary="Accept, correct or mark an answer unclear", status_code=201
)
def say(request: Request, ref: str, field: str, said: Statement, person: Person = REVIEWS) -> JSONResponse:
    house = house_of(request)
    opened = house.open_case(ref, person)
    answer = find_answer(opened, field)
    text = said.value if isinstance(said.value, str) else "\n".join(said.value)
    value = parse_correction(answer.field, text, opened) if said.status is Review.CORRECTED else None
    clock = house.settings.clock
    planned = plan_review(
        opened, Said(field, said.status, value, was_shown(request, ref, field)),
        on=clock.today(), now=clock.now(), by=person.name,
    )  # fmt: skip
    event = planned.event if said.dry_run else store_review(opened, planned, house.register, seen=said.seq)
    return JSONResponse(
        {
            "case": ref,
            "field": field,
            "seq": event.seq or None,
            "verdict_before": (planned.before or {}).get("verdict") if planned.after else None,
            "verdict_after": planned.after.get("verdict") if planned.after else None,
        },
        201,
    )


def _shape(request: Request, ref: str, answer: Reviewable) -> dict[str, Any]:
    review = answer.review
    return {
        "field": answer.field.id,
        "label": answer.field.label,
        "read": dict(answer.read),
        "now": {"status": answer.now.get("status"), "value": answer.now.get("value")},
        "review": None
        if review is None
        else {"status": review.data.get("status"), "by": review.by, "on": review.on.isoformat()},
        "findings": [dict(row) for row in answer.findings],
        "must_be_shown": answer.must_see,
        "was_shown": was_shown(request, ref, answer.field.id),
        "needs_person": answer.needs_person,
    }
