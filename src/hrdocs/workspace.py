"""The workspace: a folder with `organisation.toml`, the register, the inbox and a folder per case.

Files are written whole or not at all (a temporary name beside the target, flushed, then renamed) and
are private to their owner: 0600, folders 0700. Windows has its own access lists; the modes do
nothing there. An original is stored as it came and never changed.
"""

import hashlib
import os
import re
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePath

from hrdocs.errors import InputError, PackError, RegisterError, UsageError
from hrdocs.organisation import Closure, Organisation, Signatory
from hrdocs.tools.records import read_record

ORGANISATION = "organisation.toml"

_NEW_ORGANISATION = """\
# The facts of your organisation. Letters take their letterhead and signatures from here; none is
# written until name, address, phone or email, and one signatory are filled in.
name = ""          # Example: "Lough Aird Borough Council"
short_name = ""    # Example: "the Council"
department = ""    # Example: "Human Resources"
address = []       # Example: ["Aird House", "12 Harbour Row", "Ballinderg"]
phone = ""
email = ""

# The procedure: the id of a shipped pack (`hrdocs pack list`) or a folder.
pack = "{pack}"

# Case references look like DW-2026-001.
case_prefix = "DW"

# Who signs. The first one signs where no other role fits.
[[signatory]]
role = "hr-representative"
name = ""
title = ""
phone = ""
email = ""

# Days on which you are closed beside the bank holidays. They do not count as working days.
# [[closure]]
# first = 2026-12-24
# last = 2026-12-24
# title = "Christmas Eve"
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where things are. Nothing is created by asking for a path."""

    folder: Path

    @property
    def register(self) -> Path:
        return self.folder / "register.db"

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def quarantine(self) -> Path:
        return self.folder / "quarantine"

    @property
    def packs(self) -> Path:
        return self.folder / "packs"

    def case_folder(self, ref: str) -> Path:
        return self.folder / "cases" / ref

    def relative(self, path: Path) -> str:
        """A path inside the workspace as the register keeps it."""
        return path.relative_to(self.folder).as_posix()


def find_workspace(start: Path) -> Workspace | None:
    """The nearest folder from `start` upwards that holds organisation.toml."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / ORGANISATION).is_file():
            return Workspace(folder)
    return None


def open_workspace(folder: Path) -> Workspace:
    """The workspace in a folder.

    Raises:
        UsageError: the folder is no workspace.
    """
    if not (folder / ORGANISATION).is_file():
        raise UsageError(
            str(folder), f"is no workspace (it has no {ORGANISATION})", f"`hrdocs init {folder}` makes one."
        )
    return Workspace(folder.resolve())


def create_workspace(folder: Path, *, pack: str, organisation: Path | None = None) -> Workspace:
    """A new workspace, its organisation.toml a copy of the one given or a form to fill in.

    Raises:
        UsageError: there is a workspace already.
    """
    if (folder / ORGANISATION).exists():
        raise UsageError(str(folder), "is a workspace already", "Nothing was changed.")
    workspace = Workspace(folder.resolve())
    for part in (workspace.folder, workspace.inbox, workspace.folder / "cases"):
        make_private_folder(part)
    text = organisation.read_bytes() if organisation else _NEW_ORGANISATION.format(pack=pack).encode()
    write_whole(workspace.folder / ORGANISATION, text)
    return workspace


def read_organisation(workspace: Workspace) -> Organisation:
    """The organisation's facts.

    Raises:
        PackError: with every mistake of organisation.toml.
    """
    path = workspace.folder / ORGANISATION
    problems: list[str] = []
    try:
        head = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(str(path), [f"is no valid TOML: {error}"]) from error
    signatories = [
        read_record(Signatory, row, f"[[signatory]] {n}", problems)
        for n, row in enumerate(head.pop("signatory", []), 1)
    ]
    closures = [
        read_record(Closure, row, f"[[closure]] {n}", problems)
        for n, row in enumerate(head.pop("closure", []), 1)
    ]
    found = read_record(
        Organisation, head, ORGANISATION, problems,
        signatories=tuple(s for s in signatories if s), closures=tuple(c for c in closures if c),
    )  # fmt: skip
    if found is None or problems:
        raise PackError(str(path), problems)
    return found


def make_private_folder(folder: Path) -> None:
    """The folder, and those above it that are missing, open to their owner only."""
    missing = [folder, *folder.parents]
    for part in reversed([p for p in missing if not p.exists()]):
        part.mkdir(mode=0o700, exist_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises:
        RegisterError: the disk is full or the folder cannot be written.
    """
    try:
        make_private_folder(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RegisterError(
            str(path), f"cannot be written ({error.strerror})", "Mend that and run the command again."
        ) from error


def read_original(path: Path) -> bytes:
    """A received file's bytes.

    Raises:
        InputError: it is not there or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), "is not there", "Check the name.", code="not-found") from None
    except OSError as error:
        raise InputError(
            str(path), f"cannot be opened ({error.strerror})", "Check its permissions.", code="not-found"
        ) from error


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def safe_name(name: str) -> str:
    """A file name that every system takes, from one that somebody sent.

    Folders, control characters and characters that Windows refuses are left out.
    """
    plain = PurePath(name.replace("\\", "/")).name
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "", plain).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    return f"{stem[:100] or 'file'}{dot}{suffix[:10]}"
