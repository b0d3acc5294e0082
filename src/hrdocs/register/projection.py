"""What lists need of the events: references, dates, clauses and kinds, and nothing about a person.

The same step (`project`) serves recording and rebuilding, so that both give the same rows. Where an
event is taken back, the case's row is made anew from all of its events. What hangs on the procedure as
well (`Listing`) is made by whoever reads the lists; a row says for which event and basis it is good.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from hrdocs.case import Event
from hrdocs.register import schema
from hrdocs.register.filed import is_own_file
from hrdocs.register.rows import ERASED, FILED, REGISTER, SETTLED, CaseRow
from hrdocs.rules.reviewed import REVIEWED
from hrdocs.rules.workflow import (
    BY_DECISION,
    DECIDED_TIME,
    RECEIVED,
    RISK_CALLED,
    RISK_WORDS,
    WITHDRAWN,
    says_finding,
)

# The events whose bodies lists look into.
LOOKED_INTO = frozenset({RECEIVED, FILED, SETTLED, WITHDRAWN, DECIDED_TIME, REVIEWED})
# What a row holds beside what follows from the events alone.
DERIVED: dict[str, Any] = {"listed_seq": 0, "listed_basis": "", "stage": None}
_CHUNK = 500

Columns = dict[str, Any]


def is_of_case(item: Event) -> bool:
    """Whether an event belongs to a case's list row."""
    return item.case != REGISTER and item.kind not in (ERASED, FILED, SETTLED) and not is_own_file(item.case)


def project(before: Columns | None, item: Event) -> Columns:
    """A case's list row after one more event that takes none back."""
    after: Columns = dict(before) if before else {
        "case_ref": item.case, "pack": "", "pack_digest": "", "received": None, "raised": None,
        "verdict": None, "closed": None, "held": None, "call_first": False, "last_day": item.on, **DERIVED,
    }  # fmt: skip
    after |= {"last_event": item.kind, "last_seq": item.seq, "last_day": max(after["last_day"], item.on)}
    if item.kind == RECEIVED and before is None:
        after |= {
            "pack": str(item.data.get("pack", "")),
            "pack_digest": str(item.data.get("pack_digest", "")),
            "received": item.on,
            "raised": _day(item.data.get("raised")),
            "verdict": _verdict(item.data.get("verdict")),
            "call_first": says_finding(item.data, RISK_WORDS),
        }
    elif item.kind == RISK_CALLED:
        after["call_first"] = False
    elif item.kind == DECIDED_TIME:
        after["verdict"] = BY_DECISION.get(str(item.data.get("decision")), after["verdict"])
    elif item.kind == REVIEWED and isinstance(judged := item.data.get("verdict"), dict):
        after["raised"] = _day(judged.get("raised"))
        if not item.data.get("decided"):  # what a person has decided stands
            after["verdict"] = _verdict(judged)
    elif item.kind == "case-closed":
        after["closed"] = item.on
    elif item.kind in ("hold-placed", "hold-lifted"):
        after["held"] = item.on if item.kind == "hold-placed" else None
    return after


def fold_case(events: Sequence[Event]) -> Columns | None:
    """A case's list row from all of its events, those that were taken back left out."""
    gone = {item.data.get("seq") for item in events if item.kind == WITHDRAWN}
    row: Columns | None = None
    kept = [item for item in events if item.kind != WITHDRAWN and item.seq not in gone]
    is_decided = any(item.kind == DECIDED_TIME for item in kept)
    for item in kept:
        if item.kind == REVIEWED and not is_decided:  # its decision was taken back
            item = replace(item, data={**item.data, "decided": False})
        row = project(row, item)
    if row is not None:
        row |= {"last_event": events[-1].kind, "last_seq": events[-1].seq}
    return row


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
        "reason": data["reason"], "received": item.on, "seq": item.seq, "settled_seq": None,
    }  # fmt: skip


def settle_row(row: Columns, item: Event) -> None:
    """Change a row of `filings` by the event with which a person settled the file."""
    row |= {"settled_seq": item.seq, "case_ref": item.data.get("case") or row["case_ref"]}


class Lists:
    """The lists as they come out of events that are taken in the order of the log."""

    def __init__(self) -> None:
        self.rows: dict[str, Columns] = {}
        self.filings: dict[str, Columns] = {}
        self.again: set[str] = set()  # cases of which an event was taken back

    def take(self, item: Event) -> None:
        if item.kind == FILED:
            self.filings[str(item.data["sha256"])] = filing_row(item)
        elif item.kind == SETTLED:
            settle_row(self.filings[str(item.data["sha256"])], item)
        elif item.kind == WITHDRAWN:
            self.again.add(item.case)
        elif is_of_case(item):
            self.rows[item.case] = project(self.rows.get(item.case), item)


def clear_lists(connection: Connection) -> None:
    """Empty what can be made anew."""
    for table in (schema.projection, schema.filings, schema.numbers, schema.deadlines):
        connection.execute(delete(table))


def case_row(row: Any) -> CaseRow:
    """A row of `projection` as a record."""
    return CaseRow(
        row.case_ref, row.pack, row.received, row.raised, row.verdict, row.last_event,
        row.closed, row.held, row.last_seq, row.last_day, row.call_first, row.stage, row.pack_digest,
    )  # fmt: skip


def series_of(ref: str) -> tuple[str, int] | None:
    """The series and the number of a reference: "DW-2026-001" → ("DW-2026-", 1)."""
    start, dash, number = ref.rpartition("-")
    return (start + dash, int(number)) if dash and number.isascii() and number.isdigit() else None


def _verdict(value: object) -> str | None:
    return str(value["verdict"]) if isinstance(value, dict) else None


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None
