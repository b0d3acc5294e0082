"""The review screen: the document beside its answers, each with its place, its findings and its buttons.

An answer on which a case turns is accepted or corrected only after its place was shown: the server
notes for the session that it has served the picture, or the passage, and to whom.
"""

from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import Opened
from hrdocs.desk.looking import CROP_DPI, SCREEN_DPI, Looked
from hrdocs.desk.needs import as_sentence
from hrdocs.desk.reviewing import (
    Planned,
    Reviewable,
    Said,
    find_answer,
    find_definition,
    list_answers,
    parse_correction,
    plan_review,
    record_review,
    verdicts_of,
)
from hrdocs.desk.viewing import log_view
from hrdocs.document import Place
from hrdocs.errors import HrdocsError, UsageError
from hrdocs.procedure import FieldType
from hrdocs.rules.reviewed import WHOLE, Review
from hrdocs.rules.workflow import open_findings
from hrdocs.web.cases import case_head, gather_rows, seen
from hrdocs.web.days import parse_day
from hrdocs.web.files import read_filed
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, notice, render, without_commands
from hrdocs.web.review_words import Shown, box_of, find_passage, place_blocks, place_id, show_answer
from hrdocs.web.security import FORM, Form, form_lists, need, session_of

router = APIRouter(include_in_schema=False)
REVIEWS = Depends(need(Right.REVIEW))
LISTS = Depends(form_lists)

ZOOMS = (75, 100, 150, 200, 300)
_QUEUE = 50
_STATUS = {"accept": Review.ACCEPTED, "correct": Review.CORRECTED, "unclear": Review.UNCLEAR,
           "as-read": Review.AS_READ}  # fmt: skip
_DONE = {
    Review.ACCEPTED: "Accepted", Review.CORRECTED: "Corrected", Review.UNCLEAR: "Marked unclear",
    Review.AS_READ: "Put back as it was read",
}  # fmt: skip


