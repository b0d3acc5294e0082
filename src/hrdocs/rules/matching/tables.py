"""Rows of cells: label beside answer, label above answer, header rows, and rows that go on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from hrdocs.document import Cell, Place, Row
from hrdocs.procedure import FieldType
from hrdocs.rules.matching.guidance import looks_printed
from hrdocs.rules.matching.labels import Boundary, Hit
from hrdocs.rules.matching.mend import flowed_cell
from hrdocs.rules.matching.slots import ONE_LINE, Part, Piece, Slot, Source, cell_pieces, joined
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import is_leader


class CellKind(Enum):
    """What a cell is."""

    EMPTY = "empty"
    LABEL = "label"
    LABELLED = "labelled"  # a label with its answer in the same cell
    HEADING = "heading"
    PRINTED = "printed"
    LINES = "lines"  # several labels, one below another
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell as seen: its kind, its label and the answer that stands with it."""

    cell: Cell
    kind: CellKind
    piece: Piece
    hit: Hit | None = None
    rest: str = ""
    rest_filled: bool = False
    section: str | None = None
    column: int = 0
    pieces: tuple[Piece, ...] = field(default=())

    @property
    def filled(self) -> bool:
        return bool(self.piece.filled)


def walk_rows(walk: Walk, rows: Sequence[Row]) -> None:
    """A run of rows of one table (or of printed columns)."""
    views = [view_row(walk, row) for row in rows]
    header = _carried_over(walk, rows[0], views)
    blank = 0
    asking = _label_columns(views)
    for at, cells in enumerate(views):
        if header:
            blank = blank + 1 if all(v.kind is CellKind.EMPTY for v in cells) else 0
            if _binds(header, cells) and blank < 12:
                _bind(walk, header, cells)
                continue
            header = []
        if _is_header(walk, cells, views[at + 1] if at + 1 < len(views) else None):
            header = cells
            _open_header(walk, cells)
            continue
        _walk_row(walk, cells, asking)
    walk.header = (rows[-1].place.page, header) if header else None


def _carried_over(walk: Walk, first: Row, views: list[list[CellView]]) -> list[CellView]:
    """The header of a table that goes on at the top of the next page."""
    page, header = walk.header or (None, [])
    walk.header = None
    goes_on = page is not None and first.place.page == page + 1 and len(views[0]) == len(header)
    if not goes_on or not _binds(header, views[0]):
        return []
    group = next((k[0] for s in reversed(walk.slots) if s.key and s.key[1] for k in [s.key]), None)
    if walk.group is None and header and any(k[0] == group for v in header if v.hit for k in v.hit.keys):
        walk.group = group
    return header


def _label_columns(views: Sequence[Sequence[CellView]]) -> frozenset[int]:
    """The columns of a table in which labels stand in at least half of the rows that fill them."""
    labels: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for cells in views:
        for view in cells:
            if view.kind is not CellKind.EMPTY and len(cells) > 1:
                texts[view.column] += 1
                labels[view.column] += view.kind in (CellKind.LABEL, CellKind.LABELLED)
    return frozenset(c for c, n in labels.items() if c > 0 and n >= 1 and 2 * n >= texts[c])


def view_row(walk: Walk, row: Row) -> list[CellView]:
    """Each cell of a row as seen, with the column it begins in."""
    views, column = [], 0
    for cell in row.cells:
        views.append(_view(walk, cell, column))
        column += max(1, cell.span)
    return views


