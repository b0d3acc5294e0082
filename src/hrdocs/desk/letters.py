"""A letter from a case: blocked or not, its facts, the Word file, and its proof.

A letter is written from the reader's own view of the case, then read again. One that says too much
or too little is not filed.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdocs.case import Case, Event, Json
from hrdocs.desk.proving import (
    LetterDesk,
    check_blocks,
    check_called_for,
    check_facts,
    check_organisation,
    expected_receipt,
    find_letter,
    letter_context,
    prove,
)
from hrdocs.document import Severity
from hrdocs.errors import LetterError
from hrdocs.letters.proof import Proof
from hrdocs.letters.template import render_letter
from hrdocs.packs import Pack
from hrdocs.procedure import LetterKind
from hrdocs.rules.due import PEOPLE, find_due_letters
from hrdocs.rules.workflow import RECEIVED
from hrdocs.workspace import digest, write_whole

__all__ = ["Draft", "FirstLetters", "LetterDesk", "choose_reader", "draft_first_letters", "draft_letter",
           "file_draft", "file_drafts", "find_letter"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be filed."""

    letter: LetterKind
    to: str
    docx: bytes
    proof: Proof
    concerning: str = ""
    dated: dt.date | None = None
    receipt: dt.date | None = None  # the day on which it is expected to arrive

    @property
    def file_name(self) -> str:
        about = f"-about-{self.concerning}" if self.concerning else ""
        return f"{self.letter.kind}-{self.to}{about}.docx"


def choose_reader(case: Case, pack: Pack, kind: str, to: str | None) -> str:
    """The party that a letter goes to: the one named, by id or role, or the only one it can be.

    Raises:
        LetterError: the letter is unknown, nobody of the case may get it, or several people may.
    """
    roles = [letter.audience for letter in pack.procedure.letters if letter.kind == kind]
    if not roles:
        find_letter(pack, kind, "")
    parties = [party for role in roles for party in case.in_role(role)]
    chosen = [party.id for party in parties if to in (None, party.id, party.role)]
    if len(chosen) == 1:
        return chosen[0]
    if not parties and roles:
        _check_named(case, kind, roles[0])
    everybody = ", ".join(party.id for party in parties) or "nobody in this case"
    fact = f"is no letter to {to}" if to and not chosen else "could go to several people"
    raise LetterError(f"{kind} in {case.ref}", fact, f"Choose with --to: {everybody}.", code="which-reader")


def _check_named(case: Case, kind: str, to: str) -> None:
    """Raises: LetterError where a letter goes to an office and nobody is named for it."""
    if case.party(to) is None and to not in PEOPLE:
        step = f"`hrdocs case record {case.ref} party-added id={to} role={to} name=NAME`"
        fact = f"goes to an office ({to}), and nobody is named for it"
        raise LetterError(f"{kind} in {case.ref}", fact, f"Name the person: {step}.", code="which-reader")


def draft_letter(
    case: Case,
    kind: str,
    to: str,
    desk: LetterDesk,
    *,
    concerning: str | None = None,
    receipt: dt.date | None = None,
) -> Draft:
    """Write one letter and prove it. Nothing is filed.

    Raises:
        LetterError: it is blocked (with the clause), a fact is missing, or the proof fails.
    """
    party = case.party(to)
    if any((letter.kind, letter.audience) == (kind, to) for letter in desk.pack.procedure.letters):
        _check_named(case, kind, to)
    letter = find_letter(desk.pack, kind, party.role if party else "")
    check_organisation(desk.organisation)
    check_blocks(case, letter, to, desk.pack)  # first: a rule tells its reason and clause
    check_called_for(case, letter, to)
    received = receipt or expected_receipt(desk)
    context = letter_context(case, letter, to, desk, concerning=concerning, receipt=received)
    check_facts(case, letter, context, desk)
    docx = render_letter(desk.pack.template(letter), context, now=desk.now)
    proof = prove(docx, case, letter, to, context, desk.pack)
    if not proof.ok:
        faults = [f.message for f in proof.findings if f.severity is Severity.ERROR]
        raise LetterError(
            f"{kind} to {to} in {case.ref}",
            "; ".join(faults),
            "Mend the facts or the template.",
            code="proof",
        )
    return Draft(letter, to, docx, proof, concerning or "", desk.today, received)


def file_draft(case: Case, draft: Draft, desk: LetterDesk) -> Path:
    """File a draft in the case's folder and record it. An earlier file of the name is kept beside it."""
    return file_drafts(case, (draft,), desk)[0]


def file_drafts(case: Case, drafts: Sequence[Draft], desk: LetterDesk) -> tuple[Path, ...]:
    """File several drafts and record them together."""
    filed = [(draft, _file(case, draft, desk)) for draft in drafts]
    events = [
        Event(case.ref, "letter-drafted", desk.today, desk.now, desk.by, _recorded(draft, path, desk))
        for draft, path in filed
    ]
    desk.register.append(events)
    return tuple(path for _, path in filed)


def _file(case: Case, draft: Draft, desk: LetterDesk) -> Path:
    folder = desk.workspace.case_folder(case.ref) / "letters"
    path = folder / draft.file_name
    number = 2
    # what the case does not know was left by a run that was broken off before it could record it
    recorded = {letter.path for letter in case.letters}
    while desk.workspace.relative(path) in recorded and path.exists() and path.read_bytes() != draft.docx:
        path = folder / f"{Path(draft.file_name).stem}-{number}.docx"
        number += 1
    write_whole(path, draft.docx)
    return path


def _recorded(draft: Draft, path: Path, desk: LetterDesk) -> dict[str, Json]:
    return {
        "letter": draft.letter.kind,
        "to": draft.to,
        "path": desk.workspace.relative(path),
        "sha256": digest(draft.docx),
        **({"concerning": draft.concerning} if draft.concerning else {}),
        **({"dated": draft.dated.isoformat()} if draft.dated else {}),
        **({"receipt": draft.receipt.isoformat()} if draft.receipt else {}),
    }


@dataclass(frozen=True, slots=True)
class FirstLetters:
    """What became of the letters that a new case calls for: files written, and reasons why not."""

    written: tuple[Path, ...]
    held: tuple[str, ...]


def draft_first_letters(case: Case, desk: LetterDesk) -> FirstLetters:
    """Draft every letter that the receipt of the complaint makes due and that nothing holds back."""
    due = [d for d in find_due_letters(case, desk.pack.procedure) if d.letter.trigger == RECEIVED]
    due = [d for d in due if desk.pack.template(d.letter).is_file() and case.party(d.to)]
    written, held = [], []
    for item in due:
        try:
            draft = draft_letter(case, item.letter.kind, item.to, desk, concerning=item.concerning or None)
            written.append(file_draft(case, draft, desk))
        except LetterError as error:
            if error.code == "organisation":
                return FirstLetters(tuple(written), (str(error),))
            held.append(f"{item.letter.kind}: {error.explanation}")
    return FirstLetters(tuple(written), tuple(held))
