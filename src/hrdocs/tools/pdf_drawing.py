"""The lines, squares and pictures drawn on a PDF page, and the look of its text.

`raw` is PDFium's own interface, handed in by `hrdocs.tools.pdfs`.
"""

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Frame, Rule, Seen

MAX_OBJECTS = 20_000
MAX_SEGMENTS = 60_000
MAX_DEPTH = 6
THIN = 3.0  # a filled bar no thicker than this is a line
TINY = 2.2  # text of a smaller size cannot be read by eye

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2
_INVISIBLE_MODE = 3
_PAGE_SIZED = 0.5

_OBJECT_CALL = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)

_COLOUR = tuple(ctypes.c_uint() for _ in range(4))  # filled anew by each call

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od,
        e * oa + f * oc + oe, e * ob + f * od + of,
    )  # fmt: skip


def rule_height(rule: Rule) -> float:
    """How far down the page a level line is."""
    return rule.top


def _is_border(rule: Rule, uprights: dict[int, list[Rule]]) -> bool:
    return all(
        any(
            abs(upright.x0 - end) < 2 and upright.top - 2 <= rule.top <= upright.bottom + 2
            for upright in uprights.get(round(end / 2), ())
        )
        for end in (rule.x0, rule.x1)
    )


class Drawing:
    """Collects what is drawn on a page besides text, in one walk over its objects."""

    def __init__(self, raw: Any, frame: Frame) -> None:
        self.raw = raw
        self.frame = frame
        self.rules: list[Rule] = []
        self.squares: list[Box] = []
        self.strokes: list[Box] = []  # slanting or curved marks, a cross's arms for example
        self.images: list[Box] = []
        self.ink: list[Box] = []
        self.fills: list[tuple[Box, bool]] = []  # with whether it is darker than white text
        self.text_under_image = False
        self.curved = 0
        self._strikes: list[Rule] | None = None
        self._objects = 0
        self._segments = 0
        self._text_seen = False

    def collect(self, page: Any) -> None:
        """Walk over the objects of a page, forms inside forms included, within the limits."""
        raw = self.raw
        count = min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)
        for index in range(max(count, 0)):
            self._object(raw.FPDFPage_GetObject(page, index), _IDENTITY, 0)

    def strikes(self) -> Sequence[Rule]:
        """The level lines, from the top, but for borders between upright ones: they may strike text out."""
        if self._strikes is None:
            ends = {(round(r.x0 / 2), r) for r in self.rules if r.x0 == r.x1}
            uprights: dict[int, list[Rule]] = {}
            for key, rule in ends:
                for near in (key - 1, key, key + 1):
                    uprights.setdefault(near, []).append(rule)
            level = [r for r in self.rules if r.top == r.bottom and not _is_border(r, uprights)]
            self._strikes = sorted(level, key=rule_height)
        return self._strikes

    def ticked_squares(self) -> tuple[tuple[Box, bool], ...]:
        """The small squares, once each, with whether a mark is drawn inside."""
        seen: dict[tuple[int, int], tuple[Box, bool]] = {}
        for box in self.squares:
            x0, top, x1, bottom = box
            marked = any(
                x0 - 2 <= (m[0] + m[2]) / 2 <= x1 + 2 and top - 2 <= (m[1] + m[3]) / 2 <= bottom + 2
                for m in self.strokes
            )
            key = round((x0 + x1) / 8), round((top + bottom) / 8)
            seen[key] = (box, marked or (key in seen and seen[key][1]))
        return tuple(seen.values())

    def _object(self, thing: Any, outer: Matrix, depth: int) -> None:
        self._objects += 1
        if not thing or self._objects > MAX_OBJECTS:
            return
        kind = self.raw.FPDFPageObj_GetType(thing)
        if kind == _TEXT:
            self._text_seen = True
        elif kind == _PATH:
            self._path(thing, _times(self._matrix(thing), outer))
        elif kind == _IMAGE:
            self._image(_times(self._matrix(thing), outer))
        elif kind == _FORM and depth < MAX_DEPTH:
            inside = _times(self._matrix(thing), outer)
            for index in range(min(max(self.raw.FPDFFormObj_CountObjects(thing), 0), MAX_OBJECTS)):
                self._object(self.raw.FPDFFormObj_GetObject(thing, index), inside, depth + 1)
                if self._objects > MAX_OBJECTS:
                    return

    def _matrix(self, thing: Any) -> Matrix:
        matrix = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(thing, matrix):
            return _IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _image(self, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        corners = [self.frame.point(e + x * a + y * c, f + x * b + y * d) for x in (0, 1) for y in (0, 1)]
        xs, ys = [p[0] for p in corners], [p[1] for p in corners]
        box = min(xs), min(ys), max(xs), max(ys)
        self.images.append(box)
        width, height = self.frame.size
        if self._text_seen and (box[2] - box[0]) * (box[3] - box[1]) > _PAGE_SIZED * width * height:
            self.text_under_image = True

    def _path(self, path: Any, matrix: Matrix) -> None:
        raw = self.raw
        count = raw.FPDFPath_CountSegments(path)
        self._segments += count
        if count < 2 or self._segments > MAX_SEGMENTS:
            return
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, mode, stroked)
        if not mode.value and not stroked.value:
            return
        lines, curves, points = self._outline(path, count, matrix)
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = min(xs), min(ys), max(xs), max(ys)
        if curves:
            self.curved += 1
            self._curved(box, curves, bool(stroked.value))
            return
        filled = bool(mode.value)
        if filled and self._bar(box):
            return
        level = all(abs(a[0] - b[0]) < 0.7 or abs(a[1] - b[1]) < 0.7 for a, b in lines)
        if not level:
            self.strokes.append(box)
            return
        if filled:
            dark = self._is_dark(path)
            self.fills.append((box, dark))
            if not stroked.value and not dark and self._whole_page(box):
                return
        self._edges(lines, box, closed=filled)

    def _outline(
        self, path: Any, count: int, matrix: Matrix
    ) -> tuple[list[tuple[tuple[float, float], tuple[float, float]]], int, list[tuple[float, float]]]:
        """The straight pieces of a path, the number of curves, and all its points."""
        raw, (a, b, c, d, e, f) = self.raw, matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        lines, points, curves = [], [], 0
        first = last = (0.0, 0.0)
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = self.frame.point(x.value * a + y.value * c + e, x.value * b + y.value * d + f)
            points.append(here)
            if kind == _MOVE_TO:
                first = here
            elif kind == _LINE_TO:
                lines.append((last, here))
            elif kind == _BEZIER_TO:
                curves += 1
            if raw.FPDFPathSegment_GetClose(segment):
                lines.append((here, first))
            last = here
        return lines, curves, points

    def _curved(self, box: Box, curves: int, stroked: bool) -> None:
        wide, high = box[2] - box[0], box[3] - box[1]
        if stroked and curves >= 6 and 20 < wide < 300 and 6 < high < 120:
            self.ink.append(box)
        elif 2 < wide < 16 and 2 < high < 16:
            self.strokes.append(box)

    def _bar(self, box: Box) -> bool:
        """Take a thin filled bar as a line."""
        x0, top, x1, bottom = box
        wide, high = x1 - x0, bottom - top
        if high <= THIN and wide > high:
            middle = (top + bottom) / 2
            self.rules.append(Rule(x0, middle, x1, middle))
            return True
        if wide <= THIN and high > wide:
            middle = (x0 + x1) / 2
            self.rules.append(Rule(middle, top, middle, bottom))
            return True
        return False

    def _edges(
        self, lines: list[tuple[tuple[float, float], tuple[float, float]]], box: Box, *, closed: bool
    ) -> None:
        x0, top, x1, bottom = box
        wide, high = x1 - x0, bottom - top
        if 5 <= wide <= 20 and 5 <= high <= 20 and abs(wide - high) < 3 and len(lines) >= 3:
            self.squares.append(box)
            return
        for (ax, ay), (bx, by) in lines:
            self._edge(ax, ay, bx, by)
        if closed and len(lines) == 3:
            self._edge(lines[-1][1][0], lines[-1][1][1], lines[0][0][0], lines[0][0][1])

    def _edge(self, ax: float, ay: float, bx: float, by: float) -> None:
        if abs(ay - by) < 0.7 < abs(ax - bx):
            middle = (ay + by) / 2
            self.rules.append(Rule(min(ax, bx), middle, max(ax, bx), middle))
        elif abs(ax - bx) < 0.7 < abs(ay - by):
            middle = (ax + bx) / 2
            self.rules.append(Rule(middle, min(ay, by), middle, max(ay, by)))

    def _whole_page(self, box: Box) -> bool:
        width, height = self.frame.size
        return (box[2] - box[0]) > 0.95 * width and (box[3] - box[1]) > 0.9 * height

    def _is_dark(self, thing: Any) -> bool:
        colour = fill_colour(self.raw, thing)
        return colour is not None and colour[3] > 40 and min(colour[:3]) < 235


