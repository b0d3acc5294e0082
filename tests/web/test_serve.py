"""The command that serves the pages."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrdocs.cli import hrdocs
from hrdocs.errors import ExitCode, UnavailableError, UsageError
from hrdocs.web import pages

HRDOCS = Path(sys.executable).with_name("hrdocs")


def run(folder: Path, *options: str) -> None:
    CliRunner().invoke(
        hrdocs, ["serve", "-w", str(folder), "--no-browser", *options], catch_exceptions=False,
        standalone_mode=False,
    )  # fmt: skip


def test_without_a_style_sheet_it_says_how_to_get_one(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that was built without npm ends with code 8."""
    monkeypatch.setattr(pages, "STYLE", Path("nowhere.css"))
    with pytest.raises(UnavailableError, match="make web") as told:
        run(made)
    assert told.value.exit_code is ExitCode.UNAVAILABLE


def test_a_public_address_is_for_a_team_behind_tls(made: Path) -> None:
    """http:// is refused, and so is one user for the whole network."""
    for options in (
        ["--public-address", "http://x.example", "--team"],
        ["--public-address", "https://x.example"],
    ):
        with pytest.raises(UsageError, match="--public-address"):
            run(made, *options)


def test_a_port_in_use_is_told(made: Path) -> None:
    """Before anything is opened."""
    if not pages.STYLE.is_file():
        pytest.skip("the style sheet is not built (`make web`)")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match="cannot be used"):
            run(made, "--port", str(other.getsockname()[1]))


def test_it_serves_on_this_machine_and_stops(made: Path, tmp_path: Path) -> None:
    """The printed address opens the pages once; a request is not logged; Ctrl+C ends it with code 0."""
    if not pages.STYLE.is_file():
        pytest.skip("the style sheet is not built (`make web`)")
    folder = shutil.copytree(made, tmp_path / "workspace")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(HRDOCS), "serve", "-w", str(folder), "--no-browser", "--port", str(port)]
    environment = {**os.environ, "HRDOCS_USER": "Nuala Casey"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            line = server.stderr.readline()
            token = re.search(r"http://127\.0\.0\.1:\d+(/start\?token=[\w-]+)", line)
            assert token is not None, line
            asked = HTTPConnection("127.0.0.1", port, timeout=20)
            asked.request("GET", token[1])
            answer = asked.getresponse()
            assert answer.status == 303 and answer.getheader("set-cookie")
            asked.close()
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0
            assert "DW-2025" not in server.stderr.read()
        finally:
            server.kill()
