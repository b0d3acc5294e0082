"""What goes with a letter: an e-mail draft, a calendar entry for its meeting, large print, plain text.

Titles and file names say nothing of the matter. An address is put in only where a safe way to reach the
person is recorded and is an e-mail address. Nothing is sent.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from hrdocs.case import Case, Json
from hrdocs.desk.proving import LetterDesk
from hrdocs.errors import LetterError
from hrdocs.letters.editions import format_plain_text, make_large_print
from hrdocs.letters.pdf import render_pdfs
from hrdocs.procedure import LetterKind
from hrdocs.rules.withholding import iter_texts
from hrdocs.tools.ics import render_meeting
from hrdocs.tools.mail import Attachment
from hrdocs.tools.outbox import render_draft
from hrdocs.workspace import write_whole

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})(?:[.:](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|noon)?(?!\d)", re.IGNORECASE)
_LARGE = re.compile(r"\blarge(?:r)?[- ](?:print|type|font|text)\b|\b1[68][- ]?p(?:oin)?t\b", re.IGNORECASE)
_PLAIN = re.compile(r"\bplain[- ]text\b|\bscreen[- ]reader\b|\be-?text\b", re.IGNORECASE)


class Edition(StrEnum):
    """A shape of a letter for those who need it."""

    LARGE_PRINT = "large-print"
    PLAIN_TEXT = "plain-text"


def wanted_editions(case: Case, to: str) -> tuple[Edition, ...]:
    """The editions that this person's recorded adjustments ask for."""
    facts = case.facts.get(f"adjustments-recorded:{to}", {})
    said = " ".join(text for _, text in iter_texts(facts))
    pairs = ((_LARGE, Edition.LARGE_PRINT), (_PLAIN, Edition.PLAIN_TEXT))
    return tuple(edition for pattern, edition in pairs if pattern.search(said))


def render_edition(docx: bytes, edition: Edition) -> tuple[str, bytes]:
    """The ending of its file's name, and the edition of a finished letter."""
    if edition is Edition.LARGE_PRINT:
        return "-large-print.docx", make_large_print(docx)
    return ".txt", format_plain_text(docx).encode("utf-8")


def edition_paths(path: Path) -> tuple[Path, ...]:
    """Where the editions and the PDF of a letter's file stand, if they were made."""
    return tuple(path.with_name(f"{path.stem}{end}") for end in ("-large-print.docx", ".txt", ".pdf"))


def safe_address(case: Case, to: str) -> str | None:
    """The e-mail address at which it is recorded that the person can safely be reached."""
    contact = case.facts.get(f"safe-contact-recorded:{to}", {}).get("contact")
    found = _ADDRESS.search(contact) if isinstance(contact, str) else None
    return found.group() if found else None


def render_letter_mail(
    case: Case, to: str, docx: bytes, desk: LetterDesk, *, editions: Sequence[Edition] = ()
) -> bytes:
    """An e-mail draft with the letter attached, in neutral words."""
    person = case.party(to)
    name = person.name if person else ""
    files = [Attachment(f"letter-{case.ref}.docx", docx, _WORD)]
    for edition in editions:
        ending, data = render_edition(docx, edition)
        kind = _WORD if edition is Edition.LARGE_PRINT else "text/plain"
        files.append(Attachment(f"letter-{case.ref}{ending}", data, kind))
    telephone = f" or telephone {desk.organisation.phone}" if desk.organisation.phone else ""
    text = (
        f"Dear {name}\n\n"
        f"A letter is attached. It is private and confidential. Our reference is {case.ref}.\n\n"
        f"If you cannot open it, or would like it in another form, please reply{telephone}.\n\n"
        f"{desk.organisation.department or desk.organisation.name}\n{desk.organisation.name}\n"
    )
    subject = f"Private and confidential: our reference {case.ref}"
    return render_draft(subject, text, files, now=desk.now, to=safe_address(case, to))


def render_letter_meeting(case: Case, letter: LetterKind, to: str, *, now: dt.datetime) -> bytes:
    """The calendar entry of the meeting that a letter invites to; its title is neutral.

    Raises:
        LetterError: the letter invites to no meeting, or its day is not recorded.
    """
    facts = _meeting(case, letter, to)
    day = _day(facts.get("date"))
    if day is None:
        raise LetterError(f"{letter.kind} in {case.ref}", "invites to no meeting with a recorded day",
                          "Leave --ics out, or record the meeting.", code="no-meeting")  # fmt: skip
    place = facts.get("place")
    return render_meeting(
        f"Meeting ({case.ref})", day, now=now, at=_hour(facts.get("time")),
        place=place if isinstance(place, str) else "",
    )  # fmt: skip


def _meeting(case: Case, letter: LetterKind, to: str) -> Mapping[str, Json]:
    for name in (*letter.needs, *letter.uses):
        space, _, fact = name.partition(".")
        kind = space.replace("_", "-")
        times = f"{space}.time" in (*letter.needs, *letter.uses)
        facts = case.facts.get(f"{kind}:{to}") or case.facts.get(kind)
        if fact == "date" and times and facts:
            return facts
    return {}


def _day(value: Json) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _hour(value: Json) -> dt.time | None:
    """The hour in a text such as "10.30 am"; None where it is not plain."""
    found = _HOUR.search(value) if isinstance(value, str) else None
    if found is None:
        return None
    hour, minute, half = int(found.group(1)), int(found.group(2) or 0), (found.group(3) or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    sure = half or (found.group(2) and hour > 7)
    return dt.time(hour, minute) if sure and hour < 24 and minute < 60 else None


def write_beside(
    path: Path, docx: bytes, editions: Sequence[Edition], *, mode: int | None = None
) -> list[Path]:
    """Write the editions of a letter beside its file."""
    written = []
    for edition in editions:
        ending, data = render_edition(docx, edition)
        target = path.with_name(f"{path.stem}{ending}")
        if target.exists() and target.read_bytes() == data:
            written.append(target)
            continue
        target.unlink(missing_ok=True)
        write_whole(target, data)
        if mode is not None:
            target.chmod(mode)
        written.append(target)
    return written


def write_pdfs(paths: Sequence[Path]) -> list[Path]:
    """Write the PDF of each Word file beside it, all in few calls.

    Raises:
        UnavailableError: LibreOffice is not installed; the Word files are there all the same.
        InputError: LibreOffice fails.
    """
    written = []
    for path, pdf in zip(paths, render_pdfs([path.read_bytes() for path in paths]), strict=True):
        write_whole(path.with_suffix(".pdf"), pdf)
        written.append(path.with_suffix(".pdf"))
    return written
