"""Makes the PDF files of the tests. Synthetic people only."""

import io
from collections.abc import Callable, Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)  # fmt: skip
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw) -> bytes:
    """A PDF whose pages are drawn by functions of a canvas."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def grid(canvas: Canvas, rows: Sequence[Sequence[str]], *, top: float = 100, high: float = 30) -> None:
    """A ruled table of two or more columns, its text in the middle of each cell."""
    xs = [50 + i * 495 / len(rows[0]) for i in range(len(rows[0]) + 1)]
    ys = [HEIGHT - top - i * high for i in range(len(rows) + 1)]
    canvas.grid(xs, ys)
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            for number, line in enumerate(text.split("\n")):
                canvas.drawString(x + 4, y - 12 - 12 * number, line)


def text_at(*lines: tuple[float, float, str]) -> Draw:
    """Texts at places counted from the top left."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in lines:
            canvas.drawString(x, HEIGHT - y, text)

    return draw


def floats(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])


def rect(x0: float, top: float, x1: float, bottom: float) -> ArrayObject:
    """A rectangle given from the top left."""
    return floats((x0, HEIGHT - bottom, x1, HEIGHT - top))


class Form:
    """Adds annotations and fields to a PDF, as other programs would write them."""

    def __init__(self, data: bytes) -> None:
        self.writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
        self.fields = ArrayObject()

    def annotation(self, page: int, **keys: object) -> DictionaryObject:
        """Put an annotation on a page (from 1); keys as in the file, without their slash."""
        thing = DictionaryObject({NameObject("/Type"): NameObject("/Annot")})
        for key, value in keys.items():
            thing[NameObject("/" + key)] = value
        reference = self.writer._add_object(thing)
        sheet = self.writer.pages[page - 1]
        if "/Annots" not in sheet:
            sheet[NameObject("/Annots")] = ArrayObject()
        sheet["/Annots"].append(reference)  # type: ignore[attr-defined]
        return thing

    def free_text(self, page: int, box: ArrayObject, text: str) -> None:
        self.annotation(
            page, Subtype=NameObject("/FreeText"), Rect=box, Contents=TextStringObject(text),
            DA=TextStringObject("/Helv 11 Tf 0 g"),
        )  # fmt: skip

    def widget(self, page: int, box: ArrayObject, **keys: object) -> DictionaryObject:
        """A widget that is its own field, unless it has a parent."""
        thing = self.annotation(page, Subtype=NameObject("/Widget"), Rect=box, F=NumberObject(4), **keys)
        if "Parent" not in keys:
            self.fields.append(thing.indirect_reference)
        return thing

    def text(self, page: int, box: ArrayObject, name: str, value: str, **keys: object) -> DictionaryObject:
        return self.widget(
            page, box, FT=NameObject("/Tx"), T=TextStringObject(name), V=TextStringObject(value), **keys
        )

    def field(self, **keys: object) -> DictionaryObject:
        """A field without a widget of its own."""
        thing = DictionaryObject({NameObject("/" + key): value for key, value in keys.items()})
        self.writer._add_object(thing)
        thing[NameObject("/Kids")] = ArrayObject()
        if "Parent" not in keys:
            self.fields.append(thing.indirect_reference)
        return thing

    def drawn(self, text: str, width: float = 200, height: float = 18) -> DictionaryObject:
        """An appearance that draws a text."""
        stream = DecodedStreamObject()
        stream.set_data(f"/Tx BMC q BT /Helv 11 Tf 0 g 2 5 Td ({text}) Tj ET Q EMC".encode("latin-1"))
        font = DictionaryObject({
            NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        })  # fmt: skip
        stream.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): floats((0, 0, width, height)),
            NameObject("/Resources"): DictionaryObject({
                NameObject("/Font"): DictionaryObject({NameObject("/Helv"): font}),
            }),
        })  # fmt: skip
        return DictionaryObject({NameObject("/N"): self.writer._add_object(stream)})

    def states(self, *names: str) -> DictionaryObject:
        """The appearance of a button that may be off or in one of the named states."""
        empty = DecodedStreamObject()
        empty.set_data(b"")
        empty.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): floats((0, 0, 12, 12)),
        })  # fmt: skip
        reference = self.writer._add_object(empty)
        looks = DictionaryObject({NameObject("/" + name): reference for name in (*names, "Off")})
        return DictionaryObject({NameObject("/N"): looks})

    def bytes(self, *, needs_appearances: bool | None = None, **keys: object) -> bytes:
        """The finished file."""
        if self.fields or keys:
            form = DictionaryObject({NameObject("/Fields"): self.fields})
            if needs_appearances is not None:
                form[NameObject("/NeedAppearances")] = BooleanObject(needs_appearances)
            for key, value in keys.items():
                form[NameObject("/" + key)] = value
            self.writer._root_object[NameObject("/AcroForm")] = self.writer._add_object(form)
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()