def _view(walk: Walk, cell: Cell, column: int) -> CellView:
    pieces = tuple(p for p in cell_pieces(cell) if p.text.strip())
    piece = joined(pieces)
    if piece.place == Place():
        piece = Piece(piece.text, cell.place, piece.filled, piece.heading, piece.bold)
    text = piece.text

    def seen(kind: CellKind, hit: Hit | None = None, rest: str = "", section: str | None = None) -> CellView:
        filled = bool(hit) and any(b > hit.end for _, b in piece.filled) if hit else False
        return CellView(cell, kind, piece, hit, rest, filled, section, column, pieces)

    if not text.strip() or (is_leader(text) and not piece.filled):
        return seen(CellKind.TEXT if cell.has_image and text.strip() else CellKind.EMPTY)
    if piece.all_filled:
        return seen(CellKind.TEXT)
    hit = walk.index.find_label(text, piece.first_filled)
    section = None if piece.filled or len(pieces) > 2 else walk.index.find_heading(text)
    if section and (hit is None or hit.boundary is not Boundary.SEPARATOR):
        return seen(CellKind.HEADING, hit if hit and hit.boundary is Boundary.END else None, section=section)
    if len(pieces) > 1 and sum(bool(_line_label(walk, p)) for p in pieces[:12]) > 1:
        return seen(CellKind.LINES, hit)
    if hit and hit.boundary is not Boundary.WEAK:
        return _labelled(walk, seen, text, hit, piece)
    if not piece.filled and (walk.guidance.is_guidance(text) or walk.is_title(text)):
        return seen(CellKind.PRINTED)
    if hit and not piece.filled and looks_printed(text[hit.end :]):
        return seen(CellKind.LABEL, hit)
    if len(pieces) > 1 and walk.index.find_heading(pieces[0].text) and not pieces[0].filled:
        return seen(CellKind.LINES)
    if len(pieces) > 1 and not pieces[0].filled and walk.guidance.is_guidance(pieces[0].text):
        return seen(CellKind.LINES)
    if len(pieces) > 1 and not pieces[0].filled and _asks(pieces[0], pieces[1]):
        guessed = walk.index.guess(pieces[0].text)
        if guessed is not None:
            guessed = replace(guessed, end=len(pieces[0].text) + 1, boundary=Boundary.NEWLINE)
            return _labelled(walk, seen, text, guessed, piece)
    return seen(CellKind.TEXT)


def _labelled(walk: Walk, seen: object, text: str, hit: Hit, piece: Piece) -> CellView:
    rest = text[hit.end :]
    if (
        hit.boundary is Boundary.NEWLINE
        and rest[:1].islower()
        and not piece.filled
        and len(text) < 200
        and "\n" not in rest.strip("\n")[80:]
    ):
        whole = walk.index.guess(text)
        if whole is not None and set(whole.keys) & set(hit.keys):
            return seen(CellKind.LABEL, whole, "")  # type: ignore[operator,no-any-return]
    if not any(b > hit.end for _, b in piece.filled):
        if walk.guidance.is_guidance(rest) or (rest.count("(") > rest.count(")") and walk.guidance.begins(rest)):
            rest = ""
        else:
            cut = walk.guidance.cut(rest)
            rest = cut if cut != rest else rest
    rest = rest.strip()
    if is_leader(rest):
        rest = ""
    kind = CellKind.LABELLED if rest else CellKind.LABEL
    return seen(kind, hit, rest)  # type: ignore[operator,no-any-return]


def _asks(first: Piece, second: Piece) -> bool:
    """Whether a cell's first line stands apart as a label: bold above plain, or a question."""
    return len(first.text) <= 160 and (
        (first.bold and not second.bold) or first.text.rstrip()[-1:] in (":", "?")
    )


def _line_label(walk: Walk, piece: Piece) -> Hit | None:
    """A label on a line of a cell that holds several, each with a colon or a leader."""
    if piece.all_filled or not re.search(r"[:?\t…_☐☒]|\.{3}", piece.text):
        return None
    hit = walk.index.find_label(piece.text, piece.first_filled)
    return hit if hit and hit.boundary in (Boundary.SEPARATOR, Boundary.END) and hit.score >= 0.9 else None


# --- Header rows ------------------------------------------------------------------------------------


