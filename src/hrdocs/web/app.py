"""The application: routers, one a family of pages, behind the guard, and errors as pages."""

import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from inspect import signature
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as StarletteHTTPException

from hrdocs.errors import ExitCode, HrdocsError
from hrdocs.web import (
    accounts,
    api,
    api_review,
    cases,
    diary,
    events,
    files,
    home,
    letter_pages,
    letters,
    people,
    review,
    signin,
    statistics,
    times,
    unread,
    upload,
    waiting,
)
from hrdocs.web.house import House, open_house
from hrdocs.web.pages import STATIC, go, render
from hrdocs.web.security import Guard, NotSignedInError, check_request
from hrdocs.web.settings import Settings
from hrdocs.workspace import Workspace

ROUTERS = (
    signin,
    home,
    cases,
    events,
    people,
    letter_pages,
    letters,
    files,
    upload,
    review,
    waiting,
    unread,
    diary,
    times,
    statistics,
    accounts,
    api,
    api_review,
)
# In a next step: the event that would give what is missing.
_RECORD = re.compile(r"`hrdocs case record ([\w-]+) ([a-z-]+)")
_REFRESH = 2.0  # seconds between two looks for what other programs have recorded
_STATUS = {
    ExitCode.USAGE: 422, ExitCode.INPUT: 422, ExitCode.LETTER: 409, ExitCode.REGISTER: 409,
    ExitCode.PACK: 500, ExitCode.UNAVAILABLE: 503,
}  # fmt: skip


def create_app(workspace: Workspace, *, settings: Settings) -> FastAPI:
    """The pages of one workspace."""
    house = open_house(workspace, settings)
    app = FastAPI(
        title="hrdocs",
        description="Cases, deadlines and letters, with the permissions of whoever is signed in.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(check_request)],
        lifespan=_living(house),
        **_silent(),
    )
    app.state.house = house
    app.add_middleware(Guard, settings=settings)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for module in ROUTERS:
        app.include_router(module.router)
    app.state.menu = {getattr(route, "path", "") for route in _routes()}
    _add_errors(app)
    return app


def _silent() -> dict[str, Any]:
    """The web framework's own records of requests and errors, off: they could hold what a person wrote."""
    if "telemetry" not in signature(FastAPI.__init__).parameters:
        return {}
    off = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
    return {"telemetry": off}


def _routes() -> list[object]:
    return [route for module in ROUTERS for route in module.router.routes]


def _living(house: House) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """While the server lives, a thread keeps the lists up with what is recorded."""

    def keep_up() -> None:
        pending = 1
        while not house.stopping.wait(0 if pending else _REFRESH):
            try:
                pending = house.casebook.refresh(house.settings.clock.today(), at_most=20)
            except HrdocsError:
                pending = 0  # the page that needs the list says what is wrong

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        if house.settings.background:
            threading.Thread(target=upload.warm_up, args=(house,), name="readers", daemon=True).start()
            threading.Thread(target=keep_up, name="casebook", daemon=True).start()
        yield
        house.stopping.set()
        house.readers.close()
        house.accounts.close()
        house.register.close()

    return living


def _add_errors(app: FastAPI) -> None:
    app.add_exception_handler(NotSignedInError, _not_signed_in)
    app.add_exception_handler(HrdocsError, _told)
    app.add_exception_handler(StarletteHTTPException, _refused)
    app.add_exception_handler(500, _bug)


def _wants_json(request: Request) -> bool:
    return request.url.path.startswith("/api")


async def _not_signed_in(request: Request, _: Exception) -> Response:
    if _wants_json(request):
        return JSONResponse({"error": {"code": "not-signed-in", "message": "Sign in first."}}, 401)
    if request.method == "GET" and request.app.state.house.settings.team:
        return go("/sign-in")
    return render(request, "closed.html", status=401)


async def _told(request: Request, error: Exception) -> Response:
    """An error of hrdocs as a page: what it concerns, the fact and the next step."""
    assert isinstance(error, HrdocsError)  # noqa: S101 - registered for it alone
    status = 404 if error.code == "no-case" else _STATUS.get(error.exit_code, 500)
    if _wants_json(request):
        return JSONResponse({"error": {"code": error.code, "message": str(error)}}, status)
    match = _RECORD.search(error.next_step)
    step = f"/cases/{match[1]}/record/{match[2]}" if match else ""
    title = "That did not work"
    return render(request, "error.html", status=status, title=title, error=error, words="", step=step)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteHTTPException)  # noqa: S101 - registered for it alone
    titles = {403: "That is not open to you", 404: "There is no such page", 405: "There is no such page"}
    words = "" if error.detail in ("Not Found", "Method Not Allowed") else str(error.detail)
    if _wants_json(request):
        return JSONResponse(
            {"error": {"code": "refused", "message": words or "Not found."}}, error.status_code
        )
    title = titles.get(error.status_code, "That did not work")
    return render(
        request, "error.html", status=error.status_code, title=title, error=None, words=words, step=""
    )


async def _bug(request: Request, error: Exception) -> Response:
    words = f"A bug in hrdocs ({type(error).__name__}). Nothing half done was kept."
    if _wants_json(request):
        return JSONResponse({"error": {"code": "bug", "message": words}}, 500)
    return render(
        request, "error.html", status=500, title="Something went wrong", error=None, words=words, step=""
    )
