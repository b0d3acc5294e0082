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
from hrdocs.procedure import Procedure, Rule, RuleKind
from hrdocs.rules.conditions import holds
from hrdocs.rules.workflow import facts_for

_BLOCKING = (RuleKind.ORDER, RuleKind.CONSENT)


@dataclass(frozen=True, slots=True)
class Block:
    """Why something may not be done yet."""

    reason: str
    clause: str


def find_blocks(case: Case, procedure: Procedure, subject: str, party: str = "") -> tuple[Block, ...]:
    """Why an event or letter may not happen yet for a party; nothing where it may."""
    facts = facts_for(case, party)
    role = facts["reader"]["role"]
    blocks = []
    for rule in procedure.rules:
        if rule.kind not in _BLOCKING or not {subject, f"{subject}:{role}"} & set(rule.subject):
            continue
        if _applies(rule, facts) and not _is_met(rule, case, procedure, party, facts):
            blocks.append(Block(rule.line, rule.clause))
    return tuple(blocks)


def _applies(rule: Rule, facts: Mapping[str, Any]) -> bool:
    return rule.applies_to in (None, facts["reader"]["type"], facts["complainant"]["type"])


def _is_met(rule: Rule, case: Case, procedure: Procedure, party: str, facts: Mapping[str, Any]) -> bool:
    def met(name: str) -> bool:
        if "." in name or "=" in name or name.startswith("!"):
            return holds(name, facts)
        return any(_happened(kind, case, procedure, party) for kind in name.split("|"))

    return any(met(name) for name in rule.unless) or all(met(name) for name in rule.needs)


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
