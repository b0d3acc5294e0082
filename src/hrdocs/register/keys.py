"""The keys, kept in a database of their own: one for the chain, one for each case, one for the register.

Beside the register they are `keys.db`, private to its owner. The keys stand there as they are, or
wrapped (AES-256-GCM) under a key that comes from a passphrase (scrypt) or from the system's keyring.
Here stands also the head of the log, mirrored: how many events there are and the digest of the last.
Destroying a case's key makes everything sealed with it unreadable for good.
"""

import hmac
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, inspect, select, update

from hrdocs.errors import RegisterError, UnavailableError
from hrdocs.register import schema
from hrdocs.register.database import Database, open_database
from hrdocs.register.rows import REGISTER
from hrdocs.register.sealing import NONCE, head_mac

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHAIN = "chain"
LOCK = 7_261_002
_CHUNK = 500
_SCRYPT_COST = 2**16
_SERVICE = "hrdocs"


class Protection(StrEnum):
    """What guards the key file beside its permissions."""

    FILE = "file"
    PASSPHRASE = "passphrase"  # noqa: S105 - the word, not one
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Head:
    """The mirrored end of the log."""

    count: int
    digest: str


_REMEMBERED = 1_024  # keys held in memory: a run over many cases must not hold them all


class KeyStore:
    """Every key of one register. Keys that were read are remembered until they are destroyed."""

    def __init__(self, database: Database, wrapping: "AESGCM | None") -> None:
        self.database = database
        self._wrapping = wrapping
        self._known: dict[str, AESGCM] = {}
        self.chain = b""
        self.name = database.name

    @property
    def is_sqlite(self) -> bool:
        return self.database.is_sqlite

    def close(self) -> None:
        """Let go of the database's files."""
        self.database.close()

    def load(self) -> None:
        """Read the key of the chain.

        Raises:
            RegisterError: it is not there, or the passphrase is not the right one.
        """
        found = self._read([CHAIN])
        if CHAIN not in found:
            raise RegisterError(self.name, "holds no keys", "Restore it from a backup.", code="no-keys")
        self.chain = found[CHAIN]

    def setting(self, name: str) -> str | None:
        """A setting of the key store."""
        table = schema.settings
        with self.database.reading() as connection:
            return connection.scalar(select(table.c.value).where(table.c.name == name))

    def key(self, name: str) -> "AESGCM | None":
        """The key of a case, or None where it was destroyed."""
        return self.keys([name]).get(name)

    def keys(self, names: Iterable[str]) -> "dict[str, AESGCM]":
        """The keys of several cases; those that were destroyed are left out."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        wanted = list(dict.fromkeys(names))
        found = {name: key for name in wanted if (key := self._known.get(name)) is not None}
        read = self._read([name for name in wanted if name not in found])
        found |= {name: AESGCM(raw) for name, raw in read.items()}
        self._known |= found
        for name in list(self._known)[:-_REMEMBERED]:
            self._known.pop(name, None)
        return found

    def make(self, names: Sequence[str]) -> None:
        """Make keys for new cases; one that is there already stays as it is."""
        if not names:
            return
        with self.database.writing() as connection:
            there = _names(connection, names)
            rows = [self._row(name, os.urandom(32)) for name in dict.fromkeys(names) if name not in there]
            if rows:
                connection.execute(insert(schema.keys), rows)

    def destroy(self, name: str) -> None:
        """Destroy a case's key, so that nothing of it is left in the key store's files.

        Raises:
            RegisterError: another program reads the key store; the key is gone from the table only.
        """
        if name in (CHAIN, REGISTER):
            raise RegisterError(name, "is no case", "Nothing was destroyed.")
        self._known.pop(name, None)
        with self.database.writing() as connection:
            connection.execute(delete(schema.keys).where(schema.keys.c.name == name))
        self.database.clean("keys")

    def has(self, name: str) -> bool:
        """Whether the key is still stored, whatever is remembered."""
        with self.database.reading() as connection:
            return bool(_names(connection, [name]))

    def names(self) -> frozenset[str]:
        """The names of all keys."""
        with self.database.reading() as connection:
            return frozenset(connection.scalars(select(schema.keys.c.name)))

    def head(self) -> Head | None:
        """The mirrored head.

        Raises:
            RegisterError: it was written by somebody without the key.
        """
        with self.database.reading() as connection:
            row = connection.execute(select(schema.head)).first()
        if row is None:
            return None
        if not hmac.compare_digest(row.mac, head_mac(self.chain, row.events, row.digest)):
            raise RegisterError(self.name, "its copy of the log's end was changed", "Run `hrdocs verify`.")
        return Head(row.events, row.digest)

    def advance(self, count: int, digest: str) -> None:
        """Mirror the head of the log. It only ever goes forward, whoever comes first."""
        values = {"events": count, "digest": digest, "mac": head_mac(self.chain, count, digest)}
        table = schema.head
        with self.database.writing() as connection:
            if connection.scalar(select(table.c.events)) is None:
                connection.execute(insert(table).values(id=1, **values))
            else:
                connection.execute(update(table).where(table.c.events < count).values(**values))

    def protect(self, how: Protection, *, passphrase: str | None = None) -> None:
        """Put every key under another protection."""
        with self.database.writing() as connection:
            raw = {
                row.name: self._unwrap(row.name, row.wrapped)
                for row in connection.execute(select(schema.keys))
            }
            connection.execute(delete(schema.keys))
            connection.execute(
                delete(schema.settings).where(schema.settings.c.name.in_(["protection", "salt"]))
            )
            self._wrapping = _set_protection(connection, how, passphrase)
            connection.execute(insert(schema.keys), [self._row(name, key) for name, key in raw.items()])
        self.database.clean("keys")

    def copy_to(self, connection: Connection) -> None:
        """Copy every key, as it is wrapped, and the head into the empty tables of a key store."""
        with self.database.reading() as source:
            for table in (schema.keys, schema.settings, schema.head):
                rows = [dict(row) for row in source.execute(select(table)).mappings()]
                if rows:
                    connection.execute(insert(table), rows)

    def _read(self, names: Sequence[str]) -> dict[str, bytes]:
        table, found = schema.keys, {}
        if not names:
            return {}
        with self.database.reading() as connection:
            for start in range(0, len(names), _CHUNK):
                part = names[start : start + _CHUNK]
                for row in connection.execute(select(table).where(table.c.name.in_(part))):
                    found[row.name] = self._unwrap(row.name, row.wrapped)
        return found

    def _row(self, name: str, raw: bytes) -> dict[str, object]:
        if self._wrapping is None:
            return {"name": name, "wrapped": raw}
        nonce = os.urandom(NONCE)
        return {"name": name, "wrapped": nonce + self._wrapping.encrypt(nonce, raw, name.encode())}

    def _unwrap(self, name: str, wrapped: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        if self._wrapping is None:
            return bytes(wrapped)
        try:
            return self._wrapping.decrypt(wrapped[:NONCE], wrapped[NONCE:], name.encode())
        except InvalidTag:
            raise RegisterError(
                self.name, "the passphrase does not open the keys", "Check it and try again.", code="locked"
            ) from None


def open_keys(place: str, *, passphrase: str | None = None) -> KeyStore:
    """The key store in a file or at an address.

    Raises:
        RegisterError: it is not there, or no passphrase or a wrong one was given.
        UnavailableError: it needs the system's keyring and there is none.
    """
    try:
        database = open_database(place, lock=LOCK)
    except RegisterError as error:
        if error.code != "error":
            raise
        raise RegisterError(
            error.subject, "the keys are not here", "Restore that file from a backup.", code="no-keys"
        ) from None
    with database.reading() as connection:
        is_made = inspect(connection).has_table("settings")
    if not is_made:
        raise RegisterError(database.name, "holds no keys", "Restore it from a backup.", code="no-keys")
    store = KeyStore(database, None)
    how = Protection(store.setting("protection") or Protection.FILE)
    store = KeyStore(database, _wrapping_key(how, store, passphrase))
    store.load()
    return store


def create_keys(
    place: str, *, register_id: str, how: Protection = Protection.FILE, passphrase: str | None = None
) -> KeyStore:
    """A new key store for a register; one that was begun for the same register is taken up."""
    database = open_database(place, lock=LOCK, create=True)
    with database.writing() as connection:
        schema.keys_metadata.create_all(connection)
        made = connection.scalar(select(schema.settings.c.value).where(schema.settings.c.name == "register"))
        if made is None:
            connection.execute(insert(schema.settings).values(name="register", value=register_id))
            store = KeyStore(database, _set_protection(connection, how, passphrase))
            rows = [store._row(name, os.urandom(32)) for name in (CHAIN, REGISTER)]
            connection.execute(insert(schema.keys), rows)
    database.close()
    return open_keys(place, passphrase=passphrase)


def _names(connection: Connection, names: Sequence[str]) -> set[str]:
    column = schema.keys.c.name
    found: set[str] = set()
    for start in range(0, len(names), _CHUNK):
        found.update(connection.scalars(select(column).where(column.in_(names[start : start + _CHUNK]))))
    return found


def _set_protection(connection: Connection, how: Protection, passphrase: str | None) -> "AESGCM | None":
    """Write down the protection and give the key that wraps."""
    salt = os.urandom(16)
    rows = [{"name": "protection", "value": how.value}, {"name": "salt", "value": salt.hex()}]
    connection.execute(insert(schema.settings), rows)
    if how is Protection.PASSPHRASE:
        return _from_passphrase(_need(passphrase, "keys"), salt)
    return _from_keyring(salt.hex(), create=True) if how is Protection.KEYRING else None


def _wrapping_key(how: Protection, store: KeyStore, passphrase: str | None) -> "AESGCM | None":
    salt = store.setting("salt") or ""
    if how is Protection.PASSPHRASE:
        return _from_passphrase(_need(passphrase, store.name), bytes.fromhex(salt))
    return _from_keyring(salt, create=False) if how is Protection.KEYRING else None


def _need(passphrase: str | None, name: str) -> str:
    if not passphrase:
        raise RegisterError(
            name,
            "the keys are under a passphrase and none was given",
            "Set HRDOCS_PASSPHRASE, or HRDOCS_PASSPHRASE_FILE to a private file that holds it.",
            code="locked",
        )
    return passphrase


def _from_passphrase(passphrase: str, salt: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return AESGCM(Scrypt(salt=salt, length=32, n=_SCRYPT_COST, r=8, p=1).derive(passphrase.encode()))


def _from_keyring(entry: str, *, create: bool) -> "AESGCM":
    """A key that the system's keyring holds for this user."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        keyring = import_module("keyring")
        errors = import_module("keyring.errors")
    except ImportError:
        raise UnavailableError(
            "keys", "need the keyring package", "Install it: pip install keyring."
        ) from None
    try:
        if create:
            keyring.set_password(_SERVICE, entry, os.urandom(32).hex())
        kept = keyring.get_password(_SERVICE, entry)
    except errors.KeyringError:
        raise UnavailableError(
            "keys", "the system's keyring cannot be used here", "Sign in on the desktop, or use a passphrase."
        ) from None
    if not kept:
        raise RegisterError(
            "keys", "the system's keyring has no entry for this register", "Sign in as the user who made it.",
            code="locked",
        )  # fmt: skip
    return AESGCM(bytes.fromhex(kept))
