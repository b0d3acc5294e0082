"""What the register takes and gives beside events: filings, list rows, deadlines and faults."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.case import Event

# The reference under which the register records what concerns no single case.
REGISTER = "register"

# Events that the register itself records.
FILED = "file-received"
ERASED = "case-erased"


@dataclass(frozen=True, slots=True)
class Filing:
    """One received document: which case it opened, or why it is in quarantine.

    `container` is the digest of the file that it came in, its own where it came alone.
    """

    sha256: str
    path: str
    received: dt.date
    container: str = ""
    case: str | None = None
    reason: str | None = None
    message: str = ""


# What a new case records: its first events and the files that opened it.
Opening = tuple[Sequence[Event], Sequence[Filing]]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of a case without opening it. `closed` and `held` are days, where it is so."""

    ref: str
    pack: str
    received: dt.date | None
    raised: dt.date | None
    verdict: str | None
    last_event: str
    closed: dt.date | None = None
    held: dt.date | None = None
    last_seq: int = 0


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline of a case as lists show it. `due` is the last day in time."""

    case: str
    limit: str
    due: dt.date | None
    force: str
    clause: str
    state: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit. `seq` is the place in the log, where it has one."""

    code: str
    message: str
    seq: int | None = None
