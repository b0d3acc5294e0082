"""A printed form: text, ruling lines, boxes and form fields. `y` counts down from the page's top."""

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

_HIGH = A4[1]
_DARK = HexColor("#20385A")
_SHADE = HexColor("#DDE3E8")


class Sheet:
    """Draws one form; the fields that `finish` fills are those of the blank."""

    def __init__(self) -> None:
        self._held = io.BytesIO()
        self._pen = Canvas(self._held, pagesize=A4, invariant=1)
        self._fields: Any = self._pen.acroForm  # its stubs know whole points only
        self._values: dict[str, str] = {}
        self._ticks: dict[str, str] = {}

    def text(self, x: float, y: float, text: str, *, bold: bool = False, size: float = 10) -> None:
        self._pen.setFillColor(HexColor("#000000"))
        self._pen.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self._pen.drawString(x, _HIGH - y, text)

    def block(self, x: float, y: float, wide: float, text: str, *, size: float = 10) -> float:
        """Text broken into lines; gives the y below it."""
        for line in simpleSplit(text, "Helvetica", size, wide):
            self.text(x, y, line, size=size)
            y += size * 1.25
        return y

    def box(self, x: float, y: float, wide: float, high: float, *, shaded: bool = False) -> None:
        """A rectangle with its upper left corner at x, y."""
        if shaded:
            self._pen.setFillColor(_SHADE)
        self._pen.rect(x, _HIGH - y - high, wide, high, fill=int(shaded))

    def band(self, x: float, y: float, wide: float, text: str) -> None:
        """A dark band with a heading in white on it."""
        self._pen.setFillColor(_DARK)
        self._pen.rect(x, _HIGH - y - 22, wide, 22, fill=1)
        self._pen.setFillColor(HexColor("#FFFFFF"))
        self._pen.setFont("Helvetica-Bold", 12)
        self._pen.drawString(x + 6, _HIGH - y - 16, text)

    def one_of(self, name: str, value: str, x: float, y: float, *, on: bool) -> None:
        """One box of a field that has several, each with its own value."""
        self._fields.radio(
            name=name,
            value=value,
            selected=False,
            x=x,
            y=_HIGH - y - 2,
            size=11,
            buttonStyle="check",
            shape="square",
        )
        if on:
            self._ticks[name] = f"/{value}"

    def rule(self, x0: float, x1: float, y: float) -> None:
        self._pen.line(x0, _HIGH - y, x1, _HIGH - y)

    def square(self, x: float, y: float, *, ticked: bool, size: float = 9) -> None:
        """A small drawn box to tick, its lower edge on the line at y."""
        self._pen.rect(x, _HIGH - y - 1, size, size)
        if ticked:
            self._pen.line(x + 1, _HIGH - y, x + size - 1, _HIGH - y + size - 2)
            self._pen.line(x + 1, _HIGH - y + size - 2, x + size - 1, _HIGH - y)

    def comb(self, x: float, y: float, count: int, text: str, *, wide: float = 16, high: float = 18) -> float:
        """Boxes for one character each; gives the x behind them."""
        for number in range(count):
            self.box(x + number * wide, y, wide, high)
            if number < len(text):
                self.text(x + number * wide + 4, y + high - 5, text[number])
        return x + count * wide

    def field(
        self,
        name: str,
        at: tuple[float, float, float, float],
        value: str,
        *,
        hint: str = "",
        many: bool = False,
    ) -> None:
        """A text field in the box x, y, width, height."""
        x, y, wide, high = at
        self._fields.textfield(
            name=name, tooltip=hint or None, x=x, y=_HIGH - y - high, width=wide, height=high,
            borderWidth=1, fontSize=9, fieldFlags="multiline" if many else "",
        )  # fmt: skip
        if value:
            self._values[name] = value

    def tick(self, name: str, x: float, y: float, *, on: bool, hint: str = "") -> None:
        """A tick box whose lower edge is on the line at y."""
        self._fields.checkbox(name=name, tooltip=hint or None, x=x, y=_HIGH - y - 2, size=11)
        if on:
            self._ticks[name] = "/Yes"

    def radio(self, name: str, value: str, x: float, y: float, *, on: bool) -> None:
        """One button of a group."""
        self._fields.radio(name=name, value=value, selected=False, x=x, y=_HIGH - y - 2, size=11)
        if on:
            self._ticks[name] = f"/{value}"

    def page(self) -> None:
        self._pen.showPage()

    def finish(self) -> bytes:
        """The file: as drawn, or with its fields filled as a program for PDF forms fills them."""
        self._pen.showPage()
        self._pen.save()
        if not self._values and not self._ticks:
            return self._held.getvalue()
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(self._held.getvalue())))
        for page in writer.pages:
            writer.update_page_form_field_values(page, self._values, auto_regenerate=False)
            for note in page.get("/Annots", []):
                self._set_button(note.get_object())
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    def _set_button(self, widget: Any) -> None:
        parent = widget.get("/Parent")
        holder = parent.get_object() if parent is not None else widget
        state = self._ticks.get(str(holder.get("/T", "")))
        if state is None or "/AP" not in widget:
            return
        if state in widget["/AP"]["/N"]:
            widget[NameObject("/AS")] = NameObject(state)
            holder[NameObject("/V")] = NameObject(state)
        elif "/AS" in widget:
            widget[NameObject("/AS")] = NameObject("/Off")
