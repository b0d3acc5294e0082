"""Paragraphs and tables as blocks in reading order.

Conventions: tables count from 1 over the whole file, rows over the rows that remain, cells over the
cells of their row. A nested table's rows follow the row that it stands in. A paragraph's number counts
the body's paragraphs outside tables, blank ones too; blank lines are left out of the body and kept
inside cells. What stands in a text box keeps the number of the paragraph or cell that holds it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hrdocs.document import Block, Cell, Line, Mark, Picture, Place, Row, Span
from hrdocs.read.docx.controls import Control, read_control
from hrdocs.read.docx.drawings import Drawn, find_alternative
from hrdocs.read.docx.glyphs import STANDARD_PROMPT, TICKED
from hrdocs.read.docx.notes import Notes
from hrdocs.read.docx.runs import Flow, RunReader, style_of
from hrdocs.read.docx.styles import VAL, Styles, is_on
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 60  # of containers, cells and text boxes in one another
SHORT = 80  # characters: a bold line up to here is a heading

_P, _TBL, _TR, _TC, _SDT = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sdt"
_PPR, _RPR, _TRPR, _TCPR = f"{W}pPr", f"{W}rPr", f"{W}trPr", f"{W}tcPr"
_DEL, _OUTLINE = f"{W}del", f"{W}outlineLvl"
_GONE = frozenset((_DEL, f"{W}moveFrom"))
_KEPT = frozenset((f"{W}ins", f"{W}moveTo"))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SILENT = frozenset(
    f"{W}{n}"
    for n in ("sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "customXmlPr")
)


@dataclass(slots=True)
class _Sink:
    """Where paragraphs go: the blocks of a story, or the lines of one cell."""

    place: Place
    in_cell: bool = False
    lines: list[Line] = field(default_factory=list)
    nested: "list[tuple[_Element, Mark]]" = field(default_factory=list)
    has_image: bool = False
    carried: Flow | None = None  # of a paragraph whose end was deleted


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
        control = read_control(child, self._prompt_of)
        if control.doubt:
            self._notes.doubt(control.doubt)
        if control.tick:
            self._tick(control, mark, sink)
        elif control.content is not None:
            self._container(control.content, control.mark or mark, sink, depth + 1)

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
        if not sink.in_cell and sink.place.part != "text box":
            self._paragraphs += 1
            sink.place = Place(paragraph=self._paragraphs, part=self._part)
        place = sink.place
        flow = self._runs.read(paragraph, style := style_of(paragraph), mark, sink.carried)
        sink.carried = None
        if self._is_end_deleted(paragraph):
            self._notes.tracked += 1
            sink.carried = flow
            return
        line = self._line(flow, place, heading=self._is_heading(paragraph, style))
        if sink.in_cell:
            sink.lines.append(line)
        elif line.spans:
            self.blocks.append(line)
        if flow.drawn:
            self._drawn(flow.drawn, mark, sink, depth)

    def _line(self, flow: Flow, place: Place, *, heading: bool) -> Line:
        spans = tuple(_spans(flow))
        if not heading and spans:
            # Most lines hold a plain run, so this settles them at once.
            heading = all(
                (s.bold and s.mark is Mark.PLAIN) or not s.text.strip() for s in spans
            ) and _is_short(spans)
        return Line(spans, place, heading)

    def _is_heading(self, paragraph: "_Element", style: str) -> bool:
        if style and self._styles.is_heading(style):
            return True
        properties = paragraph.find(_PPR)
        level = properties.find(_OUTLINE) if properties is not None else None
        return level is not None and (level.get(VAL) or "") in set("012345678")

    def _is_end_deleted(self, paragraph: "_Element") -> bool:
        properties = paragraph.find(_PPR)
        mark = properties.find(_RPR) if properties is not None else None
        if mark is None or (mark.find(_DEL) is None and mark.find(f"{W}moveFrom") is None):
            return False
        follower = paragraph.getnext()
        return follower is not None and follower.tag == _P

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
                control = read_control(child, self._prompt_of)
                if control.content is not None:
                    # A control around whole rows holds their labels too: only its prompt is no answer.
                    shows = Mark.PLACEHOLDER if control.mark is Mark.PLACEHOLDER else mark
                    self._rows(control.content, shows, table, depth + 1)
            elif tag in _GONE:
                self._notes.tracked += 1
            elif tag not in _SILENT and len(child):
                self._rows(child, mark, table, depth + 1)

    def _is_row_gone(self, row: "_Element") -> bool:
        properties = row.find(_TRPR)
        if properties is None:
            return False
        if properties.find(_DEL) is not None:
            self._notes.tracked += 1
            return True
        if properties.find(f"{W}ins") is not None:
            self._notes.tracked += 1
        hidden = properties.find(f"{W}hidden")
        if hidden is not None and is_on(hidden):
            self._notes.hidden += 1
            return True
        return False

    def _row(self, row: "_Element", mark: Mark, table: _Table, depth: int) -> None:
        table.row += 1
        place = Place(table=table.number, row=table.row, part=self._part)
        cells: list[Cell] = []
        sinks: list[_Sink] = []
        merged: set[int] = set()
        column = 1
        for element, cell_mark, tick in self._cells(row, mark, depth):
            span, across, down = _shape(element)
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
            cells.append(Cell(_trim(sink.lines), at, span, sink.has_image))
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
                properties = child.find(_TCPR)
                if properties is not None and properties.find(f"{W}cellDel") is not None:
                    self._notes.tracked += 1
                    continue
                yield child, mark, None
            elif tag == _SDT:
                control = read_control(child, self._prompt_of)
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


def _shape(cell: "_Element") -> tuple[int, bool, bool | None]:
    """A cell's columns, whether it is merged into the one before, and its part in a merge downwards.

    The last is True where a merge begins, False where one goes on, None where there is none.
    """
    properties = cell.find(_TCPR)
    if properties is None:
        return 1, False, None
    span, across, down = 1, False, None
    for child in properties:
        tag = child.tag
        if tag == f"{W}gridSpan":
            value = child.get(VAL) or ""
            span = min(max(int(value), 1), 63) if value.isdecimal() and len(value) < 4 else 1
        elif tag == f"{W}vMerge":
            down = child.get(VAL) == "restart"
        elif tag == f"{W}hMerge":
            across = child.get(VAL) != "restart"
    return span, across, down


def _spans(flow: Flow) -> Iterator[Span]:
    for parts, mark, bold in flow.spans:
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if mark in (Mark.PLAIN, Mark.FILLED) and ("lick" in text or "tap" in text or "hoose" in text):
            yield from _without_prompts(text, mark, bold)
        else:
            yield Span(text, mark, bold)


def _without_prompts(text: str, mark: Mark, bold: bool) -> Iterator[Span]:
    """Programs that do not know content controls leave Word's standard prompts as ordinary text."""
    at = 0
    for prompt in STANDARD_PROMPT.finditer(text):
        if prompt.start() > at:
            yield Span(text[at : prompt.start()], mark, bold)
        yield Span(prompt[0], Mark.PLACEHOLDER, bold)
        at = prompt.end()
    if at < len(text):
        yield Span(text[at:], mark, bold)


def _is_short(spans: tuple[Span, ...]) -> bool:
    text = "".join(s.text for s in spans).strip()
    return 0 < len(text) <= SHORT and "\n" not in text


def _trim(lines: list[Line]) -> tuple[Line, ...]:
    """A cell's lines without the blank ones at its beginning and end."""
    first, last = 0, len(lines)
    while first < last and not lines[first].spans:
        first += 1
    while last > first and not lines[last - 1].spans:
        last -= 1
    return tuple(lines[first:last])
