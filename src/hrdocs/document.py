"""What was read: layout, answers, findings, acts and verdicts.

Conventions: pages, tables, rows, cells and paragraphs count from 1. A box is `(x0, y0, x1, y1)` in
points from the top left of the page as displayed. Dates are days; `start` and `end` are both inside.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: page and box, or table, row and cell, or paragraph.

    `part` names a part of the file that is not its main text: "header", "footer", "text box",
    "footnote", "annotation", "body" (of an e-mail).
    """

    page: int | None = None
    box: Box | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    part: str | None = None


class Severity(StrEnum):
    """How much a finding matters: an error must be mended, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a document that a person should know.

    `code` is stable, `field` a field id, `word` the word of the page that it is about.
    """

    code: str
    severity: Severity
    message: str
    field: str | None = None
    where: Place | None = None
    word: str | None = None


# --- Layout: every reader's result -------------------------------------------------------------


class Mark(StrEnum):
    """How a run of text came to stand there."""

    PLAIN = "plain"
    FILLED = "filled"  # typed into a content control, legacy field, form field or annotation
    PLACEHOLDER = "placeholder"  # a control's own prompt, still showing: no answer
    STRUCK = "struck"  # struck through by the writer: an alternative turned down


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks, bold aside. `size` is in points, 0 where the reader cannot tell it.

    `colour` is 0xRRGGBB, black where the reader cannot tell it. A reader makes each look once and shares
    it among its runs, so that a run costs one reference.
    """

    size: float = 0.0
    italic: bool = False
    colour: int = 0
    underlined: bool = False
    highlighted: bool = False

    @property
    def grey(self) -> bool:
        """Whether the print is fainter than ink, and of no colour of its own."""
        parts = self.colour >> 16, self.colour >> 8 & 0xFF, self.colour & 0xFF
        return min(parts) >= GREY_FROM and max(parts) - min(parts) <= 0.25 * max(parts)


GREY_FROM = 0x48
PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one mark. Tick boxes are read as the characters U+2610 (empty) and U+2612."""

    text: str
    mark: Mark = Mark.PLAIN
    bold: bool = False
    look: Look = PLAIN_LOOK


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or printed line. Tabs stay tabs; a line break inside a paragraph is "\\n"."""

    spans: tuple[Span, ...]
    place: Place = field(default=Place())
    heading: bool = False

    @property
    def text(self) -> str:
        """What the line says: without placeholders and struck text."""
        return "".join(s.text for s in self.spans if s.mark in (Mark.PLAIN, Mark.FILLED))

    @property
    def filled(self) -> str:
        """Only what was typed into controls, fields or annotations."""
        return "".join(s.text for s in self.spans if s.mark is Mark.FILLED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row; `has_image` where a picture (a drawn signature, say) stands in it."""

    lines: tuple[Line, ...]
    place: Place = field(default=Place())
    span: int = 1
    has_image: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def filled(self) -> str:
        return "\n".join(line.filled for line in self.lines if line.filled)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, or a printed line whose parts stand in columns.

    `ruled` is False where only gaps, not lines or table markup, show the columns.
    """

    cells: tuple[Cell, ...]
    place: Place = field(default=Place())
    ruled: bool = True


class EntryKind(StrEnum):
    """What a form field takes."""

    TEXT = "text"
    CHOICE = "choice"
    TICK = "tick"
    RADIO = "radio"
    DATE = "date"
    SIGNATURE = "signature"


TYPED = "typed over page"  # so begin the names of fields that are only what was typed over print


@dataclass(frozen=True, slots=True)
class Entry:
    """A named form field with its value (PDF form fields, Word's titled controls).

    `label` is the text printed beside it, `hint` the field's own tooltip or title. For ticks
    `checked` is set and `value` is the option's name. An empty field has value "".
    """

    name: str
    value: str
    kind: EntryKind = EntryKind.TEXT
    label: str = ""
    hint: str = ""
    checked: bool | None = None
    options: tuple[str, ...] = ()
    place: Place = field(default=Place())


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, drawing or ink in the text flow (a signature, a logo, a stamp)."""

    place: Place = field(default=Place())
    description: str = ""


Block = Line | Row | Entry | Picture


@dataclass(frozen=True, slots=True)
class PageTurn:
    """A page displayed sideways or upside down: by how many quarters it must turn clockwise to be read.

    `width` and `height` are of the page as displayed.
    """

    page: int
    turns: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """One document as read: blocks in reading order, and what the reader noticed.

    `kind` is one of `docx`, `pdf-acroform`, `pdf-text`, `pdf-scan`, `image`, `email`, `text`.
    `received` is the day that came with the document itself (an e-mail's date), never a time stamp;
    `forwarded` are days of messages that the e-mail forwards, earlier evidence of the same complaint.
    """

    kind: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    received: dt.date | None = None
    forwarded: tuple[dt.date, ...] = ()
    from_ocr: bool = False
    name: str | None = None  # of a member of a zip or an e-mail
    turned: tuple[PageTurn, ...] = ()
    typed: tuple[Block, ...] = ()  # the same blocks, with what was typed over print as form fields


# --- Answers ------------------------------------------------------------------------------------


class Status(StrEnum):
    """`ok`: read surely. `missing`: nothing there. `unclear`: a person must look; value is None."""

    OK = "ok"
    MISSING = "missing"
    UNCLEAR = "unclear"


class Reason(StrEnum):
    """Why an answer is unclear: a fixed list."""

    OCR = "ocr"
    HANDWRITING = "handwriting"
    INVALID_EMAIL = "invalid-email"
    INVALID_PHONE = "invalid-phone"
    INVALID_DATE = "invalid-date"
    AMBIGUOUS_DATE = "ambiguous-date"
    SEVERAL_DATES = "several-dates"
    SEVERAL_CHOICES = "several-choices"
    UNKNOWN_CHOICE = "unknown-choice"
    AMBIGUOUS_GROUND = "ambiguous-ground"
    GARBLED = "garbled"
    VALUE_DIFFERS = "value-differs"
    SEVERAL_ANSWERS = "several-answers"
    UNSURE_PLACE = "unsure-place"


Value = str | bool | tuple[str, ...] | tuple[Mapping[str, str | None], ...] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One field's answer. `raw` is what was written, `value` what it means, as in the JSON contract.

    Values: text; an ISO day for dates; a tuple where the field holds several; mappings with
    `name`, `email`, `phone` for witnesses.
    """

    field: str
    value: Value
    raw: str
    status: Status
    reason: Reason | None = None
    suggestion: Value = None
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled answer of a document that is no known form."""

    label: str
    value: str
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What a layout says as a form. `form` is None where it is no form of the pack."""

    form: str | None
    answers: Mapping[str, Answer]
    pairs: tuple[Pair, ...] = ()
    findings: tuple[Finding, ...] = ()


# --- Acts and verdicts ----------------------------------------------------------------------------


class ActKind(StrEnum):
    """A day; a range (every day of it, or acts on days within it); ongoing; a day not known exactly."""

    DAY = "day"
    RANGE = "range"
    ONGOING = "ongoing"
    IMPRECISE = "imprecise"


class VerdictKind(StrEnum):
    """The answer to "is it inside the policy's limit?"."""

    IN_TIME = "in-time"
    OUT_OF_TIME = "out-of-time"
    PARTLY_IN_TIME = "partly-in-time"
    NEEDS_REVIEW = "needs-review"
    NO_LIMIT = "no-limit"


@dataclass(frozen=True, slots=True)
class Act:
    """One act complained of, as dated by its text.

    `flags` are from the date rules (`vague`, `unusual-order`, `impossible`, `weekday-mismatch`,
    `future`, ...). `review` says that the text cannot decide by itself; `readings` holds every other
    interval that the text could mean. `unsure`: its clause does not say that it is of an incident, so that
    no verdict may turn on it; `likely`: no word speaks against it either.
    """

    text: str
    start: dt.date | None
    end: dt.date | None
    kind: ActKind
    flags: tuple[str, ...] = ()
    review: bool = False
    readings: tuple[tuple[dt.date, dt.date], ...] = ()
    offset: int | None = None  # where `text` begins in the text that was read
    unsure: bool = False
    likely: bool = False


@dataclass(frozen=True, slots=True)
class DateReading:
    """All acts found in a text, in the order written, and the dates that are not of incidents."""

    acts: tuple[Act, ...]
    flags: tuple[str, ...] = ()
    others: tuple[Act, ...] = ()  # dates of something else: reported, born, started work
    reasons: tuple[str, ...] = ()  # plain sentences for a person


@dataclass(frozen=True, slots=True)
class Raised:
    """The day a complaint was raised, where that is from, and every other candidate.

    `source` is `received`, `email`, `signature`, `informal` or `given`.
    """

    day: dt.date
    source: str
    candidates: tuple[tuple[str, dt.date], ...] = ()


@dataclass(frozen=True, slots=True)
class ActVerdict:
    """One act's verdict with its arithmetic in words."""

    act: Act
    verdict: VerdictKind
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a whole complaint: per act, with cutoff, flags, reasons and open questions.

    `cutoff` is the first day in time; None where the procedure has no limit.
    """

    verdict: VerdictKind
    raised: Raised | None
    cutoff: dt.date | None
    incidents: tuple[ActVerdict, ...]
    flags: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file, read and checked.

    `source` is the file's name (and `!member` for one inside a zip or e-mail).
    """

    source: str
    sha256: str
    kind: str
    form: Form
    findings: tuple[Finding, ...]
    received: dt.date | None = None
    verdict: Verdict | None = None
