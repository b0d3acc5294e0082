"""A letter from a case: blocked or not, its facts, the Word file, and its proof.

A letter is written from the reader's own view of the case, then read again. One that says too much
or too little is not filed.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hrdocs.case import Case, Event, Json
from hrdocs.desk.deadlines import calendar_for, deadlines_of
from hrdocs.document import Severity
from hrdocs.errors import LetterError
from hrdocs.letters.proof import Proof, prove_letter
from hrdocs.letters.template import render_letter
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import LetterKind
from hrdocs.register import Register
from hrdocs.rules.audience import find_missing, known_names, view
from hrdocs.rules.blocks import find_blocks, find_holds
from hrdocs.rules.conditions import holds
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.withholding import secrets
from hrdocs.rules.workdays import Delivery, deem_receipt
from hrdocs.rules.workflow import RECEIVED, facts_for, missing_answers
from hrdocs.workspace import ORGANISATION, Workspace, digest, write_whole


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """What writing letters works with."""

    workspace: Workspace
    register: Register
    pack: Pack
    organisation: Organisation
    now: dt.datetime
    today: dt.date
    by: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be filed."""

    letter: LetterKind
    to: str
    docx: bytes
    proof: Proof
    concerning: str = ""

    @property
    def file_name(self) -> str:
        about = f"-about-{self.concerning}" if self.concerning else ""
        return f"{self.letter.kind}-{self.to}{about}.docx"


def find_letter(pack: Pack, kind: str, role: str) -> LetterKind:
    """The pack's letter of a kind for a role.

    Raises:
        LetterError: the pack has none, with the kinds and audiences that it has.
    """
    same = [letter for letter in pack.procedure.letters if letter.kind == kind]
    for letter in same:
        if letter.audience == role:
            return letter
    if same:
        audiences = ", ".join(letter.audience for letter in same)
        raise LetterError(kind, f"is no letter to a {role}", f"It goes to: {audiences}. Choose with --to.")
    kinds = ", ".join(dict.fromkeys(letter.kind for letter in pack.procedure.letters))
    raise LetterError(kind, f"is no letter of {pack.procedure.id}", f"It has: {kinds}.")


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
    everybody = ", ".join(party.id for party in parties) or "nobody in this case"
    fact = f"is no letter to {to}" if to and not chosen else "could go to several people"
    raise LetterError(f"{kind} in {case.ref}", fact, f"Choose with --to: {everybody}.", code="which-reader")


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
    letter = find_letter(desk.pack, kind, party.role if party else "")
    _check_organisation(desk.organisation)
    _check_called_for(case, letter, to)
    _check_blocks(case, letter, to, desk)
    context = _context(case, letter, to, desk, concerning=concerning, receipt=receipt)
    _check_facts(case, letter, context, desk)
    docx = render_letter(desk.pack.template(letter), context, now=desk.now)
    proof = prove_letter(
        docx,
        items=letter.items,
        forbidden=secrets(case, to),
        allowed=known_names(case, to, context),
        avoid=_words_to_avoid(desk.pack, kind, never=False),
        never=_words_to_avoid(desk.pack, kind, never=True),
        context=context,
    )
    if not proof.ok:
        faults = [f.message for f in proof.findings if f.severity is Severity.ERROR]
        raise LetterError(
            f"{kind} to {to} in {case.ref}",
            "; ".join(faults),
            "Mend the facts or the template.",
            code="proof",
        )
    return Draft(letter, to, docx, proof, concerning or "")


def _words_to_avoid(pack: Pack, kind: str, *, never: bool) -> tuple[str, ...]:
    """What the pack's rules of wording keep out of this letter; a rule without a subject is for all."""
    return tuple(
        word
        for rule in pack.procedure.rules
        if rule.never is never and (not rule.subject or kind in rule.subject)
        for word in rule.avoid
    )


def file_draft(case: Case, draft: Draft, desk: LetterDesk) -> Path:
    """File a draft in the case's folder and record it. An earlier file of the name is kept beside it."""
    folder = desk.workspace.case_folder(case.ref) / "letters"
    path = folder / draft.file_name
    number = 2
    while path.exists() and path.read_bytes() != draft.docx:
        path = folder / f"{Path(draft.file_name).stem}-{number}.docx"
        number += 1
    write_whole(path, draft.docx)
    data: dict[str, Json] = {
        "letter": draft.letter.kind,
        "to": draft.to,
        "path": desk.workspace.relative(path),
        "sha256": digest(draft.docx),
        **({"concerning": draft.concerning} if draft.concerning else {}),
    }
    desk.register.append([Event(case.ref, "letter-drafted", desk.today, desk.now, desk.by, data)])
    return path