@router.get("/review")
def queue(request: Request, page: int = 1, person: Person = REVIEWS) -> Response:
    """What waits for a look: cases with something on the form to look at, oldest first, and files."""
    house = house_of(request)
    waiting = [card for card in house.cards(person) if card.reasons and card.closed is None]
    waiting.sort(key=lambda card: (not card.risk, str(card.received or ""), card.ref))
    pages = max(1, -(-len(waiting) // _QUEUE))
    page = min(max(page, 1), pages)
    return render(
        request, "review-queue.html", cards=waiting[(page - 1) * _QUEUE : page * _QUEUE], total=len(waiting),
        page=page, pages=pages, filings=house.quarantined(), as_sentence=as_sentence,
        reading=house.casebook.refresh(house.settings.clock.today(), at_most=0),
    )  # fmt: skip


@router.get("/cases/{ref}/review")
def screen(
    request: Request, ref: str, at: str = "", zoom: int = 100, turn: int = 0, person: Person = REVIEWS
) -> Response:
    opened = seen(request, ref, "review", person)
    return _screen(request, opened, at=at, zoom=zoom, turn=turn)


@router.get("/cases/{ref}/review/pages/{number}.png")
def page_picture(
    request: Request, ref: str, number: int, turn: int = 0, person: Person = REVIEWS
) -> Response:
    """A page of the document as a picture."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    data, name = _original(house, opened)
    return _picture(house.readers.draw(data, name, Place(page=number), dpi=SCREEN_DPI, turns=turn % 4))


@router.get("/cases/{ref}/review/{field}")
def place(request: Request, ref: str, field: str, part: str = "", person: Person = REVIEWS) -> Response:
    """An answer's place on the form, and what may be said of the answer: a page of its own."""
    opened = seen(request, ref, f"answer {field[:60]}", person)
    answer = find_answer(opened, field)
    house = house_of(request)
    looked = _looked(house, opened)
    where = answer.read.get("where")
    passage = find_passage(looked.layout, where) if looked.layout else None
    if looked.layout is not None or not where:
        _note_shown(request, ref, field)
    template = "review-place-part.html" if part == "place" else "review-place.html"
    return render(
        request, template, **case_head(opened), answer=_shown(request, opened, answer), passage=passage,
        looked=looked, problem="", typed=None, fragment=part == "place",
    )  # fmt: skip


@router.get("/cases/{ref}/review/{field}/place.png")
def crop(request: Request, ref: str, field: str, person: Person = REVIEWS) -> Response:
    """The place of an answer, cut out of its page. That it was served is what shows it."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    answer = find_answer(opened, field)
    data, name = _original(house, opened)
    number, box = box_of(answer.read.get("where"))
    picture = house.readers.draw(data, name, Place(page=number, box=box), dpi=CROP_DPI, crop=True)
    clock = house.settings.clock
    what = f"place of the answer {field}"
    log_view(house.register, ref, what, by=person.name, on=clock.today(), now=clock.now())
    _note_shown(request, ref, field)
    return _picture(picture)


@router.post("/cases/{ref}/review")
def rest(request: Request, ref: str, person: Person = REVIEWS) -> Response:
    """All else that was noticed on the form was looked at."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    planned = _planned(house, opened, Said(WHOLE, Review.ACCEPTED), person)
    record_review(opened, planned, house.register)
    notice(request, "The rest is marked as looked at.")
    return go(f"/cases/{ref}/review")


@router.post("/cases/{ref}/review/{field}")
def say(
    request: Request, ref: str, field: str, form: Form = FORM, lists: dict[str, list[str]] = LISTS,
    person: Person = REVIEWS,
) -> Response:  # fmt: skip
    """Accept, correct, mark unclear, or put back. A verdict that would change is shown before it counts."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    answer = find_answer(opened, field)
    status = _STATUS.get(str(form.get("do", "")))
    if status is None:
        raise UsageError(field, "nothing was said of it", "Choose one of the buttons.")
    typed = "\n".join(lists.get("value", []))[:100_000]
    try:
        value = (
            parse_correction(answer.field, _typed(answer, typed), opened)
            if status is Review.CORRECTED
            else None
        )
        planned = _planned(house, opened, Said(field, status, value, was_shown(request, ref, field)), person)
        if planned.changes_verdict and form.get("step") != "confirmed":
            return render(
                request, "review-verdict.html", **case_head(opened), answer=_shown(request, opened, answer),
                planned=planned, do=form.get("do"), values=lists.get("value", []), seq=form.get("seq", ""),
            )  # fmt: skip
        looked_at = str(form.get("seq", ""))
        record_review(opened, planned, house.register, seen=int(looked_at) if looked_at.isdigit() else None)
    except HrdocsError as error:
        return _again(request, opened, answer, error, typed if status is Review.CORRECTED else None)
    return _next(request, house, person, opened, planned, answer)


def was_shown(request: Request, ref: str, field: str) -> bool:
    """Whether the person was shown, since signing in, the place of an answer."""
    shown = session_of(request).kept.get("shown")
    return isinstance(shown, set) and (ref, field) in shown


def _note_shown(request: Request, ref: str, field: str) -> None:
    shown: Any = session_of(request).kept.setdefault("shown", set())
    shown.add((ref, field))


def _planned(house: House, opened: Opened, said: Said, person: Person) -> Planned:
    clock = house.settings.clock
    return plan_review(opened, said, on=clock.today(), now=clock.now(), by=person.name)


def _next(
    request: Request, house: House, person: Person, opened: Opened, planned: Planned, answer: Reviewable
) -> Response:
    """On to the next answer that needs a person."""
    ref, field = opened.case.ref, answer.field.id
    words = _DONE[Review(str(planned.event.data["status"]))]
    after = list_answers(house.open_case(ref, person))
    ids = [one.field.id for one in after]
    order = [*after[ids.index(field) + 1 :], *after[: ids.index(field) + 1]]
    following = next((one.field.id for one in order if one.needs_person), "")
    told = f"{words}: {answer.field.label}."
    if "parties" in planned.event.data and any(
        x.state.value in ("draft", "approved") for x in opened.case.letters
    ):
        told += " Letters that are written already hold what was read: look at them again."
    notice(request, told if following else f"{told} Every answer is looked at.")
    target = following or field
    return go(f"/cases/{ref}/review?at={target}#answer-{target}")


def _again(
    request: Request, opened: Opened, answer: Reviewable, error: HrdocsError, typed: str | None
) -> Response:
    """The answer's own page with what is wrong."""
    looked = _looked(house_of(request), opened)
    where = answer.read.get("where")
    fact = error.fact if error.code == "not-shown" else f"{error.fact}. {error.next_step}"
    words = without_commands(f"{answer.field.label}: {fact}")
    return render(
        request, "review-place.html", status=409 if error.code == "not-shown" else 422, **case_head(opened),
        answer=_shown(request, opened, answer), looked=looked, problem=words, typed=typed, fragment=False,
        passage=find_passage(looked.layout, where) if looked.layout else None,
    )  # fmt: skip


def _typed(answer: Reviewable, text: str) -> str:
    """A day as people type it, as ISO; everything else as it is."""
    day = parse_day(text) if answer.field.type is FieldType.DATE and text.strip() else None
    return day.isoformat() if day else text


def _screen(request: Request, opened: Opened, *, at: str, zoom: int, turn: int) -> Response:
    house = house_of(request)
    answers = [_shown(request, opened, answer) for answer in list_answers(opened)]
    looked = _looked(house, opened)
    read, now = verdicts_of(opened.case)
    chosen = next((one.id for one in answers if one.id == at), "")
    ids = {one.id for one in answers}
    others = gather_rows(row for row in open_findings(opened.case) if row.get("field") not in ids)
    severities = ("error", "warning", "note")
    noticed = [(one, row) for one in answers if one.needs_person for row in one.findings]
    noticed.sort(key=lambda pair: severities.index(str(pair[1].get("severity"))))
    return render(
        request, "review.html", **case_head(opened), answers=answers, looked=looked, at=chosen,
        zoom=zoom if zoom in ZOOMS else 100, turn=turn % 4, zooms=ZOOMS, definition=find_definition(opened),
        blocks=place_blocks(looked.layout, answers) if looked.layout else (), verdict_read=read,
        noticed=noticed, verdict_now=now, to_do=sum(one.needs_person for one in answers), others=others,
    )  # fmt: skip


def _shown(request: Request, opened: Opened, answer: Reviewable) -> Shown:
    return show_answer(opened, answer, was_shown=was_shown(request, opened.case.ref, answer.field.id))


def _original(house: House, opened: Opened) -> tuple[bytes, str]:
    """The bytes of the form that opened the case, as they were filed."""
    if not opened.case.originals or find_definition(opened) is None:
        raise HTTPException(404, "This case did not begin with a form that was read.")
    filed = opened.case.originals[0]
    return read_filed(house, filed.path, filed.sha256), filed.path.rsplit("/", 1)[-1]


def _looked(house: House, opened: Opened) -> Looked:
    if not opened.case.originals or find_definition(opened) is None:
        return Looked(
            problem="This case did not begin with a form that was read: there is nothing to review."
        )
    return house.readers.look(*_original(house, opened))


def _picture(data: bytes) -> Response:
    return Response(data, media_type="image/png")


__all__ = ["place_id", "router", "was_shown"]