def _is_header(walk: Walk, cells: list[CellView], following: list[CellView] | None) -> bool:
    texts = [v for v in cells if v.kind is not CellKind.EMPTY]
    labels = [v for v in texts if v.kind is CellKind.LABEL or (v.kind is CellKind.HEADING and v.hit)]
    if len(labels) < 2:
        return False
    if any(v.kind is CellKind.EMPTY for v in cells[1:]) or any(v.filled for v in texts):
        return False
    if len(texts) > len(labels):
        grouped = sum(any(k[1] for k in v.hit.keys) for v in labels if v.hit)
        short = all(len(v.piece.text) < 40 for v in texts)
        if not (
            short
            and grouped >= 2
            and all(v.kind in (CellKind.LABEL, CellKind.TEXT, CellKind.HEADING) for v in texts)
        ):
            return False
    if following is None:
        return all(v.hit and any(k[1] for k in v.hit.keys) for v in labels) and cells[0].piece.place.page is not None
    first = next((v for v in following if v.kind is not CellKind.EMPTY), None)
    if len(following) < len(cells) - 1 and len(following) < 2:
        return False
    if first is None:
        return True
    if first.kind in (CellKind.LABEL, CellKind.LABELLED, CellKind.HEADING) and not _numbered(first):
        return False
    return True


def _numbered(view: CellView) -> bool:
    """A row's own name in a table with a header: "Witness 1"."""
    return bool(re.fullmatch(r"\W*(?:\w+\s+)?\d{1,2}\W*", view.piece.text))


def _open_header(walk: Walk, cells: list[CellView]) -> None:
    groups = [k[0] for v in cells if v.hit for k in v.hit.keys if k[1]]
    if groups:
        best = max(
            dict.fromkeys(groups),
            key=lambda g: (g == walk.group, groups.count(g), walk.fields[g].type is FieldType.WITNESSES),
        )
        fit = sum(any(k[0] == best and k[1] for k in v.hit.keys) for v in cells if v.hit)
        if fit >= 2 and not _personal(walk, cells, best):
            walk.group = best
            walk.record = walk._last_record(best)
            return
    walk.group = None


def _personal(walk: Walk, cells: list[CellView], group: str) -> bool:
    """Whether the header is the complainant's own: same words, none of them answered yet, no group open."""
    if walk.group == group or walk.fields[group].section == walk.section:
        return False
    plain = [k for v in cells if v.hit for k in v.hit.keys if not k[1] and k[0] != group]
    return bool(plain) and not any(walk._answered(k) for k in plain)


def _binds(header: list[CellView], cells: list[CellView]) -> bool:
    if (
        len(cells) < 2
        or any(v.kind is CellKind.HEADING for v in cells[:1])
        and len([v for v in cells if v.kind is not CellKind.EMPTY]) == 1
    ):
        return False
    columns = {v.column for v in header if v.hit}
    there = {v.column for v in cells}
    if not columns <= there and (len(cells) != len(header) or 2 * len(columns & there) < len(columns)):
        return False
    labels = [v for v in cells if v.kind in (CellKind.LABEL, CellKind.LABELLED) and not _numbered(v)]
    texts = [v for v in cells if v.kind is not CellKind.EMPTY]
    if (
        labels
        and labels[0] is texts[0]
        and len(texts) <= len(labels) + 1
        and labels[0].hit
        and labels[0].hit.score >= 0.95
    ):
        return False
    return len(cells) >= len(header) - 1


def _bind(walk: Walk, header: list[CellView], cells: list[CellView]) -> None:
    """A row of answers below a header row, each cell to the label above it."""
    row = {v.column: v for v in cells}
    grouped = walk.group is not None
    has_answer = any(
        v.kind is not CellKind.EMPTY or v.cell.has_image
        for c, v in row.items()
        if c in {h.column for h in header if h.hit}
    )
    if grouped and has_answer and not _goes_on(walk, header, row):
        walk.record += 1
    for head in header:
        view = row.get(head.column)
        if head.hit is None or view is None:
            continue
        hit = head.hit
        if grouped:
            key = next((k for k in hit.keys if k[0] == walk.group and k[1]), None)
        else:
            key = walk._choose(hit)
        slot = Slot(key, hit.keys, hit.label, Source.COLUMN, head.piece.place, walk.section, hit.score)
        slot.record = walk.record if grouped else 0
        if key and not key[1]:
            walk.section = walk.fields[key[0]].section or walk.section
        walk.slots.append(slot)
        walk.open = slot
        _fill(walk, view)
    walk.close()


