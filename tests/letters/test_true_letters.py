"""What is true of letters together: signatures, dates, companions, decisions and the ends of procedures."""

import datetime as dt
import io
import re
from typing import Any

import docx
import pytest
from tests.letters.everything import (
    COUNCIL,
    PACKS,
    UNIVERSITY,
    case_of,
    driven,
    letter_to,
    letters_of_packs,
    office,
    open_everything,
    seen,
)

from hrdocs.desk.letter_review import landing_doubt
from hrdocs.desk.letters import draft_letter
from hrdocs.letters.proof import find_sentence
from hrdocs.letters.wordtext import read_passages
from hrdocs.procedure import LetterKind
from hrdocs.rules.withholding import is_withheld
from hrdocs.rules.workdays import format_day

ALL = [row for row in letters_of_packs() if row[0] != UNIVERSITY or row[2] == "student"]
ALL_IDS = [f"{pack[:4]}-{letter.kind}-{letter.audience}-{kind}" for pack, letter, kind in ALL]


def texts(pack: str, letter: LetterKind, kind: str, **facts: Any) -> str:
    """What the reader sees of a letter, a paragraph a line."""
    return seen(driven(pack, letter, kind, tuple(sorted(facts.items()))).docx)


_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


@pytest.mark.parametrize(("pack", "letter", "kind"), ALL, ids=ALL_IDS)
def test_every_day_has_its_weekday(pack: str, letter: LetterKind, kind: str) -> None:
    """Every date that a letter gives has its weekday, and no day is left in figures."""
    text = texts(pack, letter, kind).replace(PACKS[pack].procedure.version, "")
    dates = re.findall(r"(\w+) \d{1,2} (?:January|February|March|April|May|June|July|August|September|"
                       r"October|November|December) \d{4}", text)  # fmt: skip
    assert dates
    assert not [word for word in dates if word not in _WEEKDAYS.split("|")]
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}", text)


@pytest.mark.parametrize(("pack", "letter", "kind"), ALL, ids=ALL_IDS)
def test_every_letter_is_signed_by_a_person(pack: str, letter: LetterKind, kind: str) -> None:
    """Each is whole, and ends with a named human being, the office held, and a way to reach that person."""
    assert driven(pack, letter, kind, ()).proof.ok
    office_of = office(pack, kind).desk.organisation
    last = texts(pack, letter, kind).strip().rpartition("Yours sincerely")[2]
    signing = [s for s in office_of.signatories if s.name in last]
    assert signing
    assert signing[0].title in last
    assert "@" in last or "Telephone" in last


def test_who_may_come_along_is_true_for_the_reader() -> None:
    """Students hear of students and Congregation, staff of colleagues and their union; nobody of both."""
    for name in ("acknowledgement", "investigation-invitation:complainant", "how-to-proceed:complainant"):
        letter = letter_to(UNIVERSITY, name)
        student, staff = (texts(UNIVERSITY, letter, kind) for kind in ("student", "staff"))
        assert "another student, a member of Congregation" in student
        assert "trade union representative" not in student
        assert "trade union representative or a colleague" in staff
        assert "Congregation" not in staff
    told = texts(UNIVERSITY, letter_to(UNIVERSITY, "investigation-invitation:respondent"), "student")
    assert "trade union representative or a colleague" in told


def test_every_party_hears_of_help() -> None:
    """Each letter to a party of any pack must say how to get it explained, in another form, or adjusted."""
    for pack in PACKS.values():
        for letter in pack.procedure.letters:
            if letter.audience in ("complainant", "respondent", "witness"):
                items = {item.id for item in letter.items}
                assert {"formats", "oral-explanation"} <= items, (letter.kind, letter.audience)


def test_decisions_ask_before_they_land_on_a_bad_day() -> None:
    """Every letter that tells a decision, of any pack, asks a person before a Friday and before a holiday."""
    for pack, letter, kind in ALL:
        decisions = {event.id for event in PACKS[pack].procedure.events if event.decision}
        if not (letter.draft_only or {letter.trigger, *letter.also} & decisions):
            continue
        desk = office(pack, kind).desk
        for day in (dt.date(2026, 3, 20), dt.date(2026, 4, 2)):  # a Friday; the Thursday before Good Friday
            doubt = landing_doubt(letter, day, desk)
            assert doubt is not None, (letter.kind, day)
            assert doubt.key == f"lands:{day.isoformat()}"
        assert landing_doubt(letter, dt.date(2026, 3, 24), desk) is None


def test_an_old_complaint_is_acknowledged_too() -> None:
    """The acknowledgement hangs on no verdict: a complaint that is out of time gets it as well."""
    for pack in PACKS.values():
        letter = next(x for x in pack.procedure.letters if x.kind == "acknowledgement")
        assert letter.when is None
        assert letter.trigger == "complaint-received"


def test_dropped_acts_are_the_complainants_only() -> None:
    """No letter to a person complained about or a witness can print the acts and their verdicts."""
    for role in ("respondent", "witness"):
        assert is_withheld("acts", role, frozenset())
        assert is_withheld("time_limit.cutoff", role, frozenset())
    for pack in PACKS.values():
        for letter in pack.procedure.letters:
            assert letter.audience == "complainant" or "acts" not in (*letter.needs, *letter.uses)


def test_a_companion_from_the_union_only_is_not_enough() -> None:
    """A letter that offers a trade union representative and no colleague does not meet the item."""
    item = next(i for x in PACKS[COUNCIL].procedure.letters for i in x.items if i.id == "companion")
    document = docx.Document()
    document.add_paragraph("You may be accompanied by a trade union representative.")
    out = io.BytesIO()
    document.save(out)
    assert find_sentence(item, read_passages(out.getvalue())) is None


