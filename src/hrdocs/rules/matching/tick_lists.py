"""Lists of grounds to tick, however they are laid out: as form fields that are ticked or not.

The options may stand in a grid of any width, each with its mark in its own cell ("Race ☒", "[ ] Sex") or in
the cell beside it ("Race" | "X"), on lines, or all in one cell. The words of the options, not those of the
question above, show what the list is for. A list whose marks do not tell which option they belong to stays
as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from hrdocs.document import Block, Cell, Entry, EntryKind, Line, Place, Row
from hrdocs.procedure import FieldType
from hrdocs.rules import values
from hrdocs.rules.grounds import find_grounds
from hrdocs.rules.matching.labels import LabelIndex

_LEAST = 4  # grounds make a list
_LONGEST = 9  # words of an option
_LONGEST_TEXT = 1200  # letters of a cell that may hold a whole list
_MARK = re.compile(r"\s*(?:[☐☒☑✓✔✗✘□√]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔]?\s*\)|[xX])\s*")
_EMPTY_MARK = re.compile(r"[☐□▢○◯⬜❏❑◻]|\[\s*\]|\(\s*\)")
_QUESTION = re.compile(
    r"\?|:\s*$|\b(?:ticks?|mark|circle|select|cross|box(?:es)?|appl(?:y|ies)|grounds?|characteristics?|because|reasons?"
    r"|equality|discriminat\w+|related?|connected|which)\b",
    re.IGNORECASE,
)


class _Kind(Enum):
    BLANK = "blank"
    MARK = "mark"
    OPTION = "option"  # with no mark of its own
    MARKED = "marked"  # one option or more, each with its mark


@dataclass(frozen=True, slots=True)
class _Box:
    """What one cell or line of a list holds."""

    kind: _Kind
    text: str
    place: Place
    items: tuple[tuple[str, bool], ...] = ()


def with_tick_lists(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks with every list of grounds to tick as form fields, and its question left out."""
    if not any(f.type is FieldType.GROUNDS for f in index.definition.fields):
        return list(blocks)
    out: list[Block] = []
    run: list[tuple[Block, list[_Box]]] = []
    for block in blocks:
        boxes = _boxes(block)
        if boxes is not None:
            run.append((block, boxes))
            continue
        out = _closed(out, run, index)
        run = []
        beside = _list_beside(block, index)
        if beside is None:
            out.append(block)
        else:
            out += beside
    return _closed(out, run, index)


def _closed(before: list[Block], run: Sequence[tuple[Block, list[_Box]]], index: LabelIndex) -> list[Block]:
    """The blocks with a run of rows or lines after them: as fields where it is a list of grounds."""
    entries = _entries([boxes for _, boxes in run])
    if not entries:
        return [*before, *(block for block, _ in run)]
    if before and _is_question(before[-1], index):
        before = before[:-1]
    return [*before, *entries]


def _list_beside(block: Block, index: LabelIndex) -> list[Entry] | None:
    """The fields of a list that stands whole in the cell beside its question."""
    if not isinstance(block, Row) or len(block.cells) != 2:
        return None
    question, answer = block.cells
    box = _box(answer.lines, answer.place)
    if box is None or box.kind is not _Kind.MARKED or not _may_ask(question.text, index):
        return None
    return _entries([[box]]) or None


def _boxes(block: Block) -> list[_Box] | None:
    """What each cell of a row or each line holds; None where something else than a list stands there."""
    if isinstance(block, Line):
        box = _box([block], block.place)
        return None if box is None or box.kind in (_Kind.BLANK, _Kind.MARK) else [box]
    if not isinstance(block, Row):
        return None
    boxes = [_box(cell.lines, cell.place) for cell in block.cells]
    found = [box for box in boxes if box is not None]
    if len(found) < len(boxes) or not any(b.kind in (_Kind.OPTION, _Kind.MARKED) for b in found):
        return None
    return found


