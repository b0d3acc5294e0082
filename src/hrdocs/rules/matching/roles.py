"""What the columns of a table are for, as all its rows together show.

A column of labels with the answers behind it may have titles of parts before it, and notes or the
office's own column behind the answers. What stands in those is no answer.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from hrdocs.document import Block, Cell, Row
from hrdocs.rules.matching.guidance import Guidance, is_prompt, looks_printed
from hrdocs.rules.matching.labels import SECTION, LabelIndex

LEAST_LINKS = 4
_TAIL = re.compile(r"\t(?P<word>[A-Z]\w+)$")
LEAST = 3  # rows with a known label show which column has the labels
_OFFICE_USE = re.compile(
    r"(?:for )?(?:office|official|internal|admin(?:istrat\w+)?|hr|od/?hr|management)(?: use)?(?: only)?\W*",
    re.IGNORECASE,
)
_OFFICE_ONLY = re.compile(
    r"(?:for )?(?:the )?(?:(?:office|official|internal|hr|human resources|od/?hr|management|admin\w*) ){1,3}"
    r"use(?: only)?\W*",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:guidance|notes?|help|hints?|tips|instructions?|what to write)(?: \w+){0,3}\W*", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:I|me|my|we|he|she|his|her)\b")


def answering(blocks: Sequence[Block], index: LabelIndex, guidance: Guidance) -> list[Block]:
    """The blocks with only those cells of each table in which labels and answers stand."""
    out: list[Block] = []
    for is_row, group in groupby(blocks, key=lambda b: isinstance(b, Row) and b.ruled and (b.place.table,)):
        together = list(group)
        if not is_row:
            out += together
            continue
        rows = _without_gutters([b for b in together if isinstance(b, Row)], index)
        out += _answering(_without_office(rows, index), index, guidance)
    return out


def without_links(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the one word that stands in a column of its own behind most answers: "Change"."""
    tails: Counter[str] = Counter()
    for block in blocks:
        for cell in block.cells[1:] if isinstance(block, Row) else ():
            tails.update(m["word"] for line in cell.lines if (m := _TAIL.search(line.text)))
    word, count = tails.most_common(1)[0] if tails else ("", 0)
    if count < LEAST_LINKS:
        return list(blocks)
    link = re.compile(rf"(?:(?<=\s)|^)\s*{re.escape(word)}\s*$")
    return [
        replace(b, cells=tuple(_without_link(c, link) for c in b.cells)) if isinstance(b, Row) else b
        for b in blocks
    ]


def _without_link(cell: Cell, link: re.Pattern[str]) -> Cell:
    """A cell without the link at the end of a line of it; nothing else of it is changed."""
    lines = []
    for line in cell.lines:
        last = line.spans[-1] if line.spans else None
        if last is not None and link.search(last.text) and not line.filled:
            line = replace(
                line, spans=(*line.spans[:-1], replace(last, text=link.sub("", last.text).rstrip()))
            )
        if line.text.strip() or not cell.lines[1:]:
            lines.append(line)
    return replace(cell, lines=tuple(lines))


def _without_gutters(rows: Sequence[Row], index: LabelIndex) -> Sequence[Row]:
    """The rows of labels over their answers without the empty cells that only keep the boxes apart."""
    width = len(rows[0].cells)
    if len(rows) < 2 or any(len(row.cells) != width for row in rows):
        return rows
    gaps = {at for at in range(1, width - 1) if not any(_holds(row.cells[at]) for row in rows)}
    asked, below = ([c for c in row.cells if _holds(c)] for row in rows[:2])
    over = len(asked) == width - len(gaps) > 1 and all(_is_label(c, index) for c in asked)
    if not gaps or not over or any(_is_label(c, index) for c in below):
        return rows
    return [replace(r, cells=tuple(c for at, c in enumerate(r.cells) if at not in gaps)) for r in rows]


def _without_office(rows: Sequence[Row], index: LabelIndex) -> Sequence[Row]:
    """The rows of a table without those below a first row that says that the office fills them in."""
    first = [cell.text for cell in rows[0].cells if _holds(cell)]
    if len(first) != 1 or not _OFFICE_ONLY.fullmatch(first[0].strip()):
        return rows
    begins = (at for at, row in enumerate(rows) if at and _begins_part(row, index))
    return rows[next(begins, len(rows)) :]


def _begins_part(row: Row, index: LabelIndex) -> bool:
    """Whether a row is the heading of a part that the form's writer fills in."""
    texts = [cell.text for cell in row.cells if _holds(cell)]
    return len(texts) == 1 and (
        index.find_heading(texts[0]) is not None or SECTION.match(texts[0]) is not None
    )


def _holds(cell: Cell) -> bool:
    return cell.has_image or bool(cell.text.strip())


def _answering(rows: Sequence[Row], index: LabelIndex, guidance: Guidance) -> list[Row]:
    width = max((len(row.cells) for row in rows), default=0)
    whole = [row for row in rows if len(row.cells) == width]
    if width < 3 or len(whole) < LEAST:
        return list(rows)
    columns = [[row.cells[at] for row in whole] for at in range(width)]
    known = [sum(_is_label(cell, index) for cell in column) for column in columns]
    labels = known.index(max(known))
    if known[labels] < LEAST or any(2 * n > known[labels] for at, n in enumerate(known) if at != labels):
        return list(rows)
    drop = {at for at in range(labels) if _are_titles(columns[at])}
    drop |= {at for at in range(labels + 2, width) if _are_notes(columns[at], guidance)}
    if not drop:
        return list(rows)
    return [
        replace(row, cells=tuple(c for at, c in enumerate(row.cells) if at not in drop))
        if len(row.cells) == width
        else row
        for row in rows
    ]


def _is_label(cell: Cell, index: LabelIndex) -> bool:
    text = cell.text
    return bool(text.strip()) and not cell.filled and (index.whole(text) or index.guess(text)) is not None


def _are_titles(column: Sequence[Cell]) -> bool:
    """Whether a column before the labels holds only a few short words, beside the first rows of parts."""
    texts = [cell.text.strip() for cell in column if cell.text.strip()]
    return len(texts) < len(column) and all(len(t.split()) <= 4 and not re.search(r"\d|@", t) for t in texts)


def _are_notes(column: Sequence[Cell], guidance: Guidance) -> bool:
    """Whether a column behind the answers is the office's, or tells the writer what to write."""
    head = column[0].text.strip()
    if _OFFICE_USE.fullmatch(head) or _NOTES.fullmatch(head):
        return True
    texts = [cell.text for cell in column if cell.text.strip() and not cell.filled]
    told = [t for t in texts if is_prompt(t) or looks_printed(t) or guidance.is_guidance(t)]
    said = any(_SAID.search(t) for t in texts)
    return len(told) >= 2 and 2 * len(told) >= len(texts) and not said
