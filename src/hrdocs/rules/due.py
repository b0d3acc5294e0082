"""Which letters a case calls for next."""

from dataclasses import dataclass

from hrdocs.case import Case, Event, Party
from hrdocs.procedure import LetterKind, Procedure
from hrdocs.rules.conditions import holds
from hrdocs.rules.workflow import facts_for


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A letter that the case calls for and that nobody has made."""

    letter: LetterKind
    to: str  # a party id


def find_due_letters(case: Case, procedure: Procedure) -> tuple[DueLetter, ...]:
    """The letters whose trigger has happened, whose condition holds, and that are not made or done with."""
    made = {(letter.kind, letter.to) for letter in case.letters}
    return tuple(
        DueLetter(letter, party.id)
        for letter in procedure.letters
        for party in case.in_role(letter.audience)
        if (letter.kind, party.id) not in made
        and letter.applies_to in (None, party.type)
        and _is_open(letter, party, case)
        and holds(letter.when, facts_for(case, party.id))
    )


def _is_open(letter: LetterKind, party: Party, case: Case) -> bool:
    """Whether a trigger concerns this person and nothing since then has done what the letter does."""
    triggers = {letter.trigger, *letter.also}
    begun = [n for n, e in enumerate(case.events) if e.kind in triggers and _concerns(e, party)]
    if not begun:
        return False
    after = case.events[max(begun) + 1 :]
    return not any(e.kind in letter.done_by and e.data.get("party") in (None, party.id) for e in after)


def _concerns(event: Event, party: Party) -> bool:
    """Whether an event is about this person: an own one, one of the whole case, or, for anybody else
    than the people complained about, one about such a person."""
    owner = event.data.get("party")
    if owner in (None, party.id):
        return True
    return str(owner).startswith("respondent") and party.role != "respondent"
