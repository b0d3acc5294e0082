"""Each role in a real browser: what its menu holds, what it may do, and what it never sees."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.web.conftest import DECIDED, RISK, SEVERAL, Served, listened, says
from tests.web.test_security import PASSWORD, team

from hrdocs.desk.accounts import Role

PEOPLE = (
    ("casey", "Nuala Casey", "n.casey@loughaird.example", Role.CASEWORKER),
    ("rev", "Rory Viewer", "r.viewer@loughaird.example", Role.REVIEWER),
    ("max", "Maxine Ager", "m.ager@loughaird.example", Role.MANAGER),
    ("stat", "Sam Tate", "s.tate@loughaird.example", Role.STATISTICS),
    ("gp", "Gareth Pollock", "g.pollock@loughaird.example", Role.CASEWORKER),
)
CASEWORK = ["Today", "Cases", "Add forms", "Review", "Calendar", "Time limit"]
MENUS = {"casey": [*CASEWORK, "Statistics"], "rev": CASEWORK, "max": [*CASEWORK, "Statistics", "Accounts"],
         "stat": ["Statistics"]}  # fmt: skip
# what a role may not open, and what it may not see on a page that it may
SHUT = {
    "casey": ("/accounts",),
    "rev": ("/accounts", "/statistics", f"/cases/{SEVERAL}/record", f"/letters/due?ref={SEVERAL}"),
    "max": (),
    "stat": ("/cases", f"/cases/{SEVERAL}", f"/cases/{SEVERAL}/documents/1", "/review", "/calendar", "/forms",
             "/cases.xlsx", "/calendar.ics", "/check-time", "/waiting", "/api/cases", "/accounts"),
}  # fmt: skip


@pytest.fixture(scope="module")
def served(browser: Any, made: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    import shutil

    running = Served(shutil.copytree(made, tmp_path_factory.mktemp("team") / "workspace"), team=True)
    team(running.workspace, *PEOPLE)
    yield running
    running.stop()


@pytest.fixture
def sign_in(browser: Any, served: Served) -> Iterator[Callable[[str], Any]]:
    """A page after signing in with name and password, as a person does."""
    contexts = []

    def enter(name: str) -> Any:
        context = browser.new_context(base_url=served.address("/"))
        contexts.append(context)
        page = listened(context, [])
        page.goto("/")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", list(MENUS))
def test_a_role_has_its_menu_and_no_more(sign_in: Callable[[str], Any], name: str) -> None:
    """What is not in the menu cannot be opened by its address either, and says why."""
    page = sign_in(name)
    assert page.locator(".hr-nav a").all_inner_texts() == MENUS[name]
    for path in SHUT[name]:
        answer = page.request.get(path)
        assert answer.status == 403 and "Dhálaigh" not in answer.text(), path


def test_a_reviewer_reviews_and_writes_nothing(sign_in: Callable[[str], Any]) -> None:
    """The case is open, the review too; no page offers to record, to write, to approve or to issue."""
    page = sign_in("rev")
    for path in (
        f"/cases/{DECIDED}",
        f"/cases/{DECIDED}/letters",
        f"/cases/{SEVERAL}/letters/1",
        f"/cases/{RISK}",
    ):
        page.goto(path)
        assert not page.locator("a[href*='/record'], a[href*='/letters/new'], a[href*='/undo']").count(), path
        names = ("Approve", "Issue", "Withdraw", "Write", "Put it back")
        assert not [name for name in names if page.get_by_role("button", name=name).count()], path
    page.goto(f"/cases/{SEVERAL}/review")
    page.locator("#answer-department form[data-say=unclear] button").click()
    page.locator("#answer-department >> text=Marked unclear").first.wait_for()
    token = page.locator("input[name=csrf]").first.input_value()
    form = {"csrf": token, "text": "x", "on": "20/11/2025"}
    for path in (
        f"/cases/{SEVERAL}/record/note-added",
        f"/cases/{SEVERAL}/letters/1/approve",
        "/new-case",
        "/letters/due",
    ):
        assert (
            page.request.post(
                path, form=form, headers={"origin": page.url[: page.url.index("/cases")]}
            ).status
            == 403
        )


def test_a_party_never_learns_of_the_own_case(sign_in: Callable[[str], Any]) -> None:
    """A caseworker who is complained about: no list, calendar, download or address tells of the case."""
    page = sign_in("gp")
    for path in ("/", "/cases?state=all", "/calendar?month=2025-07", "/review", "/cases?q=dhalaigh"):
        page.goto(path)
        assert SEVERAL not in page.content() and "Dhálaigh" not in page.content(), path
    ends = (
        "", "/people", "/timeline", "/views", "/letters", "/letters/1", "/letters/1/file.docx", "/review",
        "/documents/1", "/record", "/letters/new/outcome?to=complainant",
    )  # fmt: skip
    for end in ends:
        answer = page.request.get(f"/cases/{SEVERAL}{end}")
        assert answer.status == 404 and "or it is not open to you" in answer.text(), end
    assert page.request.get("/cases/DW-2025-999").status == 404  # the same words as for none


def test_a_manager_invites_somebody_who_then_signs_in(
    sign_in: Callable[[str], Any], browser: Any, served: Served
) -> None:
    """The address is good once; the new reviewer has a reviewer's menu; closing ends the session."""
    page = sign_in("max")
    page.goto("/accounts")
    page.get_by_label("Signs in as").fill("newt")
    page.get_by_label("Whole name").fill("Nell Ewart")
    page.get_by_label("Work e-mail address").fill("n.ewart@loughaird.example")
    page.get_by_label("Reviewer: takes in").check()
    page.get_by_role("button", name="Add and invite").click()
    address = page.locator(".hr-panel b").inner_text()
    context = browser.new_context(base_url=served.address("/"))
    guest = listened(context, [])
    guest.goto(address)
    guest.get_by_label("Password").fill(PASSWORD)
    guest.get_by_label("The same again").fill(PASSWORD)
    guest.locator("main button").click()
    guest.get_by_role("button", name="Sign in").wait_for()
    guest.goto(address)
    assert guest.get_by_label("The same again").count() == 0
    guest.goto("/sign-in")
    guest.get_by_label("Name").fill("newt")
    guest.get_by_label("Password").fill(PASSWORD)
    guest.get_by_role("button", name="Sign in").click()
    guest.get_by_role("button", name="Sign out").wait_for()
    assert guest.locator(".hr-nav a").all_inner_texts() == CASEWORK
    page.get_by_role("button", name="Close the account of Nell Ewart").click()
    says(page, "Changed the account of")
    guest.goto("/cases")
    assert guest.get_by_role("button", name="Sign in").count() == 1
    context.close()
