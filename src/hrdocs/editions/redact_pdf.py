"""A release copy of a PDF: made anew from its pages, without what a reader may not have."""

import datetime as dt
from collections.abc import Sequence

from hrdocs.editions.release import PICTURE_TOKEN, Released, Removed
from hrdocs.errors import LetterError
from hrdocs.rules.redaction import Proposal, Withheld, apply_cuts, find_cuts
from hrdocs.tools.pdf_release import read_lines, rebuild_pdf


def redact_pdf(
    data: bytes,
    withheld: Sequence[Withheld],
    *,
    name: str,
    known: Sequence[str],
    keep_pictures: bool,
    day: dt.date,  # noqa: ARG001 - as for a Word file
) -> Released:
    """A release copy of a PDF, read again to prove that nothing remains.

    Raises:
        InputError: the file cannot be read.
        LetterError: something withheld would still stand in it.
    """
    removed: list[Removed] = []
    proposals: list[Proposal] = []

    def rewrite(page: int, line: str) -> str | None:
        cuts, found = find_cuts(line, withheld, known=known)
        removed.extend(Removed(f"page {page}", cut.token, cut.why) for cut in cuts)
        proposals.extend(found)
        return apply_cuts(line, cuts) if cuts else None

    rebuilt = rebuild_pdf(data, name=name, rewrite=rewrite, keep_pictures=keep_pictures, token=PICTURE_TOKEN)
    for page, line in read_lines(rebuilt.data, name=name):
        cuts, _ = find_cuts(line, withheld, known=known)
        if cuts:
            fact = f"something withheld still stands on page {page}: {cuts[0].why}"
            raise LetterError(name, fact, "Take it out by hand and try again.")
    pictures = tuple(f"page {page}: {what}" for page, what in rebuilt.unread)
    return Released(rebuilt.data, tuple(removed), tuple(dict.fromkeys(proposals)), pictures)
