"""All text of a finished Word file, wherever it hides.

Headers, footers, comments, notes, deleted and hidden text, text boxes, alternative texts, names of
authors, properties and the targets of links are read, each as its own passage.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrdocs.errors import LetterError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TELLING = ("descr", "title", "alt", "name", f"{_W}author", f"{_W}initials", f"{_W}name", f"{_W}val")
_ATTRIBUTE_HOLDERS = (
    "docPr",
    "cNvPr",
    "ins",
    "del",
    "comment",
    "bookmarkStart",
    "alias",
    "tag",
    "docVar",
    "shape",
)
# The parts that can hold words; styles and themes are large and hold none.
_TOLD = re.compile(
    r"(?:.*\.rels|(?:docProps|customXml)/.*\.xml"
    r"|word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\w*|settings)\.xml)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or hidden text. `part` is "letter" for what the reader sees on the page."""

    text: str
    part: str
    bullet: bool = False
    heading: bool = False


def read_passages(docx: bytes, *, name: str = "letter") -> tuple[Passage, ...]:
    """Every passage of the file in the order of its parts; empty paragraphs of the letter included.

    Raises: LetterError where the file is no Word file.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    out: list[Passage] = []
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            for part in package.namelist():
                if _TOLD.fullmatch(part):
                    out.extend(_passages(part, etree.fromstring(package.read(part), parser)))
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise LetterError(name, "is not a Word file that can be read again", "Make the letter again.",
                          code="not-a-letter") from error  # fmt: skip
    return tuple(out)


def plain_text(text: str) -> str:
    """The text for comparing: small letters, straight apostrophes, plain hyphens."""
    return re.sub(r"[\u2010-\u2015]", "-", text.replace("’", "'").replace("‘", "'")).casefold()


def _passages(part: str, root: Any) -> Iterator[Passage]:
    short = "letter" if part == "word/document.xml" else part.rpartition("/")[2]
    if part.endswith(".rels"):
        yield from (Passage(e.get("Target"), short) for e in root if e.get("TargetMode") == "External")
        return
    if part.startswith(("docProps/", "customXml/")):
        yield from (Passage(t.strip(), short) for t in root.itertext() if t.strip())
        return
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag == "p" and element.tag.startswith(_W):
            yield _paragraph(element, short)
        elif tag in _ATTRIBUTE_HOLDERS:
            texts = (element.get(key) for key in _TELLING)
            yield from (Passage(t, f"{short}, hidden") for t in texts if t)


def _paragraph(element: Any, part: str) -> Passage:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    bullet = name.startswith("List") or element.find(f"{_W}pPr/{_W}numPr") is not None
    return Passage("".join(_texts(element)), part, bullet=bullet, heading=name.startswith("Heading"))


def _texts(element: Any) -> Iterator[str]:
    for node in element:
        tag = str(node.tag).rpartition("}")[2]
        if tag in ("t", "delText", "instrText"):
            yield node.text or ""
        elif tag == "tab":
            yield "\t"
        elif tag in ("br", "cr"):
            yield "\n"
        elif tag != "pPr" and tag != "txbxContent":  # a text box's paragraphs are passages of their own
            yield from _texts(node)
