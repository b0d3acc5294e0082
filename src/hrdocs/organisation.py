"""The organisation's own facts, from `organisation.toml`: never a pack's business.

A signatory's `role` is a role of the pack ("hr-representative", "line-manager"); the first one signs
where no role fits.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signatory:
    """`[[signatory]]`: somebody who signs letters."""

    role: str
    name: str
    title: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """`[[closure]]`: days on which the organisation is closed, both ends inside."""

    first: dt.date
    last: dt.date
    title: str = ""


@dataclass(frozen=True, slots=True)
class Retention:
    """`[[retention]]`: for how many months closed cases are kept, and why so long.

    The procedure says only "no longer than necessary": the figure is the organisation's own. `pack` is
    the procedure that it is for; "" is for every one.
    """

    months: int
    reason: str
    pack: str = ""


@dataclass(frozen=True, slots=True)
class StatutoryFigure:
    """`[[statutory]]`: the months of a tribunal's limit, checked against the law on `verified` by somebody.

    `id` is one of `rules/statutory.py`. `effective_from` is the first day of the acts that it is for;
    None is every day.
    """

    id: str
    months: int
    verified: dt.date
    effective_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """The whole of organisation.toml. Every case reference begins with `case_prefix`.

    `register` and `keys` are postgresql:// addresses where a team shares one register; "" is the file
    in the workspace.
    """

    name: str
    pack: str
    short_name: str = ""
    department: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    case_prefix: str = "DW"
    signatories: tuple[Signatory, ...] = ()
    closures: tuple[Closure, ...] = ()
    register: str = ""
    keys: str = ""
    retention: tuple[Retention, ...] = ()
    statutory: tuple[StatutoryFigure, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """What a letterhead and a signature still need."""
        signs = any(person.name and person.title for person in self.signatories)
        wanted = {
            "name": self.name,
            "address": self.address,
            "phone or email": self.phone or self.email,
            "a [[signatory]] with name and title": signs,
        }
        return tuple(words for words, value in wanted.items() if not value)
