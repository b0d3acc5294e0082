"""Many dates at once: the rows of a table, each a mapping or the reason why it cannot be used.

A workbook is read in a child process with limits, as every file is that others made; the rows of
CSV and JSON Lines come one by one, so that a large file needs little memory.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hrdocs.desk.foreign import iter_foreign_rows
from hrdocs.errors import InputError

Row = dict[str, Any] | InputError
_LINE = 1_000_000  # bytes of one line of JSON


def iter_checked_rows(path: Path) -> Iterator[Row]:
    """Every row of a table in order; a line that is no JSON object is an InputError in its place.

    Raises: InputError where the file as a whole is no table.
    """
    kind = path.suffix.lower()
    if kind in (".jsonl", ".ndjson") and path.is_file() and path.stat().st_size:
        yield from _json_lines(path)
    else:
        yield from iter_foreign_rows(path)


def _json_lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LINE):
            number += 1
            if len(line) == _LINE and not line.endswith(b"\n"):
                while (rest := file.readline(_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield _refused(path, number, "is too long", "too-large")
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _read_line(path, number, line)


def _read_line(path: Path, number: int, line: bytes) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return _refused(path, number, "is not JSON", "damaged")
    return row if isinstance(row, dict) else _refused(path, number, "is no JSON object", "damaged")


def _refused(path: Path, number: int, fact: str, code: str) -> InputError:
    return InputError(path.name, f"line {number} {fact}", "Mend that line.", code=code)


def _refuse(word: str) -> Any:
    raise ValueError(word)  # NaN and Infinity are no JSON
