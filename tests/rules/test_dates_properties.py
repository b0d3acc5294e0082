"""What holds of every text: nothing is lost, inverted or refused, and any spelling reads back."""

import datetime as dt
import re
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdocs.document import ActKind, Reason
from hrdocs.rules.dates import find_dates_in_narrative, find_incidents, parse_day
from hrdocs.rules.dates.noise import _COUNT, _COUNT_SIGN, _PLAIN_NOISE, _REFERENCE, _REFERENCE_SIGN
from hrdocs.rules.dates.operator_words import NAMES, operator_names, possible_operators
from hrdocs.rules.dates.operators import _WORDS_BEFORE
from hrdocs.rules.dates.scanning import JOINING_WORDS, scan_pieces

RAISED = dt.date(2025, 9, 15)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th ..."""
    if 10 < day < 14:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


SPELLINGS = (
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year % 100:02}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    lambda d: f"{d.day:02} {d.month:02} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1][:3]} '{d.year % 100:02}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {ordinal(d.day)} {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02}",
    lambda d: f"{d.day}{MONTHS[d.month - 1][:3].upper()}{d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]} {ordinal(d.day)} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year} ({WEEKDAYS[d.weekday()]})",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year} at 2.30pm in Room 4",
    lambda d: f"Incident: {d.day} {MONTHS[d.month - 1]} {d.year}, 10:15",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day}",
)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2032, 12, 31))


@given(day=DAYS, spelling=st.sampled_from(SPELLINGS))
@settings(max_examples=600, deadline=None)
def test_any_spelling_reads_back(day: dt.date, spelling: object) -> None:
    """A date in any of the spellings is that one day, surely."""
    assert callable(spelling)
    reading = find_incidents(spelling(day), raised=day + dt.timedelta(days=30))
    assert [(act.start, act.end, act.kind, act.review, act.readings) for act in reading.acts] == [
        (day, day, ActKind.DAY, False, ())
    ]


@given(day=DAYS, spelling=st.sampled_from(SPELLINGS[:20]))
@settings(max_examples=400, deadline=None)
def test_a_date_field_reads_back(day: dt.date, spelling: object) -> None:
    """A signature date in any of the spellings has its value."""
    assert callable(spelling)
    assert parse_day(spelling(day), latest=day).value == day


@given(first=DAYS, length=st.integers(1, 90), joint=st.sampled_from((" to ", " - ", "-", " until ", " – ")))
@settings(max_examples=200, deadline=None)
def test_a_range_reads_back(first: dt.date, length: int, joint: str) -> None:
    """Two dates with a joint between them are the range from one to the other."""
    last = first + dt.timedelta(days=length)
    text = f"{first.day:02}/{first.month:02}/{first.year}{joint}{last.day:02}/{last.month:02}/{last.year}"
    (act,) = find_incidents(text, raised=last + dt.timedelta(days=5)).acts
    assert (act.start, act.end, act.kind, act.review) == (first, last, ActKind.RANGE, False)


@given(day=DAYS, raised=DAYS)
@settings(max_examples=200, deadline=None)
def test_a_missing_year_is_the_latest_not_after_the_complaint(day: dt.date, raised: dt.date) -> None:
    """A date without a year never lies after the date raised, nor a later one between."""
    (act,) = find_incidents(f"{day.day} {MONTHS[day.month - 1]}", raised=raised).acts
    assert act.start is not None
    assert act.start <= raised
    assert (raised - act.start).days < (366 if (day.month, day.day) != (2, 29) else 366 * 4)


WORDS = (
    *(
        "4",
        "12th",
        "31",
        "June",
        "may",
        "July",
        "Mon",
        "Friday",
        "since",
        "until",
        "to",
        "from",
        "-",
        "/",
        ".",
        ",",
        "&",
    ),
    *(
        "and",
        "or",
        "not",
        "between",
        "early",
        "mid",
        "week ending",
        "w/c",
        "Easter",
        "Christmas",
        "last",
        "next",
        "2025",
    ),
    *(
        "2024",
        "'25",
        "04/06/2025",
        "4/6",
        "4.6.25",
        "3pm",
        "at",
        "around",
        "?",
        "(",
        ")",
        "ongoing",
        "every day",
        "before",
    ),
    *(
        "after",
        "reported",
        "HR",
        "the Twelfth",
        "99",
        "0",
        "00/00/0000",
        "9999",
        "2025-06-04",
        "bank holiday",
        "ago",
        "weeks",
    ),
    *(
        "following day",
        "night of",
        "winter 2024/25",
        "summer",
        "\n",
        "29 Feb",
        "l2",
        "O6",
        "Septmber",
        "a fortnight",
    ),
    *(
        "Tuesday",
        "year",
        "month",
        "weekend",
        "99999",
        "999",
        "12/2025",
        "0001",
        "second",
        "Room",
        "grade",
        "20 minutes",
    ),
)


@given(
    text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)),
    raised=st.dates(),
)
@settings(max_examples=700, deadline=None)
def test_any_text_is_read_without_error(text: str, raised: dt.date) -> None:
    """No text fails; no interval is inverted; every act is the text at its place."""
    reading = find_incidents(text, raised=raised)
    for act in (*reading.acts, *reading.others):
        assert act.offset is not None
        assert text[act.offset : act.offset + len(act.text)] == act.text
        assert (act.start is None) == (act.end is None)
        if act.start is None or act.end is None:
            assert act.review or act in reading.others
        else:
            assert act.start <= act.end
        assert all(first <= last for first, last in act.readings)
    assert bool(reading.acts) != ("none-found" in reading.flags)
    parse_day(text, latest=raised)


@pytest.mark.parametrize(
    "piece", ["4/6/25, ", "mon ", "2025 ", "0 7", "4 June to ", "reported it on 4 June 2025 and ", "1. "]
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """100,000 characters are read in seconds."""
    began = time.perf_counter()
    find_incidents((piece * 100_000)[:100_000], raised=RAISED)
    assert time.perf_counter() - began < 15


@pytest.mark.parametrize(
    ("text", "value", "reason", "suggestion"),
    [
        ("12/09/2025", "2025-09-12", None, None),
        ("12 Sept 25", "2025-09-12", None, None),
        ("Signed 12.09.2025", "2025-09-12", None, None),
        ("l2/O9/2025", "2025-09-12", None, None),
        ("12/09", None, Reason.AMBIGUOUS_DATE, "2025-09-12"),
        ("12 September", None, Reason.AMBIGUOUS_DATE, "2025-09-12"),
        ("31/09/2025", None, Reason.INVALID_DATE, None),
        ("n/a", None, Reason.INVALID_DATE, None),
        ("", None, Reason.INVALID_DATE, None),
        ("September 2025", None, Reason.INVALID_DATE, None),
        ("12/09/2025 or 13/09/2025", None, Reason.SEVERAL_DATES, None),
        ("12/09/2025 12/09/2025", "2025-09-12", None, None),
        ("Monday 12 September 2025", None, Reason.AMBIGUOUS_DATE, "2025-09-12"),
        ("12/10/2025", None, Reason.AMBIGUOUS_DATE, "2025-10-12"),
        ("1Z/09/2025", None, Reason.AMBIGUOUS_DATE, "2025-09-12"),
        ("around 12/09/2025", None, Reason.AMBIGUOUS_DATE, "2025-09-12"),
    ],
)  # fmt: skip
def test_a_date_field_is_a_value_only_where_it_is_sure(
    text: str, value: str | None, reason: Reason | None, suggestion: str | None
) -> None:
    """A signature date with a doubt is a suggestion with its reason."""
    found = parse_day(text, latest=RAISED)
    assert (found.value.isoformat() if found.value else None) == value
    assert found.reason is reason
    assert (found.suggestion.isoformat() if found.suggestion else None) == suggestion


@given(
    parts=st.lists(
        st.sampled_from(
            (*sorted(JOINING_WORDS), "3", "12th", "2025", "jun", "may", "mon", "fri", ",", "/", "-")
        ),
        max_size=9,
    )
)
def test_plain_texts_need_only_plain_forms(parts: list[str]) -> None:
    """In a text of joining words, months and numbers the short scan finds what the full one does."""
    text = " ".join(parts)
    words = frozenset(part for part in parts if part in JOINING_WORDS)
    assert [str(p) for p in scan_pieces(text, text, words)] == [str(p) for p in scan_pieces(text, text)]


def test_narrative_dates_are_shown_in_place() -> None:
    """Every date of a narrative is found where it stands, those of other things too."""
    text = "On 1 July 2025 he shouted at me.\nI told HR on 3 July 2025. He may do it again."
    found = find_dates_in_narrative(text, raised=RAISED)
    assert [(text[a.offset or 0 :][: len(a.text)], a.start) for a in found] == [
        ("1 July 2025", dt.date(2025, 7, 1)),
        ("3 July 2025", dt.date(2025, 7, 3)),
    ]


def test_reasons_are_plain_sentences() -> None:
    """A weekday that does not fit is told in words."""
    reading = find_incidents("Friday 10 July 2025", raised=dt.date(2025, 8, 20))
    assert reading.reasons == ("10 July 2025 was a Thursday, not a Friday.",)


@pytest.mark.parametrize(
    ("name", "pattern"), _WORDS_BEFORE[:-1], ids=[name for name, _ in _WORDS_BEFORE[:-1]]
)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_operator_is_passed_over_for_want_of_its_words(
    name: str, pattern: str, data: st.DataObject
) -> None:
    """Whatever an operator's pattern finds holds one of the words by which it is looked for."""
    made = re.compile(re.sub(r"\(\?<![^)]*\)", "", pattern), re.ASCII)
    words = data.draw(st.from_regex(made, fullmatch=True))
    assert not words.strip() or name in operator_names(possible_operators(words))


def test_every_operator_has_words() -> None:
    """Each operator but the neutral words is looked for by words of its own."""
    assert tuple(name for name, _ in _WORDS_BEFORE[:-1]) == NAMES


def test_a_day_that_must_have_been_is_doubted() -> None:
    """ "It must have been" says that the writer works it out: a month either way is a reading."""
    (act,) = find_incidents("It must have been 4 June 2025", raised=RAISED).acts
    assert act.start == dt.date(2025, 6, 4)
    assert (dt.date(2025, 7, 5),) * 2 in act.readings


@pytest.mark.parametrize(
    ("has_sign", "pattern"),
    [*_PLAIN_NOISE, (_COUNT_SIGN.search, _COUNT), (_REFERENCE_SIGN.search, _REFERENCE)],
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_noise_is_not_passed_over_for_want_of_its_sign(
    has_sign: Callable[[str], object], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    """Whatever a pattern of noise finds holds the sign without which it is not looked for."""
    text = data.draw(st.from_regex(re.compile(pattern.pattern, re.ASCII))).lower()
    assert has_sign(text) or not text.isascii() or not pattern.search(text)
