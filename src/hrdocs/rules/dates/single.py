"""One day in a field of its own: signed, received.

Stricter than the reading of incidents: a value only where the text can be nothing else.
"""

import datetime as dt
import re
from dataclasses import dataclass

from hrdocs.document import Reason
from hrdocs.rules.dates.canonical import make_canonical
from hrdocs.rules.dates.chains import join_pieces
from hrdocs.rules.dates.noise import blank_noise
from hrdocs.rules.dates.operators import Operators
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.resolve import find_date
from hrdocs.rules.dates.scanning import scan_pieces
from hrdocs.rules.spacing import even_out


@dataclass(frozen=True, slots=True)
class ParsedDay:
    """One day as read: `value`, or None with the reason and the best reading as `suggestion`."""

    value: dt.date | None
    reason: Reason | None = None
    suggestion: dt.date | None = None


def parse_day(text: str, *, latest: dt.date | None = None) -> ParsedDay:
    """The day that a date field gives.

    A missing year, a weekday that does not fit, a day after `latest` and doubtful scanning noise are
    suggestions, not values. Text with no date at all has the reason `invalid-date`.
    """
    text, _ = even_out(text)
    canonical = make_canonical(text)
    plain = blank_noise(canonical)
    near = min(max(latest or dt.date(9900, 12, 31), dt.date(1700, 1, 1)), dt.date(9900, 12, 31))
    chains = join_pieces(plain, scan_pieces(plain, text), near)
    pieces = [piece for piece in chains.pieces if piece.kind == "date" and piece.day and piece.month]
    days = {_day_of(piece) for piece in pieces}
    if not pieces:
        return ParsedDay(None, Reason.INVALID_DATE)
    if len(days) > 1:
        return ParsedDay(None, Reason.SEVERAL_DATES)
    piece = pieces[0]
    if piece.year is None:
        found = (
            [find_date(piece.day, piece.month, y) for y in range(near.year, near.year - 9, -1)]
            if latest
            else []
        )
        return ParsedDay(None, Reason.AMBIGUOUS_DATE, next((d for d in found if d and d <= near), None))
    day = _day_of(piece)
    if day is None or "impossible" in piece.flags:
        return ParsedDay(None, Reason.INVALID_DATE)
    mended = any(piece.start < end and start < piece.end for start, end in canonical.doubtful)
    if len(chains.pieces) > len(pieces) or chains.leftovers or _is_loose(chains.operators, plain, pieces):
        return ParsedDay(None, Reason.AMBIGUOUS_DATE, day)
    if (
        mended
        or piece.others
        or piece.doubts
        or canonical.either
        or (piece.weekday not in (None, day.weekday()))
    ):
        return ParsedDay(None, Reason.AMBIGUOUS_DATE, day)
    if latest is not None and day > latest:
        return ParsedDay(None, Reason.AMBIGUOUS_DATE, day)
    if day.year < 1900 or day.year > 2100:
        return ParsedDay(None, Reason.INVALID_DATE, day)
    return ParsedDay(day)


def _day_of(piece: Piece) -> dt.date | None:
    return find_date(piece.day, piece.month, piece.year)


def _is_loose(operators: list[Operators], plain: str, pieces: list[Piece]) -> bool:
    loose = (
        "since",
        "start",
        "between",
        "until",
        "before",
        "after",
        "week",
        "about",
        "doubt",
        "negated",
        "part",
        "ongoing",
    )
    if any(getattr(ops, name) for ops in operators for name in loose):
        return True
    rest = plain[: pieces[0].start] + " " + plain[pieces[-1].end :]
    return bool(re.search(r"\d", rest.replace("¤", " ")))
