"""A caseworker in a real browser: forms dropped, reviewed and accepted; by keys only; without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.web.conftest import MANAGER, PARTLY, SAMPLES, SEVERAL, TOKEN, Served, find_violations

from hrdocs.desk.cases import open_workspace_register
from hrdocs.rules.reviewed import REVIEWED

FILES = [SAMPLES / name for name in ("07-complaint.pdf", "13-forms.zip", "16-complaint.pdf")]
STILL = 30_000  # milliseconds: other work may hold the machine


@contextmanager
def opened(browser: Any, served: Served, **how: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **how)
    page = context.new_page()
    page.set_default_timeout(STILL)
    page.goto(served.address(f"/start?token={TOKEN}"))
    yield page
    context.close()


def reviewed(served: Served, ref: str) -> list[tuple[Any, Any]]:
    events = open_workspace_register(served.workspace).events(ref)
    return [(e.data["field"], e.data["status"]) for e in events if e.kind == REVIEWED]


def test_forms_are_dropped_reviewed_and_accepted(serve: Callable[..., Served], browser: Any) -> None:
    """Three files are dropped and listed by need; the first case's answers are looked at and accepted."""
    served = serve()
    with opened(browser, served) as page:
        page.goto(served.address("/forms"))
        page.set_input_files("#files", [str(path) for path in FILES])
        page.get_by_text("4 documents.").wait_for()
        page.get_by_text("still to come").wait_for(state="hidden")
        rows = page.locator("[data-rows] > li")
        assert "Cannot be used" in rows.nth(0).inner_text()
        assert find_violations(page) == []
        rows.filter(has_text="07-complaint.pdf").get_by_text("Review the answers").click()
        ref = page.url.split("/cases/")[1].split("/")[0]
        for field in ("respondents", "incident_dates"):
            item = page.locator(f"#answer-{field}")
            item.locator(".hr-answer__what").click()  # the page may have chosen it already: no harm
            item.get_by_role("button", name="Accept").click()
            page.locator(f"#answer-{field} >> text=Accepted").first.wait_for()
        assert reviewed(served, ref) == [("respondents", "accepted"), ("incident_dates", "accepted")]
        assert find_violations(page) == []


def test_the_review_works_by_keys_only(serve: Callable[..., Served], browser: Any) -> None:
    """n to the next, Enter to look and Enter to accept, e to correct, u for unclear; and all can be off."""
    served = serve()
    with opened(browser, served) as page:
        page.goto(served.address(f"/cases/{PARTLY}/review"))
        page.locator("#answer-respondents form[data-say=accept]").wait_for(state="visible")
        page.keyboard.press("n")
        field = page.evaluate("document.activeElement.dataset.field")
        assert field == "incident_dates"
        page.locator(f"#answer-{field} form[data-say=accept]").wait_for(state="visible")
        page.keyboard.press("Enter")
        page.locator(f"#answer-{field} >> text=Accepted").first.wait_for()
        page.locator("#answer-protected_grounds:focus").wait_for()
        page.keyboard.press("u")
        page.locator("#answer-protected_grounds >> text=Marked unclear").first.wait_for()
        page.keyboard.press("e")
        assert page.evaluate("document.activeElement.name") == "value"
        assert reviewed(served, PARTLY) == [("incident_dates", "accepted"), ("protected_grounds", "unclear")]
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("?")
        page.get_by_label("Use single keys on this page").uncheck()
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("u")
        page.reload()
        assert len(reviewed(served, PARTLY)) == 2


@pytest.mark.parametrize("ref", [SEVERAL, MANAGER])
def test_all_of_it_works_without_javascript(serve: Callable[..., Served], browser: Any, ref: str) -> None:
    """A file is added with the button; an answer's place is a page with a picture or passage, then Accept."""
    served = serve()
    with opened(browser, served, java_script_enabled=False) as page:
        page.goto(served.address("/forms"))
        page.set_input_files("#files", str(FILES[0]))
        page.get_by_role("button", name="Add them").click()
        page.get_by_text("Review the answers").first.wait_for()
        page.goto(served.address(f"/cases/{ref}/review"))
        assert not page.locator("#answer-respondents form[data-say=accept]").is_visible()
        page.locator("#answer-respondents [data-look]").click()
        page.get_by_role("button", name="Accept").click()
        page.get_by_text("Accepted: Who is the complaint against?").wait_for()
        assert reviewed(served, ref) == [("respondents", "accepted")]


@pytest.mark.parametrize("width", [1280, 640, 400])
def test_no_page_of_the_review_has_a_barrier(serve: Callable[..., Served], browser: Any, width: int) -> None:
    """axe-core finds nothing, and nothing runs out of a window of 400 pixels or at 200 % zoom."""
    served = serve()
    waiting = served.app.state.house.quarantined()[0].sha256
    pages = (
        "/forms", "/review", f"/cases/{SEVERAL}/review", f"/cases/{MANAGER}/review?zoom=150&turn=1",
        f"/cases/{MANAGER}/review/respondents", f"/cases/{SEVERAL}/review/incident_dates",
        f"/waiting/{waiting}/look", f"/waiting/{waiting}",
    )  # fmt: skip
    with opened(browser, served) as page:
        page.set_viewport_size({"width": width, "height": 800})
        for path in pages:
            page.goto(served.address(path))
            assert find_violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
