"""What a caseworker sees in the first hour, in a real browser."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.web.conftest import (
    DECIDED,
    MANAGER,
    NO_GROUND,
    NOW,
    PARTLY,
    RISK,
    SEVERAL,
    TOKEN,
    VAGUE,
    Served,
    find_violations,
)

from hrdocs.web.settings import Clock


@pytest.fixture
def page(browser: Any, serve: Callable[..., Served]) -> Iterator[Any]:
    """The pages opened by the one local user. A message in the browser's console is a failure."""
    served = serve()
    context = browser.new_context(base_url=served.address("/"))
    context.set_default_timeout(10_000)
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(f"/start?token={TOKEN}")
    yield opened
    context.close()
    assert not [text for text in said if "status of 4" not in text]


def text_of(page: Any, path: str) -> str:
    page.goto(path)
    return str(page.inner_text("main"))


def test_risk_stands_first_and_is_not_quoted(page: Any) -> None:
    """A disclosure is the first thing on the home page, with a call to make; the list quotes nothing."""
    text = text_of(page, "/")
    assert text.index("Read this first and telephone") < text.index("Files that cannot be used")
    assert RISK in text.partition("Files that cannot be used")[0]
    assert "assault" not in text.lower() and "harm" not in text.lower()
    text = text_of(page, f"/cases/{RISK}/letters")
    assert "a person calls before any letter" in text
    page.goto(f"/cases/{RISK}/record/risk-noted")
    page.get_by_label("Who called").fill("Nuala Casey")
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Record it").click()
    assert "Read the form first" not in page.inner_text("main")
    assert RISK not in text_of(page, "/").partition("Files that cannot be used")[0]


def test_a_blank_ground_is_a_note_and_no_letter(page: Any) -> None:
    """Bullying without a ground is covered: confirmed at the first meeting, never demanded."""
    text = text_of(page, f"/cases/{NO_GROUND}")
    assert "No ground is stated: confirm at the first meeting." in text
    assert "missing" not in page.locator("section[aria-labelledby=letters-due]").inner_text().lower()


def test_about_easter_asks_and_refuses_nothing(page: Any) -> None:
    """A vague date shows on the home page why a person is needed; no refusal is offered."""
    needed = text_of(page, "/").partition("Needs a person")[2]
    assert VAGUE in needed and "Whether it is in time is for a person" in needed
    text = text_of(page, f"/cases/{VAGUE}")
    assert "Needs a person" in text and "Ask before anything is refused" in text
    assert "three-month limit" not in page.locator("section[aria-labelledby=letters-due]").inner_text()


def test_each_act_shows_cutoff_arithmetic_and_clause(page: Any) -> None:
    """Readable aloud: the day raised, three months back, the act, the clause."""
    acts = page.locator("section[aria-labelledby=acts]")
    page.goto(f"/cases/{PARTLY}")
    assert (
        "Raised on Friday 5 September 2025. Three months back is Thursday 5 June 2025." in acts.inner_text()
    )
    assert "The first day in time is Thursday 5 June 2025 clause 12.1" in acts.inner_text()


def test_a_file_that_cannot_be_used_counts_as_received(page: Any) -> None:
    """It stands on the home page with its day and reason until a person settles it."""
    page.goto("/")
    page.get_by_role("link", name="10-complaint.docx").click()
    page.get_by_role("radio", name="No complaint").check()
    page.get_by_role("button", name="Settle it").click()
    assert "Enter why it is no complaint" in page.inner_text("main")
    page.get_by_label("Why (needed where it is no complaint)").fill("The blank form, sent by mistake.")
    page.get_by_role("button", name="Settle it").click()
    assert "Settled: no complaint" in page.inner_text("main")
    assert "10-complaint" not in text_of(page, "/")


def test_a_complaint_against_the_line_manager_goes_to_the_next_level(page: Any) -> None:
    """The case says so, and the acknowledgement sends nobody to that manager."""
    assert "the next level of management should act" in text_of(page, f"/cases/{MANAGER}")
    letter = text_of(page, f"/cases/{MANAGER}/letters/1").partition("Who will see this")[0]
    assert "Philippa" not in letter


def test_the_respondents_notice_says_what_blocks_it(page: Any) -> None:
    """Before the contact review the notice is blocked, with the clause."""
    page.goto(f"/cases/{SEVERAL}")
    page.get_by_text("What cannot be done yet").click()
    text = page.inner_text("main")
    assert "Notice of a complaint" in text and "13.3" in text


