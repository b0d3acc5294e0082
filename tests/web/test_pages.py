"""Every page for everybody: axe-core, without JavaScript, with the keyboard, enlarged, with hostile names."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import (
    DECIDED,
    MANAGER,
    PARTLY,
    RISK,
    SEVERAL,
    TOKEN,
    VAGUE,
    Served,
    csrf_of,
    find_violations,
    listened,
    says,
)

from hrdocs.desk.accounts import Person, Role
from hrdocs.desk.pairs import draft_pair, file_pair
from hrdocs.web.app import ROUTERS

# Every address that shows a page, with examples of it; {file} is a file that waits, {letter} a letter shown.
EXAMPLES = {
    "/": ["/"],
    "/hidden": ["/hidden?back=/cases"],
    "/cases": ["/cases", "/cases?need=past-aim&sort=due", "/cases?q=nobody-of-that-name"],
    "/cases/{ref}": [f"/cases/{ref}" for ref in (SEVERAL, RISK, DECIDED, VAGUE, "DW-2025-999")],
    "/cases/{ref}/timeline": [f"/cases/{DECIDED}/timeline"],
    "/cases/{ref}/views": [f"/cases/{DECIDED}/views"],
    "/cases/{ref}/people": [f"/cases/{DECIDED}/people"],
    "/cases/{ref}/record": [f"/cases/{DECIDED}/record", f"/cases/{DECIDED}/record?q=mediation"],
    "/cases/{ref}/record/{kind_id}": [
        f"/cases/{SEVERAL}/record/{kind}"
        for kind in ("decision-made", "note-added", "delay-recorded", "none")
    ],
    "/cases/{ref}/undo/{seq}": [f"/cases/{DECIDED}/undo/{{seq}}"],
    "/cases/{ref}/letters": [f"/cases/{DECIDED}/letters", f"/cases/{RISK}/letters"],
    "/cases/{ref}/letters/new/{kind}": [f"/cases/{DECIDED}/letters/new/outcome?to=complainant"],
    "/cases/{ref}/letters/pair/{kind}": [f"/cases/{DECIDED}/letters/pair/outcome"],
    "/cases/{ref}/letters/pages/{sha256}": [f"/cases/{SEVERAL}/letters/pages/{{letter}}"],
    "/cases/{ref}/letters/{number}": [f"/cases/{SEVERAL}/letters/1"],
    "/cases/{ref}/letters/{number}/beside": [f"/cases/{DECIDED}/letters/2/beside"],
    "/letters/due": [f"/letters/due?ref={PARTLY}&ref={DECIDED}", "/letters/due"],
    "/forms": ["/forms"],
    "/review": ["/review"],
    "/cases/{ref}/review": [f"/cases/{SEVERAL}/review", f"/cases/{MANAGER}/review?zoom=150&turn=1"],
    "/cases/{ref}/review/{field}": [
        f"/cases/{MANAGER}/review/respondents", f"/cases/{SEVERAL}/review/incident_dates",
    ],
    "/waiting": ["/waiting"],
    "/waiting/{sha256}": ["/waiting/{file}", "/waiting/0000"],
    "/waiting/{sha256}/look": ["/waiting/{file}/look"],
    "/new-case": ["/new-case"],
    "/calendar": ["/calendar", "/calendar?month=2025-12"],
    "/check-time": [
        "/check-time", "/check-time?text=about+Easter&raised=22/7/2025", "/check-time?text=&raised=x",
    ],
    "/statistics": ["/statistics", "/statistics?year=2024"],
    "/api": ["/api"],
    "/sign-in": ["/sign-in", "/no-such-page"],
}  # fmt: skip
# Pages that stand otherwise in a narrow window.
STACKED = ("/cases", f"/cases/{DECIDED}", f"/cases/{DECIDED}/people", "/calendar?month=2025-12")
# Pages that only a team has, and what is no page: files, pictures, and JSON.
OF_A_TEAM = {"/accounts", "/accounts/first", "/invitation", "/start"}
NO_PAGES = re.compile(
    r"/health|/api/.*|.*\.(?:xlsx|ics|png)|.*/file(?:\.\{form\})?|.*/edition/.*|.*/documents/.*"
)
HOSTILE = '<script>alert(1)</script>{{ 7 * 7 }} & "O\'Neill" \u202e txt.exe'


def test_no_page_is_forgotten() -> None:
    """Whatever answers with a page stands in the examples."""
    routes = [route for module in ROUTERS for route in module.router.routes]
    shown = {route.path for route in routes if "GET" in getattr(route, "methods", ())}
    assert {path for path in shown if not NO_PAGES.fullmatch(path)} - OF_A_TEAM == set(EXAMPLES)


@pytest.fixture(scope="module")
def every_page(shared: Served) -> list[str]:
    """The addresses of all examples, in a workspace in which both letters of a decision are written."""
    house = shared.app.state.house
    person = Person("Nuala Casey", "Nuala Casey", "", Role.CASEWORKER)
    opened = house.open_case(DECIDED, person)
    desk = house.letter_desk(opened.pack, person)
    file_pair(opened.case, draft_pair(opened.case, "outcome", desk), desk)
    letter = house.open_case(SEVERAL, person).case.letters[0]
    known = {
        "file": house.quarantined()[0].sha256,
        "letter": house.shown_letters.keep(SEVERAL, (house.workspace.folder / letter.path).read_bytes()),
        "seq": opened.case.events[-1].seq,
    }
    return [path.format(**known) for paths in EXAMPLES.values() for path in paths]


def test_axe_finds_nothing_on_any_page(open_page: Callable[..., Any], every_page: list[str]) -> None:
    """Every page meets what axe-core can check, its best practices included, wide and narrow."""
    page = open_page()
    found = {}
    for width, paths in ((1280, every_page), (400, STACKED)):
        page.set_viewport_size({"width": width, "height": 900})
        for path in paths:
            page.goto(path)
            if violations := find_violations(page):
                found[path, width] = violations
    assert not found


def test_axe_finds_nothing_on_the_pages_of_a_team(browser: Any, serve: Callable[..., Served]) -> None:
    """Signing in, the first account, the accounts, an invitation, and an address that is used up."""
    served = serve(team=True)
    context = browser.new_context(base_url=served.address("/"))
    page = listened(context, [])
    found = {}

    def look(name: str) -> None:
        if violations := find_violations(page):
            found[name] = violations

    page.goto("/sign-in")
    look("sign-in")
    page.goto(f"/start?token={TOKEN}")
    look("first account")
    page.get_by_role("button", name="Make the account").click()
    says(page, "There is a problem")
    look("first account, with problems")
    for label, text in (
        ("You sign in as", "max"), ("Your whole name", "Max Ager"), ("Your work e-mail", "m@council.example"),
        ("Password", "three quiet herons"), ("The same again", "three quiet herons"),
    ):  # fmt: skip
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="The first account").wait_for(state="detached")
    page.goto(f"/start?token={TOKEN}")
    look("closed")
    page.goto("/sign-in")
    page.get_by_label("Name").fill("max")
    page.get_by_label("Password").fill("three quiet herons")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    page.goto("/accounts")
    look("accounts")
    for label, text in (
        ("Signs in as", "rev"),
        ("Whole name", "Rory Viewer"),
        ("Work e-mail", "r@x.example"),
    ):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Add and invite").click()
    says(page, "Give this address to")
    look("invited")
    page.goto(page.locator(".hr-panel b").inner_text())
    look("invitation")
    context.close()
    assert not found


@pytest.mark.parametrize("width", [640, 400])
def test_every_page_fits_a_narrow_window(
    open_page: Callable[..., Any], every_page: list[str], width: int
) -> None:
    """At 200 % zoom, and in 400 pixels, nothing runs out of the window; a wide table moves by itself."""
    page = open_page(viewport={"width": width, "height": 900})
    wide = []
    for path in every_page:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    assert not wide


def test_the_pages_work_without_javascript(open_page: Callable[..., Any]) -> None:
    """Lists are filtered, a time limit is checked, an event is recorded and taken back with forms alone."""
    page = open_page(java_script_enabled=False)
    page.goto("/cases")
    page.get_by_label("Reference, name or department").fill("gildea")
    page.get_by_role("button", name="Show").click()
    says(page, "1 case")
    page.goto("/check-time")
    page.get_by_label("The dates").fill("8 April 2025")
    page.get_by_label("The day on which it was raised").fill("9/7/2025")
    page.get_by_role("button", name="Check").click()
    says(page, "Out of time")
    page.goto(f"/cases/{VAGUE}/record")
    page.locator("a[href$=line-manager-meeting-held]").click()
    page.get_by_label("The day on which it happened").fill("31/2/2025")
    page.get_by_role("button", name="Record").click()
    assert "Enter the day" in page.inner_text(".govuk-error-summary")
    page.get_by_label("The day on which it happened").fill("24/7/2025")
    page.get_by_role("button", name="Record").click()
    says(page, "Recorded: Line manager")


def test_the_pages_work_with_the_keyboard_alone(open_page: Callable[..., Any]) -> None:
    """Skip link, menu, a case, a letter: Tab and Enter reach everything, and focus can be seen."""
    page = open_page()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    tab_to(page, RISK)
    style = "getComputedStyle(document.activeElement).backgroundColor"
    assert page.evaluate(style) == "rgb(255, 221, 0)"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{RISK}")
    tab_to(page, "Record an event")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record")
    tab_to(page, "Note")
    page.keyboard.press("Enter")
    page.wait_for_url("**/note-added")
    tab_to(page, None, "text")
    page.keyboard.type("By keyboard")
    tab_to(page, "Record", None)
    page.keyboard.press("Enter")
    page.get_by_text("Recorded: Note.").wait_for()


def tab_to(page: Any, words: str | None, name: str | None = None) -> None:
    """Press Tab until an element with these words or this name has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        text, at = page.evaluate("[document.activeElement.textContent.trim(), document.activeElement.name]")
        if (words is not None and text == words) or (name is not None and at == name):
            return
    raise AssertionError(f"{words or name} was never reached")


