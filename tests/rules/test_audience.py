"""What one reader may have of a case."""

import dataclasses
import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from hrdocs.case import Case, Data, Deadline, DeadlineState, Event, Party
from hrdocs.errors import LetterError
from hrdocs.organisation import Organisation, Signatory
from hrdocs.procedure import EventKind, Force, LetterKind, Procedure, TimeLimit
from hrdocs.rules.audience import find_missing, in_words, known_names, view, year_on
from hrdocs.rules.withholding import secrets
from hrdocs.rules.workdays import format_day

ORGANISATION = Organisation(
    "Rathbrae Borough Council",
    "council",
    address=("Civic House", "4 Quay Street"),
    phone="028 9649 6100",
    signatories=(Signatory("hr-representative", "Maeve Kinnaird", "HR Business Partner"),),
)
PARTIES = (
    Party("complainant", "complainant", "Aoife Rafferty", email="aoife@rathbrae.example", department="Parks"),
    Party("respondent-1", "respondent", "Conor Blakely", phone="028 9649 6222"),
    Party("respondent-2", "respondent", "Ruth Tennant"),
    Party("witness-1", "witness", "Siobhán Devenney", phone="07700 900123"),
    Party("witness-2", "witness", "Niall Greer"),
)
FACTS: dict[str, Data] = {
    "meeting-arranged:complainant": {"date": "2025-12-01", "time": "10 am"},
    "meeting-arranged:respondent-1": {"date": "2025-12-02", "time": "11 am"},
    "allegations-settled:respondent-1": {
        "allegations": [{"text": "That you shouted", "dates": "2025-09-05"}]
    },
    "allegations-settled:respondent-2": {
        "allegations": [{"text": "That you laughed", "dates": "2025-09-06"}]
    },
    "decision-made:respondent-1": {
        "outcome": "upheld",
        "actions_for_complainant": ["A new reporting line"],
        "actions_for_respondent": ["A final written warning"],
    },
    "decision-made:respondent-2": {"outcome": "not-upheld"},
    "companion-named:complainant": {"name": "Una Prentice", "kind": "trade-union"},
    "adjustments-recorded:complainant": {"adjustments": "a step-free room"},
    "investigator-appointed": {"name": "Declan Moorhead", "title": ""},
}
EVENTS = (
    ("meeting-arranged", "party"),
    ("allegations-settled", "respondent"),
    ("decision-made", "respondent"),
    ("adjustments-recorded", "party"),
    ("suspension-decided", "respondent"),
    ("investigator-appointed", None),
    ("report-produced", None),
    ("disclosure-released", "party"),
)
PROCEDURE = Procedure(
    "council", "Dignity at Work Policy", "version 2", "council", "northern-ireland", "northern-ireland", "x",
    TimeLimit(3, "12.1"), events=tuple(EventKind(kind, kind, per=per) for kind, per in EVENTS),
)  # fmt: skip
MOMENT = dt.datetime(2025, 11, 20, tzinfo=dt.UTC)


def event(kind: str, **data: Any) -> Event:
    return Event("DW-2025-001", kind, dt.date(2025, 11, 20), MOMENT, "hr", data)


def case(*events: Event, parties: tuple[Party, ...] = PARTIES) -> Case:
    return Case(
        "DW-2025-001", "council", "2", "x", parties, events, FACTS,
        answers={"witnesses": [{"name": "Siobhán Devenney"}], "incident_details": "He shouted at me"},
        verdict={
            "cutoff": "2025-06-09",
            "questions": ["Which year?"],
            "incidents": [
                {"text": "5 Sept", "start": "2025-09-05", "end": "2025-09-05", "verdict": "in-time"},
                {"text": "May", "start": "2025-05-01", "end": "2025-05-31", "verdict": "out-of-time"},
                {"text": "often", "start": None, "end": None, "verdict": "needs-review"},
            ],
        },
        received=dt.date(2025, 9, 10), raised=dt.date(2025, 9, 9),
    )  # fmt: skip


