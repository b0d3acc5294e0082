"""Limits and events become deadlines: days, states, pauses, notice, one per person."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdocs.calendars import read_calendar
from hrdocs.case import Deadline, DeadlineState, Event, Json
from hrdocs.procedure import Direction, Force, Limit, Rule, RuleKind, Unit
from hrdocs.rules.deadlines import find_deadlines
from hrdocs.rules.workdays import CalendarError, format_day

NI, ENGLAND = read_calendar("northern-ireland"), read_calendar("england-and-wales")
OPEN, MET, MET_AFTER, LATE, PAST_AIM = (
    DeadlineState.OPEN,
    DeadlineState.MET,
    DeadlineState.MET_AFTER,
    DeadlineState.LATE,
    DeadlineState.PAST_AIM,
)


def limit(
    name: str, within: int, unit: Unit, start: str, end: str, force: Force, clause: str, **more: object
) -> Limit:
    """Build a limit as a pack gives it."""
    return Limit(name, name.capitalize(), within, unit, start, end, force, clause, **more)  # type: ignore[arg-type]


WD = Unit.WORKING_DAY
MEETINGS = limit("meetings", 20, WD, "complaint-received", "meetings-completed", Force.AIM, "13.5")
REPORT = limit("report", 20, WD, "investigation-completed", "report-produced", Force.AIM, "13.5.5")
APPEAL = limit(
    "appeal", 5, WD, "decision-received", "appeal-received", Force.HARD, "14.1", party="complainant"
)
DECISION = limit("decision", 7, WD, "appeal-heard", "appeal-decision-sent", Force.AIM, "14.1")
NOTICE = limit(
    "notice", 5, WD, "appeal-notice-received", "appeal-heard", Force.HARD, "14.1", direction=Direction.NOTICE
)
SOON = limit("meet", 0, Unit.SOON, "complaint-received", "line-manager-meeting-held", Force.AIM, "12.1")
OUTCOME = limit("outcome", 10, WD, "report-produced", "outcome-sent", Force.AIM, "13.5.7")
STUDENT = limit(
    "registrar",
    2,
    Unit.WEEK,
    "outcome-notified",
    "registrar-appeal-received",
    Force.AIM,
    "33",
    applies_to="student",
)
MEDIATED = limit(
    "mediated", 20, WD, "initial-steps-taken", "mediation-ended", Force.AIM, "10", extendable=True
)
MEDIATION = Rule(
    "mediation",
    RuleKind.PAUSE,
    "Mediation stops the clocks.",
    "14.2",
    subject=("mediation-started", "mediation-ended"),
    needs=("meetings", "registrar", "decision"),
)


def day(text: str) -> dt.date:
    """Read "Thu 2026-04-02", with its weekday checked."""
    weekday, iso = text.split()
    found = dt.date.fromisoformat(iso)
    assert f"{found:%a}" == weekday, text
    return found


Row = tuple[str, str] | tuple[str, str, Mapping[str, Json]]


def happened(*rows: Row) -> list[Event]:
    """Build events from (kind, day, data)."""
    noon = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    return [
        Event("DW-1", row[0], day(row[1]), noon, "A. Caseworker", row[2] if len(row) == 3 else {}, seq)
        for seq, row in enumerate(rows, start=1)
    ]


def find(one: Limit, events: list[Event], as_of: str, **more: object) -> tuple[Deadline, ...]:
    """Find the deadlines of one limit."""
    settings: dict[str, object] = {"calendar": NI, **more}
    return find_deadlines([one], events, as_of=day(as_of), **settings)  # type: ignore[arg-type]


def only(found: tuple[Deadline, ...]) -> Deadline:
    """The one deadline there is."""
    assert len(found) == 1, found
    return found[0]


# domain.md 3.3: (limit, event, day, due in NI, due in England)
DUE = [
    (MEETINGS, "complaint-received", "Fri 2026-07-10", "Mon 2026-08-10", "Fri 2026-08-07"),
    (APPEAL, "decision-received", "Wed 2026-03-11", "Thu 2026-03-19", "Wed 2026-03-18"),
    (DECISION, "appeal-heard", "Wed 2026-07-08", "Mon 2026-07-20", "Fri 2026-07-17"),
    (REPORT, "investigation-completed", "Tue 2026-12-01", "Thu 2026-12-31", "Thu 2026-12-31"),
    (APPEAL, "decision-received", "Thu 2026-04-02", "Mon 2026-04-13", "Mon 2026-04-13"),
    (STUDENT, "outcome-notified", "Tue 2026-03-03", "Tue 2026-03-17", "Tue 2026-03-17"),
]


@pytest.mark.parametrize(("one", "kind", "on", "ni", "england"), DUE)
def test_due_days(one: Limit, kind: str, on: str, ni: str, england: str) -> None:
    """A limit is counted from the day after its event, over the nation's own calendar."""
    events = happened((kind, on))
    for calendar, due in ((NI, ni), (ENGLAND, england)):
        found = only(find(one, events, on, calendar=calendar))
        assert (found.due, found.state, found.clause) == (day(due), OPEN, one.clause)
        assert format_day(day(due)) in found.basis


