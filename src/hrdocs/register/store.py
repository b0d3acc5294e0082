"""Reading and appending events. One writer at a time; a reader never waits.

A digest is SHA-256 over the event's fields and the digest before it, so that a changed row is found.
"""

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, create_engine, event, func, insert, select, update
from sqlalchemy.exc import DatabaseError

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema

SCHEMA_VERSION = 1
_FIRST = "0" * 64
_WRITES = {"hrdocs_writes": True}


@dataclass(frozen=True, slots=True)
class Filing:
    """One received document: which case it opened, or why it is in quarantine.

    `container` is the digest of the file that it came in, its own where it came alone.
    """

    sha256: str
    path: str
    received: dt.date
    container: str = ""
    case: str | None = None
    reason: str | None = None
    message: str = ""


# What a new case records: its first events and the files that opened it.
Opening = tuple[Sequence[Event], Sequence[Filing]]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of a case without opening it."""

    ref: str
    pack: str
    received: dt.date | None
    raised: dt.date | None
    verdict: str | None
    last_event: str


class Register:
    """One register. Every change is one transaction."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise _unusable(self.name, error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(**_WRITES).begin() as connection:
                yield connection
        except DatabaseError as error:
            raise _unusable(self.name, error) from error

    def events(self, ref: str) -> tuple[Event, ...]:
        """A case's events in the order in which they were recorded."""
        with self._reading() as connection:
            return _events_of(connection, ref)

    def append(self, new: Sequence[Event], *, filings: Sequence[Filing] = ()) -> tuple[Event, ...]:
        """Record events and filings in one transaction."""
        with self._writing() as connection:
            for filing in filings:
                _store_filing(connection, filing)
            return tuple(_append(connection, item) for item in new)

    def open_case(self, prefix: str, year: int, make: Callable[[str], Opening]) -> str:
        """Open a case under the next free reference of a year and return that: DW-2026-001.

        `make` gets the reference, files the originals and returns what to record. It runs inside the
        transaction: what it files is in place before the case can be seen.
        """
        with self._writing() as connection:
            ref = _next_ref(connection, prefix, year)
            new, filings = make(ref)
            for filing in filings:
                _store_filing(connection, filing)
            for item in new:
                _append(connection, item)
        return ref

    def cases(self) -> tuple[CaseRow, ...]:
        """Every case, by reference."""
        table = schema.projection
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.case_ref)).all()
        return tuple(CaseRow(r.case_ref, r.pack, r.received, r.raised, r.verdict, r.last_event) for r in rows)

    def filing(self, sha256: str) -> Filing | None:
        """What became of these bytes, if they were offered before."""
        table = schema.filings
        with self._reading() as connection:
            row = connection.execute(select(table).where(table.c.sha256 == sha256)).first()
        return None if row is None else _filing(row)

    def filings_of(self, *, container: str) -> tuple[Filing, ...]:
        """Every document that came in a file with these bytes."""
        table = schema.filings
        query = select(table).where(table.c.container == container).order_by(table.c.path)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(_filing(row) for row in rows)

    def filings(self) -> tuple[Filing, ...]:
        """Everything received, by path."""
        table = schema.filings
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.path)).all()
        return tuple(_filing(row) for row in rows)

    def broken_link(self) -> int | None:
        """The first event whose digest does not fit the chain, or None where all fit."""
        previous = _FIRST
        table = schema.events
        with self._reading() as connection:
            for row in connection.execute(select(table).order_by(table.c.seq)):
                if row.previous != previous or row.digest != _digest(_event(row), previous):
                    return int(row.seq)
                previous = row.digest
        return None


def open_register(path: Path, *, create: bool = False) -> Register:
    """The SQLite register in a file.

    Raises:
        RegisterError: it is not there, is no register, or was made by a newer hrdocs.
    """
    if not create and not path.is_file():
        raise RegisterError(str(path), "there is no register here", "`hrdocs init` makes a workspace.")
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.execution_options(**_WRITES).begin() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version > SCHEMA_VERSION:
                raise RegisterError(
                    str(path), "was written by a newer hrdocs", "Install that version or a newer one."
                )
            schema.metadata.create_all(connection)
            if version < SCHEMA_VERSION:
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except DatabaseError as error:
        raise _unusable(str(path), error) from error
    path.chmod(0o600)
    return Register(engine, str(path))


