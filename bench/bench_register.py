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
from collections.abc import Callable, Mapping
from pathlib import Path

from hrdocs.case import Data, Event
from hrdocs.desk.agenda import agenda
from hrdocs.desk.cases import PackShelf, open_case, workspace_pack
from hrdocs.desk.deadlines import calendar_for, next_steps
from hrdocs.desk.listing import Lister
from hrdocs.desk.opening import opening_by_hand
from hrdocs.packs import Pack
from hrdocs.register import Register, open_register
from hrdocs.shipped import shipped_folder
from hrdocs.workspace import create_workspace, read_organisation

EVENTS = 50_000
BATCH = 1_000
LISTED = 100_000
PACK = "council-dignity-at-work"
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
        listed = lists(Path(name))
    head: dict[str, object] = {"bench": "register-lists", "cases": LISTED}
    print(json.dumps(head | dict(listed)))


def lists(folder: Path) -> Mapping[str, float]:
    """A register of open cases: the due list from its projection, and everything made anew."""
    organisation = shipped_folder("samples") / PACK / "organisation.toml"
    workspace = create_workspace(folder / "ws", pack=PACK, organisation=organisation)
    register, facts = open_register(workspace.register, create=True), read_organisation(workspace)
    pack = workspace_pack(workspace, PACK)
    made = [event for n in range(LISTED) for event in story(n, pack)]
    for start in range(0, len(made), BATCH):
        register.append(made[start : start + BATCH])
    lister = Lister(register, PackShelf(workspace), facts)
    rebuilt = seconds(register.rebuild_projection) + seconds(lister.refresh)
    due = seconds(lambda: agenda(register, PackShelf(workspace), facts, as_of=DAY))
    opened = open_case(workspace, register, "DW-2026-000001")
    calendar = calendar_for(pack, facts)
    steps = seconds(lambda: [next_steps(opened.case, pack, calendar, DAY) for _ in range(100)]) / 100
    return {
        "due_s": round(due, 2), "rebuild_s": round(rebuilt, 2), "next_ms": round(steps * 1000, 2),
        "ratio": due / 2, "at_most": 1,
    }  # fmt: skip


def story(n: int, pack: Pack) -> list[Event]:
    """Three events of an open case, its day one of the year before."""
    ref, on = f"DW-2026-{n + 1:06d}", DAY - dt.timedelta(n % 60)
    data = opening_by_hand(
        pack, complainant="Una Deeny", complainant_type="staff", respondents=("R Kerr",), raised=on
    )
    return [
        Event(ref, "complaint-received", on, NOW, "caseworker", {**data, "verdict": {"verdict": "in-time"}}),
        Event(ref, "complaint-acknowledged", on, NOW, "caseworker", {}),
        Event(ref, "line-manager-meeting-held", on, NOW, "caseworker", {}),
    ]


if __name__ == "__main__":
    main()
