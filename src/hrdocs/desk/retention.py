"""How long closed cases are kept: proposals with their reasons, and erasure on a recorded decision.

Nothing is erased by itself. The pack's rules of kind `retention` say from which event the time runs
(`subject`) and which event records a person's review (`needs`); the figure and its reason are the
organisation's own (`[[retention]]`). A hold keeps everything. A decision counts only for the case as it
stood: whatever is recorded later calls for a new one.
"""

import datetime as dt
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hrdocs.case import Event
from hrdocs.desk.backups import MADE
from hrdocs.desk.keeping import digest_file
from hrdocs.errors import RegisterError
from hrdocs.organisation import Organisation, Retention
from hrdocs.procedure import Procedure, Rule, RuleKind
from hrdocs.register import Register
from hrdocs.rules.workdays import shift_months
from hrdocs.workspace import Workspace

EXPORTED = "export-made"
_TAKEN_BACK = "event-withdrawn"
_HOLDS = ("hold-placed", "hold-lifted")
_ERASE = frozenset({"erase", "destroy", "delete"})
_KEEP = frozenset({"keep", "retain"})


class Step(StrEnum):
    """What a case's records call for now."""

    HELD = "held"
    KEPT = "kept"
    NO_PERIOD = "no period"
    RUNNING = "period runs"
    REVIEW = "review"
    ERASE = "erase"
    FINISH = "finish erasure"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One case: what is proposed, why, and by which clause. `day` is when the time ends or ended."""

    ref: str
    step: Step
    reason: str
    clause: str = ""
    day: dt.date | None = None

    @property
    def needs_person(self) -> bool:
        return self.step in (Step.NO_PERIOD, Step.REVIEW, Step.ERASE, Step.FINISH)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure would destroy, and what it cannot reach."""

    ref: str
    decided_on: dt.date
    decided_by: str
    clause: str
    folder: Path
    files: int
    inbox: tuple[Path, ...]
    beyond: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A case's retention rule, with the organisation's figure where there is one."""

    rule: Rule
    period: Retention | None
    events: Sequence[Event]
    began: Event | None
    decision: Event | None


def propose(
    register: Register,
    organisation: Organisation,
    procedures: Mapping[str, Procedure],
    workspace: Workspace,
    *,
    today: dt.date,
) -> tuple[Proposal, ...]:
    """What every closed, held or half-erased case calls for, by reference.

    `procedures` gives each case's own procedure by its reference.
    """
    left = [
        Proposal(ref, Step.FINISH, f"its erasure of {day.isoformat()} was broken off")
        for ref, day in sorted(register.erased().items())
        if register.keys.has(ref) or workspace.case_folder(ref).exists()
    ]
    rows = [row for row in register.cases() if row.closed or row.held]
    found = [
        _propose(row.ref, kept_as(register.events(row.ref), organisation, procedures[row.ref]), today)
        for row in rows
    ]
    return (*left, *found)


def kept_as(events: Sequence[Event], organisation: Organisation, procedure: Procedure) -> _Kept:
    """How a case is kept: its rule, period, the day from which the time runs, and the decision in force.

    The time runs from the day of closing, or from the last thing that was recorded after it.
    """
    rule = retention_rule(procedure)
    period = next((p for p in organisation.retention if p.pack in ("", procedure.id)), None)
    exact = next((p for p in organisation.retention if p.pack == procedure.id), period)
    aside = {*_HOLDS, *rule.needs}
    standing = _standing(events)
    closings = [event for event in standing if event.kind in rule.subject]
    since = [e for e in standing if closings and e.seq >= closings[0].seq and e.kind not in aside]
    began = max(since, key=lambda event: (event.on, event.seq), default=None)
    reviews = [event for event in standing if event.kind in rule.needs]
    last_seq = max((event.seq for event in events if event.kind not in rule.needs), default=0)
    decision = reviews[-1] if reviews and reviews[-1].seq > last_seq else None
    return _Kept(rule, exact, events, began, decision)


def retention_rule(procedure: Procedure) -> Rule:
    """The pack's rule of retention; without one, a case is kept from its closing until it is reviewed."""
    rules = [
        rule for rule in procedure.rules if rule.kind is RuleKind.RETENTION and rule.subject and rule.needs
    ]
    return rules[0] if rules else Rule(
        "retention", RuleKind.RETENTION, "No longer than necessary.", "",
        subject=("case-closed",), needs=("retention-reviewed",),
    )  # fmt: skip


