"""PDF files through PDFium: opening, rendering, and the words, rules and pictures of a page.

Coordinates are points from the top left of the page as displayed: rotation and crop box are applied.
Where most text of a page runs sideways, `turned` says by how many quarters, and words and rules are
given upright; `Page.shown` turns a box back to the page as displayed.
"""

import ctypes
import io
import logging
import re
import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hrdocs.document import Box
from hrdocs.errors import InputError
from hrdocs.tools.pdf_calls import (
    AREA_ARGUMENT,
    AREA_BYTES,
    address_of,
    argument,
    pdfium_call,
    quick_call,
    unpack_area,
)
from hrdocs.tools.pdf_drawing import Drawing, Styles
from hrdocs.tools.pdf_marks import with_marks
from hrdocs.tools.pdf_records import Frame, Page, Rule, Seen, Word
from hrdocs.tools.pdf_symbols import plain_text, symbol_text

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 200
MAX_GLYPHS = 60_000  # a page of a form has 2,000 to 6,000
MAX_FIELDS = 5_000
MAX_FIELD_DEPTH = 30
MAX_PIXELS = 40_000_000
HEADER_WITHIN = 1024
MAX_OVERHANG = 12.0  # points by which a line may be longer than what it strikes out
STRUCK_FROM, STRUCK_TO = 0.34, 0.68  # of a word's height: where a line strikes it out

# pypdf reads objects without checking their types, so a broken file raises these besides its own errors.
_UNCHECKED = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError,
    AssertionError, NotImplementedError, OSError, EOFError, struct.error, zlib.error,
)  # fmt: skip
_PASSWORD_ERRORS = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_RUN = re.compile("[^\\s\u200b]+")


def _pdfium() -> Any:
    import pypdfium2.raw as raw

    return raw


@contextmanager
def open_pdf(data: bytes, *, name: str) -> Iterator[Any]:
    """Open a PDF for reading and close it afterwards.

    Raises:
        InputError: `empty`, `not-supported` (no PDF), `encrypted`, `damaged`.
    """
    import pypdfium2

    if not data.strip(b"\0 \t\r\n"):
        raise InputError(name, "is empty", "Ask the sender for the file again.", code="empty")
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise InputError(
            name,
            "is not a PDF",
            "Open it in the program that made it, and save it as PDF.",
            code="not-supported",
        )
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium asks for a password of some broken files, too
        if error.err_code in _PASSWORD_ERRORS and b"/Encrypt" in data:
            raise InputError(
                name, "is encrypted", "Remove the password and try again.", code="encrypted"
            ) from error
        raise damaged(name) from error
    try:
        if len(document) < 1:
            raise damaged(name)
        yield document
    finally:
        document.close()


def damaged(name: str) -> InputError:
    """The error for a PDF whose content cannot be reached."""
    return InputError(
        name, "is damaged and cannot be read as a PDF", "Ask the sender for it again.", code="damaged"
    )


def read_page(document: Any, number: int) -> Page | None:
    """Read the words, rules and pictures of one page (from 1); None where the page cannot be loaded."""
    raw = _pdfium()
    page = raw.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        return None
    try:
        return _page(raw, page, number)
    finally:
        raw.FPDF_ClosePage(page)


def page_count(document: Any) -> int:
    """The number of pages that the file claims."""
    return len(document)


def page_size(document: Any, number: int) -> tuple[float, float]:
    """The width and height of a page (from 1) as displayed.

    Raises:
        InputError: `damaged`, where the page cannot be loaded.
    """
    import pypdfium2

    try:
        width, height = document[number - 1].get_size()
    except pypdfium2.PdfiumError as error:
        raise damaged(f"page {number}") from error
    return max(1.0, float(width)), max(1.0, float(height))


def page_frame(page: Any) -> Frame:
    """The frame of a loaded page as displayed."""
    raw = _pdfium()
    area = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, area):
        area.left, area.bottom, area.right, area.top = 0.0, 0.0, 612.0, 792.0
    return Frame(area.left, area.bottom, area.right, area.top, raw.FPDFPage_GetRotation(page) % 4)


