"""Every labelled answer of a document that is no known form."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hrdocs.document import Block, Cell, Entry, EntryKind, Layout, Line, Pair, Place, Row, Span
from hrdocs.rules.matching.guidance import is_page_number
from hrdocs.rules.matching.slots import Piece, cell_pieces, joined, pieces_of
from hrdocs.rules.matching.wording import after_enumerator, fold, is_leader

_COLON = re.compile(
    r"^(?P<label>[^:?\t\n]{2,120}?(?:\?|\s*:)|[^:?\t\n]{2,80}?(?=\t|\s*[.…_]{4,}|\s*…))(?P<value>.*)$",
    re.DOTALL,
)
_NUMBER = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]?\*?")
_BOX = re.compile(r"[☐☒☑]")
_TICKED = "☒☑"
_TIME = re.compile(r"\b\d{1,2}$")


@dataclass(slots=True)
class _State:
    """What has been seen: the label that waits for its answer, the line above, a table's header."""

    waiting: Piece | None = None
    last: Piece | None = None
    above: list[Cell] = field(default_factory=list)


def find_pairs(layout: Layout) -> tuple[Pair, ...]:
    """Every label with its answer, in the order of the document; empty answers are left out."""
    pairs: list[Pair] = []
    state = _State()
    for block, following in pairwise([*layout.blocks, None]):
        if block is None or (block.place.part in ("header", "footer") and not isinstance(block, Entry)):
            continue
        block = _as_line(block)
        if isinstance(block, Entry):
            pairs.extend(_entry_pairs(block))
        elif isinstance(block, Row):
            pairs.extend(_row_pairs(block, state))
        elif isinstance(block, Line):
            state.above = []
            if _holds_answer(following) and not _holds_answer(block) and _is_label_line(block):
                state.waiting = pieces_of(block)[0]
                continue
            if _is_box(following) and _is_label_line(block) and not _BOX.search(block.text):
                state.waiting = _with_line_above(state.last, pieces_of(block)[0])
                continue
            for piece in pieces_of(block):
                pairs.extend(_line_pairs(piece, state))
    return tuple(_joined(pairs))


def _as_line(block: Block) -> Block:
    """A printed row as it is without its number; as a line where only a label stood behind that."""
    if not isinstance(block, Row) or len(block.cells) < 2 or (block.ruled and len(block.cells) < 3):
        return block
    if not _NUMBER.fullmatch(block.cells[0].text.strip()):
        return block
    cells = block.cells[1:]
    lone = len(cells) == 1 and len(cells[0].lines) == 1 and not block.ruled
    return cells[0].lines[0] if lone else replace(block, cells=cells)


def _is_box(block: Block | None) -> bool:
    """Whether a drawn box follows with an answer in it."""
    if not isinstance(block, Row) or not block.ruled or len(block.cells) != 1:
        return False
    cell = block.cells[0]
    return not _blank(cell.text) and not _BOX.search(cell.text) and _own_pair(cell) is None


def _with_line_above(above: Piece | None, piece: Piece) -> Piece:
    """A label with its first line, where it was printed on two."""
    one, other = above.place.box if above else None, piece.place.box
    if above is None or one is None or other is None or above.place.page != piece.place.page:
        return piece
    near = -1 <= other[1] - one[3] < 0.5 * (other[3] - other[1]) and abs(other[0] - one[0]) < 3
    ended = above.text.rstrip()[-1:] in ".:?" or above.bold != piece.bold
    return piece if ended or not near else replace(piece, text=f"{above.text.strip()} {piece.text.strip()}")


def _tick_pairs(texts: list[Cell], state: _State) -> list[Pair]:
    """What is ticked on a line, under the question before its boxes, and the answers beside them."""
    pairs: list[Pair] = []
    question = state.waiting.text if state.waiting is not None else ""
    label: Cell | None = None
    for cell in texts:
        text = " ".join(cell.text.split())
        if not _BOX.search(text):
            if label is not None:
                pairs.append(Pair(_tidy_label(label.text), text, cell.place))
            question, label = (
                (label.text if label is not None else text),
                (None if label is not None else cell),
            )
            continue
        label = None
        asked, options = _options(text)
        question = asked or question
        for option in (name for name, ticked in options if ticked):
            named = _tidy_label(question)
            pairs.append(Pair(named or option, option if named else "☒", cell.place))
    return pairs


