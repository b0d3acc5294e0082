"""Recording what happened in a case: choose the event, fill in its facts, look at it again, take it back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.case import Json, Party
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import NOTE, PARTY, Opened, possible_events, record_event, withdraw_event
from hrdocs.desk.deadlines import Next, next_steps
from hrdocs.errors import HrdocsError, UsageError
from hrdocs.procedure import EventKind, Procedure
from hrdocs.rules.blocks import find_blocks
from hrdocs.rules.workflow import ENDS, risk_unanswered
from hrdocs.web.cases import case_head, seen
from hrdocs.web.days import parse_day, typed
from hrdocs.web.house import house_of
from hrdocs.web.pages import go, in_words, notice, party_words, render, without_commands
from hrdocs.web.security import FORM, Form, need

router = APIRouter(include_in_schema=False)
RECORDS = Depends(need(Right.RECORD))

_DAY = re.compile(r"(?:.+_)?(?:date|start|by|until)")
_LONG = frozenset(
    {
        "reasons", "reason_for_letters", "what", "measures", "adjustments", "text", "contact", "allegations",
        "actions", "actions_for_complainant", "actions_for_respondent", "decisions", "summary",
    }
)  # fmt: skip
_LABELS = {
    "actions_for_respondent": "Actions for the person complained about",
    "actions_for_complainant": "Actions for the complainant",
    "reason_for_letters": "The reason, as the letters will give it (nobody’s health or absence)",
    "new_date": "The new day",
    "decided_by": "Who decided",
    "called_by": "Who called",
}
_PERSONS = re.compile(r".+_by|helper|raised_with")


@dataclass(frozen=True, slots=True)
class Input:
    """One field of the form. `kind` is line, text, day, choice, lines."""

    name: str
    label: str
    kind: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()


def inputs_for(kind: EventKind, procedure: Procedure) -> tuple[Input, ...]:
    """The fields that an event's facts need."""
    if kind.id == PARTY:
        roles = tuple((role.id, role.title) for role in procedure.roles if role.id != "party")
        types = tuple((word, word.capitalize()) for word in ("staff", "student", "agency", "public"))
        return (
            Input("role", "Part in the case", "choice", True, roles),
            Input("name", "Name", "line", True),
            Input("type", "Is", "choice", False, types),
        )
    return tuple(_input(kind, name, procedure) for name in dict.fromkeys((*kind.facts, *kind.asks)))


def _input(kind: EventKind, name: str, procedure: Procedure) -> Input:
    label = _LABELS.get(name) or in_words(name).capitalize()
    if name == "reasons" and "reason_for_letters" in kind.facts:
        label = "The full reasons, kept on the file"
    required = name in kind.facts
    words = kind.values.get(name, ())
    if name == "limit" and not words:
        choices = tuple((limit.id, limit.title) for limit in procedure.limits)
        return Input(name, "Which time limit", "choice", required, choices)
    if words:
        return Input(name, label, "choice", required, tuple((w, in_words(w).capitalize()) for w in words))
    if name in kind.lists:
        return Input(name, label, "lines", required)
    if _DAY.fullmatch(name) and not _PERSONS.fullmatch(name):
        return Input(name, label, "day", required)
    return Input(name, label, "text" if name in _LONG else "line", required)


