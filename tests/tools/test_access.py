"""Access lists on Windows, up to the command that sets them; modes elsewhere."""

import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from hrdocs.errors import RegisterError
from hrdocs.tools import access
from hrdocs.workspace import create_workspace, make_private_folder, write_whole


def keeping(found: list[list[str]]) -> access.Run:
    """Instead of running a command, keep it."""

    def run(command: Sequence[str]) -> int:
        found.append(list(command))
        return 0

    return run


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that hrdocs would run on Windows, as somebody called BOARD\\una."""
    found: list[list[str]] = []

    def keep(path: Path, *, run: access.Run = access.run_command, whom: str = "") -> None:
        del run, whom
        real(path, run=keeping(found), whom="BOARD\\una")

    real = access.close_to_others
    monkeypatch.setattr(access, "is_windows", lambda: True)
    monkeypatch.setattr(access, "close_to_others", keep)
    return found


def _folders(commands: list[list[str]]) -> list[str]:
    return [command[1] for command in commands if "(OI)" in command[4]]


def test_only_the_owner_and_the_system(tmp_path: Path) -> None:
    """The inherited list goes, the owner and the system come; what is made in a folder has its list."""
    (tmp_path / "one.pdf").touch()
    ran: list[list[str]] = []
    for path in (tmp_path, tmp_path / "one.pdf"):
        access.close_to_others(path, run=keeping(ran), whom="BOARD\\una")
    folder, file = ran
    assert folder == [
        "icacls", str(tmp_path), "/inheritance:r", "/grant:r", "BOARD\\una:(OI)(CI)F",
        "*S-1-5-18:(OI)(CI)F", "/q",
    ]  # fmt: skip
    assert file[4:6] == ["BOARD\\una:F", "*S-1-5-18:F"]


def test_a_list_that_cannot_be_set_stops(tmp_path: Path) -> None:
    """Where others might read it, nothing is put there; the message says what to do."""
    with pytest.raises(RegisterError, match=r"cannot be closed to other people.*NTFS"):
        access.close_to_others(tmp_path, run=lambda _: 5)
    assert access.run_command(["no-such-command-here"]) == 127


def test_a_workspace_is_closed_once(tmp_path: Path, commands: list[list[str]]) -> None:
    """The uppermost new folder is closed, and nothing inside it again: it inherits."""
    workspace = create_workspace(tmp_path / "new" / "complaints", pack="council-dignity-at-work")
    write_whole(workspace.folder / "cases" / "DW-2026-001" / "form.pdf", b"form")
    assert _folders(commands) == [str(tmp_path / "new")]


def test_a_folder_that_is_there_is_closed(tmp_path: Path, commands: list[list[str]]) -> None:
    """A workspace in a folder that somebody made before is closed as well."""
    create_workspace(tmp_path, pack="council-dignity-at-work")
    assert _folders(commands) == [str(tmp_path)]


def test_an_export_is_closed_before_it_has_its_name(tmp_path: Path, commands: list[list[str]]) -> None:
    """A file outside a workspace is closed by itself, before anybody can find it under its name."""
    write_whole(tmp_path / "bundle.zip", b"everything")
    assert [command[1].endswith(".part") for command in commands] == [True]
    assert [path.name for path in tmp_path.iterdir()] == ["bundle.zip"]


def test_elsewhere_modes_do_it(tmp_path: Path) -> None:
    """Files 0600, folders 0700, and no command."""
    make_private_folder(tmp_path / "a" / "b")
    write_whole(tmp_path / "a" / "b" / "c.pdf", b"x")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/c.pdf")]
    assert modes == [0o700, 0o700, 0o600]
