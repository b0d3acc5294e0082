"""Work on templates and tables that may come from anywhere, done in a child process with limits."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from hrdocs.errors import InputError, LetterError
from hrdocs.tools.guard import Guard
from hrdocs.tools.tables import iter_rows, read_rows

P = ParamSpec("P")
T = TypeVar("T")


def open_template_guard() -> Guard:
    """A guard for templates, its child ready with what checks them and fills them in."""
    return Guard(preload=("hrdocs.desk.templates", "hrdocs.desk.merging"))


def call_on_template(guard: Guard, name: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`work` in the child; `name` is the template's in messages.

    Raises:
        LetterError: the template breaks the limits or the child, or whatever `work` itself raised.
    """
    try:
        return guard.call(name, work, *args, **kwargs)
    except InputError as error:
        limits = f"cannot be used within {guard.limits.seconds:.0f} seconds and the memory allowed"
        fact = "ends the program that reads it" if error.code == "damaged" else limits
        next_step = "Take long loops and large parts out of it, or save it again in Word."
        raise LetterError(name, fact, next_step, code=error.code) from error


def iter_foreign_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a table file. CSV and JSON Lines come one by one, so that a large file needs little
    memory; what must be read as a whole is read in a child process with limits.

    Raises: InputError where the file is no table, or breaks the limits.
    """
    if path.suffix.lower() in (".xlsx", ".json"):
        with Guard(preload=("hrdocs.desk.foreign",)) as guard:
            yield from guard.call(str(path), read_rows, path)
    else:
        yield from iter_rows(path)
