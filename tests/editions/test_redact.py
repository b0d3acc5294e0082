"""A release copy holds nothing of what its reader may not have, in any part of the file."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Inches
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from hrdocs.editions.redact_pdf import redact_pdf
from hrdocs.editions.redact_word import redact_word
from hrdocs.editions.release import Released
from hrdocs.errors import InputError
from hrdocs.rules.redaction import Withheld
from hrdocs.rules.withholding import Secret
from hrdocs.tools.ooxml import W
from hrdocs.tools.pdf_release import read_lines

DAY = dt.date(2026, 3, 2)
WITHHELD = (
    Withheld(Secret("Saoirse Quinlan", "name", "another party (witness)"), "[Redacted: witness]"),
    Withheld(Secret("s.quinlan@coast.example", "contact", "another party (witness)"), "[Redacted: witness]"),
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TRACES = ("saoirse", "quinlan")


def word_copy(document: Any, *, keep_pictures: bool = False) -> Released:
    out = io.BytesIO()
    document.save(out)
    return redact_word(
        out.getvalue(), WITHHELD, name="x.docx", known=(), keep_pictures=keep_pictures, day=DAY
    )


def all_bytes(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist()).lower()


def test_a_name_split_over_runs_cells_headers_and_boxes_is_gone() -> None:
    """Wherever it stands and however Word has cut it up."""
    document = Document()
    paragraph = document.add_paragraph("I told ")
    for piece in ("Sao", "irse", " Quin", "lan"):
        paragraph.add_run(piece).bold = piece == "irse"
    paragraph.add_run("'s manager.")
    document.add_table(1, 1).cell(0, 0).text = "s.quinlan@coast.example"
    document.sections[0].header.paragraphs[0].text = "About Ms Quinlan"
    document.core_properties.comments = "Saoirse Quinlan"
    document.add_comment(paragraph.runs[0], text="Saoirse", author="Saoirse Quinlan")
    copy = word_copy(document)
    text = all_bytes(copy.data)
    assert not any(trace in text for trace in TRACES)
    again = Document(io.BytesIO(copy.data))
    assert again.paragraphs[0].text == "I told [Redacted: witness] manager."
    assert again.tables[0].cell(0, 0).text == "[Redacted: witness]"
    assert len(copy.removed) == 3


@pytest.mark.parametrize("way", ["deleted", "hidden", "link", "alternative text", "bookmark", "field"])
def test_what_hides_goes_too(way: str) -> None:
    """Earlier revisions, hidden text, link targets, alternative texts, bookmarks and field codes."""
    document = Document()
    paragraph = document.add_paragraph("Plain words. ")
    space = f'xmlns:w="{W[1:-1]}"'
    if way == "deleted":
        words = "<w:r><w:delText>Saoirse Quinlan</w:delText></w:r>"
        paragraph._p.append(parse_xml(f'<w:del {space} w:id="3" w:author="S Quinlan">{words}</w:del>'))
    elif way == "hidden":
        paragraph.add_run("Saoirse Quinlan").font.hidden = True
    elif way == "link":
        key = document.part.relate_to(
            "mailto:s.quinlan@coast.example", f"{OFFICE}/hyperlink", is_external=True
        )
        link = (
            f'<w:hyperlink {space} xmlns:r="{OFFICE}" r:id="{key}"><w:r><w:t>mail</w:t></w:r></w:hyperlink>'
        )
        paragraph._p.append(parse_xml(link))
    elif way == "bookmark":
        paragraph._p.append(parse_xml(f'<w:bookmarkStart {space} w:id="4" w:name="Quinlan"/>'))
    elif way == "field":
        paragraph._p.append(
            parse_xml(
                f'<w:fldSimple {space} w:instr=" AUTHOR Quinlan "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
            )
        )
    else:
        picture = io.BytesIO()
        Image.new("L", (20, 20)).save(picture, "PNG")
        document.add_picture(picture, width=Inches(1))
        drawn = document.inline_shapes[0]._inline.docPr
        drawn.set("descr", "Saoirse Quinlan")
    copy = word_copy(document, keep_pictures=True)
    assert not any(trace in all_bytes(copy.data) for trace in TRACES)
    assert "plain words" in all_bytes(copy.data)


def test_pictures_are_left_out_and_listed() -> None:
    """Nobody looked into them."""
    document = Document()
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")
    document.add_picture(picture, width=Inches(1))
    copy = word_copy(document)
    assert copy.pictures == ("word/media/image1.png",)
    assert "picture left out" in all_bytes(copy.data)
    with zipfile.ZipFile(io.BytesIO(copy.data)) as package:
        assert not [name for name in package.namelist() if "media" in name]


def printed(*, value: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setAuthor("Saoirse Quinlan")
    canvas.drawString(72, 700, "The meeting was seen by Saoirse Quinlan and by nobody else.")
    canvas.drawString(72, 680, "Her address is s.quinlan@coast.example, she says.")
    canvas.drawString(72, 660, "This line stays as it is.")
    if value:
        canvas.acroForm.textfield(name="witness", value=value, x=72, y=600, width=300, height=20)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_copy(data: bytes) -> Released:
    return redact_pdf(data, WITHHELD, name="x.pdf", known=(), keep_pictures=False, day=DAY)


def test_a_pdf_is_made_anew_without_the_words() -> None:
    """Text, form values and properties; the rest can still be read and searched."""
    copy = pdf_copy(printed(value="Saoirse Quinlan"))
    lines = [text for _, text in read_lines(copy.data, name="copy.pdf")]
    assert lines[:3] == [
        "The meeting was seen by [Redacted: witness] and by nobody else.",
        "Her address is [Redacted: witness], she says.",
        "This line stays as it is.",
    ]
    assert not any(trace in "\n".join(lines).lower() for trace in TRACES)
    assert not any(trace.encode() in copy.data.lower() for trace in TRACES)
    assert {removed.where for removed in copy.removed} == {"page 1"}


def test_a_file_of_another_kind_is_refused() -> None:
    """What is no Word file gets one clear line."""
    with pytest.raises(InputError):
        redact_word(b"PK\x03\x04 nothing", WITHHELD, name="x.docx", known=(), keep_pictures=False, day=DAY)
