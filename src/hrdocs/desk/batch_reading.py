"""Reading as the work of a batch: what a worker is given, and what it gives back.

A worker of this machine reads the file itself. A worker of a cluster reads what stands at an address; a
file of this machine is sent along, and so are the packs, once for each worker, so that nothing but hrdocs
needs to be there.
"""

import datetime as dt
import hashlib
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from hrdocs.batch import guarded
from hrdocs.desk.offered import Item, read_item
from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.desk.reading import HowToRead, read_data
from hrdocs.errors import InputError
from hrdocs.workspace import digest

PRELOAD = ("hrdocs.desk.batch_reading",)

_BOXES: dict[str, HowToRead] = {}
_FOLDERS: list["tempfile.TemporaryDirectory[str]"] = []
_OPENING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Task:
    """An item to read; `data` are its bytes where they are sent along."""

    item: Item
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and the digest of the bytes; `gone` says why there were none."""

    sha256: str
    outcomes: tuple[Outcome, ...]
    gone: InputError | None = None


@dataclass(frozen=True, slots=True)
class PackBox:
    """Packs to send: for each its folder's name and its files, paths with their bytes."""

    name: str
    packs: tuple[tuple[str, tuple[tuple[str, bytes], ...]], ...]
    received: dt.date | None


def box_packs(how: HowToRead) -> PackBox:
    """The packs with all their files, to be sent to other machines."""
    packs = tuple(
        (
            folder.name,
            tuple(
                (path.relative_to(folder).as_posix(), path.read_bytes())
                for path in sorted(folder.rglob("*"))
                if path.is_file()
            ),
        )
        for folder in how.packs
    )
    summed = hashlib.sha256(repr(how.received).encode())
    for folder, files in packs:
        for name, data in files:
            summed.update(f"{folder}/{name}:{digest(data)}\n".encode())
    return PackBox(summed.hexdigest(), packs, how.received)


def read_here(task: Task, how: HowToRead) -> Read:
    """Read an item under this thread's guard.

    Raises:
        InputError: it took too long, too much memory, or ended the child.
    """
    return guarded(PRELOAD, task.item.source, read_task, task, how)


def read_there(task: Task, box: PackBox) -> Read:
    """The same in a worker of a cluster."""
    return read_here(task, _unboxed(box))


def look_there(item: Item) -> str:
    """The digest of what stands at an address, taken in a worker of a cluster."""
    return guarded(PRELOAD, item.source, _digest_of, item)


def read_task(task: Task, how: HowToRead) -> Read:
    """What the child does: fetch, then read, match, check and judge every document."""
    try:
        data = read_item(task.item) if task.data is None else task.data
    except InputError as error:
        return Read("", (), error)
    sha256 = digest(data)
    try:
        return Read(sha256, read_data(data, task.item.source, how))
    except InputError as error:
        return Read(sha256, (Failure(task.item.source, error),))


def _digest_of(item: Item) -> str:
    return digest(read_item(item))


def _unboxed(box: PackBox) -> HowToRead:
    """The packs in a folder of this worker, unpacked once."""
    with _OPENING:
        if box.name not in _BOXES:
            place = tempfile.TemporaryDirectory(prefix="hrdocs-packs-")
            _FOLDERS.append(place)  # it goes when the worker ends
            for folder, files in box.packs:
                for name, data in files:
                    path = Path(place.name, folder, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
            folders = tuple(Path(place.name, folder) for folder, _ in box.packs)
            _BOXES[box.name] = HowToRead(folders, box.received)
        return _BOXES[box.name]
