"""Who may not act in a case because of another part in it: the pack's rules on people, checked by name.

Rules of kind `distinct` (different persons in the roles), `conflict` (nobody of `subject` is or was one of
`needs`) and `exclusive` (companions of two kinds not together) are checked. Names may be written in several
ways: one that may be the same person is told, and a person decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hrdocs.case import Case, Party
from hrdocs.procedure import Force, Procedure, Rule, RuleKind
from hrdocs.rules.own_case import is_party

# The events that put somebody into a role, and the fact that names the person.
_NAMED = {
    "investigator-appointed": ("investigator", "name"),
    "hr-representative-named": ("hr-representative", "name"),
    "note-taker-named": ("note-taker", "name"),
    "adviser-assigned": ("adviser", "name"),
    "companion-named": ("companion", "name"),
    "decision-maker-appointed": ("decision-maker", "name"),
    "decision-made": ("decision-maker", "decided_by"),
    "appeal-panel-named": ("appeal-hearer", "hearers"),
    "mediation-started": ("mediator", "mediator"),
    "complaint-forwarded": ("line-manager", "forwarded_by"),
}


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody in a role, for a party where the role is one party's ("companion")."""

    role: str
    name: str
    beside: str = ""  # the role of the party whose companion or adviser it is
    kind: str = ""  # of a companion: "colleague", "trade-union", ...


@dataclass(frozen=True, slots=True)
class Clash:
    """A rule that two parts of one case may break. An `aim` or `advice` only asks."""

    rule: str
    line: str
    clause: str
    force: Force
    first: Acting
    second: Acting


def people_acting(case: Case) -> tuple[Acting, ...]:
    """Everybody whom the case knows by name, in each of their parts."""
    found = [Acting(party.role, party.name) for party in case.parties if party.name]
    for key, facts in case.facts.items():
        event, _, owner = key.partition(":")
        if event not in _NAMED:
            continue
        role, fact = _NAMED[event]
        party = case.party(owner)
        names = facts.get(fact)
        beside, kind = party.role if party else "", str(facts.get("kind") or "")
        listed = names if isinstance(names, list) else [names]
        found += [Acting(role, name, beside, kind) for name in listed if isinstance(name, str) and name]
    return tuple(dict.fromkeys(found))


def find_clashes(case: Case, procedure: Procedure) -> tuple[Clash, ...]:
    """Every rule on people that the names in the case break, or may break."""
    acting = people_acting(case)
    checked = (RuleKind.DISTINCT, RuleKind.CONFLICT, RuleKind.EXCLUSIVE)
    rules = [rule for rule in procedure.rules if rule.kind in checked]
    return tuple(
        Clash(rule.id, rule.line, rule.clause, rule.force, first, second)
        for rule in rules
        for first, second in _pairs(rule, acting)
    )


def _pairs(rule: Rule, acting: tuple[Acting, ...]) -> Iterator[tuple[Acting, Acting]]:
    if rule.kind is RuleKind.EXCLUSIVE:
        kinds = [one for one in acting if one.kind in rule.subject]
        for one, other in combinations(kinds, 2):
            if one.kind != other.kind and one.beside == other.beside and not _same(one, other):
                yield one, other
        return
    if rule.kind is RuleKind.DISTINCT:
        inside = [one for one in acting if _holds(one, rule.subject)]
        for one, other in combinations(inside, 2):
            if (one.role, one.beside) != (other.role, other.beside) and _same(one, other):
                yield one, other
        return
    for one in acting:
        for other in acting:
            apart = (one.role, one.beside) != (other.role, other.beside)
            if apart and _holds(one, rule.subject) and _holds(other, rule.needs) and _same(one, other):
                yield one, other


def _holds(one: Acting, roles: tuple[str, ...]) -> bool:
    """Whether somebody's part is among the roles: "companion", or "companion:complainant"."""
    return one.role in roles or f"{one.role}:{one.beside}" in roles


def _same(one: Acting, other: Acting) -> bool:
    """Whether two names may be one person's; what follows a comma is a title."""
    return is_party(one.name.partition(",")[0], "", [Party("", "", other.name.partition(",")[0])])
