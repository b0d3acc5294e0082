"""Workers of this machine: so many threads, each with a guarded child of its own that does the work.

The child is the worker: its limits hold for every call, and a call that hangs or ends it costs only that
call. The same `guarded` runs in a worker of a cluster, where its thread's guard lives as long as the
worker does.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from hrdocs.tools.guard import Guard

P = ParamSpec("P")
T = TypeVar("T")

MOST_JOBS = 8
_THREAD = threading.local()


def default_jobs() -> int:
    """As many workers as this process may use cores, at most eight."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(MOST_JOBS, cores))


def guarded(
    preload: tuple[str, ...], subject: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """`work(*args, **kwargs)` under the guard of this thread; `preload` is what its child has at hand.

    Raises:
        HrdocsError: as `Guard.call` does.
    """
    guard: Guard | None = getattr(_THREAD, "guard", None)
    if guard is None:
        guard = _THREAD.guard = Guard(preload=preload)
    return guard.call(subject, work, *args, **kwargs)


class LocalPool:
    """Guarded worker processes on this machine. Use it as a context manager."""

    is_remote = False

    def __init__(self, jobs: int, *, preload: tuple[str, ...] = ()) -> None:
        self.jobs = jobs
        self._preload = preload
        self._guards: list[Guard] = []
        self._executor = ThreadPoolExecutor(jobs, initializer=self._begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self) -> None:
        _THREAD.guard = Guard(preload=self._preload)
        self._guards.append(_THREAD.guard)

    def submit(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        return self._executor.submit(work, *args, **kwargs)

    def share(self, value: T) -> T:
        """What every call is given: here the value itself."""
        return value

    def close(self) -> None:
        """End the workers. Calls still running end with an error, those still waiting are dropped."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        for guard in self._guards:
            guard.stop()
        self._executor.shutdown()
        for guard in self._guards:
            guard.close()
