"""A whole day in a real browser: from dropping the forms to issued letters; pausing; lists; hostile forms."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient
from tests.desk.desks import make_desk, write_form
from tests.web.conftest import MANAGER, PARTLY, RISK, SAMPLES, SEVERAL, VAGUE, Served, arrived, says
from tests.web.test_first_hour import confirm_all, enter, tell, text_of, words_of

from hrdocs.desk.cases import open_case, open_workspace_register
from hrdocs.tools.soffice import find_soffice
from hrdocs.web import letter_pages
from hrdocs.workspace import digest

OPEN_PAGE = Callable[..., Any]
HOSTILE = '<img src=x onerror="alert(1)">{{ 7 * 7 }}</textarea><script>alert(2)</script> & O\'Neill \u202e'
FILE = '<img src=x onerror=alert(1)>{{7*7}} & "O\'Neill"'
SHOWN = "<script>alert(2)</script>"


@pytest.fixture
def day(open_page: OPEN_PAGE, tmp_path: Path) -> Iterator[tuple[Any, Served]]:
    """A page of a new workspace."""
    make_desk(tmp_path / "workspace").register.close()
    served = Served(tmp_path / "workspace")
    page = open_page(base_url=served.address("/"))
    enter(page, served)
    yield page, served
    page.close()
    served.stop()


def drop(page: Any, *files: Any) -> Any:
    """Drop files and wait until each is read; the rows of the list."""
    page.goto("/forms")
    page.set_input_files("#files", list(files))
    page.get_by_text(f"{len(files)} document").first.wait_for(timeout=120_000)
    page.get_by_text("still to come").wait_for(state="hidden", timeout=120_000)
    return page.locator("[data-rows] > li")


def test_from_the_forms_to_issued_letters(day: tuple[Any, Served]) -> None:
    """Two forms are dropped; a call is recorded, answers are accepted, letters approved and issued."""
    page, served = day
    rows = drop(page, *(str(SAMPLES / name) for name in ("14-complaint.docx", "03-complaint.pdf")))
    assert "Read first and telephone" in rows.nth(0).inner_text()
    refs = [row.get_by_role("link").first.inner_text() for row in rows.all()]
    page.goto("/")
    page.get_by_role("link", name=f"Record the call in {refs[0]}").click()
    page.get_by_label("Who called").fill("Nuala Casey")
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Record it").click()
    says(page, "Recorded: ")
    accept_all(page, refs[1])
    page.goto(f"/cases/{refs[0]}")
    page.get_by_role("link", name="Write it").first.click()
    page.get_by_role("button", name="File this draft").click()
    says(page, "The draft is filed")
    for ref in refs:
        issue_first(page, ref)
    assert "with letters to finish" in text_of(page, "/") and "Letters to approve" not in page.inner_text(
        "main"
    )
    for ref in refs:
        letter = open_case(served.workspace, served.app.state.house.register, ref).case.letters[0]
        assert letter.state.value == "issued"
        assert digest((served.workspace.folder / letter.path).read_bytes()) == letter.sha256
        mail = page.request.get(f"/cases/{ref}/letters/1/file.eml").text()
        assert "X-Unsent: 1" in mail


def accept_all(page: Any, ref: str) -> None:
    """Look at each answer that needs it and accept it, until none is left."""
    page.goto(f"/cases/{ref}/review")
    left = page.locator(".hr-answer[data-open]")
    for _ in range(left.count()):
        item = left.first
        item.locator(".hr-answer__what").click()
        button = item.locator("form[data-say=accept] button")
        button.wait_for()
        field = item.get_attribute("data-field")
        button.click()
        page.locator(f"#answer-{field}:not([data-open])").wait_for()
    assert "all looked at" in page.inner_text("#answers")


def issue_first(page: Any, ref: str) -> None:
    page.goto(f"/cases/{ref}/letters/1")
    page.get_by_role("button", name="Approve").click()
    confirm_all(page)
    page.get_by_role("button", name="Issue").click()
    confirm_all(page)
    page.get_by_role("button", name="Issue it").click()
    says(page, "these very bytes are kept")


def test_a_letter_is_shown_as_its_pages(open_page: OPEN_PAGE) -> None:
    """LibreOffice draws them; the words are there at once and stay for those who cannot see the pages."""
    if find_soffice() is None:
        pytest.skip("LibreOffice is not installed")
    page = open_page(draws=True)
    page.goto(f"/cases/{VAGUE}/letters/1")
    assert "Dear MARTINA GILDEA" in page.locator(".hr-paper").text_content()
    page.locator("[data-pages][data-drawn=yes]").wait_for(timeout=120_000)
    picture = page.locator("img.hr-letter-page").first
    assert picture.get_attribute("alt") == "Page 1 of 1 of the letter. Its words stand below."
    assert picture.evaluate("one => one.naturalWidth") > 700
    assert not page.locator(".hr-paper").is_visible()
    page.get_by_text("Its words", exact=False).first.click()
    assert "Dear MARTINA GILDEA" in page.inner_text(".hr-paper")
    address = picture.get_attribute("src")
    assert page.request.get(address.replace(VAGUE, PARTLY)).status == 404


def test_without_libreoffice_the_words_are_shown_and_why(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence says what is missing, and the page asks for nothing that cannot be had."""
    monkeypatch.setattr(letter_pages, "find_soffice", lambda: None)
    text = client.get(f"/cases/{VAGUE}/letters/1").text
    assert "LibreOffice is not installed on this computer" in text and "data-pages" not in text
    assert "Dear MARTINA GILDEA" in text


