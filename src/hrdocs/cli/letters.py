"""`hrdocs letter` and `hrdocs merge`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
    DAY,
    dry_run_option,
    edition_option,
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
from hrdocs.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from hrdocs.case import Case
    from hrdocs.desk.letters import Draft, LetterDesk


@click.command(epilog="Example: hrdocs letter outcome DW-2026-001 --to respondent-1")
@click.argument("kind")
@click.argument("ref", metavar="CASE")
@click.option("--to", help="Who gets it: a role or a party (respondent, respondent-2).")
@click.option("--concerning", help="Which person complained about it concerns, where there are several.")
@click.option("--eml", type=click.Path(path_type=Path), help="Also an e-mail draft with the letter attached.")
@click.option("--pdf", is_flag=True, help="Also a PDF, through LibreOffice.")
@click.option("--ics", type=click.Path(path_type=Path), help="Also a calendar entry for its meeting.")
@edition_option
@click.option("--pair", is_flag=True, help="The letters to both parties of the decision, with a comparison.")
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
    eml: Path | None,
    pdf: bool,
    ics: Path | None,
    editions: tuple[str, ...],
    pair: bool,
    on: dt.date | None,
    receipt: dt.date | None,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Write the letter KIND from CASE as a draft; a person approves and sends it."""
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.letter_review import landing_doubt
    from hrdocs.desk.letters import LetterDesk, choose_reader, draft_letter, file_draft
    from hrdocs.desk.posting import write_pdfs
    from hrdocs.workspace import read_organisation

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    desk = LetterDesk(
        workspace, register, opened.pack, read_organisation(workspace), now(), on or today(), user()
    )
    if pair:
        return _write_pair(opened.case, kind, desk, concerning, receipt, dry_run, form_of_output)
    reader = choose_reader(opened.case, opened.pack, kind, to)
    draft = draft_letter(opened.case, kind, reader, desk, concerning=concerning, receipt=receipt)
    path = None if dry_run else file_draft(opened.case, draft, desk)
    beside = _write_beside(opened.case, draft, desk, path, editions, eml, ics)
    if pdf and path is not None:
        beside += [str(made) for made in write_pdfs([path])]
    doubt = landing_doubt(draft.letter, draft.receipt, desk) if draft.receipt else None
    landing = [f"{doubt.message} [{doubt.key}]"] if doubt else []
    if form_of_output == "json":
        items = [
            {"item": m.item.id, "clause": m.item.clause, "sentence": m.sentence} for m in draft.proof.items
        ]
        notes = [f.message for f in draft.proof.findings] + landing
        print_json(
            {
                "kind": kind,
                "to": reader,
                "path": str(path) if path else None,
                "items": items,
                "notes": notes,
                "beside": beside,
            }
        )
        return ExitCode.OK
    click.echo(f"{'Would write' if path is None else 'Wrote'} {path or draft.file_name} (draft).")
    for line in beside:
        click.echo(f"Wrote {line}.")
    for met in draft.proof.items:
        click.echo(f"  says: {met.item.line} ({met.item.clause})")
    for finding in draft.proof.findings:
        click.echo(f"  {finding.severity.value}: {finding.message}")
    for line in landing:
        click.echo(f"  to confirm: {line}")
    return ExitCode.OK


def _write_beside(
    case: "Case",
    draft: "Draft",
    desk: "LetterDesk",
    path: Path | None,
    editions: tuple[str, ...],
    eml: Path | None,
    ics: Path | None,
) -> list[str]:
    """What goes with a filed draft: editions beside it, an e-mail draft, a calendar entry."""
    from hrdocs.desk.posting import (
        Edition,
        render_letter_mail,
        render_letter_meeting,
        wanted_editions,
        write_beside,
    )
    from hrdocs.workspace import write_whole

    if path is None:
        return []
    wanted = tuple(dict.fromkeys((*wanted_editions(case, draft.to), *map(Edition, editions))))
    written = [str(p) for p in write_beside(path, draft.docx, wanted)]
    if eml is not None:
        write_whole(eml, render_letter_mail(case, draft.to, draft.docx, desk, editions=wanted))
        written.append(f"{eml} (a draft: nothing is sent)")
    if ics is not None:
        write_whole(ics, render_letter_meeting(case, draft.letter, draft.to, now=desk.now))
        written.append(str(ics))
    return written


def _write_pair(
    case: "Case",
    kind: str,
    desk: "LetterDesk",
    concerning: str | None,
    receipt: dt.date | None,
    dry_run: bool,
    form_of_output: str,
) -> int:
    """Both letters of a decision, and what each reader is told."""
    from hrdocs.desk.pairs import draft_pair, file_pair

    pair = draft_pair(case, kind, desk, concerning=concerning, receipt=receipt)
    drafts = (pair.first, pair.second)
    paths = None if dry_run else file_pair(case, pair, desk)
    written = [str(path) for path in paths] if paths else [draft.file_name for draft in drafts]
    if form_of_output == "json":
        rows = [
            {"what": r.what, drafts[0].to: r.first, drafts[1].to: r.second, "why": r.why} for r in pair.rows
        ]
        kept = {to: list(what) for to, what in pair.kept_out.items()}
        print_json({"kind": kind, "paths": written if paths else None, "rows": rows, "kept_out": kept})
        return ExitCode.OK
    for name in written:
        click.echo(f"{'Would write' if dry_run else 'Wrote'} {name} (draft).")
    for row in pair.rows:
        click.echo(f"\n{row.what}{f'  ({row.why})' if row.why else ''}")
        for draft, words in zip(drafts, (row.first, row.second), strict=True):
            click.echo(f"  {draft.to:<14}{words if words is not None else '-'}")
    for to, what in pair.kept_out.items():
        click.echo(f"\nLooked for and not found in the letter to {to}: {', '.join(what) or 'nothing'}")
    return ExitCode.OK


@click.command(epilog="Example: hrdocs merge letter.docx people.xlsx --out letters --name '{{ ref }}.docx'")
@click.argument("template", type=click.Path(path_type=Path))
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The folder for the letters, one file each.")
@click.option("--merged", type=click.Path(path_type=Path), help="Instead one file for all letters.")
@click.option("--pdf", is_flag=True, help="Also a PDF of each file, through LibreOffice.")
@click.option("--name", "pattern", help="The file names, with {{ columns }} (default: template and row).")
@dry_run_option
@format_option()
def merge(
    template: Path,
    data: Path,
    out: Path | None,
    merged: Path | None,
    pdf: bool,
    pattern: str | None,
    dry_run: bool,
    form_of_output: str,
) -> int:
    """Write TEMPLATE once for each row of DATA (CSV, XLSX, JSON or JSON Lines).

    A row that lacks a value is told and left out; the others are written.
    """
    from hrdocs.desk.merging import merge_rows
    from hrdocs.desk.posting import write_pdfs

    if (out is None) is (merged is None):
        raise UsageError("merge", "needs a place for its letters", "Give --out FOLDER or --merged FILE.")
    results = merge_rows(
        template, data, out, pattern=pattern, together=merged, now=start_of_day(), dry_run=dry_run
    )
    if pdf and not dry_run:
        files = [merged] if merged else [(out or Path()) / r.file for r in results if r.file]
        write_pdfs([file for file in files if file.is_file()])
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
