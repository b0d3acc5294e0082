import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import Filing, Register, open_register
from hrdocs.register.verifying import verify_log

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def received(ref: str, **data: str) -> Event:
    return Event(ref, "complaint-received", dt.date(2026, 3, 2), NOW, "caseworker", data)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path / "register.db", create=True)


def test_events_come_back_as_recorded(register: Register) -> None:
    """A case's events come back in order, each with its place in the log."""
    register.open_case("DW", 2026, lambda ref: ([received(ref, pack="p")], []))
    register.append(
        [Event("DW-2026-001", "note", dt.date(2026, 3, 3), NOW, "caseworker", {"text": "é & <x>"})]
    )
    events = register.events("DW-2026-001")
    assert [(e.seq, e.kind) for e in events] == [(1, "complaint-received"), (2, "note")]
    assert events[1].data == {"text": "é & <x>"}


def test_references_count_up_within_a_year(register: Register) -> None:
    """Each new case of a year gets the next number; another year begins again."""
    refs = [register.open_case("DW", year, lambda ref: ([received(ref)], [])) for year in (2026, 2026, 2025)]
    assert refs == ["DW-2026-001", "DW-2026-002", "DW-2025-001"]


def test_the_same_bytes_cannot_be_filed_twice(register: Register) -> None:
    """A second filing of the same bytes is refused whole: no case and no event is left of it."""
    filing = Filing("a" * 64, "cases/x", dt.date(2026, 3, 2))
    register.open_case("DW", 2026, lambda ref: ([received(ref)], [filing]))
    with pytest.raises(RegisterError):
        register.open_case("DW", 2026, lambda ref: ([received(ref)], [filing]))
    assert [case.ref for case in register.cases()] == ["DW-2026-001"]


def test_a_failure_while_filing_opens_no_case(register: Register) -> None:
    """When the originals cannot be filed the register is as it was."""

    def fails(_ref: str) -> tuple[list[Event], list[Filing]]:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        register.open_case("DW", 2026, fails)
    assert register.cases() == ()


def test_a_changed_event_breaks_the_chain(register: Register) -> None:
    """A row changed behind the register's back is found, and the first broken one named."""
    for _ in range(3):
        register.open_case("DW", 2026, lambda ref: ([received(ref)], []))
    assert verify_log(register).faults == ()
    with sqlite3.connect(register.name) as connection:
        connection.execute("UPDATE events SET kind = 'something-else' WHERE seq = 2")
    assert verify_log(register).faults[0].seq == 2


def test_a_file_that_is_no_register_is_refused_in_words(tmp_path: Path) -> None:
    """A file that is no database gives an error that names it."""
    path = tmp_path / "register.db"
    path.write_bytes(b"this is no database, however long it may be " * 40)
    with pytest.raises(RegisterError, match="cannot be used"):
        open_register(path)
