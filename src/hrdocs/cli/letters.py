"""`hrdocs letter` and `hrdocs merge`."""

import datetime as dt
from pathlib import Path

import click

from hrdocs.cli.context import (
    DAY,
    dry_run_option,
    format_option,
    merge_place,
    need_workspace,
    now,
    place_options,
    print_json,
    start_of_day,
    talk,
    today,
    user,
)
from hrdocs.errors import ExitCode


@click.command(epilog="Example: hrdocs letter outcome DW-2026-001 --to respondent-1")
@click.argument("kind")
@click.argument("ref", metavar="CASE")
@click.option("--to", help="Who gets it: a role or a party (respondent, respondent-2).")
@click.option("--concerning", help="Which person complained about it concerns, where there are several.")
@click.option("--date", "on", type=DAY, help="The date of the letter (default: today).")
@click.option("--receipt", type=DAY, help="The day it will be received (default: by first-class post).")
@dry_run_option
@format_option()
@place_options
def letter(
    kind: str,
    ref: str,
    to: str | None,
    concerning: str | None,
    on: dt.date | None,
    receipt: dt.date | None,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Write the letter KIND from CASE as a draft; a person approves and sends it."""
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.letters import LetterDesk, choose_reader, draft_letter, file_draft
    from hrdocs.workspace import read_organisation

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    desk = LetterDesk(
        workspace, register, opened.pack, read_organisation(workspace), now(), on or today(), user()
    )
    reader = choose_reader(opened.case, opened.pack, kind, to)
    draft = draft_letter(opened.case, kind, reader, desk, concerning=concerning, receipt=receipt)
    path = None if dry_run else file_draft(opened.case, draft, desk)
    if form_of_output == "json":
        items = [
            {"item": m.item.id, "clause": m.item.clause, "sentence": m.sentence} for m in draft.proof.items
        ]
        notes = [f.message for f in draft.proof.findings]
        print_json(
            {"kind": kind, "to": reader, "path": str(path) if path else None, "items": items, "notes": notes}
        )
        return ExitCode.OK
    click.echo(f"{'Would write' if path is None else 'Wrote'} {path or draft.file_name} (draft).")
    for met in draft.proof.items:
        click.echo(f"  says: {met.item.line} ({met.item.clause})")
    for finding in draft.proof.findings:
        click.echo(f"  {finding.severity.value}: {finding.message}")
    return ExitCode.OK


@click.command(epilog="Example: hrdocs merge letter.docx people.xlsx --out letters --name '{{ ref }}.docx'")
@click.argument("template", type=click.Path(path_type=Path))
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for the letters.")
@click.option("--name", "pattern", help="The file names, with {{ columns }} (default: template and row).")
@dry_run_option
@format_option()
def merge(
    template: Path, data: Path, out: Path, pattern: str | None, dry_run: bool, form_of_output: str
) -> int:
    """Write TEMPLATE once for each row of DATA (CSV, XLSX, JSON or JSON Lines).

    A row that lacks a value is told and left out; the others are written.
    """
    from hrdocs.desk.merging import merge_rows

    results = merge_rows(template, data, out, pattern=pattern, now=start_of_day(), dry_run=dry_run)
    failed = [r for r in results if r.problem]
    if form_of_output == "json":
        print_json([{"row": r.row, "file": r.file, "problem": r.problem} for r in results])
    else:
        for result in results:
            verb = "would write" if dry_run else "wrote"
            click.echo(f"row {result.row}: {result.problem or f'{verb} {result.file}'}")
    if failed:
        talk(f"hrdocs: {len(failed)} of {len(results)} rows could not be written.")
        return ExitCode.ATTENTION
    return ExitCode.OK
