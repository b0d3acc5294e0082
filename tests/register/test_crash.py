"""The program ends, without warning, before every statement that it sends to its databases."""

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from hrdocs.case import Event
from hrdocs.register import Filing, Register, open_register
from hrdocs.register.verifying import verify_log

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)
KILLED = 9


def received(ref: str) -> Event:
    return Event(ref, "complaint-received", DAY, NOW, "caseworker", {"pack": "p"})


def note(ref: str, kind: str = "note-added") -> Event:
    return Event(ref, kind, DAY, NOW, "caseworker", {"text": "as it was"})


def open_one(register: Register) -> None:
    if register.filing("a" * 64) is None:
        filing = Filing("a" * 64, "cases/x", DAY, case="DW-2026-002")
        register.open_case("DW", 2026, lambda ref: ([received(ref)], [filing]))


def add(register: Register) -> None:
    if len(register.events("DW-2026-001")) == 1:
        register.append([note("DW-2026-001"), note("DW-2026-001", "case-closed")])


def erase(register: Register) -> None:
    register.erase("DW-2026-001", on=DAY, now=NOW, by="caseworker", data={})


def rebuild(register: Register) -> None:
    register.rebuild_projection()


def runs_through(path: Path, work: Callable[[Register], None], *, before: int) -> bool:
    """Do some work in a child that ends before its Nth statement; whether it got through.

    Where there is no register yet, making one is part of the work.
    """
    child = os.fork()
    if child == 0:
        sent = 0

        def count(*_: object) -> None:
            nonlocal sent
            sent += 1
            if sent == before:
                os._exit(KILLED)

        try:
            register = open_register(path) if path.exists() else None
            event.listen(Engine, "before_cursor_execute", count)
            event.listen(Engine, "commit", count)
            work(register or open_register(path, create=True))
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED)
    return code == 0


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: what a killed program wrote is in the system's hands."""
    place = Path("/dev/shm")  # noqa: S108 - only looked at; the folder in it is private
    with tempfile.TemporaryDirectory(dir=place if place.is_dir() else None) as name:
        yield Path(name)


@pytest.mark.parametrize(("work", "events"), [(open_one, 3), (add, 3), (erase, 2), (rebuild, 1)])
def test_a_crash_before_any_statement_is_mended_by_a_rerun(
    memory: Path, work: Callable[[Register], None], events: int
) -> None:
    """Wherever the program ends, the log verifies, and doing the same again leaves it as if never ended."""
    before = 0
    through = False
    while not through:
        before += 1
        path = memory / str(before) / "register.db"
        path.parent.mkdir()
        first = open_register(path, create=True)
        first.append([received("DW-2026-001")])
        first.close()
        through = runs_through(path, work, before=before)
        register = open_register(path)
        allowed = {"unfinished-erasure"} if work is erase else set()
        assert {fault.code for fault in verify_log(register).faults} <= allowed
        work(register)
        proof = verify_log(register)
        assert (proof.faults, proof.events) == ((), events)
        register.close()
    assert before > 10


def test_a_crash_while_a_register_is_made_is_mended_by_the_next_opening(memory: Path) -> None:
    """A register of which only a part was made is made whole when it is opened again."""
    before, through = 0, False
    while not through:
        before += 1
        path = memory / str(before) / "register.db"
        path.parent.mkdir()
        through = runs_through(path, lambda _: None, before=before)
        register = open_register(path, create=True)
        register.append([received("DW-2026-001")])
        assert verify_log(register).faults == ()
        register.close()
    assert before > 10


WRITER = """
import datetime as dt, sys
from hrdocs.case import Event
from hrdocs.register import open_register
now = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
register = open_register(sys.argv[1], create=True)
print("ready", flush=True)
while True:
    first = lambda ref: ([Event(ref, "complaint-received", now.date(), now, "c")], [])
    ref = register.open_case("DW", 2026, first)
    register.append([Event(ref, "note-added", now.date(), now, "c", {"n": n}) for n in range(20)])
"""


def test_kill_at_any_moment_loses_nothing_that_was_recorded(tmp_path: Path) -> None:
    """A writer that is killed leaves whole transactions only, and a log that verifies."""
    path = tmp_path / "register.db"
    chance = random.Random(7)  # noqa: S311 - moments, no secrets
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.01, 0.3))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        register = open_register(path)
        proof = verify_log(register)
        assert proof.faults == ()
        lengths = [len(register.events(row.ref)) for row in register.cases()]
        assert set(lengths) <= {1, 21}
        register.close()
