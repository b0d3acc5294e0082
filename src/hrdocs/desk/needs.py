"""What a received document asks of a person: a call, a question, a look, or nothing; and why."""

from dataclasses import dataclass
from enum import StrEnum

from hrdocs.desk.intake import State
from hrdocs.desk.receiving import ReceivedRow
from hrdocs.document import Document, Finding, Severity, VerdictKind
from hrdocs.rules.alike import gather
from hrdocs.rules.workflow import RISK_WORDS

_RISK = "It has words that suggest a risk to somebody: read it first."


class Need(StrEnum):
    """What comes next, the most pressing first."""

    CALL_FIRST = "call-first"
    CANNOT_USE = "cannot-use"
    CALL = "call"
    QUESTION = "question"
    LOOK = "look"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Needs:
    """The need and its reasons, in sentences that quote no account."""

    need: Need
    reasons: tuple[str, ...] = ()


def find_needs(row: ReceivedRow) -> Needs:
    """What one received document needs."""
    received, document = row.received, row.received.document
    if received.state in (State.QUARANTINED, State.LEFT):
        return Needs(Need.CANNOT_USE, (as_sentence(received.message),))
    if document is None:
        return Needs(Need.NOTHING)
    errors = _messages(document, Severity.ERROR)
    warnings = _messages(document, Severity.WARNING)
    asked, questions = _time(document)
    reasons = tuple(dict.fromkeys((*errors, *asked, *questions, *warnings)))
    if any(finding.code == RISK_WORDS for finding in document.findings):
        return Needs(Need.CALL_FIRST, (_RISK, *reasons))
    if errors or asked:
        return Needs(Need.CALL, reasons)
    if questions or row.letters.held:
        held = ("A first letter is held back: the case says why.",) if row.letters.held else ()
        return Needs(Need.QUESTION, (*reasons, *held))
    return Needs(Need.LOOK if warnings else Need.NOTHING, reasons)


def as_sentence(message: str) -> str:
    """Why a file cannot be used, as a sentence of its own: "is encrypted." begins with "It"."""
    return f"It {message}" if message[:1].islower() else message


def _messages(document: Document, severity: Severity) -> list[str]:
    told = [(finding.code, finding.message) for finding in document.findings if _counts(finding, severity)]
    return [message for _, message in gather(told)]


def _counts(finding: Finding, severity: Severity) -> bool:
    return finding.severity is severity and finding.code != RISK_WORDS


def _time(document: Document) -> tuple[list[str], list[str]]:
    """Why the complainant must be asked about dates, and what is asked before anybody is refused."""
    verdict = document.verdict
    if verdict is None:
        return [], []
    if verdict.verdict is VerdictKind.NEEDS_REVIEW:
        return [f"Time limit: {reason}" for reason in (verdict.reasons or verdict.questions)[:2]], []
    if verdict.verdict in (VerdictKind.OUT_OF_TIME, VerdictKind.PARTLY_IN_TIME):
        return [], [f"Time limit: {question}" for question in verdict.questions[:2]]
    return [], []
