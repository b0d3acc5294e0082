"""A picture of every page, for a person to look at: `python -m tests.web.screenshots FOLDER`."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize, sync_playwright
from tests.web.conftest import (
    CHROMIUM,
    DECIDED,
    PARTLY,
    RISK,
    SEVERAL,
    TOKEN,
    VAGUE,
    Served,
    fill_workspace,
)

# the picture's name, the page
PAGES = {
    "today": "/",
    "cases": "/cases",
    "cases-past-aim": "/cases?need=past-aim&sort=due",
    "case": f"/cases/{DECIDED}",
    "case-risk": f"/cases/{RISK}",
    "case-time-limit": f"/cases/{PARTLY}",
    "case-vague-date": f"/cases/{VAGUE}",
    "forms": "/forms",
    "review-list": "/review",
    "review": f"/cases/{VAGUE}/review/incident_dates",
    "review-pdf": f"/cases/{PARTLY}/review",
    "people": f"/cases/{DECIDED}/people",
    "record-find": f"/cases/{DECIDED}/record?q=mediation",
    "hidden": "/hidden",
    "timeline": f"/cases/{DECIDED}/timeline",
    "views": f"/cases/{DECIDED}/views",
    "record": f"/cases/{DECIDED}/record",
    "record-decision": f"/cases/{DECIDED}/record/appeal-received",
    "record-delay": f"/cases/{SEVERAL}/record/delay-recorded?limit=meetings",
    "letters": f"/cases/{DECIDED}/letters",
    "letter": f"/cases/{SEVERAL}/letters/1",
    "letter-new": f"/cases/{DECIDED}/letters/new/outcome?to=complainant",
    "letter-pair": f"/cases/{DECIDED}/letters/pair/outcome",
    "letters-due": f"/letters/due?ref={DECIDED}&ref={RISK}",
    "time-limit": "/check-time?text=3%2C+4+and+7+March+2025%3B+about+Easter&raised=5%2F6%2F2025",
    "time-limit-problem": "/check-time?text=&raised=x",
    "calendar": "/calendar?month=2025-11",
    "waiting": "/waiting",
    "new-case": "/new-case",
    "statistics": "/statistics?year=2024",
    "api": "/api",
    "not-found": "/cases/DW-2025-999",
}  # fmt: skip


def take(page: Any, folder: Path, name: str, path: str) -> None:
    page.goto(path)
    for letter in page.locator("[data-pages]").all():  # until its pages are drawn, or cannot be
        letter.and_(page.locator("[data-drawn]")).wait_for(timeout=120_000)
    page.screenshot(path=str(folder / f"{name}.png"), full_page=True)


def main(folder: Path) -> None:
    """Fill a workspace with samples, serve it, and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        served = Served(fill_workspace(Path(place) / "workspace"))
        team = Served(fill_workspace(Path(place) / "team"), team=True)
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        view = ViewportSize(width=1280, height=900)
        page = browser.new_page(base_url=served.address("/"), viewport=view, locale="en-GB")
        page.goto(f"/start?token={TOKEN}")
        for name, path in PAGES.items():
            take(page, folder, name, path)
        page.goto(f"/waiting/{served.app.state.house.quarantined()[0].sha256}")
        page.screenshot(path=str(folder / "waiting-file.png"), full_page=True)
        narrow = browser.new_page(base_url=served.address("/"), viewport=ViewportSize(width=400, height=800))
        take(narrow, folder, "closed", "/cases")
        other = browser.new_page(base_url=team.address("/"), viewport=view, locale="en-GB")
        take(other, folder, "sign-in", "/sign-in")
        take(other, folder, "first-account", f"/start?token={TOKEN}")
        browser.close()
        served.stop()
        team.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
