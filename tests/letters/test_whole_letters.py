"""Every letter of the shipped packs, made for whole cases and read again."""

import datetime as dt
from typing import Any

import pytest

from hrdocs.case import Case, Data, Deadline, DeadlineState, Event, Party
from hrdocs.document import Severity
from hrdocs.letters.proof import prove_letter
from hrdocs.letters.standing import read_standing
from hrdocs.letters.template import render_letter
from hrdocs.organisation import Organisation, Signatory
from hrdocs.packs import Pack, read_pack, shipped_packs
from hrdocs.procedure import Force, LetterKind
from hrdocs.rules.audience import find_missing, known_names, view
from hrdocs.rules.withholding import secrets

PACKS = {path.name: read_pack(path) for path in shipped_packs() if (path / "letters.toml").is_file()}
COUNCIL, UNIVERSITY = PACKS["council-dignity-at-work"], PACKS["university-harassment"]
MOMENT = dt.datetime(2025, 10, 20, 9, tzinfo=dt.UTC)
READERS = {"complainant": "complainant", "respondent": "respondent-1", "witness": "witness-1"}
OFFICES = ("disciplinary-manager", "head-of-er", "student-services")
ORGANISATION = Organisation(
    "Rathbrae Borough Council", "council", "the council", "OD/HR", ("Civic House", "4 Quay Street"),
    "028 9649 6100", "odhr@rathbrae.example",
    signatories=(Signatory("hr-representative", "Maeve Kinnaird", "HR Business Partner", "028 9649 6112"),),
)  # fmt: skip


def people(kind: str) -> tuple[Party, ...]:
    """A complainant of one kind, two people complained about, and two witnesses."""
    return (
        Party("complainant", "complainant", "Aoife Rafferty", kind, "aoife.rafferty@rathbrae.example"),
        Party("respondent-1", "respondent", "Conor Blakely", "staff", phone="028 9649 6222"),
        Party("respondent-2", "respondent", "Ruth O\u2019Hagan", "staff"),
        Party("witness-1", "witness", "Siobh\u00e1n Devenney", kind, phone="07700 900123"),
        Party("witness-2", "witness", "Oisin Trimble", "staff"),
        *(Party(office, office, "Grainne Whitmore", "staff") for office in OFFICES),
    )


def value_of(kind: str, fact: str) -> Any:
    """A made-up value for a fact of an event, by its name."""
    texts: dict[str, Any] = {
        "name": "Declan Moorhead", "title": "Head of Planning", "date": "2025-11-18",
        "new_date": "2025-11-19", "time": "10.30 am", "place": "Meeting Room 2, Civic House",
        "review_date": "2025-12-01",
        "by": "2025-11-07", "form_by": "2026-10-20",
        "how": "The two parts are looked at one after the other.",
        "start": "2025-11-03", "end": "2025-12-05", "decided_by": "Niall Greer", "limit": "meetings",
        "hearers": ["Tara Whitmarsh", "Eamon Fallis"], "duration": "temporary", "phone": "028 9649 6113",
        "allegations": [{"text": "That you raised your voice in the yard", "dates": "2025-09-05"}],
        "stages": [{"stage": "All meetings held", "date": "2025-11-12"}], "redress": "A written apology",
        "topic": "how the depot was run over the summer", "contact": "Maeve Kinnaird",
        "what": ["The written complaint, as clarified"], "adjustments": "a room with step-free access",
    }  # fmt: skip
    return texts.get(fact, f"What {kind} says about {fact} here.")


def facts_of(pack: Pack, outcome: str) -> dict[str, Data]:
    """Every fact that any letter asks for, for each person whom it concerns."""
    facts: dict[str, dict[str, Any]] = {}
    per = {event.id: event.per for event in pack.procedure.events}
    for letter in pack.procedure.letters:
        for name in (*letter.needs, *letter.uses):
            space, _, fact = name.partition(".")
            kind = space.replace("_", "-")
            if kind not in per or fact == "on":
                continue
            owners = ["respondent-1"] if per[kind] == "respondent" else list(READERS.values())
            for key in [kind] if per[kind] is None else [f"{kind}:{owner}" for owner in owners]:
                facts.setdefault(key, {})[fact] = outcome if fact == "outcome" else value_of(kind, fact)
    return {**facts}


