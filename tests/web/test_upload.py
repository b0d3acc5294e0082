"""Forms that are dropped: taken in, listed with what each needs, and nothing lost."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import COUNCIL, UNIVERSITY, make_desk
from tests.web.conftest import SAMPLES, SEVERAL, client_of, csrf_of, settings
from tests.web.test_security import sign_in, team

from hrdocs.desk.accounts import Role
from hrdocs.desk.cases import PackShelf, open_workspace_register
from hrdocs.desk.reading import open_guard
from hrdocs.desk.rehearsal import find_rehearsed, rehearse
from hrdocs.web import upload
from hrdocs.web.app import create_app
from hrdocs.workspace import Workspace

HOSTILE_NAMES = (
    "../../../etc/passwd.docx", "..\\..\\register.db", "CON.docx", "\u202ecod.exe.docx", "a" * 300 + ".docx",
    "<script>alert(1)</script>.docx", "'; rm -rf ~;'.docx", ".docx", "~$form.docx", "notes.json",
    "x\r\ny.docx",
)  # fmt: skip


def drop(client: TestClient, *files: tuple[str, bytes], part: bool = False, **more: str) -> Any:
    sent = [("files", (name, data, "application/octet-stream")) for name, data in files]
    headers = {"x-csrf-token": csrf_of(client)} | ({"x-part": "rows"} if part else {})
    return client.post("/forms", files=sent, data=more, headers=headers)


def sample(name: str) -> tuple[str, bytes]:
    return name, (SAMPLES / name).read_bytes()


def _waiting(workspace: Workspace, name: str) -> str:
    filings = open_workspace_register(workspace).quarantined()
    return next(filing.sha256 for filing in filings if filing.path.endswith(name))


def test_forms_are_taken_in_and_listed_with_what_each_needs(client: TestClient) -> None:
    """One with nothing to do, one with risk, one that is encrypted, a zip of two: the pressing ones first."""
    names = ("02-complaint.docx", "17-complaint.docx", "16-complaint.pdf", "13-forms.zip")
    text = drop(client, *map(sample, names), received="20/11/2025").text
    rows = text.split("<li data-order=")[1:]
    assert len(rows) == 5
    orders = [int(row[1]) for row in rows]
    assert orders == sorted(orders)
    assert any("Cannot be used" in row and "encrypted" in row and "/waiting/" in row for row in rows)
    assert text.count("Review the answers") == 4


def filed(workspace: Workspace) -> dict[Path, bytes]:
    """Every file of the workspace but the databases."""
    files = (path for path in workspace.folder.rglob("*") if path.is_file() and ".db" not in path.name)
    return {path: path.read_bytes() for path in files}


def test_a_rehearsal_keeps_nothing(workspace: Workspace) -> None:
    """Before the first form comes samples are read and their letters drafted, and nothing of it is filed."""
    before = filed(workspace)
    house = create_app(workspace, settings=settings()).state.house
    events = house.register.events(SEVERAL)
    upload.warm_up(house)
    assert (filed(workspace), house.register.events(SEVERAL)) == (before, events)
    house.readers.close()
    house.register.close()
    assert len(open_workspace_register(workspace).cases()) == 7


@pytest.mark.parametrize("pack", [COUNCIL, UNIVERSITY])
def test_samples_are_rehearsed_as_cases(tmp_path: Path, pack: str) -> None:
    """Each sample that is used opens a case in memory: else the rehearsal would warm nothing."""
    desk = make_desk(tmp_path / "w", pack=pack)
    paths = find_rehearsed(pack)
    with open_guard() as guard:
        opened = rehearse(paths, desk, PackShelf(desk.workspace), guard=guard)
    assert opened >= 2


def test_the_same_form_again_is_here_already(client: TestClient, workspace: Workspace) -> None:
    """It opens no second case, and says which one it is."""
    before = len(open_workspace_register(workspace).cases())
    text = drop(client, sample("01-complaint.docx")).text
    assert "It is here already" in text and SEVERAL in text
    assert len(open_workspace_register(workspace).cases()) == before


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_stays_inside_and_is_shown_as_text(
    client: TestClient, workspace: Workspace, name: str
) -> None:
    """No name leaves the workspace, hides a file, or becomes part of the page."""
    before = set(workspace.folder.parent.iterdir())
    data = (SAMPLES / "02-complaint.docx").read_bytes()
    answer = drop(client, (name, data), part=True)
    assert answer.status_code == 200 and answer.text.count("<li data-order=") == 1
    assert "<script>alert" not in answer.text
    assert set(workspace.folder.parent.iterdir()) == before
    assert not list(workspace.inbox.rglob("*"))
    assert len(open_workspace_register(workspace).cases()) == 7


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, b"PK\x03\x04broken", b"%PDF-1.7 broken", b"MZ" * 400])
def test_what_cannot_be_read_waits_and_is_counted(
    client: TestClient, workspace: Workspace, data: bytes
) -> None:
    """Each is in quarantine with its reason, can be looked at, and is read again on request."""
    assert "Cannot be used" in drop(client, ("form.pdf", data)).text
    page = f"/waiting/{_waiting(workspace, 'form.pdf')}"
    assert client.get(f"{page}/look").status_code == 200
    assert "still cannot be used" in client.post(f"{page}/retry", data={"csrf": csrf_of(client)}).text
    assert page in client.get("/review").text


def test_what_waits_is_shown_as_far_as_it_can_be(client: TestClient, workspace: Workspace) -> None:
    """A page that is no form is drawn; a text is shown as text."""
    drop(client, ("letter.txt", b"Dear all,\n\nLunch is at one. <b>Bring cake.</b>\n"))
    text = client.get(f"/waiting/{_waiting(workspace, 'letter.txt')}/look").text
    assert "Lunch is at one. &lt;b&gt;Bring cake.&lt;/b&gt;" in text


def test_an_interruption_loses_nothing(
    client: TestClient, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was sent and not yet read lies in the inbox; the page offers to take it in."""

    def stopped(*_: object, **__: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="no space"):
        patch.setattr(upload, "receive", stopped)
        drop(client, sample("02-complaint.docx"))
    assert "1 file was left by an interruption" in client.get("/forms").text
    answer = client.post("/forms/unfinished", data={"csrf": csrf_of(client)})
    assert "DW-2025-007" in answer.text or "DW-2025-006" in answer.text
    assert not list(workspace.inbox.rglob("*.docx"))


