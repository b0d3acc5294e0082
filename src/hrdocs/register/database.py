"""One database, SQLite or PostgreSQL, behind one code path: reading, writing, and errors in words.

A write holds the database's only write lock from its first statement, so that numbers and links follow
one another without gap. SQLite is in WAL mode with secure deletion; it is refused on a network share,
where its locks cannot be relied on.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from hrdocs.errors import RegisterError, UnavailableError

_WRITES = {"hrdocs_writes": True}
_BUSY_MS = 60_000
_NETWORK = frozenset(
    {
        "afpfs", "afs", "ceph", "cifs", "davfs", "davfs2", "fuse.sshfs", "fuse.rclone", "glusterfs",
        "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip


class Database:
    """An engine, the name by which messages call it, and its write lock's number."""

    def __init__(self, engine: Engine, name: str, lock: int) -> None:
        self.engine = engine
        self.name = name
        self._lock = lock

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        try:
            with self.engine.connect() as connection:
                if not self.is_sqlite:
                    connection.execution_options(isolation_level="REPEATABLE READ")
                yield connection
        except DBAPIError as error:
            raise _unusable(self.name, error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the write lock."""
        try:
            with self.engine.execution_options(**_WRITES).begin() as connection:
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({self._lock})")
                yield connection
        except DBAPIError as error:
            raise _unusable(self.name, error) from error

    def close(self) -> None:
        """Let go of the database's files."""
        self.engine.dispose()

    def clean(self, table: str) -> None:
        """Leave nothing of deleted rows in the database's files.

        Raises:
            RegisterError: another program reads it now, so that its log could not be emptied.
        """
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"VACUUM FULL {table}")
                    return
                connection.exec_driver_sql("VACUUM")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
        except DBAPIError as error:
            raise _unusable(self.name, error) from error
        if busy:
            raise RegisterError(
                self.name,
                "another program is reading it, so that deleted rows still stand in its log",
                "Close that program and run the command again.",
                code="busy",
            )


def open_database(place: str, *, lock: int, create: bool = False) -> Database:
    """The database in a file, or at a postgresql:// address.

    Raises:
        RegisterError: the file is not there or on a network share, or the address is wrong.
        UnavailableError: the driver of PostgreSQL is not installed.
    """
    if is_address(place):
        return Database(_postgres(place), shown(place), lock)
    path = Path(place)
    if not create and not path.is_file():
        next_step = "Restore the workspace from a backup (`hrdocs restore`), or begin one with `hrdocs init`."
        raise RegisterError(place, "there is no register here", next_step)
    check_local(path)
    if create and not path.exists():
        path.touch(mode=0o600)
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return Database(engine, place, lock)


def is_address(place: str) -> bool:
    """Whether this is the address of a server rather than a file."""
    return place.startswith(("postgresql://", "postgresql+psycopg://"))


def shown(place: str) -> str:
    """The place as messages may show it: an address without user and password."""
    if not is_address(place):
        return place
    try:
        address = make_url(place)
    except ArgumentError:
        return "postgresql://…"
    return f"postgresql://{address.host or 'localhost'}/{address.database or ''}"


def _postgres(place: str) -> Engine:
    try:
        address = make_url(place).set(drivername="postgresql+psycopg")
        return create_engine(address, hide_parameters=True, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise RegisterError(
            shown(place), "is no address", "Write it as postgresql://host/database."
        ) from error
    except ImportError as error:
        raise UnavailableError(
            shown(place), "needs the driver of PostgreSQL", "Install it: pip install 'hrdocs[postgres]'."
        ) from error


def check_local(path: Path) -> None:
    """See that a file's folder is on a disk of this machine.

    Raises:
        RegisterError: it is on a network share, with the ways out.
    """
    import psutil

    mounts = [(part.mountpoint, part.fstype, part.opts) for part in psutil.disk_partitions(all=True)]
    kind = network_kind(path.absolute().parent.resolve(), mounts)
    if kind:
        raise RegisterError(
            str(path),
            f"is on a network share ({kind}), where two writers can destroy a SQLite register",
            'Move the workspace to a local disk, or set register = "postgresql://…" in organisation.toml.',
            code="network-share",
        )


def network_kind(folder: Path, mounts: Sequence[tuple[str, str, str]]) -> str | None:
    """The kind of network file system that a folder is on, or None. `mounts`: point, kind, options."""
    if str(folder).startswith(("\\\\", "//")):
        return "UNC path"
    inside = [m for m in mounts if folder == Path(m[0]) or Path(m[0]) in folder.parents]
    if not inside:
        return None
    _, kind, options = max(inside, key=lambda m: len(m[0]))
    return kind or "remote" if kind.lower() in _NETWORK or "remote" in options.split(",") else None


def _prepare(connection: object, _record: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None  # transactions are begun below, with a write lock
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode != "wal":
            raise sqlite3.OperationalError(f"its disk allows no shared memory: journal mode {mode}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("hrdocs_writes") else "BEGIN")


def _first_line(error: DBAPIError) -> str:
    """What the database said. A server's words can hold values and users: of them, the code is enough."""
    words = str(error.orig).partition("\n")[0] or "it cannot be read"
    if isinstance(error.orig, sqlite3.Error):
        return words
    code = getattr(error.orig, "sqlstate", None)
    return (
        f"PostgreSQL error {code}"
        if code
        else "connection lost"
        if "connect" in words
        else "PostgreSQL error"
    )


def _unusable(name: str, error: DBAPIError) -> RegisterError:
    """The database's own error in words; it holds no values of ours."""
    fact = _first_line(error)
    if isinstance(error, IntegrityError):
        return RegisterError(
            name, "somebody has recorded the same just now", "Run the command again.", code="changed"
        )
    if "locked" in fact or "busy" in fact:
        return RegisterError(
            name, "another program has been writing to it for a minute", "Run the command again.", code="busy"
        )
    if "full" in fact or "53100" in fact:
        return RegisterError(name, "the disk is full, nothing was recorded", "Make room and run it again.")
    if "connect" in fact:
        return RegisterError(name, "its server does not answer, or does not let you in", "Ask who runs it.")
    if "malformed" in fact or "not a database" in fact:
        next_step = "Restore the workspace from a backup: `hrdocs restore`."
        return RegisterError(name, f"is damaged and cannot be used ({fact})", next_step, code="damaged")
    steps = {
        "readonly": "hrdocs writes beside it even to read: make its folder and its files writable for you.",
        "disk i/o": "See that its disk has room and works, and run the command again.",
    }
    step = next((said for word, said in steps.items() if word in fact.lower()), None)
    return RegisterError(
        name, f"the register cannot be used ({fact})", step or "Close other programs that use it."
    )
