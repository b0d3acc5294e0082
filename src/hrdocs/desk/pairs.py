"""The letters to the two parties of one decision: made together, compared, and neither forgotten.

A row of the comparison is a fact or a required sentence that at least one of the two letters could hold:
what each reader is told, and why one is told less.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hrdocs.case import Case, Json, Letter, LetterState
from hrdocs.desk.letters import Draft, draft_letter, file_drafts
from hrdocs.desk.proving import LetterDesk, find_letter_blocks, letter_context
from hrdocs.errors import LetterError
from hrdocs.packs import Pack
from hrdocs.procedure import LetterKind, Procedure
from hrdocs.rules.due import concerned_by, find_due_letters
from hrdocs.rules.withholding import find_released, is_withheld, iter_texts, secrets

_STANDING = ("letter", "our_ref", "policy", "organisation", "reader", "sender")
_KINDS = {"name": "the name", "contact": "e-mail or telephone", "words": "what was recorded",
          "narrative": "the account"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Half:
    """One letter of a pair, by what identifies it in a case."""

    kind: LetterKind
    to: str
    concerning: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a letter may tell, what each of the two readers is told of it, and why they differ."""

    what: str
    first: str | None
    second: str | None
    why: str = ""

    @property
    def differs(self) -> bool:
        return self.first != self.second


@dataclass(frozen=True, slots=True)
class Pair:
    """Two drafts of one decision, what each tells, and what was kept out of each."""

    first: Draft
    second: Draft
    rows: tuple[Row, ...]
    kept_out: Mapping[str, tuple[str, ...]]  # by reader


@dataclass(frozen=True, slots=True)
class ForgottenHalf:
    """A letter of a pair that has not gone as far as the other one."""

    letter: LetterKind
    to: str
    concerning: str
    state: LetterState | None  # None: not even drafted
    other: Letter


def find_halves(case: Case, procedure: Procedure, letter: LetterKind, to: str, concerning: str) -> list[Half]:
    """The other letters of the pair that a letter belongs to: one, or none where it stands alone."""
    if letter.pair is None:
        return []
    kinds = [k for k in procedure.letters if k.kind == letter.kind and k.audience == letter.pair]
    halves = [
        Half(kind, party.id, about)
        for kind in kinds
        for party in case.in_role(kind.audience)
        if kind.applies_to in (None, party.type)
        for about in concerned_by(case, procedure, kind, party)
    ]
    whom = to if _is_respondent(case, to) else concerning
    alone = len(case.in_role("respondent")) < 2
    return [half for half in halves if alone or not whom or whom in (half.to, half.concerning)]


def _is_respondent(case: Case, party_id: str) -> bool:
    party = case.party(party_id)
    return party is not None and party.role == "respondent"


def draft_pair(
    case: Case, kind: str, desk: LetterDesk, *, concerning: str | None = None, receipt: dt.date | None = None
) -> Pair:
    """Write both letters of a decision and compare them. Nothing is filed.

    `concerning` is the person complained about, where there are several.

    Raises:
        LetterError: the kind is no pair, it is not clear whom it concerns, or one letter cannot be made;
            then neither is.
    """
    first, second = _both(case, kind, desk, concerning)
    drafts = []
    for half in (first, second):
        about = half.concerning or None
        drafts.append(draft_letter(case, kind, half.to, desk, concerning=about, receipt=receipt))
    contexts = [
        letter_context(case, half.kind, half.to, desk, concerning=half.concerning or None, receipt=receipt)
        for half in (first, second)
    ]
    rows = (*_facts(case, (first, second), contexts), *_items(drafts[0], drafts[1]))
    kept = {half.to: _kept_out(case, half.to) for half in (first, second)}
    return Pair(drafts[0], drafts[1], tuple(rows), kept)


def file_pair(case: Case, pair: Pair, desk: LetterDesk) -> tuple[Path, ...]:
    """File both drafts and record them in one step."""
    return file_drafts(case, (pair.first, pair.second), desk)


def find_forgotten(case: Case, procedure: Procedure) -> tuple[ForgottenHalf, ...]:
    """The halves of pairs that were left behind: the other one has been approved or has gone out."""
    due = {(d.letter.kind, d.to, d.concerning) for d in find_due_letters(case, procedure)}
    found: dict[tuple[str, str, str], ForgottenHalf] = {}
    for letter in case.letters:
        if letter.state not in (LetterState.APPROVED, LetterState.ISSUED):
            continue
        for half in _halves_of(case, procedure, letter):
            made = [x for x in case.letters if (x.kind, x.to, x.concerning) == _key(half)]
            state = made[-1].state if made else None
            waits = state in (LetterState.DRAFT, LetterState.APPROVED) or _key(half) in due
            behind = state is not letter.state and state is not LetterState.ISSUED
            if waits and behind:
                shown = None if state is LetterState.WITHDRAWN else state
                found[_key(half)] = ForgottenHalf(half.kind, half.to, half.concerning, shown, letter)
    return tuple(found.values())


