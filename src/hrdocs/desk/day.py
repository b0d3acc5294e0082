"""The day's work: risk first, then files that cannot be read, what is late, past its aim, today, this week.

Rows name the case, the step and the clause, and the party by its part in the case.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hrdocs.case import Deadline, DeadlineState
from hrdocs.desk.casebook import CaseCard
from hrdocs.register import Filing

WEEK = 7


@dataclass(frozen=True, slots=True)
class DueRow:
    """One open deadline of one case."""

    ref: str
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Day:
    """What one day asks for. `soon` is the next seven days, `undated` what has no figure."""

    as_of: dt.date
    call: tuple[CaseCard, ...]
    unread: tuple[Filing, ...]
    late: tuple[DueRow, ...]
    past_aim: tuple[DueRow, ...]
    today: tuple[DueRow, ...]
    soon: tuple[DueRow, ...]
    undated: tuple[DueRow, ...]
    to_review: tuple[CaseCard, ...]
    drafts: tuple[CaseCard, ...]
    open_cases: int


def plan_day(cards: Iterable[CaseCard], filings: Iterable[Filing], *, as_of: dt.date) -> Day:
    """The day's work over the cases that a person may see."""
    seen = [card for card in cards if card.received is None or card.received <= as_of]
    active = [card for card in seen if card.closed is None]
    rows = [DueRow(card.ref, deadline) for card in seen for deadline in card.deadlines]
    rows.sort(key=lambda row: (row.deadline.due or dt.date.max, row.ref))
    dated = [row for row in rows if row.deadline.state is DeadlineState.OPEN and row.deadline.due]
    limit = as_of + dt.timedelta(days=WEEK)
    return Day(
        as_of=as_of,
        call=tuple(card for card in active if card.risk),
        unread=tuple(f for f in filings if f.received <= as_of),
        late=tuple(row for row in rows if row.deadline.state is DeadlineState.LATE),
        past_aim=tuple(row for row in rows if row.deadline.state is DeadlineState.PAST_AIM),
        today=tuple(row for row in dated if row.deadline.due == as_of),
        soon=tuple(row for row in dated if row.deadline.due and as_of < row.deadline.due <= limit),
        undated=tuple(row for row in rows if row.deadline.due is None),
        to_review=tuple(card for card in active if card.reasons),
        drafts=tuple(card for card in active if card.drafts or card.approved),
        open_cases=len(active),
    )
