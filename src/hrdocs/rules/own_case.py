"""Whether somebody who works with the cases is a party to one: that case is closed to this person.

Names are compared without titles, marks and capitals. An initial fits every first name that begins
with it: where it is not sure that two people are two, the case stays closed.
"""

import re
import unicodedata
from collections.abc import Iterable

from hrdocs.case import Party

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "cllr", "councillor"}
)
_WORD = re.compile(r"[^\W\d_]+")


def is_party(name: str, email: str, parties: Iterable[Party]) -> bool:
    """Whether a person of this name and e-mail address is, or may be, one of the parties."""
    return any(_is(name, email, party) for party in parties)


def _is(name: str, email: str, party: Party) -> bool:
    own, theirs = email.strip().casefold(), (party.email or "").strip().casefold()
    if own and own == theirs:
        return True
    mine, other = _words(name), _words(party.name)
    if not mine or not other:
        return False
    if sorted(mine) == sorted(other):
        return True
    if own and theirs:  # two addresses, and names that only may be the same
        return False
    surnames = mine[-1] == other[-1] or mine[0] == other[-1] or mine[-1] == other[0]
    firsts = (mine[0], other[0])
    return surnames and len(mine) > 1 and len(other) > 1 and _may_be(*firsts)


def _may_be(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return tuple(word for word in _WORD.findall(plain) if word not in _TITLES)
