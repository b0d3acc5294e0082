"""A cell as seen: label, label with its answer, heading, print, or text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from hrdocs.document import Cell, Place, Row
from hrdocs.procedure import FieldType
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.fitting import can_answer, capital_break, fits_line, lacks_value, types_of
from hrdocs.rules.matching.guidance import looks_printed, without_prompts
from hrdocs.rules.matching.labels import SECTION, Hit
from hrdocs.rules.matching.slots import Piece, cell_pieces, joined
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import after_enumerator, is_leader

_ASKED = re.compile(r"^\s*(?P<label>[^\W_][^:?\t\n]{2,120}?(?:\n[^:?\t\n]{2,60}?)?)\s*[:?]+(?=\s|$)")

_SENTENCE = 8  # words: what is longer and ends with a full stop tells something
_ASIDE = re.compile(r"\s*(?P<label>\S[^\n]{2,90}?) {2,}(?:\([^\n]*\)|[a-z][^\n:]{3,120})\s*")
_BRACKETED = re.compile(
    r"\s*\((?:[a-z][a-z'’]*[,;:/]? ){3,}[a-z'’]+[.?]?\)\s*"
)  # what to tell, in small letters
_TOLD = re.compile(r"\b(?:I|i|me|my|he|she|his|her|him|see|attached)\b")

LEAST_OVER = 2  # cells that show that labels stand over their answers


class CellKind(Enum):
    """What a cell is."""

    EMPTY = "empty"
    LABEL = "label"
    LABELLED = "labelled"  # a label with its answer in the same cell
    HEADING = "heading"
    PRINTED = "printed"
    LINES = "lines"  # several labels, one below another
    TEXT = "text"


LABELS = (CellKind.LABEL, CellKind.LABELLED)


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

    @property
    def asks(self) -> bool:
        """Whether the cell holds nothing but print set as the form's labels are."""
        return self.piece.asks and self.kind is not CellKind.EMPTY


def view_row(walk: Walk, row: Row) -> list[CellView]:
    """Each cell of a row as seen, with the column it begins in."""
    views, column = [], 0
    for cell in row.cells:
        views.append(_view(walk, cell, column))
        column += max(1, cell.span)
    return views if row.ruled or len(views) < 2 else _with_own_answers(walk, views)


def _with_own_answers(walk: Walk, views: list[CellView]) -> list[CellView]:
    """A printed line's parts, where each is a label with its answer behind a space: "Signed K Morrison"."""
    hits: list[Hit] = []
    for view in views:
        hit = walk.index.find_label(view.piece.text, view.piece.first_filled)
        if hit is None or hit.score < 1.0 or hit.boundary is not Boundary.WEAK:
            return views
        if not can_answer(hit, view.piece.text[hit.end :], types_of(hit.keys, walk.fields)):
            return views
        hits.append(hit)
    if len({hit.keys for hit in hits}) < len(hits):
        return views
    return [_labelled(walk, view, hit) for view, hit in zip(views, hits, strict=True)]


def _view(walk: Walk, cell: Cell, column: int) -> CellView:
    """What a cell is, by what is printed and typed in it."""
    pieces = tuple(p for p in cell_pieces(cell, walk.label_style) if p.text.strip())
    piece = joined(pieces)
    if piece.place == Place():
        piece = replace(piece, place=cell.place)
    view = CellView(cell, CellKind.TEXT, piece, column=column, pieces=pieces)
    text = piece.text
    if not text.strip() or (is_leader(text) and not piece.filled):
        return view if cell.has_image and text.strip() else replace(view, kind=CellKind.EMPTY)
    aside = _with_aside(walk, piece)
    if piece.all_filled or aside:
        return replace(view, kind=CellKind.LABEL, hit=aside) if aside else view
    hit = walk.index.find_label(text, piece.first_filled)
    section = None if piece.filled or len(pieces) > 2 else walk.index.find_heading(text)
    if section and (hit is None or hit.boundary is not Boundary.SEPARATOR):
        whole = hit if hit and hit.boundary is Boundary.END else None
        return replace(view, kind=CellKind.HEADING, hit=whole, section=section)
    if len(pieces) > 1 and _holds_labels(walk, pieces):
        return replace(view, kind=CellKind.LINES, hit=hit)
    if len(pieces) > 2 and _holds_section(walk, pieces):
        return replace(view, kind=CellKind.LINES)
    if hit and hit.boundary is not Boundary.WEAK:
        return _labelled(walk, view, hit)
    if not piece.filled and (walk.guidance.is_guidance(text) or walk.is_title(text)):
        return replace(view, kind=CellKind.PRINTED)
    if hit and not piece.filled and looks_printed(text[hit.end :]):
        return replace(view, kind=CellKind.LABEL, hit=hit)
    return _by_first_line(walk, view) if len(pieces) > 1 and not pieces[0].filled else view


