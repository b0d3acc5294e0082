"""Proving, copying, restoring, migrating and erasing, as the person who keeps the register meets them."""

import datetime as dt
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.register.postgres import running_server, why_not
from tests.register.test_migrating import first_register

from hrdocs.case import Event
from hrdocs.cli import main
from hrdocs.desk.cases import open_workspace_register
from hrdocs.shipped import shipped_folder
from hrdocs.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
REF = "DW-2019-001"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc gives a file that cannot be read")
NAME = "Orlaith McGuckin"
FORM = {
    "Name": NAME,
    "Department": "Parks & Open Spaces",
    "Work Email Address": "orlaith.mcguckin@loughaird.example",
    "Who is the complaint against? (name/s)": "Declan Foy",
    "Date of incident(s)": "7 March 2019",
    "Incident(s) details": "On 7 March 2019 at the depot Declan Foy told me to go home.",
    "Signed": NAME,
    "Date": "28 March 2019",
}


def write_form(path: Path, name: str) -> None:
    document = docx.Document()
    document.add_heading("Formal complaints form - strictly confidential", 1)
    table = document.add_table(len(FORM), 2)
    for row, (label, value) in zip(table.rows, FORM.items(), strict=True):
        row.cells[0].text, row.cells[1].text = label, value.replace(NAME, name)
    document.save(str(path))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two cases and a file in quarantine; both forms still lie in the inbox."""
    folder = tmp_path_factory.mktemp("day") / "ws"
    command = [sys.executable, "-c", "import hrdocs.cli; hrdocs.cli.main()"]
    subprocess.run([*command, "init", str(folder)], check=True, capture_output=True)
    facts = shipped_folder("samples") / "council-dignity-at-work" / "organisation.toml"
    (folder / "organisation.toml").write_bytes(facts.read_bytes())
    write_form(folder / "inbox" / "McGuckin complaint.docx", NAME)
    write_form(folder / "inbox" / "other.docx", "Una Breslin")
    (folder / "inbox" / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    subprocess.run(
        [*command, "intake", "inbox", "--received", "2019-03-29"],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    return folder


@pytest.fixture
def workspace(day: Path, tmp_path: Path) -> Path:
    shutil.copytree(day, tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line inside the workspace: exit code, result and talk."""
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("HRDOCS_WORKSPACE", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


def record(workspace: Path, kind: str, day: str, ref: str = REF, **data: Any) -> None:
    register = open_workspace_register(Workspace(workspace))
    register.append([Event(ref, kind, dt.date.fromisoformat(day), NOW, "ann", data)])
    register.close()


def test_a_whole_workspace_verifies(run: Run) -> None:
    """`verify` counts what it looked at and ends with 0."""
    code, out, err = run("verify", "--format", "json")
    found = json.loads(out)
    assert (code, err, found["faults"]) == (0, "", [])
    assert (found["cases"], found["originals"]) == (2, 3)


def spoil_original(workspace: Path) -> None:
    next((workspace / "cases" / REF / "originals").iterdir()).write_bytes(b"another form")


def lose_quarantine(workspace: Path) -> None:
    next((workspace / "quarantine").glob("*.pdf")).unlink()


def spoil_letter(workspace: Path) -> None:
    path = workspace / "cases" / REF / "letters" / "issued.docx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"as issued")
    facts = {"letter": "outcome", "to": "complainant", "path": f"cases/{REF}/letters/issued.docx"}
    record(workspace, "letter-drafted", "2019-05-01", **facts, sha256=hashlib.sha256(b"a draft").hexdigest())
    record(workspace, "letter-issued", "2019-05-02", **facts, sha256=hashlib.sha256(b"as issued").hexdigest())
    path.write_bytes(b"changed afterwards")


def close_original(workspace: Path) -> None:
    path = next((workspace / "cases" / REF / "originals").iterdir())
    path.unlink()
    path.symlink_to("/proc/self/mem")  # reading it fails, as on a bad disk, whoever reads


def spoil_pack(workspace: Path) -> None:
    (next((workspace / "packs").iterdir()) / "procedure.toml").write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (spoil_original, "changed-file"),
        (lose_quarantine, "missing-file"),
        (spoil_letter, "changed-file"),
        (spoil_pack, "changed-pack"),
        pytest.param(close_original, "unreadable-file", marks=ON_LINUX),
    ],
)
def test_a_changed_file_is_found(run: Run, workspace: Path, spoil: Callable[[Path], None], code: str) -> None:
    """An original, a quarantined file, an issued letter or a pack that is not as recorded ends with 1."""
    spoil(workspace)
    status, out, err = run("verify", "--format", "json")
    assert (status, [fault["code"] for fault in json.loads(out)["faults"]]) == (1, [code])
    assert err.startswith("hrdocs: 1 thing is") and code in err


