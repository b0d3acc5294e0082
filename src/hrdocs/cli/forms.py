"""`hrdocs parse` and `hrdocs validate`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import DAY, format_option, merge_place, pack_name, place_options, print_json, talk
from hrdocs.cli.context import workspace_or_none as find_place
from hrdocs.errors import ExitCode

if TYPE_CHECKING:
    from hrdocs.desk.outcomes import Outcome

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command(epilog="Example: hrdocs parse inbox/*.docx --format json")
@FILES
@click.option("--form", type=click.Path(path_type=Path), help="A form of your own, as TOML.")
@format_option()
@place_options
def parse(
    files: tuple[Path, ...],
    form: Path | None,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Read FILES and print the answers that stand in them."""
    from hrdocs.cli.plain import format_outcome
    from hrdocs.desk.shapes import shape_outcomes

    merge_place(own_workspace, own_pack)
    outcomes = _read(files, None, form)
    if form_of_output == "json":
        print_json(shape_outcomes(outcomes))
    else:
        click.echo("\n\n".join(format_outcome(o) for o in outcomes))
    return _exit_code(files, outcomes)


@click.command(epilog="Example: hrdocs validate form.docx --received 2026-03-02")
@FILES
@click.option("--received", type=DAY, help="The day on which the complaint was received.")
@click.option("--form", type=click.Path(path_type=Path), help="A form of your own, as TOML.")
@format_option()
@place_options
def validate(
    files: tuple[Path, ...],
    received: dt.date | None,
    form: Path | None,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Read FILES and print what is missing or doubtful, and whether each is in time."""
    from hrdocs.cli.plain import format_checked
    from hrdocs.desk.outcomes import needs_person
    from hrdocs.desk.shapes import shape_outcomes

    merge_place(own_workspace, own_pack)
    outcomes = _read(files, received, form)
    if form_of_output == "json":
        print_json(shape_outcomes(outcomes, verdicts=True))
    else:
        click.echo("\n\n".join(format_checked(o) for o in outcomes))
    code = _exit_code(files, outcomes)
    doubtful = [outcome for outcome in outcomes if needs_person(outcome)]
    if code == ExitCode.OK and doubtful:
        talk(f"hrdocs: {len(doubtful)} of {len(outcomes)} documents need a person.")
        return ExitCode.ATTENTION
    return code


def _read(files: tuple[Path, ...], received: dt.date | None, form: Path | None) -> "tuple[Outcome, ...]":
    from hrdocs.desk.reading import HowToRead, open_guard, read_guarded
    from hrdocs.packs import find_pack, read_form_definition, read_pack, shipped_packs

    if form is not None:
        read_form_definition(form)
        packs: tuple[Path, ...] = ()
    else:
        first = find_pack(pack_name(find_place()))
        read_pack(first)
        packs = tuple(dict.fromkeys((first.resolve(), *(p.resolve() for p in shipped_packs()))))
    how = HowToRead(packs, received, form)
    with open_guard() as guard:
        return tuple(outcome for path in files for outcome in read_guarded(path, how, guard=guard))


def _exit_code(files: tuple[Path, ...], outcomes: "tuple[Outcome, ...]") -> int:
    """0; 1 where one of several could not be read; 4 where the only file could not."""
    from hrdocs.desk.outcomes import Failure

    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    for failure in failures:
        talk(f"hrdocs: {failure.source}: {failure.error.explanation}")
    if not failures:
        return ExitCode.OK
    if len(files) == 1 and len(outcomes) == 1:
        return ExitCode.INPUT
    talk(f"hrdocs: {len(failures)} of {len(outcomes)} documents could not be read.")
    return ExitCode.ATTENTION
