"""`hrdocs serve`."""

import logging
import os
import secrets
import socket
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from hrdocs.cli.context import merge_place, need_workspace, place_options, talk, user
from hrdocs.errors import ExitCode, UnavailableError, UsageError

if TYPE_CHECKING:
    from hrdocs.web.settings import Settings


@click.command(epilog="Example: hrdocs serve --port 8080")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
@click.option("--team", is_flag=True, help="Several people sign in, each with an account and a role.")
@click.option("--no-browser", is_flag=True, help="Print the address; do not open it.")
@click.option("--public-address", default="", help="The https:// address of the TLS proxy in front of it.")
@place_options
def serve(
    port: int,
    team: bool,
    no_browser: bool,
    public_address: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """The caseworker's pages, in a browser on this machine.

    They can be reached from this machine only. For a team they stand behind a TLS proxy: docs/web.md.
    """
    merge_place(own_workspace, own_pack)
    if public_address and not (public_address.startswith("https://") and team):
        raise UsageError("--public-address", "is for --team, and begins with https://", "See docs/web.md.")
    workspace = need_workspace()
    from hrdocs.tools.guard import load_early
    from hrdocs.web.settings import READERS_NEED, Settings

    load_early(READERS_NEED)  # beside the import of the pages, not after it
    _check_installed()
    from hrdocs.web.app import create_app

    settings = Settings(
        port=port, team=team, user=user(), start_token=secrets.token_urlsafe(32),
        public_address=public_address.rstrip("/"),
    )  # fmt: skip
    place = _bind(port)
    app = create_app(workspace, settings=settings)
    address = _address(app, settings)
    talk(f"hrdocs: the pages are at {address}")
    talk("hrdocs: this address is good once; Ctrl+C stops the pages.")
    if not no_browser:
        webbrowser.open(address)
    return _run(app, place)


def _check_installed() -> None:
    """See that the web framework and the pages' style sheet are there."""
    try:
        from hrdocs.web.pages import STYLE
    except ImportError as error:
        raise UnavailableError(
            "hrdocs serve",
            f"needs {error.name}, which is not installed",
            "Install it: pip install 'hrdocs[web]'.",
        ) from error
    if not STYLE.is_file():
        raise UnavailableError(
            "hrdocs serve", "this copy was built without the pages' style sheet",
            "`make web` builds it (with npm); a wheel that holds it needs nothing.",
        )  # fmt: skip


def _bind(port: int) -> socket.socket:
    """The port on this machine, taken before the browser is sent there; no other machine reaches it.

    Raises:
        UsageError: it is in use, or not allowed.
    """
    place = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this would let two programs have one port
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind(("127.0.0.1", port))
        place.listen()
    except (OSError, OverflowError) as error:
        place.close()
        fact = f"{port} cannot be used ({getattr(error, 'strerror', None) or error})"
        raise UsageError("--port", fact, "Stop the other program, or name another port.") from error
    return place


def _address(app: Any, settings: "Settings") -> str:
    """Where to begin: the single-use address, or the sign-in page once there are accounts."""
    base = settings.public_address or f"http://127.0.0.1:{settings.port}"
    if settings.team and app.state.house.accounts.count():
        app.state.house.start_token = ""
        return f"{base}/sign-in"
    return f"{base}/start?token={settings.start_token}"


def _run(app: Any, place: socket.socket) -> int:
    """Serve until stopped. No request is logged, and of a bug only its kind and place."""
    import uvicorn

    logging.getLogger("uvicorn.error").addFilter(_without_details)
    config = uvicorn.Config(
        app, access_log=False, log_level="warning", server_header=False,
        proxy_headers=False, timeout_graceful_shutdown=5,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):  # the way to stop them
        server.run(sockets=[place])
    talk("hrdocs: the pages are closed.")
    return ExitCode.OK if server.started else ExitCode.UNAVAILABLE


def _without_details(record: logging.LogRecord) -> bool:
    """Tracebacks can hold what a person wrote: only the kind of the exception is told."""
    if record.exc_info and record.exc_info[0] is not None:
        record.msg, record.args = f"a bug in hrdocs ({record.exc_info[0].__name__})", None
        record.exc_info = None
    return True
