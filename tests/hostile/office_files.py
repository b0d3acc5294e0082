# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile documents of older and other word processors, and plain texts."""

from collections.abc import Callable, Sequence

from tests.hostile.kinds import URL, Hostile, Raw, cuts, deflated_zeros, noise, raw, raw_zip, zipped

_OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
_KIND = "application/vnd.oasis.opendocument.text"
SAY = "<text:p>Full name: Ada Blackwood</text:p>"


def rtf(body: bytes = b"Full name: Ada Blackwood") -> bytes:
    return b"{\\rtf1\\ansi " + body + b"\\par}"


def odt(body: str = SAY, *, prolog: str = "", more: Sequence[tuple[str, bytes]] = ()) -> bytes:
    content = f'<?xml version="1.0"?>{prolog}<office:document-content {_OFFICE} office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    manifest = f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    parts = [("content.xml", content.encode()), ("META-INF/manifest.xml", manifest.encode()), *more]
    return raw_zip([stored("mimetype", _KIND.encode()), *(raw(n, d) for n, d in parts)])


def stored(name: str, data: bytes) -> Raw:
    return raw(name, data, packed=data, method=0)


def fodt(body: str = SAY) -> bytes:
    return f'<?xml version="1.0"?><office:document {_OFFICE} office:version="1.2" office:mimetype="{_KIND}"><office:body><office:text>{body}</office:text></office:body></office:document>'.encode()


def odt_bomb() -> bytes:
    data, size, crc = deflated_zeros(300)
    return raw_zip(
        [
            stored("mimetype", _KIND.encode()),
            Raw(b"content.xml", data, size, crc),
            raw("META-INF/manifest.xml", b"<m/>"),
        ]
    )


def remote() -> str:
    image = f'<draw:frame><draw:image xlink:href="{URL}/odt.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
    section = f'<text:section text:name="s"><text:section-source xlink:href="{URL}/odt.odt"/><text:p>x</text:p></text:section>'
    return f"<text:p>{image}</text:p>{section}{SAY}"


def web() -> bytes:
    return f'<html><head><link rel="stylesheet" href="{URL}/a.css"><meta http-equiv="refresh" content="0;url={URL}"></head><body><img src="{URL}/a.png"><p>Full name: Ada</html>'.encode()


def locked_odt() -> bytes:
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    return raw_zip(
        [
            stored("mimetype", _KIND.encode()),
            raw("META-INF/manifest.xml", manifest),
            raw("content.xml", noise(500, 61)),
        ]
    )


def doc(flags: int = 0) -> bytes:
    fib = b"\xec\xa5\xc1\0" + bytes(6) + flags.to_bytes(2, "little")
    names = "WordDocument".encode("utf-16-le").ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + fib.ljust(512, b"\0") + names + noise(9000, 62)


