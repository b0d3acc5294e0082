import datetime as dt

import pytest

from hrdocs.case import Event, Json
from hrdocs.packs import find_pack, read_pack
from hrdocs.rules.blocks import Block, find_blocks
from hrdocs.rules.workflow import fold

PROCEDURE = read_pack(find_pack("university-harassment")).procedure
AT = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)


def story(*kinds: str, kind_of_person: str = "student") -> tuple[Event, ...]:
    """`kind` or `kind=outcome` for each event after the receipt."""
    people: list[Json] = [
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


def blocks(*kinds: str, kind_of_person: str = "student") -> tuple[Block, ...]:
    case = fold(story(*kinds, kind_of_person=kind_of_person))
    return find_blocks(case, PROCEDURE, "completion-of-procedures", "complainant")


@pytest.mark.parametrize(
    ("kinds", "due"),
    [
        ((), False),
        (("decision-made=not-upheld",), False),
        (("decision-made=not-upheld", "completion-letter-requested"), True),
        (("decision-made=not-upheld", "registrar-appeal-received"), False),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-decided=not-upheld"), True),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-appeal-refused"), True),
        (("decision-made=not-upheld", "registrar-appeal-received", "registrar-decided=upheld"), False),
        (("decision-made=partly-upheld", "registrar-appeal-received", "registrar-decided=not-upheld"), False),
        (("decision-made=partly-upheld", "registrar-appeal-received", "registrar-appeal-refused"), False),
        (("decision-made=upheld",), False),
        (("decision-made=upheld", "completion-letter-requested"), True),
        (("decision-made=upheld", "redress-requested"), False),
        (("decision-made=upheld", "redress-requested", "redress-refused"), True),
        (("decision-made=upheld", "redress-requested", "proctors-decided"), True),
    ],
)
def test_the_letter_is_due_only_when_nothing_internal_is_open(kinds: tuple[str, ...], due: bool) -> None:
    """A student's letter waits for the Registrar, the Proctors or the student's own request."""
    assert (blocks(*kinds) == ()) is due


def test_staff_never_get_the_letter() -> None:
    """A member of staff gets no completion-of-procedures letter, whatever has been decided."""
    assert blocks("decision-made=not-upheld", "completion-letter-requested", kind_of_person="staff")
