"""Rows of cells: label beside answer, label above answer, header rows, and rows that go on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Place, Row
from hrdocs.procedure import FieldType
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.cells import (
    LABELS,
    LEAST_OVER,
    CellKind,
    CellView,
    heads_row,
    is_over,
    is_set_as_label,
    own_label,
    view_row,
    with_asked_label,
    with_labels_over,
)
from hrdocs.rules.matching.continued import continue_field
from hrdocs.rules.matching.filling import fill, fill_rest
from hrdocs.rules.matching.guidance import looks_printed
from hrdocs.rules.matching.headers import bind, binds, carried_over, is_header, open_beside, open_header
from hrdocs.rules.matching.inline import is_awaited
from hrdocs.rules.matching.labels import Hit
from hrdocs.rules.matching.lines import is_own_prose, is_section, walk_line
from hrdocs.rules.matching.numbering import without_numbers
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Part, Slot, Source
from hrdocs.rules.matching.walk import Walk

_LONGEST_HINT = 40  # words
_LEAST_TOLD = 5  # words
_TOLD = re.compile(r"\b(?:I|my|me|he|she|his|her|we)\b")


def walk_rows(walk: Walk, rows: Sequence[Row]) -> None:
    """A run of rows of one table (or of printed columns)."""
    rows = without_numbers(rows)
    views = with_labels_over(walk, [view_row(walk, row) for row in rows])
    header = carried_over(walk, rows[0], views) if rows else []
    blank = 0
    asking = _label_columns(views)
    walk.beside += _answers_beside(views)
    for at, cells in enumerate(views):
        if header:
            blank = blank + 1 if all(v.kind is CellKind.EMPTY for v in cells) else 0
            if binds(header, cells) and blank < 12:
                bind(walk, header, cells)
                continue
            header = []
        following = views[at + 1] if at + 1 < len(views) else None
        if header := open_beside(walk, cells, following):
            continue
        if is_header(walk, cells, following):
            header = open_header(walk, cells)
            continue
        _walk_row(walk, cells, asking)
    walk.header = (rows[-1].place.page, header) if header else None


def _label_columns(views: Sequence[Sequence[CellView]]) -> frozenset[int]:
    """The columns of a table in which labels stand in at least half of the rows that fill them."""
    labels: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for cells in views:
        for view in cells:
            if view.kind is not CellKind.EMPTY and len(cells) > 1:
                texts[view.column] += 1
                labels[view.column] += view.kind in LABELS
    often = frozenset(c for c, n in labels.items() if c > 0 and n >= 1 and 2 * n >= texts[c])
    return often | _paired_columns(views)


def _paired_columns(views: Sequence[Sequence[CellView]]) -> frozenset[int]:
    """The columns of labels in rows of a label and an answer twice or more, none of them in an answer's."""
    found: set[int] = set()
    for width in (4, 6):
        rows = [cells for cells in views if len(cells) == width]
        asked = [sum(cells[at].kind in LABELS for cells in rows) for at in range(width)]
        if all(asked[at] and not asked[at + 1] for at in range(0, width, 2)):
            found |= {cells[at].column for cells in rows for at in range(2, width, 2)}
    return frozenset(found)


def _answers_beside(views: Sequence[Sequence[CellView]]) -> int:
    """How many rows have a bare label on the left and its answer on the right."""
    return sum([cell.kind for cell in cells] == [CellKind.LABEL, CellKind.TEXT] for cells in views)


