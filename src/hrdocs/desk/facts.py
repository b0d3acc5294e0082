"""Facts given with an event, checked against what the procedure's event takes."""

import datetime as dt
import re
from collections.abc import Mapping

from hrdocs.case import Json
from hrdocs.errors import UsageError
from hrdocs.procedure import EventKind, Procedure
from hrdocs.words import did_you_mean

# Facts that hold a day; those that end in "date" hold nothing else, the others may say it in words.
_DAYS = re.compile(r"(?:.+_)?(?:date|start|end|by|until)")
_ONLY_DAYS = re.compile(r"(?:.+_)?date")
_YES_NO = ("yes", "no")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_LIMIT = "limit"


def check_facts(kind: EventKind, given: Mapping[str, Json], procedure: Procedure) -> dict[str, Json]:
    """The facts as they are recorded: days as ISO, lists as lists, words as the procedure writes them.

    Raises:
        UsageError: a fact is unknown or missing, or says what it may not.
    """
    known = (*kind.facts, *kind.asks)
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known)
            raise UsageError(kind.id, f"has no fact '{name}'{hint}", f"It takes: {', '.join(known)}.")
    missing = [name for name in kind.facts if _is_empty(given.get(name))]
    if missing:
        example = " ".join(f"{name}=…" for name in missing)
        raise UsageError(kind.id, f"needs {', '.join(missing)}", f"Give it as: {example}")
    return {name: _value(kind, name, value, procedure) for name, value in given.items()}


def _is_empty(value: Json) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _value(kind: EventKind, name: str, value: Json, procedure: Procedure) -> Json:
    if name in kind.lists:
        return _parse_list(value)
    allowed = kind.values.get(name) or _limits(name, procedure)
    if allowed:
        return _parse_word(kind, name, value, allowed)
    if isinstance(value, str) and _holds_day(kind, name, value, procedure):
        return _parse_day(kind, name, value)
    return value


def _holds_day(kind: EventKind, name: str, value: str, procedure: Procedure) -> bool:
    """Whether a fact must be a day: by its name, for a limit that ends on it, or with figures in it."""
    own = f"{kind.id.replace('-', '_')}.{name}"
    last_day = any((x.start == kind.id and x.on == name) or x.set_by == own for x in procedure.limits)
    written = bool(_DAYS.fullmatch(name)) and any(c.isdigit() for c in value)
    return bool(value.strip()) and (written or last_day or bool(_ONLY_DAYS.fullmatch(name)))


def _limits(name: str, procedure: Procedure) -> tuple[str, ...]:
    return tuple(limit.id for limit in procedure.limits) if name == _LIMIT else ()


def _parse_list(value: Json) -> Json:
    """Several lines from a text: one a line, or parted by semicolons."""
    if not isinstance(value, str):
        return value
    pieces = re.split(r"\s*[\n;]\s*", value.strip())
    return [piece for piece in pieces if piece]


def _parse_word(kind: EventKind, name: str, value: Json, allowed: tuple[str, ...]) -> Json:
    said = _YES_NO[not value] if isinstance(value, bool) and set(_YES_NO) <= set(allowed) else value
    word = re.sub(r"[\s_]+", "-", str(said).strip().lower())
    if word in allowed:
        return word
    raise UsageError(
        f"{kind.id} {name}={value}", f"is none of its words{did_you_mean(word, allowed)}",
        f"Choose one of: {', '.join(allowed)}.",
    )  # fmt: skip


def _parse_day(kind: EventKind, name: str, value: str) -> str:
    match = _DAY_FIRST.fullmatch(value.strip())
    written = "-".join(reversed([part.zfill(2) for part in match.groups()])) if match else value.strip()
    try:
        return dt.date.fromisoformat(written).isoformat()
    except ValueError:
        raise UsageError(
            f"{kind.id} {name}={value}", "is no date", "Write it as 2026-03-31 or 31/03/2026."
        ) from None