def _goes_on(walk: Walk, header: list[CellView], row: dict[int, CellView]) -> bool:
    """Whether a row goes on with the record above: its name is empty and it holds broken pieces."""
    named = next(
        (h for h in header if h.hit and any(k[0] == walk.group and k[1] == "name" for k in h.hit.keys)), None
    )
    if named is None or walk.record < 0:
        return False
    view = row.get(named.column)
    if view is None or view.kind is not CellKind.EMPTY:
        return False
    return any(
        s.key and s.key[0] == walk.group and s.record == walk.record and s.answered for s in walk.slots
    )


# --- Other rows -------------------------------------------------------------------------------------


def _walk_row(walk: Walk, cells: list[CellView], asking: frozenset[int] = frozenset()) -> None:
    texts = [v for v in cells if v.kind is not CellKind.EMPTY or v.cell.has_image]
    if not texts:
        if walk.open and not walk.open.answered:
            walk.open.parts.append(Part("", cells[0].piece.place if cells else Place()))
        return
    if len(texts) == 1 and (len(cells) == 1 or texts[0].kind is CellKind.HEADING):
        _single(walk, texts[0])
        return
    if (
        cells[0].kind is CellKind.EMPTY
        and not cells[0].cell.has_image
        and all(v.kind is CellKind.TEXT for v in texts)
    ):
        for view in texts:
            _continue(walk, view)
        return
    _pairs(walk, cells, asking)


def _single(walk: Walk, view: CellView) -> None:
    """A row that holds one cell of text."""
    if view.kind is CellKind.HEADING and view.section:
        walk.heading(view.section, view.piece)
    elif view.kind is CellKind.LABEL and view.hit and walk.is_awaited(view.hit, view.piece.text):
        _fill(walk, view)
    elif view.kind is CellKind.LABEL and view.hit:
        walk.label(view.hit, view.piece, Source.CELL)
        walk._instruction = view.piece.text[view.hit.start + len(view.hit.label) :].strip()
    elif view.kind is CellKind.LABELLED and view.hit and walk.is_own_prose(view.piece.text, view.hit):
        _fill(walk, view)
    elif view.kind is CellKind.LABELLED and view.hit:
        slot = walk.label(view.hit, view.piece, Source.CELL)
        _fill_rest(walk, view)
        slot.closed = slot.closed or walk._type(slot) in ONE_LINE
    elif view.kind is CellKind.LINES:
        for piece in view.pieces:
            walk.line(piece)
    elif view.kind is CellKind.PRINTED:
        return
    elif view.kind is CellKind.EMPTY or view.cell.has_image:
        _fill(walk, view)
    else:
        _below(walk, view)


