"""Reading PDF forms against pdfplumber, in one run on one core; prints a JSON line per comparison.

Flat forms: the whole Layout against pdfplumber's words and tables, table text compared.
Form fields: the whole Layout, entries with their labels, against pdfplumber's fields and words; and the
fields alone, no page's text, of both.
"""

import gc
import io
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdftypes import resolve1

from hrdocs.document import Row
from hrdocs.read.pdf import read_pdf
from hrdocs.read.pdf_widgets import Widget, read_widgets
from hrdocs.tools.pdf_records import Page
from hrdocs.tools.pdfs import open_pdf, page_count

ROUNDS = 15


def seconds(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The best processor time of each over several rounds, in turns, after one to warm up."""
    best = [float("inf"), float("inf")]
    for round_number in range(ROUNDS + 1):
        for which, work in enumerate((ours, theirs)):
            gc.collect()  # what the other left behind
            start = time.process_time()
            work()
            if round_number:
                best[which] = min(best[which], time.process_time() - start)
    return best[0], best[1]


def flat_form(pages: int = 2) -> bytes:
    """A complaint form as exported by a word processor: labels and answers in ruled tables."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()["BodyText"]
    story: list[Any] = []
    for page in range(pages):
        story.append(Paragraph("Formal complaint form", getSampleStyleSheet()["Heading1"]))
        story.append(Paragraph("Please complete every section and return the form to us. " * 4, style))
        long = "He shouted at me in front of the others and walked off. " * 12
        rows = [
            [Paragraph(f"{label} {page}", style), Paragraph(answer, style)]
            for label, answer in (
                ("Name", "Jane O'Neill"), ("Department", "Parks and Leisure"), ("Job title", "Ranger"),
                ("E-mail", "jane.oneill@council.example"), ("Telephone", "028 9649 6123"),
                ("Person complained about", "Mark Byrne"), ("Details", long), ("Witnesses", "Ann Reid"),
                ("Steps taken", "I told my manager on 3 March 2025."), ("Signed", "Jane O'Neill"),
            )
        ]  # fmt: skip
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
        story += [Table(rows, colWidths=[150, 330], style=grid), Spacer(1, 12), PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def field_form(pages: int = 3, each: int = 25) -> bytes:
    """A form with text fields, tick boxes and radio buttons, labels beside them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4)
    for page in range(pages):
        for i in range(each):
            y = 800 - i * 30
            sheet.drawString(50, y, f"Question {i} of section {page}:")
            sheet.acroForm.textfield(name=f"Text{page * each + i}", x=250, y=y - 5, width=250, height=18,
                                     value=f"Answer {page} {i}")  # fmt: skip
        sheet.acroForm.checkbox(name=f"tick{page}", x=50, y=20, size=12, checked=page == 1)
        sheet.drawString(70, 22, "I agree")
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def peer_flat(data: bytes) -> list[list[list[str | None]]]:
    """pdfplumber's words and tables of every page; the tables."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        tables = []
        for page in pdf.pages:
            page.extract_words()
            tables += page.extract_tables()
        return tables


def peer_fields(data: bytes, *, words: bool) -> dict[str, Any]:
    """pdfplumber's form fields, with the pages' words where labels are wanted."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        found: dict[str, Any] = {}

        def walk(item: Any, prefix: str) -> None:
            entry = resolve1(item)
            name = prefix + str(entry.get("T"))
            for kid in resolve1(entry.get("Kids", [])):
                walk(kid, name + ".")
            found[name] = resolve1(entry.get("V"))

        for item in resolve1(resolve1(pdf.doc.catalog["AcroForm"])["Fields"]):
            walk(item, "")
        if words:
            for page in pdf.pages:
                page.extract_words()
        return found


def our_fields(data: bytes) -> list[Widget]:
    """The fields alone, as the reading of a form begins: no words of the page, no labels."""
    with open_pdf(data, name="b") as document:
        document.init_forms()
        pages = [Page(n, 595, 842, 0, (), ()) for n in range(1, page_count(document) + 1)]
        found = (read_widgets(document, lambda: document, page, appearances=False) for page in pages)
        return [widget for own in found for widget in own]


def same_tables(data: bytes) -> bool:
    """Whether every table cell's text is pdfplumber's, white space aside.

    pdfplumber drops tables of one cell, which are kept here: such rows of ours are not compared.
    """

    def plain(text: str) -> str:
        return "".join(text.split())

    theirs = [[plain(cell) for cell in row if cell is not None] for table in peer_flat(data) for row in table]
    ours = [
        [plain(cell.text) for cell in block.cells]
        for block in read_pdf(data, name="bench.pdf").blocks
        if isinstance(block, Row) and block.ruled
    ]
    return [row for row in ours if len(row) > 1] == [row for row in theirs if len(row) > 1]


def main() -> None:
    """Print one JSON line per comparison."""
    flats = [("flat form, made here", flat_form())]
    flats += [(Path(name).name, Path(name).read_bytes()) for name in sys.argv[1:]]
    for title, data in flats:
        ours, theirs = seconds(partial(read_pdf, data, name="b"), partial(peer_flat, data))
        print(json.dumps({
            "bench": "pdf-flat", "what": title, "peer": "pdfplumber words and tables",
            "ours_ms": round(ours * 1e3, 2), "peer_ms": round(theirs * 1e3, 2),
            "ratio": round(theirs / ours, 1), "at_least": 10, "same_table_text": same_tables(data),
        }))  # fmt: skip
    data = field_form()
    fields = "fields alone: names, kinds, values, hints, places"
    for words, what, read, peer in (
        (True, "form fields with labels", partial(read_pdf, data, name="b"), "pdfplumber fields and words"),
        (False, fields, partial(our_fields, data), "pdfplumber fields alone: names and values"),
    ):
        ours, theirs = seconds(read, partial(peer_fields, data, words=words))
        print(json.dumps({
            "bench": "pdf-acroform", "what": what, "peer": peer,
            "ours_ms": round(ours * 1e3, 2), "peer_ms": round(theirs * 1e3, 2),
            "ratio": round(theirs / ours, 1), "at_least": 5,
        }))  # fmt: skip


if __name__ == "__main__":
    main()
