"""What reading a received file gives: documents, and failures in their place."""

from dataclasses import dataclass

from hrdocs.document import Document, Severity
from hrdocs.errors import HrdocsError


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a document in one, that could not be read."""

    source: str
    error: HrdocsError
    sha256: str = ""


Outcome = Document | Failure


def needs_person(outcome: Outcome) -> bool:
    """Whether a document was not read, or has a finding above a note."""
    if isinstance(outcome, Failure):
        return True
    return any(finding.severity is not Severity.NOTE for finding in outcome.findings)
