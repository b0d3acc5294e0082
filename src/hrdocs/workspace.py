"""The workspace: a folder with `organisation.toml`, the register, the inbox and a folder per case.

Files are written whole or not at all (a temporary name beside the target, flushed, then renamed) and
are private to their owner: 0600, folders 0700. On Windows, where modes do nothing, each folder that is
made is closed with an access list, which what is made in it inherits. An original is stored as it came
and never changed.
"""

import errno
import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from hrdocs.errors import InputError, PackError, RegisterError, UsageError
from hrdocs.organisation import Closure, Organisation, Retention, Signatory, StatutoryFigure
from hrdocs.rules.statutory import STATUTORY_LIMITS
from hrdocs.tools import access
from hrdocs.tools.records import R, read_record
from hrdocs.tools.toml import read_toml
from hrdocs.words import did_you_mean

ORGANISATION = "organisation.toml"
_PREFIX = re.compile("[A-Za-z][A-Za-z0-9-]{0,19}")  # it names folders, and stands in commands
MAX_ORIGINAL = 64 * 1024**2

_BLOCK = 1024**2
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"|?*]')
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)

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

# How long closed cases are kept. The procedure gives no figure: decide one, and say why.
# [[retention]]
# months = 72
# reason = "claims under a contract can be brought for six years"

# A tribunal's own time limit, once you have checked it against the law. Until then no figure is given.
# [[statutory]]
# id = "{limit}"   # or {others}
# months = 0
# verified = 2026-11-02        # the day on which you checked it
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
    if folder.is_dir() and access.is_windows():
        access.close_to_others(workspace.folder)
    text = organisation.read_bytes() if organisation else _new_organisation(pack)
    write_whole(workspace.folder / ORGANISATION, text)
    for part in (workspace.inbox, workspace.folder / "cases"):
        make_private_folder(part)
    return workspace


def _new_organisation(pack: str) -> bytes:
    limit, *others = (limit.id for limit in STATUTORY_LIMITS)
    return _NEW_ORGANISATION.format(pack=pack, limit=limit, others=", ".join(others)).encode()


def read_organisation(workspace: Workspace) -> Organisation:
    """The organisation's facts.

    Raises:
        PackError: with every mistake of organisation.toml.
    """
    path = workspace.folder / ORGANISATION
    problems: list[str] = []
    try:
        head = read_toml(path)
    except ValueError as error:
        raise PackError(str(path), [f"is no valid TOML: {error}"], next_step="Mend it.") from error
    signatories = _read_rows(Signatory, head, "signatory", problems)
    closures = _read_rows(Closure, head, "closure", problems)
    retention = _read_rows(Retention, head, "retention", problems)
    statutory = _read_rows(StatutoryFigure, head, "statutory", problems)
    found = read_record(
        Organisation, head, ORGANISATION, problems, signatories=signatories, closures=closures,
        retention=retention, statutory=statutory,
    )  # fmt: skip
    problems += _statutory_problems(statutory)
    if found is not None and not _PREFIX.fullmatch(found.case_prefix):
        problems.append("key 'case_prefix' must be letters, figures and hyphens, at most 20, a letter first")
    if found is None or problems:
        told = [problem.removeprefix(f"{ORGANISATION}: ") for problem in problems]
        raise PackError(str(path), told, next_step="Mend it.")
    return found


def _read_rows(kind: type[R], head: dict[str, Any], key: str, problems: list[str]) -> tuple[R, ...]:
    """The `[[key]]` tables of a file, taken out of it."""
    rows = head.pop(key, [])
    if not isinstance(rows, list):
        problems.append(f"[[{key}]] must be written with double brackets")
        return ()
    found = [read_record(kind, row, f"[[{key}]] {n}", problems) for n, row in enumerate(rows, 1)]
    return tuple(one for one in found if one is not None)


