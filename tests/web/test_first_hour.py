"""The twelve things of a caseworker's first hour, seen to happen in a real browser.

One server holds for all of them: each test has a case of its own.
"""

import datetime as dt
import json
import random
import re
from collections.abc import Callable
from math import cos, sin
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import (
    DECIDED,
    MANAGER,
    NO_GROUND,
    NOW,
    PARTLY,
    RISK,
    SAMPLES,
    SEVERAL,
    TOKEN,
    VAGUE,
    Served,
    arrived,
    find_violations,
    listened,
    says,
)

from hrdocs.desk.cases import open_case, record_event
from hrdocs.shipped import shipped_folder
from hrdocs.tools.guard import Limits
from hrdocs.tools.pdfs import open_pdf, render_page
from hrdocs.web.readers import Readers
from hrdocs.web.settings import Clock

OPEN_PAGE = Callable[..., Any]
TODAY = NOW.date()


@pytest.fixture
def page(open_page: OPEN_PAGE) -> Any:
    """The pages opened by the one local user."""
    return open_page()


def text_of(page: Any, path: str) -> str:
    page.goto(path)
    return str(arrived(page).inner_text("main"))


def words_of(page: Any, path: str) -> str:
    """What a letter says, whether its words or its pages are shown."""
    page.goto(path)
    return " ".join(page.locator(".hr-paper").first.text_content().split())


def letters_due(page: Any, ref: str) -> list[str]:
    """The letters that a case's page offers to write: kind and reader."""
    page.goto(f"/cases/{ref}")
    links = page.locator("section[aria-labelledby=letters-due] a[href*='/letters/new/']")
    found = [link.get_attribute("href").split("/new/")[1] for link in links.all()]
    return [address.replace("?to=", " ").partition("&")[0] for address in found]


def tell(served: Served, ref: str, *events: tuple[str, dict[str, Any], str | None]) -> None:
    """Record events as they would be on the pages, those that are there already left out."""
    house = served.app.state.house
    for kind, facts, party in events:
        opened = open_case(house.workspace, house.register, ref)
        if not any(e.kind == kind and e.data.get("party") in (None, party) for e in opened.case.events):
            record_event(
                opened, kind, facts, party=party, on=TODAY, now=NOW, by="Nuala Casey", register=house.register
            )


def test_1_six_forms_are_dropped_and_three_need_a_call(page: Any, served_empty: Served) -> None:
    """Which three, and why, stands in the list a moment after the drop; the pressing ones first."""
    names = (
        "02-complaint.docx", "03-complaint.pdf", "08-complaint.docx", "09-complaint.docx",
        "14-complaint.docx", "15-complaint.pdf",
    )  # fmt: skip
    files = [str(SAMPLES / name) for name in names]
    enter(page, served_empty)
    page.goto(served_empty.address("/forms"))
    page.set_input_files("#files", files)
    page.get_by_text("6 documents.").wait_for()
    page.get_by_text("still to come").wait_for(state="hidden")
    rows = page.locator("[data-rows] > li")
    needs = [row.get_attribute("data-need") for row in rows.all()]
    assert needs[0] == "Read first and telephone"
    assert needs[1:3] == ["Call or write to the complainant"] * 2
    assert not [need for need in needs[3:] if "all" in need]
    assert "‘Date of incident’ has no answer" in rows.filter(has_text="09-complaint").inner_text()
    assert "10 July 2025 was a Thursday" in rows.filter(has_text="08-complaint").inner_text()
    assert find_violations(page) == []


def enter(page: Any, served: Served) -> None:
    """Open another server's pages, whose address is good once for each test."""
    served.app.state.house.start_token = TOKEN
    page.goto(served.address(f"/start?token={TOKEN}"))


