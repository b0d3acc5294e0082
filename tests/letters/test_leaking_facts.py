"""Facts that somebody typed and that carry another person's matter into a letter."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from tests.letters.office import MOMENT, WEDNESDAY, Office, make_office

from hrdocs.case import Event
from hrdocs.desk.letters import Draft, draft_letter
from hrdocs.document import Severity
from hrdocs.errors import LetterError
from hrdocs.rules.workflow import fold

R = "respondent-1"
WITNESSES: list[Any] = [
    {"id": "witness-1", "role": "witness", "name": "Siobhán Devenney", "phone": "07700 900123",
     "email": "siobhan.devenney@rathbrae.example"},
    {"id": "witness-2", "role": "witness", "name": "Oisin Trimble"},
]  # fmt: skip
MEETING = {"date": "2026-03-20", "time": "10 am", "place": "Room 2"}
DECISION = {"outcome": "upheld", "reasons": "It was borne out.", "decided_by": "Declan Moorhead"}


@pytest.fixture(scope="module")
def office() -> Office:
    folder = Path(tempfile.mkdtemp())
    return make_office(folder, respondents=("Conor Blakely", "Ruth Tennant"), today=WEDNESDAY)


def draft(office: Office, kind: str, to: str, *events: tuple[str, dict[str, Any]]) -> Draft:
    """A letter of a case with two people complained about and two witnesses, after more events."""
    first = office.case().events[0]
    people: Any = [*first.data["parties"], *WITNESSES]  # type: ignore[misc]
    before: tuple[tuple[str, dict[str, Any]], ...] = (
        ("investigator-appointed", {"name": "Declan Moorhead", "title": "Head of Planning"}),
        ("contact-reviewed", {"no_contact": "no"}),
        ("respondent-notified", {"party": R}),
        ("allegations-settled", {"party": R, "allegations": [{"text": "That you shouted", "dates": "x"}]}),
    )
    happened = [Event(office.ref, k, WEDNESDAY, MOMENT, "hr", f, 2) for k, f in (*before, *events)]
    data: dict[str, Any] = {**first.data, "parties": people}
    case = fold([Event(office.ref, first.kind, first.on, first.at, "hr", data, 1), *happened])
    concerning = R if kind == "outcome" and to == "complainant" else None
    return draft_letter(case, kind, to, office.desk, concerning=concerning)


def meeting(party: str, **facts: Any) -> tuple[str, dict[str, Any]]:
    return "meeting-arranged", {"party": party, **MEETING, **facts}


def decision(**facts: Any) -> tuple[str, dict[str, Any]]:
    return "decision-made", {"party": R, **DECISION, **facts}


def doubts(letter: Draft) -> set[str]:
    return {f.code for f in letter.proof.findings if f.severity is Severity.WARNING}


STOPPED = [
    ("investigation-invitation", R, meeting(R, place="Siobhan Devenney’s office")),
    ("investigation-invitation", R, meeting(R, place="the Devenneys’ room")),
    ("investigation-invitation", R, meeting(R, place="ring 07700-900 123 at the door")),
    ("investigation-invitation", "witness-1", meeting("witness-1", topic="what Conor Blakely said")),
    ("outcome", R, decision(reasons="Ruth Tennant did the same.")),
    ("outcome", "complainant", decision(reasons="Siobhan saw it.")),
    ("outcome", "complainant",
     decision(reasons="He gets a final warning.", actions_for_respondent=["a final warning"])),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "to", "event"), STOPPED)
def test_a_fact_that_names_another_stops_the_letter(
    office: Office, kind: str, to: str, event: tuple[str, dict[str, Any]]
) -> None:
    """Names, contacts and sanctions of another are found wherever somebody typed them."""
    with pytest.raises(LetterError, match="belongs to another party"):
        draft(office, kind, to, event)


def test_own_adjustments_that_name_a_witness(office: Office) -> None:
    """What a person asked for is the own text, and still names nobody else."""
    wish = ("adjustments-recorded", {"party": R, "adjustments": "not near Oisin Trimble"})
    with pytest.raises(LetterError, match="Oisin Trimble"):
        draft(office, "investigation-invitation", R, meeting(R), wish)


def test_who_attends_is_not_printed(office: Office) -> None:
    """A list of who attends may hold a witness: no letter prints it."""
    letter = draft(office, "investigation-invitation", R, meeting(R, attendees=["Oisin Trimble"]))
    assert letter.proof.ok


ASKED = [
    ("investigation-invitation", "witness-1", meeting("witness-1", topic="remarks about religion")),
    ("outcome", "complainant", decision(reasons="He had been on sick leave with depression.")),
    ("outcome", "complainant", decision(reasons="He is given a written warning.")),
    ("outcome", "complainant", decision(reasons="Dismissal.", actions_for_respondent=["Dismissal"])),
    ("outcome", R, decision(reasons="She is a Catholic and you knew it.")),
    ("outcome", R, decision(reasons="She has been treated for anxiety.")),
]


@pytest.mark.parametrize(("kind", "to", "event"), ASKED)
def test_health_discipline_and_grounds_ask_a_person(
    office: Office, kind: str, to: str, event: tuple[str, dict[str, Any]]
) -> None:
    """What names nobody may still tell of another: a person looks."""
    assert "maybe-hidden-matter" in doubts(draft(office, kind, to, event))


def test_what_the_reader_is_told_anyway_asks_nobody(office: Office) -> None:
    """A ground that is part of the reader's own allegations, and the own adjustments, stand as they are."""
    alleged = {"party": R, "allegations": [{"text": "That you mocked her religion", "dates": "x"}]}
    named = decision(reasons="Her religion was named.")
    assert not doubts(draft(office, "outcome", R, ("allegations-settled", alleged), named))
    wish = ("adjustments-recorded", {"party": R, "adjustments": "breaks, because of depression"})
    assert not doubts(draft(office, "investigation-invitation", R, meeting(R), wish))
