"""What labels in words that no form lists ask for, and which of them ask for nothing that the form has."""

import pytest
from tests.rules.test_matching import COUNCIL

from hrdocs.rules.matching.labels import LabelIndex

INDEX = LabelIndex(COUNCIL)
ASKED = {
    "complainant_name": ("Surname, forename", "Forename(s) and surname of employee"),
    "respondents": (
        "Person(s) you believe has/have harassed you",
        "Who do you say has bullied or\nharassed you?",
        "Who does your concern relate to?",
        "Name the person or people this complaint is about",
        "I wish to complain about the behaviour of",
        "Names of those whose behaviour you are reporting",
    ),
    "incident_dates": ("On what date(s)?", "Happened on", "which took place on or about"),
    "incident_details": (
        "Please provide details of the complaint\nAttach a separate sheet if required",
        "Details of the behaviour complained of [attach sheets if needed]",
    ),
    "witnesses": ("Witnessed by", "Who can confirm it? (names and contact details)"),
    "previous_steps": (
        "Have you spoken to your manager? If so, what happened?",
        "Reported to / action taken",
        "What has been done about it?",
        "Has it been reported before? To whom and when?",
        "What has happened so far to put it right",
        "Steps taken so far, and by whom",
    ),
}
NOT_ASKED = (
    "Employee information",
    "Your information",
    "Staff complaint",
    "What happens next",
    "Dear casework team",
    "Effect on your health or work",
    "Name of manager receiving this form",
    "Action taken by HR",
    "Date reported to manager",
)


@pytest.mark.parametrize(("name", "label"), [(k, label) for k, labels in ASKED.items() for label in labels])
def test_a_label_in_other_words_is_understood(name: str, label: str) -> None:
    """The words that such a question cannot do without tell the field."""
    hit = INDEX.guess(label)
    assert hit is not None
    assert hit.keys[0][0] == name


@pytest.mark.parametrize("label", NOT_ASKED)
def test_what_asks_for_nothing_of_the_form_is_no_label(label: str) -> None:
    """A part's title, the office's own entry and a greeting are taken for no field."""
    assert INDEX.guess(label) is None