def _walk_row(walk: Walk, cells: list[CellView], asking: frozenset[int] = frozenset()) -> None:
    texts = [v for v in cells if v.kind is not CellKind.EMPTY or v.cell.has_image]
    if not texts:
        if walk.open and not walk.open.answered:
            walk.open.parts.append(Part("", cells[0].piece.place if cells else Place()))
            walk.open.closed = walk.type_of(walk.open) in ONE_LINE and walk.open.source is not Source.IMPLIED
        return
    if len(texts) == 1 and (len(cells) == 1 or texts[0].kind is CellKind.HEADING):
        _single(walk, texts[0])
        return
    if (
        cells[0].kind is CellKind.EMPTY
        and not cells[0].cell.has_image
        and all(v.kind is CellKind.TEXT and not v.asks for v in texts)
    ):
        for view in texts:
            _continue(walk, view)
        return
    if _are_ticks(walk, texts):
        for view in texts:
            fill(walk, view)
        return
    if len(texts) == 1 and texts[0] is cells[0] and _is_rest(walk, texts[0]):
        for piece in texts[0].pieces:
            walk_line(walk, piece)
        return
    _pairs(walk, cells, asking)


def _are_ticks(walk: Walk, texts: list[CellView]) -> bool:
    """Whether a row holds only tick boxes with their names, below the question that they answer."""
    slot = walk.open
    if slot is None or slot.closed or walk.type_of(slot) not in (FieldType.GROUNDS, FieldType.CHOICE):
        return False
    return all(re.match(r"\W*[☐☒☑]", view.piece.text) for view in texts)


def _is_rest(walk: Walk, view: CellView) -> bool:
    """Whether a row goes on with the sentence printed right above it, as an account's lines do."""
    slot, box = walk.open, view.piece.place.box
    if slot is None or slot.closed or slot.bound or not slot.answered or walk.type_of(slot) not in FREE:
        return False
    last = slot.parts[-1].place
    if (
        view.kind is not CellKind.TEXT
        or box is None
        or last.box is None
        or last.page != view.piece.place.page
    ):
        return False
    return view.piece.text[:1].islower() and box[1] - last.box[3] < 0.8 * (last.box[3] - last.box[1])


def _single(walk: Walk, view: CellView) -> None:
    """A row that holds one cell of text."""
    view = _asking_view(walk, view)
    if view.kind is CellKind.HEADING and view.section:
        walk.heading(view.section, view.piece)
    elif view.kind is CellKind.LABEL and view.hit and _is_awaited(walk, view, view.hit):
        fill(walk, view)
    elif view.kind is CellKind.LABEL and view.hit:
        _pair(walk, view, [])
        walk.instruction = view.piece.text[view.hit.start + len(view.hit.label) :].strip()
    elif view.kind is CellKind.LABELLED and _is_account(walk, view):
        fill(walk, view)
    elif view.kind is CellKind.LABELLED and view.hit:
        slot = walk.label(view.hit, view.piece, Source.CELL)
        fill_rest(walk, view)
        slot.closed = slot.closed or walk.type_of(slot) in ONE_LINE
    elif view.kind is CellKind.LINES:
        for piece in view.pieces:
            walk_line(walk, piece)
    elif view.kind is CellKind.PRINTED:
        return
    elif view.kind is CellKind.EMPTY or view.cell.has_image:
        fill(walk, view)
    else:
        _below(walk, view)


def _is_awaited(walk: Walk, view: CellView, hit: Hit) -> bool:
    """Whether a row of its own answers the label above it with words that are a label elsewhere."""
    return not (walk.label_style and view.piece.bold) and is_awaited(walk, hit, view.piece.text)


def _is_account(walk: Walk, view: CellView) -> bool:
    """Whether a box of running text is the account asked for above it, though it begins like a label."""
    if view.hit is not None and is_own_prose(walk, view.piece.text, view.hit):
        return True
    slot = walk.open
    waits = slot is not None and not slot.answered and not slot.closed and walk.type_of(slot) in FREE
    long = len(view.pieces) > 1 and len(view.rest.partition("\n")[0].split()) > 4
    return waits and long and view.hit is not None and walk.is_common(view.hit) and not view.rest_filled


