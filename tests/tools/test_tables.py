"""Tables in and out."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hrdocs.errors import InputError
from hrdocs.tools.tables import format_csv, nest_row, neutral, read_rows, render_xlsx

NOW = dt.datetime(2025, 12, 5, 9, 30, tzinfo=dt.UTC)
FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1+1", "＝1+1", '=HYPERLINK("x")')


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "name,day\nAoife,2025-10-03\n"),
        ("semicolon.csv", "name;day\nAoife;2025-10-03\n"),
        ("tab.tsv", "name\tday\nAoife\t2025-10-03\n"),
        ("blank-lines.csv", "\n,\nname,day\n,\nAoife,2025-10-03\n\n"),
        ("list.json", '[{"name": "Aoife", "day": "2025-10-03"}]'),
        ("wrapped.json", '{"rows": [{"name": "Aoife", "day": "2025-10-03"}]}'),
        ("lines.jsonl", '{"name": "Aoife", "day": "2025-10-03"}\n\n'),
    ],
)
def test_kinds_of_table(tmp_path: Path, name: str, data: str) -> None:
    """Every kind of table file gives the same rows."""
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    assert read_rows(path) == ({"name": "Aoife", "day": "2025-10-03"},)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """Names keep their accents, whichever program wrote the CSV."""
    path = tmp_path / "a.csv"
    path.write_text("name\nSiobhán Ó Néill\n", encoding=encoding)
    assert read_rows(path) == ({"name": "Siobhán Ó Néill"},)


def test_workbook_cells_become_texts(tmp_path: Path) -> None:
    """Days become ISO texts and whole numbers lose their decimals; nothing is a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["day", "count", "share", "empty"])
    sheet.append([dt.date(2025, 10, 3), 12.0, 2.5, None])
    book.save(tmp_path / "a.xlsx")
    assert read_rows(tmp_path / "a.xlsx") == (
        {"day": "2025-10-03", "count": "12", "share": "2.5", "empty": ""},
    )


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"x", "not-supported"),
        ("a.csv", b"", "empty"),
        ("a.xlsx", b"not a zip", "damaged"),
        ("a.json", b"{", "damaged"),
        ("a.json", b'["x"]', "damaged"),
        ("a.jsonl", b'{"a": 1}\n{', "damaged"),
        ("a.csv", b"a,a\n1,2\n", "damaged"),
        ("a.csv", b"a,,b\n1,2,3\n", "damaged"),
        ("a.csv", b"a\n1,2\n", "damaged"),
        ("a.csv", b"a,b\n", "empty"),
        ("a.csv", b",,\nUna,Deeny,3\n", "empty"),
        ("a.json", b"[" * 100_000, "damaged"),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """A file that is no table is one clear error."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_rows(path)
    assert caught.value.code == code


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is said to be not there."""
    with pytest.raises(InputError) as caught:
        read_rows(tmp_path / "a.csv")
    assert caught.value.code == "not-found"


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_harmless(tmp_path: Path, text: str) -> None:
    """A text that looks like a formula is a text in CSV and XLSX, and reads back as it was."""
    assert neutral(text).startswith("'")
    (tmp_path / "a.csv").write_text(format_csv(["note"], [{"note": text}]), encoding="utf-8", newline="")
    assert read_rows(tmp_path / "a.csv")[0]["note"] == text
    data = render_xlsx({"Notes": (["note"], [{"note": text}])}, now=NOW)
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize("text", ["-5", "+3.50", "1,000", "028 9649 6100", "Aoife", ""])
def test_plain_values_stay(text: str) -> None:
    """Numbers and ordinary texts are written as they are."""
    assert neutral(text) == text


def test_workbook_is_the_same_bytes() -> None:
    """The same rows and moment give the same workbook, whatever the clock says."""
    sheets: dict[str, tuple[list[str], list[dict[str, object]]]]
    sheets = {"Cases": (["ref", "days"], [{"ref": "DW-1", "days": 3}, {"ref": "DW-2", "days": None}])}
    first, second = render_xlsx(sheets, now=NOW), render_xlsx(sheets, now=NOW)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_control_characters_are_dropped() -> None:
    """What a workbook cannot hold is left out instead of failing."""
    data = render_xlsx({"A/B": (["a"], [{"a": "x\x00\x1by"}])}, now=NOW)
    assert load_workbook(io.BytesIO(data)).worksheets[0]["A2"].value == "xy"


def test_dotted_names_nest() -> None:
    """Columns named as template tags give the context of a letter; an empty cell is not known."""
    row = {"reader.name": "Aoife", "reader.type": "", "our_ref": "DW-1"}
    assert nest_row(row) == {"reader": {"name": "Aoife", "type": None}, "our_ref": "DW-1"}
    assert json.dumps(nest_row({"a": 1, "a.b": 2}))


def _workbook(tmp_path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A workbook of one row, one of its parts changed."""
    book = render_xlsx({"rows": (("id", "text"), [{"id": 1, "text": "a"}])}, now=NOW)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(book)) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, change(good.read(name)) if name == part else good.read(name))
    return path


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/worksheets/sheet1.xml", lambda xml: xml[:-60]),
        ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>1</v>", b"<v>abc</v>")),
        ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A2"', b'r="ZZZZZ9"')),
        ("xl/styles.xml", lambda _: b"<x"),
        ("xl/workbook.xml", lambda _: b"<x"),
    ],
)
def test_a_broken_workbook_is_an_error_of_input(
    part: str, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """Whatever is wrong inside a workbook, the file is named and refused."""
    with pytest.raises(InputError):
        read_rows(_workbook(tmp_path, part, change))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", bytes(range(256)) * 9),
        ("a.jsonl", b'{"id": "\xff"}\n'),
        ("a.jsonl", b'{"id": NaN}\n'),
        ("a.json", b'[{"id": NaN}]'),
        ("a.json", b"[" * 100_000),
        ("a.xlsx", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_a_broken_table_is_an_error_of_input(name: str, data: bytes, tmp_path: Path) -> None:
    """A table that is no table is named and refused; NaN is no JSON."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        read_rows(tmp_path / name)
