"""A letter as its reader sees it, and what was kept out of it."""

from dataclasses import dataclass

from hrdocs.case import Case
from hrdocs.letters.wordtext import Passage, read_passages
from hrdocs.rules.withholding import secrets

_KINDS = {
    "name": "name",
    "contact": "e-mail or telephone",
    "words": "what was recorded",
    "narrative": "account",
}


@dataclass(frozen=True, slots=True)
class KeptOut:
    """One thing that was looked for in a letter because its reader may not know it."""

    what: str  # name, e-mail or telephone, ...
    whose: str
    text: str


def kept_out(case: Case, party: str) -> tuple[KeptOut, ...]:
    """Everything that this reader's letters must not say, as it was looked for."""
    found = [KeptOut(_KINDS.get(s.kind, s.kind), s.whose, s.text) for s in secrets(case, party)]
    return tuple(dict.fromkeys(found))


def page_of(docx: bytes) -> tuple[Passage, ...]:
    """What the reader sees, paragraph by paragraph, empty ones left out."""
    return tuple(p for p in read_passages(docx) if p.part == "letter" and p.text.strip())