@dataclass(frozen=True, slots=True)
class FirstLetters:
    """What became of the letters that a new case calls for: files written, and reasons why not."""

    written: tuple[Path, ...]
    held: tuple[str, ...]


def draft_first_letters(case: Case, desk: LetterDesk) -> FirstLetters:
    """Draft every letter that the receipt of the complaint makes due and that nothing holds back."""
    due = [d for d in find_due_letters(case, desk.pack.procedure) if d.letter.trigger == RECEIVED]
    due = [d for d in due if desk.pack.template(d.letter).is_file()]
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


def _check_called_for(case: Case, letter: LetterKind, to: str) -> None:
    """A letter whose condition does not hold says what is not so: an in-time complaint is never refused."""
    facts = facts_for(case, to)
    fits = letter.applies_to in (None, facts["reader"]["type"])
    if fits and holds(letter.when, facts):
        return
    verdict = facts["verdict"] or "not judged"
    condition = letter.when if fits else f"the reader is a {letter.applies_to}"
    raise LetterError(
        f"{letter.kind} to {to} in {case.ref}",
        f"is not called for: it is for where {condition} (the verdict in force: {verdict})",
        f"`hrdocs case next {case.ref}` lists the letters that are.",
        code="not-called-for",
    )


def _check_blocks(case: Case, letter: LetterKind, to: str, desk: LetterDesk) -> None:
    blocks = (*find_holds(case, letter), *find_blocks(case, desk.pack.procedure, letter.kind, to))
    if blocks:
        reasons = "; ".join(f"{b.reason.rstrip('.')}{f' ({b.clause})' if b.clause else ''}" for b in blocks)
        step = blocks[0].step
        raise LetterError(
            f"{letter.kind} to {to} in {case.ref}", f"is blocked: {reasons}", step, code="blocked"
        )


def _context(
    case: Case,
    letter: LetterKind,
    to: str,
    desk: LetterDesk,
    *,
    concerning: str | None,
    receipt: dt.date | None,
) -> dict[str, Json]:
    calendar = calendar_for(desk.pack, desk.organisation)
    received = receipt or deem_receipt(desk.today, Delivery.FIRST_CLASS, calendar).day
    expected = _with_receipt(case, letter, to, received, desk)
    return view(
        case,
        desk.pack.procedure,
        letter,
        to,
        organisation=desk.organisation,
        today=desk.today,
        deadlines=deadlines_of(expected, desk.pack, calendar, max(received, desk.today)),
        concerning=concerning,
        receipt=received,
        missing=missing_answers(case),
    )


def _with_receipt(case: Case, letter: LetterKind, to: str, received: dt.date, desk: LetterDesk) -> Case:
    """The case as it will be once the reader has the letter, so that its deadlines can be printed.

    A limit that runs from the receipt of this letter has not begun when the letter is written.
    """
    wanted = {
        name.partition(".")[2] for name in (*letter.needs, *letter.uses) if name.startswith("deadlines.")
    }
    starts = {
        limit.start
        for limit in desk.pack.procedure.limits
        if limit.id.replace("-", "_") in wanted and not case.has(limit.start)
    }
    coming = [
        Event(case.ref, kind, received, desk.now, desk.by, {"party": to} if _per_party(kind, desk) else {})
        for kind in sorted(starts)
    ]
    return replace(case, events=(*case.events, *coming))


def _per_party(kind: str, desk: LetterDesk) -> bool:
    return any(event.id == kind and event.per is not None for event in desk.pack.procedure.events)


def _check_organisation(organisation: Organisation) -> None:
    if organisation.lacking:
        raise LetterError(
            ORGANISATION,
            f"lacks {_list(organisation.lacking)}",
            "Fill it in; the letter is drafted when you run this again.",
            code="organisation",
        )


def _check_facts(case: Case, letter: LetterKind, context: Mapping[str, Json], desk: LetterDesk) -> None:
    missing = find_missing(letter, context)
    if missing:
        raise LetterError(
            f"{letter.kind} in {case.ref}",
            f"lacks {_list(missing)}",
            f"Record it with `hrdocs case record {case.ref} {_event_of(missing[0], desk)}`.",
            code="missing-fact",
        )


def _event_of(fact: str, desk: LetterDesk) -> str:
    kind = fact.partition(".")[0].replace("_", "-")
    known = any(event.id == kind for event in desk.pack.procedure.events)
    return f"{kind} {fact.partition('.')[2]}=…" if known else "EVENT"


def _list(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
