"""Any received file → its layouts.

The bytes decide what a file is, not its name: a PDF named .docx is read as a PDF. A file can hold
several documents (an archive, an e-mail); each is a `Reading`, and one that cannot be read is a
reading with an error, so that the others are not lost.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from hrdocs.document import Layout
from hrdocs.errors import HrdocsError, InputError
from hrdocs.tools.mail import FROM_LINE

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """One document of a file. `member` is its path inside an archive or e-mail, "" for a whole file.

    `role` is `file`, `member` (of an archive), `attachment` or `body` (of an e-mail). Exactly one of
    `layout` and `error` is set.
    """

    member: str
    sha256: str
    role: str = "file"
    layout: Layout | None = None
    error: HrdocsError | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside another, before it is read: `layout` where its holder has read it already,
    `error` where its holder could not take it out.

    `received` is the day of the e-mail that brought it, `forwarded` of those that it forwards.
    """

    name: str
    data: bytes
    role: str
    layout: Layout | None = None
    error: HrdocsError | None = None
    received: dt.date | None = None
    forwarded: tuple[dt.date, ...] = ()


def read_file(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Everything that a received file holds, in the order in which it stands there.

    Raises:
        InputError: the file itself cannot be read. Parts that cannot be are readings with an error.
    """
    return _read(data, name, member="", role="file", depth=0)


def find_part(data: bytes, *, name: str, sha256: str) -> bytes:
    """The bytes of one document inside an archive or e-mail, by the digest that its reading has.

    Raises:
        InputError: there is no such part.
    """
    found = _find(data, name, sha256, 0)
    if found is None:
        raise InputError(name, "no longer holds the document", "Take the file in again.", code="damaged")
    return found


def _find(data: bytes, name: str, sha256: str, depth: int) -> bytes | None:
    try:
        kind = sniff(data, name)
        parts = _function(_HOLDERS[kind])(data, name=name) if kind in _HOLDERS and depth < MAX_DEPTH else ()
    except InputError:
        return None
    for part in parts:
        if hashlib.sha256(part.data).hexdigest() == sha256:
            return bytes(part.data)
    inner = (_find(part.data, part.name, sha256, depth + 1) for part in parts)
    return next((found for found in inner if found is not None), None)


def _read(data: bytes, name: str, *, member: str, role: str, depth: int) -> tuple[Reading, ...]:
    kind = sniff(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind in _HOLDERS:
        if depth == MAX_DEPTH:
            raise InputError(
                name, "holds files within files, too deep", "Take the form out of it.", code="too-large"
            )
        parts = _function(_HOLDERS[kind])(data, name=name)
        found: list[Reading] = []
        for part in parts:
            found.extend(_read_part(part, f"{member}/{part.name}".lstrip("/"), depth + 1))
        if not found:
            fact, step = (
                "holds no text and no file that can be read",
                "Look at it by eye, and ask for the form.",
            )
            raise InputError(name, fact, step, code="empty")
        return tuple(found)
    layout: Layout = _function(_READERS[kind])(data, name=name)
    return (Reading(member, sha256, role, layout=layout),)


def _read_part(part: Part, member: str, depth: int) -> tuple[Reading, ...]:
    sha256 = hashlib.sha256(part.data).hexdigest()
    if part.layout is not None or part.error is not None:
        return (Reading(member, sha256, part.role, layout=part.layout, error=part.error),)
    try:
        readings = _read(part.data, part.name, member=member, role=part.role, depth=depth)
    except HrdocsError as error:
        return (Reading(member, sha256, part.role, error=error),)
    return tuple(_received(reading, part) for reading in readings)


def _received(reading: Reading, part: Part) -> Reading:
    """The reading with the day it came, unless a message further in has told an earlier one."""
    layout = reading.layout
    if layout is None or part.received is None or layout.received is not None:
        return reading
    return replace(reading, layout=replace(layout, received=part.received, forwarded=part.forwarded))


_READERS = {
    "docx": "docx:read_docx",
    "pdf": "pdf:read_pdf",
    "image": "scan:read_image",
    "office": "office:read_office",
    "text": "text:read_text",
}
_HOLDERS = {
    "zip": "archive:read_archive",
    "email": "email:read_email",
    "msg": "email:read_msg",
}
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
# where a message of an mbox file begins: at the head of the file or after an empty line
_MESSAGES = re.compile(rb"(?:\A|\n\r?\n)" + FROM_LINE + rb"\n")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes, name: str) -> str:
    """What a file is, by its bytes: a key of the readers above.

    Raises:
        InputError: it is empty, too large, encrypted, or of no kind that can be read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError(name, "is empty", "Ask the sender for it again.", code="empty")
    if len(data) > MAX_BYTES:
        size = f"is larger than {MAX_BYTES // 1024**2} MB"
        raise InputError(name, size, "Ask for it in smaller parts.", code="too-large")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _sniff_zip(data, name)
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(_OLE):
        return _sniff_ole(data, name)
    if data.startswith(b"{\\rtf"):
        return "office"
    _refuse_store(data, name)
    if _looks_like_email(data):
        return "email"
    if _is_text(data, name):
        return "text"
    raise _unsupported(name)


def _refuse_store(data: bytes, name: str) -> None:
    if data.startswith(b"!BDN") or (data.startswith(b"From ") and len(_MESSAGES.findall(data)) > 1):
        fact = "is a store of several e-mails"
        step = "Take in an mbox file by itself with `hrdocs intake`; of Outlook, the messages one by one."
        raise InputError(name, fact, step, code="not-supported")


def _sniff_zip(data: bytes, name: str) -> str:
    """A Word file, an OpenDocument text, or a plain archive."""
    if _is_package(data):
        if b"word/" in data or name.lower().endswith((".docx", ".docm", ".dotx", ".dotm")):
            return "docx"
        raise _unsupported(name)
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "office"
    if b"mimetypeapplication/" in data[:200]:
        raise _unsupported(name)
    return "zip"


def _is_package(data: bytes) -> bool:
    """Whether an archive is one Office file, by its own members, not by those of files packed in it.

    Where its index is lost, the bytes must do.
    """
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {member.replace("\\", "/").lstrip("/").lower() for member in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError):
        return b"[Content_Types].xml" in data
    return not members.isdisjoint({"[content_types].xml", "word/document.xml", "xl/workbook.xml"})


def _sniff_ole(data: bytes, name: str) -> str:
    """An Outlook message, an old Word file, or a Word file under a password."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise InputError(
            name, "is protected by a password", "Remove the password and try again.", code="encrypted"
        )
    if holds("__substg1.0_") or holds("__properties_version1.0"):
        return "msg"
    if holds("WordDocument"):
        return "office"
    raise _unsupported(name)


def _looks_like_email(data: bytes) -> bool:
    """Header lines at the top, one of them From, Received, Subject or Date."""
    head = data[:4096].lstrip().split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    lines = [line for line in head.splitlines() if line and not line.startswith((b" ", b"\t"))]
    names = {line.split(b":")[0].lower() for line in lines if b":" in line}
    wanted = {b"from", b"received", b"subject", b"date", b"mime-version", b"to", b"return-path"}
    return len(names & wanted) >= 2


def _is_text(data: bytes, name: str) -> bool:
    """A plain text file: named as one, and without the control characters of other kinds."""
    if not name.lower().endswith((".txt", ".text")):
        return False
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return is_wide or not any(c < 9 or 13 < c < 32 for c in data[:65536])


def _unsupported(name: str) -> InputError:
    return InputError(
        name,
        "is not a kind of file that hrdocs reads",
        "It reads Word, PDF, OpenDocument and RTF files, pictures, e-mails and zip archives.",
        code="not-supported",
    )


def _function(name: str) -> Callable[..., Any]:
    """A reader by name, imported when it is first needed: some are heavy."""
    module, function = name.split(":")
    return getattr(import_module(f"hrdocs.read.{module}"), function)  # type: ignore[no-any-return]