def _box(lines: Iterable[Line], place: Place) -> _Box | None:
    text = "\n".join(line.text for line in lines).strip()
    if not text:
        return _Box(_Kind.BLANK, "", place)
    if len(text) > _LONGEST_TEXT:
        return None
    if _MARK.fullmatch(text):
        return _Box(_Kind.MARK, text, place)
    ticks = values.find_ticks(text)
    if len(ticks.items) < 2:
        text = " ".join(text.split())  # one option, broken over lines
        ticks = values.find_ticks(text)
    if not ticks.items:
        return _Box(_Kind.OPTION, text, place) if _is_option(text) else None
    if ticks.rest.strip() or ticks.doubtful:
        return None
    items = tuple((item.label, bool(item.ticked)) for item in ticks.items)
    if not all(0 < len(label.split()) <= _LONGEST for label, _ in items):
        return None
    return _Box(_Kind.MARKED, text, place, items)


def _is_option(text: str) -> bool:
    return len(text.split()) <= _LONGEST and bool(find_grounds(text).ids)


def _entries(rows: Sequence[Sequence[_Box]]) -> list[Entry]:
    """The fields of a list, none where it is no list of grounds or does not tell its marks apart."""
    boxes = [box for row in rows for box in row]
    apart = any(box.kind is _Kind.MARK for box in boxes)
    marked = [box for box in boxes if box.kind is _Kind.MARKED]
    bare = [box for box in boxes if box.kind is _Kind.OPTION]
    if apart == bool(marked):
        return []
    if apart:
        found = _beside(rows)
    elif bare and any(_EMPTY_MARK.search(box.text) for box in marked):
        found = _together([box for box in boxes if box.kind is not _Kind.BLANK])
    else:
        found = [(label, on, b.place) for b in boxes for label, on in b.items or _bare(b)]
    grounds = {ground for label, _, _ in found for ground in find_grounds(label).ids}
    known = sum(_is_option(label) for label, _, _ in found)
    if len(grounds) < _LEAST or 2 * known <= len(found):
        return []
    return [
        Entry("", label if on else "", EntryKind.TICK, label=label, checked=on, place=place)
        for label, on, place in found
    ]


def _together(boxes: Sequence[_Box]) -> list[tuple[str, bool, Place]]:
    """Options of which one has a mark that only the others' empty ones show to be a mark: "◉" beside "○"."""
    ticks = values.find_ticks("\n".join(box.text for box in boxes))
    if ticks.rest.strip() or ticks.doubtful or len(ticks.items) != len(boxes):
        return []
    return [(item.label, bool(item.ticked), box.place) for item, box in zip(ticks.items, boxes, strict=True)]


def _bare(box: _Box) -> tuple[tuple[str, bool], ...]:
    return ((box.text, False),) if box.kind is _Kind.OPTION else ()


def _beside(rows: Sequence[Sequence[_Box]]) -> list[tuple[str, bool, Place]]:
    """The options of a grid with the mark of each in the next cell, all on the same side."""
    right = sum(row[0].kind is _Kind.OPTION for row in rows if len(row) > 1)
    left = sum(row[-1].kind is _Kind.OPTION for row in rows if len(row) > 1)
    if bool(right) == bool(left):
        return []
    step = 1 if right else -1
    return list(_marked_beside(rows, step))


def _marked_beside(rows: Sequence[Sequence[_Box]], step: int) -> Iterator[tuple[str, bool, Place]]:
    for row in rows:
        for at, box in enumerate(row):
            if box.kind is not _Kind.OPTION:
                continue
            beside = row[at + step] if 0 <= at + step < len(row) else None
            on = beside is not None and beside.kind is _Kind.MARK and not _EMPTY_MARK.search(beside.text)
            yield box.text, on, beside.place if on and beside is not None else box.place


def _is_question(block: Block, index: LabelIndex) -> bool:
    """Whether a line or a row of one cell asks what the list below it is to tell."""
    cells: Sequence[Cell | Line] = [block] if isinstance(block, Line) else []
    if isinstance(block, Row):
        cells = [cell for cell in block.cells if cell.text.strip()]
    if len(cells) != 1:
        return False
    text = cells[0].text
    return bool(_QUESTION.search(text)) and len(text.split()) <= 40 and _may_ask(text, index)


def _may_ask(text: str, index: LabelIndex) -> bool:
    """Whether a question can be the one of a list of grounds: it is not one that the form has elsewhere."""
    if index.find_heading(text) is not None:
        return False
    hit = index.whole(text) or index.guess(text)
    types = {f.id: f.type for f in index.definition.fields}
    return hit is None or any(types[key[0]] is FieldType.GROUNDS for key in hit.keys)
