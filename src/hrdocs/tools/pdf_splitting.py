"""A PDF cut at its named places, and what is drawn on its pages, to compare two of them.

Conventions: places are the names of destinations, which a word processor writes for its bookmarks.
"""

import io
from collections.abc import Sequence

_NEAR = 0.2  # points: nearer than anybody sees
Glyph = tuple[str, tuple[float, ...], str]


def split_at(pdf: bytes, places: Sequence[str]) -> tuple[bytes, ...] | None:
    """The parts that begin on the page of each place, in order; None where a place is not found, or two
    begin on one page."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    reader = PdfReader(io.BytesIO(pdf))
    named = {name.lstrip("/"): place for name, place in reader.named_destinations.items()}
    numbers = [reader.get_destination_page_number(named[p]) if p in named else None for p in places]
    starts = [number for number in numbers if number is not None]
    if len(starts) != len(places) or not starts or starts[0] != 0 or starts != sorted(set(starts)):
        return None
    parts = []
    for start, end in zip(starts, [*starts[1:], len(reader.pages)], strict=True):
        writer = PdfWriter()
        for page in reader.pages[start:end]:
            writer.add_page(page)
        if "/Lang" in reader.root_object:
            writer.root_object[NameObject("/Lang")] = reader.root_object["/Lang"]
        out = io.BytesIO()
        writer.write(out)
        parts.append(out.getvalue())
    return tuple(parts)


def count_pages(pdf: bytes) -> int:
    """The number of pages of a file of our own."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def read_letters(pdf: bytes) -> str:
    """The text of every page, one after the other."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def is_same_layout(one: bytes, other: bytes) -> bool:
    """Whether the same glyphs of the same fonts stand at the same places of as many pages."""
    pages, others = read_layout(one), read_layout(other)
    return len(pages) == len(others) and all(
        len(glyphs) == len(copies) and all(map(_is_same, glyphs, copies))
        for glyphs, copies in zip(pages, others, strict=True)
    )


def _is_same(glyph: Glyph, other: Glyph) -> bool:
    near = all(abs(a - b) <= _NEAR for a, b in zip(glyph[1], other[1], strict=True))
    return near and glyph[0] == other[0] and glyph[2] == other[2]


def read_layout(pdf: bytes) -> list[list[Glyph]]:
    """Every glyph of every page: the character, its box in points, and its font."""
    import ctypes

    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(pdf)
    pages = []
    try:
        for page in document:
            text = page.get_textpage()
            glyphs: list[Glyph] = []
            name = ctypes.create_string_buffer(128)
            for index in range(text.count_chars()):
                raw.FPDFText_GetFontInfo(text.raw, index, name, 128, None)
                font = name.value.decode("latin-1").partition("+")[2] or name.value.decode("latin-1")
                box = tuple(float(side) for side in text.get_charbox(index))
                glyphs.append((text.get_text_range(index, 1), box, font))
            pages.append(glyphs)
    finally:
        document.close()
    return pages
