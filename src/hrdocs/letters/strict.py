"""The Jinja environment of all letters: sandboxed, escaping, strict about missing facts.

Imported only when a letter is rendered.
"""

from collections.abc import Iterator
from typing import Any, NoReturn

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from hrdocs.letters.facts import Facts, MissingFactError


class Unknown(Undefined):
    """A name that the letter is not given: an error wherever it is used, in conditions too."""

    __slots__ = ()
    known = False

    def _fail(self) -> NoReturn:
        if issubclass(self._undefined_exception, SecurityError):
            raise self._undefined_exception(self._undefined_message)
        raise MissingFactError(str(self._undefined_name), known=self.known)

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        self._fail()

    def __str__(self) -> str:
        self._fail()

    def __iter__(self) -> Iterator[Any]:
        self._fail()

    def __len__(self) -> int:
        self._fail()

    def __bool__(self) -> bool:
        self._fail()

    def __eq__(self, other: object) -> bool:
        self._fail()

    def __ne__(self, other: object) -> bool:
        self._fail()

    def __hash__(self) -> int:
        return hash(self._undefined_name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._fail()


class NotKnown(Unknown):
    """A fact that the letter may print but that is not known: false, and an error when printed."""

    __slots__ = ()
    known = True

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other is None or self is other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._undefined_name)


class LetterEnvironment(SandboxedEnvironment):
    """Facts are found by their keys only, never by Python attributes of the mapping."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Facts):
            return self.getitem(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not isinstance(obj, Facts):
            return super().getitem(obj, argument)
        name = obj.name_of(str(argument))
        if argument not in obj:
            return Unknown(name=name)
        value = obj[argument]
        return NotKnown(name=name) if value is None else value


def environment() -> LetterEnvironment:
    """A fresh environment; templates and threads share nothing."""
    made = LetterEnvironment(autoescape=True, undefined=Unknown, finalize=_printed)
    made.filters["sentence"] = as_sentence
    return made


def as_sentence(value: Any) -> str:
    """The template filter `sentence`: a fact ends with a full stop where it has no end of its own."""
    text = str(value).strip()
    return text if text.endswith((".", "!", "?", ":", ";")) else f"{text}."


def _printed(value: Any) -> Any:
    """A fact at the top of the context that is not known is caught where it would be printed."""
    if value is None:
        raise MissingFactError("", known=True)
    return value
