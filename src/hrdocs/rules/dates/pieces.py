"""One piece of a date: the smallest text that says a day, a month, a year, a weekday or a named day."""

from dataclasses import dataclass, field

from hrdocs.rules.dates.relative import Relative


@dataclass(slots=True)
class Piece:
    """One piece. `kind` is `date` (any of day, month, year), `int`, `weekday`, `named`, `season`, `relative`.

    `others` are other days, months and years that the same writing could mean.
    """

    start: int
    end: int
    kind: str = "date"
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    name: str = ""
    relative: Relative | None = None
    year_end: int | None = None  # of "2024/25"
    year_shift: int | None = None  # of "last year": -1
    ordinal: bool = False
    numeric: bool = False
    flags: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)  # reasons why a person must look
    others: list[tuple[int | None, int | None, int | None]] = field(default_factory=list)
    part: str = ""
    beside: tuple[int, str] | None = None  # "the Friday before": weekday and side
    inherited: bool = False  # the year comes from an earlier date of the text
    year_of: "Piece | None" = None  # which that is, also where a range leaves no doubt of it
