"""`hrdocs template` and the checks behind it."""

import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from hrdocs.cli import hrdocs
from hrdocs.desk.templates import check_pack_templates
from hrdocs.errors import LetterError
from hrdocs.letters.author import format_template_text, make_template
from hrdocs.letters.lint import Vocabulary, check_tags
from hrdocs.packs import read_pack, shipped_packs

COUNCIL = next(p for p in shipped_packs() if p.name == "council-dignity-at-work")
OUTCOME = COUNCIL / "letters" / "outcome-respondent.docx"
BARE = "--- first header ---\n--- header ---\n--- first footer ---\n--- footer ---\n--- letter ---\n"
WORDS = Vocabulary(
    frozenset(("reader.name", "acts", "acts[].text", "meeting_arranged.date", "our_ref")),
    frozenset(("decision_made.outcome", "suspension_decided.start")),
    frozenset(("suspension_decided.start",)),
    "complainant",
)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(hrdocs, ["template", *arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result


def bare(text: str) -> bytes:
    return make_template(BARE + text, title="T")


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda p: p.name)
def test_shipped_templates_have_no_faults(folder: Path) -> None:
    """Every template of the shipped packs passes its own check."""
    checked = check_pack_templates(read_pack(folder))
    assert checked
    assert [(c.path.name, f.message) for c in checked for f in c.faults if not f.note] == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Dear {{ reader.nmae }}", "unknown-fact", "did you mean 'reader.name'"),
        ("{% if meeting_aranged.date %}x{% endif %}", "unknown-fact", "did you mean 'meeting_arranged.date'"),
        ("{{ decision_made.outcome }}", "not-given", "needs or uses"),
        ("{{ suspension_decided.start }}", "withheld", "complainant may not be told"),
        ("{%p for act in acts %}\n- {{ act.txet }}\n{%p endfor %}", "unknown-fact", "acts.txet"),
        ("{%p if our_ref %}\nx", "unclosed-block", "{% endif %} is missing"),
        ("{%p for act in acts %}\nx\n{%p endif %}", "stray-end", "'for' is still open"),
        ("x {% endif %}", "stray-end", "ends nothing"),
        ("x {% else %}", "stray-tag", "outside any if"),
        ("{%p if our_ref %}\nx {% endif %}", "mixed-levels", "write both alike"),
        ("{% if our_ref == %}x{% endif %}", "broken-tag", "cannot be read"),
        ("{{ our_ref | uper }}", "unknown-filter", "did you mean 'upper'"),
        ("{{ our_ref", "unclosed-tag", "no beginning or no end"),
        ("our_ref }} is", "unclosed-tag", "no beginning or no end"),
        ("{% fi our_ref %}x", "broken-tag", "is no tag"),
        ("Lost {%p if our_ref %}\nx\n{%p endif %}", "text-lost", "own paragraph"),
    ],
)
def test_faults(text: str, code: str, words: str) -> None:
    """Each kind of fault is found, with the nearest name where one is near."""
    faults = check_tags(bare(text), WORDS)
    assert code in [f.code for f in faults]
    assert any(words in f.message for f in faults if f.code == code)


@pytest.mark.parametrize(
    "text",
    [
        "{%p for act in acts %}\n- {{ act.text | sentence }} {{ loop.index }}\n{%p endfor %}",
        "{% set x = our_ref %}{{ x }}{% if not x %}y{% elif acts | length > 1 %}z{% else %}w{% endif %}",
        "{# a note about {{ nothing }} #}plain {text} and 100% {",
        "{{ our_ref }}{%- if acts -%} x {%- endif %}",
        "{% if reader %}{{ reader.name.upper() }}{% endif %}",
        "{{ acts | join(“, ”) }}",
    ],
)
def test_no_faults(text: str) -> None:
    """What is right is left alone."""
    assert check_tags(bare(text), WORDS) == ()


