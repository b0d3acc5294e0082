"""`hrdocs redact`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
    dry_run_option,
    format_option,
    merge_place,
    need_workspace,
    now,
    place_options,
    print_json,
    talk,
    today,
    user,
)
from hrdocs.errors import ExitCode

if TYPE_CHECKING:
    from hrdocs.editions.release import Released


@click.command(epilog="Example: hrdocs redact form.docx --case DW-2026-001 --for respondent-1 --dry-run")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--case", "ref", help="The case that knows who is who (default: the one that the file is filed in)."
)
@click.option("--for", "audience", required=True, help="A party or role of the case, or 'outside'.")
@click.option("--out", type=click.Path(path_type=Path), help="Also write the copy here.")
@click.option("--also", multiple=True, metavar="WORDS", help="Further words to take out, for example a name.")
@click.option("--keep-pictures", is_flag=True, help="Leave pictures in, once a person has looked at them.")
@dry_run_option
@format_option()
@place_options
def redact(
    file: Path,
    ref: str | None,
    audience: str,
    out: Path | None,
    also: tuple[str, ...],
    keep_pictures: bool,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """A release copy of a Word file or PDF, without what its reader may not have.

    The words are taken out of the text, the copy is read again, and it is kept in the case with a list of
    what was taken out and why. What only looks like a name, an address or a number is proposed: look at
    it, and name it with --also.
    """
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.releasing import choose_audience, file_release, find_case, make_release, shape_release
    from hrdocs.workspace import digest, read_original, write_whole

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    data = read_original(file)
    opened = open_case(workspace, register, ref or find_case(file, digest(data), workspace, register))
    audience = choose_audience(opened.case, audience)
    released = make_release(
        data, opened.case, audience, name=str(file), also=also, keep_pictures=keep_pictures, day=today()
    )
    if form_of_output == "json":
        print_json(shape_release(released, audience))
    else:
        click.echo(format_release(released))
    if not dry_run:
        path = file_release(
            opened, released, audience, source=file, source_digest=digest(data), workspace=workspace,
            register=register, now=now(), today=today(), by=user(),
        )  # fmt: skip
        talk(f"Wrote {path}.")
        if out is not None:
            write_whole(out, released.data)
            talk(f"Wrote {out}.")
    waiting = len(released.proposals) + len(released.pictures)
    if waiting:
        talk(f"hrdocs: {waiting} places need a person before the copy goes out.")
    return ExitCode.ATTENTION if waiting else ExitCode.OK


def format_release(released: "Released") -> str:
    """What was taken out and what a person must look at."""
    lines = [f"Taken out: {len(released.removed)}."]
    lines += [f"  {r.where}: {r.token or 'with the one before'} ({r.why})" for r in released.removed]
    lines += [f"Look at “{p.words}”: it {p.why}." for p in released.proposals]
    lines += [f"Look at {picture}." for picture in released.pictures]
    return "\n".join(lines)
