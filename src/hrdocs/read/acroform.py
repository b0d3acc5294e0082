"""The fields of a PDF form → entries with the labels printed beside them.

One field is one entry, however many widgets it has. Where a field's value and what it shows differ,
the value is given and the finding `value-differs` names the field.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.document import Box, Entry, EntryKind, Finding, Place, Severity
from hrdocs.read.pdf_blocks import PageBlocks
from hrdocs.read.pdf_labels import LabelFinder
from hrdocs.read.pdf_widgets import Widget
from hrdocs.tools.pdf_records import tenths
from hrdocs.tools.pdfs import field_values

_PUSH, _CHECKBOX, _RADIO, _COMBO, _LIST, _TEXT, _SIGNATURE = 1, 2, 3, 4, 5, 6, 7
_OFF = ("", "Off")
_PASSWORD = 1 << 13
_TELLS_NOTHING = re.compile(
    r"(choice|option|button|radio|check ?box|item|value|on|off|group)?[\s_-]*\w?\d*", re.I
)
_LONG_ENOUGH = 15


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry with its page and upright box."""

    entry: Entry
    page: int
    box: Box


def read_entries(
    widgets: Sequence[Widget], pages: dict[int, PageBlocks]
) -> tuple[list[PlacedEntry], list[Finding]]:
    """The fields of a form, one entry each, in the order of their first widgets."""
    fields: dict[str, list[Widget]] = {}
    findings: list[Finding] = []
    for number, widget in enumerate(widgets):
        if widget.kind == _PUSH:
            continue
        if widget.hidden:
            if widget.value not in _OFF:
                findings.append(_hidden(widget))
            continue
        fields.setdefault(widget.name or f"field {number + 1}", []).append(widget)
    finders = {
        number: LabelFinder(
            blocks,
            [w.box for w in widgets if w.page == number and not w.hidden],
            [w.box for w in widgets if w.page == number and w.kind in (_CHECKBOX, _RADIO) and not w.hidden],
        )
        for number, blocks in pages.items()
        if any(w.page == number for w in widgets)
    }
    entries = []
    for name, group in fields.items():
        first = group[0]
        finder = finders.get(first.page)
        if first.kind in (_CHECKBOX, _RADIO):
            entry, more = _button(name, group, finder)
        else:
            entry, more = _typed(name, group, finder)
        entries.append(PlacedEntry(entry, first.page, first.box))
        findings += more
    return entries, findings


def read_unplaced(data: bytes) -> list[Entry]:
    """The filled fields of a form whose pages show none of them, by name alone."""
    return [
        Entry(name, value, EntryKind.CHOICE if kind == "Ch" else EntryKind.TEXT)
        for name, (kind, value) in sorted(field_values(data).items())
        if kind in ("Tx", "Ch") and value.strip()
    ]


def _place(widget: Widget) -> Place:
    return Place(page=widget.page, box=tenths(widget.displayed))


def _hidden(widget: Widget) -> Finding:
    return Finding(
        "hidden-text",
        Severity.NOTE,
        f"The form field '{widget.name}' is hidden and holds a value, which was not read.",
        where=_place(widget),
    )


def _typed(name: str, group: list[Widget], finder: LabelFinder | None) -> tuple[Entry, list[Finding]]:
    """An entry of a field that holds text, a choice or a signature."""
    first = next((w for w in group if w.value), group[0])
    value = shown_value(first)
    kind = _kind(first)
    findings = []
    if differs(first, value):
        findings.append(_differs(name, first, "shows another text than it holds"))
        value = value or (first.shown or "").strip()
    entry = Entry(
        name,
        value.replace("\r\n", "\n").replace("\r", "\n") if kind is not EntryKind.SIGNATURE else "",
        kind,
        label=finder.beside(group[0].box) if finder else "",
        hint=first.hint,
        checked=any(w.signed for w in group) if kind is EntryKind.SIGNATURE else None,
        options=first.options,
        place=_place(group[0]),
    )
    return entry, findings


