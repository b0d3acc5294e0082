"""The review in a real browser: by keys only, and without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.web.conftest import MANAGER, PARTLY, SAMPLES, SEVERAL, STILL, TOKEN, Served

from hrdocs.desk.cases import open_workspace_register
from hrdocs.rules.reviewed import REVIEWED

FORM = SAMPLES / "07-complaint.pdf"


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
        page.set_input_files("#files", str(FORM))
        page.get_by_role("button", name="Add them").click()
        page.get_by_text("Review the answers").first.wait_for()
        page.goto(served.address(f"/cases/{ref}/review"))
        assert not page.locator("#answer-respondents form[data-say=accept]").is_visible()
        page.locator("#answer-respondents [data-look]").click()
        page.get_by_role("button", name="Accept").click()
        page.get_by_text("Accepted: Who is the complaint against?").wait_for()
        assert reviewed(served, ref) == [("respondents", "accepted")]
