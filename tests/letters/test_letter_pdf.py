"""Letters as PDF."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from hrdocs.errors import UnavailableError
from hrdocs.letters.author import make_template
from hrdocs.letters.merged import NotMergeableError, merge_letters, open_letter
from hrdocs.letters.pdf import render_pdf, render_pdfs
from hrdocs.tools.pdf_splitting import count_pages, is_same_layout, read_letters
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


BODY = "\n\n".join(
    f"This is paragraph {n} of the letter, and it goes on for a line or two." for n in range(70)
)


def docx_with_numbers() -> bytes:
    """A letter with a numbered list, whose numbers would run on in one file."""
    document = docx.Document()
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Yours sincerely")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@needs_office
def test_many_letters_through_one_file_are_as_each_by_itself() -> None:
    """Letters of one and of several pages: page counts, page numbers, glyphs and fonts are the same."""
    letters = [letter(f"Dear reader {n}\n\n{BODY if n % 3 == 0 else 'Short.'}") for n in range(5)]
    together = render_pdfs(letters)
    assert [count_pages(data) for data in together] == [2, 1, 1, 2, 1]
    alone = [render_pdf(letters[0]), render_pdf(letters[1])]
    assert all(map(is_same_layout, alone, together))
    assert "Page 1 of 2" in PdfReader(io.BytesIO(together[3])).pages[0].extract_text()
    assert all(f"Dear reader {n}" in read_letters(data) for n, data in enumerate(together))
    assert not any("Dear reader 0" in read_letters(data) for data in together[1:])


def test_what_cannot_be_merged_is_refused() -> None:
    """Several makes, numbered lists and tables at an end are left to be converted by themselves."""
    one = open_letter(letter("One"))
    with pytest.raises(NotMergeableError):
        merge_letters([one, open_letter(docx_with_numbers())])
    with pytest.raises(NotMergeableError, match="numbered"):
        merge_letters([open_letter(docx_with_numbers())] * 2)


def test_a_merged_file_holds_every_letter_with_its_own_numbers() -> None:
    """Each letter is a section that counts its pages from 1; Word counts the section's pages."""
    made = merge_letters([open_letter(letter(f"Letter {n}")) for n in range(3)])
    document = docx.Document(io.BytesIO(made))
    assert [p.text for p in document.paragraphs if p.text] == ["Letter 0", "Letter 1", "Letter 2"]
    assert len(document.sections) == 3
    starts = [number.get(qn("w:start")) for number in document.element.iter(qn("w:pgNumType"))]
    assert starts == ["1", "1", "1"]
    assert "SECTIONPAGES" in document.sections[1].first_page_footer._element.xml


def test_without_libreoffice_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 8; the Word files are not touched by it."""
    monkeypatch.setattr("hrdocs.tools.soffice.find_soffice", lambda: None)
    with pytest.raises(UnavailableError, match=r"Install LibreOffice"):
        render_pdfs([letter("One")])
