"""`hrdocs pack`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import dry_run_option, format_option, print_json
from hrdocs.errors import ExitCode

if TYPE_CHECKING:
    from hrdocs.procedure import EventKind


@click.group(epilog="Example: hrdocs pack check council-dignity-at-work")
def pack() -> None:
    """List, check and begin packs: the procedures as data."""


@pack.command("list")
@format_option()
def list_packs(form_of_output: str) -> int:
    """List the packs that come with hrdocs."""
    from hrdocs.packs import read_pack, shipped_packs

    rows = [read_pack(folder) for folder in shipped_packs()]
    if form_of_output == "json":
        print_json(
            [
                {"id": r.procedure.id, "title": r.procedure.title, "version": r.procedure.version,
                 "digest": r.procedure.digest, "folder": str(r.folder)}
                for r in rows
            ]
        )  # fmt: skip
        return ExitCode.OK
    for row in rows:
        click.echo(f"{row.procedure.id:<28}{row.procedure.title}, {row.procedure.version}")
    return ExitCode.OK


@pack.command("check")
@click.argument("name", metavar="PACK")
@format_option()
def check(name: str, form_of_output: str) -> int:
    """Check a pack: every problem, in the words of its files; its templates; and its examples, run."""
    from hrdocs.desk.packs import check_whole_pack
    from hrdocs.packs import find_pack

    report = check_whole_pack(find_pack(name))
    if form_of_output == "json":
        print_json({
            "problems": list(report.problems), "remarks": list(report.remarks), "examples": report.examples
        })  # fmt: skip
    else:
        for problem in report.problems:
            click.echo(f"problem: {problem}")
        for remark in report.remarks:
            click.echo(f"note: {remark}")
        click.echo(
            f"{_count(len(report.problems), 'problem')}, {_count(len(report.remarks), 'note')}; "
            f"{_count(report.examples, 'example')} read."
        )
    return ExitCode.PACK if report.problems else ExitCode.OK


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


@pack.command("new", epilog="Example: hrdocs pack new my-organisation --from council-dignity-at-work")
@click.argument("name")
@click.option("--from", "source", required=True, metavar="PACK", help="The pack to begin from: id or folder.")
@click.option(
    "--out", default=".", type=click.Path(path_type=Path), help="Where the folder NAME goes (default: here)."
)
@dry_run_option
def new(name: str, source: str, out: Path, dry_run: bool) -> int:
    """Begin a pack of your own, in a new folder NAME, with the files of another."""
    from hrdocs.desk.packs import plan_pack, write_pack
    from hrdocs.packs import find_pack

    planned = plan_pack(name, find_pack(source), out)
    if not dry_run:
        write_pack(planned)
    click.echo(f"{'Would write' if dry_run else 'Wrote'} {planned.folder}: {len(planned.files)} files.")
    click.echo("Change first:")
    for number, line in enumerate(planned.first, 1):
        click.echo(f"  {number}. {line}")
    click.echo(f"Then, as often as you like: hrdocs pack check {planned.folder}")
    return ExitCode.OK


@pack.command("events", epilog="Example: hrdocs pack events council-dignity-at-work")
@click.argument("name", metavar="PACK")
@format_option()
def events(name: str, form_of_output: str) -> int:
    """List the events of a pack that `hrdocs case record` takes, with the facts of each."""
    from hrdocs.packs import find_pack, read_pack

    procedure = read_pack(find_pack(name)).procedure
    if form_of_output == "json":
        print_json([
            {"id": e.id, "title": e.title, "clause": e.clause, "needs": list(e.facts), "asks": list(e.asks),
             "values": {name: list(words) for name, words in e.values.items()},
             "lists": list(e.lists), "per": e.per, "decision": e.decision}
            for e in procedure.events
        ])  # fmt: skip
        return ExitCode.OK
    click.echo(f"## {procedure.id}\n")
    click.echo("| event | what happened | clause | needs | may have | for each |")
    click.echo("|---|---|---|---|---|---|")
    for e in procedure.events:
        needs, asks = (", ".join(_fact(name, e) for name in names) for names in (e.facts, e.asks))
        click.echo(f"| `{e.id}` | {e.title} | {e.clause} | {needs} | {asks} | {e.per or ''} |")
    return ExitCode.OK


def _fact(name: str, event: "EventKind") -> str:
    """A fact with the words that it may have, or that it may be several lines."""
    if name in event.lists:
        return f"{name} (several, parted by `;`)"
    words = event.values.get(name)
    return f"{name} ({' · '.join(words)})" if words else name
