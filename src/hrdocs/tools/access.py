"""Who may open a file on Windows: access lists set with `icacls`.

On other systems the modes 0600 and 0700 do this and nothing here is called. A folder is closed once: what
is made in it later inherits its list. The list names the person who runs hrdocs and the system itself (for
backups of the machine), nobody else.
"""

import getpass
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from hrdocs.errors import RegisterError

SYSTEM = "*S-1-5-18"
_TIMEOUT = 60.0

# What runs a command and gives its exit code.
Run = Callable[[Sequence[str]], int]


def is_windows() -> bool:
    """Whether files have access lists and no modes."""
    return os.name == "nt"


def owner() -> str:
    """The person who runs hrdocs, as `icacls` knows them."""
    domain = os.environ.get("USERDOMAIN", "")
    return f"{domain}\\{getpass.getuser()}" if domain else getpass.getuser()


def run_command(command: Sequence[str]) -> int:
    """Run a command without a word; its exit code, 127 where it is not there or does not end."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_TIMEOUT)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return 127
    return done.returncode


def close_to_others(path: Path, *, run: Run = run_command, whom: str = "") -> None:
    """Take the inherited list from a file or folder and let in only its owner and the system.

    Raises:
        RegisterError: the list could not be set, so that others might read what is put there.
    """
    full = "(OI)(CI)F" if path.is_dir() else "F"
    person = whom or owner()
    command = [
        "icacls",
        str(path),
        "/inheritance:r",
        "/grant:r",
        f"{person}:{full}",
        f"{SYSTEM}:{full}",
        "/q",
    ]
    if run(command) != 0:
        raise RegisterError(
            str(path), "cannot be closed to other people (icacls)",
            "Choose a folder on a local NTFS disk that you own, and run the command again.",
        )  # fmt: skip
