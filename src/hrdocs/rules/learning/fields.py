"""A blank form's own fields (a fillable PDF) → questions.

A field's label is what is printed beside it; where its tooltip says something else, the tooltip. Fields
in a row that hold parts of one answer (day, month, year; the pairs of a sort code) are one question,
and so are lines under one another of which only the first has a label.
"""

import re
from collections.abc import Sequence

from hrdocs.document import Entry, EntryKind, Layout, Line, Row
from hrdocs.procedure import FieldType
from hrdocs.rules.learning.drafts import Option, Question, Sheet, name_words, tidy_label
from hrdocs.rules.learning.neighbours import Neighbours, is_weak
from hrdocs.rules.learning.texts import (
    entry_words,
    is_heading,
    is_strong,
    is_strong_cell,
    printed_texts,
    same_line,
)
from hrdocs.rules.learning.ticks import TickGroup, group_ticks
from hrdocs.rules.matching.wording import fold

_TALL = 30.0
_NARROW = 64.0
_GAP = 34.0
_PART = re.compile(r"^\W*(?:day|month|year|d{1,2}|m{1,2}|y{2,4}|hrs?|mins?|/|-|\.)?\W*$", re.IGNORECASE)
_DAY_TAIL = re.compile(r"\s+(?:day|dd?)$", re.IGNORECASE)
_COUNTED = re.compile(r"\s*\[\d+\]$")
_TELLS_NOTHING = re.compile(
    r"\W*(?:undefined|untitled|(?:text|field|check ?box|fill)?[\s_-]*\d*)\W*", re.IGNORECASE
)
_ENTER = re.compile(
    r"^(?:please )?(?:enter|type|insert|give|select|choose)\s+(?:the |your |a |an )?", re.IGNORECASE
)


def learn_fields(layout: Layout) -> Sheet:
    """The questions of a layout's form fields."""
    return _Learner(layout).learn()


