"""The plan of every batch: submit as items come, a bounded number in hand, results in the items' order.

Where the window is full behind an item that takes long, so that workers would stand idle, what is ready
goes before it: one slow item delays nobody. Otherwise the order is that of the items.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

I = TypeVar("I")  # noqa: E741 - an item
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[I, T]):
    """An item with the result of its work, or the error that the work ended with."""

    item: I
    result: T | None = None
    error: BaseException | None = None


def run(
    items: Iterable[I], submit: Callable[[I], Future[T]], *, at_once: int, window: int | None = None
) -> Iterator[Done[I, T]]:
    """The outcome of every item. `at_once` is the number of workers, `window` of items in hand."""
    room = window or 32 * at_once
    held: deque[tuple[I, Future[T]]] = deque()
    try:
        for item in items:
            held.append((item, submit(item)))
            while held and held[0][1].done():
                yield _done(*held.popleft())
            while len(held) >= room:
                yield _take(held, at_once)
        while held:
            yield _done(*held.popleft())
    finally:
        for _, future in held:
            future.cancel()


def finished(result: T) -> Future[T]:
    """The future of an item that needs no work."""
    future: Future[T] = Future()
    future.set_result(result)
    return future


def _take(held: deque[tuple[I, Future[T]]], at_once: int) -> Done[I, T]:
    """The first outcome; a later one where the first is still at work and other workers are idle."""
    while True:
        if held[0][1].done():
            return _done(*held.popleft())
        running = [future for _, future in held if not future.done()]
        if len(running) < at_once:
            ready = next((pair for pair in held if pair[1].done()), None)
            if ready is not None:
                held.remove(ready)
                return _done(*ready)
        wait(running, return_when=FIRST_COMPLETED)


def _done(item: I, future: Future[T]) -> Done[I, T]:
    """Waits where it must. A call that was cancelled, by a scheduler that went, is an error like others."""
    if not future.done():
        wait((future,))
    if future.cancelled():
        return Done(item, error=CancelledError())
    error = future.exception()
    return Done(item, error=error) if error is not None else Done(item, future.result())
