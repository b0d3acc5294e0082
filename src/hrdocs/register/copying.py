"""Copying a whole register, sealed as it is, into another database: for backups, restoring and moving."""

from sqlalchemy import Connection, Table, delete, func, insert, select

from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.database import Database, open_database
from hrdocs.register.keys import LOCK as KEYS_LOCK
from hrdocs.register.opening import LOCK, Place, revision_of
from hrdocs.register.store import Register

_BATCH = 5_000


def copy_register(source: Register, place: Place) -> int:
    """Copy every row and every key into empty databases and say how many events there are.

    Nobody can record in the source while its rows are copied.

    Raises:
        RegisterError: the target holds events already.
    """
    target = open_database(place.register, lock=LOCK, create=True)
    keys = open_database(place.keys, lock=KEYS_LOCK, create=True)
    try:
        with source.database.writing() as reading, target.writing() as writing:
            _make_room(writing, target)
            for table in schema.metadata.sorted_tables:
                _copy_table(table, reading, writing)
            with keys.writing() as connection:
                schema.keys_metadata.create_all(connection)
                for table in schema.keys_metadata.sorted_tables:
                    connection.execute(delete(table))
                source.keys.copy_to(connection)
            return int(writing.scalar(select(func.count()).select_from(schema.events)) or 0)
    finally:
        target.close()
        keys.close()


def _make_room(connection: Connection, target: Database) -> None:
    if revision_of(connection) is None:
        schema.metadata.create_all(connection)
        return
    if connection.scalar(select(func.count()).select_from(schema.events)):
        raise RegisterError(
            target.name, "holds a register with events already", "Name an empty database or folder."
        )
    for table in reversed(schema.metadata.sorted_tables):
        connection.execute(delete(table))


def _copy_table(table: Table, reading: Connection, writing: Connection) -> None:
    query = select(table).order_by(*table.primary_key.columns)
    for part in reading.execute(query).mappings().partitions(_BATCH):
        writing.execute(insert(table), [dict(row) for row in part])