def test_tags_that_word_has_split() -> None:
    """A tag over two runs is found where it stands, in a table too."""
    document = Document()
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    paragraph.add_run("Dear {{ reader")
    paragraph.add_run(".name }}").bold = True
    out = io.BytesIO()
    document.save(out)
    (fault,) = check_tags(out.getvalue(), WORDS)
    assert (fault.code, fault.tag, fault.paragraph) == ("split-tag", "{{ reader.name }}", 0)


def test_check_a_letter_of_a_pack(tmp_path: Path) -> None:
    """A letter that leaves out an item and names a withheld fact: exit 6, and comments in a copy."""
    text = format_template_text(OUTCOME)
    lines = [line for line in text.splitlines() if "large print" not in line]
    lines.append("{{ decision_made.actions_for_complainant }} {{ reader.nam }}")
    broken = tmp_path / "outcome-respondent.docx"
    broken.write_bytes(make_template("\n".join(lines), title="T"))
    marked = tmp_path / "marked.docx"
    result = run(
        "check", str(broken), "--pack", "council-dignity-at-work", "--out", str(marked), "--format", "json"
    )
    assert result.return_value == 6
    (row,) = json.loads(result.stdout)
    assert row["letters"] == ["outcome to respondent"]
    codes = {fault["code"] for fault in row["faults"]}
    assert {"withheld", "unknown-fact", "missing-item"} <= codes
    comments = [c.text for c in Document(str(marked)).comments]
    assert len(comments) == len(row["faults"])
    assert any("did you mean 'reader.name'" in text for text in comments)


def test_check_reads_and_changes_nothing(tmp_path: Path) -> None:
    """A sound template of a pack is exit 0, and the file stays as it was."""
    copied = tmp_path / "pack"
    shutil.copytree(COUNCIL, copied)
    path = copied / "letters" / "outcome-respondent.docx"
    before = path.read_bytes()
    result = run("check", str(path))
    assert (result.return_value, result.stdout) == (0, "1 template, 0 faults.\n")
    assert path.read_bytes() == before


def test_what_is_no_template(tmp_path: Path) -> None:
    """A file that is no Word file is refused as a template."""
    path = tmp_path / "x.docx"
    path.write_bytes(b"x")
    for arguments in (("check", str(path), "--pack", "council-dignity-at-work"), ("show", str(path))):
        with pytest.raises(LetterError):
            run(*arguments)


def test_show_prints_the_text() -> None:
    """`show` prints what `make_template` makes the same template of."""
    assert run("show", str(OUTCOME)).stdout == format_template_text(OUTCOME)


def test_new_begins_a_letter(tmp_path: Path) -> None:
    """`new` gives a letterhead and what to write as notes; the check asks for each of them."""
    path = tmp_path / "outcome.docx"
    pack = ("--pack", "council-dignity-at-work")
    run("new", "outcome", "--to", "respondent", "--out", str(path), *pack)
    text = format_template_text(path)
    assert "{{ organisation.name }}" in text
    assert "It must say: " in text
    result = run("check", str(path), "--kind", "outcome", "--to", "respondent", *pack, "--format", "json")
    (row,) = json.loads(result.stdout)
    codes = [fault["code"] for fault in row["faults"]]
    to_write = text.count("It must say: ") + text.count("It must print: ") + 1
    assert codes.count("missing-item") == text.count("It must say: ") > 0
    assert codes.count("to-be-written") == to_write == len(codes) - codes.count("missing-item")
    alone = run("check", str(path), *pack, "--format", "json")
    assert alone.return_value == 6
    (row,) = json.loads(alone.stdout)
    codes = [fault["code"] for fault in row["faults"]]
    assert sorted(set(codes)) == ["no-letter", "to-be-written"]
    assert codes.count("to-be-written") == to_write
    with pytest.raises(LetterError):
        run("new", "no-such-letter", "--out", str(tmp_path / "x.docx"), *pack)
