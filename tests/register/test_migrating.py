import datetime as dt
import hashlib
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.register.postgres import Server
from tests.register.test_verifying import fill

from hrdocs.errors import RegisterError
from hrdocs.register import Place, Register, open_register, schema
from hrdocs.register.copying import copy_register
from hrdocs.register.migrating import copy_files, migrate_register, stored_revision
from hrdocs.register.opening import place_of
from hrdocs.register.verifying import verify_log

OLD = """
CREATE TABLE events (seq INTEGER NOT NULL PRIMARY KEY, case_ref VARCHAR(40) NOT NULL,
  kind VARCHAR(60) NOT NULL, on_day DATE NOT NULL, at VARCHAR(40) NOT NULL, by VARCHAR(120) NOT NULL,
  body BLOB NOT NULL, previous VARCHAR(64) NOT NULL, digest VARCHAR(64) NOT NULL);
CREATE INDEX ix_events_case_ref ON events (case_ref);
CREATE TABLE filings (sha256 VARCHAR(64) NOT NULL PRIMARY KEY, container VARCHAR(64) NOT NULL,
  case_ref VARCHAR(40), path VARCHAR(500) NOT NULL, reason VARCHAR(60), message VARCHAR(500) NOT NULL,
  received DATE NOT NULL);
CREATE INDEX ix_filings_container ON filings (container);
CREATE TABLE projection (case_ref VARCHAR(40) NOT NULL PRIMARY KEY, pack VARCHAR(80) NOT NULL,
  received DATE, raised DATE, verdict VARCHAR(30), last_event VARCHAR(60) NOT NULL,
  last_seq INTEGER NOT NULL);
PRAGMA user_version = 1;
"""
AT = "2026-03-02T09:30:00+00:00"


def first_register(path: Path) -> None:
    """A register as the first version wrote it: one case with a note, one filing, one in quarantine."""
    with sqlite3.connect(path) as connection:
        connection.executescript(OLD)
        previous = "0" * 64
        for seq, kind, body in (
            (1, "complaint-received", b'{"pack":"p","raised":"2026-03-01"}'),
            (2, "note-added", '{"text":"Déirdre was told"}'.encode()),
        ):
            head = "\x1f".join((str(seq), "DW-2026-001", kind, "2026-03-02", AT, "ann"))
            digest = hashlib.sha256(f"{previous}\x1f{head}\x1f".encode() + body).hexdigest()
            row = (seq, "DW-2026-001", kind, "2026-03-02", AT, "ann", body, previous, digest)
            connection.execute("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)", row)
            previous = digest
        for name, case, reason in (("a", "DW-2026-001", None), ("b", None, "damaged")):
            filing = (name * 64, name * 64, case, f"{name}/x", reason, "", "2026-03-02")
            connection.execute("INSERT INTO filings VALUES (?,?,?,?,?,?,?)", filing)
    connection.close()


def test_the_first_register_is_brought_up(tmp_path: Path) -> None:
    """Events and filings of the first version are kept in their places, sealed, and nothing in clear."""
    path = tmp_path / "register.db"
    first_register(path)
    with pytest.raises(RegisterError, match="older hrdocs"):
        open_register(path)
    assert len(copy_files(place_of(path), tmp_path / "before")) == 1
    migrate_register(place_of(path))
    register = open_register(path)
    events = register.events("DW-2026-001")
    assert [(e.seq, e.kind, e.by) for e in events] == [
        (1, "complaint-received", "ann"),
        (2, "note-added", "ann"),
    ]
    assert events[1].data == {"text": "Déirdre was told"}
    assert register.cases()[0].raised == dt.date(2026, 3, 1)
    assert [(f.path, f.case, f.reason) for f in register.filings()] == [
        ("a/x", "DW-2026-001", None), ("b/x", None, "damaged"),
    ]  # fmt: skip
    assert verify_log(register).faults == ()
    register.close()
    assert not any(b"was told" in p.read_bytes() for p in tmp_path.iterdir() if p.is_file())
    assert stored_revision(place_of(tmp_path / "before" / "register.db")) == "0001"


def test_a_spoilt_first_register_stays_as_it_was(tmp_path: Path) -> None:
    """A log that does not verify is not sealed as if it did; a second try after mending goes through."""
    path = tmp_path / "register.db"
    first_register(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE events SET by = 'eve' WHERE seq = 2")
    connection.close()
    with pytest.raises(RegisterError, match="event 2 was changed; nothing was migrated"):
        migrate_register(place_of(path))
    assert stored_revision(place_of(path)) == "0001"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE events SET by = 'ann' WHERE seq = 2")
    connection.close()
    migrate_register(place_of(path))
    assert verify_log(open_register(path)).faults == ()


def test_migrating_gives_the_tables_of_a_new_register(tmp_path: Path, register: Register) -> None:
    """The steps of the migrations and the tables of this version are the same."""
    first_register(tmp_path / "old.db")
    migrate_register(Place(str(tmp_path / "old.db"), str(tmp_path / "old-keys.db")))
    for made in (register, open_register(Place(str(tmp_path / "old.db"), str(tmp_path / "old-keys.db")))):
        with made.database.reading() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, schema.metadata) == []


def test_migrating_a_register_of_this_version_changes_nothing(register: Register, place: Place) -> None:
    """There is nothing to do."""
    fill(register)
    before = verify_log(register)
    migrate_register(place)
    assert verify_log(open_register(place)) == before


def test_a_copy_verifies_wherever_it_goes(tmp_path: Path, postgres: Server) -> None:
    """A register moves from files to a server and back, sealed as it is, and verifies in each place."""
    register = open_register(tmp_path / "register.db", create=True)
    fill(register)
    server = Place(postgres.database(), postgres.database())
    back = Place(str(tmp_path / "b.db"), str(tmp_path / "bk.db"))
    assert copy_register(register, server) == copy_register(open_register(server), back) == 6
    for place in (server, back):
        copied = open_register(place)
        assert verify_log(copied) == verify_log(register)
        assert copied.events("DW-2026-001") == register.events("DW-2026-001")
    with pytest.raises(RegisterError, match="events already"):
        copy_register(register, back)
