"""Letters that are seldom written, each driven from its case to the file that goes out."""

from pathlib import Path

import pytest
from tests.letters.everything import (
    COUNCIL,
    SERVICE,
    UNIVERSITY,
    letter_to,
    office,
    open_everything,
    reader_of,
    seen,
)
from tests.letters.office import Office

from hrdocs.case import LetterState
from hrdocs.desk.issuing import approve_letter, choose_letter, issue_letter
from hrdocs.desk.letters import draft_letter, file_draft
from hrdocs.desk.posting import Edition, render_edition

# pack: kind:role of the complainant → words that the reader must see in the issued file
SELDOM = [
    (COUNCIL, "disciplinary-referral:disciplinary-manager", "The decision is that there is a case to answer"),
    (COUNCIL, "access-refusal:respondent", "The council will review this by Tuesday 5 May 2026"),
    (COUNCIL, "council-action:complainant", "The lone shifts at the depot end."),
    (COUNCIL, "redeployment:complainant", "You will not be at a disadvantage"),
    (COUNCIL, "redeployment:respondent", "You will work at the leisure centre."),
    (COUNCIL, "mediation:complainant", "Mediation is voluntary."),
    (COUNCIL, "mediation-pause:complainant", "Ann Ferris, through the Labour Relations Agency"),
    (COUNCIL, "mediation-resumed:respondent", "All meetings held: by"),
    (UNIVERSITY, "copy-to-employee-relations:head-of-er", "A copy is enclosed for your information"),
    (UNIVERSITY, "copy-to-student-services:student-services", "With the student\u2019s permission"),
    (UNIVERSITY, "decision-maker:complainant", "should not decide, please tell me now"),
    (UNIVERSITY, "draft-extracts:respondent", "enclosed in draft"),
    (UNIVERSITY, "mediated-agreement:complainant", "before they write to the whole team"),
    (SERVICE, "casework-referral:casework", "about Conor Blakely and Ruth O\u2019Hagan"),
]


def drafted(made: Office, pack: str, name: str) -> str:
    letter = letter_to(pack, name)
    to = reader_of(letter)
    about = None if letter.audience in ("respondent", "witness") else "respondent-1"
    file_draft(
        made.case(), draft_letter(made.case(), letter.kind, to, made.desk, concerning=about), made.desk
    )
    return f"{letter.kind}:{to}"


@pytest.mark.parametrize(("pack", "name", "words"), SELDOM, ids=[name for _, name, _ in SELDOM])
def test_it_goes_from_the_case_to_the_issued_file(pack: str, name: str, words: str) -> None:
    """It is drafted, approved and issued without a doubt, says its matter, and reads as plain text too."""
    letter = letter_to(pack, name)
    kind = "student" if letter.applies_to == "student" or letter.audience == "student-services" else "staff"
    made = open_everything(office(pack, kind), letter)
    if letter.pair:
        drafted(made, pack, f"{letter.kind}:{letter.pair}")
    called = drafted(made, pack, name)
    approve_letter(made.case(), choose_letter(made.case(), called), made.desk)
    step = issue_letter(made.case(), choose_letter(made.case(), called), made.desk)
    assert choose_letter(made.case(), called).state is LetterState.ISSUED
    data = Path(step.path).read_bytes()
    assert words in seen(data)
    _, plain = render_edition(data, Edition.PLAIN_TEXT)
    assert words in " ".join(plain.decode().split())
