"""What is offered to intake: files, messages in mail stores, files at addresses.

Nothing is read here but the first bytes of a file and the lines that part a store's messages. A file
that is still being written is held for the next run: its name says so, or it was changed a moment ago
and changes again while it is waited for.
"""

import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hrdocs.batch import is_address, iter_stored, read_stored
from hrdocs.desk.settling import REASON
from hrdocs.errors import InputError
from hrdocs.register import Filing
from hrdocs.tools.mail import FROM_LINE
from hrdocs.workspace import MAX_ORIGINAL, Workspace, read_original

QUIET_SECONDS = 2.0  # a file changed more recently is looked at twice, so far apart

# What systems leave in folders, and what hrdocs keeps beside its samples: never a complaint.
_LITTER = {"thumbs.db", "desktop.ini", "organisation.toml"}
_NO_DOCUMENTS = (".json", ".toml", ".md")
_DOCUMENTS = (
    ".docx",
    ".doc",
    ".docm",
    ".pdf",
    ".odt",
    ".rtf",
    ".eml",
    ".msg",
    ".zip",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
)
_UNFINISHED = (".part", ".tmp", ".crdownload", ".partial", ".download", ".filepart", ".opdownload")
_MAILDIR = ("cur", "new", "tmp")
_MESSAGE = re.compile(FROM_LINE + rb"$")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1024**2


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to take in. `source` is what results call it, `name` what it is filed as.

    `place` is a path or an address; `start` and `end` are the bytes of a message in a mail store.
    """

    source: str
    place: str
    name: str
    start: int = 0
    end: int | None = None

    @property
    def is_stored(self) -> bool:
        """Whether it stands at an address rather than on a path of this machine."""
        return is_address(self.place)


@dataclass(frozen=True, slots=True)
class Held:
    """A file that is not taken in now, and why."""

    source: str
    code: str
    message: str


class Seen:
    """What a watched folder held at earlier looks: a file that has not changed since is not read again."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[int, int]] = {}

    def is_new(self, path: Path) -> bool:
        """Whether a file is new or has changed; from now on it is not."""
        found = _look(path)
        if found is None:
            return True
        is_new = self._files.get(str(path)) != found
        self._files[str(path)] = found
        return is_new


def item_of(path: Path) -> Item:
    """A file as the thing to take in."""
    in_maildir = path.parent.name in _MAILDIR and _is_maildir(path.parent.parent)
    is_named = not in_maildir or path.suffix.lower() == ".eml"
    return Item(str(path), str(path), path.name if is_named else f"{path.name}.eml")


def read_item(item: Item) -> bytes:
    """The bytes of an item.

    Raises:
        InputError: it is not there, cannot be read or is too large.
        UnavailableError: what reads its store is not installed.
    """
    if item.is_stored:
        return read_stored(item.place, at_most=MAX_ORIGINAL)
    if item.end is None:
        return read_original(Path(item.place))
    if item.end - item.start > MAX_ORIGINAL:
        size = f"is larger than {MAX_ORIGINAL // 1024**2} MB"
        raise InputError(item.source, size, "Save its attachments by themselves.", code="too-large")
    try:
        with Path(item.place).open("rb") as file:
            file.seek(item.start)
            return _QUOTED.sub(rb"\1", file.read(item.end - item.start))
    except OSError as error:
        raise InputError(item.source, "cannot be opened", "Check its store.", code="not-found") from error


