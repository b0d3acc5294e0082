"""A report over a register of cases: counted rightly, shown safely, the same in every form."""

import datetime as dt
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hrdocs.case import Event, Json
from hrdocs.desk.cases import PackShelf, pin_pack
from hrdocs.desk.keeping import place_in
from hrdocs.desk.opening import opening_by_hand
from hrdocs.desk.reporting import (
    issue_report,
    issued_reports,
    log_contact,
    make_report,
    shape_report,
    year_before,
)
from hrdocs.errors import UsageError
from hrdocs.packs import Pack, find_pack
from hrdocs.register import Register, open_register
from hrdocs.register.rows import Opening
from hrdocs.report.disclosure import Period
from hrdocs.workspace import Workspace, create_workspace, read_organisation

NOW = dt.datetime(2026, 2, 2, 9, 0, tzinfo=dt.UTC)
YEAR = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))


class Office:
    """A workspace with a council's cases, and the truth about them."""

    def __init__(self, folder: Path) -> None:
        self.workspace: Workspace = create_workspace(folder, pack="council-dignity-at-work")
        self.register: Register = open_register(place_in(self.workspace), create=True)
        self.pack: Pack = pin_pack(self.workspace, find_pack("council-dignity-at-work"))

    def receive(self, day: dt.date, department: str, grounds: list[Json], outcome: str | None = None) -> None:
        data = opening_by_hand(
            self.pack,
            complainant="Una Test",
            complainant_type="staff",
            respondents=("Con Sample",),
            raised=day,
        )
        parties = data["parties"]
        assert isinstance(parties, list) and isinstance(parties[0], dict)
        parties[0]["department"] = department
        answers: dict[str, Json] = {"protected_grounds": {"status": "ok", "value": grounds, "raw": ""}}

        def opening(ref: str) -> Opening:
            events = [Event(ref, "complaint-received", day, NOW, "test", {**data, "answers": answers})]
            if outcome:
                decision = {"party": "respondent-1", "outcome": outcome, "reasons": "r", "decided_by": "d"}
                events.append(Event(ref, "decision-made", day + dt.timedelta(30), NOW, "test", decision))
            return events, []

        self.register.open_case("DW", day.year, opening)

    def report(self, period: Period = YEAR) -> dict[str, Any]:
        made = make_report(
            self.register,
            PackShelf(self.workspace),
            read_organisation(self.workspace),
            pack=self.pack,
            period=period,
        )
        return shape_report(made)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "hr")


def table(report: dict[str, Any], name: str) -> dict[str, list[str]]:
    return {row["label"]: row["period"] for t in report["tables"] if t["id"] == name for row in t["rows"]}


def test_a_report_counts_what_was_received_in_its_period(office: Office) -> None:
    """Cases before and after the period do not count; grounds and outcomes stand under the pack's words."""
    for _ in range(12):
        office.receive(dt.date(2025, 3, 3), "Parks", ["sex"], "upheld")
    for _ in range(6):
        office.receive(dt.date(2025, 12, 31), "Roads", ["age", "sex"])
    for day in (dt.date(2024, 12, 31), dt.date(2026, 1, 1)):
        office.receive(day, "Roads", ["race"])
    report = office.report()
    assert report["totals"] == [
        {"complaints": "20", "appeals": "0", "contacts": "0"},
        {"complaints": "fewer than 5", "appeals": "0", "contacts": "0"},
    ]
    grounds = {label: cells for label, cells in table(report, "ground").items() if cells != ["0"]}
    assert list(grounds.values()) == [["20"], ["5"]]
    assert table(report, "department") == {"Parks": ["10"], "Roads": ["5"]}
    assert table(report, "outcome") == {"Upheld": ["10"], "Not yet decided": ["5"]}


def test_a_department_has_one_spelling(office: Office) -> None:
    """However people write their department, it is one row, with its own capitals and apostrophes."""
    for written in ("mayor's office", "Mayor's  Office", "Mayor's office"):
        for day in (3, 4, 5):
            office.receive(dt.date(2025, 5, day), written, ["sex"])
    for day in range(1, 12):
        office.receive(dt.date(2025, 6, day), "HR and payroll", ["sex"])
    assert set(table(office.report(), "department")) == {"Mayor's Office", "HR and Payroll"}


def test_departments_of_which_nothing_is_shown_are_not_named(office: Office) -> None:
    """Two complaints in a year have no breakdown, not even the names of their departments."""
    office.receive(dt.date(2025, 5, 3), "Archive", ["sex"])
    office.receive(dt.date(2025, 5, 4), "Museum", ["sex"])
    report = office.report()
    assert table(report, "department") == {"Others": ["not shown"]}
    assert "Archive" not in json.dumps(report)


def test_a_report_holds_no_name_no_reference_and_no_small_number(office: Office) -> None:
    """Whatever the cases, a report shows 0, "fewer than 5", fives and tens, or nothing."""
    chance = random.Random(5)  # noqa: S311
    for _ in range(25):
        office.receive(
            dt.date(2025, 1, 1) + dt.timedelta(chance.randrange(365)),
            chance.choice(["Parks", "Roads", "Finance"]),
            chance.sample(["sex", "race", "age"], chance.randrange(3)),
            chance.choice([None, "upheld", "not-upheld"]),
        )
    report = office.report()
    said = json.dumps(report)
    assert not any(word in said for word in ("Una", "Sample", "DW-2025"))
    cells = Counter(
        cell for t in report["tables"] for row in t["rows"] for cell in row["period"] + row["before"]
    )
    assert all(c in {"0", "fewer than 5", "not shown"} or int(c) % 5 == 0 for c in cells)


def test_an_issued_report_is_taken_into_account(office: Office) -> None:
    """What a half-year's report showed is known when the year's is made."""
    for day in (dt.date(2025, 2, 3), dt.date(2025, 9, 1)):
        for _ in range(6):
            office.receive(day, "Parks", [])
    shelf, organisation = PackShelf(office.workspace), read_organisation(office.workspace)
    half = Period(YEAR.first, dt.date(2025, 6, 30))
    made = make_report(office.register, shelf, organisation, pack=office.pack, period=half)
    issue_report(made, office.register, on=NOW.date(), now=NOW, by="test")
    issued = list(issued_reports(office.register, "council-dignity-at-work"))
    assert [report.period for report in issued] == list(made.periods)
    assert issued[0].shown["", "complaints", ""].text == "5"
    assert office.report()["totals"][0]["complaints"] == "10"


def test_a_contact_with_an_adviser_names_nobody(office: Office) -> None:
    """Only fixed words can be recorded of it, and it stands under no case."""
    pack, register = office.pack, office.register
    for _ in range(8):
        log_contact(register, pack, level="advice", category="sex", on=dt.date(2025, 5, 5), now=NOW, by="t")
    with pytest.raises(UsageError, match="'about Una': is not one of the words"):
        log_contact(register, pack, level="advice", category="about Una", on=NOW.date(), now=NOW, by="t")
    assert register.cases() == ()
    assert table(office.report(), "contact-level") == {"Advice": ["10"]}


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (YEAR, Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31))),
        (
            Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31)),
            Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31)),
        ),
        (
            Period(dt.date(2025, 3, 1), dt.date(2025, 3, 10)),
            Period(dt.date(2025, 2, 19), dt.date(2025, 2, 28)),
        ),
    ],
)
def test_the_period_before(period: Period, before: Period) -> None:
    """A year is compared with the year before, another span with the same number of days."""
    assert year_before(period) == before
