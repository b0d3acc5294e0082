"""Several letters of one make as one Word file, each a section with its own headers and page numbers.

Letters can be merged where everything but their text, headers, footers and properties is the same: styles,
lists, pictures, settings. What cannot be carried over surely is refused, never changed in silence: foot-
and endnotes, comments, numbered lists (their numbers would run on), a letter that begins or ends with a
table. A total of pages becomes a literal number where it is given, else the total of the section.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BODY = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OWN = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml|docProps/.*")
_EDGE = re.compile(r"word/(header|footer)\d*\.xml")
_REFUSED = ("footnoteReference", "endnoteReference", "commentReference", "altChunk", "ins", "del")
MARK = "hrdocsletter"  # the bookmark at the start of each letter, numbered from 0


class NotMergeableError(Exception):
    """Letters that cannot be carried over into one file without change."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter's members, and what they share with others of its make."""

    members: Mapping[str, bytes]
    make: bytes


def open_letter(docx: bytes) -> Opened:
    """A letter's members by name. `make` is the same for letters that can stand in one file.

    Raises: NotMergeableError where the file is no package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            members = {name: package.read(name) for name in package.namelist()}
    except zipfile.BadZipFile as error:
        raise NotMergeableError("no Word file") from error
    shared = hashlib.sha256()
    for name in sorted(members):
        shared.update(name.encode() + b"\0")
        if not _OWN.fullmatch(name):
            shared.update(hashlib.sha256(members[name]).digest())
    return Opened(members, shared.digest())


def merge_letters(letters: Sequence[Opened], *, totals: Sequence[int] | None = None) -> bytes:
    """The letters as sections of one file; `totals` are their numbers of pages, where they are known.

    Raises: NotMergeableError where they are not of one make, or hold what cannot be carried over.
    """
    if len({letter.make for letter in letters}) != 1:
        raise NotMergeableError("letters of several makes")
    book = _Book(letters[0].members)
    for number, letter in enumerate(letters):
        book.add(letter.members, number, totals[number] if totals else None, last=number + 1 == len(letters))
    return book.packed()


class _Book:
    """The file that grows letter by letter."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self.members = {name: data for name, data in members.items() if not _EDGE.fullmatch(name)}
        self.root = _parse(members[_BODY])
        self.body = self.root.find(f"{_W}body")
        for child in list(self.body):
            self.body.remove(child)
        self.relations = _parse(members[_RELATIONS])
        self.types = _parse(members[_TYPES])
        self.numbered = _numbered(members.get("word/numbering.xml"), members.get("word/styles.xml"))
        self.edges: dict[tuple[str, bytes], str] = {}
        for row in [row for row in self.relations if _EDGE.fullmatch(f"word/{row.get('Target')}")]:
            self.relations.remove(row)
        for row in [row for row in self.types if _EDGE.fullmatch(str(row.get("PartName", "")).lstrip("/"))]:
            self.types.remove(row)

    def add(self, members: Mapping[str, bytes], number: int, total: int | None, *, last: bool) -> None:
        body = _parse(members[_BODY]).find(f"{_W}body")
        children = list(body)
        section = children.pop() if children and children[-1].tag == f"{_W}sectPr" else None
        paragraphs = (f"{_W}p",)
        if section is None or not children or {children[0].tag, children[-1].tag} - set(paragraphs):
            raise NotMergeableError("no section of its own, or a table at an end")
        self._check(body)
        self._refer(section, members, total)
        _begin(section, children[0], number)
        _count(body, total)
        if last:
            children.append(section)
        else:
            _properties(children[-1]).append(section)
        for child in children:
            self.body.append(child)

    def packed(self) -> bytes:
        self.members[_BODY] = _bytes(self.root)
        self.members[_RELATIONS] = _bytes(self.relations)
        self.members[_TYPES] = _bytes(self.types)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.members.items():
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _check(self, body: Any) -> None:
        for element in body.iter():
            tag = str(element.tag).rpartition("}")[2]
            if tag in _REFUSED or (tag == "sectPr" and element.getparent() is not body):
                raise NotMergeableError(f"it holds {tag}")
            if tag in ("numId", "pStyle") and (tag, element.get(f"{_W}val")) in self.numbered:
                raise NotMergeableError("a numbered list")

    def _refer(self, section: Any, members: Mapping[str, bytes], total: int | None) -> None:
        """Point a section to its own headers and footers, each kept once however many letters have it."""
        targets = {row.get("Id"): f"word/{row.get('Target')}" for row in _parse(members[_RELATIONS])}
        for tag in ("headerReference", "footerReference"):
            for reference in section.iter(f"{_W}{tag}"):
                source = targets[reference.get(f"{_R}id")]
                root = _parse(members[source])
                _count(root, total)
                own = source.replace("word/", "word/_rels/") + ".rels"
                reference.set(f"{_R}id", self._edge(tag[:6], _bytes(root), members.get(own)))

    def _edge(self, kind: str, data: bytes, own: bytes | None) -> str:
        key = (kind, hashlib.sha256(data + (own or b"")).digest())
        if key not in self.edges:
            name = f"{kind}{len(self.edges) + 1}.xml"
            self.edges[key] = f"rIdEdge{len(self.edges) + 1}"
            self.members[f"word/{name}"] = data
            if own is not None:
                self.members[f"word/_rels/{name}.rels"] = own
            space = self.relations.tag.rpartition("}")[0] + "}"
            row = self.relations.makeelement(f"{space}Relationship", {})
            row.set("Id", self.edges[key])
            row.set("Type", f"{_R.strip('{}')}/{kind}")
            row.set("Target", name)
            self.relations.append(row)
            space = self.types.tag.rpartition("}")[0] + "}"
            kind_of = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            entry = self.types.makeelement(f"{space}Override", {"PartName": f"/word/{name}"})
            entry.set("ContentType", kind_of)
            self.types.append(entry)
        return self.edges[key]


