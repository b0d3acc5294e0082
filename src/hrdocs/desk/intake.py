"""Received files → cases, originals filed and first letters drafted, or quarantine with the reason.

A file offered again does nothing: its bytes are known. Originals are in place before their case can
be seen. A file that cannot be read counts as a complaint received that day until a person says
otherwise, so it is never left out of the result. Offered again it is read again: where it can be read
now, its case is opened as received on the day on which it first came.
"""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hrdocs.case import Event
from hrdocs.desk.opening import opening_data
from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.desk.reading import HowToRead, read_guarded
from hrdocs.desk.settling import REASON, Settler, note_reason, settle_as_new
from hrdocs.desk.settling import Outcome as Settled
from hrdocs.document import Document, Status
from hrdocs.errors import InputError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import FormDefinition
from hrdocs.read import find_part
from hrdocs.register import Filing, Register
from hrdocs.rules.workflow import RECEIVED
from hrdocs.tools.guard import Guard
from hrdocs.workspace import Workspace, copy_whole, digest, read_original, safe_name, write_whole

MAX_COPY = 1024**3  # bytes: a larger file is left where it is

# What systems leave in folders, and what hrdocs keeps beside its samples: never a complaint.
_LITTER = {"thumbs.db", "desktop.ini", "organisation.toml"}
_NO_DOCUMENTS = (".json", ".toml", ".md", ".part", ".tmp", ".crdownload")


class State(StrEnum):
    """What became of one received document."""

    OPENED = "opened"
    KNOWN = "already here"
    QUARANTINED = "quarantined"
    READ = "would be opened"  # in a dry run
    LEFT = "left where it is"  # it could not even be copied


@dataclass(frozen=True, slots=True)
class Received:
    """One document of one received file, and what became of it."""

    source: str
    state: State
    case: str | None = None
    document: Document | None = None
    reason: str | None = None  # a code, where it is in quarantine
    message: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What intake works with."""

    workspace: Workspace
    register: Register
    pack: Pack
    organisation: Organisation
    how: HowToRead
    now: dt.datetime
    today: dt.date
    by: str


@dataclass(frozen=True, slots=True)
class _Offered:
    """A file in hand."""

    path: Path
    data: bytes
    sha256: str
    guard: Guard


def find_received(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to take in, folders searched, in order; what systems leave behind is passed over.

    Raises:
        InputError: a path is not there.
    """
    found: list[Path] = []
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(str(path), "is not there", "Check the name.", code="not-found")
        is_folder = path.is_dir()
        inside = sorted(_inside(path)) if is_folder else [path]
        found.extend(p for p in inside if not is_folder or not _is_litter(p.relative_to(path)))
    return tuple(dict.fromkeys(found))


def _inside(folder: Path) -> Iterator[Path]:
    """Everything in a folder and those below it that is no folder itself, or cannot be looked into."""
    closed: list[Path] = []
    for place, _, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        yield from (Path(place, name) for name in names)
    yield from closed


