"""The command line as its users meet it: results, exit codes, one line of error."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from hrdocs.shipped import shipped_folder

FORM = {
    "Name": "Orlaith McGuckin",
    "Department": "Parks & Open Spaces",
    "Job Title": "Team leader",
    "Work Email Address": "orlaith.mcguckin@loughaird.example",
    "Work Phone Number": "028 9649 6412",
    "Who is the complaint against? (name/s)": "Declan Foy and Susan Pratt",
    "Date of incident(s)": "3, 4 and 7 March 2025",
    "Please state protected equality ground that relates to the complaint:": "Sex",
    "Incident(s) details": "On 3 March 2025 at the depot Declan Foy told me to go home.",
    "Signed": "Orlaith McGuckin",
    "Date": "28 May 2025",
}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import hrdocs.cli; hrdocs.cli.main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def write_form(path: Path, **changes: str) -> Path:
    document = docx.Document()
    document.add_heading("Formal complaints form - strictly confidential", 1)
    answers = {**FORM, **changes}
    table = document.add_table(len(answers), 2)
    for row, (label, value) in zip(table.rows, answers.items(), strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    document.save(str(path))
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    assert run("init", "ws", cwd=tmp_path).returncode == 0
    facts = shipped_folder("samples") / "council-dignity-at-work" / "organisation.toml"
    (tmp_path / "ws" / "organisation.toml").write_bytes(facts.read_bytes())
    return tmp_path / "ws"


def test_no_letter_is_written_without_a_letterhead(tmp_path: Path) -> None:
    """A new workspace opens cases, and says what organisation.toml lacks before letters are drafted."""
    run("init", "ws", cwd=tmp_path)
    write_form(tmp_path / "form.docx")
    result = run("intake", "../form.docx", "--received", "2025-05-30", cwd=tmp_path / "ws")
    assert result.returncode == 1
    assert "signatory" in " ".join(result.stdout.split())
    assert not list((tmp_path / "ws" / "cases").glob("*/letters/*"))


def test_parse_prints_answers_with_their_places(tmp_path: Path) -> None:
    """The JSON has every answer with value, raw, status and place; stdout holds nothing else."""
    write_form(tmp_path / "a.docx")
    result = run("parse", "a.docx", "--format", "json", cwd=tmp_path)
    assert result.returncode == 0
    (document,) = json.loads(result.stdout)["documents"]
    assert (document["source"], document["kind"], document["form"]) == ("a.docx", "docx", "council-complaint")
    assert document["fields"]["respondents"]["value"] == ["Declan Foy", "Susan Pratt"]
    assert document["fields"]["complainant_name"]["where"] == {"table": 1, "row": 1, "cell": 2}
    assert document["fields"]["signed_date"]["value"] == "2025-05-28"


def test_validate_gives_the_verdict_in_the_shape_of_check_time(tmp_path: Path) -> None:
    """`time_limit` holds verdict, raised, cutoff and the acts."""
    write_form(tmp_path / "a.docx", Date="5 June 2025")
    result = run("validate", "a.docx", "--received", "2025-06-05", "--format", "json", cwd=tmp_path)
    limit = json.loads(result.stdout)["documents"][0]["time_limit"]
    assert (limit["verdict"], limit["cutoff"], limit["clause"]) == ("partly-in-time", "2025-03-05", "12.1")
    assert [i["verdict"] for i in limit["incidents"]] == ["out-of-time", "out-of-time", "in-time"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"MZ\x90\x00" * 50, "not-supported"), (b"PK\x03\x04 broken", "damaged")],
)
def test_the_only_file_that_cannot_be_read_is_exit_4_and_one_line(
    tmp_path: Path, data: bytes, code: str
) -> None:
    """One line on stderr: file, fact, next step; the JSON has an entry with the code."""
    (tmp_path / "x.bin").write_bytes(data)
    result = run("--pack", "council-dignity-at-work", "parse", "x.bin", "--format", "json", cwd=tmp_path)
    assert result.returncode == 4
    assert len(result.stderr.strip().splitlines()) == 1
    assert "x.bin" in result.stderr
    assert json.loads(result.stdout)["documents"][0]["error"]["code"] == code


def test_of_several_files_a_bad_one_is_an_entry_and_exit_1(tmp_path: Path) -> None:
    """The others are read all the same."""
    write_form(tmp_path / "a.docx")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing more")
    result = run("parse", "a.docx", "b.pdf", "missing.docx", "--format", "json", cwd=tmp_path)
    assert result.returncode == 1
    entries = json.loads(result.stdout)["documents"]
    assert ["error" in entry for entry in entries] == [False, True, True]


def test_a_document_of_no_known_form_gives_pairs(tmp_path: Path) -> None:
    """Another document is read as labelled answers, with a finding that says which form came closest."""
    document = docx.Document()
    document.add_paragraph("Bicycle: red")
    document.add_paragraph("Lock number: 17")
    document.save(str(tmp_path / "a.docx"))
    result = run("parse", "a.docx", "--format", "json", cwd=tmp_path)
    (entry,) = json.loads(result.stdout)["documents"]
    assert entry["form"] is None
    assert {"label": "Bicycle", "value": "red"}.items() <= entry["pairs"][0].items()
    assert "unknown-form" in [problem["code"] for problem in entry["problems"]]


def test_check_time_prints_one_object_in_the_shape_of_the_contract(tmp_path: Path) -> None:
    """`check-time --format json` holds exactly what programs read."""
    result = run("check-time", "17/06/2025", "--raised", "2025-09-17", "--format", "json", cwd=tmp_path)
    found = json.loads(result.stdout)
    wanted = {"id", "verdict", "raised", "cutoff", "incidents", "flags", "reasons", "questions", "clause"}
    assert wanted <= set(found)
    assert {"text", "start", "end", "kind", "verdict"} <= set(found["incidents"][0])


def test_check_time_batch_keeps_the_order_and_goes_on(tmp_path: Path) -> None:
    """A row that cannot be used is an entry with its error; the others are judged, in order."""
    rows = [
        {"id": "a", "text": "1 May 2025", "raised": "2025-06-01"},
        {"id": "b", "text": "x", "raised": "soon"},
        {"id": "c", "text": "1 May 2024", "raised": "2025-06-01"},
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = run("check-time", "--batch", "t.jsonl", "--format", "jsonl", cwd=tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["id"], row.get("verdict")) for row in found] == [
        ("a", "in-time"), ("b", None), ("c", "out-of-time"),
    ]  # fmt: skip
    assert result.returncode == 1


def test_intake_opens_a_case_once(workspace: Path) -> None:
    """Files are taken in, the original is filed unchanged, and a second run changes nothing."""
    form = write_form(workspace / "inbox" / "form.docx")
    first = run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    assert "DW-2025-001" in first.stdout
    assert (workspace / "cases/DW-2025-001/originals/form.docx").read_bytes() == form.read_bytes()
    assert (workspace / "cases/DW-2025-001/letters/acknowledgement-complainant.docx").is_file()
    second = run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    assert "Nothing was changed" in second.stdout


def test_intake_dry_run_writes_nothing(workspace: Path) -> None:
    """A dry run tells what would be opened and leaves no case."""
    write_form(workspace / "inbox" / "form.docx")
    result = run("intake", "inbox", "--dry-run", cwd=workspace)
    assert "would be opened" in result.stdout
    assert not list((workspace / "cases").iterdir())


def test_an_unreadable_file_waits_in_quarantine(workspace: Path) -> None:
    """It is kept with its reason, listed, and the exit code says that a person is needed."""
    (workspace / "inbox" / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    result = run("intake", "inbox", cwd=workspace)
    assert result.returncode == 1
    kept = list((workspace / "quarantine").glob("*.pdf"))
    assert [path.read_bytes() for path in kept] == [b"%PDF-1.4 torn"]
    assert "torn.pdf" in run("case", "list", cwd=workspace).stdout


def test_events_are_told_in_the_words_of_the_procedure(workspace: Path) -> None:
    """The list has headings, and neither it nor the timeline names an event by its id."""
    write_form(workspace / "inbox" / "form.docx")
    assert run("intake", "inbox", "--received", "2025-05-30", cwd=workspace).returncode in (0, 1)
    listed = run("case", "list", cwd=workspace).stdout.splitlines()
    assert listed[0].split() == ["Case", "Received", "Time", "limit", "Last", "event"]
    told = "\n".join([*listed, *(run("case", "timeline", "DW-2025-001", cwd=workspace).stdout.splitlines())])
    assert "Letter drafted" in told
    assert "letter-drafted" not in told


def test_a_blocked_letter_names_its_clause(workspace: Path) -> None:
    """The notice to the person complained about waits for the contact review (13.3): exit 6."""
    write_form(workspace / "inbox" / "form.docx")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    result = run("letter", "respondent-notice", "DW-2025-001", "--to", "respondent-1", cwd=workspace)
    assert result.returncode == 6
    assert "13.3" in result.stderr


def test_no_refusal_is_drafted_while_informal_steps_are_undecided(workspace: Path) -> None:
    """An old act with earlier steps on the form waits for a person's decision on the informal stage."""
    steps = "Action taken so far to resolve the matter"
    write_form(
        workspace / "inbox" / "old.docx", **{"Date of incident(s)": "3 January 2025", steps: "Met Ann Lee."}
    )
    result = run("intake", "inbox", "--received", "2025-05-30", "--format", "json", cwd=workspace)
    (row,) = json.loads(result.stdout)["received"]
    assert row["time_limit"]["verdict"] == "out-of-time"
    assert row["letters"] == ["acknowledgement-complainant.docx"]
    assert "time-limit-decided" in row["held"][0]


