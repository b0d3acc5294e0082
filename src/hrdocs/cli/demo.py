"""`hrdocs demo`."""

from pathlib import Path

import click

from hrdocs.cli.context import now, talk
from hrdocs.errors import ExitCode


@click.command(epilog="Example: hrdocs demo hrdocs-demo")
@click.argument("folder", metavar="[DIR]", default="hrdocs-demo", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List the samples; write nothing.")
def demo(folder: Path, dry_run: bool) -> int:
    """Run the whole day on the shipped samples, into DIR (default: hrdocs-demo), to look at.

    Forms are read, cases opened, letters written, and two cases taken to their last letters.
    """
    from hrdocs.cli.progress import watch
    from hrdocs.cli.received import format_received
    from hrdocs.desk.demo import PLACES, run_demo, sample_files

    if dry_run:
        for pack in PLACES:
            for path in sample_files(pack):
                click.echo(f"{pack}: {path.name}")
        return ExitCode.OK
    result = run_demo(
        folder, now=now(), by="demo", watch=lambda items, total: watch(items, total=total, in_logs=True)
    )
    if not result.changed:
        click.echo(f"{folder} holds the demo already: {len(result.rows)} documents. Nothing was changed.")
        return ExitCode.OK
    click.echo(format_received(result.rows))
    click.echo("\nTwo cases to their last letters")
    for step in result.steps:
        click.echo(f"  {step}")
    click.echo(
        f"\nLook into {folder}: register.xlsx, cases/ (originals and letters), quarantine/, university/."
    )
    click.echo(f"Then try: hrdocs -w {folder} case show DW-2025-001")
    if result.no_pdf:
        talk(f"No PDFs were made: {result.no_pdf}")
    return ExitCode.OK
