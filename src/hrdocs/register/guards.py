"""What must hold before anything is recorded, and the numbers that references count up by."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.keys import KeyStore
from hrdocs.register.projection import series_of
from hrdocs.register.rows import ERASED
from hrdocs.register.sealing import FIRST
from hrdocs.rules.workflow import RECEIVED

_CHUNK = 500


def unknown(ref: str) -> RegisterError:
    """There is no such case."""
    return RegisterError(ref, "is no case here", "`hrdocs case list` shows all.")


def erased(ref: str, on: dt.date) -> RegisterError:
    """The case is no more."""
    return RegisterError(
        ref, f"was erased on {on.isoformat()} by a recorded decision", "Nothing of it is kept.", code="erased"
    )


def erased_refs(connection: Connection, among: Sequence[str] | None = None) -> dict[str, dt.date]:
    """The erased cases with their days: all of them, or those `among` the references given."""
    table = schema.events
    query = select(table.c.case_ref, table.c.on_day).where(table.c.kind == ERASED)
    if among is None:
        return {row.case_ref: row.on_day for row in connection.execute(query)}
    found: dict[str, dt.date] = {}
    for start in range(0, len(among), _CHUNK):
        part = query.where(table.c.case_ref.in_(among[start : start + _CHUNK]))
        found.update({row.case_ref: row.on_day for row in connection.execute(part)})
    return found


def check_tail(connection: Connection, keys: KeyStore, last: tuple[int, str]) -> None:
    """See that the log still ends where the mirrored head says, or after it.

    Raises:
        RegisterError: its end was cut off or rewritten.
    """
    head = keys.head()
    if head is None or (head.count, head.digest) == last:
        return
    table = schema.events
    there = connection.scalar(select(table.c.digest).where(table.c.seq == head.count))
    if there != head.digest:
        what = "was rewritten" if there else f"lacks the events after {last[0]}"
        raise RegisterError(
            "register", f"the log {what}; nothing was recorded", "Run `hrdocs verify` and restore a backup.",
            code="broken",
        )  # fmt: skip


def check_cases(
    connection: Connection,
    new: Sequence[Event],
    rows: Mapping[str, Mapping[str, object]],
    fresh: Sequence[str],
    seen: Mapping[str, int],
) -> None:
    for item in new:
        if not (item.case + item.kind).isprintable():
            raise RegisterError("event", "its case or kind holds control characters", "Nothing was recorded.")
    gone = erased_refs(connection, fresh) if fresh else {}
    first: dict[str, str] = {}
    for item in new:
        first.setdefault(item.case, item.kind)
    for ref in fresh:
        if ref in gone:
            raise erased(ref, gone[ref])
        if first.get(ref) != RECEIVED:
            raise unknown(ref)
    for ref, last in seen.items():
        now = rows[ref]["last_seq"] if ref in rows else 0
        if now != last:
            raise RegisterError(
                ref, "somebody recorded something in it since you opened it; nothing was recorded",
                "Look at it again, then repeat.", code="changed",
            )  # fmt: skip


def last_number(connection: Connection, series: str) -> int:
    """The highest number given in a series: "DW-2026-" → 17. Numbers of erased cases stay given."""
    table = schema.numbers
    last = connection.scalar(select(table.c.last).where(table.c.series == series))
    if last is not None:
        return int(last)
    column = schema.events.c.case_ref
    query = select(column).distinct().where(column.startswith(series, autoescape=True))
    found = [series_of(ref) for ref in connection.scalars(query)]
    return max((number[1] for number in found if number and number[0] == series), default=0)


def count_up(connection: Connection, fresh: Sequence[str]) -> None:
    """Keep the highest number of each series of new references, so that none is given twice."""
    table = schema.numbers
    numbers = [found for ref in fresh if (found := series_of(ref))]
    for series in dict.fromkeys(start for start, _ in numbers):
        highest = max(last_number(connection, series), *(n for start, n in numbers if start == series))
        changed = connection.execute(update(table).where(table.c.series == series).values(last=highest))
        if not changed.rowcount:
            connection.execute(insert(table).values(series=series, last=highest))


def newest(connection: Connection) -> tuple[int, str]:
    table = schema.events
    row = connection.execute(
        select(table.c.seq, table.c.digest).order_by(table.c.seq.desc()).limit(1)
    ).first()
    return (row.seq, row.digest) if row else (0, FIRST)
