"""Filling in letters: a compiled template against docxtpl's DocxTemplate(…).render + save in the same run.

One core, processor time, the same template, context and Jinja environment; before a figure is taken both
must give the same members with the same bytes. Prints one line of JSON for each bench: in memory, to
disk, and for a template with a table, which needs the tree.
"""

import datetime as dt
import io
import json
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl import DocxTemplate

from hrdocs.letters.author import make_template
from hrdocs.letters.compiled import CompiledTemplate
from hrdocs.letters.facts import Facts
from hrdocs.letters.pdf import _convert, render_pdfs
from hrdocs.letters.strict import environment
from hrdocs.letters.template import render_letter
from hrdocs.tools.pdf_splitting import is_same_layout
from hrdocs.tools.soffice import find_soffice

ROUNDS, PEER_LETTERS, OUR_LETTERS = 5, 5, 100
PDFS, PDFS_ALONE = 100, 4
NOW = dt.datetime(2025, 12, 5, tzinfo=dt.UTC)
TEXT = """
@address
# Your complaint of {{ complaint.received }}
Thank you for your complaint about {{ respondent.name }}, which we received on {{ complaint.received }}.
We will look at it under {{ policy.title }}, and we will treat it in confidence. Nothing has been decided.
{%p if acts %}
You complained about:
{%p for act in acts %}
- {{ act.text }}{% if act.dates %} ({{ act.dates }}){% endif %}
{%p endfor %}
{%p endif %}
## What happens next
We will invite you to a meeting by **{{ deadlines.first_meeting }}**. You may bring a work colleague or a
trade union representative with you. Tell us if you need anything to be arranged so that you can take part.
- Keep what you have in writing, such as messages and notes.
- Please do not talk about this with people who may be asked about it.
@sign-off
"""
CONTEXT: dict[str, Any] = {
    "letter": {"date": "Friday 5 December 2025", "title": "Your complaint"},
    "our_ref": "DW-2025-014",
    "policy": {"title": "Dignity at Work Policy", "version": "version 2"},
    "organisation": {
        "name": "Lough Aird Borough Council",
        "address": ["Aird House", "12 Harbour Row", "Ballinderg"],
        "department": "Human Resources",
        "phone": "028 9649 6100",
        "email": "hr@loughaird.example",
    },
    "reader": {"name": "Ann Boyle", "greeting": "Ann Boyle", "address": ["4 Mill Lane", "Ballinderg"]},
    "sender": {
        "name": "Niall Greer",
        "title": "HR Officer",
        "phone": "028 9649 6113",
        "email": "n@x.example",
    },
    "complaint": {"received": "Monday 1 December 2025"},
    "respondent": {"name": "Tom O'Hagan"},
    "deadlines": {"first_meeting": "Friday 12 December 2025"},
    "acts": [
        {"text": 'He shouted at me in the yard & said "go home"', "dates": "5 September 2025"},
        {"text": "He left me out of the rota", "dates": "8 and 9 September 2025"},
        {"text": "He moved my desk", "dates": None},
    ],
}


def as_facts(value: Any, path: str = "") -> Any:
    if isinstance(value, dict):
        return Facts({k: as_facts(v, f"{path}.{k}".lstrip(".")) for k, v in value.items()}, path)
    return [as_facts(v, path) for v in value] if isinstance(value, list) else value


def with_table(data: bytes) -> bytes:
    """The same letter with its acts in a table, a row for each."""
    document = Document(io.BytesIO(data))
    table = document.add_table(0, 2)
    for cells in (
        ("{%tr for act in acts %}", ""),
        ("{{ act.text }}", "{{ loop.index }}"),
        ("{%tr endfor %}", ""),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def seconds(work: Callable[[], object], letters: int) -> float:
    """Processor time per letter."""
    start = time.process_time()
    for _ in range(letters):
        work()
    return (time.process_time() - start) / letters


def compare(name: str, data: bytes, at_least: int, path: Path | None = None) -> None:
    jinja, facts = environment(), as_facts(CONTEXT)
    compiled = CompiledTemplate(data, jinja)

    def ours() -> bytes:
        letter = compiled.render(facts)
        if path is not None:
            path.write_bytes(letter)
        return letter

    def peer() -> bytes:
        tpl = DocxTemplate(io.BytesIO(data))
        tpl.render(facts, jinja)
        if path is not None:
            tpl.save(str(path))
            return b""
        out = io.BytesIO()
        tpl.save(out)
        return out.getvalue()

    theirs = peer() or (path.read_bytes() if path else b"")
    assert members(ours()) == members(theirs), name
    rounds = [(seconds(ours, OUR_LETTERS), seconds(peer, PEER_LETTERS)) for _ in range(ROUNDS)]
    ours_s, peer_s = (min(times) for times in zip(*rounds, strict=True))
    row = {
        "bench": f"letters {name}",
        "peer": "docxtpl",
        "ours_s": round(ours_s, 6),
        "peer_s": round(peer_s, 6),
        "ratio": round(peer_s / ours_s, 1),
        "at_least": at_least,
        "needs_tree": compiled.needs_tree is not None,
    }
    print(json.dumps(row))


def compare_pdfs(data: bytes, at_least: float) -> None:
    """Many letters as PDF against one call for each, in elapsed time: LibreOffice is a process of its own.

    Every letter that was also converted alone must have its glyphs at the same places.
    """
    letters = [render_letter(data, {**CONTEXT, "our_ref": f"DW-2025-{n:03d}"}, now=NOW) for n in range(PDFS)]
    start = time.perf_counter()
    alone = [_convert([letter], 1, "pdf")[0] for letter in letters[:PDFS_ALONE]]
    peer_s = (time.perf_counter() - start) / PDFS_ALONE
    start = time.perf_counter()
    made = render_pdfs(letters)
    ours_s = (time.perf_counter() - start) / PDFS
    assert all(map(is_same_layout, alone, made))
    row = {
        "bench": "letters as pdf",
        "peer": "one soffice call for each",
        "letters": PDFS,
        "ours_s": round(ours_s, 4),
        "peer_s": round(peer_s, 4),
        "ratio": round(peer_s / ours_s, 1),
        "at_least": at_least,
    }
    print(json.dumps(row))


def main() -> None:
    data = make_template(TEXT, title="Your complaint")
    compare("in memory", data, 50)
    with tempfile.TemporaryDirectory() as folder:
        compare("to disk", data, 25, Path(folder) / "letter.docx")
    compare("by tree", with_table(data), 20)
    if find_soffice() is not None:
        compare_pdfs(data, 12)


if __name__ == "__main__":
    main()