def test_each_consent_is_asked_for_by_itself() -> None:
    """The request for student services does not ask about the college, nor the other way round."""
    procedure = PACKS[UNIVERSITY].procedure
    consent = next(event for event in procedure.events if event.id == "consent-recorded")
    assert set(consent.values["what"]) == {"forward-to-welfare", "tell-college"}
    forward, college = (letter_to(UNIVERSITY, f"consent-request-{name}") for name in ("forward", "college"))
    assert forward.when == "!consents.forward-to-welfare"
    assert college.when == "!consents.tell-college"
    assert "It would not be sent to your college" in texts(UNIVERSITY, forward, "student")
    assert "send a copy" not in texts(UNIVERSITY, college, "student")


def test_nobody_is_shown_a_way_that_is_not_open() -> None:
    """The Proctors only where something was upheld, the Registrar only for students, an appeal only then."""
    letter = letter_to(UNIVERSITY, "outcome:complainant")
    not_upheld = texts(UNIVERSITY, letter, "student", **{"decision_made.outcome": "not-upheld"})
    assert "Redress from the Proctors" not in not_upheld
    assert "appeal in writing to the Registrar" in not_upheld
    upheld = texts(UNIVERSITY, letter, "student", **{"decision_made.outcome": "upheld"})
    assert "Registrar" not in upheld
    for outcome in ("upheld", "partly-upheld", "not-upheld"):
        staff = texts(UNIVERSITY, letter, "staff", **{"decision_made.outcome": outcome})
        assert not re.search("Registrar|Proctors|Adjudicator|Completion of Procedures", staff)
        subject = letter_to(UNIVERSITY, "outcome:respondent")
        told = texts(UNIVERSITY, subject, "student", **{"decision_made.outcome": outcome})
        assert ("appeal" in told.casefold()) is (outcome != "not-upheld")


_APPEAL = ("registrar-decided", "registrar-appeal-refused", "registrar-appeal-received")
# What ends the procedures: the decision before it, and what then did not happen.
ENDS = {
    "registrar-decided": ("not-upheld", ()),
    "registrar-appeal-refused": ("not-upheld", ("registrar-decided",)),
    "proctors-decided": ("upheld", _APPEAL),
    "redress-refused": ("upheld", _APPEAL),
    "completion-letter-requested": ("not-upheld", _APPEAL),
}


@pytest.mark.parametrize("end", ENDS)
def test_every_end_of_the_procedures_gives_its_decision_and_day(end: str) -> None:
    """Whatever ended them, the letter gives the decision, its day and reasons, and the adjudicator's date."""
    outcome, without = ENDS[end]
    letter = letter_to(UNIVERSITY, "completion-of-procedures")
    others = {e for e in ENDS if e not in (end, "completion-letter-requested")} | {"redress-requested"}
    made = open_everything(
        office(UNIVERSITY, "student"), letter, {"decision_made.outcome": outcome},
        without=(others | set(without)) - {end}, plus=(end,),
    )  # fmt: skip
    drafted = draft_letter(case_of(made), letter.kind, "complainant", made.desk, concerning="respondent-1")
    assert drafted.proof.ok
    text = seen(drafted.docx)
    kind = end if end != "completion-letter-requested" else "decision-made"
    day = max(event.on for event in case_of(made).events if event.kind == kind)
    decision = next(line for line in text.splitlines() if line.startswith("The final decision of the"))
    assert format_day(day) in decision
    assert "Tuesday 16 March 2027" in text
    assert "The reasons are:" in text


def test_a_letter_asked_for_late_gives_the_day_that_a_person_counted() -> None:
    """Asked for late, the adjudicator's year runs from the decision: the day recorded is printed."""
    letter = letter_to(UNIVERSITY, "completion-of-procedures")
    facts = {"decision_made.outcome": "not-upheld", "completion_letter_prepared.form_by": "2027-02-12"}
    text = texts(UNIVERSITY, letter, "student", **facts)
    assert "must receive your complaint form by Friday 12 February 2027" in text
    assert "2027" not in text.replace("Friday 12 February 2027", "")


_NUMBER = r"(?:\d+|one|two|three|four|five|six|nine|twelve)"
_FIGURE = re.compile(rf"\b{_NUMBER}\b[^.]{{0,20}}\b(?:days?|weeks?|months?|years?)\b", re.IGNORECASE)


@pytest.mark.parametrize(("pack", "letter", "kind"), ALL, ids=ALL_IDS)
def test_no_statutory_limit_is_a_figure(pack: str, letter: LetterKind, kind: str) -> None:
    """What a letter says of a tribunal or a legal claim has no number of days or months in it."""
    for sentence in re.split(r"(?<=[.!?])\s+|\n", texts(pack, letter, kind)):
        if re.search("tribunal|legal claim|legal rights", sentence, re.IGNORECASE):
            assert not _FIGURE.search(sentence), sentence


def test_every_decision_to_a_complainant_states_the_appeal_with_its_date() -> None:
    """Each of the council's letters that tells a complainant a decision gives the last day to appeal."""
    decisions = {event.id for event in PACKS[COUNCIL].procedure.events if event.decision}
    # An appeal's own decision is final (14.1); the review of contact is a precaution for both alike (13.3).
    last = {"appeal-refused", "appeal-outcome", "no-contact"}
    found = 0
    for letter in PACKS[COUNCIL].procedure.letters:
        tells = letter.draft_only or {letter.trigger, *letter.also} & decisions
        if letter.audience == "complainant" and tells and letter.kind not in last:
            text = texts(COUNCIL, letter, "staff")
            assert "the last day for your appeal is Thursday 26 March 2026" in text, letter.kind
            assert "in writing to OD/HR" in text
            found += 1
    assert found == 6
