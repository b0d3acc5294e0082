"""What is due across all cases: risks and unread files first, then what is late, past its aim, today, soon.

Rows name the case, the step and the clause, never a person.
"""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hrdocs.desk.cases import PackShelf
from hrdocs.desk.listing import Lister
from hrdocs.organisation import Organisation
from hrdocs.procedure import Force
from hrdocs.register import DeadlineRow, Filing, Register
from hrdocs.register.listings import cases_ahead, list_cases
from hrdocs.rules.workflow import risk_unanswered


class Bucket(StrEnum):
    """Where a row stands in the day's work, in this order."""

    CALL = "call first"
    UNREAD = "cannot be read"
    LATE = "late"
    PAST_AIM = "past its aim"
    UNUSED = "passed unused: ask why"
    TODAY = "today"
    SOON = "soon"
    OPEN = "as soon as practicable"


_BUCKETS = {"late": Bucket.LATE, "past-aim": Bucket.PAST_AIM, "passed": Bucket.UNUSED}
_ORDER = {bucket: number for number, bucket in enumerate(Bucket)}


class AgendaRow(NamedTuple):
    """One thing to do. `due` is the last day in time; None where it has no figure.

    `expected` is the new day of a delay whose reason is recorded.
    """

    bucket: Bucket
    subject: str  # a case reference, or a file in quarantine
    title: str
    due: dt.date | None
    clause: str
    force: Force | None = None
    party: str | None = None
    expected: dt.date | None = None
    limit: str = ""


def agenda(
    register: Register, shelf: PackShelf, organisation: Organisation, *, as_of: dt.date, days: int = 7
) -> tuple[AgendaRow, ...]:
    """Everything that is due up to `days` after a day, the most pressing first."""
    lister = Lister(register, shelf, organisation)
    until = as_of + dt.timedelta(days=days)
    rows = [_unread(filing) for filing in register.filings() if filing.waits and filing.received <= as_of]
    rows += _calls(lister, as_of)
    for state, limit, row in lister.deadlines(as_of=as_of, until=until):
        bucket = _bucket(state, row, as_of, until)
        if bucket is not None:
            rows.append(
                _made((bucket, row[0], limit.title, row[3], limit.clause, limit.force, row[2] or None,
                       row[4], limit.id))
            )  # fmt: skip
    rows.sort(key=_place)
    return tuple(rows)


def _made(values: tuple[object, ...]) -> AgendaRow:
    return tuple.__new__(AgendaRow, values)  # many times faster than by name


def _place(row: AgendaRow) -> tuple[int, dt.date, str]:
    return _ORDER[row[0]], row[3] or dt.date.max, row[1]


def _calls(lister: Lister, as_of: dt.date) -> Iterator[AgendaRow]:
    """The cases in which a person calls before any letter."""
    ahead = {row.ref for row in cases_ahead(lister.register, as_of)}
    title = "Words that suggest a risk: a person calls before any letter"
    for row in list_cases(lister.register, {"call_first": True}):
        if row.ref not in ahead:
            yield AgendaRow(Bucket.CALL, row.ref, title, row.received, "")
    for case in lister.folded(sorted(ahead), as_of):
        if risk_unanswered(case):
            yield AgendaRow(Bucket.CALL, case.ref, title, case.received, "")


def _unread(filing: Filing) -> AgendaRow:
    title = f"Counts as a complaint received {filing.received.isoformat()}: {filing.message}"
    return AgendaRow(Bucket.UNREAD, filing.path, title, filing.received, "")


def _bucket(state: str, row: DeadlineRow, as_of: dt.date, until: dt.date) -> Bucket | None:
    if state in _BUCKETS:
        return _BUCKETS[state]
    day = row[4] if state == "delayed" else row[3]
    if day is None:
        return Bucket.OPEN
    if day == as_of:
        return Bucket.TODAY
    return Bucket.SOON if day <= until else None
