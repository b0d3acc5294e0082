"""Drawings: text boxes, pictures and what cannot be read in them, DrawingML and VML.

Conventions: a text box is handed on as the element that holds its paragraphs. A picture is what may be
a signature: lines, spacers and empty signature lines are none.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrdocs.read.docx.notes import Notes
from hrdocs.tools.ooxml import R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_BOX = f"{W}txbxContent"
_ALTERNATE, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_UNREAD = {
    "http://schemas.openxmlformats.org/drawingml/2006/chart": ("a chart", False),
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": ("a SmartArt drawing", True),
}
_THINNEST = 50_000  # EMU, 1.4 mm: below it a picture is a rule or a spacer


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text box (`content` holds its paragraphs), a shape's own lines, or a picture."""

    content: "_Element | None" = None
    lines: tuple[str, ...] = ()
    description: str = ""
    top: float = 0.0
    left: float = 0.0

    @property
    def is_picture(self) -> bool:
        return self.content is None and not self.lines


def find_alternative(element: "_Element") -> "_Element | None":
    """The one branch of alternative content to read: the first that has anything in it."""
    branches = [child for child in element if child.tag in (_CHOICE, _FALLBACK)]
    branches.sort(key=lambda branch: branch.tag == _FALLBACK)
    return next((b for b in branches if _has_matter(b)), branches[0] if branches else None)


def _has_matter(branch: "_Element") -> bool:
    telling = (f"{W}t", f"{W}sym", f"{_A}blip", f"{_V}imagedata", f"{_A}t", f"{_A}custGeom", _BOX)
    return next(branch.iter(*telling), None) is not None


def read_drawing(element: "_Element", notes: Notes) -> list[Drawn]:
    """What one drawing, picture or embedded object shows, from the top."""
    if element.tag == f"{W}object" and _note_object(element, notes):
        return []
    found = list(_walk(element, notes))
    top, left = _position(element)
    return [Drawn(d.content, d.lines, d.description, top, left) for d in found]


def _walk(element: "_Element", notes: Notes) -> Iterator[Drawn]:
    frame = _Frame(_description(element), _is_too_thin(element), notes)
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        reader = _READERS.get(child.tag)
        if reader is not None:
            yield from reader(child, frame)
        elif child.tag == _ALTERNATE:
            chosen = find_alternative(child)
            pending.extend(reversed(chosen) if chosen is not None else ())
        elif child.tag.endswith("}contentPart"):
            yield Drawn(description=frame.description or "ink")
        else:
            if child.tag == f"{_A}graphicData" and child.get("uri") in _UNREAD:
                what, serious = _UNREAD[child.get("uri") or ""]
                notes.unread(what, serious=serious)
            pending.extend(reversed(child))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds for everything in one drawing."""

    description: str
    too_thin: bool
    notes: Notes


def _box(element: "_Element", _frame: _Frame) -> Iterator[Drawn]:
    yield Drawn(content=element)


def _blip(element: "_Element", frame: _Frame) -> Iterator[Drawn]:
    if element.get(f"{R}embed"):
        if not frame.too_thin:
            yield Drawn(description=frame.description)
    elif element.get(f"{R}link"):
        frame.notes.unread("a picture kept outside the file", serious=False)


def _vml_image(element: "_Element", frame: _Frame) -> Iterator[Drawn]:
    if _is_vml_picture(element, frame.notes):
        yield Drawn(description=element.get(f"{_O}title") or frame.description)


def _freehand(element: "_Element", frame: _Frame) -> Iterator[Drawn]:
    if not frame.too_thin and next(_shape_of(element).iter(_BOX), None) is None:
        yield Drawn(description=frame.description or "freehand drawing")


def _shape_of(geometry: "_Element") -> "_Element":
    """The whole shape that a geometry outlines: its properties' parent."""
    properties = geometry.getparent()
    shape = properties.getparent() if properties is not None else None
    return shape if shape is not None else geometry


def _shape_lines(body: "_Element", _frame: _Frame) -> Iterator[Drawn]:
    lines = tuple("".join(t.text or "" for t in p.iter(f"{_A}t")) for p in body.iter(f"{_A}p"))
    if any(line.strip() for line in lines):
        yield Drawn(lines=tuple(line for line in lines if line.strip()))


def _is_vml_picture(image: "_Element", notes: Notes) -> bool:
    shape = image.getparent()
    if shape is not None and next(shape.iter(f"{_O}signatureline"), None) is not None:
        # An empty signature line is drawn as a picture; only a digital signature fills it.
        return notes.signed
    if image.get(f"{R}id") or image.get(f"{R}pict"):
        return True
    if image.get(f"{R}href") or image.get("src"):
        notes.unread("a picture kept outside the file", serious=False)
    return False


def _note_object(element: "_Element", notes: Notes) -> bool:
    """Name an embedded object. True for a control, whose picture is not of anything anybody drew."""
    control = next(element.iter(f"{W}control"), None)
    if control is not None:
        notes.unread(f"an ActiveX control {control.get(f'{W}name') or ''}".rstrip(), serious=True)
        return True
    embedded = next(element.iter(f"{_O}OLEObject"), None)
    kind = embedded.get("ProgID") if embedded is not None else None
    notes.unread(f"an embedded object ({kind})" if kind else "an embedded object", serious=False)
    return False


def _description(element: "_Element") -> str:
    properties = next(element.iter(f"{_WP}docPr"), None)
    if properties is None:
        return ""
    return properties.get("descr") or properties.get("title") or ""


def _is_too_thin(element: "_Element") -> bool:
    extent = next(element.iter(f"{_WP}extent"), None)
    if extent is None:
        return False
    sizes = [extent.get("cx") or "", extent.get("cy") or ""]
    return all(s.isdecimal() for s in sizes) and min(int(s[:12]) for s in sizes) < _THINNEST


def _position(element: "_Element") -> tuple[float, float]:
    """Where an anchored drawing stands from its anchor, in points; 0, 0 where that is not said."""
    anchor = element.find(f"{_WP}anchor")
    if anchor is None:
        return 0.0, 0.0
    return _offset(anchor, "positionV"), _offset(anchor, "positionH")


def _offset(anchor: "_Element", axis: str) -> float:
    offset = anchor.find(f"{_WP}{axis}/{_WP}posOffset")
    text = (offset.text or "").strip() if offset is not None else ""
    return int(text) / 12_700 if text.removeprefix("-").isdecimal() and len(text) < 12 else 0.0


_READERS: dict[str, Callable[["_Element", _Frame], Iterator[Drawn]]] = {
    _BOX: _box,
    f"{_A}blip": _blip,
    f"{_V}imagedata": _vml_image,
    f"{_A}txBody": _shape_lines,
    f"{_A}custGeom": _freehand,
}
