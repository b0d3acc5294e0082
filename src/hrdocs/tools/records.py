"""Plain tables (as TOML gives them) into frozen records, with every mistake in the table's own words.

`read_record` never raises for a mistake in a table: it appends a sentence to `problems` and goes on,
so that an author sees all of them at once. A place is written as TOML writes it: `[limit.appeal]`.
"""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from hrdocs.words import did_you_mean

R = TypeVar("R")
Table = Mapping[str, Any]

# Keys that are no Python names.
KEYS = {"start": "from", "end": "to"}


def read_record(cls: type[R], table: Table, place: str, problems: list[str], **given: Any) -> R | None:
    """One table as a record of `cls`, or None where it cannot be; `given` are values set by the caller.

    An unknown key is a problem, but the record can be read without it.
    """
    if not isinstance(table, Mapping):
        problems.append(f"{place} must be a table")
        return None
    hints = typing.get_type_hints(cls)
    fields = {f.name: f for f in dataclasses.fields(cls) if f.name not in given}  # type: ignore[arg-type]
    known = {KEYS.get(name, name) if _has_from(fields) else name: name for name in fields}
    values: dict[str, Any] = dict(given)
    problems.extend(
        f"{place}: unknown key '{key}'{did_you_mean(key, known)}"
        for key in table
        if key not in known and key not in given
    )
    before = len(problems)
    for key, value in table.items():
        if key in known:
            values[known[key]] = _convert(hints[known[key]], value, f"{place}: key '{key}'", problems)
    for key, name in known.items():
        if name not in values and _is_required(fields[name]):
            if not _may_be_none(hints[name]):
                problems.append(f"{place}: key '{key}' is missing")
            values[name] = None
    return cls(**values) if len(problems) == before else None


def _has_from(fields: Mapping[str, Any]) -> bool:
    return "start" in fields and "end" in fields


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _may_be_none(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _convert(hint: Any, value: Any, place: str, problems: list[str]) -> Any:
    """`value` as the type `hint` says; a mistake is a problem and gives None."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _convert(next(a for a in args if a is not type(None)), value, place, problems)
    if origin is tuple:
        return _convert_list(args[0], value, place, problems)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            return _wrong("a table", value, place, problems)
        return {key: _convert(args[1], item, f"{place}, '{key}'", problems) for key, item in value.items()}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _convert_word(hint, value, place, problems)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return read_record(hint, value, place, problems) if isinstance(value, Mapping) else None
    names = {str: "text", int: "a whole number", bool: "true or false", dt.date: "a date", float: "a number"}
    if type(value) is not hint:
        return _wrong(names.get(hint, str(hint)), value, place, problems)
    return value


def _convert_list(item_hint: Any, value: Any, place: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        _wrong("a list", value, place, problems)
        return ()
    return tuple(_convert(item_hint, v, f"{place}, item {n}", problems) for n, v in enumerate(value, 1))


def _convert_word(enum: type[StrEnum], value: Any, place: str, problems: list[str]) -> Any:
    words = [member.value for member in enum]
    if value in words:
        return enum(value)
    hint = did_you_mean(str(value), words) or f" (one of: {', '.join(words)})"
    problems.append(f"{place}: unknown word '{value}'{hint}")
    return None


def _wrong(wanted: str, value: Any, place: str, problems: list[str]) -> None:
    kinds = {str: "text", int: "a number", bool: "true or false", list: "a list", dict: "a table"}
    problems.append(f"{place} must be {wanted}, not {kinds.get(type(value), type(value).__name__)}")
