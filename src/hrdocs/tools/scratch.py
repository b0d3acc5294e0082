"""Working folders that are gone afterwards, even those of a process that was killed.

Conventions: a folder is alive while its maker holds the lock on a file in it, which the system lets go
with the process. Whoever makes the next folder removes those that are not.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PREFIX = "hrdocs-work-"
_ALIVE = ".alive"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A private folder for the time of the work."""
    sweep()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (folder / _ALIVE).open("w") as lock:
            _hold(lock)
            yield folder


def sweep() -> int:
    """Remove the folders of processes that ended without doing so; how many they were."""
    removed = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_left(folder):
                shutil.rmtree(folder)
                removed += 1
    return removed


def _is_left(folder: Path) -> bool:
    """Whether nobody holds a folder any more. One without its lock file is just being made."""
    lock = folder / _ALIVE
    if folder.is_symlink() or not lock.is_file():
        return False
    with lock.open("r+") as file:
        return _hold(file)


def _hold(file: IO[str]) -> bool:
    """Take the lock on a file until it is closed; False where another process has it."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
