"""Mail merge: one template, many rows, one file each. The whole plan is made before a file is written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdocs.errors import LetterError
from hrdocs.letters.names import render_name
from hrdocs.letters.template import render_letter
from hrdocs.tools.tables import read_rows
from hrdocs.workspace import safe_name, write_whole


@dataclass(frozen=True, slots=True)
class Merged:
    """One row: the file that it gave, or why it gave none."""

    row: int
    file: str | None = None
    problem: str | None = None


def merge_rows(
    template: Path, data: Path, out: Path, *, pattern: str | None, now: dt.datetime, dry_run: bool = False
) -> tuple[Merged, ...]:
    """Render the template for every row and write the letters that are whole.

    Raises:
        InputError: the data cannot be read.
        LetterError: two rows would write the same file, or a file is there already.
    """
    rendered: dict[str, bytes] = {}
    results = []
    for number, row in enumerate(read_rows(data), 1):
        # An empty cell is no value: printed, it would leave a hole; asked about, it is not there.
        known = {key: None if value == "" else value for key, value in row.items()}
        results.append(_render(template, known, number, out, pattern, now, rendered))
    if not dry_run:
        for name, docx in rendered.items():
            write_whole(out / name, docx)
    return tuple(results)


def _render(
    template: Path,
    row: Mapping[str, Any],
    number: int,
    out: Path,
    pattern: str | None,
    now: dt.datetime,
    rendered: dict[str, bytes],
) -> Merged:
    try:
        name = safe_name(render_name(pattern, row)) if pattern else f"{template.stem}-{number:04d}.docx"
        name = name if name.lower().endswith(".docx") else f"{name}.docx"
        docx = render_letter(template, row, now=now)
    except LetterError as error:
        return Merged(number, problem=error.explanation)
    if name in rendered:
        return Merged(number, problem=f"the name {name} is taken by an earlier row. Choose another --name.")
    if (out / name).exists() and (out / name).read_bytes() != docx:
        return Merged(number, problem=f"{name} is there already and differs. Choose another --out.")
    rendered[name] = docx
    return Merged(number, name)
