"""`check-time --batch`: what cannot be used is an entry in its place, whatever the kind of table."""

import json
import subprocess
import sys
from pathlib import Path

from openpyxl import Workbook

RAISED = "2025-09-15"


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import hrdocs.cli; hrdocs.cli.main()", "check-time", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def test_a_line_that_is_no_json_is_an_entry(tmp_path: Path) -> None:
    """Lines that are not JSON, no object, or not UTF-8 cost themselves only, and the exit code is 1."""
    good = json.dumps({"id": "a", "text": "17 June 2025", "raised": RAISED}).encode()
    lines = [b"nonsense", good, b"[1]", b"\xff\xfe", b"", b'{"id": "b", "text": {}, "raised": "x"}']
    (tmp_path / "t.jsonl").write_bytes(b"\n".join(lines))
    result = run("--batch", "t.jsonl", "--format", "jsonl", cwd=tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("verdict") for row in found] == [None, "in-time", None, None, None]
    assert found[0]["error"] == {"code": "damaged", "message": "line 1 is not JSON. Mend that line."}
    assert found[1]["id"] == "a"
    assert result.returncode == 1


def test_several_texts_of_one_row_are_several_acts(tmp_path: Path) -> None:
    """A list of texts is judged as one complaint."""
    row = {"id": "a", "text": ["3 May 2025", "17 June 2025"], "raised": RAISED}
    (tmp_path / "t.jsonl").write_text(json.dumps(row), encoding="utf-8")
    result = run("--batch", "t.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert json.loads(result.stdout)["verdict"] == "partly-in-time"
    assert result.returncode == 0


def test_a_workbook_is_read_behind_the_guard(tmp_path: Path) -> None:
    """Rows of a workbook are judged in order; one that is no workbook is an error of input."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["id", "text", "raised"], [1, "3 May 2025", RAISED], [2, "17/6/25", "soon"]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    result = run("--batch", "t.xlsx", cwd=tmp_path)
    answers = [line.split("\t")[1][:11] for line in result.stdout.splitlines()]
    assert answers == ["out-of-time", "error: has "]
    assert result.returncode == 1
    (tmp_path / "bad.xlsx").write_text("junk", encoding="utf-8")
    assert run("--batch", "bad.xlsx", cwd=tmp_path).returncode == 4


def test_a_day_raised_is_taken_as_people_type_it(tmp_path: Path) -> None:
    """Two-digit years, months in words and cells left to `--raised`; what is no one day is an entry."""
    rows = ["text,raised", "17/06/2025,17/9/25", "17/06/2025,17 Sept 2025", "17/06/2025,", "17/06/2025,17/09"]
    (tmp_path / "t.csv").write_text("\n".join(rows), encoding="utf-8")
    result = run("--batch", "t.csv", "--raised", "18/09/25", "--format", "jsonl", cwd=tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("raised") for row in found] == ["2025-09-17", "2025-09-17", "2025-09-18", None]
    assert [row.get("verdict") for row in found] == ["in-time", "in-time", "out-of-time", None]
    assert result.returncode == 1


def test_columns_of_other_names_are_named(tmp_path: Path) -> None:
    """A table without the columns that are needed is told so in each row, and judged in none."""
    (tmp_path / "t.csv").write_text("Ref;When;Raised\n1;8 July 2025;2025-10-09\n", encoding="utf-8")
    for more in ((), ("--raised", RAISED)):
        result = run("--batch", "t.csv", *more, cwd=tmp_path)
        assert result.returncode == 1
        assert "(it has: Ref, When, Raised)" in result.stdout


def test_tribunals_limits_are_told_apart_from_the_verdict(tmp_path: Path) -> None:
    """With --statutory the tribunals are named after the verdict; a figure only where one was entered."""
    assert "Tribunal" not in run("3 March 2026", "--raised", "2026-07-01", cwd=tmp_path).stdout
    plain = run("3 March 2026", "--raised", "2026-07-01", "--statutory", cwd=tmp_path).stdout
    verdict, information = plain.split("\n\n")
    assert "Tribunal" not in verdict
    assert "Industrial Tribunal" in information and "2 June 2026" not in information
    entered = '[[statutory]]\nid = "ni-industrial-tribunal"\nmonths = 3\nverified = 2026-11-02\n'
    own = f'name = "x"\npack = "council-dignity-at-work"\n{entered}'
    (tmp_path / "organisation.toml").write_text(own, encoding="utf-8")
    shape = json.loads(
        run("3 March 2026", "--raised", "2026-07-01", "--statutory", "--format", "json", cwd=tmp_path).stdout
    )
    assert any("Tuesday 2 June 2026" in line for line in shape["statutory"])
    assert shape["verdict"] == "out-of-time"


def test_a_limit_that_nobody_knows_is_told(tmp_path: Path) -> None:
    """An unknown tribunal and a figure of no months are mistakes of organisation.toml, told together."""
    rows = '[[statutory]]\nid = "ni-industial-tribunal"\nmonths = 0\nverified = 2026-11-02\n'
    own = f'name = "x"\npack = "council-dignity-at-work"\n{rows}'
    (tmp_path / "organisation.toml").write_text(own, encoding="utf-8")
    result = run("3 March 2026", "--raised", "2026-07-01", cwd=tmp_path)
    assert result.returncode != 0
    assert "did you mean 'ni-industrial-tribunal'?" in result.stderr
    assert "key 'months' must be 1 or more" in result.stderr
