"""The small language in which a pack says when something applies.

Parts joined by ", " must all hold; of several such groups joined by " or ", one. A part is `name` (it is
known and not empty), `!name`, `name=a|b` (it is one of these) or `name!=a|b`. A name is a fact as letters
know it: `decision_made.outcome`, `verdict`, `missing`.
"""

import re
from collections.abc import Mapping
from typing import Any

_PART = re.compile(r"(?P<negated>!)?(?P<name>[\w.-]+)(?:(?P<sign>!?=)(?P<values>.+))?")


def check_condition(condition: str) -> tuple[str, ...]:
    """The parts of a condition that cannot be understood."""
    return tuple(part for part in parts_of(condition) if not _PART.fullmatch(part))


def names_in(condition: str) -> tuple[str, ...]:
    """The facts that a condition asks for."""
    matches = (_PART.fullmatch(part) for part in parts_of(condition))
    return tuple(match["name"] for match in matches if match)


def holds(condition: str | None, facts: Mapping[str, Any]) -> bool:
    """Whether a condition holds for the facts; no condition always does."""
    return condition is None or any(
        all(_part_holds(part, facts) for part in group.split(", ")) for group in condition.split(" or ")
    )


def parts_of(condition: str) -> list[str]:
    """The parts of a condition, of all its groups."""
    return [part for group in condition.split(" or ") for part in group.split(", ")]


def _part_holds(part: str, facts: Mapping[str, Any]) -> bool:
    match = _PART.fullmatch(part)
    if match is None:
        return False
    value = find_fact(match["name"], facts)
    if match["sign"] is None:
        return bool(value) is not bool(match["negated"])
    is_one = str(value) in match["values"].split("|")
    return is_one if match["sign"] == "=" else not is_one


def find_fact(name: str, facts: Mapping[str, Any]) -> Any:
    """The value of a dotted name in nested facts, or None."""
    value: Any = facts
    for key in name.replace("-", "_").split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
