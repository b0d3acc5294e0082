"""Run one piece of work in a child process with limits on time and memory.

A guard keeps one child and gives it one call at a time, so that a call costs little; a child that
overruns, dies or swells is ended and the next call gets a new one. The parent samples the child's
resident memory; behind that the child limits its own address space where the platform can.
"""

import contextlib
import multiprocessing
import os
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from hrdocs.errors import HrdocsError, InputError

P = ParamSpec("P")
T = TypeVar("T")

_Live = tuple[BaseProcess, Connection]

MIB = 1024 * 1024
_SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of wall clock, bytes of resident memory, bytes of address space behind it."""

    seconds: float = 20.0
    resident: int = 512 * MIB
    address_space: int = 2048 * MIB


class Guard:
    """A child process that does guarded calls. Use it as a context manager."""

    def __init__(self, limits: Limits = Limits(), *, preload: tuple[str, ...] = ()) -> None:
        self.limits = limits
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
        child, pipe = self._ready()
        try:
            pipe.send((work, args, kwargs))
            answer = self._wait(subject, child, pipe)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.close()
            raise InputError(
                subject, "ended the reader", "It is probably damaged: ask for a new copy.", code="damaged"
            ) from None
        except BaseException:
            self.close()
            raise
        return _unpack(subject, answer)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._live is not None:
            child, pipe = self._live
            pipe.close()
            child.kill()
            child.join()
        self._live = None

    def _ready(self) -> _Live:
        if self._live is not None and self._live[0].is_alive():
            return self._live
        self.close()
        ours, theirs = self._context.Pipe()
        process = self._context.Process  # type: ignore[attr-defined]
        child = process(target=_serve, args=(theirs, self.limits.address_space), daemon=True)
        child.start()
        theirs.close()
        self._live = child, ours
        return self._live

    def _wait(self, subject: str, child: BaseProcess, pipe: Connection) -> bytes:
        import psutil

        end = time.monotonic() + self.limits.seconds
        if pipe.poll(_SAMPLE_SECONDS):
            return pipe.recv_bytes()
        watched = psutil.Process(child.pid)
        while not pipe.poll(_SAMPLE_SECONDS):
            if time.monotonic() > end:
                raise InputError(
                    subject,
                    f"took longer than {self.limits.seconds:.0f} seconds to read",
                    "Ask for it in another form, for example printed to PDF.",
                    code="too-slow",
                )
            with contextlib.suppress(psutil.NoSuchProcess):
                if watched.memory_info().rss > self.limits.resident:
                    raise _too_large(subject)
        return pipe.recv_bytes()


def _too_large(subject: str) -> InputError:
    return InputError(
        subject, "needs too much memory to read", "Ask for smaller parts, or a PDF of it.", code="too-large"
    )


def _context(preload: tuple[str, ...]) -> BaseContext:
    """Forked from a clean server where that exists, so that threads of the caller do no harm."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    if preload:
        context.set_forkserver_preload(list(preload))
    return context


def _serve(pipe: Connection, address_space: int) -> None:
    """The child: calls in, results or errors out, until the pipe closes.

    Any other exception ends the child, and the caller is told that the file did it. Its words go
    nowhere: they could hold what a person wrote.
    """
    _limit_address_space(address_space)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    while True:
        try:
            work, args, kwargs = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            outcome: tuple[str, object] = ("value", work(*args, **kwargs))
        except HrdocsError as error:
            outcome = ("error", error)
        except MemoryError:
            outcome = ("memory", None)
        except RecursionError:
            outcome = ("depth", None)
        pipe.send_bytes(pickle.dumps(outcome))


def _unpack(subject: str, answer: bytes) -> T:  # type: ignore[type-var]
    # Both ends are this program: the bytes come from our own child, never from a file.
    kind, value = pickle.loads(answer)  # noqa: S301
    if kind == "value":
        return value  # type: ignore[no-any-return]
    if kind == "error":
        raise value
    if kind == "memory":
        raise _too_large(subject)
    raise InputError(subject, "is nested too deeply to read", "Ask for it printed to PDF.", code="damaged")


def _limit_address_space(size: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
