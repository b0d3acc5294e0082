"""Slots: a label with the texts that stand as its answer, before anything is parsed.

`Part` is one line or cell of an answer as written. `Piece` is one printed or typed line of the layout
with the ranges that were typed into controls.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from hrdocs.document import Cell, Line, Mark, Place
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.matching.label_print import Style, asks
from hrdocs.rules.matching.labels import Key

ONE_LINE = frozenset(
    {
        FieldType.NAME,
        FieldType.LINE,
        FieldType.EMAIL,
        FieldType.PHONE,
        FieldType.DATE,
        FieldType.SIGNATURE,
        FieldType.CHOICE,
    }
)
FREE = frozenset({FieldType.TEXT, FieldType.LIST, FieldType.WITNESSES})


class Source(Enum):
    """Where a slot's answer was found, from the surest to the least sure."""

    ENTRY = "entry"
    CELL = "cell"
    COLUMN = "column"
    INLINE = "inline"
    FLOW = "flow"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True)
class Part:
    """One line or cell of an answer, as written."""

    text: str
    place: Place
    filled: bool = False
    image: bool = False
    tick: str | None = None  # a form field's tick: "on" or "off"
    strong: bool = False  # a bold line or a heading
    flowed: str | None = None  # the text with wrapped lines joined, where the print tells


@dataclass(slots=True)
class Slot:
    """A label found in a layout with its answer so far."""

    key: Key | None
    keys: tuple[Key, ...]
    label: str
    source: Source
    place: Place
    section: str | None
    score: float = 1.0
    parts: list[Part] = field(default_factory=list)
    record: int = 0
    closed: bool = False
    doubtful: bool = False
    inside: "Slot | None" = None
    value_x: float | None = None
    written: str = ""  # the whole line that the label was found on
    bold: bool = False
    follows: bool = False  # asks for more of what was asked right before it: "If so, who?"
    run_over: bool = False  # lines below its box go on with it
    lined: bool = False  # lines to write on, left empty, stand below its first line
    name_parts: dict[int, str] = field(default_factory=dict)  # of a name asked for in parts, in order
    bound: bool = False  # answered by a cell: lines below the table are not its answer

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.parts if p.text.strip())

    @property
    def answered(self) -> bool:
        return any(p.text.strip() or p.image for p in self.parts)

    def section_of_key(self, fields: Mapping[str, Field]) -> str | None:
        """The section in which the form has this slot's field."""
        return fields[self.key[0]].section if self.key else None


@dataclass(frozen=True, slots=True)
class Piece:
    """One line with the ranges of it that were typed into controls."""

    text: str
    place: Place
    filled: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    bold: bool = False
    lead: int = 0  # how much of its beginning is bold print
    asks: bool = False  # set as the form's labels are, and as no answer is

    def until(self, end: int) -> "Piece":
        """The beginning of the line."""
        filled = tuple((first, min(last, end)) for first, last in self.filled if first < end)
        return replace(self, text=self.text[:end], filled=filled, lead=min(self.lead, end))

    @property
    def first_filled(self) -> int | None:
        return self.filled[0][0] if self.filled else None

    @property
    def all_filled(self) -> bool:
        """Whether nothing but spaces was printed on the line."""
        at, printed = 0, []
        for start, end in self.filled:
            printed.append(self.text[at:start])
            at = end
        printed.append(self.text[at:])
        return bool(self.filled) and not "".join(printed).strip(" \t\n.:_…[]()-–")


def pieces_of(line: Line, style: Style | None = None) -> list[Piece]:
    """A line's own lines: a break inside a paragraph begins a new one. `style` is the labels' look."""
    asking = asks(line, style)
    text: list[str] = []
    ranges: list[tuple[int, int]] = []
    at, lead = 0, 0
    bold = True
    for span in line.spans:
        if span.mark not in (Mark.PLAIN, Mark.FILLED):
            continue
        strong = span.bold or (span.look, span.bold) == style
        if span.text.strip() and not strong:
            bold = False
        if lead == at and strong and span.mark is Mark.PLAIN:
            lead = at + len(span.text)
        if span.mark is Mark.FILLED and span.text.strip():
            if ranges and ranges[-1][1] == at:
                ranges[-1] = (ranges[-1][0], at + len(span.text))
            else:
                ranges.append((at, at + len(span.text)))
        text.append(span.text)
        at += len(span.text)
    whole = "".join(text)
    if "\n" not in whole:
        return [
            Piece(whole, line.place, tuple(ranges), line.heading, bold and bool(whole.strip()), lead, asking)
        ]
    pieces, start = [], 0
    for one in whole.split("\n"):
        end = start + len(one)
        inside = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and b > start
        )
        led = max(0, min(lead - start, len(one)))
        pieces.append(Piece(one, line.place, inside, line.heading, bold and bool(one.strip()), led, asking))
        start = end + 1
    return pieces


def cell_pieces(cell: Cell, style: Style | None = None) -> list[Piece]:
    """The lines of a cell; a line without a place of its own has the cell's."""
    found: list[Piece] = []
    for line in cell.lines:
        found += [replace(p, place=cell.place) if p.place == Place() else p for p in pieces_of(line, style)]
    return found


def joined(pieces: Iterable[Piece]) -> Piece:
    """Several lines as one, with line breaks between them."""
    text: list[str] = []
    ranges: list[tuple[int, int]] = []
    at, place = 0, None
    bold, asking = True, True
    for piece in pieces:
        place = _widened(place, piece.place) if place else piece.place
        ranges.extend((a + at, b + at) for a, b in piece.filled)
        text.append(piece.text)
        bold = bold and (piece.bold or not piece.text.strip())
        asking = asking and (piece.asks or not piece.text.strip())
        at += len(piece.text) + 1
    return Piece("\n".join(text), place or Place(), tuple(ranges), False, bold, asks=asking and bool(text))


def _widened(place: Place, other: Place) -> Place:
    """A place with another of its page."""
    if place.box is None or other.box is None or place.page != other.page:
        return place
    low = min(place.box[0], other.box[0]), min(place.box[1], other.box[1])
    return replace(place, box=(*low, max(place.box[2], other.box[2]), max(place.box[3], other.box[3])))