def _is_litter(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    noted = path.name.endswith(REASON)
    return hidden or noted or path.name.lower() in _LITTER or path.suffix.lower() in _NO_DOCUMENTS


def take_in(path: Path, desk: Desk, *, guard: Guard, dry_run: bool = False) -> Iterator[Received]:
    """Take in one file: every document of it."""
    try:
        data = read_original(path)
    except InputError as error:
        yield _take_unread(path, error, desk, dry_run=dry_run)
        return
    sha256 = digest(data)
    if desk.register.filing(sha256) is not None:
        documents = desk.register.filings_of(container=sha256)
        if dry_run or not any(filing.waits for filing in documents):
            yield from (_already(str(path), filing) for filing in documents if filing.path)
            return
    outcomes = read_guarded(path, desk.how, guard=guard)
    offered = _Offered(path, data, sha256, guard)
    for outcome in outcomes:
        yield _take_outcome(outcome, offered, desk, dry_run=dry_run)
    if not dry_run and desk.register.filing(sha256) is None:
        # An archive or e-mail is known only once all of it is in: a broken run takes up the rest.
        desk.register.append([], filings=[Filing(sha256, "", desk.today)])


def _take_unread(path: Path, error: InputError, desk: Desk, *, dry_run: bool) -> Received:
    """A file that cannot be held: in quarantine where it can be copied, else left where it is."""
    code, message = error.code, error.explanation
    if dry_run:
        return Received(str(path), State.QUARANTINED, reason=code, message=message)
    try:
        if code != "too-large" or path.stat().st_size > MAX_COPY:
            return Received(str(path), State.LEFT, reason=code, message=message)
        place = digest(os.fsencode(path))[:12]
        target = desk.workspace.quarantine / f"{place}-{safe_name(path.name)}"
        sha256 = copy_whole(path, target)
    except (InputError, OSError):
        return Received(str(path), State.LEFT, reason=code, message=message)
    filed = desk.register.filing(sha256)
    if filed is not None:
        return _already(str(path), filed)
    received = desk.how.received or desk.today
    where = desk.workspace.relative(target)
    filing = Filing(sha256, where, received, container=sha256, reason=code, message=message)
    note_reason(desk.workspace, filing)
    desk.register.append([], filings=[filing])
    return Received(str(path), State.QUARANTINED, reason=code, message=message)


def _take_outcome(outcome: Outcome, offered: _Offered, desk: Desk, *, dry_run: bool) -> Received:
    filed = desk.register.filing(outcome.sha256 or offered.sha256)
    problem = _why_not(outcome, desk)
    if filed is not None:
        if filed.waits and problem is None and isinstance(outcome, Document) and not dry_run:
            return _open_later(outcome, filed, desk)
        return _already(outcome.source, filed)
    if dry_run:
        document = outcome if isinstance(outcome, Document) else None
        state = State.QUARANTINED if problem else State.READ
        return Received(outcome.source, state, None, document, *(problem or (None, "")))
    if problem is not None or isinstance(outcome, Failure):
        code, message = problem or ("damaged", "cannot be read")
        return _quarantine(outcome, code, message, offered, desk)
    return _open(outcome, offered, desk)


def _why_not(outcome: Outcome, desk: Desk) -> tuple[str, str] | None:
    """The code and words of why a document opens no case, or None."""
    if isinstance(outcome, Failure):
        return outcome.error.code, outcome.error.explanation
    if outcome.form.form is None:
        words = next((f.message for f in outcome.findings if f.code == "unknown-form"), "is no known form")
        return "unknown-form", f"{words} If it is a complaint, `hrdocs case new` opens a case for it."
    if _definition(outcome, desk.pack) is None:
        words = f"It is a {outcome.form.form} form, and this workspace is for {desk.pack.procedure.id}."
        return "other-procedure", words
    if all(answer.status is Status.MISSING for answer in outcome.form.answers.values()):
        return "blank-form", "Nothing is filled in. Ask the sender whether the right file was attached."
    return None


def _definition(document: Document, pack: Pack) -> FormDefinition | None:
    return next((form for form in pack.procedure.forms if form.id == document.form.form), None)


def _open(document: Document, offered: _Offered, desk: Desk) -> Received:
    definition = _definition(document, desk.pack)
    assert definition is not None  # noqa: S101 - _why_not has seen to it
    received = document.received or _raised_day(document) or desk.today
    original, name = _original(document, offered)

    def make(ref: str) -> tuple[list[Event], list[Filing]]:
        target = desk.workspace.case_folder(ref) / "originals" / name
        write_whole(target, original)
        where = desk.workspace.relative(target)
        body = opening_data(document, definition, desk.pack, original=(where, digest(original)))
        event = Event(ref, RECEIVED, received, desk.now, desk.by, body)
        filing = Filing(document.sha256, where, received, container=offered.sha256, case=ref)
        return [event], [filing]

    ref = desk.register.open_case(desk.organisation.case_prefix, received.year, make)
    return Received(document.source, State.OPENED, ref, document)


def _open_later(document: Document, filing: Filing, desk: Desk) -> Received:
    """Open the case of a file that had waited and can be read now."""
    definition = _definition(document, desk.pack)
    assert definition is not None  # noqa: S101 - _why_not has seen to it
    data = {**opening_data(document, definition, desk.pack, original=("", "")), "originals": []}
    opening = Event("", RECEIVED, filing.received, desk.now, desk.by, data)
    who = Settler(desk.workspace, desk.register, desk.today, desk.now, desk.by)
    reason = "It could be read when it was offered again."
    prefix = desk.organisation.case_prefix
    ref = settle_as_new(filing, opening, prefix, who, reason=reason, later=Settled.READ)
    return Received(document.source, State.OPENED, ref, document)


def _raised_day(document: Document) -> dt.date | None:
    raised = document.verdict.raised if document.verdict else None
    return raised.day if raised else None


def _original(document: Document, offered: _Offered) -> tuple[bytes, str]:
    """The bytes to file for one case: of an archive or e-mail with several, only this one's."""
    source = str(offered.path)
    member = document.source.removeprefix(source).removeprefix("!")
    if not member:
        return offered.data, safe_name(offered.path.name)
    # the container is as foreign as the document: it is opened under the guard, too
    part = offered.guard.call(source, find_part, offered.data, name=source, sha256=document.sha256)
    return part, safe_name(member)


def _quarantine(outcome: Outcome, code: str, message: str, offered: _Offered, desk: Desk) -> Received:
    """Keep what cannot be used, with its reason: it still counts as received today."""
    sha256 = outcome.sha256 or offered.sha256
    is_whole = "!" not in outcome.source.removeprefix(str(offered.path))
    kept = sha256 if is_whole else offered.sha256
    target = desk.workspace.quarantine / f"{kept[:12]}-{safe_name(offered.path.name)}"
    if not target.exists():  # a file with many bad parts is kept once
        write_whole(target, offered.data)
    received = desk.how.received or desk.today
    where = desk.workspace.relative(target)
    filing = Filing(sha256, where, received, container=offered.sha256, reason=code, message=message)
    note_reason(desk.workspace, filing)
    desk.register.append([], filings=[filing])
    document = outcome if isinstance(outcome, Document) else None
    return Received(outcome.source, State.QUARANTINED, None, document, code, message)


def _already(source: str, filing: Filing) -> Received:
    settled = f"settled on {filing.settled}: {filing.outcome}" if filing.settled else ""
    reason = filing.reason if filing.waits else None
    return Received(source, State.KNOWN, filing.case, None, reason, settled or filing.message)
