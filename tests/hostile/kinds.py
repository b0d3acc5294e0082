"""What the makers of hostile files share: the record of a file, and zip archives byte by byte.

Every maker gives the same bytes at every call. Addresses in the files lead to a port of this machine
on which the tests listen, so that any attempt to fetch is seen.
"""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "council-dignity-at-work"
PORT = 47811
URL = f"http://127.0.0.1:{PORT}"
_WHEN = (2025, 1, 1, 0, 0, 0)

Member = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file to make. `quick` files are in the fast part of the tests.

    `expect` is `read`, an error code, several of these with `|`, or "" where any clear answer will do.
    """

    name: str
    make: Callable[[], bytes]
    expect: str = ""
    quick: bool = False


def zipped(members: Iterable[Member], *, stored: bool = False, level: int = 6) -> bytes:
    """An archive of the members in their order; names may stand in it twice."""
    out = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", kind, compresslevel=None if stored else level) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = kind
            archive.NameToInfo.pop(name, None)  # so that a name may stand twice without a warning
            archive.writestr(info, data)
    return out.getvalue()


def deflated_zeros(megabytes: int) -> tuple[bytes, int, int]:
    """Deflated bytes of so many megabytes of blanks, their size and check sum."""
    engine = zlib.compressobj(6, zlib.DEFLATED, -15)
    block, crc, out = b" " * 1024**2, 0, b""
    for _ in range(megabytes):
        out += engine.compress(block)
        crc = zlib.crc32(block, crc)
    return out + engine.flush(), megabytes * 1024**2, crc


@dataclass(frozen=True, slots=True)
class Raw:
    """A member as its bytes stand in an archive, true or not."""

    name: bytes
    packed: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = 0
    extra: bytes = b""


def raw_zip(members: Iterable[Raw], *, same_data: bool = False, comment: bytes = b"") -> bytes:
    """An archive made by hand. With `same_data` all index entries lead to the first member's bytes."""
    out, index = b"", b""
    count, first = 0, 0
    for member in members:
        at = first if same_data and count else len(out)
        local = struct.pack(
            "<4s5H3I2H", b"PK\x03\x04", 20, member.flags, member.method, 0, 0x5A21, member.crc,
            len(member.packed), member.size, len(member.name), len(member.extra),
        )  # fmt: skip
        if not (same_data and count):
            out += local + member.name + member.extra + member.packed
        index += struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, member.flags, member.method, 0, 0x5A21, member.crc,
            len(member.packed), member.size, len(member.name), len(member.extra), 0, 0, 0, 0, at,
        ) + member.name + member.extra  # fmt: skip
        count += 1
    end = struct.pack(
        "<4s4H2IH",
        b"PK\x05\x06",
        0,
        0,
        min(count, 65535),
        min(count, 65535),
        len(index),
        len(out),
        len(comment),
    )
    return out + index + end + comment


def packed(data: bytes) -> bytes:
    """Raw deflate."""
    engine = zlib.compressobj(6, zlib.DEFLATED, -15)
    return engine.compress(data) + engine.flush()


def raw(name: str | bytes, data: bytes, **changes: object) -> Raw:
    """A true member, but for the changes."""
    plain = name if isinstance(name, bytes) else name.encode()
    flags = 0x800 if isinstance(name, str) and not name.isascii() else 0
    member = Raw(plain, packed(data), len(data), zlib.crc32(data), flags=flags)
    values = {field: getattr(member, field) for field in Raw.__slots__} | changes
    return Raw(**values)


def noise(size: int, seed: int) -> bytes:
    """Bytes that look like nothing, the same at every call."""
    return random.Random(seed).randbytes(size)  # noqa: S311


def sample(name: str) -> bytes:
    """A shipped sample's bytes."""
    return (SAMPLES / name).read_bytes()


def damaged(data: bytes, seed: int, *, count: int = 20) -> bytes:
    """The data with some of its bytes changed."""
    chosen, out = random.Random(seed), bytearray(data)  # noqa: S311
    for _ in range(count):
        out[chosen.randrange(len(out))] = chosen.randrange(256)
    return bytes(out)


def cuts(stem: str, suffix: str, data: Callable[[], bytes], parts: int, quick: int) -> list[Hostile]:
    """A file broken off at so many points; the one numbered `quick` is in the fast part."""

    def cut(number: int) -> bytes:
        whole = data()
        return whole[: len(whole) * number // parts]

    return [
        Hostile(f"{stem}-cut-{n:02d}{suffix}", lambda n=n: cut(n), quick=n == quick)  # type: ignore[misc]
        for n in range(1, parts)
    ]


def flips(stem: str, suffix: str, data: Callable[[], bytes], times: int) -> list[Hostile]:
    """A file with bytes changed at random places, so many times over."""
    return [
        Hostile(f"{stem}-flip-{n:02d}{suffix}", lambda n=n: damaged(data(), n))  # type: ignore[misc]
        for n in range(times)
    ]
