"""What is due across all cases: risks and unread files first, then what is late, past its aim, today, soon.

Rows name the case, the step and the clause, never a person.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.desk.cases import PackShelf
from hrdocs.desk.deadlines import calendar_for, deadlines_of
from hrdocs.organisation import Organisation
from hrdocs.procedure import Force
from hrdocs.register import Filing, Register
from hrdocs.rules.workflow import fold, risk_unanswered


class Bucket(StrEnum):
    """Where a row stands in the day's work, in this order."""

    CALL = "call first"
    UNREAD = "cannot be read"
    LATE = "late"
    PAST_AIM = "past its aim"
    TODAY = "today"
    SOON = "soon"
    OPEN = "as soon as practicable"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One thing to do. `due` is the last day in time; None where it has no figure."""

    bucket: Bucket
    subject: str  # a case reference, or a file in quarantine
    title: str
    due: dt.date | None
    clause: str
    force: Force | None = None
    party: str | None = None


def agenda(
    register: Register, shelf: PackShelf, organisation: Organisation, *, as_of: dt.date, days: int = 7
) -> tuple[AgendaRow, ...]:
    """Everything that is due up to `days` after a day, the most pressing first."""
    rows = [_unread(filing) for filing in register.filings() if filing.reason and filing.received <= as_of]
    for listed in register.cases():
        if listed.received is not None and listed.received > as_of:
            continue
        case = fold(register.events(listed.ref))
        rows.extend(_rows(case, shelf, organisation, as_of, days))
    order = list(Bucket)
    return tuple(sorted(rows, key=lambda r: (order.index(r.bucket), r.due or dt.date.max, r.subject)))


def _unread(filing: Filing) -> AgendaRow:
    title = f"Counts as a complaint received {filing.received.isoformat()}: {filing.message}"
    return AgendaRow(Bucket.UNREAD, filing.path, title, filing.received, "")


def _rows(
    case: Case, shelf: PackShelf, organisation: Organisation, as_of: dt.date, days: int
) -> Iterator[AgendaRow]:
    if risk_unanswered(case):
        title = "Words that suggest a risk: a person calls before any letter"
        yield AgendaRow(Bucket.CALL, case.ref, title, case.received, "")
    pack = shelf.pack_of(case)
    for deadline in deadlines_of(case, pack, calendar_for(pack, organisation), as_of):
        bucket = _bucket(deadline, as_of, days)
        if bucket is not None:
            yield AgendaRow(
                bucket,
                case.ref,
                deadline.title,
                deadline.due,
                deadline.clause,
                deadline.force,
                deadline.party,
            )


def _bucket(deadline: Deadline, as_of: dt.date, days: int) -> Bucket | None:
    if deadline.state is DeadlineState.LATE:
        return Bucket.LATE
    if deadline.state is DeadlineState.PAST_AIM:
        return Bucket.PAST_AIM
    if deadline.state is not DeadlineState.OPEN:
        return None
    if deadline.due is None:
        return Bucket.OPEN
    if deadline.due == as_of:
        return Bucket.TODAY
    return Bucket.SOON if deadline.due <= as_of + dt.timedelta(days=days) else None
