"""What events and letters are called: in the procedure's words, and in ours for what every case has."""

from hrdocs.procedure import Procedure
from hrdocs.rules.reviewed import REVIEWED
from hrdocs.rules.workflow import DOCUMENT_ADDED, PARTY_ADDED, RECEIVED, WITHDRAWN

_EVERY_CASE = {
    RECEIVED: "Complaint received",
    PARTY_ADDED: "Somebody joined the case",
    REVIEWED: "Answer reviewed",
    DOCUMENT_ADDED: "Document added",
    WITHDRAWN: "Entry taken back",
    "note-added": "Note",
    "letter-drafted": "Letter drafted",
    "letter-approved": "Letter approved",
    "letter-issued": "Letter issued",
    "letter-withdrawn": "Letter withdrawn",
    "release-copied": "Copy for release made",
}


def event_title(kind: str, titles: dict[str, str]) -> str:
    """The title of a kind of event; a kind that nobody named is told by its id, in words."""
    return titles.get(kind) or kind.replace("-", " ").capitalize()


def event_titles(procedure: Procedure) -> dict[str, str]:
    """Titles by kind of event."""
    return {**_EVERY_CASE, **{event.id: event.title for event in procedure.events}}


def letter_titles(procedure: Procedure) -> dict[str, str]:
    """Titles of letters, by kind and by "kind:audience"."""
    return {
        **{letter.kind: letter.title for letter in reversed(procedure.letters)},
        **{f"{letter.kind}:{letter.audience}": letter.title for letter in procedure.letters},
    }
