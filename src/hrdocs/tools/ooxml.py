"""Word files as bounded packages of XML.

Conventions: a part is named by its path in the package without the leading slash. Namespaces of
strict OOXML are read as the transitional ones. Nothing outside the package is ever opened: an
external relationship is data. Only the members that are asked for are decompressed, each within
bounds; a DTD or entity is refused.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hrdocs.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_MEMBERS = 5_000
MAX_PART = 48 * 2**20  # bytes of one part, decompressed
MAX_READ = 96 * 2**20  # bytes of all parts read from one package
MAX_NODES = 1_500_000  # elements and attributes of all parts read from one package
COUNT_FROM = 2**19  # bytes: smaller parts cannot hold too many nodes
RATIO_FROM = 16 * 2**20  # below this size a high ratio is only very even text
MAX_RATIO = 250

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_LOCAL = struct.Struct("<4s5H3I2H")  # a member's own header; its last two are the lengths of its names
_HEAD = 8_192  # bytes: a part says in its root element whether it is strict
_PLAIN_TARGET = re.compile(r"\w+(?:/\w+)*\.\w+")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_MAIN = re.compile(
    r"wordprocessingml\.(document|template)\.main\+xml|"
    r"ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml",
    re.IGNORECASE,
)
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_OTHER_KINDS = (
    (b"%PDF", "a PDF", "Rename it to end in .pdf and read it again."),
    (b"{\\rtf", "a rich-text document", "Rename it to end in .rtf and read it again."),
    (b"\x89PNG", "a picture", "Rename it to end in .png and read it again."),
    (b"\xff\xd8\xff", "a picture", "Rename it to end in .jpg and read it again."),
    (b"<!doctype html", "a web page", "Open it in Word, save it as a Word document (.docx) and read that."),
    (b"<html", "a web page", "Open it in Word, save it as a Word document (.docx) and read that."),
    (b"<?xml", "an XML file", "Open it in Word, save it as a Word document (.docx) and read that."),
)
_ASK_AGAIN = "Ask for the file to be sent again, or open it in Word and save it under a new name."


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: `kind` is the last word of its type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """An opened Word file. Made by `open_package`; parts are read when they are asked for."""

    def __init__(self, name: str, data: bytes, members: Sequence[zipfile.ZipInfo]) -> None:
        self.name = name
        self.main = ""
        self._data = data
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._doubled: set[str] = set()
        self._read = 0
        self._nodes = 0
        self._relations: dict[str, dict[str, Relation]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for info in members:
            key = info.filename.replace("\\", "/").lstrip("/").lower()
            if key in self._members:
                self._doubled.add(key)
            self._members[key] = info

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all members, in lower case."""
        return tuple(self._members)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises: InputError, where it is missing, damaged or too large."""
        key = part.lower()
        info = self._members.get(key)
        if info is None:
            raise self.damaged(f"its part {part} is missing")
        if key in self._doubled:
            raise self.damaged(f"it holds its part {part} twice")
        if info.flag_bits & 1:
            raise _encrypted(self.name)
        self._check_size(info)
        self._read += info.file_size
        if self._read > MAX_READ:
            raise self.too_large()
        data = self._unpack(info)
        if data is None or len(data) != info.file_size or zlib.crc32(data) != info.CRC:
            raise self.damaged(f"its part {part} cannot be unpacked")
        return data

    def packed(self, part: str) -> bytes:
        """A part as it is packed: cheap to get, and equal only where the part is. Empty if it is missing."""
        key = part.lower()
        info = self._members.get(key)
        if info is None or key in self._doubled or info.compress_type != zipfile.ZIP_DEFLATED:
            return b""
        return self._cut(info) or b""

    def _cut(self, info: zipfile.ZipInfo) -> bytes | None:
        at = info.header_offset
        header = self._data[at : at + _LOCAL.size]
        if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
            return None
        names = _LOCAL.unpack(header)
        at += _LOCAL.size + names[-2] + names[-1]
        return self._data[at : at + info.compress_size]

    def _unpack(self, info: zipfile.ZipInfo) -> bytes | None:
        """A member's bytes, at most one more than it says it has; None where they are not to be had."""
        packed = self._cut(info)
        if packed is None:
            return None
        if info.compress_type == zipfile.ZIP_STORED:
            return packed
        if info.compress_type != zipfile.ZIP_DEFLATED:
            return None
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, info.file_size + 1)
        except zlib.error:
            return None

    def tree(self, part: str) -> "_Element":
        """The root element of an XML part. Raises: InputError, where it cannot be read safely."""
        return self.parse(self.read(part), part)

    def parse(self, data: bytes, part: str) -> "_Element":
        """The root element of XML that was read from a part. Raises: InputError, as `tree`."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            data = _as_utf8(data)
        if len(data) > COUNT_FROM:
            self._nodes += data.count(b"<") - data.count(b"</") + data.count(b'="') + data.count(b"='")
            if self._nodes > MAX_NODES:
                raise self.too_large()
        return parse_xml(data, subject=self.name, part=part)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by id; of the package itself where `part` is empty."""
        if part not in self._relations:
            folder, leaf = posixpath.split(part)
            path = posixpath.join(folder, "_rels", f"{leaf}.rels")
            self._relations[part] = self._read_relations(path, folder) if path in self else {}
        return self._relations[part]

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts inside the package that `part` names as its `kind`, those that exist."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external and relation.target in self:
                yield relation.target

    def content_type(self, part: str) -> str:
        """The declared content type of a part, or ""."""
        overrides, defaults = self._types
        return overrides.get(part.lower()) or defaults.get(part.lower().rpartition(".")[2], "")

    def damaged(self, fact: str) -> InputError:
        """The error for this file with a fault in it."""
        return InputError(self.name, f"is damaged: {fact}", _ASK_AGAIN, code="damaged")

    def too_large(self) -> InputError:
        """The error for this file with more in it than a form can hold."""
        return InputError(
            self.name,
            "unpacks to more than a form can hold",
            "Ask the sender for the form by itself.",
            code="too-large",
        )

    def _check_size(self, info: zipfile.ZipInfo) -> None:
        size = info.file_size
        if size > MAX_PART or (size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1)):
            raise self.too_large()

    def _read_relations(self, path: str, folder: str) -> dict[str, Relation]:
        found: dict[str, Relation] = {}
        for item in self.tree(path):
            target = item.get("Target") or ""
            external = item.get("TargetMode", "").lower() == "external"
            if not external:
                target = resolve(folder, target)
            found[item.get("Id") or ""] = Relation(
                (item.get("Type") or "").rpartition("/")[2], target, external
            )
        return found

    def _read_types(self) -> None:
        overrides, defaults = self._types
        for item in self.tree("[Content_Types].xml"):
            if item.get("PartName"):
                overrides[resolve("", item.get("PartName") or "").lower()] = item.get("ContentType") or ""
            elif item.get("Extension"):
                defaults[(item.get("Extension") or "").lower()] = item.get("ContentType") or ""

    def find_main(self) -> None:
        """Find the document part by what the package says of itself, not by its usual name."""
        if "[Content_Types].xml" not in self:
            raise self._foreign()
        self._read_types()
        named = (t for t in self.related("", "officeDocument") if _WORD_MAIN.search(self.content_type(t)))
        declared = (part for part in self._members if _WORD_MAIN.search(self.content_type(part)))
        main = next(named, None) or next(declared, None)
        if main is None:
            raise self._foreign()
        self.main = main

    def _foreign(self) -> InputError:
        kinds = " ".join(self._types[0].values())
        if "spreadsheetml" in kinds:
            return _unsupported(self.name, "is an Excel workbook, not a Word document")
        if "presentationml" in kinds:
            return _unsupported(self.name, "is a PowerPoint presentation, not a Word document")
        if "mimetype" in self:
            return InputError(
                self.name,
                "is an OpenDocument file, not a Word document",
                "Rename it to end in .odt and read it again.",
                code="not-supported",
            )
        if _WORD_MAIN.search(kinds):
            return self.damaged("its document part is missing")
        if "word/document.xml" in self:
            return self.damaged("it does not say which of its parts is the document")
        return _unsupported(self.name, "is a zip archive, not a Word document")


