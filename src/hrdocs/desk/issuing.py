"""How a letter goes from draft to approved to issued, or is withdrawn. Nothing is ever sent.

At each step the file is read again and proved against what the case knows then. What is approved is
these very bytes: a file that was changed afterwards is approved again. What is issued is kept beside
the drafts as a read-only copy whose digest stands in the log.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdocs.case import Case, Event, Json, Letter, LetterState
from hrdocs.desk.letter_review import Doubt, Review, choose_letter, dated_doubt, letter_preview, released
from hrdocs.desk.pairs import check_pair
from hrdocs.desk.posting import Edition, edition_paths, wanted_editions, write_beside
from hrdocs.desk.proving import LetterDesk, printed_days
from hrdocs.errors import LetterError
from hrdocs.rules.printed import PRINTED
from hrdocs.workspace import digest, write_whole

__all__ = ["Doubt", "Review", "Step", "approve_letter", "choose_letter", "issue_letter", "letter_preview",
           "withdraw_letter"]  # fmt: skip

_READ_ONLY = 0o400


@dataclass(frozen=True, slots=True)
class Step:
    """What was done with a letter, or would be: its new state, its file, and the event recorded."""

    state: LetterState
    path: Path
    sha256: str
    review: Review | None = None
    event: Event | None = None  # None in a dry run


def approve_letter(
    case: Case,
    letter: Letter,
    desk: LetterDesk,
    *,
    confirmed: Sequence[str] = (),
    reason: str = "",
    approver: str | None = None,
    dry_run: bool = False,
) -> Step:
    """Record that a person has approved the letter as its file is now.

    `confirmed` are the keys of the doubts that this person has settled, `reason` says why; `approver`
    is who approves, else the one at the desk.

    Raises:
        LetterError: it is not a draft, a fault stops it, or a doubt is open.
    """
    _check_state(case, letter, (LetterState.DRAFT, LetterState.APPROVED), "approved")
    review = letter_preview(case, letter, desk)
    if letter.state is LetterState.APPROVED and review.sha256 == letter.sha256:
        fact = f"is approved already, by {letter.approved_by}"
        raise LetterError(_name(case, letter), fact, "`hrdocs case issue` is next.", code="letter-state")
    settled = _settle(case, review, review.doubts, confirmed, reason)
    if dry_run:
        return Step(LetterState.APPROVED, review.path, review.sha256, review)
    data: dict[str, Json] = {
        "approved_by": approver or desk.by,
        "released": settled,
        "edits": [*review.edits],
    }
    event = _record(case, letter, desk, "letter-approved", review.sha256, data)
    return Step(LetterState.APPROVED, review.path, review.sha256, review, event)


def issue_letter(
    case: Case,
    letter: Letter,
    desk: LetterDesk,
    *,
    confirmed: Sequence[str] = (),
    reason: str = "",
    receipt: dt.date | None = None,
    editions: Sequence[Edition] = (),
    dry_run: bool = False,
) -> Step:
    """Keep an approved letter's bytes as the letter that goes out, and log it. Nothing is sent.

    `receipt` is the day on which it is expected to arrive. `editions` are kept beside it, with those that
    the reader's recorded adjustments ask for. The drafted file is taken away once its copy is kept.

    Raises:
        LetterError: it is not approved, was changed since, the other letter of its pair is not written, a
            fault stops it, or a doubt is open.
    """
    _check_state(case, letter, (LetterState.APPROVED,), "issued")
    check_pair(case, desk.pack, letter)
    review = letter_preview(case, letter, desk, receipt=receipt)
    if review.sha256 != letter.sha256:
        fact = "was changed after it was approved"
        step = f"Approve it as it is now: `hrdocs case approve {case.ref} {review.path.name}`."
        raise LetterError(_name(case, letter), fact, step, code="changed-since-approval")
    dated = dated_doubt(review, desk.today)
    doubts = (*(d for d in review.doubts if d.key not in _released_before(case, letter)),
              *((dated,) if dated else ()))  # fmt: skip
    settled = _settle(case, review, doubts, confirmed, reason)
    path = _free_path(review, desk)
    if dry_run:
        return Step(LetterState.ISSUED, path, review.sha256, review)
    if not path.exists():
        write_whole(path, review.docx)
    path.chmod(_READ_ONLY)
    wanted = dict.fromkeys((*wanted_editions(case, letter.to), *editions))
    beside = write_beside(path, review.docx, tuple(wanted), mode=_READ_ONLY)
    printed = printed_days(case, review.kind, letter.to, desk, receipt=review.receipt, text=review.text)
    data: dict[str, Json] = {
        "path": desk.workspace.relative(path),
        **({PRINTED: printed} if printed else {}),
        "receipt": review.receipt.isoformat(),
        "approved_by": letter.approved_by,
        **({"editions": [_filed(p, desk) for p in beside]} if beside else {}),
        "released": settled,
    }
    event = _record(case, letter, desk, "letter-issued", review.sha256, data)
    for drafted in (review.path, *edition_paths(review.path)):
        drafted.unlink(missing_ok=True)
    return Step(LetterState.ISSUED, path, review.sha256, review, event)


def withdraw_letter(
    case: Case,
    letter: Letter,
    desk: LetterDesk,
    *,
    reason: str,
    not_needed: bool = False,
    dry_run: bool = False,
) -> Step:
    """Record that a letter is not to go out, or that one that went out is taken back, and why.

    The file stays. The case calls for the letter again, unless it is `not_needed`.

    Raises:
        LetterError: it is withdrawn already, or no reason is given.
    """
    open_states = (LetterState.DRAFT, LetterState.APPROVED, LetterState.ISSUED)
    _check_state(case, letter, open_states, "withdrawn")
    if not reason.strip():
        fact = "is withdrawn with a reason, and none was given"
        raise LetterError(_name(case, letter), fact, "Say why.", code="no-reason")
    path = desk.workspace.folder / letter.path
    if dry_run:
        return Step(LetterState.WITHDRAWN, path, letter.sha256)
    data: dict[str, Json] = {"reason": reason, **({"not_needed": True} if not_needed else {})}
    event = _record(case, letter, desk, "letter-withdrawn", letter.sha256, data)
    return Step(LetterState.WITHDRAWN, path, letter.sha256, None, event)


def _filed(path: Path, desk: LetterDesk) -> Json:
    return {"path": desk.workspace.relative(path), "sha256": digest(path.read_bytes())}


def _check_state(case: Case, letter: Letter, states: Sequence[LetterState], wanted: str) -> None:
    if letter.state in states:
        return
    fact = f"cannot be {wanted}: it is {letter.state.value}, since {letter.on.isoformat()}"
    steps = {
        LetterState.DRAFT: f"`hrdocs case approve {case.ref} {letter.kind}:{letter.to}` is next.",
        LetterState.ISSUED: "To write another, draft it again with `hrdocs letter`.",
    }
    step = steps.get(letter.state, "Draft it again with `hrdocs letter`.")
    raise LetterError(_name(case, letter), fact, step, code="letter-state")


def _settle(
    case: Case, review: Review, doubts: Sequence[Doubt], confirmed: Sequence[str], reason: str
) -> Json:
    """The doubts as confirmed, for the log; faults and open doubts stop the letter."""
    name = _name(case, review.letter)
    if review.faults:
        raise LetterError(name, "; ".join(review.faults), "Mend that first.", code="proof")
    unconfirmed = [doubt for doubt in doubts if doubt.key not in confirmed]
    if unconfirmed:
        told = " ".join(f"{doubt.message} [{doubt.key}]" for doubt in unconfirmed)
        keys = " ".join(f"--confirm {doubt.key}" for doubt in unconfirmed)
        step = f"Look at it, then say so with {keys} --reason WHY."
        raise LetterError(name, f"needs a person: {told}", step, code="needs-confirmation")
    if doubts and not reason.strip():
        raise LetterError(name, "is confirmed with a reason, and none was given", "Add --reason WHY.",
                          code="no-reason")  # fmt: skip
    return released(doubts, reason)


def _released_before(case: Case, letter: Letter) -> frozenset[str]:
    """The keys that a person confirmed when these bytes were approved."""
    keys: set[str] = set()
    for event in case.events:
        data = event.data
        if event.kind == "letter-approved" and data.get("sha256") == letter.sha256:
            rows = data.get("released")
            keys |= (
                {str(row["key"]) for row in rows if isinstance(row, dict)}
                if isinstance(rows, list)
                else set()
            )
    return frozenset(keys)


def _free_path(review: Review, desk: LetterDesk) -> Path:
    """Where the issued copy is kept; a copy of the same bytes that is there already is the one."""
    folder = review.path.parent / "issued"
    stem = f"{review.path.stem}-{desk.today.isoformat()}"
    path, number = folder / f"{stem}.docx", 2
    while path.exists() and path.read_bytes() != review.docx:
        path, number = folder / f"{stem}-{number}.docx", number + 1
    return path


def _record(
    case: Case, letter: Letter, desk: LetterDesk, kind: str, sha256: str, more: dict[str, Json]
) -> Event:
    data: dict[str, Json] = {
        "letter": letter.kind,
        "to": letter.to,
        "path": letter.path,
        "sha256": sha256,
        "drafted": letter.drafted,
        **({"concerning": letter.concerning} if letter.concerning else {}),
        **more,
    }
    event = Event(case.ref, kind, desk.today, desk.now, desk.by, data)
    return desk.register.append([event], seen={case.ref: case.seq})[0]


def _name(case: Case, letter: Letter) -> str:
    return f"{letter.kind} to {letter.to} in {case.ref}"
