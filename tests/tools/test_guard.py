import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from hrdocs.errors import InputError
from hrdocs.tools.guard import MIB, Guard, Limits


def double(number: int) -> int:
    return 2 * number


def sleep_long() -> None:
    time.sleep(60)


def swell() -> int:
    block = bytearray(os.urandom(1)) * (300 * MIB)
    time.sleep(2)
    return len(block)


def crash() -> None:
    os.abort()


def refuse() -> None:
    raise InputError("form.pdf", "is encrypted", "Remove the password.", code="encrypted")


def stumble() -> None:
    raise KeyError("a mistake of the reader")


def test_a_guarded_call_gives_its_value() -> None:
    """Several calls share one child and give their values."""
    with Guard() as guard:
        assert [guard.call("x", double, n) for n in range(3)] == [0, 2, 4]


@pytest.mark.parametrize(
    ("work", "limits", "code"),
    [
        (sleep_long, Limits(seconds=2), "too-slow"),
        (swell, Limits(resident=150 * MIB), "too-large"),
        (crash, Limits(), "damaged"),
        (stumble, Limits(), "damaged"),
        (refuse, Limits(), "encrypted"),
    ],
)
def test_bad_work_costs_only_itself(work: object, limits: Limits, code: str) -> None:
    """Work that hangs, swells, crashes or stumbles is an error with a code; the next call is served."""
    with Guard(limits) as guard:
        with pytest.raises(InputError) as caught:
            guard.call("form.pdf", work)  # type: ignore[arg-type]
        assert caught.value.code == code
        assert guard.call("x", double, 4) == 8


def start_program(note: Path) -> None:
    """Start a program that outlives its parent, and wait for it."""
    with subprocess.Popen(["sleep", "60"]) as program:
        note.write_text(str(program.pid))


def start_apart(note: Path) -> None:
    """The same in a session of its own, as LibreOffice is started."""
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as program:
        note.write_text(str(program.pid))


def start_swelling(note: Path) -> None:
    words = "import time; block = bytearray(b'x') * 300_000_000; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", words]) as program:
        note.write_text(str(program.pid))


def start_and_crash(note: Path) -> None:
    program = subprocess.Popen(["sleep", "60"])
    note.write_text(str(program.pid))
    os.abort()


def leave_file(note: Path) -> None:
    handle, name = tempfile.mkstemp()
    os.write(handle, b"an answer")
    note.write_text(name)
    time.sleep(60)


def print_loudly() -> int:
    os.write(1, b"not for stdout")
    os.write(2, b"not for stderr")
    return 1


def ends_soon(pid: int) -> bool:
    for _ in range(40):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="starts `sleep`")
@pytest.mark.parametrize(
    ("work", "limits", "code"),
    [
        (start_program, Limits(seconds=0.6), "too-slow"),
        (start_apart, Limits(seconds=0.6), "too-slow"),
        (start_swelling, Limits(programs=200 * MIB), "too-large"),
        (start_and_crash, Limits(), "damaged"),
    ],
)
def test_programs_end_with_their_child(
    work: Callable[[Path], None], limits: Limits, code: str, tmp_path: Path
) -> None:
    """A program that the work started is counted with it and does not outlive it."""
    note = tmp_path / "pid"
    with Guard(limits) as guard, pytest.raises(InputError) as caught:
        guard.call("form.pdf", work, note)
    assert caught.value.code == code
    assert ends_soon(int(note.read_text()))


def test_temporary_files_go_with_the_child(tmp_path: Path) -> None:
    """What a killed child wrote to its folder for temporary files is gone."""
    note = tmp_path / "name"
    with Guard(Limits(seconds=0.6)) as guard, pytest.raises(InputError):
        guard.call("form.pdf", leave_file, note)
    assert not Path(note.read_text()).exists()
    assert not Path(note.read_text()).parent.exists()


def test_a_child_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever a library prints while it reads a file, it is not on stdout or stderr."""
    with Guard() as guard:
        assert guard.call("form.pdf", print_loudly) == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_child_does_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    """A child that is busy when its parent is killed ends itself soon after its time."""
    note = tmp_path / "pid"
    words = (
        "import sys, time, os; from pathlib import Path; from hrdocs.tools import guard; "
        "from tests.tools.test_guard import spin; guard._ORPHAN_SECONDS = 0.0; "
        f"guard.Guard(guard.Limits(seconds=1)).call('x', spin, Path({str(note)!r}))"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", words], cwd=root, stderr=subprocess.DEVNULL) as parent:
        for _ in range(100):
            if note.exists() and note.read_text():
                break
            time.sleep(0.05)
        parent.send_signal(signal.SIGKILL)
    child = int(note.read_text())
    for _ in range(4):
        if ends_soon(child):
            break
    assert ends_soon(child)


def spin(note: Path) -> None:
    note.write_text(str(os.getpid()))
    while True:
        pass
