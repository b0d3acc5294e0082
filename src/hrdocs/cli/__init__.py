"""The command line. Nothing heavy is imported before a command is chosen.

stdout is the result, stderr the talk. This is the one place where any exception is caught: an
`HrdocsError` is one line and its own exit code, anything else is a bug in hrdocs.
"""

import errno
import os
import sys
from importlib import import_module

import click

from hrdocs import __version__
from hrdocs.cli.terminal import guard_output, one_line
from hrdocs.errors import ExitCode, HrdocsError

# name: (module, one line of help). The order is that of a day's work.
COMMANDS = {
    "demo": ("demo", "The whole day on the shipped samples, into a folder to look at."),
    "init": ("cases", "A new workspace."),
    "parse": ("forms", "Read forms and print the answers."),
    "validate": ("forms", "Read forms and print the findings and the verdict."),
    "check-time": ("times", "Is a complaint inside the time limit?"),
    "intake": ("intake", "Read received forms, open cases and draft the first letters."),
    "letter": ("letters", "Write one letter from a case."),
    "merge": ("letters", "Mail merge of any template with rows of data."),
    "case": ("cases", "List, show and record."),
    "due": ("due", "What is due: late, today, soon."),
    "report": ("reporting", "Anonymous statistics of a period and the one before."),
    "contact": ("reporting", "Count one contact with an adviser, without a name or a case."),
    "serve": ("serve", "The caseworker's pages, in a browser on this machine."),
    "publish": ("publishing", "An edition of guidance for an audience, with items left out."),
    "redact": ("releasing", "A release copy of a document, without what its reader may not have."),
    "retain": ("keeping", "What must be kept, reviewed or erased; erase on a recorded decision."),
    "verify": ("keeping", "Prove the log, the originals and the issued letters."),
    "backup": ("keeping", "A copy of the workspace that verifies."),
    "restore": ("keeping", "A workspace from a backup, into an empty folder."),
    "migrate": ("keeping", "Bring the register to this version, after a copy."),
    "template": ("templates", "Check, show and begin Word templates."),
    "pack": ("packs", "List and check packs."),
    "form": ("learning", "Draft the definition of a form of your own."),
}

_NO_ROOM = (errno.ENOSPC, errno.EROFS, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_FILE = (
    errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.ELOOP,
    errno.EINVAL, errno.EIO, errno.ENXIO, errno.EEXIST,
)  # fmt: skip


class Commands(click.Group):
    """Commands by name, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"hrdocs.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: hrdocs validate form.docx --received 2026-03-02",
)
@click.option("-w", "--workspace", type=click.Path(), help="The workspace folder (or HRDOCS_WORKSPACE).")
@click.option("--pack", help="The procedure: a pack's id or its folder.")
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
@click.version_option(__version__, prog_name="hrdocs")
@click.pass_context
def hrdocs(ctx: click.Context, workspace: str | None, pack: str | None, debug: bool) -> None:
    """Complaint forms in, cases, deadlines and letters out."""
    ctx.obj = {"workspace": workspace or os.environ.get("HRDOCS_WORKSPACE"), "pack": pack, "debug": debug}


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end with its exit code."""
    wanted = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in wanted
    guard_output()
    try:
        code = hrdocs.main(wanted, prog_name="hrdocs", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = ExitCode.USAGE
    except click.UsageError as error:
        code = _tell(_usage_line(error), ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        code = _tell("Stopped. Run the same command again to go on.", ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.OK
    except HrdocsError as error:
        if debug:
            raise
        code = _tell(str(error), error.exit_code)
    except Exception as error:
        if debug:
            raise
        code = _tell_of_system(error) or _tell(
            f"a bug in hrdocs ({type(error).__name__}). Nothing half done was kept. "
            "Run it again with --debug and report what it says.",
            ExitCode.BUG,
        )
    sys.exit(int(code or 0))


def _tell_of_system(error: Exception) -> ExitCode | None:
    """What the system refuses is no bug: a name that cannot be, a file that may not be read, a full disk."""
    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        return _tell("the command: holds a word that is no text (not UTF-8). Type it again.", ExitCode.USAGE)
    if isinstance(error, RuntimeError) and str(error).startswith("Symlink loop"):  # Python before 3.13
        error = OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not isinstance(error, OSError) or error.errno not in (*_NO_ROOM, *_NO_FILE):
        return None
    fact = (error.strerror or "cannot be used").lower()
    full = error.errno in _NO_ROOM
    step = "Make room for it" if full else "Check its name, its folder and its permissions"
    line = f"{error.filename or 'a file'}: {fact}. {step} and run the command again."
    return _tell(line, ExitCode.REGISTER if full else ExitCode.INPUT)


def _tell(line: str, code: ExitCode) -> ExitCode:
    click.echo(f"hrdocs: {one_line(' '.join(line.split()))}", err=True)
    return code


def _usage_line(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "hrdocs"
    return f"{error.format_message()} See `{command} --help`."