def _begin(section: Any, first: Any, number: int) -> None:
    """A section starts on a new page, its pages count from 1, and a bookmark shows where it begins."""
    kind = section.find(f"{_W}type")
    if kind is None:
        kind = section.makeelement(f"{_W}type", {})
        references = section.findall(f"{_W}headerReference") + section.findall(f"{_W}footerReference")
        section.insert(len(references), kind)
    kind.set(f"{_W}val", "nextPage")
    pages = section.find(f"{_W}pgNumType")
    if pages is None:
        pages = section.makeelement(f"{_W}pgNumType", {})
        margins = section.find(f"{_W}pgMar")
        section.insert(len(section) if margins is None else section.index(margins) + 1, pages)
    pages.set(f"{_W}start", "1")
    properties = first.find(f"{_W}pPr")
    place = 0 if properties is None else 1
    for tag in ("bookmarkEnd", "bookmarkStart"):
        mark = first.makeelement(f"{_W}{tag}", {f"{_W}id": str(90_000 + number)})
        if tag == "bookmarkStart":
            mark.set(f"{_W}name", f"{MARK}{number}")
        first.insert(place, mark)


def _properties(paragraph: Any) -> Any:
    found = paragraph.find(f"{_W}pPr")
    if found is None:
        found = paragraph.makeelement(f"{_W}pPr", {})
        paragraph.insert(0, found)
    return found


def _count(root: Any, total: int | None) -> None:
    """The field of a total of pages: a literal number, or the total of the section."""
    for field in list(root.iter(f"{_W}fldSimple")):
        if str(field.get(f"{_W}instr")).split()[:1] != ["NUMPAGES"]:
            continue
        if total is None:
            field.set(f"{_W}instr", "SECTIONPAGES")
            continue
        for text in field.iter(f"{_W}t"):
            text.text = str(total)
        parent = field.getparent()
        for run in deepcopy(list(field)):
            parent.insert(parent.index(field), run)
        parent.remove(field)
    for code in root.iter(f"{_W}instrText"):
        if "NUMPAGES" in (code.text or ""):
            if total is not None:
                raise NotMergeableError("a total of pages that is no simple field")
            code.text = (code.text or "").replace("NUMPAGES", "SECTIONPAGES")


def _numbered(numbering: bytes | None, styles: bytes | None) -> frozenset[tuple[str, str]]:
    """The list ids and paragraph styles whose numbers would run on from letter to letter."""
    if numbering is None:
        return frozenset()
    root = _parse(numbering)
    counted = {
        abstract.get(f"{_W}abstractNumId")
        for abstract in root.iter(f"{_W}abstractNum")
        if any(form.get(f"{_W}val") not in ("bullet", "none") for form in abstract.iter(f"{_W}numFmt"))
    }
    lists = {
        str(num.get(f"{_W}numId"))
        for num in root.iter(f"{_W}num")
        if any(a.get(f"{_W}val") in counted for a in num.iter(f"{_W}abstractNumId"))
    }
    named = {
        ("pStyle", str(style.get(f"{_W}styleId")))
        for style in (_parse(styles).iter(f"{_W}style") if styles else ())
        if any(num.get(f"{_W}val") in lists for num in style.iter(f"{_W}numId"))
    }
    return frozenset({("numId", num) for num in lists} | named)


def _parse(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _bytes(root: Any) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
