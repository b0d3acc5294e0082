"""What guards every page: who may ask, from where, how much, and what a browser may do with the answer.

`Guard` looks at each request before anything else does: the Host header, the origin of what changes
something, and the size of what is sent; and it gives each answer its headers. `check_request` then sees
to the session and to the form's token, for every route of the application.
"""

import secrets
from collections.abc import Callable
from typing import Any

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hrdocs.desk.accounts import Person, Right
from hrdocs.web.house import house_of
from hrdocs.web.sessions import Session
from hrdocs.web.settings import Settings

MAX_FORM = 2 * 1024**2
MAX_UPLOAD = 512 * 1024**2
UPLOADS = ("/forms", "/api/forms")  # where files may be sent to
SETTING_UP = ""  # the name of whoever makes the first account, and may do nothing else
_FIRST = "/accounts/first"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/static/", "/start", "/sign-in", "/invitation", "/health")
_POLICY = "; ".join(
    (
        "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "object-src 'none'",
        "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "frame-src 'none'",
    )
)  # fmt: skip
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class NotSignedInError(Exception):
    """The page needs somebody who is signed in."""


class Guard:
    """The outermost part of the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal:
            await _refuse(send, *refusal)
            return
        limit = MAX_UPLOAD if scope["path"].startswith(UPLOADS) else MAX_FORM
        await self._app(scope, _bounded(receive, limit), self._with_headers(scope, send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if headers.get("host", "") not in self._settings.hosts:
            return 421, "These pages are not served under this name."
        if scope["method"] not in _SAFE and not self._same_origin(headers):
            return 403, "This request did not come from these pages. Go back and try again."
        length = headers.get("content-length", "0")
        limit = MAX_UPLOAD if scope["path"].startswith(UPLOADS) else MAX_FORM
        if not length.isdigit() or int(length) > limit:
            return 413, f"More than {limit // 1024**2} MB was sent at once. Send it in smaller parts."
        return None

    def _same_origin(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is not None:
            return origin in self._settings.origins
        return headers.get("sec-fetch-site") == "same-origin"

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        is_static = scope["path"].startswith("/static/")

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers["cache-control"] = "private, max-age=3600" if is_static else "no-store"
                if self._settings.is_secure:
                    headers["strict-transport-security"] = "max-age=31536000"
            await send(message)

        return wrapped


def _bounded(receive: Receive, limit: int) -> Receive:
    """What is sent without saying how much is counted as it comes."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(413, "Too much was sent at once. Send it in smaller parts.")
        return message

    return counted


async def _refuse(send: Send, status: int, words: str) -> None:
    head = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
    head += [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": words.encode()})


async def check_request(request: Request) -> None:
    """See that somebody is signed in, and that what changes something carries the session's own token.

    Raises:
        NotSignedInError: nobody is signed in.
        HTTPException: the token is missing or another's.
    """
    house = house_of(request)
    session = house.sessions.find(request.cookies.get(house.settings.cookie, ""))
    if session is not None and house.settings.team and session.person.name == SETTING_UP:
        if house.accounts.count() or not request.url.path.startswith(_FIRST):
            session = None
    elif session is not None and house.settings.team:
        account = house.accounts.find(session.person.name)
        if account is None or not account.active or account.changes != session.changes:
            house.sessions.end(session.key)
            session = None
    request.state.session = session
    if request.url.path.startswith(_OPEN):
        return
    if session is None:
        raise NotSignedInError
    if request.method not in _SAFE:
        token = request.headers.get("x-csrf-token") or str((await form_of(request)).get("csrf", ""))
        if not secrets.compare_digest(token.encode(), session.csrf.encode()):
            raise HTTPException(
                403, "This page was open too long, or came from somewhere else. Load it again."
            )


async def form_of(request: Request) -> dict[str, Any]:
    """What a form sent: the last value of each name; `form_lists` gives all of them."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        return {}
    return dict(await request.form(max_files=500, max_fields=5000))


Form = dict[str, Any]
FORM = Depends(form_of)


async def form_lists(request: Request) -> dict[str, list[str]]:
    """What a form sent, every value of each name; files are left out."""
    form = await request.form(max_files=500, max_fields=5000)
    return {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in form}


def session_of(request: Request) -> Session:
    """The session of somebody who is signed in."""
    session: Session | None = request.state.session
    if session is None:
        raise NotSignedInError
    return session


def need(right: Right) -> Callable[[Request], Person]:
    """A dependency: the person at the pages, who must have this right."""

    def person(request: Request) -> Person:
        found = session_of(request).person
        if not found.may(right):
            raise HTTPException(403, f"Your role ({found.role.value}) may not {right.value}.")
        return found

    return person
