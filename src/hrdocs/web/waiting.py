"""Files that could not be used, settled by a person; and complaints that came without a form."""

from pathlib import Path

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from hrdocs.case import Event
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.opening import opening_by_hand
from hrdocs.desk.settling import Settler, settle_as_new, settle_as_no_complaint, settle_into_case
from hrdocs.desk.viewing import log_view
from hrdocs.register import Filing
from hrdocs.rules.workflow import RECEIVED
from hrdocs.web.days import parse_day, typed
from hrdocs.web.files import saved
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, notice, render
from hrdocs.web.security import FORM, Form, need
from hrdocs.workspace import digest

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))
RECORDS = Depends(need(Right.RECORD))
TYPES = (("staff", "Staff"), ("student", "Student"), ("agency", "Agency worker"), ("public", "Somebody else"))


@router.get("/waiting")
def list_waiting(request: Request, person: Person = SEES) -> Response:  # noqa: ARG001
    return render(request, "waiting.html", filings=house_of(request).quarantined())


@router.get("/waiting/{sha256}")
def show(request: Request, sha256: str, person: Person = SEES) -> Response:  # noqa: ARG001
    house = house_of(request)
    return _page(request, _filing(house, sha256), {}, [])


@router.get("/waiting/{sha256}/file")
def file(request: Request, sha256: str, person: Person = SEES) -> Response:
    """The file as it came, to save; nothing is opened here."""
    house = house_of(request)
    filing = _filing(house, sha256)
    clock = house.settings.clock
    log_view(house.register, "quarantine", sha256[:12], by=person.name, on=clock.today(), now=clock.now())
    place = house.workspace.folder / filing.path
    data = place.read_bytes() if place.is_file() else b""
    if digest(data) not in (filing.sha256, filing.container):
        raise HTTPException(409, "The file is missing or is not the one that was received.")
    return saved(data, Path(filing.path).name.partition("-")[2], "application/octet-stream")


@router.post("/waiting/{sha256}")
def settle(request: Request, sha256: str, form: Form = FORM, person: Person = RECORDS) -> Response:
    house = house_of(request)
    filing = _filing(house, sha256)
    given = {name: str(value).strip() for name, value in form.items()}
    problems = _problems(given)
    if problems:
        return _page(request, filing, given, problems)
    clock = house.settings.clock
    who = Settler(house.workspace, house.register, clock.today(), clock.now(), person.name)
    if given["what"] == "no":
        settle_as_no_complaint(filing, given["reason"], who)
        notice(request, "Settled: no complaint. The file is kept until its erasure is decided.")
        return go("/waiting")
    if given["what"] == "case":
        opened = house.open_case(given["ref"], person)
        settle_into_case(filing, given["ref"], given.get("reason", ""), who, seen=opened.case.seq)
        notice(request, "Filed in this case.")
        return go(f"/cases/{given['ref']}")
    opening = _opening(house, given, person, Event("", RECEIVED, filing.received, clock.now(), person.name))
    ref = settle_as_new(filing, opening, house.organisation.case_prefix, who, reason=given.get("reason", ""))
    notice(request, "The case is open; the file is among its documents.")
    return go(f"/cases/{ref}")


def _problems(given: dict[str, str]) -> list[tuple[str, str]]:
    needed = {
        "no": [("reason", "Enter why it is no complaint")],
        "case": [("ref", "Enter the reference of the case")],
        "new": [("complainant", "Enter the name of the person who complains")],
    }
    if given.get("what") not in needed:
        return [("what", "Choose what the file is")]
    return [(name, words) for name, words in needed[given["what"]] if not given.get(name)]


def _page(
    request: Request, filing: Filing, given: dict[str, str], problems: list[tuple[str, str]]
) -> Response:
    status = 422 if problems else 200
    return render(
        request,
        "waiting-file.html",
        status=status,
        filing=filing,
        given=given,
        problems=problems,
        types=TYPES,
    )


def _filing(house: House, sha256: str) -> Filing:
    found = next((filing for filing in house.quarantined() if filing.sha256 == sha256), None)
    if found is None:
        raise HTTPException(404, "No such file waits.")
    return found


def _opening(house: House, given: dict[str, str], person: Person, blank: Event) -> Event:
    """The receipt of a complaint as it was typed in."""
    raised = parse_day(given.get("raised", "")) or blank.on
    names = [line.strip() for line in given.get("respondents", "").splitlines() if line.strip()]
    data = opening_by_hand(
        house.pack, complainant=given["complainant"], complainant_type=given.get("type", ""),
        respondents=tuple(names), raised=raised,
    )  # fmt: skip
    return Event("", RECEIVED, blank.on, blank.at, person.name, data)


@router.get("/new-case")
def new_case(request: Request, person: Person = RECORDS) -> Response:  # noqa: ARG001
    """A complaint by word of mouth, by hand or in a letter."""
    given = {"received": typed(house_of(request).settings.clock.today())}
    return render(request, "new-case.html", given=given, problems=[], types=TYPES)


@router.post("/new-case")
def open_new(request: Request, form: Form = FORM, person: Person = RECORDS) -> Response:
    house = house_of(request)
    given = {name: str(value).strip() for name, value in form.items()}
    received = parse_day(given.get("received", ""))
    problems = []
    if not given.get("complainant"):
        problems.append(("complainant", "Enter the name of the person who complains"))
    if received is None or received > house.settings.clock.today():
        problems.append(("received", "Enter the day on which it was received, today or before"))
    if given.get("raised") and parse_day(given["raised"]) is None:
        problems.append(("raised", "The day on which it was raised is no date"))
    if problems or received is None:
        page = {"given": given, "problems": problems, "types": TYPES}
        return render(request, "new-case.html", status=422, **page)
    blank = Event("", RECEIVED, received, house.settings.clock.now(), person.name)
    first = _opening(house, given, person, blank)
    ref = house.register.open_case(
        house.organisation.case_prefix,
        received.year,
        lambda ref: ([Event(ref, first.kind, first.on, first.at, first.by, first.data)], []),
    )
    notice(request, "The case is open.")
    return go(f"/cases/{ref}")
