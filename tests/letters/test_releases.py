"""What a person decides that a reader may be told."""

from pathlib import Path
from typing import Any

import pytest
from tests.letters.office import TUESDAY, Office, make_office

from hrdocs.desk.issuing import approve_letter, letter_preview
from hrdocs.errors import LetterError
from hrdocs.rules.audience import known_names
from hrdocs.rules.withholding import secrets

SANCTION = "A written warning that stays on file for six months"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path, today=TUESDAY)
    made.record("investigator-appointed", name="Ruth Gamble", title="Head of Parks")
    made.record("respondent-notified", party="respondent-1")
    made.record("party-added", id="witness-1", role="witness", name="May Devenney", phone="028 9649 6123")
    made.record("report-produced")
    return made


def decide(office: Office, reasons: str, actions: str = "") -> None:
    facts: dict[str, Any] = {"party": "respondent-1", "outcome": "upheld", "reasons": reasons}
    if actions:
        facts["actions_for_respondent"] = actions
    office.record("decision-made", **facts)


def test_a_doubtful_name_is_released_with_a_reason(office: Office) -> None:
    """The doubt has a key; who confirms it, and why, stands in the log, and the letter goes on."""
    decide(office, "What was agreed in May was not kept.")
    draft = office.draft("outcome", "respondent-1")
    (doubt,) = letter_preview(office.case(), draft, office.desk).doubts
    assert doubt.key == "name:May"
    with pytest.raises(LetterError, match="name:May"):
        approve_letter(office.case(), draft, office.desk)
    with pytest.raises(LetterError, match="reason"):
        approve_letter(office.case(), draft, office.desk, confirmed=["name:May"])
    step = approve_letter(office.case(), draft, office.desk, confirmed=["name:May"], reason="the month")
    assert step.event is not None
    rows: Any = step.event.data["released"]
    assert [(row["key"], row["reason"]) for row in rows] == [("name:May", "the month")]


def test_a_recorded_decision_releases_a_word_for_one_reader(office: Office) -> None:
    """`disclosure-released` with a name lets that reader's letters hold it, and nobody else's."""
    decide(office, "May Devenney saw it.")
    with pytest.raises(LetterError, match="May Devenney"):
        office.draft("outcome", "respondent-1")
    office.record("disclosure-released", party="respondent-1", what=["May Devenney"], reasons="She agrees",
                  decided_by="Ruth Gamble")  # fmt: skip
    draft = office.draft("outcome", "respondent-1")
    assert letter_preview(office.case(), draft, office.desk).doubts == ()
    with pytest.raises(LetterError, match="May Devenney"):
        office.draft("outcome", "complainant")


def test_a_released_fact_may_stand_in_the_letter(office: Office) -> None:
    """A sanction is looked for in the complainant's letter until it is released to the complainant."""
    decide(office, "The reasons.", SANCTION)

    def kept() -> set[str]:
        return {secret.text for secret in secrets(office.case(), "complainant")}

    assert SANCTION in kept()
    office.record("disclosure-released", party="complainant", what=["decision_made.actions_for_respondent"],
                  reasons="Agreed", decided_by="Ruth Gamble")  # fmt: skip
    assert SANCTION not in kept()
    assert known_names(office.case(), "complainant", {}) == ("Aoife Rafferty",)


def test_a_witness_is_released_by_id(office: Office) -> None:
    """Then the name is no secret; the contacts are, until they are released too."""
    before = {secret.kind for secret in secrets(office.case(), "respondent-1") if "witness" in secret.whose}
    after = []
    for what in ("witness-1", "witness-1.contacts"):
        office.record("disclosure-released", party="respondent-1", what=[what], reasons="Agreed",
                      decided_by="Ruth Gamble")  # fmt: skip
        found = secrets(office.case(), "respondent-1")
        after.append({secret.kind for secret in found if "witness" in secret.whose})
    assert (before, after) == ({"name", "contact"}, [{"contact"}, set()])


def test_material_is_released_item_by_item(tmp_path: Path) -> None:
    """Each decision adds its items; a letter lists them all, once each."""
    office = make_office(tmp_path, pack="university-harassment", complainant_type="student")
    for items in (["The clarified complaint"], ["The messages of 3 March", "The clarified complaint"]):
        office.record("material-released", party="respondent-1", what=[*items], decided_by="Ruth Gamble")
    office.record("complaint-clarified")
    office.record("allegations-settled", party="respondent-1",
                  allegations=[{"text": "That you shouted", "dates": "2026-02-20"}])  # fmt: skip
    draft = office.draft("clarified-complaint", "respondent-1")
    text = letter_preview(office.case(), draft, office.desk).text
    assert text.count("The clarified complaint") == 1
    assert "The messages of 3 March" in text
