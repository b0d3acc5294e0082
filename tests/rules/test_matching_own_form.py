"""Whose form an untitled document is: the organisation's own, in any words, unless another fits better."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL, TEMPLATES, UNIVERSITY, layout

from hrdocs.document import Layout, Status
from hrdocs.packs import read_form_definition
from hrdocs.rules.matching import match_form

CIVIL = read_form_definition(TEMPLATES / "civil-service-harassment/forms/complaint.toml")
FORMS = (COUNCIL, CIVIL, UNIVERSITY)
IN_ANY_WORDS = (
    "# Harassment: record of complaint",
    ("Name", "Ann Bell"), ("Grade / job", "Officer"), ("Department", "Ports Agency"),
    ("E-mail", "ann.bell@example.org"), ("Telephone", "01632 960001"),
    ("Name of the person or persons reported", "Tom Reid"), ("Date or period", "3 May 2025"),
    ("What happened", "He shouted at me across the yard."), ("Protected characteristic", "Race"),
    ("What would resolve this for you?", "An apology."), ("Witness name", "Eve Hall"),
    ("Has this been raised before? With whom?", "With my manager on 4 May."),
    ("Signature", "A Bell"), ("Date signed", "10 June 2025"),
)  # fmt: skip
READ: Mapping[str, object] = {
    "complainant_name": "Ann Bell",
    "job_title": "Officer",
    "department": "Ports Agency",
    "work_email": "ann.bell@example.org",
    "work_phone": "01632 960001",
    "respondents": ("Tom Reid",),
    "incident_dates": "3 May 2025",
    "incident_details": "He shouted at me across the yard.",
    "protected_grounds": ("race",),
    "resolution_sought": "An apology.",
    "signed_name": "A Bell",
    "signed_date": "2025-06-10",
}


def test_an_untitled_document_is_the_organisations_own_form_in_other_words() -> None:
    """What other forms call the same thing is read for the own form's field, with certainty."""
    form = match_form(layout(*IN_ANY_WORDS), FORMS, own=(CIVIL,))
    assert form.form == "civil-service-complaint"
    answers = {name: form.answers[name].value for name in READ}
    assert answers == READ
    assert all(form.answers[name].status is Status.OK for name in READ)


def test_without_an_own_form_the_best_known_words_decide() -> None:
    """As for a developer who asks which form a document is."""
    assert match_form(layout(*IN_ANY_WORDS), FORMS).form == "council-complaint"


TITLED: Layout = layout(
    "# Formal complaints form – strictly confidential", ("Name", "Ann Bell"), ("Department", "Parks"),
    ("Incident details", "He shouted."), ("Date of incident(s)", "3 May 2025"), ("Signed", "Ann Bell"),
)  # fmt: skip
ASKS_MORE: Layout = layout(
    ("Your name", "Ann Bell"), ("Are you a member of staff or a student?", "Student"), ("College", "North"),
    ("Department", "History"), ("Name of the person complained about", "Tom Reid"),
    ("Nature of the behaviour", "He shouted."), ("Effect of the behaviour on you", "I cannot sleep."),
    ("Resolution sought", "An apology."), ("Dates of incidents", "3 May 2025"), ("Witnesses", "Eve Hall"),
    ("Documentary evidence", "None"), ("Attempts made to resolve the difficulties", "None"),
)  # fmt: skip


@pytest.mark.parametrize(("given", "own", "form"), [
    (TITLED, CIVIL, "council-complaint"),
    (ASKS_MORE, COUNCIL, "university-complaint"),
    (ASKS_MORE, UNIVERSITY, "university-complaint"),
], ids=["a title", "questions that the own form does not have", "its own words"])  # fmt: skip
def test_a_document_is_another_organisations_form_where_that_shows(
    given: Layout, own: object, form: str
) -> None:
    """By its title, or because it asks clearly more than the own form does."""
    assert match_form(given, FORMS, own=(own,)).form == form  # type: ignore[arg-type]
