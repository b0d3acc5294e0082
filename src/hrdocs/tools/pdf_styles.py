"""How the text of a PDF page looks: its fonts, sizes and colours, and whether it can be seen."""

import ctypes
from collections.abc import Sequence
from itertools import repeat
from typing import Any, NamedTuple

from hrdocs.document import PLAIN_LOOK, Box, Look
from hrdocs.tools.pdf_calls import address_of, argument, pdfium_call, quick_call
from hrdocs.tools.pdf_drawing import MATRIX, Colour, Drawing, fill_colour
from hrdocs.tools.pdf_records import Seen

TINY = 2.2  # text of a smaller size cannot be read by eye
SLANTED = 0.1  # of an upright font's height, by which its letters lean

_INVISIBLE_MODE = 3
_WHITE = 255
_CALLS = (
    ("FPDFTextObj_GetFont", ctypes.c_void_p),
    ("FPDFTextObj_GetTextRenderMode", ctypes.c_int),
    ("FPDFText_GetFontSize", ctypes.c_double),
    ("FPDFText_GetMatrix", ctypes.c_int),
    ("FPDFText_HasUnicodeMapError", ctypes.c_int),
)


class Style(NamedTuple):
    """The look of a text object: `symbols` is its font's name if that holds symbols, `size` in points."""

    font: int
    bold: bool
    seen: Seen
    unmapped: bool
    symbols: str
    white: bool
    size: float
    look: Look


class Font(NamedTuple):
    """What a font's name and figures tell; `symbols` is its name if it holds symbols."""

    number: int
    bold: bool
    italic: bool
    symbols: str


# font and the form it is used in, render mode, colour, size before the matrix, matrix (a to d), and whether
# the glyphs are unmapped
_Told = tuple[int | None, int, int, Colour | None, float, Sequence[float] | None, bool]

_NO_STYLE = Style(0, False, Seen.YES, False, "", False, 0.0, PLAIN_LOOK)
_NO_FONT = Font(0, False, False, "")


class Styles:
    """How the text of a page looks, asked once per text object, and each look made once."""

    def __init__(self, text: Any, drawing: Drawing) -> None:
        self.drawing = drawing
        self.text = address_of(text)
        self.pointer = argument(text)
        self.find = quick_call("FPDFText_GetTextObject", ctypes.c_void_p)
        self.fonts: dict[tuple[int, int], Font] = {}
        self.looks: dict[tuple[float, bool, Colour | None], Look] = {}
        self.calls = tuple(quick_call(name, result) for name, result in _CALLS)
        self.styles: dict[_Told, Style] = {}
        self.known: dict[int, Style] = {}  # by text object

    def of(self, index: int) -> Style:
        """The look of the glyph at an index."""
        thing = self.find(self.pointer, index)
        if not thing:
            return _NO_STYLE
        known = self.known.get(thing)
        if known is None:
            known = self._ask(thing, index)
            self.known[thing] = known
        return known

    def of_each(self, indexes: Sequence[int]) -> list[Style]:
        """The look of the glyph at each index."""
        known = self.known
        things = map(self.find, repeat(self.pointer), indexes)
        return [known.get(thing) or self.of(at) for thing, at in zip(things, indexes, strict=True)]

    def advance(self, index: int) -> float:
        """How far a glyph leads along its line, in points."""
        thing, width = self.find(self.pointer, index), ctypes.c_float()
        size = self.of(index).size
        font = pdfium_call("FPDFTextObj_GetFont")(thing) if thing else None
        character = pdfium_call("FPDFText_GetUnicode")(self.text, index)
        ask = pdfium_call("FPDFFont_GetGlyphWidth")
        if not font or not ask(font, character, size, ctypes.addressof(width)):
            return size
        return width.value

    def _ask(self, thing: int, index: int) -> Style:
        font_of, mode_of, size_of, matrix_of, is_unmapped = self.calls
        text, handle = self.pointer, ctypes.c_void_p(thing)
        told = (
            font_of(handle),
            self.drawing.nested.get(thing, -1),
            mode_of(handle),
            fill_colour(thing),
            size_of(text, index),
            MATRIX.read()[:4] if matrix_of(text, index, MATRIX.argument) else None,
            is_unmapped(text, index) == 1,
        )
        style = self.styles.get(told)
        if style is None:
            style = self.styles[told] = self._style(told)
        return style

    def _style(self, told: _Told) -> Style:
        """The look of a text object as PDFium tells it."""
        handle, within, mode, colour, size, matrix, unmapped = told
        font = self._font(handle, within=within)
        italic = font.italic
        if matrix is not None:
            a, b, c, d = matrix
            high = (c * c + d * d) ** 0.5
            size *= high
            italic = italic or abs(a * c + b * d) > SLANTED * high * (a * a + b * b) ** 0.5
        seen = Seen.INVISIBLE if mode == _INVISIBLE_MODE else Seen.YES
        white = False
        if colour is not None and mode in (0, 4):
            white = min(colour[:3]) >= 250
            if colour[3] < 8:
                seen = Seen.HIDDEN
        if size < TINY:
            seen = Seen.HIDDEN
        look = self._look(size, colour, italic)
        return Style(font.number, font.bold, seen, unmapped, font.symbols, white, size, look)

    def _look(self, size: float, colour: Colour | None, italic: bool) -> Look:
        """The one record of a look; sizes to half a point, a colour as it appears on white."""
        key = round(2 * size) / 2, italic, colour
        if key not in self.looks:
            red, green, blue, opacity = colour or (0, 0, 0, _WHITE)
            shown = [_WHITE - (_WHITE - part) * opacity // _WHITE for part in (red, green, blue)]
            self.looks[key] = Look(key[0], italic, shown[0] << 16 | shown[1] << 8 | shown[2])
        return self.looks[key]

    def _font(self, font: int | None, *, within: int) -> Font:
        """What a font tells, with a number of its own, apart for what a page only takes in from elsewhere."""
        if not font:
            return _NO_FONT
        if (font, within) not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium_call("FPDFFont_GetBaseFontName")(font, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("latin-1").lower()
            bold = "bold" in name or "black" in name or pdfium_call("FPDFFont_GetWeight")(font) >= 650
            italic = "italic" in name or "oblique" in name
            symbols = name if "dingbat" in name or "wingding" in name else ""
            self.fonts[font, within] = Font(len(self.fonts) + 1, bold, italic, symbols)
        return self.fonts[font, within]

    def is_on_dark(self, box: Box) -> bool:
        """Whether what lies under a box is dark, or a picture."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for (x0, top, x1, bottom), dark in reversed(self.drawing.fills):
            if x0 <= x <= x1 and top <= y <= bottom:
                return dark
        return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self.drawing.images)
