"""A letter in other shapes for those who need them: large print, plain text. The words stay the same.

Large print is 18 point and more, set anew on the same paper: nothing is smaller, lines run left, columns
and indents give way. Sizes are half points, as Word writes them.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from hrdocs.errors import LetterError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGE = 36
_BASE = 22
_WIDER = 1.5  # indents and tab stops
_SET = re.compile(r"word/(?:document|styles|numbering|(?:header|footer)\d*|footnotes|endnotes)\.xml")
_INDENTS = ("left", "right", "hanging", "firstLine", "start", "end")


def make_large_print(docx: bytes) -> bytes:
    """The letter in 18 point. Raises: LetterError where the file is no Word file."""
    from lxml import etree

    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as made:
            for member in package.infolist():
                data = package.read(member)
                if _SET.fullmatch(member.filename):
                    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
                    _enlarge(root, member.filename)
                    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                made.writestr(member, data, zipfile.ZIP_DEFLATED)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise _no_letter() from error
    return out.getvalue()


def _enlarge(root: Any, part: str) -> None:
    for size in root.iter(f"{_W}sz", f"{_W}szCs"):
        if _is_of_text(size):
            _scale(size, "val", _LARGE / _BASE, at_least=_LARGE)
    if part.endswith("styles.xml"):
        _default_size(root)
    if root.tag == f"{_W}hdr":
        _part_from_text(root)
    measures = [(indent, key) for indent in root.iter(f"{_W}ind") for key in _INDENTS]
    for element, key in [*measures, *((tab, "pos") for tab in root.iter(f"{_W}tab"))]:
        _scale(element, key, _WIDER)
    for align in root.iter(f"{_W}jc"):
        if align.get(f"{_W}val") in ("both", "distribute"):
            align.set(f"{_W}val", "left")
    for layout in root.iter(f"{_W}tblLayout"):
        layout.set(f"{_W}type", "autofit")


def _part_from_text(header: Any) -> None:
    """Some space below a header, which in large letters reaches down to the text."""
    paragraphs = header.findall(f"{_W}p")
    if not paragraphs:
        return
    last = paragraphs[-1]
    properties = last.find(f"{_W}pPr")
    if properties is None:
        properties = last.makeelement(f"{_W}pPr", {})
        last.insert(0, properties)
    spacing = properties.find(f"{_W}spacing")
    if spacing is None:
        spacing = properties.makeelement(f"{_W}spacing", {})
        after = [f"{_W}{name}" for name in ("ind", "contextualSpacing", "jc", "rPr", "sectPr")]
        place = next((n for n, child in enumerate(properties) if child.tag in after), len(properties))
        properties.insert(place, spacing)
    spacing.set(f"{_W}after", "240")


def _scale(element: Any, key: str, factor: float, *, at_least: int | None = None) -> None:
    """A measure of an element made larger, where it is a plain number."""
    value = element.get(f"{_W}{key}")
    if value and value.lstrip("-").isdigit():
        scaled = round(int(value) * factor)
        element.set(f"{_W}{key}", str(scaled if at_least is None else max(scaled, at_least)))


def _is_of_text(size: Any) -> bool:
    parent = size.getparent()
    return parent is not None and parent.tag == f"{_W}rPr"


def _default_size(root: Any) -> None:
    """Text that names no size takes the document's default, which may be none at all."""
    default = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    if default is not None and default.find(f"{_W}sz") is None:
        size = default.makeelement(f"{_W}sz", {f"{_W}val": str(_LARGE)})
        default.append(size)


def format_plain_text(docx: bytes) -> str:
    """The letter as plain text: a paragraph a line, bullets as "- ", a table's cells parted by " | ".

    Raises: LetterError where the file is no Word file.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            names = set(package.namelist())
            body = etree.fromstring(package.read("word/document.xml")).find(f"{_W}body")
            first = _first_header(package, names)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise _no_letter() from error
    lines = [*first, "", *_lines(body)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _first_header(package: zipfile.ZipFile, names: set[str]) -> list[str]:
    """The letterhead: the header of the first page."""
    from lxml import etree

    body = etree.fromstring(package.read("word/document.xml"))
    relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    targets = {str(row.get("Id")): f"word/{row.get('Target')}" for row in relations}
    for reference in body.iter(f"{_W}headerReference"):
        part = targets.get(str(reference.get(_REL)), "")
        if reference.get(f"{_W}type") == "first" and part in names:
            return [line for line in _lines(etree.fromstring(package.read(part))) if line]
    return []


def _lines(container: Any) -> Iterator[str]:
    for child in container:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = (" ".join(t for t in _lines(cell) if t) for cell in row.iter(f"{_W}tc"))
                yield " | ".join(cells)
            yield ""
        elif child.tag == f"{_W}sdt":
            inner = child.find(f"{_W}sdtContent")
            yield from _lines(inner if inner is not None else ())


def _paragraph(paragraph: Any) -> Iterator[str]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    bullet = name.startswith("List") or paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    text = "".join(_texts(paragraph)).strip()
    apart = not bullet and name not in ("Block", "Details", "Letterhead")
    if apart:
        yield ""
    yield f"- {text}" if bullet and text else text
    if apart:
        yield ""


def _texts(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if node.getparent().tag != f"{_W}tabs":
            yield node.text or "" if node.tag == f"{_W}t" else (": " if node.tag == f"{_W}tab" else "\n")


def _no_letter() -> LetterError:
    return LetterError("letter", "is not a Word file that can be read", "Make the letter again.",
                       code="not-a-letter")  # fmt: skip
