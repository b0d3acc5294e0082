"""Forms dropped here: kept whole first, then read, checked and listed with what each needs.

A file lies in the inbox until its case or its place in quarantine has it, so that an interruption loses
nothing: what is still there is offered again.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import Opened
from hrdocs.desk.intake import Desk, State, find_received
from hrdocs.desk.looking import SCREEN_DPI, draw, look
from hrdocs.desk.needs import Need, as_sentence, find_needs
from hrdocs.desk.reading import HowToRead
from hrdocs.desk.receiving import ReceivedRow, receive
from hrdocs.desk.rehearsal import find_rehearsed, rehearse
from hrdocs.document import Place
from hrdocs.errors import HrdocsError, InputError
from hrdocs.packs import shipped_packs
from hrdocs.rules.workflow import unsure_readings
from hrdocs.web.days import parse_day
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, notice, render, warm_templates
from hrdocs.web.security import FORM, Form, need, session_of
from hrdocs.workspace import MAX_ORIGINAL, digest, make_private_folder, safe_name, write_whole

router = APIRouter(include_in_schema=False)
TAKES_IN = Depends(need(Right.TAKE_IN))

MOST_FILES = 200  # at once without JavaScript; with it each file is sent by itself
_LISTED = 200
_FOLDER = "from-pages-"
NEEDS = {
    Need.CALL_FIRST: ("Read first and telephone", "red"),
    Need.CANNOT_USE: ("Cannot be used: see to it", "red"),
    Need.CALL: ("Call or write to the complainant", "orange"),
    Need.QUESTION: ("A question to answer", "yellow"),
    Need.LOOK: ("Look at the answers", "yellow"),
    Need.NOTHING: ("Nothing", "green"),
}


@dataclass(frozen=True, slots=True)
class Added:
    """One document as the list shows it."""

    name: str
    need: str
    colour: str
    order: int
    reasons: tuple[str, ...]
    case: str = ""
    complainant: str = ""
    waiting: str = ""  # the digest of a file in quarantine
    known: bool = False


async def sent_files(request: Request) -> list[UploadFile]:
    """The files that a form sent."""
    form = await request.form(max_files=500, max_fields=5000)
    return [one for one in form.getlist("files") if not isinstance(one, str) and one.filename]


FILES = Depends(sent_files)


@router.get("/forms")
def forms(request: Request, person: Person = TAKES_IN) -> Response:  # noqa: ARG001
    return _page(request)


@router.post("/forms")
def add(
    request: Request, files: list[UploadFile] = FILES, form: Form = FORM, person: Person = TAKES_IN
) -> Response:
    """Take in what was chosen. With `X-Part: rows` the answer is only the new rows of the list."""
    house = house_of(request)
    written = str(form.get("received", "")).strip()
    received = parse_day(written)
    problems = []
    if not files:
        problems.append(("files", "Choose the forms first"))
    if len(files) > MOST_FILES:
        problems.append(("files", f"Send at most {MOST_FILES} files at once"))
    if written and (received is None or received > house.settings.clock.today()):
        problems.append(("received", "Enter the day on which they came, today or before"))
    if problems:
        return _page(request, problems, written)
    added: list[Added] = []
    for one in files:
        added += take_in_sent(house, person, one, received)
    _remember(request, added)
    if request.headers.get("x-part") == "rows":
        return render(request, "upload-rows.html", rows=added, fresh=True)
    return go("/forms#added")


@router.post("/forms/unfinished")
def finish(request: Request, person: Person = TAKES_IN) -> Response:
    """Take in what an interruption has left in the inbox."""
    house = house_of(request)
    added: list[Added] = []
    for path in _left(house)[:MOST_FILES]:
        added += _read(house, person, path, None)
    _remember(request, added)
    notice(request, f"{len(added)} documents were taken in.")
    return go("/forms#added")


@router.post("/waiting/{sha256}/retry")
def retry(request: Request, sha256: str, person: Person = TAKES_IN) -> Response:
    """Read a file in quarantine again: it may be readable now, with a tool or a form that is here since."""
    house = house_of(request)
    filing = next((one for one in house.quarantined() if one.sha256 == sha256), None)
    if filing is None:
        raise HTTPException(404, "No such file waits.")
    place = house.workspace.folder / filing.path
    if not place.is_file():
        raise HTTPException(409, "The file is missing. Restore it from a backup.")
    added = _read(house, person, place, None, keep=True)
    found = next((one for one in added if one.case and not one.known), None)
    if found is None:
        why = next((reason for one in added for reason in one.reasons), "")
        notice(request, f"It still cannot be used. {why}", kind="warning")
        return go(f"/waiting/{sha256}")
    notice(request, "It could be read now. Its case is open, received on the day on which it came.")
    return go(f"/cases/{found.case}")


def _page(request: Request, problems: list[tuple[str, str]] | None = None, received: str = "") -> Response:
    kept = session_of(request).kept.get("added", [])
    rows = sorted(kept, key=lambda one: one.order) if isinstance(kept, list) else []
    return render(
        request, "upload.html", status=422 if problems else 200, rows=rows, problems=problems or [],
        received=received, left=len(_left(house_of(request))), most=MOST_FILES,
        largest=MAX_ORIGINAL // 1024**2, fresh=False,
    )  # fmt: skip


def _remember(request: Request, added: list[Added]) -> None:
    session = session_of(request)
    with house_of(request).readers.taking_in:  # several files of one person come at once
        before: Any = session.kept.get("added", [])
        session.kept["added"] = [*added, *before][:_LISTED]


def take_in_sent(house: House, person: Person, file: UploadFile, received: Any) -> list[Added]:
    """Keep the file whole in the inbox, then read it from there."""
    name = safe_name(file.filename or "file")
    data = file.file.read(MAX_ORIGINAL + 1)
    file.file.close()
    if len(data) > MAX_ORIGINAL:
        words = (
            f"It is larger than {MAX_ORIGINAL // 1024**2} MB, and was not kept. Ask for it in smaller parts."
        )
        return [_added(name, Need.CANNOT_USE, (words,))]
    folder = house.workspace.inbox / f"{_FOLDER}{secrets.token_hex(6)}"
    make_private_folder(house.workspace.inbox)
    make_private_folder(folder)
    path = folder / name
    write_whole(path, data)
    return _read(house, person, path, received)


def _read(house: House, person: Person, path: Path, received: Any, *, keep: bool = False) -> list[Added]:
    """Take in a file that is on the disk; it leaves the inbox once it is filed."""
    desk = _desk(house, person.name, received)
    sha256 = digest(path.read_bytes())
    with house.readers.taking_in, house.readers.guard() as guard:
        rows = list(receive((path,), desk, guard=guard))
    kept = all(row.received.state is not State.LEFT for row in rows)
    if kept and not keep:
        path.unlink()
        if path.parent.name.startswith(_FOLDER):
            path.parent.rmdir()
    waiting = [filing.sha256 for filing in house.register.filings_of(container=sha256) if filing.waits]
    return [_shown(house, person, row, path, waiting) for row in rows]


def warm_up(house: House) -> None:
    """Rehearse on shipped samples, of which nothing is kept, before the first form comes."""
    warm_templates()
    paths = find_rehearsed(house.pack.procedure.id)
    with house.readers.guard() as guard:
        rehearse(paths, _desk(house, "rehearsal", None), house.shelf, guard=guard)
        for path in paths[-1:]:
            data = path.read_bytes()
            guard.call(path.name, look, data, path.name)
            with suppress(InputError):
                guard.call(path.name, draw, data, path.name, Place(page=1), dpi=SCREEN_DPI)


def _desk(house: House, by: str, received: Any) -> Desk:
    others = tuple(folder for folder in shipped_packs() if folder.name != house.pack.procedure.id)
    how = HowToRead((house.pack.folder, *others), received)
    clock = house.settings.clock
    return Desk(
        house.workspace, house.register, house.pack, house.organisation, how, clock.now(), clock.today(), by
    )


def _shown(house: House, person: Person, row: ReceivedRow, path: Path, waiting: list[str]) -> Added:
    received = row.received
    member = received.source.removeprefix(str(path)).removeprefix("!")
    name = f"{path.name}: {member}" if member else path.name
    opened = _find_open(house, person, received.case) if received.case else None
    if received.case and opened is None:
        return _added(name, Need.NOTHING, ("It is taken in. The case is not open to you.",))
    needs = find_needs(row)
    if received.state is State.KNOWN:
        words = f"It is here already. {as_sentence(received.message)}".strip()
        kind = Need.CANNOT_USE if received.reason else Need.NOTHING
        found = _added(name, kind, (words,), case=received.case or "", known=True)
    else:
        who = row.complainant
        if opened and any(who in readings for readings in unsure_readings(opened.case).values()):
            who = f"{who} (not read surely)"
        found = _added(name, needs.need, needs.reasons, case=received.case or "", complainant=who)
    if needs.need is Need.CANNOT_USE or (received.state is State.KNOWN and received.reason):
        one = waiting[0] if len(waiting) == 1 else ""
        return Added(found.name, found.need, found.colour, found.order, found.reasons, waiting=one or "list")
    return found


def _added(name: str, need: Need, reasons: tuple[str, ...], **more: Any) -> Added:
    words, colour = NEEDS[need]
    return Added(name, words, colour, list(NEEDS).index(need), reasons, **more)


def _find_open(house: House, person: Person, ref: str) -> Opened | None:
    """The case, if the person may see it."""
    try:
        return house.open_case(ref, person)
    except HrdocsError:
        return None


def _left(house: House) -> list[Path]:
    """What an interruption has left in the inbox: files that were sent here and are filed nowhere yet."""
    folders = [f for f in house.workspace.inbox.glob(f"{_FOLDER}*") if f.is_dir() and not f.is_symlink()]
    return list(find_received(folders)) if folders else []
