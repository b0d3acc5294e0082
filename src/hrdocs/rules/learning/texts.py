"""The printed texts of a blank form with where they stand, and which of them are headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdocs.document import Box, Cell, Entry, Layout, Line, Row
from hrdocs.rules.matching.guidance import is_page_number
from hrdocs.rules.matching.wording import fold

_MARGINS = ("header", "footer")
_LONG = 12  # words: no heading is longer


@dataclass(frozen=True, slots=True)
class Text:
    """One printed text: `alone` where nothing else stands on its line."""

    text: str
    page: int
    box: Box
    strong: bool
    alone: bool


def printed_texts(layout: Layout) -> list[Text]:
    """Every text that stands on a page, in the order of the form."""
    found: list[Text] = []
    for block in layout.blocks:
        if isinstance(block, Line) and block.place.part not in _MARGINS:
            found.extend(_of_line(block, alone=True))
        elif isinstance(block, Row):
            cells = [c for c in block.cells if c.text.strip()]
            for cell in cells:
                for line in cell.lines:
                    found.extend(_of_line(line, alone=len(cells) == 1 and len(cell.lines) == 1))
    return [t for t in found if not is_page_number(t.text)]


def _of_line(line: Line, *, alone: bool) -> Iterator[Text]:
    box = line.place.box
    if box is not None and line.text.strip():
        yield Text(" ".join(line.text.split()), line.place.page or 1, box, is_strong(line), alone)


def is_strong(line: Line) -> bool:
    """Whether a line is set as a heading: a heading by style, or bold throughout."""
    if not line.text.strip():
        return False
    plain = "".join(s.text for s in line.spans if not s.bold).strip()
    return line.heading or not plain or (plain.startswith("(") and plain.endswith(")") and line.spans[0].bold)


def is_strong_cell(cell: Cell) -> bool:
    """Whether all that a cell says is set as a heading."""
    return bool(cell.text.strip()) and all(is_strong(line) for line in cell.lines if line.text.strip())


def is_heading(text: str) -> bool:
    """Whether a text set apart is short enough for a heading and asks nothing."""
    ends = text.rstrip()[-1:]
    return 0 < len(text.split()) <= _LONG and ends not in ":?.…" and any(c.isalpha() for c in text)


def same_line(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.4 * min(one[3] - one[1], other[3] - other[1])


def left_texts(texts: Sequence[Text], page: int, box: Box, from_x: float) -> list[Text]:
    """The texts on a field's line from an edge up to the field, from left to right."""
    return sorted(
        (
            t
            for t in texts
            if t.page == page
            and same_line(t.box, box)
            and from_x - 3 <= t.box[0] < box[0] - 2
            and t.box[2] < box[2]
        ),
        key=lambda t: t.box[0],
    )


def text_above(texts: Sequence[Text], page: int, box: Box, reach: float) -> Text | None:
    """The lowest text above a box, within reach, that shares some of its width."""
    above = [
        t for t in texts
        if t.page == page and -4 <= box[1] - t.box[3] < reach and t.box[0] < box[2] and t.box[2] > box[0] - 60
    ]  # fmt: skip
    return max(above, key=lambda t: _nearness(t.box, box), default=None)


def _nearness(text: Box, box: Box) -> tuple[bool, int, float]:
    """How well a text above a box stands as its heading: right over it, low, and over much of it."""
    shared = min(text[2], box[2]) - max(text[0], box[0])
    return shared > 0, round(text[3]), shared


def entry_words(entries: Sequence[Entry]) -> frozenset[str]:
    """The labels and options of form fields as compared words: such texts are no headings."""
    found = {fold(e.label) for e in entries} | {fold(o) for e in entries for o in e.options}
    return frozenset(w for w in found if w)
