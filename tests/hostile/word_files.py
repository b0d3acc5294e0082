# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile Word files."""

import zlib
from collections.abc import Callable, Mapping

from tests.hostile.kinds import (
    URL,
    Hostile,
    Member,
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

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TEXT = "<w:p><w:r><w:t>Full name: Ada Blackwood</w:t></w:r></w:p>"


def types(main: str = _MAIN, more: str = "") -> bytes:
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{more}'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    ).encode()


def rels(*rows: str) -> bytes:
    inner = "".join(rows)
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    ).encode()


def rel(number: int, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"{mode}/>'


ROOT = rels(rel(1, "officeDocument", "word/document.xml"))


def document(body: str, *, prolog: str = "", attributes: str = "") -> bytes:
    return (
        f'{HEAD}{prolog}<w:document xmlns:w="{W}" xmlns:r="{REL}"{attributes}><w:body>{body}'
        "</w:body></w:document>"
    ).encode()


def members(body: bytes, more: Mapping[str, bytes] | None = None) -> list[Member]:
    out = [("[Content_Types].xml", types()), ("_rels/.rels", ROOT), ("word/document.xml", body)]
    return out + list((more or {}).items())


def docx(body: str = TEXT, more: Mapping[str, bytes] | None = None, *, prolog: str = "") -> bytes:
    return zipped(members(document(body, prolog=prolog), more))


def linked(body: str, *rows: str, more: Mapping[str, bytes] | None = None) -> bytes:
    """A document with relationships of its own."""
    return docx(body, {"word/_rels/document.xml.rels": rels(*rows), **(more or {})})


def with_main(main: Raw) -> bytes:
    parts = (raw("[Content_Types].xml", types()), raw("_rels/.rels", ROOT), main)
    return raw_zip(parts)


def bomb_part(megabytes: int) -> bytes:
    data, size, crc = deflated_zeros(megabytes)
    return with_main(Raw(b"word/document.xml", data, size, crc))


def entity_bomb(levels: int) -> bytes:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return docx("<w:p><w:r><w:t>&e8;</w:t></w:r></w:p>", prolog=f'<!DOCTYPE x [<!ENTITY e0 "ha">{lines}]>')


def quadratic() -> bytes:
    prolog = f'<!DOCTYPE x [<!ENTITY a "{"A" * 100_000}">]>'
    return docx(f"<w:p><w:r><w:t>{'&a;' * 50_000}</w:t></w:r></w:p>", prolog=prolog)


def external_entity(system: str) -> bytes:
    prolog = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{system}">]>'
    return docx("<w:p><w:r><w:t>Full name: &x;</w:t></w:r></w:p>", prolog=prolog)


def parameter_entity() -> bytes:
    return docx(prolog=f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{URL}/p.dtd"> %p;]>')


def nested(tag: str, depth: int, inner: str = "") -> str:
    return f"<w:{tag}>" * depth + inner + f"</w:{tag}>" * depth


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + TEXT + "</w:tc></w:tr></w:tbl>" * depth


def rows(count: int) -> str:
    return "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * count + "</w:tbl>"


def overlapped() -> bytes:
    """Every member leads to the same bytes, a little of them many times over."""
    data, size, crc = deflated_zeros(40)
    parts = [Raw(f"word/part{n}.xml".encode(), data, size, crc) for n in range(2000)]
    parts += [raw("[Content_Types].xml", types()), raw("_rels/.rels", ROOT), raw("word/document.xml", b"")]
    return raw_zip(parts, same_data=True)


def many_members(count: int) -> bytes:
    parts = [raw(f"word/x{n}.xml", b"<x/>") for n in range(count)]
    return raw_zip([*members_raw(), *parts])


def members_raw(**changes: object) -> list[Raw]:
    return [
        raw("[Content_Types].xml", types()),
        raw("_rels/.rels", ROOT),
        raw("word/document.xml", document(TEXT), **changes),
    ]


def named(name: str, *, data: bytes = b"<x/>") -> bytes:
    return zipped([*members(document(TEXT)), (name, data)])


def doubled() -> bytes:
    return zipped([*members(document(TEXT)), ("word/document.xml", document(TEXT.replace("Ada", "Eve")))])


def big_end_comment() -> bytes:
    return raw_zip(members_raw(), comment=b"PK\x05\x06" * 5000)


def descriptors() -> bytes:
    """Sizes after the data instead of before it."""
    data = document(TEXT)
    main = raw("word/document.xml", data, flags=8)
    return with_main(main)


def zip64_lies() -> bytes:
    extra = b"\x01\x00\x10\x00" + b"\xff" * 16
    return raw_zip(members_raw(extra=extra, size=0xFFFFFFFF))


def wrong_size(size: int) -> bytes:
    return raw_zip(members_raw(size=size))


def strict() -> bytes:
    whole = document(TEXT).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    return zipped(members(whole))


def retyped(main: str) -> bytes:
    return zipped([("[Content_Types].xml", types(main)), *members(document(TEXT))[1:]])


def without(part: str) -> bytes:
    return zipped([m for m in members(document(TEXT)) if m[0] != part])


def looped_rels() -> bytes:
    own = {
        "word/_rels/document.xml.rels": rels(
            rel(1, "styles", "document.xml"), rel(2, "header", "document.xml")
        )
    }
    body = TEXT + '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    return docx(body, own)


def headers(count: int) -> bytes:
    references = "".join(f'<w:headerReference r:id="rId{n}"/>' for n in range(count))
    links = [rel(n, "header", f"h{n % 50}.xml") for n in range(count)]
    parts = {f"word/h{n}.xml": f'<w:hdr xmlns:w="{W}">{TEXT}</w:hdr>'.encode() for n in range(50)}
    return linked(f"{TEXT}<w:sectPr>{references}</w:sectPr>", *links, more=parts)


def style_loop() -> bytes:
    styles = f'<w:styles xmlns:w="{W}">' + "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3}"/></w:style>' for n in range(3)
    ) + "</w:styles>"  # fmt: skip
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Name: Ada</w:t></w:r></w:p>'
    return linked(body, rel(1, "styles", "styles.xml"), more={"word/styles.xml": styles.encode()})


def long_style_chain() -> bytes:
    styles = f'<w:styles xmlns:w="{W}">' + "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(20000)
    ) + "</w:styles>"  # fmt: skip
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Name: Ada</w:t></w:r></w:p>'
    return linked(body, rel(1, "styles", "styles.xml"), more={"word/styles.xml": styles.encode()})


