import datetime as dt
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import DeadlineRow, Filing, Listing, Place, Register, open_register
from hrdocs.register.database import network_kind
from hrdocs.register.listings import keep_listings, kept_deadlines, list_cases, stale_cases
from hrdocs.register.verifying import verify_log

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)
WRITERS = 16
CASES_EACH = int(os.environ.get("HRDOCS_TEST_CASES_EACH", "4"))  # 500 for the full measure


def received(ref: str, **data: str) -> Event:
    return Event(ref, "complaint-received", DAY, NOW, "caseworker", data)


def note(ref: str, words: str = "", on: dt.date = DAY) -> Event:
    return Event(ref, "note-added", on, NOW, "caseworker", {"text": words})


def open_one(register: Register, filings: Sequence[Filing] = ()) -> str:
    return register.open_case("DW", 2026, lambda ref: ([received(ref, pack="p")], filings))


def test_events_come_back_as_recorded(register: Register) -> None:
    """A case's events come back in order, each with its place in the log."""
    ref = open_one(register)
    register.append([Event(ref, "note-added", dt.date(2026, 3, 3), NOW, "caseworker", {"text": "é & <x>"})])
    events = register.events(ref)
    assert [(e.seq, e.kind) for e in events] == [(1, "complaint-received"), (2, "note-added")]
    assert (events[1].data, events[1].by, events[1].at) == ({"text": "é & <x>"}, "caseworker", NOW)


def test_references_count_up_within_a_year(register: Register) -> None:
    """Each new case of a year gets the next number; another year begins again."""
    refs = [register.open_case("DW", year, lambda ref: ([received(ref)], [])) for year in (2026, 2026, 2025)]
    assert refs == ["DW-2026-001", "DW-2026-002", "DW-2025-001"]


def test_a_number_is_never_given_twice(register: Register) -> None:
    """A case recorded under its own reference is counted, and lists made anew change no number."""
    register.append([received("DW-2026-041")])
    assert open_one(register) == "DW-2026-042"
    register.erase("DW-2026-042", on=DAY, now=NOW, by="caseworker", data={})
    register.rebuild_projection()
    assert open_one(register) == "DW-2026-043"


def test_filings_are_found_by_their_bytes(register: Register) -> None:
    """A file offered again is known, in a case or in quarantine, with its path and its reason."""
    mine = Filing("a" * 64, "cases/x.docx", DAY, container="c" * 64, case="DW-2026-001")
    waiting = Filing("b" * 64, "quarantine/y.pdf", DAY, container="c" * 64, reason="damaged", message="torn")
    open_one(register, [mine])
    register.append([], filings=[waiting, Filing("d" * 64, "", DAY)])
    assert register.filing("a" * 64) == mine
    assert register.filings_of(container="c" * 64) == (mine, waiting)
    assert register.filings_of_case("DW-2026-001") == (mine,)
    assert register.filing("e" * 64) is None
    assert len(register.filings()) == 3
    assert register.cases()[0].last_event == "complaint-received"


def test_the_same_bytes_cannot_be_filed_twice(register: Register) -> None:
    """A second filing of the same bytes is refused whole: no case and no event is left of it."""
    filing = Filing("a" * 64, "cases/x", DAY)
    open_one(register, [filing])
    with pytest.raises(RegisterError):
        open_one(register, [filing])
    assert [case.ref for case in register.cases()] == ["DW-2026-001"]
    assert verify_log(register).faults == ()


def test_a_failure_while_filing_opens_no_case(register: Register) -> None:
    """When the originals cannot be filed the register is as it was."""

    def fails(_ref: str) -> tuple[list[Event], list[Filing]]:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        register.open_case("DW", 2026, fails)
    assert register.cases() == ()
    assert open_one(register) == "DW-2026-001"
    assert verify_log(register).faults == ()


def test_a_case_that_went_on_is_not_written_over(register: Register) -> None:
    """What somebody has not seen yet stops the recording, and nothing of it is kept."""
    ref = open_one(register)
    register.append([note(ref, "first")], seen={ref: 1})
    with pytest.raises(RegisterError, match="somebody recorded something"):
        register.append([note(ref, "second")], seen={ref: 1})
    assert [e.data.get("text") for e in register.events(ref)] == [None, "first"]


@pytest.mark.parametrize("ref", ["DW-2026-009", "DW-2026-\x1f1", "\n"])
def test_events_of_no_case_are_refused(register: Register, ref: str) -> None:
    """Only the receipt of a complaint begins a case, and a reference is printable."""
    with pytest.raises(RegisterError):
        register.append([note(ref)])
    assert verify_log(register).events == 0


def test_lists_made_anew_are_the_same(register: Register, place: Place) -> None:
    """What lists show follows from the events alone."""
    refs = [
        open_one(register, [Filing(f"{n}" * 64, f"cases/{n}", DAY, case=f"DW-2026-00{n}")]) for n in (1, 2, 3)
    ]
    register.append(
        [Event(refs[0], "case-closed", DAY, NOW, "c"), Event(refs[1], "hold-placed", DAY, NOW, "c")]
    )
    before = register.cases(), register.filings()
    assert before[0][0].closed == before[0][1].held == DAY
    with register.database.writing() as connection:
        connection.execute(text("UPDATE projection SET verdict = 'in-time'"))
    assert [f.code for f in verify_log(register).faults] == ["lists"]
    register.rebuild_projection()
    assert (register.cases(), register.filings()) == before
    assert verify_log(open_register(place)).faults == ()


