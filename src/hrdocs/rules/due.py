"""Which letters a case calls for next.

A letter to an office (a role that is no party and no witness) is due to it by its role's id, until a
person of that role joins the case: then to that person.
"""

from dataclasses import dataclass

from hrdocs.case import Case, Event, LetterState, Party
from hrdocs.procedure import LetterKind, Procedure
from hrdocs.rules.conditions import holds
from hrdocs.rules.workflow import facts_for, last_end

PEOPLE = ("complainant", "respondent", "witness")


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A letter that the case calls for and that nobody has made."""

    letter: LetterKind
    to: str  # a party's id, or the role's of an office
    concerning: str = ""  # the person complained about whom it concerns, where there are several


def find_due_letters(case: Case, procedure: Procedure) -> tuple[DueLetter, ...]:
    """The letters whose trigger has happened, whose condition holds, and that are not made or done with."""
    made = {
        (letter.kind, letter.to, letter.concerning)
        for letter in case.letters
        if letter.state is not LetterState.WITHDRAWN or letter.not_needed
    }
    happened = {event.kind for event in case.events}
    begun = [letter for letter in procedure.letters if happened & {letter.trigger, *letter.also}]
    readers = {letter.audience: readers_of(case, letter) for letter in begun}
    facts = {party.id: facts_for(case, party.id) for group in readers.values() for party in group}
    per_person = {event.id for event in procedure.events if event.per == "party"}
    return tuple(
        DueLetter(letter, party.id, concerning)
        for letter in begun
        for party in readers[letter.audience]
        if letter.applies_to in (None, party.type) and holds(letter.when, facts[party.id])
        for concerning in concerned_by(case, procedure, letter, party)
        if (letter.kind, party.id, concerning) not in made
        and _is_open(letter, party, case, concerning, per_person)
    )


def readers_of(case: Case, letter: LetterKind) -> tuple[Party, ...]:
    """Everybody to whom a letter goes: the people of its audience, or the office itself."""
    people = case.in_role(letter.audience)
    if people or letter.audience in PEOPLE:
        return people
    return (Party(letter.audience, letter.audience, ""),)


def concerned_by(case: Case, procedure: Procedure, letter: LetterKind, party: Party) -> tuple[str, ...]:
    """The people complained about who each need a letter of their own to this reader; ("",) for one of all.

    A decision about each of several people is told to the complainant in a letter for each.
    """
    respondents = case.in_role("respondent")
    per = next((event.per for event in procedure.events if event.id == letter.trigger), None)
    if per != "respondent" or party.role == "respondent" or len(respondents) < 2:
        return ("",)
    return tuple(person.id for person in respondents)


def _is_open(letter: LetterKind, party: Party, case: Case, concerning: str, per_person: set[str]) -> bool:
    """Whether a trigger concerns this person and nothing since then has done what the letter does."""
    triggers = {letter.trigger, *letter.also}
    begun = [
        n
        for n, e in enumerate(case.events)
        if e.kind in triggers and _concerns(e, party, concerning, own=e.kind in per_person)
    ]
    if not begun:
        return False
    if max(begun) < last_end(case):
        return False
    after = case.events[max(begun) + 1 :]
    return not any(e.kind in letter.done_by and e.data.get("party") in (None, party.id) for e in after)


def _concerns(event: Event, party: Party, concerning: str, *, own: bool) -> bool:
    """Whether an event is about this person: an own one, one of the whole case, or, for anybody else
    than the people complained about, one about such a person. Of what happens once for each person
    (`own`), a party's letter wants the party's own."""
    owner = event.data.get("party")
    if owner in (None, party.id):
        return True
    if own and party.role in PEOPLE:
        return False
    if concerning:
        return owner == concerning
    return party.role not in PEOPLE or (str(owner).startswith("respondent") and party.role != "respondent")
