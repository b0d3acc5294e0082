# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile e-mails: .eml, .msg and winmail.dat."""

import base64
from collections.abc import Callable, Sequence

from tests.hostile.kinds import URL, Hostile, cuts, flips, noise, sample, zipped

HEAD = b"From: ada@post.example\r\nTo: hr@post.example\r\nSubject: Complaint\r\nDate: Mon, 3 Mar 2025 09:00:00 +0000\r\nMIME-Version: 1.0\r\n"
BODY = b"\r\nFull name: Ada Blackwood\r\n"


def mail(headers: bytes = b"", body: bytes = BODY) -> bytes:
    return HEAD + headers + body


def attached(data: bytes, name: bytes = b"form.docx", encoding: bytes = b"base64") -> bytes:
    disposition = b'Content-Disposition: attachment; filename="' + name + b'"\r\n'
    part = (
        b"--b\r\nContent-Type: application/octet-stream\r\n"
        + disposition
        + b"Content-Transfer-Encoding: "
        + encoding
    )
    return mail(
        b'Content-Type: multipart/mixed; boundary="b"\r\n',
        b"\r\n" + part + b"\r\n\r\n" + data + b"\r\n--b--\r\n",
    )


def form(name: bytes = b"form.docx") -> bytes:
    return attached(base64.encodebytes(sample("01-complaint.docx")), name)


def nested(depth: int) -> bytes:
    out = mail()
    for _ in range(depth):
        out = HEAD + b"Content-Type: message/rfc822\r\n\r\n" + out
    return out


def multiparts(depth: int) -> bytes:
    out = b"\r\nhello\r\n"
    for n in range(depth):
        mark = f"b{n}".encode()
        out = (
            b'Content-Type: multipart/mixed; boundary="'
            + mark
            + b'"\r\n\r\n--'
            + mark
            + b"\r\n"
            + out
            + b"\r\n--"
            + mark
            + b"--\r\n"
        )
    return HEAD + out


def parts(count: int, inner: bytes = b"\r\n\r\nx\r\n") -> bytes:
    return mail(
        b'Content-Type: multipart/mixed; boundary="b"\r\n', b"\r\n" + (b"--b" + inner) * count + b"--b--\r\n"
    )


def html(text: str) -> bytes:
    return mail(b"Content-Type: text/html; charset=utf-8\r\n", b"\r\n" + text.encode())


def charset(name: str) -> bytes:
    return mail(
        f"Content-Type: text/plain; charset={name}\r\n".encode(), b"\r\nFull name: Ad\xe1\xff\x80 +AGE-\r\n"
    )


def bodies() -> bytes:
    links = f'<img src="{URL}/a.png"><link href="{URL}/a.css"><iframe src="{URL}"></iframe><style>@import "{URL}/b"</style>'
    return html(f"<base href='{URL}'>{links}<table><tr><td>Full name<td>Ada</table>")


def _unlike(count: int) -> bytes:
    return b"".join(b"X-%d: y\r\n" % n for n in range(count))


def msg(*streams: str) -> bytes:
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
        + bytes(482)
        + names
        + noise(4000, 31)
    )


