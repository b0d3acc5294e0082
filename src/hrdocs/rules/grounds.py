"""Free text to protected grounds."""

from dataclasses import dataclass

GROUND_IDS = (
    "sex", "gender reassignment", "sexual orientation", "marital or civil partnership status",
    "pregnancy or maternity", "age", "race", "religious belief", "political opinion", "disability",
    "trade union membership", "family status", "criminal record",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GroundReading:
    """The grounds that a text asserts, denies and leaves open.

    `ids` and `denied` are ground ids in the contract's order; `ambiguous` holds words as written,
    each with the grounds that they may mean. `none_stated`: the writer says that there is none.
    """

    ids: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    none_stated: bool = False
    reasons: tuple[str, ...] = ()


def find_grounds(text: str, *, allowed: frozenset[str] | None = None) -> GroundReading:
    """The grounds that an answer states, denies or leaves open."""
    raise NotImplementedError
