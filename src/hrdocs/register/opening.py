"""Opening and making a register: where its two databases are, and whether their versions fit."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, insert, inspect, select

from hrdocs.errors import RegisterError
from hrdocs.register import schema
from hrdocs.register.database import Database, is_address, open_database, shown
from hrdocs.register.keys import KeyStore, Protection, create_keys, open_keys
from hrdocs.register.store import Register

LOCK = 7_261_001
KEYS_FILE = "keys.db"
_OLDER = frozenset({"0001", "0002"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a register and its keys are: files, or postgresql:// addresses."""

    register: str
    keys: str
    passphrase: str | None = None


def place_of(register: Path | str | Place) -> Place:
    """The place of a register in a file, its keys beside it."""
    if isinstance(register, Place):
        return register
    return Place(str(register), str(Path(register).with_name(KEYS_FILE)))


def open_register(
    where: Path | str | Place, *, create: bool = False, protection: Protection = Protection.FILE
) -> Register:
    """The register in a file or at an address. `create` makes one where there is none.

    Raises:
        RegisterError: it is not there, is no register, is older or newer than this hrdocs, is on a
            network share, or its keys are missing, locked or another register's.
        UnavailableError: the driver of PostgreSQL or the system's keyring is missing.
    """
    place = place_of(where)
    _check_apart(place)
    database = open_database(place.register, lock=LOCK, create=create)
    with database.reading() as connection:
        revision = revision_of(connection)
    if revision is None:
        if not create:
            raise RegisterError(database.name, "holds no register yet", "`hrdocs migrate` makes one.")
        with database.writing() as connection:
            create_tables(connection)
    elif revision != schema.REVISION:
        raise _other_version(database.name, revision)
    return Register(database, _keys(place, database, protection))


def create_tables(connection: Connection) -> None:
    """The tables of a new register, unless another program has made them just now."""
    if revision_of(connection) is not None:
        return
    schema.metadata.create_all(connection)
    connection.execute(insert(schema.version).values(version_num=schema.REVISION))
    connection.execute(insert(schema.meta).values(name="register", value=os.urandom(16).hex()))


def revision_of(connection: Connection) -> str | None:
    """The schema revision of a database; None where it holds no register."""
    tables = inspect(connection)
    if tables.has_table("alembic_version"):
        return connection.scalar(select(schema.version.c.version_num))
    return "0001" if tables.has_table("events") else None


def register_id(connection: Connection) -> str:
    """What ties a register to its keys."""
    return str(connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "register")))


def _check_apart(place: Place) -> None:
    if place.keys == place.register or (
        is_address(place.register) and shown(place.register) == shown(place.keys)
    ):
        raise RegisterError(
            shown(place.keys),
            "holds the register: its keys must be kept apart from it",
            "Name another database as `keys` in organisation.toml.",
        )


def _other_version(name: str, revision: str) -> RegisterError:
    if revision in _OLDER:
        return RegisterError(
            name, "was written by an older hrdocs", "`hrdocs migrate` makes a copy and brings it up.",
            code="older",
        )  # fmt: skip
    return RegisterError(
        name, "was written by a newer hrdocs", "Install that version or a newer one.", code="newer"
    )


def _keys(place: Place, database: Database, protection: Protection) -> KeyStore:
    """The register's keys; made where the register has none and no event yet."""
    with database.reading() as connection:
        wanted = register_id(connection)
        is_new = not connection.scalar(select(func.max(schema.events.c.seq)))
    try:
        keys = open_keys(place.keys, passphrase=place.passphrase)
    except RegisterError as error:
        if error.code != "no-keys" or not is_new:
            raise
        keys = create_keys(place.keys, register_id=wanted, how=protection, passphrase=place.passphrase)
    if keys.setting("register") != wanted:
        raise RegisterError(
            keys.name,
            f"holds the keys of another register than {database.name}",
            "Put back the file that belongs to it.",
        )
    return keys