def _page(raw: Any, page: Any, number: int) -> Page:
    frame = page_frame(page)
    text = raw.FPDFText_LoadPage(page)
    try:
        count = max(0, min(raw.FPDFText_CountChars(text), MAX_GLYPHS)) if text else 0
        turns = _reading_turns(text, count, frame.turns)
        upright = Frame(frame.left, frame.bottom, frame.right, frame.top, turns)
        drawn = Drawing(upright)
        drawn.collect(page)
        words = tuple(_words(raw, text, count, upright, drawn))
        if any(word.struck for word in words):
            words = _without_overlong(words, drawn.strikes())
        strokes: frozenset[int] = frozenset()
        if drawn.bright or drawn.strikes():
            words, strokes = with_marks(words, drawn.strikes(), [(b.box, b.coloured) for b in drawn.bright])
        drawn.outline_cells(strokes)
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
    width, height = upright.size
    return Page(
        number=number,
        width=width,
        height=height,
        turned=(turns - frame.turns) % 4,
        words=words,
        rules=tuple(drawn.rules),
        squares=drawn.ticked_squares(),
        images=tuple(drawn.images),
        ink=tuple(drawn.ink),
        text_under_image=drawn.text_under_image,
        curved=drawn.curved,
        annotations=max(0, raw.FPDFPage_GetAnnotCount(page)),
        frame=upright,
    )


