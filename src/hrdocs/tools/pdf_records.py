"""What is drawn on a page of a PDF: words, rules, squares and pictures, as records.

Coordinates are points from the top left, upright. Where most text of a page runs sideways, `turned`
says by how many quarters; `Page.shown` turns a box back to the page as displayed.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from hrdocs.document import PLAIN_LOOK, Box, Look, PageTurn


class Seen(IntEnum):
    """Whether a person looking at the page sees a word."""

    YES = 0
    INVISIBLE = 1  # drawn in no colour at all: an OCR layer, or hidden text
    HIDDEN = 2  # white on white, or too small to see


class Word(NamedTuple):
    """A printed word. A tuple because a page has hundreds and their making is most of the reading."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    font: int = 0
    bold: bool = False
    seen: Seen = Seen.YES
    filled: bool = False  # typed on top, in an annotation
    unmapped: bool = False  # the font does not say which characters its glyphs are
    size: float = 0.0  # of the font in points, where it is known
    struck: bool = False  # a line runs through its middle
    look: Look = PLAIN_LOOK


class Columns(NamedTuple):
    """The words of a page by the parts of `Word`, each in the words' order."""

    text: tuple[str, ...]
    x0: tuple[float, ...]
    top: tuple[float, ...]
    x1: tuple[float, ...]
    bottom: tuple[float, ...]
    font: tuple[int, ...]
    bold: tuple[bool, ...]
    seen: tuple[Seen, ...]
    filled: tuple[bool, ...]
    unmapped: tuple[bool, ...]
    size: tuple[float, ...]
    struck: tuple[bool, ...]
    look: tuple[Look, ...]


class Rule(NamedTuple):
    """A straight line along an axis: upright where x0 = x1, level where top = bottom."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page's own coordinates become upright ones: its visible box and quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own coordinates stands, from the top left."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box given by any two opposite corners."""
        if self.turns == 0 and x0 <= x1 and y0 <= y1:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


@dataclass(frozen=True)
class Page:
    """What is drawn on one page, upright. `shown` gives boxes as displayed.

    `squares` are small drawn boxes with whether a cross or tick is drawn inside; `text_under_image`
    says that a page-sized picture covers the text, as some scanners' OCR layers do.
    """

    number: int
    width: float
    height: float
    turned: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    squares: tuple[tuple[Box, bool], ...] = ()
    images: tuple[Box, ...] = ()
    ink: tuple[Box, ...] = ()
    text_under_image: bool = False
    curved: int = 0  # curved paths: text drawn as outlines has hundreds
    annotations: int = 0
    frame: Frame = Frame(0, 0, 612, 792, 0)

    @cached_property
    def columns(self) -> Columns:
        """The words by their parts: to look at one part of all words so is far quicker than word by word."""
        return Columns._make(zip(*self.words, strict=True) if self.words else [()] * len(Columns._fields))

    @cached_property
    def text(self) -> str:
        """The words in the order of drawing, with a space between them."""
        return " ".join(self.columns.text)

    @property
    def turn(self) -> PageTurn | None:
        """How the page as displayed must be turned to be read; None where it is upright."""
        if not self.turned:
            return None
        size = (self.height, self.width) if self.turned % 2 else (self.width, self.height)
        return PageTurn(self.number, self.turned, *size)

    def shown(self, box: Box) -> Box:
        """A box of this page as displayed, to a tenth of a point."""
        x0, y0, x1, y1 = box
        if self.turned:
            back = Frame(0, 0, self.width, self.height, (4 - self.turned) % 4)
            x0, y0, x1, y1 = back.box(x0, self.height - y0, x1, self.height - y1)
        return tenths((x0, y0, x1, y1))


def tenths(box: Box) -> Box:
    """A box to the nearest tenth of a point: `round` takes three times as long, and every line has a box."""
    x0, top, x1, bottom = box
    return (
        (10 * x0 + 0.5) // 1 / 10,
        (10 * top + 0.5) // 1 / 10,
        (10 * x1 + 0.5) // 1 / 10,
        (10 * bottom + 0.5) // 1 / 10,
    )
