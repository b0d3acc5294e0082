"""Progress on stderr: a bar where a person watches, else nothing, or a line for each file."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

    from hrdocs.desk.receiving import ReceivedRow


def watch(
    rows: "Iterable[ReceivedRow]", *, total: int | None, in_logs: bool = False
) -> "Iterator[ReceivedRow]":
    """The rows as they come, with progress by file; `in_logs` also where no person watches.

    A file can give several rows (an archive, an e-mail); it counts once. No total is known of what
    stands in a store.
    """
    if sys.stderr.isatty():
        yield from _with_bar(rows, total)
        return

    def tell(done: int, _need: int) -> None:
        if in_logs:
            print(f"Reading: {done} of {total} files", file=sys.stderr)

    yield from _by_file(rows, tell)


def _by_file(rows: "Iterable[ReceivedRow]", tell: Callable[[int, int], None]) -> "Iterator[ReceivedRow]":
    last, done, need = "", 0, 0
    for row in rows:
        source = row.received.source.partition("!")[0]
        done += source != last  # the documents of a file come one after the other
        last = source
        need += row.needs_person
        tell(done, need)
        yield row


def _with_bar(rows: "Iterable[ReceivedRow]", total: int | None) -> "Iterator[ReceivedRow]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), _rate_column(), TimeRemainingColumn(),
        TextColumn("{task.fields[need]} need a person"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=total, need=0)
        yield from _by_file(rows, lambda done, need: progress.update(task, completed=done, need=need))


def _rate_column() -> "ProgressColumn":
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f} files/s" if task.speed else "")

    return Rate()
