"""Pictures of pages → Layout: scans as PNG, JPEG or TIFF, and the pictures of PDF pages.

A page is turned upright, straightened, its ruling lines found, its words recognised. What the engine
is not sure of stays as read and is named in a finding: a handwritten word is never certain.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hrdocs.document import Block, Box, Finding, Layout, PageTurn, Place, Row, Severity
from hrdocs.read.pdf_blocks import page_blocks
from hrdocs.read.scan_frames import MAX_PAGES, MAX_PIXELS, read_frames
from hrdocs.read.scan_ink import find_ink
from hrdocs.read.scan_lines import Lines, find_lines, without_lines
from hrdocs.read.scan_page import GUESSED, SURE, doubts_of, make_page, to_points
from hrdocs.read.scan_paper import is_specked, smoothed, straightened, without_shadow, without_tint
from hrdocs.read.scan_words import mend_words, runs_of
from hrdocs.tools.ocr import OcrWord, find_turns, has_second, read_words, reads_accents
from hrdocs.tools.pdf_records import Page, Word

if TYPE_CHECKING:
    from PIL.Image import Image

ALL_SECONDS = 15.0  # for the pictures of one file, of the time that a file is given
TOO_MUCH = "a file is given time for so many. Send the other pages as a file of their own."
READING_DPI = 300  # at which lines and marks are looked for
FIRST_DPI = 200  # at which a page is read first: engines read no better at more, and take longer
SCRAWLED = 60.0  # a run of words all below this, and few letters, is a scrawl
CLEAN = 80.0  # the mean over a page that needs no second look
_ACCENTS_UNREAD = Finding(
    "accents-unread",
    Severity.NOTE,
    "The OCR program here does not know accents, so names that may have one are left to you. Tesseract's"
    " model ‘Latin’ (the package tesseract-ocr-script-latn) reads them.",
)
_WORDS_LOST = Finding(
    "words-unproved",
    Severity.NOTE,
    "The OCR program here can lose words and the spaces between them, so answers in words are left to you."
    " Tesseract (the package tesseract-ocr) reads them surely.",
)


@dataclass(slots=True)
class Spent:
    """How much time the pictures of a file have taken, so that no file is lost because it is long."""

    pages: int = 0
    seconds: float = 0.0
    longest: float = 0.0

    def add(self, seconds: float) -> None:
        self.pages, self.seconds = self.pages + 1, self.seconds + seconds
        self.longest = max(self.longest, seconds)

    def has_time(self) -> bool:
        """Whether one more picture, as slow as the slowest, can be read."""
        return self.pages < MAX_PAGES and self.seconds + self.longest <= ALL_SECONDS


def read_image(data: bytes, *, name: str) -> Layout:
    """Read a picture file of one or more pages into a Layout of kind `image`.

    Raises:
        InputError: `empty`, `damaged`, `too-large`, `missing-tool`, `too-slow`.
    """
    findings: list[Finding] = []
    blocks: list[Block] = []
    turned: list[PageTurn] = []
    table, spent = 1, Spent()
    for number, (picture, dpi) in enumerate(read_frames(data, name), start=1):
        if not spent.has_time():
            findings.append(_unread(number))
            continue
        started = time.monotonic()
        page, more = read_picture(picture, dpi=dpi, number=number, name=name)
        spent.add(time.monotonic() - started)
        findings += more
        if page.turn:
            turned.append(page.turn)
        placed = page_blocks(page, first_table=table).placed
        table += sum(isinstance(p.block, Row) and p.block.place.row == 1 for p in placed)
        blocks += [p.block for p in placed]
    if not blocks:
        message = "No words could be read on this picture. Look at it by eye."
        findings.append(Finding("low-confidence", Severity.ERROR, message, where=Place(page=1)))
    return Layout("image", tuple(blocks), tuple(findings), from_ocr=True, turned=tuple(turned))


def _unread(number: int) -> Finding:
    message = f"Page {number} was not read: {TOO_MUCH}"
    return Finding("too-many-pages", Severity.WARNING, message, where=Place(page=number))


def read_picture(picture: "Image", *, dpi: int, number: int, name: str) -> tuple[Page, list[Finding]]:
    """Read one picture of a page. The page's places are points of the picture as given.

    Raises:
        InputError: `missing-tool`, `too-slow`.
    """
    read = _best_reading(_cleaned(picture), dpi, name)
    mended = mend_words(read.words, read.plain, dpi=read.dpi, name=name, shown=read.underlined)
    dots = [OcrWord("." * 6, *box, 100.0) for box in read.lines.leaders]
    printed = _printed(_outside(mended, read.lines))
    boxes = [(w.x0, w.top, w.x1, w.bottom) for w in printed]
    page, findings = make_page([*printed, *dots], read.lines, read.plain.size, (read.dpi, read.turn, number))
    # from its middle down, so that it follows the label that it stands beside
    drawn = tuple(
        to_points((box[0], (box[1] + box[3]) / 2, box[2], box[3]), 72 / read.dpi)
        for box in find_ink(read.plain, boxes, dpi=read.dpi)
    )
    scrawled = [word for word in mended if not any(word is one for one in printed)]
    if scrawled:
        marks = (to_points((w.x0, w.top, w.x1, w.bottom), 72 / read.dpi) for w in scrawled)
        findings += doubts_of(page, [Word("~", *box) for box in marks])
    return replace(page, ink=(*page.ink, *drawn)), [*_how_read(number), *findings]


def _how_read(number: int) -> list[Finding]:
    """That a page was read by OCR, and what the engine here cannot do."""
    how = Finding("read-by-ocr", Severity.NOTE, f"Page {number} was read by OCR.", where=Place(page=number))
    return [
        how,
        *([] if has_second() else [_WORDS_LOST]),
        *([] if reads_accents() else [_ACCENTS_UNREAD]),
    ]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of a picture, its lines, the picture straight and without these, and how it was turned.

    `underlined` is the picture with the lines under words, where tails of letters end in some.
    """

    words: tuple[OcrWord, ...]
    lines: Lines
    plain: "Image"
    underlined: "Image | None"
    dpi: int
    turn: int


