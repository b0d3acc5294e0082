"""All acts and the whole complaint: verdicts, flags, reasons and the questions for a person."""

import datetime as dt
from collections.abc import Iterable

from hrdocs.document import Act, ActVerdict, DateReading, Raised, Verdict, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules.timelimit.acts import (
    OUTCOMES,
    UNDECIDED,
    Frame,
    find_both_outcomes,
    format_span,
    judge_act,
    shorten,
    spans_of,
    until_raised,
)
from hrdocs.rules.timelimit.informal import check_informal_stage
from hrdocs.rules.timelimit.raised import SOURCES, cutoff_for
from hrdocs.rules.workdays import format_day

_IN, _OUT = VerdictKind.IN_TIME, VerdictKind.OUT_OF_TIME
_PARTLY, _REVIEW = VerdictKind.PARTLY_IN_TIME, VerdictKind.NEEDS_REVIEW
_ASK_RECEIPT = "On what day did the complaint first reach somebody who may receive it, and who was it?"


def judge(
    reading: DateReading,
    *,
    raised: Raised | None,
    limit: TimeLimit,
    informal_from: dt.date | None = None,
    activity: tuple[dt.date, ...] = (),
) -> Verdict:
    """Judge every act and the whole complaint against the policy's limit.

    `informal_from` is the day on which the informal stage began, `activity` the dated steps in it.
    Where they may save an act, a person decides: needs-review. `raised` None: nothing says when.
    Raises: CalendarError, for a year that no calendar holds. Source: the limit's clause.
    """
    if limit.months is None:
        return _without_limit(reading, raised, limit)
    if raised is None:
        return _without_raised(reading, limit)
    frame = Frame(raised.day, *cutoff_for(raised.day, months=limit.months), limit)
    judged = tuple(judge_act(act, frame) for act in reading.acts)
    flags, reasons, questions = _Lines(reading.flags), _Lines(reading.reasons), _Lines()
    for found in judged:
        flags.add(*found.act.flags, *_flags_of(found.act, frame))
        both = find_both_outcomes(found.act, frame)
        if both is not None:
            reasons.add(both)
        _ask_about_act(found, frame, questions)
    if not judged:
        flags.add("none-found")
        reasons.add("No date of an act could be read.")
        questions.add("On what day or days did the acts happen?")
    if "month-end" in flags.unique:
        reasons.add(
            f"The cutoff is {format_day(frame.cutoff)} because its month is the shorter one: an act on that "
            "very day is in time by the clause's own counting back, but not when counted forward."
        )
    saved = check_informal_stage(judged, frame.cutoff, raised.day, limit, informal_from, activity)
    flags.add(*saved.flags)
    reasons.add(*saved.reasons)
    questions.add(*saved.questions)
    incidents = _compare_candidates(saved.incidents, raised, frame, flags, reasons, questions)
    _explain_source(raised, flags, reasons, questions)
    _name_other_routes(judged, limit, reasons, questions)
    return Verdict(
        verdict=_whole(found.verdict for found in incidents),
        raised=raised,
        cutoff=frame.cutoff,
        incidents=incidents,
        flags=flags.unique,
        reasons=reasons.unique,
        questions=questions.unique,
        clause=limit.clause or None,
    )


