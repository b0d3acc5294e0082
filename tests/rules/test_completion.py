import datetime as dt

import pytest

from hrdocs.case import Event
from hrdocs.rules.completion import check_completion
from hrdocs.rules.workflow import fold

AT = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)


def story(*kinds: str, kind_of_person: str = "student") -> tuple[Event, ...]:
    """`kind` or `kind=outcome` for each event after the receipt."""
    people = [
        {"id": "complainant", "role": "complainant", "name": "Ida Fenn", "type": kind_of_person},
        {"id": "respondent-1", "role": "respondent", "name": "Tom Ashby"},
    ]
    events = [Event("UH-2026-001", "complaint-received", dt.date(2026, 1, 5), AT, "x", {"parties": people})]
    for day, text in enumerate(kinds, 6):
        kind, _, outcome = text.partition("=")
        data = {"outcome": outcome} if outcome else {}
        if kind == "decision-made":
            data["party"] = "respondent-1"
        events.append(Event("UH-2026-001", kind, dt.date(2026, 1, day), AT, "x", dict(data)))
    return tuple(events)


@pytest.mark.parametrize(
    ("kinds", "clause"),
    [
        ((), "O26"),
        (("decision-made=not-upheld",), "O33"),
        (("decision-made=not-upheld", "completion-letter-requested"), None),
        (("decision-made=not-upheld", "registrar-appeal-received"), "O35"),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-decided=not-upheld"), None),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-appeal-refused"), None),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-decided=upheld"), "O36"),
        (("decision-made=partly-upheld", "registrar-appeal-received", "registrar-decided=not-upheld"), "O36"),
        (("decision-made=upheld",), "O36"),
        (("decision-made=upheld", "completion-letter-requested"), None),
        (("decision-made=upheld", "redress-requested"), "O36"),
        (("decision-made=upheld", "redress-requested", "redress-refused"), None),
        (("decision-made=upheld", "redress-requested", "proctors-decided"), None),
    ],
)
def test_the_letter_is_due_only_when_nothing_internal_is_open(
    kinds: tuple[str, ...], clause: str | None
) -> None:
    """A student's letter waits for the Registrar, the Proctors or the student's own request."""
    blocks = check_completion(fold(story(*kinds)))
    assert [block.clause for block in blocks] == ([clause] if clause else [])


def test_staff_never_get_the_letter() -> None:
    """A member of staff gets no completion-of-procedures letter, whatever has been decided."""
    events = story("decision-made=not-upheld", "completion-letter-requested", kind_of_person="staff")
    assert check_completion(fold(events))
