"""A drafted letter looked at again: what stands in its file, and what a person must settle about it.

The file may have been edited in Word. It is proved as it is now, against what the case knows now. A
*fault* stops the letter. A *doubt* asks a person, who confirms it by its key; who and why is recorded.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hrdocs.case import Case, Json, Letter, LetterState
from hrdocs.desk.deadlines import calendar_for
from hrdocs.desk.proving import (
    LetterDesk,
    check_called_for,
    expected_receipt,
    find_letter,
    find_letter_blocks,
    letter_context,
    prove,
)
from hrdocs.document import Finding, Severity
from hrdocs.errors import LetterError
from hrdocs.letters.marks import find_marks
from hrdocs.letters.proof import Proof
from hrdocs.letters.template import render_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.packs import Pack
from hrdocs.procedure import LetterKind
from hrdocs.rules.workdays import format_day
from hrdocs.rules.workflow import DECIDED_TIME, RECEIVED, fold, unsure_readings
from hrdocs.workspace import digest

_DOUBTFUL = {
    "maybe-name-of-another": "name",
    "maybe-contact-of-another": "contact",
    "maybe-words-of-another": "words",
    "maybe-hidden-matter": "matter",
    "word-to-avoid": "wording",
    "turned-order": "order",
}
_SEEN = re.compile(r"letter|(?:header|footer)\d*\.xml|(?:foot|end)notes\.xml")
_QUOTED = re.compile("“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person must confirm before the letter goes on. `key` names it: "name:May"."""

    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Review:
    """A letter's file as it is now. `text` is what the reader sees; `edits` what was changed by hand."""

    letter: Letter
    kind: LetterKind
    path: Path
    docx: bytes
    sha256: str
    text: str
    proof: Proof
    faults: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    edits: tuple[str, ...]
    receipt: dt.date

    @property
    def notes(self) -> tuple[str, ...]:
        """What the proof found beside the faults and doubts."""
        return tuple(
            f.message
            for f in self.proof.findings
            if f.severity is not Severity.ERROR and f.code not in _DOUBTFUL
        )


def choose_letter(case: Case, name: str, *, states: Sequence[LetterState] = ()) -> Letter:
    """The letter of a case that a person means: its file's name, or kind, kind:party, kind:party:concerning.

    A role does for the party. Where one has gone out and another is drafted, `states` says which count.

    Raises:
        LetterError: the case has no such letter, or several.
    """
    found = [x for x in case.letters if _is_meant(x, name, case)]
    wanted = [x for x in found if x.state in states] or found
    if len(wanted) == 1:
        return wanted[0]
    known = ", ".join(_address(x) for x in (wanted or case.letters)) or "none yet"
    fact = "could be several letters" if wanted else "is no letter of this case"
    raise LetterError(f"{name} in {case.ref}", fact, f"Choose one of: {known}.", code="which-letter")


def _is_meant(letter: Letter, name: str, case: Case) -> bool:
    file = Path(letter.path)
    if name in (letter.path, file.name, file.stem):
        return True
    kind, _, rest = name.partition(":")
    to, _, concerning = rest.partition(":")
    party = case.party(letter.to)
    return (
        letter.kind == kind
        and to in ("", letter.to, party.role if party else "")
        and concerning in ("", letter.concerning)
    )


def _address(letter: Letter) -> str:
    about = f":{letter.concerning}" if letter.concerning else ""
    return f"{letter.kind}:{letter.to}{about} ({letter.state.value})"


def letter_preview(case: Case, letter: Letter, desk: LetterDesk, *, receipt: dt.date | None = None) -> Review:
    """Read a letter's file again and prove it. `receipt` is the day on which it is expected to arrive.

    Raises:
        LetterError: the file is missing or is no Word file, or the procedure has no such letter.
    """
    party = case.party(letter.to)
    kind = find_letter(desk.pack, letter.kind, party.role if party else "")
    path = desk.workspace.folder / letter.path
    if not path.is_file():
        step = f"Draft it again: `{_again(letter, case)}`."
        raise LetterError(letter.path, "is not there", step, code="not-found")
    docx = path.read_bytes()
    then_desk = replace(desk, today=max(desk.today, letter.dated or desk.today))
    received = receipt or _receipt(letter, then_desk)
    faults, doubts = list(_held(case, kind, letter, desk)), []
    edits: tuple[str, ...] = ()
    proof = Proof((), ())
    try:
        context = letter_context(
            case, kind, letter.to, then_desk, concerning=letter.concerning or None, receipt=received,
            dated=letter.dated,
        )  # fmt: skip
        proof = prove(docx, case, kind, letter.to, context, desk.pack)
        now = render_letter(desk.pack.template(kind), context, now=desk.now)
    except LetterError as error:
        if error.code == "not-a-letter":
            raise
        faults.append(error.explanation)
    else:
        then = _as_drafted(letter, kind, desk)
        changed, doubtful = _changed_since(letter, _lines(then or now), _lines(now), _lines(docx), case)
        faults += changed
        doubts += doubtful
        edits = _edits(_lines(then or now), _lines(docx))
    doubts += _unsure(case, _lines(docx))
    landing = landing_doubt(kind, received, desk)
    doubts += [landing] if landing else []
    faults += [f"It still holds {marks}" for marks in find_marks(docx)]
    for finding in proof.findings:
        doubt = _doubt(finding)
        if finding.severity is Severity.ERROR:
            faults.append(finding.message)
        elif doubt is not None:
            doubts.append(doubt)
    return Review(
        letter, kind, path, docx, digest(docx), "\n".join(_lines(docx)), proof,
        tuple(dict.fromkeys(faults)), tuple(dict.fromkeys(doubts)), edits, received,
    )  # fmt: skip


