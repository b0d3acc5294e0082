"""`hrdocs due`."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrdocs.cli.context import (
    DAY,
    format_option,
    merge_place,
    need_workspace,
    now,
    place_options,
    print_json,
    talk,
    today,
)
from hrdocs.errors import ExitCode

if TYPE_CHECKING:
    from hrdocs.desk.agenda import AgendaRow


@click.command(epilog="Example: hrdocs due --days 14 --ics deadlines.ics")
@click.option("--as-of", type=DAY, help="The day to look from (default: today).")
@click.option("--days", default=7, show_default=True, help="How many days ahead.")
@click.option("--ics", type=click.Path(path_type=Path), help="Also write a calendar file; it names nobody.")
@format_option()
@place_options
def due(
    as_of: dt.date | None,
    days: int,
    ics: Path | None,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """What is due: calls and unread files first, then late, past its aim, today, soon.

    Only a hard limit is ever late; an aim that has passed needs a reason.
    """
    from hrdocs.desk.agenda import Bucket, agenda
    from hrdocs.desk.cases import PackShelf, open_workspace_register
    from hrdocs.tools.ics import render_ics
    from hrdocs.workspace import read_organisation, write_whole

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    day = as_of or today()
    register = open_workspace_register(workspace)
    rows = agenda(register, PackShelf(workspace), read_organisation(workspace), as_of=day, days=days)
    if ics is not None:
        entries = [(row.due, f"{row.subject}: {row.title}") for row in rows if row.due and row.force]
        write_whole(ics, render_ics(entries, now=now()))
        talk(f"Wrote {len(entries)} entries to {ics}.")
    if form_of_output == "json":
        print_json({"as_of": day.isoformat(), "due": [shape_row(row) for row in rows]})
    else:
        click.echo(format_agenda(rows, day))
    pressing = sum(row.bucket in (Bucket.CALL, Bucket.UNREAD, Bucket.LATE) for row in rows)
    if pressing:
        talk(f"hrdocs: {pressing} of {len(rows)} need a person now.")
        return ExitCode.ATTENTION
    return ExitCode.OK


def shape_row(row: "AgendaRow") -> dict[str, Any]:
    return {
        "bucket": row.bucket.value,
        "subject": row.subject,
        "title": row.title,
        "date": row.due.isoformat() if row.due else None,
        "clause": row.clause,
        "force": row.force.value if row.force else None,
        "party": row.party,
    }


def format_agenda(rows: "Sequence[AgendaRow]", day: dt.date) -> str:
    """The rows under their buckets."""
    from hrdocs.rules.workdays import format_day

    if not rows:
        return f"Nothing is due by {format_day(day)}."
    lines: list[str] = []
    last = None
    for row in rows:
        if row.bucket is not last:
            lines += ["", row.bucket.value.capitalize()]
            last = row.bucket
        due = row.due.isoformat() if row.due else ""
        clause = f", clause {row.clause}" if row.clause else ""
        who = f" ({row.party})" if row.party else ""
        lines.append(f"  {due:<12}{row.subject}  {row.title}{who}{clause}")
    return "\n".join(lines[1:])
