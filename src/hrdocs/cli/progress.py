"""Progress on stderr: a bar where a person watches, else nothing, or a line for each file."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrdocs.desk.receiving import ReceivedRow


def watch(rows: "Iterable[ReceivedRow]", *, total: int, in_logs: bool = False) -> "Iterator[ReceivedRow]":
    """The rows as they come, with progress by file; `in_logs` also where no person watches.

    A file can give several rows (an archive, an e-mail); it counts once.
    """
    if sys.stderr.isatty():
        yield from _with_bar(rows, total)
        return

    def tell(done: int) -> None:
        if in_logs:
            print(f"Reading: {done} of {total} files", file=sys.stderr)

    yield from _by_file(rows, tell)


def _by_file(rows: "Iterable[ReceivedRow]", tell: Callable[[int], None]) -> "Iterator[ReceivedRow]":
    seen: set[str] = set()
    for row in rows:
        seen.add(row.received.source.partition("!")[0])
        tell(len(seen))
        yield row


def _with_bar(rows: "Iterable[ReceivedRow]", total: int) -> "Iterator[ReceivedRow]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=total)
        yield from _by_file(rows, lambda done: progress.update(task, completed=done))
