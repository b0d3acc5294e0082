"""Who looked at what: each view of a case, a document or a letter stands in the register's log.

A view is recorded under the register, not under the case, so that looking at a case changes nothing in it.
It names the case, what was looked at and who looked; nothing of what was seen.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hrdocs.register import Register

VIEWED = "case-viewed"


@dataclass(frozen=True, slots=True)
class View:
    """One look. `what` is "case", "document 1", "letter acknowledgement to complainant", ..."""

    case: str
    what: str
    by: str
    at: dt.datetime


def log_view(register: Register, ref: str, what: str, *, by: str, on: dt.date, now: dt.datetime) -> None:
    """Record that somebody looks at something of a case."""
    register.note(VIEWED, on=on, now=now, by=by, data={"case": ref, "what": what})


def views_of(register: Register, ref: str) -> Iterator[View]:
    """Every look at a case, in the order of the log."""
    for event in register.log(VIEWED):
        if event.data.get("case") == ref:
            yield View(ref, str(event.data.get("what")), event.by, event.at)
