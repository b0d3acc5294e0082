"""The council's pack against the facts of its policy: what it must hold, and what it must never say."""

import re

import pytest

from hrdocs.packs import check_pack, read_pack
from hrdocs.procedure import Force, LetterKind, Procedure, RuleKind, Unit
from hrdocs.rules.conditions import check_condition, names_in
from hrdocs.rules.references import context_names
from hrdocs.shipped import shipped_folder

PACK = shipped_folder("templates") / "council-dignity-at-work"

CLAUSES = """
1 2 3 4 4.1 4.2 5 6 7 8 8.1 8.2 8.3 8.4 9 9.1 9.2 9.3 10 10.1 10.2 10.3 10.4 10.5 10.6 11 11.1 11.2 11.3
11.4 11.5 11.6 11.7 12 12.1 13 13.1 13.2 13.3 13.4 13.5 13.5.1 13.5.2 13.5.3 13.5.4 13.5.5 13.5.6 13.5.7
14 14.1 14.2 14.3 14.3.1 14.3.2 14.4 14.5 15 16 17 18
""".split()  # noqa: SIM905
GROUNDS = [
    "sex", "gender reassignment", "sexual orientation", "marital or civil partnership status",
    "pregnancy or maternity", "age", "race", "religious belief", "political opinion", "disability",
    "trade union membership", "family status", "criminal record",
]  # fmt: skip
# id: within, unit, from, to, force, clause
LIMITS = {
    "line-manager-meeting": (0, "soon", "complaint-received", "line-manager-meeting-held", "aim", "12.1"),
    "timetable": (0, "soon", "investigator-appointed", "timetable-agreed", "aim", "13.1"),
    "initial-meeting": (0, "soon", "investigator-appointed", "initial-meeting-held", "aim", "13.2"),
    "respondent-notice": (0, "soon", "initial-meeting-held", "respondent-notified", "aim", "13.4"),
    "meetings": (20, "working-day", "complaint-received", "meetings-completed", "aim", "13.5"),
    "report": (20, "working-day", "investigation-completed", "report-produced", "aim", "13.5.5"),
    "appeal": (5, "working-day", "decision-received", "appeal-received", "hard", "14.1"),
    "appeal-hearing": (15, "working-day", "appeal-received", "appeal-heard", "aim", "14.1"),
    "appeal-notice": (5, "working-day", "appeal-notice-received", "appeal-heard", "hard", "14.1"),
    "appeal-decision": (7, "working-day", "appeal-heard", "appeal-decision-sent", "aim", "14.1"),
}
# Letters of the policy, by kind and audience.
LETTERS = """
acknowledgement:complainant missing-information:complainant out-of-time:complainant
partly-out-of-time:complainant repeat-complaint:complainant informal-advice:complainant
council-action:complainant timetable:complainant timetable:respondent timetable-change:complainant
timetable-change:respondent delay:complainant delay:respondent initial-meeting-invitation:complainant
no-contact:complainant no-contact:respondent suspension:respondent access-refusal:respondent
respondent-notice:respondent investigation-invitation:complainant investigation-invitation:respondent
investigation-invitation:witness outcome:complainant outcome:respondent
disciplinary-referral:disciplinary-manager appeal-acknowledgement:complainant
appeal-clarification:complainant appeal-refused:complainant appeal-outcome:respondent
appeal-invitation:complainant appeal-delay:complainant appeal-outcome:complainant
mediation:complainant mediation:respondent
mediation-pause:complainant mediation-pause:respondent mediation-resumed:complainant
mediation-resumed:respondent redeployment:complainant redeployment:respondent
support-offer:complainant support-offer:respondent follow-up:complainant
""".split()  # noqa: SIM905
IN_WRITING = {"respondent-notice", "no-contact", "suspension", "outcome", "access-refusal",
              "appeal-acknowledgement", "appeal-invitation", "appeal-outcome", "appeal-refused"}  # fmt: skip
