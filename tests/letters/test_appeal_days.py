"""The last day for an appeal that a decision letter gives."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.letters.office import MOMENT, make_office

from hrdocs.case import Event
from hrdocs.desk.letters import draft_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.rules.workflow import fold

MARCH = dt.date(2026, 3, 20)
DECIDED = {
    "party": "respondent-1",
    "outcome": "upheld",
    "reasons": "It was.",
    "decided_by": "Declan Moorhead",
}
MOVED = {"party": "complainant", "arrangement": "the parks office", "duration": "temporary",
         "start": "2026-05-04", "review_date": "2026-06-01", "decided_by": "Niall Greer"}  # fmt: skip
PARTLY = {"decision": "partly", "reasons": "x", "decided_by": "y"}
RECEIVED = ("decision-received", {"party": "complainant"})
APPEALED: tuple[str, dict[str, str]] = ("appeal-received", {})


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("outcome", [("decision-made", DECIDED)]),
        ("outcome", [("time-limit-decided", PARTLY), RECEIVED, ("decision-made", DECIDED)]),
        ("outcome", [("decision-made", DECIDED), RECEIVED]),
        ("redeployment", [("decision-made", DECIDED), RECEIVED, ("redeployment-decided", MOVED)]),
        ("redeployment", [("decision-made", DECIDED), RECEIVED, APPEALED, ("redeployment-decided", MOVED)]),
    ],
)
def test_the_last_day_counts_from_this_letters_receipt(
    tmp_path: Path, kind: str, before: list[tuple[str, dict[str, Any]]]
) -> None:
    """Each decision has its own five working days; an earlier decision's receipt says nothing of them."""
    office = make_office(tmp_path, today=dt.date(2026, 4, 20))
    happened = [("investigator-appointed", {"name": "Declan Moorhead", "title": "x"}), *before]
    first = office.case().events[0]
    case = fold([first, *(Event(office.ref, k, MARCH, MOMENT, "hr", f, 2) for k, f in happened)])
    letter = draft_letter(case, kind, "complainant", office.desk)
    text = " ".join(p.text for p in read_passages(letter.docx) if p.part == "letter")
    assert (
        "receive it on Wednesday 22 April 2026, so the last day for your appeal is Wednesday 29 April" in text
    )
