"""Packs that are not what they should be: every one is told in the words of its files."""

import shutil
import sys
from pathlib import Path

import pytest

from hrdocs.errors import PackError
from hrdocs.packs import check_pack, find_pack, read_pack, shipped_packs
from hrdocs.workspace import create_workspace, read_organisation

_DEEP = "[" * 20_000
BAD = (
    ("procedure.toml", "clause = 5\n"),
    ("procedure.toml", "clause = [1, 'a']\n"),
    ("procedure.toml", "limit = 5\n"),
    ("procedure.toml", "limit = {a = 5}\n"),
    ("procedure.toml", "time_limit = 5\n"),
    ("procedure.toml", "event = {a = 1}\n"),
    ("procedure.toml", f"a = {_DEEP}\n"),
    ("procedure.toml", "a = 9999-99-99\n"),
    ("letters.toml", "item = 5\n"),
    ("letters.toml", "letter = [5]\n"),
    ("letters.toml", "[[letter]]\nkind = 'outcome'\naudience = 'x'\nitems = [[1], 2]\n"),
    ("letters.toml", "item = {a = 5}\n"),
    ("forms/complaint.toml", "field = 5\n"),
    ("forms/complaint.toml", "field = [5]\nsection = [[]]\n"),
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    source = next(folder for folder in shipped_packs() if folder.name.startswith("council"))
    return Path(shutil.copytree(source, tmp_path / "own"))


@pytest.mark.parametrize(("name", "text"), BAD)
def test_wrong_types_are_problems(pack: Path, name: str, text: str) -> None:
    """A table, list or text where another is wanted is a problem of the pack, not an end of the program."""
    (pack / name).write_text(text)
    with pytest.raises(PackError):
        read_pack(pack)


def _named(pack: Path, template: str) -> None:
    path = pack / "letters.toml"
    text = path.read_text()
    at = text.index('template = "')
    path.write_text(f'{text[:at]}template = "{template}"{text[text.index(chr(10), at) :]}')


@pytest.mark.parametrize(
    "template", ["../../etc/passwd", "/etc/passwd", "a\\\\..\\\\..\\\\b.docx", "C:x.docx"]
)
def test_templates_stand_in_their_pack(pack: Path, template: str) -> None:
    """A template whose name leads out of the pack is a problem, whether or not it is there."""
    _named(pack, template)
    with pytest.raises(PackError, match="outside the pack"):
        read_pack(pack)


def test_a_name_that_cannot_be_is_a_problem(pack: Path) -> None:
    """A template of an impossible name is one more problem."""
    _named(pack, "a" * 5000 + ".docx")
    problems, _ = check_pack(pack)
    assert any("cannot be read" in problem for problem in problems)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
@pytest.mark.parametrize("target", ["/etc/passwd", "loop.docx", "../elsewhere"])
def test_links_stay_in_the_pack(pack: Path, target: str) -> None:
    """A link that leads out of the pack, to itself or nowhere is a problem."""
    (pack / "letters" / "loop.docx").symlink_to(target)
    with pytest.raises(PackError, match="a link that leads out"):
        read_pack(pack)


def test_no_pack_of_an_impossible_name() -> None:
    """A name that no folder can have is the name of no pack."""
    for name in ("a" * 5000, "a\0b"):
        with pytest.raises(PackError, match="no such pack"):
            find_pack(name)


@pytest.mark.parametrize(
    "text", ["signatory = 5\n", "closure = [1, 2]\n", "retention = {a = 1}\n", f"a = {_DEEP}"]
)
def test_settings_of_wrong_types_are_problems(tmp_path: Path, text: str) -> None:
    """organisation.toml with something else than its tables is told as its mistakes."""
    workspace = create_workspace(tmp_path / "w", pack="council-dignity-at-work")
    (workspace.folder / "organisation.toml").write_text(text)
    with pytest.raises(PackError):
        read_organisation(workspace)
