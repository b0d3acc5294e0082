"""A verdict in a few plain lines for a caseworker."""

from collections.abc import Sequence

from hrdocs.document import Act, ActKind, ActVerdict, Verdict, VerdictKind
from hrdocs.rules.dates.resolve import write_day
from hrdocs.rules.timelimit.acts import OUTCOMES, format_months, shorten
from hrdocs.rules.timelimit.raised import SOURCES
from hrdocs.rules.workdays import format_day

_SHOWN = 4  # acts of one verdict that are named
_DECIDES = " A person decides, and the decision is recorded."  # said once, by the last line


def format_explanation(verdict: Verdict) -> tuple[str, ...]:
    """Say a verdict in at most six plain lines: the answer, the arithmetic, the acts, what is open."""
    lines = [_headline(verdict)]
    if verdict.raised is not None and verdict.cutoff is not None:
        months = (verdict.raised.day.year - verdict.cutoff.year) * 12
        months += verdict.raised.day.month - verdict.cutoff.month
        source = SOURCES.get(verdict.raised.source, verdict.raised.source)
        clause = f" (clause {verdict.clause})" if verdict.clause else ""
        lines.append(
            f"Raised on {format_day(verdict.raised.day)} ({source}); {format_months(months).lower()} back is "
            f"{format_day(verdict.cutoff)}, the first day in time{clause}."
        )
    if verdict.verdict is not VerdictKind.NO_LIMIT and verdict.incidents:
        lines.append(_acts_line(verdict.incidents))
    if verdict.reasons:
        lines.append(_first_of(verdict.reasons, "reason"))
    if verdict.questions:
        lines.append(_first_of([f"Ask: {question}" for question in verdict.questions], "question"))
    if verdict.verdict not in (VerdictKind.IN_TIME, VerdictKind.NO_LIMIT):
        lines = [line.replace(_DECIDES, "") for line in lines]
        lines.append("Nothing is refused by this: a person decides and the decision is recorded.")
    return tuple(lines)


def _headline(verdict: Verdict) -> str:
    return {
        VerdictKind.IN_TIME: "In time: every act is inside the limit.",
        VerdictKind.OUT_OF_TIME: "Out of time: every act is older than the limit allows.",
        VerdictKind.PARTLY_IN_TIME: "Partly in time: some acts are inside the limit and some are older.",
        VerdictKind.NEEDS_REVIEW: "A person must look: the dates do not give one sure answer.",
        VerdictKind.NO_LIMIT: "No limit: this procedure closes no complaint for its age.",
    }[verdict.verdict]


def _acts_line(incidents: Sequence[ActVerdict]) -> str:
    outcomes: dict[VerdictKind, list[str]] = {}
    for found in incidents:
        outcomes.setdefault(found.verdict, []).append(format_act(found.act))
    return f"{'; '.join(_outcome(acts, OUTCOMES[verdict]) for verdict, acts in outcomes.items())}."


def _outcome(acts: Sequence[str], outcome: str) -> str:
    """ "3 March 2025, 4 March 2025 and 7 March 2025 are out of time"."""
    if len(acts) == 1:
        return f"{acts[0]} is {outcome}"
    shown = list(acts) if len(acts) <= _SHOWN else [*acts[: _SHOWN - 1], f"{len(acts) - _SHOWN + 1} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]} are {outcome}"


def format_act(act: Act) -> str:
    """An act by its day, or by what was written where the day is not certain."""
    if act.kind is ActKind.DAY and act.start is not None and not act.review and not act.readings:
        return write_day(act.start)
    if act.start is None or act.end is None:
        return f"“{shorten(act.text)}”"
    days = [write_day(day) for day in dict.fromkeys((act.start, act.end))]
    return f"“{shorten(act.text)}” ({' to '.join(days)})"


def _first_of(lines: Sequence[str], noun: str) -> str:
    rest = len(lines) - 1
    more = (
        f" There {'is' if rest == 1 else 'are'} {rest} more {noun}{'' if rest == 1 else 's'}." if rest else ""
    )
    return f"{lines[0]}{more}"