def test_a_listing_is_good_for_the_last_event_and_one_basis(register: Register) -> None:
    """Deadlines kept for lists are read up to a day; a case that has gone on is stale."""
    ref = open_one(register)
    days = [dt.date(2026, 4, day) for day in (9, 2)]
    rows = tuple(DeadlineRow(ref, "appeal", "", day, None, "open", "d") for day in days)

    assert [row.ref for row in stale_cases(register, "b")] == [ref]
    assert keep_listings(register, [Listing(ref, 1, "raised", rows)], "b")
    assert stale_cases(register, "b") == ()
    assert [row.ref for row in stale_cases(register, "other")] == [ref]
    kept = [row for part in kept_deadlines(register, until=days[1]) for row in part]
    assert [DeadlineRow._make(row) for row in kept] == [rows[1]]
    assert [row.ref for row in list_cases(register, {"stage": "raised", "open": True})] == [ref]
    register.append([note(ref)])
    assert [row.ref for row in stale_cases(register, "b")] == [ref]
    assert verify_log(register).faults == ()


def test_a_closing_that_is_taken_back_closes_nothing(register: Register) -> None:
    """Flags of lists follow what stands, also after an event was taken back."""
    ref = open_one(register)
    closed = register.append([Event(ref, "case-closed", DAY, NOW, "c")])[0]
    assert register.cases()[0].closed == DAY
    register.append([Event(ref, "event-withdrawn", DAY, NOW, "c", {"seq": closed.seq})])
    assert register.cases()[0].closed is None
    assert verify_log(register).faults == ()
    before = register.cases()
    register.rebuild_projection()
    assert register.cases() == before


def _write(place: Place, number: int) -> list[str]:
    register = open_register(place)
    refs = []
    for _ in range(CASES_EACH):
        refs.append(open_one(register))
        register.append([note(refs[-1], f"writer {number}")])
    return refs


def test_sixteen_writers_leave_no_gap_and_no_double(place: Place) -> None:
    """Sixteen programs that write at once give one unbroken log and one number a case."""
    open_register(place, create=True).close()  # no connection is open when the writers are forked
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(WRITERS, mp_context=multiprocessing.get_context(way)) as pool:
        refs = [ref for part in pool.map(_write, [place] * WRITERS, range(WRITERS)) for ref in part]
    register = open_register(place)
    total = WRITERS * CASES_EACH
    assert sorted(refs) == sorted(f"DW-2026-{n:03d}" for n in range(1, total + 1))
    assert [e.seq for e in register.log()] == list(range(1, 2 * total + 1))
    proof = verify_log(register)
    assert (proof.events, proof.cases, proof.faults) == (2 * total, total, ())


def test_a_file_that_is_no_register_is_refused_in_words(tmp_path: Path) -> None:
    """A file that is no database gives an error that names it."""
    path = tmp_path / "register.db"
    path.write_bytes(b"this is no database, however long it may be " * 40)
    with pytest.raises(RegisterError, match="cannot be used"):
        open_register(path)
    with pytest.raises(RegisterError, match="hrdocs init"):
        open_register(tmp_path / "nothing.db")


def test_a_newer_register_is_refused_in_words(register: Register, place: Place) -> None:
    """A register of a later version is left alone, with the way out."""
    with register.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match="newer hrdocs"):
        open_register(place)


def test_a_register_without_its_keys_is_refused(tmp_path: Path) -> None:
    """No new keys are made for a log that was sealed with others."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        register = open_register(tmp_path / name / "register.db", create=True)
        open_one(register)
        register.close()
    (tmp_path / "a" / "keys.db").unlink()
    with pytest.raises(RegisterError, match="the keys are not here"):
        open_register(tmp_path / "a" / "register.db", create=True)
    (tmp_path / "b" / "keys.db").rename(tmp_path / "a" / "keys.db")
    with pytest.raises(RegisterError, match="another register"):
        open_register(tmp_path / "a" / "register.db")


def test_the_files_are_private(tmp_path: Path) -> None:
    """Register and keys can be read by their owner only."""
    open_one(open_register(tmp_path / "register.db", create=True))
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_a_full_disk_is_said_and_leaves_no_part(tmp_path: Path) -> None:
    """When the disk is full the whole recording is refused, and the register is as it was."""
    register = open_register(tmp_path / "register.db", create=True)
    ref = open_one(register)
    with register.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 30")
    with pytest.raises(RegisterError, match="disk is full, nothing was recorded"):
        register.append([note(ref, "x" * 2000)] * 200)
    assert len(register.events(ref)) == 1
    assert verify_log(register).faults == ()


MOUNTS = [
    ("/", "ext4", "rw"),
    ("/home", "nfs4", "rw"),
    ("/home/local", "xfs", "rw"),
    ("/srv", "fuse.sshfs", "rw"),
    ("/q", "", "rw,remote"),
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/hr", None),
        ("/home/ann/hr", "nfs4"),
        ("/home/local/hr", None),
        ("/homework", None),
        ("/srv", "fuse.sshfs"),
        ("/q/hr", "remote"),
        ("//server/share/hr", "UNC path"),
    ],
)
def test_a_network_share_is_known_by_its_mount(folder: str, kind: str | None) -> None:
    """The file system that a folder is on is that of the nearest mount above it."""
    assert network_kind(Path(folder), MOUNTS) == kind


def test_an_address_shows_no_password() -> None:
    """Messages about a server name host and database only."""
    from hrdocs.register.database import shown

    assert shown("postgresql://ann:secret@db.example/hr") == "postgresql://db.example/hr"
    with pytest.raises(RegisterError) as caught:
        open_register(Place("postgresql://ann:secret@127.0.0.1:1/hr", "keys.db"))
    assert "secret" not in str(caught.value)
    assert "ann" not in str(caught.value)