def test_basis_says_how_it_was_counted() -> None:
    """The basis names the event, what was left out, the calendar and how long it is valid."""
    found = only(find(MEETINGS, happened(("complaint-received", "Fri 2026-07-10")), "Fri 2026-07-10"))
    assert found.basis == (
        "20 working days from “complaint received” on Friday 10 July 2026 (that day not counted). "
        "Last day: Monday 10 August 2026. Not counted: Saturdays, Sundays, Monday 13 July 2026 "
        "(Battle of the Boyne (Orangemen's Day) (substitute day)). "
        "Calendar: Northern Ireland 2026-11, valid 2012-01-01 to 2032-12-31."
    )


def test_expected_bank_holidays_are_said_to_be_so() -> None:
    """A due day beyond the proclaimed holidays says that they are not yet proclaimed."""
    found = only(find(MEETINGS, happened(("complaint-received", "Wed 2029-01-03")), "Wed 2029-01-03"))
    assert "not yet proclaimed" in found.basis


# (limit, start, end, as of, state); due is Thu 2026-03-19 for the appeal, Mon 2026-08-10 for meetings
STATES = [
    (APPEAL, "Wed 2026-03-11", None, "Thu 2026-03-19", OPEN),
    (APPEAL, "Wed 2026-03-11", None, "Fri 2026-03-20", LATE),
    (APPEAL, "Wed 2026-03-11", "Thu 2026-03-19", "Fri 2026-03-20", MET),
    (APPEAL, "Wed 2026-03-11", "Fri 2026-03-20", "Fri 2026-03-20", MET_AFTER),
    (APPEAL, "Wed 2026-03-11", "Fri 2026-03-20", "Thu 2026-03-19", OPEN),  # not yet seen
    (APPEAL, "Wed 2026-03-11", "Wed 2026-03-11", "Thu 2026-03-12", MET),
    (APPEAL, "Wed 2026-03-11", "Tue 2026-03-10", "Fri 2026-03-20", MET),  # before the receipt was recorded
    (MEETINGS, "Fri 2026-07-10", None, "Mon 2026-08-10", OPEN),
    (MEETINGS, "Fri 2026-07-10", None, "Tue 2026-08-11", PAST_AIM),
    (MEETINGS, "Fri 2026-07-10", "Tue 2026-08-11", "Wed 2026-09-30", MET_AFTER),
    (SOON, "Fri 2026-07-10", None, "Thu 2027-07-08", OPEN),
    (SOON, "Fri 2026-07-10", "Mon 2026-07-20", "Thu 2027-07-08", MET),
]


@pytest.mark.parametrize(("one", "start", "end", "as_of", "state"), STATES)
def test_states(one: Limit, start: str, end: str | None, as_of: str, state: DeadlineState) -> None:
    """A hard limit is late the day after its last day; an aim is past; what is done is met."""
    rows = [(one.start, start)] + ([(one.end, end)] if end else [])
    assert only(find(one, happened(*rows), as_of)).state is state


@given(st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), st.dates(dt.date(2026, 1, 1), dt.date(2031, 1, 1)))
def test_an_aim_is_never_late(on: dt.date, as_of: dt.date) -> None:
    """Whatever the days, only a hard limit can be late."""
    event = Event("DW-1", MEETINGS.start, on, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "A")
    advice = limit("a", 5, WD, MEETINGS.start, "x", Force.ADVICE, "1")
    for found in find_deadlines([MEETINGS, SOON, advice], [event], calendar=NI, as_of=as_of):
        assert found.state in (OPEN, PAST_AIM)


