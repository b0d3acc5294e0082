"""Filings as the events that keep them, and back."""

import datetime as dt
import re
from collections.abc import Container, Sequence

from hrdocs.case import Event, Json
from hrdocs.register.rows import FILED, REGISTER, SETTLED, Filing

# What has no case is kept under a reference of its own, so that it can be erased by itself.
_OWN_FILE = re.compile(r"file-[0-9a-f]{24}")


def is_own_file(ref: str) -> bool:
    """Whether a reference is that of a received file with no case."""
    return _OWN_FILE.fullmatch(ref) is not None


def own_file(sha256: str, erased: Container[str] = ()) -> str:
    """The reference of a received file; another one where it was erased and is offered again."""
    ref, again = f"file-{sha256[:24]}", 0
    while ref in erased:
        again += 1
        ref = f"file-{sha256[:21]}{again:03d}"
    return ref


def filing_event(filing: Filing, new: Sequence[Event], erased: Container[str] = ()) -> Event:
    """A filing as the event that keeps it. What has no case has a key of its own."""
    own = own_file(filing.sha256, erased) if filing.path else REGISTER
    at = new[0].at if new else dt.datetime.combine(filing.received, dt.time(), dt.UTC)
    data = {
        "sha256": filing.sha256, "container": filing.container or filing.sha256, "path": filing.path,
        "case": filing.case, "reason": filing.reason, "message": filing.message,
    }  # fmt: skip
    return Event(filing.case or own, FILED, filing.received, at, new[0].by if new else "", data)


def settling_event(
    filing: Filing, outcome: str, note: str, *, case: str | None, on: dt.date, now: dt.datetime, by: str
) -> Event:
    """What a person says of a file in quarantine, as the event that keeps it."""
    data: dict[str, Json] = {"sha256": filing.sha256, "outcome": outcome, "note": note, "case": case}
    return Event("", SETTLED, on, now, by, data)


def as_filing(item: Event, settled: Event | None = None) -> Filing:
    data = item.data
    said = settled.data if settled else {}
    return Filing(
        sha256=str(data["sha256"]),
        path=str(data["path"]),
        received=item.on,
        container=str(data["container"]),
        case=_text(data["case"]) or _text(said.get("case")),
        reason=_text(data["reason"]),
        message=str(data["message"]),
        settled=settled.on if settled else None,
        settled_by=settled.by if settled else "",
        outcome=str(said.get("outcome", "")),
        note=str(said.get("note", "")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
