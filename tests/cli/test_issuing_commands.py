"""`hrdocs case approve`, `issue` and `withdraw` as their users meet them."""

import json
from pathlib import Path

import pytest
from tests.letters.office import make_office

import hrdocs.cli
from hrdocs.errors import ExitCode

DAY = ("--date", "2026-03-04")


def run(folder: Path, *words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        hrdocs.cli.main(["-w", str(folder), *words])
    return int(ended.value.code or 0)


def test_from_draft_to_issued(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each step names the file and its digest; a letter is chosen by file name or by kind and party."""
    office = make_office(tmp_path)
    folder = office.workspace.folder
    assert run(folder, "letter", "acknowledgement", office.ref, *DAY) == ExitCode.OK
    assert run(folder, "case", "issue", office.ref, "acknowledgement", *DAY) == ExitCode.LETTER
    assert run(folder, "case", "approve", office.ref, "acknowledgement-complainant.docx", *DAY) == ExitCode.OK
    capsys.readouterr()
    issue = ("case", "issue", office.ref, "acknowledgement:complainant", *DAY, "--format", "json")
    assert run(folder, *issue) == ExitCode.OK
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["recorded"]) == ("issued", True)
    assert Path(told["path"]).is_file()
    withdraw = ("case", "withdraw", office.ref, "acknowledgement", "--reason", "sent to the wrong address")
    assert run(folder, *withdraw, "--dry-run", *DAY) == ExitCode.OK
    assert "Would withdraw" in capsys.readouterr().out


def test_a_letter_that_is_not_there_is_named_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line: what was asked for, and which letters the case has."""
    office = make_office(tmp_path)
    folder = office.workspace.folder
    run(folder, "letter", "acknowledgement", office.ref, *DAY)
    assert run(folder, "case", "approve", office.ref, "outcome", *DAY) == ExitCode.LETTER
    assert "Choose one of: acknowledgement:complainant (draft)." in capsys.readouterr().err
