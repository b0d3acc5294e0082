"""All acts and the whole complaint: verdicts, flags, reasons and the questions for a person."""

import datetime as dt
from collections.abc import Iterable, Sequence

from hrdocs.document import Act, ActKind, ActVerdict, DateReading, Raised, Verdict, VerdictKind
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
    notes = _Notes(reading)
    judged = _settle_unsure(tuple(judge_act(act, frame) for act in reading.acts), notes)
    _note_acts(judged, frame, notes)
    saved = check_informal_stage(judged, frame.cutoff, raised.day, limit, informal_from, activity)
    notes.flags.add(*saved.flags)
    notes.reasons.add(*saved.reasons)
    notes.questions.add(*saved.questions)
    incidents = _compare_candidates(saved.incidents, raised, frame, notes)
    _explain_source(raised, notes)
    _name_other_routes(judged, limit, notes)
    return notes.verdict(_whole(found.verdict for found in incidents), raised, frame.cutoff, incidents, limit)


class _Lines:
    """Words in the order first added, each once."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = dict.fromkeys(lines)

    def __contains__(self, line: str) -> bool:
        return line in self._lines

    def add(self, *lines: str) -> None:
        self._lines.update(dict.fromkeys(lines))

    @property
    def unique(self) -> tuple[str, ...]:
        return tuple(self._lines)


class _Notes:
    """What is gathered on the way to a verdict, beginning with what the date rules say."""

    def __init__(self, reading: DateReading) -> None:
        self.flags = _Lines(reading.flags)
        self.reasons = _Lines(reading.reasons)
        self.questions = _Lines()
        for act in reading.acts:
            self.flags.add(*act.flags)

    def verdict(
        self,
        kind: VerdictKind,
        raised: Raised | None,
        cutoff: dt.date | None,
        incidents: tuple[ActVerdict, ...],
        limit: TimeLimit,
    ) -> Verdict:
        """The verdict with everything noted."""
        return Verdict(
            verdict=kind,
            raised=raised,
            cutoff=cutoff,
            incidents=incidents,
            flags=self.flags.unique,
            reasons=self.reasons.unique,
            questions=self.questions.unique,
            clause=limit.clause or None,
        )


def _settle_unsure(judged: tuple[ActVerdict, ...], notes: _Notes) -> tuple[ActVerdict, ...]:
    """No verdict turns on an act that may be none: with it and without it the whole must be the same.

    Then one that words speak against is left out.
    """
    unsure = [found for found in judged if found.act.unsure]
    if not unsure:
        return judged
    known = _whole(found.verdict for found in judged if not found.act.unsure)
    if len(unsure) == len(judged):
        known = unsure[0].verdict
        turns = {id(found) for found in unsure} if {f.verdict for f in unsure} != {known} else set()
    else:
        turns = {id(found) for found in unsure if _whole((known, found.verdict)) is not known}
    settled = []
    for found in judged:
        if id(found) in turns and known is not _REVIEW:
            text = shorten(found.act.text)
            doubt = f"It is not clear whether \u201c{text}\u201d is the date of an incident."
            notes.reasons.add(doubt)
            notes.questions.add(_ask_whether(found.act))
            found = ActVerdict(found.act, _REVIEW, f"{found.why} {doubt}")
        elif found.act.unsure and not found.act.likely and len(unsure) < len(judged):
            continue
        settled.append(found)
    return tuple(settled)


def _ask_whether(act: Act) -> str:
    return f"Is \u201c{shorten(act.text)}\u201d when an incident happened, or the date of something else?"


def _whole(verdicts: Iterable[VerdictKind]) -> VerdictKind:
    kinds = set(verdicts)
    if not kinds or _REVIEW in kinds:
        return _REVIEW
    return kinds.pop() if len(kinds) == 1 else _PARTLY


# --- Flags, reasons and questions -------------------------------------------------------------------


def _note_acts(judged: Sequence[ActVerdict], frame: Frame, notes: _Notes) -> None:
    """The flags of each act, both outcomes of a doubtful one, and what to ask about it."""
    for found in judged:
        notes.flags.add(*_flags_of(found.act, frame))
        both = find_both_outcomes(found.act, frame)
        if both is not None:
            notes.reasons.add(both)
        _ask_about_act(found, frame, notes.questions)
    if not judged:
        notes.flags.add("none-found")
        notes.reasons.add("No date of an act could be read.")
        notes.questions.add("On what day or days did the acts happen?")
    if "month-end" in notes.flags:
        notes.reasons.add(
            f"The cutoff is {format_day(frame.cutoff)} because its month is the shorter one: an act on that "
            "very day is in time by the clause's own counting back, but not when counted forward."
        )


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
    if act.unsure:
        questions.add(_ask_whether(act))
    elif act.start is None or act.end is None or act.start > act.end:
        questions.add(f"What day is meant by “{text}”?")
    elif len(spans) > 1 and act.kind is ActKind.DAY:
        days = " or ".join(format_span(*span) for span in spans[:4])
        questions.add(f"Which is meant by “{text}”: {days}?")
    elif len(spans) > 1 and act.kind is not ActKind.IMPRECISE:
        questions.add(f"On what day did “{text}” begin, and on what day did it end?")
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
    notes: _Notes,
) -> tuple[ActVerdict, ...]:
    """Where another day raised would give another verdict, no verdict stands."""
    months = frame.limit.months or 0
    for source, day in dict.fromkeys(raised.candidates):
        if day == raised.day:
            continue
        other = Frame(day, *cutoff_for(day, months=months), frame.limit)
        changed: list[ActVerdict] = []
        for found in incidents:
            again = judge_act(found.act, other)
            first = judge_act(found.act, frame).verdict
            if again.verdict is first:
                changed.append(found)
                continue
            notes.flags.add("raised-doubtful")
            words = (
                f"If it was raised on {format_day(day)} ({SOURCES.get(source, source)}), "
                f"“{shorten(found.act.text)}” is {OUTCOMES[again.verdict]}; if on {format_day(raised.day)} "
                f"({SOURCES.get(raised.source, raised.source)}), {OUTCOMES[first]}."
            )
            notes.reasons.add(words)
            notes.questions.add(_ASK_RECEIPT)
            changed.append(ActVerdict(found.act, _REVIEW, f"{found.why} {words}"))
        incidents = tuple(changed)
    return incidents


def _explain_source(raised: Raised, notes: _Notes) -> None:
    if raised.source == "signature":
        notes.flags.add("raised-from-signature")
        notes.reasons.add(
            "No date of receipt is recorded, so the signature date stands for the day raised; "
            "a form is raised when it reaches somebody who may receive it."
        )
        notes.questions.add("On what day was the form first received, and by whom?")
    if raised.source == "informal":
        notes.reasons.add("Only the day on which it was raised informally is known.")
        notes.questions.add("Was the complaint made in writing, on what day, and to whom?")


def _name_other_routes(incidents: tuple[ActVerdict, ...], limit: TimeLimit, notes: _Notes) -> None:
    """A course of conduct that reaches into the limit, and what the organisation may do by itself."""
    kinds = {found.verdict for found in incidents}
    if not kinds & {_OUT, _PARTLY}:
        return
    ends = [f.act.end for f in incidents if f.act.end is not None and f.verdict in (_IN, _PARTLY)]
    if ends:
        notes.questions.add(
            f"Are the older acts part of one course of conduct whose last act, on {format_day(max(ends))}, "
            "is in time? The policy judges each act by itself; a person decides what is taken as background."
        )
    else:
        notes.questions.add("Has anything happened since then that belongs to the same conduct?")
    if limit.own_initiative_clause:
        notes.reasons.add(
            "Out of time does not end the matter: the organisation may look into it of its own accord "
            f"(clause {limit.own_initiative_clause}). A person decides, and the decision is recorded."
        )


# --- No limit, no day raised ------------------------------------------------------------------------


def _without_limit(reading: DateReading, raised: Raised | None, limit: TimeLimit) -> Verdict:
    clause = f" (clause {limit.clause})" if limit.clause else ""
    rule = f"The procedure sets no time limit between an act and raising it{clause}."
    notes = _Notes(reading)
    notes.reasons.add(rule)
    if limit.note:
        notes.reasons.add(limit.note)
    if not limit.clause:
        notes.reasons.add(
            "Not closing a complaint for its age is a default of this software, without a clause."
        )
    for act in reading.acts:
        if act.review or act.unsure or act.start is None or UNDECIDED.intersection(act.flags):
            notes.questions.add(f"What day is meant by “{shorten(act.text)}”?")
    incidents = tuple(ActVerdict(act, VerdictKind.NO_LIMIT, rule) for act in reading.acts)
    return notes.verdict(VerdictKind.NO_LIMIT, raised, None, incidents, limit)


def _without_raised(reading: DateReading, limit: TimeLimit) -> Verdict:
    why = "Nothing says on what day the complaint was raised, so no limit can be counted."
    notes = _Notes(reading)
    notes.flags.add("raised-unknown")
    notes.reasons.add(why)
    notes.questions.add(_ASK_RECEIPT)
    incidents = tuple(ActVerdict(act, _REVIEW, why) for act in reading.acts)
    return notes.verdict(_REVIEW, None, None, incidents, limit)