def _with_aside(walk: Walk, piece: Piece) -> Hit | None:
    """The label of a line that goes on, behind a wide space, with words on how to fill it in."""
    parts = None if piece.filled else _ASIDE.fullmatch(piece.text)
    return walk.index.whole(parts["label"]) or walk.index.guess(parts["label"]) if parts else None


def _holds_section(walk: Walk, pieces: Sequence[Piece]) -> bool:
    """Whether a box is drawn round a whole section: its heading, then at least one label."""
    first = pieces[0].text
    if not SECTION.match(first) and not (walk.index.find_heading(first) and after_enumerator(first)):
        return False
    return any(walk.index.find_label(p.text) or walk.index.guess(p.text) for p in pieces[1:4])


def _by_first_line(walk: Walk, view: CellView) -> CellView:
    """A cell of several lines whose first is a heading, an instruction or a label in unlisted words."""
    first = view.pieces[0]
    if walk.index.find_heading(first.text) or walk.guidance.is_guidance(first.text):
        return replace(view, kind=CellKind.LINES)
    guessed = walk.index.guess(first.text) if _asks(first, view.pieces[1]) else None
    if guessed is None:
        return view
    return _labelled(walk, view, replace(guessed, end=len(first.text) + 1, boundary=Boundary.NEWLINE))


def is_over(view: CellView) -> bool:
    """Whether a cell's first line is a label, with its answer below in the same cell."""
    return (
        view.kind is CellKind.LABELLED
        and view.hit is not None
        and view.hit.boundary is Boundary.NEWLINE
        and len(view.pieces) > 1
    )


def is_set_as_label(view: CellView) -> bool:
    """Whether a cell, or its first line above what was written, is set as the form's labels are."""
    return view.asks or (len(view.pieces) > 1 and view.pieces[0].asks and not view.pieces[1].asks)


def with_labels_over(walk: Walk, views: Sequence[list[CellView]]) -> list[list[CellView]]:
    """The cells of a table; where labels stand over their answers, unlisted ones are seen there, too."""
    walk.over += sum(is_over(view) for cells in views for view in cells)
    if walk.over < LEAST_OVER:
        return list(views)
    return [[_with_first_label(walk, view) for view in cells] for cells in views]


def _with_first_label(walk: Walk, view: CellView) -> CellView:
    if view.kind is not CellKind.TEXT or not view.pieces or view.pieces[0].filled:
        return view
    if _ASKED.match(view.piece.text):
        return with_asked_label(walk, view)
    first = view.pieces[0].text
    told = first.rstrip().endswith(".") and len(first.split()) > _SENTENCE
    hit = walk.index.guess(first) if len(first) <= 160 and not told and not view.piece.all_filled else None
    if hit is None:
        return view
    if len(view.pieces) == 1:
        return replace(view, kind=CellKind.LABEL, hit=hit)
    return _labelled(walk, view, replace(hit, end=len(first) + 1, boundary=Boundary.NEWLINE))


def _holds_labels(walk: Walk, pieces: Sequence[Piece]) -> bool:
    """Whether a cell's lines begin with different labels, its first line with one or with a heading."""
    hits = [_line_label(walk, p) for p in pieces[:12]]
    first = pieces[0].text
    begins = hits[0] is not None or walk.index.find_heading(first) or walk.guidance.is_guidance(first)
    if hits[0] is not None and not any(p.lead for p in pieces[1:]):
        hits = [hits[0], *_others(walk, hits[0], pieces[1:12], hits[1:])]
    return bool(begins) and len({h.keys for h in hits if h}) > 1