def test_faults_and_errors_name_nobody(run: Run, workspace: Path) -> None:
    """No name of a person or of that person's file stands in what verify prints."""
    spoil_original(workspace)
    shutil.rmtree(workspace / "cases" / REF / "originals")
    _, out, err = run("verify")
    assert "original 1" in out
    assert "McGuckin" not in out + err


def test_a_backup_is_restored_and_verifies(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A backup holds everything, says that it holds the keys, and gives the same workspace again."""
    target, again = str(tmp_path / "backup"), str(tmp_path / "again")
    assert run("backup", target, "--dry-run")[0] == 0
    assert not Path(target).exists()
    code, out, _ = run("backup", target)
    assert code == 0
    assert "holds the keys" in out
    assert run("restore", target, again, "--dry-run")[0] == 0
    assert not Path(again).exists()
    code, out, _ = run("restore", target, again)
    assert (code, "as it was recorded" in out) == (0, True)
    assert run("-w", again, "case", "show", REF)[1] == run("case", "show", REF)[1]
    assert {p.stat().st_mode & 0o077 for p in Path(again).rglob("*")} == {0}
    assert run("verify")[0] == 0


def test_a_backup_goes_into_an_empty_folder_elsewhere(run: Run, workspace: Path, tmp_path: Path) -> None:
    """Neither a full folder nor one inside the workspace is written to, and nothing is left of the try."""
    assert run("backup", str(workspace / "backup"))[0] == 2
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    assert run("backup", str(tmp_path / "full"))[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "ws"]


@pytest.mark.parametrize("name", ["register.db", "keys.db", "organisation.toml", "backup.json"])
def test_a_spoilt_backup_is_not_restored(run: Run, tmp_path: Path, name: str) -> None:
    """A backup with a missing or changed file is refused before anything is written."""
    target = tmp_path / "backup"
    run("backup", str(target))
    (target / name).write_bytes((target / name).read_bytes()[:-7])
    code, _, err = run("restore", str(target), str(tmp_path / "again"))
    assert (code, (tmp_path / "again").exists()) == (7, False)
    assert "backup" in err


def test_a_hostile_backup_writes_nowhere_else(run: Run, tmp_path: Path) -> None:
    """A list of files that leads out of the folder is no backup."""
    target = tmp_path / "backup"
    run("backup", str(target))
    found = json.loads((target / "backup.json").read_bytes())
    found["files"]["../out.txt"] = "0"
    (target / "backup.json").write_text(json.dumps(found), encoding="utf-8")
    code, _, err = run("restore", str(target), str(tmp_path / "again"))
    assert (code, "is no backup" in err) == (7, True)


def test_a_closed_case_is_proposed_and_never_erased_by_itself(run: Run, workspace: Path) -> None:
    """Without a figure a person is asked for one; with it, for a decision; a hold stops both."""
    record(workspace, "case-closed", "2019-06-28")
    assert "no period" in run("retain")[1]
    with (workspace / "organisation.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[retention]]\nmonths = 72\nreason = "six years for claims"\n')
    out = run("retain")[1]
    assert "2025-06-28" in out and "six years for claims" in out and "(clause 15)" in out
    code, _, err = run("retain", "--erase", REF)
    assert (code, "no decision" in err) == (7, True)
    record(workspace, "hold-placed", "2025-07-01", reasons="a claim")
    assert run("retain")[1] == "Nothing is to be reviewed or erased.\n"
    assert "held since 2025-07-01" in run("retain", "--all")[1]
    record(workspace, "retention-reviewed", "2025-07-02", decision="erase", decided_by="Head of OD/HR")
    code, _, err = run("retain", "--erase", REF)
    assert (code, "under a hold" in err) == (7, True)
    record(workspace, "hold-lifted", "2025-08-01")
    code, _, err = run("retain", "--erase", REF)
    assert (code, "no decision to erase it as it stands" in err) == (7, True)


def test_what_was_taken_back_does_not_count(run: Run, workspace: Path) -> None:
    """A hold whose lifting was a mistake still holds, and a decision taken back erases nothing."""
    record(workspace, "case-closed", "2019-06-28")
    record(workspace, "hold-placed", "2025-07-01", reasons="a claim")
    record(workspace, "hold-lifted", "2025-07-02")
    register = open_workspace_register(Workspace(workspace))
    seq = register.events(REF)[-1].seq
    register.close()
    record(workspace, "event-withdrawn", "2025-07-02", seq=seq, reason="the wrong case")
    record(workspace, "retention-reviewed", "2025-07-03", decision="erase", decided_by="Head of OD/HR")
    assert "under a hold" in run("retain", "--erase", REF)[2]
    record(workspace, "hold-lifted", "2025-08-01")
    record(workspace, "retention-reviewed", "2025-08-02", decision="erase", decided_by="Head of OD/HR")
    assert run("retain", "--erase", REF, "--dry-run")[0] == 0
    record(workspace, "event-withdrawn", "2025-08-03", seq=seq + 4, reason="not decided yet")
    assert "no decision" in run("retain", "--erase", REF)[2]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"decision": "keep", "review_date": "2999-01-01"}, "kept by the decision of 2025-07-02 until 2999"),
        ({"decision": "keep", "review_date": "2025-12-01"}, "the review date 2025-12-01 has come"),
        ({"decision": "keep"}, "names no review_date"),
        ({"decision": "perhaps"}, "neither keep nor erase"),
        ({"decision": "Erase "}, "hrdocs retain --erase"),
    ],
)
def test_a_decision_is_read_as_it_stands(
    run: Run, workspace: Path, facts: dict[str, str], words: str
) -> None:
    """Only keep and erase are decisions; a case that is kept comes up again on its day."""
    record(workspace, "case-closed", "2019-06-28")
    record(workspace, "retention-reviewed", "2025-07-02", decided_by="Head of OD/HR", **facts)
    assert words in run("retain", "--all")[1]


def test_an_erased_case_leaves_nothing(run: Run, workspace: Path, tmp_path: Path) -> None:
    """Erasure takes the key, files, list rows and inbox copy, says what it cannot reach, and verifies."""
    run("backup", str(tmp_path / "backup"))
    assert run("case", "export", REF, "--out", str(tmp_path / "bundle.zip"))[0] == 0
    record(workspace, "case-closed", "2019-06-28")
    record(workspace, "retention-reviewed", "2025-07-02", decision="erase", decided_by="Head of OD/HR")
    code, out, _ = run("retain", "--erase", REF, "--dry-run")
    assert (code, (workspace / "cases" / REF).is_dir()) == (0, True)
    code, out, _ = run("retain", "--erase", REF)
    assert code == 0
    beyond = out.partition("Out of reach:")[2]
    assert str(tmp_path / "backup") in beyond
    assert str(tmp_path / "bundle.zip") in beyond
    assert not (workspace / "cases" / REF).exists()
    assert not list((workspace / "inbox").glob("McGuckin*"))
    assert run("verify")[0] == 0
    code, _, err = run("case", "show", REF)
    assert (code, "was erased" in err) == (7, True)
    left = [path for path in workspace.rglob("*") if path.is_file() and path.parent.name != "originals"]
    assert not any(NAME.encode() in path.read_bytes() for path in left)
    write_form(workspace / "inbox" / "again.docx", "Una Breslin")
    assert "DW-2019-001" not in json.dumps(json.loads(run("case", "list", "--format", "json")[1])["cases"])


def test_a_broken_off_erasure_is_finished(run: Run, workspace: Path) -> None:
    """Where the program ended before the files were removed, verify and retain say so; retain ends it."""
    register = open_workspace_register(Workspace(workspace))
    register.erase(REF, on=NOW.date(), now=NOW, by="ann", data={})
    register.close()
    assert run("verify")[0] == 1
    assert "finish erasure" in run("retain")[1]
    assert run("retain", "--erase", REF)[0] == 0
    assert run("verify")[0] == 0


def test_keys_under_a_passphrase(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a passphrase no key stands in the file, and without it or with another nothing opens."""
    assert run("migrate", "--keys", "passphrase")[0] == 7
    monkeypatch.setenv("HRDOCS_PASSPHRASE", "two herons on a weir")
    assert run("migrate", "--keys", "passphrase")[0] == 0
    assert run("verify")[0] == 0
    monkeypatch.setenv("HRDOCS_PASSPHRASE", "another")
    code, _, err = run("case", "show", REF)
    assert (code, "does not open the keys" in err) == (7, True)
    monkeypatch.delenv("HRDOCS_PASSPHRASE")
    code, _, err = run("case", "show", REF)
    assert (code, "HRDOCS_PASSPHRASE" in err) == (7, True)
    (workspace.parent / "words").write_text("two herons on a weir\n", encoding="utf-8")
    monkeypatch.setenv("HRDOCS_PASSPHRASE_FILE", str(workspace.parent / "words"))
    assert run("case", "show", REF)[0] == 0


def test_without_a_keyring_the_keys_stay_as_they_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for a keyring that is not there ends with 8 and changes nothing."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    code, _, err = run("migrate", "--keys", "keyring")
    assert (code, "pip install keyring" in err) == (8, True)
    assert run("verify")[0] == 0


def test_an_older_register_is_migrated_after_a_copy(run: Run, workspace: Path) -> None:
    """A register of the first version is refused by other commands; migrate keeps a copy and brings it up."""
    for path in (*workspace.glob("register.db*"), *workspace.glob("keys.db*")):
        path.unlink()
    first_register(workspace / "register.db")
    code, _, err = run("case", "list")
    assert (code, "hrdocs migrate" in err) == (7, True)
    assert run("migrate", "--dry-run")[0] == 0
    assert run("case", "list")[0] == 7
    assert run("migrate")[0] == 0
    assert run("case", "list")[0] == 0
    assert [path.name for path in workspace.glob("before-migration-*/*")] == ["register.db"]
    assert "already" in run("migrate")[1]


def test_a_workspace_moves_to_a_server(run: Run, workspace: Path, tmp_path: Path) -> None:
    """Two addresses in organisation.toml and `migrate` move a register to PostgreSQL; a backup comes back."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    settings = workspace / "organisation.toml"
    before = settings.read_text(encoding="utf-8")
    with running_server() as server:
        line = f'register = "{server.database()}"\n'
        settings.write_text(line + before, encoding="utf-8")
        code, _, err = run("case", "list")
        assert (code, "hrdocs migrate" in err) == (7, True)
        assert run("migrate")[0] == 7
        settings.write_text(line + f'keys = "{server.database()}"\n' + before, encoding="utf-8")
        assert run("migrate")[0] == 0
        for path in (*workspace.glob("register.db*"), *workspace.glob("keys.db*")):
            path.unlink()
        assert run("verify")[0] == 0
        assert run("backup", str(tmp_path / "backup"))[0] == 0
    assert run("case", "list")[0] == 7
    assert run("restore", str(tmp_path / "backup"), str(tmp_path / "again"))[0] == 0
    assert run("-w", str(tmp_path / "again"), "verify")[0] == 0
