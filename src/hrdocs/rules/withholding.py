"""What a person may not know of a case, and what a decision has released to that person."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from hrdocs.case import Case, Data, Json, Party

# What no letter to this role may print, whatever a pack's letters.toml asks for, until a person has
# released it to that party ("*" is every fact of the event).
_NEVER: dict[str, tuple[str, ...]] = {
    "complainant": (
        "decision_made.actions_for_respondent", "decision_made.measures", "decision_made.decisions",
        "suspension_decided.*", "outcome_changed_on_appeal.*", "disciplinary_referred.*",
        "policies_explained.*", "risk_noted.*",
    ),
    "respondent": (
        "acts", "missing", "questions", "respondents", "time_limit.*",
        "decision_made.actions_for_complainant",
        "appeal_received.*", "appeal_decided.actions_for_complainant", "risk_noted.*", "informal_activity.*",
    ),
    "witness": (
        "acts", "missing", "questions", "respondents", "respondent.name", "complainant.name", "time_limit.*",
        "allegations_settled.*", "contact_reviewed.*", "suspension_decided.*", "decision_made.*",
        "appeal_received.*", "appeal_decided.*", "outcome_changed_on_appeal.*", "complaint.*",
        "risk_noted.*", "informal_activity.*",
    ),
}  # fmt: skip
_PARTIES = ("complainant", "respondent", "witness")
# Facts of one party's event that another party must not read in any letter.
_PRIVATE = ("companion-named", "adviser-assigned", "adjustments-recorded", "safe-contact-recorded")
_PRIVATE_WORDS = ("adjustments", "measures", "actions_for_respondent", "actions_for_complainant")
_STORIES = ("incident_details", "behaviour")
_NEEDED = ("incident_dates",)  # the days complained of are part of what the person complained about is told
_SENTENCE = 5  # so many words tell something
# What a letter's `hides` calls the names of a role.
_HIDDEN_NAMES = {
    "complainant": "complainant-name", "respondent": "other-respondents", "witness": "witness-names",
}  # fmt: skip
_FACT = re.compile(r"[\w-]+\.\w+|[a-z_]+_[a-z_]+")


@dataclass(frozen=True, slots=True)
class Secret:
    """What a reader may not learn. `kind` is `name`, `contact`, `words` or `narrative`.

    What is not `sure` the reader knows, and this letter had better not say it: a person decides.
    """

    text: str
    kind: str = "name"
    whose: str = "another person"
    sure: bool = True


def secrets(case: Case, party_id: str, hides: Collection[str] = ()) -> tuple[Secret, ...]:
    """Everything the case knows that this person may not read in a letter, as texts to look for.

    Names of other people complained about and of witnesses, everybody else's contacts, companions,
    advisers, adjustments and measures, and for others than the complainant the complaint's own story.
    `hides` is what one letter hides besides (letters.toml): of the names that a complainant knows anyway a
    person decides.
    """
    reader = case.party(party_id)
    role = reader.role if reader else ""
    released = find_released(case, party_id)
    out = list(_people(case, party_id, role, released, hides))
    for key, facts in case.facts.items():
        kind, _, owner = key.partition(":")
        if owner:
            kept = {k: v for k, v in facts.items() if f"{kind.replace('-', '_')}.{k}" not in released}
            out.extend(_private_facts(kind, kept, owner, party_id))
    if role in _PARTIES[1:]:
        out.extend(Secret(story, "narrative", "the complainant") for story in _accounts(case, released))
    known = {text for p in case.parties if p.id == party_id for text in (p.name, p.email, p.phone)}
    for key, facts in case.facts.items():
        if key.endswith(f":{party_id}"):
            known |= {
                text for _, text in iter_texts({k: v for k, v in facts.items() if not _others(k, role)})
            }
    return tuple(s for s in dict.fromkeys(out) if s.text.strip() and s.text not in known)


def _accounts(case: Case, released: frozenset[str]) -> Iterator[str]:
    """What the complainant told in sentences, in whichever box of whichever form.

    The first of them, what happened, is released as "incident_details" whatever its box is called.
    """
    for name, answer in case.answers.items():
        known_as = {name, "incident_details"} if name in _STORIES else {name}
        told = isinstance(answer, str) and (name in _STORIES or len(answer.split()) >= _SENTENCE)
        if told and name not in _NEEDED and not known_as & released:
            yield str(answer)


def _people(
    case: Case, party_id: str, role: str, released: frozenset[str], hides: Collection[str]
) -> Iterator[Secret]:
    """The names and contacts of everybody else that this reader may not read."""
    for party in case.parties:
        if party.id == party_id:
            continue
        whose = f"another party ({party.role})"
        if party.id not in released and f"{party.role}.name" not in released:
            known = _may_know_name(case, role, party)
            if not known or _HIDDEN_NAMES.get(party.role) in hides:
                yield Secret(party.name, "name", whose, sure=not known or role == "respondent")
        if f"{party.id}.contacts" not in released:
            yield from (Secret(text, "contact", whose) for text in (party.email, party.phone) if text)


def find_released(case: Case, party_id: str) -> frozenset[str]:
    """What a person has decided to tell this party.

    Names of facts ("decision_made.measures"), ids of parties whose name may be told, "witness-1.contacts",
    and words ("May").
    """
    out: set[str] = set()
    for event in case.events:
        if event.kind == "disclosure-released" and event.data.get("party") == party_id:
            what = event.data.get("what")
            out.update(str(w) for w in (what if isinstance(what, list) else [what]) if w)
    return frozenset(out)


def released_words(case: Case, party_id: str) -> tuple[str, ...]:
    """Names and words that a person has decided this party may read: "May", "Oisin Trimble".

    What was released as a fact or as a person by id is none of them, nor are sentences.
    """
    ids = {party.id for party in case.parties}
    return tuple(
        word
        for word in sorted(find_released(case, party_id))
        if word not in ids and not _FACT.fullmatch(word) and len(word.split()) < 5
    )


def is_withheld(name: str, role: str, released: frozenset[str]) -> bool:
    """Whether a letter to this role may not print a fact, as long as nobody has released it."""
    if name in released:
        return False
    return name in _NEVER.get(role, ()) or f"{name.partition('.')[0]}.*" in _NEVER.get(role, ())


def _may_know_name(case: Case, role: str, party: Party) -> bool:
    """Whether a letter to this role may name a party; who acts in the procedure works with the names."""
    if role not in _PARTIES:
        return True
    if role == "complainant":
        return party.role == "respondent" or party.name in _own_witnesses(case)
    return role == "respondent" and party.role == "complainant"


def _own_witnesses(case: Case) -> frozenset[str]:
    """The complainant knows the witnesses on the own list, no others."""
    listed = as_list(case.answers.get("witnesses"))
    return frozenset(str(w.get("name")) for w in listed if isinstance(w, dict))


def _others(fact: str, role: str) -> bool:
    """Facts of a decision on one person that are for another."""
    return fact == "actions_for_complainant" and role != "complainant"


def _private_facts(kind: str, facts: Data, owner: str, reader: str) -> Iterator[Secret]:
    """What one party's event says that this reader may not read; a decision concerns two people."""
    for fact, value in facts.items():
        whose = "complainant" if fact == "actions_for_complainant" else owner
        if whose == reader or not (kind in _PRIVATE or fact in _PRIVATE_WORDS):
            continue
        named = kind in _PRIVATE and fact == "name"
        for _, text in iter_texts(value if isinstance(value, dict | list) else {fact: value}):
            yield Secret(text, "name" if named else "words", f"another party ({whose.partition('-')[0]})")


def iter_texts(value: Json | Mapping[str, Json], path: str = "") -> Iterator[tuple[str, str]]:
    """Every text within a value, with the dotted name of the fact that holds it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from iter_texts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from iter_texts(inner, path)
    elif isinstance(value, str):
        yield path, value


def as_list(value: Json) -> list[Json]:
    """The value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []
