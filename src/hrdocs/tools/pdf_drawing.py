"""The lines, squares and pictures drawn on a PDF page."""

import ctypes
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from hrdocs.document import Box
from hrdocs.tools.pdf_calls import Held, address_of, pdfium_call, quick_call
from hrdocs.tools.pdf_records import Frame, Rule

MAX_OBJECTS = 20_000
MAX_SEGMENTS = 60_000
MAX_DEPTH = 6
THIN = 3.0  # a filled bar no thicker than this is a line
ROUNDED = (20.0, 8.0)  # points: the least width and height of a box with rounded corners
LOW = (6.0, 36.0)  # points: as high as a line of text

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2
_PAGE_SIZED = 0.5
_INK = 110  # of 255: no colour of a pen is lighter in all three parts
_SINGLE = 6  # straight pieces that one outline of a box has at most
_SEGMENT_CALLS = (
    "FPDFPath_GetPathSegment", "FPDFPathSegment_GetType", "FPDFPathSegment_GetPoint",
    "FPDFPathSegment_GetClose",
)  # fmt: skip

Colour = tuple[int, int, int, int]  # red, green, blue and opacity, 0 to 255
Edge = tuple[tuple[float, float], tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]

# filled anew by each call
_COLOUR: Held[Colour] = Held("4I")
MATRIX: Held[Matrix] = Held("6f")  # FSMATRIX
_POINT: Held[tuple[float, float]] = Held("2f")
_MODES: Held[tuple[int, int]] = Held("2i")
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer is _IDENTITY:
        return inner
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
    """Whether a level line ends at upright ones on both sides."""
    x0, height, x1, _ = rule
    for end in (x0, x1):
        for x, top, _, bottom in uprights.get(round(end / 2), ()):
            if abs(x - end) < 2 and top - 2 <= height <= bottom + 2:
                break
        else:
            return False
    return True


def _is_round_box(box: Box, lines: int, curves: int) -> bool:
    """Whether a path has the shape of a small square with rounded corners, or of a circle."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return 6 <= wide <= 18 and abs(wide - high) < 0.5 and curves >= 4 and (lines <= 1 or 4 <= lines <= 5)


def _is_rounded(box: Box, lines: Sequence[Edge]) -> bool:
    """Whether the straight pieces of a curved path are the sides of a box with rounded corners."""
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    if wide < ROUNDED[0] or high < ROUNDED[1]:
        return False
    over = under = 0.0
    for (ax, ay), (bx, by) in lines:
        long = abs(ax - bx)
        level, upright = abs(ay - by) < 0.7, long < 0.7
        if level and upright:
            continue
        if level and ay - top < THIN:
            over = max(over, long)
        elif level and bottom - ay < THIN:
            under = max(under, long)
        elif not (upright and min(ax - x0, x1 - ax) < THIN):
            return False
    return min(over, under) > 0.5 * wide


def _sides(box: Box) -> list[Edge]:
    """The four sides of a box."""
    x0, top, x1, bottom = box
    corners = (x0, top), (x1, top), (x1, bottom), (x0, bottom)
    return list(pairwise((*corners, corners[0])))


class Bright(NamedTuple):
    """A low box without an outline in a highlighter's colour, or in white: text marked, or a shaded cell."""

    box: Box
    coloured: bool
    sides: Sequence[Edge]


