# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile zip archives."""

from collections.abc import Callable, Sequence

from tests.hostile.kinds import (
    Hostile,
    Raw,
    cuts,
    deflated_zeros,
    flips,
    noise,
    raw,
    raw_zip,
    sample,
    zipped,
)  # fmt: skip


def good() -> bytes:
    return sample("01-complaint.docx")


def bomb(megabytes: int, name: bytes = b"form.docx") -> Raw:
    data, size, crc = deflated_zeros(megabytes)
    return Raw(name, data, size, crc)


def nested(depth: int, inner: bytes, wide: int = 1) -> bytes:
    for level in range(depth):
        inner = zipped([(f"{level}-{n}.zip", inner) for n in range(wide)])
    return inner


def one(name: str | bytes, **changes: object) -> bytes:
    return raw_zip([raw(name, good(), **changes)])


def many(count: int) -> bytes:
    return raw_zip([raw(f"{n}.txt", b"x") for n in range(count)])


def overlapped(count: int) -> bytes:
    return raw_zip([bomb(60, f"{n}.txt".encode()) for n in range(count)], same_data=True)


def quoted(count: int) -> bytes:
    """Each member's bytes are the next one's header: stored blocks that quote each other."""
    data, size, crc = deflated_zeros(20)
    return raw_zip(
        [Raw(f"{n}.docx".encode(), data, size * (n + 1), crc) for n in range(count)], same_data=True
    )


def link() -> bytes:
    whole = bytearray(zipped([("link.docx", b"/etc/passwd")], stored=True))
    at = whole.index(b"PK\x01\x02")
    whole[at + 5] = 3
    whole[at + 38 : at + 42] = (0o120777 << 16).to_bytes(4, "little")
    return bytes(whole)


Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("bomb-100", lambda: raw_zip([bomb(100)]), "", True),
    ("bomb-1100", lambda: raw_zip([bomb(1100)]), "", True),
    ("bomb-many", lambda: raw_zip([bomb(60, f"{n}.txt".encode()) for n in range(8)]), "", True),
    ("bomb-lie", lambda: raw_zip([Raw(b"a.docx", deflated_zeros(500)[0], 100, 1)]), "", True),
    ("bomb-nested", lambda: nested(4, raw_zip([bomb(60)]), wide=6), "", True),
    ("bomb-fan", lambda: nested(3, zipped([("a.docx", good())]), wide=16), "", True),
    ("nested-4", lambda: nested(3, zipped([("a.docx", good())])), "read", False),
    ("nested-300", lambda: nested(300, zipped([("a.docx", good())])), "", True),
    ("overlapped", lambda: overlapped(200), "", True),
    ("quoted", lambda: quoted(100), "", False),
    ("members-100000", lambda: many(100_000), "too-large", True),
    ("members-1500", lambda: many(1500), "", True),
    ("empty", lambda: zipped([]), "", True),
    ("folders-only", lambda: zipped([("a/", b""), ("a/b/", b"")]), "empty", False),
    ("slip", lambda: one("../../../../tmp/slip.docx"), "read", True),
    ("slip-windows", lambda: one("..\\..\\slip.docx"), "read", False),
    ("slip-absolute", lambda: one("/etc/slip.docx"), "read", False),
    ("slip-drive", lambda: one("C:\\slip.docx"), "read", False),
    ("name-escape", lambda: one("\x1b]0;hello\x07\x1b[31m.docx"), "read", True),
    ("name-newline", lambda: one("a\nhrdocs: all is well\n.docx"), "read", True),
    ("name-rtl", lambda: one("\u202excod.exe"), "", True),
    ("name-null", lambda: one(b"a\0b.docx"), "", False),
    ("name-empty", lambda: one(b""), "", True),
    ("name-long", lambda: one("a" * 60_000 + ".docx"), "read", False),
    ("name-not-utf8", lambda: one(b"\xff\xfe\x80.docx", flags=0x800), "", True),
    ("name-cp437", lambda: one(b"R\xa2is\xa1n.docx"), "read", False),
    ("name-bang", lambda: one("a!b!c.docx"), "read", False),
    ("name-slashes", lambda: one("a//b///c.docx"), "read", False),
    ("name-same", lambda: raw_zip([raw("a.docx", good()), raw("a.docx", sample("06-complaint.docx"))]), "", True),
    ("name-reserved", lambda: raw_zip([raw("CON", good()), raw("aux.docx", good()), raw(".docx", good())]), "", False),
    ("locked", lambda: one("a.docx", flags=1), "", True),
    ("method-unknown", lambda: one("a.docx", method=77), "", True),
    ("method-bzip2", lambda: one("a.docx", method=12), "", False),
    ("method-lzma", lambda: one("a.docx", method=14), "", False),
    ("method-64", lambda: one("a.docx", method=9), "", False),
    ("crc-wrong", lambda: one("a.docx", crc=7), "", True),
    ("size-wrong", lambda: one("a.docx", size=7), "", False),
    ("size-huge", lambda: one("a.docx", size=0xFFFFFFF0), "too-large", False),
    ("extra-broken", lambda: one("a.docx", extra=b"\x01\0\xff\xff"), "", True),
    ("extra-zip64", lambda: one("a.docx", extra=b"\x01\0\x18\0" + b"\xff" * 24, size=0xFFFFFFFF), "", True),
    ("link", link, "", True),
    ("comment-long", lambda: raw_zip([raw("a.docx", good())], comment=b"x" * 65_535), "", False),
    ("prefix", lambda: b"#!/bin/sh\nexit\n" + zipped([("a.docx", good())]), "", False),
    ("stored-word", lambda: zipped([("a.docx", good()), ("b.docx", sample("06-complaint.docx"))], stored=True), "read", True),
    ("stored-word-one", lambda: zipped([("a.docx", good())], stored=True), "read", True),
    ("mixed", lambda: zipped([("a.docx", good()), ("b.docx", good()[:900]), ("c.pdf", b"%PDF-1.7\n"), ("d", noise(99, 41))]), "", True),
    ("litter", lambda: zipped([("__MACOSX/._a.docx", b"x"), (".DS_Store", b"x")]), "empty", False),
    ("pdf-bomb", lambda: zipped([("a.pdf", b"%PDF-1.7\n" + bytes(40 * 1024**2))]), "", False),
    ("mail-in-zip", lambda: zipped([("a.eml", sample("12-message.eml"))]), "read", False),
    ("itself", lambda: zipped([("a.zip", zipped([("a.zip", b"PK\x03\x04")]))]), "", False),
    ("spanned", lambda: b"PK\x07\x08" + zipped([("a.docx", good())]), "", False),
    ("comment-marks", lambda: raw_zip([raw("a.docx", good())], comment=b"[Content_Types].xml word/"), "", True),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    whole = lambda: sample("13-forms.zip")  # noqa: E731
    made = [*cuts("zip", ".zip", whole, 10, 5), *flips("zip", ".zip", whole, 6)]
    return made + [Hostile(f"zip-{n}.zip", make, e, q) for n, make, e, q in _SINGLE]