def test_events_are_checked_before_they_are_recorded(workspace: Path) -> None:
    """An unknown event, fact or party is refused with the nearest known one: exit 2."""
    write_form(workspace / "inbox" / "form.docx")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    wrong = run("case", "record", "DW-2025-001", "investigator-apointed", "name=R Kerr", cwd=workspace)
    assert (wrong.returncode, "investigator-appointed" in wrong.stderr) == (2, True)
    lacking = run("case", "record", "DW-2025-001", "investigator-appointed", "name=R Kerr", cwd=workspace)
    assert (lacking.returncode, "title" in lacking.stderr) == (2, True)
    right = run(
        "case", "record", "DW-2025-001", "investigator-appointed", "name=R Kerr", "title=Head of Parks",
        "--date", "2025-06-02", cwd=workspace,
    )  # fmt: skip
    assert right.returncode == 0, right.stderr


def test_no_workspace_is_exit_2_and_names_init(tmp_path: Path) -> None:
    """A command that needs a workspace and finds none says how to make one."""
    result = run("case", "list", cwd=tmp_path)
    assert (result.returncode, "hrdocs init" in result.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [("nonsense",), ("parse",), ("check-time", "--raised", "x")])
def test_a_wrong_command_is_exit_2_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """What cannot be understood is one line that names the help."""
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "--help" in result.stderr


