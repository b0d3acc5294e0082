"""`hrdocs form learn`, and completed copies read with what it drafted."""

import json
import tomllib
from pathlib import Path

from click.testing import CliRunner, Result
from tests.samples_forms import measured_pdf, measured_word

from hrdocs.cli import hrdocs

GRID = next(f for f in measured_pdf.FORMS if f.name == "grievance_grid")
WORD = next(f for f in measured_word.FORMS if f.name == "dignity_controls")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(hrdocs, arguments, catch_exceptions=False, standalone_mode=False)


def test_a_form_is_learned_and_its_copies_are_read(tmp_path: Path) -> None:
    """The draft of a blank form reads a completed copy of it."""
    for form in (GRID, WORD):
        blank, copy = tmp_path / f"{form.name}{form.suffix}", tmp_path / f"copy{form.suffix}"
        definition = tmp_path / f"{form.name}.toml"
        blank.write_bytes(form.blank())
        data, truths = form.completed()
        copy.write_bytes(data)
        learned = run("form", "learn", str(blank), "--out", str(definition))
        assert f"{definition}: " in learned.stdout
        assert "parse FILE --form" in learned.stderr
        result = run("parse", str(copy), "--form", str(definition), "--format", "json")
        (document,) = json.loads(result.stdout)["documents"]
        values = [field["value"] for field in document["fields"].values()]
        names = [t.value for t in truths if t.label in ("Name", "Full name", "Department", "Organisation")]
        assert document["form"] == form.name.replace("_", "-")
        assert set(names) <= set(values)


def test_the_draft_is_printed_where_no_file_is_named(tmp_path: Path) -> None:
    """Without --out the TOML is on stdout, with its comments for a person."""
    blank = tmp_path / "Our Form.pdf"
    blank.write_bytes(GRID.blank())
    result = run("form", "learn", str(blank))
    assert tomllib.loads(result.stdout)["id"] == "our-form"
    assert result.stdout.startswith("# A draft")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """With --dry-run the counts are printed and no file is there."""
    blank, out = tmp_path / "blank.pdf", tmp_path / "own.toml"
    blank.write_bytes(GRID.blank())
    result = run("form", "learn", str(blank), "--out", str(out), "--dry-run")
    assert "would write" in result.stdout
    assert not out.exists()


def test_a_draft_is_not_written_over(tmp_path: Path) -> None:
    """A definition that a person may have mended stays as it is."""
    blank, out = tmp_path / "blank.pdf", tmp_path / "own.toml"
    blank.write_bytes(GRID.blank())
    out.write_text("mended", encoding="utf-8")
    result = CliRunner().invoke(hrdocs, ["form", "learn", str(blank), "--out", str(out)])
    assert result.exit_code != 0
    assert out.read_text(encoding="utf-8") == "mended"


def test_a_filled_copy_is_noticed(tmp_path: Path) -> None:
    """A copy with answers in its fields is learned with a warning, and its answers stay out of the draft."""
    school = next(f for f in measured_word.FORMS if f.name == "school")
    copy = tmp_path / "copy.pdf"
    data, truths = school.completed()
    copy.write_bytes(data)
    result = run("form", "learn", str(copy))
    assert "is not blank: " in result.stderr
    assert not [t.value for t in truths if len(t.value) > 12 and t.value in result.stdout]
