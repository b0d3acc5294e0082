"""A printed line of a blank form as tokens: its words, its spaces to write in, its boxes to tick.

A space is a run of dots or underscores, an empty control, an empty cell, or a tab with nothing behind.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from hrdocs.document import Cell, Line, Mark
from hrdocs.procedure import FieldType
from hrdocs.rules.learning.texts import is_strong

_SPLIT = re.compile(
    r"(?P<space>(?:[.…_·‥]{3,}|…+|_{2,})[\s.…_·‥]*)"
    r"|(?P<tick>[☐☒☑]|\[[ \u00a0]{0,3}\]|[\[(][xX✓✔][\])]|\( {1,3}\))"
    r"|(?P<tab>\t+| {4,}|\u00a0{3,})"
)
_DATE = re.compile(r"\bdate\b", re.IGNORECASE)
_COMB = 6
_ROOM = 14.0  # points: room for one line of writing
EMPTY, TICKED = "☐", "☒"


class What(Enum):
    """What a token is."""

    WORDS = "words"
    SPACE = "space"
    TICK = "tick"
    GAP = "gap"  # a tab or wide gap between words


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `strong` words are set as a heading, `kind` is what a control says it takes."""

    what: What
    text: str = ""
    strong: bool = False
    kind: FieldType | None = None
    tall: bool = False


def tokens_of(line: Line) -> list[Token]:
    """The tokens of one line, from left to right."""
    found: list[Token] = []
    strong = is_strong(line)
    for span in line.spans:
        if span.mark is Mark.STRUCK:
            continue
        if span.mark is Mark.PLAIN or (span.mark is Mark.FILLED and span.text.strip() in ("☐", "☒")):
            found.extend(_plain(span.text, strong))
        else:
            kind = FieldType.DATE if _DATE.search(span.text) else None
            found.append(Token(What.SPACE, kind=kind))
    return _tidy(_without_combs(found))


def _plain(text: str, strong: bool) -> list[Token]:
    found: list[Token] = []
    at = 0
    for match in _SPLIT.finditer(text):
        found.append(Token(What.WORDS, text[at : match.start()], strong))
        name = match.lastgroup
        what = {"space": What.SPACE, "tick": What.TICK, "tab": What.GAP}[name or "tab"]
        on = match.group() != EMPTY and any(not c.isspace() and c not in "[]()" for c in match.group())
        found.append(Token(what, (TICKED if on else EMPTY) if what is What.TICK else ""))
        at = match.end()
    found.append(Token(What.WORDS, text[at:], strong))
    return found


def _tidy(tokens: Sequence[Token]) -> list[Token]:
    """Words next to words joined, empty ones left out; a gap at the end of words is a space."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        if token.what is What.WORDS and last is not None and last.what is What.WORDS:
            out[-1] = Token(What.WORDS, last.text + token.text, last.strong)
        elif token.what is not What.WORDS or token.text:
            out.append(token)
    out = [t for t in out if t.what is not What.WORDS or any(c.isalnum() for c in t.text)]
    if out and out[-1].what is What.GAP:
        out[-1] = Token(What.SPACE)
    return [t for i, t in enumerate(out) if t.what is not What.GAP or (i and out[i - 1].what is What.WORDS)]


def _without_combs(tokens: Sequence[Token]) -> list[Token]:
    """A row of small boxes with no words between them is a space for one letter each."""
    out: list[Token] = []
    for has_words, run in groupby(tokens, lambda t: t.what is What.WORDS and bool(t.text.strip())):
        row = list(run)
        boxes = sum(t.what is What.TICK for t in row)
        out += [Token(What.SPACE)] if boxes >= _COMB and not has_words else row
    return out


def cell_lines(cell: Cell, *, room: bool = False) -> list[list[Token]]:
    """The tokens of a cell, line by line; an empty cell is one space, tall where it is high.

    With `room`, free height below the words of a drawn cell is a space too.
    """
    lines = [found for line in cell.lines if (found := tokens_of(line))]
    box = cell.place.box
    if lines:
        ends = [line.place.box[3] for line in cell.lines if line.place.box]
        if (
            room
            and box
            and ends
            and box[3] - max(ends) >= _ROOM
            and max(ends) - box[1] < 0.55 * (box[3] - box[1])
        ):
            lines.append([Token(What.SPACE, tall=box[3] - max(ends) > 40)])
        return lines
    return [[Token(What.SPACE, tall=bool(box and box[3] - box[1] > 40))]]


def is_space(tokens: Sequence[Token]) -> bool:
    """Whether a line or cell is nothing but room to write in."""
    return bool(tokens) and all(t.what in (What.SPACE, What.GAP) for t in tokens)


def words_in(tokens: Sequence[Token]) -> str:
    """The words of a line without its spaces and boxes."""
    return " ".join(" ".join(t.text for t in tokens if t.what is What.WORDS).split())


def has(tokens: Sequence[Token], what: What) -> bool:
    """Whether a token of that kind is among them."""
    return any(t.what is what for t in tokens)
