"""Letters as PDF."""

import io

import pytest
from pypdf import PdfReader

from hrdocs.letters.author import make_template
from hrdocs.letters.pdf import render_pdf, render_pdfs
from hrdocs.tools.soffice import find_soffice

BARE = (
    "--- first header ---\n--- header ---\n--- first footer ---\nPage <page> of <pages>\n"
    "--- footer ---\n--- letter ---\n"
)
needs_office = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")


def letter(text: str) -> bytes:
    return make_template(BARE + text, title="T")


def test_no_letters() -> None:
    """Nothing in, nothing out, and LibreOffice is not asked."""
    assert render_pdfs(()) == ()


@needs_office
def test_letters_in_order() -> None:
    """Each letter is its own PDF on A4, in the order given."""
    pages = [
        PdfReader(io.BytesIO(data)).pages for data in render_pdfs([letter("First one"), letter("Second")])
    ]
    assert [len(p) for p in pages] == [1, 1]
    assert "First one" in pages[0][0].extract_text()
    assert "Page 1 of 1" in pages[1][0].extract_text()
    assert [round(float(side)) for side in pages[0][0].mediabox[2:]] == [595, 842]


@needs_office
def test_one_letter() -> None:
    """One letter is one PDF."""
    assert render_pdf(letter("Only one")).startswith(b"%PDF-")
