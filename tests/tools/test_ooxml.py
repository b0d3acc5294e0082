"""Word files as bounded packages."""

import io
import zipfile

import docx
import pytest

from hrdocs.errors import InputError
from hrdocs.tools import ooxml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Ben Author"
    document.core_properties.title = "Secret title"
    run = document.add_paragraph("Dear ").add_run("Ann")
    document.add_paragraph().add_run("unseen").font.hidden = True
    document.sections[0].header.paragraphs[0].text = "Letterhead"
    document.add_comment(run, text="Check the name", author="Cat", initials="C")
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_the_document_part_is_found_through_its_relationships() -> None:
    """A package knows its document, its parts' types and how they relate."""
    package = ooxml.open_package(made(), name="letter.docx")
    assert package.main == "word/document.xml"
    assert "WORD/Document.xml" in package
    assert next(package.related(package.main, "styles")) == "word/styles.xml"
    assert package.content_type("word/styles.xml").endswith("styles+xml")
    assert package.tree(package.main).tag == f"{{{W}}}document"


def test_every_text_is_found() -> None:
    """Hidden text, comments, headers, properties and descriptions are all among the texts of a file."""
    package = ooxml.open_package(made(), name="letter.docx")
    texts = [text for _, text in ooxml.read_texts(package)]
    for wanted in ("Dear Ann", "unseen", "Letterhead", "Check the name", "Ben Author", "Secret title", "Cat"):
        assert wanted in texts
    parts = {part for part, text in ooxml.read_texts(package) if text == "Letterhead"}
    assert parts == {"word/header1.xml"}


@pytest.mark.parametrize(
    ("folder", "target", "part"),
    [
        ("word", "styles.xml", "word/styles.xml"),
        ("word", "media/image1.png", "word/media/image1.png"),
        ("word", "/word/styles.xml", "word/styles.xml"),
        ("word", "../customXml/item1.xml", "customXml/item1.xml"),
        ("", "word/document.xml", "word/document.xml"),
        ("", "/word/document.xml", "word/document.xml"),
        ("word", "media\\my%20image.png", "word/media/my image.png"),
        ("word", "../../../etc/hostname", "etc/hostname"),
        ("word", "styles.xml#top", "word/styles.xml"),
    ],
)
def test_targets(folder: str, target: str, part: str) -> None:
    """A target is seen from its part's folder and never leaves the package."""
    assert ooxml.resolve(folder, target) == part


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<a>",
        b"<a/><b/>",
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>',
        "<!DOCTYPE a><a/>".encode("utf-16"),
        b"<a>&undefined;</a>",
        b"<a>" * 100_000,
        b'<?xml version="1.0" encoding="no-such-encoding"?><a/>',
        b"\xff\xfe\x00",
    ],
)
def test_xml_that_is_refused(xml: bytes) -> None:
    """XML with a DTD, an entity or no good form is refused as damaged."""
    with pytest.raises(InputError) as caught:
        ooxml.parse_xml(xml, subject="form.docx", part="word/document.xml")
    assert caught.value.code == "damaged"


def test_a_member_that_lies_about_its_size_is_damage() -> None:
    """A member is unpacked no further than its index says, and refused where it goes on."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made())) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data + b" " * 30_000_000 if name == "word/document.xml" else data)
    size = (30_000_000 + len(ooxml.open_package(made(), name="x").read("word/document.xml"))).to_bytes(
        4, "little"
    )
    assert packed.getvalue().count(size) == 2
    package = ooxml.open_package(
        packed.getvalue().replace(size, (900).to_bytes(4, "little")), name="form.docx"
    )
    with pytest.raises(InputError) as caught:
        package.read("word/document.xml")
    assert caught.value.code == "damaged"


def test_too_many_members() -> None:
    """A package with thousands of members is no form."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for number in range(ooxml.MAX_MEMBERS + 1):
            target.writestr(f"{number}", b"")
    with pytest.raises(InputError) as caught:
        ooxml.open_package(packed.getvalue(), name="form.docx")
    assert caught.value.code == "too-large"
