"""`hrdocs form`."""

from pathlib import Path

import click

from hrdocs.cli.context import dry_run_option, talk
from hrdocs.errors import ExitCode, UsageError


@click.group(epilog="Example: hrdocs form learn blank.pdf --out our-form.toml")
def form() -> None:
    """Definitions of forms of your own."""


@form.command(
    "learn",
    short_help="Draft a definition from a blank form.",
    epilog="Example: hrdocs form learn blank.pdf --out our-form.toml",
)
@click.argument("blank", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Where to write the draft; else it is printed.")
@dry_run_option
def learn(blank: Path, out: Path | None, dry_run: bool) -> int:
    """Draft the definition of the form BLANK (PDF or Word), to be mended and used with parse --form."""
    from hrdocs.desk.learning import learn_guarded
    from hrdocs.desk.reading import open_guard
    from hrdocs.workspace import write_whole

    if out is not None and out.exists() and not dry_run:
        raise UsageError(str(out), "is there already", "Move it away or give another name with --out.")
    with open_guard() as guard:
        learned = learn_guarded(blank, guard=guard)
    counts = f"{learned.fields} fields in {learned.sections} sections, {learned.remarks} to look at"
    if learned.filled:
        talk(f"hrdocs: {blank} is not blank: {learned.filled} of its fields are filled in.")
    if dry_run:
        click.echo(f"would write {out or 'the draft'}: {counts}.")
        return ExitCode.OK
    if out is None:
        click.echo(learned.text, nl=False)
    else:
        write_whole(out, learned.text.encode("utf-8"))
        click.echo(f"{out}: {counts}.")
        talk(f"Look at it beside the form, then: hrdocs parse FILE --form {out}")
    return ExitCode.OK
