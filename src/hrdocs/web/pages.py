"""Templates and what they all need: the person, the menu, the form token, and days in words."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from hrdocs import __version__
from hrdocs.case import Case
from hrdocs.desk.accounts import Person, Right
from hrdocs.rules.workdays import format_day
from hrdocs.web.days import parse_day
from hrdocs.web.house import house_of
from hrdocs.web.security import session_of

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
STYLE = STATIC / "vendor" / "hrdocs.css"

# path, title, the right it needs; the order of the menu
_MENU = (
    ("/", "Today", Right.SEE_CASES),
    ("/cases", "Cases", Right.SEE_CASES),
    ("/forms", "Add forms", Right.TAKE_IN),
    ("/review", "Review", Right.REVIEW),
    ("/calendar", "Calendar", Right.SEE_CASES),
    ("/check-time", "Time limit", Right.SEE_CASES),
    ("/statistics", "Statistics", Right.STATISTICS),
    ("/accounts", "Accounts", Right.ACCOUNTS),
)

VERDICTS = {
    "in-time": ("In time", "green"),
    "out-of-time": ("Out of time", "red"),
    "partly-in-time": ("Partly in time", "orange"),
    "needs-review": ("Needs a person", "yellow"),
    "no-limit": ("No time limit", "grey"),
    "": ("Not judged", "grey"),
}
STATES = {
    "open": ("Open", "blue"),
    "met": ("Met", "green"),
    "met-after": ("Met after its day", "grey"),
    "late": ("Late", "red"),
    "past-aim": ("Past its aim: reason needed", "orange"),
    "passed": ("Not used: ask why", "yellow"),
    "waived": ("Given up", "grey"),
    "delayed": ("Delayed, with its reason", "yellow"),
}
LETTERS = {"draft": "yellow", "approved": "blue", "issued": "green", "withdrawn": "grey"}
FORCES = {"hard": "limit", "aim": "aim", "advice": "advice"}


@lru_cache(maxsize=1)
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        day=lambda d: format_day(_as_day(d)) if d else "",
        short_day=lambda d: _short(_as_day(d)) if d else "",
        words=in_words,
        party=_party,
        plain=without_commands,
        told=_told,
    )
    env.globals.update(
        VERDICTS=VERDICTS, STATES=STATES, FORCES=FORCES, LETTERS=LETTERS, version=__version__, query=_query
    )
    return env


def warm_templates() -> None:
    """Compile every page, so that nobody waits for it."""
    env = _environment()
    for name in env.list_templates():
        env.get_template(name)


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    house = house_of(request)
    session = getattr(request.state, "session", None)
    person: Person | None = session.person if session else None
    notices = list(session.notices) if session else []
    if session:
        session.notices.clear()
    menu = [
        (path, title)
        for path, title, right in _MENU
        if person and person.name and person.may(right) and path in request.app.state.menu
        and (path != "/accounts" or house.settings.team)
    ]  # fmt: skip
    text = (
        _environment()
        .get_template(template)
        .render(
            organisation=house.organisation.name or "Your organisation",
            person=person,
            team=house.settings.team,
            menu=menu,
            place=request.url.path,
            csrf=session.csrf if session else "",
            notices=notices,
            today=house.settings.clock.today(),
            Right=Right,
            **context,
        )
    )
    return HTMLResponse(text, status_code=status)


def go(path: str) -> RedirectResponse:
    """Send the browser on after something was done."""
    return RedirectResponse(path, status_code=303)


def notice(request: Request, words: str, *, kind: str = "success") -> None:
    """Words for the next page that this person sees. `kind` is `success` or `warning`."""
    session_of(request).notices.append((kind, words))


def in_words(name: str) -> str:
    """An id as words: "meeting-held" gives "meeting held"."""
    return name.replace("-", " ").replace("_", " ")


def party_words(party_id: str, case: Case | None = None) -> str:
    """A party's part in the case, in words: "respondent-2" gives "person complained about 2".

    The number is left out where the case has one such person.
    """
    role, _, number = party_id.rpartition("-") if party_id[-1:].isdigit() else (party_id, "", "")
    title = in_words({"respondent": "person complained about"}.get(role, role))
    is_only = case is not None and len(case.in_role(role)) < 2
    return title if is_only else f"{title} {number}".strip()


@pass_context
def _party(context: Context, party_id: str) -> str:
    case = context.get("case")
    return party_words(party_id, case if isinstance(case, Case) else None)


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)+")
_COMMAND = re.compile(r"(?:: |, or |; )?(?:[Rr]un |with )?`hrdocs [^`]*`")


def without_commands(text: str) -> str:
    """A next step without what somebody would type at a command line: the pages have their own ways."""
    plain = _COMMAND.sub("", text).strip()
    return re.sub(r"\s+([.,;])", r"\1", plain)


def _query(base: Mapping[str, Any], **changes: Any) -> str:
    """The filters as the end of an address, some of them changed; what is empty is left out."""
    merged = {**base, **changes}
    return urlencode({k: v for k, v in merged.items() if v not in ("", None)}, doseq=True)


def _told(text: str) -> str:
    """A recorded text as it is read: a day in words, "partly-upheld" without its hyphen."""
    if _ISO.fullmatch(text) and (day := parse_day(text)) is not None:
        return format_day(day)
    return in_words(text) if _WORD.fullmatch(text) else text


def _as_day(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))


def _short(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"