def letters(count: int) -> bytes:
    return b"".join(
        b"Full name: Ada Blackwood\r\nDate of incident(s): 3 March 2025\r\n" for _ in range(count)
    )


Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("plain.rtf", rtf, "read|missing-tool", False),
    ("deep.rtf", lambda: b"{\\rtf1" + b"{" * 200_000 + b"x" + b"}" * 200_000 + b"}", "", False),
    ("unclosed.rtf", lambda: b"{\\rtf1 " + b"{" * 50_000, "", False),
    ("binary.rtf", lambda: rtf(b"{\\*\\objdata " + noise(50_000, 63).hex().encode() + b"}"), "", False),
    ("bin-lie.rtf", lambda: rtf(b"\\bin2000000000 abc"), "", False),
    ("remote.rtf", lambda: rtf(f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{URL}/rtf.png" \\\\d}}}}{{\\*\\template {URL}/t.dotm}}Name: Ada'.encode()), "", True),
    ("numbers.rtf", lambda: rtf(b"\\u99999999999 \\'zz \\fs-99999999 \\trowd\\cellx" + b"9" * 400), "", False),
    ("header.rtf", lambda: b"{\\rtf", "", False),
    ("html.doc", web, "not-supported", True),
    ("html.rtf", web, "not-supported", False),
    ("html.odt", web, "not-supported", False),
    ("page.html", web, "not-supported", True),
    ("mht.doc", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + web(), "", False),
    ("fodt.fodt", lambda: fodt(remote()), "not-supported", True),
    ("fodt.odt", lambda: fodt(remote()), "not-supported", False),
    ("fodt.doc", lambda: fodt(remote()), "not-supported", False),
    ("word-xml.doc", lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "not-supported", False),
    ("plain.odt", odt, "read|missing-tool", False),
    ("remote.odt", lambda: odt(remote()), "", True),
    ("bomb.odt", odt_bomb, "too-large", True),
    ("entity.odt", lambda: odt("<text:p>&x;</text:p>", prolog=f'<!DOCTYPE x [<!ENTITY x SYSTEM "{URL}/e">]>'), "", False),
    ("entities.odt", lambda: odt("<text:p>&b9;</text:p>", prolog='<!DOCTYPE x [<!ENTITY b0 "ha">' + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10)) + "]>"), "", False),
    ("deep.odt", lambda: odt("<text:section>" * 20_000 + SAY + "</text:section>" * 20_000), "", False),
    ("repeated.odt", lambda: odt('<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="10000">' + SAY + "</table:table-cell></table:table-row></table:table>"), "", True),
    ("locked.odt", locked_odt, "encrypted", True),
    ("cut.odt", lambda: odt()[:300], "damaged", True),
    ("macro.odt", lambda: odt(more=[("Basic/Standard/Module1.xml", b"<x/>")]), "", False),
    ("noise.doc", doc, "", True),
    ("locked.doc", lambda: doc(0x0100), "encrypted", True),
    ("header.doc", lambda: doc()[:600], "", False),
    ("sheet.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(3000), "not-supported", False),
    ("sheet.ods", lambda: zipped([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")], stored=True), "not-supported", False),
)  # fmt: skip
_TEXTS: tuple[Row, ...] = (
    ("plain.txt", lambda: letters(1), "read", True),
    ("large.txt", lambda: b"Full name: Ada Blackwood\r\n" * 4_000_000, "too-large", True),
    ("large-20.txt", lambda: b"Full name: Ada Blackwood\r\n" * 800_000, "", True),
    ("lines-20000.txt", lambda: letters(10_000), "", True),
    ("line-long.txt", lambda: b"Full name: " + b"a " * 10_000_000, "", True),
    ("line-colons.txt", lambda: b": " * 1_000_000, "", True),
    ("digits.txt", lambda: b"Date of incident(s): " + b"1" * 2_000_000, "", True),
    ("dates.txt", lambda: b"Full name: Ada\nWork email: a@b.example\nName(s) of the person(s) complained about: X\nDate of incident(s): " + b"1/1/25 to 2/2/25, " * 50_000, "", True),
    ("emails.txt", lambda: b"Full name: Ada\nWork email: " + b"a@" * 200_000, "", True),
    ("spaces.txt", lambda: b"Full name:" + b" " * 5_000_000 + b"Ada", "", True),
    ("brackets.txt", lambda: b"Full name: " + b"(" * 300_000, "", False),
    ("dots.txt", lambda: b"Full name " + b"." * 2_000_000, "", False),
    ("underscores.txt", lambda: b"Full name " + b"_ " * 500_000, "", False),
    ("quotes.txt", lambda: b"> " * 500_000 + b"Full name: Ada", "", False),
    ("binary.txt", lambda: noise(100_000, 64), "not-supported", True),
    ("utf16.txt", lambda: letters(1).decode().encode("utf-16"), "read", True),
    ("utf16be.txt", lambda: b"\xfe\xff" + letters(1).decode().encode("utf-16-be"), "read", False),
    ("utf16-odd.txt", lambda: letters(1).decode().encode("utf-16")[:-1], "", False),
    ("utf8-broken.txt", lambda: letters(1) + b"\xff\xc3\x28\xed\xa0\x80", "", False),
    ("nulls.txt", lambda: b"Full\0name: \0Ada\0", "", True),
    ("null-end.txt", lambda: letters(1) + bytes(5000), "", False),
    ("escapes.txt", lambda: b"Full name: \x1b[2J\x1b]0;gone\x07Ada\r\n", "", True),
    ("c1-escapes.txt", lambda: "Full name: \u009b2J\u009d0;gone\u009c\u202eAda\u2066\r\n".encode(), "read", True),
    ("combining.txt", lambda: ("Full name: e" + "\u0301" * 300_000).encode(), "", False),
    ("bom-only.txt", lambda: b"\xef\xbb\xbf", "", False),
    ("empty.txt", lambda: b"", "empty", False),
    ("noname", lambda: letters(1), "", False),
    ("script.sh", lambda: b"#!/bin/sh\necho hello\n", "not-supported", False),
    ("table.csv", lambda: b"name,email\n=cmd|' /C calc'!A0,x\n", "not-supported", False),
    ("markdown.txt", lambda: b"# " * 200_000 + b"Full name: Ada", "", False),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    made = [*cuts("office-odt", ".odt", odt, 4, 3)]
    made += [Hostile(f"office-{n}", make, e, q) for n, make, e, q in _SINGLE]
    return made + [Hostile(f"text-{n}", make, e, q) for n, make, e, q in _TEXTS]