def _receipt(letter: Letter, desk: LetterDesk) -> dt.date:
    """The day expected when it was drafted, if it goes out on the day that it bears; else counted anew."""
    same_day = letter.receipt is not None and letter.dated == desk.today
    return letter.receipt if same_day and letter.receipt is not None else expected_receipt(desk)


def _held(case: Case, kind: LetterKind, letter: Letter, desk: LetterDesk) -> Iterator[str]:
    """Why the procedure does not let it go on now."""
    try:
        check_called_for(case, kind, letter.to)
    except LetterError as error:
        yield error.fact
    for block in find_letter_blocks(case, kind, letter.to, desk.pack):
        clause = f" ({block.clause})" if block.clause else ""
        yield f"{block.reason.rstrip('.')}{clause}. {block.step}"
    if kind.draft_only and kind.trigger == RECEIVED and not case.has(DECIDED_TIME):
        yield f"Nobody has decided yet ({kind.clause}). Record {DECIDED_TIME} first"


def _as_drafted(letter: Letter, kind: LetterKind, desk: LetterDesk) -> bytes | None:
    """The letter as hrdocs wrote it, made again from what the case knew then; None where that fails."""
    before = [event for event in desk.register.events(_ref_of(letter)) if event.seq < letter.drafted]
    try:
        case = fold(before)
        there = replace(desk, today=letter.dated or desk.today)
        context = letter_context(
            case, kind, letter.to, there, concerning=letter.concerning or None, receipt=letter.receipt
        )
        return render_letter(desk.pack.template(kind), context, now=desk.now)
    except (LetterError, StopIteration, ValueError):
        return None


def _ref_of(letter: Letter) -> str:
    return Path(letter.path).parts[1]


def _changed_since(
    letter: Letter, then: Sequence[str], now: Sequence[str], file: Sequence[str], case: Case
) -> tuple[list[str], list[Doubt]]:
    """What the file says that the case no longer does, and what it does not say in the case's words."""
    old = [line for line in then if line not in now and line in file]
    new = [line for line in now if line not in then and line not in file]
    if old:
        says = f" The case now has: “{_short(new[0])}”." if new else ""
        return [
            f"The case has changed since it was drafted: it still says “{_short(old[0])}”.{says} "
            f"Draft it again: `{_again(letter, case)}`"
        ], []
    if new:
        told = f"The case has changed since it was drafted, and the letter does not say: “{_short(new[0])}”."
        return [], [Doubt("changed-by-hand", told)]
    return [], []


def _edits(then: Sequence[str], file: Sequence[str]) -> tuple[str, ...]:
    put_in = [f"put in: “{_short(line)}”" for line in file if line not in then]
    taken = [f"taken out: “{_short(line)}”" for line in then if line not in file]
    return tuple(put_in + taken)


def _unsure(case: Case, lines: Sequence[str]) -> Iterator[Doubt]:
    """What the letter says and nobody is sure of: it was read from a scan, or could be something else."""
    said = "\n".join(lines)
    for name, readings in unsure_readings(case).items():
        for text in dict.fromkeys(" ".join(one.split()) for one in readings):
            if len(text) > 1 and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said):
                told = f"“{_short(text)}” was not read surely from the form, and nobody has looked at it."
                yield Doubt(f"unsure:{name}", told)


def _doubt(finding: Finding) -> Doubt | None:
    kind = _DOUBTFUL.get(finding.code)
    if kind is None:
        return None
    quoted = _QUOTED.search(finding.message)
    words = "-".join(quoted.group(1).split()[:4]) if quoted else finding.code
    return Doubt(f"{kind}:{words}", finding.message)


def _lines(docx: bytes) -> tuple[str, ...]:
    """What the reader sees, a paragraph a line; headers, footers and notes too."""
    seen = [p.text for p in read_passages(docx) if _SEEN.fullmatch(p.part)]
    plain = (re.sub(r"\s+", " ", text).strip() for text in seen)
    return tuple(text for text in plain if text)


def _short(line: str) -> str:
    return line if len(line) <= 120 else f"{line[:117]}…"


def _again(letter: Letter, case: Case) -> str:
    about = f" --concerning {letter.concerning}" if letter.concerning else ""
    return f"hrdocs letter {letter.kind} {case.ref} --to {letter.to}{about}"


def dated_doubt(review: Review, day: dt.date) -> Doubt | None:
    """A letter that bears another day than the one on which it goes out."""
    dated = review.letter.dated
    if dated is None or dated == day:
        return None
    return Doubt("dated", f"It bears the date {format_day(dated)} and goes out on {format_day(day)}.")


def landing_doubt(kind: LetterKind, received: dt.date, desk: LetterDesk) -> Doubt | None:
    """A decision that arrives when nobody can be asked about it the day after."""
    if not _is_decision(kind, desk.pack):
        return None
    calendar = calendar_for(desk.pack, desk.organisation)
    after = received + dt.timedelta(days=1)
    if calendar.is_working_day(received) and calendar.is_working_day(after):
        return None
    why = "the next day" if calendar.is_working_day(received) else "it"
    told = f"A decision is expected to arrive on {format_day(received)}, and {why} is no working day."
    return Doubt(f"lands:{received.isoformat()}", told)


def _is_decision(kind: LetterKind, pack: Pack) -> bool:
    decisions = {event.id for event in pack.procedure.events if event.decision}
    return kind.draft_only or bool(decisions & {kind.trigger, *kind.also})


def released(doubts: Sequence[Doubt], reason: str) -> Json:
    """What a person confirmed, as an event holds it."""
    return [{"key": doubt.key, "message": doubt.message, "reason": reason} for doubt in doubts]
