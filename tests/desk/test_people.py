"""Who may act in a case: independence, companions, and a line manager who is complained about."""

from pathlib import Path
from typing import Any

import pytest
from tests.desk.desks import UNIVERSITY, Story, make_desk

from hrdocs.cli.casefile import format_next, shape_next
from hrdocs.errors import RegisterError
from hrdocs.packs import read_pack, shipped_packs

WITNESS = {"id": "witness-1", "role": "witness", "name": "Ann Lee"}


def council(tmp_path: Path, **more: Any) -> Story:
    """A case with a witness, two people complained about, an investigator and an OD/HR representative."""
    story = Story(make_desk(tmp_path / "ws"), respondents=("Declan Foy", "Susan Pratt"), **more)
    story.record("party-added", "2026-03-03", **WITNESS)
    story.record("investigator-appointed", "2026-03-04", name="Ruairi Testa", title="Head of Estates")
    return story.record("hr-representative-named", "2026-03-04", name="Niamh Sample", title="HR Officer")


# what is recorded, for whom, its facts, and a clause that says why it needs a person
CLASHES: list[tuple[str, str | None, dict[str, str], str]] = [
    ("companion-named", "complainant", {"name": "Ann Lee", "kind": "colleague"}, "10.4"),
    ("companion-named", "complainant", {"name": "Ms A. Lee", "kind": "colleague"}, "13.5.1"),
    ("companion-named", "complainant", {"name": "Susan Pratt", "kind": "colleague"}, "10.4"),
    ("companion-named", "respondent-1", {"name": "Ruairi Testa", "kind": "colleague"}, "10.4"),
    ("companion-named", "witness-1", {"name": "Una Deeny", "kind": "colleague"}, "13.5.4"),
    ("investigator-appointed", None, {"name": "Declan Foy", "title": "Manager"}, "12.1"),
    ("investigator-appointed", None, {"name": "ann lee", "title": "Manager"}, "12.1"),
    ("note-taker-named", None, {"name": "Ruairi Testa"}, "12.1"),
    ("complaint-forwarded", None, {"forwarded_by": "Declan Foy"}, "12.1"),
    ("appeal-panel-named", None, {"hearers": "Conor Vale and Niamh Sample"}, "14.1"),
    ("appeal-panel-named", None, {"hearers": "R. Testa, Head of Estates"}, "14.1"),
]


@pytest.mark.parametrize(("kind", "party", "facts", "clause"), CLASHES)
def test_a_clash_is_recorded_only_with_a_persons_reason(
    tmp_path: Path, kind: str, party: str | None, facts: dict[str, str], clause: str
) -> None:
    """The message says who, why and by which clause; with a reason it is kept and shown in what is next."""
    story = council(tmp_path)
    with pytest.raises(RegisterError, match="needs a person's decision") as caught:
        story.record(kind, "2026-03-05", party, **facts)
    assert clause in str(caught.value)
    assert "--confirm" in caught.value.next_step
    story.record(kind, "2026-03-05", party, confirm="Nobody else is free.", **facts)
    steps = story.next("2026-03-05")
    assert [(w.event, w.confirmed) for w in steps.warnings][-1] == (kind, "Nobody else is free.")
    assert any(clause in w.clause for w in steps.warnings)
    assert not [b for b in steps.blocked if b.what == kind and clause in b.block.clause and not b.block.needs]


def test_people_who_may_act_are_recorded_without_question(tmp_path: Path) -> None:
    """Different companions of the kinds that the procedure names raise nothing."""
    story = council(tmp_path)
    story.record("companion-named", "2026-03-05", "complainant", name="Orla Quinn", kind="trade-union")
    story.record("companion-named", "2026-03-05", "respondent-1", name="Una Deeny", kind="colleague")
    story.record("companion-named", "2026-03-05", "respondent-2", name="Una Deeny", kind="colleague")
    story.record("appeal-panel-named", "2026-03-05", hearers="Conor Vale; Mary Ward")
    assert story.next("2026-03-05").warnings == ()


def test_the_same_companion_for_both_sides_needs_a_person(tmp_path: Path) -> None:
    """Complainant and person complained about are not accompanied by one person (13.5.3)."""
    story = council(tmp_path)
    story.record("companion-named", "2026-03-05", "complainant", name="Orla Quinn", kind="trade-union")
    with pytest.raises(RegisterError, match=r"13\.5\.3"):
        story.record("companion-named", "2026-03-06", "respondent-2", name="Orla Quinn", kind="trade-union")


def test_union_representative_and_adviser_are_not_both_companions(tmp_path: Path) -> None:
    """A representative and a confidential adviser may not both attend (11.4); two of the union may."""
    story = council(tmp_path)
    story.record("companion-named", "2026-03-05", "complainant", name="Orla Quinn", kind="trade-union")
    story.record("companion-named", "2026-03-05", "complainant", name="Mary Ward", kind="full-time-official")
    with pytest.raises(RegisterError, match=r"11\.4"):
        story.record(
            "companion-named", "2026-03-06", "complainant", name="Joe Hill", kind="confidential-adviser"
        )


