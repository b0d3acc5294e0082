"""A PDF made anew from its pages as pictures, with some lines of text written differently.

Nothing of the old file goes over but what can be seen: no text layer, form value, annotation, attachment,
outline or property. Each page is drawn, the lines that change are painted over and written again, and the
text that may be read is laid invisibly over the picture, so that it can be searched and read aloud.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_ushort
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Page
from hrdocs.tools.pdfs import open_pdf, page_count, read_page, render_page

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
_TALLEST = 14.0  # points: what is written over a picture is no larger
_GAP = 1.8  # of the text's height: a wider gap begins another piece of text
_MANY_CURVES = 400  # so many curves are text drawn as shapes


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of text on a page, in points from the top left."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The new file, and the pages on which something could not be read as text, with what it is."""

    data: bytes
    unread: tuple[tuple[int, str], ...]


def rebuild_pdf(
    data: bytes, *, name: str, rewrite: Callable[[int, str], str | None], keep_pictures: bool, token: str
) -> Rebuilt:
    """Make a PDF anew. `rewrite` gets a page's number and a line, and gives the new line or None.

    Pictures are painted over with `token` unless they are kept.

    Raises:
        InputError: the file cannot be opened or a page cannot be drawn.
    """
    import pypdfium2

    new = pypdfium2.PdfDocument.new()
    unread: list[tuple[int, str]] = []
    with open_pdf(data, name=name) as document:
        for number in range(1, page_count(document) + 1):
            _flatten(document, number)
            page = read_page(document, number)
            if page is None:
                unread.append((number, "cannot be read and is left out"))
                continue
            picture = render_page(document, number, dpi=DPI)
            unread += [(number, words) for words in _what_is_no_text(page)]
            if page.turned:
                picture = picture.rotate(90 * page.turned, expand=True)
            changed = [] if keep_pictures else [Line(token, box) for box in page.images]
            lines = []
            for line in _lines(page):
                words = rewrite(number, line.text)
                lines.append(line if words is None else Line(words, line.box))
                if words is not None:
                    changed.append(lines[-1])
            _paint(picture, page, changed)
            hidden = [] if page.text_under_image and not keep_pictures else lines
            _add_page(new, picture, (page.width, page.height), hidden)
    out = io.BytesIO()
    new.save(out)
    new.close()
    return Rebuilt(out.getvalue(), tuple(unread))


def read_lines(data: bytes, *, name: str) -> Iterator[tuple[int, str]]:
    """Every line of text of a PDF with its page."""
    with open_pdf(data, name=name) as document:
        for number in range(1, page_count(document) + 1):
            page = read_page(document, number)
            if page is not None:
                yield from ((number, line.text) for line in _lines(page))


def _flatten(document: Any, number: int) -> None:
    """Draw form values and annotations into the page, so that their words are read and painted over."""
    from pypdfium2 import raw

    page = raw.FPDF_LoadPage(document.raw, number - 1)
    if page:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        raw.FPDF_ClosePage(page)


def _what_is_no_text(page: Page) -> Iterator[str]:
    if page.images:
        yield "a picture" if len(page.images) == 1 else f"{len(page.images)} pictures"
    if page.ink:
        yield "drawn lines, perhaps handwriting"
    if page.curved > _MANY_CURVES and len(page.words) < page.curved // 40:
        yield "text drawn as shapes"


def _lines(page: Page) -> list[Line]:
    """Words that stand side by side, put together; a wide gap or an upright rule begins another line."""
    walls = [rule for rule in page.rules if rule.x0 == rule.x1]
    lines: list[tuple[list[str], list[float]]] = []
    for word in sorted(page.words, key=lambda w: (round(w.bottom / 3), w.x0)):
        x0, y0, x1, y1 = word.x0, word.top, word.x1, word.bottom
        if lines:
            texts, box = lines[-1]
            height = max(y1 - y0, box[3] - box[1])
            level = min(y1, box[3]) - max(y0, box[1]) > 0.4 * min(y1 - y0, box[3] - box[1])
            wall = any(
                box[2] - 1 <= rule.x0 <= x0 + 1 and rule.top < y1 and rule.bottom > y0 for rule in walls
            )
            if level and not wall and -height < x0 - box[2] < _GAP * height:
                texts.append(word.text)
                box[:] = [min(box[0], x0), min(box[1], y0), max(box[2], x1), max(box[3], y1)]
                continue
        lines.append(([word.text], [x0, y0, x1, y1]))
    return [Line(" ".join(texts), (box[0], box[1], box[2], box[3])) for texts, box in lines]


def _paint(picture: "Image", page: Page, lines: Sequence[Line]) -> None:
    """Paint over the boxes, a little more than they are, then write the lines there in sizes that fit."""
    from PIL import ImageDraw, ImageFont

    scale = picture.width / page.width
    draw = ImageDraw.Draw(picture)
    for line in lines:
        x0, y0, x1, y1 = line.box
        margin = 0.25 * min(y1 - y0, _TALLEST)
        frame = [(x0 - 1) * scale, (y0 - margin) * scale, (x1 + 1) * scale, (y1 + margin) * scale]
        draw.rectangle(frame, fill="white")
    for line in lines:
        x0, y0, _, y1 = line.box
        room = (page.width - x0 - 12) * scale
        size = max(6.0, 0.95 * min(y1 - y0, _TALLEST) * scale)
        length = draw.textlength(line.text, ImageFont.load_default(size))
        font = ImageFont.load_default(max(5.0, size * min(1.0, room / max(1.0, length))))
        draw.text((x0 * scale, y0 * scale), line.text, fill="black", font=font)


def _add_page(new: Any, picture: "Image", size: tuple[float, float], lines: Sequence[Line]) -> None:
    import pypdfium2
    from pypdfium2 import raw

    page = new.new_page(*size)
    image = pypdfium2.PdfImage.new(new)
    bitmap = pypdfium2.PdfBitmap.from_pil(picture)
    image.set_bitmap(bitmap)
    image.set_matrix(pypdfium2.PdfMatrix().scale(*size))
    page.insert_obj(image)
    font = raw.FPDFText_LoadStandardFont(new.raw, b"Helvetica")
    for line in lines:
        x0, y0, _, y1 = line.box
        text = raw.FPDFPageObj_CreateTextObj(new.raw, font, max(4.0, y1 - y0))
        units = line.text.encode("utf-16-le") + b"\0\0"
        raw.FPDFText_SetText(text, (c_ushort * (len(units) // 2)).from_buffer_copy(units))
        raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, x0, size[1] - y1)
        raw.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    bitmap.close()
    page.close()
