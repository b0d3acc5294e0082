"""Proving the log: every link, the mirrored head, and that every body opens with its key.

The first broken link is named; what follows it cannot be judged by the chain. Bodies are opened all the
same, so that a caller can compare filed papers with the digests in them.
"""

import datetime as dt
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.guards import erased_refs
from hrdocs.register.projection import DERIVED, Lists
from hrdocs.register.rows import ERASED, Fault
from hrdocs.register.sealing import FIRST, link, row_head, unseal
from hrdocs.register.store import Register, key_of_row

_BATCH = 5_000
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at and what does not fit, the log's faults first."""

    events: int
    cases: int
    erased: int
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Walk:
    """What is known at one point of the walk along the log."""

    register: Register
    gone: dict[str, dt.date]
    visit: Callable[[Event], None]
    count: int = 0
    digest: str = FIRST
    chain: list[Fault] = field(default_factory=list)
    bodies: dict[str, Fault] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)

    def take(self, row: Row[Any]) -> None:
        """Check a row's link to the row before it. Only the first fault is kept."""
        fault = None
        if row.seq != self.count + 1:
            fault = Fault("gap", f"events are missing before event {row.seq}", self.count + 1)
        elif not hmac.compare_digest(self._right(row).encode(), str(row.digest).encode()):
            fault = Fault("broken-link", f"event {row.seq} was changed, or put in by another hand", row.seq)
        if fault and not self.chain:
            self.chain.append(fault)
        self.count, self.digest = row.seq, str(row.digest)

    def _right(self, row: Row[Any]) -> str:
        before = self.digest if len(self.digest) == len(FIRST) and set(self.digest) <= _HEX else FIRST
        head = row_head(row.seq, row.case_ref, row.kind, row.on_day, row.at)
        return link(self.register.keys.chain, before, head, bytes(row.body))

    def open(self, rows: Sequence[Row[Any]]) -> None:
        """Open the bodies of rows and fold them; what does not open is one fault a case."""
        kept = [row for row in rows if row.kind == ERASED or row.case_ref not in self.gone]
        keys = self.register.keys.keys(key_of_row(row) for row in kept)
        for row in kept:
            key, name = keys.get(key_of_row(row)), row.case_ref
            if key is None:
                self.bodies.setdefault(
                    name, Fault("no-key", f"{name}: its key is not in the key store", row.seq)
                )
                continue
            try:
                head = row_head(row.seq, row.case_ref, row.kind, row.on_day, row.at)
                body = unseal(key, bytes(row.body), head)
                at = dt.datetime.fromisoformat(row.at)
            except ValueError:
                text = f"{name}: event {row.seq} does not open with the case's key"
                self.bodies.setdefault(name, Fault("sealed", text, row.seq))
                continue
            self._fold(Event(row.case_ref, row.kind, row.on_day, at, body["by"], body["data"], row.seq))

    def _fold(self, event: Event) -> None:
        self.lists.take(event)
        self.visit(event)


def verify_log(register: Register, visit: Callable[[Event], None] = lambda _: None) -> Proof:
    """Walk the whole log once; `visit` gets every event that opens, in order."""
    with register.database.reading() as connection:
        walk = _Walk(register, erased_refs(connection), visit)
        query = select(schema.events).order_by(schema.events.c.seq)
        for part in connection.execute(query).partitions(_BATCH):
            for row in part:
                walk.take(row)
            walk.open(part)
        faults = [*walk.chain, *_compare_head(register, connection, walk)]
        faults += walk.bodies.values()
        faults += _compare_lists(connection, register, walk)
    faults += _unfinished(register, walk.gone)
    return Proof(walk.count, len(walk.lists.rows), len(walk.gone), tuple(faults))


def _compare_head(register: Register, connection: Connection, walk: _Walk) -> list[Fault]:
    """Whether the log goes as far as the mirrored head says. The head may lag, never lead."""
    try:
        head = register.keys.head()
    except RegisterError as error:
        return [Fault("head", error.fact)]
    if head is None:
        return [Fault("head", "the copy of the log's end is missing")] if walk.count > 1 else []
    if head.count > walk.count:
        text = f"the log ends at event {walk.count}; {head.count} were recorded: its end was cut off"
        return [Fault("cut", text, walk.count + 1)]
    table = schema.events
    there = connection.scalar(select(table.c.digest).where(table.c.seq == head.count))
    if there != head.digest:
        return [Fault("rewritten", f"event {head.count} is another than the one recorded", head.count)]
    return []


def _compare_lists(connection: Connection, register: Register, walk: _Walk) -> list[Fault]:
    """Whether the lists say what the events say."""
    if walk.chain or walk.bodies:
        return []
    for ref in walk.lists.again:
        register.refold(connection, ref, walk.lists.rows)
    there = {
        row["case_ref"]: dict(row) | DERIVED
        for row in connection.execute(select(schema.projection)).mappings()
    }
    filed = {row["sha256"]: dict(row) for row in connection.execute(select(schema.filings)).mappings()}
    if there != {ref: row | DERIVED for ref, row in walk.lists.rows.items()} or filed != walk.lists.filings:
        return [Fault("lists", "the lists do not say what the events say: run `hrdocs verify --mend-lists`")]
    return []


def _unfinished(register: Register, gone: dict[str, dt.date]) -> list[Fault]:
    left = sorted(register.keys.names() & set(gone))
    return [
        Fault("unfinished-erasure", f"{ref}: its erasure was broken off: run `hrdocs retain`") for ref in left
    ]