def test_an_aim_that_passed_asks_for_its_reason(page: Any) -> None:
    """Never late: a box for the reason and the new day; then the letters to both are due."""
    text = text_of(page, "/")
    assert "Past its aim: reason needed" in text
    page.get_by_role("link", name=f"Give the reason in {SEVERAL}").click()
    assert page.get_by_label("Which time limit").input_value() == "meetings"
    page.get_by_label("The reason, as the letters").fill("More people must be heard than was foreseen.")
    page.get_by_label("The new day").fill("15/12/2025")
    page.get_by_role("button", name="Record").click()
    assert "Monday 15 December 2025" in page.inner_text("section[aria-labelledby=deadlines]")
    assert SEVERAL not in text_of(page, "/cases?need=past-aim")


def test_two_people_complained_about_never_read_of_each_other(page: Any) -> None:
    """What is kept out of a letter is told, each other's name too."""
    page.goto(f"/cases/{SEVERAL}/letters/1")
    page.get_by_text("Kept out").click()
    assert "e-mail or telephone of another party" in page.inner_text("main")


def test_the_pair_side_by_side_explains_every_difference(page: Any) -> None:
    """Both letters of the decision: what each is told, why they differ; filed, approved, issued."""
    page.goto(f"/cases/{DECIDED}/letters")
    page.get_by_role("link", name="“Outcome of your complaint” side by side").click()
    rows = page.locator("tbody tr").all_inner_texts()
    assert rows
    for row in rows:
        _, first, second, why = row.split("\t")
        assert why.strip() or first == second, row
    assert "kept out" in page.inner_text("main").lower()
    assert not find_violations(page)
    page.get_by_role("button", name="File both drafts").click()
    page.get_by_role("link", name="to the person complained about").last.click()
    page.get_by_role("button", name="Approve").click()
    confirm_all(page)
    assert "Approved as it is now" in page.inner_text("main")
    assert not find_violations(page)
    page.get_by_role("button", name="Issue").click()
    confirm_all(page)
    assert "cannot be undone" in page.inner_text("main")
    page.get_by_role("button", name="Issue it").click()
    assert "these very bytes are kept" in page.inner_text("main")
    assert "is still draft" in text_of(page, f"/cases/{DECIDED}/letters")


def confirm_all(page: Any) -> None:
    """Tick what a person must look at, say why, and send it again."""
    boxes = page.locator("input[name=confirm]")
    if page.locator(".govuk-error-summary").count() == 0 or boxes.count() == 0:
        return
    for box in boxes.all():
        box.check()
    page.get_by_label("Why what you ticked may stand").fill("I have looked at each of them.")
    page.locator("form:has(input[name=confirm]) button").click()


def test_every_step_can_be_taken_back(page: Any) -> None:
    """A note recorded by mistake is taken back with a reason, and stays in the log."""
    page.goto(f"/cases/{VAGUE}/record/note-added")
    page.get_by_label("Text").fill("Wrong case")
    page.get_by_role("button", name="Record").click()
    page.goto(f"/cases/{VAGUE}/timeline")
    page.get_by_role("link", name="Take back").first.click()
    page.get_by_role("button", name="Take it back").click()
    assert "Enter why it is taken back" in page.inner_text("main")
    page.get_by_label("Why it is taken back").fill("It belongs to another case.")
    page.get_by_role("button", name="Take it back").click()
    assert "Wrong case" not in page.inner_text("main")


def test_the_time_limit_is_judged_as_it_is_typed(page: Any) -> None:
    """The verdict comes without a button; a day shows its weekday."""
    page.goto("/check-time")
    page.get_by_label("The dates").fill("8 April 2025")
    page.get_by_label("The day on which it was raised").fill("9/7/2025")
    page.get_by_text("Out of time").first.wait_for()
    assert "Wednesday 9 July 2025" in page.inner_text("form[data-check-time]").replace(",", "")
    assert "Tuesday 8 April 2025" in page.inner_text("#result")


def test_nothing_is_late_that_is_an_aim(browser: Any, serve: Callable[..., Served]) -> None:
    """Years later an aim is still "past its aim"."""
    served = serve(clock=Clock(NOW + dt.timedelta(days=365)))
    context = browser.new_context(base_url=served.address("/"))
    page = context.new_page()
    page.goto(f"/start?token={TOKEN}")
    assert "Past its aim" in page.inner_text("main")
    assert page.locator("section[aria-labelledby=late]").count() == 0
    context.close()