def spans(value: str) -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/><w:vMerge w:val="restart"/></w:tcPr>{TEXT}</w:tc>'
    return f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"


def far_skips() -> str:
    row = '<w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr><w:tc>' + TEXT + "</w:tc></w:tr>"
    return f"<w:tbl>{row * 3}</w:tbl>"


def picture(kind: str, target: str) -> bytes:
    drawing = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'r:link="rId1"/></w:drawing></w:r></w:p>'
    )
    return linked(TEXT + drawing, rel(1, kind, target, external=True))


def macros() -> bytes:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return zipped(
        [
            ("[Content_Types].xml", types(kind)),
            *members(document(TEXT))[1:],
            ("word/vbaProject.bin", noise(9000, 1)),
        ]
    )


def field_maze() -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    return f"<w:p>{begin * 20000}</w:p>{TEXT}"


def unclosed_marks() -> str:
    return (
        '<w:p><w:ins w:id="1"><w:del w:id="2"><w:moveFrom w:id="3">'
        + "<w:r><w:t>x</w:t></w:r>" * 1000
        + "</w:moveFrom></w:del></w:ins></w:p>"
        + TEXT
    )


def includes() -> str:
    return f'<w:p><w:r><w:instrText> INCLUDETEXT "{URL}/a.docx" </w:instrText></w:r></w:p><w:p><w:fldSimple w:instr=" INCLUDEPICTURE {URL}/a.png "/></w:p>{TEXT}'


