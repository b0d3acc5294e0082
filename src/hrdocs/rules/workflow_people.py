"""Who acts in a case, and who may not: independence, companions, one person on both sides.

The pack says which facts of which events name people (`names` of `[[event]]`) and who may be who (rules
of kind `conflict`, `distinct`, `exclusive` and `companion`). Names are compared without titles, marks
and capitals; an initial fits every first name, so that what may be one person is asked about. A clash
belongs to the event that made it, the later of the two; a person may confirm it with a reason.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hrdocs.case import Case, Event, Party
from hrdocs.procedure import EventKind, Procedure, Rule, RuleKind
from hrdocs.rules.own_case import is_party
from hrdocs.rules.workflow import RECEIVED

CONFIRMED = "confirmed"
_COMPANION = "companion"
_ADVISER = "adviser"
_ATTENDEE = "attendee"
_ADVISER_SORT = "confidential-adviser"
_REFUSED = "companion-refused"
_SPLIT = re.compile(r"\s*(?:;|\n|\band\b|&)\s*")
_PARTIES = ("complainant", "respondent", "witness")


@dataclass(frozen=True, slots=True)
class Acting:
    """One person in one role. `event` is the kind of event that named the person, `seq` its place."""

    name: str
    role: str
    party: str
    event: str
    seq: int
    sort: str = ""  # of a companion: "colleague", "trade-union", ...


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody who should not be who they are in a case, and the clause that says so.

    `confirmed` is the reason with which a person let it stand, "" where nobody has.
    """

    event: str
    seq: int
    party: str
    reason: str
    clause: str
    confirmed: str = ""


def find_acting(case: Case, procedure: Procedure) -> tuple[Acting, ...]:
    """Everybody who is named in a case, role by role, in the order in which they were named."""
    found = [
        Acting(p.name, p.role, p.id, _joined(case, p), _joined_at(case, p)) for p in case.parties if p.name
    ]
    kinds = {kind.id: kind for kind in procedure.events if kind.names}
    for event in case.events:
        kind = kinds.get(event.kind)
        if kind is not None:
            found.extend(_named_by(event, kind))
    return tuple(found)


def find_clashes(case: Case, procedure: Procedure) -> tuple[Clash, ...]:
    """Every clash of a case, those that a person has confirmed included."""
    acting = find_acting(case, procedure)
    now = _current(acting, case)
    titles = {role.id: role.title.lower() for role in procedure.roles}
    found: list[Clash] = []
    for rule in procedure.rules:
        match rule.kind:
            case RuleKind.CONFLICT:
                found.extend(_conflicts(rule, now, acting, titles))
            case RuleKind.DISTINCT:
                found.extend(_same(rule, now, titles))
            case RuleKind.EXCLUSIVE:
                found.extend(_exclusive(rule, now))
                found.extend(_at_one_meeting(rule, now))
            case _:
                pass
    found.extend(_companions(case, procedure, now))
    said = {e.seq: str(e.data.get(CONFIRMED) or "") for e in case.events}
    unique = {(c.seq, c.party, c.reason): c for c in found}
    return tuple(
        Clash(c.event, c.seq, c.party, c.reason, c.clause, said.get(c.seq, ""))
        for c in sorted(unique.values(), key=lambda c: c.seq)
    )


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are, or may be, one person's."""
    return is_party(one, "", (Party("", "", other),))


def _named_by(event: Event, kind: EventKind) -> Iterator[Acting]:
    party = str(event.data.get("party") or "")
    for fact, role in kind.names.items():
        value = event.data.get(fact)
        texts = value if isinstance(value, list) else [value]
        for text in texts:
            for piece in _SPLIT.split(str(text or "")):
                name = piece.partition(",")[0].strip()
                if name:
                    sort = str(event.data.get("kind") or "") if role == _COMPANION else ""
                    yield Acting(name, role, party, event.kind, event.seq, sort)


def _joined(case: Case, party: Party) -> str:
    return next((e.kind for e in case.events if e.data.get("id") == party.id), RECEIVED)


def _joined_at(case: Case, party: Party) -> int:
    return next((e.seq for e in case.events if e.data.get("id") == party.id), 0)


def _current(acting: Sequence[Acting], case: Case) -> list[Acting]:
    """The people as they are now: a later appointment takes the place of an earlier one."""
    last: dict[tuple[str, str, str], int] = {}
    for one in acting:
        if one.role not in _PARTIES:
            last[one.event, one.party, one.sort] = one.seq
    refused = {str(e.data.get("party")): e.seq for e in case.events if e.kind == _REFUSED}
    return [
        one
        for one in acting
        if one.role in _PARTIES
        or (
            last[one.event, one.party, one.sort] == one.seq
            and not (one.role == _COMPANION and refused.get(one.party, -1) > one.seq)
        )
    ]


