"""The list of cases, and one case: summary, what is next, parties, acts, deadlines, papers, timeline."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.case import Case, Event
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import Opened
from hrdocs.desk.deadlines import Next, deadlines_of, next_steps
from hrdocs.desk.lists import NEEDS, STATES, Wanted, choose_cases, render_case_list
from hrdocs.desk.viewing import log_view, views_of
from hrdocs.procedure import Procedure, Stage
from hrdocs.rules.alike import gather
from hrdocs.rules.titles import event_titles, letter_titles
from hrdocs.rules.workflow import (
    open_findings,
    risk_unanswered,
    stage_of,
    unsure_readings,
    verdict_in_force,
)
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, notice, render
from hrdocs.web.security import FORM, Form, form_lists, need

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))
LISTS = Depends(form_lists)

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/cases")
def list_cases(
    request: Request, q: str = "", state: str = "open", stage: str = "", verdict: str = "", need: str = "",
    sort: str = "-received", page: int = 1, person: Person = SEES,
) -> Response:  # fmt: skip
    house = house_of(request)
    today = house.settings.clock.today()
    everything = house.cards(person)
    wanted = Wanted(q[:200], state if state in STATES else "open", stage, verdict, need, sort)
    found = choose_cases(everything, wanted, as_of=today)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(page, 1), pages)
    filters = {"q": q, "state": state, "stage": stage, "verdict": verdict, "need": need, "sort": sort}
    stages = {card.stage: card.stage_title for card in everything if card.stage}
    return render(
        request, "cases.html", cards=found[(page - 1) * PAGE : page * PAGE], total=len(found), page=page,
        pages=pages, wanted=wanted, filters=filters, stages=stages, needs=NEEDS, states=STATES,
        views=house.accounts.views(person.name), waiting=house.casebook.waiting,
    )  # fmt: skip


@router.get("/cases.xlsx")
def list_as_sheet(
    request: Request, q: str = "", state: str = "open", stage: str = "", verdict: str = "", need: str = "",
    sort: str = "-received", person: Person = SEES,
) -> Response:  # fmt: skip
    house = house_of(request)
    wanted = Wanted(q[:200], state if state in STATES else "open", stage, verdict, need, sort)
    found = choose_cases(house.cards(person), wanted, as_of=house.settings.clock.today())
    return _sheet(house, found)


def _sheet(house: House, cards: Any) -> Response:
    data = render_case_list(cards, now=house.settings.clock.now())
    return Response(
        data, media_type=XLSX, headers={"content-disposition": 'attachment; filename="cases.xlsx"'}
    )


@router.post("/cases/chosen")
def chosen(
    request: Request, form: Form = FORM, lists: dict[str, list[str]] = LISTS, person: Person = SEES
) -> Response:
    """What was asked for the cases that were ticked."""
    house = house_of(request)
    refs = lists.get("ref", [])
    cards = [card for card in house.cards(person) if card.ref in set(refs)]
    if not cards:
        notice(request, "Tick the cases first.", kind="warning")
        return go(f"/cases?{str(form.get('back', ''))[:500]}")
    if form.get("do") == "letters" and person.may(Right.LETTERS):
        return go("/letters/due?" + "&".join(f"ref={card.ref}" for card in cards))
    return _sheet(house, cards)


@router.post("/views")
def save_view(request: Request, form: Form = FORM, person: Person = SEES) -> Response:
    title, query = str(form.get("title", "")).strip()[:80], str(form.get("query", ""))[:1000]
    if title:
        house_of(request).accounts.save_view(person.name, title, query)
        notice(request, f"Saved the view “{title}”.")
    return go(f"/cases?{query}")


@router.post("/views/{number}/forget")
def forget_view(request: Request, number: int, person: Person = SEES) -> Response:
    house_of(request).accounts.forget_view(person.name, number)
    return go("/cases")


@router.get("/cases/{ref}")
def show(request: Request, ref: str, person: Person = SEES) -> Response:
    house = house_of(request)
    opened = seen(request, ref, "case", person)
    steps = next_steps(opened.case, opened.pack, house.calendar(opened.pack), house.settings.clock.today())
    everything = deadlines_of(
        opened.case, opened.pack, house.calendar(opened.pack), house.settings.clock.today()
    )
    return render(
        request, "case.html", **case_head(opened), steps=steps, deadlines=everything,
        waits=_waits(steps), acts=_rows(opened.case.verdict.get("incidents")),
        questions=_texts(opened.case.verdict.get("questions")),
        findings=_findings(opened.case), titles=letter_titles(opened.pack.procedure),
        held_back=_held_back(steps), may_begin=may_begin(opened.case, opened.pack.procedure),
        has_review="/cases/{ref}/review" in request.app.state.menu,
        ask_time=bool(opened.case.verdict.get("questions")) and not opened.case.has("time-limit-decided"),
    )  # fmt: skip


@router.get("/cases/{ref}/timeline")
def timeline(request: Request, ref: str, person: Person = SEES) -> Response:
    opened = seen(request, ref, "timeline", person)
    events = sorted(opened.case.events, key=lambda event: (event.on, event.seq), reverse=True)
    return render(
        request, "timeline.html", **case_head(opened), events=events,
        titles=letter_titles(opened.pack.procedure),
    )  # fmt: skip


@router.get("/cases/{ref}/views")
def views(request: Request, ref: str, person: Person = SEES) -> Response:
    """Who looked at the case, newest first."""
    opened = seen(request, ref, "list of views", person)
    looked = list(views_of(house_of(request).register, ref))[::-1]
    return render(request, "views.html", **case_head(opened), looked=looked[:500], total=len(looked))


def seen(request: Request, ref: str, what: str, person: Person) -> Opened:
    """A case that the person may see; that it was looked at is recorded."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    clock = house.settings.clock
    log_view(house.register, ref, what, by=person.name, on=clock.today(), now=clock.now())
    return opened


