"""Zip packages with the same bytes, whatever the clock says, and with members that are ready to copy."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_DATE, _TIME = 0x21, 0  # the same day as zip writes it
_VERSION, _UNIX = 20, 3
_MODE = 0o600 << 16
_LEVEL = 6  # what zip programs take
# For members that are packed once and copied often, and for those packed anew for each letter: level,
# window, memory. A small window and memory cost little to set up, and letters are small.
_WELL = (_LEVEL, zipfile.ZIP_DEFLATED, -15, 9)
_QUICK = (1, zipfile.ZIP_DEFLATED, -14, 6)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a package as it stands in the file; `central` is its line of the table of contents."""

    name: str
    local: bytes
    central: bytes
    encoded_name: bytes


def pack_member(name: str, data: bytes, *, quick: bool = False) -> Member:
    """Compress a member once; `quick` trades some bytes for time."""
    packer = zlib.compressobj(*(_QUICK if quick else _WELL))
    packed = packer.compress(data) + packer.flush()
    encoded = name.encode("utf-8")
    flags = 0 if name.isascii() else 0x800
    facts = (
        flags,
        zipfile.ZIP_DEFLATED,
        _TIME,
        _DATE,
        zlib.crc32(data),
        len(packed),
        len(data),
        len(encoded),
    )
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", _VERSION, *facts, 0)
    central = struct.pack("<4s2B5H3L5HL", b"PK\x01\x02", _VERSION, _UNIX, _VERSION, *facts, 0, 0, 0, 0, _MODE)
    return Member(name, b"".join((local, encoded, packed)), central, encoded)


def write_zip(members: Iterable[Member]) -> bytes:
    """One package of the members in their order."""
    bodies: list[bytes] = []
    table: list[bytes] = []
    at = 0
    for member in members:
        bodies.append(member.local)
        table += (member.central, struct.pack("<L", at), member.encoded_name)
        at += len(member.local)
    contents = b"".join(table)
    count = len(bodies)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(contents), at, 0)
    return b"".join((*bodies, contents, end))


def fix_zip(data: bytes) -> bytes:
    """The same members in the same order, with time stamps that never change."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _MODE
            info.create_system = _UNIX
            target.writestr(info, source.read(entry), compresslevel=_LEVEL)
    return out.getvalue()
