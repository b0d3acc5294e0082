"""The ground ids and the record of what an answer says of them."""

from dataclasses import dataclass

GROUND_IDS = (
    "sex",
    "gender reassignment",
    "sexual orientation",
    "marital or civil partnership status",
    "pregnancy or maternity",
    "age",
    "race",
    "religious belief",
    "political opinion",
    "disability",
    "trade union membership",
    "family status",
    "criminal record",
)
"""Every ground id, in the order in which readings give them."""


@dataclass(frozen=True, slots=True)
class GroundReading:
    """The grounds that a text asserts, denies and leaves open.

    `ids` and `denied` are ground ids in the order of `GROUND_IDS`; `ambiguous` holds words as
    written, each with the grounds that they may mean. `none_stated`: the writer says, or shows by
    telling of bullying alone, that there is no ground.
    """

    ids: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    none_stated: bool = False
    reasons: tuple[str, ...] = ()


def in_order(ids: set[str]) -> tuple[str, ...]:
    """Ground ids in the order of `GROUND_IDS`."""
    return tuple(ground for ground in GROUND_IDS if ground in ids)
