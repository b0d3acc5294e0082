"""Paragraphs and tables as blocks in reading order.

Conventions: tables count from 1 over the whole file, rows over the rows that remain, cells over the
cells of their row. A nested table's rows follow the row that it stands in. A paragraph's number counts
the body's paragraphs outside tables, blank ones too; blank lines are left out of the body and kept
inside cells. What stands in a text box keeps the number of the paragraph or cell that holds it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hrdocs.document import Block, Cell, Line, Mark, Picture, Place, Row, Span
from hrdocs.read.docx.controls import Control, has_lost_breaks, read_control
from hrdocs.read.docx.drawings import Drawn, find_alternative
from hrdocs.read.docx.glyphs import TICKED
from hrdocs.read.docx.lines import make_line, trim
from hrdocs.read.docx.notes import Notes
from hrdocs.read.docx.runs import Flow, RunReader
from hrdocs.read.docx.shapes import PLAIN_ROW, read_cell_shape, read_paragraph_shape, read_row_shape
from hrdocs.read.docx.styles import Styles
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 60  # of containers, cells and text boxes in one another

_P, _TBL, _TR, _TC, _SDT = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sdt"
_GONE = frozenset((f"{W}del", f"{W}moveFrom"))
_KEPT = frozenset((f"{W}ins", f"{W}moveTo"))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SILENT = frozenset(
    f"{W}{n}"
    for n in ("sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "customXmlPr")
)


class _Sink:
    """Where paragraphs go: the blocks of a story, or the lines of one cell."""

    __slots__ = ("carried", "has_image", "in_cell", "lines", "nested", "place")

    def __init__(self, place: Place, *, in_cell: bool = False) -> None:
        self.place = place
        self.in_cell = in_cell
        self.lines: list[Line] = []
        self.nested: list[tuple[_Element, Mark]] = []
        self.has_image = False
        self.carried: Flow | None = None  # of a paragraph whose end was deleted


@dataclass(slots=True)
class _Table:
    """A table being read: its number, and the columns where a cell is merged from above."""

    number: int
    row: int = 0
    merged: frozenset[int] = frozenset()


class BlockReader:
    """Reads one story after the other into `blocks`."""

    def __init__(self, styles: Styles, notes: Notes, prompt_of: Callable[[str], str | None]) -> None:
        self.blocks: list[Block] = []
        self._styles = styles
        self._notes = notes
        self._prompt_of = prompt_of
        self._tables = 0
        self._paragraphs = 0
        self._part: str | None = None
        self._runs = RunReader(styles, notes, prompt_of, keep_blanks=False, fields=True)

    def read_story(self, root: "_Element", *, part: str | None = None, keep_blanks: bool = False) -> None:
        """Read the body, or one header, footer or note, to the end of `blocks`."""
        before = (len(self.blocks), self._tables)
        for fields in (True, False):
            del self.blocks[before[0] :]
            self._tables, self._paragraphs, self._part = before[1], 0, part
            self._runs = RunReader(
                self._styles, self._notes, self._prompt_of, keep_blanks=keep_blanks, fields=fields
            )
            self._container(root, Mark.PLAIN, _Sink(Place(part=part)), 0)
            if not self._runs.open_fields:
                return
            # A field without an end would swallow the rest: read again, taking fields for text.
            self._notes.broken_fields = True

    def _container(self, container: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self._notes.too_deep()
        for child in container:
            handler = _HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, mark, sink, depth)
            elif len(child):
                self._container(child, mark, sink, depth + 1)

    def _silent(self, *_: object) -> None:
        """Nothing of this is text."""

    def _control(self, child: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        self._notes.place = sink.place
        control = self._read_control(child)
        if control.tick:
            self._tick(control, mark, sink)
        elif control.content is not None:
            self._container(control.content, control.mark or mark, sink, depth + 1)

    def _read_control(self, element: "_Element") -> Control:
        control = read_control(element, self._prompt_of)
        if control.doubt:
            self._notes.doubt(control.doubt)
        return control

    def _tick(self, control: Control, mark: Mark, sink: _Sink) -> None:
        """A tick box that is a paragraph of its own."""
        mark = Mark.FILLED if control.tick == TICKED else mark
        if not sink.in_cell:
            self._paragraphs += 1
            sink.place = Place(paragraph=self._paragraphs, part=self._part)
        line = Line((Span(control.tick, mark),), sink.place)
        (sink.lines if sink.in_cell else self.blocks).append(line)

    def _gone(self, *_: object) -> None:
        self._notes.tracked += 1

    def _inserted(self, child: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        self._notes.tracked += 1
        self._container(child, mark, sink, depth + 1)

    def _chunk(self, *_: object) -> None:
        self._notes.unread("another document inserted into it", serious=True)

    def _alternative(self, child: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        chosen = find_alternative(child)
        if chosen is not None:
            self._container(chosen, mark, sink, depth + 1)

    # Paragraphs

    def _paragraph(self, paragraph: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        if not sink.in_cell:
            self._paragraphs += 1
            sink.place = Place(paragraph=self._paragraphs, part=self._part)
        self._notes.place = sink.place
        shape = read_paragraph_shape(paragraph, self._styles)
        if has_lost_breaks(paragraph):
            self._notes.lost_breaks()
        flow = self._runs.read(paragraph, shape.style, mark, sink.carried)
        sink.carried = None
        if shape.end_deleted:
            self._notes.tracked += 1
            follower = paragraph.getnext()
            if follower is not None and follower.tag == _P:
                sink.carried = flow
                return
        line = make_line(flow, sink.place, heading=shape.heading)
        if sink.in_cell:
            sink.lines.append(line)
        elif line.spans:
            self.blocks.append(line)
        if flow.drawn:
            self._drawn(flow.drawn, mark, sink, depth)

    def _drawn(self, drawn: list[Drawn], mark: Mark, sink: _Sink, depth: int) -> None:
        """What is anchored in a paragraph follows it, from the top down where heights are known."""
        drawn = sorted(drawn, key=lambda d: (round(d.top / 6), d.left)) if len(drawn) > 1 else drawn
        place = replace(sink.place, part="text box" if self._part is None else self._part)
        for one in drawn:
            if one.is_picture:
                sink.has_image = True
                if not sink.in_cell and self._part not in ("header", "footer"):
                    self.blocks.append(Picture(sink.place, one.description))
            elif sink.in_cell:
                inner = _Sink(place, in_cell=True)
                self._fill(one, mark, inner, depth)
                sink.lines += inner.lines
                sink.nested += inner.nested
                sink.has_image = sink.has_image or inner.has_image
            else:
                inner = _Sink(place, in_cell=True)
                self._fill(one, mark, inner, depth)
                self.blocks += [line for line in inner.lines if line.spans]
                self._nested(inner, depth)
                if inner.has_image and self._part is None:
                    self.blocks.append(Picture(place))

    def _fill(self, one: Drawn, mark: Mark, sink: _Sink, depth: int) -> None:
        if one.content is not None:
            # A text box is a story of its own: its first paragraph does not share the anchor's fields.
            self._container(one.content, mark, sink, depth + 1)
        sink.lines += [Line((Span(text),), sink.place) for text in one.lines]

    # Tables

    def _table_in(self, table: "_Element", mark: Mark, sink: _Sink, depth: int) -> None:
        if sink.in_cell:
            sink.nested.append((table, mark))
        else:
            self._table(table, mark, depth)

    def _nested(self, sink: _Sink, depth: int) -> None:
        for table, mark in sink.nested:
            self._table(table, mark, depth + 1)

    def _table(self, element: "_Element", mark: Mark, depth: int) -> None:
        self._tables += 1
        self._rows(element, mark, _Table(self._tables), depth + 1)

    def _rows(self, container: "_Element", mark: Mark, table: _Table, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self._notes.too_deep()
        for child in container:
            tag = child.tag
            if tag == _TR:
                if not self._is_row_gone(child):
                    self._row(child, mark, table, depth)
            elif tag == _SDT:
                control = self._read_control(child)
                if control.content is not None:
                    # A control around whole rows holds their labels too: only its prompt is no answer.
                    shows = Mark.PLACEHOLDER if control.mark is Mark.PLACEHOLDER else mark
                    self._rows(control.content, shows, table, depth + 1)
            elif tag in _GONE:
                self._notes.tracked += 1
            elif tag not in _SILENT and len(child):
                self._rows(child, mark, table, depth + 1)

    def _is_row_gone(self, row: "_Element") -> bool:
        shape = read_row_shape(row)
        if shape is PLAIN_ROW:
            return False
        self._notes.tracked += shape.deleted or shape.inserted
        self._notes.hidden += shape.hidden
        return shape.deleted or shape.hidden

    def _row(self, row: "_Element", mark: Mark, table: _Table, depth: int) -> None:
        table.row += 1
        place = Place(table=table.number, row=table.row, part=self._part)
        cells: list[Cell] = []
        sinks: list[_Sink] = []
        merged: set[int] = set()
        column = 1
        for element, cell_mark, tick in self._cells(row, mark, depth):
            span, across, down, deleted = read_cell_shape(element)
            if deleted:
                self._notes.tracked += 1
                continue
            if across and cells:
                # The old way of merging across: this cell belongs to the one before it.
                cells[-1] = replace(cells[-1], span=cells[-1].span + span)
                column += span
                continue
            if down is not None:
                merged.add(column)
            at = Place(table=table.number, row=table.row, cell=len(cells) + 1, part=self._part)
            continued = down is False and column in table.merged
            column += span
            if continued:
                cells.append(Cell((), at, span))
                self._notes.hidden += any((t.text or "").strip() for t in element.iter(f"{W}t"))
                continue
            sink = _Sink(at, in_cell=True)
            if tick is not None:
                self._tick(tick, mark, sink)
            else:
                self._container(element, cell_mark, sink, depth + 1)
            cells.append(Cell(trim(sink.lines), at, span, sink.has_image))
            if sink.nested:
                sinks.append(sink)
        table.merged = frozenset(merged)
        self.blocks.append(Row(tuple(cells), place))
        for sink in sinks:
            self._nested(sink, depth)

    def _cells(
        self, container: "_Element", mark: Mark, depth: int
    ) -> "Iterator[tuple[_Element, Mark, Control | None]]":
        if depth > MAX_DEPTH:
            raise self._notes.too_deep()
        for child in container:
            tag = child.tag
            if tag == _TC:
                yield child, mark, None
            elif tag == _SDT:
                control = self._read_control(child)
                if control.content is not None:
                    for cell, cell_mark, tick in self._cells(
                        control.content, control.mark or mark, depth + 1
                    ):
                        yield cell, cell_mark, control if control.tick else tick
            elif tag not in _SILENT and tag not in _GONE and len(child):
                yield from self._cells(child, mark, depth + 1)


_Handler = Callable[[BlockReader, "_Element", Mark, _Sink, int], None]
_HANDLERS: dict[str, _Handler] = {
    _P: BlockReader._paragraph,
    _TBL: BlockReader._table_in,
    _SDT: BlockReader._control,
    _ALTERNATE: BlockReader._alternative,
    f"{W}altChunk": BlockReader._chunk,
    **dict.fromkeys(_GONE, BlockReader._gone),
    **dict.fromkeys(_KEPT, BlockReader._inserted),
    **dict.fromkeys(_SILENT, BlockReader._silent),
}
