"""Progress on stderr: a bar where a person watches, else nothing, or a line for each item."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watch(items: Iterable[T], *, total: int, title: str = "Reading", in_logs: bool = False) -> Iterator[T]:
    """The items as they come, with progress and time left; `in_logs` also where no person watches."""
    if not sys.stderr.isatty():
        for number, item in enumerate(items, 1):
            if in_logs:
                print(f"{title}: {number} done of {total} files", file=sys.stderr)
            yield item
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total)
        for item in items:
            progress.advance(task)
            yield item
