"""A copy of a whole workspace that verifies, and a workspace from such a copy.

A backup is a folder: the register and its keys as SQLite files wherever they live, every other file of
the workspace as it is, and `backup.json` with the digest of each. It appears under its name only when
it is complete. It holds the keys: it must be kept as safe as the workspace.
"""

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hrdocs import __version__
from hrdocs.desk.keeping import KEYS_FILE, WorkspaceProof, digest_file, find_passphrase, verify_workspace
from hrdocs.errors import RegisterError, UsageError
from hrdocs.register import Place, Register, open_register
from hrdocs.register.copying import copy_register
from hrdocs.workspace import ORGANISATION, Workspace, make_private_folder, open_workspace, write_whole

MANIFEST = "backup.json"
MADE = "backup-made"
_DATABASES = re.compile(r"(register|keys)\.db(-wal|-shm|-journal)?")
_SERVER = re.compile(r"^(\s*)(register|keys)(\s*=)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a backup or a restore has made, and its proof. `made` is the day of the backup."""

    folder: Path
    files: int
    made: str
    proof: WorkspaceProof


def plan_backup(workspace: Workspace, target: Path) -> tuple[str, ...]:
    """The files that a backup would hold beside register and keys, as paths in the workspace.

    Raises:
        UsageError: the target is not empty, or lies in the workspace.
    """
    _check_target(target, workspace.folder)
    return tuple(path.relative_to(workspace.folder).as_posix() for path in _files(workspace.folder))


def make_backup(
    workspace: Workspace, register: Register, target: Path, *, now: dt.datetime, today: dt.date, by: str
) -> Copied:
    """Copy the workspace into a new folder, verify the copy, and record that it was made.

    Raises:
        UsageError: the target is not empty, or lies in the workspace.
        RegisterError: a file cannot be read or written; nothing is left at the target.
    """
    _check_target(target, workspace.folder)

    def fill(part: Path) -> tuple[int, WorkspaceProof]:
        copy = Place(str(part / "register.db"), str(part / KEYS_FILE), find_passphrase())
        events = copy_register(register, copy)
        digests = {}
        for path in _files(workspace.folder):
            name = path.relative_to(workspace.folder).as_posix()
            digests[name] = _copy(path, part / name)
        for name in ("register.db", KEYS_FILE):
            digests[name] = digest_file(part / name)
        _write_manifest(part, digests, events, now)
        return len(digests), _prove(part, copy)

    files, proof = _whole(target, fill)
    place = {"place": str(target.resolve()), "events": str(proof.events)}
    register.note(MADE, on=today, now=now, by=by, data=place)
    return Copied(target, files, now.date().isoformat(), proof)


def restore_backup(backup: Path, target: Path, *, dry_run: bool = False) -> Copied | None:
    """Make a workspace from a backup in an empty folder, and verify it. A dry run checks the backup only.

    The restored workspace keeps its register in files; addresses of a server are commented out, so that
    it cannot touch the live one.

    Raises:
        UsageError: the target is not empty.
        RegisterError: the folder is no backup, or a file of it is missing or was changed.
    """
    files, made = _read_manifest(backup)
    _check_target(target, backup)
    for name, digest in files.items():
        path = backup / name
        if not path.is_file() or digest_file(path) != digest:
            fact = f"file {list(files).index(name) + 1} of {len(files)} is missing or was changed"
            raise RegisterError(str(backup), fact, "Use another backup; nothing was restored.")
    if dry_run:
        return None

    def fill(part: Path) -> tuple[int, WorkspaceProof]:
        for name in files:
            _copy(backup / name, part / name)
        settings = part / ORGANISATION
        text = _SERVER.sub(r"\1# \2\3", settings.read_text(encoding="utf-8"))
        write_whole(settings, text.encode())
        for name in ("inbox", "cases"):
            make_private_folder(part / name)
        place = Place(str(part / "register.db"), str(part / KEYS_FILE), find_passphrase())
        return len(files), _prove(part, place)

    count, proof = _whole(target, fill)
    return Copied(target, count, made, proof)


def _prove(folder: Path, place: Place) -> WorkspaceProof:
    register = open_register(place)
    try:
        return verify_workspace(open_workspace(folder), register)
    finally:
        register.close()


def _whole(target: Path, fill: Callable[[Path], tuple[int, WorkspaceProof]]) -> tuple[int, WorkspaceProof]:
    """Fill a folder beside the target and give it the target's name once it is complete."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        make_private_folder(part)
        made = fill(part)
        if target.is_dir():
            target.rmdir()
        part.replace(target)
    except OSError as error:
        raise RegisterError(
            str(target),
            f"could not be written ({error.strerror}); nothing was kept",
            "See that there is room and that you may write there, and try again.",
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return made


def _files(folder: Path) -> Iterator[Path]:
    """Every file of a workspace that is no database and no left-over of a broken write, in order."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = inside.name.startswith(".") and inside.suffix == ".part"
        is_database = len(inside.parts) == 1 and _DATABASES.fullmatch(inside.name)
        if path.is_file() and not path.is_symlink() and not hidden and not is_database:
            yield path


def _copy(source: Path, target: Path) -> str:
    """Copy a file, privately and flushed to disk, and give its digest."""
    make_private_folder(target.parent)
    target.touch(mode=0o600)
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())
    return digest_file(target)


def _check_target(target: Path, source: Path) -> None:
    place, inside = target.resolve(), source.resolve()
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise UsageError(str(target), "is not an empty folder", "Name a new one.")
    if place == inside or inside in place.parents:
        raise UsageError(str(target), "lies inside what is copied", "Name a folder elsewhere.")


def _write_manifest(part: Path, files: dict[str, str], events: int, now: dt.datetime) -> None:
    found = {"made": now.isoformat(), "hrdocs": __version__, "events": events, "files": files}
    write_whole(part / MANIFEST, json.dumps(found, ensure_ascii=False, indent=1).encode())


def _read_manifest(backup: Path) -> tuple[dict[str, str], str]:
    """The files of a backup with their digests, and the day on which it was made."""
    problem = RegisterError(str(backup), "is no backup of hrdocs", f"It must hold {MANIFEST}, whole.")
    try:
        found = json.loads((backup / MANIFEST).read_bytes())
        files = {str(name): str(value) for name, value in found["files"].items()}
        made = dt.datetime.fromisoformat(found["made"]).date().isoformat()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise problem from None
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name.split("/")[0]:
            raise problem
    if not {"register.db", KEYS_FILE, ORGANISATION} <= set(files):
        raise problem
    return files, made