def test_a_day_that_a_person_set_before_stands_and_nothing_is_counted() -> None:
    """A fact of another event is the last day; given after the limit began, or not given, it is counted."""
    one = limit(
        "form",
        1,
        Unit.YEAR,
        "letter-issued",
        "form-received",
        Force.AIM,
        "OIA",
        set_by="letter_prepared.form_by",
    )
    issued = ("letter-issued", "Tue 2028-02-29")
    prepared: Row = ("letter-prepared", "Mon 2028-02-21", {"form_by": "2028-06-05"})
    late: Row = ("letter-prepared", "Wed 2028-03-01", {"form_by": "2028-06-05"})
    assert only(find(one, happened(prepared, issued), "Wed 2028-03-01")).due == day("Mon 2028-06-05")
    for events in ([issued, late], [("letter-prepared", "Mon 2028-02-21"), issued]):
        assert only(find(one, happened(*events), "Wed 2028-03-01")).due == day("Wed 2029-02-28")


def test_soon_has_no_day() -> None:
    """ "As soon as reasonably practicable" has no day, whatever happens."""
    found = only(find(SOON, happened(("complaint-received", "Fri 2026-07-10")), "Thu 2027-07-08"))
    assert found.due is None
    assert "no figure" in found.basis


def test_limit_that_has_not_begun_has_no_deadline() -> None:
    """Without its event a limit has no deadline."""
    assert find(APPEAL, happened(("complaint-received", "Fri 2026-07-10")), "Fri 2026-07-10") == ()


# --- Rounds -----------------------------------------------------------------------------------------


def test_second_receipt_gives_the_whole_time_again() -> None:
    """A hard limit runs from the latest receipt before the appeal, so that nobody loses time."""
    events = happened(
        ("decision-received", "Wed 2026-03-04", {"party": "complainant"}),
        ("decision-received", "Wed 2026-03-11", {"party": "complainant"}),
    )
    found = only(find(APPEAL, events, "Thu 2026-03-12"))
    assert (found.due, found.started) == (day("Thu 2026-03-19"), day("Wed 2026-03-11"))
    assert "the latest of 2 recorded (Wednesday 4 March 2026, Wednesday 11 March 2026)" in found.basis


def test_second_receipt_of_the_complaint_gains_no_time() -> None:
    """An aim runs from the first event, so that the organisation gains no time."""
    events = happened(("complaint-received", "Fri 2026-07-10"), ("complaint-received", "Mon 2026-07-20"))
    assert only(find(MEETINGS, events, "Mon 2026-07-20")).due == day("Mon 2026-08-10")


def test_second_decision_opens_a_second_round() -> None:
    """After an appeal, a new decision may be appealed too; the first round stays met."""
    events = happened(
        ("decision-received", "Wed 2026-03-04"),
        ("appeal-received", "Fri 2026-03-06"),
        ("decision-received", "Wed 2026-06-03"),
    )
    first, second = find(APPEAL, events, "Thu 2026-06-04")
    assert (first.state, first.started) == (MET, day("Wed 2026-03-04"))
    assert (second.state, second.due) == (OPEN, day("Wed 2026-06-10"))


def test_end_that_comes_again_changes_nothing() -> None:
    """A second end of a round already met leaves it met as it was."""
    events = happened(
        ("decision-received", "Wed 2026-03-04"),
        ("appeal-received", "Fri 2026-03-06"),
        ("appeal-received", "Fri 2026-05-01"),
    )
    assert only(find(APPEAL, events, "Fri 2026-05-01")).state is MET


def test_recurring_limit_runs_from_each_time() -> None:
    """A limit from an event to its own next time runs from each time."""
    update = limit("update", 2, Unit.WEEK, "update-given", "update-given", Force.AIM, "5")
    events = happened(("update-given", "Mon 2026-06-01"), ("update-given", "Mon 2026-06-22"))
    first, second = find(update, events, "Tue 2026-06-23")
    assert (first.state, second.state, second.due) == (MET_AFTER, OPEN, day("Mon 2026-07-06"))


