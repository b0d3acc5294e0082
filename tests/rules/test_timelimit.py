"""The three months: verdicts per act and whole, with their arithmetic, flags, reasons and questions."""

import calendar as month_lengths
import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdocs.document import Act, ActKind, DateReading, Raised, Verdict, VerdictKind
from hrdocs.errors import HrdocsError
from hrdocs.procedure import TimeLimit
from hrdocs.rules.timelimit import choose_raised, cutoff_for, format_explanation, judge

COUNCIL = TimeLimit(3, "12.1", saving_clause="12.1", own_initiative_clause="11.7")
UNIVERSITY = TimeLimit(None, "6")
CIVIL_SERVICE = TimeLimit(None, "", note="Historical allegations are looked at like any other.")

IN, OUT, PARTLY, REVIEW, NO_LIMIT = (
    VerdictKind.IN_TIME,
    VerdictKind.OUT_OF_TIME,
    VerdictKind.PARTLY_IN_TIME,
    VerdictKind.NEEDS_REVIEW,
    VerdictKind.NO_LIMIT,
)
DAY, RANGE, ONGOING, IMPRECISE = ActKind.DAY, ActKind.RANGE, ActKind.ONGOING, ActKind.IMPRECISE


def day(text: str) -> dt.date:
    """Read "Tue 2025-06-17", with its weekday checked, or a bare ISO day."""
    weekday, _, iso = text.rpartition(" ")
    found = dt.date.fromisoformat(iso)
    assert not weekday or f"{found:%a}" == weekday, text
    return found


def act(
    text: str,
    start: str | None,
    end: str | None = None,
    kind: ActKind = DAY,
    *,
    flags: tuple[str, ...] = (),
    review: bool = False,
    readings: tuple[tuple[str, str], ...] = (),
) -> Act:
    """Build one act from days as text."""
    first = None if start is None else day(start)
    last = first if end is None else day(end)
    return Act(text, first, last, kind, flags, review, tuple((day(a), day(b)) for a, b in readings))


def check(acts: list[Act], raised: str | Raised, limit: TimeLimit = COUNCIL, **more: object) -> Verdict:
    """Judge acts against a day raised."""
    source = raised if isinstance(raised, Raised) else Raised(day(raised), "given")
    return judge(DateReading(tuple(acts)), raised=source, limit=limit, **more)  # type: ignore[arg-type]


# The design's table, the acts as its date rules give them: (acts, raised, verdict, flags).
DESIGN = [
    ([act("17/06/2025", "Tue 2025-06-17")], "Wed 2025-09-17", IN, ()),
    ([act("Tuesday 8 April 2025", "Tue 2025-04-08")], "Wed 2025-07-09", OUT, ()),
    ([act("19 December", "Thu 2024-12-19")], "Mon 2025-02-03", IN, ()),
    (
        [act("8th", "Tue 2025-07-08"), act("9th", "Wed 2025-07-09"), act("15th July 2025", "Tue 2025-07-15")],
        "Thu 2025-10-09",
        PARTLY,
        (),
    ),
    ([act("27/5/25 to 13/6/25", "Tue 2025-05-27", "Fri 2025-06-13", RANGE)], "Fri 2025-09-05", PARTLY, ()),
    ([act("since 4 August 2025", "Mon 2025-08-04", "Thu 2025-10-30", ONGOING)], "Thu 2025-10-30", IN, ()),
    (
        [act("June 2025", "Sun 2025-06-01", "Mon 2025-06-30", IMPRECISE, flags=("vague",))],
        "Sat 2025-09-20",
        REVIEW,
        ("vague",),
    ),
    (
        [act("w/c 3 November 2025", "Mon 2025-11-03", "Sun 2025-11-09", IMPRECISE, flags=("vague",))],
        "Mon 2026-01-12",
        IN,
        ("vague",),
    ),
    ([act("last Monday at 2.30pm", "Mon 2025-07-14")], "Fri 2025-07-18", IN, ()),
    ([act("22/07/25", "Tue 2025-07-22")], "Thu 2025-10-23", OUT, ()),
    ([act("9 May 2025", "Fri 2025-05-09")], "Mon 2025-08-11", OUT, ()),
    ([act("O7/l0/2025", "Tue 2025-10-07")], "Mon 2025-12-01", IN, ()),
    ([act("31/06/2025", None, flags=("impossible",))], "Fri 2025-08-15", REVIEW, ("impossible",)),
    (
        [act("Friday 10 July 2025", "Thu 2025-07-10", flags=("weekday-mismatch",))],
        "Wed 2025-08-20",
        REVIEW,
        ("weekday-mismatch",),
    ),
    (
        [act("08/19/2025", "Tue 2025-08-19", flags=("unusual-order",))],
        "Wed 2025-10-01",
        IN,
        ("unusual-order",),
    ),
]


