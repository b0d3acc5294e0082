"""Bank-holiday tables: `calendars/<id>.toml` → `Calendar`.

Top-level keys: `id`, `title`, `version`, `source`, `valid_from`, `valid_to` and, where later days are
not yet proclaimed, `published_to`. Tables: `[holidays]` and, for days proclaimed once, `[one_off]`,
each with rows `2026-03-17 = "St Patrick's Day"`. A table in the user's folder goes before the shipped
one of the same id.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from hrdocs.errors import HrdocsError, PackError
from hrdocs.rules.workdays import Calendar, Holiday
from hrdocs.shipped import shipped_folder
from hrdocs.tools.toml import read_toml

_TEXTS = ("id", "title", "version", "source")
_DAYS = ("valid_from", "valid_to", "published_to")
_TABLES = ("holidays", "one_off")
_OPTIONAL = ("source", "published_to", "one_off")


def list_calendars(*, folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of every calendar there is, shipped or in the user's folder, in order."""
    return tuple(sorted({path.stem for place in _places(folder) for path in place.glob("*.toml")}))


def read_calendar(calendar_id: str, *, folder: Path | None = None) -> Calendar:
    """Read one calendar by its id; a nation is never assumed.

    `folder` is the user's own `calendars` folder, looked into first. Closures are added with
    `workdays.with_closures`. Raises: PackError.
    """
    for place in _places(folder):
        path = place / f"{calendar_id}.toml"
        if path.name == f"{calendar_id}.toml" and path.is_file():
            return read_calendar_file(path)
    known = ", ".join(list_calendars(folder=folder))
    raise PackError(f"calendar {calendar_id!r}", [f"there is no such calendar; there are {known}"])


def read_calendar_file(path: Path) -> Calendar:
    """Read one calendar file. Raises: PackError, with every problem of the file."""
    try:
        data = read_toml(path)
    except OSError as error:
        raise PackError(path.name, [f"cannot be read ({error.strerror})"]) from None
    except ValueError as error:
        raise PackError(path.name, [f"is not valid TOML: {error}"]) from None
    problems = _check_keys(data)
    holidays = _parse_holidays(data, problems)
    if not problems:
        _check_span(data, holidays, problems)
    if not problems and data["id"] != path.stem:
        problems.append(f"key 'id' is {data['id']!r}, but the file is named {path.name}")
    if problems:
        raise PackError(path.name, problems)
    return Calendar(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        valid_from=data["valid_from"],
        valid_to=data["valid_to"],
        holidays=holidays,
        published_to=data.get("published_to"),
        source=data.get("source", ""),
    )


def _places(folder: Path | None) -> tuple[Path, ...]:
    own = (folder,) if folder is not None and folder.is_dir() else ()
    try:
        return (*own, shipped_folder("templates") / "calendars")
    except HrdocsError:
        if own:
            return own
        raise


def _check_keys(data: dict[str, Any]) -> list[str]:
    """Every unknown or missing key and every wrong type, in the words of the TOML."""
    known = _TEXTS + _DAYS + _TABLES
    problems = [f"unknown key {key!r}" for key in data if key not in known]
    for keys, kind, words in (
        (_TEXTS, str, "must be a text"),
        (_DAYS, dt.date, "must be a date such as 2026-01-01"),
        (_TABLES, dict, "must be a table"),
    ):
        for key in keys:
            if key not in data:
                if key not in _OPTIONAL:
                    problems.append(f"key {key!r} is missing")
            elif not isinstance(data[key], kind) or isinstance(data[key], dt.datetime):
                problems.append(f"key {key!r} {words}")
    return problems


def _parse_holidays(data: dict[str, Any], problems: list[str]) -> tuple[Holiday, ...]:
    found: dict[dt.date, Holiday] = {}
    for table in _TABLES:
        rows = data.get(table, {})
        for key, name in rows.items() if isinstance(rows, dict) else ():
            try:
                day = dt.date.fromisoformat(key)
            except ValueError:
                problems.append(f"[{table}] {key} is not a day such as 2026-03-17")
                continue
            if not isinstance(name, str) or not name.strip():
                problems.append(f"[{table}] {key} must have the day's name as text")
            elif day in found:
                problems.append(f"[{table}] {key} is named twice")
            else:
                found[day] = Holiday(day, name)
    return tuple(found[day] for day in sorted(found))


def _check_span(data: dict[str, Any], holidays: tuple[Holiday, ...], problems: list[str]) -> None:
    first, last = data["valid_from"], data["valid_to"]
    if first > last:
        problems.append("key 'valid_from' is after 'valid_to'")
        return
    problems.extend(
        f"[holidays] {h.day.isoformat()} is outside valid_from and valid_to"
        for h in holidays
        if not first <= h.day <= last
    )
    years = {h.day.year for h in holidays}
    problems.extend(
        f"[holidays] has no day in {year}, though valid_from and valid_to include it"
        for year in range(first.year, last.year + 1)
        if year not in years
    )
