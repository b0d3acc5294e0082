"""Workers of a Dask cluster, behind the same interface.

Every worker needs the same hrdocs, and may start processes of its own: each call runs under a guard
there. Dask itself is imported only when a cluster is asked for.
"""

from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from hrdocs import __version__
from hrdocs.errors import UnavailableError

T = TypeVar("T")

_ANSWER_SECONDS = 10


class ClusterPool:
    """The workers behind a scheduler's address (`tcp://…`, `tls://…`). Use it as a context manager.

    Raises:
        UnavailableError: Dask is not installed, no scheduler answers, it has no workers, or they have
            another hrdocs or may start no processes.
    """

    is_remote = True

    def __init__(self, address: str) -> None:
        self._client = _connect(address)
        try:
            self.jobs = _check_workers(self._client, address)
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> Future[T]:
        return cast("Future[T]", self._executor.submit(work, *args, **kwargs))

    def share(self, value: T) -> T:
        """What every call is given: sent to each worker once. In a call it is the value again."""
        return cast("T", self._client.scatter(value, broadcast=True, hash=False))

    def close(self) -> None:
        """Leave the cluster as it was; calls still waiting are dropped."""
        self._executor.shutdown(wait=False)
        self._client.close()


def _connect(address: str) -> Any:  # a Client; Dask has no types
    try:
        from distributed import Client
    except ImportError as error:
        raise UnavailableError(
            address, "a cluster needs Dask", "Install it: pip install 'hrdocs[cluster]'."
        ) from error
    try:
        make: Any = Client
        return make(address, timeout=_ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UnavailableError(
            address, "no scheduler answers there", "Start one, or leave --cluster out.", code="no-cluster"
        ) from error


def _check_workers(client: Any, address: str) -> int:
    """The number of calls that the workers do at once, once it is sure that they can do them."""
    said: dict[str, tuple[str, bool]] = client.run(_say_who)
    if not said:
        raise UnavailableError(
            address, "its scheduler has no workers", "Start some, then run this again.", code="no-workers"
        )
    other = sorted({version for version, _ in said.values()} - {__version__})
    if other:
        fact = f"its workers have hrdocs {', '.join(other)}, here is {__version__}"
        raise UnavailableError(address, fact, "Install the same everywhere.", code="other-version")
    if not all(may for _, may in said.values()):
        fact = "its workers may start no processes of their own"
        step = "Start them with DASK_DISTRIBUTED__WORKER__DAEMON=False, or with --no-nanny."
        raise UnavailableError(address, fact, step, code="daemonic-workers")
    threads: dict[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _say_who() -> tuple[str, bool]:
    """In a worker: its hrdocs, and whether it may start processes."""
    import multiprocessing

    return __version__, not multiprocessing.current_process().daemon
