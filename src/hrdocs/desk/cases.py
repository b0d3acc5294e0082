"""Cases by reference: opened with their pinned pack, listed, shown and recorded in."""

import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hrdocs.case import Case, Event, Json
from hrdocs.desk.deadlines import calendar_for, deadlines_of, find_short_notice
from hrdocs.desk.facts import check_facts
from hrdocs.desk.keeping import place_in
from hrdocs.errors import RegisterError, UsageError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack, digest_of, find_pack, read_pack
from hrdocs.procedure import EventKind, Procedure
from hrdocs.register import Register, open_register
from hrdocs.rules.blocks import find_blocks
from hrdocs.rules.reviewed import REVIEWED
from hrdocs.rules.workflow import DOCUMENT_ADDED, RECEIVED, WITHDRAWN, fold, named
from hrdocs.rules.workflow_people import CONFIRMED, Clash, find_clashes
from hrdocs.words import did_you_mean
from hrdocs.workspace import Workspace, make_private_folder

# Events that hrdocs itself records; nobody types them.
_OWN = frozenset(
    {
        RECEIVED,
        WITHDRAWN,
        DOCUMENT_ADDED,
        REVIEWED,
        "letter-drafted",
        "letter-approved",
        "letter-issued",
        "letter-withdrawn",
    }
)
NOTE = "note-added"
PARTY = "party-added"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case with the pack that it is pinned to."""

    case: Case
    pack: Pack


def open_workspace_register(workspace: Workspace) -> Register:
    """The workspace's register."""
    return open_register(place_in(workspace))


def pin_pack(workspace: Workspace, folder: Path) -> Pack:
    """The pack, read from its copy in the workspace, which is made on first use.

    An upgrade of hrdocs or a change of the pack never changes a case that is open already.
    """
    digest = digest_of(folder)
    pack = read_pack(folder)
    kept = workspace.packs / f"{pack.procedure.id}-{digest[:16]}"
    if not kept.is_dir():
        make_private_folder(workspace.packs)
        part = kept.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        try:
            shutil.copytree(folder, part)
            part.replace(kept)
        except OSError as error:  # shutil's own error is one, without a number
            shutil.rmtree(part, ignore_errors=True)
            step = "See that the disk has room and can be written, and run the command again."
            raise RegisterError(str(kept), "the pack cannot be copied to it", step) from error
    return read_pack(kept)


