"""PDF files through PDFium: opening, rendering, and the words, rules and pictures of a page.

Coordinates are points from the top left of the page as displayed: rotation and crop box are applied.
Where most text of a page runs sideways, `turned` says by how many quarters, and words and rules are
given upright; `Page.shown` turns a box back to the page as displayed.
"""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_float
from itertools import repeat
from typing import TYPE_CHECKING, Any

from hrdocs.errors import InputError
from hrdocs.tools.pdf_calls import argument, quick_call
from hrdocs.tools.pdf_drawing import Drawing
from hrdocs.tools.pdf_marks import with_marks
from hrdocs.tools.pdf_records import Frame, Page
from hrdocs.tools.pdf_words import read_words, without_overlong

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 200
MAX_GLYPHS = 60_000  # a page of a form has 2,000 to 6,000
SAMPLED = 20  # glyphs whose direction tells how a page is turned
MAX_FIELDS = 5_000
MAX_FIELD_DEPTH = 30
MAX_PIXELS = 40_000_000
HEADER_WITHIN = 1024

# pypdf reads objects without checking their types, so a broken file raises these besides its own errors.
_UNCHECKED = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError,
    AssertionError, NotImplementedError, OSError, EOFError, struct.error, zlib.error,
)  # fmt: skip
_PASSWORD_ERRORS = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


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


@contextmanager
def loaded_page(document: Any, number: int) -> Iterator[Any]:
    """One page (from 1), loaded for as long as it is read; None where it cannot be loaded."""
    raw = _pdfium()
    page = raw.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        yield None
        return
    try:
        yield page
    finally:
        raw.FPDF_ClosePage(page)


def read_page(document: Any, number: int) -> Page | None:
    """Read the words, rules and pictures of one page (from 1); None where the page cannot be loaded."""
    with loaded_page(document, number) as page:
        return read_loaded(page, number) if page else None


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


def read_loaded(page: Any, number: int) -> Page:
    """The words, rules and pictures of a page that is loaded."""
    raw, frame = _pdfium(), page_frame(page)
    text = raw.FPDFText_LoadPage(page)
    try:
        count = max(0, min(raw.FPDFText_CountChars(text), MAX_GLYPHS)) if text else 0
        turns = _reading_turns(text, count, frame.turns)
        upright = Frame(frame.left, frame.bottom, frame.right, frame.top, turns)
        drawn = Drawing(upright)
        drawn.collect(page)
        words = tuple(read_words(text, count, upright, drawn))
        if any(word.struck for word in words):
            words = without_overlong(words, drawn.strikes())
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
    ask = quick_call("FPDFText_GetCharAngle", c_float)
    angles = map(ask, repeat(argument(text)), range(0, count, max(1, count // SAMPLED)))
    for angle in angles:
        if angle >= 0:
            votes[-round(angle / 1.5707963) % 4] += 1  # the angle counts clockwise
    best = max(range(4), key=lambda turn: (votes[turn], turn == displayed))
    return best if votes[best] > votes[displayed] * 2 else displayed


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