def check_pair(case: Case, pack: Pack, letter: Letter) -> None:
    """Raises: LetterError where the other letter of the decision could be written and is not.

    One that a rule holds back does not hold back this one; `find_forgotten` keeps it in sight.
    """
    due = {(d.letter.kind, d.to, d.concerning) for d in find_due_letters(case, pack.procedure)}
    for half in _halves_of(case, pack.procedure, letter):
        if _key(half) in due and not find_letter_blocks(case, half.kind, half.to, pack):
            about = f" --concerning {half.concerning}" if half.concerning else ""
            raise LetterError(
                f"{letter.kind} to {letter.to} in {case.ref}",
                f"is one of two letters, and the one to {half.to} is not written",
                f"Write it: `hrdocs letter {letter.kind} {case.ref} --to {half.to}{about}`.",
                code="pair",
            )


def _halves_of(case: Case, procedure: Procedure, letter: Letter) -> list[Half]:
    party = case.party(letter.to)
    kinds = [
        k for k in procedure.letters if party and (k.kind, k.audience) == (letter.kind, party.role)
    ]  # fmt: skip
    return find_halves(case, procedure, kinds[0], letter.to, letter.concerning) if kinds else []


def _key(half: Half) -> tuple[str, str, str]:
    return half.kind.kind, half.to, half.concerning


def _both(case: Case, kind: str, desk: LetterDesk, concerning: str | None) -> tuple[Half, Half]:
    """The complainant's half and that of the person complained about."""
    procedure = desk.pack.procedure
    letters = [k for k in procedure.letters if k.kind == kind and k.pair is not None]
    if not letters:
        step = f"Write it with `hrdocs letter {kind} {case.ref}`."
        raise LetterError(kind, "is no letter that goes to two parties", step, code="no-pair")
    people = case.in_role("respondent")
    if concerning is None and len(people) != 1:
        ids = ", ".join(p.id for p in people) or "nobody in this case"
        fact = f"concerns one of {len(people)} people"
        raise LetterError(f"{kind} in {case.ref}", fact, f"Say which with --concerning: {ids}.",
                          code="which-respondent")  # fmt: skip
    whom = concerning or people[0].id
    for letter in letters:
        for party in case.in_role(letter.audience):
            about = concerned_by(case, procedure, letter, party)
            if letter.audience != "respondent" and letter.applies_to in (None, party.type):
                own = Half(letter, party.id, whom if whom in about else "")
                halves = [h for h in find_halves(case, procedure, letter, party.id, whom) if h.to == whom]
                if halves:
                    return own, halves[0]
    raise LetterError(f"{kind} in {case.ref}", f"has nobody to go to beside {whom}",
                      "`hrdocs case show` lists the parties.", code="no-pair")  # fmt: skip


# --- the comparison -------------------------------------------------------------------------------


def _facts(case: Case, halves: tuple[Half, Half], contexts: list[dict[str, Json]]) -> Iterator[Row]:
    """Every fact that one of the letters names."""
    names = dict.fromkeys(name for half in halves for name in (*half.kind.needs, *half.kind.uses))
    for name in names:
        if name.partition(".")[0] in _STANDING:
            continue
        told = [_told(name, context) for context in contexts]
        if told[0] is None and told[1] is None:
            reasons = [_why_not(name, half, case) for half in halves]
            if any(reason == _NOT_KNOWN for reason in reasons):
                continue
        whys = [
            f"{half.kind.audience}: {_why_not(name, half, case)}"
            for half, words in zip(halves, told, strict=True)
            if words is None
        ]
        differ = not whys and told[0] != told[1]
        yield Row(name, told[0], told[1], "; ".join(whys) or ("each is told the own" if differ else ""))


_NOT_KNOWN = "not recorded"


def _why_not(name: str, half: Half, case: Case) -> str:
    if is_withheld(name, half.kind.audience, find_released(case, half.to)):
        return f"kept out: a {half.kind.audience} may not be told it"
    if name not in half.kind.needs and name not in half.kind.uses:
        return "this letter does not tell it"
    return _NOT_KNOWN


def _told(name: str, context: Mapping[str, Json]) -> str | None:
    space, _, fact = name.partition(".")
    value = context.get(space)
    if fact:
        value = value.get(fact) if isinstance(value, dict) else None
    if value is None or isinstance(value, bool):
        return None if value is None else ("yes" if value else "no")
    return "; ".join(text for _, text in iter_texts({"": value})) or str(value)


def _items(first: Draft, second: Draft) -> Iterator[Row]:
    """Required sentences that only one of the letters has."""
    lines = [{met.item.id: met for met in draft.proof.items} for draft in (first, second)]
    for item in dict.fromkeys((*lines[0], *lines[1])):
        met = [found.get(item) for found in lines]
        if (met[0] is None) == (met[1] is None):
            continue
        here = met[0] or met[1]
        if here is None:
            continue
        lacks = (first, second)[0 if met[0] is None else 1].letter.audience
        why = f"{lacks}: the procedure asks it of the other letter only ({here.item.clause})"
        said = [found.sentence if found else None for found in met]
        yield Row(here.item.line, said[0], said[1], why)


def _kept_out(case: Case, party_id: str) -> tuple[str, ...]:
    """What was looked for and is in no way in the letter, by kind and whose."""
    found = dict.fromkeys(f"{_KINDS[s.kind]} of {s.whose}" for s in secrets(case, party_id))
    return tuple(found)