def test_a_printed_case_has_no_menu(open_page: Callable[..., Any]) -> None:
    """On paper stands the case, not the buttons."""
    page = open_page()
    page.goto(f"/cases/{SEVERAL}")
    page.emulate_media(media="print")
    assert not page.locator(".hr-nav").is_visible() and not page.locator(".hr-header").is_visible()
    assert page.locator("#deadlines").is_visible()
    page.goto("/new-case")
    assert (
        page.locator("main input:not([type=hidden])").first.is_visible()
        and not page.locator("main .govuk-button").first.is_visible()
    )


# --- names and answers that mean harm ---------------------------------------------------------------


def open_hostile(client: TestClient) -> str:
    data = {"complainant": HOSTILE, "respondents": HOSTILE, "received": "20/11/2025", "csrf": csrf_of(client)}
    answer = client.post("/new-case", data=data, follow_redirects=False)
    assert answer.status_code == 303, re.sub("<[^>]+>", " ", answer.text)[-600:]
    return str(answer.headers["location"])


def test_hostile_names_are_shown_as_they_are(client: TestClient) -> None:
    """What looks like a tag or a template stays text on every page that shows it."""
    path = open_hostile(client)
    for page in (path, f"{path}/people", f"{path}/timeline", f"{path}/letters", "/cases", "/"):
        text = client.get(page).text
        assert "<script>alert" not in text and "49 &amp;" not in text, page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in client.get(f"{path}/people").text