def test_order_of_recording_does_not_matter() -> None:
    """Events recorded out of order give the same deadlines."""
    events = happened(
        ("decision-received", "Wed 2026-03-04"),
        ("appeal-received", "Fri 2026-03-06"),
        ("decision-received", "Wed 2026-06-03"),
    )
    assert find(APPEAL, events[::-1], "Thu 2026-06-04") == find(APPEAL, events, "Thu 2026-06-04")


# --- Persons ----------------------------------------------------------------------------------------


def test_each_person_has_a_deadline() -> None:
    """Where the event names a person, each person has a deadline of their own."""
    notify = limit("notify", 5, WD, "allegations-settled", "respondent-notified", Force.AIM, "13.4")
    events = happened(
        ("allegations-settled", "Mon 2026-06-01", {"party": "respondent-1"}),
        ("allegations-settled", "Wed 2026-06-03", {"party": "respondent-2"}),
        ("respondent-notified", "Thu 2026-06-04", {"party": "respondent-1"}),
    )
    found = find(notify, events, "Wed 2026-06-10")
    assert [(d.party, d.due, d.state) for d in found] == [
        ("respondent-1", day("Mon 2026-06-08"), MET),
        ("respondent-2", day("Wed 2026-06-10"), OPEN),
    ]


def test_limit_of_one_role_ignores_the_others() -> None:
    """The complainant's right to appeal gives the person complained about no deadline."""
    events = happened(("decision-received", "Wed 2026-03-11", {"party": "respondent-1"}))
    assert find(APPEAL, events, "Thu 2026-03-12") == ()


def test_end_for_each_expected_person() -> None:
    """Where only the end names persons, each expected person has a deadline and none is forgotten."""
    events = happened(
        ("report-produced", "Mon 2026-06-01"), ("outcome-sent", "Fri 2026-06-05", {"party": "complainant"})
    )
    found = find(OUTCOME, events, "Tue 2026-06-16", parties={"outcome-sent": ("complainant", "respondent-1")})
    assert [(d.party, d.state) for d in found] == [("complainant", MET), ("respondent-1", PAST_AIM)]


def test_end_for_unknown_persons_names_whom_it_was_for() -> None:
    """Where nobody says who is expected, the basis says for whom the end was recorded."""
    events = happened(
        ("report-produced", "Mon 2026-06-01"), ("outcome-sent", "Fri 2026-06-05", {"party": "complainant"})
    )
    assert "for complainant" in only(find(OUTCOME, events, "Tue 2026-06-16")).basis


@pytest.mark.parametrize(("kind", "count"), [("student", 1), ("staff", 0), ("", 1)])
def test_limit_of_one_complainant_type(kind: str, count: int) -> None:
    """A student's limit is no staff member's; where the type is not known it is shown with that doubt."""
    found = find(
        STUDENT, happened(("outcome-notified", "Tue 2026-03-03")), "Tue 2026-03-03", complainant_type=kind
    )
    assert len(found) == count
    assert [("type is not recorded" in d.basis) for d in found] == [kind == ""] * count


# --- Pauses and delays ------------------------------------------------------------------------------


def test_mediation_moves_the_due_day_by_its_working_days() -> None:
    """The clock stands after the day mediation begins and runs again after the day it ends."""
    events = happened(
        ("complaint-received", "Fri 2026-07-10"),
        ("mediation-started", "Mon 2026-07-20"),
        ("mediation-ended", "Fri 2026-07-31"),
    )
    found = only(find(MEETINGS, events, "Mon 2026-08-03", pauses=[MEDIATION]))
    assert found.due == day("Fri 2026-08-21")  # nine working days later than Mon 10 August
    assert "9 working days added" in found.basis
    assert "added (clause 14.2)" in found.basis


def test_clock_stands_while_mediation_lasts() -> None:
    """During mediation there is no due day, nothing is late, and what is left is said."""
    events = happened(("complaint-received", "Fri 2026-07-10"), ("mediation-started", "Mon 2026-07-20"))
    found = only(find(MEETINGS, events, "Wed 2026-12-30", pauses=[MEDIATION]))
    assert (found.due, found.state) == (None, OPEN)
    assert "15 working days will be left" in found.basis


