"""Events → a case, and what is known in it.

Nothing here stores a state: every answer is worked out from the events and the pack. An event that
concerns one party names it as `party` in its data; its facts are kept under "kind:party".
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hrdocs.case import Case, Event, FiledDocument, Letter, LetterState, Party
from hrdocs.procedure import Procedure, Stage
from hrdocs.rules.own_case import is_party
from hrdocs.rules.reviewed import (
    REVIEWED,
    find_findings,
    find_missing,
    find_party_rows,
    find_verdict,
    merge_answers,
)

RECEIVED = "complaint-received"
DECIDED_TIME = "time-limit-decided"
RISK_CALLED = "risk-noted"
CONSENT = "consent-recorded"
LINE_MANAGER = "line-manager-named"
CAPACITY = "capacity-decided"

# What was due before one of these is no longer.
ENDS = ("case-closed", "complaint-withdrawn")

# Codes of findings that hold letters back.
RISK_WORDS = "risk-words"
INFORMAL_STEPS = "informal-steps"

# Events about letters and people that every procedure has.
LETTER_STATES = {
    "letter-drafted": LetterState.DRAFT,
    "letter-approved": LetterState.APPROVED,
    "letter-issued": LetterState.ISSUED,
    "letter-withdrawn": LetterState.WITHDRAWN,
}
PARTY_ADDED = "party-added"
WITHDRAWN = "event-withdrawn"
# A file that came to a case later, or waited until a person said that it belongs to it.
DOCUMENT_ADDED = "document-added"
BY_DECISION = {"go-forward": "in-time", "partly": "partly-in-time", "refuse": "out-of-time"}


def fold(events: Sequence[Event]) -> Case:
    """The case that its events add up to. The first event is the receipt of the complaint.

    An event that was taken back, and the taking back, count for nothing.
    """
    last = max(event.seq for event in events)
    taken_back = {event.data.get("seq") for event in events if event.kind == WITHDRAWN}
    events = [e for e in events if e.kind != WITHDRAWN and not (e.seq and e.seq in taken_back)]
    first = next(e for e in events if e.kind == RECEIVED)
    data = first.data
    verdict, raised = find_verdict(data, events)
    answers = merge_answers(_mapping(data.get("answers")), events)
    return Case(
        ref=first.case,
        pack=str(data.get("pack", "")),
        pack_version=str(data.get("pack_version", "")),
        pack_digest=str(data.get("pack_digest", "")),
        parties=_in_capacity(tuple(_parties(events)), events),
        events=tuple(events),
        facts=_facts(events),
        answers={name: _said(answer) for name, answer in answers.items()},
        verdict=verdict,
        received=first.on,
        raised=_day(raised),
        originals=tuple(
            FiledDocument(str(row["path"]), str(row["sha256"]), str(row["title"]))
            for row in [
                *_rows(data.get("originals")),
                *(event.data for event in events if event.kind == DOCUMENT_ADDED),
            ]
        ),
        letters=tuple(_letters(events)),
        seq=last,
    )


def last_end(case: Case) -> int:
    """The place of the last event that ended the case, among its events; -1 where none did."""
    return max((n for n, event in enumerate(case.events) if event.kind in ENDS), default=-1)


def verdict_in_force(case: Case) -> str:
    """The verdict that a person decided, else the one that was counted."""
    decision = case.facts.get(DECIDED_TIME, {}).get("decision")
    return BY_DECISION.get(str(decision), str(case.verdict.get("verdict", "")))


def stage_of(case: Case, procedure: Procedure) -> Stage | None:
    """The furthest stage of the main line that the events have entered."""
    happened = {event.kind for event in case.events}
    entered = [s for s in procedure.stages if not s.side and happened & set(s.entered_by)]
    return entered[-1] if entered else None


def level_of(case: Case, procedure: Procedure) -> str:
    """How far a case has come: the level of the last stage entered that has one, "" before that."""
    happened = {event.kind for event in case.events}
    levels = [s.level for s in procedure.stages if s.level and happened & set(s.entered_by)]
    return levels[-1] if levels else ""


def facts_for(case: Case, party: str) -> dict[str, Any]:
    """What conditions may ask: events' facts as one party knows them, the verdict in force, consents.

    An event that happens once per person gives this person's own facts; what was decided about several
    people complained about is, for anybody else, "partly-upheld" where the decisions differ. `party`
    may be "" for nobody in particular.
    """
    person = case.party(party)
    found: dict[str, Any] = {}
    for key, data in case.facts.items():
        kind, _, owner = key.partition(":")
        name, before = kind.replace("-", "_"), found.get(kind.replace("-", "_"))
        if owner in ("", party):
            found[name] = dict(data)
        elif f"{kind}:{party}" in case.facts:  # of what happens once per person, the own facts count
            continue
        elif owner.startswith("respondent") and (person is None or person.role != "respondent"):
            differs = before is not None and before.get("outcome") != data.get("outcome")
            found[name] = {**data, "outcome": "partly-upheld"} if differs else dict(data)
    complainant = next(iter(case.in_role("complainant")), None)
    found["verdict"] = verdict_in_force(case)
    found["missing"] = missing_answers(case)
    found["consents"] = _consents(case)
    found["reader"] = {"type": person.type if person else "", "role": person.role if person else ""}
    found["happened"] = {event.kind.replace("-", "_"): True for event in case.events}
    found["line_manager_accused"] = _line_manager_accused(case)
    found["complainant"] = {"type": complainant.type if complainant else ""}
    return found


def _line_manager_accused(case: Case) -> bool:
    """Whether the line manager whom an event named is one of the people complained about."""
    name = str(case.facts.get(LINE_MANAGER, {}).get("name") or "")
    return bool(name) and is_party(name, "", case.in_role("respondent"))


def _consents(case: Case) -> dict[str, str]:
    """The last answer to each consent asked for: "yes" or "no"."""
    return {
        str(e.data.get("what")).replace("-", "_"): str(e.data.get("given") or "yes")
        for e in case.events
        if e.kind == CONSENT
    }


def missing_answers(case: Case) -> list[str]:
    """The labels of what only the complainant can tell and a letter may ask for."""
    data = next((e.data for e in case.events if e.kind == RECEIVED), {})
    return find_missing(data, case.events)


def open_findings(case: Case) -> list[Mapping[str, Any]]:
    """What was noticed on the form and nobody has looked at yet."""
    return find_findings(next((e.data for e in case.events if e.kind == RECEIVED), {}), case.events)


def unsure_readings(case: Case) -> dict[str, tuple[str, ...]]:
    """What was read of the form, is not certain, and no person has settled: the field, and its readings."""
    data = next((e.data for e in case.events if e.kind == RECEIVED), {})
    answers = merge_answers(_mapping(data.get("answers")), case.events)
    unsure = {name: row for name, row in answers.items() if row.get("status") == "unclear"}
    return {name: tuple(_texts(row.get("suggestion"))) for name, row in unsure.items()}


def _texts(value: object) -> Iterator[str]:
    """Every text in an answer of any shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from _texts(one)


