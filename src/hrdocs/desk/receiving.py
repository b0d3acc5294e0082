"""Receiving day: every file taken in, first letters drafted, one row a document.

In a batch the reading is done by workers, and everything that is written is written here, one after the
other. A file that could not be had, or whose worker was lost, is left: it is never put in quarantine for
that, and the next run reads it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path

from hrdocs.batch import Done, Pool, finished, run
from hrdocs.desk.batch_reading import PRELOAD, Read, Task, box_packs, look_there, read_here, read_there
from hrdocs.desk.intake import CHANGED, Desk, Looked, Received, State, look_at, take_in, take_read
from hrdocs.desk.letters import FirstLetters, LetterDesk, draft_first_letters
from hrdocs.desk.offered import Held, Item, read_item
from hrdocs.desk.outcomes import Failure, needs_person
from hrdocs.desk.unfinished import sweep_parts
from hrdocs.errors import HrdocsError, InputError, UnavailableError
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


@dataclass(slots=True)
class Tally:
    """What became of the documents of a run, in numbers."""

    states: Counter[State] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)  # of what is in quarantine or left
    letters: int = 0
    need_person: int = 0

    @property
    def documents(self) -> int:
        return self.states.total()

    def add(self, row: ReceivedRow) -> None:
        """Count a document in."""
        self.states[row.received.state] += 1
        if row.received.reason and row.received.state is not State.GROWING:
            self.reasons[row.received.reason] += 1
        self.letters += len(row.letters.written)
        self.need_person += row.needs_person


def receive(
    paths: tuple[Path, ...], desk: Desk, *, guard: Guard, dry_run: bool = False
) -> Iterator[ReceivedRow]:
    """Take in files one after the other. What an earlier run left undone is finished."""
    for path in paths:
        for received in take_in(path, desk, guard=guard, dry_run=dry_run):
            yield _row(received, desk, dry_run=dry_run)


def receive_batch(
    items: Iterable[Item | Held], desk: Desk, pool: Pool, *, dry_run: bool = False
) -> Iterator[ReceivedRow]:
    """Take in items, read by the workers of a pool. What an earlier run left undone is finished.

    Raises:
        UnavailableError: the workers are gone, or lack what reads a store.
    """
    how = pool.share(box_packs(desk.how)) if pool.is_remote else desk.how
    work: Callable[..., Read | None] = read_there if pool.is_remote else read_here
    # a file of this machine goes to a cluster with its bytes, so that fewer are in hand at a time
    window = (4 if pool.is_remote else 32) * pool.jobs

    def submit(looked: Looked) -> Future[Read | None]:
        if looked.rows is not None or isinstance(looked.item, Held):
            return finished(None)
        try:
            data = None if looked.item.is_stored or not pool.is_remote else read_item(looked.item)
        except InputError as error:
            return finished(Read("", (), error))
        return pool.submit(work, Task(looked.item, data), how)

    looked = _looked(items, desk, pool, dry_run=dry_run)
    with Guard(preload=PRELOAD) as guard:
        for done in run(looked, submit, at_once=pool.jobs, window=window):
            for received in _taken(done, desk, guard, dry_run=dry_run):
                yield _row(received, desk, dry_run=dry_run)


def _looked(items: Iterable[Item | Held], desk: Desk, pool: Pool, *, dry_run: bool) -> Iterator[Looked]:
    """Each item with its digest, those that are here already with what became of them."""
    if not pool.is_remote:
        for item in items:
            yield Looked(item) if isinstance(item, Held) else look_at(item, desk, dry_run=dry_run)
        return

    def submit(item: Item | Held) -> Future[str]:
        if isinstance(item, Item) and item.is_stored:
            return pool.submit(look_there, item)
        return finished("")

    for done in run(items, submit, at_once=pool.jobs, window=8 * pool.jobs):
        if isinstance(done.item, Held):
            yield Looked(done.item)
        elif done.error is not None:
            yield Looked(done.item, rows=(_left(done.item.source, done.error),))
        else:
            yield look_at(done.item, desk, dry_run=dry_run, sha256=done.result or "")


def _taken(done: Done[Looked, Read | None], desk: Desk, guard: Guard, *, dry_run: bool) -> Iterator[Received]:
    item, rows = done.item.item, done.item.rows
    if isinstance(item, Held):
        state = State.GROWING if item.code == CHANGED else State.LEFT
        yield Received(item.source, state, reason=item.code, message=item.message)
        return
    if rows is not None:
        yield from rows
        return
    read = done.result
    if read is None and isinstance(done.error, InputError):
        read = Read(done.item.sha256, (Failure(item.source, done.error),))
    if read is None:
        yield _left(item.source, done.error)
    elif read.gone is not None:
        yield _left(item.source, read.gone)
    elif read.sha256 != done.item.sha256:
        yield Received(item.source, State.GROWING, reason=CHANGED, message="The next run takes it in.")
    else:
        yield from take_read(read.outcomes, item, read.sha256, desk, guard=guard, dry_run=dry_run)


def _left(source: str, error: BaseException | None) -> Received:
    """A file that nobody could look at: it says nothing about the file."""
    if isinstance(error, InputError):
        return Received(source, State.LEFT, reason=error.code, message=error.explanation)
    if isinstance(error, HrdocsError):
        raise error
    if isinstance(error, CancelledError):
        raise UnavailableError("the workers", "are gone", "Start them, then run the command again.")
    message = "The worker that read it was lost. Run the command again."
    return Received(source, State.LEFT, reason="no-worker", message=message)


def _row(received: Received, desk: Desk, *, dry_run: bool) -> ReceivedRow:
    if received.case is None or dry_run:
        return ReceivedRow(received, NO_LETTERS)
    for part in ("originals", "letters"):
        sweep_parts(desk.workspace.case_folder(received.case) / part, moment=desk.now.timestamp())
    case = fold(desk.register.events(received.case))
    name = next((party.name for party in case.in_role("complainant")), "")
    letters = draft_first_letters(case, letter_desk(desk, desk.register))
    return ReceivedRow(received, letters, name)


def letter_desk(desk: Desk, register: Register) -> LetterDesk:
    """The same desk for writing letters."""
    return LetterDesk(desk.workspace, register, desk.pack, desk.organisation, desk.now, desk.today, desk.by)