def _reading_turns(text: Any, count: int, displayed: int) -> int:
    """The quarter turns that make most of the page's text upright."""
    votes = [0, 0, 0, 0]
    text, angle_of = address_of(text), pdfium_call("FPDFText_GetCharAngle")
    for index in range(0, count, max(1, count // 40)):
        angle = angle_of(text, index)
        if angle >= 0:
            votes[-round(angle / 1.5707963) % 4] += 1  # the angle counts clockwise
    best = max(range(4), key=lambda turn: (votes[turn], turn == displayed))
    return best if votes[best] > votes[displayed] * 2 else displayed


def _words(raw: Any, text: Any, count: int, frame: Frame, drawn: Drawing) -> Iterator[Word]:
    """Words in the order of the file, split at spaces, gaps and jumps."""
    glyphs = _Glyphs(raw, text, frame)
    styles = Styles(text, drawn)
    width, height = frame.size
    strikes = drawn.strikes()
    heights = [rule.top for rule in strikes]
    content = _content(raw, text, count)
    style_of, boxes_of, new = styles.of, glyphs.words, tuple.__new__
    find, pointer, known = styles.find, styles.pointer, styles.known
    for match in _RUN.finditer(content):
        start, end = match.span()
        style = known.get(find(pointer, start)) or style_of(start)
        font, bold, seen, unmapped, symbols, white, size, look = style
        for first, last, box in boxes_of(start, end, size):
            x0, top, x1, bottom = box
            if x1 <= 0 or bottom <= 0 or x0 >= width or top >= height:
                continue
            part = content[first:last]
            hidden, strange = seen, unmapped
            if symbols or not part.isascii() or not part.isprintable():
                strange = unmapped or "\0" in part or "\N{REPLACEMENT CHARACTER}" in part
                part = symbol_text(part, symbols) if symbols else plain_text(part)
            if white and not styles.is_on_dark(box):
                hidden = Seen.HIDDEN
            # made as a plain tuple is: a page has hundreds, and its words are most of the reading
            word = new(
                Word, (part, x0, top, x1, bottom, font, bold, hidden, False, strange, size, False, look)
            )
            if strikes and (lines := _through(box, strikes, heights)):
                yield from _struck_parts(word, lines, glyphs, (first, last))
            else:
                yield word


def _through(box: Box, strikes: Sequence[Rule], heights: Sequence[float]) -> list[Rule]:
    """The level lines that run through the middle of a word or of a part of it."""
    x0, top, x1, bottom = box
    high = bottom - top
    first = bisect_right(heights, top + STRUCK_FROM * high)
    last = bisect_right(heights, top + STRUCK_TO * high, first)
    return [rule for rule in strikes[first:last] if min(x1, rule.x1) - max(x0, rule.x0) > 0.15 * high]


def _without_overlong(words: Sequence[Word], strikes: Sequence[Rule]) -> tuple[Word, ...]:
    """The words with those not struck whose line goes on where no text is: a border, say."""
    lines: dict[Rule, list[int]] = {}
    heights = [rule.top for rule in strikes]
    for index, word in enumerate(words):
        if word.struck:
            for rule in _through(word[1:5], strikes, heights):
                lines.setdefault(rule, []).append(index)
    kept: set[int] = set()
    for rule, own in lines.items():
        left, right = min(words[i].x0 for i in own), max(words[i].x1 for i in own)
        if rule.x0 > left - MAX_OVERHANG and rule.x1 < right + MAX_OVERHANG:
            kept.update(own)
    return tuple(w._replace(struck=False) if w.struck and i not in kept else w for i, w in enumerate(words))


def _struck_parts(
    word: Word, lines: Sequence[Rule], glyphs: "_Glyphs", span: tuple[int, int]
) -> Iterator[Word]:
    """A word through which lines run, cut where they begin and end: what was deleted in it, and what not."""
    first, last = span
    boxes = [glyphs.box(index) for index in range(first, last)]
    struck = [any(r.x0 - 0.5 <= (b[0] + b[2]) / 2 <= r.x1 + 0.5 for r in lines) for b in boxes]
    if len(set(struck)) == 1 or len(word.text) != len(boxes):
        yield word._replace(struck=sum(struck) > 0.7 * len(struck))
        return
    start = 0
    for at in range(1, len(boxes) + 1):
        if at == len(boxes) or struck[at] != struck[start]:
            text = word.text[start:at]
            yield word._replace(text=text, x0=boxes[start][0], x1=boxes[at - 1][2], struck=struck[start])
            start = at


def _content(raw: Any, text: Any, count: int) -> str:
    """The characters of a page, one for each glyph: all at once where each is one unit."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        content = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(content) == count and "\0" not in content:
            return content
    get_code = raw.FPDFText_GetUnicode
    return "".join([chr(min(get_code(text, i), 0x10FFFF)) for i in range(count)])


class _Glyphs:
    """Where the glyphs of a page stand, upright, asked one by one."""

    def __init__(self, raw: Any, text: Any, frame: Frame) -> None:
        self.text = argument(text)
        self.raw, self.pointer, self.frame = raw, text, frame
        self.turns, self.corner = frame.turns, (frame.left, frame.top)
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.ask = quick_call("FPDFText_GetLooseCharBox")

    def box(self, index: int) -> Box:
        self.ask(self.text, index, AREA_ARGUMENT)
        left, top, right, bottom = unpack_area(AREA_BYTES)
        if self.turns:
            return self.frame.box(left, bottom, right, top)
        x, y = self.corner
        return left - x, y - top, right - x, y - bottom

    def words(self, start: int, end: int, size: float) -> Sequence[tuple[int, int, Box]]:
        """The words of a run without spaces: one, unless its glyphs stand too far apart."""
        box_of = self.box
        box = x0, top, x1, bottom = box_of(start)
        high = bottom - top
        if end - start > 1:
            _, top2, x1, bottom2 = box_of(end - 1)
            tall = high if high > size else size
            level = -0.9 * tall < top2 + bottom2 - top - bottom < 0.9 * tall
            if not (level and 0 < x1 - x0 < 0.8 * tall * (end - start)):
                return [
                    (first, last, self._raised(first, whole, size))
                    for first, last, whole in self._split(start, end, size)
                ]
            if top2 < top:
                top = top2
            if bottom2 > bottom:
                bottom = bottom2
            box = x0, top, x1, bottom
        if bottom - top >= 0.96 * size:
            return ((start, end, box),)
        return ((start, end, self._raised(start, box, size)),)

    def _raised(self, index: int, box: Box, size: float) -> Box:
        """The box with the height of its font: of fonts without metrics PDFium gives the ink's."""
        x0, top, x1, bottom = box
        if bottom - top >= 0.96 * size:
            return box
        if not self.raw.FPDFText_GetCharOrigin(self.pointer, index, self.x, self.y):
            return box
        base = self.frame.point(self.x.value, self.y.value)[1]
        return x0, min(top, base - 0.78 * size), x1, max(bottom, base + 0.22 * size)

    def _split(self, start: int, end: int, size: float) -> list[tuple[int, int, Box]]:
        found: list[tuple[int, int, Box]] = []
        first, whole = start, self.box(start)
        before = whole
        for index in range(start + 1, end):
            box = self.box(index)
            high = max(box[3] - box[1], size)
            gap, step = box[0] - before[2], box[1] + box[3] - before[1] - before[3]
            if -0.9 * high <= gap <= 0.22 * high and -0.9 * high < step < 0.9 * high:
                whole = whole[0], min(whole[1], box[1]), max(whole[2], box[2]), max(whole[3], box[3])
            else:
                found.append((first, index, whole))
                first, whole = index, box
            before = box
        found.append((first, end, whole))
        return found


def needs_appearances(data: bytes) -> bool:
    """Whether a form says that the looks of its fields must be made anew from their values."""
    form = _pypdf_form(data)
    return getattr(form.get("/NeedAppearances"), "value", False) is True


def field_values(data: bytes) -> dict[str, tuple[str, str]]:
    """The type (`Tx`, `Btn`, `Ch`, `Sig`) and value that fields hold by full name, drawn or not."""
    found: dict[str, tuple[str, str]] = {}
    try:
        stack = [(kid, "", None, None) for kid in _pypdf_form(data).get("/Fields", ())]
        while stack and len(found) < MAX_FIELDS:
            item, prefix, kind, value = stack.pop()
            entry = item.get_object()
            name = ".".join(part for part in (prefix, str(entry.get("/T", ""))) if part)
            kind, value = entry.get("/FT", kind), entry.get("/V", value)
            if kind is not None and value is not None:
                found[name] = str(kind).removeprefix("/"), str(value.get_object()).removeprefix("/")
            if name.count(".") < MAX_FIELD_DEPTH:
                named = [kid for kid in entry.get("/Kids", ()) if "/T" in kid.get_object()]
                stack += [(kid, name, kind, value) for kid in named]
    except _pypdf_errors():
        return found
    return found


def _pypdf_form(data: bytes) -> Any:
    """The AcroForm dictionary as pypdf reads it; empty where it cannot."""
    import pypdf

    # pypdf logs the broken piece of the file, which may be somebody's answer
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        return pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]["/AcroForm"].get_object()  # type: ignore[index]
    except _pypdf_errors():
        return {}


def _pypdf_errors() -> tuple[type[Exception], ...]:
    from pypdf.errors import DependencyError, PyPdfError

    return (PyPdfError, DependencyError, *_UNCHECKED)


def render_page(document: Any, number: int, *, dpi: int = 200, annotations: bool = True) -> "Image":
    """Draw one page (from 1) as a grey picture, at most 40 million pixels.

    Raises:
        InputError: `damaged`, where the page cannot be drawn.
    """
    import pypdfium2

    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = dpi / 72
        if width * height * scale * scale > MAX_PIXELS:
            scale = (MAX_PIXELS / max(width * height, 1.0)) ** 0.5
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=annotations, draw_annots=annotations)
        picture: Image = bitmap.to_pil().convert("L")
        bitmap.close()
        page.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise damaged(f"page {number}") from error
    return picture
