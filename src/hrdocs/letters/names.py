"""File names for merged letters: a pattern with the row's own columns."""

from collections.abc import Mapping
from typing import Any

from hrdocs.errors import LetterError


def render_name(pattern: str, row: Mapping[str, Any]) -> str:
    """The pattern with `{{ column }}` filled in from the row, as text and never as a template.

    Raises:
        LetterError: the pattern cannot be read, or the row lacks a column that it names.
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    try:
        return environment.from_string(pattern).render(**row)
    except TemplateError as error:
        raise LetterError(
            f"--name {pattern}", f"cannot be filled in ({error.message})", "Use the columns of the data."
        ) from error
