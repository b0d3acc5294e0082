"""Receiving day: every file taken in, first letters drafted, one row a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hrdocs.desk.intake import Desk, Received, State, take_in
from hrdocs.desk.letters import FirstLetters, LetterDesk, draft_first_letters
from hrdocs.desk.outcomes import needs_person
from hrdocs.register import Register
from hrdocs.rules.workflow import fold
from hrdocs.tools.guard import Guard

NO_LETTERS = FirstLetters((), ())


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """One document, what became of it, and the letters drafted for its case."""

    received: Received
    letters: FirstLetters
    complainant: str = ""

    @property
    def needs_person(self) -> bool:
        """Whether somebody must look: it was not taken in, or has a finding above a note."""
        document = self.received.document
        doubtful = document is not None and needs_person(document)
        refused = self.received.state in (State.QUARANTINED, State.LEFT)
        return refused or doubtful or bool(self.letters.held)


def receive(
    paths: tuple[Path, ...], desk: Desk, *, guard: Guard, dry_run: bool = False
) -> Iterator[ReceivedRow]:
    """Take in files one after the other. What an earlier run left undone is finished."""
    for path in paths:
        for received in take_in(path, desk, guard=guard, dry_run=dry_run):
            yield _row(received, desk, dry_run=dry_run)


def _row(received: Received, desk: Desk, *, dry_run: bool) -> ReceivedRow:
    if received.case is None or dry_run:
        return ReceivedRow(received, NO_LETTERS)
    case = fold(desk.register.events(received.case))
    name = next((party.name for party in case.in_role("complainant")), "")
    letters = draft_first_letters(case, letter_desk(desk, desk.register))
    return ReceivedRow(received, letters, name)


def letter_desk(desk: Desk, register: Register) -> LetterDesk:
    """The same desk for writing letters."""
    return LetterDesk(desk.workspace, register, desk.pack, desk.organisation, desk.now, desk.today, desk.by)
