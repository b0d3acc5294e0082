"""Who is signed in: sessions in the server's memory, gone when it stops.

A session ends after a time without use, after a working day at the latest, and when its account is changed.
"""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from hrdocs.desk.accounts import Person

IDLE = 60 * 60.0  # seconds
LONGEST = 12 * 60 * 60.0
_TRIES = 5
_WAIT = 60.0  # seconds after which another try counts from nothing


@dataclass(slots=True)
class Session:
    """One signed-in browser. `notice` is shown once, on the next page."""

    key: str
    csrf: str
    person: Person
    changes: int
    begun: float
    used: float
    notices: list[tuple[str, str]] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)


class Sessions:
    """Every open session. `idle` is the time without use after which one ends, in seconds."""

    def __init__(self, *, idle: float = IDLE, ticks: Callable[[], float] = time.monotonic) -> None:
        self._open: dict[str, Session] = {}
        self._lock = threading.Lock()
        self._idle = idle
        self._ticks = ticks

    def begin(self, person: Person, *, changes: int = 0) -> Session:
        """A new session, with a key and a form token that nobody can guess."""
        now = self._ticks()
        session = Session(secrets.token_urlsafe(32), secrets.token_urlsafe(32), person, changes, now, now)
        with self._lock:
            self._drop_old(now)
            self._open[session.key] = session
        return session

    def find(self, key: str) -> Session | None:
        """The open session of a key."""
        now = self._ticks()
        with self._lock:
            session = self._open.get(key)
            if session is None:
                return None
            if now - session.used > self._idle or now - session.begun > LONGEST:
                del self._open[key]
                return None
            session.used = now
            return session

    def end(self, key: str) -> None:
        """Sign out."""
        with self._lock:
            self._open.pop(key, None)

    def _drop_old(self, now: float) -> None:
        old = [k for k, s in self._open.items() if now - s.used > self._idle or now - s.begun > LONGEST]
        for key in old:
            del self._open[key]


class Tries:
    """Failed sign-ins by name: after a few, the next one waits a minute."""

    def __init__(self, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._failed: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()
        self._ticks = ticks

    def must_wait(self, name: str) -> bool:
        """Whether there were too many failures just now."""
        with self._lock:
            count, last = self._failed.get(name, (0, 0.0))
            return count >= _TRIES and self._ticks() - last < _WAIT

    def fail(self, name: str) -> None:
        """Note a failure."""
        now = self._ticks()
        with self._lock:
            count, last = self._failed.get(name, (0, 0.0))
            self._failed[name] = (1 if now - last > _WAIT else count + 1, now)
            if len(self._failed) > 10_000:
                self._failed.clear()

    def succeed(self, name: str) -> None:
        """Forget the failures of a name."""
        with self._lock:
            self._failed.pop(name, None)