@pytest.fixture(scope="module")
def served_empty(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pages of a new workspace."""
    from tests.desk.desks import make_desk

    folder = tmp_path_factory.mktemp("empty") / "workspace"
    make_desk(folder).register.close()
    served = Served(folder)
    served.app.state.house.readers = Readers(limits=Limits(seconds=300))  # a busy machine recognises slowly
    yield served
    served.stop()


def test_2_risk_stands_first_and_is_not_quoted(page: Any) -> None:
    """A disclosure is the first thing on the home page, with a call to make; no list quotes the account."""
    text = text_of(page, "/")
    assert text.index("Read this first and telephone") < text.index("Files that cannot be used")
    assert RISK in text.partition("Files that cannot be used")[0]
    told = json.loads((SAMPLES / "14-complaint.docx.expected.json").read_text(encoding="utf-8"))
    account = told["documents"][0]["fields"]["incident_details"]["value"]
    runs = {" ".join(account.split()[at : at + 3]) for at in range(len(account.split()) - 2)}
    for path in ("/", "/cases", "/review", "/calendar", "/forms", f"/letters/due?ref={RISK}"):
        text = " ".join(text_of(page, path).split())
        assert not [run for run in runs if run in text] and "assault" not in text.lower(), path
    assert "a person calls before any letter" in text_of(page, f"/cases/{RISK}/letters")
    page.goto(f"/cases/{RISK}/record/risk-noted")
    page.get_by_label("Who called").fill("Nuala Casey")
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Record it").click()
    says(page, "Recorded: ")
    assert "Read the form first" not in arrived(page).inner_text("main")
    assert RISK not in text_of(page, "/").partition("Files that cannot be used")[0]
    assert "acknowledgement complainant" in letters_due(page, RISK)


def test_3_a_blank_ground_is_a_note_and_no_letter(page: Any, shared: Served) -> None:
    """Bullying without a ground is covered: confirmed at the first meeting, never demanded."""
    text = text_of(page, f"/cases/{NO_GROUND}")
    assert "No ground is stated: confirm at the first meeting." in text
    assert "To mend" not in text
    kinds = {kind.partition(" ")[0] for kind in letters_due(page, NO_GROUND)}
    asking = [x for x in shared.app.state.house.pack.procedure.letters if x.kind == "missing-information"]
    assert asking and "missing-information" not in kinds
    assert asking[0].title not in text_of(page, f"/cases/{NO_GROUND}/letters")


def test_4_about_easter_shows_both_outcomes_and_refuses_nothing(page: Any) -> None:
    """The home page says why a person is needed; the case shows both outcomes and the question to ask."""
    needed = text_of(page, "/").partition("Needs a person")[2]
    assert VAGUE in needed and "Whether it is in time is for a person" in needed
    text = text_of(page, f"/cases/{VAGUE}")
    assert "if it was on or before Monday 21 April 2025, it is out of time" in text
    assert "if it was on or after Tuesday 22 April 2025, it is in time" in text
    assert "Ask before anything is refused" in text
    assert "On which day was “ABOUT EASTER”: before Tuesday 22 April 2025, or on or after it?" in text
    assert not [kind for kind in letters_due(page, VAGUE) if "out-of-time" in kind]
    page.goto(f"/cases/{VAGUE}/letters/new/out-of-time?to=complainant")
    assert page.locator(".hr-paper").count() == 0


def test_5_each_act_shows_cutoff_arithmetic_and_clause(page: Any) -> None:
    """Readable aloud: the day raised, three months back, the act, the clause; for every act."""
    page.goto(f"/cases/{PARTLY}")
    acts = page.locator("section[aria-labelledby=acts]")
    text = acts.inner_text()
    assert "Raised on Friday 5 September 2025. Three months back is Thursday 5 June 2025." in text
    assert "The first day in time is Thursday 5 June 2025 clause 12.1" in text
    page.goto(f"/cases/{DECIDED}")
    for act in page.locator("section[aria-labelledby=acts] li").all_inner_texts():
        assert re.search(r"Raised on .+ Three months back is .+ The act was on .+ \(clause 12\.1\)", act), act


def test_6_a_handwritten_scan_is_received_and_nothing_is_guessed(
    page: Any, served_empty: Served, tmp_path: Path
) -> None:
    """The receipt is recorded, its letter drafted; no answer is taken as read, no name passes unseen."""
    enter(page, served_empty)
    house = served_empty.app.state.house
    before = {row.ref for row in house.register.cases()}
    page.goto(served_empty.address("/forms"))
    page.set_input_files("#files", str(write_by_hand(tmp_path / "by-hand.png")))
    row = page.locator("[data-rows] > li").filter(has_text="by-hand.png")
    row.wait_for(timeout=300_000)
    assert "Call or write to the complainant" in row.inner_text()
    (ref,) = {row.ref for row in house.register.cases()} - before
    answers: Any = open_case(house.workspace, house.register, ref).case.events[0].data["answers"]
    assert not [name for name, answer in answers.items() if answer["status"] == "ok"]
    text = text_of(page, served_empty.address(f"/cases/{ref}"))
    assert "We have received your complaint" in text and "Needs a person" in text
    name = answers["complainant_name"]["suggestion"]
    assert name is None or "Not read surely" in text
    page.goto(served_empty.address(f"/cases/{ref}/letters/1"))
    page.get_by_role("button", name="Approve").click()
    page.locator(".govuk-error-summary").wait_for()
    assert name is None or "was not read surely from the form" in arrived(page).inner_text("main")
    assert "Approved as it is now" not in arrived(page).inner_text("main")


def write_by_hand(path: Path) -> Path:
    """The first page of the blank form with strokes of a pen in its boxes, as a scanner makes it."""
    from PIL import ImageDraw

    blank = shipped_folder("templates") / "council-dignity-at-work" / "forms" / "complaint.pdf"
    with open_pdf(blank.read_bytes(), name="blank") as document:
        document.init_forms()
        sheet = render_page(document, 1, dpi=150).convert("L")
    pen, chance = ImageDraw.Draw(sheet), random.Random(4)  # noqa: S311 - of strokes
    for y in (612, 658, 704, 750, 796, 1040, 1160, 1400):
        x = 475
        for width in (chance.randint(60, 150) for _ in range(3)):
            a, b = chance.uniform(0.35, 0.5), chance.uniform(0.11, 0.17)
            stroke = [
                (x + i + 7 * sin(a * i), y + 11 * sin(a * i * 0.93 + 1) * sin(b * i) + 4 * cos(b * i * 2.3))
                for i in range(width)
            ]
            pen.line(stroke, fill=40, width=3)
            x += width + 25
    sheet.save(path, dpi=(150, 150))
    return path


def test_6_a_file_that_cannot_be_used_counts_as_received(page: Any) -> None:
    """It stands on the home page with its day and reason until a person settles it."""
    page.goto("/")
    page.get_by_role("link", name="10-complaint.docx").click()
    page.get_by_role("radio", name="No complaint").check()
    page.get_by_role("button", name="Settle it").click()
    says(page, "Enter why it is no complaint")
    page.get_by_label("Why (needed where it is no complaint)").fill("The blank form, sent by mistake.")
    page.get_by_role("button", name="Settle it").click()
    says(page, "Settled: no complaint")
    assert "10-complaint" not in text_of(page, "/")


def test_7_a_complaint_against_the_line_manager_goes_to_the_next_level(page: Any) -> None:
    """The case says so; no draft, and no e-mail with one, names that manager or goes there."""
    assert "the next level of management should act" in text_of(page, f"/cases/{MANAGER}")
    count = len(page.locator("section[aria-labelledby=letters] li").all())
    assert count
    for number in range(1, count + 1):
        letter = words_of(page, f"/cases/{MANAGER}/letters/{number}")
        assert "next manager up" in letter and "Philippa" not in letter and "Strain" not in letter
        mail = page.request.get(f"/cases/{MANAGER}/letters/{number}/file.eml").text()
        assert "Eakin" in mail and "strain" not in mail.lower()


def test_8_the_respondents_notice_says_what_blocks_it(page: Any) -> None:
    """Before the contact review the notice is blocked, with the clause and the event that would free it."""
    page.goto(f"/cases/{NO_GROUND}")
    page.get_by_text("What cannot be done yet").click()
    row = page.locator("details li").filter(has_text="Contact between the parties is reviewed")
    assert "Notice of a complaint" in row.inner_text() and "clause 13.3" in row.inner_text()
    page.goto(f"/cases/{NO_GROUND}/letters/new/respondent-notice?to=respondent-1")
    assert "is blocked" in arrived(page).inner_text("main") and page.locator(".hr-paper").count() == 0
    page.goto(f"/cases/{NO_GROUND}")
    page.get_by_text("What cannot be done yet").click()
    row.get_by_role("link", name="Record: Contact").click()
    page.wait_for_url("**/record/contact-reviewed")


def notify_both(served: Served) -> None:
    """The case of two people up to the notices to both."""
    meeting = {"purpose": "investigation", "date": "2025-12-03", "time": "10.00 am", "place": "Room 2"}
    about = {1: "That you shouted at the complainant on 8 May 2025", 2: "That you laughed on 14 May 2025"}
    tell(
        served, SEVERAL,
        ("investigator-appointed", {"name": "Helen Drummond", "title": "Head of Services"}, None),
        ("initial-meeting-held", {}, None),
        ("contact-reviewed", {"measures": "They work apart.", "decided_by": "Helen Drummond"}, None),
        *(("allegations-settled", {"allegations": about[n]}, f"respondent-{n}") for n in about),
        *(("meeting-arranged", meeting, f"respondent-{n}") for n in about),
    )  # fmt: skip


def test_9_an_aim_that_passed_asks_for_its_reason(page: Any, shared: Served) -> None:
    """Never late: a box for the reason and the new day, letters to everybody, nobody's illness in any."""
    notify_both(shared)
    tell(shared, SEVERAL, *(("respondent-notified", {}, f"respondent-{n}") for n in (1, 2)))
    text = text_of(page, "/")
    assert "Past its aim: reason needed" in text
    give_reason(page, "Patricia Devlin has been ill.")
    assert "Letters do not say “ill”" in text_of(page, f"/cases/{SEVERAL}/letters/new/delay?to=complainant")
    page.goto(f"/cases/{SEVERAL}")
    give_reason(page, "More people must be heard than was foreseen.")
    assert "Monday 15 December 2025" in page.inner_text("section[aria-labelledby=deadlines]")
    due = [one for one in letters_due(page, SEVERAL) if one.startswith("delay ")]
    assert due == ["delay complainant", "delay respondent-1", "delay respondent-2"]
    for one in due:
        letter = words_of(page, f"/cases/{SEVERAL}/letters/new/delay?to={one.split()[1]}")
        assert "More people must be heard" in letter and "Monday 15 December 2025" in letter
        assert "Devlin" not in letter and not re.search(r"\b(?:ill|sick|unwell)\b", letter)
    assert SEVERAL not in text_of(page, "/cases?need=past-aim")


def give_reason(page: Any, reason: str) -> None:
    page.goto(f"/cases/{SEVERAL}/record/delay-recorded?limit=meetings")
    assert page.get_by_label("Which time limit").input_value() == "meetings"
    page.get_by_label("The reason, as the letters").fill(reason)
    page.get_by_label("The new day").fill("15/12/2025")
    page.get_by_role("button", name="Record").click()
    page.get_by_text("Recorded: ").wait_for()


def test_9_nothing_is_late_that_is_an_aim(browser: Any, serve: Callable[..., Served]) -> None:
    """Years later an aim is still "past its aim"."""
    served = serve(clock=Clock(NOW + dt.timedelta(days=365)))
    context = browser.new_context(base_url=served.address("/"))
    page = listened(context, [])
    page.goto(f"/start?token={TOKEN}")
    says(page, "Past its aim")
    assert page.locator("section[aria-labelledby=late]").count() == 0
    context.close()


def test_10_two_people_complained_about_never_read_of_each_other(page: Any, shared: Served) -> None:
    """Each one's notice names that person, and neither the other's name nor the other's allegation."""
    notify_both(shared)
    base = f"/cases/{SEVERAL}/letters/new/respondent-notice?to=respondent"
    first, second = (words_of(page, f"{base}-{n}") for n in (1, 2))
    assert "Pollock" in first and "shouted" in first and "Haslett" in second and "laughed" in second
    assert not [word for word in ("Haslett", "Trevor", "laughed") if word in first]
    assert not [word for word in ("Pollock", "Gareth", "shouted") if word in second]
    page.get_by_text("Kept out").click()
    assert "Gareth Pollock" in page.inner_text("details:has-text('Kept out')")


def test_11_the_pair_side_by_side_explains_every_difference(page: Any) -> None:
    """Both letters of the decision: what each is told, why they differ; filed, approved, issued."""
    page.goto(f"/cases/{DECIDED}/letters")
    page.get_by_role("link", name="“Outcome of your complaint” side by side").click()
    says(page, "What each is told")
    rows = arrived(page).locator("tbody tr").all_inner_texts()
    assert rows
    for row in rows:
        _, first, second, why = row.split("\t")
        assert why.strip() or first == second, row
    assert "kept out" in arrived(page).inner_text("main").lower()
    assert not find_violations(page)
    page.get_by_role("button", name="File both drafts").click()
    says(page, "Both drafts are filed")
    page.get_by_role("link", name="to the person complained about").last.click()
    page.get_by_role("button", name="Approve").click()
    confirm_all(page)
    says(page, "Approved as it is now")
    assert not find_violations(page)
    page.get_by_role("button", name="Issue").click()
    confirm_all(page)
    says(page, "cannot be undone")
    page.get_by_role("button", name="Issue it").click()
    says(page, "these very bytes are kept")
    assert "is still draft" in text_of(page, f"/cases/{DECIDED}/letters")


def confirm_all(page: Any) -> None:
    """Tick what a person must look at, say why, and send it again."""
    boxes = arrived(page).locator("input[name=confirm]")
    if page.locator(".govuk-error-summary").count() == 0 or boxes.count() == 0:
        return
    for box in boxes.all():
        box.check()
    page.get_by_label("Why what you ticked may stand").fill("I have looked at each of them.")
    page.locator("form:has(input[name=confirm]) button").click()


def test_12_a_step_is_taken_back(page: Any) -> None:
    """A note recorded by mistake is taken back with a reason, and stays in the log."""
    page.goto(f"/cases/{VAGUE}/record/note-added")
    page.get_by_label("Text").fill("Wrong case")
    page.get_by_role("button", name="Record").click()
    says(page, "Recorded: Note")
    page.goto(f"/cases/{VAGUE}/timeline")
    page.get_by_role("link", name="Take back").first.click()
    page.get_by_role("button", name="Take it back").click()
    says(page, "Enter why it is taken back")
    page.get_by_label("Why it is taken back").fill("It belongs to another case.")
    page.get_by_role("button", name="Take it back").click()
    says(page, "Taken back. It stays in the log")
    assert "Wrong case" not in arrived(page).inner_text("main")


# How each address that changes something is undone, or why it is asked twice.
UNDONE = {
    "/accounts": "the account is closed", "/accounts/first": "the account is changed",
    "/accounts/{name}": "changed back", "/api/cases/{ref}/events": "taken back",
    "/api/cases/{ref}/review/{field}": "put back as read", "/api/forms": "withdrawn or settled",
    "/cases/chosen": "shows only", "/cases/{ref}/letters/due": "withdrawn",
    "/cases/{ref}/letters/new/{kind}": "withdrawn", "/cases/{ref}/letters/pair/{kind}": "withdrawn",
    "/cases/{ref}/letters/{number}/approve": "withdrawn", "/letters/due": "withdrawn",
    "/cases/{ref}/letters/{number}/edited": "the earlier file is kept; withdrawn",
    "/cases/{ref}/letters/{number}/issue": "asked twice",
    "/cases/{ref}/letters/{number}/withdraw": "asks why; it is due again",
    "/cases/{ref}/record/{kind_id}": "taken back; a decision or an end is asked twice",
    "/cases/{ref}/review": "put back as read", "/cases/{ref}/review/{field}": "put back as read",
    "/cases/{ref}/undo/{seq}": "asks why; recorded again", "/forms": "withdrawn or settled",
    "/forms/unfinished": "withdrawn or settled", "/invitation": "invited again", "/new-case": "withdrawn",
    "/sign-in": "signed out", "/sign-out": "signed in again", "/views": "removed",
    "/views/{number}/forget": "saved again", "/waiting/{sha256}": "asks what it is; withdrawn",
    "/waiting/{sha256}/retry": "withdrawn",
}  # fmt: skip


def test_12_every_step_is_undone_or_confirmed(shared: Served) -> None:
    """An address that changes something has its way back: a new one must say which."""
    from hrdocs.web.app import ROUTERS

    routes = [route for module in ROUTERS for route in module.router.routes]
    changing = {route.path for route in routes if getattr(route, "methods", set()) - {"GET", "HEAD"}}
    assert changing - set(UNDONE) == set()


def test_12_an_interruption_loses_nothing(page: Any, shared: Served) -> None:
    """A file that was sent when the server was stopped is offered, and taken in."""
    folder = shared.workspace.inbox / "from-pages-0123456789ab"
    folder.mkdir(parents=True)
    (folder / "17-complaint.docx").write_bytes((SAMPLES / "17-complaint.docx").read_bytes())
    page.goto("/forms")
    says(page, "1 file was left by an interruption")
    page.get_by_role("button", name="Take").click()
    page.locator("[data-rows] > li").filter(has_text="17-complaint.docx").wait_for()
    assert not folder.exists()


def test_the_time_limit_is_judged_as_it_is_typed(page: Any) -> None:
    """The verdict comes without a button; a day shows its weekday."""
    page.goto("/check-time")
    page.get_by_label("The dates").fill("8 April 2025")
    page.get_by_label("The day on which it was raised").fill("9/7/2025")
    page.get_by_text("Out of time").first.wait_for()
    assert "Wednesday 9 July 2025" in page.inner_text("form[data-check-time]").replace(",", "")
    says(page, "Tuesday 8 April 2025")
