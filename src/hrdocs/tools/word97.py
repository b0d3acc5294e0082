"""Word 97-2003 documents (.doc): their text with what is known of each stretch and paragraph.

Conventions: positions are characters of the whole text ([MS-DOC] "CP"); the main text comes first, then
footnotes, headers, comments, endnotes and text boxes. Only what a form's answers need is read: tables,
headings, struck, hidden and deleted text, form fields, symbols, pictures and text boxes.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from hrdocs.errors import InputError

MAX_CHARACTERS = 1_000_000
_MAGIC, _WORD_97 = 0xA5EC, 0x00C1
_ENCRYPTED, _IN_TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 1 << 30
# Offsets in the file information block.
_COUNTS, _CHARACTERS, _PARAGRAPHS, _PIECES, _SHAPES, _BOXES = 0x4C, 0xFA, 0x102, 0x1A2, 0x1DA, 0x25A
_VARIABLE = 6
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_FAULTS = (struct.error, IndexError, ValueError, OverflowError)

# What a stretch of characters or a paragraph is told to be ("sprm").
_DELETED, _SPECIAL, _DATA, _BOLD, _STRIKE, _DOUBLE_STRIKE, _HIDDEN = (
    0x0800, 0x0855, 0x0806, 0x0835, 0x0837, 0x2A53, 0x083C,
)  # fmt: skip
_SYMBOL, _PICTURE = 0x6A09, 0x6A03
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END, _TABLE = (
    0x2416, 0x2417, 0x6649, 0x244B, 0x244C, 0xD608,
)  # fmt: skip
_HUGE = (0x6645, 0x6646)
_TABS = 0xC615

_Told = dict[int, bytes]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one kind. `symbol` is a font's code, `data` a place in the data stream."""

    text: str
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    special: bool = False
    symbol: int | None = None
    data: int | None = None
    is_field_data: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `depth` is that of its table, 0 outside; `edges` are a row's column edges."""

    start: int
    end: int
    mark: str
    stretches: tuple[Stretch, ...]
    heading: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    edges: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()  # per cell the flags by which it belongs to another


@dataclass(slots=True)
class _Streams:
    word: bytes
    table: bytes
    data: bytes


@dataclass(slots=True)
class Word97:
    """A document as read. `boxes` are the ranges of text boxes by the place of their anchor."""

    paragraphs: tuple[Paragraph, ...]
    main_end: int
    note_end: int
    boxes: dict[int, tuple[int, int]] = field(default_factory=dict)
    anchors: frozenset[int] = frozenset()
    data: bytes = b""


def open_word97(data: bytes, *, name: str) -> Word97:
    """The text of a .doc file.

    Raises: InputError with the code `encrypted`, `damaged` or `not-supported` (Word 95 and older).
    """
    try:
        return _read(_streams(data), name)
    except _FAULTS as fault:
        raise _damaged(name) from fault


def _damaged(name: str) -> InputError:
    step = "It may be damaged: open it in Word, save it as .docx and read that."
    return InputError(name, "cannot be read as a Word document", step, code="damaged")


def _streams(data: bytes) -> _Streams:
    import io

    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            word = container.openstream("WordDocument").read()
            flags = struct.unpack_from("<H", word, 0x0A)[0]
            table = container.openstream("1Table" if flags & _IN_TABLE_1 else "0Table").read()
            more = container.openstream("Data").read() if container.exists("Data") else b""
            return _Streams(word, table, more)
    # The container reader raises these on damaged files.
    except (OSError, TypeError, AttributeError, MemoryError, RecursionError) as fault:
        raise ValueError("no streams") from fault


def _read(streams: _Streams, name: str) -> Word97:
    word = streams.word
    magic, version = struct.unpack_from("<HH", word, 0)
    flags = struct.unpack_from("<H", word, 0x0A)[0]
    if magic != _MAGIC or version < _WORD_97:
        step = "Open it in Word or LibreOffice, save it as .docx and read that."
        raise InputError(name, "is of a version of Word before 1997", step, code="not-supported")
    if flags & _ENCRYPTED:
        step = "Open it in Word or LibreOffice, remove the password, save it and read it again."
        raise InputError(name, "is protected with a password", step, code="encrypted")
    main, notes, margins, _, comments, ends, boxes = struct.unpack_from("<7i", word, _COUNTS)
    if min(main, notes, margins, comments, ends, boxes) < 0 or main + notes + margins > MAX_CHARACTERS:
        raise ValueError("impossible lengths")
    text, places = _text(streams)
    first_box = main + notes + margins + comments + ends
    paragraphs = tuple(_paragraphs(streams, text, places))
    anchors = frozenset(cp for cp, _ in _anchors(streams)) if boxes or _has(word, _SHAPES) else frozenset()
    found = _boxes(streams, first_box) if boxes else {}
    return Word97(paragraphs, main, main + notes, found, anchors, streams.data)