def fill_colour(raw: Any, thing: Any) -> tuple[int, int, int, int] | None:
    """The fill colour of a page object as red, green, blue and opacity, 0 to 255."""
    red, green, blue, opacity = _COLOUR
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, opacity):
        return None
    return red.value, green.value, blue.value, opacity.value


class Style(NamedTuple):
    """The look of a text object: `symbols` is its font's name if that holds symbols, `size` in points."""

    font: int
    bold: bool
    seen: Seen
    unmapped: bool
    symbols: str
    white: bool
    size: float


_NO_STYLE = Style(0, False, Seen.YES, False, "", False, 0.0)


class Styles:
    """How the text of a page looks, asked once per text object."""

    def __init__(self, raw: Any, text: Any, drawing: Drawing) -> None:
        self.raw = raw
        self.text = text
        self.drawing = drawing
        self.address = ctypes.cast(text, ctypes.c_void_p).value
        self.find = _OBJECT_CALL(ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
        self.fonts: dict[int, tuple[int, bool, str]] = {}
        self.matrix = raw.FS_MATRIX()
        self._objects: dict[int, Style] = {}

    def of(self, index: int) -> "Style":
        """The look of the glyph at an index."""
        thing = self.find(self.address, index)
        if not thing:
            return _NO_STYLE
        known = self._objects.get(thing)
        if known is None:
            known = self._ask(ctypes.cast(thing, self.raw.FPDF_PAGEOBJECT), index)
            self._objects[thing] = known
        return known

    def _ask(self, thing: Any, index: int) -> "Style":
        raw = self.raw
        font, bold, symbols = self._font(raw.FPDFTextObj_GetFont(thing))
        mode = raw.FPDFTextObj_GetTextRenderMode(thing)
        colour = fill_colour(raw, thing)
        matrix = self.matrix
        size = float(raw.FPDFText_GetFontSize(self.text, index))
        if raw.FPDFText_GetMatrix(self.text, index, matrix):
            size *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        seen = Seen.INVISIBLE if mode == _INVISIBLE_MODE else Seen.YES
        white = False
        if colour is not None and mode in (0, 4):
            white = min(colour[:3]) >= 250
            if colour[3] < 8:
                seen = Seen.HIDDEN
        if size < TINY:
            seen = Seen.HIDDEN
        unmapped = raw.FPDFText_HasUnicodeMapError(self.text, index) == 1
        return Style(font, bold, seen, unmapped, symbols, white, size)

    def _font(self, font: Any) -> tuple[int, bool, str]:
        if not font:
            return 0, False, ""
        key = ctypes.addressof(font.contents)
        if key not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            self.raw.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("latin-1").lower()
            bold = "bold" in name or "black" in name or self.raw.FPDFFont_GetWeight(font) >= 650
            symbols = name if "dingbat" in name or "wingding" in name else ""
            self.fonts[key] = len(self.fonts) + 1, bold, symbols
        return self.fonts[key]

    def is_on_dark(self, box: Box) -> bool:
        """Whether what lies under a box is dark, or a picture."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for (x0, top, x1, bottom), dark in reversed(self.drawing.fills):
            if x0 <= x <= x1 and top <= y <= bottom:
                return dark
        return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self.drawing.images)
