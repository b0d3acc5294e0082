"""Whole Word files: their parts, where they come from, and every way in which they can be broken."""

import hashlib
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest
from docx.shared import Inches
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from hrdocs.document import Layout, Line, Picture, Row
from hrdocs.errors import InputError
from hrdocs.read.docx import read_docx

Files = dict[str, bytes]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def made() -> bytes:
    """A form as python-docx makes it, with a header, a footer, a table and a picture."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Formal complaints form"
    section.footer.paragraphs[0].text = "Strictly confidential"
    document.add_heading("Section 1", 1)
    document.add_paragraph("Date: 8 July 2025")
    table = document.add_table(3, 2)
    for row, (label, value) in enumerate((("Name", "Ann O’Neill"), ("Job", "Clerk"), ("Signature", ""))):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    ink = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(ink, "PNG")
    table.cell(2, 1).paragraphs[0].add_run().add_picture(ink, width=Inches(1))
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


MADE = made()


def unpacked(data: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def changed(change: Callable[[Files], object]) -> bytes:
    files = unpacked(MADE)
    change(files)
    return packed(files)


def with_document(xml: str) -> bytes:
    return changed(lambda files: files.update({"word/document.xml": xml.encode()}))


def texts(layout: Layout) -> list[str]:
    """Lines as their text, rows as `label=value`, parts other than the body in front."""
    found: list[str] = []
    for block in layout.blocks:
        part = f"{block.place.part}: " if block.place.part else ""
        if isinstance(block, Line):
            found.append(part + block.text)
        elif isinstance(block, Row):
            found.append(part + "=".join(c.text or "[image]" * c.has_image for c in block.cells))
        elif isinstance(block, Picture):
            found.append(part + "[picture]")
    return found


READ = [
    "Section 1", "Date: 8 July 2025", "Name=Ann O’Neill", "Job=Clerk", "Signature=[image]",
    "header: Formal complaints form", "footer: Strictly confidential",
]  # fmt: skip


def rename(files: Files) -> None:
    """The document and its relationships under names that Word does not use."""
    files["story/main.xml"] = files.pop("word/document.xml")
    rels = files.pop("word/_rels/document.xml.rels").decode()
    files["story/_rels/main.xml.rels"] = re.sub(r'Target="(?!\.\.|/)', 'Target="../word/', rels).encode()
    for name in ("[Content_Types].xml", "_rels/.rels"):
        files[name] = files[name].replace(b"word/document.xml", b"story/main.xml")


def make_strict(files: Files) -> None:
    for name, data in files.items():
        if name.endswith((".xml", ".rels")):
            for old, new in (
                (
                    "schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "purl.oclc.org/ooxml/wordprocessingml/main",
                ),
                ("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/"),
                ("schemas.openxmlformats.org/drawingml/2006/", "purl.oclc.org/ooxml/drawingml/"),
            ):
                data = data.replace(old.encode(), new.encode())
            files[name] = data


def retype(kind: str) -> Callable[[Files], object]:
    usual = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return lambda files: files.update(
        {"[Content_Types].xml": files["[Content_Types].xml"].replace(b"vnd." + usual, kind.encode())}
    )


def as_utf16(files: Files) -> None:
    text = files["word/document.xml"].decode().partition("?>")[2]
    files["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")


def with_backslashes(files: Files) -> None:
    for name in list(files):
        if name.startswith("word/"):
            files[name.replace("/", "\\")] = files.pop(name)


def other_prefix(files: Files) -> None:
    for name in ("word/document.xml", "word/styles.xml"):
        text = files[name].decode()
        text = re.sub(r"(</?|\s)w:", r"\1ns0:", text).replace("xmlns:w=", "xmlns:ns0=")
        files[name] = text.encode()


SAME = {
    "as made": len,
    "under other part names": rename,
    "strict": make_strict,
    "a template": retype("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    "with macros": retype("vnd.ms-word.document.macroEnabled.main+xml"),
    "a template with macros": retype("vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    "in UTF-16": as_utf16,
    "packed with backslashes": with_backslashes,
    "under another prefix": other_prefix,
    "without the package's relationships": lambda files: files.pop("_rels/.rels"),
    "without styles": lambda files: files.pop("word/styles.xml"),
}


@pytest.mark.parametrize("what", SAME)
def test_every_kind_of_word_file_reads_the_same(what: str) -> None:
    """The same document reads the same however Word or another program packs it."""
    layout = read_docx(changed(SAME[what]), name="form.docx")
    assert texts(layout) == READ
    assert layout.kind == "docx"
    assert layout.findings == ()


def test_headings_survive_the_cutting_of_styles() -> None:
    """A style is found with and without the usual prefix of its part."""
    for what in ("as made", "under another prefix"):
        first = read_docx(changed(SAME[what]), name="form.docx").blocks[0]
        assert isinstance(first, Line)
        assert first.heading


def zip_of(**files: str) -> bytes:
    return packed({name.replace("__", "/"): text.encode() for name, text in files.items()})


def bomb() -> bytes:
    return changed(lambda files: files.update({"word/document.xml": b"<w:p>" + b" " * 60_000_000}))


def many_nodes() -> bytes:
    return with_document(f'<w:document xmlns:w="{W}"><w:body>{"<w:p/>" * 3_000_000}</w:body></w:document>')


def deep(opening: str, closing: str, times: int) -> bytes:
    inner = f"{opening * times}<w:p><w:r><w:t>x</w:t></w:r></w:p>{closing * times}"
    return with_document(f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>')


def doubled() -> bytes:
    target = io.BytesIO(MADE)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", "<other/>")
    return target.getvalue()


def flagged_encrypted() -> bytes:
    """The bit that says a member of a zip is encrypted, set for every one in the index and before it."""
    data = bytearray(MADE)
    for magic, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        for found in re.finditer(re.escape(magic), MADE):
            data[found.start() + at] |= 1
    return bytes(data)


ENTITY = (
    '<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="{}"><w:body><w:p>&a;</w:p></w:body></w:document>'
)
WORKBOOK = '<Types><Default Extension="xml" ContentType="x.spreadsheetml.sheet"/></Types>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "zeroes": (lambda: bytes(5000), "empty"),
    "noise": (lambda: hashlib.shake_256(b"noise").digest(5000), "damaged"),
    "half a file": (lambda: MADE[: len(MADE) // 2], "damaged"),
    "a file without its beginning": (lambda: MADE[3000:], "damaged"),
    "a file whose middle is zeroes": (lambda: MADE[:400] + bytes(3000) + MADE[3400:], "damaged"),
    "a locked file": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a file with locked members": (flagged_encrypted, "encrypted"),
    "an old Word file": (lambda: OLE + "WordDocument".encode("utf-16-le"), "not-supported"),
    "a PDF": (lambda: b"%PDF-1.7\n", "not-supported"),
    "a rich text": (lambda: b"{\\rtf1 x}", "not-supported"),
    "a web page": (lambda: b"<!DOCTYPE html><html></html>", "not-supported"),
    "an XML file": (lambda: b'<?xml version="1.0"?><x/>', "not-supported"),
    "a picture": (lambda: b"\x89PNG\r\n", "not-supported"),
    "a workbook": (lambda: zip_of(**{"[Content_Types].xml": WORKBOOK}), "not-supported"),
    "an OpenDocument file": (
        lambda: zip_of(mimetype="application/vnd.oasis.opendocument.text"),
        "not-supported",
    ),
    "an archive of forms": (lambda: zip_of(**{"a.txt": "x"}), "not-supported"),
    "an empty archive": (lambda: packed({}), "not-supported"),
    "no content types": (lambda: changed(lambda f: f.pop("[Content_Types].xml")), "damaged"),
    "no document": (lambda: changed(lambda f: f.pop("word/document.xml")), "damaged"),
    "a document twice": (doubled, "damaged"),
    "a document that breaks off": (lambda: with_document(f'<w:document xmlns:w="{W}"><w:body>'), "damaged"),
    "a document without a body": (lambda: with_document(f'<w:document xmlns:w="{W}"/>'), "damaged"),
    "a document that is something else": (lambda: with_document("<html/>"), "damaged"),
    "an empty document part": (lambda: with_document(""), "damaged"),
    "an entity": (lambda: with_document(ENTITY.format(W)), "damaged"),
    "a part that unpacks without end": (bomb, "too-large"),
    "millions of paragraphs": (many_nodes, "too-large"),
    "controls without end": (
        lambda: deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 90),
        "too-large",
    ),
    "tables without end": (lambda: deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80), "too-large"),
    "elements without end": (lambda: deep("<w:ins>", "</w:ins>", 9000), "damaged"),
    "another way of packing": (lambda: packed(unpacked(MADE), method=zipfile.ZIP_BZIP2), "damaged"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str) -> None:
    """A file that cannot be read is refused on one line with its code and a next step."""
    make, code = REFUSED[what]
    with pytest.raises(InputError) as caught:
        read_docx(make(), name="form.docx")
    assert caught.value.code == code
    assert str(caught.value).startswith("form.docx: ")
    assert caught.value.next_step
    assert "\n" not in str(caught.value)


def test_damage_beside_the_document_is_named() -> None:
    """A damaged header or style sheet does not keep the document from being read."""
    layout = read_docx(
        changed(lambda f: f.update({"word/header1.xml": b"<w:hdr", "word/styles.xml": b"<x"})),
        name="form.docx",
    )
    assert texts(layout) == [text for text in READ if not text.startswith("header")]
    assert [f.code for f in layout.findings] == ["unread-part", "unread-part"]


def test_macros_are_noted() -> None:
    """A file that holds macros says so; they are never run."""
    layout = read_docx(changed(lambda f: f.update({"word/vbaProject.bin": b"macros"})), name="form.docm")
    assert texts(layout) == READ
    assert [f.code for f in layout.findings] == ["macros-present"]


def test_comments_and_notes() -> None:
    """A comment is counted and never read; a footnote is read after the body, if the text refers to it."""
    document = docx.Document()
    run = document.add_paragraph("Name: ").add_run("Ann")
    document.add_comment(run, text="Is this spelt right?", author="Ben", initials="B")
    target = io.BytesIO()
    document.save(target)
    layout = read_docx(target.getvalue(), name="form.docx")
    assert texts(layout) == ["Name: Ann"]
    assert [f.code for f in layout.findings] == ["comments-present"]

    def add_notes(files: Files) -> None:
        body = files["word/document.xml"].decode()
        files["word/document.xml"] = body.replace(
            "8 July 2025</w:t>", '8 July 2025</w:t><w:footnoteReference w:id="2"/>'
        ).encode()
        rels = files["word/_rels/document.xml.rels"].decode()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        item = f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>'
        files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", item).encode()
        notes = "".join(
            f'<w:footnote {kind} w:id="{key}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
            for key, kind, text in (
                (0, 'w:type="separator"', "-"),
                (2, "", "or the 9th"),
                (3, "", "not referred to"),
            )
        )
        files["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode()

    assert "footnote: or the 9th" in texts(layout := read_docx(changed(add_notes), name="form.docx"))
    assert not any("not referred" in text or text == "footnote: -" for text in texts(layout))


def test_headers_that_say_the_same_are_read_once() -> None:
    """First-page and even-page headers with the same words are one header."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Form"
    section.first_page_header.paragraphs[0].text = "Form"
    section.first_page_header.add_paragraph().add_run()
    target = io.BytesIO()
    document.save(target)
    assert texts(read_docx(target.getvalue(), name="form.docx")) == ["header: Form"]


