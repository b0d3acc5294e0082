"""Intake that is broken off at any moment: another run finishes its work."""

import random
import sys
from pathlib import Path

import pytest
from tests.batch.crashing import (
    STARTED,
    Fault,
    check,
    fault_at,
    fill_inbox,
    forked,
    intake,
    kill_at_random,
    make_workspace,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs are forked and killed by signal")


def test_killed_at_forty_random_moments(tmp_path: Path) -> None:
    """After kill -9 at any moment, and again in the run after it, nothing is lost, doubled or partial."""
    hit = kill_at_random(tmp_path, kills=40, each=5, forms=3, chance=random.Random(7))  # noqa: S311
    assert hit > 20


FAULTS = [(Fault.KILL, 0, 1), (Fault.FULL, 0, 2), (Fault.BROKEN, 1, 2)]


@pytest.mark.parametrize(("fault", "first", "step"), FAULTS)
def test_a_fault_at_every_write(tmp_path: Path, fault: Fault, first: int, step: int) -> None:
    """Killed, with the disk full or failing, before a write: the next run puts it right."""
    inbox = fill_inbox(tmp_path / "inbox", 1)

    with fault_at(-1, fault) as begun:
        intake(make_workspace(tmp_path / "whole"), inbox)
    check(tmp_path / "whole", inbox)
    assert {"fsync", "replace", "commit"} == set(begun)

    def broken(workspace: Path, number: int) -> None:
        with fault_at(number, fault):
            intake(workspace, inbox)

    for number in range(first, len(begun), step):
        workspace = make_workspace(tmp_path / f"ws-{number}")
        code = forked(lambda: broken(workspace, number))  # noqa: B023
        assert code in (-9, STARTED, 0), (number, begun[number])
        assert forked(lambda: intake(workspace, inbox)) == 0, (number, begun[number])  # noqa: B023
        check(workspace, inbox)


def test_papers_of_no_case_never_reach_another(tmp_path: Path) -> None:
    """What a broken run filed for a case that it never recorded is not found in the case of that number."""
    inbox = fill_inbox(tmp_path / "inbox", 2)
    workspace = make_workspace(tmp_path / "ws")
    orphan = workspace / "cases" / "DW-2026-001" / "originals" / "1.docx"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes((inbox / "1.docx").read_bytes())
    intake(workspace, inbox)
    check(workspace, inbox)


def test_papers_that_nobody_knows_are_kept(tmp_path: Path) -> None:
    """Where the bytes are filed nowhere else they stay in unfinished/, for a person."""
    inbox = fill_inbox(tmp_path / "inbox", 1)
    workspace = make_workspace(tmp_path / "ws")
    orphan = workspace / "cases" / "DW-2026-001" / "originals" / "lost.docx"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"only here")
    intake(workspace, inbox)
    kept = workspace / "unfinished" / "DW-2026-001" / "originals" / "lost.docx"
    assert kept.read_bytes() == b"only here"
    kept.unlink()
    intake(workspace, inbox)
    check(workspace, inbox)
