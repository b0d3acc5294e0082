"""What was read against what was meant.

An answer is `right`, `suggested` (left to a person, the suggestion being right), `unclear` (left to a person,
the suggestion wrong or none), `missed` (something stands there, nothing was read), or `wrong` (given as
certain, and not so). White space does not count, capitals do.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.reading.plan import Made

OUTCOMES = ("right", "suggested", "unclear", "missed", "wrong")


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer's outcome with what was meant and what was read."""

    name: str
    shape: str
    field: str
    outcome: str
    true: Any
    read: Any


@dataclass(slots=True)
class Score:
    """The outcomes of many forms, by kind of file and by field."""

    judged: list[tuple[str, Judged]] = field(default_factory=list)

    def add(self, kind: str, found: Iterator[Judged]) -> None:
        self.judged.extend((kind, one) for one in found)

    def table(self, *, by_field: bool = False) -> Iterator[str]:
        counts: dict[str, Counter[str]] = {}
        for kind, one in self.judged:
            for name in (one.field if by_field else kind, "all"):
                counts.setdefault(name, Counter())[one.outcome] += 1
        for name, count in counts.items():
            total = sum(count.values())
            cells = "  ".join(f"{o} {count[o]:5d} {100 * count[o] / total:6.2f} %" for o in OUTCOMES)
            yield f"{name:22s} {total:6d}  {cells}"


def plain(value: Any) -> Any:
    """A value without regard to white space; empty is empty."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split()) or None
    if isinstance(value, list | tuple):
        return [plain(v) for v in value] or None
    if isinstance(value, dict):
        return {k: plain(value.get(k)) for k in ("name", "email", "phone")}
    return value


def judge(made: Made, shape: Mapping[str, Any]) -> Iterator[Judged]:
    """Every answer of a form; `shape` is the document as `hrdocs parse` prints it."""
    fields = shape.get("fields") or {}
    right_form = shape.get("form") == made.story.form
    for name, true in made.story.truth.items():
        got = fields.get(name, {}) if right_form else {}
        yield Judged(made.name, made.shape, name, _outcome(true, got), true, _read(got, shape))


def _read(got: Mapping[str, Any], shape: Mapping[str, Any]) -> Any:
    if not got:
        return f"form {shape.get('form')}, {shape.get('error', '')}"
    return {k: got.get(k) for k in ("value", "status", "reason", "suggestion", "raw")}


def _outcome(true: Any, got: Mapping[str, Any]) -> str:
    status = got.get("status", "unread")
    if status == "unclear":
        return "suggested" if plain(got.get("suggestion")) == plain(true) else "unclear"
    if plain(got.get("value")) == plain(true):
        return "right" if status != "unread" or plain(true) is None else "missed"
    return "wrong" if status == "ok" else "missed"
