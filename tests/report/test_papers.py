"""The report as Word, workbook, JSON and text: one set of figures, readable by everybody."""

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from tests.report.test_reporting import NOW, YEAR, Office

from hrdocs.desk.cases import PackShelf
from hrdocs.desk.report_papers import format_report, render_figures, render_report, render_workbook
from hrdocs.desk.reporting import Report, make_report
from hrdocs.letters.author import make_template
from hrdocs.organisation import Organisation
from hrdocs.workspace import read_organisation

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Organisation]:
    """A year with four departments, one of them small."""
    office = Office(tmp_path_factory.mktemp("papers") / "hr")
    for month in range(1, 13):
        for department in ("Parks", "Roads"):
            office.receive(dt.date(2025, month, 3), department, ["sex"], "upheld")
    office.receive(dt.date(2025, 4, 4), "Archive", ["age"], "not-upheld")
    organisation = read_organisation(office.workspace)
    shelf = PackShelf(office.workspace)
    return make_report(office.register, shelf, organisation, pack=office.pack, period=YEAR), organisation


def words_of(docx: bytes) -> tuple[list[list[list[str]]], list[str]]:
    """The tables of a Word file as rows of cells, and its pictures' alternative texts."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml"))
    tables = [
        [
            ["".join(map(str, cell.itertext())).strip() for cell in row.iter(f"{_W}tc")]
            for row in table.iter(f"{_W}tr")
        ]
        for table in root.iter(f"{_W}tbl")
    ]
    return tables, [str(picture.get("descr")) for picture in root.iter(_DRAWN)]


def test_every_paper_has_the_same_figures(made: tuple[Report, Organisation]) -> None:
    """A department's line is the same in Word, in the workbook, in JSON and in plain text."""
    report, organisation = made
    tables, pictures = words_of(render_report(report, organisation, template=None, now=NOW))
    line = ["Archive", "fewer than 5", "", "0"]
    assert line in [row for table in tables for row in table]
    book = load_workbook(io.BytesIO(render_workbook(report, now=NOW)))
    sheet = [
        ["" if cell.value is None else cell.value for cell in row] for row in book["Department"].iter_rows()
    ]
    assert ["Archive", "fewer than 5", "", 0] in sheet
    data = json.loads(render_figures(report))
    departments = next(table for table in data["tables"] if table["id"] == "department")
    assert {row["label"]: row["period"] for row in departments["rows"]} == {
        "Archive": ["fewer than 5"],
        "Parks": ["10"],
        "Roads": ["10"],
    }
    assert "  Archive  fewer than 5" in format_report(report)
    assert any("Archive: fewer than 5 in the period, 0 in the period before" in words for words in pictures)


def test_every_chart_has_its_words(made: tuple[Report, Organisation]) -> None:
    """No picture is without an alternative text that gives its figures."""
    report, organisation = made
    _, pictures = words_of(render_report(report, organisation, template=None, now=NOW))
    assert pictures
    assert all(" in the period, " in words for words in pictures)


def test_the_same_report_gives_the_same_bytes(made: tuple[Report, Organisation]) -> None:
    """Charts and dates included."""
    report, organisation = made
    one, two = (render_report(report, organisation, template=None, now=NOW) for _ in range(2))
    assert one == two


def test_a_template_of_ones_own_is_filled_in(made: tuple[Report, Organisation], tmp_path: Path) -> None:
    """An organisation can take a Word file of its own with the tags that it wants."""
    report, organisation = made
    parts = "".join(
        f"--- {part} ---\n\nX\n\n" for part in ("first header", "header", "first footer", "footer")
    )
    lines = "{%p for line in report.brief %}\n- {{ line }}\n{%p endfor %}\n"
    text = f"{parts}--- letter ---\n\n# Figures\n\n{lines}"
    own = tmp_path / "own.docx"
    own.write_bytes(make_template(text, title="Own"))
    made_docx = render_report(report, organisation, template=own, now=NOW)
    body = zipfile.ZipFile(io.BytesIO(made_docx)).read("word/document.xml").decode()
    assert "Complaints received: 25 (the period before: 0)." in body
