"""`hrdocs verify`, `retain`, `backup`, `restore` and `migrate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from hrdocs.desk.backups import Copied
    from hrdocs.desk.keeping import WorkspaceProof
    from hrdocs.desk.retention import Erasure, Proposal
    from hrdocs.register import Register
    from hrdocs.workspace import Workspace


@click.command(epilog="Example: hrdocs verify -w complaints")
@click.option("--mend-lists", is_flag=True, help="Make the lists anew from the events first.")
@format_option()
@place_options
def verify(mend_lists: bool, form_of_output: str, own_workspace: str | None, own_pack: str | None) -> int:
    """Prove the log, the filed originals and the issued letters; name the first broken link."""
    from hrdocs.desk.cases import open_workspace_register
    from hrdocs.desk.keeping import verify_workspace

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    if mend_lists:
        register.rebuild_projection()
    proof = verify_workspace(workspace, register)
    if form_of_output == "json":
        print_json(shape_proof(proof))
    else:
        click.echo(format_proof(proof))
    return _result(proof)


def shape_proof(proof: "WorkspaceProof") -> dict[str, Any]:
    return {
        "events": proof.events,
        "cases": proof.cases,
        "erased": proof.erased,
        "originals": proof.originals,
        "letters": proof.letters,
        "faults": [{"code": f.code, "event": f.seq, "message": f.message} for f in proof.faults],
    }


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def format_proof(proof: "WorkspaceProof") -> str:
    lines = [
        f"{_number(proof.events, 'event')} of {_number(proof.cases, 'case')} ({proof.erased} erased), "
        f"{_number(proof.originals, 'original')}, {_number(proof.letters, 'issued letter')}."
    ]
    lines += [f"  {fault.message}" for fault in proof.faults] or ["Everything is as it was recorded."]
    return "\n".join(lines)


def _result(proof: "WorkspaceProof") -> int:
    if proof.faults:
        first = proof.faults[0].code
        number = len(proof.faults)
        things = "1 thing is" if number == 1 else f"{number} things are"
        talk(f"hrdocs: {things} not as recorded; the first: {first}.")
        return ExitCode.ATTENTION
    return ExitCode.OK


@click.command(epilog="Example: hrdocs backup /mnt/backups/2026-03-31")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@dry_run_option
@place_options
def backup(folder: Path, dry_run: bool, own_workspace: str | None, own_pack: str | None) -> int:
    """Copy the whole workspace, its register and its keys into DIR, and verify the copy."""
    from hrdocs.desk.backups import make_backup, plan_backup
    from hrdocs.desk.cases import open_workspace_register

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    files = plan_backup(workspace, folder)
    if dry_run:
        click.echo(f"Would copy the register, its keys and {len(files)} files to {folder}.")
        return ExitCode.OK
    copied = make_backup(workspace, register, folder, now=now(), today=today(), by=user())
    click.echo(
        f"Copied {copied.files} files to {folder}. It holds the keys: keep it as safe as the workspace."
    )
    return _show(copied)


@click.command(epilog="Example: hrdocs restore /mnt/backups/2026-03-31 complaints")
@click.argument("backup_folder", metavar="BACKUP", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@dry_run_option
def restore(backup_folder: Path, folder: Path, dry_run: bool) -> int:
    """Make a workspace in the empty folder DIR from BACKUP, and verify it."""
    from hrdocs.desk.backups import restore_backup

    copied = restore_backup(backup_folder, folder, dry_run=dry_run)
    if copied is None:
        click.echo(f"{backup_folder} is whole. Would restore it into {folder}.")
        return ExitCode.OK
    click.echo(f"Restored {copied.files} files into {folder}, as they were on {copied.made}.")
    talk("What was erased since then is there again: carry it out again with `hrdocs retain`.")
    return _show(copied)


def _show(copied: "Copied") -> int:
    click.echo(format_proof(copied.proof))
    return _result(copied.proof)


@click.command(epilog="Example: hrdocs retain --erase DW-2019-004 --dry-run")
@click.option(
    "--erase", metavar="CASE", multiple=True, help="Erase a case whose erasure was decided, or a file."
)
@click.option("--decided-by", metavar="NAME", help="Who decided that a file in quarantine is erased.")
@click.option("--all", "show_all", is_flag=True, help="Show also what is held, kept or not due yet.")
@dry_run_option
@format_option()
@place_options
def retain(
    erase: tuple[str, ...],
    decided_by: str | None,
    show_all: bool,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Say what must be kept, reviewed or erased, and why. Nothing is erased by itself.

    A person decides and records it; --erase carries that out and says what it cannot reach.
    """
    from hrdocs.desk.cases import open_workspace_register

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    register = open_workspace_register(workspace)
    if erase:
        for ref in erase:
            if not _erase_file(ref, workspace, register, decided_by=decided_by, dry_run=dry_run):
                _erase(ref, workspace, register, dry_run=dry_run)
        return ExitCode.OK
    proposals = (*find_proposals(workspace, register), *find_file_proposals(workspace, register))
    shown = [p for p in proposals if show_all or p.needs_person]
    if form_of_output == "json":
        print_json({"proposals": [shape_proposal(p) for p in shown]})
    else:
        click.echo("\n".join(map(format_proposal, shown)) or "Nothing is to be reviewed or erased.")
    return ExitCode.OK