def risk_unanswered(case: Case) -> bool:
    """Whether words suggest a risk and no person has called yet."""
    return _has_finding(case, RISK_WORDS) and not case.has(RISK_CALLED)


def saving_undecided(case: Case) -> bool:
    """Whether the form tells of informal steps that may save an older act, and nobody has decided."""
    return _has_finding(case, INFORMAL_STEPS) and not case.has(DECIDED_TIME)


def _has_finding(case: Case, code: str) -> bool:
    """Whether the form, or a correction of it, tells of this. Only what answers it ends it."""
    return any(says_finding(e.data, code) for e in case.events if e.kind in (RECEIVED, REVIEWED))


def says_finding(received: Mapping[str, Any], code: str) -> bool:
    """Whether the data of a received complaint, or of a review, hold a finding of this code."""
    return any(row.get("code") == code for row in _rows(received.get("findings")))


def named(case: Case, party_id: str) -> str:
    """A party's name with the id, for the caseworker: "Declan Foy (respondent-1)"."""
    person = case.party(party_id)
    return f"{person.name} ({party_id})" if person and person.name else party_id


def event_key(event: Event) -> str:
    """An event's kind, with the party whom it concerns: "meeting-held:respondent-1"."""
    party = event.data.get("party")
    return f"{event.kind}:{party}" if party else event.kind


