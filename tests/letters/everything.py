"""Cases in which everything has happened, so that any letter of a pack can be driven through one.

Each letter's case holds every event of the procedure but those that would make the letter untrue: an
appeal that was accepted and one that was refused are not one case.
"""

import datetime as dt
import tempfile
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.letters.office import MOMENT, Office, make_office

from hrdocs.case import Case, Event
from hrdocs.desk.letters import Draft, draft_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.packs import read_pack, shipped_packs
from hrdocs.procedure import EventKind, LetterKind
from hrdocs.rules.workflow import fold

PACKS = {path.name: read_pack(path) for path in shipped_packs()}
COUNCIL, UNIVERSITY, SERVICE = "council-dignity-at-work", "university-harassment", "civil-service-harassment"
BEGAN, TODAY = dt.date(2026, 3, 2), dt.date(2026, 3, 16)
PEOPLE: list[Any] = [
    {"id": "complainant", "role": "complainant", "name": "Aoife Rafferty",
     "email": "aoife.rafferty@rathbrae.example", "phone": "028 9649 6150", "department": "Parks"},
    {"id": "respondent-1", "role": "respondent", "name": "Conor Blakely", "type": "staff",
     "email": "conor.blakely@rathbrae.example", "phone": "028 9649 6222"},
    {"id": "respondent-2", "role": "respondent", "name": "Ruth O\u2019Hagan", "type": "staff"},
    {"id": "witness-1", "role": "witness", "name": "Siobh\u00e1n Devenney", "type": "staff",
     "email": "siobhan.devenney@rathbrae.example", "phone": "07700 900123"},
    {"id": "witness-2", "role": "witness", "name": "Oisin Trimble", "type": "staff"},
]  # fmt: skip
# Who else a letter may go to, besides the parties of a form.
OFFICES = ("disciplinary-manager", "head-of-er", "student-services", "casework")
READERS = {"complainant": "complainant", "respondent": "respondent-1", "witness": "witness-1"}
# Events that are left out of every case, for they end it, hold it or undo another event.
_NEVER = {
    "complaint-received", "complaint-withdrawn", "case-closed", "hold-placed", "hold-lifted", "risk-noted",
    "mediation-declined", "appeal-not-lodged", "appeal-not-wanted", "redress-not-wanted", "resolved",
    "handed-over", "companion-refused", "retention-reviewed", "completion-letter-issued", "capacity-decided",
    "disclosure-released", "informal-activity", "retaliation-alleged", "suspension-reviewed", "scope-decided",
}  # fmt: skip
# Further events that a letter's case is without, and facts that it has otherwise.
_PROCTORS = ("redress-requested", "proctors-decided", "redress-refused")
WITHOUT: dict[str, tuple[str, ...]] = {
    "consent-request-forward": ("consent-recorded",),
    "consent-request-college": ("consent-recorded",),
    "completion-of-procedures": (*_PROCTORS, "registrar-appeal-refused"),
    "registrar-decision": (*_PROCTORS, "registrar-appeal-refused"),
    "appeal-refused": (*_PROCTORS, "registrar-decided"),
    "outcome": ("training-offered", "follow-up-arranged", "redress-requested", "registrar-appeal-received"),
}
FACTS: dict[str, dict[str, Any]] = {
    "initial-meeting-invitation": {"purpose": "initial"},
    "appeal-delay": {"limit": "appeal-decision"},
    "repeat-complaint": {"decision": "refuse"},
    "out-of-time": {"decision": "refuse"},
    "partly-out-of-time": {"decision": "partly"},
    "completion-of-procedures": {"outcome": "not-upheld"},
    "registrar-decision": {"outcome": "partly-upheld"},
    "appeal-refused": {"outcome": "partly-upheld"},
    "delay": {"limit": "investigation"},
}
VERDICTS = {"out-of-time": "out-of-time", "partly-out-of-time": "partly-in-time"}
_TEXTS: dict[str, Any] = {
    "name": "Declan Moorhead", "title": "Head of Planning", "phone": "028 9649 6113",
    "email": "odhr@rathbrae.example", "date": "2026-04-16", "new_date": "2026-05-06", "time": "10.30 am",
    "place": "Meeting Room 2, Civic House", "review_date": "2026-05-05", "by": "2026-04-24",
    "start": "2026-03-16", "end": "2026-06-15", "decided_by": "Niall Greer", "limit": "meetings",
    "hearers": ["Tara Whitmarsh", "Eamon Fallis"], "duration": "temporary", "purpose": "investigation",
    "allegations": [{"text": "That you raised your voice in the yard", "dates": "2026-02-20"},
                    {"text": "That you left a meeting out of the diary", "dates": "2026-02-24"}],
    "stages": [{"stage": "All meetings held", "date": "2026-03-31"},
               {"stage": "The report", "date": "2026-04-30"}],
    "topic": "how the depot was run in February", "contact": "Maeve Kinnaird", "kind": "colleague",
    "what": ["The written complaint, as clarified"], "adjustments": "a room with step-free access",
    "companion_named.name": "Peter Laird", "adviser_assigned.name": "Joan Teague",
    "council_initiated.measures": "The lone shifts at the depot end.",
    "contact_reviewed.measures": "The two of you work on different days until then.",
    "outcome": "upheld", "decision": "go-forward", "no_contact": "yes", "resumes": "yes", "given": "yes",
    "reason_for_letters": "more people have to be heard than was expected",
    "reasons": "Two of the three people who were there describe it in the same way.",
    "measures": ["You work from Civic House on Mondays and Tuesdays",
                 "Meetings of the team are held by video for now"],
    "how": "The complaint is investigated first, and what concerns the college after it.",
    "arrangement": "You will work at the leisure centre", "offer": "a day on speaking up at work",
    "stage": "All meetings held", "change": "The complaint about you is now upheld in part.",
    "missing": ["which part of the procedure was not followed"], "redress": "A written apology",
    "summary": "that a member of staff belittled you in two seminars", "reason": "to keep the inquiry fair",
    "issues": "whether the department heard everybody whom you named", "urgent": "your course ends in June",
    "alternatives": "working at another site, and other hours", "extracts": "yes",
    "agreement": "They will speak to each other before they write to the whole team.",
    "appeal": "You may appeal in writing to the Director of People by Friday 24 April 2026.",
    "actions_for_complainant": "Your manager will go through the rota with you each month.",
    "actions_for_respondent": "You will take the course on managing a team.",
    "referred_to": "Una Carrick, Director of Leisure", "helper": "Gerald Sloan", "mediator": "Ann Ferris",
    "source": "Labour Relations Agency", "procedure": "the grievance procedure",
}  # fmt: skip