def compound(*, loop: bool) -> bytes:
    """A small compound file with the directory of a message; its chains may lead to themselves."""
    sector = 512
    head = bytearray(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(6)
    )
    head += (0).to_bytes(4, "little") + (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(4)
    head += (4096).to_bytes(4, "little") + b"\xfe\xff\xff\xff" + bytes(4) + b"\xfe\xff\xff\xff" + bytes(4)
    head += bytes(4) + b"\xff" * 436
    chain = (
        b"\xfd\xff\xff\xff"
        + ((1).to_bytes(4, "little") if loop else b"\xfe\xff\xff\xff")
        + b"\xff" * (sector - 8)
    )
    root = (
        "Root Entry".encode("utf-16-le").ljust(64, b"\0")
        + b"\x16\0\x05\x01"
        + b"\xff" * 8
        + b"\x01\0\0\0"
        + bytes(36)
        + b"\xfe\xff\xff\xff"
        + bytes(8)
    )
    entry = (
        "__properties_version1.0".encode("utf-16-le").ljust(64, b"\0")
        + b"\x30\0\x02\x01"
        + (b"\x01\0\0\0" * 3 if loop else b"\xff" * 12)
        + bytes(36)
        + b"\x01\0\0\0"
        + b"\xff\xff\xff\x7f"
        + bytes(4)
    )
    return bytes(head[:512]) + chain + (root + entry).ljust(sector, b"\0")


def tnef() -> bytes:
    return b"\x78\x9f\x3e\x22\x01\0\x01\x90\x08\0\x04\0\0\0\0\0\x01\0\x01\0" + noise(900, 32)


def deep_html(depth: int) -> str:
    return "<div>" * depth + "Full name: Ada" + "</div>" * depth


Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("nested-4", lambda: nested(4), "read", False),
    ("nested-200", lambda: nested(200), "", True),
    ("nested-5000", lambda: nested(5000), "", True),
    ("multiparts-500", lambda: multiparts(500), "", True),
    ("multiparts-5000", lambda: multiparts(5000), "", False),
    ("parts-10000", lambda: parts(10_000), "", True),
    ("parts-forms", lambda: parts(400, b"\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-1.4\r\n"), "", False),
    ("parts-empty", lambda: parts(1, b""), "", False),
    ("header-long", lambda: mail(b"X-Long: " + b"a" * 5_000_000 + b"\r\n"), "", True),
    ("header-subject-long", lambda: mail().replace(b"Complaint", b"=?utf-8?q?" + b"=C3=A9" * 200_000 + b"?="), "", True),
    ("header-words", lambda: mail().replace(b"Complaint", b"=?utf-8?b?w6k=?= " * 20_000), "", True),
    ("header-to-many", lambda: mail(b"Cc: " + b"a@b.example, " * 50_000 + b"\r\n"), "", True),
    ("header-comments", lambda: mail(b"X: " + b"(" * 50_000 + b"\r\n").replace(b"To: hr", b"To: " + b"(" * 20_000 + b"hr"), "", True),
    ("headers-100000", lambda: mail(_unlike(100_000)), "", False),
    ("headers-noise", lambda: b"From: \xff\xfe\x00\r\nTo: \x1b[31m\r\nSubject: \x80\r\n\r\nhello", "", True),
    ("headers-only", lambda: HEAD, "", True),
    ("date-wrong", lambda: mail().replace(b"3 Mar 2025", b"99 Foo 99999999999999"), "", True),
    ("date-year-0", lambda: mail().replace(b"3 Mar 2025", b"3 Mar 0"), "", False),
    ("date-zone", lambda: mail().replace(b"+0000", b"+99999999"), "", True),
    ("type-broken", lambda: mail(b"Content-Type: ;;;===\r\n"), "", False),
    ("type-params", lambda: mail(b"Content-Type: text/plain" + b"; a*0*=b" * 20_000 + b"\r\n"), "", True),
    ("type-filename", lambda: form(b"../../../etc/\x1b[31mpasswd.docx"), "read", True),
    ("type-filename-long", lambda: form(b"a" * 5000 + b".docx"), "read", False),
    ("type-filename-coded", lambda: form(b"=?utf-8?b?4oCuZm9ybQ==?="), "", False),
    ("boundary-missing", lambda: mail(b"Content-Type: multipart/mixed\r\n"), "", True),
    ("boundary-absent", lambda: mail(b"Content-Type: multipart/mixed; boundary=zz\r\n"), "", False),
    ("boundary-empty", lambda: mail(b'Content-Type: multipart/mixed; boundary=""\r\n'), "", False),
    ("boundary-long", lambda: mail(b"Content-Type: multipart/mixed; boundary=" + b"z" * 100_000 + b"\r\n"), "", False),
    ("boundary-pattern", lambda: mail(b'Content-Type: multipart/mixed; boundary="(a+)+$"\r\n', b"\r\n--" + b"a" * 50_000), "", False),
    ("boundary-unclosed", lambda: form()[:-200], "", False),
    ("base64-broken", lambda: attached(b"!!!! not base64 ====\r\nQUJD\r\n=" + b"A" * 7), "", True),
    ("base64-cut", lambda: attached(base64.encodebytes(sample("01-complaint.docx"))[:4000]), "", True),
    ("base64-html", lambda: attached(base64.encodebytes(b"<html>")), "", False),
    ("encoding-unknown", lambda: attached(b"hello", encoding=b"x-klingon"), "", True),
    ("encoding-uu", lambda: attached(b"begin 644 a\r\n\xff\xff\xff\r\nend", encoding=b"x-uuencode"), "", True),
    ("encoding-qp", lambda: attached(b"=" * 500_000, encoding=b"quoted-printable"), "", False),
    ("charset-unknown", lambda: charset("klingon"), "read", True),
    ("charset-utf7", lambda: charset("utf-7"), "", False),
    ("charset-utf16", lambda: charset("utf-16"), "", False),
    ("charset-rot13", lambda: charset("rot13"), "", True),
    ("charset-zlib", lambda: charset("zlib"), "", True),
    ("charset-idna", lambda: charset("idna"), "", True),
    ("charset-null", lambda: charset("a\0b"), "", True),
    ("charset-unicode-escape", lambda: charset("unicode_escape"), "", False),
    ("lines-cr", lambda: mail().replace(b"\r\n", b"\r"), "", False),
    ("lines-lf", lambda: mail().replace(b"\r\n", b"\n"), "read", False),
    ("lines-mixed", lambda: mail().replace(b"\r\n", b"\r\r\n"), "", True),
    ("lines-none", lambda: mail(b"", b"\r\n" + b"a" * 3_000_000), "", False),
    ("html-remote", bodies, "read", True),
    ("html-deep", lambda: html(deep_html(200)), "", False),
    ("html-deeper", lambda: html(deep_html(3000)), "", True),
    ("html-deepest", lambda: html(deep_html(200_000)), "", True),
    ("html-tables", lambda: html("<table><tr><td>" * 500 + "Full name"), "", True),
    ("html-rows", lambda: html("<table>" + "<tr><td>a<td>b" * 100_000), "", True),
    ("html-attributes", lambda: html("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x"), "", False),
    ("html-entities", lambda: html("&amp;" * 500_000 + "&#x110000;&#0;&#xD800;"), "", False),
    ("html-null", lambda: html("<p>Full\0 name: \0Ada"), "", False),
    ("zip-bomb", lambda: attached(base64.encodebytes(zipped([("a.docx", bytes(200 * 1024**2))], level=9)), b"a.zip"), "", True),
    ("form", form, "read", True),
    ("itself-named", lambda: form(b"body"), "read", False),
    ("names-doubled", lambda: mail(b"Subject: again\r\nDate: again\r\nFrom: a\r\nFrom: b\r\n"), "", False),
    ("mbox", lambda: b"From ada@post.example Mon Mar  3 09:00:00 2025\n" + mail() * 3, "", False),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    whole = lambda: sample("12-message.eml")  # noqa: E731
    made = [*cuts("mail", ".eml", whole, 10, 5), *flips("mail", ".eml", whole, 6)]
    made += [Hostile(f"mail-{n}.eml", make, e, q) for n, make, e, q in _SINGLE]
    streams = ("__properties_version1.0", "__substg1.0_1000001F", "__nameid_version1.0")
    return [
        *made,
        Hostile("outlook-noise.msg", lambda: msg(*streams), "damaged", quick=True),
        Hostile("outlook-empty.msg", lambda: compound(loop=False), "", quick=True),
        Hostile("outlook-loop.msg", lambda: compound(loop=True), "", quick=True),
        Hostile("outlook-cut.msg", lambda: compound(loop=False)[:900], ""),
        Hostile("outlook-header.msg", lambda: msg(*streams)[:512], ""),
        Hostile("outlook-eml.msg", lambda: form(), "read"),
        Hostile("winmail.dat", tnef, "not-supported", quick=True),
        Hostile("winmail-inside.eml", lambda: attached(base64.encodebytes(tnef()), b"winmail.dat"), ""),
        Hostile("mail-empty.eml", lambda: b"", "empty"),
    ]
