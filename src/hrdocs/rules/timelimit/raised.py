"""The day a complaint was raised, and the first day in time that follows from it."""

import datetime as dt
from collections.abc import Sequence

from hrdocs.document import Raised
from hrdocs.rules.workdays import shift_months

SOURCES = {
    "received": "the recorded receipt",
    "email": "the date of the e-mail",
    "signature": "the signature date",
    "informal": "the day it was raised informally",
    "given": "the date given",
}
_RANK = {"received": 0, "email": 1, "signature": 2, "informal": 3}


def cutoff_for(raised: dt.date, *, months: int) -> tuple[dt.date, bool]:
    """Return the first day in time, and whether it was clamped to its month's last day.

    Raises: CalendarError, for a year that no calendar holds.
    """
    return shift_months(raised, -months)


def choose_raised(
    *,
    received: dt.date | None = None,
    email: dt.date | None = None,
    signature: dt.date | None = None,
    informal: dt.date | None = None,
    forwarded: Sequence[dt.date] = (),
    recipients: Sequence[dt.date] = (),
) -> Raised | None:
    """Choose the day raised: the recorded receipt, else the e-mail's date, else the signature date.

    `recipients` are days on which it reached others who may receive it, `forwarded` the dates of the
    inner messages of a forwarded e-mail; of several of one kind the earliest counts. Every other day
    is kept as a candidate, for `judge` to compare. A file's own time stamp is never evidence.
    None where nothing is known. Source: clause 12.1 of the council's policy, for its "raised".
    """
    evidence = [("received", day) for day in (received, *recipients) if day is not None]
    evidence += [("email", day) for day in (email, *forwarded) if day is not None]
    evidence += [("signature", signature)] if signature is not None else []
    evidence += [("informal", informal)] if informal is not None else []
    ordered = sorted(set(evidence), key=lambda found: (_RANK[found[0]], found[1]))
    if not ordered:
        return None
    (source, day), *others = ordered
    return Raised(day, source, tuple(others))