def test_a_case_is_paused_for_mediation_and_resumed(open_page: OPEN_PAGE, shared: Served) -> None:
    """The case says that it waits and what does not; the aim moves by the days of the pause."""
    page = open_page()
    for party in ("complainant", "respondent-1"):
        tell(shared, MANAGER, ("mediation-consented", {}, party))
    tell(shared, MANAGER, ("mediation-approved", {"decided_by": "Helen Drummond"}, None))
    page.goto(f"/cases/{MANAGER}")
    page.get_by_role("link", name="Mediation started").click()
    page.get_by_label("The day on which it happened").fill("3/11/2025")
    press_record(page)
    text = text_of(page, f"/cases/{MANAGER}")
    assert "since Monday 3 November 2025" in text
    assert "The time for a claim to a tribunal does not." in text
    page.get_by_role("link", name="Record: Mediation ended").first.click()
    page.get_by_label("The day on which it happened").fill("17/11/2025")
    choice = page.locator("main form select, main form input[type=radio]").first
    if choice.count():
        choice.check()
    press_record(page)
    assert "stand still" not in text_of(page, f"/cases/{MANAGER}")
    row = page.locator("#deadlines ~ div tr").filter(has_text="All necessary meetings held")
    assert "8 Dec 2025" in row.inner_text() and "3 November 2025" in row.inner_text()


def press_record(page: Any) -> None:
    """Record what is filled in, and once more where it is asked."""
    page.get_by_role("button", name="Record", exact=True).click()
    again = arrived(page).get_by_role("button", name="Record it")
    if again.count():
        again.click()
    page.get_by_text("Recorded: ").wait_for()


def test_the_page_is_hidden_at_once(open_page: OPEN_PAGE) -> None:
    """The button or Escape twice cover it, title too, and what was typed stays; without JavaScript a page."""
    page = open_page()
    page.goto(f"/cases/{VAGUE}/record/note-added")
    page.get_by_label("Text").fill("half a note")
    page.get_by_role("link", name="Hide").click()
    assert page.inner_text("body").strip() == "Show again" and VAGUE not in page.title()
    page.get_by_role("button", name="Show again").click()
    assert page.get_by_label("Text").input_value() == "half a note"
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="Show again").count() == 0
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show again").wait_for()
    plain = open_page(java_script_enabled=False)
    plain.goto(f"/cases/{VAGUE}")
    plain.get_by_role("link", name="Hide").click()
    assert VAGUE not in plain.inner_text("body") and VAGUE not in plain.title()
    plain.get_by_role("link", name="Show again").click()
    plain.wait_for_url(f"**/cases/{VAGUE}")
    plain.goto("/hidden?back=//evil.example")
    assert plain.get_by_role("link", name="Show again").get_attribute("href") == "/"


