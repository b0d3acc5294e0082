"""Mail merge: the plan first, then the files, and memory that does not grow."""

import datetime as dt
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from docx import Document

from hrdocs.desk.merging import merge_rows
from hrdocs.errors import InputError, LetterError, UsageError
from hrdocs.letters.marks import find_marks

NOW = dt.datetime(2025, 12, 5, 9, 30, tzinfo=dt.UTC)


def write_template(folder: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "letter.docx"
    document.save(str(path))
    return path


def write_rows(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "rows.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_rows_become_files(tmp_path: Path) -> None:
    """One file each, named by the pattern; columns with dots are nested; rows with problems are told."""
    template = write_template(tmp_path, "Dear {{ reader.name }}: {{ ref }}")
    rows = write_rows(
        tmp_path,
        {"reader.name": "Una & Co <b> {{ 7 * 7 }}", "ref": "A 1"},
        {"reader.name": "Bob", "ref": ""},
        {"reader.name": "", "ref": "A3"},
        {"reader.name": "Cat", "ref": "a 1"},
        {"reader.name": "Di\x07", "ref": "A5"},
    )
    out = tmp_path / "out"
    planned = merge_rows(template, rows, out, pattern="{{ ref }}", now=NOW, dry_run=True)
    assert not out.exists()
    assert merge_rows(template, rows, out, pattern="{{ ref }}", now=NOW) == planned
    assert [(m.row, m.file) for m in planned] == [(1, "A 1.docx"), (2, None), (3, None), (4, None), (5, None)]
    problems = [m.problem or "" for m in planned]
    assert "needs ref, which is not known" in problems[1]
    assert "{{ reader.name }}" in problems[2]
    assert "taken by an earlier row" in problems[3]
    assert "U+0007" in problems[4]
    assert [path.name for path in out.iterdir()] == ["A 1.docx"]
    assert text_of(out / "A 1.docx") == "Dear Una & Co <b> {{ 7 * 7 }}: A 1"


def test_what_is_there_already(tmp_path: Path) -> None:
    """The same merge again changes nothing; a file that differs is never written over."""
    template = write_template(tmp_path, "{{ x }}")
    rows = write_rows(tmp_path, {"x": "1"}, {"x": "2"})
    out = tmp_path / "out"
    first = merge_rows(template, rows, out, pattern=None, now=NOW)
    assert [m.file for m in first] == ["letter-0001.docx", "letter-0002.docx"]
    assert merge_rows(template, rows, out, pattern=None, now=NOW) == first
    write_rows(tmp_path, {"x": "1"}, {"x": "3"})
    again = merge_rows(template, rows, out, pattern=None, now=NOW)
    assert (again[0].problem, "differs" in (again[1].problem or "")) == (None, True)
    assert text_of(out / "letter-0002.docx") == "2"


@pytest.mark.parametrize("pattern", ["{{ nobody }}", "{{ x", "{{ x.__class__ }}", "{{ void }}"])
def test_names_that_cannot_be_made(tmp_path: Path, pattern: str) -> None:
    """A name without a value is no name."""
    rows = write_rows(tmp_path, {"x": "1", "void": ""})
    (merged,) = merge_rows(
        write_template(tmp_path, "{{ x }}"), rows, tmp_path / "out", pattern=pattern, now=NOW
    )
    assert "cannot be filled in" in (merged.problem or "")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["../../{{ x }}", "/etc/{{ x }}", "CON{{ x }}"])
def test_names_stay_in_the_folder(tmp_path: Path, name: str) -> None:
    """A name cannot leave the folder."""
    rows = write_rows(tmp_path, {"x": "../y"})
    merge_rows(write_template(tmp_path, "{{ x }}"), rows, tmp_path / "out", pattern=name, now=NOW)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["y.docx"]


def test_a_template_that_cannot_be_read(tmp_path: Path) -> None:
    """A template with a broken tag stops the merge before any row."""
    rows = write_rows(tmp_path, {"x": "1"})
    with pytest.raises(LetterError) as caught:
        merge_rows(write_template(tmp_path, "{{ x }"), rows, tmp_path / "out", pattern=None, now=NOW)
    assert caught.value.subject == "letter.docx"


def test_a_template_that_grows_without_end(tmp_path: Path) -> None:
    """A foreign template that eats memory is ended, and costs nothing but itself."""
    bomb = (
        "{% set n = namespace(x=x) %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}"
    )
    rows = write_rows(tmp_path, {"x": "abcdefgh"})
    with pytest.raises(LetterError) as caught:
        merge_rows(write_template(tmp_path, bomb), rows, tmp_path / "out", pattern=None, now=NOW)
    assert caught.value.code == "too-large"
    assert not (tmp_path / "out").exists()


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Five times the rows do not take twice the memory: the letters are never held together."""
    template = write_template(tmp_path, "{{ x }}")
    peaks = []
    for count in (30, 150):
        path = tmp_path / f"rows-{count}.csv"
        path.write_text("x\n" + "some words\n" * count, encoding="utf-8")
        tracemalloc.start()
        merge_rows(template, path, tmp_path / f"out-{count}", pattern=None, now=NOW)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]


def test_all_rows_in_one_file(tmp_path: Path) -> None:
    """Every whole row is a section of the one file; rows that lack a value are told and left out."""
    template = write_template(tmp_path, "Dear {{ name }}")
    rows = write_rows(tmp_path, {"name": "Una"}, {"name": ""}, {"name": "Cat"})
    target = tmp_path / "all.docx"
    planned = merge_rows(template, rows, None, pattern=None, together=target, now=NOW, dry_run=True)
    assert [bool(row.problem) for row in planned] == [False, True, False]
    assert not target.exists()
    assert merge_rows(template, rows, None, pattern=None, together=target, now=NOW) == planned
    assert text_of(target).split("\n") == ["Dear Una", "Dear Cat"]
    assert len(Document(str(target)).sections) == 2


def test_what_the_letters_are_made_from_is_never_written_over(tmp_path: Path) -> None:
    """One file for all is a Word file, neither the template nor the data, and nobody's else."""
    template = write_template(tmp_path, "Dear {{ name }}")
    rows = write_rows(tmp_path, {"name": "Ann"})
    before = template.read_bytes(), rows.read_bytes()
    other = tmp_path / "other.docx"
    other.write_bytes(b"a letter of somebody")
    for target, told in (
        (template, "is what the letters are made from"),
        (rows, "is for a Word file"),
        (other, "is there already and differs"),
    ):
        with pytest.raises(UsageError, match=told):
            merge_rows(template, rows, None, pattern=None, now=NOW, together=target)
    assert (template.read_bytes(), rows.read_bytes()) == before
    assert other.read_bytes() == b"a letter of somebody"
    for _ in range(2):  # the same merge again is no other file
        (done,) = merge_rows(template, rows, None, pattern=None, now=NOW, together=tmp_path / "all.docx")
        assert done.file == "all.docx"


def test_headings_without_rows_are_told(tmp_path: Path) -> None:
    """A table with headings only is no work done in silence."""
    rows = tmp_path / "rows.csv"
    rows.write_text("name,ref\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no rows"):
        merge_rows(write_template(tmp_path, "Dear {{ name }}"), rows, tmp_path, pattern=None, now=NOW)


def test_a_template_that_fetches_is_refused(tmp_path: Path) -> None:
    """A linked template or picture would be fetched by whoever opens the letter; a link to click is none."""
    template = write_template(tmp_path, "Dear {{ name }}")
    rows = write_rows(tmp_path, {"name": "Ann"})
    document = Document(str(template))
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    document.part.relate_to("https://page.example/", f"{kinds}hyperlink", is_external=True)
    document.save(str(template))
    assert merge_rows(template, rows, tmp_path, pattern=None, now=NOW, dry_run=True)[0].problem is None
    document.part.relate_to("https://watch.example/a.png", f"{kinds}image", is_external=True)
    document.save(str(template))
    with pytest.raises(LetterError, match=r"would fetch https://watch\.example/a\.png"):
        merge_rows(template, rows, tmp_path, pattern=None, now=NOW)
    assert find_marks(template.read_bytes()) == (
        "a link that is fetched when it is opened: https://watch.example/a.png",
    )