HIDES = {
    "complainant-name", "respondent-name", "other-respondents", "witness-names", "complainant-contacts",
    "respondent-contacts", "witness-contacts", "narrative", "grounds-not-alleged", "health", "absence",
    "adjustments", "sanction", "other-arrangements", "companion-of-other", "adviser-notes", "adviser-use",
    "mediation-content", "report", "other-complaints", "decision-hints",
}  # fmt: skip
EVERY_LETTER = {"date", "reference", "private", "policy", "contact", "formats", "oral-explanation"}
APPEAL = {"appeal", "appeal-period", "appeal-date"}


@pytest.fixture(scope="module")
def council() -> Procedure:
    return read_pack(PACK).procedure


def _letter(council: Procedure, name: str) -> LetterKind:
    kind, audience = name.split(":")
    return next(x for x in council.letters if (x.kind, x.audience) == (kind, audience))


def _items(letter: LetterKind) -> set[str]:
    return {item.id for item in letter.items}


def test_no_problem() -> None:
    """Every clause, event, fact and key that the pack names is there."""
    assert check_pack(PACK)[0] == ()


def test_clauses(council: Procedure) -> None:
    """Every clause of the policy and its six appendices, each once, with one line."""
    appendices = [f"App {n}" for n in ("I", "II", "III", "IV", "V", "VI")]
    assert [c.id for c in council.clauses] == CLAUSES + appendices
    assert all(c.heading and c.line.endswith((".", ")")) for c in council.clauses)


def test_grounds(council: Procedure) -> None:
    """Thirteen grounds; political opinion and three more stand only in section 1, not on the form."""
    assert [g.id for g in council.grounds] == GROUNDS
    only = {g.id for g in council.grounds if g.lists == ("s1",)}
    assert only == {"political opinion", "family status", "trade union membership", "criminal record"}
    not_in_s1 = {g.id for g in council.grounds if "s1" not in g.lists}
    assert not_in_s1 == {"gender reassignment", "pregnancy or maternity"}
    assert all(("App I" in g.lists) is ("App VI" in g.lists) for g in council.grounds)


@pytest.mark.parametrize("name", LIMITS)
def test_limits(council: Procedure, name: str) -> None:
    """Each limit of the policy, with its figure, ends, force and clause."""
    limit = next(x for x in council.limits if x.id == name)
    found = (limit.within, limit.unit.value, limit.start, limit.end, limit.force.value, limit.clause)
    assert found == LIMITS[name]


def test_three_months(council: Procedure) -> None:
    """Three months, saved by the informal stage, and never closed to the council itself."""
    limit = council.time_limit
    assert (limit.months, limit.clause, limit.saving_clause, limit.own_initiative_clause) == (
        3, "12.1", "12.1", "11.7",
    )  # fmt: skip


def test_only_hard_limits_are_hard(council: Procedure) -> None:
    """Only the appeal and its notice are hard; every missed aim with a figure asks for the reason."""
    assert {x.id for x in council.limits if x.force is Force.HARD} == {"appeal", "appeal-notice"}
    figures = [x for x in council.limits if x.unit is Unit.WORKING_DAY and x.force is Force.AIM]
    assert all("record-reason" in x.if_missed for x in figures)
    kinds = {x.kind for x in council.letters}
    offered = {m for x in council.limits for m in x.if_missed if ":" not in m and m != "record-reason"}
    assert offered <= kinds
    both = {x.id for x in council.limits if {"tell:complainant", "tell:respondent"} <= set(x.if_missed)}
    assert both == {"meetings", "report"}


def test_letters(council: Procedure) -> None:
    """Every letter that the policy implies, one table for each audience."""
    assert sorted(f"{x.kind}:{x.audience}" for x in council.letters) == sorted(LETTERS)
    assert len({x.template for x in council.letters}) == len(council.letters)
    assert {x.kind for x in council.letters if x.in_writing} == IN_WRITING


def test_pairs(council: Procedure) -> None:
    """A letter made in a pair has its twin."""
    for letter in council.letters:
        if letter.pair is not None:
            assert _letter(council, f"{letter.kind}:{letter.pair}").pair == letter.audience


