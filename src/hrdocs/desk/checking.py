"""The time-limit verdict on dates as somebody would write them, for a page or a command."""

import datetime as dt

from hrdocs.document import Raised, Verdict
from hrdocs.organisation import Organisation
from hrdocs.procedure import Procedure
from hrdocs.rules.dates import find_incidents
from hrdocs.rules.statutory import inform, with_figures
from hrdocs.rules.timelimit import format_explanation, judge


def check_time(
    text: str,
    *,
    raised: dt.date,
    procedure: Procedure,
    informal_from: dt.date | None = None,
    activity: tuple[dt.date, ...] = (),
) -> Verdict:
    """Whether each act in a text is inside the procedure's limit. `informal_from` and `activity` are days."""
    reading = find_incidents(text, raised=raised, nation=procedure.calendar)
    return judge(
        reading, raised=Raised(raised, "given"), limit=procedure.time_limit, informal_from=informal_from,
        activity=activity,
    )  # fmt: skip


def inform_of_tribunals(
    verdict: Verdict, procedure: Procedure, organisation: Organisation | None
) -> tuple[str, ...]:
    """What tribunals' own limits there are, apart from the verdict: a sentence or two for each."""
    limits = with_figures(organisation.statutory if organisation else ())
    return inform(verdict, procedure.calendar, limits=limits)


def explain(verdict: Verdict) -> tuple[str, ...]:
    """The verdict in a few lines of plain English."""
    return tuple(format_explanation(verdict))
