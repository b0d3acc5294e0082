"""The university's pack against the facts of its procedure: staff here, students there."""

import re
import tomllib

import pytest

from hrdocs.packs import check_pack, read_pack
from hrdocs.procedure import Force, LetterKind, Procedure, RuleKind
from hrdocs.rules.conditions import check_condition, holds, names_in
from hrdocs.rules.references import context_names
from hrdocs.shipped import shipped_folder

PACK = shipped_folder("templates") / "university-harassment"

# id: within, unit, from, to, clause
LIMITS = {
    "mediation": (20, "working-day", "mediation-started", "mediation-ended", "O10"),
    "investigation": (6, "week", "complaint-received", "report-produced", "O18"),
    "registrar-appeal": (2, "week", "outcome-notified", "registrar-appeal-received", "O33"),
    "registrar-decision": (4, "week", "registrar-appeal-received", "registrar-decided", "O35"),
    "redress-request": (2, "week", "outcome-notified", "redress-requested", "O36"),
    "redress-after-appeal": (2, "week", "registrar-decision-notified", "redress-requested", "O36"),
    "proctors-decision": (2, "week", "redress-requested", "proctors-decided", "O36"),
    "completion-on-request": (28, "day", "completion-letter-requested", "completion-letter-issued", "OIA"),
    "oia": (1, "year", "completion-letter-issued", "oia-form-received", "OIA"),
}
STUDENT_ONLY = {"registrar-decision", "appeal-refused", "appeal-acknowledgement", "completion-of-procedures",
                "consent-request-forward", "consent-request-college"}  # fmt: skip
# What an outcome letter must say to whom, after which decision.
OUTCOMES = [
    ("student", "not-upheld", {"appeal-registrar", "appeal-registrar-grounds", "appeal-registrar-date"}),
    ("student", "partly-upheld", {"appeal-registrar", "appeal-registrar-grounds", "appeal-registrar-date",
                                  "proctors", "proctors-choice", "proctors-date"}),
    ("student", "upheld", {"proctors", "proctors-date"}),
    ("staff", "not-upheld", {"appeal-grievance"}),
    ("staff", "partly-upheld", {"appeal-grievance"}),
    ("staff", "upheld", set()),
]  # fmt: skip
OIA_CONTENTS = {"cop-headed", "cop-complaint", "cop-procedure", "cop-issues", "cop-decision", "cop-reasons",
                "cop-oia", "cop-deadline", "cop-urgent", "date"}  # fmt: skip


@pytest.fixture(scope="module")
def university() -> Procedure:
    return read_pack(PACK).procedure


def _letter(university: Procedure, kind: str, audience: str) -> LetterKind:
    return next(x for x in university.letters if (x.kind, x.audience) == (kind, audience))


def test_no_problem() -> None:
    """Every paragraph, event, fact and key that the pack names is there."""
    assert check_pack(PACK)[0] == ()


def test_paragraphs(university: Procedure) -> None:
    """Forty-three paragraphs, and the adjudicator's guidance."""
    assert [c.id for c in university.clauses] == [f"O{n}" for n in range(1, 44)] + ["OIA"]


@pytest.mark.parametrize("name", LIMITS)
def test_limits(university: Procedure, name: str) -> None:
    """Each limit with its figure, ends and paragraph."""
    limit = next(x for x in university.limits if x.id == name)
    assert (limit.within, limit.unit.value, limit.start, limit.end, limit.clause) == LIMITS[name]


def test_nothing_is_ever_late(university: Procedure) -> None:
    """Every period may be exceeded for fairness, and no act is ever too old."""
    assert {x.force for x in university.limits} == {Force.AIM}
    assert university.time_limit.months is None


def test_student_ways_are_for_students(university: Procedure) -> None:
    """Registrar, Proctors and the adjudicator's letter are for students only."""
    limits = {x.id for x in university.limits if x.applies_to == "student"}
    everybody = {"mediation", "investigation", "notes", "notes-review", "update-planned"}
    everybody |= {"information", "update", "update-next", "monitoring", "interim-action-review"}
    assert {x.id for x in university.limits} - limits == everybody
    assert {x.kind for x in university.letters if x.applies_to == "student"} == STUDENT_ONLY


