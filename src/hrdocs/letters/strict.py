"""The Jinja environment of all letters: sandboxed, escaping, strict about missing facts.

Imported only when a letter is rendered.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context
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
    """Facts are found by their keys only, never by Python attributes of the mapping.

    Of texts a template may use the plain methods, of numbers only arithmetic that stays small, of
    Jinja's globals and filters those that cannot be made to run or grow without end.
    """

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Facts):
            value = obj.get(attribute)
            return self._not_there(obj, attribute) if value is None else value
        if isinstance(obj, str) and attribute not in _TEXT_METHODS:
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not isinstance(obj, Facts):
            if isinstance(argument, str) and not isinstance(obj, Mapping):
                return self.getattr(obj, argument)
            return super().getitem(obj, argument)
        value = obj.get(argument)
        return self._not_there(obj, str(argument)) if value is None else value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (_is_number(left) and _is_number(right)):
            raise SecurityError(f"{operator} is for small numbers only")
        return super().call_binop(context, operator, left, right)

    def _not_there(self, facts: Facts, key: str) -> Undefined:
        name = facts.name_of(key)
        return NotKnown(name=name) if key in facts else Unknown(name=name)


# What cannot make a long text of a short one.
_TEXT_METHODS = frozenset(
    ("upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "startswith", "endswith")
)
_GLOBALS = ("namespace",)
_NO_FILTERS = frozenset(
    """
    attr batch center filesizeformat forceescape format indent pprint random safe slice tojson urlize
    wordwrap xmlattr
    """.split()  # noqa: SIM905 (a list of words reads better)
)
_LONGEST_LOOP = 1000
_LARGEST = 10**9


def letter_range(*bounds: int) -> range:
    """`range` for templates. Raises: SecurityError where it is long."""
    made = range(*bounds)
    if len(made) > _LONGEST_LOOP:
        raise SecurityError(f"range goes over more than {_LONGEST_LOOP:,}")
    return made


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) <= _LARGEST


def environment() -> LetterEnvironment:
    """A fresh environment; templates and threads share nothing."""
    made = LetterEnvironment(autoescape=True, undefined=Unknown, finalize=_printed)
    made.globals = {"range": letter_range, **{name: made.globals[name] for name in _GLOBALS}}
    made.filters = {name: f for name, f in made.filters.items() if name not in _NO_FILTERS}
    made.filters["sentence"] = as_sentence
    return made


def as_sentence(value: Any) -> str:
    """The template filter `sentence`: a fact ends with a full stop where it has no end of its own."""
    text = str(value).strip()
    return text if text.endswith((".", "!", "?", ":", ";")) else f"{text}."


def _printed(value: Any) -> Any:
    """A fact at the top of the context that is not known is caught where it would be printed.

    Raises: TemplateRuntimeError where a list would be printed as Python writes it.
    """
    if value is None:
        raise MissingFactError("", known=True)
    if isinstance(value, list | tuple | dict | set):
        raise TemplateRuntimeError("it prints a list. Go over it with for, or use join")
    return value
