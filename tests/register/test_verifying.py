import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, text, update

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import Filing, Place, Register, open_register, schema
from hrdocs.register.sealing import link, row_head
from hrdocs.register.verifying import verify_log

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)
WORDS = "Niamh Quill was followed to the boiler house"


def event(ref: str, kind: str = "complaint-received", **data: str) -> Event:
    return Event(ref, kind, DAY, NOW, "A. Caseworker", data)


def fill(register: Register) -> None:
    """Three cases, the first with a filed original and a note, and one file in quarantine."""
    register.append(
        [event("DW-2026-001", pack="p", words=WORDS), event("DW-2026-002"), event("DW-2026-003")],
        filings=[Filing("a" * 64, f"cases/DW-2026-001/{WORDS}.docx", DAY, case="DW-2026-001")],
    )
    register.append([event("DW-2026-001", "note-added", text=WORDS)])
    register.append([], filings=[Filing("b" * 64, "quarantine/x", DAY, reason="damaged", message="torn")])


def change(register: Register, sql: str) -> None:
    with register.database.writing() as connection:
        connection.execute(text(sql))


CHANGES = [
    ("UPDATE events SET kind = 'case-closed' WHERE seq = 2", "broken-link", 2),
    ("UPDATE events SET case_ref = 'DW-2026-003' WHERE seq = 2", "broken-link", 2),
    ("UPDATE events SET on_day = '2026-03-01' WHERE seq = 3", "broken-link", 3),
    ("UPDATE events SET at = '2026-03-02T09:31:00+00:00' WHERE seq = 1", "broken-link", 1),
    ("UPDATE events SET body = (SELECT body FROM events WHERE seq = 2) WHERE seq = 3", "broken-link", 3),
    ("UPDATE events SET digest = (SELECT digest FROM events WHERE seq = 2) WHERE seq = 3", "broken-link", 3),
    ("DELETE FROM events WHERE seq = 3", "gap", 3),
    ("DELETE FROM events WHERE seq = 1", "gap", 1),
    ("DELETE FROM events WHERE seq > 4", "cut", 5),
    ("DELETE FROM events", "cut", 1),
    ("UPDATE projection SET received = '2026-01-01'", "lists", None),
    ("DELETE FROM filings", "lists", None),
]


@pytest.mark.parametrize(("sql", "code", "seq"), CHANGES)
def test_what_was_changed_is_named(register: Register, sql: str, code: str, seq: int | None) -> None:
    """Every way of changing the log behind the register's back is found, the first link named."""
    fill(register)
    assert verify_log(register).faults == ()
    change(register, sql)
    first = verify_log(register).faults[0]
    assert (first.code, first.seq) == (code, seq)


def test_nothing_is_recorded_after_a_cut(register: Register) -> None:
    """A log whose end is missing is not written on, which would hide the cut."""
    fill(register)
    change(register, "DELETE FROM events WHERE seq > 4")
    with pytest.raises(RegisterError, match="lacks the events after 4"):
        register.append([event("DW-2026-002", "note-added")])


def test_a_log_rewritten_without_the_key_is_found(register: Register) -> None:
    """A log linked anew, from the first changed row to its end, does not verify without the chain's key."""
    fill(register)
    table = schema.events
    with register.database.writing() as connection:
        connection.execute(update(table).where(table.c.seq == 2).values(kind="case-closed"))
        digest = "0" * 64
        for row in connection.execute(select(table).order_by(table.c.seq)).all():
            head = row_head(row.seq, row.case_ref, row.kind, row.on_day, row.at)
            digest = link(b"guessed", digest, head, row.body)
            connection.execute(update(table).where(table.c.seq == row.seq).values(digest=digest))
    faults = verify_log(register).faults
    assert (faults[0].code, faults[0].seq, faults[1].code) == ("broken-link", 1, "rewritten")


def test_a_changed_mirror_is_found(register: Register, place: Place) -> None:
    """The copy of the log's end is sealed as well."""
    fill(register)
    with register.keys.database.writing() as connection:
        connection.execute(text("UPDATE head SET events = 3"))
    assert [fault.code for fault in verify_log(open_register(place)).faults] == ["head"]


def test_a_crash_before_the_mirror_is_no_fault(register: Register) -> None:
    """The mirror may lag behind the log; the next event brings it up."""
    fill(register)
    with register.keys.database.writing() as connection:
        before: Sequence[Any] = connection.execute(select(schema.head)).all()
    register.append([event("DW-2026-002", "note-added")])
    with register.keys.database.writing() as connection:
        connection.execute(update(schema.head).values(**before[0]._mapping))
    assert verify_log(register).faults == ()
    register.append([event("DW-2026-002", "note-added")])
    assert verify_log(register).faults == ()


def test_a_crash_before_the_events_leaves_a_key_and_no_fault(register: Register) -> None:
    """A key that was stored for a case that never came to be is used when it does."""
    register.keys.make(["DW-2026-001"])
    fill(register)
    assert verify_log(register).faults == ()


def test_a_lost_key_is_named_once_a_case(register: Register, place: Place) -> None:
    """A key that is missing without a recorded erasure is a fault of its case."""
    fill(register)
    register.keys.destroy("DW-2026-001")
    faults = verify_log(open_register(place)).faults
    assert [(fault.code, fault.seq) for fault in faults] == [("no-key", 1)]
    assert "DW-2026-001" in faults[0].message


