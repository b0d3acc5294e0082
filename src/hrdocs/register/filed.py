"""Filings as the events that keep them, and back."""

import datetime as dt
from collections.abc import Sequence

from hrdocs.case import Event
from hrdocs.register.rows import FILED, REGISTER, Filing

# What has no case is kept under a reference of its own, so that it can be erased by itself.
OWN_FILE = "file-"


def filing_event(filing: Filing, new: Sequence[Event]) -> Event:
    """A filing as the event that keeps it. What has no case has a key of its own."""
    own = f"{OWN_FILE}{filing.sha256[:24]}" if filing.path else REGISTER
    at = new[0].at if new else dt.datetime.combine(filing.received, dt.time(), dt.UTC)
    data = {
        "sha256": filing.sha256, "container": filing.container or filing.sha256, "path": filing.path,
        "case": filing.case, "reason": filing.reason, "message": filing.message,
    }  # fmt: skip
    return Event(filing.case or own, FILED, filing.received, at, new[0].by if new else "", data)


def as_filing(item: Event) -> Filing:
    data = item.data
    return Filing(
        sha256=str(data["sha256"]),
        path=str(data["path"]),
        received=item.on,
        container=str(data["container"]),
        case=_text(data["case"]),
        reason=_text(data["reason"]),
        message=str(data["message"]),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
