"""Runs of intake that are broken off, and what must hold once another has finished its work.

`python -m tests.batch.crashing 1000` kills so many runs at random moments. A run is a process forked from
this one, with everything imported, so that it costs little; it reads in its own process and opens the
register for itself.
"""

import datetime as dt
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from tests.desk.desks import make_desk, write_form

from hrdocs.batch import LocalPool
from hrdocs.desk.batch_reading import Read, Task, read_task
from hrdocs.desk.intake import Desk
from hrdocs.desk.keeping import verify_workspace
from hrdocs.desk.offered import iter_items
from hrdocs.desk.reading import HowToRead
from hrdocs.desk.receiving import receive_batch
from hrdocs.desk.register_sheet import write_register_sheet
from hrdocs.desk.unfinished import sweep_unfinished
from hrdocs.errors import HrdocsError
from hrdocs.register import open_register
from hrdocs.rules.workflow import fold
from hrdocs.workspace import Workspace, digest

STARTED = 40  # exit code of a run that ended with an error in words


_SHARED: list[Desk] = []  # the pack and what else is the same for every run is read once


class Fault(StrEnum):
    """What happens at a write."""

    KILL = "kill"
    FULL = "disk full"
    BROKEN = "input/output error"


class OwnProcess(LocalPool):
    """Reads in this process, at once: what is tried here is the writing."""

    def __init__(self) -> None:
        super().__init__(1)

    def submit(  # type: ignore[override]
        self, _work: Callable[..., Any], *args: Any, **_: Any
    ) -> Future[Any]:
        task, how = args
        assert isinstance(task, Task)
        assert isinstance(how, HowToRead)
        future: Future[Read] = Future()
        future.set_result(read_task(task, how))
        return future


def fill_inbox(folder: Path, forms: int) -> Path:
    """So many forms, and a file that cannot be read."""
    folder.mkdir()
    for number in range(forms):
        name = f"Una Deeny-{chr(65 + number)}"
        write_form(folder / f"{number}.docx", Name=name, Signed=name)
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    return folder


def open_desk(workspace: Path) -> Desk:
    """A desk of today, an hour on: what was written just now is old."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(hours=1)
    if not _SHARED:
        _SHARED.append(make_desk(workspace))
        _SHARED[0].register.close()
    place = Workspace(workspace)
    register = open_register(place.register)
    return replace(_SHARED[0], workspace=place, register=register, now=now, today=now.date())


def intake(workspace: Path, inbox: Path) -> None:
    """What `hrdocs intake` does."""
    desk = open_desk(workspace)
    items = iter_items([str(inbox)], since=float("inf"), workspace=desk.workspace)
    with OwnProcess() as pool:
        list(receive_batch(items, desk, pool))
    sweep_unfinished(desk.workspace, desk.register, moment=desk.now.timestamp())
    write_register_sheet(desk.workspace, desk.register, desk.pack, now=desk.now)
    desk.register.close()


def forked(work: Callable[[], None], *, seconds: float | None = None) -> int:
    """The exit code of the work in a process of its own, negative where it was killed after a time."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            work()
            code = 0
        except HrdocsError:
            code = STARTED
        finally:
            os._exit(code)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


@contextmanager
def fault_at(number: int, fault: Fault) -> Iterator[list[str]]:
    """Let the write of this number (from 0) fail; the list names every write that was begun."""
    begun: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def strike(what: str) -> None:
        begun.append(what)
        if len(begun) == number + 1:
            if fault is Fault.KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            if what == "commit":
                words = "database or disk is full" if fault is Fault.FULL else "disk I/O error"
                raise OperationalError("COMMIT", {}, sqlite3.OperationalError(words))
            raise OSError(28 if fault is Fault.FULL else 5, "injected")

    def fsync(handle: Any) -> None:
        strike("fsync")
        real_fsync(handle)

    def replace_(source: Any, target: Any) -> None:
        strike("replace")
        real_replace(source, target)

    def commit(_connection: object) -> None:
        strike("commit")

    os.fsync, os.replace = fsync, replace_  # type: ignore[assignment]
    event.listen(Engine, "commit", commit)
    try:
        yield begun
    finally:
        os.fsync, os.replace = real_fsync, real_replace
        event.remove(Engine, "commit", commit)


def check(workspace: Path, inbox: Path) -> None:
    """Nothing is lost, doubled or partial."""
    desk = open_desk(workspace)
    forms = {digest(path.read_bytes()) for path in inbox.glob("*.docx")}
    torn = digest((inbox / "torn.pdf").read_bytes())
    opened = {f.sha256: f for f in desk.register.filings() if f.case}
    waiting = [f for f in desk.register.filings() if f.waits]
    refs = [row.ref for row in desk.register.cases()]
    assert set(opened) == forms
    assert [f.sha256 for f in waiting] == [torn]
    assert sorted(f.case or "" for f in opened.values()) == sorted(refs)
    written = {path.relative_to(workspace).as_posix() for path in (workspace / "cases").rglob("*.*")}
    recorded = {f.path for f in opened.values()}
    for ref in refs:
        letters = [letter.path for letter in fold(desk.register.events(ref)).letters]
        assert len(letters) == len(set(letters)) == 1
        recorded.update(letters)
    assert written == recorded
    assert {path.name for path in workspace.iterdir()} >= {"register.xlsx", "cases", "quarantine"}
    assert not (workspace / "unfinished").exists()
    kept = sorted(path.name for path in (workspace / "quarantine").iterdir())
    assert kept == [f"{torn[:12]}-torn.pdf", f"{torn[:12]}-torn.pdf.reason.txt"]
    assert not verify_workspace(desk.workspace, desk.register).faults
    desk.register.close()


def time_of_a_run(folder: Path, inbox: Path) -> float:
    """Seconds that a whole run takes, in a fresh workspace; it warms what later runs share."""
    make_workspace(folder / "warm")
    began = time.monotonic()
    assert forked(lambda: intake(folder / "warm", inbox)) == 0
    return time.monotonic() - began


def make_workspace(workspace: Path) -> Path:
    """A fresh workspace; beside an earlier one it is a copy of that."""
    pattern = workspace.parent / "pattern"
    if not pattern.exists():
        make_desk(pattern).register.close()
    shutil.copytree(pattern, workspace)
    return workspace


def kill_at_random(folder: Path, *, kills: int, each: int, forms: int, chance: random.Random) -> int:
    """Kill so many runs, at most `each` of them in one workspace before a run finishes it; how many were hit.

    A run that was over before its kill has left nothing to break off there, so a fresh workspace is next.
    """
    inbox = fill_inbox(folder / "inbox", forms)
    intake(make_workspace(folder / "first"), inbox)
    whole = time_of_a_run(folder, inbox)
    hit = 0
    for number in range(4 * kills):
        if hit == kills:
            break
        workspace = make_workspace(folder / f"ws-{number}")
        for _ in range(min(each, kills - hit)):
            code = forked(lambda: intake(workspace, inbox), seconds=chance.uniform(0, whole))  # noqa: B023
            if code != -signal.SIGKILL:
                break
            hit += 1
        assert forked(lambda: intake(workspace, inbox)) == 0  # noqa: B023
        check(workspace, inbox)
    return hit


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        hit = kill_at_random(Path(name), kills=kills, each=4, forms=6, chance=random.Random(seed))  # noqa: S311
    print(f"{kills} runs, {hit} of them killed at random moments (seed {seed}): nothing lost or doubled.")


if __name__ == "__main__":
    main()
