"""What people write as the date of an incident, read and decided; the tables are `date_phrases*.toml`."""

import datetime as dt
import itertools
import tomllib
from pathlib import Path

import pytest

from hrdocs.document import Act, ActKind, DateReading, Raised, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules import timelimit
from hrdocs.rules.dates import find_incidents

HERE = Path(__file__).parent
TABLES: dict[str, list[list[str]]] = {
    name: rows
    for file in (
        "date_phrases.toml",
        "date_phrases_2.toml",
        "date_phrases_3.toml",
        "date_phrases_4.toml",
        "date_phrases_5.toml",
        "date_phrases_6.toml",
        "date_phrases_7.toml",
    )
    for name, rows in tomllib.loads((HERE / file).read_text("utf-8")).items()
}
ROWS = [pytest.param(row, id=f"{name}-{n}") for name, rows in TABLES.items() for n, row in enumerate(rows, 1)]
KINDS = {"r": ActKind.RANGE, "o": ActKind.ONGOING, "i": ActKind.IMPRECISE, "": ActKind.DAY}
CHAIN = {
    "in": VerdictKind.IN_TIME,
    "out": VerdictKind.OUT_OF_TIME,
    "part": VerdictKind.PARTLY_IN_TIME,
    "review": VerdictKind.NEEDS_REVIEW,
}
RAISED = "2025-09-15"
LIMIT = TimeLimit(months=3, clause="12.1")


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months before, by trying days until one exists."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    for number in (day.day, day.day - 1, day.day - 2, day.day - 3):
        try:
            return dt.date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def judge_span(start: dt.date, end: dt.date, kind: ActKind, raised: dt.date) -> str:
    """The verdict on one interval, by the words of the rule."""
    cutoff = months_before(raised, 3)
    if end > raised:
        return "review"
    if end < cutoff:
        return "out"
    if start >= cutoff:
        return "in"
    return "part" if kind in (ActKind.RANGE, ActKind.ONGOING) else "review"


def judge_act(act: Act, raised: dt.date) -> str:
    """One act's verdict: only where every reading gives the same."""
    if act.review or act.start is None or act.end is None:
        return "review"
    verdicts = {judge_span(a, b, act.kind, raised) for a, b in ((act.start, act.end), *act.readings)}
    return verdicts.pop() if len(verdicts) == 1 else "review"


def join_verdicts(verdicts: set[str]) -> str:
    """The whole verdict of several acts."""
    if not verdicts or "review" in verdicts:
        return "review"
    return verdicts.pop() if len(verdicts) == 1 else "part"


def judge(reading: DateReading, raised: dt.date) -> str:
    """The whole complaint's verdict: the same whichever of the unsure acts are left out."""
    sure = {judge_act(act, raised) for act in reading.acts if not act.unsure}
    unsure = [judge_act(act, raised) for act in reading.acts if act.unsure]
    choices = [{v for v, kept in zip(unsure, pick, strict=False) if kept} for pick in picks(len(unsure))]
    wholes = {join_verdicts(sure | choice) for choice in choices if sure | choice}
    return wholes.pop() if len(wholes) == 1 else "review"


def picks(number: int) -> list[tuple[bool, ...]]:
    """Every way to keep or leave out so many acts."""
    return list(itertools.product((True, False), repeat=min(number, 8)))


def write_act(act: Act) -> str:
    """An act in the notation of the table."""
    if act.start is None or act.end is None:
        return "-"
    if act.kind is ActKind.DAY:
        return act.start.isoformat()
    letter = next(letter for letter, kind in KINDS.items() if kind is act.kind)
    return f"{act.start}..{act.end}{letter}"


@pytest.mark.parametrize("row", ROWS)
def test_phrase_is_read_and_decided(row: list[str]) -> None:
    """Each phrase of the tables means what stands beside it."""
    text, verdicts, intervals = row[:3]
    raised = dt.date.fromisoformat(row[3] if len(row) > 3 else RAISED)
    reading = find_incidents(text, raised=raised)
    verdict = judge(reading, raised)
    if verdicts != "*":
        assert verdict in verdicts.split("|"), reading
    if "*" not in intervals:
        assert " ".join(write_act(act) for act in reading.acts) in intervals.split("|"), reading
    judged = timelimit.judge(reading, raised=Raised(raised, "given"), limit=LIMIT)
    assert judged.verdict is CHAIN[verdict]
    assert set(row[4].split() if len(row) > 4 else ()) <= set(judged.flags)


def test_bank_holiday_is_that_of_the_nation() -> None:
    """Without a nation every nation's day is a reading; with one only its own."""
    raised = dt.date(2025, 11, 10)
    days = {
        nation: [
            act.start.isoformat()
            for act in find_incidents("August bank holiday", raised=raised, nation=nation).acts
            if act.start and not act.readings
        ]
        for nation in ("", "northern-ireland", "scotland")
    }
    assert days == {"": [], "northern-ireland": ["2025-08-25"], "scotland": ["2025-08-04"]}


def test_no_verdict_turns_on_a_clause_without_a_word_of_an_incident() -> None:
    """The same clause decides nothing where it matters, and costs nothing where it does not."""
    raised = dt.date(2025, 9, 15)
    early = find_incidents("The new rota came in on 16 May. On 4 July he shouted at me.", raised=raised)
    late = find_incidents("The new rota came in on 1 July. On 4 July he shouted at me.", raised=raised)
    given = Raised(raised, "given")
    doubtful = timelimit.judge(early, raised=given, limit=LIMIT)
    assert doubtful.verdict is VerdictKind.NEEDS_REVIEW
    assert any("something else" in question for question in doubtful.questions)
    assert timelimit.judge(late, raised=given, limit=LIMIT).verdict is VerdictKind.IN_TIME
