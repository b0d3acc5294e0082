"""`hrdocs template`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
    dry_run_option,
    format_option,
    merge_place,
    pack_name,
    place_options,
    print_json,
    talk,
    workspace_or_none,
)
from hrdocs.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from hrdocs.desk.templates import Checked
    from hrdocs.packs import Pack


@click.group(epilog="Example: hrdocs template check outcome-complainant.docx --kind outcome --to complainant")
def template() -> None:
    """Check, show and begin Word templates of letters."""


@template.command("check", epilog="Example: hrdocs template check outcome-complainant.docx --out marked.docx")
@click.argument("target", metavar="TEMPLATE|PACK")
@click.option("--kind", help="The letter that it is a template of (default: the one that names it).")
@click.option("--to", "role", help="The role that the letter goes to.")
@click.option("--out", type=click.Path(path_type=Path), help="A copy with a Word comment at each fault.")
@dry_run_option
@format_option()
@place_options
def check(
    target: str,
    kind: str | None,
    role: str | None,
    out: Path | None,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Read TEMPLATE, or every template of PACK, without filling it in, and tell what is wrong.

    Unknown tags, blocks that are not ended, facts that the reader may not be told, required items that
    are missing, tags that Word has split. Exit code 6 where something is.
    """
    from hrdocs.desk.foreign import open_template_guard
    from hrdocs.desk.templates import check_one, check_pack_templates, comment_copy
    from hrdocs.packs import find_pack, read_pack
    from hrdocs.workspace import write_whole

    merge_place(own_workspace, own_pack)
    path = Path(target)
    if path.suffix.lower() == ".docx" or path.is_file():
        with open_template_guard() as guard:
            one = check_one(path, _pack_of(path), guard=guard, kind=kind, role=role)
        results: tuple[Checked, ...] = (one,)
    else:
        results = check_pack_templates(read_pack(find_pack(target)))
    if out is not None:
        if len(results) != 1:
            raise UsageError("--out", "is for one template", "Name the template instead of the pack.")
        if out.exists() and out.resolve() == path.resolve():
            raise UsageError(str(out), "is the template itself", "Name another file with --out.")
        if not dry_run:
            with open_template_guard() as guard:
                write_whole(out, comment_copy(results[0], guard=guard))
        talk(f"{'Would write' if dry_run else 'Wrote'} {out}.")
    _print(results, form_of_output)
    return ExitCode.OK if all(result.ok for result in results) else ExitCode.LETTER


def _print(results: "tuple[Checked, ...]", form_of_output: str) -> None:
    if form_of_output == "json":
        print_json([
            {
                "template": result.path.name,
                "letters": list(result.letters),
                "ok": result.ok,
                "faults": [
                    {"code": f.code, "severity": "note" if f.note else "error", "message": f.message,
                     "tag": f.tag, "part": f.part, "paragraph": f.paragraph + 1}
                    for f in result.faults
                ],
            }
            for result in results
        ])  # fmt: skip
        return
    for result in results:
        for f in result.faults:
            where = f"{f.part.rpartition('/')[2].removesuffix('.xml')}, paragraph {f.paragraph + 1}"
            tag = f" {f.tag}" if f.tag else ""
            click.echo(f"{result.path.name} ({where}): {'note: ' if f.note else ''}{f.message}{tag}")
    wrong, count = sum(not f.note for result in results for f in result.faults), len(results)
    click.echo(f"{count} template{'s' if count != 1 else ''}, {wrong} fault{'s' if wrong != 1 else ''}.")


@template.command("show", epilog="Example: hrdocs template show outcome-complainant.docx")
@click.argument("path", metavar="TEMPLATE", type=click.Path(path_type=Path))
def show(path: Path) -> int:
    """Print TEMPLATE as text, its tags included; git can show its changes that way."""
    from hrdocs.desk.foreign import open_template_guard
    from hrdocs.desk.templates import show_template

    with open_template_guard() as guard:
        text = show_template(path, guard=guard)
    click.echo(text, nl=False)
    return ExitCode.OK


@template.command(
    "new",
    epilog="Example: hrdocs template new outcome --to complainant --out outcome.docx",
)
@click.argument("kind")
@click.option("--to", "role", help="The role that the letter goes to.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@dry_run_option
@place_options
def new(
    kind: str, role: str | None, out: Path, dry_run: bool, own_workspace: str | None, own_pack: str | None
) -> int:
    """Begin a template for the letter KIND: the letterhead, and what it must say as notes to write from."""
    from hrdocs.desk.templates import new_template
    from hrdocs.packs import find_pack, read_pack
    from hrdocs.workspace import write_whole

    merge_place(own_workspace, own_pack)
    if out.exists():
        raise UsageError(str(out), "is there already", "Name another file with --out.")
    data = new_template(read_pack(find_pack(pack_name(workspace_or_none()))), kind, role)
    if not dry_run:
        write_whole(out, data)
    click.echo(f"{'Would write' if dry_run else 'Wrote'} {out}.")
    return ExitCode.OK


def _pack_of(path: Path) -> "Pack":
    """The pack that a template stands in, unless another is asked for."""
    from hrdocs.packs import find_pack, read_pack

    asked: str | None = click.get_current_context().obj["pack"]
    folder = path.resolve().parent.parent
    if asked is None and (folder / "procedure.toml").is_file():
        return read_pack(folder)
    return read_pack(find_pack(pack_name(workspace_or_none())))
