"""A filed document as a person can look at it: its pages as pictures, or its text with every place marked.

A PDF or a scan is shown as pages; every other kind by its `Layout`. The file is as foreign as on the
day it came: it is opened in a guarded child, and only plain pictures and records come back. Pages count
from 1; sizes and boxes are points from the top left of the page as displayed.
"""

import io
from dataclasses import dataclass

from hrdocs.document import Box, Layout, Place
from hrdocs.errors import HrdocsError, InputError
from hrdocs.read import read_file, sniff
from hrdocs.read.scan_frames import read_frames
from hrdocs.tools.pdfs import open_pdf, page_count, page_size, render_page

MOST_PAGES = 200
SCREEN_DPI = 110
CROP_DPI = 150
_BEFORE, _AFTER, _ABOVE = 190.0, 90.0, 26.0  # points shown beside a place, and above and below it


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a document that is shown as pictures."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to look at: sheets, or a layout, or the reason why neither."""

    sheets: tuple[Sheet, ...] = ()
    layout: Layout | None = None
    problem: str = ""


def look(data: bytes, name: str, sha256: str = "") -> Looked:
    """What a document shows; of an archive or e-mail the part with this digest, else the first."""
    try:
        kind = sniff(data, name)
        if kind == "pdf":
            with open_pdf(data, name=name) as document:
                count = min(page_count(document), MOST_PAGES)
                sizes = [page_size(document, number) for number in range(1, count + 1)]
                return Looked(tuple(Sheet(n, *size) for n, size in enumerate(sizes, 1)))
        if kind == "image":
            return Looked(_frames(data, name))
        readings = read_file(data, name=name)
    except HrdocsError as error:
        return Looked(problem=error.explanation)
    found = [one for one in readings if one.layout is not None]
    chosen = next((one for one in found if one.sha256 == sha256), found[0] if found else None)
    return Looked(layout=chosen.layout) if chosen else Looked(problem="Nothing in it can be read.")


def draw(data: bytes, name: str, place: Place, *, dpi: int, turns: int = 0, crop: bool = False) -> bytes:
    """A page as a PNG picture, the place's box drawn on it; with `crop` only the place and what is around it.

    `turns` are quarter turns clockwise.

    Raises:
        InputError: the page cannot be drawn.
    """
    from PIL import ImageDraw

    number = place.page or 1
    if sniff(data, name) == "pdf":
        with open_pdf(data, name=name) as document:
            if not 1 <= number <= min(page_count(document), MOST_PAGES):
                raise InputError(name, f"has no page {number}", "Choose another page.", code="damaged")
            document.init_forms()  # what was typed into form fields is drawn, too
            picture = render_page(document, number, dpi=dpi).convert("RGB")
            scale = picture.width / page_size(document, number)[0]
    else:
        frame = next((f for n, f in enumerate(read_frames(data, name), start=1) if n == number), None)
        if frame is None:
            raise InputError(name, f"has no page {number}", "Choose another page.", code="damaged")
        grey, own_dpi = frame
        scale = min(dpi, own_dpi) / 72
        size = (
            max(1, round(grey.width * scale * 72 / own_dpi)),
            max(1, round(grey.height * scale * 72 / own_dpi)),
        )
        picture = grey.resize(size).convert("RGB")
    if place.box is not None and crop:
        box = _scaled(place.box, scale)
        ImageDraw.Draw(picture).rectangle(box, outline=(190, 60, 10), width=max(2, round(scale * 1.2)))
        picture = picture.crop(_around(box, scale, picture.size))
    if turns % 4:
        picture = picture.rotate(-90 * (turns % 4), expand=True)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _scaled(box: Box, scale: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (number * scale for number in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _around(box: Box, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The place with the label before it, a little after it, and a little above and below."""
    before, after, above = (number * scale for number in (_BEFORE, _AFTER, _ABOVE))
    edges = (
        max(0, box[0] - before), max(0, box[1] - above),
        min(size[0], box[2] + after), min(size[1], box[3] + above),
    )  # fmt: skip
    x0, y0, x1, y1 = (round(edge) for edge in edges)
    return x0, min(y0, size[1] - 2), max(x1, x0 + 2), max(y1, min(y0, size[1] - 2) + 2)


def _frames(data: bytes, name: str) -> tuple[Sheet, ...]:
    pictures = read_frames(data, name)
    return tuple(Sheet(n, p.width * 72 / dpi, p.height * 72 / dpi) for n, (p, dpi) in enumerate(pictures, 1))
