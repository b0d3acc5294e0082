"""Run hrdocs on one file and look at it from outside: time, memory of all its processes, what it said.

`faults` are the ways in which a run broke the promise: read, or refused in one clear line.
"""

import contextlib
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from tests.hostile.kinds import PORT

HRDOCS = Path(sys.executable).with_name("hrdocs")
MAX_SECONDS = 25.0  # the limit for a file and the start of the program
GIVEN_UP = 60.0
MAX_MIB = 1100  # a reader at its limit, the program itself, and what ran between two looks
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STEP = re.compile(r"hrdocs: .+: .+\. .+")


@dataclass(slots=True)
class Run:
    """One run: `mib` is the most that all its processes held at once."""

    name: str
    code: int
    seconds: float
    mib: float
    out: bytes
    err: bytes
    faults: list[str] = field(default_factory=list)

    @property
    def errors(self) -> list[str]:
        """The lines on stderr that are about the file."""
        lines = self.err.decode("utf-8", "replace").splitlines()
        return [line for line in lines if not line.startswith("Using the pack ")]

    @property
    def documents(self) -> list[dict[str, Any]]:
        return list(json.loads(self.out)["documents"]) if self.out else []


class Listener:
    """Counts every connection to the port that the files name."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", PORT))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                visitor.close()

    def close(self) -> None:
        self._socket.close()


def hrdocs(words: Sequence[str | Path], *, cwd: Path, name: str = "") -> Run:
    """Run a command to its end and see what it took."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(HRDOCS), *map(str, words)], cwd=cwd, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    peak, done = [0.0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
    watcher.start()
    faults: list[str] = []
    try:
        out, err = process.communicate(timeout=GIVEN_UP)
    except subprocess.TimeoutExpired:
        for one in _tree(process.pid):
            with contextlib.suppress(psutil.Error):
                one.kill()
        out, err = process.communicate()
        faults.append("hangs")
    done.set()
    watcher.join()
    run = Run(name, process.returncode, time.monotonic() - start, peak[0], out, err, faults)
    run.faults += _general_faults(run)
    return run


def parse(path: Path, *, cwd: Path) -> Run:
    """`hrdocs parse FILE --format json` and what was wrong with it."""
    return check_parse(hrdocs(["parse", "--format", "json", "--", path], cwd=cwd, name=path.name), alone=True)


def validate(path: Path, *, cwd: Path) -> Run:
    """`hrdocs validate FILE --format json` and what was wrong with it."""
    words: list[str | Path] = ["validate", "--received", "2025-08-01", "--format", "json", "--", path]
    return check_parse(hrdocs(words, cwd=cwd, name=path.name), alone=True, judged=True)


def check_parse(run: Run, *, alone: bool, judged: bool = False) -> Run:
    """Add what was wrong with a run of `parse` (`judged`: of `validate`), of one file or of several.

    A document that needs a person is exit code 1 of `validate`, and one line of summary.
    """
    try:
        documents = run.documents
    except (ValueError, KeyError) as error:
        run.faults.append(f"stdout is no JSON: {error}")
        return run
    failed = [d for d in documents if "error" in d]
    if not documents:
        run.faults.append("no entry for the file")
    wanted = 0 if not failed else 4 if alone and len(documents) == 1 else 1
    if judged and not failed and run.code == 1:
        wanted = 1
    if run.code != wanted:
        run.faults.append(f"exit code {run.code}, not {wanted}")
    summary = 1 if run.code == 1 else 0
    if len(run.errors) != len(failed) + summary:
        run.faults.append(f"{len(run.errors)} lines on stderr for {len(failed)} failures")
    run.faults += [f"no next step: {line}" for line in run.errors[: len(failed)] if not _STEP.fullmatch(line)]
    return run


def _general_faults(run: Run) -> list[str]:
    faults = []
    text = (run.out + run.err).decode("utf-8", "replace")
    if b"Traceback" in run.err or "a bug in hrdocs" in text:
        faults.append("a traceback or a bug: " + run.err.decode("utf-8", "replace")[-300:])
    if found := _CONTROL.search(text):
        faults.append(f"prints the control character U+{ord(found.group()):04X}")
    if run.seconds > MAX_SECONDS:
        faults.append(f"took {run.seconds:.1f} s")
    if run.mib > MAX_MIB:
        faults.append(f"took {run.mib:.0f} MiB")
    return faults


def _watch(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(0.05):
        total = 0
        for one in _tree(pid):
            with contextlib.suppress(psutil.Error):
                total += one.memory_info().rss
        peak[0] = max(peak[0], total / 1024**2)


def _tree(pid: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []
