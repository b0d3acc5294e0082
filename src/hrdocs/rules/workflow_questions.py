"""What a person is asked in a case, with the clause: late appeals, unused rights, safe ways to reach people.

A question decides nothing. It goes when the event is recorded that answers it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.procedure import Limit, Procedure, Rule, RuleKind
from hrdocs.rules.conditions import holds
from hrdocs.rules.rounds import party_of, role_of
from hrdocs.rules.workdays import format_day
from hrdocs.rules.workflow import CAPACITY, LINE_MANAGER, facts_for, last_end

_MANAGER = re.compile(
    r"\bmy (?:own |direct |immediate |current )?(?:line[- ]?)?(?:manager|supervisor|boss|team leader)\b",
    re.IGNORECASE,
)
_NARRATIVE = ("incident_details", "behaviour", "respondents", "subject_name", "previous_steps")
_RETALIATION = "retaliation-alleged"
_ROUTED = "line-manager-is-respondent"


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask or see to, why by which clause, and the events that answer it."""

    code: str
    text: str
    clause: str
    answers: tuple[str, ...] = ()
    party: str = ""


def find_questions(case: Case, procedure: Procedure, deadlines: Sequence[Deadline]) -> tuple[Question, ...]:
    """Everything that a person is to ask in a case as it stands."""
    limits = {limit.id: limit for limit in procedure.limits}
    return (
        *_of_rights(case, limits, deadlines),
        *_of_delays(limits, deadlines),
        *_of_line_manager(case, procedure),
        *_of_capacity(case, procedure),
        *_of_retaliation(case, procedure),
        *_of_rules(case, procedure),
    )


def _of_rights(case: Case, limits: dict[str, Limit], deadlines: Sequence[Deadline]) -> Iterator[Question]:
    for one in deadlines:
        limit = limits.get(one.limit)
        if limit is None or not limit.right or one.due is None:
            continue
        if one.state is DeadlineState.PASSED:
            text = (
                f"Nothing was received by {format_day(one.due)} ({limit.title}). Silence alone "
                "settles nothing: ask about illness, leave and when it was really received, and record "
                "what was found."
            )
            yield Question("right-unused", text, limit.clause, limit.waived_by, one.party or "")
        elif one.state is DeadlineState.MET_AFTER and not _explained(case, limit):
            text = (
                f"It was received after {format_day(one.due)} ({limit.title}). Nothing refuses it by itself: "
                "ask why (illness, leave, proof of when the decision was received); a person decides and is "
                "recorded."
            )
            yield Question("late-why", text, limit.clause, (limit.end,), one.party or "")


def _explained(case: Case, limit: Limit) -> bool:
    """Whether the reasons are recorded, or somebody has gone on with it or refused it all the same."""
    received = [n for n, event in enumerate(case.events) if event.kind == limit.end]
    if not received:
        return False
    if case.events[received[-1]].data.get("reasons_for_lateness"):
        return True
    word = limit.end.rsplit("-", 1)[0]
    after = case.events[received[-1] + 1 :]
    return any(
        e.kind.startswith(word) and e.kind.endswith(("-refused", "-arranged", "-decided")) for e in after
    )


def _of_delays(limits: dict[str, Limit], deadlines: Sequence[Deadline]) -> Iterator[Question]:
    """An aim that has passed wants its reason, and the parties told."""
    for one in deadlines:
        limit = limits.get(one.limit)
        if one.state is not DeadlineState.PAST_AIM or limit is None or "record-reason" not in limit.if_missed:
            continue
        told = [
            name.partition(":")[2].replace("-", " ") for name in limit.if_missed if name.startswith("tell:")
        ]
        whom = f" Tell: {', '.join(told)}." if told else ""
        text = f"{limit.title}: the aim has passed. Record the reason and the new day.{whom}"
        yield Question("reason-for-delay", text, limit.clause, ("delay-recorded",), one.party or "")


