"""The properties of paragraphs, rows and cells, as far as they matter to a reader."""

from typing import TYPE_CHECKING, NamedTuple

from hrdocs.read.docx.styles import VAL, Styles, is_on
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_PPR, _RPR, _TRPR, _TCPR = f"{W}pPr", f"{W}rPr", f"{W}trPr", f"{W}tcPr"
_TC = f"{W}tc"
_PSTYLE, _OUTLINE, _DEL, _INS = f"{W}pStyle", f"{W}outlineLvl", f"{W}del", f"{W}ins"
_SPAN, _VMERGE, _HMERGE, _CELLDEL = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}cellDel"
_LEVELS = frozenset("012345678")
_MOST_COLUMNS = 63  # Word's own limit


class ParagraphShape(NamedTuple):
    """A paragraph's style, whether it is a heading, and whether its end was deleted."""

    style: str = ""
    heading: bool = False
    end_deleted: bool = False


class CellShape(NamedTuple):
    """A cell's columns and its part in merges.

    `across`: it belongs to the cell before it. `down` is True where a merge downwards begins, False
    where one goes on, None where there is none.
    """

    span: int = 1
    across: bool = False
    down: bool | None = None
    deleted: bool = False


_PARAGRAPH, _CELL = ParagraphShape(), CellShape()


def read_paragraph_shape(paragraph: "_Element", styles: Styles) -> ParagraphShape:
    """The properties of a paragraph, which stand first in it."""
    properties = paragraph[0] if len(paragraph) else None
    if properties is None or properties.tag != _PPR:
        return _PARAGRAPH
    style, heading, deleted = "", False, False
    for child in properties:
        tag = child.tag
        if tag == _PSTYLE:
            style = child.get(VAL) or ""
            heading = heading or styles.is_heading(style)
        elif tag == _OUTLINE:
            heading = (child.get(VAL) or "") in _LEVELS
        elif tag == _RPR:
            deleted = child.find(_DEL) is not None or child.find(f"{W}moveFrom") is not None
    return ParagraphShape(style, heading, deleted)


def read_cell_shape(cell: "_Element") -> CellShape:
    """The properties of a cell, which stand first in it."""
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != _TCPR:
        return _CELL
    span, across, deleted = 1, False, False
    down: bool | None = None
    for child in properties:
        tag = child.tag
        if tag == _SPAN:
            value = child.get(VAL) or ""
            span = min(max(int(value), 1), _MOST_COLUMNS) if value.isdecimal() and len(value) < 4 else 1
        elif tag == _VMERGE:
            down = child.get(VAL) == "restart"
        elif tag == _HMERGE:
            across = child.get(VAL) != "restart"
        elif tag == _CELLDEL:
            deleted = True
    if span == 1 and down is None and not (across or deleted):
        return _CELL  # as most cells are
    return CellShape(span, across, down, deleted)


class RowShape(NamedTuple):
    """What tracked changes and hiding make of a row."""

    deleted: bool = False
    inserted: bool = False
    hidden: bool = False


PLAIN_ROW = RowShape()


def read_row_shape(row: "_Element") -> RowShape:
    """The properties of a row, which stand before its cells."""
    if len(row) and row[0].tag == _TC:
        return PLAIN_ROW
    properties = row.find(_TRPR)
    if properties is None:
        return PLAIN_ROW
    hidden = properties.find(f"{W}hidden")
    return RowShape(
        properties.find(_DEL) is not None,
        properties.find(_INS) is not None,
        hidden is not None and is_on(hidden),
    )
