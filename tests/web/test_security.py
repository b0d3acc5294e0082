"""What the pages refuse."""

import datetime as dt
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ADDRESS, RISK, SEVERAL, TOKEN, client_of, csrf_of, settings

from hrdocs.desk.accounts import Account, Role, hash_chosen, open_accounts
from hrdocs.desk.cases import open_workspace_register
from hrdocs.desk.viewing import views_of
from hrdocs.web.app import create_app
from hrdocs.workspace import Workspace

PASSWORD = "three quiet herons"  # noqa: S105 - of tests
PAGES = ("/", "/cases", f"/cases/{SEVERAL}", f"/cases/{SEVERAL}/documents/1", "/cases.xlsx", "/check-time")


def team(workspace: Workspace, *people: tuple[str, str, str, Role]) -> None:
    """Accounts: name, whole name, e-mail, role."""
    store = open_accounts(workspace.folder)
    for name, full_name, email, role in people:
        store.add(Account(name, full_name, email, role.value, hash_chosen(PASSWORD, PASSWORD)))
    store.close()


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return int(client.post("/sign-in", data={"name": name, "password": password}).status_code)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_shown_before_the_pages_are_opened(workspace: Workspace, path: str) -> None:
    """Without a session every page is closed, and says nothing of a case."""
    with client_of(create_app(workspace, settings=settings())) as client:
        answer = client.get(path)
        assert answer.status_code == 401
        assert SEVERAL not in answer.text


def test_the_start_address_is_good_once(workspace: Workspace) -> None:
    """The token opens one session; a second browser with it stays outside, a wrong one too."""
    app = create_app(workspace, settings=settings())
    with client_of(app) as first, client_of(app) as second:
        assert first.get("/start?token=guess").status_code == 403
        assert first.get(f"/start?token={TOKEN}").status_code == 200
        assert first.get("/cases").status_code == 200
        assert second.get(f"/start?token={TOKEN}").status_code == 403
        assert second.get("/cases").status_code == 401


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(workspace: Workspace) -> None:
    """HttpOnly, SameSite=Strict; behind TLS also Secure and bound to the host."""
    with client_of(create_app(workspace, settings=settings())) as client:
        cookie = client.get(f"/start?token={TOKEN}", follow_redirects=False).headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "hrdocs-8000=" in cookie
    secure = settings(public_address="https://cases.council.example", team=True)
    with TestClient(
        create_app(workspace, settings=secure), base_url="https://cases.council.example"
    ) as client:
        answer = client.get(f"/start?token={TOKEN}", follow_redirects=False)
        assert (
            answer.headers["set-cookie"].startswith("__Host-hrdocs=")
            and "Secure" in answer.headers["set-cookie"]
        )
        assert "strict-transport-security" in answer.headers


