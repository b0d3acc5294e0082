"""What one person wrote on a form, and what that person meant.

`answers` are field ids → the text as typed; a field that is not there was left blank. `meant` holds the
true value where it is not simply that text: names, grounds, days, ticks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Witness = tuple[str, str, str]  # name, e-mail, telephone; "" where not given


@dataclass(frozen=True, slots=True)
class Completed:
    """One completed form. `problems` are codes that a reader must find; `unclear` fields need a person."""

    form: str
    answers: Mapping[str, str]
    meant: Mapping[str, Any] = field(default_factory=dict)
    witnesses: tuple[Witness, ...] = ()
    problems: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    verdict: str = "in-time"


@dataclass(frozen=True, slots=True)
class Sample:
    """One file: its name, how it was made, the day it came, and the forms in it, in order.

    `error` is the code of what is wrong with a file that cannot be read. `received` None leaves the day
    to what the file says of itself.
    """

    name: str
    made: str
    shows: str
    received: str | None
    forms: tuple[Completed, ...] = ()
    error: str | None = None


COUNCIL_FIELDS = (
    "complainant_name",
    "department",
    "job_title",
    "work_email",
    "work_phone",
    "respondents",
    "incident_dates",
    "protected_grounds",
    "incident_details",
    "witnesses",
    "previous_steps",
    "signed_name",
    "signed_date",
)
UNIVERSITY_FIELDS = (
    "complainant_name",
    "complainant_type",
    "department",
    "college",
    "subject_name",
    "behaviour",
    "effect",
    "resolution_sought",
    "incident_dates",
    "witnesses",
    "evidence",
    "attempts_to_resolve",
)
CIVIL_SERVICE_FIELDS = (*COUNCIL_FIELDS, "resolution_sought")
FIELDS = {
    "council-complaint": COUNCIL_FIELDS,
    "university-complaint": UNIVERSITY_FIELDS,
    "civil-service-complaint": CIVIL_SERVICE_FIELDS,
}


def expected_of(sample: Sample) -> dict[str, Any]:
    """The true answers of a sample, as its `.expected.json` holds them."""
    if sample.error is not None:
        return {"source": sample.name, "received": sample.received, "error": {"code": sample.error}}
    return {
        "source": sample.name,
        "received": sample.received,
        "documents": [_expected_form(form) for form in sample.forms],
    }


def _expected_form(form: Completed) -> dict[str, Any]:
    return {
        "form": form.form,
        "fields": {name: _expected_field(form, name) for name in FIELDS[form.form]},
        "problems": list(form.problems),
        "time_limit": {"verdict": form.verdict},
    }


def _expected_field(form: Completed, name: str) -> dict[str, Any]:
    if name in form.unclear:
        return {"value": None, "status": "unclear"}
    if name == "witnesses" and form.witnesses and name not in form.meant:
        people = [{"name": n, "email": e or None, "phone": p or None} for n, e, p in form.witnesses]
        return {"value": people, "status": "ok"}
    if name in form.meant:
        return {"value": form.meant[name], "status": "ok"}
    if name in form.answers:
        typed = form.answers[name]
        return {"value": [typed] if name == "respondents" else typed, "status": "ok"}
    empty: list[str] | None = [] if name == "protected_grounds" else None
    return {"value": empty, "status": "missing"}