def _has(word: bytes, at: int) -> bool:
    return bool(struct.unpack_from("<I", word, at + 4)[0])


def _part(streams: _Streams, at: int) -> bytes:
    """A part of the table stream that the file information block points to."""
    start, length = struct.unpack_from("<II", streams.word, at)
    return streams.table[start : start + length]


# --- The text and its places in the file ------------------------------------------------------------


def _text(streams: _Streams) -> tuple[str, list[tuple[int, int, int]]]:
    """The whole text, and per piece its first character, its place in the file and its width."""
    pieces = _part(streams, _PIECES)
    at = 0
    while pieces[at] == 1:
        at += 3 + struct.unpack_from("<H", pieces, at + 1)[0]
    if pieces[at] != 2:
        raise ValueError("no pieces")
    length = struct.unpack_from("<I", pieces, at + 1)[0]
    body = pieces[at + 5 : at + 5 + length]
    count = (length - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", body, 0)
    text: list[str] = []
    places: list[tuple[int, int, int]] = []
    for number, (start, end) in enumerate(pairwise(starts)):
        where = struct.unpack_from("<I", body, 4 * (count + 1) + 8 * number + 2)[0]
        width = 1 if where & _COMPRESSED else 2
        place = (where & ~_COMPRESSED) // 2 if width == 1 else where
        if not 0 <= end - start <= MAX_CHARACTERS:
            raise ValueError("impossible piece")
        raw = streams.word[place : place + width * (end - start)]
        if width == 1:
            read = raw.decode("cp1252", "replace")
        else:  # one character to a unit, so that places stay in step; pairs are joined when written
            read = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))
        text.append(read.ljust(end - start, "\0"))
        if sum(map(len, text)) > 2 * MAX_CHARACTERS:
            raise ValueError("too long")
        places.append((start, place, width))
    return "".join(text), places


def _paragraphs(streams: _Streams, text: str, places: list[tuple[int, int, int]]) -> Iterator[Paragraph]:
    by_character = _Told97(streams, _CHARACTERS, paragraphs=False)
    by_paragraph = _Told97(streams, _PARAGRAPHS, paragraphs=True)
    starts = [p[0] for p in places]

    def file_place(cp: int) -> int:
        start, place, width = places[bisect_right(starts, cp) - 1]
        return place + width * (cp - start)

    begin = 0
    for end, character in enumerate(text):
        if character not in "\r\x07\x0c":
            continue
        style, told = by_paragraph.at(file_place(end))
        edges, merged = _row_shape(told.get(_TABLE, b""))
        depth = struct.unpack("<i", told[_DEPTH])[0] if _DEPTH in told else int(_is_on(told, _IN_TABLE))
        inner_end, inner_cell = _is_on(told, _INNER_ROW_END), _is_on(told, _INNER_CELL)
        yield Paragraph(
            begin, end, character, tuple(_stretches(text, begin, end, by_character, file_place)),
            heading=style if 1 <= style <= 9 else 0,
            depth=max(0, min(depth, 20)) if depth or character != "\x07" else 1,
            ends_cell=character == "\x07" or inner_cell,
            ends_row=_is_on(told, _ROW_END) or inner_end,
            edges=edges, merged=merged,
        )  # fmt: skip
        begin = end + 1


def _is_on(told: _Told, what: int) -> bool:
    return bool(told.get(what, b"\0")[0])