def test_pause_after_the_last_day_moves_nothing() -> None:
    """Mediation that begins after the last day does not undo the miss."""
    events = happened(("complaint-received", "Fri 2026-07-10"), ("mediation-started", "Mon 2026-08-10"))
    found = only(find(MEETINGS, events, "Tue 2026-08-11", pauses=[MEDIATION]))
    assert (found.due, found.state) == (day("Mon 2026-08-10"), PAST_AIM)


def test_pause_before_the_start_moves_nothing() -> None:
    """Mediation that was over before the clock began takes nothing from it."""
    events = happened(
        ("mediation-started", "Mon 2026-06-01"),
        ("mediation-ended", "Fri 2026-07-03"),
        ("complaint-received", "Fri 2026-07-10"),
    )
    assert only(find(MEETINGS, events, "Fri 2026-07-10", pauses=[MEDIATION])).due == day("Mon 2026-08-10")


def test_pause_after_the_end_leaves_the_due_day_known() -> None:
    """What was done before mediation began keeps the day on which it was due."""
    events = happened(
        ("complaint-received", "Fri 2026-07-10"),
        ("meetings-completed", "Fri 2026-07-17"),
        ("mediation-started", "Mon 2026-07-20"),
    )
    found = only(find(MEETINGS, events, "Tue 2026-07-21", pauses=[MEDIATION]))
    assert (found.due, found.state) == (day("Mon 2026-08-10"), MET)


def test_limit_that_the_rule_does_not_name_runs_on() -> None:
    """A pause stops only the limits it names."""
    events = happened(("decision-received", "Wed 2026-03-11"), ("mediation-started", "Thu 2026-03-12"))
    assert only(find(APPEAL, events, "Fri 2026-03-20", pauses=[MEDIATION])).state is LATE


def test_weeks_are_moved_by_calendar_days() -> None:
    """A limit in weeks is moved by the calendar days of the pause."""
    events = happened(
        ("outcome-notified", "Tue 2026-03-03"),
        ("mediation-started", "Thu 2026-03-05"),
        ("mediation-ended", "Thu 2026-03-12"),
    )
    assert only(find(STUDENT, events, "Fri 2026-03-13", pauses=[MEDIATION])).due == day("Tue 2026-03-24")


@given(
    st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
    st.integers(0, 40),
    st.integers(0, 60),
    st.integers(1, 40),
)
def test_a_pause_gives_back_exactly_what_it_took(on: dt.date, wait: int, length: int, n: int) -> None:
    """The working days that ran, without those of the pause, are always those of the limit."""
    first = on + dt.timedelta(days=wait)
    last = first + dt.timedelta(days=length)
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    events = [
        Event("DW-1", kind, when, at, "A", {}, seq)
        for seq, (kind, when) in enumerate(
            [("complaint-received", on), ("mediation-started", first), ("mediation-ended", last)]
        )
    ]
    one = limit("meetings", n, WD, "complaint-received", "x", Force.AIM, "1")
    found = only(find_deadlines([one], events, calendar=NI, as_of=dt.date(2029, 1, 1), pauses=[MEDIATION]))
    assert found.due is not None
    span = [on + dt.timedelta(days=i) for i in range(1, (found.due - on).days + 1)]
    ran = [d for d in span if NI.is_working_day(d) and not first < d <= last]
    assert len(ran) == n


def test_extendable_limit_moves_to_the_agreed_day() -> None:
    """A recorded extension moves a limit that may be extended."""
    events = happened(
        ("initial-steps-taken", "Mon 2026-06-01"),
        ("delay-recorded", "Mon 2026-06-22", {"limit": "mediated", "new_date": "2026-07-31"}),
    )
    found = only(find(MEDIATED, events, "Wed 2026-07-01"))
    assert (found.due, found.state) == (day("Fri 2026-07-31"), OPEN)
    assert "Extended to Friday 31 July 2026" in found.basis