@pytest.mark.parametrize("name", LETTERS)
def test_common_items(council: Procedure, name: str) -> None:
    """Every letter has its date, reference, policy, contact, formats; inside the council no formats."""
    letter = _letter(council, name)
    inside = {"formats", "oral-explanation"} if letter.audience == "disciplinary-manager" else set()
    assert _items(letter) >= EVERY_LETTER - inside
    assert set(letter.hides) <= HIDES
    if letter.kind != "access-refusal":
        assert "confidentiality" in _items(letter)
    if letter.audience in ("complainant", "respondent", "witness") and letter.kind != "access-refusal":
        assert "adjustments" in _items(letter)


@pytest.mark.parametrize("kind", ["outcome", "out-of-time", "partly-out-of-time", "repeat-complaint"])
def test_every_decision_says_the_appeal(council: Procedure, kind: str) -> None:
    """Every decision letter to a complainant states the appeal with its day, and statutory rights."""
    letter = _letter(council, f"{kind}:complainant")
    assert _items(letter) >= APPEAL | {"appeal-grounds", "statutory-rights", "support"}
    assert "deadlines.appeal" in letter.needs


def test_respondent_is_not_invited_to_appeal(council: Procedure) -> None:
    """The appeal of 14.1 is the complainant's."""
    assert not _items(_letter(council, "outcome:respondent")) & APPEAL
    assert any("outcome:respondent" in r.subject and r.avoid for r in council.rules)


def test_six_items_of_the_notice(council: Procedure) -> None:
    """13.4: six things, two of them only where they apply."""
    notice = _letter(council, "respondent-notice:respondent")
    six = [i for i in notice.items if i.id.startswith("notice-")]
    assert len(six) == 6
    assert {i.id for i in six if i.when} == {"notice-contact", "notice-suspension"}
    assert all(i.clause == "13.4" for i in six)


MEETING_LETTERS = [name for name in LETTERS if "invitation" in name]


@pytest.mark.parametrize("name", MEETING_LETTERS)
def test_meeting_letters(council: Procedure, name: str) -> None:
    """Date, time and place; who will be there; the companion (a witness may ask); adjustments."""
    letter = _letter(council, name)
    assert _items(letter) >= {"meeting-when", "meeting-people", "cannot-attend", "interpreter"}
    assert _items(letter) & {"companion", "witness-companion"}
    assert {n.partition(".")[2] for n in letter.needs} >= {"date", "time", "place"}


RESPONDENT_LETTERS = [name for name in LETTERS if name.endswith(":respondent")]


@pytest.mark.parametrize("name", RESPONDENT_LETTERS)
def test_respondent_is_never_told(council: Procedure, name: str) -> None:
    """No letter to a person complained about tells contacts, other respondents or another's health."""
    letter = _letter(council, name)
    assert {"complainant-contacts", "other-respondents", "health"} <= set(letter.hides)
    forbidden = {"decision_made.actions_for_complainant", "acts", "respondents"}
    assert not forbidden & {*letter.needs, *letter.uses}


def test_complainant_is_never_told_the_sanction(council: Procedure) -> None:
    """Neither outcome nor appeal letters print what was decided for the person complained about."""
    sanction = {f"decision_made.{x}" for x in ("measures", "actions_for_respondent", "decisions")}
    appeals = [x.kind for x in council.letters if x.kind.startswith("appeal") and x.kind != "appeal-delay"]
    for name in ("outcome", *appeals):
        letter = _letter(council, f"{name}:complainant")
        assert "sanction" in letter.hides
        assert not sanction & {*letter.needs, *letter.uses}


def test_witness_is_told_the_topic_only(council: Procedure) -> None:
    """A witness's invitation names neither party nor what was alleged."""
    letter = _letter(council, "investigation-invitation:witness")
    assert {"complainant-name", "respondent-name", "witness-names", "narrative"} <= set(letter.hides)
    assert not {"complainant.name", "respondent.name", "respondents", "acts"} & {*letter.needs, *letter.uses}


def test_mediation_letters_speak_of_the_tribunal(council: Procedure) -> None:
    """A pause of the procedure does not stop a tribunal's time, and every mediation letter says so."""
    mediation = [x for x in council.letters if x.kind.startswith("mediation")]
    assert len(mediation) == 6
    assert all("tribunal-time" in _items(x) for x in mediation)


