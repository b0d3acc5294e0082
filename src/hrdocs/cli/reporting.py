"""`hrdocs report` and `hrdocs contact`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
    DAY,
    dry_run_option,
    format_option,
    merge_place,
    need_workspace,
    now,
    pack_name,
    place_options,
    print_json,
    talk,
    today,
    user,
)
from hrdocs.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from hrdocs.desk.reporting import Report
    from hrdocs.organisation import Organisation


@click.command(epilog="Example: hrdocs report --from 2025-04-01 --to 2026-03-31 --out report/ --issue")
@click.option("--from", "first", type=DAY, help="The first day (default: 1 January of last year).")
@click.option("--to", "last", type=DAY, help="The last day (default: a year from the first).")
@click.option("--out", type=click.Path(path_type=Path), help="A folder for report.docx, .xlsx and .json.")
@click.option("--pdf", is_flag=True, help="Also report.pdf, through LibreOffice.")
@click.option("--template", type=click.Path(path_type=Path, exists=True), help="A Word template of your own.")
@click.option("--issue", is_flag=True, help="Remember it as issued: later reports take it into account.")
@click.option("--patterns", is_flag=True, help="Print patterns instead. They name cases: never pass them on.")
@dry_run_option
@format_option()
@place_options
def report(
    first: dt.date | None,
    last: dt.date | None,
    out: Path | None,
    pdf: bool,
    template: Path | None,
    issue: bool,
    patterns: bool,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Anonymous statistics of a period, with the one before beside it.

    A number from 1 to 4 is shown as "fewer than 5", others are rounded to 5, and whatever would give a
    small number away is left out.
    """
    from hrdocs.desk.cases import PackShelf, open_workspace_register, workspace_pack
    from hrdocs.desk.report_papers import format_report
    from hrdocs.desk.reporting import find_patterns, issue_report, make_report, shape_pattern, shape_report
    from hrdocs.report.disclosure import Period
    from hrdocs.workspace import read_organisation

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    begin, end = _period(first, last)
    pack = workspace_pack(workspace, pack_name(workspace))
    register, shelf = open_workspace_register(workspace), PackShelf(workspace)
    period = Period(begin, end)
    if patterns:
        found = find_patterns(register, shelf, pack=pack, period=period)
        if form_of_output == "json":
            print_json({"patterns": [shape_pattern(pattern) for pattern in found]})
        else:
            click.echo("\n".join(f"{p.what}: {', '.join(p.cases)}" for p in found) or "No pattern.")
        return ExitCode.ATTENTION if found else ExitCode.OK
    organisation = read_organisation(workspace)
    made = make_report(register, shelf, organisation, pack=pack, period=period)
    if form_of_output == "json":
        print_json(shape_report(made))
    else:
        click.echo(format_report(made))
    files = _files(out, pdf=pdf)
    if dry_run:
        for path in files:
            talk(f"Would write {path}.")
        return ExitCode.OK
    _write(files, made, organisation, template)
    if issue:
        issue_report(made, register, on=today(), now=now(), by=user())
        talk("Remembered as issued.")
    return ExitCode.OK


def _period(first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date]:
    if first is None and last is not None:
        raise UsageError("--to", "needs --from", "Give both days: --from 2025-04-01 --to 2026-03-31.")
    begin = first or dt.date(today().year - 1, 1, 1)
    leap = (begin.month, begin.day) == (2, 29)
    end = last or begin.replace(year=begin.year + 1, day=28 if leap else begin.day) - dt.timedelta(days=1)
    if end < begin:
        raise UsageError("--to", f"{end} is before {begin}", "Give the last day of the period.")
    return begin, end


def _files(out: Path | None, *, pdf: bool) -> tuple[Path, ...]:
    if out is None:
        if pdf:
            raise UsageError("--pdf", "needs a folder", "Give one with --out.")
        return ()
    return tuple(out / f"report.{kind}" for kind in ("docx", "xlsx", "json", *(["pdf"] if pdf else [])))


def _write(
    files: tuple[Path, ...], made: "Report", organisation: "Organisation", template: Path | None
) -> None:
    from hrdocs.cli.context import start_of_day
    from hrdocs.desk.report_papers import render_figures, render_report, render_workbook
    from hrdocs.letters.pdf import render_pdf
    from hrdocs.workspace import write_whole

    if not files:
        return
    docx = render_report(made, organisation, template=template, now=start_of_day())
    for path in files:
        if path.suffix == ".docx":
            data = docx
        elif path.suffix == ".xlsx":
            data = render_workbook(made, now=start_of_day())
        elif path.suffix == ".json":
            data = render_figures(made)
        else:
            data = render_pdf(docx)
        write_whole(path, data)
        talk(f"Wrote {path}.")


@click.command(epilog="Example: hrdocs contact --level advice --category bullying")
@click.option("--level", required=True, help="advice, informal or formal.")
@click.option(
    "--category", required=True, help="A ground of the procedure, bullying, victimisation or other."
)
@click.option("--date", "on", type=DAY, help="The day (default: today).")
@dry_run_option
@place_options
def contact(
    level: str,
    category: str,
    on: dt.date | None,
    dry_run: bool,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Count one contact with an adviser for the annual statistics: no name, no case, no free words."""
    from hrdocs.desk.cases import open_workspace_register, workspace_pack
    from hrdocs.desk.reporting import check_contact, log_contact

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    pack = workspace_pack(workspace, pack_name(workspace))
    check_contact(pack, level=level, category=category)
    if dry_run:
        click.echo(f"Would count a contact: {level}, {category}.")
        return ExitCode.OK
    register = open_workspace_register(workspace)
    log_contact(register, pack, level=level, category=category, on=on or today(), now=now(), by=user())
    click.echo(f"Counted: {level}, {category}.")
    return ExitCode.OK
