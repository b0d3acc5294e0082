"""One act against one cutoff: its verdict, and the arithmetic in words that can be read aloud."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.document import Act, ActKind, ActVerdict, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules.names import NUMBER_NAMES
from hrdocs.rules.workdays import format_day, shift_days

_NUMBERS = ("no", *NUMBER_NAMES)
_ORDINALS = {29: "29th", 30: "30th", 31: "31st"}
UNDECIDED = frozenset({"impossible", "weekday-mismatch", "future", "none-found"})
OUTCOMES = {
    VerdictKind.IN_TIME: "in time",
    VerdictKind.OUT_OF_TIME: "out of time",
    VerdictKind.PARTLY_IN_TIME: "partly in time",
    VerdictKind.NEEDS_REVIEW: "for a person to look at",
    VerdictKind.NO_LIMIT: "without a limit",
}
_IN, _OUT = VerdictKind.IN_TIME, VerdictKind.OUT_OF_TIME
_PARTLY, _REVIEW = VerdictKind.PARTLY_IN_TIME, VerdictKind.NEEDS_REVIEW
_Interval = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Frame:
    """One day raised with its cutoff, and the words that go with them."""

    raised: dt.date
    cutoff: dt.date
    clamped: bool
    limit: TimeLimit

    @property
    def arithmetic(self) -> str:
        months = format_months(self.limit.months or 0)
        end = (
            f", the last day of that month, which has no {_ORDINALS[self.raised.day]}" if self.clamped else ""
        )
        return f"Raised on {format_day(self.raised)}. {months} back is {format_day(self.cutoff)}{end}."

    @property
    def clause(self) -> str:
        return f" (clause {self.limit.clause})" if self.limit.clause else ""


def format_months(months: int) -> str:
    word = _NUMBERS[months] if 0 <= months < len(_NUMBERS) else str(months)
    return f"{word.capitalize()} month{'' if months == 1 else 's'}"


def judge_act(act: Act, frame: Frame) -> ActVerdict:
    if act.start is None or act.end is None or act.start > act.end:
        why = f"{frame.arithmetic} No day can be read from “{shorten(act.text)}”, so a person must look."
        return ActVerdict(act, _REVIEW, why)
    outcomes = [(span, _judge_span(span, act.kind, frame)) for span in spans_of(act)]
    (_, verdict), *others = outcomes
    if any(other != verdict for _, other in others):
        doubt = _describe_doubt(act, outcomes, frame)
        return ActVerdict(act, _REVIEW, f"{frame.arithmetic} It has several meanings: {doubt}{frame.clause}.")
    words = _describe(act.kind, act.start, act.end, verdict, frame)
    if verdict is not _REVIEW and (act.review or UNDECIDED.intersection(act.flags)):
        words = f"{words} The date itself is in doubt, so a person must look."
        verdict = _REVIEW
    return ActVerdict(act, verdict, f"{frame.arithmetic} {words}")


def find_both_outcomes(act: Act, frame: Frame) -> str | None:
    """Find the words for an act that would be in time on one reading and not on another."""
    words = _describe_doubt(
        act, [(span, _judge_span(span, act.kind, frame)) for span in spans_of(act)], frame
    )
    return None if words is None else f"“{shorten(act.text)}”: {words}{frame.clause}."


def _describe_doubt(act: Act, outcomes: Sequence[tuple[_Interval, VerdictKind]], frame: Frame) -> str | None:
    """What each meaning would give: either side of the cutoff, else one meaning per outcome."""
    spans = [until_raised(span, act.kind, frame.raised) for span, _ in outcomes]
    if act.kind is ActKind.IMPRECISE or (act.kind is ActKind.DAY and any(a != b for a, b in spans)):
        first, last = min((a for a, _ in spans), default=None), max((b for _, b in spans), default=None)
        if first is not None and last is not None and first < frame.cutoff <= last <= frame.raised:
            return _either_side(frame)
    meanings: dict[VerdictKind, list[str]] = {}
    for span, verdict in outcomes:
        meanings.setdefault(verdict, []).append(format_span(*span))
    if len(meanings) < 2:
        return None
    shown = 3 if act.kind is ActKind.DAY else 1
    return "; ".join(
        f"if it means {' or '.join(days[:shown])}, it is {OUTCOMES[verdict]}"
        for verdict, days in meanings.items()
    )


def spans_of(act: Act) -> tuple[_Interval, ...]:
    first = () if act.start is None or act.end is None else ((act.start, act.end),)
    return tuple(dict.fromkeys((*first, *act.readings)))


def _judge_span(span: _Interval, kind: ActKind, frame: Frame) -> VerdictKind:
    """The verdict on one interval, as if it were the only reading."""
    start, end = until_raised(span, kind, frame.raised)
    if start > end or end > frame.raised:
        return _REVIEW
    if start >= frame.cutoff:
        return _IN
    if end < frame.cutoff:
        return _OUT
    return _PARTLY if kind in (ActKind.RANGE, ActKind.ONGOING) else _REVIEW


def until_raised(span: _Interval, kind: ActKind, raised: dt.date) -> _Interval:
    """What is imprecise or still going on stops at the day raised."""
    start, end = span
    if kind in (ActKind.ONGOING, ActKind.IMPRECISE) and start <= raised:
        return start, min(end, raised)
    return start, end


def _describe(kind: ActKind, start: dt.date, end: dt.date, verdict: VerdictKind, frame: Frame) -> str:
    """The sentence that gives an act's days and its verdict."""
    start, end = until_raised((start, end), kind, frame.raised)
    if end > frame.raised:
        return f"The act is dated {format_span(start, end)}, after the day raised, so a person must look."
    if start == end:
        return f"The act was on {format_day(start)}, so it is {OUTCOMES[verdict]}{frame.clause}."
    days = f"from {format_day(start)} to {format_day(end)}"
    if kind in (ActKind.DAY, ActKind.IMPRECISE):
        if verdict is _REVIEW:
            return f"The act was on some day {days}: {_either_side(frame)}{frame.clause}."
        return f"The act was on some day {days}, and every one of them is {OUTCOMES[verdict]}{frame.clause}."
    goes_on = ", the day raised" if kind is ActKind.ONGOING and end == frame.raised else ""
    if verdict is _PARTLY:
        return (
            f"The acts ran {days}{goes_on}: from {format_day(frame.cutoff)} on they are in time, "
            f"and before that out of time{frame.clause}."
        )
    return f"The acts ran {days}{goes_on}, so all of it is {OUTCOMES[verdict]}{frame.clause}."


def _either_side(frame: Frame) -> str:
    before = shift_days(frame.cutoff, -1)
    return (
        f"if it was on or before {format_day(before)}, it is out of time; "
        f"if it was on or after {format_day(frame.cutoff)}, it is in time"
    )


def format_span(start: dt.date, end: dt.date) -> str:
    return format_day(start) if start == end else f"{format_day(start)} to {format_day(end)}"


def shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
