"""What a blank form is made of, in the order in which it is printed.

Every `id` is a field id of the pack's `forms/complaint.toml`, and so the tag of the Word control and
the name of the PDF field.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a box takes: a line, a short text, a long one, or a day."""

    LINE = "line"
    SHORT = "short"
    LONG = "long"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Box:
    """One answer: its label, a hint (in lines) under the label, and the prompt shown while it is empty."""

    id: str
    label: str
    prompt: str
    kind: Kind = Kind.LINE
    hint: str = ""
    height: float = 22  # points on paper
    stacked: bool = False  # the answer stands under the label, over the whole width
    new_page: bool = False  # on paper


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question answered by ticking: `options` are `(name of the box, words beside it)`."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of rows to fill: the end of its fields' names, and its share of the width in per cent."""

    end: str
    heading: str
    prompt: str
    share: int

    def title_of(self, number: int) -> str:
        return f"Witness {number}: {self.heading.lower()}"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to fill, one for each witness."""

    id: str
    columns: tuple[Column, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Signing:
    """The last row: where to sign, and the day."""

    signed: Box
    day: Box


Item = Box | Ticks | Rows | Signing


@dataclass(frozen=True, slots=True)
class Part:
    """One section: its heading, what is explained under it, and its answers."""

    heading: str
    explained: tuple[str, ...]
    items: tuple[Item, ...]
    new_page: bool = False  # on paper


WITNESS = (
    Column("name", "Name", "Name of witness", 34),
    Column("email", "Email Address", "E-mail, if known", 40),
    Column("phone", "Phone Number", "Telephone, if known", 26),
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A whole form. `colour` and `tint` are the dark and the light shade, as six hexadecimal digits."""

    title: str
    subtitle: str
    policy: str
    intro: tuple[str, ...]
    parts: tuple[Part, ...]
    colour: str
    tint: str