def _row_shape(table: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The column edges of a row and its cells' flags."""
    if len(table) < 2:
        return (), ()
    count = table[1] if len(table) > 1 else 0
    if count > 63 or len(table) < 2 + 2 * (count + 1):
        return (), ()
    edges = struct.unpack_from(f"<{count + 1}h", table, 2)
    cells = table[2 + 2 * (count + 1) :]
    flags = tuple(
        struct.unpack_from("<H", cells, 20 * i)[0] if len(cells) >= 20 * i + 2 else 0 for i in range(count)
    )
    return edges, flags


def _stretches(
    text: str, begin: int, end: int, by_character: "_Told97", file_place: Any
) -> Iterator[Stretch]:
    """The text of a paragraph cut wherever its characters are told to be something else."""
    at = begin
    before: tuple[int, int, _Told] | None = None
    for cp in range(begin, end + 1):
        here = by_character.stretch_at(file_place(cp)) if cp < end else None
        if before is not None and (here is None or here[:2] != before[:2]):
            yield _stretch(text[at:cp], before[2])
            at = cp
        before = here


def _stretch(text: str, told: _Told) -> Stretch:
    symbol = told.get(_SYMBOL)
    return Stretch(
        text,
        bold=_is_on(told, _BOLD),
        struck=_is_on(told, _STRIKE) or _is_on(told, _DOUBLE_STRIKE),
        hidden=_is_on(told, _HIDDEN),
        deleted=_is_on(told, _DELETED),
        special=_is_on(told, _SPECIAL),
        symbol=struct.unpack("<HH", symbol)[1] if symbol else None,
        data=struct.unpack("<I", told[_PICTURE])[0] if _PICTURE in told else None,
        is_field_data=_is_on(told, _DATA),
    )


class _Told97:
    """What places of the file are told to be, page by page of 512 bytes."""

    def __init__(self, streams: _Streams, at: int, *, paragraphs: bool) -> None:
        self._streams = streams
        self._paragraphs = paragraphs
        table = _part(streams, at)
        count = max(0, (len(table) - 4) // 8)
        self._starts = list(struct.unpack_from(f"<{count + 1}I", table, 0)) if count else []
        self._pages = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
        self._known: dict[int, tuple[list[int], list[tuple[int, _Told]]]] = {}

    def at(self, place: int) -> tuple[int, _Told]:
        """The style and what else is told of the character at a place of the file."""
        found = self._find(place)
        return (found[2], found[3]) if found else (0, {})

    def stretch_at(self, place: int) -> tuple[int, int, _Told]:
        """The stretch that holds a place, by its page and number, and what is told of it."""
        found = self._find(place)
        return (found[0], found[1], found[3]) if found else (-1, -1, {})

    def _find(self, place: int) -> tuple[int, int, int, _Told] | None:
        number = bisect_right(self._starts, place) - 1
        if not 0 <= number < len(self._pages):
            return None
        page = self._pages[number] & 0x3FFFFF
        if page not in self._known:
            self._known[page] = self._read_page(page)
        starts, told = self._known[page]
        inside = bisect_right(starts, place) - 1
        if not 0 <= inside < len(told):
            return None
        return (page, inside, *told[inside])

    def _read_page(self, page: int) -> tuple[list[int], list[tuple[int, _Told]]]:
        body = self._streams.word[512 * page : 512 * page + 512]
        if len(body) < 512:
            raise ValueError("a page is missing")
        count = body[511]
        starts = list(struct.unpack_from(f"<{count + 1}I", body, 0))
        width = 13 if self._paragraphs else 1
        found: list[tuple[int, _Told]] = []
        for number in range(count):
            offset = 2 * body[4 * (count + 1) + width * number]
            found.append(self._entry(body, offset) if offset else (0, {}))
        return starts, found

    def _entry(self, body: bytes, offset: int) -> tuple[int, _Told]:
        if not self._paragraphs:
            return 0, _parse_told(body[offset + 1 : offset + 1 + body[offset]], b"")
        if body[offset]:
            length, start = 2 * body[offset] - 1, offset + 1
        else:
            length, start = 2 * body[offset + 1], offset + 2
        told = body[start : start + length]
        if len(told) < 2:
            return 0, {}
        return struct.unpack_from("<H", told, 0)[0], _parse_told(told[2:], self._streams.data)


def _parse_told(told: bytes, data: bytes) -> _Told:
    """A list of properties by their number; one too long for its page stands in the data stream."""
    found: _Told = {}
    at = 0
    while at + 2 <= len(told):
        what = struct.unpack_from("<H", told, at)[0]
        at += 2
        kind = what >> 13
        if kind != _VARIABLE:
            size = _SIZES[kind]
        elif what == _TABLE:
            size = 1 + struct.unpack_from("<H", told, at)[0]
        else:
            size = 1 + told[at] if at < len(told) else 0
            if what == _TABS and at < len(told) and told[at] == 255:
                break
        value = told[at : at + size]
        if len(value) < min(size, 1):
            break
        if what in _HUGE and data:
            where = struct.unpack("<I", value)[0]
            length = struct.unpack_from("<H", data, where)[0]
            found.update(_parse_told(data[where + 2 : where + 2 + length], b""))
        found[what] = value[1:] if what == _TABLE else value
        at += size
    return found


# --- Text boxes ---------------------------------------------------------------------------------------


def _anchors(streams: _Streams) -> list[tuple[int, int]]:
    """The places in the main text at which shapes are anchored, each with its shape's number."""
    table = _part(streams, _SHAPES)
    count = max(0, (len(table) - 4) // 30)
    places = struct.unpack_from(f"<{count + 1}I", table, 0) if count else ()
    return [(places[i], struct.unpack_from("<I", table, 4 * (count + 1) + 26 * i)[0]) for i in range(count)]


def _boxes(streams: _Streams, first: int) -> dict[int, tuple[int, int]]:
    """The ranges of the text boxes, by the place at which their shape is anchored."""
    table = _part(streams, _BOXES)
    count = max(0, (len(table) - 4) // 26)
    edges = struct.unpack_from(f"<{count + 1}I", table, 0) if count else ()
    shapes = {
        struct.unpack_from("<I", table, 4 * (count + 1) + 22 * i + 14)[0]: (
            first + edges[i],
            first + edges[i + 1],
        )
        for i in range(count)
    }
    return {place: shapes[shape] for place, shape in _anchors(streams) if shape in shapes}