@pytest.mark.parametrize(("acts", "raised", "verdict", "flags"), DESIGN, ids=lambda value: str(value)[:24])
def test_design_table(acts: list[Act], raised: str, verdict: VerdictKind, flags: tuple[str, ...]) -> None:
    """Every row of the design's table has its verdict and its flags."""
    found = check(acts, raised)
    assert (found.verdict, found.flags, found.clause) == (verdict, flags, "12.1")
    assert len(found.incidents) == len(acts)


# domain.md 3.1: (raised, cutoff, act, verdict, flags)
BOUNDARIES = [
    ("Mon 2026-06-15", "Sun 2026-03-15", "Sun 2026-03-15", IN, ()),
    ("Mon 2026-06-15", "Sun 2026-03-15", "Sat 2026-03-14", OUT, ()),
    ("Sun 2026-05-31", "Sat 2026-02-28", "Sat 2026-02-28", IN, ("month-end",)),
    ("Sun 2026-05-31", "Sat 2026-02-28", "Sun 2026-03-01", IN, ()),
    ("Sun 2026-05-31", "Sat 2026-02-28", "Fri 2026-02-27", OUT, ()),
    ("Fri 2026-07-31", "Thu 2026-04-30", "Thu 2026-04-30", IN, ("month-end",)),
    ("Thu 2026-12-31", "Wed 2026-09-30", "Wed 2026-09-30", IN, ("month-end",)),
    ("Wed 2028-05-31", "Tue 2028-02-29", "Tue 2028-02-29", IN, ("month-end",)),
    ("Sat 2026-02-28", "Fri 2025-11-28", "Sat 2025-11-29", IN, ()),
    ("Sat 2026-02-28", "Fri 2025-11-28", "Fri 2025-11-28", IN, ()),
    ("Sat 2026-02-28", "Fri 2025-11-28", "Thu 2025-11-27", OUT, ()),
]


@pytest.mark.parametrize(("raised", "cutoff", "when", "verdict", "flags"), BOUNDARIES)
def test_boundary_days(
    raised: str, cutoff: str, when: str, verdict: VerdictKind, flags: tuple[str, ...]
) -> None:
    """Exactly three months is in time; a clamped cutoff day stands and is flagged."""
    found = check([act("x", when)], raised)
    assert (found.cutoff, found.verdict, found.flags) == (day(cutoff), verdict, flags)


