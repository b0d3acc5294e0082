"""E-mail messages in: .eml through the standard library, .msg through oxmsg.

A `Message` is plain data. `day` is the day on which it was sent, in the sender's own time. Nested
messages stay messages. Nothing is fetched: pictures and links in HTML are left alone.
"""

import datetime as dt
import email
import email.policy
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from hrdocs.errors import InputError

# The line before each message of an mbox file: who sent it, and when.
FROM_LINE = rb"From \S+[^\n]*\d:\d\d[^\n]*\d{4}\s*"

MAX_PARTS = 500
MAX_NESTED = 5


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `inline` where the text itself shows it (a logo)."""

    name: str
    data: bytes
    content_type: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `text` and `html` are its own words, as far as it has them.

    `left_out` says what of it was not taken, where it holds more than a message can.
    """

    subject: str
    day: dt.date | None
    text: str
    html: str
    attachments: tuple[Attachment, ...]
    nested: tuple["Message", ...] = ()
    left_out: str = ""


def read_eml(data: bytes, *, name: str) -> Message:
    """A message as RFC 5322 writes it.

    Raises:
        InputError: it cannot be read as a message.
    """
    try:
        parsed = email.message_from_bytes(data, policy=email.policy.default)
        return _message(parsed)
    # The standard library's parser is lenient, but its header objects raise these on hostile input.
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        raise _unreadable(name) from error


def read_msg_file(data: bytes, *, name: str) -> Message:
    """An Outlook message.

    Raises:
        InputError: it cannot be read as a message.
    """
    import oxmsg

    try:
        found = oxmsg.Message.load(data)
        attachments = tuple(_outlook_attachments(found))
        sent = found.sent_date
        return Message(
            subject=found.subject or "",
            day=_header_day(found.message_headers.get("Date")) or (sent.date() if sent else None),
            text=found.body or "",
            html=found.html_body or "",
            attachments=attachments,
        )
    # oxmsg and the container reader below it raise these on damaged files.
    except (
        ValueError, LookupError, TypeError, AttributeError, AssertionError, OSError, struct.error,
        OverflowError,
    ) as error:  # fmt: skip
        raise _unreadable(name) from error


def _outlook_attachments(message: object) -> Iterator[Attachment]:
    for number, part in enumerate(message.attachments, 1):  # type: ignore[attr-defined]
        data = part.file_bytes
        if data:
            yield Attachment(part.file_name or f"attachment-{number}", data, part.mime_type or "")


def _message(parsed: EmailMessage, depth: int = 0) -> Message:
    text = html = ""
    attachments: list[Attachment] = []
    nested: list[Message] = []
    left_out = ""
    leaves, is_whole = _leaves(parsed)
    if not is_whole:
        left_out = f"holds more than {MAX_PARTS} parts"
    for part in leaves:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_content()
            if depth == MAX_NESTED:
                left_out = "holds messages within messages, too deep"
            elif isinstance(inner, EmailMessage):
                nested.append(_message(inner, depth + 1))
        elif kind.startswith("multipart/"):
            text += _text_of(part)
        elif (
            part.get_filename()
            or part.get_content_disposition() == "attachment"
            or not kind.startswith("text/")
        ):
            attachments.append(_attachment(part, len(attachments) + 1))
        elif kind == "text/html":
            html += _text_of(part)
        else:
            text += _text_of(part)
    return Message(
        str(parsed.get("Subject", "")), _header_day(parsed.get("Date")), text, html, tuple(attachments),
        tuple(nested), left_out,
    )  # fmt: skip


def _leaves(parsed: EmailMessage) -> tuple[list[EmailMessage], bool]:
    """The parts that hold something, a nested message counting as one, and whether these are all.

    What says that it has parts and has none (its boundary is lost) is a part by itself.
    """
    found: list[EmailMessage] = []
    waiting: list[EmailMessage] = [parsed]
    seen = 0
    while waiting and seen < MAX_PARTS:
        part = waiting.pop(0)
        seen += 1
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = [p for p in part.iter_parts() if isinstance(p, EmailMessage)]
        else:
            found.append(part)
    return found, not waiting


def _attachment(part: EmailMessage, number: int) -> Attachment:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    inline = part.get_content_disposition() == "inline" or bool(part.get("Content-ID"))
    return Attachment(part.get_filename() or f"attachment-{number}", data, part.get_content_type(), inline)


def _text_of(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    for charset in (part.get_content_charset(), "utf-8", "cp1252"):
        try:
            return payload.decode(charset or "utf-8")
        except (LookupError, ValueError):
            continue
    return payload.decode("latin-1")


def _header_day(header: object) -> dt.date | None:
    """The day of a Date header."""
    from email.utils import parsedate_to_datetime

    if not header:
        return None
    try:
        return parsedate_to_datetime(str(header)).date()
    except (ValueError, TypeError):
        return None


def _unreadable(name: str) -> InputError:
    return InputError(name, "cannot be read as an e-mail", "Ask for the form itself.", code="damaged")
