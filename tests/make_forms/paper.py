"""A blank form as a fillable PDF of the same look: form fields named as the form's definition names them.

Coordinates are points from the bottom left; `top` is how far down the page writing has come.
"""

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from tests.make_forms.parts import Blank, Box, Item, Kind, Part, Rows, Signing, Ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 51.0, A4[0] - 51.0, A4[1] - 66.0, 56.0
_WIDTH = _RIGHT - _LEFT
_LABEL = 165.0
_PLAIN, _BOLD = "Helvetica", "Helvetica-Bold"
_LINE, _GREY, _INK = HexColor("#8FA1AB"), HexColor("#44505A"), HexColor("#000000")
_EDGE = 2.0  # between a cell's line and the field in it


def make_paper(blank: Blank) -> bytes:
    """The PDF as bytes, the same at every run."""
    return _tab_order(_Paper(blank).write())


class _Paper:
    """Draws the pages from top to bottom, and a new one where the next item does not fit."""

    def __init__(self, blank: Blank) -> None:
        self.blank = blank
        self.held = io.BytesIO()
        self.canvas = Canvas(self.held, pagesize=A4, invariant=1, lang="en-GB")
        self.canvas.setTitle(blank.title)
        self.canvas.setSubject(blank.policy)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.dark, self.tint = HexColor(f"#{blank.colour}"), HexColor(f"#{blank.tint}")
        self.total = 0
        self.top = _TOP

    def write(self) -> bytes:
        self.total = _Count(self.blank).pages if type(self) is _Paper else 0
        self._furniture()
        self._text(self.blank.title, _BOLD, 20, self.dark, after=4)
        self._text(self.blank.subtitle, _PLAIN, 11, _GREY, after=8)
        for text in self.blank.intro:
            self._text(text, _PLAIN, 10, _INK, after=5)
        for part in self.blank.parts:
            self._part(part)
        self.canvas.showPage()
        self.canvas.save()
        return self.held.getvalue()

    def _furniture(self) -> None:
        pen = self.canvas
        pen.setFillColor(_GREY)
        pen.setFont(_PLAIN, 9)
        pen.drawString(_LEFT, A4[1] - 40, self.blank.policy)
        pen.drawString(_LEFT, 32, self.blank.title)
        pen.drawRightString(_RIGHT, 32, f"Page {pen.getPageNumber()} of {self.total}")
        pen.setFillColor(self.dark)
        pen.setFont(_BOLD, 9)
        pen.drawRightString(_RIGHT, A4[1] - 40, "Strictly confidential")
        self.top = _TOP

    def _new_page(self) -> None:
        self.canvas.showPage()
        self._furniture()

    def _room(self, height: float) -> None:
        if self.top - height < _BOTTOM:
            self._new_page()

    def _text(self, text: str, font: str, size: float, colour: Color, *, after: float = 0) -> None:
        for line in simpleSplit(text, font, size, _WIDTH):
            self.canvas.setFillColor(colour)
            self.canvas.setFont(font, size)
            self.top -= size * 1.22
            self.canvas.drawString(_LEFT, self.top + size * 0.22, line)
        self.top -= after

    def _part(self, part: Part) -> None:
        explained = sum(len(simpleSplit(t, _PLAIN, 10, _WIDTH)) * 12.2 + 5 for t in part.explained)
        if part.new_page:
            self._new_page()
        else:
            first = part.items[0]
            self._room(36 + explained + min(_height(first), 60))
            self.top -= 12
        self.canvas.setFillColor(self.dark)
        self.canvas.rect(_LEFT, self.top - 20, _WIDTH, 20, stroke=0, fill=1)
        self.canvas.setFillColor(HexColor("#FFFFFF"))
        self.canvas.setFont(_BOLD, 12)
        self.canvas.drawString(_LEFT + 5, self.top - 14.5, part.heading)
        self.top -= 25
        for text in part.explained:
            self._text(text, _PLAIN, 10, _INK, after=5)
        before: Item | None = None
        for item in part.items:
            if isinstance(item, Box) and item.new_page:
                self._new_page()
            elif before is not None and (isinstance(before, Rows) or _is_stacked(item)):
                self.top -= 6
            self._item(item)
            before = item

    def _item(self, item: Item) -> None:
        self._room(min(_height(item), _TOP - _BOTTOM))
        match item:
            case Rows():
                self._rows(item)
            case Signing(signed, day):
                x = [_LEFT, _LEFT + 65, _LEFT + 300, _LEFT + 355, _RIGHT]
                self._label(signed.label, "", x[0], x[1], 40)
                self._field(signed, x[1], x[2], 40)
                self._label(day.label, "", x[2], x[3], 40)
                self._field(day, x[3], x[4], 40)
                self.top -= 40
            case Ticks():
                self._ticks(item)
            case Box(stacked=True):
                label = _label_height(item, _WIDTH)
                self._label(item.label, item.hint, _LEFT, _RIGHT, label)
                self.top -= label
                height = min(item.height, self.top - _BOTTOM)
                self._field(item, _LEFT, _RIGHT, height)
                self.top -= height
            case Box():
                height = _height(item)
                self._label(item.label, item.hint, _LEFT, _LEFT + _LABEL, height)
                self._field(item, _LEFT + _LABEL, _RIGHT, height)
                self.top -= height

    def _rows(self, item: Rows) -> None:
        edges = [_LEFT]
        for column in item.columns:
            edges.append(edges[-1] + _WIDTH * column.share / 100)
        for place, column in enumerate(item.columns):
            self._label(column.heading, "", edges[place], edges[place + 1], 20)
        self.top -= 20
        for number in range(1, item.count + 1):
            for place, column in enumerate(item.columns):
                box = Box(f"{item.id}_{number}_{column.end}", column.title_of(number), "")
                self._field(box, edges[place], edges[place + 1], 22)
            self.top -= 22

    def _ticks(self, item: Ticks) -> None:
        height = _height(item)
        self._label(item.label, item.hint, _LEFT, _LEFT + _LABEL, height)
        self._frame(_LEFT + _LABEL, _RIGHT, height)
        x, y = _LEFT + _LABEL + 8, self.top - height / 2 - 6
        acroform: Any = self.canvas.acroForm  # its types know whole points only
        for name, words in item.options:
            acroform.checkbox(
                name=f"{item.id}_{name}",
                tooltip=words,
                x=x,
                y=y,
                size=12,
                buttonStyle="cross",
                borderWidth=0.75,
                borderColor=_GREY,
                fillColor=HexColor("#FFFFFF"),
                textColor=_INK,
                forceBorder=True,
            )
            self.canvas.setFillColor(_INK)
            self.canvas.setFont(_PLAIN, 10.5)
            self.canvas.drawString(x + 18, y + 2.5, words)
            x += 130
        self.top -= height

    def _frame(self, left: float, right: float, height: float, fill: Color | None = None) -> None:
        self.canvas.setStrokeColor(_LINE)
        self.canvas.setLineWidth(0.75)
        if fill is not None:
            self.canvas.setFillColor(fill)
        self.canvas.rect(left, self.top - height, right - left, height, stroke=1, fill=int(fill is not None))

    def _label(self, label: str, hint: str, left: float, right: float, height: float) -> None:
        self._frame(left, right, height, self.tint)
        y = self.top - 3
        for text, font, size, colour in ((label, _BOLD, 10.0, _INK), (hint, _PLAIN, 9.0, _GREY)):
            for line in simpleSplit(text, font, size, right - left - 10):
                y -= size * 1.18
                self.canvas.setFillColor(colour)
                self.canvas.setFont(font, size)
                self.canvas.drawString(left + 5, y, line)
            y -= 3

    def _field(self, box: Box, left: float, right: float, height: float) -> None:
        self._frame(left, right, height)
        several = box.kind in (Kind.SHORT, Kind.LONG)
        day = " (day/month/year)" if box.kind is Kind.DAY else ""
        acroform: Any = self.canvas.acroForm
        acroform.textfield(
            name=box.id,
            tooltip=box.label.rstrip(":") + day,
            x=left + _EDGE,
            y=self.top - height + _EDGE,
            width=right - left - 2 * _EDGE,
            height=height - 2 * _EDGE,
            fontName=_PLAIN,
            fontSize=10,
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            textColor=_INK,
            maxlen=20_000,
            fieldFlags="multiline" if several else "",
        )


class _Count(_Paper):
    """Draws the form once to see how many pages it takes."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self.write()
        self.pages = self.canvas.getPageNumber() - 1


def _is_stacked(item: Item) -> bool:
    return isinstance(item, Box) and item.stacked


def _label_height(box: Box, width: float) -> float:
    lines = len(simpleSplit(box.label, _BOLD, 10, width - 10)) * 11.8
    hints = len(simpleSplit(box.hint, _PLAIN, 9, width - 10)) * 10.62 + 3 if box.hint else 0
    return lines + hints + 8


def _height(item: Item) -> float:
    match item:
        case Rows():
            return 20 + 22 * item.count
        case Signing():
            return 40
        case Ticks():
            return max(26.0, _label_height(Box(item.id, item.label, "", hint=item.hint), _LABEL))
        case Box(stacked=True):
            return _label_height(item, _WIDTH) + (item.height if item.height < 500 else 90)
        case Box():
            return max(item.height, _label_height(item, _LABEL))


def _tab_order(data: bytes) -> bytes:
    """Say that the tab key goes from field to field in the order in which they were drawn."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/R")
        page[NameObject("/Annots")] = ArrayObject(page.get("/Annots", ArrayObject()))
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