def _facts(events: Sequence[Event]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        if event.kind == REVIEWED:  # its answers are the case's answers
            continue
        data = {key: value for key, value in event.data.items() if key != "party"}
        if event.kind == RECEIVED:
            data = {key: data[key] for key in ("received_by", "method") if key in data}
        found[event_key(event)] = {"on": event.on.isoformat(), **data}
    return found


def _parties(events: Sequence[Event]) -> Iterable[Party]:
    for event in events:
        rows: list[Mapping[str, Any]] = []
        if event.kind == RECEIVED:
            rows = find_party_rows(_rows(event.data.get("parties")), events)
        if event.kind == PARTY_ADDED:
            rows = [dict(event.data)]
        for row in rows:
            yield Party(
                id=str(row["id"]),
                role=str(row["role"]),
                name=str(row["name"]),
                type=str(row.get("type") or ""),
                email=_text(row.get("email")),
                phone=_text(row.get("phone")),
                department=_text(row.get("department")),
                job_title=_text(row.get("job_title")),
            )


def _in_capacity(parties: tuple[Party, ...], events: Sequence[Event]) -> tuple[Party, ...]:
    """The parties, the complainant as what a person decided: somebody may be student and staff at once."""
    decided = [str(event.data.get("type")) for event in events if event.kind == CAPACITY]
    if not decided:
        return parties
    return tuple(replace(p, type=decided[-1]) if p.role == "complainant" else p for p in parties)


def _letters(events: Sequence[Event]) -> Iterable[Letter]:
    """Each letter as its last event left it, in the order in which they were first drafted.

    A draft takes the place of an earlier one that was not issued; one made after that is another letter.
    """
    found: list[Letter] = []
    for event in events:
        state = LETTER_STATES.get(event.kind)
        if state is None:
            continue
        kind, to = str(event.data["letter"]), str(event.data["to"])
        concerning = str(event.data.get("concerning") or "")
        same = [n for n, x in enumerate(found) if (x.kind, x.to, x.concerning) == (kind, to, concerning)]
        named = [n for n in same if found[n].drafted == event.data.get("drafted")]
        last = (named or same)[-1] if same else None
        before = None if last is None else found[last]
        ended = before is not None and before.state in (LetterState.ISSUED, LetterState.WITHDRAWN)
        if last is None or before is None or (state is LetterState.DRAFT and ended):
            found.append(_next_state(Letter(kind, to, state, "", "", event.on, concerning), state, event))
        else:
            found[last] = _next_state(before, state, event)
    return found


def _next_state(letter: Letter, state: LetterState, event: Event) -> Letter:
    data = event.data
    moved = replace(
        letter,
        state=state,
        on=event.on,
        path=str(data.get("path") or letter.path),
        sha256=str(data.get("sha256") or letter.sha256),
        receipt=_day(data.get("receipt")) or letter.receipt,
    )
    if state is LetterState.DRAFT:
        return replace(moved, drafted=event.seq, dated=_day(data.get("dated")) or event.on, approved_by="")
    if state is LetterState.APPROVED:
        return replace(moved, approved_by=str(data.get("approved_by") or event.by))
    if state is LetterState.ISSUED:
        return replace(moved, issued=event.on)
    return replace(moved, not_needed=bool(data.get("not_needed")))


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None


def _said(answer: Any) -> Any:
    """What an answer means; where that is not sure, what was written."""
    row = _mapping(answer)
    return row.get("value") if row.get("status") == "ok" else row.get("raw")


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
