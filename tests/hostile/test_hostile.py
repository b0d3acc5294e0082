import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.hostile.kinds import sample
from tests.hostile.make_hostile import all_files, quick_files, write_files, write_names, write_odd
from tests.hostile.watching import Listener, Run, check_parse, hrdocs, parse

from hrdocs.desk.reading import read_in_child
from hrdocs.tools.guard import Guard

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="names and pipes that Windows does not have")


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    ears = Listener()
    yield ears
    ears.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    place = tmp_path / "workspace"
    assert hrdocs(["init", place], cwd=tmp_path).code == 0
    (place / "organisation.toml").write_bytes(sample("organisation.toml"))
    return place


def plain_faults(run: Run) -> list[str]:
    """The faults, but for time and memory: many files share a run, and the machine may be busy."""
    return [fault for fault in run.faults if not fault.startswith("took")]


def reasons(run: Run) -> dict[str, str]:
    """What became of each file: `read`, or the codes of its errors."""
    found: dict[str, set[str]] = {}
    for document in run.documents:
        name = Path(document["source"].partition("!")[0]).name
        found.setdefault(name, set()).add(document["error"]["code"] if "error" in document else "read")
    return {name: ",".join(sorted(codes)) for name, codes in found.items()}


def test_the_set_is_large_and_the_same_at_every_making() -> None:
    """At least 400 files, each name once, the same bytes at every call."""
    assert len(all_files()) >= 400
    chosen = quick_files()
    assert 50 <= len(chosen) <= 70
    assert all(one.make() == one.make() for one in chosen[::6] if "locked" not in one.name)


def test_hostile_files_are_read_or_refused_in_one_line(tmp_path: Path, listener: Listener) -> None:
    """In one batch: each file is read or refused in one clear line, and nothing is fetched."""
    chosen = quick_files()
    paths = write_files(tmp_path, chosen)
    run = check_parse(hrdocs(["parse", "--format", "json", "--", *paths], cwd=tmp_path), alone=False)
    assert run.code == 1
    assert plain_faults(run) == []
    became = reasons(run)
    assert set(became) == {one.name for one in chosen}
    wrong = {
        one.name: (became[one.name], one.expect)
        for one in chosen
        if one.expect and became[one.name] not in one.expect.split("|")
    }
    assert wrong == {}
    assert listener.visits == 0


@needs_posix
def test_what_is_no_file_is_refused_unopened(tmp_path: Path) -> None:
    """A pipe, a folder, a device, a socket and links that lead nowhere: one line each, at once."""
    os.chdir(tmp_path)
    paths = write_odd(tmp_path / "odd")
    run = check_parse(hrdocs(["parse", "--format", "json", "--", *paths], cwd=tmp_path), alone=False)
    assert plain_faults(run) == []
    assert set(reasons(run).values()) == {"not-supported", "not-found"}
    assert len(run.documents) == len(paths)


@needs_posix
def test_odd_names_are_read_and_print_nothing_odd(tmp_path: Path) -> None:
    """Names with escapes, line breaks, other bytes than UTF-8 and leading dashes are names like others."""
    paths = write_names(tmp_path)
    run = check_parse(hrdocs(["parse", "--format", "json", "--", *paths], cwd=tmp_path), alone=False)
    assert plain_faults(run) == []
    assert run.code == 0
    assert {Path(d["source"]).name for d in run.documents} == {p.name for p in paths}
    plain = hrdocs(["parse", "--", *paths], cwd=tmp_path)
    assert plain_faults(plain) == []
    assert b"\nhrdocs: all is well" not in plain.out


def test_one_refused_file_is_exit_4(tmp_path: Path) -> None:
    """The only file, refused: exit code 4, one line, and the error in the JSON."""
    (path,) = write_files(tmp_path, [one for one in all_files() if one.name == "pdf-locked-aes-256.pdf"])
    run = parse(path, cwd=tmp_path)
    assert plain_faults(run) == []
    assert (run.code, reasons(run)) == (4, {path.name: "encrypted"})


@needs_posix
def test_intake_of_a_hostile_inbox(tmp_path: Path, workspace: Path, listener: Listener) -> None:
    """Good forms among hostile files open their cases, the rest is kept with its reason; again: nothing."""
    os.chdir(tmp_path)
    inbox = tmp_path / "inbox"
    write_files(inbox, quick_files()[::3])
    write_names(inbox / "names")
    write_odd(inbox / "odd")
    run = hrdocs(["intake", "--received", "2025-08-01", "--format", "json", inbox], cwd=workspace)
    assert plain_faults(run) == []
    assert run.code == 1
    assert b'"opened"' in run.out
    assert b"left where it is" in run.out
    assert listener.visits == 0
    cases = sorted((workspace / "cases").iterdir())
    again = hrdocs(["intake", "--received", "2025-08-01", "--format", "json", inbox], cwd=workspace)
    assert sorted((workspace / "cases").iterdir()) == cases
    assert b'"opened"' not in again.out
    table = hrdocs(["case", "list"], cwd=workspace)
    assert plain_faults(table) == []


def test_a_part_of_an_archive_is_filed_as_itself(tmp_path: Path, workspace: Path) -> None:
    """Members of one name, or with paths that lead out, are each filed with their own bytes."""
    chosen = [one for one in all_files() if one.name in ("zip-name-same.zip", "zip-slip-absolute.zip")]
    write_files(tmp_path / "inbox", chosen)
    run = hrdocs(["intake", "--received", "2025-08-01", tmp_path / "inbox"], cwd=workspace)
    assert plain_faults(run) == []
    filed = sorted(p.read_bytes() for p in workspace.glob("cases/*/originals/*"))
    assert filed == sorted((sample("01-complaint.docx"), sample("06-complaint.docx")))
    assert not (tmp_path / "etc").exists()
    alone = tmp_path / "alone.docx"
    alone.write_bytes(sample("01-complaint.docx"))
    again = hrdocs(["intake", "--received", "2025-08-01", "--format", "json", alone], cwd=workspace)
    assert again.out.count(b'"already here"') >= 1
    assert again.out.count(b"alone.docx") == 1


def test_a_reader_leaves_nothing_behind(tmp_path: Path) -> None:
    """After a file that takes too long its programs are ended and its temporary files gone."""
    from hrdocs.desk.reading import HowToRead
    from hrdocs.errors import InputError
    from hrdocs.tools.guard import Limits

    (path,) = write_files(tmp_path, [one for one in all_files() if one.name == "picture-pages-40.tif"])
    with Guard(Limits(seconds=2)) as guard, pytest.raises(InputError) as caught:
        guard.call(str(path), read_in_child, path, HowToRead(()))
    assert caught.value.code in ("too-slow", "missing-tool")
