"""Words round a date that would change the verdict make it a question, whatever the date looks like."""

import datetime as dt

import pytest

from hrdocs.document import Raised, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules import timelimit
from hrdocs.rules.dates import find_incidents

RAISED = dt.date(2026, 2, 20)
LIMIT = TimeLimit(months=3, clause="12.1")
OLD = ("3/11/25", "3 November 2025", "3rd Nov", "Mon 3 Nov 25", "3-11-2025")
NEW = ("12/1/26", "12 January 2026", "12th Jan", "Mon 12 Jan 26", "12.01.2026")
GOES_ON = (
    *("{} and it keeps happening", "{} and it's still going on", "{} to the time of writing"),
    *("{} & repeatedly thereafter", "{} he keeps doing it", "first time {}", "{} was when it started"),
    *("it all started {}", "{} -> current", "{} onwards", "{}, ongoing", "since {}", "sinse {}"),
    *("{} up to my transfer", "{} and it has gone on since", "{}, one of many", "{} to name one"),
    *("{} and every week since", "{} an its still goin on", "for example {}", "{} and on other days"),
    *("{} - it has not let up", "{} and escalating", "too many to mention, the worst was {}", "{} or later"),
    *(
        "it goes back as far as {}",
        "{} (and repeatedly)",
        "{}, things have never been right",
        "{} and counting",
    ),
    *("ongoing, most recently {}", "{} and others", "{} etc", "from {} and continuing"),
)
SOMETHING_ELSE = (
    *("We had the fire drill on {}", "My daughter was married on {}", "The heating broke on {}"),
    *("I last saw him on {}", "The new rota came in on {}", "I passed my driving test on {}"),
    *("She took over as team leader on {}", "Our team won an award on {}", "the audit took place on {}"),
    *("I was told about it on {}", "The shop was busy on {}", "I handed over my keys {}"),
    *("reported {}", "I told my manager on {}", "born {}", "off sick since {}", "form signed {}"),
    *("I was not at work on {}", "Payslip dated {}", "my probation ended {}", "mediation {}"),
)
PLAIN = (
    *(
        "{}",
        "On {}",
        "Date: {}",
        "{} at 2.30pm",
        "{} in the canteen",
        "{}, Room 4.12",
        "{} (witness: May Boyd)",
    ),
    *(
        "{} - comments made by April in payroll",
        "It happened on {}",
        "{} he shouted at me",
        "{} ref HR/25/014",
    ),
    *("Team meeting {}", "{} - 2 witnesses", "{}, about 10 to 4", "The date was {}"),
    *("I was left out of the meeting on {}", "{} note left on my locker", "Not invited to the lunch {}"),
    *("Tom rolled his eyes at me {}", "{} first and only time", "{} during the stock take"),
    *("At my appraisal on {}, when she called me past it", "{} from 9 till 5", "{} and nothing since"),
    *(
        "{} he started shouting at me",
        "{} at the start of my shift",
        "My complaint is about what happened on {}",
    ),
)


def judge(text: str) -> VerdictKind:
    """The verdict on one text."""
    reading = find_incidents(text, raised=RAISED)
    return timelimit.judge(reading, raised=Raised(RAISED, "given"), limit=LIMIT).verdict


@pytest.mark.parametrize("frame", GOES_ON)
def test_an_old_date_that_goes_on_is_never_out_of_time(frame: str) -> None:
    """An act that began, goes on or came again is not refused for the one day that is given."""
    assert {
        day: judge(frame.format(day)) for day in OLD if judge(frame.format(day)) is VerdictKind.OUT_OF_TIME
    } == {}


@pytest.mark.parametrize("frame", SOMETHING_ELSE)
def test_a_date_of_something_else_decides_nothing(frame: str) -> None:
    """A clause that tells of something that is no conduct asks, be its date old or new."""
    assert {judge(frame.format(day)) for day in (*OLD, *NEW)} == {VerdictKind.NEEDS_REVIEW}


@pytest.mark.parametrize("frame", PLAIN)
def test_a_plain_answer_is_no_question(frame: str) -> None:
    """Places, times, witnesses and conduct beside a date leave its verdict as it is."""
    assert {judge(frame.format(day)) for day in OLD} == {VerdictKind.OUT_OF_TIME}
    assert {judge(frame.format(day)) for day in NEW} == {VerdictKind.IN_TIME}