def letter(audience: str, *needs: str, uses: tuple[str, ...] = ()) -> LetterKind:
    return LetterKind(
        "outcome", audience, "The outcome", "letters/x.docx", "decision-made", "13.5.7", needs, uses
    )


def seen(party: str, *needs: str, of: Case | None = None, **more: Any) -> dict[str, Any]:
    kind = letter(party.partition("-")[0], *needs, uses=more.pop("uses", ()))
    return view(
        of or case(), PROCEDURE, kind, party, organisation=ORGANISATION, today=dt.date(2025, 12, 5), **more
    )


def test_what_is_always_there() -> None:
    """Letter, reference, policy, organisation, reader and sender are given to every letter."""
    context = seen("complainant")
    assert set(context) == {"letter", "our_ref", "policy", "organisation", "reader", "sender"}
    assert context["letter"]["date"] == "Friday 5 December 2025"
    assert context["reader"]["address"] == ["Parks", "Rathbrae Borough Council"]
    assert context["sender"] == {
        "name": "Maeve Kinnaird", "title": "HR Business Partner", "phone": "028 9649 6100", "email": None,
    }  # fmt: skip


def test_only_what_the_letter_names() -> None:
    """The context holds the facts that the letter asks for and no others."""
    context = seen("complainant", "complaint.received", uses=("report_produced.on",))
    assert context["complaint"] == {"received": "Wednesday 10 September 2025"}
    assert context["report_produced"] == {"on": None}
    assert "acts" not in context


@pytest.mark.parametrize(
    ("party", "name", "value"),
    [
        ("complainant", "meeting_arranged.date", "Monday 1 December 2025"),
        ("respondent-1", "meeting_arranged.date", "Tuesday 2 December 2025"),
        ("respondent-2", "meeting_arranged.date", None),
        ("witness-1", "meeting_arranged.date", None),
        ("respondent-1", "decision_made.outcome", "upheld"),
        ("respondent-2", "decision_made.outcome", "not-upheld"),
        ("respondent-1", "decision_made.actions_for_respondent", ["A final written warning"]),
        ("respondent-2", "decision_made.actions_for_respondent", None),
        ("witness-1", "decision_made.outcome", None),
        ("witness-1", "complainant.name", None),
        ("respondent-1", "acts", None),
        ("respondent-1", "respondents", None),
        ("respondent-1", "decision_made.actions_for_complainant", None),
        ("respondent-1", "adjustments_recorded.adjustments", None),
        ("respondent-1", "respondent.name", "Conor Blakely"),
        ("respondent-2", "respondent.name", "Ruth Tennant"),
        ("complainant", "decision_made.actions_for_respondent", None),
        ("complainant", "suspension_decided.start", None),
        ("complainant", "adjustments_recorded.adjustments", "a step-free room"),
        ("complainant", "investigator_appointed.name", "Declan Moorhead"),
        ("complainant", "investigator_appointed.title", None),
        ("complainant", "questions", ["Which year?"]),
        ("complainant", "time_limit.cutoff", "Monday 9 June 2025"),
        ("complainant", "time_limit.months", "three"),
    ],
)
def test_each_reader_has_the_own(party: str, name: str, value: object) -> None:
    """A person sees the own facts of an event that happens once per person, never another's."""
    context = seen(party, uses=(name,))
    space, _, fact = name.partition(".")
    assert (context[space][fact] if fact else context[space]) == value


@pytest.mark.parametrize("concerning", ["respondent-1", "respondent-2"])
def test_the_complainant_reads_of_one_person(concerning: str) -> None:
    """A decision about one of several people is told for that person only."""
    context = seen("complainant", "respondent.name", "decision_made.outcome", concerning=concerning)
    assert context["respondent"]["name"] == next(p.name for p in PARTIES if p.id == concerning)
    assert context["decision_made"]["outcome"] == FACTS[f"decision-made:{concerning}"]["outcome"]