def _below(walk: Walk, view: CellView) -> None:
    """Text in a row of its own: the answer to the label above, or the rest of one."""
    if walk._continuation(view.piece):
        return
    piece = view.piece
    if walk._instruction and not view.filled and walk.guidance.continues(walk._instruction, piece.text):
        walk._instruction = f"{walk._instruction} {piece.text}"
        return
    free = walk.open is None or walk.open.closed
    asks = (
        piece.bold
        or piece.heading
        or piece.text.rstrip()[-1:] in (":", "?")
        or (free and len(piece.text.split()) <= 12)
    )
    if not view.filled and len(piece.text) <= 160 and asks:
        hit = walk.index.guess(piece.text) if len(view.pieces) == 1 else None
        prose = (
            walk.open is not None
            and walk.open.answered
            and walk._type(walk.open) is FieldType.TEXT
            and not piece.bold
        )
        if hit is not None and not prose:
            walk.label(hit, piece, Source.CELL)
            return
        if walk.open is not None and walk.open.answered and not prose:
            walk.close()
    slot = walk.open
    if len(view.pieces) > 1 and not view.pieces[0].filled and len(view.pieces[0].text.split()) <= 14:
        hit = walk.index.guess(view.pieces[0].text)
        if hit is not None and (slot is None or slot.answered or slot.key in hit.keys):
            begun = walk.label(hit, view.pieces[0], Source.CELL)
            for one in view.pieces[1:]:
                walk.add(one.text.strip(), one.place, filled=bool(one.filled), bound=True)
            begun.closed = walk._type(begun) in ONE_LINE
            return
    if slot is None or (slot.closed and not view.piece.all_filled) or (slot.closed and slot.answered):
        walk.loose.append((len(walk.slots), Part(view.piece.text.strip(), view.piece.place, view.filled)))
        return
    if not view.filled and looks_printed(view.piece.text) and not slot.answered:
        return
    _fill(walk, view)
    slot.closed = walk._type(slot) in ONE_LINE and slot.source is not Source.IMPLIED


def _continue(walk: Walk, view: CellView) -> None:
    """A row with an empty label cell goes on with the answer above."""
    if walk.open is None:
        walk.loose.append((len(walk.slots), Part(view.piece.text.strip(), view.piece.place, view.filled)))
        return
    _fill(walk, view)


def _fill(walk: Walk, view: CellView) -> None:
    """A cell as the open slot's answer."""
    text = view.piece.text
    if not view.filled:
        if walk.guidance.is_guidance(text):
            text = ""
        else:
            text = walk.guidance.cut(text)
    image = view.cell.has_image
    if is_leader(text) and not view.filled:
        text = ""
    walk.add(
        text.strip("\n"),
        view.cell.place if view.cell.place != Place() else view.piece.place,
        filled=view.filled,
        image=image,
        bound=True,
        flowed=_flowed(view, text),
    )


def _flowed(view: CellView, text: str) -> str | None:
    """The cell's answer with its wrapped lines joined, where nothing was cut from it."""
    return flowed_cell(view.pieces, view.cell) if text == view.piece.text else None


def _flowed_rest(view: CellView) -> str | None:
    """The answer below a label with its wrapped lines joined."""
    for at in range(len(view.pieces)):
        if "\n".join(p.text for p in view.pieces[at:]).strip() == view.rest:
            return flowed_cell(view.pieces[at:], view.cell)
    return None


def _fill_rest(walk: Walk, view: CellView) -> None:
    """What stands behind or below a label in its own cell."""
    walk.add(
        view.rest,
        view.piece.place,
        filled=view.rest_filled,
        image=view.cell.has_image,
        bound=True,
        flowed=_flowed_rest(view),
    )


def _pairs(walk: Walk, cells: list[CellView], asking: frozenset[int]) -> None:
    """A row of labels each with its answer to the right."""
    at = 0
    while at < len(cells):
        view = cells[at]
        answers = _answers_after(walk, cells, at, asking)
        if view.kind in (CellKind.LABEL, CellKind.LABELLED, CellKind.HEADING) and view.hit:
            _pair(walk, view, answers)
        elif view.kind is CellKind.LINES and not answers:
            for piece in view.pieces:
                walk.line(piece)
        elif view.kind is CellKind.HEADING and view.section:
            walk.heading(view.section, view.piece)
            for answer in answers:
                _below(walk, answer)
        elif view.kind in (CellKind.TEXT, CellKind.LINES) and not view.piece.all_filled:
            _unknown(walk, view, answers)
        elif view.kind is CellKind.TEXT:
            walk.add(view.piece.text, view.piece.place, filled=True, bound=True)
        at += 1 + len(answers)


