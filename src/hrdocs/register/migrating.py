"""Bringing an older register up to this version, with Alembic, in one transaction."""

import sqlite3
from pathlib import Path

from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.database import is_address, open_database, shown
from hrdocs.register.opening import LOCK, Place, open_register, revision_of

MIGRATIONS = Path(__file__).parent / "migrations"


def stored_revision(place: Place) -> str | None:
    """The schema revision of what stands at a place; None where there is no register yet."""
    if not is_address(place.register) and not Path(place.register).is_file():
        return None
    database = open_database(place.register, lock=LOCK)
    try:
        with database.reading() as connection:
            return revision_of(connection)
    finally:
        database.close()


def copy_files(place: Place, folder: Path) -> tuple[Path, ...]:
    """Copy a SQLite register and its keys as they are, whatever their version, into a new folder.

    Raises:
        RegisterError: the register is on a server, which hrdocs cannot copy in an older version.
    """
    if is_address(place.register):
        raise RegisterError(
            shown(place.register), "must be backed up before it is migrated",
            "Use pg_dump, then run `hrdocs migrate --backed-up`.", code="no-backup",
        )  # fmt: skip
    folder.mkdir(mode=0o700, parents=True)
    made = []
    for source in (Path(place.register), Path(place.keys)):
        if source.is_file():
            copy = folder / source.name
            copy.touch(mode=0o600)
            with sqlite3.connect(source) as reading, sqlite3.connect(copy) as writing:
                reading.backup(writing)
            reading.close()
            writing.close()
            made.append(copy)
    return tuple(made)


def migrate_register(place: Place) -> None:
    """Bring the register up to this version's schema. It is whole before and after, or as it was.

    Raises:
        RegisterError: it was written by a newer hrdocs, or its old log does not verify.
    """
    from alembic import command
    from alembic.config import Config

    if stored_revision(place) not in ("0001", "0002", schema.REVISION):
        open_register(place)
        return
    database = open_database(place.register, lock=LOCK)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with database.writing() as connection:
            config.attributes |= {"connection": connection, "place": place}
            command.upgrade(config, "head")
        database.clean("events")
    finally:
        database.close()
    register = open_register(place)
    register.mirror()
    register.rebuild_projection()
    register.close()