def _propose(ref: str, kept: _Kept, today: dt.date) -> Proposal:
    rule = kept.rule
    hold = _hold(kept.events)
    if hold is not None:
        return Proposal(ref, Step.HELD, f"held since {hold.on.isoformat()}: nothing is erased", rule.clause)
    if kept.began is None:
        return Proposal(ref, Step.RUNNING, "it is not closed", rule.clause)
    decided = _decided(kept, ref, today)
    if decided is not None:
        return decided
    if kept.period is None:
        reason = f"{rule.line} Add [[retention]] with months and reason to organisation.toml"
        return Proposal(ref, Step.NO_PERIOD, reason, rule.clause)
    ends, _ = shift_months(kept.began.on, kept.period.months)
    why = f"{kept.period.months} months from {kept.began.on.isoformat()} ({kept.period.reason})"
    if ends > today:
        return Proposal(ref, Step.RUNNING, f"kept until {ends.isoformat()}: {why}", rule.clause, ends)
    return Proposal(
        ref, Step.REVIEW,
        f"the time ended on {ends.isoformat()}: {why}. Decide, and record it: "
        f"hrdocs case record {ref} {rule.needs[0]} decision=erase decided_by=…",
        rule.clause, ends,
    )  # fmt: skip


def _decided(kept: _Kept, ref: str, today: dt.date) -> Proposal | None:
    """What the decision in force says, or None where there is none or its day has come."""
    event, clause = kept.decision, kept.rule.clause
    if event is None:
        return None
    word = str(event.data.get("decision", "")).strip().casefold()
    day = event.on.isoformat()
    if word in _ERASE:
        reason = f"its erasure was decided on {day}: hrdocs retain --erase {ref}"
        return Proposal(ref, Step.ERASE, reason, clause)
    if word not in _KEEP:
        reason = f"the decision of {day} is neither keep nor erase: record it again"
        return Proposal(ref, Step.REVIEW, reason, clause)
    until = _day(event.data.get("review_date"))
    if until is not None and until > today:
        return Proposal(
            ref, Step.KEPT, f"kept by the decision of {day} until {until.isoformat()}", clause, until
        )
    if until is None:
        return Proposal(
            ref, Step.REVIEW, f"kept by the decision of {day}, which names no review_date", clause
        )
    return Proposal(ref, Step.REVIEW, f"the review date {until.isoformat()} has come", clause, until)


def plan_erasure(
    workspace: Workspace, register: Register, organisation: Organisation, procedure: Procedure, ref: str
) -> Erasure:
    """What erasing a case destroys, and what it cannot reach.

    Raises:
        RegisterError: the case is held, not closed, or no decision to erase it is in force.
    """
    events = register.events(ref)
    kept = kept_as(events, organisation, procedure)
    if _hold(events) is not None:
        raise RegisterError(ref, "is under a hold", "Nothing was erased. Lift the hold first.", code="held")
    word = str(kept.decision.data.get("decision", "")) if kept.decision else ""
    if kept.began is None or kept.decision is None or word.strip().casefold() not in _ERASE:
        fact = "is not closed" if kept.began is None else "has no decision to erase it as it stands now"
        raise RegisterError(
            ref, f"{fact} (clause {kept.rule.clause})",
            f"A person decides: hrdocs case record {ref} {kept.rule.needs[0]} decision=erase decided_by=…",
            code="no-decision",
        )  # fmt: skip
    folder = workspace.case_folder(ref)
    return Erasure(
        ref, kept.decision.on, str(kept.decision.data.get("decided_by", "")), kept.rule.clause, folder,
        sum(path.is_file() for path in folder.rglob("*")), _inbox_copies(workspace, register, ref),
        _beyond(workspace, register, ref, events[0].seq),
    )  # fmt: skip


