"""Mail merge: one template, many rows, one file each or all in one.

The rows are gone through twice. The first time every letter is made and thrown away: that gives the
whole plan (the names, what is missing, what is in the way) before a file is written. The second time
they are made again and written, a few at a time, so that memory does not grow with the rows. The
template may come from anywhere, so letters are made in a child process with limits.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hrdocs.desk.foreign import call_on_template, iter_foreign_rows, open_template_guard
from hrdocs.errors import InputError, LetterError, UsageError
from hrdocs.letters.merged import NotMergeableError, merge_letters, open_letter
from hrdocs.letters.names import render_name
from hrdocs.letters.template import check_template, read_template, render_letter
from hrdocs.tools.guard import Guard
from hrdocs.tools.tables import nest_row
from hrdocs.workspace import safe_name, write_whole

_AT_ONCE = 25  # rows that go to the child together
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Merged:
    """One row: the file that it gave, or why it gave none."""

    row: int
    file: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """A letter of one row, or why there is none; without its bytes while planning."""

    digest: bytes = b""
    docx: bytes = b""
    problem: str | None = None


def merge_rows(
    template: Path,
    data: Path,
    out: Path | None,
    *,
    pattern: str | None,
    now: dt.datetime,
    together: Path | None = None,
    dry_run: bool = False,
) -> tuple[Merged, ...]:
    """Render the template for every row and write the letters that are whole.

    They go into the folder `out`, one file each, or all into the one file `together`, each a section of
    its own.

    Names with dots are nested: the column `reader.name` is `{{ reader.name }}` in the template.

    Raises:
        InputError: the data cannot be read.
        LetterError: the template cannot be used, or it runs without end; or its letters cannot stand in
            one file.
    """
    folder = out or Path()
    _check_place(together, template, data)
    name, source = read_template(template)
    planned: list[Merged] = []
    digests: dict[int, bytes] = {}
    with open_template_guard() as guard:
        call_on_template(guard, name, _check, source, name)
        taken: set[str] = set()
        for number, row, made in _make(guard, name, source, data, now, keep=False):
            if together is not None:
                planned.append(Merged(number, None if made.problem else together.name, made.problem))
            else:
                file = None if made.problem else _name_of(template, pattern, row, number)
                planned.append(_plan(number, file, made, folder, taken))
            digests[number] = made.digest
        if not digests:
            raise InputError(data.name, "has no rows", "Put a row for each letter under the headings.")
        if dry_run:
            return tuple(planned)
        files = {merged.row: merged.file for merged in planned if merged.file}
        kept: list[bytes] = []
        for number, _, made in _make(guard, name, source, data, now, keep=True):
            if number in files and made.digest != digests[number]:
                raise LetterError(data.name, f"row {number} changed while it was read", "Run it again.")
            if number in files and together is not None:
                kept.append(made.docx)
            elif number in files:
                write_whole(folder / str(files[number]), made.docx)
    if together is not None and kept:
        _write_together(together, _put_together(name, kept))
    return tuple(planned)


def _check_place(together: Path | None, template: Path, data: Path) -> None:
    """Raises: UsageError where the one file for all is no Word file, or is what the letters are made from."""
    if together is None:
        return
    if together.suffix.lower() != ".docx":
        raise UsageError("--merged", "is for a Word file", "Name a file that ends in .docx.")
    for source in (template, data):
        if together.exists() and source.exists() and together.samefile(source):
            raise UsageError(
                f"--merged {together}", "is what the letters are made from", "Name another file."
            )


def _write_together(path: Path, book: bytes) -> None:
    if path.exists() and path.read_bytes() != book:
        raise UsageError(f"--merged {path}", "is there already and differs", "Name another file.")
    write_whole(path, book)


def _put_together(name: str, letters: list[bytes]) -> bytes:
    try:
        return merge_letters([open_letter(letter) for letter in letters])
    except NotMergeableError as error:
        fact = f"its letters cannot stand in one file: {error}"
        raise LetterError(name, fact, "Leave --merged out and name a folder with --out.",
                          code="not-mergeable") from error  # fmt: skip


def _make(
    guard: Guard, name: str, source: bytes, data: Path, now: dt.datetime, *, keep: bool
) -> Iterator[tuple[int, Row, _Made]]:
    """Every row with its number and what it gave."""
    # An empty cell is no value: printed, it would leave a hole; asked about, it is not there.
    rows = enumerate(map(nest_row, iter_foreign_rows(data)), 1)
    while some := list(islice(rows, _AT_ONCE)):
        made = call_on_template(guard, name, _render_all, source, name, [row for _, row in some], now, keep)
        for (number, row), one in zip(some, made, strict=True):
            yield number, row, one


def _check(source: bytes, name: str) -> None:
    """Runs in the child."""
    check_template(source, name=name)


def _render_all(source: bytes, name: str, rows: Iterable[Row], now: dt.datetime, keep: bool) -> list[_Made]:
    """Runs in the child."""
    made = []
    for row in rows:
        try:
            docx = render_letter(source, row, now=now, name=name)
            made.append(_Made(hashlib.sha256(docx).digest(), docx if keep else b""))
        except LetterError as error:
            made.append(_Made(problem=error.explanation))
    return made


def _name_of(template: Path, pattern: str | None, row: Row, number: int) -> str | LetterError:
    if not pattern:
        return f"{template.stem}-{number:04d}.docx"
    try:
        name = safe_name(render_name(pattern, row))
    except LetterError as error:
        return error
    return name if name.lower().endswith(".docx") else f"{name}.docx"


def _plan(number: int, file: str | LetterError | None, made: _Made, out: Path, taken: set[str]) -> Merged:
    if made.problem or file is None:
        return Merged(number, problem=made.problem)
    if isinstance(file, LetterError):
        return Merged(number, problem=file.explanation)
    if file.casefold() in taken:
        return Merged(number, problem=f"the name {file} is taken by an earlier row. Choose another --name.")
    there = out / file
    if there.exists() and hashlib.sha256(there.read_bytes()).digest() != made.digest:
        return Merged(number, problem=f"{file} is there already and differs. Choose another --out.")
    taken.add(file.casefold())
    return Merged(number, file)
