"""`hrdocs publish`, `redact`, `report` and `contact` as they are typed."""

import json
from pathlib import Path

import pytest

from hrdocs.cli import main
from hrdocs.shipped import shipped_folder

FAQ = str(shipped_folder("samples") / "guidance" / "faq.docx")
FORM = str(shipped_folder("samples") / "council-dignity-at-work" / "01-complaint.docx")
ANSWERS = [f"--answer={check}=yes" for check in ("fit", "relevance", "managers", "casework", "unions")]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def department(tmp_path: Path) -> str:
    place = str(tmp_path / "department")
    assert run("--pack", "civil-service-harassment", "init", place) == 0
    return place


def test_an_edition_is_a_draft_until_it_is_answered_and_approved(
    department: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which document it is shows by its items; what is asked is told; only an approved edition is logged."""
    out = tmp_path / "managers.docx"
    publish = ("-w", department, "publish", FAQ, "--audience", "managers", "--out", str(out))
    assert run(*publish) == 1
    assert out.exists()
    assert "It is a draft" in capsys.readouterr().err
    assert run("-w", department, "publish", "--log", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"editions": []}
    assert run(*publish, *ANSWERS, "--approved-by", "Una Test") == 1  # two places still point to question 25
    capsys.readouterr()
    run("-w", department, "publish", "--log", "--format", "json")
    (row,) = json.loads(capsys.readouterr().out)["editions"]
    assert (row["edition"], row["approved_by"], row["left_out"]) == ("faq-managers", "Una Test", "25, 26")
    assert set(row["answers"]) == {"fit", "relevance", "managers", "casework", "unions"}


def test_what_the_source_leaves_open_is_not_decided(
    department: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Trade unions: a person says whether 25 and 26 stay."""
    assert run("-w", department, "publish", FAQ, "--audience", "trade-unions", "--dry-run") == 2
    assert "--leave-out 25,26 or --keep 25,26" in capsys.readouterr().err
    assert (
        run("-w", department, "publish", FAQ, "--audience", "trade-unions", "--keep=25,26", "--dry-run") == 0
    )


def test_a_release_copy_is_kept_in_the_case_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case is found by the file's bytes, the reader by a role, and the list stands beside the copy."""
    place = str(tmp_path / "council")
    run("init", place)
    run("-w", place, "intake", FORM, "--received", "2025-06-05")
    capsys.readouterr()
    assert run("-w", place, "redact", FORM, "--for", "complainant", "--format", "json") in (0, 1)
    result = json.loads(capsys.readouterr().out)
    assert result["removed"]
    (copy,) = Path(place, "cases").glob("*/releases/*.docx")
    assert (copy.parent / f"{copy.stem}.list.json").is_file()
    assert run("-w", place, "redact", FAQ, "--for", "outside") == 2
    assert "is filed in no case" in capsys.readouterr().err
    assert run("-w", place, "verify") == 0


def test_a_report_and_a_contact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Contacts are counted with fixed words; a report is printed, written and remembered."""
    place, out = str(tmp_path / "council"), tmp_path / "report"
    run("init", place)
    for _ in range(6):
        assert run("-w", place, "contact", "--level", "advice", "--category", "bullying") == 0
    assert run("-w", place, "contact", "--level", "advice", "--category", "about Una") == 2
    capsys.readouterr()
    year = ("--from", "2020-01-01", "--to", "2040-12-31")
    assert run("-w", place, "report", *year, "--out", str(out), "--issue", "--format", "json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["totals"][0] == {"complaints": "0", "appeals": "0", "contacts": "5"}
    assert json.loads((out / "report.json").read_text("utf-8")) == printed
    assert {path.suffix for path in out.iterdir()} == {".docx", ".xlsx", ".json"}
    assert run("-w", place, "report", *year, "--patterns") == 0
