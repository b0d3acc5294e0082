"""The first form of a day is read as fast as the others: the work is done once on samples beforehand.

What costs time only once (packs, templates, the reader's child) is then there. Nothing is kept.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hrdocs.case import Case, Event
from hrdocs.desk.cases import PackShelf
from hrdocs.desk.deadlines import calendar_for, next_steps
from hrdocs.desk.intake import Desk
from hrdocs.desk.letters import draft_letter
from hrdocs.desk.opening import opening_data
from hrdocs.desk.outcomes import Outcome
from hrdocs.desk.reading import read_guarded
from hrdocs.desk.receiving import letter_desk
from hrdocs.document import Document
from hrdocs.errors import LetterError
from hrdocs.rules.workflow import RECEIVED, fold
from hrdocs.shipped import shipped_folder
from hrdocs.tools.guard import Guard

_SAMPLES = 2  # of each kind of file


def find_rehearsed(pack: str) -> tuple[Path, ...]:
    """Shipped samples of a procedure in the two commonest kinds; none where it ships with none."""
    folder = shipped_folder("samples") / pack
    kinds = (sorted(folder.glob(f"[0-9]*{ending}"))[:_SAMPLES] for ending in (".docx", ".pdf"))
    return tuple(path for found in kinds for path in found)


def rehearse(paths: Iterable[Path], desk: Desk, shelf: PackShelf, *, guard: Guard) -> int:
    """Take in files without filing anything: read, judge, draft the first letters. How many opened a case."""
    cases = [
        case
        for path in paths
        for outcome in read_guarded(path, desk.how, guard=guard)
        if (case := _case_of(outcome, desk)) is not None
    ]
    letters = letter_desk(desk, desk.register)
    for case in cases:
        pack = shelf.pack_of(case)
        steps = next_steps(case, pack, calendar_for(pack, desk.organisation), desk.today)
        for due in steps.letters:
            with suppress(LetterError):
                draft_letter(case, due.letter.kind, due.to, letters, concerning=due.concerning or None)
    return len(cases)


def _case_of(outcome: Outcome, desk: Desk) -> Case | None:
    """The case that a form would open, in memory only."""
    if not isinstance(outcome, Document):
        return None
    forms = {form.id: form for form in desk.pack.procedure.forms}
    if outcome.form.form not in forms:
        return None
    data = opening_data(outcome, forms[outcome.form.form], desk.pack, original=("", ""))
    return fold([Event("rehearsal", RECEIVED, outcome.received or desk.today, desk.now, desk.by, data)])
