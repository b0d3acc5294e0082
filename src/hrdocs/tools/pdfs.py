"""PDF files through PDFium: opening, rendering, and the words, rules and pictures of a page.

Coordinates are points from the top left of the page as displayed: rotation and crop box are applied.
Where most text of a page runs sideways, `turned` says by how many quarters, and words and rules are
given upright; `Page.shown` turns a box back to the page as displayed.
"""

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hrdocs.errors import InputError
from hrdocs.tools.pdf_drawing import Drawing, Styles
from hrdocs.tools.pdf_records import Frame, Page, Word
from hrdocs.tools.pdf_symbols import plain_text, symbol_text

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 200
MAX_GLYPHS = 60_000  # a page of a form has 2,000 to 6,000
MAX_PIXELS = 40_000_000
HEADER_WITHIN = 1024

# pypdf reads objects without checking their types, so a broken file raises these besides its own errors.
_UNCHECKED = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError,
    AssertionError, NotImplementedError, OSError, EOFError, struct.error, zlib.error,
)  # fmt: skip
_PASSWORD_ERRORS = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000, *range(0x2000, 0x200C)))


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
        if error.err_code in _PASSWORD_ERRORS:
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
        turns = _reading_turns(raw, text, count, frame.turns)
        upright = Frame(frame.left, frame.bottom, frame.right, frame.top, turns)
        drawn = Drawing(raw, upright)
        drawn.collect(page)
        words = tuple(_words(raw, text, count, upright, drawn))
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
    width, height = upright.size
    return Page(
        number, width, height, (turns - frame.turns) % 4, words, tuple(drawn.rules),
        drawn.ticked_squares(), tuple(drawn.images), tuple(drawn.ink), drawn.text_under_image, upright,
    )  # fmt: skip


def _reading_turns(raw: Any, text: Any, count: int, displayed: int) -> int:
    """The quarter turns that make most of the page's text upright."""
    votes = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 40)):
        angle = raw.FPDFText_GetCharAngle(text, index)
        if angle >= 0:
            votes[round(angle / 1.5707963) % 4] += 1
    best = max(range(4), key=lambda turn: (votes[turn], turn == displayed))
    return best if votes[best] > votes[displayed] * 2 else displayed


def _words(raw: Any, text: Any, count: int, frame: Frame, drawn: Drawing) -> Iterator[Word]:
    """Words in the order of the file, split at spaces, gaps and jumps."""
    boxes = (raw.FS_RECTF * max(count, 1))()
    get_code, get_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    codes = [get_code(text, i) for i in range(count)]
    for i, code in enumerate(codes):
        if code not in _SPACES:
            get_box(text, i, boxes[i])
    xs0, tops, xs1, bottoms = _upright(memoryview(boxes).cast("B").cast("f").tolist(), frame)
    styles = Styles(raw, text, drawn)
    width, height = frame.size
    start = -1
    for i in range(count + 1):
        if i < count and codes[i] not in _SPACES:
            if start >= 0 and _continues(xs0, tops, xs1, bottoms, i - 1):
                continue
            end, start = start, i
        else:
            end, start = start, -1
        if end < 0:
            continue
        word = _word(codes[end:i], (xs0[end:i], tops[end:i], xs1[end:i], bottoms[end:i]), styles, end)
        if word.x1 > 0 and word.bottom > 0 and word.x0 < width and word.top < height and word.text:
            yield word


def _continues(xs0: list[float], tops: list[float], xs1: list[float], bottoms: list[float], i: int) -> bool:
    """Whether glyph i + 1 goes on in the word of glyph i."""
    high = bottoms[i] - tops[i]
    gap = xs0[i + 1] - xs1[i]
    if gap > 0.22 * high or gap < -0.9 * high:
        return False
    return abs(tops[i + 1] + bottoms[i + 1] - tops[i] - bottoms[i]) < 0.9 * high


def _upright(
    flat: Sequence[float], frame: Frame
) -> tuple[list[float], list[float], list[float], list[float]]:
    """The columns x0, top, x1, bottom of boxes given as left, top, right, bottom in the page's own way."""
    left, top, right, bottom = flat[0::4], flat[1::4], flat[2::4], flat[3::4]
    if frame.turns == 0:
        x, y = frame.left, frame.top
        return [v - x for v in left], [y - v for v in top], [v - x for v in right], [y - v for v in bottom]
    boxes = [frame.box(*box) for box in zip(left, bottom, right, top, strict=True)]
    return [b[0] for b in boxes], [b[1] for b in boxes], [b[2] for b in boxes], [b[3] for b in boxes]


def _word(
    codes: list[int],
    at: tuple[list[float], list[float], list[float], list[float]],
    styles: Styles,
    first: int,
) -> Word:
    box = min(at[0]), min(at[1]), max(at[2]), max(at[3])
    font, bold, seen, unmapped, symbols = styles.of(first, box)
    if symbols:
        text = symbol_text(codes, symbols)
    elif max(codes) < 0x7F and min(codes) > 0x20:
        text = "".join(map(chr, codes))
    else:
        text = plain_text(codes)
    return Word(text, *box, font, bold, seen, False, unmapped or 0 in codes or 0xFFFD in codes)


def needs_appearances(data: bytes) -> bool:
    """Whether a form says that the looks of its fields must be made anew from their values."""
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    try:
        root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
        return bool(root["/AcroForm"].get_object().get("/NeedAppearances", False))  # type: ignore[index]
    except (PyPdfError, DependencyError, *_UNCHECKED):
        return False


def render_page(document: Any, number: int, *, dpi: int = 200) -> "Image":
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
        bitmap = page.render(scale=scale, grayscale=True)
        picture: Image = bitmap.to_pil().convert("L")
        bitmap.close()
        page.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise damaged(f"page {number}") from error
    return picture
