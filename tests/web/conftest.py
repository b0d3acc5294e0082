"""A workspace with some of the samples in it, clients for its pages, and a browser."""

import datetime as dt
import json
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.desk.desks import make_desk

from hrdocs.desk.cases import open_case, record_event
from hrdocs.desk.intake import Desk
from hrdocs.desk.reading import open_guard
from hrdocs.desk.receiving import receive
from hrdocs.shipped import shipped_folder
from hrdocs.web.app import create_app
from hrdocs.web.pages import STYLE
from hrdocs.web.settings import Clock, Settings
from hrdocs.workspace import Workspace

NOW = dt.datetime(2025, 11, 20, 9, 0, tzinfo=dt.UTC)
ADDRESS = "http://127.0.0.1:8000"
TOKEN = "open-these-pages"  # noqa: S105 - of tests
CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STILL = 30_000  # milliseconds that a test waits for a page at most
SAMPLES = shipped_folder("samples") / "council-dignity-at-work"
# file, the day on which it came
FORMS = (
    ("01-complaint.docx", dt.date(2025, 6, 5)),
    ("08-complaint.docx", dt.date(2025, 7, 22)),
    ("10-complaint.docx", dt.date(2025, 6, 12)),
    ("14-complaint.docx", dt.date(2025, 11, 18)),
    ("04-complaint.pdf", dt.date(2025, 9, 5)),
    ("15-complaint.pdf", dt.date(2025, 10, 27)),
    ("02-complaint.docx", dt.date(2025, 9, 16)),
    ("03-complaint.pdf", dt.date(2025, 9, 23)),
)
# The cases that they become, in that order (the blank form opens none): several people complained
# about, "about Easter", words of risk, partly out of time, against the line manager, no ground, decided.
SEVERAL, VAGUE, RISK, PARTLY, MANAGER, NO_GROUND, DECIDED = (f"DW-2025-{n:03d}" for n in range(1, 8))
_SENT = dt.date(2025, 11, 11)  # the story of the decided case is told up to here


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that tests copy."""
    return fill_workspace(tmp_path_factory.mktemp("made") / "workspace")


def fill_workspace(folder: Path) -> Path:
    """A new workspace with the samples taken in."""
    desk = replace(make_desk(folder), now=NOW, by="nuala")
    with open_guard() as guard:
        for name, day in FORMS:
            list(receive((SAMPLES / name,), _on(desk, day), guard=guard))
    _tell(desk)
    desk.register.close()
    return desk.workspace.folder


def _on(desk: Desk, day: dt.date) -> Desk:
    return replace(desk, how=replace(desk.how, received=day), today=day)


def _tell(desk: Desk) -> None:
    """The decided case up to its decision: the letters that tell of it are due."""
    story = json.loads((SAMPLES / "demo.json").read_text(encoding="utf-8"))["story"]["steps"]
    for step in story:
        on = dt.date.fromisoformat(step["on"])
        if "event" in step and on < _SENT:
            record_event(
                open_case(desk.workspace, desk.register, DECIDED), step["event"], step.get("facts", {}),
                party=step.get("party"), on=on, now=NOW, by="nuala", register=desk.register,
            )  # fmt: skip


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A workspace of the test's own."""
    return Workspace(Path(shutil.copytree(made, tmp_path / "workspace")))


def settings(**changes: Any) -> Settings:
    plain = Settings(user="Nuala Casey", start_token=TOKEN, clock=Clock(NOW), background=False)
    return replace(plain, **changes)


@contextmanager
def client_of(app: FastAPI) -> Iterator[TestClient]:
    """A client that says where it comes from, as a browser does."""
    with TestClient(app, base_url=ADDRESS, headers={"origin": ADDRESS}) as client:
        yield client


@pytest.fixture
def client(workspace: Workspace) -> Iterator[TestClient]:
    """The one local user, signed in."""
    with client_of(create_app(workspace, settings=settings())) as client:
        client.get(f"/start?token={TOKEN}")
        yield client


def csrf_of(client: TestClient, path: str = "/cases") -> str:
    """The form token of the session, as a page holds it."""
    text: str = client.get(path).text
    return text.partition('name="csrf" value="')[2].partition('"')[0]


class Served:
    """The pages on a port of this machine."""

    def __init__(self, folder: Path, **changes: Any) -> None:
        self.workspace = Workspace(folder)
        probe = uvicorn.Config(lambda: None, host="127.0.0.1", port=0).bind_socket()
        self.port = probe.getsockname()[1]
        app = create_app(self.workspace, settings=settings(port=self.port, **changes))
        self.app = app
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
        self._thread = threading.Thread(target=self.server.run, kwargs={"sockets": [probe]}, daemon=True)
        self._thread.start()
        while not self.server.started:
            time.sleep(0.01)

    def address(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def stop(self) -> None:
        self.server.should_exit = True
        self._thread.join(10)


@pytest.fixture
def serve(made: Path, tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Start the pages of a copy of the workspace."""
    running: list[Served] = []

    def start(**changes: Any) -> Served:
        folder = tmp_path / f"served-{len(running)}"
        running.append(Served(Path(shutil.copytree(made, folder)), **changes))
        return running[-1]

    yield start
    for served in running:
        served.stop()


@pytest.fixture(scope="module")
def shared(browser: Any, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests of a module, each of which has cases of its own or changes nothing."""
    served = Served(Path(shutil.copytree(made, tmp_path_factory.mktemp("shared") / "workspace")))
    yield served
    served.stop()


@pytest.fixture(scope="module")
def signed_in(browser: Any, shared: Served) -> dict[str, Any]:
    """What a browser keeps once the pages are opened."""
    context = browser.new_context(base_url=shared.address("/"))
    context.new_page().goto(f"/start?token={TOKEN}")
    state: dict[str, Any] = context.storage_state()
    context.close()
    return state


@pytest.fixture
def open_page(browser: Any, shared: Served, signed_in: dict[str, Any]) -> Iterator[Callable[..., Any]]:
    """New pages of the shared server, signed in. What a page's console says is a failure."""
    contexts: list[Any] = []
    said: list[str] = []

    def new(*, draws: bool = False, **options: Any) -> Any:
        own = {"base_url": shared.address("/"), "storage_state": signed_in, **options}
        context = browser.new_context(**own)
        contexts.append(context)
        return listened(context, said, draws=draws)

    yield new
    for context in contexts:
        context.close()
    assert not [text for text in said if "status of 4" not in text]


def listened(context: Any, said: list[str], *, draws: bool = False) -> Any:
    """A new page that waits long, since other work may hold the machine, and whose complaints are kept.

    Unless it `draws`, no letter is drawn as pages: LibreOffice takes seconds for each.
    """
    context.set_default_timeout(STILL)
    if not draws:
        context.route(re.compile("part=pages"), lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def dismiss(dialog: Any) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    return page


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    if not CHROMIUM.is_file():
        pytest.skip("Chromium is not installed")
    if not STYLE.is_file():
        pytest.skip("the style sheet is not built (`make web`)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


def says(page: Any, words: str) -> None:
    """Wait until the page that is coming says these words; that it never does is the failure."""
    page.locator("main").filter(has_text=words).wait_for()


def arrived(page: Any) -> Any:
    """The page, once all of it is there: after a click only its beginning may be."""
    page.wait_for_load_state("load")
    return page


def find_violations(page: Any) -> list[str]:
    """What axe-core finds on a page: the rule, and the first element."""
    arrived(page).locator("h1").first.wait_for()
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (`make web`)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 200)))"
    )
    return found