def _asking_view(walk: Walk, view: CellView) -> CellView:
    """The cell as one that begins with a label in unlisted words, where no other answer is awaited."""
    asked = with_asked_label(walk, view)
    slot = walk.open
    if slot is None or slot.answered or slot.closed or slot.source is Source.IMPLIED:
        return asked
    if asked.hit is not None and asked.hit.score < 0.85 and _TOLD.search(asked.hit.label):
        return view  # "It has affected my work: …" tells
    return asked if asked.hit is not None and slot.key in asked.hit.keys else view


def _below(walk: Walk, view: CellView) -> None:
    """Text in a row of its own: the answer to the label above, or the rest of one."""
    piece = view.piece
    _drop_hints(walk.open, view)
    if continue_field(walk, piece):
        return
    if not view.filled and is_section(piece.text):
        walk.close()
        walk.group = walk.section = None
        return
    if walk.instruction and not view.filled and walk.guidance.continues(walk.instruction, piece.text):
        walk.instruction = f"{walk.instruction} {piece.text}"
        return
    if not view.filled and _strange_label(walk, view):
        return
    if view.pieces and not view.pieces[0].filled and _strange_first_line(walk, view):
        return
    slot = walk.open
    if slot is None or (slot.closed and (slot.answered or not piece.all_filled)):
        walk.loose.append((len(walk.slots), Part(piece.text.strip(), piece.place, view.filled)))
        return
    if not view.filled and looks_printed(piece.text) and not slot.answered:
        return
    fill(walk, view, alone=True)
    slot.closed = walk.type_of(slot) in ONE_LINE and slot.source is not Source.IMPLIED


def _drop_hints(slot: Slot | None, view: CellView) -> None:
    """What is printed between a label and the box right below it tells how to fill in the box."""
    box = view.cell.place.box
    if slot is None or not slot.parts or box is None or slot.source is Source.IMPLIED:
        return
    places = [slot.place, *(p.place for p in slot.parts)]
    printed = all(p.table is None and p.page == view.cell.place.page for p in places)
    lefts = [p.box[0] for p in places if p.box]
    words = sum(len(p.text.split()) for p in slot.parts)
    if not printed or any(p.filled for p in slot.parts) or len(lefts) < len(places) or words > _LONGEST_HINT:
        return
    near = places[-1].box is not None and -2 <= box[1] - places[-1].box[3] < 14
    if near and max(lefts) - min(lefts) < 4 and abs(box[0] - lefts[0]) < 10:
        slot.parts.clear()
        slot.closed = False


def _strange_label(walk: Walk, view: CellView) -> bool:
    """A row of its own that holds a label in unlisted words."""
    piece, slot = view.piece, walk.open
    listed = slot is not None and slot.answered and walk.type_of(slot) not in FREE and len(view.pieces) == 1
    free = slot is None or slot.closed or listed
    asks = piece.bold or piece.heading or piece.text.rstrip()[-1:] in (":", "?")
    heading = slot is not None and slot.source is Source.IMPLIED and not slot.answered
    if len(piece.text) > 160 or not (asks or ((free or heading) and len(piece.text.split()) <= 12)):
        return False
    text = slot is not None and slot.answered and walk.type_of(slot) is FieldType.TEXT
    if text and not piece.bold:
        return False
    if slot is not None and listed and not asks and _shares_table(slot, view):
        return False
    hit = walk.index.guess(piece.text) if len(view.pieces) == 1 else None
    if hit is not None and listed and not asks and slot is not None and slot.key in hit.keys:
        return False
    if hit is not None and heading and not asks and slot is not None and slot.key not in hit.keys:
        return False
    if hit is not None:
        walk.label(hit, piece, Source.CELL)
    elif slot is not None and slot.answered:
        walk.close()
    return hit is not None


def _shares_table(slot: Slot, view: CellView) -> bool:
    """Whether an answer stands in a table of its own, below its label, of which the cell is a further row."""
    table = view.cell.place.table
    answers = {part.place.table for part in slot.parts if part.text.strip()}
    return table is not None and answers == {table} and slot.place.table != table


