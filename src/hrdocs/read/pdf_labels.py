"""The text printed beside a form field: left on its line, above it, or right of a tick box."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hrdocs.document import Box
from hrdocs.read.pdf_blocks import PageBlocks
from hrdocs.read.pdf_grid import Grid
from hrdocs.read.pdf_label_lines import MAX_LINES, label_text, leads_on, runs_on, whole_label
from hrdocs.read.pdf_lines import LEADERS, Segment, around, group_lines, segments
from hrdocs.tools.pdf_drawing import rule_height
from hrdocs.tools.pdf_records import Word

FAR_LEFT = 260.0
FAR_ABOVE = 24.0
FAR_RIGHT = 40.0
UNDER = 12.0  # points below a line to write on: its label, where that stands there
WRAPPED = 0.5  # in line heights: lines closer than this are one label
NEXT_TO = 24.0  # points: a tick box's words so near to a field are its label too
JUST_ABOVE = 8.0
BOX_GAP = 14.0  # between a label's own box and the field's
FAR_LEADING = 200.0  # where labels stand before their tick boxes in columns

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_WORD = re.compile(r"[^\W\d_]{2,}")


class LabelFinder:
    """Finds labels on one page. `fields` are the boxes of all its widgets, `ticks` of those to tick."""

    def __init__(self, blocks: PageBlocks, fields: Sequence[Box], ticks: Sequence[Box]) -> None:
        self.fields = fields
        self.ticks = ticks
        self._tick_labels: frozenset[int] | None = None
        self.grids = blocks.grids
        self.rules = sorted((r for r in blocks.page.rules if r.top == r.bottom), key=rule_height)
        self._heights = [r.top for r in self.rules]
        self.cells: dict[tuple[int, int], list[Segment]] = {}
        self.loose = self._share_out(blocks)
        self.loose.sort(key=lambda s: s.box[1])
        self._tops = [s.box[1] for s in self.loose]
        self._tallest = max((s.box[3] - s.box[1] for s in self.loose), default=0.0)

    def _share_out(self, blocks: PageBlocks) -> list[Segment]:
        """Put the texts of tables into their cells; the texts of none."""
        signs = LEADERS + "-~"
        words = [w for w in blocks.page.words if w[0].strip(signs)]
        if blocks.plain and len(words) == len(blocks.page.words):
            return [s for line in blocks.lines for s in line]
        loose = []
        for word in words:
            key = self._cell_at((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
            if key is None:
                loose.append(word)
            else:
                self.cells.setdefault(key, []).append(Segment((word,), word[1:5]))
        for key, single in self.cells.items():
            words = [s.words[0] for s in single]
            self.cells[key] = [s for line in group_lines(words) for s in segments(line)]
        return [s for line in group_lines(loose) for s in segments(line)]

    def _cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        for number, grid in enumerate(self.grids):
            cell = grid.find_cell(x, y)
            if cell is not None:
                return number, cell
        return None

    def beside(self, box: Box) -> str:
        """The label of a field that is typed into."""
        here = self._cell_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if here is not None:
            found = self._in_table(here, box)
            if found:
                return found
        return self._left_or_above(self.loose, box)

    def after(self, box: Box) -> str:
        """The label of a tick box: right of it, up to the next field; or left, where the line is so."""
        words = self._words_on(box)
        found = self._tick_words(box, words, before=self._labels_come_first(box, words))
        if found:
            return " ".join([*(word.text for word in found), *self._words_below(found)])
        here = self._cell_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return self._in_table(here, box) if here is not None else ""

    def _words_on(self, box: Box) -> list[Word]:
        here = self._cell_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        texts = self.cells.get(here, []) if here is not None else self.loose
        if not _on_line(texts, box):
            texts = [*self.loose, *(s for group in self.cells.values() for s in group)]
        return sorted((w for s in _on_line(texts, box) for w in s.words), key=lambda w: w.x0)

    def _labels_come_first(self, box: Box, words: Sequence[Word]) -> bool:
        """Whether on this line every label stands left of its box: nothing follows the last one."""
        line = sorted((t for t in self.ticks if _level(t, box)), key=lambda t: t[0])
        first, last = line[0] if line else box, line[-1] if line else box
        follows = any(last[2] - 2 <= w.x0 < last[2] + FAR_RIGHT for w in words)
        leads = any(first[0] - FAR_LEADING < w.x1 <= first[0] + 2 for w in words)
        return leads and not follows

    def _tick_words(self, box: Box, words: Sequence[Word], *, before: bool) -> list[Word]:
        found: list[Word] = []
        if before:
            edge = max((f[2] for f in self.fields if f[2] < box[0] + 1 and _level(f, box)), default=-1e9)
            near = box[0]
            for word in reversed([w for w in words if w.x1 <= box[0] + 2 and w.x0 >= edge - 2]):
                if near - word.x1 > (FAR_LEADING if not found else 1.2 * (word.bottom - word.top)):
                    break
                found.insert(0, word)
                near = word.x0
            return found
        edge = min((f[0] for f in self.fields if f[0] > box[2] - 1 and _level(f, box)), default=1e9)
        near = box[2]
        for word in (w for w in words if w.x0 >= box[2] - 2 and w.x0 < edge):
            gap, high = word.x0 - near, word.bottom - word.top
            if gap > (FAR_RIGHT if not found else 1.6 * high):
                break
            if found and gap > 0.55 * high and _NUMBER.fullmatch(word.text):
                break  # the question behind its boxes begins
            found.append(word)
            near = word.x1
        return found

    def _words_below(self, found: Sequence[Word]) -> list[str]:
        """The words on the next lines of a tick box's label, where it has more than one line."""
        last = Segment(tuple(found), around(found))
        here = self._cell_at((last.box[0] + last.box[2]) / 2, (last.box[1] + last.box[3]) / 2)
        texts = self.cells.get(here, []) if here is not None else self.loose
        lines: list[str] = []
        while len(lines) < MAX_LINES - 1:
            under = next((s for s in texts if runs_on(last, s)), None)
            if under is None or any(_level(under.box, f) for f in self.ticks):
                break
            edge = min((f[0] for f in self.fields if _level(under.box, f)), default=1e9)
            lines.append(" ".join(w.text for w in under.words if w.x0 < edge))
            last = under
        return lines

    def question(self, boxes: Sequence[Box]) -> str:
        """The label of a group of tick boxes: left of the first, or above the group."""
        first = min(boxes, key=lambda b: (round(b[1] / 6), b[0]))
        here = self._cell_at((first[0] + first[2]) / 2, (first[1] + first[3]) / 2)
        if here is not None:
            found = self._in_table(here, first)
            if found:
                return found
        return self._behind(boxes) or self._left_or_above(self.loose, first)

    def _behind(self, boxes: Sequence[Box]) -> str:
        """The question behind boxes that begin its line: "[ ] Yes [ ] No  Are you ...?"."""
        last = max(boxes, key=lambda b: b[0])
        if len(boxes) < 2 or not all(_level(b, last) for b in boxes):
            return ""
        words, first = self._words_on(last), min(b[0] for b in boxes)
        if any(w.x1 <= first + 2 and _WORD.search(w.text) for w in words):
            return ""
        taken = self._taken()
        rest = [w for w in words if w.x0 > last[2] and id(w) not in taken]
        edge = min((f[0] for f in self.fields if f[0] > last[2] and _level(f, last)), default=1e9)
        if not rest or rest[-1].x1 > edge or not _WORD.search(" ".join(w.text for w in rest)):
            return ""
        line = Segment(tuple(rest), around(rest))
        return " ".join([line.text, *self._words_below(rest)])

    def _in_table(self, here: tuple[int, int], box: Box) -> str:
        """In the same cell before the field; else in the cell to the left; else up the column."""
        number, index = here
        grid, cell = self.grids[number], self.grids[number].cells[index]
        own = [
            s for s in self.cells.get(here, [])
            if s.box[3] <= box[1] + 4 or (s.box[2] <= box[0] + 4 and _level(s.box, box))
        ]  # fmt: skip
        own = own if _WORD.search(_text(own)) else []
        under = self._under(box)
        if under is not None and not any(_level(s.box, box) for s in own):
            return under.text
        if own:
            return self._left_or_above(own, box) or _text(own)
        x, y = cell.box[0], (cell.box[1] + cell.box[3]) / 2
        left = grid.find_cell(x - 2, min(y, cell.box[1] + 8))
        if left is not None and not self._has_field(grid.cells[left].box):
            text = _text(self.cells.get((number, left), []))
            if text:
                return text
        return self._up_column(number, grid, cell.box) or self._in_box_beside(number, cell.box)

    def _in_box_beside(self, number: int, box: Box) -> str:
        """What stands in a drawn box of its own, level with a field's and close to its left."""
        for other, grid in enumerate(self.grids):
            near = -2 <= box[0] - grid.box[2] <= BOX_GAP and abs(grid.box[1] - box[1]) < BOX_GAP
            if other != number and len(grid.cells) == 1 and near and not self._has_field(grid.box):
                return _text(self.cells.get((other, 0), []))
        return ""

    def _up_column(self, number: int, grid: Grid, box: Box) -> str:
        x, y = (box[0] + box[2]) / 2, box[1]
        while True:
            above = grid.find_cell(x, y - 2)
            if above is None:
                return ""
            text = _text(self.cells.get((number, above), []))
            if text:
                return text
            y = grid.cells[above].box[1]

    def _taken(self) -> frozenset[int]:
        """The words, as `id` tells them, that are labels of tick boxes, which no other field may have."""
        if self._tick_labels is None:
            found: set[int] = set()
            for box in self.ticks:
                words = self._words_on(box)
                first = self._labels_come_first(box, words)
                found.update(map(id, self._tick_words(box, words, before=first)))
            self._tick_labels = frozenset(found)
        return self._tick_labels

    def _has_field(self, box: Box) -> bool:
        return any(
            box[0] <= (f[0] + f[2]) / 2 <= box[2] and box[1] <= (f[1] + f[3]) / 2 <= box[3]
            for f in self.fields
        )

    def _field_between(self, x: float, box: Box) -> bool:
        left, top, _, bottom = box
        for f in self.fields:
            between = f[3] > top and f[1] < bottom and f[0] >= x - 3 and f[2] <= left + 3
            if between and f != box and _level(f, box):
                return True
        return False

    def _left_or_above(self, texts: Sequence[Segment], box: Box) -> str:
        texts = self._near(box) if texts is self.loose else texts
        texts = [s for s in texts if any(map(str.isalpha, s.text))]
        left = [s for s in _on_line(texts, box) if self._leads(s.box, box) and self._is_free(s, box)]
        above = [s for s in texts if self._heads(s.box, box) and self._is_free(s, box)]
        near = max(left, key=lambda s: s.box[2], default=None)
        under = self._under(box) if near is None else None
        if under is not None:
            return under.text
        over = max(above, key=lambda s: s.box[3], default=None)
        if near is None and over is not None and texts is not self.loose:
            over = self._end_of_line(over, texts, box) or over
        if near is not None and over is not None:
            near_gap, over_gap = box[0] - near.box[2], max(0.0, box[1] - over.box[3])
            aligned = abs(over.box[0] - box[0]) < 6
            if aligned and over_gap < JUST_ABOVE and near_gap > 40:
                near = None
        others = (f for f in self.fields if f != box)
        if near is not None:
            beside = self._wrapped(near, texts, box)
            if len(beside) > 1:
                return _text(beside)
            return label_text(whole_label(near, self._lines_of(near), others, down=not leads_on(near)))
        return label_text(whole_label(over, self._lines_of(over), others, down=False)) if over else ""

    def _end_of_line(self, over: Segment, texts: Sequence[Segment], box: Box) -> Segment | None:
        """The end of the sentence above a field that goes on with the field, where it has fields in it."""
        line = [s for s in texts if _level(s.box, over.box)]
        last = max(line, key=lambda s: s.box[2], default=over)
        between = [f for f in self.fields if f != box and _level(f, over.box) and f not in self.ticks]
        if last is over or not between or not leads_on(last):
            return None
        return last if all(f[2] <= last.box[0] + 6 for f in between) else None

    def _lines_of(self, text: Segment) -> list[Segment]:
        """The texts among which the other lines of a text are: those of its cell, or those in none.

        Where a tick box stands before the text, no other line comes before it.
        """
        here = self._cell_at((text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2)
        x, top, _, bottom = text.box
        alone = here is None and len(self._between(top - 2 * self._tallest, bottom + self._tallest)) == 1
        far = 0.0 if alone else MAX_LINES * 1.5 * self._tallest
        lines = self.cells.get(here, []) if here is not None else self._between(top - far, bottom + far)
        if any(-4 <= x - t[2] < FAR_RIGHT and t[1] <= (top + bottom) / 2 <= t[3] for t in self.ticks):
            return [s for s in lines if s.box[1] >= top]
        return lines

    def _is_free(self, text: Segment, box: Box) -> bool:
        """Whether a text may be a field's label: a tick box's words only where they stand next to it."""
        if id(text.words[0]) not in self._taken():
            return True
        if text.box[2] <= box[0] + 6 and _level(text.box, box):
            return box[0] - text.box[2] < NEXT_TO
        reach = FAR_ABOVE if leads_on(text) else JUST_ABOVE
        return box[1] - text.box[3] < reach and text.box[0] < box[2] and text.box[2] > box[0]

    def _near(self, box: Box) -> list[Segment]:
        """The loose texts that stand level with a field, or close above it."""
        return self._between(box[1] - FAR_ABOVE - self._tallest, box[3] + 4)

    def _between(self, top: float, bottom: float) -> list[Segment]:
        """The loose texts that begin between two heights of the page."""
        return self.loose[bisect_left(self._tops, top) : bisect_left(self._tops, bottom)]

    def _under(self, box: Box) -> Segment | None:
        """The label printed below a field or its line: as under a line to sign on, or all down a box."""
        under = self._below(box)
        if under is None or self._begins_with_text(box):
            return None
        others = [f for f in self.fields if f != box and _is_over(under.box, f) and not self._has_left(f)]
        return under if all(self._below(f) for f in others) else None

    def _below(self, box: Box) -> Segment | None:
        """The text right below a field, in its middle or where its line begins."""
        near = self.rules[bisect_left(self._heights, box[3] - 4) : bisect_right(self._heights, box[3] + 6)]
        wide = 0.6 * (box[2] - box[0])
        rule = next((r for r in near if abs(r.x0 - box[0]) < 8 and r.x1 - r.x0 > wide), None)
        edge, reach = (box, JUST_ABOVE) if rule is None else ((rule.x0, 0, rule.x1, rule.top), UNDER)
        below = [
            s for s in self._around(box)
            if -3 <= s.box[1] - edge[3] < reach and not any(_level(s.box, f) for f in self.fields)
            and (_is_centred(s.box, edge) or (rule is not None and abs(s.box[0] - edge[0]) < 6
                                              and s.box[2] <= edge[2] + 20))
        ]  # fmt: skip
        return min(below, key=lambda s: s.box[1], default=None)

    def _begins_with_text(self, box: Box) -> bool:
        """Whether the column of fields and labels that a field stands in begins with a label, not a field."""
        while True:
            over = [
                s for s in self._around(box)
                if -4 <= box[1] - s.box[3] < UNDER and (abs(s.box[0] - box[0]) < 8 or _is_centred(s.box, box))
            ]  # fmt: skip
            text = max(over, key=lambda s: s.box[3], default=None)
            if text is None:
                return False
            above = [f for f in self.fields if f[3] < box[3] and abs(f[0] - box[0]) < 8]
            field = next((f for f in above if -4 <= text.box[1] - f[3] < UNDER), None)
            if field is None:
                return True
            box = field

    def _around(self, box: Box) -> Sequence[Segment]:
        """The texts of the cell that a field stands in, or those in none: level with it, or close to it."""
        here = self._cell_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if here is not None:
            return self.cells.get(here, [])
        return self._between(box[1] - FAR_ABOVE - self._tallest, box[3] + FAR_ABOVE)

    def _has_left(self, box: Box) -> bool:
        """Whether a text stands right before a field, on its line."""
        return any(-6 <= box[0] - s.box[2] < NEXT_TO and _level(s.box, box) for s in self._near(box))

    def _leads(self, text: Box, box: Box) -> bool:
        """Whether a text on the field's line stands left of it, with no other field between."""
        return -6 <= box[0] - text[2] < FAR_LEFT and not self._field_between(text[2], box)

    def _heads(self, text: Box, box: Box) -> bool:
        """Whether a text stands close above a field, with no other field between."""
        if not (-4 <= box[1] - text[3] < FAR_ABOVE and text[0] < box[2] and text[2] > box[0] - 4):
            return False
        return not any(
            f != box and f[1] >= text[3] - 4 and f[3] <= box[1] + 4 and f[0] < text[2] and f[2] > text[0]
            for f in self.fields
        )

    def _wrapped(self, near: Segment, texts: Sequence[Segment], box: Box) -> list[Segment]:
        """A label on several lines beside its field: the lines that begin where it begins."""
        high = near.box[3] - near.box[1]
        beside = [
            s for s in texts
            if s is not near and abs(s.box[0] - near.box[0]) < 4 and s.box[2] <= box[0] + 6
            and box[1] - 2 <= (s.box[1] + s.box[3]) / 2 <= box[3] + 2
        ]  # fmt: skip
        parts = [near]
        for s in sorted(beside, key=lambda s: s.box[1]):
            gap = min(min(abs(s.box[1] - p.box[3]), abs(p.box[1] - s.box[3])) for p in parts)
            if gap < WRAPPED * high:
                parts.append(s)
        return parts


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on the same line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.4 * min(one[3] - one[1], other[3] - other[1])


def _is_over(text: Box, field: Box) -> bool:
    """Whether a text stands so close above a field that it may be its label."""
    return 0 <= field[1] - text[3] + 4 < FAR_ABOVE + 4 and field[0] < text[2] and field[2] > text[0]


def _is_centred(text: Box, box: Box) -> bool:
    """Whether a text stands in the middle of a field's width, and within it."""
    middle, of_box = (text[0] + text[2]) / 2, (box[0] + box[2]) / 2
    return abs(middle - of_box) < 0.15 * (box[2] - box[0]) and text[0] >= box[0] - 6 and text[2] <= box[2] + 6


def _on_line(texts: Sequence[Segment], box: Box) -> list[Segment]:
    _, top, _, bottom = box
    return [s for s in texts if s.box[1] < bottom and s.box[3] > top and _level(s.box, box)]


def _text(parts: Sequence[Segment]) -> str:
    return " ".join(s.text for s in sorted(parts, key=lambda s: (round(s.box[1] / 4), s.box[0])))
