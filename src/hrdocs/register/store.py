"""Reading and appending events. One writer at a time; a reader never waits.

Every change is one transaction: events, the lists that follow from them, and nothing half. Keys are
stored before the events that they seal, the log's head is mirrored after them, so that a crash in
between leaves a register that still verifies.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Row, Select, delete, insert, or_, select, update

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.database import Database
from hrdocs.register.filed import as_filing, filing_event, is_own_file, own_file
from hrdocs.register.guards import (
    check_cases,
    check_tail,
    count_up,
    erased,
    erased_refs,
    last_number,
    newest,
    unknown,
)
from hrdocs.register.keys import KeyStore
from hrdocs.register.projection import (
    DERIVED,
    LOOKED_INTO,
    Columns,
    Lists,
    case_row,
    clear_lists,
    filing_row,
    fold_case,
    is_of_case,
    project,
    read_rows,
    store_rows,
)
from hrdocs.register.rows import ERASED, FILED, REGISTER, SETTLED, CaseRow, Filing, Opening
from hrdocs.register.sealing import link, row_head, seal, unseal
from hrdocs.rules.workflow import WITHDRAWN

_BATCH = 5_000
_CHUNK = 500


class Register:
    """One register. Every change is one transaction."""

    def __init__(self, database: Database, keys: KeyStore) -> None:
        self.database = database
        self.keys = keys
        self.name = database.name

    def close(self) -> None:
        """Let go of the files of the register and of its keys."""
        self.database.close()
        self.keys.close()

    def events(self, ref: str) -> tuple[Event, ...]:
        """A case's events in the order in which they were recorded; none where there is no such case.

        Raises:
            RegisterError: the case was erased, or an event cannot be opened.
        """
        table = schema.events
        query = select(table).where(table.c.case_ref == ref).order_by(table.c.seq)
        with self.database.reading() as connection:
            rows = connection.execute(query).all()
        if rows and rows[-1].kind == ERASED:
            raise erased(ref, rows[-1].on_day)
        return tuple(self.opened(rows, kinds=lambda kind: kind not in (FILED, SETTLED)))

    def append(
        self,
        new: Sequence[Event],
        *,
        filings: Sequence[Filing] = (),
        seen: Mapping[str, int] | None = None,
    ) -> tuple[Event, ...]:
        """Record events and filings in one transaction.

        `seen` gives, by case, the last event that the caller has seen: where there is a later one,
        nothing is recorded.

        Raises:
            RegisterError: a case is unknown, was erased or has gone on; or the log's end is missing.
        """
        with self.database.writing() as connection:
            stored, end = self.record(connection, new, filings, seen or {})
        self._mirror(end)
        return stored

    def open_case(self, prefix: str, year: int, make: Callable[[str], Opening]) -> str:
        """Open a case under the next free reference of a year and return that: DW-2026-001.

        `make` gets the reference, files the originals and returns what to record. It runs inside the
        transaction: what it files is in place before the case can be seen.
        """
        with self.database.writing() as connection:
            series = f"{prefix}-{year}-"
            ref = f"{series}{last_number(connection, series) + 1:03d}"
            new, filings = make(ref)
            _, end = self.record(connection, new, filings, {})
        self._mirror(end)
        return ref

    def cases(self, *, after: int = 0) -> tuple[CaseRow, ...]:
        """Every case, by reference; those only in which something was recorded `after` that event."""
        table = schema.projection
        query = select(table).where(table.c.last_seq > after).order_by(table.c.case_ref)
        with self.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(case_row(row) for row in rows)

    def refs(self) -> tuple[str, ...]:
        """The reference of every case, in order."""
        table = schema.projection
        with self.database.reading() as connection:
            return tuple(connection.scalars(select(table.c.case_ref).order_by(table.c.case_ref)))

    def last_seq(self) -> int:
        """The number of the last event of the log; 0 before the first."""
        return self._end()[0]

    def filing(self, sha256: str) -> Filing | None:
        """What became of these bytes, if they were offered before."""
        return next(iter(self._filings(_filed().where(schema.filings.c.sha256 == sha256))), None)

    def filings_of(self, *, container: str) -> tuple[Filing, ...]:
        """Every document that came in a file with these bytes."""
        return self._filings(_filed().where(schema.filings.c.container == container))

    def filings_of_case(self, ref: str) -> tuple[Filing, ...]:
        """Every document that was filed in a case."""
        return self._filings(_filed().where(schema.filings.c.case_ref == ref))

    def quarantined(self) -> tuple[Filing, ...]:
        """Everything received that opened no case, by path."""
        return self._filings(_filed().where(schema.filings.c.reason.is_not(None)))

    def filings(self) -> tuple[Filing, ...]:
        """Everything received, by path."""
        return self._filings(_filed())

    def log(self, kind: str | None = None) -> Iterator[Event]:
        """Every event that can still be opened, in the order of the log; those of one kind if named."""
        table = schema.events
        query = select(table).order_by(table.c.seq)
        if kind is not None:
            query = query.where(table.c.kind == kind)
        with self.database.reading() as connection:
            gone = erased_refs(connection)
            for part in connection.execute(query).partitions(_BATCH):
                yield from self.opened(row for row in part if row.kind == ERASED or row.case_ref not in gone)

    def rebuild_projection(self) -> None:
        """Make every list anew from the events. Stages and deadlines come back when lists are read."""
        with self.database.writing() as connection:
            gone = erased_refs(connection)
            lists = Lists()
            for item in self._listed(connection, gone):
                lists.take(item)
            for ref in sorted(lists.again):
                self.refold(connection, ref, lists.rows)
            clear_lists(connection)
            store_rows(connection, lists.rows, new=lists.rows)
            filings = list(lists.filings.values())
            for start in range(0, len(filings), _BATCH):
                connection.execute(insert(schema.filings), filings[start : start + _BATCH])
            count_up(connection, list(lists.rows))

    def erase(self, ref: str, *, on: dt.date, now: dt.datetime, by: str, data: Mapping[str, str]) -> None:
        """Record that a case is erased and destroy its key. Doing it again finishes what was broken off.

        `data` says who decided and why, and must hold nothing about the parties.

        Raises:
            RegisterError: there is no such case, or the key could not be destroyed wholly.
        """
        with self.database.writing() as connection:
            gone = [ref]
            if not erased_refs(connection, [ref]):
                if not is_own_file(ref) and not read_rows(connection, [ref]):
                    raise unknown(ref)
                gone += self._own_files(connection, ref)
                said = [Event(name, ERASED, on, now, by, dict(data)) for name in gone]
                self.record(connection, said, (), {})
            for name in gone:
                held = select(schema.events.c.seq).where(schema.events.c.case_ref == name)
                connection.execute(delete(schema.filings).where(schema.filings.c.seq.in_(held)))
            for table in (schema.projection, schema.filings, schema.deadlines):
                connection.execute(delete(table).where(table.c.case_ref == ref))
        self.mirror()
        for name in gone:
            self.keys.destroy(name)
        self.database.clean("projection")

    def _own_files(self, connection: Connection, ref: str) -> list[str]:
        """The files that came to a case out of quarantine: each has a key of its own."""
        query = select(schema.events.c.case_ref).join(
            schema.filings, schema.filings.c.seq == schema.events.c.seq
        )
        found = connection.scalars(query.where(schema.filings.c.case_ref == ref)).all()
        return [name for name in dict.fromkeys(found) if name != ref and is_own_file(name)]

    def erased(self) -> dict[str, dt.date]:
        """The cases that were erased, each with the day."""
        with self.database.reading() as connection:
            return erased_refs(connection)

    def note(self, kind: str, *, on: dt.date, now: dt.datetime, by: str, data: Mapping[str, str]) -> None:
        """Record something that concerns the register and no single case."""
        with self.database.writing() as connection:
            _, end = self.record(connection, [Event(REGISTER, kind, on, now, by, dict(data))], (), {})
        self._mirror(end)

    def record(
        self,
        connection: Connection,
        new: Sequence[Event],
        filings: Sequence[Filing],
        seen: Mapping[str, int],
    ) -> tuple[tuple[Event, ...], tuple[int, str] | None]:
        """Append to the log inside a transaction and bring the lists up.

        The second value is the log's new end, for the mirror once the transaction is through.
        """
        last = newest(connection)
        check_tail(connection, self.keys, last)
        new = [self._placed(connection, item) if item.kind == SETTLED else item for item in new]
        named = [item.case for item in new] + [filing.case for filing in filings if filing.case]
        refs = [ref for ref in dict.fromkeys(named) if ref != REGISTER and not is_own_file(ref)]
        rows = read_rows(connection, refs)
        fresh = [ref for ref in refs if ref not in rows]
        check_cases(connection, new, rows, fresh, seen)
        filed = self._file(connection, filings, new)
        self.keys.make([*fresh, *(item.case for item in filed if is_own_file(item.case))])
        stored, end = self._chain(connection, [*new, *filed], last)
        for item in stored[: len(new)]:
            if item.kind == SETTLED:
                self._settle(connection, item)
            elif item.kind != WITHDRAWN and is_of_case(item):
                rows[item.case] = project(rows.get(item.case), item)
        for ref in {item.case for item in new if item.kind == WITHDRAWN}:
            self.refold(connection, ref, rows)
        store_rows(connection, rows, new=fresh)
        count_up(connection, fresh)
        if filed:
            connection.execute(insert(schema.filings), [filing_row(item) for item in stored[len(new) :]])
        return stored[: len(new)], end

    def refold(self, connection: Connection, ref: str, rows: dict[str, Columns]) -> None:
        """Put a case's list row anew, from all of its events."""
        made = fold_case([item for item in self._listed(connection, (), ref) if is_of_case(item)])
        if made is not None:
            kept = rows.get(ref, {})
            rows[ref] = made | {name: kept[name] for name in DERIVED if name in kept}

    def _file(self, connection: Connection, filings: Sequence[Filing], new: Sequence[Event]) -> list[Event]:
        own = [own_file(filing.sha256) for filing in filings if not filing.case and filing.path]
        gone = erased_refs(connection, own) if own else {}
        if gone:
            gone = erased_refs(connection)
        return [filing_event(filing, new, gone) for filing in filings]

    def _placed(self, connection: Connection, item: Event) -> Event:
        """What a person says of a file, under the reference of that file.

        Raises:
            RegisterError: no such file waits.
        """
        table = schema.filings
        row = connection.execute(select(table).where(table.c.sha256 == item.data["sha256"])).first()
        if row is None or not row.reason or row.settled_seq:
            fact = "is settled already" if row is not None and row.settled_seq else "does not wait"
            raise RegisterError("the file", fact, "`hrdocs case list` shows what waits.", code="settled")
        ref = connection.scalar(select(schema.events.c.case_ref).where(schema.events.c.seq == row.seq))
        return replace(item, case=str(ref))

    def _settle(self, connection: Connection, item: Event) -> None:
        table = schema.filings
        values: Columns = {"settled_seq": item.seq}
        if item.data.get("case"):
            values["case_ref"] = item.data["case"]
        connection.execute(update(table).where(table.c.sha256 == item.data["sha256"]).values(values))

    def mirror(self) -> None:
        """Bring the mirrored head up to the log's end."""
        self._mirror(self._end())

    def _chain(
        self, connection: Connection, items: Sequence[Event], last: tuple[int, str]
    ) -> tuple[tuple[Event, ...], tuple[int, str] | None]:
        """Seal and link events after the last one and write them."""
        seq, digest = last
        keys = self.keys.keys(_key_name(item) for item in items)
        stored: list[Event] = []
        rows: list[dict[str, object]] = []
        for item in items:
            seq += 1
            at = item.at.isoformat()
            head = row_head(seq, item.case, item.kind, item.on, at)
            sealed = seal(keys[_key_name(item)], item, head)
            digest = link(self.keys.chain, digest, head, sealed)
            rows.append(
                {"seq": seq, "case_ref": item.case, "kind": item.kind, "on_day": item.on, "at": at,
                 "body": sealed, "digest": digest}
            )  # fmt: skip
            stored.append(replace(item, seq=seq))
            if len(rows) == _BATCH:
                connection.execute(insert(schema.events), rows)
                rows = []
        if rows:
            connection.execute(insert(schema.events), rows)
        return tuple(stored), (seq, digest) if items else None

    def _mirror(self, end: tuple[int, str] | None) -> None:
        """The mirror may lag behind, so a key store that is busy now is no failure of the recording."""
        try:
            if end is not None:
                self.keys.advance(*end)
        except RegisterError as error:
            if error.code != "busy":
                raise

    def _end(self) -> tuple[int, str]:
        with self.database.reading() as connection:
            return newest(connection)

    def opened(
        self, rows: Iterable[Row[tuple[object, ...]]], *, kinds: Callable[[str], bool] = lambda _: True
    ) -> Iterator[Event]:
        """Rows of the log as events, those of some kinds where that is asked.

        Raises:
            RegisterError: a key is missing or does not fit.
        """
        wanted = [row for row in rows if kinds(row.kind)]
        keys = self.keys.keys(key_of_row(row) for row in wanted)
        for row in wanted:
            key = keys.get(key_of_row(row))
            if key is None:
                raise RegisterError(
                    row.case_ref, "its key is not in the key store", "`hrdocs verify` says what is broken."
                )
            head = row_head(row.seq, row.case_ref, row.kind, row.on_day, row.at)
            try:
                body = unseal(key, row.body, head)
            except ValueError:
                raise RegisterError(
                    row.case_ref, f"event {row.seq} of the log cannot be opened", "Run `hrdocs verify`."
                ) from None
            at = dt.datetime.fromisoformat(row.at)
            yield Event(row.case_ref, row.kind, row.on_day, at, body["by"], body["data"], row.seq)

    def _filings(self, query: Select[tuple[object, ...]]) -> tuple[Filing, ...]:
        with self.database.reading() as connection:
            rows = connection.execute(query).all()
            wanted = [row.settled_seq for row in rows if row.settled_seq]
            said: dict[int, Event] = {}
            for start in range(0, len(wanted), _CHUNK):
                part = select(schema.events).where(schema.events.c.seq.in_(wanted[start : start + _CHUNK]))
                said.update({item.seq: item for item in self.opened(connection.execute(part).all())})
        settled = {row.seq: said.get(row.settled_seq) for row in rows}
        found = [as_filing(item, settled[item.seq]) for item in self.opened(rows)]
        return tuple(sorted(found, key=lambda filing: (filing.path, filing.sha256)))

    def _listed(
        self, connection: Connection, gone: Container[str], ref: str | None = None
    ) -> Iterator[Event]:
        """The events that lists are made of. Only bodies that lists look into are opened."""
        table = schema.events
        query = select(table).where(or_(table.c.case_ref != REGISTER, table.c.kind == FILED))
        if ref is not None:
            query = query.where(table.c.case_ref == ref)
        for part in connection.execute(query.order_by(table.c.seq)).partitions(_BATCH):
            kept = [row for row in part if row.case_ref not in gone]
            opened = {e.seq: e for e in self.opened(kept, kinds=lambda kind: kind in LOOKED_INTO)}
            for row in kept:
                at = dt.datetime.fromisoformat(row.at)
                yield opened.get(row.seq) or Event(row.case_ref, row.kind, row.on_day, at, "", {}, row.seq)


def _filed() -> Select[tuple[object, ...]]:
    return select(schema.events, schema.filings.c.settled_seq).join(
        schema.filings, schema.filings.c.seq == schema.events.c.seq
    )


def _key_name(item: Event) -> str:
    return REGISTER if item.kind == ERASED else item.case


def key_of_row(row: Row[tuple[object, ...]]) -> str:
    return REGISTER if row.kind == ERASED else str(row.case_ref)