def _others(walk: Walk, first: Hit, pieces: Sequence[Piece], hits: Sequence[Hit | None]) -> list[Hit | None]:
    """The labels below a cell's first that are not lines of its own answer.

    A person's "Name:" and "Phone:" belong to the people asked for; a "Date:" within an account to it,
    unless the cell goes on with several fields, each of them once and with an answer of one line.
    """
    group = {k[0] for k in first.keys if walk.fields[k[0]].columns and not k[1]}
    found = [h for h in hits if h and not any(k[0] in group and k[1] for k in h.keys)]
    if not any(walk.fields[k[0]].type is FieldType.TEXT for k in first.keys):
        return list(found)
    keys = [h.keys for h in found]
    fitting = all(
        fits_line(p.text[h.end :], types_of(h.keys, walk.fields))
        for p, h in zip(pieces, hits, strict=False)
        if h in found and h is not None
    )
    return list(found) if len(found) > 1 and len(set(keys)) == len(keys) and fitting else []


def own_label(view: CellView) -> tuple[str, str] | None:
    """The label and answer of a cell that is both, in words that the form does not have: "Staff no: 12"."""
    text = view.piece.text
    found = (
        _ASKED.match(text) if view.kind is CellKind.TEXT and view.hit is None and not view.filled else None
    )
    if found is None or not 0 < len(found["label"].split()) <= 6 or not text[found.end() :].strip():
        return None
    return found["label"].strip(), text[found.end() :].strip()


def with_asked_label(walk: Walk, view: CellView) -> CellView:
    """A cell that begins with a label in unlisted words and a colon or question mark, as such."""
    asked = _ASKED.match(view.piece.text) if view.kind is CellKind.TEXT and view.hit is None else None
    if asked is None or asked.end("label") > (view.piece.first_filled or len(view.piece.text)):
        return view
    hit = walk.index.guess(asked["label"]) if capital_break(asked["label"]) is None else None
    if hit is None:
        return view
    return _labelled(
        walk,
        view,
        replace(hit, start=asked.start("label"), end=asked.end(), boundary=Boundary.SEPARATOR),
    )


def _labelled(walk: Walk, view: CellView, hit: Hit) -> CellView:
    """A cell that begins with a label: with the answer behind or below it, if there is one."""
    text, piece = view.piece.text, view.piece
    rest = text[hit.end :]
    if hit.boundary is Boundary.NEWLINE and rest[:1].islower() and not piece.filled and len(text) < 200:
        whole = walk.index.guess(text, by_cue=False)
        if whole is not None and set(whole.keys) & set(hit.keys):
            return replace(view, kind=CellKind.LABEL, hit=whole)
    filled = any(end > hit.end for _, end in piece.filled)
    if not filled:
        cut_off = rest.count("(") > rest.count(")") and walk.guidance.begins(rest)
        rest = "" if cut_off or walk.guidance.is_guidance(rest) else walk.guidance.cut(rest)
        rest = without_prompts(rest.strip()) if hit.boundary is Boundary.NEWLINE else rest
        rest = "" if walk.asks_columns(rest.strip(), hit.keys[0][0]) else rest
        first, _, more = rest.partition("\n")
        kinds = types_of(hit.keys, walk.fields)
        rest = more if more.strip() and all(lacks_value(first, kind) for kind in kinds) else rest
    aside = not filled and _BRACKETED.fullmatch(rest) and not _TOLD.search(rest)
    rest = "" if aside or is_leader(rest) else rest.strip()
    kind = CellKind.LABELLED if rest else CellKind.LABEL
    return replace(view, kind=kind, hit=hit, rest=rest, rest_filled=filled)


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


def heads_row(cells: list[CellView], at: int) -> bool:
    """Whether a cell names the part of the form to which the labels to its right belong."""
    short = len(cells[at].piece.text.split()) <= _LONGEST_PART
    return at == 0 and short and len(cells) > 2 and cells[1].kind in LABELS


_LONGEST_PART = 3  # words
