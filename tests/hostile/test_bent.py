"""Bent samples and grown files, all read by one child."""

import datetime as dt
from pathlib import Path

from tests.hostile import grown_files, mutated_files
from tests.hostile.kinds import Hostile
from tests.hostile.make_hostile import write_files

from hrdocs.desk.outcomes import Failure
from hrdocs.desk.reading import HowToRead, open_guard, read_guarded
from hrdocs.packs import shipped_packs

_SLOW = ("04-complaint", "03-complaint")  # scans


def outcomes_of(files: list[Hostile], folder: Path) -> dict[str, str]:
    """What became of each file: `read`, or the codes and facts of its errors."""
    how = HowToRead(tuple(p.resolve() for p in shipped_packs()), dt.date(2025, 8, 1))
    became = {}
    with open_guard() as guard:
        for one, path in zip(files, write_files(folder, files), strict=True):
            failed = [o for o in read_guarded(path, how, guard=guard) if isinstance(o, Failure)]
            became[one.name] = ",".join(sorted({f"{f.error.code}: {f.error.fact}" for f in failed})) or "read"
    return became


def test_bent_samples_are_read_or_refused(tmp_path: Path) -> None:
    """Of bent samples none ends its reader: each is read, or refused by a reader that saw what is wrong."""
    files = [one for one in mutated_files.files() if not any(word in one.name for word in _SLOW)][::60]
    became = outcomes_of(files, tmp_path)
    assert len(became) >= 25
    assert {name: told for name, told in became.items() if "ended the reader" in told} == {}


def test_grown_files_are_read_or_refused(tmp_path: Path) -> None:
    """Files that grow where readers do not look are read or refused, as they are expected to be."""
    files = [one for one in grown_files.files() if one.quick]
    became = outcomes_of(files, tmp_path)
    wrong = {
        one.name: became[one.name]
        for one in files
        if "ended the reader" in became[one.name]
        or (one.expect and became[one.name].partition(":")[0] not in one.expect.split("|"))
    }
    assert wrong == {}