def test_lists_are_filtered_saved_ticked_and_downloaded(open_page: OPEN_PAGE) -> None:
    """A filter works as it is chosen; a list is saved as a view; ticked cases become a spreadsheet."""
    page = open_page()
    page.goto("/cases")
    page.get_by_label("Time limit").select_option("needs-review")
    page.get_by_text("1 case", exact=True).wait_for()
    page.get_by_label("Save this list as a view").fill("To decide")
    page.get_by_role("button", name="Save").click()
    says(page, "Saved the view")
    page.goto("/cases")
    page.get_by_role("link", name="To decide").click()
    page.get_by_text("1 case", exact=True).wait_for()
    assert page.locator("tbody tr").count() == 1 and VAGUE in page.inner_text("tbody")
    page.get_by_role("button", name="remove the view To decide").click()
    page.get_by_role("link", name="To decide").wait_for(state="detached")
    page.get_by_role("link", name="Complainant").click()
    page.locator("th[aria-sort=ascending]").filter(has_text="Complainant").wait_for()
    names = page.locator("tbody td[data-label=Complainant]").all_inner_texts()
    assert len(names) > 5 and names == sorted(names, key=str.casefold)
    page.locator(f"#tick-{PARTLY}").check()
    page.locator(f"#tick-{RISK}").check()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download as a spreadsheet").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(loading.value.path()).read_bytes()))
    cells = {str(cell.value) for row in book["Cases"].iter_rows() for cell in row}
    assert {PARTLY, RISK} <= cells and SEVERAL not in cells
    page.get_by_label("Tick every case of this page").check()
    assert page.locator("input[name=ref]:not(:checked)").count() == 0
    page.get_by_role("button", name="Write the letters that are due").click()
    says(page, "a person calls before any letter")


def test_the_calendar_shows_deadlines_and_names_nobody(open_page: OPEN_PAGE) -> None:
    """A deadline leads to its case; the calendar file has neutral titles."""
    page = open_page()
    page.goto("/calendar?month=2025-12")
    cell = page.locator("td").filter(has_text=RISK)
    assert "16" in cell.inner_text()
    cell.get_by_role("link", name=RISK).click()
    page.wait_for_url(f"**/cases/{RISK}")
    entries = page.request.get("/calendar.ics").text()
    assert f"{RISK}: All necessary meetings held" in entries.replace("\r\n ", "")
    assert not re.search("Rooney|Lyle|Pollock", entries)


def test_hostile_forms_do_nothing(day: tuple[Any, Served], tmp_path: Path) -> None:
    """Names of files and answers that look like markup, scripts or templates stay that on every page."""
    page, served = day
    answers = ("Name", "Department", "Who is the complaint against? (name/s)", "Incident(s) details")
    form = write_form(tmp_path / "x.docx", **{label: f"{HOSTILE} {label}" for label in answers})
    files = [
        {"name": f"{FILE}.docx", "mimeType": "text/html", "buffer": form.read_bytes()},
        {"name": f"a{FILE}.pdf", "mimeType": "text/html", "buffer": b"%PDF-1.7 broken"},
    ]
    rows = drop(page, *files)
    assert rows.count() == 2 and "onerror" in rows.first.inner_text()
    ref = open_workspace_register(served.workspace).cases()[0].ref
    waiting = served.app.state.house.quarantined()[0].sha256
    paths = [
        "/",
        "/cases",
        "/review",
        "/waiting",
        f"/waiting/{waiting}",
        f"/waiting/{waiting}/look",
        "/calendar",
    ]
    paths += [f"/cases/{ref}{end}" for end in ("", "/people", "/timeline", "/views", "/letters", "/letters/1",
              "/review", "/review/respondents", "/review/incident_details", "/record")]  # fmt: skip
    for path in paths:
        page.goto(path)
        assert page.locator("[onerror], main script, img[src=x]").count() == 0, path
    for path in (f"/cases/{ref}/people", f"/cases/{ref}/review/incident_details"):
        text = text_of(page, path)
        assert SHOWN in text and "{{ 7 * 7 }}" in text and "49" not in text
    assert SHOWN in words_of(page, f"/cases/{ref}/letters/1")
    page.goto(f"/cases/{ref}/review/incident_details")
    page.get_by_text("Correct it").click()
    assert "</textarea>" in page.locator("textarea[name=value]").input_value()
    page.set_viewport_size({"width": 400, "height": 800})
    for path in (
        f"/cases/{ref}",
        f"/cases/{ref}/people",
        f"/cases/{ref}/letters/1",
        "/cases",
        f"/waiting/{waiting}",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, path
