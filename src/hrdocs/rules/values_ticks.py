"""Tick boxes in text: which labels are ticked.

A mark stands before its label ("☒ Sex ☐ Age") or after it ("Sex ✓"). U+2612 is always a tick. A
round or square bullet is a mark only where its empty counterpart stands in the same text.
"""

import re
from dataclasses import dataclass

_ALWAYS_TICKED = "☒☑✓✔✅🗹🗸√☓"
_CROSSES = "✗✘✖❌"
_SOLID = "●◉⬤■⬛▣◼"
_EMPTY = "☐□▢○◯⬜❏❑◻⬡"
_BRACKET_TICKED = r"\[\s*(?:[xX*]|yes|YES|Yes)\s*\]|\(\s*[xX]\s*\)|[\[(]\s*[✓✔√☒☑✗✘]\s*[\])]"
_BRACKET_EMPTY = r"\[[\s_]*\]|\([\s_]*\)"
_MARK = re.compile(
    rf"(?P<ticked>{_BRACKET_TICKED}|[{_ALWAYS_TICKED}{_CROSSES}{_SOLID}])"
    rf"|(?P<empty>{_BRACKET_EMPTY}|[{_EMPTY}])"
)
_VARIANT = "\ufe0e\ufe0f"
_BARE_BEFORE = re.compile(r"^\s*[xX]\s+(?=\S)", re.MULTILINE)
_BARE_AFTER = re.compile(r"(?<=\S)[ \t]+[-–:]?\s*[xX]\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tick:
    """One label with its mark. `ticked` is None where the mark could mean either."""

    label: str
    ticked: bool | None


@dataclass(frozen=True, slots=True)
class Ticks:
    """Every ticked or empty label of a text, and the text that has no mark."""

    items: tuple[Tick, ...]
    rest: str
    bare: bool = False  # the marks are a lone "x", with no boxes

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(t.label for t in self.items if t.ticked)

    @property
    def doubtful(self) -> bool:
        return any(t.ticked is None for t in self.items)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    ticked: bool | None


def find_ticks(text: str) -> Ticks:
    """The tick boxes of a text, in the order written; no items where there are none."""
    text = text.translate({ord(c): None for c in _VARIANT})
    marks = _marks(text)
    bare = not marks
    if bare:
        marks = _bare_marks(text)
    if not marks:
        return Ticks((), text)
    trailing = _trailing(text, marks)
    if not trailing:
        marks = _doubt_between(text, marks)
    items, rest = _after(text, marks) if trailing else _before(text, marks)
    return Ticks(items, rest, bare)


def _marks(text: str) -> list[_Mark]:
    found = list(_MARK.finditer(text))
    shapes = {m.group() for m in found}
    has_empty = any(m.group("empty") for m in found)
    both_boxes = "☑" in shapes and "☒" in shapes
    tick_and_cross = bool(shapes & set("✓✔✅√")) and bool(shapes & set(_CROSSES))
    marks = []
    for match in found:
        shape = match.group()
        if shape in _SOLID and not has_empty:
            continue  # a bullet
        ticked: bool | None = match.group("ticked") is not None
        if both_boxes and shape in "☑☒":
            ticked = None
        elif tick_and_cross and shape in _CROSSES:
            ticked = False
        marks.append(_Mark(match.start(), match.end(), ticked))
    return marks


def _bare_marks(text: str) -> list[_Mark]:
    """Lines with a lone "x" before or after their label."""
    if "\n" not in text.strip() and len(text) > 40:
        return []
    spans = [(m.start(), m.end()) for m in _BARE_BEFORE.finditer(text)]
    if not spans:
        spans = [(m.start(), m.end()) for m in _BARE_AFTER.finditer(text)]
    return [_Mark(start, end, True) for start, end in spans]


def _trailing(text: str, marks: list[_Mark]) -> bool:
    """Whether the marks stand after their labels: more lines end than begin with one."""
    before = after = 0
    for line_start, line_end in _line_spans(text):
        inside = [m for m in marks if line_start <= m.start < line_end]
        if not inside:
            continue
        before += not text[line_start : inside[0].start].strip()
        after += not text[inside[-1].end : line_end].strip()
    return after > before


def _doubt_between(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Marks with words on both sides ("Staff ✓ Student") could belong to either."""
    result = list(marks)
    for line_start, line_end in _line_spans(text):
        inside = [m for m in marks if line_start <= m.start < line_end]
        lead = text[line_start : inside[0].start].rstrip() if inside else ""
        follows = inside and text[inside[-1].end : line_end].strip(" .,;:")
        if (
            lead
            and follows
            and not lead.endswith((":", "?", ".", ")", ",", "-", "–"))
            and len(lead.split()) < 5
        ):
            result = [_Mark(m.start, m.end, None) if m in inside else m for m in result]
    return result


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line)))
        start += len(line)
    return spans


def _before(text: str, marks: list[_Mark]) -> tuple[tuple[Tick, ...], str]:
    items, rest = [], [text[: marks[0].start]]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stretch = text[mark.end : following.start if following else len(text)]
        lead = len(stretch) - len(stretch.lstrip())
        label, newline, more = stretch[lead:].partition("\n")
        items.append(Tick(_label(label), mark.ticked))
        rest.append(more if newline else "")
    return tuple(items), "\n".join(part.strip() for part in rest if part.strip())


def _after(text: str, marks: list[_Mark]) -> tuple[tuple[Tick, ...], str]:
    items, rest, start = [], [], 0
    for mark in marks:
        stretch = text[start : mark.start].rstrip()
        more, newline, label = stretch.rpartition("\n")
        items.append(Tick(_label(label if newline else stretch), mark.ticked))
        rest.append(more)
        start = mark.end
    rest.append(text[start:])
    return tuple(items), "\n".join(part.strip() for part in rest if part.strip())


def _label(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:/|-–—")