def parties_for(kind: EventKind, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The people of the case whom the event may concern; nobody where it concerns the whole case."""
    if kind.per is None:
        return ()
    roles = {party.role for party in parties}
    return tuple(party for party in parties if kind.per not in roles or party.role == kind.per)


def _people_choices(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(party.id, f"{party.name or 'not named'} ({party_words(party.id)})") for party in parties]


@router.get("/cases/{ref}/record")
def choose(request: Request, ref: str, q: str = "", person: Person = RECORDS) -> Response:
    """The events that the case calls for first, then all others; `q` are words to find one by."""
    opened = seen(request, ref, "case", person)
    house = house_of(request)
    steps = next_steps(opened.case, opened.pack, house.calendar(opened.pack), house.settings.clock.today())
    words = q[:100].casefold().split()
    kinds = [
        kind for kind in possible_events(opened.pack.procedure)
        if all(word in f"{kind.title} {in_words(kind.id)} {kind.clause}".casefold() for word in words)
    ]  # fmt: skip
    called_for = _called_for(steps, opened)
    return render(
        request, "record-choose.html", **case_head(opened), q=q[:100],
        first=[kind for kind in kinds if kind.id in called_for],
        others=[kind for kind in kinds if kind.id not in called_for],
        blocked={kind.id: _blocked(opened, kind) for kind in kinds},
        done={event.kind for event in opened.case.events},
    )  # fmt: skip


def _called_for(steps: Next, opened: Opened) -> set[str]:
    """The events that would meet what is due, answer a question, or let a letter go out."""
    ends = {limit.id: limit.end for limit in opened.pack.procedure.limits}
    letters = {(due.letter.kind, due.to) for due in steps.letters}
    needed = [name for b in steps.blocked if (b.what, b.party) in letters for name in b.block.needs]
    asked = [name for question in steps.questions for name in question.answers]
    alone = {name.split(" or ")[0].split(":")[0] for name in (*needed, *asked)}
    risk = {"risk-noted"} if risk_unanswered(opened.case) else set()
    return {ends[d.limit] for d in steps.due if d.limit in ends} | alone | risk


def _blocked(opened: Opened, kind: EventKind) -> Any:
    """Why an event may not be recorded for anybody yet; None where it may be for somebody."""
    people = [party.id for party in parties_for(kind, opened.case.parties)] or [""]
    found = [find_blocks(opened.case, opened.pack.procedure, kind.id, party) for party in people]
    return found[0][0] if found and all(found) else None


@router.get("/cases/{ref}/record/{kind_id}")
def fill_in(request: Request, ref: str, kind_id: str, party: str = "", person: Person = RECORDS) -> Response:
    opened = seen(request, ref, "case", person)
    kind = _kind(opened, kind_id)
    names = {item.name for item in inputs_for(kind, opened.pack.procedure)}
    asked = {name: value for name, value in request.query_params.items() if name in names}
    given = {"on": typed(house_of(request).settings.clock.today()), "party": party, **asked}
    return _form(request, opened, kind, given)


@router.post("/cases/{ref}/record/{kind_id}")
def record(request: Request, ref: str, kind_id: str, person: Person = RECORDS, form: Form = FORM) -> Response:
    """Record it; what decides, ends or lies in the future is shown once more before it is recorded."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    kind = _kind(opened, kind_id)
    form = {name: str(value).strip() for name, value in form.items()}
    problems = _problems(opened, kind, form)
    if problems:
        return _form(request, opened, kind, form, problems)
    if form.get("step") == "change":
        return _form(request, opened, kind, form)
    on = parse_day(form["on"])
    assert on is not None  # noqa: S101 - _problems has seen to it
    today = house.settings.clock.today()
    must_confirm = kind.decision or kind.id in ENDS or on > today
    facts = _facts(inputs_for(kind, opened.pack.procedure), form)
    if kind.id == PARTY:
        facts["id"] = f"{form['role']}-{len(opened.case.in_role(form['role'])) + 1}"
    try:
        event = record_event(
            opened, kind.id, facts, party=form.get("party") or None, on=on, now=house.settings.clock.now(),
            by=person.name, register=house.register, dry_run=must_confirm and form.get("step") != "confirmed",
            confirm=form.get("confirm", ""),
        )  # fmt: skip
    except HrdocsError as error:
        field = "confirm" if error.code == "confirm" else "on"
        return _form(request, opened, kind, form, [(field, _told(error))])
    if event.seq == 0:
        return render(
            request, "record-check.html", **case_head(opened), kind=kind, form=form, on=on, future=on > today,
            inputs=inputs_for(kind, opened.pack.procedure), party=opened.case.party(form.get("party", "")),
        )  # fmt: skip
    notice(request, f"Recorded: {kind.title}.")
    return go(f"/cases/{ref}")


def _told(error: HrdocsError) -> str:
    """An error in the words of the pages."""
    words = error.fact if error.code == "confirm" else f"{error.fact.rstrip('.')}. {error.next_step}"
    plain = without_commands(words)
    return f"{plain[:1].upper()}{plain[1:]}"


def _facts(inputs: Iterable[Input], form: Mapping[str, str]) -> dict[str, Json]:
    """What was filled in, days as ISO."""
    facts: dict[str, Json] = {}
    for item in inputs:
        value = form.get(item.name, "")
        day = parse_day(value) if item.kind == "day" else None
        if value:
            facts[item.name] = day.isoformat() if day else value
    return facts


def _kind(opened: Opened, kind_id: str) -> EventKind:
    kinds = {kind.id: kind for kind in possible_events(opened.pack.procedure)}
    if kind_id not in kinds:
        raise UsageError(kind_id, "is no event that is recorded by hand", "Choose one from the list.")
    return kinds[kind_id]


def _problems(opened: Opened, kind: EventKind, form: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is missing or cannot be, each with the field it stands in."""
    found = []
    if parse_day(form.get("on", "")) is None:
        found.append(("on", "Enter the day on which it happened"))
    if parties_for(kind, opened.case.parties) and not form.get("party"):
        found.append(("party", "Choose whom it concerns"))
    for item in inputs_for(kind, opened.pack.procedure):
        value = form.get(item.name, "")
        if item.required and not value:
            verb = "Choose" if item.kind == "choice" else "Enter"
            found.append((item.name, f"{verb}: {item.label.lower()}"))
        elif value and item.kind == "day" and parse_day(value) is None:
            found.append((item.name, f"{item.label} is no date"))
    return found


def _form(
    request: Request, opened: Opened, kind: EventKind, given: Mapping[str, str],
    problems: list[tuple[str, str]] | None = None,
) -> Response:  # fmt: skip
    return render(
        request, "record.html", status=422 if problems else 200, **case_head(opened), kind=kind,
        inputs=inputs_for(kind, opened.pack.procedure), parties=parties_for(kind, opened.case.parties),
        given=dict(given), people_choices=_people_choices, problems=problems or [],
        blocked=_blocked(opened, kind), note=kind.id == NOTE,
    )  # fmt: skip


@router.get("/cases/{ref}/undo/{seq}")
def ask_undo(request: Request, ref: str, seq: int, person: Person = RECORDS) -> Response:
    opened = seen(request, ref, "timeline", person)
    return _undo_page(request, opened, seq, "")


@router.post("/cases/{ref}/undo/{seq}")
def undo(request: Request, ref: str, seq: int, person: Person = RECORDS, form: Form = FORM) -> Response:
    house = house_of(request)
    opened = house.open_case(ref, person)
    reason = str(form.get("reason", "")).strip()
    if not reason:
        return _undo_page(request, opened, seq, "Enter why it is taken back")
    withdraw_event(
        opened, seq, reason, now=house.settings.clock.now(), by=person.name, register=house.register
    )
    notice(request, "Taken back. It stays in the log, with your reason.")
    return go(f"/cases/{ref}/timeline")


def _undo_page(request: Request, opened: Opened, seq: int, problem: str) -> Response:
    event = next((event for event in opened.case.events if event.seq == seq), None)
    if event is None:
        raise UsageError(f"event {seq}", "is no event of this case", "Choose one from the timeline.")
    return render(
        request, "undo.html", status=422 if problem else 200, **case_head(opened), event=event,
        problem=problem,
    )  # fmt: skip
