"""Older and other word processors' files (.doc, .odt, .rtf) as a Layout.

Conventions: what a file is, its bytes say, not its name. A .doc is read directly; where that cannot be
done, and for the others, LibreOffice opens it with that kind's filter and no other, and what it makes of
it is read as any Word file is.
"""

import io
import zipfile
import zlib
from dataclasses import replace

from hrdocs.document import Finding, Layout, Severity
from hrdocs.errors import InputError, UnavailableError
from hrdocs.read.docx import read_docx
from hrdocs.tools.scratch import scratch_folder
from hrdocs.tools.soffice import convert
from hrdocs.tools.word97 import open_word97
from hrdocs.tools.word97_xml import write_docx

SECONDS = 18  # less than the limit for a whole file, so that LibreOffice is ended in good order
MAX_UNPACKED = 128 * 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIB, _FIB_MAGIC, _FIB_FLAGS, _FIB_ENCRYPTED = 512, b"\xec\xa5", 522, 0x0100
_SAVE = "Open it in Word, save it as a Word document (.docx) and read that."
_OPEN_DOCUMENT = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)


def read_office(data: bytes, *, name: str) -> Layout:
    """The Layout of a .doc, .odt or .rtf file; of a Word file under such a name, too.

    Raises: InputError with the code `empty`, `encrypted`, `damaged`, `not-supported`, `too-large`,
    `too-slow` or `missing-tool`.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(name, "is empty", "Ask for the file to be sent again.", code="empty")
    ending, reader = _kind(data, name)
    if not ending:
        return read_docx(data, name=name)
    if ending == ".doc":
        try:
            return read_docx(write_docx(open_word97(data, name=name)), name=name)
        except InputError as fault:
            if fault.code not in ("damaged", "not-supported"):
                raise
    layout = read_docx(_convert(data, ending, reader, name), name=name)
    note = Finding("converted", Severity.NOTE, "It was read through LibreOffice.")
    return replace(layout, findings=(*layout.findings, note))


def _convert(data: bytes, ending: str, reader: str, name: str) -> bytes:
    with scratch_folder() as folder:
        source = folder / f"document{ending}"
        source.write_bytes(data)
        try:
            return convert(source, "docx", folder / "out", timeout=SECONDS, reader=reader).read_bytes()
        except UnavailableError as missing:
            fact = "can only be read where LibreOffice is installed"
            raise InputError(name, fact, missing.next_step, code="missing-tool") from missing
        except InputError as fault:
            raise InputError(name, fault.fact, fault.next_step, code=fault.code) from fault


def _kind(data: bytes, name: str) -> tuple[str, str]:
    """The ending and the filter for LibreOffice; an empty ending for a Word file."""
    if data.startswith(_OLE):
        return _kind_of_ole(data, name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"{\\rtf":
        return ".rtf", "Rich Text Format"
    if data.startswith(b"PK"):
        return _kind_of_zip(data, name)
    start = data[:1024].lower()
    if b"<html" in start or b"<!doctype html" in start or b"mime-version:" in start:
        raise InputError(name, "is a web page under another name", _SAVE, code="not-supported")
    if b"<?xml" in start or b"<office:document" in start:
        raise InputError(name, "is an XML file under another name", _SAVE, code="not-supported")
    if start.startswith(b"%pdf"):
        step = "Rename it to end in .pdf and read it again."
        raise InputError(name, "is a PDF under another name", step, code="not-supported")
    raise InputError(
        name, "is not a document that can be read, or its beginning is lost", _SAVE, code="damaged"
    )


def _kind_of_ole(data: bytes, name: str) -> tuple[str, str]:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    flags = int.from_bytes(data[_FIB_FLAGS : _FIB_FLAGS + 2], "little")
    is_locked = data[_FIB : _FIB + 2] == _FIB_MAGIC and flags & _FIB_ENCRYPTED
    if is_locked or holds("EncryptedPackage"):
        raise _encrypted(name)
    if holds("WordDocument"):
        return ".doc", "MS Word 97"
    if holds("__substg1.0"):
        step = "Rename it to end in .msg and read it again."
        raise InputError(name, "is an Outlook message under another name", step, code="not-supported")
    raise InputError(name, "is an Office file, but not of Word", _SAVE, code="not-supported")


def _kind_of_zip(data: bytes, name: str) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if "[Content_Types].xml" in archive.namelist():
                return "", ""
            unpacked = sum(member.file_size for member in members)
            kind = _read_member(archive, "mimetype", 200)
            manifest = _read_member(archive, "META-INF/manifest.xml", 2**20)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as fault:
        step = "Ask for the file to be sent again."
        raise InputError(
            name, "is damaged: it breaks off or cannot be unpacked", step, code="damaged"
        ) from fault
    if kind.strip() not in _OPEN_DOCUMENT:
        raise InputError(name, "is not a text document", _SAVE, code="not-supported")
    if b"encryption-data" in manifest:
        raise _encrypted(name)
    if unpacked > MAX_UNPACKED or len(members) > 5_000:
        step = "Ask the sender for the form by itself."
        raise InputError(name, "unpacks to more than a form can hold", step, code="too-large")
    return ".odt", "writer8"


def _read_member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as member:
        return member.read(limit)


def _encrypted(name: str) -> InputError:
    step = "Open it in Word or LibreOffice, remove the password, save it and read it again."
    return InputError(name, "is protected with a password", step, code="encrypted")
