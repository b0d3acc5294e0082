"""Lists of grounds to tick, as grids, on lines or in one cell, below questions in any words."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL, Part, layout

from hrdocs.document import Layout, Status
from hrdocs.rules.matching import match_form

TITLE = "# Formal complaints form – strictly confidential"
BEFORE = (("Name", "Ann Bell"), ("Job title", "Ranger"), ("Date of incident(s)", "3 May 2025"))
AFTER = (
    ("Incident details", "He shouted at me across the yard."),
    ("Signed", "Ann Bell"),
    ("Date", "10 June 2025"),
)
RACE = ("race",)


def form(*between: Part) -> Layout:
    """A form with something between its dates and its account."""
    return layout(TITLE, *BEFORE, *between, *AFTER)


LISTS: Mapping[str, tuple[Layout, tuple[str, ...]]] = {
    "marks behind the options of a grid": (
        form(("Do you think that this was because of any of these?",),
             ("Age ☐", "Disability ☐", "Sex ☐"), ("Race ☒", "Religion/belief ☐", "Sexual orientation ☐")),
        RACE,
    ),
    "a mark in a cell of its own behind each option": (
        form("What was behind it? (tick)", ("Age", "☐", "Disability", "☐"), ("Sex", "☐", "Race", "☒"),
             ("Religion", "☐", "Political opinion", "☐")),
        RACE,
    ),
    "a cross in a cell of its own before each option": (
        form("Reason (cross as appropriate)", ("", "Age", "", "Disability"), ("X", "Race", "", "Sex"),
             ("", "Religion", "", "Other")),
        RACE,
    ),
    "brackets on lines": (
        form("Which ground applies?", "[ ] Age", "[ ] Disability", "[X] Race", "[ ] Sex"),
        RACE,
    ),
    "several options on each line of one cell": (
        form("Protected characteristic (tick after each)", ("Age ☐\tDisability ☐\nSex ☐\tRace ☒",)),
        RACE,
    ),
    "round marks, of which only one is filled": (
        form("Which of these?", "○ Age", "○ Disability", "◉ Race", "○ Sex"),
        RACE,
    ),
    "only the chosen one has a mark": (
        form("Which of these?", ("Age", "Disability", "☒ Race"), ("Sex", "Religion", "Sexual orientation")),
        RACE,
    ),
    "beside its question": (
        form(("Was it linked to one of these?", "☐ Age\n☐ Disability\n☐ Sex\n☒ Race")),
        RACE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("fact", LISTS)
def test_a_list_is_known_by_its_options(fact: str) -> None:
    """The ground that is ticked is read, and the list and its question are no part of any answer."""
    given, grounds = LISTS[fact]
    answers = match_form(given, (COUNCIL,)).answers
    assert answers["protected_grounds"].value == grounds
    assert answers["incident_dates"].value == "3 May 2025"
    assert answers["incident_details"].value == "He shouted at me across the yard."


def test_nothing_ticked_is_no_answer() -> None:
    """A list in which no box is ticked leaves the ground missing."""
    given = form("Which of these?", ("Age ☐", "Disability ☐"), ("Race ☐", "Sex ☐"))
    assert match_form(given, (COUNCIL,)).answers["protected_grounds"].status is Status.MISSING


def test_marks_on_both_sides_are_not_told_apart() -> None:
    """Where a mark may belong to the option on either side, no ground is certain."""
    given = form(
        "Which of these?", ("Age", "", "Disability"), ("Race", "X", "Sex"), ("Religion", "", "Other")
    )
    assert match_form(given, (COUNCIL,)).answers["protected_grounds"].status is not Status.OK
