"""What `hrdocs pack check` finds beyond single tables, and `hrdocs pack new`."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrdocs.cli import hrdocs
from hrdocs.desk.pack_examples import Expectation, Story, StoryEvent, case_of
from hrdocs.desk.packs import check_pack_examples, check_whole_pack, plan_pack
from hrdocs.errors import HrdocsError, InputError, PackError
from hrdocs.letters.author import format_template_text, make_template
from hrdocs.packs import find_pack, read_pack, shipped_packs
from hrdocs.rules.pack_lint import HOLDERS, STANDING, check_agreement
from hrdocs.rules.workflow import facts_for

DISAGREEING = Path(__file__).parent / "disagreeing-pack"
COUNCIL, SMALLEST = "council-dignity-at-work", "civil-service-harassment"


def new(tmp_path: Path, name: str = "ours", source: str = COUNCIL) -> Path:
    words = ["pack", "new", name, "--from", source, "--out", str(tmp_path)]
    result = CliRunner().invoke(hrdocs, words, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return tmp_path / name


def change(path: Path, old: str, new_words: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new_words, 1), encoding="utf-8")


def test_tables_that_disagree_are_all_told_at_once() -> None:
    """A pack in which every table can be read and which is wrong all the same."""
    report = check_whole_pack(DISAGREEING)
    told = [f"problem: {p}" for p in report.problems] + [f"note: {r}" for r in report.remarks]
    assert told == (DISAGREEING / "told.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda p: p.name)
def test_shipped_packs_hold_their_own_examples(folder: Path) -> None:
    """Each shipped pack's tables agree and its examples hold; its templates have tests of their own."""
    pack = read_pack(folder)
    assert tuple(check_agreement(pack.procedure)) == ()
    report = check_pack_examples(pack)
    assert report.problems == ()
    assert report.examples > 8


def test_the_check_knows_every_fact_of_conditions() -> None:
    """Whatever a condition may ask for of a case is known to the check."""
    pack = read_pack(find_pack(SMALLEST))
    event = StoryEvent(dt.date(2026, 3, 2), "complaint-received")
    story = Story("one", "One", dt.date(2026, 3, 2), (event,), Expectation())
    events = {e.id.replace("-", "_") for e in pack.procedure.events}
    assert set(facts_for(case_of(story), "complainant")) <= STANDING | set(HOLDERS) | events


