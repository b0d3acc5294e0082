"""The step from the first register (revision 0001, bodies in clear) to the sealed one (0002).

The old log is proved by its own chain before anything is changed; an event keeps its place in the log,
the filings follow the events.
"""

import datetime as dt
import hashlib
import json
import os

from sqlalchemy import Connection, insert, text

from hrdocs.case import Event
from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.database import open_database
from hrdocs.register.keys import KeyStore, create_keys, open_keys
from hrdocs.register.opening import LOCK, Place
from hrdocs.register.rows import Filing
from hrdocs.register.sealing import FIRST
from hrdocs.register.store import Register


def reseal(connection: Connection, place: Place) -> None:
    """Replace the first register's tables by sealed ones with the same events and filings.

    Raises:
        RegisterError: the old log does not verify.
    """
    events = _old_events(connection, place.register)
    filings = _old_filings(connection)
    for table in ("events", "filings", "projection"):
        connection.execute(text(f"DROP TABLE {table}"))
    made = [table for table in schema.metadata.sorted_tables if table is not schema.version]
    schema.metadata.create_all(connection, tables=made)
    keys = _keys(place)
    connection.execute(insert(schema.meta).values(name="register", value=keys.setting("register")))
    database = open_database(place.register, lock=LOCK)
    Register(database, keys).record(connection, events, filings, {})
    keys.close()


def _keys(place: Place) -> KeyStore:
    """The keys that an earlier try has made, else new ones."""
    try:
        return open_keys(place.keys, passphrase=place.passphrase)
    except RegisterError as error:
        if error.code != "no-keys":
            raise
        return create_keys(place.keys, register_id=os.urandom(16).hex(), passphrase=place.passphrase)


def _old_events(connection: Connection, name: str) -> list[Event]:
    """The old log, each digest proved."""
    found: list[Event] = []
    previous = FIRST
    for row in connection.execute(text("SELECT * FROM events ORDER BY seq")).mappings():
        head = "\x1f".join(str(row[key]) for key in ("seq", "case_ref", "kind", "on_day", "at", "by"))
        digest = hashlib.sha256(f"{previous}\x1f{head}\x1f".encode() + row["body"]).hexdigest()
        if row["previous"] != previous or row["digest"] != digest:
            raise RegisterError(
                name, f"event {row['seq']} was changed; nothing was migrated", "Restore it from a backup."
            )
        previous = digest
        at = dt.datetime.fromisoformat(row["at"])
        on = dt.date.fromisoformat(str(row["on_day"]))
        found.append(Event(row["case_ref"], row["kind"], on, at, row["by"], json.loads(row["body"])))
    return found


def _old_filings(connection: Connection) -> list[Filing]:
    rows = connection.execute(text("SELECT * FROM filings ORDER BY received, path")).mappings()
    return [
        Filing(
            row["sha256"], row["path"], dt.date.fromisoformat(str(row["received"])), row["container"],
            row["case_ref"], row["reason"], row["message"],
        )
        for row in rows
    ]  # fmt: skip
