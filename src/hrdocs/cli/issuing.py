"""`hrdocs case approve`, `case issue` and `case withdraw`: a letter's way out. Nothing is sent."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrdocs.cli.context import (
    DAY,
    dry_run_option,
    edition_option,
    format_option,
    need_workspace,
    now,
    print_json,
    today,
    user,
)
from hrdocs.errors import ExitCode

if TYPE_CHECKING:
    from hrdocs.case import Case, Letter, LetterState
    from hrdocs.desk.issuing import Step
    from hrdocs.desk.letters import LetterDesk

confirm_option = click.option(
    "--confirm", "confirmed", multiple=True, metavar="KEY", help="A doubt that you have looked at (repeat)."
)


def open_letter(
    ref: str, name: str, on: dt.date | None, states: tuple["LetterState", ...]
) -> tuple["Case", "Letter", "LetterDesk"]:
    """The case, its letter of that name, and what letters are worked on with."""
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.issuing import choose_letter
    from hrdocs.desk.letters import LetterDesk
    from hrdocs.workspace import read_organisation

    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    desk = LetterDesk(
        workspace, register, opened.pack, read_organisation(workspace), now(), on or today(), user()
    )
    return opened.case, choose_letter(opened.case, name, states=states), desk


@click.command(epilog="Example: hrdocs case approve DW-2026-001 acknowledgement:complainant")
@click.argument("ref", metavar="CASE")
@click.argument("name", metavar="LETTER")
@confirm_option
@click.option("--reason", default="", help="Why what you confirm may stand.")
@click.option("--approver", help="Who approves, where that is not the one at the keyboard.")
@click.option("--date", "on", type=DAY, help="The day of the approval (default: today).")
@dry_run_option
@format_option()
def approve(
    ref: str,
    name: str,
    confirmed: tuple[str, ...],
    reason: str,
    approver: str | None,
    on: dt.date | None,
    dry_run: bool,
    form_of_output: str,
) -> int:
    """Approve a drafted LETTER (its file's name, or kind:party) as its file is now.

    It may have been edited in Word. It is read again and proved; what is doubtful asks you.
    """
    from hrdocs.case import LetterState
    from hrdocs.desk.issuing import approve_letter

    case, letter, desk = open_letter(ref, name, on, (LetterState.DRAFT, LetterState.APPROVED))
    step = approve_letter(
        case, letter, desk, confirmed=confirmed, reason=reason, approver=approver, dry_run=dry_run
    )
    _tell(step, "approve", dry_run=dry_run, form_of_output=form_of_output)
    return ExitCode.OK


@click.command(epilog="Example: hrdocs case issue DW-2026-001 acknowledgement:complainant")
@click.argument("ref", metavar="CASE")
@click.argument("name", metavar="LETTER")
@confirm_option
@click.option("--reason", default="", help="Why what you confirm may stand.")
@click.option("--receipt", type=DAY, help="The day it will be received (default: by first-class post).")
@click.option("--eml", type=click.Path(path_type=Path), help="Also an e-mail draft with the letter attached.")
@edition_option
@click.option("--date", "on", type=DAY, help="The day on which it goes out (default: today).")
@dry_run_option
@format_option()
def issue(
    ref: str,
    name: str,
    confirmed: tuple[str, ...],
    reason: str,
    receipt: dt.date | None,
    eml: Path | None,
    editions: tuple[str, ...],
    on: dt.date | None,
    dry_run: bool,
    form_of_output: str,
) -> int:
    """Keep an approved LETTER as the one that goes out: hashed, read-only, logged. You send it yourself."""
    from hrdocs.case import LetterState
    from hrdocs.desk.issuing import issue_letter
    from hrdocs.desk.posting import Edition, render_letter_mail
    from hrdocs.workspace import write_whole

    case, letter, desk = open_letter(ref, name, on, (LetterState.DRAFT, LetterState.APPROVED))
    wanted = tuple(map(Edition, editions))
    step = issue_letter(
        case,
        letter,
        desk,
        confirmed=confirmed,
        reason=reason,
        receipt=receipt,
        editions=wanted,
        dry_run=dry_run,
    )
    if eml is not None and step.event is not None:
        write_whole(eml, render_letter_mail(case, letter.to, step.path.read_bytes(), desk, editions=wanted))
    _tell(step, "issue", dry_run=dry_run, form_of_output=form_of_output)
    return ExitCode.OK


@click.command(epilog="Example: hrdocs case withdraw DW-2026-001 outcome:respondent-1 --reason 'reopened'")
@click.argument("ref", metavar="CASE")
@click.argument("name", metavar="LETTER")
@click.option("--reason", required=True, help="Why it is withdrawn.")
@click.option("--not-needed", is_flag=True, help="The case does not call for this letter again.")
@click.option("--date", "on", type=DAY, help="The day of the withdrawal (default: today).")
@dry_run_option
@format_option()
def withdraw(
    ref: str,
    name: str,
    reason: str,
    not_needed: bool,
    on: dt.date | None,
    dry_run: bool,
    form_of_output: str,
) -> int:
    """Withdraw a LETTER: a draft that is not to go out, or one that went out and is taken back."""
    from hrdocs.case import LetterState
    from hrdocs.desk.issuing import withdraw_letter

    states = (LetterState.DRAFT, LetterState.APPROVED, LetterState.ISSUED)
    case, letter, desk = open_letter(ref, name, on, states)
    step = withdraw_letter(case, letter, desk, reason=reason, not_needed=not_needed, dry_run=dry_run)
    _tell(step, "withdraw", dry_run=dry_run, form_of_output=form_of_output)
    return ExitCode.OK


def _tell(step: "Step", verb: str, *, dry_run: bool, form_of_output: str) -> None:
    review = step.review
    edits, notes = (review.edits, review.notes) if review else ((), ())
    if form_of_output == "json":
        print_json(
            {"state": step.state.value, "path": str(step.path), "sha256": step.sha256,
             "recorded": step.event is not None, "edits": list(edits), "notes": list(notes)}
        )  # fmt: skip
        return
    done = f"Would {verb}" if dry_run else step.state.value.capitalize()
    click.echo(f"{done} {step.path} (sha256 {step.sha256[:16]}…).")
    for line in (*edits, *notes):
        click.echo(f"  {line}")
    if verb == "issue" and not dry_run:
        click.echo("It was not sent: send it the safe way that is recorded for this person.")