class Drawing:
    """Collects what is drawn on a page besides text, in one walk over its objects."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._type_of = pdfium_call("FPDFPageObj_GetType")
        self._segment_calls = tuple(map(pdfium_call, _SEGMENT_CALLS))
        self.rules: list[Rule] = []
        self.squares: list[Box] = []
        self.inked: list[Box] = []  # those of the squares that are filled with a dark colour
        self.strokes: list[Box] = []  # slanting or curved marks, a cross's arms for example
        self.images: list[Box] = []
        self.ink: list[Box] = []
        self.bright: list[Bright] = []
        self.fills: list[tuple[Box, bool]] = []  # with whether it is darker than white text
        self.text_under_image = False
        self.curved = 0
        self._strikes: list[Rule] | None = None
        self._objects = 0
        self._segments = 0
        self._text_seen = False
        self._top = 0
        self.nested: dict[int, int] = {}  # the texts in forms inside the page, with the form's number

    def collect(self, page: Any) -> None:
        """Walk over the objects of a page, forms inside forms included, within the limits."""
        page, get = address_of(page), pdfium_call("FPDFPage_GetObject")
        count = min(pdfium_call("FPDFPage_CountObjects")(page), MAX_OBJECTS)
        for index in range(max(count, 0)):
            self._top = index
            self._object(get(page, index), _IDENTITY, 0)

    def outline_cells(self, strokes: Collection[int]) -> None:
        """Take the sides of bright boxes as lines, but for those that only lie under words."""
        for number, bright in enumerate(self.bright):
            if number not in strokes:
                self._edges(bright.sides, bright.box, closed=True)

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
        # a box filled in among empty ones is marked; bullets are all filled
        inked = self.inked if 2 * len(self.inked) < len(self.squares) else ()
        for box in self.squares:
            x0, top, x1, bottom = box
            marked = any(
                x0 - 2 <= (m[0] + m[2]) / 2 <= x1 + 2 and top - 2 <= (m[1] + m[3]) / 2 <= bottom + 2
                for m in self.strokes
            )
            marked = marked or box in inked
            key = round((x0 + x1) / 8), round((top + bottom) / 8)
            seen[key] = (box, marked or (key in seen and seen[key][1]))
        return tuple(seen.values())

    def _object(self, thing: int | None, outer: Matrix, depth: int) -> None:
        self._objects += 1
        if not thing or self._objects > MAX_OBJECTS:
            return
        kind = self._type_of(thing)
        if kind == _TEXT:
            self._text_seen = True
            if depth:
                self.nested[thing] = self._top
        elif kind == _PATH:
            self._path(thing, _times(self._matrix(thing), outer))
        elif kind == _IMAGE:
            self._image(_times(self._matrix(thing), outer))
        elif kind == _FORM and depth < MAX_DEPTH:
            inside = _times(self._matrix(thing), outer)
            get, count = pdfium_call("FPDFFormObj_GetObject"), pdfium_call("FPDFFormObj_CountObjects")(thing)
            for index in range(min(max(count, 0), MAX_OBJECTS)):
                self._object(get(thing, index), inside, depth + 1)
                if self._objects > MAX_OBJECTS:
                    return

    def _matrix(self, thing: int) -> Matrix:
        found = pdfium_call("FPDFPageObj_GetMatrix")(thing, MATRIX.place)
        return MATRIX.read() if found else _IDENTITY

    def _image(self, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        corners = [self.frame.point(e + x * a + y * c, f + x * b + y * d) for x in (0, 1) for y in (0, 1)]
        xs, ys = [p[0] for p in corners], [p[1] for p in corners]
        box = min(xs), min(ys), max(xs), max(ys)
        self.images.append(box)
        width, height = self.frame.size
        if self._text_seen and (box[2] - box[0]) * (box[3] - box[1]) > _PAGE_SIZED * width * height:
            self.text_under_image = True

    def _path(self, path: int, matrix: Matrix) -> None:
        count = pdfium_call("FPDFPath_CountSegments")(path)
        self._segments += count
        if count < 2 or self._segments > MAX_SEGMENTS:
            return
        found = pdfium_call("FPDFPath_GetDrawMode")(path, *_MODES.places)
        mode, stroked = _MODES.read() if found else (0, 0)
        if not mode and not stroked:
            return
        lines, curves, points = self._outline(path, count, matrix)
        if not mode and not curves and lines == [tuple(points)]:
            self._line(*lines[0])
            return
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = min(xs), min(ys), max(xs), max(ys)
        if curves:
            self.curved += 1
            small = _is_round_box(box, len(lines), curves)
            if small or not _is_rounded(box, lines):
                self._curved(path, box, (len(lines), curves, bool(stroked)), filled=bool(mode), small=small)
                return
            mode = mode if len(lines) <= _SINGLE else 0  # of two outlines only the ring between is filled
            lines = _sides(box)
        self._straight(path, box, lines, filled=bool(mode), stroked=bool(stroked))

    def _straight(self, path: int, box: Box, lines: list[Edge], *, filled: bool, stroked: bool) -> None:
        """Take a path of straight pieces: a bar, a box, a shaded cell, a rule."""
        if filled and self._bar(box):
            return
        level = all(abs(a[0] - b[0]) < 0.7 or abs(a[1] - b[1]) < 0.7 for a, b in lines)
        if not level:
            self.strokes.append(box)
            return
        if filled:
            dark = self._is_dark(path)
            self.fills.append((box, dark))
            low = not stroked and LOW[0] < box[3] - box[1] < LOW[1]
            if low and (bright := _bright(path)) is not None:
                self.bright.append(Bright(box, bright, lines))
                return
            if not stroked and not dark and self._whole_page(box):
                return
        self._edges(lines, box, closed=filled, inked=filled and self._is_inked(path))

    def _outline(
        self, path: int, count: int, matrix: Matrix
    ) -> tuple[list[Edge], int, list[tuple[float, float]]]:
        """The straight pieces of a path, the number of curves, and all its points."""
        (get, type_of, point_of, closes), (a, b, c, d, e, f) = self._segment_calls, matrix
        lines, points, curves, place = [], [], 0, self.frame.point
        first = last = (0.0, 0.0)
        _POINT.clear()
        for index in range(count):
            segment = get(path, index)
            kind = type_of(segment)
            point_of(segment, *_POINT.places)
            x, y = _POINT.read()
            here = place(x * a + y * c + e, x * b + y * d + f)
            points.append(here)
            if kind == _MOVE_TO:
                first = here
            elif kind == _LINE_TO:
                lines.append((last, here))
            elif kind == _BEZIER_TO:
                curves += 1
            if closes(segment):
                lines.append((here, first))
            last = here
        return lines, curves, points

    def _curved(
        self, path: int, box: Box, pieces: tuple[int, int, bool], *, filled: bool, small: bool
    ) -> None:
        """Take a path of straight and curved pieces, stroked or not: a tick box, a pen's line, a mark."""
        lines, curves, stroked = pieces
        wide, high = box[2] - box[0], box[3] - box[1]
        if small:
            self._round_box(path, box, filled=filled, straight=lines >= 4)
        elif stroked and curves >= 6 and 20 < wide < 300 and 6 < high < 120:
            self.ink.append(box)
        elif 2 < wide < 16 and 2 < high < 16:
            self.strokes.append(box)

    def _round_box(self, path: Any, box: Box, *, filled: bool, straight: bool) -> None:
        """A browser's tick box or radio button: an outline; filled in colour where it is chosen."""
        if not filled:
            self.squares.append(box)
        elif self._is_dark(path):
            self.strokes.append(box)
            if straight:
                self.squares.append(box)

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

    def _edges(self, lines: Sequence[Edge], box: Box, *, closed: bool, inked: bool = False) -> None:
        x0, top, x1, bottom = box
        wide, high = x1 - x0, bottom - top
        if 5 <= wide <= 20 and 5 <= high <= 20 and abs(wide - high) < 3 and len(lines) >= 3:
            self.squares.append(box)
            if inked:
                self.inked.append(box)
            return
        for (ax, ay), (bx, by) in lines:
            self._edge(ax, ay, bx, by)
        if closed and len(lines) == 3:
            self._edge(lines[-1][1][0], lines[-1][1][1], lines[0][0][0], lines[0][0][1])

    def _line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Take a straight line, as most rules are drawn."""
        (ax, ay), (bx, by) = start, end
        if abs(ax - bx) < 0.7 or abs(ay - by) < 0.7:
            self._edge(ax, ay, bx, by)
        else:
            self.strokes.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

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

    def _is_inked(self, thing: int) -> bool:
        colour = fill_colour(thing)
        return colour is not None and colour[3] > 200 and max(colour[:3]) < _INK

    def _is_dark(self, thing: int) -> bool:
        colour = fill_colour(thing)
        return colour is not None and colour[3] > 40 and min(colour[:3]) < 235


def _bright(thing: int) -> bool | None:
    """Whether a fill is of a highlighter's colour; False where it is white, None where neither."""
    red, green, blue, opacity = fill_colour(thing) or (0, 0, 0, 0)
    if opacity > 40 and max(red, green, blue) > 200 and min(red, green, blue) < 190:
        return True
    return False if min(red, green, blue) >= 250 else None


def fill_colour(thing: int) -> Colour | None:
    """The fill colour of a page object."""
    ask = quick_call("FPDFPageObj_GetFillColor", ctypes.c_int)
    found = ask(ctypes.c_void_p(thing), *_COLOUR.arguments)
    return _COLOUR.read() if found else None
