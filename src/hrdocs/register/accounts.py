"""Who may sign in to the pages, and the views of lists that people have saved: a database of its own.

It is `web.db` in the workspace, private to its owner. It holds no case and no answer: names, work
e-mail addresses, roles and the hashes of passwords of the people who work with the cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, delete, func, insert, select, update

from hrdocs.errors import UsageError
from hrdocs.register.database import Database, open_database

FILE = "web.db"
LOCK = 7_261_003

_metadata = MetaData()

_accounts = Table(
    "accounts",
    _metadata,
    Column("name", String(60), primary_key=True),
    Column("full_name", String(120), nullable=False),
    Column("email", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("password", String(200), nullable=False),  # a hash; "" until the person has chosen one
    Column("invitation", String(64), nullable=False),  # the digest of a single-use token, or ""
    Column("active", Boolean, nullable=False),
    Column("changes", Integer, nullable=False),  # each ends the sessions that were open before it
)

_views = Table(
    "saved_views",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("owner", String(60), nullable=False, index=True),
    Column("title", String(80), nullable=False),
    Column("query", String(1000), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. `name` is what is typed, lower case; `email` is the one at work."""

    name: str
    full_name: str
    email: str
    role: str
    password: str = ""
    invitation: str = ""
    active: bool = True
    changes: int = 0


@dataclass(frozen=True, slots=True)
class SavedView:
    """A list as somebody wants to see it again: its title and the filters as in an address."""

    id: int
    title: str
    query: str


class AccountStore:
    """The accounts and saved views of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Let go of the database's files."""
        self._database.close()

    def find(self, name: str) -> Account | None:
        """The account of a name, in any case."""
        return self._one(_accounts.c.name == name.strip().casefold())

    def find_invited(self, invitation: str) -> Account | None:
        """The account that waits for the person who holds a token with this digest."""
        return self._one(_accounts.c.invitation == invitation) if invitation else None

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(_accounts).order_by(_accounts.c.name)).mappings().all()
        return tuple(Account(**row) for row in rows)

    def count(self) -> int:
        """How many accounts can be used."""
        query = select(func.count()).where(_accounts.c.active, _accounts.c.password != "")
        with self._database.reading() as connection:
            return int(connection.scalar(query) or 0)

    def add(self, account: Account) -> None:
        """A new account.

        Raises:
            UsageError: there is one of that name.
        """
        with self._database.writing() as connection:
            if connection.scalar(select(_accounts.c.name).where(_accounts.c.name == account.name)):
                raise UsageError(account.name, "is taken", "Choose another name to sign in with.")
            connection.execute(insert(_accounts).values(**_columns(account)))

    def change(self, name: str, values: Mapping[str, Any]) -> None:
        """Change an account; sessions that were open before are no longer good."""
        with self._database.writing() as connection:
            query = update(_accounts).where(_accounts.c.name == name)
            connection.execute(query.values(**values, changes=_accounts.c.changes + 1))

    def views(self, owner: str) -> tuple[SavedView, ...]:
        """The views that somebody saved, by title."""
        query = select(_views).where(_views.c.owner == owner).order_by(_views.c.title)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(SavedView(row.id, row.title, row.query) for row in rows)

    def save_view(self, owner: str, title: str, query: str) -> None:
        """Keep a view; one of the same title is replaced."""
        same = (_views.c.owner == owner) & (_views.c.title == title)
        with self._database.writing() as connection:
            connection.execute(delete(_views).where(same))
            connection.execute(insert(_views).values(owner=owner, title=title, query=query))

    def forget_view(self, owner: str, number: int) -> None:
        """Remove one of the owner's views."""
        with self._database.writing() as connection:
            connection.execute(delete(_views).where((_views.c.owner == owner) & (_views.c.id == number)))

    def _one(self, condition: Any) -> Account | None:
        with self._database.reading() as connection:
            row = connection.execute(select(_accounts).where(condition)).mappings().first()
        return Account(**row) if row else None


def open_accounts(folder: Path) -> AccountStore:
    """The accounts of the workspace in a folder; the file is made on first use."""
    database = open_database(str(folder / FILE), lock=LOCK, create=True)
    with database.writing() as connection:
        _metadata.create_all(connection)
    return AccountStore(database)


def _columns(account: Account) -> dict[str, Any]:
    return {column.name: getattr(account, column.name) for column in _accounts.columns}
