"""Files in quarantine settled by a person: no complaint, part of a case, or a case of its own.

Until then such a file counts as a complaint received that day. What a person says is recorded with who,
when and why. The reason of its waiting stands beside it in `NAME.reason.txt`. A copy in quarantine goes
once all that came in it has its place in a case; what was no complaint stays until its erasure is decided.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hrdocs.case import Event, Json
from hrdocs.errors import RegisterError, UsageError
from hrdocs.register import Filing, Register
from hrdocs.register.filed import settling_event
from hrdocs.rules.workflow import DOCUMENT_ADDED
from hrdocs.workspace import Workspace, digest, safe_name, write_whole

REASON = ".reason.txt"
_SHORTEST = 6  # letters of a digest that name a file


class Outcome(StrEnum):
    """What a person said of a file, or a later reading found."""

    NO_COMPLAINT = "no-complaint"
    CASE = "case"
    NEW = "new-case"
    READ = "read-later"


@dataclass(frozen=True, slots=True)
class Settler:
    """Who settles, where and when."""

    workspace: Workspace
    register: Register
    today: dt.date
    now: dt.datetime
    by: str


def find_waiting(register: Register, name: str) -> Filing:
    """The file in quarantine that is meant: by its path, its name, or how its digest begins.

    Raises:
        UsageError: none or several of the files that wait are meant.
    """
    waiting = [filing for filing in register.filings() if filing.waits]
    found = [filing for filing in waiting if _is_named(filing, name)]
    if len(found) == 1:
        return found[0]
    if found:
        digests = ", ".join(filing.sha256[:12] for filing in found)
        raise UsageError(
            name, f"holds {len(found)} documents that wait", f"Name one by its digest: {digests}."
        )
    raise UsageError(name, "is no file that waits in quarantine", "`hrdocs case list` shows those that do.")


def _is_named(filing: Filing, name: str) -> bool:
    path = Path(filing.path)
    plain = path.name.partition("-")[2]
    by_name = name in (filing.path, path.name, plain) or Path(name).name == path.name
    return by_name or (len(name) >= _SHORTEST and filing.sha256.startswith(name.lower()))


def settle_as_no_complaint(filing: Filing, reason: str, desk: Settler) -> None:
    """Record that a file is no complaint, and why. It stays in quarantine until its erasure is decided."""
    event = settling_event(
        filing, Outcome.NO_COMPLAINT, reason, case=None, on=desk.today, now=desk.now, by=desk.by
    )
    desk.register.append([event])
    note_reason(desk.workspace, filing, f"Settled on {desk.today} by {desk.by}: no complaint. {reason}")


def settle_into_case(filing: Filing, ref: str, reason: str, desk: Settler, *, seen: int) -> Path:
    """File a waiting file in a case that is there already. `seen` is the case's last event.

    Raises:
        RegisterError: the case is unknown or has gone on, or the file is not the one received.
    """
    path, added = _added(filing, ref, desk)
    event = settling_event(filing, Outcome.CASE, reason, case=ref, on=desk.today, now=desk.now, by=desk.by)
    desk.register.append([added, event], seen={ref: seen})
    sweep(desk.workspace, desk.register)
    return path


def settle_as_new(
    filing: Filing,
    opening: Event,
    prefix: str,
    desk: Settler,
    *,
    reason: str = "",
    later: Outcome = Outcome.NEW,
) -> str:
    """Open a case for a waiting file, received on the day on which the file was; its reference.

    `opening` is the receipt of the complaint, its reference still to be given.

    Raises:
        RegisterError: the file is not the one received, or was settled meanwhile.
    """

    def make(ref: str) -> tuple[Sequence[Event], Sequence[Filing]]:
        _, added = _added(filing, ref, desk)
        first = Event(ref, opening.kind, filing.received, opening.at, opening.by, opening.data)
        event = settling_event(filing, later, reason, case=ref, on=desk.today, now=desk.now, by=desk.by)
        return [first, added, event], []

    ref = desk.register.open_case(prefix, filing.received.year, make)
    sweep(desk.workspace, desk.register)
    return ref


def _added(filing: Filing, ref: str, desk: Settler) -> tuple[Path, Event]:
    """A waiting file's copy among a case's originals, and the event that keeps it."""
    source = desk.workspace.folder / filing.path
    data = source.read_bytes() if source.is_file() else b""
    if digest(data) not in (filing.sha256, filing.container):
        fact = "is missing or is not the file that was received"
        raise RegisterError(filing.path, fact, "Restore it from a backup.")
    folder = desk.workspace.case_folder(ref) / "originals"
    name = safe_name(source.name.partition("-")[2] or source.name)
    path, number = folder / name, 2
    while path.exists() and path.read_bytes() != data:
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    write_whole(path, data)
    said: dict[str, Json] = {
        "path": desk.workspace.relative(path),
        "sha256": digest(data),
        "title": "File that had waited in quarantine",
    }  # fmt: skip
    return path, Event(ref, DOCUMENT_ADDED, filing.received, desk.now, desk.by, said)


def sweep(workspace: Workspace, register: Register) -> int:
    """Remove from quarantine what has its place in cases, and say how many files went."""
    filings = [filing for filing in register.filings() if filing.reason and filing.path]
    needed = {f.path for f in filings if f.waits or f.outcome == Outcome.NO_COMPLAINT}
    gone = {f.path for f in filings} - needed
    count = 0
    for path in sorted(gone):
        if (workspace.folder / path).is_file():
            (workspace.folder / path).unlink()
            count += 1
        (workspace.folder / f"{path}{REASON}").unlink(missing_ok=True)
    return count


def note_reason(workspace: Workspace, filing: Filing, more: str = "") -> None:
    """Write beside a file in quarantine why it waits, and what a person said of it."""
    lines = [
        f"{Path(filing.path).name}",
        f"Received {filing.received.isoformat()}. It counts as a complaint received that day until a person "
        "says otherwise.",
        f"Why it waits: {filing.message} ({filing.reason})",
        f"SHA-256 {filing.sha256}",
        more
        or f"To settle it: hrdocs case settle {filing.sha256[:12]} --no-complaint REASON, --case REF or "
        "--new. When it can be read now: hrdocs intake with this file.",
    ]
    beside = workspace.folder / f"{filing.path}{REASON}"
    text = "\n".join(lines) + "\n"
    if beside.is_file() and not more:  # a file with many bad parts tells of each
        before = beside.read_text(encoding="utf-8")
        text = before if text in before else f"{before}\n{text}"
    write_whole(beside, text.encode())
