"""Where the files that ship with hrdocs are: `templates` (packs, calendars) and `samples`.

A wheel holds them beside this module in `shipped/`; a clone and an editable install hold them at the
root of the repository.
"""

from pathlib import Path

from hrdocs.errors import UnavailableError

_HERE = Path(__file__).resolve().parent


def shipped_folder(name: str) -> Path:
    """Return the folder of that name that ships with hrdocs: `templates` or `samples`.

    Raises: UnavailableError, where the installation is not whole.
    """
    for folder in (_HERE / "shipped" / name, _HERE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise UnavailableError(
        name, "this installation of hrdocs does not hold its own folder", "Install hrdocs again."
    )