def iter_received(paths: Iterable[Path], *, without: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """The files under paths, folders searched, in order; what systems leave behind is passed over.

    Raises:
        InputError: a path is not there.
    """
    roots = tuple(dict.fromkeys(paths))
    for path in roots:
        if not os.path.lexists(path):
            raise InputError(str(path), "is not there", "Check the name.", code="not-found")
    for path in roots:
        if any(other in path.parents for other in roots):
            continue  # it is searched with the folder above it
        if path.is_dir():
            yield from _inside(path, without)
        else:
            yield path


def iter_waiting(workspace: Workspace, filings: Iterable[Filing]) -> Iterator[Item]:
    """The files in quarantine that wait for a person, to be read again."""
    for place in dict.fromkeys(filing.path for filing in filings if filing.waits):
        name = Path(place).name.partition("-")[2]
        yield Item(place, str(workspace.folder / place), name or Path(place).name)


def _own_places(workspace: Workspace | None) -> frozenset[Path]:
    if workspace is None:
        return frozenset()
    databases = (f"{name}{end}" for name in ("register.db", "keys.db") for end in ("", "-wal", "-shm"))
    names = ("cases", "quarantine", "packs", "unfinished", "register.xlsx", *databases)
    return frozenset(workspace.folder / name for name in names)


def iter_items(
    places: Iterable[str], *, since: float, workspace: Workspace | None = None, seen: Seen | None = None
) -> Iterator[Item | Held]:
    """Everything to take in under paths and addresses, a store's messages one by one.

    `since` is the moment, in seconds of the system's clock, after which a change is recent: such files
    come last. What is named itself and not found in a folder is taken as it is. What hrdocs itself keeps
    in the workspace is passed over where a folder above it is searched, and what was `seen` before.
    """
    named = tuple(places)
    yield from _path_items([Path(p) for p in named if not is_address(p)], since, workspace, seen)
    for place in named:
        if is_address(place):
            yield from _stored_items(place)


def count_files(places: Iterable[str], workspace: Workspace) -> int | None:
    """How many files there are; None where a store would have to be listed first."""
    named = tuple(places)
    if any(is_address(place) for place in named):
        return None
    return sum(1 for _ in iter_received(map(Path, named), without=_own_places(workspace)))


def _path_items(
    paths: list[Path], since: float, workspace: Workspace | None, seen: Seen | None
) -> Iterator[Item | Held]:
    young: list[tuple[Path, tuple[int, int]]] = []
    looked = time.monotonic()
    for path in iter_received(paths, without=_own_places(workspace)):
        now = None if path in paths else _look(path)
        if path not in paths and path.name.lower().endswith(_UNFINISHED):
            yield _growing(str(path))
        elif now is not None and now[1] > since * 1e9:
            young.append((path, now))
            looked = time.monotonic()
        elif seen is None or seen.is_new(path):
            yield from _items_in(path)
    if young:
        time.sleep(max(0.0, QUIET_SECONDS - (time.monotonic() - looked)))
    for path, before in young:
        if _look(path) != before:
            yield _growing(str(path))
        elif seen is None or seen.is_new(path):
            yield from _items_in(path)


def _growing(source: str) -> Held:
    return Held(source, "still-growing", "It is still being written. The next run takes it in.")


def _stored_items(place: str) -> Iterator[Item | Held]:
    for address in iter_stored(place):
        name = address.rpartition("/")[2]
        if address != place and name.lower().endswith(_UNFINISHED):
            yield _growing(address)
        elif address == place or not _is_litter(name):
            yield Item(address, address, name)


def _inside(folder: Path, without: frozenset[Path]) -> Iterator[Path]:
    """The files below a folder in the order of their paths; a folder that is closed to us is one."""
    real = folder.resolve()
    left_out = {folder / path.relative_to(real) for path in without if real in path.parents}
    waiting = [(folder, iter(_entries(folder)))]
    while waiting:
        place, names = waiting[-1]
        name, is_folder = next(names, ("", False))
        if not name:
            waiting.pop()
        elif place / name in left_out:
            continue
        elif is_folder:
            waiting.append((place / name, iter(_entries(place / name))))
        else:
            yield place / name


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder that are looked at, and whether each is a folder."""
    try:
        with os.scandir(folder) as found:
            entries = [(entry.name, _is_folder(entry)) for entry in found if not _leads_away(entry)]
    except OSError:
        return [(".", False)]
    if {name for name, is_folder in entries if is_folder}.issuperset(_MAILDIR):
        # a store of e-mails: what is being delivered and the server's own lists are left alone
        entries = [(name, True) for name, is_folder in entries if is_folder and name != "tmp"]
        return sorted(e for e in entries if e[0] in _MAILDIR or _is_maildir(folder / e[0]))
    return sorted(
        (name, is_folder) for name, is_folder in entries
        if (not _is_hidden(name) or (is_folder and _is_maildir(folder / name)))
        and (is_folder or not _is_litter(name))
    )  # fmt: skip


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _leads_away(entry: "os.DirEntry[str]") -> bool:
    """A link to a folder: it can lead anywhere, also back."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def _is_maildir(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in _MAILDIR)


def _is_litter(name: str) -> bool:
    lower = name.lower()
    return _is_hidden(name) or lower.endswith((REASON, *_NO_DOCUMENTS)) or lower in _LITTER


def _is_hidden(name: str) -> bool:
    """What programs keep for themselves; a form called ".docx" or "...pdf" is a form all the same."""
    if name.startswith(("~$", "._")):
        return True
    return name.startswith(".") and not name.lower().endswith(_DOCUMENTS)


def _look(path: Path) -> tuple[int, int] | None:
    """Size and time of the last change, in nanoseconds; None for what is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _items_in(path: Path) -> Iterator[Item | Held]:
    """A file, or the messages in it where it is a store of e-mails."""
    head = _head(path)
    if head.startswith(b"!BDN"):
        fact = (
            "is a store of Outlook (.pst), which hrdocs does not read. In Outlook, drag the messages into a "
            "folder and take in that folder; or export them as an mbox file."
        )
        yield Held(str(path), "not-supported", f"It {fact}")
    elif _MESSAGE.match(head.partition(b"\n")[0]):
        yield from _messages(path)
    else:
        yield item_of(path)


def _head(path: Path) -> bytes:
    if _look(path) is None:
        return b""
    try:
        with path.open("rb") as file:
            return file.read(512)
    except OSError:
        return b""


def _messages(path: Path) -> Iterator[Item | Held]:
    """The messages of an mbox file, each from after its `From ` line to the next."""
    begin: int | None = None
    number = at = 0
    after_blank = True
    try:
        with path.open("rb") as file:
            while line := file.readline(_LONGEST_LINE):
                if after_blank and line.startswith(b"From ") and _MESSAGE.match(line):
                    if begin is not None:
                        number += 1
                        yield _message(path, number, begin, at)
                    begin = at + len(line)
                after_blank = not line.strip()
                at += len(line)
    except OSError:
        yield Held(str(path), "not-found", "It cannot be read to its end. Run the command again.")
    if begin is not None:
        yield _message(path, number + 1, begin, at)


def _message(path: Path, number: int, start: int, end: int) -> Item:
    name = f"message-{number:05d}.eml"
    return Item(f"{path}!{name}", str(path), f"{path.stem}-{number:05d}.eml", start, end)
