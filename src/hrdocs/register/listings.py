"""What lists keep of a case beside its events' own days: its stage and its open deadlines.

Whoever reads the lists makes what is not there yet (`stale_cases`), so that nobody who records has to
know about them. A row is good for the case's last event and for one basis: the calendars, closures and
rules that it was counted by. What cannot be kept now, because somebody is writing, is made again later.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sqlalchemy import bindparam, delete, insert, or_, select, update

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.projection import case_row
from hrdocs.register.rows import FILED, SETTLED, CaseRow, DeadlineRow, Listing
from hrdocs.register.store import Register

_CHUNK = 500
_BATCH = 5_000
_OF_NO_CASE = (FILED, SETTLED)


def stale_cases(register: Register, basis: str) -> tuple[CaseRow, ...]:
    """The cases whose listing is not made from their last event, or by another basis."""
    table = schema.projection
    old = or_(table.c.listed_seq != table.c.last_seq, table.c.listed_basis != basis)
    return _cases(register, old)


def cases_ahead(register: Register, as_of: dt.date) -> tuple[CaseRow, ...]:
    """The cases in which something happened after a day: they must be looked at as of that day."""
    return _cases(register, schema.projection.c.last_day > as_of)


def packs_in_use(register: Register) -> tuple[tuple[str, str], ...]:
    """The id and digest of every procedure that a case is pinned to."""
    table = schema.projection
    query = select(table.c.pack, table.c.pack_digest).distinct().order_by(table.c.pack, table.c.pack_digest)
    with register.database.reading() as connection:
        return tuple((row.pack, row.pack_digest) for row in connection.execute(query))


def _cases(register: Register, where: object) -> tuple[CaseRow, ...]:
    table = schema.projection
    with register.database.reading() as connection:
        query = select(table).where(where).order_by(table.c.case_ref)  # type: ignore[arg-type]
        return tuple(case_row(row) for row in connection.execute(query))


def events_of(register: Register, refs: Sequence[str]) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """The events of many cases, case by case."""
    table = schema.events
    with register.database.reading() as connection:
        for start in range(0, len(refs), _CHUNK):
            part = refs[start : start + _CHUNK]
            query = select(table).where(table.c.case_ref.in_(part)).order_by(table.c.case_ref, table.c.seq)
            rows = connection.execute(query).all()
            found = register.opened(rows, kinds=lambda kind: kind not in _OF_NO_CASE)
            for ref, events in groupby(found, key=lambda event: event.case):
                yield ref, tuple(events)


def keep_listings(register: Register, listings: Sequence[Listing], basis: str) -> bool:
    """Keep listings for the next reader; whether that could be done now."""
    if not listings:
        return True
    table, deadlines = schema.projection, schema.deadlines
    rows = [
        {"case_ref": d.case, "number": number, "limit_id": d.limit, "party": d.party, "due": d.due,
         "expected": d.expected, "state": d.state, "pack": d.pack}
        for listing in listings
        for number, d in enumerate(listing.deadlines, 1)
    ]  # fmt: skip
    values = {"listed_seq": bindparam("_seq"), "stage": bindparam("_stage"), "listed_basis": basis}
    done = [{"_ref": one.ref, "_seq": one.seq, "_stage": one.stage} for one in listings]
    try:
        with register.database.writing() as connection:
            connection.execute(
                delete(deadlines).where(deadlines.c.case_ref == bindparam("_ref")),
                [{"_ref": one.ref} for one in listings],
            )
            connection.execute(
                update(table).where(table.c.case_ref == bindparam("_ref")).values(values), done
            )
            if rows:
                connection.execute(insert(deadlines), rows)
    except RegisterError as error:
        if error.code != "busy":
            raise
        return False
    return True


def kept_deadlines(register: Register, *, until: dt.date) -> Iterator[Sequence[DeadlineRow]]:
    """The kept deadlines of every case, part by part: those due `until` a day, those that have no figure,
    and those whose day has passed. What is stale or ahead of the day is for the reader to leave out."""
    table = schema.deadlines
    wanted = or_(
        table.c.due.is_(None), table.c.due <= until, table.c.expected <= until, table.c.state != "open"
    )
    query = select(
        table.c.case_ref, table.c.limit_id, table.c.party, table.c.due, table.c.expected, table.c.state,
        table.c.pack,
    ).where(wanted)  # fmt: skip
    with register.database.reading() as connection:
        yield from connection.execute(query).partitions(_BATCH)  # type: ignore[misc]


def list_cases(register: Register, filters: Mapping[str, object]) -> tuple[CaseRow, ...]:
    """The cases that fit: `open`, `closed`, `held`, `call_first` (True), `stage`, `verdict`, `pack`,
    `last_event` (equal), `received_from`, `received_to` (days, both inside)."""
    table = schema.projection
    query = select(table).order_by(table.c.case_ref)
    for name, value in filters.items():
        if value is None or value is False:
            continue
        match name:
            case "open":
                query = query.where(table.c.closed.is_(None))
            case "closed" | "held":
                query = query.where(table.c[name].is_not(None))
            case "call_first":
                query = query.where(table.c.call_first)
            case "received_from":
                query = query.where(table.c.received >= value)
            case "received_to":
                query = query.where(table.c.received <= value)
            case _:
                query = query.where(table.c[name] == value)
    with register.database.reading() as connection:
        return tuple(case_row(row) for row in connection.execute(query))
