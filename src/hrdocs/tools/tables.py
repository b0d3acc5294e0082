"""Tables in and out: CSV, XLSX, JSON and JSON Lines as rows of named texts.

Read: the first row names the columns; empty rows are passed over; days become ISO texts and whole
numbers lose their ".0". Written: a text that a spreadsheet could take for a formula is made harmless
(an apostrophe before it in CSV, a text cell in XLSX), and reading takes the apostrophe away again.
"""

import csv
import datetime as dt
import io
import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from hrdocs.errors import InputError

Cell = str | int | float | bool | None
_MAX_UNPACKED = 40_000_000  # bytes of a workbook's parts, which are slow to read; CSV has no limit
_MAX_ROWS = 200_000  # of a workbook, which is slow to read; a CSV file may have any number
_MAX_COLUMNS = 2_000
_MAX_DOTS = 20  # of a name; what follows them stays one name
# openpyxl reads a workbook's parts without checking them; its XML parsers' errors are SyntaxErrors.
_UNCHECKED = (
    zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, OSError, EOFError, TypeError,
    AttributeError, RuntimeError, OverflowError, AssertionError,
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_LOOKED_AT = 500  # rows of a sheet, for the widths of its columns


def read_rows(path: Path) -> tuple[dict[str, Any], ...]:
    """Every row of a table file, by its ending: .csv, .tsv, .xlsx, .json, .jsonl.

    Raises: InputError where the file is no such table.
    """
    return tuple(iter_rows(path))


def iter_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a table file one by one, so that a large file needs little memory.

    Raises: InputError where the file is no such table.
    """
    readers = {".csv": _csv, ".tsv": _csv, ".txt": _csv, ".xlsx": _xlsx, ".json": _json}
    readers |= {".jsonl": _jsonl, ".ndjson": _jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        next_step = "Save the table as .csv, .xlsx, .json or .jsonl."
        raise InputError(path.name, "is no table by its ending", next_step, code="not-supported")
    if not path.is_file():
        raise InputError(path.name, "there is no such file", "Check its name and folder.", code="not-found")
    if path.stat().st_size == 0:
        raise InputError(path.name, "is empty", "Export the table again.", code="empty")
    return reader(path)


def nest_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with dotted names as nested names: `reader.name` becomes `{"reader": {"name": …}}`.

    An empty cell is None: a fact that is not known.
    """
    out: dict[str, Any] = {}
    for name, value in row.items():
        inner = out
        *spaces, last = str(name).strip().split(".", _MAX_DOTS)
        for space in spaces:
            below = inner.setdefault(space, {})
            inner = below if isinstance(below, dict) else inner
        inner[last] = None if value == "" else value
    return out


def format_csv(headings: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV for spreadsheets, formulas made harmless; a byte-order mark lets Excel see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([neutral(h) for h in headings])
    writer.writerows([[neutral(row.get(h)) for h in headings] for row in rows])
    return "\ufeff" + out.getvalue()


def neutral(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = _CONTROL.sub("", value)
    risky = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text


def render_xlsx(
    sheets: Mapping[str, tuple[Sequence[str], Iterable[Mapping[str, Any]]]], *, now: dt.datetime
) -> bytes:
    """A workbook with one sheet for each name: its headings, and its rows as mappings.

    Texts are text cells and are never computed. The same input gives the same bytes. Rows are written as
    they come, so that their number takes no memory; columns are as wide as the first rows need.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, (headings, rows) in sheets.items():
        _fill_sheet(book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31]), headings, iter(rows))
    moment = now.replace(tzinfo=None, microsecond=0)
    book.properties.created = book.properties.modified = moment
    out = io.BytesIO()
    book.save(out)
    return _fixed_zip(out.getvalue(), moment)


def _fill_sheet(sheet: Any, headings: Sequence[str], rows: Iterator[Mapping[str, Any]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    first = list(islice(rows, _LOOKED_AT))
    for at, heading in enumerate(headings, 1):
        widest = max((len(str(row.get(heading) or "")) for row in first), default=0)
        sheet.column_dimensions[get_column_letter(at)].width = max(len(heading), min(60, widest)) + 2
    sheet.freeze_panes = "A2"
    bold, count = Font(bold=True), 1
    for row in chain([None], first, rows):
        cells = [WriteOnlyCell(sheet) for _ in headings]
        for cell, heading in zip(cells, headings, strict=True):
            _fill(cell, heading if row is None else row.get(heading))
            if row is None:
                cell.font = bold
        sheet.append(cells)
        count += row is not None
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count}"


def _fill(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)[:32767]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA)
    elif isinstance(value, dt.datetime):
        cell.value = value.replace(tzinfo=None)
    elif isinstance(value, list | tuple):
        _fill(cell, "; ".join(str(v) for v in value))
    else:
        cell.value = value


def _fixed_zip(data: bytes, moment: dt.datetime) -> bytes:
    """The same workbook with time stamps that never change; openpyxl writes the hour of saving."""
    stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            if entry.filename == "docProps/core.xml":
                content = source.read(entry)
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
                target.writestr(info, content)
                continue
            with source.open(entry) as packed, target.open(info, "w") as out_entry:
                shutil.copyfileobj(packed, out_entry)
    return out.getvalue()


# --- reading --------------------------------------------------------------------------------------


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding=_encoding(path), newline="") as file:
        try:
            head = file.readline()
            file.seek(0)
            delimiter = max(";\t,", key=head.count) if any(d in head for d in ";\t,") else ","
            lines: Iterator[Sequence[Cell]] = csv.reader(file, delimiter=delimiter, strict=True)
            yield from _rows(path, lines)
        except (csv.Error, UnicodeError) as error:
            fact, step = "is not a readable CSV table", "Save it again as “CSV UTF-8”."
            if "field limit" in str(error):
                fact, step = f"has a cell of more than {csv.field_size_limit():,} characters", "Shorten it."
            raise InputError(path.name, fact, step, code="damaged") from error


def _encoding(path: Path) -> str:
    """UTF-8 where it is that, else UTF-16 by its mark, else what old Windows programs write."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _xlsx(path: Path) -> Iterator[dict[str, Any]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as parts:
            if sum(entry.file_size for entry in parts.infolist()) > _MAX_UNPACKED:
                raise _too_large(path)
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            sheet = next(iter(book.worksheets), None)
            if sheet is not None:
                yield from _rows(path, _bounded(path, sheet.iter_rows(values_only=True)))
        finally:
            book.close()
    except (InvalidFileException, *_UNCHECKED) as error:
        next_step = "Open it and save it again as .xlsx without a password."
        raise InputError(path.name, "is not a readable workbook", next_step, code="damaged") from error


def _bounded(path: Path, lines: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for number, line in enumerate(lines):
        if number > _MAX_ROWS or len(line) > _MAX_COLUMNS:
            raise _too_large(path)
        yield line


def _too_large(path: Path) -> InputError:
    return InputError(path.name, "is too large a workbook", "Save the sheet as CSV.", code="too-large")


def _rows(path: Path, lines: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
    headings: list[str] = []
    is_bare = True
    for number, line in enumerate(lines, 1):
        values = [_cell(value) for value in line]
        while values and values[-1] == "":
            values.pop()
        if not values:
            continue
        if not headings:
            headings = _headings(path, values)
            continue
        if len(values) > len(headings):
            fact = f"row {number} has {len(values)} cells and the heading {len(headings)}"
            raise InputError(path.name, fact, "Give each column a heading.", code="damaged")
        is_bare = False
        yield dict(zip(headings, values + [""] * (len(headings) - len(values)), strict=True))
    if is_bare:
        next_step = "The first row names the columns; put the rows below it."
        raise InputError(path.name, "has no rows", next_step, code="empty")


def _headings(path: Path, values: Sequence[Any]) -> list[str]:
    headings = [str(value).strip() for value in values]
    if len(headings) > _MAX_COLUMNS:
        fact = f"has more than {_MAX_COLUMNS:,} columns"
        raise InputError(path.name, fact, "Keep the columns that are needed.", code="too-large")
    if "" in headings:
        raise InputError(
            path.name, f"column {headings.index('') + 1} has no heading", "Give it one.", code="damaged"
        )
    twice = next((h for h in headings if headings.count(h) > 1), None)
    if twice is not None:
        raise InputError(path.name, f"has two columns “{twice}”", "Rename one of them.", code="damaged")
    return headings


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else str(value)
    text = str(value)
    return text[1:] if text[:1] == "'" and text[1:].lstrip()[:1] in _FORMULA and len(text) > 1 else text


def _json(path: Path) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InputError(path.name, "is not JSON", "Export it again.", code="damaged") from error
    if isinstance(data, dict):
        lists = [v for v in data.values() if isinstance(v, list)]
        data = lists[0] if len(lists) == 1 else [data]
    if not isinstance(data, list):
        raise InputError(path.name, "is no list of rows", "Give a list of objects.", code="damaged")
    for number, row in enumerate(data, 1):
        yield _object(path, row, number)


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    number = 0
    with path.open(encoding="utf-8-sig") as file:
        try:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _object(path, json.loads(line, parse_constant=_refuse), number)
        except (ValueError, RecursionError) as error:
            raise InputError(
                path.name, f"line {max(number, 1)} is not JSON", "Mend that line.", code="damaged"
            ) from error


def _refuse(word: str) -> Any:
    raise ValueError(word)  # NaN and Infinity are no JSON, and no answer


def _object(path: Path, row: Any, number: int) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise InputError(
            path.name, f"row {number} is no object", "Give each row as an object.", code="damaged"
        )
    return row