@pytest.mark.parametrize(("reader", "outcome", "wanted"), OUTCOMES)
def test_outcome_tells_the_right_way(
    university: Procedure, reader: str, outcome: str, wanted: set[str]
) -> None:
    """Students hear of Registrar and Proctors as the decision opens them, staff of the grievance."""
    facts = {"reader": {"type": reader}, "decision_made": {"outcome": outcome}}
    ways = {"appeal-registrar", "appeal-registrar-grounds", "appeal-registrar-date", "appeal-grievance",
            "proctors", "proctors-choice", "proctors-date"}  # fmt: skip
    items = _letter(university, "outcome", "complainant").items
    assert {i.id for i in items if i.id in ways and holds(i.when, facts)} == wanted


def test_subject_appeals_only_what_was_upheld(university: Procedure) -> None:
    """27 (iv), 29: an appeal only where something was upheld."""
    items = _letter(university, "outcome", "respondent").items
    appeal = next(i for i in items if i.id == "subject-appeal")
    assert holds(appeal.when, {"decision_made": {"outcome": "partly-upheld"}})
    assert not holds(appeal.when, {"decision_made": {"outcome": "not-upheld"}})


def test_completion_letter(university: Procedure) -> None:
    """The Completion of Procedures letter holds what the adjudicator expects."""
    letter = _letter(university, "completion-of-procedures", "complainant")
    assert {i.id for i in letter.items} >= OIA_CONTENTS
    assert {letter.trigger, *letter.also} == {
        "registrar-decided", "registrar-appeal-refused", "proctors-decided", "redress-refused",
        "completion-letter-requested",
    }  # fmt: skip
    about = [r for r in university.rules if r.kind is RuleKind.ORDER and letter.kind in r.subject]
    assert len(about) == 6
    assert all("completion-letter-issued" in r.subject for r in about)


def test_consent_gates_two_things_only(university: Procedure) -> None:
    """Permission gates forwarding the complaint, consent telling the college; never a consultation."""
    gated = {name for r in university.rules if r.kind is RuleKind.CONSENT for name in r.subject}
    assert gated == {"copy-to-student-services", "forwarded-to-student-services", "college-told"}


def test_others_learn_only_the_end(university: Procedure) -> None:
    """27: those who took part are told that it has ended."""
    letter = _letter(university, "closure-notice", "witness")
    assert letter.needs == letter.uses == ()
    assert any("upheld" in r.avoid for r in university.rules if "closure-notice" in r.subject)


@pytest.mark.parametrize("audience", ["respondent", "witness"])
def test_nobody_else_learns_of_support(university: Procedure, audience: str) -> None:
    """No letter to the subject or a witness tells a student's support or college."""
    mine = [x for x in university.letters if x.audience == audience]
    assert mine
    assert all({"student-support", "college-link", "health"} <= set(x.hides) for x in mine)


def test_references(university: Procedure) -> None:
    """Conditions can be read and ask for facts that there are; rules of order name events and letters."""
    known = context_names(university) | {"verdict", "missing", "reader.type", "complainant.type"}
    names = {e.id for e in university.events} | {x.kind for x in university.letters}
    conditions = [x.when for x in university.letters] + [x.when for x in university.limits]
    conditions += [i.when for x in university.letters for i in x.items]
    for rule in university.rules:
        if rule.kind in (RuleKind.ORDER, RuleKind.CONSENT):
            conditions += [n for n in (*rule.unless, *rule.needs) if "." in n or "=" in n]
            plain = [n for n in rule.needs if not ("." in n or "=" in n)] + list(rule.subject)
            assert {part.split(":")[0] for n in plain for part in n.split("|")} <= names, rule.id
    for condition in filter(None, conditions):
        assert check_condition(condition) == ()
        asked = {n for n in names_in(condition) if "." in n and not n.startswith(("consents.", "happened."))}
        assert asked <= known, condition
    assert all(set(x.done_by) | set(x.also) <= names for x in university.letters)
    twins = {(x.kind, x.audience): x.pair for x in university.letters if x.pair}
    assert all(twins[kind, pair] == audience for (kind, audience), pair in twins.items() if pair)


def test_nobody_real() -> None:
    """No e-mail, telephone number or name of the real university in the pack's text."""
    for name in ("procedure.toml", "letters.toml", "cases.toml"):
        text = (PACK / name).read_text("utf-8")
        assert "@" not in text
        assert not re.search(r"oxford|bodleian", text, re.IGNORECASE)
        assert tomllib.loads(text)
