"""Every labelled answer of a document that is no known form."""

import re

from hrdocs.document import Cell, Entry, EntryKind, Layout, Line, Pair, Place, Row
from hrdocs.rules.matching.guidance import is_page_number
from hrdocs.rules.matching.slots import Piece, cell_pieces, joined, pieces_of
from hrdocs.rules.matching.wording import after_enumerator, fold, is_leader

_COLON = re.compile(
    r"^(?P<label>[^:?\t\n]{2,120}?(?:\?|\s*:)|[^:?\t\n]{2,80}?(?=\t|\s*[.…_]{4,}|\s*…))(?P<value>.*)$",
    re.DOTALL,
)
_TIME = re.compile(r"\b\d{1,2}$")


def find_pairs(layout: Layout) -> tuple[Pair, ...]:
    """Every label with its answer, in the order of the document; empty answers are left out."""
    pairs: list[Pair] = []
    waiting: Piece | None = None
    above: list[Cell] = []
    for block in layout.blocks:
        if isinstance(block, Entry):
            pairs.extend(_entry_pairs(block))
        elif isinstance(block, Row):
            found, waiting, above = _row_pairs(block, waiting, above)
            pairs.extend(found)
        elif isinstance(block, Line):
            above = []
            for piece in pieces_of(block):
                found, waiting = _line_pairs(piece, waiting)
                pairs.extend(found)
    return tuple(_joined(pairs))


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
    return " ".join(text[after_enumerator(text) :].split()).strip(" :.…_*-–—\t")


def _blank(text: str) -> bool:
    return not text.strip() or (is_leader(text) and "☒" not in text)


def _row_pairs(
    row: Row, waiting: Piece | None, above: list[Cell]
) -> tuple[list[Pair], Piece | None, list[Cell]]:
    cells = list(row.cells)
    texts = [c for c in cells if not _blank(c.text)]
    if not texts:
        return [], waiting, above
    if len(cells) == 1 or (len(texts) == 1 and texts[0] is cells[0] and len(cells) == 1):
        piece = joined(cell_pieces(cells[0]))
        found, left = _line_pairs(piece, waiting)
        return found, left, []
    if len(above) == len(cells) and len(cells) > 1 and not any(_is_label(c) for c in texts):
        return (
            [
                Pair(_tidy_label(h.text), c.text.strip(), c.place)
                for h, c in zip(above, cells, strict=True)
                if not _blank(c.text)
            ],
            None,
            above,
        )
    pairs: list[Pair] = []
    at = 0
    while at < len(cells):
        inline, _ = _line_pairs(joined(cell_pieces(cells[at])), None)
        following = cells[at + 1] if at + 1 < len(cells) else None
        if inline and (following is None or _is_label(following) or _blank(following.text)):
            pairs.extend(inline)
            at += 1
        elif following is not None and not _blank(cells[at].text):
            if not _blank(following.text):
                pairs.append(
                    Pair(
                        _tidy_label(cells[at].text),
                        following.text.strip(),
                        following.place if following.place != Place() else row.place,
                    )
                )
            at += 2
        else:
            at += 1
    head = (
        cells
        if all(not _blank(c.text) and len(c.text) < 60 and not c.filled for c in cells)
        and len(cells) > 2
        and not (len(cells) % 2 == 0 and any(re.search(r"[\d@☒]", c.text) for c in cells))
        else []
    )
    return ([] if head else pairs), None, head


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return (
        bool(text)
        and not cell.filled
        and (text.endswith((":", "?")) or bool(_COLON.match(text) and ":" in text[:60]))
    )


def _line_pairs(piece: Piece, waiting: Piece | None) -> tuple[list[Pair], Piece | None]:
    text = piece.text
    if _blank(text) and not piece.filled:
        return [], waiting
    if piece.all_filled:
        return ([Pair(_tidy_label(waiting.text), text.strip(), piece.place)] if waiting else []), waiting
    first = piece.first_filled
    if first is not None and text[:first].strip():
        return [Pair(_tidy_label(text[:first]), text[first:].strip(), piece.place)], None
    match = _COLON.match(text.strip())
    if match and not _TIME.search(match["label"].rstrip(" :")) and fold(match["label"]):
        value = re.sub(r"^[\s:.…_-]+", "", match["value"]).strip()
        if not value or is_leader(value):
            return [], piece
        return [
            Pair(_tidy_label(match["label"]), re.sub(r"[.…_]{3,}$", "", value).strip(), piece.place)
        ], None
    if is_page_number(text):
        return [], waiting
    if waiting is not None:
        return [Pair(_tidy_label(waiting.text), text.strip(), piece.place)], waiting
    if piece.heading or (piece.bold and len(text) < 100):
        return [], piece
    return [], None


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
            and pair.where.box is None
        ):
            out[-1] = Pair(pair.label, f"{out[-1].value}\n{pair.value}", out[-1].where)
        else:
            out.append(pair)
    return [p for p in out if p.label]
