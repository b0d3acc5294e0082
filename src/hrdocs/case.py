"""A case: its events, and what they add up to.

Events are the truth; everything else here is derived from them and never stored as a state. A party
is a person: `complainant`, `respondent-1`, `respondent-2`, `witness-1`, and so on.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hrdocs.procedure import Force

# What an event's data and a case's facts may hold: the values of JSON.
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Data = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `on` is the day it happened, `at` the moment it was recorded."""

    case: str
    kind: str
    on: dt.date
    at: dt.datetime
    by: str
    data: Data = field(default_factory=dict)
    seq: int = 0  # its place in the register's log; 0 before it is stored


@dataclass(frozen=True, slots=True)
class Party:
    """One person of a case. `type` is `staff`, `student`, `agency`, `public` or "" (not known)."""

    id: str
    role: str
    name: str
    type: str = ""
    email: str | None = None
    phone: str | None = None
    department: str | None = None
    job_title: str | None = None


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """An original or a letter in the case's folder; `path` is relative to the workspace."""

    path: str
    sha256: str
    title: str


class LetterState(StrEnum):
    """How far a letter has come. Nothing is ever sent by hrdocs itself."""

    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a case: its kind, the party it is for, and its file.

    `concerning` is the person complained about whom it concerns, where there are several. `drafted` is
    the place in the log of the draft that it began with; `dated` the day that it bears, `receipt` the
    day on which it is expected to arrive. One withdrawn as `not_needed` is not due again.
    """

    kind: str
    to: str
    state: LetterState
    path: str
    sha256: str
    on: dt.date
    concerning: str = ""
    drafted: int = 0
    dated: dt.date | None = None
    receipt: dt.date | None = None
    approved_by: str = ""
    issued: dt.date | None = None
    not_needed: bool = False


class DeadlineState(StrEnum):
    """Only a hard limit can be `late`; an aim that has passed needs a reason.

    `delayed`: an aim has passed and its reason is recorded, up to the new day. `passed`: somebody's right
    was left unused; that is nobody's lateness, and a person asks why. `waived`: a person has asked, or
    the right was given up.
    """

    OPEN = "open"
    MET = "met"
    MET_AFTER = "met-after"
    LATE = "late"
    PAST_AIM = "past-aim"
    DELAYED = "delayed"
    PASSED = "passed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One limit applied to a case. `due` is the last day in time; None where it has no figure."""

    limit: str
    title: str
    due: dt.date | None
    force: Force
    clause: str
    state: DeadlineState
    started: dt.date
    basis: str  # how it was counted, in words
    party: str | None = None
    expected: dt.date | None = None  # the new day of a delay whose reason is recorded
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """The fold of a case's events.

    `facts` are what events recorded, by event kind; where a kind happens once per person the party's
    id is part of the key: "meeting-arranged:respondent-1".
    """

    ref: str
    pack: str
    pack_version: str
    pack_digest: str
    parties: tuple[Party, ...]
    events: tuple[Event, ...]
    facts: Mapping[str, Data]
    answers: Mapping[str, Json] = field(default_factory=dict)
    verdict: Data = field(default_factory=dict)
    received: dt.date | None = None
    raised: dt.date | None = None
    originals: tuple[FiledDocument, ...] = ()
    letters: tuple[Letter, ...] = ()
    seq: int = 0  # the last event of the case in the log, one that was taken back included

    def party(self, party_id: str) -> Party | None:
        """The party of that id, if the case has one."""
        return next((p for p in self.parties if p.id == party_id), None)

    def in_role(self, role: str) -> tuple[Party, ...]:
        """Every party in a role, in the order in which they were named."""
        return tuple(p for p in self.parties if p.role == role)

    def has(self, kind: str) -> bool:
        """Whether an event of this kind has happened."""
        return any(e.kind == kind for e in self.events)