def _of_line_manager(case: Case, procedure: Procedure) -> Iterator[Question]:
    """Where the line manager is, or may be, complained about, nothing goes through that person."""
    rule = next((r for r in procedure.rules if r.kind is RuleKind.ROUTING and _ROUTED in r.subject), None)
    if rule is None or not case.in_role("complainant"):
        return
    known = bool(case.facts.get(LINE_MANAGER))
    accused = bool(facts_for(case, "")["line_manager_accused"])
    if not known and _may_be_manager(case):
        text = (
            "The complaint speaks of the complainant's manager. If that is somebody complained about, the "
            "next level of management takes the line manager's place: record who the line manager is."
        )
        yield Question("line-manager-maybe", text, rule.clause, (LINE_MANAGER,))
    if accused and not case.has("next-level-manager-named"):
        text = f"{rule.line} Name the next level of management."
        yield Question("next-level", text, rule.clause, ("next-level-manager-named",))
    if (accused or (not known and _may_be_manager(case))) and not _safe(case):
        text = (
            "Work e-mail and post may be read by the manager complained about: ask the complainant for a "
            "safe way before anything is sent."
        )
        yield Question("safe-contact", text, rule.clause, ("safe-contact-recorded",), "complainant")


def _of_capacity(case: Case, procedure: Procedure) -> Iterator[Question]:
    """Where rights hang on being student or staff: which it is, and what of somebody who is both."""
    decided = next((e for e in procedure.events if e.id == CAPACITY), None)
    complainant = next(iter(case.in_role("complainant")), None)
    if decided is None or complainant is None or case.has(CAPACITY):
        return
    if not complainant.type:
        text = "Nobody has recorded whether this is a student or staff: companions and appeal hang on it."
        yield Question("capacity", text, decided.clause, (CAPACITY,), complainant.id)
    elif _both(case, complainant.type):
        text = "The complainant may be student and member of staff at once: ask in which capacity it is made."
        yield Question("capacity", text, decided.clause, (CAPACITY,), complainant.id)


def _both(case: Case, said: str) -> bool:
    employed = any(case.answers.get(name) for name in ("job_title", "staff_number"))
    studies = any(case.answers.get(name) for name in ("college", "course", "student_number"))
    return employed if said == "student" else studies and said == "staff"


def _of_retaliation(case: Case, procedure: Procedure) -> Iterator[Question]:
    """Alleged retaliation is taken up at once and linked to its case, a witness's as well."""
    kind = next((e for e in procedure.events if e.id == _RETALIATION), None)
    open_ones = {
        party_of(event) or "": event.data.get("linked_case")
        for event in case.events
        if event.kind == _RETALIATION
    }
    for party, linked in open_ones.items() if kind else ():
        if not linked:
            text = "Retaliation is alleged: it is taken up at once, in a case of its own that is linked here."
            yield Question("retaliation", text, kind.clause if kind else "", (_RETALIATION,), party)


def _of_rules(case: Case, procedure: Procedure) -> Iterator[Question]:
    """What the procedure's own rules of the kind `ask` want to be asked."""
    for rule in procedure.rules:
        if rule.kind is RuleKind.ASK:
            answers = tuple(kind for name in rule.needs for kind in name.split("|"))
            for party in _unanswered(case, rule, answers):
                yield Question(rule.id, rule.line, rule.clause, answers, party)


def _unanswered(case: Case, rule: Rule, answers: Sequence[str]) -> Iterator[str]:
    """Each person ("" for nobody in particular) of whom the subject happened and was not answered since."""
    last: dict[str, int] = {}
    for number, event in enumerate(case.events):
        owner = party_of(event) or ""
        if event.kind in rule.subject or f"{event.kind}:{role_of(owner)}" in rule.subject:
            last[owner] = number
    for owner, number in last.items():
        after = case.events[number + 1 :]
        told = any(e.kind in answers and (party_of(e) or owner) == owner for e in after)
        lifted = any(holds(condition, facts_for(case, owner)) for condition in rule.unless)
        if not told and not lifted and last_end(case) <= number:
            yield owner


def _may_be_manager(case: Case) -> bool:
    return any(_MANAGER.search(str(case.answers.get(name) or "")) for name in _NARRATIVE)


def _safe(case: Case) -> bool:
    return any(e.kind == "safe-contact-recorded" and party_of(e) == "complainant" for e in case.events)