def _every_day(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (dt.date.fromordinal(o) for o in range(first.toordinal(), last.toordinal() + 1))


def _cutoff_by_search(raised: dt.date) -> dt.date:
    """The last day of the third month before whose number is not above that of the day raised."""
    month_before = raised
    for _ in range(3):
        month_before = month_before.replace(day=1) - dt.timedelta(days=1)
    days = (month_before.replace(day=n) for n in range(1, month_before.day + 1))
    return max(d for d in days if d.day <= raised.day)


def test_every_day_from_2024_to_2032() -> None:
    """On every day raised, month ends too, the verdict changes where an independent search says."""
    for raised in _every_day(dt.date(2024, 1, 1), dt.date(2032, 12, 31)):
        cutoff = _cutoff_by_search(raised)
        source = Raised(raised, "given")
        for offset, verdict in ((-1, OUT), (0, IN), (1, IN)):
            when = cutoff + dt.timedelta(days=offset)
            found = judge(DateReading((Act("x", when, when, DAY),)), raised=source, limit=COUNCIL)
            assert (found.cutoff, found.verdict) == (cutoff, verdict), raised
            clamped = raised.day > month_lengths.monthrange(cutoff.year, cutoff.month)[1]
            assert ("month-end" in found.flags) == (clamped and offset == 0), raised


def test_month_ends_where_counting_forward_differs() -> None:
    """From 2025 to 2028 just 19 days raised are clamped, all at the ends of May, July and December."""
    days = _every_day(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    clamped = [d for d in days if cutoff_for(d, months=3)[1]]
    assert len(clamped) == 19
    assert {(d.month, d.day) for d in clamped} == {(5, 29), (5, 30), (5, 31), (7, 31), (12, 31)}


# --- Arithmetic in words ----------------------------------------------------------------------------


def test_arithmetic_can_be_read_aloud() -> None:
    """An act's verdict is explained with its days, weekdays and clause."""
    found = check([act("17/06/2025", "Tue 2025-06-17")], "Wed 2025-09-17")
    assert found.incidents[0].why == (
        "Raised on Wednesday 17 September 2025. Three months back is Tuesday 17 June 2025. "
        "The act was on Tuesday 17 June 2025, so it is in time (clause 12.1)."
    )


def test_clamped_arithmetic_says_why() -> None:
    """A cutoff on a month's last day says that the month has no such day."""
    found = check([act("x", "Sat 2026-02-28")], "Sun 2026-05-31")
    assert (
        "Saturday 28 February 2026, the last day of that month, which has no 31st." in found.incidents[0].why
    )
    assert any("counted forward" in reason for reason in found.reasons)


def test_other_months_are_named() -> None:
    """The arithmetic follows the pack's own figure."""
    found = check([act("x", "Wed 2025-12-17")], "Wed 2026-06-17", TimeLimit(6, "9"))
    assert "Six months back is Wednesday 17 December 2025." in found.incidents[0].why
    assert found.clause == "9"


# --- What cannot be decided -------------------------------------------------------------------------

UNDECIDED = [
    ([act("8 August", "Fri 2025-08-08", review=True)], "Was “8 August” Friday 8 August 2025?"),
    ([act("x", "Fri 2026-08-07")], "after the day raised"),
    ([act("x", "Fri 2025-08-08", "Wed 2026-08-05", RANGE)], "after the day raised"),
    ([act("x", "Fri 2026-08-07", "Wed 2026-09-02", IMPRECISE)], "after the day raised"),
    ([act("x", "Fri 2025-08-08", "Fri 2025-08-01", RANGE)], "What day is meant by “x”?"),
    ([act("various", None)], "What day is meant by “various”?"),
    ([], "On what day or days did the acts happen?"),
    (
        [act("about Easter", "Mon 2025-06-09", "Sun 2025-06-29", IMPRECISE)],
        "On which day was “about Easter”: before Tuesday 17 June 2025, or on or after it?",
    ),
    (
        [act("5/6/25", "Thu 2025-06-05", readings=(("Wed 2025-08-06", "Wed 2025-08-06"),))],
        "Which is meant by “5/6/25”: Thursday 5 June 2025 or Wednesday 6 August 2025?",
    ),
]


@pytest.mark.parametrize(("acts", "question"), UNDECIDED)
def test_undecided_acts_ask(acts: list[Act], question: str) -> None:
    """What cannot be decided is for a person, with the question that would settle it."""
    found = check(acts, "Wed 2025-09-17")
    assert found.verdict is REVIEW
    assert any(question in asked for asked in found.questions), found.questions


def test_one_undecided_act_keeps_the_whole_open() -> None:
    """An act that needs a person makes the whole so, and the others keep their own verdicts."""
    found = check([act("a", "Tue 2025-06-17"), act("b", None), act("c", "Mon 2025-06-16")], "Wed 2025-09-17")
    assert found.verdict is REVIEW
    assert [i.verdict for i in found.incidents] == [IN, REVIEW, OUT]


def test_two_meanings_show_both_outcomes() -> None:
    """Where another reading changes the verdict, the reason says what each would give."""
    found = check(UNDECIDED[-1][0], "Wed 2025-09-17")
    assert found.reasons[0] == (
        "“5/6/25”: if it means Thursday 5 June 2025, it is out of time; "
        "if it means Wednesday 6 August 2025, it is in time (clause 12.1)."
    )


def test_vague_ends_of_a_range_show_one_meaning_per_outcome() -> None:
    """A range with vague ends tells one reading for each outcome and asks for its two days."""
    vague = act(
        "early May to mid June",
        "Thu 2025-05-01",
        "Fri 2025-06-20",
        RANGE,
        readings=(("Thu 2025-05-01", "Wed 2025-06-11"), ("Sat 2025-05-10", "Wed 2025-06-11")),
    )
    found = check([vague], "Sun 2025-09-14")
    assert found.verdict is REVIEW
    assert found.reasons == (
        "“early May to mid June”: if it means Thursday 1 May 2025 to Friday 20 June 2025, it is partly "
        "in time; if it means Thursday 1 May 2025 to Wednesday 11 June 2025, it is out of time "
        "(clause 12.1).",
    )
    assert "On what day did “early May to mid June” begin, and on what day did it end?" in found.questions


def test_wider_reading_of_a_vague_day_shows_either_side() -> None:
    """A vague day with a wider reading says which days would be in time and which not."""
    vague = act(
        "Easter",
        "Fri 2026-04-03",
        "Mon 2026-04-06",
        IMPRECISE,
        readings=(("Fri 2026-03-27", "Mon 2026-04-13"),),
    )
    found = check([vague], "Fri 2026-07-10")
    assert found.verdict is REVIEW
    assert found.reasons[0].startswith(
        "“Easter”: if it was on or before Thursday 9 April 2026, it is out of time"
    )


def test_two_meanings_with_one_outcome_are_decided() -> None:
    """Where every reading gives the same verdict, it stands."""
    found = check(
        [act("5/7/25", "Sat 2025-07-05", readings=(("Wed 2025-05-07", "Wed 2025-05-07"),))], "Tue 2025-12-09"
    )
    assert found.verdict is OUT


def test_vague_act_shows_both_outcomes() -> None:
    """A span of possible days over the cutoff says which days would be in time and which not."""
    found = check(UNDECIDED[-2][0], "Wed 2025-09-17")
    assert found.reasons[0] == (
        "“about Easter”: if it was on or before Monday 16 June 2025, it is out of time; "
        "if it was on or after Tuesday 17 June 2025, it is in time (clause 12.1)."
    )


def test_imprecise_span_stops_at_the_day_raised() -> None:
    """ "This month" is not in the future because the month is not over."""
    found = check([act("September", "Mon 2025-09-01", "Tue 2025-09-30", IMPRECISE)], "Wed 2025-09-17")
    assert found.verdict is IN
    assert "future" not in found.flags


def test_long_text_is_shortened_to_one_line() -> None:
    """A question quotes no more than a line of what was written."""
    found = check([act("word\n" * 100, None)], "Wed 2025-09-17")
    assert all(len(question) < 120 and "\n" not in question for question in found.questions)


# --- Spans and mixtures -----------------------------------------------------------------------------

SPANS = [
    ("Tue 2025-05-27", "Mon 2025-06-16", RANGE, OUT),
    ("Tue 2025-05-27", "Tue 2025-06-17", RANGE, PARTLY),
    ("Tue 2025-06-17", "Wed 2025-09-17", RANGE, IN),
    ("Tue 2025-05-27", "Wed 2025-09-17", ONGOING, PARTLY),
    ("Tue 2025-05-27", "Wed 2025-12-31", ONGOING, PARTLY),
    ("Tue 2025-05-27", "Mon 2025-06-16", IMPRECISE, OUT),
    ("Tue 2025-05-27", "Tue 2025-06-17", IMPRECISE, REVIEW),
    ("Tue 2025-06-17", "Mon 2025-06-23", IMPRECISE, IN),
]


@pytest.mark.parametrize(("start", "end", "kind", "verdict"), SPANS)
def test_spans(start: str, end: str, kind: ActKind, verdict: VerdictKind) -> None:
    """A span of conduct over the cutoff is partly in time; a span of possible days asks."""
    assert check([act("x", start, end, kind)], "Wed 2025-09-17").verdict is verdict


WHOLES = [
    (["2025-06-17", "2025-07-01"], IN),
    (["2025-06-16", "2025-05-01"], OUT),
    (["2025-06-16", "2025-06-17"], PARTLY),
]


@pytest.mark.parametrize(("days", "verdict"), WHOLES)
def test_whole_complaint(days: list[str], verdict: VerdictKind) -> None:
    """All in is in, all out is out, a mixture is partly."""
    assert check([act(d, d) for d in days], "Wed 2025-09-17").verdict is verdict


def test_course_of_conduct_is_asked() -> None:
    """Where the last act is in time, whether the older ones belong to it is a person's question."""
    found = check([act("a", "Mon 2025-05-05"), act("b", "Tue 2025-07-01")], "Wed 2025-09-17")
    assert any("one course of conduct whose last act, on Tuesday 1 July 2025" in q for q in found.questions)


def test_out_of_time_is_never_the_last_word() -> None:
    """An old act names the informal exception as a question and the own initiative as a way."""
    found = check([act("a", "Mon 2025-05-05")], "Wed 2025-09-17")
    assert found.verdict is OUT
    assert any("exception of clause 12.1" in q for q in found.questions)
    assert any("clause 11.7" in reason and "person decides" in reason for reason in found.reasons)


def test_clauses_that_a_pack_does_not_have_are_not_named() -> None:
    """A pack without these clauses is told nothing about them."""
    found = check([act("a", "Mon 2025-05-05")], "Wed 2025-09-17", TimeLimit(3, "4"))
    assert not any("exception" in q for q in found.questions)
    assert found.reasons == ()


# --- The informal stage -----------------------------------------------------------------------------


def test_informal_stage_is_asked_with_its_gaps() -> None:
    """An act that was in time when the informal stage began is a person's, with every gap shown."""
    found = check(
        [act("a", "Mon 2025-05-05")],
        "Wed 2025-09-17",
        informal_from=day("Mon 2025-06-02"),
        activity=(day("Fri 2025-08-01"), day("Mon 2025-06-16"), day("Thu 2025-01-02")),
    )
    assert (found.verdict, found.incidents[0].verdict) == (REVIEW, REVIEW)
    assert "informal-stage" in found.flags
    told = next(reason for reason in found.reasons if reason.startswith("Informal stage"))
    assert "14 days from Monday 2 June 2025 to Monday 16 June 2025" in told
    assert "46 days" in told
    assert "the longest gap is 47 days" in told
    assert "not counted: Thursday 2 January 2025" in told
    assert any("Who decides" in question for question in found.questions)
    assert any("clause 11.7" in reason for reason in found.reasons)


def test_informal_stage_that_began_too_late_saves_nothing_by_itself() -> None:
    """An act already too old when the informal stage began stays out of time, and is asked about."""
    found = check([act("a", "Mon 2025-02-03")], "Wed 2025-09-17", informal_from=day("Mon 2025-06-02"))
    assert found.verdict is OUT
    assert any("no dated activity is given" in reason for reason in found.reasons)
    assert any("already older" in reason for reason in found.reasons)
    assert found.questions


def test_act_during_the_informal_stage_is_a_persons_too() -> None:
    """An act that came while the informal stage was under way and is now too old is not decided."""
    found = check([act("a", "Mon 2025-05-05")], "Wed 2025-09-17", informal_from=day("Tue 2025-04-01"))
    assert found.verdict is REVIEW
    assert "before the act" in found.incidents[0].why


def test_informal_stage_after_raising_is_a_contradiction() -> None:
    """An informal stage dated after the complaint is not used."""
    found = check([act("a", "Mon 2025-05-05")], "Wed 2025-09-17", informal_from=day("Thu 2025-10-02"))
    assert found.verdict is OUT
    assert "On what day did the informal stage begin?" in found.questions


def test_informal_stage_leaves_acts_in_time_alone() -> None:
    """With nothing out of time there is nothing to save."""
    found = check([act("a", "Tue 2025-07-01")], "Wed 2025-09-17", informal_from=day("Wed 2025-07-02"))
    assert (found.verdict, found.questions, found.reasons) == (IN, (), ())


# --- The day raised ---------------------------------------------------------------------------------

JUNE, JULY, AUGUST, MAY = (dt.date(2025, m, 10) for m in (6, 7, 8, 5))

CHOSEN = [
    ({"received": JULY, "email": JUNE, "signature": MAY}, "received", JULY, 2),
    ({"email": JUNE, "signature": MAY}, "email", JUNE, 1),
    ({"email": JULY, "forwarded": (JUNE,)}, "email", JUNE, 1),
    ({"received": JULY, "recipients": (JUNE, AUGUST)}, "received", JUNE, 2),
    ({"signature": MAY}, "signature", MAY, 0),
    ({"signature": JULY, "informal": MAY}, "signature", JULY, 1),
    ({"informal": MAY}, "informal", MAY, 0),
]


@pytest.mark.parametrize(("evidence", "source", "chosen", "others"), CHOSEN)
def test_chosen_day_raised(evidence: dict[str, object], source: str, chosen: dt.date, others: int) -> None:
    """Receipt goes before an e-mail's date and that before a signature; of one kind the earliest counts."""
    found = choose_raised(**evidence)  # type: ignore[arg-type]
    assert found is not None
    assert (found.source, found.day, len(found.candidates)) == (source, chosen, others)


def test_no_evidence_is_no_day() -> None:
    """Without any evidence there is no day raised, and everything is for a person."""
    assert choose_raised() is None
    found = judge(DateReading((act("a", "Mon 2025-05-05"),)), raised=None, limit=COUNCIL)
    assert (found.verdict, found.cutoff, found.flags) == (REVIEW, None, ("raised-unknown",))
    assert found.questions


def test_signature_date_is_flagged() -> None:
    """A day raised taken from the signature is said to be so, and receipt is asked."""
    found = check([act("a", "Tue 2025-07-01")], Raised(day("Wed 2025-09-17"), "signature"))
    assert (found.verdict, found.flags) == (IN, ("raised-from-signature",))
    assert any("first received" in question for question in found.questions)


def test_candidates_that_change_a_verdict_are_doubtful() -> None:
    """In time by the signature and out of time by the receipt is for a person, with both told."""
    raised = Raised(day("Wed 2025-09-17"), "received", (("signature", day("Fri 2025-08-01")),))
    found = check([act("a", "Mon 2025-05-05"), act("b", "Tue 2025-07-01")], raised)
    assert (found.verdict, found.flags) == (REVIEW, ("raised-doubtful",))
    assert [i.verdict for i in found.incidents] == [REVIEW, IN]
    assert found.reasons[0] == (
        "If it was raised on Friday 1 August 2025 (the signature date), “a” is in time; "
        "if on Wednesday 17 September 2025 (the recorded receipt), out of time."
    )


def test_candidates_that_change_nothing_are_not_told() -> None:
    """Several days raised with one verdict leave it standing."""
    raised = Raised(day("Wed 2025-09-17"), "received", (("signature", day("Mon 2025-09-15")),))
    found = check([act("b", "Tue 2025-07-01")], raised)
    assert (found.verdict, found.flags, found.reasons) == (IN, (), ())


# --- No limit ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("limit", "clause"), [(UNIVERSITY, "6"), (CIVIL_SERVICE, None)])
def test_procedure_without_a_limit(limit: TimeLimit, clause: str | None) -> None:
    """Without a limit every act is listed, however old, and none is judged by its age."""
    found = check([act("a", "Mon 1998-05-04"), act("b", None)], "Wed 2025-09-17", limit)
    assert (found.verdict, found.cutoff, found.clause) == (NO_LIMIT, None, clause)
    assert [i.verdict for i in found.incidents] == [NO_LIMIT, NO_LIMIT]
    assert found.questions == ("What day is meant by “b”?",)


def test_default_without_a_clause_says_so() -> None:
    """Where no clause keeps old allegations open, the software says that it is its own default."""
    found = check([act("a", "Mon 1998-05-04")], "Wed 2025-09-17", CIVIL_SERVICE)
    assert any("default of this software" in reason for reason in found.reasons)
    university = check([act("a", "Mon 1998-05-04")], "Wed 2025-09-17", UNIVERSITY)
    assert not any("default of this software" in reason for reason in university.reasons)


# --- Properties -------------------------------------------------------------------------------------

DATES = st.dates(dt.date(2023, 1, 1), dt.date(2033, 1, 1))
ORDER = {OUT: 0, PARTLY: 1, REVIEW: 1, IN: 2}


@given(DATES, DATES, DATES)
def test_verdict_is_monotone_in_the_act(raised: dt.date, one: dt.date, two: dt.date) -> None:
    """A later act is never worse off than an earlier one, as long as both are before the day raised."""
    early, late = sorted((one, two))
    if late > raised:
        late = raised
    if early > late:
        early = late
    verdicts = [
        judge(DateReading((Act("x", d, d, DAY),)), raised=Raised(raised, "given"), limit=COUNCIL).verdict
        for d in (early, late)
    ]
    assert ORDER[verdicts[0]] <= ORDER[verdicts[1]]


SPAN = st.tuples(DATES, st.integers(0, 200)).map(lambda s: (s[0], s[0] + dt.timedelta(days=s[1])))


@given(DATES, SPAN, st.integers(0, 100), st.sampled_from(ActKind))
def test_spans_are_monotone(
    raised: dt.date, span: tuple[dt.date, dt.date], later: int, kind: ActKind
) -> None:
    """Moving a whole span later never makes it worse off, as long as it ends by the day raised."""
    end = min(span[1], raised)
    start = min(span[0], end)
    room = min(later, (raised - end).days)
    moved = (start + dt.timedelta(days=room), end + dt.timedelta(days=room))
    verdicts = [
        judge(DateReading((Act("x", *s, kind),)), raised=Raised(raised, "given"), limit=COUNCIL).verdict
        for s in ((start, end), moved)
    ]
    assert ORDER[verdicts[0]] <= ORDER[verdicts[1]]


@given(
    DATES, SPAN, st.lists(SPAN, max_size=3), st.sampled_from([DAY, IMPRECISE]), st.lists(DATES, max_size=2)
)
def test_certain_verdicts_hold_on_every_day_and_candidate(
    raised: dt.date,
    span: tuple[dt.date, dt.date],
    readings: list[tuple[dt.date, dt.date]],
    kind: ActKind,
    others: list[dt.date],
) -> None:
    """In time or out of time is said only if it is so for every day of every reading and every day raised."""
    found = judge(
        DateReading((Act("x", *span, kind, readings=tuple(readings)),)),
        raised=Raised(raised, "received", tuple(("email", d) for d in others)),
        limit=COUNCIL,
    )
    if found.verdict is REVIEW:
        return
    for start, end in (span, *readings):
        for when in (raised, *others):
            last = end if kind is DAY else min(end, when)
            inside = [_cutoff_by_search(when) <= d <= when for d in _every_day(start, last)]
            assert inside, "a span after the day raised"
            assert all(inside) if found.verdict is IN else not any(inside)


@given(st.dates(), st.dates() | st.none(), st.dates(), st.sampled_from(ActKind), st.dates() | st.none())
def test_only_verdicts_and_our_errors(
    raised: dt.date, start: dt.date | None, end: dt.date, kind: ActKind, informal: dt.date | None
) -> None:
    """Whatever the days: a verdict that explains itself in at most six lines, or our own error."""
    reading = DateReading((Act("x", start, end, kind),))
    try:
        found = judge(reading, raised=Raised(raised, "given"), limit=COUNCIL, informal_from=informal)
    except HrdocsError as error:
        assert error.next_step
        return
    lines = format_explanation(found)
    assert 0 < len(lines) <= 6
    assert all(line and "\n" not in line for line in lines)


# --- For a caseworker -------------------------------------------------------------------------------


def test_explanation_says_what_a_caseworker_needs() -> None:
    """Six lines: the answer, the arithmetic, the acts, the reason, the question, and who decides."""
    raised = Raised(day("Wed 2025-09-17"), "received")
    lines = format_explanation(
        check([act("5 May", "Mon 2025-05-05"), act("1 July", "Tue 2025-07-01")], raised)
    )
    assert len(lines) == 6
    assert lines[0].startswith("Partly in time")
    assert lines[1] == (
        "Raised on Wednesday 17 September 2025 (the recorded receipt); three months back is "
        "Tuesday 17 June 2025, the first day in time (clause 12.1)."
    )
    assert lines[2] == "5 May 2025 is out of time; 1 July 2025 is in time."
    assert lines[4].endswith("There is 1 more question.")
    assert "a person decides" in lines[5]


def test_explanation_without_a_limit() -> None:
    """A procedure without a limit says so and says nothing of a cutoff."""
    lines = format_explanation(check([act("a", "Mon 1998-05-04")], "Wed 2025-09-17", UNIVERSITY))
    assert lines[0].startswith("No limit")
    assert not any("first day in time" in line for line in lines)
