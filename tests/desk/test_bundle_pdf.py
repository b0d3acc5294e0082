"""A case as one PDF, as a tribunal reads it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from tests.desk.desks import make_desk, write_form

from hrdocs.desk.bundle_pdf import render_bundle_pdf
from hrdocs.desk.cases import open_case
from hrdocs.desk.intake import take_in
from hrdocs.desk.reading import open_guard
from hrdocs.desk.settling import Settler, find_waiting, settle_into_case
from hrdocs.tools.guard import Guard
from hrdocs.tools.soffice import find_soffice

pytestmark = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with open_guard() as made:
        yield made


def test_a_case_is_one_pdf_with_an_index(tmp_path: Path, guard: Guard) -> None:
    """Index, timeline and originals are bookmarked; what has no pages is named, with the way out."""
    desk = make_desk(tmp_path / "ws")
    (taken,) = take_in(write_form(desk.workspace.inbox / "form.docx"), desk, guard=guard)
    assert taken.case is not None
    torn = desk.workspace.inbox / "torn.pdf"
    torn.write_bytes(b"%PDF-1.4 torn")
    list(take_in(torn, desk, guard=guard))
    opened = open_case(desk.workspace, desk.register, taken.case)
    who = Settler(desk.workspace, desk.register, desk.today, desk.now, desk.by)
    settle_into_case(find_waiting(desk.register, "torn.pdf"), taken.case, "", who, seen=opened.case.seq)
    opened = open_case(desk.workspace, desk.register, taken.case)
    reader = pypdf.PdfReader(io.BytesIO(render_bundle_pdf(opened, desk.workspace, now=desk.now)))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles == ["Index", "Timeline", "Complaint form as received: form.docx"]
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "2. Complaint form as received: form.docx: page 3" in text
    assert "torn.pdf: not shown here, it cannot be read as a PDF: see the zip export" in text
    assert "Declan Foy told me to go home" in reader.pages[2].extract_text().replace("\n", " ")