def _options(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """The question on a line of tick boxes, and its options with whether each is ticked."""
    names = [name.strip() for name in _BOX.split(text)]
    ticked = [box in _TICKED for box in _BOX.findall(text)]
    if names[0] and not names[-1]:  # "Male ☐ Female ☒": each name stands before its box
        return "", list(zip(names[:-1], ticked, strict=True))
    return names[0], list(zip(names[1:], ticked, strict=True))


def _holds_answer(block: Block | None) -> bool:
    """Whether a line was typed where the form leaves room: in a text box or a control."""
    if not isinstance(block, Line) or not block.text.strip():
        return False
    return block.place.part == "text box" or all(p.all_filled for p in pieces_of(block) if p.text.strip())


def _is_label_line(line: Line) -> bool:
    return (
        bool(line.text.strip()) and len(line.text) < 200 and "\t" not in line.text.strip() and not line.filled
    )


def _entry_pairs(entry: Entry) -> list[Pair]:
    label = _tidy_label(entry.label) or _tidy_label(entry.hint) or entry.name
    if entry.kind is EntryKind.TICK:
        if not entry.checked:
            return []
        return [
            Pair(label, entry.value if entry.value and fold(entry.value) != fold(label) else "☒", entry.place)
        ]
    value = entry.value.strip() or ("☒" if entry.kind is EntryKind.SIGNATURE and entry.checked else "")
    return [Pair(label, value, entry.place)] if value else []


def _tidy_label(text: str) -> str:
    return " ".join(text[after_enumerator(text) :].split()).strip(" :.…_*-–—£$€\t")


def _blank(text: str) -> bool:
    return not text.strip() or (is_leader(text) and "☒" not in text)


def _row_pairs(row: Row, state: _State) -> list[Pair]:
    cells = list(row.cells)
    texts = [c for c in cells if not _blank(c.text)]
    if not texts:
        return []
    if any(_BOX.search(c.text) for c in texts) and not any(c.filled for c in texts):
        found = _tick_pairs(texts, state)
        state.waiting, state.above = None, []
        return found
    if len(cells) == 1:
        state.above = []
        own = _own_pair(cells[0])
        if own is not None:
            state.waiting = None
            return [own]
        found = []
        for piece in (joined(cell_pieces(cells[0])),):
            found += _line_pairs(piece, state, in_cell=True)
        return found
    above, state.waiting, state.last = state.above, None, None
    if len(above) == len(cells) and not any(_own_pair(c) for c in texts):
        return [
            Pair(_tidy_label(h.text), c.text.strip(), c.place)
            for h, c in zip(above, cells, strict=True)
            if not _blank(c.text)
        ]
    state.above = _header(cells)
    return [] if state.above else _beside(row, cells)


def _header(cells: list[Cell]) -> list[Cell]:
    """The cells where they are the heads of columns."""
    is_head = all(not _blank(c.text) and len(c.text) < 60 and not c.filled for c in cells)
    answered = len(cells) % 2 == 0 and not all(_is_bold(c) for c in cells)
    return cells if is_head and len(cells) > 2 and not answered and not any(map(_own_pair, cells)) else []


def _is_bold(cell: Cell) -> bool:
    return all(span.bold for line in cell.lines for span in line.spans if span.text.strip())


def _beside(row: Row, cells: list[Cell]) -> list[Pair]:
    """Labels with the cell beside them, and cells that hold both."""
    pairs: list[Pair] = []
    owns = [_own_pair(c) for c in cells]
    every = sum(own is not None for own in owns) > 1 or len(cells) == 1
    at = 0
    while at < len(cells):
        following = cells[at + 1] if at + 1 < len(cells) else None
        own = owns[at]
        if own is not None and (every or following is None or _blank(following.text)):
            pairs.append(own)
            at += 1
        elif following is not None and not _blank(cells[at].text):
            if not _blank(following.text):
                place = following.place if following.place != Place() else row.place
                pairs.append(Pair(_tidy_label(cells[at].text), following.text.strip(), place))
            at += 2
        else:
            at += 1
    return pairs


def _own_pair(cell: Cell) -> Pair | None:
    """A label with its answer in the same cell: behind it, or on the lines below it."""
    pieces = [p for p in cell_pieces(cell) if p.text.strip()]
    if not pieces:
        return None
    whole = joined(pieces)
    first = whole.first_filled
    if first is not None:
        label = _tidy_label(whole.text[:first])
        return Pair(label, whole.text[first:].strip(), cell.place) if label and len(label) < 160 else None
    match = _COLON.match(pieces[0].text.strip())
    if match and ":" in match["label"] + match["value"][:1] and not _is_time(match["label"]):
        value = _value("\n".join([match["value"], *(p.text for p in pieces[1:])]))
        return Pair(_tidy_label(match["label"]), value, cell.place) if value else None
    if len(pieces) > 1 and len(pieces[0].text) <= 160:
        asks = pieces[0].text.rstrip()[-1:] in ":?" or (pieces[0].bold and not pieces[1].bold)
        value = "\n".join(p.text.strip() for p in pieces[1:])
        return Pair(_tidy_label(pieces[0].text), value, cell.place) if asks and not _blank(value) else None
    return None


def _is_time(label: str) -> bool:
    """Whether the colon only parts the hours of a time from its minutes."""
    return bool(_TIME.search(label.rstrip(" :")))


def _value(text: str) -> str:
    """An answer without the leaders before and behind it."""
    bare = re.sub(r"^[\s:.…_]+|^[\s:]*-\s+", "", text)
    return re.sub(r"\s*(?:[.…_]{3,}|…)\s*$", "", bare).strip()


def _line_pairs(piece: Piece, state: _State, *, in_cell: bool = False) -> list[Pair]:
    text = piece.text
    if (_blank(text) and not piece.filled) or is_page_number(text):
        return []
    if _BOX.search(text) and not piece.filled:
        return _tick_pairs([Cell((Line((Span(text),), piece.place),), piece.place)], state)
    boxed = piece.place.part == "text box"
    if piece.all_filled or boxed:
        label = state.waiting or state.last
        if label is None:
            return []
        state.waiting = label
        return [Pair(_tidy_label(label.text), text.strip(), piece.place)]
    first = piece.first_filled
    if first is not None and text[:first].strip() and "\t" not in text.strip():
        state.waiting = None
        return [Pair(_tidy_label(text[:first]), _value(text[first:]), piece.place)]
    strong = piece.heading or (piece.bold and len(text) < 100)
    account = state.waiting is not None and (state.waiting.bold or state.waiting.heading)
    found, waits = _asked(piece)
    if (found or waits) and not (account and not strong and not piece.lead and _is_sentence(text)):
        state.waiting = piece if waits else None
        return found
    if strong:
        state.waiting, state.last = piece, piece
        return []
    if state.waiting is not None:
        label = state.waiting
        state.waiting = None if in_cell else label
        return [Pair(_tidy_label(label.text), text.strip(), piece.place)]
    state.last = piece
    if in_cell and len(text) < 120:
        state.waiting = piece
    return []


def _is_sentence(text: str) -> bool:
    """Whether a line is one of somebody's account, though it holds a colon."""
    label = re.split(r"[:?]", text)[0]
    return len(label.split()) > 5 or bool(
        re.search(r"\b(?:i|me|my|he|she|his|her|they)\b", label, re.IGNORECASE)
    )


def _asked(piece: Piece) -> tuple[list[Pair], bool]:
    """The labels on a line, each with the answer behind it; and whether the last one has none."""
    text = piece.text.strip()
    parts = [part for part in re.split(r"\t+|\s{4,}", text) if part.strip()]
    asking = [bool(_COLON.match(part)) for part in parts]
    if len(parts) == 2 and not any(asking):
        return [Pair(_tidy_label(parts[0]), _value(parts[1]), piece.place)], False
    if sum(asking) < 2 or not asking[0]:
        parts = [text]
    pairs: list[Pair] = []
    waits = False
    for part in parts:
        match = _COLON.match(part)
        if match is None or _is_time(match["label"]) or not fold(match["label"]):
            if pairs:
                last = pairs.pop()
                pairs.append(Pair(last.label, f"{last.value} {part}".strip(), last.where))
            continue
        value = _value(match["value"])
        waits = not value or is_leader(value)
        if not waits:
            pairs.append(Pair(_tidy_label(match["label"]), value, piece.place))
    return pairs, waits and not pairs


def _is_below(one: Place, other: Place) -> bool:
    """Whether a line stands right below another; lines without a box of their own do."""
    if one.box is None or other.box is None:
        return one.box is None and other.box is None
    high = other.box[3] - other.box[1]
    near = -2 <= other.box[1] - one.box[3] < 1.2 * high and abs(other.box[0] - one.box[0]) < high
    return near and one.page == other.page


def _around(one: Place, other: Place) -> Place:
    """The place of both lines."""
    if one.box is None or other.box is None:
        return one
    a, b = one.box, other.box
    return replace(one, box=(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))


def _joined(pairs: list[Pair]) -> list[Pair]:
    """Lines that stand below one label are one answer."""
    out: list[Pair] = []
    for pair in pairs:
        if (
            out
            and pair.label
            and out[-1].label == pair.label
            and pair.where is not None
            and out[-1].where is not None
            and pair.where.table is None
            and _is_below(out[-1].where, pair.where)
        ):
            out[-1] = Pair(pair.label, f"{out[-1].value}\n{pair.value}", _around(out[-1].where, pair.where))
        else:
            out.append(pair)
    return [p for p in out if p.label]