def _cleaned(picture: "Image") -> "Image":
    """The picture in grey from black to white, without shadows and specks."""
    from PIL import ImageOps

    even = without_tint(without_shadow(picture.convert("L")))
    clear = ImageOps.autocontrast(even, cutoff=0.5)
    return smoothed(clear) if is_specked(clear) else clear


def _best_reading(clear: "Image", dpi: int, name: str) -> _Reading:
    """The picture as it is, or turned or smoothed where more of it is read so."""
    ready, scale = _for_reading(clear, dpi)
    used = round(dpi * scale)
    best = _recognise(ready, used, 0, name)
    if _is_text(best.words):
        return best
    turns = find_turns(ready, name=name)
    ways = [(turn, ready) for turn in turns]
    ways += [(turns[0] if turns else 0, _for_reading(smoothed(clear), dpi)[0])]
    for turn, changed in ways:
        again = _recognise(changed.rotate(-90 * turn, expand=True, fillcolor=255), used, turn, name)
        if _goodness(again.words) > _goodness(best.words):
            best = again
        if _is_text(best.words):
            break
    return best


def _outside(words: Sequence[OcrWord], lines: Lines) -> list[OcrWord]:
    """The words without those that are the remains of a tick box."""
    boxes = [box for box, _ in lines.squares]

    def stands_in(word: OcrWord, box: Box) -> bool:
        x, y, edge = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2, (box[2] - box[0]) / 4
        return box[0] <= x <= box[2] and box[1] - edge <= y <= box[3] + edge

    return [word for word in words if not any(stands_in(word, box) for box in boxes)]


def _printed(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words without runs in which the engine was sure of none: they are drawn, not printed."""
    kept: list[OcrWord] = []
    for line in runs_of(words):
        letters = sum(len(w.text) for w in line)
        guessed = all(w.confidence < SCRAWLED for w in line)
        if not guessed or (letters > 12 and any(w.confidence >= GUESSED for w in line)):
            kept += line
    return kept


def _for_reading(picture: "Image", dpi: int) -> tuple["Image", float]:
    """The picture at about the resolution that engines are trained on."""
    from PIL import Image

    scale = READING_DPI / dpi
    if 0.85 < scale < 1.25:
        return picture, 1.0
    scale = min(scale, 3.0)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    if size[0] * size[1] > MAX_PIXELS:
        return picture, 1.0
    return picture.resize(size, Image.Resampling.LANCZOS), scale


def _recognise(picture: "Image", dpi: int, turn: int, name: str) -> _Reading:
    """What is read first on a picture that was turned so."""
    straight = straightened(picture)
    lines = find_lines(straight, dpi=dpi)
    plain = without_lines(straight, lines, dpi=dpi)
    under = without_lines(straight, lines, dpi=dpi, underlined=True) if lines.underlines else None
    return _Reading(_first_reading(under or plain, dpi, name), lines, plain, under, dpi, turn)


def _first_reading(shown: "Image", dpi: int, name: str) -> tuple[OcrWord, ...]:
    """The words of a whole page, read small, where they stand on the picture given."""
    from PIL import Image

    if dpi <= 1.25 * FIRST_DPI:
        return read_words(shown, dpi=dpi, name=name)
    scale = dpi / FIRST_DPI
    size = max(1, round(shown.width / scale)), max(1, round(shown.height / scale))
    small = shown.resize(size, Image.Resampling.LANCZOS)
    return tuple(
        replace(w, x0=w.x0 * scale, top=w.top * scale, x1=w.x1 * scale, bottom=w.bottom * scale)
        for w in read_words(small, dpi=FIRST_DPI, name=name)
    )


def _goodness(words: Sequence[OcrWord]) -> int:
    """How many letters were read surely, on level lines."""
    level = (w for w in words if w.x1 - w.x0 > w.bottom - w.top)
    return sum(len(w.text) for w in level if w.confidence >= SURE and len(w.text) > 2 and w.text.isalpha())


def _is_text(words: Sequence[OcrWord]) -> bool:
    """Whether the engine was sure of most of what it read, and read it level."""
    letters = sum(len(w.text) for w in words)
    upright = [w for w in words if len(w.text) > 3 and w.bottom - w.top > w.x1 - w.x0]
    if 2 * sum(len(w.text) for w in upright) > letters:
        return False
    return letters > 0 and sum(w.confidence * len(w.text) for w in words) > CLEAN * letters