def controls(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + TEXT + "</w:sdtContent></w:sdt>" * depth


def escapes() -> str:
    text = "Full name: \u009b31m\u202eadA\u202c \u0085 \u007f \u2028 next"
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    content = types(kind).replace(b"/word/document.xml", b"/xl/workbook.xml")
    root = rels(rel(1, "officeDocument", "xl/workbook.xml"))
    return zipped(
        [("[Content_Types].xml", content), ("_rels/.rels", root), ("xl/workbook.xml", b"<workbook/>")]
    )


def pptx() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    content = types(kind).replace(b"/word/document.xml", b"/ppt/presentation.xml")
    root = rels(rel(1, "officeDocument", "ppt/presentation.xml"))
    return zipped(
        [("[Content_Types].xml", content), ("_rels/.rels", root), ("ppt/presentation.xml", b"<p/>")]
    )


def epub() -> bytes:
    return zipped(
        [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"<container/>")], stored=True
    )


def jar() -> bytes:
    return zipped(
        [
            ("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0\r\n"),
            ("A.class", b"\xca\xfe\xba\xbe" + noise(90, 2)),
        ]
    )


def good() -> bytes:
    return sample("01-complaint.docx")


REFUSED = "damaged|too-large|not-supported|too-slow"


def files() -> list[Hostile]:
    made = [*cuts("word", ".docx", good, 24, 12), *flips("word", ".docx", good, 16)]
    made += [Hostile(f"word-{name}", make, expect, quick) for name, make, expect, quick in _SINGLE]
    bodies = [Hostile(f"word-{n}.docx", lambda b=b: docx(b()), e, q) for n, b, e, q in _BODIES]  # type: ignore[misc]
    return made + bodies + _wrong_names() + _odd_member_names()


Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("bomb-30.docx", lambda: bomb_part(30), "too-large", True),
    ("bomb-300.docx", lambda: bomb_part(300), "too-large", True),
    ("bomb-1200.docx", lambda: bomb_part(1200), "too-large", False),
    ("bomb-small-lie.docx", lambda: with_main(Raw(b"word/document.xml", *_lie(deflated_zeros(200)))), "damaged", True),
    ("bomb-nested.docx", lambda: named("word/embeddings/a.zip", data=zipped([("b.zip", bomb_part(50))])), "read", False),
    ("overlapped.docx", overlapped, REFUSED, True),
    ("members-4000.docx", lambda: many_members(4000), "read", False),
    ("members-30000.docx", lambda: many_members(30000), "too-large", True),
    ("entity-bomb.docx", lambda: entity_bomb(9), "damaged", True),
    ("entity-quadratic.docx", quadratic, REFUSED, True),
    ("entity-file.docx", lambda: external_entity("file:///etc/passwd"), "damaged", True),
    ("entity-url.docx", lambda: external_entity(f"{URL}/entity"), "damaged", True),
    ("entity-parameter.docx", parameter_entity, "damaged", True),
    ("entity-device.docx", lambda: external_entity("file:///dev/zero"), "damaged", True),
    ("dtd-only.docx", lambda: docx(prolog="<!DOCTYPE x>"), "damaged", False),
    ("dtd-in-types.docx", lambda: zipped([("[Content_Types].xml", b'<!DOCTYPE x [<!ENTITY a "b">]>' + types()[55:]), *members(document(TEXT))[1:]]), REFUSED, False),
    ("dtd-in-utf16.docx", lambda: zipped(members(document(TEXT, prolog='<!DOCTYPE x [<!ENTITY a "b">]>').decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))), "damaged", False),
    ("utf16.docx", lambda: zipped(members(document(TEXT).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))), "read", False),
    ("utf32.docx", lambda: zipped(members(document(TEXT).decode().replace('encoding="UTF-8"', "").encode("utf-32"))), "", False),
    ("utf7.docx", lambda: zipped(members(document(TEXT).replace(b"UTF-8", b"UTF-7"))), "", False),
    ("encoding-unknown.docx", lambda: zipped(members(document(TEXT).replace(b"UTF-8", b"KLINGON"))), "damaged", False),
    ("no-types.docx", lambda: without("[Content_Types].xml"), "", True),
    ("no-rels.docx", lambda: without("_rels/.rels"), "read", False),
    ("no-document.docx", lambda: without("word/document.xml"), "damaged", True),
    ("types-empty.docx", lambda: zipped([("[Content_Types].xml", b""), *members(document(TEXT))[1:]]), "damaged", False),
    ("types-wrong.docx", lambda: retyped("image/png"), REFUSED, False),
    ("types-xlsx.docx", lambda: retyped("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "not-supported", False),
    ("root-loop.docx", lambda: zipped([("[Content_Types].xml", types()), ("_rels/.rels", rels(rel(1, "officeDocument", "_rels/.rels"))), ("word/document.xml", document(TEXT))]), "read|damaged", False),
    ("rels-loop.docx", looped_rels, "", True),
    ("rels-many.docx", lambda: linked(TEXT, *[rel(n, "image", f"x{n}.png") for n in range(100_000)]), "", False),
    ("rels-broken.docx", lambda: docx(TEXT, {"word/_rels/document.xml.rels": b"<Relationships"}), "", False),
    ("rels-outside.docx", lambda: linked(TEXT, rel(1, "styles", "../../../../etc/passwd"), rel(2, "header", "/etc/passwd")), "read", False),
    ("headers-5000.docx", lambda: headers(5000), "", False),
    ("styles-loop.docx", style_loop, "read", True),
    ("styles-chain.docx", long_style_chain, "", True),
    ("styles-broken.docx", lambda: linked(TEXT, rel(1, "styles", "styles.xml"), more={"word/styles.xml": b"<w:styles"}), "", False),
    ("numbering-loop.docx", lambda: linked(TEXT, rel(1, "numbering", "document.xml")), "", False),
    ("template-url.docx", lambda: linked(TEXT, rel(1, "settings", "settings.xml"), more={"word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="{REL}"><w:attachedTemplate r:id="rId1"/></w:settings>'.encode(), "word/_rels/settings.xml.rels": rels(rel(1, "attachedTemplate", f"{URL}/t.dotm", external=True))}), "read", True),
    ("image-url.docx", lambda: picture("image", f"{URL}/a.png"), "read", True),
    ("image-unc.docx", lambda: picture("image", "\\\\127.0.0.1\\share\\a.png"), "read", False),
    ("image-file.docx", lambda: picture("image", "file:///dev/zero"), "read", False),
    ("ole-link.docx", lambda: picture("oleObject", f"{URL}/x.xls"), "read", False),
    ("altchunk-url.docx", lambda: linked(TEXT + '<w:altChunk r:id="rId1"/>', rel(1, "aFChunk", f"{URL}/a.html", external=True)), "read", True),
    ("altchunk-file.docx", lambda: linked(TEXT + '<w:altChunk r:id="rId1"/>', rel(1, "aFChunk", "file:///etc/passwd", external=True)), "read", False),
    ("altchunk-inside.docx", lambda: linked('<w:altChunk r:id="rId1"/>', rel(1, "aFChunk", "a.docx"), more={"word/a.docx": good()}), "", False),
    ("altchunk-itself.docx", lambda: linked(TEXT + '<w:altChunk r:id="rId1"/>', rel(1, "aFChunk", "document.xml")), "", False),
    ("macros.docm", macros, "read", True),
    ("ole-bin.docx", lambda: named("word/embeddings/oleObject1.bin", data=noise(50_000, 3)), "read", False),
    ("image-huge.docx", lambda: named("word/media/a.png", data=bytes(20 * 1024**2)), "read", False),
    ("strict.docx", strict, "read", True),
    ("doubled.docx", doubled, "damaged", True),
    ("doubled-types.docx", lambda: zipped([*members(document(TEXT)), ("[Content_Types].xml", types("image/png"))]), "damaged", False),
    ("case-doubled.docx", lambda: zipped([*members(document(TEXT)), ("WORD/Document.XML", document(""))]), "damaged", False),
    ("backslashes.docx", lambda: zipped([(n.replace("/", "\\"), d) for n, d in members(document(TEXT))]), "", False),
    ("absolute.docx", lambda: zipped([("/" + n, d) for n, d in members(document(TEXT))]), "", False),
    ("locked-member.docx", lambda: raw_zip(members_raw(flags=1)), "encrypted", True),
    ("method-99.docx", lambda: raw_zip(members_raw(method=99)), REFUSED, True),
    ("method-lzma.docx", lambda: raw_zip(members_raw(method=14)), REFUSED, False),
    ("zero-document.docx", lambda: zipped(members(b"")), "damaged", True),
    ("blank-document.docx", lambda: zipped(members(b" \n ")), "damaged", False),
    ("descriptors.docx", descriptors, "read", False),
    ("zip64.docx", zip64_lies, REFUSED, True),
    ("crc-wrong.docx", lambda: raw_zip(members_raw(crc=1)), "damaged", True),
    ("size-small.docx", lambda: wrong_size(10), "damaged", False),
    ("size-large.docx", lambda: wrong_size(10_000_000), REFUSED, False),
    ("size-minus.docx", lambda: wrong_size(0xFFFFFFFE), REFUSED, False),
    ("prefix-junk.docx", lambda: b"junk\r\n" * 20 + good(), "", True),
    ("prefix-exe.docx", lambda: b"MZ" + noise(4000, 4) + good(), "", False),
    ("suffix-junk.docx", lambda: good() + noise(70_000, 5), "", False),
    ("comment-ends.docx", big_end_comment, "", False),
    ("two-in-one.docx", lambda: good() + sample("06-complaint.docx"), "", True),
    ("in-word.docx", lambda: named("word/embeddings/a.docx", data=good()), "read", True),
    ("stored-in-word.docx", lambda: zipped([*members(document(TEXT)), ("a.docx", good())], stored=True), "read", False),
    ("directory-end-only.docx", lambda: b"PK\x05\x06" + bytes(18), "", True),
    ("pk-only.docx", lambda: b"PK\x03\x04", "", False),
    ("locked-ole.docx", lambda: _ole("EncryptedPackage", "EncryptionInfo"), "encrypted", True),
    ("old-under-new-name.docx", lambda: _ole("WordDocument", "1Table"), "", False),
    ("attributes.docx", lambda: zipped(members(document(TEXT, attributes="".join(f' a{n}="x"' for n in range(200_000))))), "", True),
    ("namespaces.docx", lambda: zipped(members(document(TEXT, attributes="".join(f' xmlns:n{n}="urn:{n}"' for n in range(50_000))))), "", True),
    ("attribute-long.docx", lambda: zipped(members(document(TEXT, attributes=f' a="{"x" * 15_000_000}"'))), "", False),
    ("macrosheet.xlsm.docx", xlsx, "not-supported", False),
)  # fmt: skip
_BODIES: tuple[tuple[str, Callable[[], str], str, bool], ...] = (
    ("depth-250", lambda: nested("p", 250, TEXT), "", False),
    ("depth-100000", lambda: nested("p", 100_000, TEXT), REFUSED, True),
    ("tables-60", lambda: nested_tables(60), "", False),
    ("tables-80", lambda: nested_tables(80), "", True),
    ("tables-5000", lambda: nested_tables(5000), REFUSED, False),
    ("controls-100", lambda: controls(100), "", True),
    ("controls-3000", lambda: controls(3000), REFUSED, False),
    ("rows-100000", lambda: rows(100_000), "", False),
    ("rows-1000000", lambda: rows(1_000_000), "too-large", True),
    ("cells-60000", lambda: "<w:tbl><w:tr>" + f"<w:tc>{TEXT}</w:tc>" * 60_000 + "</w:tr></w:tbl>", "", True),
    ("paragraphs-400000", lambda: "<w:p><w:r><w:t>a: b</w:t></w:r></w:p>" * 400_000, "", True),
    ("labels-20000", lambda: "<w:p><w:r><w:t>Full name: Ada Blackwood</w:t></w:r></w:p>" * 20_000, "", False),
    ("runs-300000", lambda: "<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 300_000 + "</w:p>", "", False),
    ("text-30mb", lambda: f"<w:p><w:r><w:t>{'a b ' * 7_500_000}</w:t></w:r></w:p>", "", False),
    ("word-8mb", lambda: f"<w:p><w:r><w:t>Full name: {'a' * 8_000_000}</w:t></w:r></w:p>", "", True),
    ("date-digits", lambda: f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Date of incident(s)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{'1/1/' * 50_000}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "", False),
    ("spans-2e9", lambda: spans("2000000000"), "", True),
    ("spans-minus", lambda: spans("-5"), "", False),
    ("spans-word", lambda: spans("many"), "", False),
    ("spans-digits", lambda: spans("9" * 5000), "", True),
    ("skips-2e9", far_skips, "", True),
    ("fields-unclosed", field_maze, "", True),
    ("changes-unclosed", unclosed_marks, "", False),
    ("includes", includes, "read", True),
    ("escapes", escapes, "", True),
    ("no-text", lambda: "", "", False),
    ("no-cells", lambda: "<w:tbl><w:tr/></w:tbl><w:tbl/>", "", False),
    ("sym-huge", lambda: '<w:p><w:r><w:sym w:font="Wingdings" w:char="FFFFFFFFFF"/><w:sym w:char="-1"/><w:sym w:char="zz"/></w:r></w:p>', "", True),
)  # fmt: skip


def _lie(bomb: tuple[bytes, int, int]) -> tuple[bytes, int, int]:
    return bomb[0], 5000, bomb[2]


def _ole(*streams: str) -> bytes:
    """The beginning of a compound file that names these streams; the rest is noise."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + noise(4000, 6)


def _wrong_names() -> list[Hostile]:
    return [
        Hostile("renamed-word.pdf", good, "read", quick=True),
        Hostile("renamed-word.txt", good, "read"),
        Hostile("renamed-word.jpg", good, "read"),
        Hostile("renamed-word.eml", good, "read"),
        Hostile("renamed-word.zip", good, "read", quick=True),
        Hostile("renamed-word", good, "read"),
        Hostile("renamed-pdf.docx", lambda: sample("03-complaint.pdf"), "read", quick=True),
        Hostile("renamed-pdf.txt", lambda: sample("05-complaint.pdf"), "read"),
        Hostile("renamed-mail.docx", lambda: sample("12-message.eml"), "read"),
        Hostile("renamed-zip.docx", lambda: sample("13-forms.zip"), ""),
        Hostile("renamed-xlsx.docx", xlsx, "not-supported", quick=True),
        Hostile("plain.xlsx", xlsx, "not-supported"),
        Hostile("renamed-pptx.docx", pptx, "not-supported"),
        Hostile("plain.pptx", pptx, "not-supported"),
        Hostile("renamed-epub.docx", epub, "not-supported", quick=True),
        Hostile("plain.epub", epub, "not-supported"),
        Hostile("renamed-jar.docx", jar, ""),
        Hostile("plain.jar", jar, ""),
        Hostile("html.docx", lambda: b"<html><body>Full name: Ada</body></html>", "not-supported"),
        Hostile("elf.docx", lambda: b"\x7fELF" + noise(3000, 7), "not-supported"),
        Hostile("gzip.docx", lambda: b"\x1f\x8b\x08\0" + noise(3000, 8), "not-supported"),
        Hostile("seven-zip.docx", lambda: b"7z\xbc\xaf\x27\x1c" + noise(3000, 9), "not-supported"),
        Hostile("rar.zip", lambda: b"Rar!\x1a\x07\x01\0" + noise(3000, 10), "not-supported"),
        Hostile("zlib.docx", lambda: zlib.compress(good()), "not-supported"),
        Hostile("empty.docx", lambda: b"", "empty", quick=True),
        Hostile("zeros.docx", lambda: bytes(20_000), "empty", quick=True),
        Hostile("blanks.docx", lambda: b" \r\n" * 5000, "empty"),
        Hostile("noise.docx", lambda: noise(50_000, 11), "not-supported"),
    ]


def _odd_member_names() -> list[Hostile]:
    names = ("../../../tmp/x.xml", "/etc/cron.d/x", "C:\\Windows\\x.xml", "a" * 3000 + ".xml", "word/\x1b[31m.xml",
             "word/\n.xml", "word/\u202egpj.xml", "con", "word/", "\u00e9\u0301.xml")  # fmt: skip
    return [
        Hostile(f"word-member-name-{n:02d}.docx", lambda name=name: named(name), "read", quick=n == 0)  # type: ignore[misc]
        for n, name in enumerate(names)
    ]