def test_a_spreadsheet_computes_nothing(client: TestClient) -> None:
    """A name that begins like a formula is a text in the spreadsheet."""
    import io

    import openpyxl

    data = {
        "complainant": '=HYPERLINK("http://evil.example")',
        "received": "20/11/2025",
        "csrf": csrf_of(client),
    }
    client.post("/new-case", data=data)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/cases.xlsx?state=all").content))
    cells = [cell for row in book["Cases"].iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert cells and all(cell.data_type == "s" for cell in cells)


def test_hostile_addresses_are_answered_quietly(client: TestClient) -> None:
    """Whatever stands in an address, the answer is a page."""
    for path in (
        "/cases?q=%00%ff&sort=' OR 1=1--&page=99999999999&state=x&stage=../..&need={{7*7}}",
        "/cases?page=-5", "/calendar?month=9999-99", "/calendar?month=0001-01", "/cases/%2e%2e%2f%2e%2e",
        "/cases/<script>", "/cases/" + "A" * 3000, "/waiting/../../etc",
        f"/cases/{SEVERAL}/undo/999999999999999",
        f"/cases/{SEVERAL}/letters/new/nothing?to=x", f"/cases/{SEVERAL}/letters/0", "/letters/due?ref=x",
        f"/cases/{SEVERAL}/letters/1/file.exe", "/check-time?text=" + "1" * 5000 + "&raised=1/1/2025",
        "/api/cases?limit=-1&start=-5", "/statistics?year=99999",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code in (200, 404, 409, 422), (path, answer.status_code)
        assert "<script>" not in answer.text and "Traceback" not in answer.text


def test_views_and_lists(client: TestClient) -> None:
    """A list is saved as a view, shown, and removed; ticked cases come as a spreadsheet or as letters."""
    token = csrf_of(client)
    client.post("/views", data={"csrf": token, "title": "Mine", "query": "need=review"})
    assert 'href="/cases?need=review">Mine' in client.get("/cases").text
    client.post("/views/1/forget", data={"csrf": token})
    assert "Mine" not in client.get("/cases").text
    sheet = client.post("/cases/chosen", data={"csrf": token, "ref": [SEVERAL, PARTLY], "do": "sheet"})
    assert sheet.content[:2] == b"PK"
    nothing = client.post("/cases/chosen", data={"csrf": token, "back": "need=late"})
    assert "Tick the cases first" in nothing.text


def test_letters_of_several_cases_are_written_at_once(client: TestClient) -> None:
    """What can be written is filed as a draft; what is blocked says why and stops nothing."""
    text = client.get(f"/letters/due?ref={RISK}&ref={DECIDED}").text
    choices = re.findall(r'name="letter" value="([^"]+)"', text)
    assert choices and "a person calls before any letter" in text
    assert not [choice for choice in choices if choice.startswith(RISK)]
    sent = [*choices[:2], f"{RISK}|acknowledgement|complainant|", "DW-1|x|y|"]
    answer = client.post("/letters/due", data={"csrf": csrf_of(client), "letter": sent})
    assert answer.text.count("Draft filed") == len(choices[:2]) and answer.text.count("Not written") == 2


def test_an_edited_letter_is_put_back_and_its_changes_are_told(client: TestClient) -> None:
    """A Word file takes the draft's place and has to be approved as it is; anything else is refused."""
    import io

    import docx

    path = f"/cases/{SEVERAL}/letters/1"
    letter = docx.Document(io.BytesIO(client.get(f"{path}/file.docx").content))
    letter.add_paragraph("We shall telephone you on Friday.")
    out = io.BytesIO()
    letter.save(out)
    data = {"csrf": csrf_of(client)}
    for wrong in (b"", b"not a Word file", b"PK\x03\x04"):
        refused = client.post(f"{path}/edited", data=data, files={"file": ("x.docx", wrong)})
        assert refused.status_code == 422, wrong
    client.post(f"{path}/edited", data=data, files={"file": ("../../x.docx", out.getvalue())})
    text = client.get(path).text
    assert "Changed by hand" in text and text.count("We shall telephone you on Friday.") >= 2


def test_the_api_has_the_same_permissions(client: TestClient) -> None:
    """Without the form token nothing is recorded; with it an event is, and what is wrong is told as JSON."""
    event = {"event": "note-added", "on": "2025-11-19", "facts": {"text": "By a program"}}
    path = f"/api/cases/{SEVERAL}/events"
    assert client.post(path, json=event).status_code == 403
    headers = {"x-csrf-token": csrf_of(client)}
    assert client.post(path, json={**event, "dry_run": True}, headers=headers).json()["seq"] is None
    assert client.post(path, json=event, headers=headers).status_code == 201
    wrong = client.post(path, json={**event, "event": "no-such"}, headers=headers)
    assert wrong.status_code == 422 and "no-such" in wrong.json()["error"]["message"]
    assert client.get(f"/api/cases/{SEVERAL}").json()["events"][-1]["kind"] == "note-added"
    assert client.get("/api/cases/NONE-1").status_code == 404
    assert client.get("/api/due").json()["call_first"] == [RISK]
