"""People who may use the pages: their roles, what each role may do, and their passwords.

A password is kept as an argon2 hash. A new account is opened by its owner with a single-use token; the
register keeps the token's digest only.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from hrdocs.errors import UsageError
from hrdocs.register.accounts import Account, AccountStore, open_accounts

__all__ = ["Account", "AccountStore", "Person", "Right", "Role", "open_accounts"]

MIN_PASSWORD = 12
_MAX_PASSWORD = 1000


class Right(StrEnum):
    """What somebody may do on the pages."""

    SEE_CASES = "see cases"
    TAKE_IN = "take in forms"
    REVIEW = "review answers"
    RECORD = "record events"
    LETTERS = "write letters"
    APPROVE = "approve and issue letters"
    STATISTICS = "see statistics"
    ACCOUNTS = "manage accounts"


class Role(StrEnum):
    """The roles that an account may have."""

    CASEWORKER = "caseworker"
    REVIEWER = "reviewer"
    MANAGER = "manager"
    STATISTICS = "statistics"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CASEWORKER: frozenset(Right) - {Right.ACCOUNTS},
    Role.REVIEWER: frozenset({Right.SEE_CASES, Right.TAKE_IN, Right.REVIEW}),
    Role.MANAGER: frozenset(Right),
    Role.STATISTICS: frozenset({Right.STATISTICS}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the pages. `name` is what the log records."""

    name: str
    full_name: str
    email: str
    role: Role

    def may(self, right: Right) -> bool:
        """Whether this person's role has a right."""
        return right in RIGHTS[self.role]


def person_of(account: Account) -> Person:
    """The person of an account."""
    return Person(account.name, account.full_name, account.email, Role(account.role))


def hash_chosen(password: str, again: str) -> str:
    """The argon2 hash of a password that somebody has chosen and typed twice.

    Raises:
        UsageError: it was typed in two ways, or is too short or too long.
    """
    if password != again:
        raise UsageError("password", "was typed in two ways", "Type it again.")
    if not MIN_PASSWORD <= len(password) <= _MAX_PASSWORD:
        fact = f"must have {MIN_PASSWORD} characters or more"
        raise UsageError("password", fact, "Three words that you remember will do.")
    return _hashed(password)


def _hashed(password: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def fits(account: Account | None, password: str) -> bool:
    """Whether a password is an account's. A name that is not there takes as long as a wrong password."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    usable = account is not None and account.active and bool(account.password)
    kept = account.password if account is not None and usable else _nobodys()
    try:
        return PasswordHasher().verify(kept, password[:_MAX_PASSWORD]) and usable
    except (VerificationError, InvalidHashError):
        return False


_NOBODY: list[str] = []


def _nobodys() -> str:
    """A hash that no password fits, made once."""
    if not _NOBODY:
        _NOBODY.append(_hashed("nobody has this password"))
    return _NOBODY[0]


def token_digest(token: str) -> str:
    """What is kept of a single-use token."""
    return hashlib.sha256(token.encode()).hexdigest()
