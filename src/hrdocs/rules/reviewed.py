"""Answers of a form that a person has reviewed: accepted, corrected, marked unclear, or put back as read.

What was read stays in the event that opened the case, and every review stays in the log with who and
when; the last one of an answer counts. A review that bears on the time limit holds the verdict judged
again, so that both are kept. `WHOLE` as the field says that all else on the form was looked at.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from hrdocs.case import Event

REVIEWED = "answer-reviewed"
WHOLE = "*"
_RISK = "risk-words"  # answered by a call, never by a look at the form

Row = Mapping[str, Any]


class Review(StrEnum):
    """What a person said of an answer."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    UNCLEAR = "unclear"
    AS_READ = "as-read"


SETTLED = frozenset({Review.ACCEPTED, Review.CORRECTED})


def find_reviews(events: Iterable[Event]) -> dict[str, Event]:
    """The last review of each answer, by field; one put back as read has none."""
    found: dict[str, Event] = {}
    for event in events:
        if event.kind == REVIEWED:
            found[str(event.data.get("field"))] = event
    return {name: event for name, event in found.items() if event.data.get("status") != Review.AS_READ}


def merge_answers(read: Row, events: Iterable[Event]) -> dict[str, Row]:
    """The answers as they stand: those that were read, each with the last review of it."""
    merged: dict[str, Row] = {name: row for name, row in read.items() if isinstance(row, Mapping)}
    for name, event in find_reviews(events).items():
        if name not in merged:
            continue
        if event.data.get("status") == Review.UNCLEAR:
            merged[name] = {**merged[name], "status": "unclear", "value": None}
            continue
        value = event.data.get("value")
        status = "missing" if value is None or value in ("", []) else "ok"
        if value == [] and merged[name].get("status") == "ok":
            status = "ok"  # a stated "none"
        merged[name] = {**merged[name], "status": status, "value": value}
    return merged


def find_verdict(opening: Row, events: Iterable[Event]) -> tuple[Row, str | None]:
    """The time-limit verdict and the day raised as the last review that bears on them left them."""
    verdict, raised = opening.get("verdict"), opening.get("raised")
    for event in events:
        if event.kind == REVIEWED and isinstance(event.data.get("verdict"), Mapping):
            verdict = event.data["verdict"]
            raised = verdict.get("raised") if isinstance(verdict, Mapping) else None
    day = raised if isinstance(raised, str) and raised else None
    return (verdict if isinstance(verdict, Mapping) else {}), day


def find_party_rows(rows: Iterable[Row], events: Sequence[Event]) -> list[Row]:
    """The parties that the form names, with what reviews have corrected of them."""
    found = {str(row["id"]): row for row in rows}
    for event in events:
        if event.kind != REVIEWED:
            continue
        for row in _rows(event.data.get("parties")):
            found[str(row["id"])] = row
        gone = event.data.get("gone")
        for one in gone if isinstance(gone, list) else []:
            found.pop(str(one), None)
    return list(found.values())


def find_findings(opening: Row, events: Sequence[Event]) -> list[Row]:
    """What was noticed on the form and nobody has looked at yet, and what a correction has brought up."""
    reviews = find_reviews(events)
    settled = {name for name, event in reviews.items() if event.data.get("status") in SETTLED}
    rows = [
        row
        for row in _rows(opening.get("findings"))
        if row.get("code") == _RISK or not (WHOLE in settled or row.get("field") in settled)
    ]
    later = [row for event in reviews.values() for row in _rows(event.data.get("findings"))]
    return rows + [row for row in later if row not in rows and WHOLE not in settled]


def find_missing(opening: Row, events: Iterable[Event]) -> list[str]:
    """The labels of answers that a letter may ask for."""
    missing = opening.get("missing")
    labels = [str(label) for label in missing] if isinstance(missing, list) else []
    for event in find_reviews(events).values():
        label, asks = str(event.data.get("label") or ""), bool(event.data.get("ask"))
        if label and not asks:
            labels = [one for one in labels if one != label]
        elif label and label not in labels:
            labels.append(label)
    return labels


def _rows(value: Any) -> list[Row]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
