"""Small drawn squares: tick boxes, and combs of touching ones with one character written in each.

An empty box between written ones is a space.

Two rows with a small gap between are one answer, as the day, month and year of a date are.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hrdocs.document import Box, Cell, Span
from hrdocs.read.pdf_grid import Grid
from hrdocs.tools.pdf_records import Word

TOUCHING = 1.5  # points between boxes of one comb
PART_GAP = 20.0  # between the parts of one answer
LEAST = 2  # boxes
COMB_WIDTH = 26.0
SEPARATORS = ("/", "-", ".", "\u2013")
LONGEST_TEXT = 2  # characters in a box

Square = tuple[Box, bool]


def with_combs(words: Sequence[Word], squares: Sequence[Square]) -> tuple[list[Word], list[Square]]:
    """The words with each comb's characters as one word, and the squares that are no comb's boxes."""
    combs = _combs(squares)
    if not combs:
        return list(words), list(squares)
    boxes = {box for comb in combs for box in comb}
    found = list(words)
    for comb in combs:
        within = [(_box_at(comb, word), word) for word in found]
        own = [(at, word) for at, word in within if at is not None and len(word.text) <= LONGEST_TEXT]
        own += [(at, word) for word in found if (at := _part_before(comb, word)) is not None] if own else []
        if not own:
            continue
        taken = {id(word) for _, word in own}
        found = [word for word in found if id(word) not in taken]
        text = _spaced(sorted(own, key=lambda pair: pair[1].x0))
        first = min((word for _, word in own), key=lambda word: word.x0)
        x0, x1 = min(word.x0 for _, word in own), max(word.x1 for _, word in own)
        found.append(first._replace(text=text, x0=x0, x1=x1))
    return found, [square for square in squares if square[0] not in boxes]


def _spaced(own: Sequence[tuple[int, Word]]) -> str:
    """The characters of a comb's boxes, with the numbers of their boxes, as words."""
    text = own[0][1].text
    for (before, one), (at, word) in pairwise(own):
        text += f" {word.text}" if at - before > len(one.text) else word.text
    return text


def _box_at(comb: Sequence[Box], word: Word) -> int | None:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return next((i for i, b in enumerate(comb) if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)


def _part_before(comb: Sequence[Box], word: Word) -> int | None:
    """The box behind which a word parts the comb, as the strokes of a date do."""
    if word.text not in SEPARATORS:
        return None
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    parts = (i for i, (a, b) in enumerate(pairwise(comb)) if a[2] <= x <= b[0] and a[1] <= y <= a[3])
    return next(parts, None)


def combs_of_grids(grids: Sequence[Grid]) -> tuple[list[Grid], list[Square]]:
    """The grids, and the boxes of those that are parts of one comb: rows of narrow boxes side by side."""
    narrow = [g for g in grids if len(g.ys) == 2 and len(g.cells) >= LEAST and _are_narrow(g)]
    combs = [g for g in narrow if any(_is_beside(g.box, other.box) for other in narrow if other is not g)]
    known = set(map(id, combs))
    return [g for g in grids if id(g) not in known], [(cell.box, False) for g in combs for cell in g.cells]


def _are_narrow(grid: Grid) -> bool:
    return all(cell.box[2] - cell.box[0] <= COMB_WIDTH for cell in grid.cells)


def _is_beside(one: Box, other: Box) -> bool:
    level = abs(one[1] - other[1]) < TOUCHING and abs(one[3] - other[3]) < TOUCHING
    return level and 0 < max(other[0] - one[2], one[0] - other[2]) < PART_GAP


def _combs(squares: Sequence[Square]) -> list[list[Box]]:
    """The squares that touch one another on a line, with the parts of one comb together."""
    runs: list[list[Box]] = []
    for box in sorted((box for box, _ in squares), key=lambda box: (round(box[1]), box[0])):
        last = runs[-1][-1] if runs else None
        if last is not None and abs(last[1] - box[1]) < TOUCHING and abs(box[0] - last[2]) < TOUCHING:
            runs[-1].append(box)
        else:
            runs.append([box])
    combs: list[list[Box]] = []
    for run in (run for run in runs if len(run) >= LEAST):
        before = combs[-1][-1] if combs else None
        if (
            before is not None
            and abs(before[1] - run[0][1]) < TOUCHING
            and 0 < run[0][0] - before[2] < PART_GAP
        ):
            combs[-1] += run
        else:
            combs.append(run)
    return combs


def with_ticks(words: list[Word], squares: Sequence[tuple[Box, bool]]) -> list[Word]:
    """Small drawn squares as the characters of tick boxes, a mark typed inside taken as the tick."""
    for box, marked in squares:
        x0, top, x1, bottom = box
        within = [
            w for w in words
            if x0 - 2 <= (w.x0 + w.x1) / 2 <= x1 + 2 and top - 3 <= (w.top + w.bottom) / 2 <= bottom + 3
            and len(w.text) <= 1
        ]  # fmt: skip
        ticked = marked or any(w.text != "\u2610" for w in within)
        if within:
            words = [w for w in words if w not in within]
        filled = any(w.filled for w in within)
        words.append(Word("\u2612" if ticked else "\u2610", x0, top, x1, bottom, filled=filled))
    return words


def without_comb(cells: list[Cell], boxes: Sequence[Box]) -> list[Cell]:
    """Cells that hold a character each, as in a comb, joined into one."""
    start = next((i for i, box in enumerate(boxes) if box[2] - box[0] <= COMB_WIDTH), None)
    if start is None:
        return cells
    end = start
    while end < len(cells) and boxes[end][2] - boxes[end][0] <= COMB_WIDTH and len(cells[end].text) <= 1:
        end += 1
    comb = cells[start:end]
    if len(comb) < 5 or sum(cell.text.isalnum() for cell in comb) < 2:
        return cells
    last = max(at for at, cell in enumerate(comb) if cell.text.strip())
    text = tuple(
        span
        for at, cell in enumerate(comb[: last + 1])
        for span in ([s for line in cell.lines for s in line.spans] or [Span(" ")] * (at > 0))
    )
    line = replace(next(line for cell in comb for line in cell.lines), spans=text)
    whole = replace(comb[0], lines=(line,), span=sum(cell.span for cell in comb))
    return [*cells[:start], whole, *cells[end:]]
