"""A cell as seen: label, label with its answer, heading, print, or text."""

import re
from dataclasses import dataclass, field, replace
from enum import Enum

from hrdocs.document import Cell, Place, Row
from hrdocs.rules.matching.guidance import looks_printed
from hrdocs.rules.matching.labels import Boundary, Hit
from hrdocs.rules.matching.slots import Piece, cell_pieces, joined
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
        if walk.guidance.is_guidance(rest) or (
            rest.count("(") > rest.count(")") and walk.guidance.begins(rest)
        ):
            rest = ""
        else:
            cut = walk.guidance.cut(rest)
            rest = cut if cut != rest else rest
    rest = rest.strip()
    if is_leader(rest):
        rest = ""
    kind = CellKind.LABELLED if rest else CellKind.LABEL
    return seen(kind, hit, rest)  # type: ignore[operator,no-any-return]


def _line_label(walk: Walk, piece: Piece) -> Hit | None:
    """A label on a line of a cell that holds several, each with a colon or a leader."""
    if piece.all_filled or not re.search(r"[:?\t…_☐☒]|\.{3}", piece.text):
        return None
    hit = walk.index.find_label(piece.text, piece.first_filled)
    return hit if hit and hit.boundary in (Boundary.SEPARATOR, Boundary.END) and hit.score >= 0.9 else None


def _asks(first: Piece, second: Piece) -> bool:
    """Whether a cell's first line stands apart as a label: bold above plain, or a question."""
    return len(first.text) <= 160 and (
        (first.bold and not second.bold) or first.text.rstrip()[-1:] in (":", "?")
    )