def test_a_new_pack_works_before_it_is_changed(tmp_path: Path) -> None:
    """What `pack new` writes is the other pack under a new id, its form too, and has no problem."""
    folder = new(tmp_path, source=SMALLEST)
    assert check_whole_pack(folder).problems == ()
    procedure = read_pack(folder).procedure
    assert (procedure.id, procedure.forms[0].id) == ("ours", "ours-complaint")
    before = {p.relative_to(find_pack(SMALLEST)): p for p in find_pack(SMALLEST).rglob("*") if p.is_file()}
    after = {p.relative_to(folder): p for p in folder.rglob("*") if p.is_file()}
    assert before.keys() == after.keys()
    changed = {k.as_posix() for k in before if before[k].read_bytes() != after[k].read_bytes()}
    assert changed == {"procedure.toml", "forms/complaint.toml"}


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A second `pack new` of the same name is refused and changes nothing."""
    folder = new(tmp_path)
    change(folder / "procedure.toml", 'id = "ours"', 'id = "ours"\n# mine')
    with pytest.raises(InputError, match="nothing is written over"):
        new(tmp_path)
    assert "# mine" in (folder / "procedure.toml").read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """`--dry-run` says what to change first and leaves the folder alone."""
    words = ["pack", "new", "ours", "--from", COUNCIL, "--out", str(tmp_path), "--dry-run"]
    result = CliRunner().invoke(hrdocs, words)
    assert result.exit_code == 0
    assert "Would write" in result.output
    assert "3 months, clause 12.1" in result.output
    assert "appeal 5 working-days (hard)" in result.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["Ours", "our pack", "../ours", "", "ours-", "9", COUNCIL])
def test_a_name_that_is_no_id_is_refused(name: str, tmp_path: Path) -> None:
    """The id of a pack is small letters, figures and hyphens, and not that of a shipped one."""
    with pytest.raises(InputError):
        plan_pack(name, find_pack(COUNCIL), tmp_path)


def test_an_unknown_pack_to_begin_from(tmp_path: Path) -> None:
    """A misspelt source names the nearest pack."""
    with pytest.raises(PackError, match="did you mean"):
        new(tmp_path, source="council-dignity-work")


@pytest.mark.parametrize(
    ("old", "new_words", "told"),
    [
        ("deadlines = { meetings = 2026-03-31 }", "deadlines = { meetings = 2026-03-30 }",
         "[[case]] 'first-day': limit 'meetings' falls on Tue 2026-03-31, not Mon 2026-03-30"),
        ('stage = "raised"', 'stage = "closed"', "[[case]] 'first-day': the stage is 'raised', not 'closed'"),
        ('letters = ["acknowledgement"]', 'letters = ["acknowledgment"]',
         "unknown letter 'acknowledgment' (did you mean 'acknowledgement'?)"),
        ('respondent-notice = "13.3"', 'respondent-notice = "12.1"',
         "'respondent-notice' is not blocked by clause '12.1' (blocked by: 13.3"),
        ('kind = "complaint-acknowledged"', 'kind = "complaint-acknowleged"',
         "unknown event 'complaint-acknowleged' (did you mean 'complaint-acknowledged'?)"),
    ],
    ids=["day", "stage", "letter", "clause", "event"],
)  # fmt: skip
def test_an_example_that_does_not_hold(tmp_path: Path, old: str, new_words: str, told: str) -> None:
    """An example that says otherwise than the pack is told in the words of cases.toml."""
    folder = new(tmp_path)
    change(folder / "cases.toml", old, new_words)
    problems = check_pack_examples(read_pack(folder)).problems
    assert any(told in problem for problem in problems), problems


def test_a_letter_for_another_nation(tmp_path: Path) -> None:
    """A pack for England whose letters name bodies of Northern Ireland has a problem for each."""
    folder = new(tmp_path)
    nation = 'jurisdiction = "{}"'
    change(folder / "procedure.toml", nation.format("northern-ireland"), nation.format("england-and-wales"))
    change(folder / "procedure.toml", 'organisation = "council"', 'organisation = "association"')
    report = check_whole_pack(folder)
    wanted = "ours/letters/out-of-time.docx: names the Labour Relations Agency"
    assert any(problem.startswith(wanted) for problem in report.problems)
    assert any("acknowledgement.docx: speaks of “the council”" in remark for remark in report.remarks)


def test_a_template_that_no_letter_names(tmp_path: Path) -> None:
    """A Word file that is left over is a note; one that leaves something out is a problem."""
    folder = new(tmp_path, source=SMALLEST)
    (folder / "letters" / "spare.docx").write_bytes(make_template("Dear", title="T"))
    path = folder / "letters" / "outcome-respondent.docx"
    text = "\n".join(x for x in format_template_text(path).splitlines() if "large print" not in x)
    path.write_bytes(make_template(text, title="T"))
    report = check_whole_pack(folder)
    assert "ours/letters/spare.docx: no [[letter]] names this template" in report.remarks
    assert any("outcome-respondent.docx: It does not say" in problem for problem in report.problems)


def test_check_ends_with_the_code_of_packs() -> None:
    """`hrdocs pack check` ends with 5 where a pack has a problem, and prints them as JSON too."""
    result = CliRunner().invoke(
        hrdocs, ["pack", "check", str(DISAGREEING), "--format", "json"], standalone_mode=False
    )
    assert not isinstance(result.exception, HrdocsError)
    assert result.return_value == 5
    assert '"examples": 1' in result.output
