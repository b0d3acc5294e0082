"""The informal-stage exception: what may save an act that is out of time, and the evidence it needs.

Conventions: the software shows the activity and the length of every gap in it and never decides
whether the gap was an unnecessary delay. An act that the exception may reach is `needs-review`.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from hrdocs.document import ActVerdict, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules.workdays import format_day, shift_months

_OLD = (VerdictKind.OUT_OF_TIME, VerdictKind.PARTLY_IN_TIME)


@dataclass(frozen=True, slots=True)
class InformalStage:
    """What the informal stage changes: acts, and what to tell and to ask."""

    incidents: tuple[ActVerdict, ...]
    flags: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def check_informal_stage(
    incidents: tuple[ActVerdict, ...],
    cutoff: dt.date,
    raised: dt.date,
    limit: TimeLimit,
    informal_from: dt.date | None,
    activity: tuple[dt.date, ...],
) -> InformalStage:
    """Check which acts that are out of time the informal stage may save.

    Source: the limit's `saving_clause` (12.1, second paragraph, of the council's policy).
    """
    if limit.saving_clause is None or not any(found.verdict in _OLD for found in incidents):
        return InformalStage(incidents)
    clause = f"clause {limit.saving_clause}"
    if informal_from is None:
        return InformalStage(incidents, questions=(_ask_for_start(clause, activity),))
    if informal_from > raised:
        return _contradiction(incidents, informal_from, clause)
    first, _ = shift_months(informal_from, -(limit.months or 0))
    judged = tuple(_look_again(found, first, cutoff, informal_from, clause) for found in incidents)
    reached = judged != incidents
    reasons = [_describe_activity(informal_from, raised, activity)]
    if not reached:
        reasons.append(
            f"The informal stage began on {format_day(informal_from)}, when these acts were already older "
            f"than the limit; whether the exception of {clause} reaches them is for a person."
        )
    question = (
        f"Was the work of the informal stage shown and not delayed without need, so that the exception of "
        f"{clause} applies? Who decides, and why?"
    )
    return InformalStage(judged, ("informal-stage",) if reached else (), tuple(reasons), (question,))


def _contradiction(incidents: tuple[ActVerdict, ...], informal_from: dt.date, clause: str) -> InformalStage:
    words = (
        f"The informal stage is dated {format_day(informal_from)}, after the complaint was raised, "
        f"so the exception of {clause} cannot be looked at."
    )
    question = "On what day did the informal stage begin?"
    return InformalStage(incidents, reasons=(words,), questions=(question,))


def _ask_for_start(clause: str, activity: tuple[dt.date, ...]) -> str:
    dated = " Dated activity is given, but not the day on which that stage began." if activity else ""
    return (
        f"Was the informal stage begun, and on what day?{dated} The exception of {clause} needs that day, "
        "dated activity since then, and no unnecessary delay."
    )


def _look_again(
    found: ActVerdict, first: dt.date, cutoff: dt.date, informal_from: dt.date, clause: str
) -> ActVerdict:
    """An old act that was in time when the informal stage began, or came after, is a person's to decide."""
    start, end = found.act.start, found.act.end
    if found.verdict not in _OLD or start is None or end is None:
        return found
    if end < first or start >= cutoff:
        return found
    began = f"began on {format_day(informal_from)}"
    then = f"{began}, before the act" if start > informal_from else f"{began}, when it was still in time"
    words = f"But the informal stage {then}: the exception of {clause} may save it, so a person must look."
    return ActVerdict(found.act, VerdictKind.NEEDS_REVIEW, f"{found.why} {words}")


def _describe_activity(informal_from: dt.date, raised: dt.date, activity: tuple[dt.date, ...]) -> str:
    """Every gap between the beginning, the dated activity and the day raised, with its length."""
    inside = sorted({day for day in activity if informal_from < day < raised})
    outside = sorted({day for day in activity if not informal_from <= day <= raised})
    days = [informal_from, *inside, raised]
    gaps = [f"{(b - a).days} days from {format_day(a)} to {format_day(b)}" for a, b in pairwise(days)]
    longest = max((b - a).days for a, b in pairwise(days))
    shown = "no dated activity is given" if not inside else f"the longest gap is {longest} days"
    words = f"Informal stage, from beginning to the day raised: {'; '.join(gaps)}; {shown}."
    if outside:
        words += f" Outside it, so not counted: {', '.join(format_day(day) for day in outside)}."
    return words
