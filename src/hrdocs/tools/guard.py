"""Run one piece of work in a child process with limits on time and memory.

A guard keeps one child and gives it one call at a time, so that a call costs little; a child that
overruns, dies or swells is ended with every program that it started, and the next call gets a new
one. The parent samples the resident memory of the child and of those programs; behind that the child
limits its own address space where the platform can. A child has a folder of its own for temporary
files, which goes when it goes. Should the parent be killed, an idle child ends itself at once and a
busy one soon after its time.
"""

import contextlib
import multiprocessing
import os
import pickle
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from hrdocs.errors import HrdocsError, InputError
from hrdocs.tools.ocr import find_engine

if TYPE_CHECKING:
    import psutil

P = ParamSpec("P")
T = TypeVar("T")

MIB = 1024 * 1024
MAX_ANSWER = 256 * MIB
_SAMPLE_SECONDS = 0.02
_LOOK_SECONDS = 0.25  # between two looks for programs that the child has started
_ORPHAN_SECONDS = 5.0  # over the limit, for a child whose parent was killed


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of wall clock, bytes of resident memory, bytes of address space behind it.

    `programs` is the resident memory of the child and the programs that it starts, together.
    """

    seconds: float = 20.0
    resident: int = 512 * MIB
    address_space: int = 2048 * MIB
    programs: int = 1024 * MIB


def usual_limits() -> Limits:
    """What a call may take: more memory where scans are read by RapidOCR, whose models run in the child."""
    if find_engine() != "rapidocr":
        return Limits()
    return Limits(resident=1280 * MIB, address_space=4096 * MIB, programs=1536 * MIB)


@dataclass(frozen=True, slots=True)
class _Live:
    """A running child, our end of its pipe, its folder for temporary files."""

    child: BaseProcess
    pipe: Connection
    folder: str


class Guard:
    """A child process that does guarded calls. Use it as a context manager."""

    def __init__(self, limits: Limits | None = None, *, preload: tuple[str, ...] = ()) -> None:
        self.limits = limits or usual_limits()
        self._context = _context(preload)
        self._live: _Live | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, subject: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`work(*args, **kwargs)` in the child; `subject` names it in errors.

        Raises:
            InputError: it took too long (`too-slow`), too much memory (`too-large`), or ended the
                child (`damaged`).
            HrdocsError: whatever `work` itself raised.
        """
        live = self._ready()
        try:
            live.pipe.send((work, args, kwargs))
            answer = self._wait(subject, live)
        except RecursionError:  # what is given is nested too deeply to be sent
            raise _too_deep(subject) from None
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._end()
            raise InputError(
                subject, "ended the reader", "It is probably damaged: ask for a new copy.", code="damaged"
            ) from None
        except BaseException:
            self._end()
            raise
        return _unpack(subject, answer)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._live is not None:
            self._live.pipe.close()
            self._live.child.kill()
            self._live.child.join()
            shutil.rmtree(self._live.folder, ignore_errors=True)
        self._live = None

    def stop(self) -> None:
        """End the child from another thread; a call that waits for it ends with an error."""
        live = self._live
        if live is not None:
            _end_tree(live.child.pid)

    def _end(self) -> None:
        """End a child in the middle of its work, and every program that it started."""
        if self._live is not None:
            _end_tree(self._live.child.pid)
        self.close()

    def _ready(self) -> _Live:
        if self._live is not None and self._live.child.is_alive():
            return self._live
        self.close()
        ours, theirs = self._context.Pipe()
        folder = tempfile.mkdtemp(prefix="hrdocs-")
        process = self._context.Process  # type: ignore[attr-defined]
        child = process(target=_serve, args=(theirs, self.limits, folder), daemon=True)
        child.start()
        theirs.close()
        self._live = _Live(child, ours, folder)
        return self._live

    def _wait(self, subject: str, live: _Live) -> bytes:
        """The child's answer, its time and memory watched until it comes."""
        import psutil

        end = time.monotonic() + self.limits.seconds
        watched: list[psutil.Process] = []
        next_look = 0.0
        while not live.pipe.poll(_SAMPLE_SECONDS):
            moment = time.monotonic()
            if moment > end:
                raise InputError(
                    subject,
                    f"took longer than {self.limits.seconds:.0f} seconds to read",
                    "Ask for it in another form, for example printed to PDF.",
                    code="too-slow",
                )
            if moment > next_look:
                watched, next_look = _tree(live.child.pid), moment + _LOOK_SECONDS
            held = [_resident(one) for one in watched]
            if held and (held[0] > self.limits.resident or sum(held) > self.limits.programs):
                raise _too_large(subject)
        try:
            return live.pipe.recv_bytes(MAX_ANSWER)
        except EOFError:
            raise
        except OSError as error:
            raise _too_large(subject) from error


