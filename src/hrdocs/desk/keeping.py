"""Where a workspace keeps its register, and the proof that log, originals and issued letters are whole.

A fault names the case and the event, never a file: file names can hold a person's name.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.packs import digest_of
from hrdocs.register import Fault, Place, Register
from hrdocs.rules.workflow import DOCUMENT_ADDED, RECEIVED
from hrdocs.workspace import Workspace, read_organisation

KEYS_FILE = "keys.db"
QUARANTINED = "file-received"
SETTLED = "file-settled"


def place_in(workspace: Workspace) -> Place:
    """Where the workspace's register and its keys are, and the passphrase where one is set.

    Raises:
        PackError: organisation.toml has mistakes.
        RegisterError: the file that should hold the passphrase cannot be read.
    """
    organisation = read_organisation(workspace)
    return Place(
        organisation.register or str(workspace.register),
        organisation.keys or str(workspace.folder / KEYS_FILE),
        find_passphrase(),
    )


def find_passphrase() -> str | None:
    """The passphrase of the keys: HRDOCS_PASSPHRASE, else the first line of HRDOCS_PASSPHRASE_FILE.

    Raises:
        RegisterError: that file cannot be read.
    """
    given = os.environ.get("HRDOCS_PASSPHRASE")
    path = os.environ.get("HRDOCS_PASSPHRASE_FILE")
    if given or not path:
        return given or None
    try:
        return Path(path).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r") or None
    except (OSError, UnicodeDecodeError):
        raise RegisterError(
            "HRDOCS_PASSPHRASE_FILE",
            "names a file that cannot be read",
            "Check the path and its permissions.",
        ) from None


def digest_file(path: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class WorkspaceProof:
    """How much was looked at, and everything that is not as it was recorded."""

    events: int
    cases: int
    erased: int
    originals: int
    letters: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    """A filed file as the log describes it; any of the digests will do."""

    path: str
    digests: tuple[str, ...]
    name: str
    seq: int


@dataclass(slots=True)
class _Papers:
    """Every file that the log says is there."""

    originals: list[_Paper] = field(default_factory=list)
    letters: list[_Paper] = field(default_factory=list)
    packs: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: dict[str, _Paper] = field(default_factory=dict)
    _drafts: dict[tuple[str, str, str], Mapping[str, Any]] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """Note the files that an event files."""
        data: Mapping[str, Any] = event.data
        if event.kind == RECEIVED:
            self._take_received(event, data)
        elif event.kind == QUARANTINED and data.get("reason") and data.get("path"):
            digests = (str(data["sha256"]), str(data["container"]))
            name = f"the file in quarantine that was received on {event.on.isoformat()}"
            self.waiting[str(data["sha256"])] = _Paper(str(data["path"]), digests, name, event.seq)
        elif event.kind == SETTLED and data.get("case"):
            self.waiting.pop(str(data["sha256"]), None)
        elif event.kind == DOCUMENT_ADDED:
            name = f"{event.case}: a file that was added"
            self.originals.append(_Paper(str(data["path"]), (str(data["sha256"]),), name, event.seq))
        elif event.kind.startswith("letter-"):
            key = (event.case, str(data.get("letter")), str(data.get("to")))
            filed = {**self._drafts.get(key, {}), **{k: v for k, v in data.items() if v}}
            self._drafts[key] = filed
            if event.kind == "letter-issued" and filed.get("path"):
                name = f"{event.case}: the issued letter {filed.get('letter')} to {filed.get('to')}"
                self.letters.append(_Paper(str(filed["path"]), (str(filed.get("sha256")),), name, event.seq))
                for row in _rows(data.get("editions")):
                    self.letters.append(
                        _Paper(str(row["path"]), (str(row["sha256"]),), f"{name} (edition)", event.seq)
                    )

    def _take_received(self, event: Event, data: Mapping[str, Any]) -> None:
        rows = data.get("originals")
        for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
            name = f"{event.case}: original {number}"
            self.originals.append(_Paper(str(row["path"]), (str(row["sha256"]),), name, event.seq))
        if data.get("pack_digest"):
            self.packs.setdefault((str(data["pack"]), str(data["pack_digest"])), event.case)


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def verify_workspace(workspace: Workspace, register: Register) -> WorkspaceProof:
    """Prove the log, then every original and every issued letter against the digests in it."""
    from hrdocs.register.verifying import verify_log

    papers = _Papers()
    proof = verify_log(register, papers.take)
    faults = list(proof.faults)
    for paper in (*papers.originals, *papers.waiting.values(), *papers.letters):
        faults += _check_paper(workspace.folder / paper.path, paper)
    faults += _check_packs(workspace, papers)
    faults += _left_folders(workspace, register)
    return WorkspaceProof(
        proof.events,
        proof.cases,
        proof.erased,
        len(papers.originals) + len(papers.waiting),
        len(papers.letters),
        tuple(faults),
    )


def _check_paper(path: Path, paper: _Paper) -> Iterator[Fault]:
    name = f"{paper.name} (event {paper.seq})"
    try:
        if not path.is_file():
            yield Fault("missing-file", f"{name} is missing", paper.seq)
        elif digest_file(path) not in paper.digests:
            yield Fault("changed-file", f"{name} is not the one recorded", paper.seq)
    except OSError as error:  # one file on a bad disk, or closed to the reader, does not hide the others
        yield Fault("unreadable-file", f"{name} cannot be read ({error.strerror})", paper.seq)


def _check_packs(workspace: Workspace, papers: _Papers) -> Iterator[Fault]:
    for (pack, digest), ref in papers.packs.items():
        folder = workspace.packs / f"{pack}-{digest[:16]}"
        if not folder.is_dir():
            yield Fault("missing-pack", f"{ref}: its procedure packs/{folder.name} is missing")
        elif digest_of(folder) != digest:
            yield Fault("changed-pack", f"{ref}: its procedure packs/{folder.name} was changed")


def _left_folders(workspace: Workspace, register: Register) -> Iterator[Fault]:
    for ref in register.erased():
        if workspace.case_folder(ref).exists():
            yield Fault(
                "unfinished-erasure", f"{ref}: files of the erased case are still there: run `hrdocs retain`"
            )