def test_a_planted_session_is_not_taken_up(workspace: Workspace) -> None:
    """Who comes in with a key of somebody else's choice gets a new one; the planted one opens nothing."""
    with client_of(create_app(workspace, settings=settings())) as client:
        client.cookies.set("hrdocs-8000", "planted")
        answer = client.get(f"/start?token={TOKEN}", follow_redirects=False)
        assert "hrdocs-8000=planted" not in answer.headers["set-cookie"]
        client.cookies.clear()
        client.cookies.set("hrdocs-8000", "planted")
        assert client.get("/cases").status_code == 401


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "/\\evil.example", "/%09/evil.example", "/%0a/evil.example", "javascript:1", ""],
)
def test_the_hidden_page_leads_to_these_pages_only(client: TestClient, back: str) -> None:
    """An address that somebody else made up cannot send a person elsewhere."""
    assert 'class="govuk-link" href="/"' in client.get(f"/hidden?back={back}").text
    assert f'href="/cases/{SEVERAL}"' in client.get(f"/hidden?back=/cases/{SEVERAL}").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8001", "localhost.evil.example:8000", ""])
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    """A page that was rebound to this machine gets nothing."""
    assert client.get("/cases", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:8001", ""])
def test_what_comes_from_another_page_changes_nothing(client: TestClient, origin: str) -> None:
    """A form that another page sends is refused, the right form token or not."""
    token = csrf_of(client)
    data = {"csrf": token, "title": "x", "query": ""}
    assert client.post("/views", data=data, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("token", ["", "guess", None])
def test_a_form_without_the_sessions_token_changes_nothing(client: TestClient, token: str | None) -> None:
    """Every form needs the token of its own session."""
    path = f"/cases/{SEVERAL}/record/note-added"
    data = {"on": "1/10/2025", "text": "x"} | ({} if token is None else {"csrf": token})
    assert client.post(path, data=data).status_code == 403


def test_every_form_of_every_page_holds_the_token(client: TestClient) -> None:
    """No form that changes something was forgotten."""
    for path in ("/", "/cases", f"/cases/{SEVERAL}", f"/cases/{SEVERAL}/letters/1"):
        text = client.get(path).text
        for form in re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL):
            assert 'name="csrf"' in form, (path, form[:100])


def test_pages_allow_no_script_or_style_of_their_own(client: TestClient) -> None:
    """The policy lets a browser run this server's files only, and the pages hold nothing inline."""
    answer = client.get("/cases")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    for path in (*PAGES[:3], f"/cases/{SEVERAL}/letters/1"):
        text = client.get(path).text
        assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", text), path
        assert "http://" not in text.replace("http://www.w3.org", "").replace(ADDRESS, ""), path


def test_too_much_at_once_is_refused(client: TestClient) -> None:
    """A form of more than two megabytes is not read."""
    data = {"csrf": csrf_of(client), "title": "x" * 3_000_000, "query": ""}
    assert client.post("/views", data=data).status_code == 413


def test_only_documents_of_the_case_are_served(client: TestClient, workspace: Workspace) -> None:
    """By their number, as files to save; one that was changed on the disk is not served at all."""
    answer = client.get(f"/cases/{SEVERAL}/documents/1")
    assert answer.headers["content-disposition"].startswith("attachment")
    for path in ("0", "2", "-1", "99", "..%2f..%2fkeys.db", "keys.db"):
        assert client.get(f"/cases/{SEVERAL}/documents/{path}").status_code in (404, 422)
    original = next((workspace.case_folder(SEVERAL) / "originals").iterdir())
    original.chmod(0o600)
    original.write_bytes(b"another")
    assert client.get(f"/cases/{SEVERAL}/documents/1").status_code == 409


def test_files_of_the_workspace_cannot_be_reached_through_static_files(client: TestClient) -> None:
    """Nothing above the folder of style sheets is served."""
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2f..%2fregister.db"):
        assert client.get(path).status_code == 404


def test_the_workspace_keeps_accounts_private(client: TestClient, workspace: Workspace) -> None:
    """web.db can be read by its owner only."""
    assert (workspace.folder / "web.db").stat().st_mode & 0o077 == 0


def test_every_look_is_in_the_log(client: TestClient, workspace: Workspace) -> None:
    """A case's page, its document and its letter each leave a view with who and when."""
    for path in ("", "/timeline", "/documents/1", "/letters/1"):
        client.get(f"/cases/{SEVERAL}{path}")
    client.get(f"/cases/{RISK}")
    looked = list(views_of(open_workspace_register(workspace), SEVERAL))
    assert [view.what for view in looked] == ["case", "timeline", "document 1", "letter 1"]
    assert {view.by for view in looked} == {"Nuala Casey"}


# --- a team -----------------------------------------------------------------------------------------

ROLES = {
    Role.CASEWORKER: {"/": 200, "/cases": 200, f"/cases/{SEVERAL}/record": 200, "/accounts": 403},
    Role.REVIEWER: {"/": 200, "/cases": 200, f"/cases/{SEVERAL}/record": 403, "/accounts": 403},
    Role.MANAGER: {"/": 200, "/cases": 200, f"/cases/{SEVERAL}/record": 200, "/accounts": 200},
    Role.STATISTICS: {"/cases": 403, f"/cases/{SEVERAL}": 403, "/cases.xlsx": 403, "/accounts": 403,
                      f"/cases/{SEVERAL}/documents/1": 403, "/api/check-time?text=1&raised=1": 403},
}  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reaches_its_own_pages(workspace: Workspace, role: Role) -> None:
    """A role opens what it may and nothing else, by address too."""
    team(workspace, ("pat", "Pat Doherty", "pat@loughaird.example", role))
    with client_of(create_app(workspace, settings=settings(team=True))) as client:
        assert sign_in(client, "pat") == 200 or role is Role.STATISTICS
        assert {path: client.get(path).status_code for path in ROLES[role]} == ROLES[role]


def test_a_party_cannot_open_the_own_case(workspace: Workspace) -> None:
    """Not by its address, not in a list, not on the home page; the words are those of a case that is not."""
    people = [
        ("gp", "Gareth Pollock", "g.pollock@loughaird.example", Role.MANAGER),
        ("other", "Nuala Casey", "nuala@loughaird.example", Role.CASEWORKER),
    ]
    team(workspace, *people)
    with client_of(create_app(workspace, settings=settings(team=True))) as client:
        sign_in(client, "gp")
        shut = client.get(f"/cases/{SEVERAL}")
        none = client.get("/cases/DW-2025-999")
        assert shut.status_code == none.status_code == 404
        assert shut.text.replace(SEVERAL, "") == none.text.replace("DW-2025-999", "")
        for path in (
            f"/cases/{SEVERAL}/documents/1",
            f"/cases/{SEVERAL}/letters/1",
            f"/cases/{SEVERAL}/record",
        ):
            assert client.get(path).status_code == 404
        for path in ("/", "/cases?state=all", "/cases?q=pollock"):
            assert SEVERAL not in client.get(path).text
    with client_of(create_app(workspace, settings=settings(team=True))) as client:
        sign_in(client, "other")
        assert client.get(f"/cases/{SEVERAL}").status_code == 200


def test_a_password_is_not_guessed_quickly(workspace: Workspace) -> None:
    """After five failures the name waits; a name that does not exist is told the same."""
    team(workspace, ("pat", "Pat Doherty", "pat@loughaird.example", Role.CASEWORKER))
    with client_of(create_app(workspace, settings=settings(team=True))) as client:
        wrong = client.post("/sign-in", data={"name": "pat", "password": "x"})
        nobody = client.post("/sign-in", data={"name": "pam", "password": "x"})
        assert wrong.text.replace("pat", "") == nobody.text.replace("pam", "")
        codes = [sign_in(client, "pat", "guess") for _ in range(5)]
        assert codes == [403, 403, 403, 403, 429]
        assert sign_in(client, "pat") == 429


def test_closing_an_account_ends_its_sessions(workspace: Workspace) -> None:
    """Somebody whose account is closed or changed is signed out at the next page."""
    team(
        workspace, ("pat", "Pat Doherty", "pat@loughaird.example", Role.CASEWORKER),
        ("boss", "Bo Sloan", "bo@loughaird.example", Role.MANAGER),
    )  # fmt: skip
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as pat, client_of(app) as boss:
        sign_in(pat, "pat")
        sign_in(boss, "boss")
        data = {"csrf": csrf_of(boss), "do": "close"}
        assert boss.post("/accounts/pat", data=data).status_code == 200
        assert pat.get("/cases", follow_redirects=False).headers["location"] == "/sign-in"
        assert sign_in(pat, "pat") == 403


def test_the_first_account_and_an_invitation(workspace: Workspace) -> None:
    """The start address makes one manager and nothing else; an invitation is good once."""
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as boss, client_of(app) as pat:
        boss.get(f"/start?token={TOKEN}")
        assert boss.get("/cases", follow_redirects=False).status_code == 303
        page = "/accounts/first"
        boss_data = {"name": "Boss", "full_name": "Bo Sloan", "email": "bo@loughaird.example"}
        data = {**boss_data, "csrf": csrf_of(boss, page), "password": PASSWORD, "again": PASSWORD}
        assert boss.post(page, data={**data, "again": "x"}).status_code == 422
        boss.post(page, data=data)
        assert sign_in(boss, "BOSS") == 200
        new = {
            "name": "pat",
            "full_name": "Pat Doherty",
            "email": "pat@loughaird.example",
            "role": "reviewer",
        }
        text = boss.post("/accounts", data={**new, "csrf": csrf_of(boss)}).text
        token = re.search(r"invitation\?token=([\w-]+)", text)
        assert token is not None
        choose = {"token": token[1], "password": PASSWORD, "again": PASSWORD}
        assert (
            pat.post("/invitation", data={**choose, "password": "short", "again": "short"}).status_code == 422
        )
        pat.post("/invitation", data=choose)
        assert sign_in(pat, "pat") == 200
        assert pat.post("/invitation", data=choose).status_code == 403
        assert PASSWORD.encode() not in (workspace.folder / "web.db").read_bytes()


def test_a_session_ends_without_use(workspace: Workspace) -> None:
    """After an hour without a page a team's session is over."""
    team(workspace, ("pat", "Pat Doherty", "pat@loughaird.example", Role.CASEWORKER))
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as client:
        sign_in(client, "pat")
        assert client.get("/cases").status_code == 200
        session = next(iter(app.state.house.sessions._open.values()))
        session.used -= dt.timedelta(hours=2).total_seconds()
        assert client.get("/cases", follow_redirects=False).headers["location"] == "/sign-in"


def test_errors_are_pages_without_details(client: TestClient) -> None:
    """A bug tells its kind and nothing of the code or of a path of the machine."""
    answer = client.get("/cases/DW-2025-001/record/no-such-event")
    assert answer.status_code == 422
    assert str(Path.home()) not in answer.text and "Traceback" not in answer.text
