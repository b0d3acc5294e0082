"""`hrdocs publish`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
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
    from hrdocs.editions.publish import Published
    from hrdocs.packs import Pack
    from hrdocs.procedure import Edition
    from hrdocs.register import Register


@click.command(epilog="Example: hrdocs publish faq.docx --audience managers --out managers.docx")
@click.argument("document", required=False, type=click.Path(path_type=Path))
@click.option("--audience", help="Who the edition is for: an audience of the pack.")
@click.option("--kind", help="Which of the pack's documents it is, where it has several.")
@click.option("--out", type=click.Path(path_type=Path), help="The edition's file (default: here, by its id).")
@click.option("--leave-out", default="", help="Further items to leave out: 12,14.")
@click.option("--keep", default="", help="Items to keep that the procedure leaves to you: 25,26.")
@click.option(
    "--answer", "answers", multiple=True, metavar="CHECK=WORDS", help="Answer a question first asked."
)
@click.option("--approved-by", help="Who approved this edition.")
@click.option("--log", "show_log", is_flag=True, help="Print the editions published so far instead.")
@dry_run_option
@format_option()
@place_options
def publish(
    document: Path | None,
    audience: str | None,
    kind: str | None,
    out: Path | None,
    leave_out: str,
    keep: str,
    answers: tuple[str, ...],
    approved_by: str | None,
    show_log: bool,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """An edition of a Word document for an audience, with the items left out that it must not have.

    The others keep their numbers. What still points to a left-out item is listed for a person.
    """
    from hrdocs.desk.cases import open_workspace_register, workspace_pack
    from hrdocs.desk.publishing import choose_edition, make_edition, shape_published
    from hrdocs.workspace import read_organisation, read_original

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    if show_log:
        return _print_log(register, form_of_output)
    if document is None or audience is None:
        raise UsageError("hrdocs publish", "needs a document and --audience", "See `hrdocs publish --help`.")
    pack = workspace_pack(workspace, pack_name(workspace))
    organisation, source = read_organisation(workspace), read_original(document)
    edition = choose_edition(pack, audience, kind, source=source, name=str(document))
    made = make_edition(
        edition, source, name=str(document), leave_out=_items(leave_out), keep=_items(keep),
        organisation=organisation, day=today(),
    )  # fmt: skip
    if form_of_output == "json":
        print_json(shape_published(edition, made))
    else:
        click.echo(format_published(edition, made))
    waiting = len(made.references) + len(made.pictures)
    if not dry_run:
        target = out or Path(f"{document.stem}-{edition.id}.docx")
        waiting += _file(register, pack, edition, made, source, target, _answers(answers), approved_by)
    if waiting:
        talk(f"hrdocs: {waiting} points need a person.")
    return ExitCode.ATTENTION if waiting else ExitCode.OK


def format_published(edition: "Edition", made: "Published") -> str:
    """What was left out, and what a person must look at."""
    lines = [f"{edition.title}: left out {', '.join(made.left_out) or 'nothing'}."]
    lines += [f"Still points to a left-out item: {text}" for text in made.references]
    lines += [f"A person looks at the picture {picture}." for picture in made.pictures]
    return "\n".join(lines)


def _file(
    register: "Register",
    pack: "Pack",
    edition: "Edition",
    made: "Published",
    source: bytes,
    target: Path,
    answers: dict[str, str],
    approved_by: str | None,
) -> int:
    """Write the edition; once all is answered and approved, its line in the log. How much is still open."""
    from hrdocs.desk.publishing import checks_of, record_edition
    from hrdocs.workspace import write_whole

    write_whole(target, made.docx)
    talk(f"Wrote {target}.")
    open_checks = [check for check in checks_of(pack, edition) if check.id not in answers]
    for check in open_checks:
        talk(f"Before it is published: {check.question} ({check.clause}) --answer {check.id}=…")
    if open_checks or not approved_by:
        talk(
            "It is a draft and not in the log of editions: answer what is asked, and say --approved-by NAME."
        )
        return max(1, len(open_checks))
    record_edition(
        register, edition, made, source, answers=answers, approved_by=approved_by, on=today(), now=now(),
        by=user(),
    )  # fmt: skip
    return 0


def _print_log(register: "Register", form_of_output: str) -> int:
    from hrdocs.desk.publishing import editions_log, shape_row

    rows = list(editions_log(register))
    if form_of_output == "json":
        print_json({"editions": [shape_row(row) for row in rows]})
    else:
        for row in rows:
            click.echo(f"{row.on}  {row.edition}  approved by {row.approved_by}  {row.sha256}")
    return ExitCode.OK


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [answer.partition("=") for answer in given]
    for name, sign, words in pairs:
        if not sign or not words.strip():
            raise UsageError(f"--answer {name}", "has no words", "Write --answer fit='yes, checked by Una'.")
    return {name.strip(): words.strip() for name, _, words in pairs}