_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    KeyError,
    IndexError,
)


def open_package(data: bytes, *, name: str) -> Package:
    """Open a Word file and find its document part.

    Raises: InputError with the code `empty`, `encrypted`, `damaged`, `not-supported` or `too-large`.
    """
    if not data:
        raise InputError(name, "is empty", "Ask for the file to be sent again.", code="empty")
    check_kind(data, name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except _ZIP_FAULTS as fault:
        raise InputError(
            name, "is damaged: it breaks off or its index cannot be read", _ASK_AGAIN, code="damaged"
        ) from fault
    if len(members) > MAX_MEMBERS:
        raise InputError(
            name,
            f"holds more than {MAX_MEMBERS} parts",
            "Ask the sender for the form by itself.",
            code="too-large",
        )
    package = Package(name, data, members)
    package.find_main()
    return package


def check_kind(data: bytes, *, name: str) -> None:
    """See that bytes can be a zip package at all, and say what they are where they are not.

    Raises: InputError with the code `encrypted`, `not-supported` or `damaged`.
    """
    if data.startswith(b"PK"):
        return
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data or "DataSpaces".encode("utf-16-le") in data:
            raise _encrypted(name)
        raise InputError(
            name,
            "is a document of Word 97 to 2003 under the name of a newer one",
            "Rename it to end in .doc, or save it in Word as .docx, and read it again.",
            code="not-supported",
        )
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, kind, step in _OTHER_KINDS:
        if start.startswith(magic.lower()):
            raise InputError(name, f"is {kind}, not a Word document", step, code="not-supported")
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(name, "holds nothing but blanks", "Ask for the file to be sent again.", code="empty")
    if b"PK\x05\x06" in data[-66_000:]:
        return
    raise InputError(name, "is not a Word document, or its beginning is lost", _ASK_AGAIN, code="damaged")


def parse_xml(data: bytes, *, subject: str, part: str = "") -> "_Element":
    """Parse XML with no DTD, no entities, no network and the parser's own limits.

    Raises: InputError with the code `damaged`.
    """
    from lxml import etree

    where = f"its part {part}" if part else "its XML"
    if b"<!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise InputError(
            subject,
            f"is refused: {where} declares a DTD, which Word never writes",
            _ASK_AGAIN,
            code="damaged",
        )
    if b"purl.oclc.org/ooxml" in data[:_HEAD]:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as fault:
        raise InputError(
            subject, f"is damaged: {where} is not well-formed XML", _ASK_AGAIN, code="damaged"
        ) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            subject,
            f"is refused: {where} declares a DTD, which Word never writes",
            _ASK_AGAIN,
            code="damaged",
        )
    return root


