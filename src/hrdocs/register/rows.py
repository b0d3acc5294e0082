"""What the register takes and gives beside events: filings, list rows, deadlines and faults."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hrdocs.case import Event

# The reference under which the register records what concerns no single case.
REGISTER = "register"

# Events that the register itself records.
FILED = "file-received"
ERASED = "case-erased"
SETTLED = "file-settled"


@dataclass(frozen=True, slots=True)
class Filing:
    """One received document: which case it opened, or why it is in quarantine.

    `container` is the digest of the file that it came in, its own where it came alone. What waits in
    quarantine is settled by a person: `outcome` says how, `note` why, `settled_by` who it was.
    """

    sha256: str
    path: str
    received: dt.date
    container: str = ""
    case: str | None = None
    reason: str | None = None
    message: str = ""
    settled: dt.date | None = None
    settled_by: str = ""
    outcome: str = ""
    note: str = ""

    @property
    def waits(self) -> bool:
        """Whether it counts as a complaint received that day because nobody has said otherwise."""
        return self.reason is not None and self.settled is None


# What a new case records: its first events and the files that opened it.
Opening = tuple[Sequence[Event], Sequence[Filing]]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of a case without opening it. `closed` and `held` are days, where it is so.

    `stage` is that of the last event for which lists were made; `listed_seq` says which that was.
    """

    ref: str
    pack: str
    received: dt.date | None
    raised: dt.date | None
    verdict: str | None
    last_event: str
    closed: dt.date | None = None
    held: dt.date | None = None
    last_seq: int = 0
    last_day: dt.date | None = None
    call_first: bool = False
    stage: str | None = None
    pack_digest: str = ""


class DeadlineRow(NamedTuple):
    """One open deadline of a case as lists keep it: what it is on whichever day the list is read.

    `due` is the last day in time, `expected` the new day of a delay whose reason is recorded. `state` is
    `open` where it follows from the day, else the state that holds on every day. `pack` is how the
    digest of the procedure begins that has the limit.
    """

    case: str
    limit: str
    party: str
    due: dt.date | None
    expected: dt.date | None
    state: str
    pack: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What lists keep of a case beside its events' own days: its stage and its open deadlines."""

    ref: str
    seq: int  # the last event that it is made from
    stage: str | None
    deadlines: tuple[DeadlineRow, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit. `seq` is the place in the log, where it has one."""

    code: str
    message: str
    seq: int | None = None
