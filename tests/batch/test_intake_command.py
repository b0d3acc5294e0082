"""`hrdocs intake` as it is typed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.desk.desks import COUNCIL, write_form

from hrdocs.cli import hrdocs
from hrdocs.errors import HrdocsError, PackError
from hrdocs.shipped import shipped_folder
from hrdocs.tools.tables import read_rows


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    CliRunner().invoke(hrdocs, ["init", str(tmp_path / "ws")])
    shutil.copy(shipped_folder("samples") / COUNCIL / "organisation.toml", tmp_path / "ws")
    return tmp_path / "ws"


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(hrdocs, ["-w", str(workspace), "intake", *arguments], standalone_mode=False)


def test_the_summary_says_what_and_why(workspace: Path) -> None:
    """Counts of what was opened, here already and not taken in, with reasons, as JSON and as XLSX."""
    write_form(workspace / "form.docx")
    (workspace / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    files = (str(workspace / "form.docx"), str(workspace / "torn.pdf"))
    report = workspace.parent / "out.xlsx"
    result = run(workspace, *files, "--format", "json", "--jobs", "1", "--report", str(report))
    told: dict[str, Any] = json.loads(result.stdout)
    assert [row["state"] for row in told["received"]] == ["opened", "quarantined"]
    assert told["summary"]["states"] == {"opened": 1, "quarantined": 1}
    assert told["summary"]["reasons"] == {"damaged": 1}
    assert result.return_value == 1
    assert {row["What"]: row["How many"] for row in read_rows(report)}["Documents"] in ("2", 2)
    again = run(workspace, "--retry")
    assert "1 documents: 1 already here." in again.stdout or "are here already" in again.stdout


def test_nothing_offered_is_an_empty_list(workspace: Path) -> None:
    """An empty inbox is no mistake."""
    result = run(workspace, str(workspace / "inbox"), "--format", "json")
    assert json.loads(result.stdout)["received"] == []
    assert result.return_value == 0


def test_watching_gives_a_line_for_each_look(workspace: Path) -> None:
    """A file is taken in at the first look after it came; later ones have nothing new."""
    write_form(workspace / "inbox" / "form.docx")
    result = run(
        workspace, str(workspace / "inbox"), "--watch", "--interval", "0", "--passes", "3", "--jobs", "1"
    )
    lines = [line.partition(" ")[2].partition(" ")[2] for line in result.stdout.splitlines()]
    assert lines == ["1 opened.", "nothing new.", "nothing new."]


@pytest.mark.parametrize("arguments", [(), ("inbox", "--watch", "--dry-run"), ("s3://x", "--watch")])
def test_what_cannot_be_meant_is_refused(workspace: Path, arguments: tuple[str, ...]) -> None:
    """Before anything is read."""
    result = run(workspace, *arguments)
    assert isinstance(result.exception, HrdocsError)


@pytest.mark.parametrize("prefix", ["../X", "", "-DW", "HR/DW", "D" * 21])
def test_a_prefix_that_would_leave_the_workspace_is_refused(workspace: Path, prefix: str) -> None:
    """Case references name folders: their beginning is letters, figures and hyphens."""
    settings = workspace / "organisation.toml"
    text = settings.read_text(encoding="utf-8").replace('case_prefix = "DW"', f'case_prefix = "{prefix}"')
    settings.write_text(text, encoding="utf-8")
    write_form(workspace / "form.docx")
    result = run(workspace, str(workspace / "form.docx"))
    assert isinstance(result.exception, PackError)
    assert "key 'case_prefix'" in str(result.exception)
    assert not list((workspace / "cases").iterdir())


def test_a_name_as_long_as_a_book_keeps_the_table_short(workspace: Path) -> None:
    """The table shows the beginning of an answer of any length."""
    write_form(workspace / "form.docx", Name="Una " + "Deeny " * 4_000)
    result = run(workspace, str(workspace / "form.docx"), "--jobs", "1")
    assert "1 opened." in result.stdout
    assert len(result.stdout) < 20_000
