"""Stages and open deadlines of all cases, kept for lists and made anew only where a case has gone on.

What is kept does not depend on the day on which it is read: a deadline's state is worked out from the
day at reading. A case in which something is recorded for a day to come is looked at as of the day.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.desk.cases import PackShelf
from hrdocs.desk.deadlines import DONE, as_of_day, calendar_for, deadlines_of, has_ended
from hrdocs.errors import RegisterError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import Limit
from hrdocs.register import CaseRow, DeadlineRow, Listing, Register
from hrdocs.register.listings import (
    cases_ahead,
    events_of,
    keep_listings,
    kept_deadlines,
    list_cases,
    packs_in_use,
    stale_cases,
)
from hrdocs.rules.deadlines import state_on
from hrdocs.rules.workdays import Calendar
from hrdocs.rules.workflow import fold, stage_of
from hrdocs.workspace import Workspace

_COUNTED_BY = "1"  # raise it where the same events and pack give other deadlines than before
_BATCH = 1_000
_BY_DAY = (DeadlineState.OPEN, DeadlineState.DELAYED)  # what may be another state on another day


class Lister:
    """Reads the lists of one register on any day, and keeps them up."""

    def __init__(self, register: Register, shelf: PackShelf, organisation: Organisation) -> None:
        self.register = register
        self.shelf = shelf
        self.organisation = organisation
        self._calendars: dict[str, Calendar] = {}

    def refresh(self) -> dict[str, Listing]:
        """Make the listings that are not there yet; those that could not be kept now are returned."""
        basis = self.basis()
        left: dict[str, Listing] = {}
        stale = stale_cases(self.register, basis)
        for start in range(0, len(stale), _BATCH):
            made = list(self._make(stale[start : start + _BATCH]))
            if not keep_listings(self.register, made, basis):
                left |= {one.ref: one for one in made}
        return left

    def deadlines(self, *, as_of: dt.date, until: dt.date) -> Iterator[tuple[str, Limit, DeadlineRow]]:
        """The open deadlines of every case as they are on a day: those due by another, and those with no
        figure, each with its state on that day and its limit."""
        left = self.refresh()
        ahead = {row.ref for row in cases_ahead(self.register, as_of)}
        aside = {*left, *ahead}
        limits = self._limits()
        for part in kept_deadlines(self.register, until=until):
            for row in part:
                case, limit_id, _, due, expected, state, pack = row
                if case in aside:
                    continue
                limit = limits[pack, limit_id]
                if state == "open" and due is not None and due < as_of:
                    state = state_on(as_of, due, expected, force=limit.force, is_right=limit.right).value
                yield state, limit, row
        for one in left.values():
            for row in one.deadlines if one.ref not in ahead else ():
                yield self._on(row, limits[row.pack, row.limit], as_of)
        for folded in self.folded(sorted(ahead), as_of):
            for counted in self._counted(folded, as_of):
                row = _row(folded, counted, counted.state.value)
                yield row.state, limits[row.pack, row.limit], row

    def _on(self, row: DeadlineRow, limit: Limit, as_of: dt.date) -> tuple[str, Limit, DeadlineRow]:
        state = row.state
        if state == "open":
            state = state_on(as_of, row.due, row.expected, force=limit.force, is_right=limit.right).value
        return state, limit, row

    def _counted(self, case: Case, as_of: dt.date) -> list[Deadline]:
        pack = self.shelf.pack_of(case)
        found = deadlines_of(case, pack, self._calendar(pack), as_of, tell=False)
        return [d for d in found if d.state not in DONE]

    def _limits(self) -> dict[tuple[str, str], Limit]:
        """Every limit by its procedure and id."""
        return {
            (digest[:16], limit.id): limit
            for name, digest in packs_in_use(self.register)
            for limit in self.shelf.pack(name, digest).procedure.limits
        }

    def folded(self, refs: Sequence[str], as_of: dt.date) -> Iterator[Case]:
        """Cases as they stood at the end of a day; those received later are left out."""
        for _, events in events_of(self.register, refs):
            case = fold(events)
            if case.received is None or case.received <= as_of:
                yield as_of_day(case, as_of)

    def basis(self) -> str:
        """What listings are counted by beside events and packs: calendars, closures and this program."""
        calendars = [self._calendar(self.shelf.pack(*used)) for used in packs_in_use(self.register)]
        told = repr([_COUNTED_BY, *(sorted({repr(calendar) for calendar in calendars}))])
        return hashlib.sha256(told.encode()).hexdigest()

    def _make(self, rows: Iterable[CaseRow]) -> Iterator[Listing]:
        for ref, events in events_of(self.register, [row.ref for row in rows]):
            case = fold(events)
            pack = self.shelf.pack_of(case)
            yield listing_of(ref, case, pack, self._calendar(pack))

    def _calendar(self, pack: Pack) -> Calendar:
        name = pack.procedure.calendar
        if name not in self._calendars:
            self._calendars[name] = calendar_for(pack, self.organisation)
        return self._calendars[name]


def find_cases(
    register: Register,
    workspace: Workspace,
    organisation: Organisation,
    filters: Mapping[str, object],
    *,
    name: str | None = None,
) -> tuple[CaseRow, ...]:
    """The cases that fit (see `list_cases` of the register), and have a party whose name holds a text."""
    try:
        Lister(register, PackShelf(workspace), organisation).refresh()
    except RegisterError:
        if filters.get("stage"):
            raise
        # a case whose procedure is missing has no stage; `hrdocs due` and `verify` name it
    rows = list_cases(register, filters)
    if not name:
        return rows
    sought = name.casefold()
    found = {
        ref
        for ref, events in events_of(register, [row.ref for row in rows])
        if any(sought in party.name.casefold() for party in fold(events).parties)
    }
    return tuple(row for row in rows if row.ref in found)


def listing_of(ref: str, case: Case, pack: Pack, calendar: Calendar) -> Listing:
    """A case's stage and open deadlines, for whichever day its lists are read."""
    last = max(event.on for event in case.events)
    stage = stage_of(case, pack.procedure)
    open_ones = (
        () if has_ended(case, pack.procedure, last) else deadlines_of(case, pack, calendar, last, tell=False)
    )
    rows = [
        _row(case, d, "open" if d.state in _BY_DAY else d.state.value)
        for d in open_ones
        if d.state not in DONE
    ]
    return Listing(ref, case.seq, stage.id if stage else None, tuple(rows))


def _row(case: Case, deadline: Deadline, state: str) -> DeadlineRow:
    return DeadlineRow(
        case.ref, deadline.limit, deadline.party or "", deadline.due, deadline.expected, state,
        case.pack_digest[:16],
    )  # fmt: skip