def _statutory_problems(figures: Sequence[StatutoryFigure]) -> list[str]:
    known = {limit.id for limit in STATUTORY_LIMITS}
    problems = []
    for n, figure in enumerate(figures, 1):
        if figure.id not in known:
            said = did_you_mean(figure.id, known) or f" (it is one of {', '.join(sorted(known))})"
            problems.append(f"[[statutory]] {n}: unknown id '{figure.id}'{said}")
        if figure.months < 1:
            problems.append(f"[[statutory]] {n}: key 'months' must be 1 or more")
    return problems


def make_private_folder(folder: Path) -> None:
    """The folder, and those above it that are missing, open to their owner only."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)
    if missing and access.is_windows() and find_workspace(missing[-1].parent) is None:
        access.close_to_others(missing[-1])  # the uppermost: the others inherit


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises:
        RegisterError: the disk is full or the folder cannot be written.
    """
    _write(path, (data,))


def _write(path: Path, blocks: Iterable[bytes]) -> None:
    try:
        make_private_folder(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            if access.is_windows() and find_workspace(path.parent) is None:  # an export, in an open folder
                access.close_to_others(Path(temporary))
            with os.fdopen(handle, "wb") as out:
                out.writelines(blocks)
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


def read_original(path: Path, *, at_most: int = MAX_ORIGINAL) -> bytes:
    """A received file's bytes. Only a file is opened: a pipe or a device would never come to its end.

    Raises:
        InputError: it is not there, may not be read, is no file, or is larger than `at_most` bytes.
    """
    name = str(path)
    try:
        # not blocking: between the look and the opening a pipe may have taken the file's place
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _no_file(name)
            data = file.read(at_most + 1)
    except FileNotFoundError:
        raise InputError(name, "is not there", "Check the name.", code="not-found") from None
    except (OSError, ValueError) as error:
        if (path.is_dir() and os.access(path, os.R_OK)) or (
            isinstance(error, OSError) and error.errno == errno.ENXIO
        ):
            raise _no_file(name) from None
        fact = f"cannot be opened ({getattr(error, 'strerror', None) or 'it has no possible name'})"
        step = "Check its name and permissions."
        raise InputError(name, fact, step, code="not-found") from error
    if len(data) > at_most:
        size = f"is larger than {at_most // 1024**2} MB"
        raise InputError(name, size, "Ask for it in smaller parts.", code="too-large")
    return data


def _no_file(name: str) -> InputError:
    fact = "is no file but a folder, a pipe or a device"
    return InputError(name, fact, "Name the files that are meant.", code="not-supported")


def copy_whole(source: Path, target: Path) -> str:
    """Copy a file too large to hold, whole or not at all; its digest.

    Raises:
        InputError: the source cannot be read.
        RegisterError: the target cannot be written.
    """
    summed = hashlib.sha256()
    try:
        with source.open("rb") as file:
            while block := file.read(_BLOCK):
                summed.update(block)
            file.seek(0)
            _write(target, iter(lambda: file.read(_BLOCK), b""))
    except OSError as error:
        fact = f"cannot be opened ({error.strerror})"
        raise InputError(str(source), fact, "Check its permissions.", code="not-found") from error
    return summed.hexdigest()


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def safe_name(name: str) -> str:
    """A file name that every system takes, from one that somebody sent.

    Folders, control characters, marks that turn the direction of writing, and characters or names
    that Windows refuses are left out; long names are cut, the ending kept.
    """
    plain = PurePath(name.replace("\\", "/")).name.encode("utf-8", "ignore").decode()
    plain = _UNSAFE.sub("", plain).strip(" .").lstrip("-")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    if _RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"{stem}_"
    return f"{_shortened(stem, 150) or 'file'}{dot}{_shortened(suffix, 12)}"


def _shortened(text: str, size: int) -> str:
    """At most so many bytes: systems count bytes, not letters."""
    return text.encode()[:size].decode(errors="ignore").strip(" .")
