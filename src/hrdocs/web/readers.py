"""Guarded children that read and draw foreign files for the pages, and what they made, kept for a while."""

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from hrdocs.desk.looking import Looked, draw, look
from hrdocs.document import Place
from hrdocs.tools.guard import Guard, Limits
from hrdocs.web.settings import READERS_NEED
from hrdocs.workspace import digest

P = ParamSpec("P")
T = TypeVar("T")

_KEPT = 48  # documents and pictures
_LARGEST = 4 * 1024**2  # bytes of a picture that is kept


class Readers:
    """Children that read and draw foreign files. `taking_in` is held while a file is taken in."""

    def __init__(self, count: int = 2, *, limits: Limits | None = None) -> None:
        self._free: queue.LifoQueue[Guard] = queue.LifoQueue()
        self._all = [Guard(limits, preload=READERS_NEED) for _ in range(count)]
        for guard in self._all:
            self._free.put(guard)
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._lock = threading.Lock()
        self.taking_in = threading.Lock()

    @contextmanager
    def guard(self) -> Iterator[Guard]:
        """One of the children, for this thread alone."""
        guard = self._free.get()
        try:
            yield guard
        finally:
            self._free.put(guard)

    def look(self, data: bytes, name: str) -> Looked:
        """What a filed document shows."""
        key = ("look", digest(data))
        return self._once(key, lambda guard: guard.call(name, look, data, name))

    def draw(
        self, data: bytes, name: str, place: Place, *, dpi: int, turns: int = 0, crop: bool = False
    ) -> bytes:
        """A page, or a place on it, as a PNG picture.

        Raises:
            InputError: it cannot be drawn.
        """
        key = ("draw", digest(data), place, dpi, turns % 4, crop)
        return self._once(
            key, lambda guard: guard.call(name, draw, data, name, place, dpi=dpi, turns=turns, crop=crop)
        )

    def close(self) -> None:
        """End the children."""
        for guard in self._all:
            guard.close()

    def _once(self, key: tuple[object, ...], make: Callable[[Guard], T]) -> T:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[return-value]
        with self.guard() as guard:
            made = make(guard)
        if not isinstance(made, bytes) or len(made) <= _LARGEST:
            with self._lock:
                self._kept[key] = made
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return made