def test_external_things_are_data() -> None:
    """A document part outside the package is never opened: without one inside, the file is refused."""
    inside, outside = b'Target="word/document.xml"', b'TargetMode="External" Target="/etc/hostname"'

    def move_out(files: Files) -> None:
        files["_rels/.rels"] = files["_rels/.rels"].replace(inside, outside)
        types = files["[Content_Types].xml"]
        files["[Content_Types].xml"] = types.replace(b"/word/document.xml", b"/word/elsewhere.xml")

    data = changed(move_out)
    with pytest.raises(InputError):
        read_docx(data, name="form.docx")


@pytest.mark.parametrize("rows", [10_000])
def test_long_documents_take_linear_time(rows: int) -> None:
    """Ten thousand rows, and five megabytes of text in one cell, are read whole."""
    cell = "<w:tc><w:p><w:r><w:t>Label</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell}{cell}</w:tr>"
    long = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{'words ' * 850_000}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    xml = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{row * rows}</w:tbl>{long}</w:body></w:document>'
    layout = read_docx(with_document(xml), name="form.docx")
    body = [b for b in layout.blocks if isinstance(b, Row)]
    assert len(body) == rows + 1
    assert len(body[-1].cells[0].text) == 850_000 * 6 - 1


def survives(data: bytes) -> None:
    try:
        layout = read_docx(data, name="form.docx")
    except InputError as refused:
        assert refused.code in {"empty", "encrypted", "damaged", "not-supported", "too-large"}
    else:
        assert isinstance(layout, Layout)