def test_delay_of_an_aim_is_told_and_moves_nothing() -> None:
    """An aim stays where the policy put it; with its reason it is delayed, after the new day past again."""
    events = happened(
        ("complaint-received", "Fri 2026-07-10"),
        ("delay-recorded", "Tue 2026-08-11", {"limit": "meetings", "new_date": "2026-09-04"}),
    )
    found = only(find(MEETINGS, events, "Wed 2026-08-12"))
    assert (found.due, found.state) == (day("Mon 2026-08-10"), DeadlineState.DELAYED)
    assert found.expected == day("Fri 2026-09-04")
    assert "expected by Friday 4 September 2026" in found.basis
    assert only(find(MEETINGS, events, "Fri 2026-09-04")).state is DeadlineState.DELAYED
    assert only(find(MEETINGS, events, "Sat 2026-09-05")).state is PAST_AIM
    assert only(find(MEETINGS, events[:1], "Wed 2026-08-12")).state is PAST_AIM


def test_a_right_that_nobody_used_has_passed_and_is_not_late() -> None:
    """After the last day for an appeal nobody is late; a person's word on why settles it."""
    right = replace(APPEAL, right=True, waived_by=("appeal-not-lodged",))
    events = happened(("decision-received", "Thu 2026-04-02", {"party": "complainant"}))
    states = [only(find(right, events, d)).state for d in ("Mon 2026-04-13", "Tue 2026-04-14")]
    assert states == [OPEN, DeadlineState.PASSED]
    checked = [*events, *happened(("appeal-not-lodged", "Wed 2026-04-15"))]
    assert only(find(right, checked, "Fri 2026-05-15")).state is DeadlineState.WAIVED
    lodged = [*events, *happened(("appeal-received", "Fri 2026-04-17"))]
    assert only(find(right, lodged, "Fri 2026-05-15")).state is DeadlineState.MET_AFTER


@pytest.mark.parametrize("new_date", ["soon", "2026-02-30", 5, None, ""])
def test_unreadable_new_date_is_left_out(new_date: Json) -> None:
    """A new date that is no date moves nothing and breaks nothing."""
    events = happened(
        ("initial-steps-taken", "Mon 2026-06-01"),
        ("delay-recorded", "Mon 2026-06-22", {"limit": "mediated", "new_date": new_date}),
    )
    assert only(find(MEDIATED, events, "Wed 2026-06-24")).due == day("Mon 2026-06-29")


# --- Notice -----------------------------------------------------------------------------------------

HEARING: Mapping[str, Json] = {"date": "2026-03-20"}  # a Friday; notice by Wed 11 March in NI

NOTICES = [
    ("Wed 2026-03-11", "Wed 2026-03-11", MET),
    ("Thu 2026-03-12", "Thu 2026-03-12", LATE),  # four clear days: the hearing must move
    (None, "Wed 2026-03-11", OPEN),
    (None, "Thu 2026-03-12", LATE),
]


@pytest.mark.parametrize(("notice", "as_of", "state"), NOTICES)
def test_notice_of_a_hearing(notice: str | None, as_of: str, state: DeadlineState) -> None:
    """Five clear working days lie between notice and hearing, or the hearing must move."""
    given = [("appeal-notice-received", notice)] if notice else []
    events = happened(("appeal-hearing-arranged", "Mon 2026-03-02", HEARING), *given)
    found = only(find(NOTICE, events, as_of))
    assert (found.due, found.state, found.started) == (day("Wed 2026-03-11"), state, day("Mon 2026-03-02"))
    assert "Tuesday 17 March 2026 (St Patrick's Day)" in found.basis


def test_short_notice_names_the_earliest_hearing() -> None:
    """Where notice is too short, the earliest possible day of the hearing is named."""
    events = happened(
        ("appeal-hearing-arranged", "Mon 2026-03-02", HEARING), ("appeal-notice-received", "Thu 2026-03-12")
    )
    assert "no earlier than Monday 23 March 2026" in only(find(NOTICE, events, "Fri 2026-03-13")).basis


def test_rearranged_hearing_needs_its_own_notice() -> None:
    """Notice of a date that has changed counts for nothing; the same date in another room keeps it."""
    rows: list[Row] = [
        ("appeal-hearing-arranged", "Mon 2026-03-02", HEARING),
        ("appeal-notice-received", "Wed 2026-03-04"),
    ]
    moved = happened(*rows, ("appeal-hearing-arranged", "Mon 2026-03-09", {"date": "2026-03-27"}))
    found = only(find(NOTICE, moved, "Mon 2026-03-09"))
    assert (found.due, found.state) == (day("Thu 2026-03-19"), OPEN)
    same = happened(*rows, ("appeal-hearing-arranged", "Mon 2026-03-09", {**HEARING, "place": "Room 2"}))
    assert only(find(NOTICE, same, "Mon 2026-03-09")).state is MET