@pytest.mark.parametrize(
    ("kind", "sort", "fits"),
    [
        ("student", "student", True),
        ("student", "member-of-congregation", True),
        ("student", "trade-union", False),
        ("staff", "trade-union", True),
        ("staff", "student-union-adviser", False),
    ],
)
def test_companions_at_the_university_hang_on_who_one_is(
    tmp_path: Path, kind: str, sort: str, fits: bool
) -> None:
    """Students bring students, members of Congregation or the union's advisers; staff colleagues (O19)."""
    story = Story(make_desk(tmp_path / "ws", pack=UNIVERSITY), kind=kind, verdict="no-limit")
    facts = {"name": "Una Deeny", "kind": sort}
    if fits:
        story.record("companion-named", "2026-03-05", "complainant", **facts)
        return
    with pytest.raises(RegisterError, match="O19"):
        story.record("companion-named", "2026-03-05", "complainant", **facts)


def test_an_objection_is_answered_before_anything_is_decided(tmp_path: Path) -> None:
    """Once a party objects to the decision-maker, nothing is decided until one is appointed (O13)."""
    story = Story(make_desk(tmp_path / "ws", pack=UNIVERSITY), verdict="no-limit")
    assert "how-to-proceed-decided" not in story.blocked("2026-03-05")
    story.record("decision-maker-objected", "2026-03-05", "complainant", reasons="They share an office.")
    assert story.blocked("2026-03-05")["how-to-proceed-decided"] == "O13"
    story.record("decision-maker-appointed", "2026-03-06", name="Mary Ward", title="Head of Division")
    assert "how-to-proceed-decided" not in story.blocked("2026-03-06")


def test_a_person_who_joins_later_makes_the_clash_visible(tmp_path: Path) -> None:
    """When the investigator turns out to be a witness, the naming of the witness needs a person."""
    story = council(tmp_path)
    with pytest.raises(RegisterError, match=r"12\.1"):
        story.record("party-added", "2026-03-06", id="witness-2", role="witness", name="Ruairi Testa")


def test_the_line_manager_complained_about_gives_way_to_the_next_level(tmp_path: Path) -> None:
    """Steps, limits and questions propose the next level; what would go through that person is blocked."""
    story = Story(make_desk(tmp_path / "ws"))
    assert "line-manager-meeting" in story.states("2026-03-03")
    story.record("line-manager-named", "2026-03-03", name="Mr D Foy")
    assert "next-level-meeting" in story.states("2026-03-03")
    assert "line-manager-meeting" not in story.states("2026-03-03")
    blocked = story.blocked("2026-03-03")
    assert blocked["line-manager-meeting-held"] == blocked["complaint-forwarded"] == "12.1"
    steps = story.next("2026-03-03")
    assert {"next-level", "safe-contact"} <= {question.code for question in steps.questions}
    printed = format_next(steps, story.desk.pack)
    assert "Line manager meets" not in printed
    assert "Next level of management" in printed
    story.record("next-level-manager-named", "2026-03-04", name="Mary Ward")
    story.record("safe-contact-recorded", "2026-03-04", "complainant", contact="mobile, after six")
    assert story.next("2026-03-04").questions == ()
    story.record("line-manager-meeting-held", "2026-03-05", held_by="Mary Ward")
    assert "next-level-meeting" not in story.states("2026-03-05")


def test_a_story_about_my_manager_asks_who_that_is(tmp_path: Path) -> None:
    """Where the words speak of a manager, the caseworker is asked; nothing is concluded from them."""
    answers = {"incident_details": {"value": "My line manager shouted at me.", "status": "ok"}}
    story = Story(make_desk(tmp_path / "ws"), answers=answers)
    codes = {question.code for question in story.next("2026-03-03").questions}
    assert codes == {"line-manager-maybe", "safe-contact"}
    assert "next-level-meeting" not in story.states("2026-03-03")
    story.record("line-manager-named", "2026-03-03", name="Joe Hill")
    assert story.next("2026-03-03").questions == ()


def test_the_caseworker_reads_names(tmp_path: Path) -> None:
    """What is next names each person beside the id."""
    story = council(tmp_path)
    story.record("respondent-line-manager-named", "2026-03-05", "respondent-2", name="Joe Hill")
    story.record("allegations-settled", "2026-03-05", "respondent-1", allegations="Shouting")
    story.record("initial-meeting-held", "2026-03-05")
    printed = format_next(story.next("2026-03-05"), story.desk.pack)
    assert "respondent-notice to Declan Foy (respondent-1)" in printed
    assert shape_next(story.next("2026-03-05"), story.desk.pack, story.desk.today)["warnings"] == []


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda p: p.name)
def test_every_role_in_which_an_event_names_somebody_is_known(folder: Path) -> None:
    """The facts that name people are facts of their event, the roles are roles of the pack."""
    procedure = read_pack(folder).procedure
    roles = {role.id for role in procedure.roles}
    for event in procedure.events:
        assert set(event.names) <= {*event.facts, *event.asks}, event.id
        assert set(event.names.values()) <= roles, event.id


def test_what_happened_all_the_same_is_recorded_and_blocked(tmp_path: Path) -> None:
    """On the command line a fact is a fact: it is recorded, and stands as blocked with its clause."""
    kind, party, facts, clause = CLASHES[0]
    story = council(tmp_path).record_unasked(kind, "2026-03-05", party, **facts)
    assert any(b.what == kind and clause in b.block.clause for b in story.next("2026-03-05").blocked)
