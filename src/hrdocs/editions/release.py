"""What a release copy is: the file, what was taken out and why, and what a person must still look at."""

from dataclasses import dataclass

from hrdocs.rules.redaction import Proposal

PICTURE_TOKEN = "[Picture left out]"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing that was taken out: where it stood, what is there now, and why."""

    where: str
    token: str
    why: str


@dataclass(frozen=True, slots=True)
class Released:
    """A release copy. `pictures` are what nobody could look into, with the place."""

    data: bytes
    removed: tuple[Removed, ...]
    proposals: tuple[Proposal, ...]
    pictures: tuple[str, ...]