def shown_value(widget: Widget) -> str:
    """A field's value as its reader sees it: the labels of the chosen options, else the text."""
    return ", ".join(widget.chosen) if widget.chosen else widget.value


def _kind(widget: Widget) -> EntryKind:
    if widget.kind == _SIGNATURE:
        return EntryKind.SIGNATURE
    if widget.kind in (_COMBO, _LIST):
        return EntryKind.CHOICE
    return EntryKind.DATE if "AFDate" in widget.script else EntryKind.TEXT


def _button(name: str, group: list[Widget], finder: LabelFinder | None) -> tuple[Entry, list[Finding]]:
    """An entry of a tick box, or of a group of which one is chosen."""
    labels = [finder.after(w.box) if finder else "" for w in group]
    options = [_option(w, label) for w, label in zip(group, labels, strict=True)]
    drawn = [w.state not in _OFF if w.state else _is_meant(w, group) for w in group]
    meant = [_is_meant(w, group) for w in group]
    findings = []
    if drawn != meant and group[0].value != "":
        findings.append(_differs(name, group[0], "is ticked otherwise than it shows"))
    several = len(set(options)) > 1 or (group[0].kind == _RADIO and len(group) > 1)
    chosen = [option for option, on in zip(options, meant, strict=True) if on]
    if not several:
        label = labels[0] or (finder.beside(group[0].box) if finder else "")
        return Entry(
            name, chosen[0] if chosen else "", EntryKind.TICK, label, group[0].hint, bool(chosen),
            (options[0],), _place(group[0]),
        ), findings  # fmt: skip
    label = finder.question([w.box for w in group]) if finder else ""
    return Entry(
        name, ", ".join(dict.fromkeys(chosen)), EntryKind.RADIO, label, group[0].hint, bool(chosen),
        tuple(dict.fromkeys(options)), _place(group[0]),
    ), findings  # fmt: skip


def _is_meant(widget: Widget, group: Sequence[Widget]) -> bool:
    """Whether the field's value chooses this widget, by its own or its drawn name."""
    if widget.value in _OFF:
        # without a value of its own the field is what it shows
        return widget.value == "" and widget.state not in _OFF
    if widget.value == widget.state:
        return True
    known = any(w.value in (w.state, w.export) for w in group)
    if widget.value == widget.export:
        return not any(w.value == w.state for w in group)
    return (not known and widget.state not in _OFF) or (len(group) == 1 and not known)


def _option(widget: Widget, label: str) -> str:
    """The option's name: what the file calls it, unless that says nothing and the page says more."""
    name = widget.export or (widget.state if widget.state not in _OFF else "")
    if label and (not name or _TELLS_NOTHING.fullmatch(name)):
        return label
    return name or label


def _differs(name: str, widget: Widget, what: str) -> Finding:
    return Finding(
        "value-differs",
        Severity.WARNING,
        f"The form field '{name}' {what}. Compare it with the page as printed.",
        field=name,
        where=_place(widget),
    )


def differs(widget: Widget, value: str) -> bool:
    """Whether a field shows another text than its value. What cannot be compared does not differ."""
    if widget.shown is None or widget.kind not in (_TEXT, _COMBO) or widget.flags & _PASSWORD:
        return False
    shown, held = _normal(widget.shown), _normal(value)
    if not shown or "\ufffd" in shown or shown in (held, _normal(widget.value)):
        return False
    if widget.script and sorted(filter(str.isalnum, shown)) == sorted(filter(str.isalnum, held)):
        return False
    # a text that is longer than its field is drawn in part
    return not (len(shown) >= _LONG_ENOUGH and shown in held)


def _normal(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    plain = plain.translate(
        {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0xAD: "", 0xFFFE: ""}
    )
    return "".join(plain.split()).strip("\x00")
