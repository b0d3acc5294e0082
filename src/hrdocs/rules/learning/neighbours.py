"""What stands round a form field on its page: texts to its left, fields on its line and in its column."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from hrdocs.document import Box, Entry, EntryKind
from hrdocs.rules.learning.drafts import tidy_label
from hrdocs.rules.learning.texts import Text, left_texts, same_line, text_above

_HEADING_REACH = 20.0  # points
_STACKED = 8.0
_WEAK = re.compile(r"^\W*(?:£|€|\$|%|no\.?|p)?\W*$", re.IGNORECASE)


def is_weak(label: str) -> bool:
    """Whether a text beside a field is no label of its own: nothing, a currency sign, "No."."""
    return bool(_WEAK.match(label))


class Neighbours:
    """The fields and texts of a form, to be looked up page by page."""

    def __init__(self, entries: Iterable[Entry], texts: Iterable[Text]) -> None:
        self._entries: dict[int, list[tuple[Entry, Box]]] = defaultdict(list)
        self._texts: dict[int, list[Text]] = defaultdict(list)
        for entry in entries:
            if entry.place.box is not None:
                self._entries[entry.place.page or 1].append((entry, entry.place.box))
        for text in texts:
            self._texts[text.page].append(text)

    def _near(self, entry: Entry) -> tuple[list[tuple[Entry, Box]], list[Text]]:
        page = entry.place.page or 1
        return self._entries[page], self._texts[page]

    def printed_left(self, entry: Entry) -> str:
        """The words on the field's line, from the field before it up to it."""
        box = entry.place.box
        if box is None:
            return ""
        entries, texts = self._near(entry)
        ends = [b[2] for e, b in entries if e is not entry and same_line(b, box) and b[2] <= box[0] + 2]
        found = left_texts(texts, entry.place.page or 1, box, max(ends, default=0.0))
        return " ".join(t.text for t in found if not is_weak(t.text))

    def nearest_left(self, entry: Entry) -> str:
        """The text nearest to the left, whatever fields stand between."""
        box = entry.place.box
        texts = left_texts(self._near(entry)[1], entry.place.page or 1, box, 0.0) if box else []
        return next((t.text for t in reversed(texts) if not is_weak(t.text)), "")

    def row_mates(self, entry: Entry) -> list[Entry]:
        """The fields to be typed into on a field's line, from left to right."""
        box = entry.place.box
        if box is None:
            return []
        mates = [
            (b[0], e) for e, b in self._near(entry)[0] if e.kind is not EntryKind.TICK and same_line(b, box)
        ]
        return [e for _, e in sorted(mates, key=lambda mate: mate[0])]

    def column_heading(self, entry: Entry) -> Text | None:
        """The heading above the column of fields that a field stands in."""
        box = entry.place.box
        if box is None:
            return None
        entries, texts = self._near(entry)
        column = [
            b for _, b in entries
            if b[1] <= box[1] and abs(b[0] - box[0]) < 3 and abs(b[2] - box[2]) < 3
        ]  # fmt: skip
        return text_above(texts, entry.place.page or 1, min(column, key=lambda b: b[1]), _HEADING_REACH)

    def label_of_column(self, entry: Entry) -> str:
        """The heading above a column of fields of one width that stand close under one another."""
        box = entry.place.box
        if box is None or entry.kind is EntryKind.TICK:
            return ""
        column = sorted(
            b for _, b in self._near(entry)[0] if abs(b[0] - box[0]) < 3 and abs(b[2] - box[2]) < 3
        )
        column.sort(key=lambda b: b[1])
        at = column.index(box)
        if any(lower[1] - upper[3] > _STACKED for upper, lower in pairwise(column[: at + 1])):
            return ""
        heading = self.column_heading(entry) if at else None
        return heading.text if heading is not None else ""

    def is_under_heading(self, entry: Entry) -> bool:
        """Whether what was taken for a field's label is the heading of its column in a table."""
        mates = self.row_mates(entry)
        if len(mates) < 2 or mates[0] is entry:
            return False
        heading = self.column_heading(entry)
        return heading is not None and heading.strong and heading.text == entry.label

    def label_in_table(self, entry: Entry) -> str:
        """The label of a field in a table: its row's with its column's heading.

        Where the first column has its heading above it too, the rows are records, and the column's
        heading is the label.
        """
        mates = self.row_mates(entry)
        if len(mates) < 2 or mates[0] is entry or not mates[0].label.strip():
            return ""
        heading = self.column_heading(entry)
        row = tidy_label(mates[0].label)[0]
        if heading is None or not heading.text.strip():
            return row
        first = self.column_heading(mates[0])
        if first is not None and first.text == mates[0].label:
            return heading.text
        return f"{row} ({tidy_label(heading.text)[0]})"