def letters_of_packs() -> list[tuple[str, LetterKind, str]]:
    """Every letter of the shipped packs with the kind of complainant that it is for."""
    return [
        (name, letter, kind)
        for name, pack in PACKS.items()
        for letter in pack.procedure.letters
        for kind in (("staff", "student") if name == UNIVERSITY else ("staff",))
        if letter.applies_to in (None, kind)
    ]


def reader_of(letter: LetterKind) -> str:
    """The party of the cases here that a letter goes to."""
    return READERS.get(letter.audience, letter.audience)


def open_everything(
    office: Office,
    letter: LetterKind,
    facts: Mapping[str, Any] | None = None,
    *,
    without: Collection[str] = (),
    plus: Collection[str] = (),
) -> Office:
    """The office with a new case for one letter, in which everything has happened.

    `facts` say otherwise: "reasons" of every event that takes them, "decision_made.reasons" of one.
    `without` and `plus` are events that did not happen and that did.
    """
    procedure = office.desk.pack.procedure
    said = {**_TEXTS, **FACTS.get(letter.kind, {}), **(facts or {})}
    left_out = {*_NEVER, *WITHOUT.get(letter.kind, ())} - {letter.trigger, *plus} | set(without)
    opening = _opening(office, letter)
    days = {"complaint-received": BEGAN}

    def events(ref: str) -> list[Event]:
        out = [Event(ref, "complaint-received", BEGAN, MOMENT, "hr", opening)]
        for number, kind in enumerate(k for k in procedure.events if k.id not in left_out):
            days[kind.id] = BEGAN + dt.timedelta(days=min(number // 6, 11))
            for party in _owners(kind):
                data = {**({"party": party} if party else {}), **_facts(kind, letter, said)}
                out.append(Event(ref, kind.id, days[kind.id], MOMENT, "hr", data))
        return out

    ref = office.desk.register.open_case("DW", 2026, lambda ref: (events(ref), []))
    return Office(office.workspace, office.desk, ref)


def _opening(office: Office, letter: LetterKind) -> dict[str, Any]:
    first = next(iter(office.desk.register.events(office.ref))).data
    kind = next(p["type"] for p in first["parties"] if p["id"] == "complainant")  # type: ignore
    people = [{**p, "type": kind} if p["role"] == "complainant" else p for p in PEOPLE]
    people += [{"id": o, "role": o, "name": "Grainne Whitmore", "type": "staff"} for o in OFFICES]
    verdict = VERDICTS.get(letter.kind, "in-time")
    days = (("20 February", "2026-02-20", "in-time"), ("15 Nov 2025", "2025-11-15", "out-of-time"))
    acts = [{"text": text, "start": day, "end": day, "verdict": judged} for text, day, judged in days]
    shown = acts if verdict == "partly-in-time" else acts[:1] if verdict == "in-time" else acts[1:]
    return {
        **first, "parties": people, "missing": ["Place of the incident"],
        "verdict": {"verdict": verdict, "cutoff": "2025-12-02", "incidents": shown, "questions": []},
        "answers": {"incident_details": "He shouted at me in the yard so that all could hear it and I left"},
    }  # fmt: skip


def _owners(kind: EventKind) -> tuple[str, ...]:
    if kind.per is None:
        return ("",)
    everybody = (*READERS.values(), "respondent-2")
    return ("respondent-1",) if kind.per == "respondent" else everybody


def _facts(kind: EventKind, letter: LetterKind, said: dict[str, Any]) -> dict[str, Any]:
    """The facts of one event, in words that it takes."""
    out = {}
    for name in (*kind.facts, *kind.asks):
        value = said.get(f"{kind.id.replace('-', '_')}.{name}", said.get(name))
        words = kind.values.get(name)
        if words and value not in words:
            value = words[0]
        if value is not None:
            out[name] = value
    if kind.id == "consent-recorded":
        out |= {"what": "forward-to-welfare", "given": "yes"}
    return out


@cache
def office(pack: str, kind: str) -> Office:
    """An office with the pack; its first case is left alone."""
    return make_office(Path(tempfile.mkdtemp()), pack=pack, complainant_type=kind, today=TODAY)


def case_of(made: Office) -> Case:
    """The office's case as its events add up to, with the pack that the office has."""
    return fold(made.desk.register.events(made.ref))


@cache
def driven(pack: str, letter: LetterKind, kind: str, facts: tuple[tuple[str, Any], ...]) -> Draft:
    """A letter driven through a case in which everything has happened."""
    made = open_everything(office(pack, kind), letter, dict(facts))
    about = None if letter.audience in ("respondent", "witness") else "respondent-1"
    return draft_letter(case_of(made), letter.kind, reader_of(letter), made.desk, concerning=about)


def seen(docx: bytes) -> str:
    """What the reader of a letter sees, a paragraph a line."""
    return "\n".join(p.text for p in read_passages(docx) if p.part == "letter")


def letter_to(pack: str, name: str) -> LetterKind:
    """The letter of a pack called "kind" or "kind:role"."""
    kind, _, role = name.partition(":")
    letters = PACKS[pack].procedure.letters
    return next(x for x in letters if x.kind == kind and role in ("", x.audience))