def case_head(opened: Opened) -> dict[str, Any]:
    """What the head of every page of a case shows."""
    case = opened.case
    stage = stage_of(case, opened.pack.procedure)
    ends = [event for event in case.events if event.kind in ("case-closed", "complaint-withdrawn")]
    return {
        "case": case,
        "procedure": opened.pack.procedure,
        "stage": stage,
        "verdict": verdict_in_force(case),
        "decided": case.facts.get("time-limit-decided"),
        "risk": risk_unanswered(case),
        "unsure": {text for texts in unsure_readings(case).values() for text in texts},
        "ended": ends[-1] if ends else None,
        "beside": side_states(case, opened.pack.procedure),
        "event_titles": event_titles(opened.pack.procedure),
    }


def side_states(case: Case, procedure: Procedure) -> list[tuple[Stage, Event]]:
    """The states beside the main line that a case is in (mediation, suspension), each with its beginning.

    Where a state is one person's, each person's is told by itself.
    """
    found = []
    for stage in procedure.stages:
        begun = {event.data.get("party"): event for event in case.events if event.kind in stage.entered_by}
        inside = (event for event in begun.values() if not _has_left(case, stage, event))
        found += [(stage, event) for event in inside if stage.side]
    return found


def _has_left(case: Case, stage: Stage, begun: Event) -> bool:
    """Whether a state was ended after it began; a review that says "continued" ends nothing."""
    return any(
        event.kind in stage.left_by
        and event.seq > begun.seq
        and event.data.get("party") == begun.data.get("party")
        and event.data.get("decision") != "continued"
        for event in case.events
    )


def may_begin(case: Case, procedure: Procedure) -> list[tuple[Stage, str]]:
    """States that a person may put a case into and end again, such as mediation, with the event for it."""
    inside = {stage.id for stage, _ in side_states(case, procedure)}
    stages = [stage for stage in procedure.stages if stage.side and stage.left_by and stage.entered_by]
    return [(stage, stage.entered_by[0]) for stage in stages if stage.id not in inside]


def _waits(steps: Next) -> dict[tuple[str, str], Any]:
    """What holds back each letter that is due."""
    return {(blocked.what, blocked.party): blocked.block for blocked in steps.blocked}


def _held_back(steps: Next) -> list[tuple[Any, list[tuple[str, str]]]]:
    """What cannot be done yet, by the reason: each block, and what it holds back for whom."""
    found: dict[tuple[str, str], tuple[Any, list[tuple[str, str]]]] = {}
    for blocked in steps.blocked:
        block = blocked.block
        _, held = found.setdefault((block.reason, block.clause), (block, []))
        held.append((blocked.what, blocked.party))
    return list(found.values())


def _findings(case: Case) -> list[dict[str, Any]]:
    order = {"error": 0, "warning": 1, "note": 2}
    rows = gather_rows(row for row in open_findings(case) if row.get("code") != "risk-words")
    return sorted(rows, key=lambda row: order.get(str(row.get("severity")), 3))


def gather_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings with those that are alike in few words."""
    found = list(rows)
    told = [(str(row.get("code")), str(row.get("message"))) for row in found]
    return [{**found[place], "message": message} for place, message in gather(told)]


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