def _prepare(connection: object, _record: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None  # transactions are begun below, with a write lock
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA busy_timeout = 10000")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("hrdocs_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _unusable(name: str, error: DatabaseError) -> RegisterError:
    fact = str(error.orig).splitlines()[0] if error.orig else "it cannot be read"
    return RegisterError(name, f"the register cannot be used ({fact})", "Close other programs that use it.")


def _events_of(connection: Connection, ref: str) -> tuple[Event, ...]:
    table = schema.events
    rows = connection.execute(select(table).where(table.c.case_ref == ref).order_by(table.c.seq)).all()
    return tuple(_event(row) for row in rows)


def _next_ref(connection: Connection, prefix: str, year: int) -> str:
    start = f"{prefix}-{year}-"
    column = schema.projection.c.case_ref
    taken = connection.scalars(select(column).where(column.startswith(start, autoescape=True))).all()
    numbers = [int(ref.removeprefix(start)) for ref in taken if ref.removeprefix(start).isdigit()]
    return f"{start}{max(numbers, default=0) + 1:03d}"


def _append(connection: Connection, item: Event) -> Event:
    table = schema.events
    newest = select(table.c.seq, table.c.digest).order_by(table.c.seq.desc()).limit(1)
    last = connection.execute(newest).first()
    seq, previous = (last.seq + 1, last.digest) if last else (1, _FIRST)
    stored = replace(item, seq=seq)
    connection.execute(
        insert(table).values(
            seq=seq, case_ref=item.case, kind=item.kind, on_day=item.on, at=item.at.isoformat(), by=item.by,
            body=_body(item), previous=previous, digest=_digest(stored, previous),
        )
    )  # fmt: skip
    _project(connection, stored)
    return stored


def _project(connection: Connection, item: Event) -> None:
    table = schema.projection
    exists = connection.scalar(select(func.count()).where(table.c.case_ref == item.case))
    values: dict[str, object] = {"last_event": item.kind, "last_seq": item.seq}
    if item.kind == "complaint-received":
        values |= {
            "pack": str(item.data.get("pack", "")),
            "received": item.on,
            "raised": _day(item.data.get("raised")),
            "verdict": _verdict(item.data.get("verdict")),
        }
    if exists:
        connection.execute(update(table).where(table.c.case_ref == item.case).values(**values))
    else:
        connection.execute(insert(table).values(case_ref=item.case, **{"pack": "", **values}))


def _store_filing(connection: Connection, filing: Filing) -> None:
    connection.execute(
        insert(schema.filings).values(
            sha256=filing.sha256,
            container=filing.container or filing.sha256,
            message=filing.message,
            case_ref=filing.case, path=filing.path,
            reason=filing.reason, received=filing.received,
        )
    )  # fmt: skip


def _filing(row: Row[Any]) -> Filing:
    return Filing(
        sha256=row.sha256,
        container=row.container,
        message=row.message,
        case=row.case_ref,
        path=row.path,
        reason=row.reason,
        received=row.received,
    )


def _event(row: Row[Any]) -> Event:
    return Event(
        case=row.case_ref,
        kind=row.kind,
        on=row.on_day,
        at=dt.datetime.fromisoformat(row.at),
        by=row.by,
        data=json.loads(row.body),
        seq=row.seq,
    )


def _body(item: Event) -> bytes:
    return json.dumps(dict(item.data), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(item: Event, previous: str) -> str:
    on, at = item.on.isoformat(), item.at.isoformat()
    head = "\x1f".join((str(item.seq), item.case, item.kind, on, at, item.by))
    return hashlib.sha256(f"{previous}\x1f{head}\x1f".encode() + _body(item)).hexdigest()


def _verdict(value: object) -> str | None:
    return str(value["verdict"]) if isinstance(value, dict) else None


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None