def case_of(pack: Pack, kind: str, outcome: str) -> Case:
    """A case of the pack in which everything has happened."""
    facts = facts_of(pack, outcome)
    events = []
    for event in pack.procedure.events:
        for owner in ("complainant", "respondent-1", "witness-1") if event.per else (None,):
            data: Any = {"party": owner} if owner else {}
            events.append(Event("DW-2025-014", event.id, dt.date(2025, 10, 13), MOMENT, "hr", data))
    days = (("2025-09-05", "in-time"), ("2025-04-08", "out-of-time"))
    incidents: Any = [{"text": day, "start": day, "end": day, "verdict": verdict} for day, verdict in days]
    return Case(
        "DW-2025-014", pack.procedure.id, "2", "x", people(kind), tuple(events), facts,
        answers={"incident_details": "He shouted at me in the yard so that all could hear it and I left"},
        verdict={"cutoff": "2025-06-09", "incidents": incidents, "questions": ["Which year was it?"]},
        received=dt.date(2025, 9, 10), raised=dt.date(2025, 9, 9),
    )  # fmt: skip


def made(pack: Pack, letter: LetterKind, case: Case) -> tuple[list[str], bytes]:
    """The errors that the proof finds in one letter, and the letter."""
    to = READERS.get(letter.audience, letter.audience)
    deadlines = [
        Deadline(limit.id, limit.title, dt.date(2025, 10, 29), Force.HARD, limit.clause, DeadlineState.OPEN,
                 dt.date(2025, 10, 22), "")
        for limit in pack.procedure.limits
    ]  # fmt: skip
    context = view(
        case, pack.procedure, letter, to, organisation=ORGANISATION, today=MOMENT.date(), deadlines=deadlines,
        concerning=None if letter.audience == "respondent" else "respondent-1", receipt=dt.date(2025, 10, 22),
        missing=["the place of the incident"],
    )  # fmt: skip
    assert find_missing(letter, context) == ()
    data = render_letter(pack.template(letter), context, now=MOMENT)
    rules = [r for r in pack.procedure.rules if not r.subject or letter.kind in r.subject]
    proof = prove_letter(
        data, items=letter.items, forbidden=secrets(case, to, letter.hides),
        allowed=known_names(case, to, context),
        avoid=[word for rule in rules for word in rule.avoid], context=context,
        hides=letter.hides, standing=read_standing(pack.template(letter)),
    )  # fmt: skip
    return [f.message for f in proof.findings if f.severity is not Severity.NOTE], data


LETTERS = [
    (pack, letter, kind, outcome)
    for pack, kind, outcomes in (
        (COUNCIL, "staff", ("upheld", "not-upheld")),
        (UNIVERSITY, "staff", ("not-upheld",)),
        (UNIVERSITY, "student", ("upheld", "partly-upheld", "not-upheld")),
    )
    for letter in pack.procedure.letters
    for outcome in outcomes
    if letter.applies_to in (None, kind)
    if outcome == outcomes[0] or any("outcome" in name for name in (*letter.needs, *letter.uses))
]


@pytest.mark.parametrize(
    ("pack", "letter", "kind", "outcome"),
    LETTERS,
    ids=[f"{p.procedure.id[:4]}-{letter.kind}-{letter.audience}-{k}-{o}" for p, letter, k, o in LETTERS],
)
def test_letters_stand_up(pack: Pack, letter: LetterKind, kind: str, outcome: str) -> None:
    """A letter meets all its required items, has no hole, and tells its reader nothing of another's."""
    errors, _ = made(pack, letter, case_of(pack, kind, outcome))
    assert errors == []


def test_every_audience_is_made() -> None:
    """No letter of the packs is left out here because of whom it is for."""
    audiences = {letter.audience for pack in (COUNCIL, UNIVERSITY) for letter in pack.procedure.letters}
    assert audiences <= {*READERS, *OFFICES}


def test_two_people_complained_about() -> None:
    """Neither of two people complained about is named to the other, and the complainant reads of one."""
    case = case_of(COUNCIL, "staff", "upheld")
    for letter in COUNCIL.procedure.letters:
        if letter.audience == "respondent":
            _, data = made(COUNCIL, letter, case)
            assert not prove_letter(data, forbidden=["Ruth O\u2019Hagan"], context={}).findings
