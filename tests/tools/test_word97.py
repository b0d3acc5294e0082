"""Word 97-2003 documents are read directly: tables, fields, marks, and refused in words where damaged."""

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.word_typing import boxed, in_field

from hrdocs.document import Layout, Line, Row
from hrdocs.errors import InputError
from hrdocs.read.docx import read_docx
from hrdocs.tools import soffice
from hrdocs.tools.word97 import open_word97
from hrdocs.tools.word97_xml import write_docx

needs_office = pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")


def made() -> bytes:
    """A form with what such files hold: a heading, merged cells, marks, a field, a text box."""
    import random

    document = docx.Document()
    document.add_heading("Formal complaint", 1)
    table = document.add_table(3, 3)
    table.rows[0].cells[0].merge(table.rows[0].cells[2]).text = "1. Personal details"
    for cell, text in zip(table.rows[1].cells, ("Name", "Zoë Żak", "ext. 14"), strict=True):
        cell.text = text
    table.rows[2].cells[0].text = "E-mail"
    in_field(table.rows[2].cells[1].paragraphs[0], "zoe@council.example", random.Random(1))  # noqa: S311
    paragraph = document.add_paragraph("Yes / ")
    paragraph.add_run("No").font.strike = True
    hidden = document.add_paragraph("Seen").add_run(" unseen")
    hidden.font.hidden = True
    document.add_paragraph("What happened")
    boxed(document.add_paragraph(), "He shouted at me.", 7)
    document.add_paragraph("Thank you")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("word97")
    (folder / "form.docx").write_bytes(made())
    return soffice.convert(folder / "form.docx", "doc", folder / "out", timeout=60).read_bytes()


def read(data: bytes) -> Layout:
    return read_docx(write_docx(open_word97(data, name="form.doc")), name="form.doc")


def texts(layout: Layout) -> list[object]:
    return [
        [c.text for c in b.cells] if isinstance(b, Row) else b.text
        for b in layout.blocks
        if isinstance(b, Row | Line)
    ]


@needs_office
def test_a_doc_says_what_its_docx_says(old: bytes) -> None:
    """Tables with merged cells, accents, text boxes and headings come out as they went in."""
    assert texts(read(old)) == texts(read_docx(made(), name="form.docx"))


@needs_office
def test_marks_and_fields_are_known(old: bytes) -> None:
    """Struck and hidden text is no answer; what was typed into a field is one."""
    layout = read(old)
    lines = [b.text for b in layout.blocks if isinstance(b, Line)]
    assert "Yes / " in [line if line.endswith(" ") else f"{line} " for line in lines]
    assert not any("unseen" in line for line in lines)
    filled = [c.filled for b in layout.blocks if isinstance(b, Row) for c in b.cells if c.filled]
    assert filled == ["zoe@council.example"]


@needs_office
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_refused_in_one_line(old: bytes, data: st.DataObject) -> None:
    """Whatever bytes are changed or cut off, it is read or refused."""
    at = data.draw(st.integers(0, len(old) - 1))
    piece = data.draw(st.binary(min_size=1, max_size=64))
    end = data.draw(st.sampled_from((len(old), len(old) // 2, at)))
    try:
        read((old[:at] + piece + old[at + len(piece) :])[:end])
    except InputError as refused:
        assert "\n" not in str(refused)


def test_something_else_is_refused() -> None:
    """Bytes that are no such container are named as damaged."""
    with pytest.raises(InputError) as caught:
        open_word97(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name="form.doc")
    assert caught.value.code == "damaged"