def _is_in(one: Acting, names: Sequence[str]) -> bool:
    """Whether a person is in one of these roles; "companion:respondent" only beside such a party."""
    return one.role in names or f"{one.role}:{_role_of(one.party)}" in names


def _role_of(party: str) -> str:
    return re.sub(r"-\d+$", "", party)


def _conflicts(
    rule: Rule, now: Sequence[Acting], ever: Sequence[Acting], titles: Mapping[str, str]
) -> Iterator[Clash]:
    for one in now:
        if not _is_in(one, rule.subject):
            continue
        for other in ever:
            if other is not one and _is_in(other, rule.needs) and is_same_person(one.name, other.name):
                yield _clash(rule, one, other, titles)


def _same(rule: Rule, now: Sequence[Acting], titles: Mapping[str, str]) -> Iterator[Clash]:
    for first, second in combinations(rule.subject, 2):
        for one in now:
            for other in now:
                roles = _is_in(one, (first,)) and _is_in(other, (second,))
                if roles and one is not other and is_same_person(one.name, other.name):
                    yield _clash(rule, one, other, titles)


def _clash(rule: Rule, one: Acting, other: Acting, titles: Mapping[str, str]) -> Clash:
    later = one if one.seq >= other.seq else other
    both = f"{_title(one, titles)} and is, or may be, {_title(other, titles)} too"
    reason = f"{one.name} is named as {both}. {rule.line}"
    return Clash(later.event, later.seq, later.party, reason, rule.clause)


def _title(one: Acting, titles: Mapping[str, str]) -> str:
    of = f" of the {titles.get(_role_of(one.party), _role_of(one.party))}" if one.party else ""
    return f"{titles.get(one.role, one.role)}{'' if one.role in _PARTIES else of}"


def _exclusive(rule: Rule, now: Sequence[Acting]) -> Iterator[Clash]:
    """Two companions of one party whose kinds may not both attend; "a|b" may attend together."""
    groups = {kind: n for n, names in enumerate(rule.subject) for kind in names.split("|")}
    named = [one for one in now if one.role == _COMPANION and one.sort in groups]
    for one, other in combinations(named, 2):
        if one.party == other.party and groups[one.sort] != groups[other.sort]:
            later = one if one.seq >= other.seq else other
            reason = f"{one.name} ({one.sort}) and {other.name} ({other.sort}) are both named. {rule.line}"
            yield Clash(later.event, later.seq, later.party, reason, rule.clause)


def _at_one_meeting(rule: Rule, now: Sequence[Acting]) -> Iterator[Clash]:
    """Two people who are to attend one meeting and whose kinds may not; an adviser is one without being
    named as companion."""
    groups = {kind: n for n, names in enumerate(rule.subject) for kind in names.split("|")}
    sorts = [(one, _ADVISER_SORT if one.role == _ADVISER else one.sort) for one in now]
    known = [(one.name, groups[sort], sort) for one, sort in sorts if sort in groups]
    attending = [one for one in now if one.role == _ATTENDEE]
    met: dict[tuple[int, int], tuple[Acting, str]] = {}
    for one in attending:
        for name, group, sort in known:
            if is_same_person(one.name, name):
                met.setdefault((one.seq, group), (one, sort))
    for (seq, group), (one, sort) in met.items():
        for (other_seq, other_group), (other, other_sort) in met.items():
            if seq == other_seq and group < other_group:
                both = f"{one.name} ({sort}) and {other.name} ({other_sort}) are both to attend."
                yield Clash(one.event, seq, one.party, f"{both} {rule.line}", rule.clause)


def _companions(case: Case, procedure: Procedure, now: Sequence[Acting]) -> Iterator[Clash]:
    """Companions of a kind that the procedure does not give to this person."""
    rules = [rule for rule in procedure.rules if rule.kind is RuleKind.COMPANION]
    for one in now if rules else ():
        party = case.party(one.party)
        if one.role != _COMPANION or party is None:
            continue
        for_role = [rule for rule in rules if party.role in rule.subject]
        fitting = [r for r in for_role if r.applies_to is None or party.type in ("", r.applies_to)]
        allowed = {kind for rule in fitting for kind in rule.needs}
        if one.sort in allowed:
            continue
        said = (fitting or for_role or rules)[0]
        kinds = ", ".join(sorted(allowed)) or "nobody by right"
        who = f"{party.role}{f' ({party.type})' if party.type else ''}"
        reason = (
            f"A companion of the kind '{one.sort}' for the {who}: the procedure names {kinds}. {said.line}"
        )
        yield Clash(one.event, one.seq, one.party, reason, said.clause)