def carry_out(plan: Erasure, register: Register, *, today: dt.date, now: dt.datetime, by: str) -> None:
    """Erase a case: copies in the inbox, then the record of it, its key, its list rows and its files.

    Broken off after the record, `finish_erasure` does the rest; before it, the case is whole.
    """
    for path in plan.inbox:
        path.unlink(missing_ok=True)
    data = {
        "decided_on": plan.decided_on.isoformat(), "decided_by": plan.decided_by, "clause": plan.clause,
    }  # fmt: skip
    register.erase(plan.ref, on=today, now=now, by=by, data=data)
    _remove(plan.folder)


def finish_erasure(
    ref: str, workspace: Workspace, register: Register, *, today: dt.date, now: dt.datetime, by: str
) -> None:
    """Do what is left of an erasure that was recorded and broken off."""
    register.erase(ref, on=today, now=now, by=by, data={})
    _remove(workspace.case_folder(ref))


def note_export(register: Register, ref: str, out: Path, *, on: dt.date, now: dt.datetime, by: str) -> None:
    """Record that a copy of a case was written elsewhere, so that an erasure can name it."""
    register.note(EXPORTED, on=on, now=now, by=by, data={"case": ref, "place": str(out.resolve())})


def _remove(folder: Path) -> None:
    try:
        if folder.exists():
            for path in folder.rglob("*.docx"):
                path.chmod(0o600)  # issued letters are read-only, and Windows removes no such file
            shutil.rmtree(folder)
    except OSError as error:
        raise RegisterError(
            f"cases/{folder.name}", f"cannot be removed wholly ({error.strerror})",
            "Close the files that are open and run `hrdocs retain` again.",
        ) from error  # fmt: skip


def _inbox_copies(workspace: Workspace, register: Register, ref: str) -> tuple[Path, ...]:
    """Files in the inbox that brought this case and nothing else."""
    own = {
        filing.container
        for filing in register.filings_of_case(ref)
        if all(
            other.case in (ref, None) and not other.reason
            for other in register.filings_of(container=filing.container)
        )
    }
    if not own or not workspace.inbox.is_dir():
        return ()
    return tuple(p for p in sorted(workspace.inbox.rglob("*")) if p.is_file() and digest_file(p) in own)


def _beyond(workspace: Workspace, register: Register, ref: str, since: int) -> tuple[str, ...]:
    """What an erasure here cannot reach, as far as the register knows it, and what it cannot know."""
    found = [
        f"the backup of {event.on.isoformat()} in {event.data.get('place', '?')}"
        for event in register.log(MADE)
        if event.seq > since
    ]
    found += [
        f"the export of {event.on.isoformat()} in {event.data.get('place', '?')}"
        for event in register.log(EXPORTED)
        if event.data.get("case") == ref
    ]
    for filing in register.filings_of_case(ref):
        others = register.filings_of(container=filing.container)
        if any(other.reason for other in others):
            found.append("the quarantined file that came in the same e-mail or archive")
        if any(other.case not in (ref, None) for other in others):
            found.append("the e-mail or archive in the inbox that brought other cases too")
    found += [f"the old register in {path.name}" for path in workspace.folder.glob("before-migration-*")]
    found.append("printed copies, letters and e-mails that were sent, copies of register.xlsx")
    found.append("backups that other programs make of this disk or of the database server")
    return tuple(dict.fromkeys(found))


def _hold(events: Sequence[Event]) -> Event | None:
    """The hold in force, if there is one."""
    holds = [event for event in _standing(events) if event.kind in _HOLDS]
    return holds[-1] if holds and holds[-1].kind == "hold-placed" else None


def _standing(events: Sequence[Event]) -> list[Event]:
    """The events that nobody has taken back. A taking back still makes an earlier decision void."""
    gone = {event.data.get("seq") for event in events if event.kind == _TAKEN_BACK}
    return [event for event in events if event.kind != _TAKEN_BACK and event.seq not in gone]


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