class _Lines:
    """Words in the order first added, each once."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = dict.fromkeys(lines)

    def add(self, *lines: str) -> None:
        self._lines.update(dict.fromkeys(lines))

    @property
    def unique(self) -> tuple[str, ...]:
        return tuple(self._lines)


def _whole(verdicts: Iterable[VerdictKind]) -> VerdictKind:
    kinds = set(verdicts)
    if not kinds or _REVIEW in kinds:
        return _REVIEW
    return kinds.pop() if len(kinds) == 1 else _PARTLY


# --- Flags, reasons and questions -------------------------------------------------------------------


def _flags_of(act: Act, frame: Frame) -> tuple[str, ...]:
    if act.start is None or act.end is None:
        return ()
    start, end = until_raised((act.start, act.end), act.kind, frame.raised)
    future = ("future",) if end > frame.raised else ()
    month_end = ("month-end",) if frame.clamped and start <= frame.cutoff <= end else ()
    return future + month_end


def _ask_about_act(found: ActVerdict, frame: Frame, questions: _Lines) -> None:
    """The question that would settle an act that needs a person."""
    act = found.act
    if found.verdict is not _REVIEW:
        return
    text = shorten(act.text)
    spans = spans_of(act)
    if len(spans) > 1:
        days = " or ".join(format_span(*span) for span in spans)
        questions.add(f"Which is meant by “{text}”: {days}?")
    elif act.start is None or act.end is None or act.start > act.end:
        questions.add(f"What day is meant by “{text}”?")
    elif act.end > frame.raised or "future" in act.flags:
        questions.add(f"“{text}” is after the day raised: which of the two dates is right?")
    elif act.start == act.end:
        questions.add(f"Was “{text}” {format_day(act.start)}?")
    else:
        questions.add(f"On which day was “{text}”: before {format_day(frame.cutoff)}, or on or after it?")


def _compare_candidates(
    incidents: tuple[ActVerdict, ...],
    raised: Raised,
    frame: Frame,
    flags: _Lines,
    reasons: _Lines,
    questions: _Lines,
) -> tuple[ActVerdict, ...]:
    """Where another day raised would give another verdict, no verdict stands."""
    months = frame.limit.months or 0
    for source, day in raised.candidates:
        other = Frame(day, *cutoff_for(day, months=months), frame.limit)
        changed: list[ActVerdict] = []
        for found in incidents:
            again = judge_act(found.act, other)
            first = judge_act(found.act, frame).verdict
            if again.verdict is first:
                changed.append(found)
                continue
            flags.add("raised-doubtful")
            words = (
                f"If it was raised on {format_day(day)} ({SOURCES.get(source, source)}), "
                f"“{shorten(found.act.text)}” is {OUTCOMES[again.verdict]}; if on {format_day(raised.day)} "
                f"({SOURCES.get(raised.source, raised.source)}), {OUTCOMES[first]}."
            )
            reasons.add(words)
            questions.add(_ASK_RECEIPT)
            changed.append(ActVerdict(found.act, _REVIEW, f"{found.why} {words}"))
        incidents = tuple(changed)
    return incidents


def _explain_source(raised: Raised, flags: _Lines, reasons: _Lines, questions: _Lines) -> None:
    if raised.source == "signature":
        flags.add("raised-from-signature")
        reasons.add(
            "No date of receipt is recorded, so the signature date stands for the day raised; "
            "a form is raised when it reaches somebody who may receive it."
        )
        questions.add("On what day was the form first received, and by whom?")
    if raised.source == "informal":
        reasons.add("Only the day on which it was raised informally is known.")


def _name_other_routes(
    incidents: tuple[ActVerdict, ...], limit: TimeLimit, reasons: _Lines, questions: _Lines
) -> None:
    """A course of conduct that reaches into the limit, and what the organisation may do by itself."""
    kinds = {found.verdict for found in incidents}
    if not kinds & {_OUT, _PARTLY}:
        return
    ends = [f.act.end for f in incidents if f.act.end is not None and f.verdict in (_IN, _PARTLY)]
    if ends:
        questions.add(
            f"Are the older acts part of one course of conduct whose last act, on {format_day(max(ends))}, "
            "is in time? The policy judges each act by itself; a person decides what is taken as background."
        )
    else:
        questions.add("Has anything happened since then that belongs to the same conduct?")
    if limit.own_initiative_clause:
        reasons.add(
            "Out of time does not end the matter: the organisation may look into it of its own accord "
            f"(clause {limit.own_initiative_clause}). A person decides, and the decision is recorded."
        )


# --- No limit, no day raised ------------------------------------------------------------------------


def _without_limit(reading: DateReading, raised: Raised | None, limit: TimeLimit) -> Verdict:
    clause = f" (clause {limit.clause})" if limit.clause else ""
    rule = f"The procedure sets no time limit between an act and raising it{clause}."
    reasons = _Lines(reading.reasons)
    reasons.add(rule)
    if limit.note:
        reasons.add(limit.note)
    if not limit.clause:
        reasons.add("Not closing a complaint for its age is a default of this software, without a clause.")
    flags = _Lines(reading.flags)
    questions = _Lines()
    for act in reading.acts:
        flags.add(*act.flags)
        if act.review or act.start is None or UNDECIDED.intersection(act.flags):
            questions.add(f"What day is meant by “{shorten(act.text)}”?")
    incidents = tuple(ActVerdict(act, VerdictKind.NO_LIMIT, rule) for act in reading.acts)
    return Verdict(
        VerdictKind.NO_LIMIT, raised, None, incidents, flags.unique, reasons.unique, questions.unique,
        limit.clause or None,
    )  # fmt: skip


def _without_raised(reading: DateReading, limit: TimeLimit) -> Verdict:
    why = "Nothing says on what day the complaint was raised, so no limit can be counted."
    incidents = tuple(ActVerdict(act, _REVIEW, why) for act in reading.acts)
    flags = _Lines(reading.flags)
    for act in reading.acts:
        flags.add(*act.flags)
    flags.add("raised-unknown")
    return Verdict(
        _REVIEW,
        None,
        None,
        incidents,
        flags.unique,
        (*reading.reasons, why),
        (_ASK_RECEIPT,),
        limit.clause or None,
    )