def _strange_first_line(walk: Walk, view: CellView) -> bool:
    """A cell whose first line is a label in unlisted words, with its answer below."""
    if len(view.pieces) < 2 or len(view.pieces[0].text.split()) > 14:
        return False
    if (_TOLD.search(view.pieces[0].text) or _goes_on(view)) and not view.pieces[0].bold:
        return False
    slot, hit = walk.open, walk.index.guess(view.pieces[0].text)
    if hit is None or not (slot is None or slot.answered or slot.key in hit.keys):
        return False
    begun = walk.label(hit, view.pieces[0], Source.CELL)
    for one in view.pieces[1:]:
        walk.add(one.text.strip(), one.place, filled=bool(one.filled), bound=True)
    begun.closed = walk.type_of(begun) in ONE_LINE
    return True


def _goes_on(view: CellView) -> bool:
    """Whether a cell's first line is the beginning of a sentence that ends below."""
    first, second = (piece.text.strip() for piece in view.pieces[:2])
    return first[-1:] not in (":", "?") and len(first.split()) > _LEAST_TOLD and second[:1].islower()


def _continue(walk: Walk, view: CellView) -> None:
    """A row with an empty label cell goes on with the answer above."""
    if view.asks and walk.open is not None and walk.open.answered:
        walk.close()  # a label that the form does not have
    if walk.open is None:
        walk.loose.append((len(walk.slots), Part(view.piece.text.strip(), view.piece.place, view.filled)))
        return
    fill(walk, view)


def _pairs(walk: Walk, cells: list[CellView], asking: frozenset[int]) -> None:
    """A row of labels each with its answer to the right."""
    at = 0
    cells = [_asked_first(walk, cells), *cells[1:]]
    if any(v.kind is CellKind.LABELLED for v in cells):
        cells = [with_asked_label(walk, v) for v in cells]
    while at < len(cells):
        view = cells[at]
        answers = _answers_after(walk, cells, at, asking)
        if view.kind in (CellKind.LABEL, CellKind.LABELLED, CellKind.HEADING) and view.hit:
            _pair(walk, view, answers)
        elif view.kind is CellKind.LINES and not answers:
            for piece in view.pieces:
                walk_line(walk, piece)
        elif view.kind is CellKind.HEADING and view.section:
            walk.heading(view.section, view.piece)
            for answer in answers:
                _below(walk, answer)
        elif view.kind in (CellKind.TEXT, CellKind.LINES) and not view.piece.all_filled:
            _unknown(walk, view, answers, heads=heads_row(cells, at))
        elif view.kind is CellKind.TEXT:
            walk.add(view.piece.text, view.piece.place, filled=True, bound=True)
        at += 1 + len(answers)


def _asked_first(walk: Walk, cells: list[CellView]) -> CellView:
    """The first of two cells as a label, where its unlisted words can only mean one."""
    first = cells[0]
    lines = len(cells) == 2 and cells[1].kind is CellKind.LINES
    if not lines or first.kind is not CellKind.TEXT or first.filled or len(first.piece.text) > 200:
        return first
    hit = walk.index.guess(first.piece.text)
    return first if hit is None else replace(first, hit=hit, kind=CellKind.LABEL)


def _answers_after(walk: Walk, cells: list[CellView], at: int, asking: frozenset[int]) -> list[CellView]:
    """The cells to the right that are a label's answer: up to the next label."""
    found: list[CellView] = []
    for number in range(at + 1, len(cells)):
        view = cells[number]
        if is_set_as_label(view):
            break
        if view.kind in (
            CellKind.LABEL,
            CellKind.LABELLED,
            CellKind.LINES,
            CellKind.HEADING,
        ) and not _is_answer(walk, cells, at, number, asking):
            break
        if cells[at].kind is CellKind.LABELLED and own_label(view) is not None:
            break
        if number > at + 1 and view.column in asking and view.kind is CellKind.TEXT and not view.filled:
            break
        if number > at + 1 and view.kind is CellKind.TEXT and _asks_anew(walk, cells, at, number):
            break
        over = is_over(cells[at]) and walk.beside <= walk.over
        if over and view.kind is CellKind.TEXT and len(view.pieces) > 1 and not view.filled:
            break  # labels over their answers, side by side
        found.append(view)
    return found