def find_proposals(workspace: "Workspace", register: "Register") -> "tuple[Proposal, ...]":
    from hrdocs.desk.cases import open_case
    from hrdocs.desk.retention import propose
    from hrdocs.workspace import read_organisation

    rows = [row for row in register.cases() if row.closed or row.held]
    procedures = {row.ref: open_case(workspace, register, row.ref).pack.procedure for row in rows}
    return propose(register, read_organisation(workspace), procedures, workspace, today=today())


def find_file_proposals(workspace: "Workspace", register: "Register") -> "tuple[Proposal, ...]":
    from hrdocs.desk.retention_files import propose_files
    from hrdocs.workspace import read_organisation

    return propose_files(register, read_organisation(workspace), today=today())


def _erase_file(
    name: str, workspace: "Workspace", register: "Register", *, decided_by: str | None, dry_run: bool
) -> bool:
    """Erase a file in quarantine, where one is meant; whether one was."""
    from hrdocs.desk.retention_files import erase_file, find_settled

    filing = find_settled(register, name)
    if filing is None:
        return False
    if dry_run:
        click.echo(f"Would erase {filing.path}.")
        return True
    count = erase_file(
        filing, workspace, register, decided_by=decided_by, today=today(), now=now(), by=user()
    )
    click.echo(f"Erased {filing.path}: {count} files and its key.")
    return True


def shape_proposal(proposal: "Proposal") -> dict[str, Any]:
    return {
        "case": proposal.ref,
        "step": proposal.step.value,
        "reason": proposal.reason,
        "clause": proposal.clause,
        "date": proposal.day.isoformat() if proposal.day else None,
        "needs_person": proposal.needs_person,
    }


def format_proposal(proposal: "Proposal") -> str:
    clause = f" (clause {proposal.clause})" if proposal.clause else ""
    return f"{proposal.ref:<14}{proposal.step.value:<16}{proposal.reason}{clause}"


def _erase(ref: str, workspace: "Workspace", register: "Register", *, dry_run: bool) -> None:
    from hrdocs.desk.cases import open_case
    from hrdocs.desk.register_sheet import write_register_sheet
    from hrdocs.desk.retention import carry_out, finish_erasure, plan_erasure
    from hrdocs.workspace import read_organisation

    if ref in register.erased():
        if dry_run:
            click.echo(f"Would finish the erasure of {ref}.")
            return
        finish_erasure(ref, workspace, register, today=today(), now=now(), by=user())
        click.echo(f"The erasure of {ref} is finished.")
        return
    opened = open_case(workspace, register, ref)
    plan = plan_erasure(workspace, register, read_organisation(workspace), opened.pack.procedure, ref)
    click.echo(format_erasure(plan))
    if dry_run:
        click.echo("Nothing was erased.")
        return
    carry_out(plan, register, today=today(), now=now(), by=user())
    if (workspace.folder / "register.xlsx").exists():
        write_register_sheet(workspace, register, opened.pack, now=now())
    click.echo(f"{ref} was erased. What is listed above as out of reach is for you to see to.")


def format_erasure(plan: "Erasure") -> str:
    lines = [
        f"{plan.ref}: erasure decided on {plan.decided_on.isoformat()} by {plan.decided_by or 'a person'}",
        f"  its key, its rows in the lists, {plan.files} files in cases/{plan.ref}",
    ]
    if plan.inbox:
        lines.append(f"  {len(plan.inbox)} copies in the inbox")
    return "\n".join([*lines, "Out of reach:", *(f"  {thing}" for thing in plan.beyond)])


@click.command(epilog="Example: hrdocs migrate --dry-run")
@click.option(
    "--keys", "protection", type=click.Choice(["file", "passphrase", "keyring"]),
    help="Put the keys under this protection.",
)  # fmt: skip
@click.option("--backed-up", is_flag=True, help="You have made a copy yourself: make none.")
@dry_run_option
@place_options
def migrate(
    protection: str | None,
    backed_up: bool,
    dry_run: bool,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Bring the register to this version of hrdocs, after a copy of it.

    Where organisation.toml names an empty PostgreSQL database, the register is copied there.
    """
    from hrdocs.desk.moving import carry_out_move, plan_move, protect_keys
    from hrdocs.register import Protection

    merge_place(own_workspace, own_pack)
    workspace = need_workspace()
    plan = plan_move(workspace, now=now())
    words = {
        "nothing": f"{plan.name} is of this version already.",
        "upgrade": f"{plan.name} is of version {plan.revision} and is brought to this one.",
        "copy to server": f"The register of this workspace is copied to {plan.name}.",
        "create": f"A new register is made in {plan.name}.",
    }
    click.echo(words[plan.move.value])
    if dry_run:
        click.echo("Nothing was changed.")
        return ExitCode.OK
    carry_out_move(plan, workspace, backed_up=backed_up)
    if plan.copy is not None and not backed_up:
        click.echo(f"The old one is in {plan.copy}, unsealed as it was: remove it when all is well.")
    if protection is not None:
        protect_keys(workspace, Protection(protection))
        click.echo(f"The keys are under protection: {protection}.")
    return ExitCode.OK