LIMITED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LIMITED
@given(st.data())
def test_changed_bytes_give_a_layout_or_a_refusal(data: st.DataObject) -> None:
    """A file with any bytes changed, cut out or put in is read or refused."""
    file = bytearray(MADE)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(file) - 1))
        match data.draw(st.sampled_from(["set", "cut", "add"])):
            case "set":
                file[at] = data.draw(st.integers(0, 255))
            case "cut":
                del file[at : at + data.draw(st.integers(1, 400))]
            case _:
                file[at:at] = data.draw(st.binary(max_size=40))
        if not file:
            break
    survives(bytes(file))


PARTS = [
    "word/document.xml", "word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels", "_rels/.rels",
    "[Content_Types].xml",
]  # fmt: skip
FILES = unpacked(MADE)
VALUES = (b'""', b'"-1"', b'"9e9"', '"٣"'.encode())
TAGS = (b"w:sdt", b"w:sdtContent", b"w:tbl", b"w:tc", b"w:tr", b"w:p", b"w:r", b"w:fldChar", b"w:pict")


@LIMITED
@given(st.sampled_from(PARTS), st.randoms(use_true_random=False))
def test_changed_parts_give_a_layout_or_a_refusal(part: str, chance: random.Random) -> None:
    """A well-packed file whose XML is shuffled, renamed or cut is read or refused."""
    pieces = re.split(rb"(?<=>)", FILES[part])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(pieces))
        match chance.randrange(5):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] *= 3
            case 2:
                other = chance.randrange(len(pieces))
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = re.sub(rb'"[^"]*"', chance.choice(VALUES), pieces[at])
            case _:
                pieces[at] = re.sub(rb"w:\w+", chance.choice(TAGS), pieces[at], count=1)
    survives(packed({**FILES, part: b"".join(pieces)}))