def _answers_after(walk: Walk, cells: list[CellView], at: int, asking: frozenset[int]) -> list[CellView]:
    """The cells to the right that are a label's answer: up to the next label."""
    found: list[CellView] = []
    for number in range(at + 1, len(cells)):
        view = cells[number]
        if view.kind in (
            CellKind.LABEL,
            CellKind.LABELLED,
            CellKind.LINES,
            CellKind.HEADING,
        ) and not _is_answer(walk, cells, at, number, asking):
            break
        if number > at + 1 and view.column in asking and view.kind is CellKind.TEXT and not view.filled:
            break
        found.append(view)
    return found


def _is_answer(walk: Walk, cells: list[CellView], at: int, number: int, asking: frozenset[int]) -> bool:
    """Whether a cell that reads like a label is the answer to the one before it."""
    view = cells[number]
    if (
        number != at + 1
        or view.hit is None
        and view.kind is not CellKind.LINES
        and view.kind is not CellKind.HEADING
    ):
        return False
    if cells[at].kind is CellKind.LABELLED and cells[at].rest_filled:
        return False
    last = number == len(cells) - 1
    broken = view.hit is not None and view.hit.boundary is Boundary.NEWLINE and view.column not in asking
    if cells[at].kind is CellKind.LABEL and broken and not view.piece.bold:
        return True
    if view.kind is CellKind.LABEL:
        return last and not view.piece.text.rstrip().endswith((":", "?")) and not view.piece.bold
    if view.kind is CellKind.LABELLED:
        if cells[at].kind is CellKind.TEXT:
            return last and len(cells) == 2
        return (
            last
            and len(cells) == 2
            and cells[at].kind is CellKind.LABEL
            and not _same_section(walk, cells[at], view)
        )
    return last and cells[at].kind is CellKind.LABEL


def _same_section(walk: Walk, one: CellView, other: CellView) -> bool:
    """Whether two labels belong side by side ("Signed", "Date"), so that neither is an answer."""
    if one.hit is None or other.hit is None:
        return False
    mine = {walk.fields[k[0]].section for k in one.hit.keys}
    theirs = {walk.fields[k[0]].section for k in other.hit.keys}
    free = any(walk.fields[k[0]].type not in ONE_LINE and not k[1] for k in one.hit.keys)
    return bool(mine & theirs) and not free


def _pair(walk: Walk, view: CellView, answers: list[CellView]) -> None:
    if view.hit is None:
        return
    texts = [a for a in answers if a.kind is not CellKind.EMPTY or a.cell.has_image]
    slot = walk.label(view.hit, view.piece, Source.CELL)
    if view.rest and (view.rest_filled or not texts):
        if not view.rest_filled and looks_printed(view.rest):
            slot.doubtful = True
        _fill_rest(walk, view)
    if slot.key and slot.key[1] and len(texts) > 1:
        _transposed(walk, slot, answers)
        return
    for answer in answers:
        _fill(walk, answer)
    one_line = walk._type(slot) in ONE_LINE
    slot.closed = one_line and slot.answered
    slot.doubtful = slot.doubtful or (one_line and len(texts) > 1 and not (slot.key and slot.key[1]))


def _transposed(walk: Walk, slot: Slot, answers: list[CellView]) -> None:
    """A group's table with one person to a column."""
    walk.slots.remove(slot)
    for number, answer in enumerate(answers):
        one = Slot(
            slot.key,
            slot.keys,
            slot.label,
            Source.COLUMN,
            slot.place,
            slot.section,
            slot.score,
            record=number,
        )
        walk.slots.append(one)
        walk.open = one
        _fill(walk, answer)
    walk.close()


def _unknown(walk: Walk, view: CellView, answers: list[CellView]) -> None:
    """A label that the form does not have, with its answer; or text without any label."""
    text = "\n".join(a.piece.text for a in answers if a.kind is not CellKind.EMPTY)
    if not answers:
        _continue(walk, view)
        return
    hit = walk.index.guess(view.piece.text) if len(view.piece.text) <= 200 and not view.filled else None
    if hit is not None:
        _pair(walk, replace(view, hit=hit, kind=CellKind.LABEL), answers)
        return
    walk.close()
    walk.unknown.append((view.piece.text.strip(), text, answers[0].cell.place))