class PackShelf:
    """The packs that a workspace's cases are pinned to, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._packs: dict[str, Pack] = {}

    def pack_of(self, case: Case) -> Pack:
        """The pack that a case is pinned to.

        Raises:
            RegisterError: its copy is gone.
        """
        return self.pack(case.pack, case.pack_digest)

    def pack(self, name: str, digest: str) -> Pack:
        """A procedure by its id and digest.

        Raises:
            RegisterError: its copy is gone.
        """
        kept = self._workspace.packs / f"{name}-{digest[:16]}"
        if kept.name not in self._packs:
            if not kept.is_dir():
                fact = f"is not in {self._workspace.packs}"
                raise RegisterError(f"procedure {kept.name}", fact, "Restore that folder from a backup.")
            self._packs[kept.name] = read_pack(kept)
        return self._packs[kept.name]


def open_case(
    workspace: Workspace, register: Register, ref: str, *, shelf: PackShelf | None = None
) -> Opened:
    """A case by its reference; `shelf` holds packs that were read before.

    Raises:
        RegisterError: there is no such case, or the pack that it is pinned to is gone.
    """
    events = register.events(ref)
    if not events:
        refs = [row.ref for row in register.cases()]
        raise RegisterError(ref, f"is no case here{did_you_mean(ref, refs)}", "`hrdocs case list` shows all.")
    case = fold(events)
    return Opened(case, (shelf or PackShelf(workspace)).pack_of(case))


def withdraw_event(
    opened: Opened, seq: int, reason: str, *, now: dt.datetime, by: str, register: Register
) -> Event:
    """Take back an event that was recorded by mistake. It stays in the log, with the reason.

    Raises:
        UsageError: the case has no such event, or it cannot be taken back.
    """
    found = next((event for event in opened.case.events if event.seq == seq), None)
    if found is None or found.kind in _OWN:
        fact = "cannot be taken back" if found else "is no event of this case"
        raise UsageError(f"event {seq} in {opened.case.ref}", fact, "`hrdocs case show` lists the numbers.")
    data: dict[str, Json] = {"seq": seq, "reason": reason}
    return register.append([Event(opened.case.ref, WITHDRAWN, now.date(), now, by, data)])[0]


def record_event(
    opened: Opened,
    kind: str,
    facts: Mapping[str, Json],
    *,
    party: str | None,
    on: dt.date,
    now: dt.datetime,
    by: str,
    register: Register,
    dry_run: bool = False,
    confirm: str = "",
    ask: bool = True,
) -> Event:
    """Record that something happened; in a dry run only check that it could be.

    `confirm` is the reason with which a person lets somebody act whom the procedure would keep apart, or
    records what has happened although the procedure wanted something else first: the register tells the
    truth. Without `ask` people are recorded as they were named, and stand in `next_steps` as blocked until
    a person gives that reason.

    Raises:
        UsageError: the event, the party or a fact is unknown or missing.
        RegisterError: it is not allowed yet (with the clause), or needs a person's reason (code `confirm`).
    """
    procedure = opened.pack.procedure
    event_kind = _kind(kind, procedure)
    data = check_facts(event_kind, facts, procedure)
    if event_kind.per is not None or party is not None:
        data["party"] = _party(opened.case, event_kind, party)
    if kind == PARTY:
        _check_joins(opened, data)
    blocks = find_blocks(opened.case, procedure, kind, str(data.get("party", "")), given=data)
    if blocks and not confirm:
        subject = f"{kind} in {opened.case.ref}"
        happened = "If it has happened all the same, say so with --confirm 'REASON'."
        raise RegisterError(
            subject, f"is blocked: {blocks[0].reason} ({blocks[0].clause})", f"{blocks[0].step} {happened}"
        )
    if confirm:
        data[CONFIRMED] = confirm
    event = Event(opened.case.ref, kind, on, now, by, data)
    if ask and not confirm:
        _check_people(opened, event)
    _check_countable(opened, event, confirm)
    return event if dry_run else register.append([event], seen={opened.case.ref: opened.case.seq})[0]


def clashes_of(opened: Opened, event: Event) -> tuple[Clash, ...]:
    """Whom an event would put where the procedure does not want them, each with its clause."""
    last = opened.case.seq + 1
    case = fold([*opened.case.events, replace(event, seq=last)])
    return tuple(clash for clash in find_clashes(case, opened.pack.procedure) if clash.seq == last)


def _check_joins(opened: Opened, data: Mapping[str, Json]) -> None:
    """See that whoever joins a case is somebody new there, in a role of the procedure.

    Raises:
        UsageError: the id is taken, or there is no such role.
    """
    party = opened.case.party(str(data["id"]))
    if party is not None:
        fact = f"is {named(opened.case, party.id)} already"
        raise UsageError(f"{PARTY} id={party.id}", fact, "Give another id, such as witness-2.")
    roles = {role.id for role in opened.pack.procedure.roles}
    if data["role"] not in roles:
        hint = did_you_mean(str(data["role"]), roles)
        fact = f"is no role of {opened.pack.procedure.id}{hint}"
        raise UsageError(f"{PARTY} role={data['role']}", fact, f"Choose one of: {', '.join(sorted(roles))}.")


def _check_people(opened: Opened, event: Event) -> None:
    found = clashes_of(opened, event)
    if found:
        told = " ".join(f"{clash.reason} ({clash.clause})" for clash in found)
        raise RegisterError(
            f"{event.kind} in {opened.case.ref}", f"needs a person's decision: {told}",
            "Name somebody else; or, where a person has decided it, add --confirm 'REASON'.", code="confirm",
        )  # fmt: skip


def _check_countable(opened: Opened, event: Event, confirm: str) -> None:
    """See that the deadlines can still be counted with an event, and that a hearing had its notice.

    Raises:
        CalendarError: its day is outside the calendar.
        RegisterError: it is a hearing of which notice was too short, and nobody said why it was held.
    """
    case, pack = fold([*opened.case.events, replace(event, seq=opened.case.seq + 1)]), opened.pack
    last = max(item.on for item in case.events)
    found = deadlines_of(case, pack, calendar_for(pack, Organisation("", "")), last, tell=False)
    for short in find_short_notice(case, pack.procedure, found):
        if short.what == event.kind and not confirm:
            fact = f"is blocked: {short.block.reason} ({short.block.clause})"
            step = "Arrange another day. If it was held all the same, say why with --confirm 'REASON'."
            raise RegisterError(f"{event.kind} in {case.ref}", fact, step)


def possible_events(procedure: Procedure) -> tuple[EventKind, ...]:
    """All that a person may record in a case of this procedure, in its order; people and notes last."""
    named = tuple(event for event in procedure.events if event.id not in (*_OWN, PARTY, NOTE))
    return (*named, _kind(PARTY, procedure), _kind(NOTE, procedure))


def _kind(kind: str, procedure: Procedure) -> EventKind:
    if kind == NOTE:
        return EventKind(NOTE, "Note", asks=("text",))
    if kind == PARTY:
        return EventKind(PARTY, "Somebody joins the case", facts=("id", "role", "name"), asks=("type",))
    if kind in _OWN:
        raise UsageError(
            kind, "is recorded by hrdocs itself", "See `hrdocs intake`, `case new` and `letter`."
        )
    known = {event.id: event for event in procedure.events if event.id not in _OWN}
    if kind not in known:
        hint = did_you_mean(kind, known)
        raise UsageError(kind, f"is no event of {procedure.id}{hint}", "docs/events.md lists them.")
    return known[kind]


def _party(case: Case, kind: EventKind, party: str | None) -> str:
    roles = {p.role for p in case.parties}
    possible = [p.id for p in case.parties if kind.per not in roles or p.role == kind.per]
    if party is None and len(possible) == 1:
        return possible[0]
    if party not in possible:
        asked = f"'{party}' is not one of them" if party else "no party was named"
        people = ", ".join(named(case, one) for one in possible)
        raise UsageError(kind.id, f"concerns one person, and {asked}", f"Add --party: {people}.")
    return party


def workspace_pack(workspace: Workspace, name: str) -> Pack:
    """The pack that new cases of the workspace are pinned to."""
    return pin_pack(workspace, find_pack(name))
