"""Findings on a form's answers: what is missing, unclear, contradictory, or needs a person first."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hrdocs.document import Answer, Form, Reason, Severity, Status, Value
from hrdocs.packs import read_form_definition
from hrdocs.rules.validate import check_form

TEMPLATES = Path(__file__).parents[2] / "templates"
COUNCIL = read_form_definition(TEMPLATES / "council-dignity-at-work/forms/complaint.toml")
UNIVERSITY = read_form_definition(TEMPLATES / "university-harassment/forms/complaint.toml")
RECEIVED = dt.date(2025, 3, 12)
WITNESS = {"name": "Ann Lee", "email": "ann.lee@northtown.example", "phone": None}
ACCOUNT = "On 3 March he shouted at me in the depot."

GOOD: dict[str, Value] = {
    "complainant_name": "Orla Quinn",
    "department": "Parks",
    "job_title": "Ranger",
    "work_email": "orla.quinn@northtown.example",
    "work_phone": "028 9649 6001",
    "respondents": ("Mr Alan Boyd",),
    "incident_dates": "3 March 2025",
    "protected_grounds": ("race",),
    "incident_details": ACCOUNT,
    "witnesses": (WITNESS,),
    "previous_steps": "I met my manager.",
    "signed_name": "Orla Quinn",
    "signed_date": "2025-03-10",
}


def answer(field: str, value: Value) -> Answer:
    """An answer of that value; None or () is missing."""
    status = Status.OK if value else Status.MISSING
    raw = value if isinstance(value, str) else "\n".join(map(str, value)) if isinstance(value, tuple) else ""
    return Answer(field, value, raw, status)


def form(**changes: Value | Answer) -> Form:
    """A good council form with some answers changed."""
    given = GOOD | changes
    answers = {k: v if isinstance(v, Answer) else answer(k, v) for k, v in given.items()}
    return Form("council-complaint", answers)


def unclear(field: str, reason: Reason, raw: str = "x") -> Answer:
    return Answer(field, None, raw, Status.UNCLEAR, reason)


def codes(checked: Form, received: dt.date | None = RECEIVED) -> list[tuple[str, str, str | None]]:
    return [(f.code, f.severity.value, f.field) for f in check_form(checked, COUNCIL, received=received)]


def test_a_good_form_has_no_findings() -> None:
    """A complete form without contradictions is silent."""
    assert codes(form()) == []


CASES: list[tuple[str, Form, list[tuple[str, str, str | None]]]] = [
    ("no name", form(complainant_name=None), [("missing-answer", "error", "complainant_name")]),
    ("no respondent", form(respondents=()), [("missing-answer", "error", "respondents")]),
    ("no incident dates", form(incident_dates=None), [("missing-answer", "error", "incident_dates")]),
    ("no account", form(incident_details=None), [("missing-answer", "error", "incident_details")]),
    ("no signature date", form(signed_date=None), [("missing-answer", "error", "signed_date")]),
    ("no signature", form(signed_name=None), [("missing-answer", "warning", "signed_name")]),
    ("no post", form(job_title=None), [("missing-answer", "note", "job_title")]),
    ("no witnesses", form(witnesses=()), []),
    ("blank ground", form(protected_grounds=()), [("no-ground", "warning", "protected_grounds")]),
    (
        "bullying without a ground",
        form(protected_grounds=Answer("protected_grounds", (), "None, bullying", Status.OK)),
        [],
    ),
    ("section 4 blank", form(previous_steps=None), [("section-reconstructed", "note", "previous_steps")]),
    (
        "no valid e-mail",
        form(work_email=unclear("work_email", Reason.INVALID_EMAIL)),
        [("invalid-email", "warning", "work_email")],
    ),
    (
        "no possible telephone number",
        form(work_phone=Answer("work_phone", "0289", "0289", Status.OK, Reason.INVALID_PHONE)),
        [("invalid-phone", "note", "work_phone")],
    ),
    (
        "an unclear date",
        form(signed_date=unclear("signed_date", Reason.AMBIGUOUS_DATE)),
        [("unclear-answer", "warning", "signed_date")],
    ),
    (
        "a witness without contact",
        form(witnesses=({"name": "Ann Lee", "email": None, "phone": None},)),
        [("witness-without-contact", "note", "witnesses")],
    ),
    (
        "signed after received",
        form(signed_date="2025-03-14"),
        [("signed-after-received", "warning", "signed_date")],
    ),
    (
        "signed long before",
        form(signed_date="2025-01-02", incident_dates="1 January 2025"),
        [("signed-long-before", "warning", "signed_date")],
    ),
    (
        "an incident after signing",
        form(incident_dates="11 March 2025"),
        [("incident-after-signing", "warning", "incident_dates")],
    ),
    ("signed by another", form(signed_name="Hugh Devlin"), [("signed-by-another", "warning", "signed_name")]),
    ("signed with initials", form(signed_name="O. Q."), []),
    ("an image as signature", form(signed_name=True), []),
    (
        "complains of oneself",
        form(respondents=("Ms Orla Quinn",)),
        [("respondent-is-complainant", "warning", "respondents")],
    ),
    (
        "the line manager, as written",
        form(respondents=Answer("respondents", ("Alan Boyd",), "Alan Boyd (my line manager)", Status.OK)),
        [("line-manager-named", "warning", "respondents")],
    ),
    (
        "the line manager, in the account",
        form(incident_details="In the depot my line manager, Alan Boyd, shouted at me."),
        [("line-manager-named", "warning", "respondents")],
    ),
    (
        "assault",
        form(incident_details="He assaulted me in the depot on Monday."),
        [("risk-words", "warning", "incident_details")],
    ),
    (
        "self-harm",
        form(previous_steps="I told him of my self harm."),
        [("risk-words", "warning", "previous_steps")],
    ),
    ("no risk in grapes", form(incident_details="He threw grapes and drapes at me in the depot."), []),
    (
        "retaliation",
        form(incident_details="After I complained he changed my shifts at the depot."),
        [("possible-victimisation", "warning", "incident_details")],
    ),
    (
        "an account without a place",
        form(incident_details="He shouted at me loudly and often."),
        [("account-incomplete", "note", "incident_details")],
    ),
]


@pytest.mark.parametrize(("name", "checked", "expected"), CASES, ids=[c[0] for c in CASES])
def test_findings(name: str, checked: Form, expected: list[tuple[str, str, str | None]]) -> None:
    """Each fault gives its own finding and no other."""
    assert codes(checked) == expected


def test_findings_stand_in_the_forms_order() -> None:
    """Missing answers come in the order of the form, then what concerns several answers."""
    found = codes(
        form(signed_date=None, complainant_name=None, incident_details="He assaulted me in the depot.")
    )
    assert [f[2] for f in found] == ["complainant_name", "signed_date", "incident_details"]


def test_risk_words_are_never_quoted() -> None:
    """The finding says what to do and repeats nothing of the account."""
    finding = check_form(form(incident_details="He raped her in the car park."), COUNCIL, received=RECEIVED)[
        0
    ]
    assert finding.message.endswith("a person and a telephone call before any letter.")
    assert "rap" not in finding.message


def test_without_a_day_received_nothing_is_compared_with_it() -> None:
    """A signature date alone is no contradiction."""
    assert codes(form(signed_date="2030-01-01", incident_dates="3 March 2025"), received=None) == []


def test_a_student_who_is_also_staff_is_asked() -> None:
    """Two choices, or employment told in the account, is a question."""
    kind = unclear("complainant_type", Reason.SEVERAL_CHOICES, "student and staff")
    blank = {f.id: answer(f.id, None) for f in UNIVERSITY.fields}
    both = Form("university-complaint", blank | {"complainant_type": kind})
    told = Form(
        "university-complaint",
        blank
        | {
            "complainant_type": answer("complainant_type", "student"),
            "behaviour": answer("behaviour", "He shouts at me in the lab. I also work as a demonstrator."),
        },
    )
    for checked in (both, told):
        found = check_form(checked, UNIVERSITY, received=None)
        assert "student-and-staff" in [f.code for f in found]
    assert Severity.ERROR in [f.severity for f in check_form(both, UNIVERSITY, received=None)]


def test_unclear_answers_say_why() -> None:
    """The message of an unclear answer names the field and the reason."""
    odd = replace(unclear("department", Reason.SEVERAL_ANSWERS), raw="Parks | Roads")
    finding = check_form(form(department=odd), COUNCIL, received=RECEIVED)[0]
    assert finding.message == "‘Department’ is unclear: it can be taken as more than one answer."
