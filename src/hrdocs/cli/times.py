"""`hrdocs check-time`."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrdocs.cli.context import (
    DAY,
    find_day,
    format_option,
    merge_place,
    pack_name,
    place_options,
    print_json,
    talk,
)
from hrdocs.cli.context import workspace_or_none as find_place
from hrdocs.errors import ExitCode, HrdocsError, InputError, UsageError

if TYPE_CHECKING:
    from hrdocs.document import Verdict
    from hrdocs.procedure import Procedure

_LONGEST = 200_000  # characters of one row's text


@click.command(
    "check-time",
    epilog='Example: hrdocs check-time "3, 4 and 7 March 2025" --raised 2025-06-05',
)
@click.argument("texts", metavar="TEXT...", nargs=-1)
@click.option("--raised", type=DAY, help="The day on which the complaint was raised.")
@click.option("--informal-from", type=DAY, help="The day on which the informal stage was begun.")
@click.option("--activity", type=DAY, multiple=True, help="A day on which something was done informally.")
@click.option("--statutory", is_flag=True, help="Tell of the tribunals' own limits too: information only.")
@click.option("--batch", type=click.Path(path_type=Path), help="Many at once: JSON Lines, CSV or XLSX.")
@format_option("plain", "json", "jsonl")
@place_options
def check_time(
    texts: tuple[str, ...],
    raised: dt.date | None,
    informal_from: dt.date | None,
    activity: tuple[dt.date, ...],
    statutory: bool,
    batch: Path | None,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Say for each act in TEXT whether it is inside the procedure's time limit, and why.

    TEXT is what a person would write as the date of an incident; several texts are several acts.
    """
    merge_place(own_workspace, own_pack)
    procedure = _procedure()
    if batch is not None:
        return _check_batch(batch, procedure, raised, form_of_output)
    if not texts or raised is None:
        raise UsageError("check-time", "needs the dates and --raised", "See `hrdocs check-time --help`.")
    from hrdocs.desk import checking
    from hrdocs.desk.shapes import shape_verdict

    verdict = checking.check_time(
        "; ".join(texts), raised=raised, procedure=procedure, informal_from=informal_from, activity=activity
    )
    tribunals = _of_tribunals(verdict, procedure) if statutory else ()
    if form_of_output == "plain":
        for line in (*checking.explain(verdict), *(("",) if tribunals else ()), *tribunals):
            click.echo(line)
    else:
        more = {"statutory": list(tribunals)} if statutory else {}
        _print_one({"id": None, **shape_verdict(verdict), **more}, form_of_output)
    return ExitCode.OK


def _procedure() -> "Procedure":
    from hrdocs.packs import find_pack, read_pack

    return read_pack(find_pack(pack_name(find_place()))).procedure


def _of_tribunals(verdict: "Verdict", procedure: "Procedure") -> tuple[str, ...]:
    from hrdocs.desk.checking import inform_of_tribunals
    from hrdocs.workspace import read_organisation

    workspace = find_place()
    return inform_of_tribunals(verdict, procedure, read_organisation(workspace) if workspace else None)


def _print_one(shape: dict[str, Any], form_of_output: str) -> None:
    if form_of_output == "json":
        print_json(shape)
    else:
        click.echo(json.dumps(shape, ensure_ascii=False))


def _check_batch(path: Path, procedure: "Procedure", raised: dt.date | None, form_of_output: str) -> int:
    """Every row in order; a row that cannot be used is an entry with its error, and exit 1."""
    from hrdocs.desk.timing import iter_checked_rows

    failed = 0
    shapes = []
    for number, row in enumerate(iter_checked_rows(path), 1):
        shape = _check_row(row, raised, number, procedure)
        failed += "error" in shape
        if form_of_output == "plain":
            line = shape.get("verdict") or f"error: {shape['error']['message']}"
            click.echo(
                f"{shape['id']}\t{line}\t{'' if isinstance(row, HrdocsError) else row.get('text', '')}"
            )
        elif form_of_output == "jsonl":
            click.echo(json.dumps(shape, ensure_ascii=False))
        else:
            shapes.append(shape)
    if form_of_output == "json":
        print_json(shapes)
    if failed:
        talk(f"hrdocs: {path}: {failed} {'row' if failed == 1 else 'rows'} could not be used.")
    return ExitCode.ATTENTION if failed else ExitCode.OK


def _check_row(
    row: dict[str, Any] | HrdocsError, raised: dt.date | None, number: int, procedure: "Procedure"
) -> dict[str, Any]:
    from hrdocs.desk import checking
    from hrdocs.desk.shapes import shape_verdict

    identity = number if isinstance(row, HrdocsError) else row.get("id", number)
    try:
        if isinstance(row, HrdocsError):
            raise row
        day = raised if raised and row.get("raised") in (None, "") else _day_of(row, number)
        verdict = checking.check_time(_text_of(row, number), raised=day, procedure=procedure)
        return {"id": identity, **shape_verdict(verdict)}
    except HrdocsError as error:
        return {"id": identity, "error": {"code": error.code, "message": error.explanation}}


def _text_of(row: dict[str, Any], number: int) -> str:
    if "text" not in row:
        raise _lacks(row, number, "text")
    value = row["text"]
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        value = "; ".join(value)
    if isinstance(value, str) and len(value) > _LONGEST:
        fact = f"has a text of more than {_LONGEST:,} characters"
        raise InputError(f"row {number}", fact, "Give the dates only.", code="too-large")
    if isinstance(value, dict | list | bool):
        fact = "has something else than a text in 'text'"
        raise InputError(f"row {number}", fact, "Write the dates as one text.", code="not-text")
    return "" if value is None else str(value)


def _day_of(row: dict[str, Any], number: int) -> dt.date:
    if "raised" not in row:
        raise _lacks(row, number, "raised")
    value = row["raised"]
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    day = find_day(str(value))
    if day is None:
        fact = f"has no date in 'raised' ({repr(value)[:60] if value else 'empty'})"
        step = "Write it as 2026-03-31 or 31/03/2026."
        raise InputError(f"row {number}", fact, step, code="not-text")
    return day


def _lacks(row: dict[str, Any], number: int, wanted: str) -> InputError:
    step = "Name the columns text and raised (or give --raised for all rows)."
    there = ", ".join(list(row)[:10])
    return InputError(f"row {number}", f"has no '{wanted}' (it has: {there})", step, code="not-text")