def _asks_anew(walk: Walk, cells: list[CellView], at: int, number: int) -> bool:
    """Whether a cell behind an answer is a label in unlisted words, with its own answer behind it."""
    view = cells[number]
    if number + 1 >= len(cells) or view.filled or len(view.piece.text) > 160 or _TOLD.search(view.piece.text):
        return False
    hit = walk.index.guess(view.piece.text)
    own = cells[at].hit
    return hit is not None and (own is None or not set(hit.keys) & set(own.keys))


def _is_answer(walk: Walk, cells: list[CellView], at: int, number: int, asking: frozenset[int]) -> bool:
    """Whether a cell that reads like a label is the answer to the one before it."""
    view = cells[number]
    if number != at + 1 or (view.hit is None and view.kind not in (CellKind.LINES, CellKind.HEADING)):
        return False
    if cells[at].kind is CellKind.LABELLED and (cells[at].rest_filled or is_over(cells[at])):
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
    if view.cell.has_image and not view.rest and walk.type_of(slot) is FieldType.SIGNATURE:
        slot.parts.append(Part("", view.cell.place, image=True))
    if view.rest and (view.rest_filled or not texts):
        if not view.rest_filled and looks_printed(view.rest):
            slot.doubtful = True
        fill_rest(walk, view)
    if slot.key and slot.key[1] and len(texts) > 1:
        _transposed(walk, slot, answers)
        return
    for answer in answers:
        fill(walk, answer)
    one_line = walk.type_of(slot) in ONE_LINE
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
        fill(walk, answer)
    walk.close()


def _is_answered_line(walk: Walk, hit: Hit) -> bool:
    """Whether what a label in unlisted words could ask for was asked in listed words, and answered."""
    known = [s for s in walk.slots if s.key in hit.keys and s.answered and s.score >= 0.95]
    return bool(known) and walk.type_of(known[0]) in ONE_LINE


def _label_over(walk: Walk, view: CellView) -> tuple[str, str] | None:
    """The first line of a cell, and the rest, where labels stand over their answers in such cells."""
    if len(view.pieces) < 2 or view.filled:
        return None
    label = view.pieces[0].text.strip()
    if is_set_as_label(view):
        return label, "\n".join(p.text for p in view.pieces[1:])
    if walk.over < LEAST_OVER or walk.beside > walk.over:
        return None
    if len(label.split()) > 8 or _TOLD.search(label) or label[-1:] in ".,;":
        return None
    return label, "\n".join(p.text for p in view.pieces[1:])


def _unknown(walk: Walk, view: CellView, answers: list[CellView], *, heads: bool) -> None:
    """A label that the form does not have, with its answer; or text without any label."""
    if heads and not answers and walk.in_account:
        return
    text = "\n".join(a.piece.text for a in answers if a.kind is not CellKind.EMPTY)
    asked = None if answers else own_label(view) or _label_over(walk, view)
    if asked is not None:
        walk.close()
        walk.unknown.append((*asked, view.cell.place))
        return
    if not answers:
        _continue(walk, view)
        return
    if not view.filled and (slot := walk.follow(view.piece, Source.CELL)) is not None:
        for answer in answers:
            fill(walk, answer)
        slot.closed = True
        return
    hit = walk.index.guess(view.piece.text) if len(view.piece.text) <= 200 and not view.filled else None
    if hit is not None and (walk.by_form(hit) or not _is_answered_line(walk, hit)):
        _pair(walk, replace(view, hit=hit, kind=CellKind.LABEL), answers)
        return
    walk.close()
    walk.unknown.append((view.piece.text.strip(), text, answers[0].cell.place))
