"""Events appended in batches, against a plain sqlite3 executemany loop of the same rows in the same run.

The peer writes the same columns unsealed, unchained and without lists. Prints JSON lines: events a
second of both, then how long a register of 100,000 cases takes to list what is due and to be made anew.
"""

import datetime as dt
import hashlib
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hrdocs.case import Data, Event
from hrdocs.register import DeadlineRow, Register, open_register

EVENTS = 50_000
BATCH = 1_000
LISTED = 100_000
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)
DATA: Data = {"pack": "council-dignity-at-work", "raised": "2026-02-27", "verdict": {"verdict": "in-time"}}
NOTE: Data = {"text": "Met both managers; notes agreed and filed. " * 3}
DDL = (
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, case_ref TEXT, kind TEXT, on_day TEXT, at TEXT, "
    "body BLOB, digest TEXT)"
)


def made(count: int, per_case: int) -> list[Event]:
    """Events of so many cases, the receipt first."""
    return [
        Event(f"DW-2026-{n // per_case + 1:06d}", "note-added", DAY, NOW, "caseworker", NOTE)
        if n % per_case
        else Event(f"DW-2026-{n // per_case + 1:06d}", "complaint-received", DAY, NOW, "caseworker", DATA)
        for n in range(count)
    ]


def ours(folder: Path, events: list[Event]) -> tuple[Register, float]:
    register = open_register(folder / "register.db", create=True)
    began = time.perf_counter()
    for start in range(0, len(events), BATCH):
        register.append(events[start : start + BATCH])
    return register, len(events) / (time.perf_counter() - began)


def peer(folder: Path, events: list[Event]) -> float:
    with sqlite3.connect(folder / "plain.db") as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(DDL)
        began, seq = time.perf_counter(), 0
        for start in range(0, len(events), BATCH):
            rows = []
            for item in events[start : start + BATCH]:
                seq += 1
                body = json.dumps({"by": item.by, "data": item.data}).encode()
                digest = hashlib.sha256(body).hexdigest()
                rows.append((seq, item.case, item.kind, str(item.on), item.at.isoformat(), body, digest))
            connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            connection.commit()
        return len(events) / (time.perf_counter() - began)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        events = made(EVENTS, per_case=10)
        plain = peer(Path(name), events)
        _, rate = ours(Path(name), events)
    row = {"bench": "register-append", "ours_per_s": round(rate), "peer_per_s": round(plain)}
    print(json.dumps(row | {"ratio": rate / plain, "wanted_per_s": 10_000}))
    with tempfile.TemporaryDirectory() as name:
        register, _ = ours(Path(name), made(LISTED * 3, per_case=3))
        refs = [f"DW-2026-{n:06d}" for n in range(1, LISTED + 1)]
        rows = [
            DeadlineRow(r, "appeal", DAY + dt.timedelta(n % 90), "hard", "14.1", "open")
            for n, r in enumerate(refs)
        ]
        register.replace_deadlines(refs, rows)
        due = seconds(lambda: register.deadlines(until=DAY + dt.timedelta(90)))
        cases, rebuilt = seconds(register.cases), seconds(register.rebuild_projection)
    row = {"bench": "register-lists", "cases": LISTED, "due_s": round(due, 2), "cases_s": round(cases, 2)}
    print(json.dumps(row | {"rebuild_s": round(rebuilt, 2), "ratio": rebuilt / 60, "at_most": 1}))


if __name__ == "__main__":
    main()