class _Learner:
    """Walks the blocks in order; entries become questions under the heading that stands above them."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.sheet = Sheet()
        self.texts = printed_texts(layout)
        self.entries = [b for b in layout.blocks if isinstance(b, Entry)]
        self.words = entry_words(self.entries)
        self.by_name = {e.name: e for e in self.entries}
        self.near = Neighbours(self.entries, self.texts)
        ticks = [e for e in self.entries if e.kind is EntryKind.TICK]
        self.groups = group_ticks(ticks, self.entries, self.texts)
        self.before: Entry | None = None
        self.used: set[str] = set()
        self.labels: set[tuple[str, str]] = set()

    def learn(self) -> Sheet:
        for block in self.layout.blocks:
            if isinstance(block, Entry):
                self._entry(block)
            elif isinstance(block, Line) and block.place.part is None:
                self._heading(block.text, strong=is_strong(block))
            elif isinstance(block, Row):
                cells = [c for c in block.cells if c.text.strip()]
                for cell in cells[:1]:
                    strong = is_strong_cell(cell) and (len(cells) == 1 or not self.sheet.title)
                    self._heading(cell.text, strong=strong)
        self._keep_guidance()
        return self.sheet

    def _heading(self, text: str, *, strong: bool) -> None:
        text = " ".join(text.split())
        if not strong or not is_heading(text) or fold(text) in self.words:
            return
        if not self.sheet.title:
            self.sheet.title = text
        else:
            self.sheet.enter(text)
        self.used.add(text)

    def _entry(self, entry: Entry) -> None:
        group = self.groups.get(entry.name)
        if entry.kind is EntryKind.TICK and group is not None:
            if group.first == entry.name:
                self._ticks(group)
            return
        if entry.kind is EntryKind.RADIO:
            self._radio(entry)
        elif not self._is_part(entry) and not self._is_next_line(entry):
            self._typed(entry)
        self.before = entry

    # --- fields that are typed into ---------------------------------------------------------------

    def _typed(self, entry: Entry) -> None:
        label, remark = self._label(entry)
        bare, hint = tidy_label(label)
        box = entry.place.box
        if _DAY_TAIL.search(bare) and box and box[2] - box[0] < _NARROW:
            bare = _DAY_TAIL.sub("", bare)
        one = Question(bare or label, self.sheet.section, [entry.name])
        one.aliases = [label, *([_from_hint(entry.hint)] if entry.hint else [])]
        one.guidance = [hint] if hint else []
        one.tall = bool(box and box[3] - box[1] > _TALL)
        one.kind = _kind(entry)
        one.options = (
            [Option(o) for o in entry.options if o.strip()] if entry.kind is EntryKind.CHOICE else []
        )
        one.remarks = [remark] if remark else []
        self._keep(one)

    def _keep(self, one: Question) -> None:
        same = (one.label, one.section) in self.labels
        self.labels.add((one.label, one.section))
        if same and self._is_record(one):
            here = [q.label for q in self.sheet.questions if q.section == one.section]
            rows = [text for text in here if re.fullmatch(rf"{re.escape(one.label)}(?: \d+)?", text)]
            one.label = f"{one.label} {len(rows) + 1}"
        elif same and one.options:
            one.label = f"{one.label} ({' or '.join(o.words for o in one.options[:4])})"
        elif same and not one.remarks:
            one.remarks.append("The same label stands in this section more than once: say which this one is.")
        self.sheet.questions.append(one)
        self.used.update((one.label, *one.aliases))

    def _is_record(self, one: Question) -> bool:
        """Whether a typed field is a further row of a table whose headings stand above its columns."""
        entry = self.by_name.get(one.names[0]) if one.names else None
        heading = self.near.column_heading(entry) if entry is not None and not one.options else None
        return heading is not None and tidy_label(heading.text)[0] == one.label and len(one.names) == 1

    def _label(self, entry: Entry) -> tuple[str, str]:
        """A field's label, and what a person should know of how it was found."""
        printed = entry.label
        if is_weak(printed):
            printed = self.near.printed_left(entry) or self.near.label_in_table(entry)
            printed = printed or self.near.label_of_column(entry)
        elif self.near.is_under_heading(entry):
            printed = self.near.label_in_table(entry) or printed
        hint = _from_hint(entry.hint)
        if hint and (not printed or not (_agree(printed, hint) or self._is_printed(hint, entry))):
            return hint, "The label is the field's tooltip: compare it with the page." if printed else ""
        if printed:
            return printed, ""
        return name_words(
            entry.name
        ) or entry.name, "No label was seen beside this field: this is its name in the file."

    def _is_printed(self, hint: str, entry: Entry) -> bool:
        """Whether a tooltip only repeats words of the page: a program took them for the field's label."""
        words = f" {fold(hint)} "
        return any(t.page == entry.place.page and words in f" {fold(t.text)} " for t in self.texts)

    # --- fields that belong together ------------------------------------------------------------------

    def _is_part(self, entry: Entry) -> bool:
        """A field that holds the next part of the answer that the one before it begins."""
        box, before = entry.place.box, self.before
        if before is None or box is None or before.place.box is None or not self.sheet.questions:
            return False
        last = self.sheet.questions[-1]
        if before.name not in last.names or last.options or before.place.page != entry.place.page:
            return False
        wide, wide_before = box[2] - box[0], before.place.box[2] - before.place.box[0]
        beside = same_line(box, before.place.box) and -2 <= box[0] - before.place.box[2] <= _GAP
        if not beside or max(wide, wide_before) > _NARROW or not _PART.match(entry.label):
            return False
        last.names.append(entry.name)
        if len(last.names) == 3 and _is_day(last.label, self._hints(last.names)):
            last.kind = FieldType.DATE
        if len(last.names) == 2:
            last.remarks.append("Several fields side by side are read as one answer.")
        return True

    def _hints(self, names: Sequence[str]) -> str:
        return " ".join(f"{e.hint} {e.name} {e.label}" for e in map(self.by_name.__getitem__, names))

    def _is_next_line(self, entry: Entry) -> bool:
        """A field without a label right under another: its next line."""
        box, before = entry.place.box, self.before
        if entry.label.strip() or before is None or box is None or not self.sheet.questions:
            return False
        over, last = before.place.box, self.sheet.questions[-1]
        hint = _from_hint(entry.hint)
        if hint and fold(hint) not in {fold(text) for text in (last.label, *last.aliases)}:
            return False
        if (
            over is None
            or before.name not in last.names
            or before.place.page != entry.place.page
            or last.options
        ):
            return False
        if abs(over[0] - box[0]) > 4 or not -2 <= box[1] - over[3] <= 12:
            return False
        last.names.append(entry.name)
        last.tall = True
        if len(last.names) == 2:
            last.remarks.append("Several fields under one another are read as the lines of one answer.")
        return True

    # --- boxes to tick -----------------------------------------------------------------------------------

    def _ticks(self, group: TickGroup) -> None:
        bare, hint = tidy_label(group.label)
        one = Question(bare, self.sheet.section, aliases=[group.label], guidance=[hint] if hint else [])
        one.options = [Option(words, (name,)) for name, words in group.options]
        one.remarks = list(group.remarks)
        self._keep(one)
        self.before = None

    def _radio(self, entry: Entry) -> None:
        printed = entry.label or self.near.nearest_left(entry)
        bare, hint = tidy_label(printed or _from_hint(entry.hint) or entry.name)
        one = Question(bare, self.sheet.section, [entry.name], guidance=[hint] if hint else [])
        one.aliases = [printed]
        one.options = [Option(o) for o in entry.options]
        self._keep(one)

    def _keep_guidance(self) -> None:
        used = {fold(t) for t in self.used} | self.words
        for text in self.texts:
            if len(text.text.split()) >= 5 and fold(text.text) not in used:
                self.sheet.guidance.append(text.text)


def _kind(entry: Entry) -> FieldType | None:
    kinds = {EntryKind.SIGNATURE: FieldType.SIGNATURE, EntryKind.DATE: FieldType.DATE}
    return kinds.get(entry.kind)


def _is_day(label: str, hints: str) -> bool:
    return bool(
        re.search(r"\bdate\b|\bd\.?o\.?b\b|\bborn\b", label, re.IGNORECASE)
        or re.search(r"\bwhen\b", label, re.IGNORECASE)
        or (
            re.search(r"\bday\b|\bdd\b", hints, re.IGNORECASE) and re.search(r"year|yy", hints, re.IGNORECASE)
        )
    )


def _from_hint(hint: str) -> str:
    """A label from a tooltip: its last sentence that says more than which part is to be entered."""
    hint = _COUNTED.sub("", hint)
    if _TELLS_NOTHING.fullmatch(hint):
        return ""
    sentences = [s.strip() for s in re.split(r"(?<=[.?:])\s+", " ".join(hint.split())) if s.strip(" .:")]
    useful = [s for s in sentences if not re.match(r"(?:part|section|page)\s+\w+\.?$", s, re.IGNORECASE)]
    named = [
        s for s in useful if not re.fullmatch(r"(?:enter|select)?\s*(?:the )?(?:day|month|year)\.?", s, re.I)
    ]
    if not named:
        return ""
    text = _ENTER.sub("", named[-1]).rstrip(" .:")
    return text[:1].upper() + text[1:]


def _agree(label: str, hint: str) -> bool:
    """Whether a tooltip has a word of weight in common with the label."""
    one = {w for w in fold(label).split() if len(w) > 2}
    return not one or bool(one & set(fold(hint).split()))
