"""What a run that was broken off has left behind in the workspace, and how it is put right.

A case's originals are filed before the case is recorded. Where the run ended in between, they stand in
the folder of a case that does not exist yet. Whoever opens that case puts them aside first, so that no
case ever holds another's papers; they go once the register knows the same bytes.
"""

from pathlib import Path

from hrdocs.desk.keeping import digest_file
from hrdocs.register import Register
from hrdocs.workspace import Workspace, make_private_folder

FOLDER = "unfinished"
_WRITING_SECONDS = 600  # no file takes longer to write: an older one with a temporary name is nobody's


def set_aside(workspace: Workspace, ref: str) -> None:
    """Move away what stands in the folder of a case that is about to be opened."""
    folder = workspace.case_folder(ref)
    if not folder.is_dir() or not any(path.is_file() for path in folder.rglob("*")):
        return
    aside = workspace.folder / FOLDER
    make_private_folder(aside)
    target, number = aside / ref, 2
    while target.exists():
        target, number = aside / f"{ref}-{number}", number + 1
    folder.rename(target)


def sweep_unfinished(workspace: Workspace, register: Register, *, moment: float) -> int:
    """Remove what is filed elsewhere by now and what was half written; the number of files that stay.

    `moment` is now, in seconds of the system's clock.
    """
    for folder in (workspace.folder, workspace.quarantine):
        sweep_parts(folder, moment=moment)
    aside = workspace.folder / FOLDER
    kept = 0
    for path in sorted(aside.rglob("*"), reverse=True) if aside.is_dir() else ():
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif _is_part(path) or _is_filed(path, workspace, register):
            path.unlink(missing_ok=True)
        else:
            kept += 1
    if aside.is_dir() and not any(aside.iterdir()):
        aside.rmdir()
    return kept


def sweep_parts(folder: Path, *, moment: float) -> None:
    """Remove files that a broken run was writing."""
    if not folder.is_dir():
        return
    for path in folder.glob(".*.part"):
        if path.stat().st_mtime < moment - _WRITING_SECONDS:
            path.unlink(missing_ok=True)


def _is_part(path: Path) -> bool:
    return path.name.startswith(".") and path.suffix == ".part"


def _is_filed(path: Path, workspace: Workspace, register: Register) -> bool:
    filing = register.filing(digest_file(path))
    return filing is not None and bool(filing.path) and (workspace.folder / filing.path).is_file()
