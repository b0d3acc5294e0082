"""What lists need of the events: references, dates, clauses and kinds, and nothing about a person.

The same step (`project`) serves recording and rebuilding, so that both give the same rows.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from hrdocs.case import Event
from hrdocs.register import schema
from hrdocs.register.rows import FILED, CaseRow

RECEIVED = "complaint-received"
_CHUNK = 500

Columns = dict[str, Any]


def project(before: Columns | None, item: Event) -> Columns:
    """A case's list row after one more event."""
    after: Columns = dict(before) if before else {
        "case_ref": item.case, "pack": "", "received": None, "raised": None, "verdict": None,
        "closed": None, "held": None,
    }  # fmt: skip
    after |= {"last_event": item.kind, "last_seq": item.seq}
    if item.kind == RECEIVED:
        after |= {
            "pack": str(item.data.get("pack", "")),
            "received": item.on,
            "raised": _day(item.data.get("raised")),
            "verdict": _verdict(item.data.get("verdict")),
        }
    elif item.kind == "case-closed":
        after["closed"] = item.on
    elif item.kind in ("hold-placed", "hold-lifted"):
        after["held"] = item.on if item.kind == "hold-placed" else None
    return after


def read_rows(connection: Connection, refs: Sequence[str]) -> dict[str, Columns]:
    """The list rows of cases, by reference."""
    table, found = schema.projection, {}
    for start in range(0, len(refs), _CHUNK):
        query = select(table).where(table.c.case_ref.in_(refs[start : start + _CHUNK]))
        found.update({row["case_ref"]: dict(row) for row in connection.execute(query).mappings()})
    return found


def store_rows(connection: Connection, rows: Mapping[str, Columns], *, new: Iterable[str]) -> None:
    """Write list rows; those of `new` are not there yet."""
    table = schema.projection
    made = set(new)
    fresh = [rows[ref] for ref in rows if ref in made]
    changed = [{**rows[ref], "_ref": ref} for ref in rows if ref not in made]
    if fresh:
        connection.execute(insert(table), fresh)
    if changed:
        names = [column.name for column in table.columns if column.name != "case_ref"]
        values: Columns = {name: bindparam(name) for name in names}
        for row in changed:
            del row["case_ref"]
        connection.execute(update(table).where(table.c.case_ref == bindparam("_ref")).values(values), changed)


def filing_row(item: Event) -> Columns:
    """The row of `filings` that a `file-received` event makes."""
    data = item.data
    return {
        "sha256": data["sha256"], "container": data["container"], "case_ref": data["case"],
        "reason": data["reason"], "received": item.on, "seq": item.seq,
    }  # fmt: skip


def clear_lists(connection: Connection) -> None:
    """Empty what can be made anew. Deadlines stay: they hang on the pack and the day as well."""
    for table in (schema.projection, schema.filings, schema.numbers):
        connection.execute(delete(table))


def fold_rows(events: Iterable[Event]) -> tuple[dict[str, Columns], list[Columns]]:
    """Every list row and every filing that the events give."""
    rows: dict[str, Columns] = {}
    filings: list[Columns] = []
    for item in events:
        if item.kind == FILED:
            filings.append(filing_row(item))
        else:
            rows[item.case] = project(rows.get(item.case), item)
    return rows, filings


def case_row(row: Any) -> CaseRow:
    """A row of `projection` as a record."""
    return CaseRow(
        row.case_ref, row.pack, row.received, row.raised, row.verdict, row.last_event,
        row.closed, row.held, row.last_seq,
    )  # fmt: skip


def series_of(ref: str) -> tuple[str, int] | None:
    """The series and the number of a reference: "DW-2026-001" → ("DW-2026-", 1)."""
    start, dash, number = ref.rpartition("-")
    return (start + dash, int(number)) if dash and number.isascii() and number.isdigit() else None


def _verdict(value: object) -> str | None:
    return str(value["verdict"]) if isinstance(value, dict) else None


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None