def test_too_much_is_refused_in_words(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many files, a file that is too large, no file at all, a day to come."""
    assert "Choose the forms first" in drop(client).text
    many = [(f"{n}.docx", b"x") for n in range(upload.MOST_FILES + 1)]
    assert "at most" in drop(client, *many).text
    assert "today or before" in drop(client, ("a.docx", b"x"), received="1/1/2030").text
    monkeypatch.setattr(upload, "MAX_ORIGINAL", 1000)
    assert "and was not kept" in drop(client, ("a.docx", b"x" * 1001)).text


def test_only_those_who_may_take_in_forms_do(workspace: Workspace) -> None:
    """Statistics cannot; without the session's token nobody can; a party is told nothing of the case."""
    team(
        workspace, ("stat", "Sam Tate", "sam@loughaird.example", Role.STATISTICS),
        ("gp", "Gareth Pollock", "g.pollock@loughaird.example", Role.REVIEWER),
    )  # fmt: skip
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as stat, client_of(app) as party:
        sign_in(stat, "stat")
        sign_in(party, "gp")
        files = [("files", sample("01-complaint.docx"))]
        token = {"x-csrf-token": csrf_of(stat, "/statistics")}
        assert stat.post("/forms", files=files, headers=token).status_code == 403
        assert party.post("/forms", files=files, headers={"x-csrf-token": "guess"}).status_code == 403
        told = drop(party, sample("01-complaint.docx")).text
        assert SEVERAL not in told and "is not open to you" in told
