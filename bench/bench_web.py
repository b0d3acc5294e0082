"""How long the pages' server takes for each page over a register of 10,000 cases, as JSON lines.

The time is that of the whole request, the look recorded and the page rendered: the median of several, on
the clock (`ms`) and of the processor (`cpu_ms`, client and server together; the ratio is of this, so that
other work on the machine does not count). The first line is the time to read all cases once, which a server
does in the background after it was started.
"""

import datetime as dt
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from hrdocs.case import Event
from hrdocs.desk.cases import open_workspace_register, workspace_pack
from hrdocs.desk.opening import opening_by_hand
from hrdocs.packs import Pack
from hrdocs.register import open_register
from hrdocs.shipped import shipped_folder
from hrdocs.web.app import create_app
from hrdocs.web.settings import Clock, Settings
from hrdocs.workspace import Workspace, create_workspace

CASES = 10_000
TIMES = 9
PACK = "council-dignity-at-work"
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
ADDRESS = "http://127.0.0.1:8000"
FIRST = ("Aine", "Brendan", "Ciara", "Declan", "Eimear", "Fergal", "Grainne", "Hugh", "Isla", "Joe")
LAST = ("Adair", "Boyd", "Crothers", "Deeny", "Eakin", "Foy", "Gildea", "Hoey", "Irvine", "Johnston")
REASON = {"code": "missing-answer", "severity": "warning", "field": "x", "message": "‘Date’ has no answer."}


def events_of(number: int, pack: Pack) -> list[Event]:
    """One case: its receipt, half of them acknowledged and forwarded, a fifth closed."""
    ref, day = f"DW-2025-{number:05d}", NOW.date() - dt.timedelta(days=number % 360)
    name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]}"
    about = f"{FIRST[number // 100 % 10]} {LAST[number // 1000 % 10]}-{number}"
    opening = opening_by_hand(
        pack, complainant=name, complainant_type="staff", respondents=(about,), raised=day
    )
    data: dict[str, Any] = {**opening, "findings": [REASON] if number % 3 == 0 else []}
    found = [Event(ref, "complaint-received", day, NOW, "bench", data)]
    if number % 2:
        found.append(Event(ref, "complaint-acknowledged", day, NOW, "bench", {}))
        found.append(Event(ref, "complaint-forwarded", day, NOW, "bench", {"forwarded_by": "U Deeny"}))
    if number % 5 == 0:
        found.append(Event(ref, "case-closed", day, NOW, "bench", {}))
    return found


def make(folder: Path) -> Workspace:
    organisation = shipped_folder("samples") / PACK / "organisation.toml"
    workspace = create_workspace(folder, pack=PACK, organisation=organisation)
    open_register(workspace.register, create=True).close()
    pack, register = workspace_pack(workspace, PACK), open_workspace_register(workspace)
    for start in range(1, CASES + 1, 1000):
        numbers = range(start, min(start + 1000, CASES + 1))
        register.append([event for number in numbers for event in events_of(number, pack)])
    register.close()
    return workspace


def measure(client: TestClient, path: str) -> dict[str, Any]:
    client.get(path)
    taken, worked = [], []
    for _ in range(TIMES):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.get(path)
        taken.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        assert answer.status_code == 200, (path, answer.status_code)
    median = statistics.median
    return {
        "bench": f"page {path} of {CASES:,} cases",
        "peer": "100 ms of server time",
        "ratio": median(worked) / 100,
        "at_most": 1.0,
        "ms": round(median(taken), 1),
        "cpu_ms": round(median(worked), 1),
    }


def main() -> None:
    """Make the register, open the pages, ask for each of them."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make(Path(folder) / "workspace")
        settings = Settings(start_token="t", user="bench", clock=Clock(NOW), background=False)  # noqa: S106
        app = create_app(workspace, settings=settings)
        began = time.perf_counter()
        while app.state.house.casebook.refresh(NOW.date(), at_most=500):
            pass
        taken = round(time.perf_counter() - began, 1)
        print(f"All {CASES} cases were read once in {taken} s.")
        with TestClient(app, base_url=ADDRESS, headers={"origin": ADDRESS}) as client:
            client.get("/start?token=t")
            ref = "DW-2025-00501"
            for path in (
                "/", "/cases", "/cases?q=gildea&need=past-aim&sort=due", "/cases?sort=complainant&page=90",
                "/calendar", f"/cases/{ref}", f"/cases/{ref}/people", f"/cases/{ref}/letters",
                f"/cases/{ref}/timeline", f"/cases/{ref}/record",
                f"/cases/{ref}/record/investigator-appointed",
                "/check-time?text=3+and+4+March+2025&raised=5/6/2025", "/waiting", "/api/due",
            ):  # fmt: skip
                print(json.dumps(measure(client, path)))


if __name__ == "__main__":
    main()
