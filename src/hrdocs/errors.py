"""What can go wrong in running, each with its exit code.

A problem in a form is not an error but a `Finding`. An error names the file or thing, the fact and
the next step, on one line, and never holds what a person wrote on a form.
"""

from collections.abc import Sequence
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line, a stable interface."""

    OK = 0
    ATTENTION = 1
    USAGE = 2
    BUG = 3
    INPUT = 4
    PACK = 5
    LETTER = 6
    REGISTER = 7
    UNAVAILABLE = 8
    INTERRUPTED = 130


class HrdocsError(Exception):
    """Something that stops one piece of work: `subject: fact. Next step.`"""

    exit_code = ExitCode.BUG

    def __init__(self, subject: str, fact: str, next_step: str, *, code: str = "error") -> None:
        super().__init__(subject, fact, next_step, code)
        self.subject = subject
        self.fact = fact
        self.next_step = next_step
        self.code = code

    def __str__(self) -> str:
        return f"{self.subject}: {self.explanation}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.subject, self.fact, self.next_step, self.code)

    @property
    def explanation(self) -> str:
        """The fact and the next step, without the subject."""
        return f"{self.fact.rstrip('.')}. {self.next_step}"


def _rebuild(kind: type[HrdocsError], subject: str, fact: str, next_step: str, code: str) -> HrdocsError:
    """Errors cross process borders, so that a worker's error reaches the caller as it was."""
    error = kind.__new__(kind)
    HrdocsError.__init__(error, subject, fact, next_step, code=code)
    return error


class UsageError(HrdocsError):
    """The command cannot be understood or has no place to work in."""

    exit_code = ExitCode.USAGE


class InputError(HrdocsError):
    """A file that cannot be read.

    `code` is one of `not-found`, `empty`, `encrypted`, `damaged`, `not-supported`, `too-large`,
    `too-slow`, `missing-tool`, `not-text`.
    """

    exit_code = ExitCode.INPUT


class PackError(HrdocsError):
    """A pack with mistakes. `problems` holds every one of them, in the words of the TOML.

    Without a `next_step` of its own it names `pack check`, which lists them all.
    """

    exit_code = ExitCode.PACK

    def __init__(self, subject: str, problems: Sequence[str], next_step: str | None = None) -> None:
        self.problems = tuple(problems)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        told = f"{problems[0]}{more}" if next_step is None else "; ".join(problems)
        step = next_step or "`hrdocs pack check` lists them all."
        super().__init__(subject, told.removeprefix(f"{subject}: "), step, code="pack")
        self._given_step = next_step

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.subject, self.problems, self._given_step)


class LetterError(HrdocsError):
    """A letter or template that cannot be used."""

    exit_code = ExitCode.LETTER


class RegisterError(HrdocsError):
    """The register cannot do what was asked."""

    exit_code = ExitCode.REGISTER


class UnavailableError(HrdocsError):
    """A command that cannot run on this machine; the next step says how to get what it needs."""

    exit_code = ExitCode.UNAVAILABLE
