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
from functools import cached_property
from pathlib import Path

from hrdocs.case import Event
from hrdocs.desk.offered import Held, Item, item_of, iter_received, read_item
from hrdocs.desk.opening import opening_data
from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.desk.reading import HowToRead, read_guarded
from hrdocs.desk.settling import Outcome as Settled
from hrdocs.desk.settling import Settler, note_reason, settle_as_new
from hrdocs.desk.unfinished import set_aside
from hrdocs.document import Document, Status
from hrdocs.errors import InputError, RegisterError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import FormDefinition
from hrdocs.read import find_part
from hrdocs.register import Filing, Register
from hrdocs.rules.workflow import RECEIVED
from hrdocs.tools.guard import Guard
from hrdocs.workspace import Workspace, copy_whole, digest, safe_name, write_whole

MAX_COPY = 1024**3  # bytes: a larger file is left where it is
CHANGED = "still-growing"


class State(StrEnum):
    """What became of one received document."""

    OPENED = "opened"
    KNOWN = "already here"
    QUARANTINED = "quarantined"
    READ = "would be opened"  # in a dry run
    LEFT = "left where it is"  # it could not even be copied
    GROWING = "left for the next run"  # it is still being written


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


class _Offered:
    """An item in hand. Its bytes are fetched when they are needed, and must be those that were read."""

    def __init__(self, item: Item, sha256: str, guard: Guard) -> None:
        self.item = item
        self.sha256 = sha256
        self.guard = guard

    @cached_property
    def data(self) -> bytes:
        """Raises InputError `still-growing` where other bytes were read before."""
        item = self.item
        data = self.guard.call(item.source, read_item, item) if item.is_stored else read_item(item)
        if digest(data) != self.sha256:
            step = "The next run takes it in."
            raise InputError(item.source, "is still being written", step, code=CHANGED)
        return data


@dataclass(frozen=True, slots=True)
class Looked:
    """An item before it is read: its digest, and where nothing needs to be read, what became of it."""

    item: Item | Held
    sha256: str = ""
    rows: tuple[Received, ...] | None = None


def find_received(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to take in, folders searched, in order; what systems leave behind is passed over.

    Raises:
        InputError: a path is not there.
    """
    return tuple(iter_received(paths))


def take_in(path: Path, desk: Desk, *, guard: Guard, dry_run: bool = False) -> Iterator[Received]:
    """Take in one file: every document of it."""
    item = item_of(path)
    looked = look_at(item, desk, dry_run=dry_run)
    if looked.rows is not None:
        yield from looked.rows
        return
    outcomes = read_guarded(path, desk.how, guard=guard)
    yield from take_read(outcomes, item, looked.sha256, desk, guard=guard, dry_run=dry_run)


def look_at(item: Item, desk: Desk, *, dry_run: bool = False, sha256: str = "") -> Looked:
    """Whether an item must be read. Its digest is given where another machine has taken it."""
    try:
        known = sha256 or digest(read_item(item))
    except InputError as error:
        return Looked(item, rows=(_take_unread(item, error, desk, dry_run=dry_run),))
    filed = desk.register.filing(known)
    if filed is not None:
        documents = desk.register.filings_of(container=known)
        if dry_run or not any(filing.waits for filing in documents):
            rows = tuple(_already(item.source, filing) for filing in documents if filing.path)
            # what first came inside an archive or e-mail, and now by itself, is filed under that
            return Looked(item, known, rows or (_already(item.source, filed),))
    return Looked(item, known)


def take_read(
    outcomes: Iterable[Outcome], item: Item, sha256: str, desk: Desk, *, guard: Guard, dry_run: bool = False
) -> Iterator[Received]:
    """File what was read of an item: a case, or quarantine, for every document of it."""
    offered = _Offered(item, sha256, guard)
    try:
        for outcome in outcomes:
            yield _take_outcome(outcome, offered, desk, dry_run=dry_run)
    except InputError as error:
        # its bytes can no longer be had, or are others by now: nothing more of it is filed
        state = State.GROWING if error.code == CHANGED else State.LEFT
        yield Received(item.source, state, reason=error.code, message=error.explanation)
        return
    if not dry_run and desk.register.filing(sha256) is None:
        # An archive or e-mail is known only once all of it is in: a broken run takes up the rest.
        desk.register.append([], filings=[Filing(sha256, "", desk.today)])


def _take_unread(item: Item, error: InputError, desk: Desk, *, dry_run: bool) -> Received:
    """A file that cannot be held: in quarantine where it can be copied, else left where it is."""
    code, message, path = error.code, error.explanation, Path(item.place)
    is_kept = path.parent == desk.workspace.quarantine  # it waits there already
    if item.is_stored or item.end is not None or is_kept:
        return Received(item.source, State.LEFT, reason=code, message=message)
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
    try:
        if problem is not None or isinstance(outcome, Failure):
            code, message = problem or ("damaged", "cannot be read")
            return _quarantine(outcome, code, message, offered, desk)
        return _open(outcome, offered, desk)
    except RegisterError as error:
        filed = desk.register.filing(outcome.sha256 or offered.sha256)
        if error.code != "changed" or filed is None:
            raise
        return _already(outcome.source, filed)  # somebody else has taken it in just now


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
        set_aside(desk.workspace, ref)
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
    source = offered.item.source
    member = document.source.removeprefix(source).removeprefix("!")
    if not member:
        return offered.data, safe_name(offered.item.name)
    # the container is as foreign as the document: it is opened under the guard, too
    part = offered.guard.call(source, find_part, offered.data, name=source, sha256=document.sha256)
    return part, safe_name(member)


def _quarantine(outcome: Outcome, code: str, message: str, offered: _Offered, desk: Desk) -> Received:
    """Keep what cannot be used, with its reason: it still counts as received today."""
    sha256 = outcome.sha256 or offered.sha256
    is_whole = "!" not in outcome.source.removeprefix(offered.item.source)
    kept = sha256 if is_whole else offered.sha256
    target = desk.workspace.quarantine / f"{kept[:12]}-{safe_name(offered.item.name)}"
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
