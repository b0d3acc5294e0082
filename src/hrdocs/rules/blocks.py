"""What may not be done yet, and which rule of the pack says so.

A rule's `subject` names events and letters; "outcome:respondent" only for people of that role. Its
`needs` must all be met and none of its `unless`. Such a name is a condition on facts, or events that
have happened: "a|b" either, "kind:role" once for every person of the role. Of an event that happens
once per person, the person's own counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hrdocs.case import Case
from hrdocs.procedure import LetterKind, Procedure, Rule, RuleKind
from hrdocs.rules.conditions import holds
from hrdocs.rules.workflow import (
    DECIDED_TIME,
    RECEIVED,
    RISK_CALLED,
    facts_for,
    risk_unanswered,
    saving_undecided,
)

_BLOCKING = (RuleKind.ORDER, RuleKind.CONSENT)


@dataclass(frozen=True, slots=True)
class Block:
    """Why something may not be done yet, and the events that would let it."""

    reason: str
    clause: str
    needs: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        """What to do next, in words."""
        if not self.needs:
            return "`hrdocs case show` tells where the case stands."
        return f"Record {', '.join(self.needs)} first."


class Asking:
    """One case asked about many times: rules by their subject, and each person's facts, found once."""

    def __init__(self, case: Case, procedure: Procedure) -> None:
        self._case = case
        self._facts: dict[str, dict[str, Any]] = {}
        self.rules: dict[str, list[Rule]] = {}
        self.order = {id(rule): number for number, rule in enumerate(procedure.rules)}
        for rule in procedure.rules:
            if rule.kind in _BLOCKING:
                for name in rule.subject:
                    self.rules.setdefault(name, []).append(rule)

    def facts(self, party: str) -> dict[str, Any]:
        """What conditions may ask for a person."""
        if party not in self._facts:
            self._facts[party] = facts_for(self._case, party)
        return self._facts[party]


def find_blocks(
    case: Case,
    procedure: Procedure,
    subject: str,
    party: str = "",
    *,
    asking: Asking | None = None,
    given: Mapping[str, Any] | None = None,
) -> tuple[Block, ...]:
    """Why an event or letter may not happen yet for a party; nothing where it may.

    `asking` saves time where a case is asked about often. `given` are the facts of the event itself, which a
    rule's conditions may ask for: "police_told.agreed=yes".
    """
    asked = asking or Asking(case, procedure)
    person = case.party(party)
    named = [
        *asked.rules.get(subject, ()),
        *asked.rules.get(f"{subject}:{person.role if person else ''}", ()),
    ]
    if not named:
        return ()
    facts = asked.facts(party) | ({subject.replace("-", "_"): given} if given else {})
    blocks = []
    for rule in sorted({id(rule): rule for rule in named}.values(), key=lambda rule: asked.order[id(rule)]):
        if _applies(rule, facts) and not _is_met(rule, case, procedure, party, facts):
            unmet = [name for name in rule.needs if not _is_condition(name)]
            needs = [name for name in unmet if not _any_happened(name, case, procedure, party)]
            blocks.append(Block(rule.line, rule.clause, tuple(name.replace("|", " or ") for name in needs)))
    return tuple(blocks)


def find_holds(case: Case, letter: LetterKind) -> tuple[Block, ...]:
    """Why a letter waits for a person, whatever the procedure says: a call first, a decision first."""
    if risk_unanswered(case):
        reason = "Words of the form suggest a risk: a person calls before any letter."
        return (Block(reason, "", (RISK_CALLED,)),)
    if letter.draft_only and letter.trigger == RECEIVED and saving_undecided(case):
        reason = "The form tells of earlier steps: a person first decides on the informal stage."
        return (Block(reason, letter.clause, (DECIDED_TIME,)),)
    return ()


def _applies(rule: Rule, facts: Mapping[str, Any]) -> bool:
    return rule.applies_to in (None, facts["reader"]["type"], facts["complainant"]["type"])


def _is_met(rule: Rule, case: Case, procedure: Procedure, party: str, facts: Mapping[str, Any]) -> bool:
    def met(name: str) -> bool:
        if _is_condition(name):
            return holds(name, facts)
        return _any_happened(name, case, procedure, party)

    return any(met(name) for name in rule.unless) or all(met(name) for name in rule.needs)


def _is_condition(name: str) -> bool:
    return "." in name or "=" in name or name.startswith("!")


def _any_happened(names: str, case: Case, procedure: Procedure, party: str) -> bool:
    return any(_happened(kind, case, procedure, party) for kind in names.split("|"))


def _happened(name: str, case: Case, procedure: Procedure, party: str) -> bool:
    kind, _, role = name.partition(":")
    concerned = {event.data.get("party") for event in case.events if event.kind == kind}
    if role:
        return all(person.id in concerned for person in case.in_role(role))
    if not concerned:
        return False
    reader = case.party(party)
    per = next((event.per for event in procedure.events if event.id == kind), None)
    if reader is not None and per in ("party", reader.role):
        return bool(concerned & {None, party})
    return True
