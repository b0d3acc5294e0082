"""The time-limit verdict on dates as somebody would write them, for a page or a command."""

import datetime as dt

from hrdocs.document import Raised, Verdict
from hrdocs.procedure import TimeLimit
from hrdocs.rules.dates import find_incidents
from hrdocs.rules.timelimit import format_explanation, judge


def check_time(
    text: str,
    *,
    raised: dt.date,
    limit: TimeLimit,
    informal_from: dt.date | None = None,
    activity: tuple[dt.date, ...] = (),
) -> Verdict:
    """Whether each act in a text is inside the limit. `informal_from` and `activity` are days."""
    reading = find_incidents(text, raised=raised)
    day = Raised(raised, "given")
    return judge(reading, raised=day, limit=limit, informal_from=informal_from, activity=activity)


def explain(verdict: Verdict) -> tuple[str, ...]:
    """The verdict in a few lines of plain English."""
    return tuple(format_explanation(verdict))
