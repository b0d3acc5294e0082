"""File names for merged letters: a pattern with the row's own columns."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hrdocs.errors import LetterError

if TYPE_CHECKING:
    from jinja2 import Template


def render_name(pattern: str, row: Mapping[str, Any]) -> str:
    """The pattern with `{{ column }}` filled in from the row, as text and never as a template.

    Raises:
        LetterError: the pattern cannot be read, or the row has no value that it names.
    """
    from jinja2 import TemplateError

    try:
        return _compiled(pattern).render(row)
    except TemplateError as error:
        raise LetterError(
            f"--name {pattern}", f"cannot be filled in ({error.message})", "Use the columns of the data."
        ) from error


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> "Template":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, finalize=_with_value
    )
    return environment.from_string(pattern)


def _with_value(value: Any) -> Any:
    from jinja2 import TemplateRuntimeError

    if value is None or value == "":
        raise TemplateRuntimeError("a column of the name has no value")
    return value
