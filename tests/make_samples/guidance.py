"""A department's guidance as questions and answers: thirty of them, made up, numbered by Word.

In faq.txt "# " begins a section, "? " a question, "- " a bullet of its answer.

Questions 25 and 26 are for the department as an employer. Question 12 and the note at the end point to
them, so that an edition without them has something to report.
"""

import datetime as dt
import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from hrdocs.tools.zipped import fix_zip

TITLE = "Handling allegations of harassment: questions and answers"
TEXT = Path(__file__).with_name("faq.txt")


def make_faq() -> bytes:
    """The document: headings, a numbered list that runs through, bullets, a comment's worth of history."""
    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Policy team"
    document.core_properties.created = document.core_properties.modified = dt.datetime(2026, 1, 12, 9)  # noqa: DTZ001
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    number = _numbered_list(document)
    document.add_heading(TITLE, 0)
    document.add_paragraph(
        "Thirty short answers. Every case is different: ask casework where you are not sure."
    )
    for line in filter(None, TEXT.read_text(encoding="utf-8").splitlines()):
        mark, words = line[:2], line[2:]
        if mark == "# ":
            document.add_heading(words, 1)
        elif mark == "? ":
            _number(document.add_heading(words, 2), number)
        elif mark == "- ":
            document.add_paragraph(words, "List Bullet")
        else:
            document.add_paragraph(line)
    document.add_paragraph("Questions 25 and 26 are advice to departments and are left out of some editions.")
    out = io.BytesIO()
    document.save(out)
    return fix_zip(out.getvalue())


def _numbered_list(document: Any) -> str:
    """A list of one level: 1. 2. 3. Returns its id."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("lvlText", "%1."), ("lvlJc", "left")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    root.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "90")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "90")
    num.append(reference)
    root.append(num)
    return "90"


def _number(paragraph: Any, list_id: str) -> None:
    properties = paragraph._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = 0
    numbering.get_or_add_numId().val = int(list_id)
