"""An edition leaves its items out whole, keeps the numbers of the rest, and says what still points there."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from tests.make_samples.guidance import make_faq

from hrdocs.editions.numbers import Numbering
from hrdocs.editions.publish import Published, publish_edition
from hrdocs.editions.word import WordFile, paragraph_text
from hrdocs.errors import InputError
from hrdocs.tools.ooxml import W

DAY = dt.date(2026, 3, 2)
WINTER = "Departments set the winter contingency beside the ledger for such matters"


def publish(data: bytes, *items: str) -> Published:
    return publish_edition(data, name="x.docx", leave_out=items, title="Edition", creator="HR", day=DAY)


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def everything(docx: bytes) -> str:
    """All bytes of all parts, as text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def numbered(docx: bytes) -> list[tuple[int, str]]:
    """The numbers that Word prints, with their paragraphs."""
    file = WordFile(docx, name="edition.docx")
    paragraphs = list(file.body.iter(f"{W}p"))
    autos = Numbering(file).read(paragraphs)
    return [(autos[p].value, paragraph_text(p)) for p in paragraphs if p in autos and autos[p].list_id != "0"]


def test_the_sample_edition_for_managers() -> None:
    """Questions 25 and 26 are gone with their heading, 27 is still 27, and two places still point there."""
    made = publish(make_faq(), "25", "26")
    questions = [row for row in numbered(made.docx) if row[1].endswith("?")]
    assert [number for number, _ in questions] == [*range(1, 25), *range(27, 31)]
    assert dict(questions)[27] == "What is kept?"
    text = everything(made.docx)
    assert "trained managers there are" not in text
    assert "The department as an employer" not in text
    assert [reference.split()[-1] for reference in made.references] == ["25.", "editions."]


def typed(count: int = 30) -> Any:
    document = Document()
    for number in range(1, count + 1):
        document.add_paragraph(f"Question {number}. What about matter {number}?")
        words = WINTER if number in (25, 26) else f"Answer to matter number {number}."
        document.add_paragraph(words)
        document.add_paragraph(f"1. first, 2. second for {number}")
    return document


def test_typed_numbers_are_found_too() -> None:
    """Numbers that somebody typed stay as they are, lists in the answers do not count."""
    made = publish(saved(typed()), "25", "26")
    text = everything(made.docx)
    assert WINTER not in text
    assert re.findall(r"Question (\d+)\.", text) == [str(n) for n in (*range(1, 25), *range(27, 31))]
    assert made.references == ()


def test_rows_of_a_table_are_items() -> None:
    """Questions in a table go row by row."""
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for number in range(1, 5):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"{number}. What?", WINTER if number == 3 else f"Answer {number}"
    text = everything(publish(saved(document), "3").docx)
    assert WINTER not in text
    assert "Answer 4" in text


@pytest.mark.parametrize("way", ["comment", "deleted", "hidden", "property", "bookmark", "custom part"])
def test_no_trace_is_left(way: str) -> None:
    """What hides in comments, earlier revisions, hidden text or properties does not get through."""
    document = typed(30)
    paragraph = document.paragraphs[3]
    if way == "comment":
        document.add_comment(paragraph.runs[0], text=WINTER, author="A")
    elif way == "deleted":
        paragraph._p.append(
            parse_xml(
                f'<w:del xmlns:w="{W[1:-1]}" w:id="9" w:author="A">'
                f"<w:r><w:delText>{WINTER}</w:delText></w:r></w:del>"
            )
        )
    elif way == "hidden":
        run = paragraph.add_run(WINTER)
        run.font.hidden = True
    elif way == "property":
        document.core_properties.comments = document.core_properties.subject = WINTER
    elif way == "bookmark":
        mark = OxmlElement("w:sdt")
        properties = OxmlElement("w:sdtPr")
        alias = OxmlElement("w:alias")
        alias.set(qn("w:val"), WINTER)
        properties.append(alias)
        mark.append(properties)
        mark.append(OxmlElement("w:sdtContent"))
        paragraph._p.append(mark)
    data = saved(document)
    if way == "custom part":
        out = io.BytesIO(data)
        with zipfile.ZipFile(out, "a") as package:
            package.writestr("customXml/item9.xml", f"<a>{WINTER}</a>")
        data = out.getvalue()
    assert WINTER not in everything(publish(data, "25", "26").docx)


def test_links_and_fields_to_a_left_out_item_are_reported() -> None:
    """A cross-reference field to a left-out item is for a person."""
    document = typed(30)
    heading = next(p for p in document.paragraphs if p.text.startswith("Question 25."))
    heading._p.insert(0, parse_xml(f'<w:bookmarkStart xmlns:w="{W[1:-1]}" w:id="7" w:name="_Ref99"/>'))
    document.paragraphs[0]._p.append(
        parse_xml(
            f'<w:fldSimple xmlns:w="{W[1:-1]}" w:instr=" REF _Ref99 \\h ">'
            "<w:r><w:t>there</w:t></w:r></w:fldSimple>"
        )
    )
    assert publish(saved(document), "25").references == ("Question 1. What about matter 1?there",)


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("see question 25", True),
        ("see Q26 below", True),
        ("questions 24 to 27", True),
        ("questions 3, 7 and 25", True),
        ("25 people came", False),
        ("see question 12", False),
    ],
)
def test_references_in_words(words: str, points: bool) -> None:
    """Questions named by number are found in lists and spans too; other numbers are no references."""
    document = typed(30)
    document.add_paragraph(words)
    assert bool(publish(saved(document), "25", "26").references) is points


def test_a_missing_item_is_an_error() -> None:
    """A document without question 25 is the wrong document."""
    with pytest.raises(InputError, match="has no item 25: its items are numbered 1 to 12"):
        publish(saved(typed(12)), "25")


def test_the_same_document_gives_the_same_edition() -> None:
    """Byte for byte."""
    data = make_faq()
    assert publish(data, "25").docx == publish(data, "25").docx
