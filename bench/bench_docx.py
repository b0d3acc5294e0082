"""Reading Word forms: read_docx against a python-docx walk of the same files in the same run.

The walk gives each paragraph and, for each row, the text of its cells, tables in cells included, in the
order of the document. It sees no content controls, so the forms here have none: both must find the same
text, or there is no figure. Prints one line of JSON; times are the best of several rounds.
"""

import io
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from hrdocs.document import Layout, Line, Row
from hrdocs.read.docx import read_docx

ROUNDS = 9
SECTIONS = {
    "Your details": ("Name", "Department", "Job title", "Work e-mail", "Work telephone"),
    "Your complaint": ("Who is the complaint against", "Date of incident(s)", "Protected ground", "Details"),
    "Steps taken already": ("Meetings held", "Others involved"),
    "Signature": ("Signed", "Date"),
}


def make_form(number: int) -> bytes:
    """A filled form of four tables, one of them with a table of witnesses in a cell."""
    document = docx.Document()
    document.add_heading("Formal complaints form", 0)
    for heading, labels in SECTIONS.items():
        document.add_heading(heading, 1)
        document.add_paragraph("Please complete every part of this section in block letters or by typing.")
        table = document.add_table(0, 2)
        for label in labels:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, f"{label} as answered on form {number}"
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Witnesses"
    inner = table.cell(0, 1).add_table(3, 3)
    for row in range(3):
        for column, value in enumerate(("Ann Boyle", f"w{row}@council.example", "028 9649 6001")):
            inner.cell(row, column).text = value
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def walk(container: Any) -> Iterator[str]:
    """The peer's walk: paragraphs and rows in order, a row's cells, then the tables within them."""
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.text:
                yield block.text
        elif isinstance(block, Table):
            yield from walk_table(block)


def walk_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = row.cells
        yield " | ".join("\n".join(p.text for p in cell.paragraphs).strip("\n") for cell in cells)
        for cell in cells:
            for nested in cell.tables:
                yield from walk_table(nested)


def read_peer(data: bytes) -> list[str]:
    document: Document = docx.Document(io.BytesIO(data))
    return list(walk(document))


def read_layout(data: bytes) -> Layout:
    return read_docx(data, name="form.docx")


def read_ours(data: bytes) -> list[str]:
    found: list[str] = []
    for block in read_layout(data).blocks:
        if isinstance(block, Line):
            found.append(block.text)
        elif isinstance(block, Row):
            found.append(" | ".join(cell.text for cell in block.cells))
    return found


def seconds(work: Callable[[bytes], object], files: list[bytes]) -> float:
    """Processor time per file."""
    start = time.process_time()
    for data in files:
        work(data)
    return (time.process_time() - start) / len(files)


def main() -> None:
    files = [make_form(number) for number in range(12)]
    lost = sum(set(read_peer(data)) != set(read_ours(data)) for data in files)
    rounds = [(seconds(read_layout, files), seconds(read_peer, files)) for _ in range(ROUNDS)]
    ours, peer = (min(times) for times in zip(*rounds, strict=True))
    print(
        json.dumps(
            {
                "bench": "docx",
                "peer": "python-docx walk",
                "files": len(files),
                "ours_ms": round(ours * 1000, 3),
                "peer_ms": round(peer * 1000, 3),
                "ratio": round(peer / ours, 1),
                "at_least": 8,
                "files_that_differ": lost,
            }
        )
    )


if __name__ == "__main__":
    main()
