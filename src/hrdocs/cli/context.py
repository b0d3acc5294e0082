"""What commands share: options, the workspace, the pack, the clock and the printing of results."""

import datetime as dt
import getpass
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from hrdocs.cli.terminal import one_line
from hrdocs.errors import UsageError
from hrdocs.workspace import Workspace, find_workspace, open_workspace, read_organisation

DEFAULT_PACK = "council-dignity-at-work"

F = TypeVar("F", bound=Callable[..., Any])


def find_day(value: str) -> dt.date | None:
    """The day that was typed: 2026-03-31, 31/03/2026, 31/3/26 or 31 March 2026; day first."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        from hrdocs.rules.dates import parse_day

        return parse_day(value).value


class Day(click.ParamType["dt.date"]):
    """A day as 2026-03-31 or 31/03/2026 (day first), or as `find_day` reads it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        day = find_day(value)
        if day is not None:
            return day
        raise click.BadParameter(f"'{value}' is no date. Write it as 2026-03-31 or 31/03/2026.", ctx, param)


DAY = Day()


def format_option(*choices: str) -> Callable[[F], F]:
    """`--format`, plain first."""
    return click.option(
        "--format", "form_of_output", type=click.Choice(choices or ("plain", "json")), default="plain",
        show_default=True, help="How to print the result.",
    )  # fmt: skip


edition_option = click.option(
    "--edition", "editions", multiple=True, type=click.Choice(["large-print", "plain-text"]),
    help="Also in this form (repeat). Recorded adjustments that ask for it are followed by themselves.",
)  # fmt: skip
dry_run_option = click.option("--dry-run", is_flag=True, help="Show what would be done; write nothing.")


def place_options(command: F) -> F:
    """`-w` and `--pack` behind the command's name too, where people look for them."""
    command = click.option("--pack", "own_pack", help="The procedure: a pack's id or its folder.")(command)
    return click.option("-w", "--workspace", "own_workspace", type=click.Path(), help="The workspace.")(
        command
    )


def merge_place(own_workspace: str | None, own_pack: str | None) -> None:
    """Let a command's own `-w` and `--pack` win over those before its name."""
    settings = click.get_current_context().obj
    settings["workspace"] = own_workspace or settings["workspace"]
    settings["pack"] = own_pack or settings["pack"]


def workspace_or_none() -> Workspace | None:
    """The workspace, where there is one."""
    named = click.get_current_context().obj["workspace"]
    return open_workspace(Path(named)) if named else find_workspace(Path.cwd())


def need_workspace() -> Workspace:
    """The workspace.

    Raises:
        UsageError: there is none, with how to make one.
    """
    found = workspace_or_none()
    if found is None:
        raise UsageError("workspace", "none was found here", "`hrdocs init DIR` makes one, -w DIR names one.")
    return found


def pack_name(workspace: Workspace | None) -> str:
    """The pack asked for, else the workspace's, else the council's (said on stderr)."""
    named: str | None = click.get_current_context().obj["pack"]
    if named:
        return named
    if workspace is not None:
        return read_organisation(workspace).pack
    talk(f"Using the pack {DEFAULT_PACK} (--pack names another).")
    return DEFAULT_PACK


def user() -> str:
    """Who is at the keyboard."""
    return os.environ.get("HRDOCS_USER") or getpass.getuser()


def now() -> dt.datetime:
    """The moment, in UTC."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def start_of_day() -> dt.datetime:
    """Today's first moment in UTC: what is stamped with it is the same all day, so a rerun is a rerun."""
    return now().replace(hour=0, minute=0, second=0)


def today() -> dt.date:
    """Today, where the user is."""
    return dt.datetime.now().astimezone().date()


def talk(line: str) -> None:
    """A line for the person, not part of the result."""
    click.echo(one_line(line), err=True)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