def raw_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_nothing_a_person_wrote_stands_in_clear(tmp_path: Path) -> None:
    """Neither the register nor its log holds a body's words, before erasure as after it."""
    register = open_register(tmp_path / "register.db", create=True)
    fill(register)
    found = raw_bytes(tmp_path)
    for words in (WORDS, "Niamh", "Caseworker", "boiler"):
        assert words.encode() not in found
    assert b"DW-2026-001" in found


def test_an_erased_case_cannot_be_read_again(tmp_path: Path) -> None:
    """After erasure the key is in no byte of any file, nothing opens, and the log still verifies."""
    register = open_register(tmp_path / "register.db", create=True)
    fill(register)
    with register.keys.database.reading() as connection:
        table = schema.keys
        key = bytes(connection.scalars(select(table.c.wrapped).where(table.c.name == "DW-2026-001")).one())
    assert key in raw_bytes(tmp_path)
    register.erase("DW-2026-001", on=DAY, now=NOW, by="A. Manager", data={"decided_by": "Head of OD/HR"})
    assert key not in raw_bytes(tmp_path)
    with pytest.raises(RegisterError, match="was erased on 2026-03-02"):
        register.events("DW-2026-001")
    with pytest.raises(RegisterError, match="was erased"):
        register.append([event("DW-2026-001")])
    assert register.filing("a" * 64) is None
    assert [row.ref for row in register.cases()] == ["DW-2026-002", "DW-2026-003"]
    assert [(e.case, e.data["decided_by"]) for e in register.log("case-erased")] == [
        ("DW-2026-001", "Head of OD/HR")
    ]
    register.rebuild_projection()
    proof = verify_log(register)
    assert (proof.cases, proof.erased, proof.faults) == (2, 1, ())


def test_an_erasure_that_was_broken_off_is_said_and_finished(register: Register, place: Place) -> None:
    """Where the program ended between the record and the key, verify says so and a second call ends it."""
    fill(register)
    table = schema.keys
    with register.keys.database.reading() as connection:
        row = connection.execute(select(table).where(table.c.name == "DW-2026-001")).mappings().one()
    register.erase("DW-2026-001", on=DAY, now=NOW, by="m", data={})
    with register.keys.database.writing() as connection:
        connection.execute(insert(table).values(**row))
    again = open_register(place)
    assert [fault.code for fault in verify_log(again).faults] == ["unfinished-erasure"]
    again.erase("DW-2026-001", on=DAY, now=NOW, by="m", data={})
    assert verify_log(again).faults == ()
    assert len(list(again.log("case-erased"))) == 1


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Register:
    register = open_register(tmp_path_factory.mktemp("filled") / "register.db", create=True)
    fill(register)
    return register


COLUMNS = ("case_ref", "kind", "at", "body", "digest")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_is_found(filled: Register, data: st.DataObject) -> None:
    """Whichever byte of whichever event changes, the first event that does not fit is that one."""
    table = schema.events
    seq = data.draw(st.integers(1, 6), "seq")
    name = data.draw(st.sampled_from(COLUMNS), "column")

    def spoil(connection: Connection) -> object:
        old = connection.scalars(select(table.c[name]).where(table.c.seq == seq)).one()
        raw = bytearray(old if isinstance(old, bytes) else old.encode())
        place = data.draw(st.integers(0, len(raw) - 1), "byte")
        raw[place] ^= data.draw(st.integers(1, 255 if name == "body" else 15), "mask")
        new = bytes(raw) if name == "body" else raw.decode("latin-1")
        connection.execute(update(table).where(table.c.seq == seq).values({name: new}))
        return old

    old = _in_one_step(filled, spoil)
    try:
        fault = verify_log(filled).faults[0]
        assert (fault.code, fault.seq) == ("broken-link", seq)
    finally:
        _in_one_step(filled, lambda c: c.execute(update(table).where(table.c.seq == seq).values({name: old})))
    assert verify_log(filled).faults == ()


def _in_one_step(register: Register, step: Callable[[Connection], object]) -> object:
    with register.database.writing() as connection:
        return step(connection)


KINDS = ("note-added", "hold-placed", "hold-lifted", "case-closed")
STEPS = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from([*KINDS, "open", "erase", "file"]), st.booleans()),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_allowed_order_verifies(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    """Whatever is recorded in whatever order and batches, refused or not, the log and lists verify."""
    register = open_register(tmp_path_factory.mktemp("order") / "register.db", create=True)
    for number, (case, kind, double) in enumerate(steps):
        ref = f"DW-2026-{case:03d}"
        try:
            if kind == "open":
                register.open_case("DW", 2026, lambda new: ([event(new)], []))
            elif kind == "erase":
                register.erase(ref, on=DAY, now=NOW, by="m", data={})
            elif kind == "file":
                register.append([], filings=[Filing(f"{number:064x}", "q/x" if double else "", DAY)])
            else:
                register.append([event(ref, kind)] * (1 + double))
        except RegisterError:
            continue
    assert verify_log(register).faults == ()
    register.rebuild_projection()
    assert verify_log(register).faults == ()
    register.close()
