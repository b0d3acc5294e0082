"""Zip archives → their members. Bounded in number, size and compression; nothing is written to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from hrdocs.errors import InputError
from hrdocs.read import MAX_BYTES, Part

MAX_MEMBERS = 2000
MAX_TOTAL = 512 * 1024 * 1024
_ENCRYPTED = 0x1
_HEADER = 30  # bytes before a member's name
_LITTER = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


def read_archive(data: bytes, *, name: str) -> tuple[Part, ...]:
    """The members of a zip archive in its own order, folders and systems' litter left out.

    A member that cannot be unpacked is a part with its error.

    Raises:
        InputError: it is no archive, holds nothing, or is a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_members(archive, name, data))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OverflowError, OSError) as error:
        raise InputError(name, "is a damaged zip archive", "Ask for it again.", code="damaged") from error


def _members(archive: zipfile.ZipFile, name: str, data: bytes) -> Iterator[Part]:
    infos = [info for info in archive.infolist() if not _is_litter(info)]
    if not infos:
        raise InputError(name, "holds no files", "Ask the sender for it again.", code="empty")
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_TOTAL:
        raise InputError(name, "holds too much to unpack", "Ask for smaller archives.", code="too-large")
    total = 0
    for info in infos:
        part = _unpacked(archive, info, data)
        total += len(part.data)
        if total > MAX_TOTAL:
            raise InputError(name, "unpacks to far too much", "Ask for smaller archives.", code="too-large")
        yield part


def _is_litter(info: zipfile.ZipInfo) -> bool:
    lower = info.filename.lower()
    return lower.startswith(_LITTER[0]) or lower.endswith(("/", *_LITTER[1:]))


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> Part:
    """A member's bytes, at most one more than may be read; packed as they are where they stay shut."""
    name = info.filename.replace("\\", "/") or "unnamed"
    # Two people's files may have one name: what cannot be opened is told apart by its packed bytes.
    packed = data[info.header_offset : info.header_offset + _HEADER + info.compress_size]
    if info.flag_bits & _ENCRYPTED:
        error = InputError(
            name, "is protected by a password", "Remove the password and try again.", code="encrypted"
        )
        return Part(name, name.encode() + packed, "member", error=error)
    try:
        with archive.open(info) as member:
            return Part(name, member.read(MAX_BYTES + 1), "member")
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        error = InputError(name, "cannot be unpacked", "Ask for it again.", code="damaged")
        return Part(name, name.encode() + packed, "member", error=error)