def resolve(folder: str, target: str) -> str:
    """The part that a relationship's target names, seen from the folder of the part that has it."""
    if _PLAIN_TARGET.fullmatch(target):  # as nearly all are
        return f"{folder}/{target}" if folder else target
    target = unquote(target).replace("\\", "/").partition("#")[0]
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(path).lstrip("/")


def read_texts(package: Package) -> Iterator[tuple[str, str]]:
    """Every text in every XML part: hidden, deleted, in properties, comments and descriptions too.

    Yields the part and one paragraph or attribute of it at a time; a paragraph's runs are joined.
    Raises: InputError, where a part cannot be read.
    """
    for part in package.parts:
        if part.endswith((".xml", ".rels", ".vml")):
            for text in _texts(package.tree(part)):
                yield part, text


_TELLING = frozenset(
    {"descr", "title", "alt", "name", "Target", "author", "initials", "string", "instr", "val"}
)


def _texts(root: "_Element") -> Iterator[str]:
    joined: list[str] = []
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag.endswith("}p") or not tag.startswith(W):
            yield from _flush(joined)
        if element.text:
            joined.append(element.text)
        elif tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            joined.append(" ")
        for key, value in element.attrib.items():
            if value and str(key).rpartition("}")[2] in _TELLING:
                yield str(value)
    yield from _flush(joined)


def _flush(joined: list[str]) -> Iterator[str]:
    text = "".join(joined)
    joined.clear()
    if text.strip():
        yield text


def _as_utf8(data: bytes) -> bytes:
    """UTF-16 as UTF-8, so that every later look at the bytes sees what the parser sees."""
    text = data.decode("utf-16", errors="replace")
    return re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", text, count=1).encode()


def _encrypted(name: str) -> InputError:
    return InputError(
        name,
        "is protected with a password",
        "Open it in Word, remove the password, save it and read it again.",
        code="encrypted",
    )


def _unsupported(name: str, fact: str) -> InputError:
    return InputError(name, fact, "Send the form as a Word document (.docx) or a PDF.", code="not-supported")
