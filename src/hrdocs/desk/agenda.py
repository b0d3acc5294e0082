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
from hrdocs.register.listings import cases_ahead, list_cases, packs_in_use
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
    titles = {
        digest: {limit.id: limit.title for limit in shelf.pack(name, digest).procedure.limits}
        for name, digest in packs_in_use(register)
    }
    forces = {force.value: force for force in Force}
    for row in lister.deadlines(as_of=as_of, until=until):
        bucket = _bucket(row, as_of, until)
        if bucket is not None:
            title = titles[row.pack].get(row.limit, row.limit)
            rows.append(
                AgendaRow(bucket, row.case, title, row.due, row.clause, forces[row.force], row.party or None,
                          row.expected, row.limit)
            )  # fmt: skip
    order = {bucket: number for number, bucket in enumerate(Bucket)}
    rows.sort(key=lambda r: (order[r[0]], r[3] or dt.date.max, r[1]))
    return tuple(rows)


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


_BUCKETS = {"late": Bucket.LATE, "past-aim": Bucket.PAST_AIM, "passed": Bucket.UNUSED}


def _bucket(row: DeadlineRow, as_of: dt.date, until: dt.date) -> Bucket | None:
    if row.state in _BUCKETS:
        return _BUCKETS[row.state]
    day = row.expected if row.state == "delayed" else row.due
    if day is None:
        return Bucket.OPEN
    if day == as_of:
        return Bucket.TODAY
    return Bucket.SOON if day <= until else None