def _tree(pid: int | None) -> "list[psutil.Process]":
    """The process and what it has started, itself first; nothing where it is gone."""
    import psutil

    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def _resident(process: "psutil.Process") -> int:
    import psutil

    with contextlib.suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def _end_tree(pid: int | None) -> None:
    """End a process, its group, and what it started outside its group."""
    import psutil

    tree = _tree(pid)
    if sys.platform != "win32" and pid is not None:
        # a child that is gone already has left its programs in its group
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
    for process in tree:
        with contextlib.suppress(psutil.Error):
            process.kill()


def _too_large(subject: str) -> InputError:
    return InputError(
        subject, "needs too much memory to read", "Ask for smaller parts, or a PDF of it.", code="too-large"
    )


def _too_deep(subject: str) -> InputError:
    return InputError(subject, "is nested too deeply to read", "Ask for it printed to PDF.", code="damaged")


def _context(preload: tuple[str, ...]) -> BaseContext:
    """Forked from a clean server where that exists, so that threads of the caller do no harm."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    if preload:
        context.set_forkserver_preload(list(preload))
    return context


def load_early(preload: tuple[str, ...]) -> None:
    """Begin to load what the children will need, and do not wait for it: the caller has other work."""
    if sys.platform != "win32":
        from multiprocessing.forkserver import ensure_running

        _context(preload)
        ensure_running()


def _serve(pipe: Connection, limits: Limits, folder: str) -> None:
    """The child: calls in, results or errors out, until the pipe closes.

    Any other exception ends the child, and the caller is told that the file did it. Its words go
    nowhere: they could hold what a person wrote.
    """
    _set_apart(limits, folder)
    while True:
        try:
            work, args, kwargs = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            _end_in(limits.seconds + _ORPHAN_SECONDS)
            answer = pickle.dumps(("value", work(*args, **kwargs)))
        except HrdocsError as error:
            answer = pickle.dumps(("error", error))
        except MemoryError:
            answer = pickle.dumps(("memory", None))
        except RecursionError:
            answer = pickle.dumps(("depth", None))
        pipe.send_bytes(answer)
        _end_in(0)


def _unpack(subject: str, answer: bytes) -> T:  # type: ignore[type-var]
    # Both ends are this program: the bytes come from our own child, never from a file.
    kind, value = pickle.loads(answer)  # noqa: S301
    if kind == "value":
        return value  # type: ignore[no-any-return]
    if kind == "error":
        raise value
    if kind == "memory":
        raise _too_large(subject)
    raise _too_deep(subject)


def _set_apart(limits: Limits, folder: str) -> None:
    """Limits of its own, a group and a folder of its own, nothing printed, no core left behind."""
    tempfile.tempdir = folder
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError):
        os.setsid()
    for kind, size in ((resource.RLIMIT_AS, limits.address_space), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (size, size))


def _end_in(seconds: float) -> None:
    """Have this process ended after so many seconds, where nobody else does it; 0 takes that back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