def test_a_pack_with_mistakes_is_exit_5(tmp_path: Path) -> None:
    """`pack check` prints every problem and exits 5."""
    bad = Path(__file__).parent.parent / "packs" / "bad-pack"
    result = run("pack", "check", str(bad), cwd=tmp_path)
    assert result.returncode == 5
    assert result.stdout.count("problem:") == len((bad / "problems.txt").read_text("utf-8").splitlines())


def test_merge_leaves_out_what_lacks_a_value(tmp_path: Path) -> None:
    """Rows become letters; a row without a value is told by its number, and the exit code is 1."""
    template = docx.Document()
    template.add_paragraph("Dear {{ name }}, re {{ ref }}")
    template.save(str(tmp_path / "t.docx"))
    (tmp_path / "rows.csv").write_text("name,ref\nUna & Co <b>,DW-1\nBob,\n", encoding="utf-8")
    result = run(
        "merge", "t.docx", "rows.csv", "--out", "out", "--name", "{{ ref }} {{ name }}", cwd=tmp_path
    )
    assert result.returncode == 1
    (written,) = (tmp_path / "out").iterdir()
    assert docx.Document(str(written)).paragraphs[0].text == "Dear Una & Co <b>, re DW-1"


def test_due_puts_what_cannot_be_read_first_and_calls_no_aim_late(workspace: Path) -> None:
    """An unread file counts as received; an aim that has passed is past its aim, never late."""
    write_form(workspace / "inbox" / "form.docx")
    (workspace / "inbox" / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    result = run("due", "--as-of", "2025-09-01", "--ics", "d.ics", "--format", "json", cwd=workspace)
    rows = json.loads(result.stdout)["due"]
    assert [row["bucket"] for row in rows] == ["cannot be read", "past its aim", "as soon as practicable"]
    assert (rows[1]["date"], rows[1]["clause"], rows[1]["force"]) == ("2025-06-27", "13.5", "aim")
    assert result.returncode == 1
    calendar = (workspace / "d.ics").read_text(encoding="utf-8")
    assert "SUMMARY:DW-2025-001: All necessary meetings held" in calendar
    assert "McGuckin" not in calendar


def test_next_says_what_is_due_and_what_is_blocked(workspace: Path) -> None:
    """The JSON has each deadline with date, clause and force, the letters, and the blocks with clauses."""
    write_form(workspace / "inbox" / "form.docx")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    result = run("case", "next", "DW-2025-001", "--as-of", "2025-06-02", "--format", "json", cwd=workspace)
    steps = json.loads(result.stdout)
    assert {"limit": "meetings", "date": "2025-06-27", "clause": "13.5", "force": "aim"}.items() <= (
        steps["due"][0].items()
    )
    notice = [
        b for b in steps["blocked"] if b["what"] == "respondent-notice" and b["party"] == "respondent-1"
    ]
    assert "13.3" in [block["clause"] for block in notice]


def test_a_complaint_without_a_form_has_a_case_too(workspace: Path) -> None:
    """`case new` opens a case by hand, with its clocks running from the day of receipt."""
    opened = run(
        "case", "new", "--complainant", "Una Deeny", "--respondent", "R Kerr", "--respondent", "Ann Lee",
        "--received", "2026-03-02", cwd=workspace,
    )  # fmt: skip
    assert "DW-2026-001" in opened.stdout, opened.stderr
    shown = json.loads(run("case", "show", "DW-2026-001", "--format", "json", cwd=workspace).stdout)
    assert [p["id"] for p in shown["parties"]] == ["complainant", "respondent-1", "respondent-2"]
    due = {deadline["limit"]: deadline["due"] for deadline in shown["deadlines"]}
    assert due["meetings"] == "2026-03-31"


def test_a_case_is_exported_whole(workspace: Path) -> None:
    """The zip holds originals, letters, timeline and an index with the digest of each."""
    write_form(workspace / "inbox" / "form.docx")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    assert run("case", "export", "DW-2025-001", "--out", "case.zip", cwd=workspace).returncode == 0
    with zipfile.ZipFile(workspace / "case.zip") as bundle:
        names = {name.removeprefix("DW-2025-001/") for name in bundle.namelist()}
        index = bundle.read("DW-2025-001/index.txt").decode()
    assert {"originals/form.docx", "letters/acknowledgement-complainant.docx", "timeline.txt"} <= names
    assert "originals/form.docx" in index
    assert "Complaint received" in run("case", "timeline", "DW-2025-001", cwd=workspace).stdout


def test_an_outcome_is_one_of_the_procedures_words(workspace: Path) -> None:
    """A fact with fixed words takes them in any spelling of case, and refuses others with the list."""
    run(
        "case",
        "new",
        "--complainant",
        "Una Deeny",
        "--respondent",
        "R Kerr",
        "--received",
        "2026-03-02",
        cwd=workspace,
    )
    record = ("case", "record", "DW-2026-001", "time-limit-decided", "reasons=In time", "decided_by=A Hart")
    wrong = run(*record, "decision=banana", cwd=workspace)
    assert (wrong.returncode, "go-forward, partly, refuse" in wrong.stderr) == (2, True)
    assert run(*record, "decision=Go forward", cwd=workspace).returncode == 0


def test_a_mistaken_event_can_be_taken_back(workspace: Path) -> None:
    """It counts no more, and it stays in the log with the reason."""
    run(
        "case",
        "new",
        "--complainant",
        "Una Deeny",
        "--respondent",
        "R Kerr",
        "--received",
        "2026-03-02",
        cwd=workspace,
    )
    run("case", "record", "DW-2026-001", "complaint-acknowledged", "--date", "2026-03-03", cwd=workspace)
    assert "acknowledged" in run("case", "next", "DW-2026-001", "--format", "json", cwd=workspace).stdout
    undone = run("case", "undo", "DW-2026-001", "2", "--reason", "wrong case", cwd=workspace)
    assert undone.returncode == 0, undone.stderr
    shown = json.loads(run("case", "show", "DW-2026-001", "--format", "json", cwd=workspace).stdout)
    assert [event["kind"] for event in shown["events"]] == ["complaint-received"]
    assert run("verify", cwd=workspace).returncode == 0


def test_no_letter_before_the_call_where_words_suggest_a_risk(workspace: Path) -> None:
    """With words of assault on the form every letter waits, also one asked for by name."""
    words = {"Incident(s) details": "On 3 March 2025 at the depot he punched me and I was assaulted."}
    write_form(workspace / "inbox" / "form.docx", **words)
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    held = run("letter", "acknowledgement", "DW-2025-001", cwd=workspace)
    assert (held.returncode, "a person calls before any letter" in held.stderr) == (6, True)
    assert "CALL FIRST" in run("case", "next", "DW-2025-001", cwd=workspace).stdout
    run("case", "record", "DW-2025-001", "risk-noted", "called_by=M Corrigan", cwd=workspace)
    assert run("letter", "acknowledgement", "DW-2025-001", cwd=workspace).returncode == 0


def test_a_complaint_in_time_cannot_be_refused_by_letter(workspace: Path) -> None:
    """A letter whose condition does not hold is not written, also when it is asked for by name."""
    write_form(workspace / "inbox" / "form.docx")
    run("intake", "inbox", "--received", "2025-05-30", cwd=workspace)
    for kind in ("out-of-time", "partly-out-of-time", "missing-information"):
        refused = run("letter", kind, "DW-2025-001", cwd=workspace)
        assert (refused.returncode, "not called for" in refused.stderr) == (6, True), refused.stderr


def test_a_merge_is_the_same_when_it_is_run_again(tmp_path: Path) -> None:
    """The second run of a merge finds the same letters and has nothing against them."""
    template = docx.Document()
    template.add_paragraph("Dear {{ name }}")
    template.save(str(tmp_path / "t.docx"))
    (tmp_path / "rows.json").write_text('[{"name": "Una"}, {"name": "Bob"}]', encoding="utf-8")
    runs = [run("merge", "t.docx", "rows.json", "--out", "out", cwd=tmp_path) for _ in range(2)]
    assert [result.returncode for result in runs] == [0, 0], runs[1].stdout
