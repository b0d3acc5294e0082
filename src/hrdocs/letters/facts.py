"""The context of a letter while a template is filled: facts that know their names."""

from collections.abc import Mapping
from typing import Any


class Facts(dict[str, Any]):
    """A namespace of the context that knows its own path, so that a missing fact can be named."""

    __slots__ = ("path",)

    def __init__(self, values: Mapping[str, Any], path: str) -> None:
        super().__init__(values)
        self.path = path

    def name_of(self, key: str) -> str:
        """The full name of a fact in this namespace."""
        return f"{self.path}.{key}" if self.path else key


class MissingFactError(Exception):
    """A tag asked for a fact that is not there; `known` says that the context has its name."""

    def __init__(self, name: str, *, known: bool) -> None:
        super().__init__(name)
        self.name = name
        self.known = known
