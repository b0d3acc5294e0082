"""What becomes of a file that nobody could read: it counts until a person says otherwise."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.desks import COUNCIL, NOW, UNIVERSITY, Story, make_desk, shelf, write_form

from hrdocs.desk.agenda import Bucket, agenda
from hrdocs.desk.cases import open_case
from hrdocs.desk.intake import Desk, State, find_received, take_in
from hrdocs.desk.keeping import verify_workspace
from hrdocs.desk.reading import open_guard
from hrdocs.desk.retention_files import erase_file, find_settled, propose_files
from hrdocs.desk.settling import Settler, find_waiting, settle_as_no_complaint, settle_into_case
from hrdocs.errors import RegisterError, UsageError
from hrdocs.register import Filing
from hrdocs.tools.guard import Guard


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with open_guard() as made:
        yield made


def torn(desk: Desk, guard: Guard) -> Path:
    """A file that cannot be read, taken in on 27 February."""
    path = desk.workspace.inbox / "torn.pdf"
    path.write_bytes(b"%PDF-1.4 torn")
    how = replace(desk.how, received=dt.date(2026, 2, 27))
    (received,) = take_in(path, replace(desk, how=how), guard=guard)
    assert received.state is State.QUARANTINED
    return path


def who(desk: Desk) -> Settler:
    return Settler(desk.workspace, desk.register, desk.today, desk.now, desk.by)


def unread(desk: Desk) -> list[str]:
    rows = agenda(desk.register, shelf(desk), desk.organisation, as_of=desk.today)
    return [row.subject for row in rows if row.bucket is Bucket.UNREAD]


def test_a_waiting_file_is_due_until_a_person_says_that_it_is_no_complaint(
    tmp_path: Path, guard: Guard
) -> None:
    """Who, when and why is kept; the reason stands beside the file; offered again it stays settled."""
    desk = make_desk(tmp_path / "ws")
    path = torn(desk, guard)
    assert len(unread(desk)) == 1
    filing = find_waiting(desk.register, "torn.pdf")
    beside = desk.workspace.folder / f"{filing.path}.reason.txt"
    assert "counts as a complaint received that day" in beside.read_text("utf-8")
    settle_as_no_complaint(filing, "An advertisement.", who(desk))
    (kept,) = desk.register.filings()
    assert (kept.settled, kept.settled_by, kept.note) == (desk.today, "A. Caseworker", "An advertisement.")
    assert "no complaint. An advertisement." in beside.read_text("utf-8")
    assert unread(desk) == []
    assert [row.state for row in take_in(path, desk, guard=guard)] == [State.KNOWN]
    assert unread(desk) == []
    assert verify_workspace(desk.workspace, desk.register).faults == ()
    with pytest.raises(UsageError, match="no file that waits"):
        find_waiting(desk.register, "torn.pdf")
    with pytest.raises(RegisterError, match="settled already"):
        settle_as_no_complaint(filing, "Again.", who(desk))


def test_a_waiting_file_is_filed_in_its_case(tmp_path: Path, guard: Guard) -> None:
    """It moves among the case's originals, quarantine is emptied of it, and all of it verifies."""
    desk = make_desk(tmp_path / "ws")
    torn(desk, guard)
    story = Story(desk)
    filing = find_waiting(desk.register, desk.register.filings()[0].sha256[:10])
    opened = open_case(desk.workspace, desk.register, story.ref)
    path = settle_into_case(filing, story.ref, "The second page.", who(desk), seen=opened.case.seq)
    assert path.read_bytes() == b"%PDF-1.4 torn"
    assert list(desk.workspace.quarantine.iterdir()) == []
    case = open_case(desk.workspace, desk.register, story.ref).case
    assert [original.path for original in case.originals] == [f"cases/{story.ref}/originals/torn.pdf"]
    assert verify_workspace(desk.workspace, desk.register).faults == ()
    desk.register.rebuild_projection()
    assert verify_workspace(desk.workspace, desk.register).faults == ()
    desk.register.erase(story.ref, on=desk.today, now=NOW, by="x", data={})
    assert desk.register.filings() == ()
    assert desk.register.keys.names() == {"chain", "register"}


def test_a_file_that_can_be_read_later_opens_its_case_as_received_when_it_came(
    tmp_path: Path, guard: Guard
) -> None:
    """Running intake again reads it again; nobody loses the days for which it waited."""
    desk = make_desk(tmp_path / "ws", pack=UNIVERSITY)
    path = write_form(desk.workspace.inbox / "form.docx")
    how = replace(desk.how, received=dt.date(2026, 2, 27))
    (first,) = take_in(path, replace(desk, how=how), guard=guard)
    assert (first.state, first.reason) == (State.QUARANTINED, "other-procedure")
    assert [row.state for row in take_in(path, desk, guard=guard)] == [State.KNOWN]
    desk.register.close()
    later = make_desk(tmp_path / "ws", pack=COUNCIL, today=dt.date(2026, 3, 20))
    (opened,) = take_in(path, later, guard=guard)
    assert (opened.state, opened.case) == (State.OPENED, "DW-2026-001")
    case = open_case(later.workspace, later.register, "DW-2026-001").case
    assert case.received == dt.date(2026, 2, 27)
    assert unread(later) == []
    assert [row.state for row in take_in(path, later, guard=guard)] == [State.KNOWN]
    assert verify_workspace(later.workspace, later.register).faults == ()


def test_notes_beside_files_are_never_taken_in(tmp_path: Path, guard: Guard) -> None:
    """Taking in the quarantine again offers the files, not their reasons."""
    desk = make_desk(tmp_path / "ws")
    torn(desk, guard)
    assert [p.suffix for p in find_received([desk.workspace.quarantine])] == [".pdf"]


def test_what_was_no_complaint_is_erased_on_a_decision_only(tmp_path: Path, guard: Guard) -> None:
    """A waiting file is never erased; a settled one only when somebody has decided; the log verifies."""
    desk = make_desk(tmp_path / "ws")
    torn(desk, guard)
    filing = find_waiting(desk.register, "torn.pdf")

    def erase(filing: Filing, *, decided_by: str | None) -> int:
        return erase_file(
            filing, desk.workspace, desk.register, decided_by=decided_by, today=desk.today, now=NOW, by="x"
        )

    with pytest.raises(RegisterError, match="still counts as a complaint"):
        erase(filing, decided_by="M Hart")
    settle_as_no_complaint(filing, "An advertisement.", who(desk))
    settled = find_settled(desk.register, filing.path)
    assert settled is not None
    assert [p.ref for p in propose_files(desk.register, desk.organisation, today=desk.today)] == [filing.path]
    with pytest.raises(RegisterError, match="nobody has decided"):
        erase(settled, decided_by=None)
    assert erase(settled, decided_by="M Hart") == 3
    assert desk.register.filings() == ()
    assert verify_workspace(desk.workspace, desk.register).faults == ()
    torn(desk, guard)  # the same bytes once more: they wait again
    assert len(unread(desk)) == 1
    assert verify_workspace(desk.workspace, desk.register).faults == ()