NAMES = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtPr",
    "sdtContent",
    "ins",
    "del",
    "fldChar",
    "instrText",
    "txbxContent",
    "drawing",
    "pict",
    "object",
    "sym",
    "rPr",
    "pPr",
    "strike",
    "vanish",
    "hyperlink",
    "ffData",
    "showingPlcHdr",
    "gridSpan",
    "vMerge",
    "tcPr",
    "trPr",
    "checkBox",
    "ddList",
    "result",
    "listEntry",
    "tab",
    "br",
]
ATTRIBUTES = st.sampled_from(
    [
        "", ' w:val="1"', ' w:val="x"', ' w:val=""', ' w:val="99999999999999999999"', ' w:char="F0FE"',
        ' w:fldCharType="begin"', ' w:fldCharType="separate"', ' w:fldCharType="end"',
    ]
)  # fmt: skip
ELEMENT = st.tuples(st.sampled_from(NAMES), ATTRIBUTES)


def element(tag: tuple[str, str], inside: str | list[str]) -> str:
    return f"<w:{tag[0]}{tag[1]}>{''.join(inside)}</w:{tag[0]}>"


TREES = st.recursive(
    st.builds(element, ELEMENT, st.sampled_from(["", "x", "\u2612", "\uf0fe"])),
    lambda inner: st.builds(element, ELEMENT, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@LIMITED
@given(st.lists(TREES, max_size=6))
def test_any_tree_of_word_elements_is_read(body: list[str]) -> None:
    """Word's elements in any order and nesting are read."""
    layout = read_docx(
        with_document(f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'),
        name="form.docx",
    )
    assert isinstance(layout, Layout)


def test_a_wrong_checksum_is_damage() -> None:
    """A document whose bytes are not those that were packed is refused, though it unpacks."""
    files = unpacked(MADE)
    stored = packed(files, method=zipfile.ZIP_STORED)
    assert zlib.crc32(files["word/document.xml"])
    with pytest.raises(InputError):
        read_docx(stored.replace("Ann O’Neill".encode(), "Ben O’Neill".encode()), name="form.docx")
