"""A last day that a letter gave to its reader holds, even where the letter came earlier than expected.

A letter prints the day counted from its expected receipt. Where the recorded receipt gives a later day,
that one counts; where it gives an earlier one, the printed day stands.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.procedure import Force, Limit
from hrdocs.rules.workdays import format_day

PRINTED = "printed"  # in a `letter-issued` event: limit ids with the ISO days that the letter gave


def honour_printed(
    found: Sequence[Deadline], case: Case, limits: Sequence[Limit], as_of: dt.date
) -> tuple[Deadline, ...]:
    """The deadlines, each no earlier than an issued letter said; only hard limits are rights to keep."""
    given = _given(case)
    if not given:
        return tuple(found)
    ends = {limit.id: limit.end for limit in limits}
    return tuple(_honoured(d, given, case, ends.get(d.limit, ""), as_of) for d in found)


def _given(case: Case) -> dict[tuple[str, str], dt.date]:
    out: dict[tuple[str, str], dt.date] = {}
    for event in case.events:
        rows = event.data.get(PRINTED)
        if event.kind == "letter-issued" and isinstance(rows, dict):
            for limit, day in rows.items():
                key = (limit, str(event.data.get("to")))
                out[key] = max(out.get(key, dt.date.min), dt.date.fromisoformat(str(day)))
    return out


def _honoured(
    deadline: Deadline, given: dict[tuple[str, str], dt.date], case: Case, end: str, as_of: dt.date
) -> Deadline:
    days = [
        day
        for (limit, party), day in given.items()
        if limit == deadline.limit and deadline.party in (None, party)
    ]
    if not days or deadline.due is None or deadline.force is not Force.HARD or max(days) <= deadline.due:
        return deadline
    day = max(days)
    state = deadline.state
    if state is DeadlineState.MET_AFTER and any(e.kind == end and e.on <= day for e in case.events):
        state = DeadlineState.MET
    elif state not in (DeadlineState.MET, DeadlineState.MET_AFTER) and as_of <= day:
        state = DeadlineState.OPEN
    told = f"The letter gave {format_day(day)}, which is later and therefore stands."
    return replace(deadline, due=day, state=state, basis=f"{deadline.basis} {told}".strip())