def test_a_person_decides(council: Procedure) -> None:
    """Refusals, moves and referrals are drafts; their events record who decided."""
    drafts = {x.kind for x in council.letters if x.draft_only}
    assert drafts == {"out-of-time", "partly-out-of-time", "repeat-complaint", "appeal-refused",
                      "redeployment", "disciplinary-referral"}  # fmt: skip
    others = {"investigator-appointed", "appeal-panel-named", "risk-noted"}
    decided = [e for e in council.events if e.decision and e.id not in others]
    assert all("decided_by" in e.facts for e in decided)


def test_names_in_rules(council: Procedure) -> None:
    """Rules of order name events and letters, those about people name roles; no rule says nothing."""
    events, kinds = {e.id for e in council.events}, {x.kind for x in council.letters}
    roles, limits = {r.id for r in council.roles}, {x.id for x in council.limits}
    companions = {"colleague", "trade-union", "full-time-official", "senior-trade-union"}
    companions |= {"confidential-adviser", "person-decides"}
    for rule in council.rules:
        named = {one.split(":")[0] for n in (*rule.subject, *rule.needs) for one in n.split("|")}
        assert {n.split(":")[1] for n in (*rule.subject, *rule.needs) if ":" in n} <= roles
        match rule.kind:
            case RuleKind.ORDER | RuleKind.WORDING | RuleKind.DUTY | RuleKind.RETENTION:
                assert named <= events | kinds, rule.id
            case RuleKind.DISTINCT | RuleKind.CONFLICT:
                assert named <= roles, rule.id
            case RuleKind.COMPANION | RuleKind.EXCLUSIVE:
                assert named <= roles | companions, rule.id
            case RuleKind.PAUSE:
                assert set(rule.subject) <= events
                assert set(rule.needs) <= limits
            case _:
                assert {n.split(":")[0] for n in rule.subject} - events - kinds <= _respondents(rule.subject)
        assert rule.line.endswith(".")
        assert bool(rule.avoid) is (rule.kind is RuleKind.WORDING)


def _respondents(names: tuple[str, ...]) -> set[str]:
    return {n for n in names if n.endswith("-is-respondent")}


def test_conditions(council: Procedure) -> None:
    """Every condition can be read, and asks for a fact that there is."""
    known = context_names(council) | {"verdict", "missing"}
    conditions = [x.when for x in council.letters] + [i.when for x in council.letters for i in x.items]
    conditions += [u for r in council.rules for u in r.unless if "." in u or "=" in u]
    for condition in filter(None, conditions):
        assert check_condition(condition) == ()
        assert set(names_in(condition)) <= known


def test_done_by(council: Procedure) -> None:
    """What shows that a letter is no longer due is an event."""
    events = {e.id for e in council.events}
    assert all(set(x.done_by) <= events for x in council.letters)
    assert all(set(s.left_by) <= events for s in council.stages)


def test_items_can_be_found(council: Procedure) -> None:
    """Every item has words to look for, none of them a bare star."""
    for item in {i.id: i for x in council.letters for i in x.items}.values():
        assert item.words, item.id
        assert all(word.strip("*") for words in item.words for word in words.split()), item.id


def test_seventeen_inconsistencies(council: Procedure) -> None:
    """Each place where the policy is open or says two things has the reading taken."""
    assert len(council.inconsistencies) == 17
    assert all(i.line and i.reading for i in council.inconsistencies)
    assert council.aliases["Appendix 5"] == "App VI"


def test_nobody_real() -> None:
    """No e-mail, telephone number, postcode or name of the real council in the pack's text."""
    for name in ("procedure.toml", "letters.toml", "cases.toml"):
        text = (PACK / name).read_text("utf-8")
        assert "@" not in text
        assert not re.search(r"\b0\d{9,10}\b|\b0\d{2,4} \d{3,4} \d{3,4}\b|\bBT\d", text)
        assert not re.search(r"causeway|glens|coleraine|cloonavin", text, re.IGNORECASE)