def test_notice_before_any_hearing_is_arranged() -> None:
    """With notice but no hearing yet, the earliest hearing is named and nothing is due."""
    found = only(find(NOTICE, happened(("appeal-notice-received", "Wed 2026-03-11")), "Thu 2026-03-12"))
    assert (found.due, found.state) == (None, OPEN)
    assert "no earlier than Friday 20 March 2026" in found.basis


@pytest.mark.parametrize("text", ["20 March 2026", "soon", None])
def test_hearing_without_a_readable_day_is_told(text: Json) -> None:
    """A hearing whose day cannot be read is not passed over, nor is an older day taken for it."""
    older: Row = ("appeal-hearing-arranged", "Mon 2026-03-02", HEARING)
    events = happened(older, ("appeal-hearing-arranged", "Tue 2026-03-03", {"date": text}))
    found = only(find(NOTICE, events, "Tue 2026-03-03"))
    assert (found.due, found.state) == (None, OPEN)
    assert "cannot be counted" in found.basis


def test_hearing_held_on_short_notice() -> None:
    """A hearing held on short notice is told as such; held with enough notice it is met."""
    for notice, state in (("Wed 2026-03-11", MET), ("Thu 2026-03-12", MET_AFTER)):
        events = happened(("appeal-notice-received", notice), ("appeal-heard", "Fri 2026-03-20"))
        assert only(find(NOTICE, events, "Mon 2026-03-23")).state is state


def test_no_hearing_and_no_notice_is_no_deadline() -> None:
    """Without hearing or notice nothing is due."""
    assert find(NOTICE, happened(("appeal-received", "Wed 2026-03-11")), "Wed 2026-03-11") == ()


def test_notice_given_by_arranging() -> None:
    """Where arranging the hearing is itself the notice, its day is the day of notice."""
    one = limit(
        "n", 5, WD, "appeal-hearing-arranged", "appeal-heard", Force.HARD, "14.1", direction=Direction.NOTICE
    )
    events = happened(("appeal-hearing-arranged", "Wed 2026-03-11", HEARING))
    assert only(find(one, events, "Wed 2026-03-11")).state is MET


# --- Bad input --------------------------------------------------------------------------------------


def test_day_outside_the_calendar_is_refused() -> None:
    """A deadline that would need an unknown year is refused, never counted as if there were no holidays."""
    with pytest.raises(CalendarError, match="add the bank holidays"):
        find(MEETINGS, happened(("complaint-received", "Fri 2032-12-17")), "Fri 2032-12-17")


JSON: st.SearchStrategy[Json] = st.sampled_from(
    [
        None,
        True,
        5,
        "",
        "x",
        "complainant",
        "respondent-1",
        "meetings",
        "mediated",
        "2026-03-20",
        "2026-09-30",
    ]
)
KINDS = st.sampled_from(
    [
        "complaint-received",
        "decision-received",
        "appeal-received",
        "appeal-hearing-arranged",
        "appeal-notice-received",
        "appeal-heard",
        "mediation-started",
        "mediation-ended",
        "delay-recorded",
        "initial-steps-taken",
    ]
)


@given(
    st.lists(
        st.tuples(
            KINDS,
            st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
            st.dictionaries(st.sampled_from(["party", "date", "limit", "new_date"]), JSON, max_size=3),
        ),
        max_size=12,
    ),
    st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)),
)
def test_any_events_give_deadlines(rows: list[tuple[str, dt.date, dict[str, Json]]], as_of: dt.date) -> None:
    """Whatever events there are, every deadline has a clause, a basis and a state that its force allows."""
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    events = [
        Event("DW-1", kind, on, at, "A", data, seq) for seq, (kind, on, data) in enumerate(rows, start=1)
    ]
    limits = [MEETINGS, APPEAL, DECISION, NOTICE, SOON, STUDENT, MEDIATED]
    for found in find_deadlines(limits, events, calendar=NI, as_of=as_of, pauses=[MEDIATION]):
        assert found.clause
        assert found.basis
        assert found.state is not LATE or found.force is Force.HARD
        assert found.state is not LATE or (found.due is not None)