@pytest.mark.parametrize(
    ("party", "kind", "more", "code"),
    [
        ("nobody-1", letter("nobody"), {}, "unknown-party"),
        ("respondent-1", letter("complainant"), {}, "wrong-audience"),
        ("complainant", letter("complainant", "respondent.name"), {}, "which-respondent"),
        ("complainant", letter("complainant"), {"concerning": "witness-1"}, "unknown-party"),
        ("complainant", letter("complainant", "decision_made.actions_for_respondent"), {}, "withheld"),
        ("witness-1", letter("witness", "respondent.name"), {}, "withheld"),
        ("respondent-1", letter("respondent", "acts"), {}, "withheld"),
        ("complainant", letter("complainant", "unheard_of.fact"), {}, "unknown-fact"),
        ("complainant", letter("complainant"), {"organisation": Organisation("A", "council")}, "no-sender"),
    ],
)
def test_refusals(party: str, kind: LetterKind, more: dict[str, Any], code: str) -> None:
    """A letter for the wrong reader, or that needs what its reader may not know, is refused."""
    arguments = {"organisation": ORGANISATION, **more}
    with pytest.raises(LetterError) as caught:
        view(case(), PROCEDURE, kind, party, today=dt.date(2025, 12, 5), **arguments)
    assert caught.value.code == code


def test_a_person_may_release_a_fact() -> None:
    """A recorded decision releases one fact to one party, and to no other."""
    released = case(
        event("disclosure-released", party="complainant", what=["decision_made.actions_for_respondent"])
    )
    name = "decision_made.actions_for_respondent"
    told = seen("complainant", "respondent.name", name, of=released, concerning="respondent-1")
    assert told["decision_made"]["actions_for_respondent"] == ["A final written warning"]
    other = case(event("disclosure-released", party="witness-1", what=[name]))
    with pytest.raises(LetterError):
        seen("complainant", name, of=other, concerning="respondent-1")


def test_a_release_is_told_in_sentences() -> None:
    """Names of facts in a release are for the software; its sentences are for the reader."""
    told = case(event("disclosure-released", party="complainant", what=["acts", "Steps have been taken"]))
    facts: dict[str, Data] = {
        **told.facts,
        "disclosure-released:complainant": {"what": ["acts", "Steps have been taken"]},
    }
    told = dataclasses.replace(told, facts=facts)
    context = seen("complainant", "disclosure_released.what", of=told)
    assert context["disclosure_released"]["what"] == ["Steps have been taken"]


def test_shared_arrangements_are_no_secret() -> None:
    """Where two parties are told the same, neither letter is stopped for it."""
    same: Data = {"measures": "The meetings are chaired by another manager."}
    facts = {**FACTS, "interim-action-decided:complainant": same, "interim-action-decided:respondent-1": same}
    shared = dataclasses.replace(case(), facts=facts)
    assert same["measures"] not in {s.text for s in secrets(shared, "respondent-1")}
    assert same["measures"] in {s.text for s in secrets(shared, "respondent-2")}


def test_acts_are_dated_in_words() -> None:
    """Each act carries its days in words, or the text where it has none."""
    acts = seen("complainant", "acts")["acts"]
    assert [a["dates"] for a in acts] == [
        "Friday 5 September 2025", "Thursday 1 May 2025 to Saturday 31 May 2025", "often",
    ]  # fmt: skip
    assert [a["in_time"] for a in acts] == [True, False, False]


def test_deadlines_are_the_readers() -> None:
    """A deadline of the reader's own goes before one of the whole case; another's is not given."""

    def due(day: int, party: str | None) -> Deadline:
        return Deadline("appeal", "Appeal", dt.date(2025, 12, day), Force.HARD, "14.1", DeadlineState.OPEN,
                        dt.date(2025, 12, 1), "", party)  # fmt: skip

    days = (due(8, "respondent-1"), due(9, None), due(10, "complainant"))
    assert seen("complainant", "deadlines.appeal", deadlines=days)["deadlines"]["appeal"] == (
        "Wednesday 10 December 2025"
    )
    assert seen("complainant", uses=("deadlines.appeal",), deadlines=days[:1])["deadlines"]["appeal"] is None


