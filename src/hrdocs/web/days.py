"""Days as people type them on the pages: day first, always; shown again in words."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2}|[a-z]{3,9})\s*[/.\-\s]\s*(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_day(text: str) -> dt.date | None:
    """A day from "31/3/2026", "31 March 2026" or "2026-03-31"; None from anything else."""
    written = text.strip()
    if match := _ISO.fullmatch(written):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(written):
        day, month, year = match.groups()
    else:
        return None
    number = int(month) if month.isdigit() else _month(month)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    short = name[:3].casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def typed(day: dt.date) -> str:
    """A day as somebody would type it: "31/3/2026"."""
    return f"{day.day}/{day.month}/{day.year}"