def test_what_is_missing() -> None:
    """Needs that the case does not know are named in the letter's order."""
    kind = letter("complainant", "complaint.received", "deadlines.appeal", "investigator_appointed.title")
    context = seen("complainant", *kind.needs)
    assert find_missing(kind, context) == ("deadlines.appeal", "investigator_appointed.title")


@pytest.mark.parametrize(
    ("party", "hidden", "known"),
    [
        ("complainant", {"Niall Greer", "028 9649 6222", "07700 900123", "A final written warning"},
         {"Conor Blakely", "Ruth Tennant", "Siobhán Devenney", "Una Prentice", "a step-free room",
          "A new reporting line", "He shouted at me"}),
        ("respondent-1", {"Ruth Tennant", "Siobhán Devenney", "Niall Greer", "aoife@rathbrae.example",
                          "Una Prentice", "a step-free room", "A new reporting line", "He shouted at me"},
         {"Aoife Rafferty", "Conor Blakely", "A final written warning"}),
        ("witness-1", {"Aoife Rafferty", "Conor Blakely", "Ruth Tennant", "Niall Greer", "He shouted at me"},
         {"Siobhán Devenney", "07700 900123"}),
    ],
)  # fmt: skip
def test_what_a_reader_may_not_read(party: str, hidden: set[str], known: set[str]) -> None:
    """Names, contacts, companions, adjustments and sanctions of others are looked for in the letter."""
    texts = {s.text for s in secrets(case(), party)}
    assert hidden <= texts
    assert not known & texts


def test_all_that_the_complainant_told_is_the_account() -> None:
    """What was done before and how it felt is kept from the person complained about, like what happened."""
    told = {
        "incident_details": "He shouted at me",
        "previous_steps": "I told Una Breen in May that I was afraid of him",
        "own_words": "It keeps me awake and I see my doctor",
        "department": "Parks",
        "incident_dates": "on the 3rd and the 4th of May 2025 at the depot",
    }
    texts = {s.text for s in secrets(replace(case(), answers=told), "respondent-1")}
    assert texts >= {told["incident_details"], told["previous_steps"], told["own_words"]}
    assert not texts & {told["department"], told["incident_dates"]}
    own = {s.text for s in secrets(replace(case(), answers=told), "complainant")}
    assert not own & set(told.values())
    released = replace(
        case(event("disclosure-released", party="respondent-1", what="previous_steps")), answers=told
    )
    assert told["previous_steps"] not in {s.text for s in secrets(released, "respondent-1")}


def test_released_people_may_be_named() -> None:
    """A party released to a reader is no secret any more."""
    told = case(event("disclosure-released", party="respondent-1", what="witness-1"))
    assert "Siobhán Devenney" not in {s.text for s in secrets(told, "respondent-1")}
    assert "Siobhán Devenney" in {s.text for s in secrets(told, "respondent-2")}


def test_names_that_may_stand() -> None:
    """The reader's, the sender's and the investigator's names may stand in the letter."""
    context = seen("complainant", "investigator_appointed.name")
    names = known_names(case(), "complainant", context)
    assert {"Aoife Rafferty", "Maeve Kinnaird", "Declan Moorhead", "Rathbrae Borough Council"} <= set(names)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-01-01", "2020-01-01"), ("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28")],
)
def test_a_year_on(day: str, expected: str) -> None:
    """The adjudicator's twelve months end on the same calendar date next year."""
    assert year_on(dt.date.fromisoformat(day)).isoformat() == expected


def test_the_readers_type_can_be_needed() -> None:
    """A letter that differs for students and staff can need to know which the reader is."""
    kind = letter("complainant", "reader.type")
    assert find_missing(kind, seen("complainant", "reader.type")) == ("reader.type",)


def test_days_in_words() -> None:
    """ISO days become words wherever they stand; other texts stay."""
    assert format_day(dt.date(2026, 1, 1)) == "Thursday 1 January 2026"
    assert in_words({"a": ["2025-12-05", "5/12"]}) == {"a": ["Friday 5 December 2025", "5/12"]}
