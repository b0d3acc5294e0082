"""A completed copy of a fillable form whose fields the definition names: every answer by its field.

Field names are compared whole. This is surer than any label, so it comes before the search for labels
where the copy has the form's own fields.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hrdocs.document import (
    Answer,
    Entry,
    EntryKind,
    Finding,
    Form,
    Layout,
    Reason,
    Severity,
    Status,
)
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.matching.answers import read_answers
from hrdocs.rules.matching.guidance import Guidance
from hrdocs.rules.matching.labels import LabelIndex
from hrdocs.rules.matching.scanned import scan_of
from hrdocs.rules.matching.slots import Part, Slot, Source
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_ENOUGH = 0.6


def read_named(layout: Layout, definition: FormDefinition) -> Form | None:
    """The form read by the names of its fields; None where too few of them are in the document."""
    entries = {b.name: b for b in layout.blocks if isinstance(b, Entry)}
    wanted = [name for one in definition.fields for name in _names(one)]
    if not wanted or sum(name in entries for name in wanted) < _ENOUGH * len(wanted):
        return None
    walk = Walk(definition, LabelIndex(definition), Guidance(definition))
    for one in definition.fields:
        slot = _slot(one, entries)
        if slot is not None:
            walk.slots.append(slot)
    answers = dict(read_answers(walk, layout.kind, scan=scan_of(layout)))
    for one in definition.fields:
        ticked = _chosen(one, entries)
        if ticked:
            place = next((entries[n].place for n in _names(one) if n in entries and _is_on(entries[n])), None)
            answers[one.id] = replace(tick_answer(one, ticked, answers[one.id]), where=place)
    return Form(definition.id, answers, (), tuple(_strangers(entries, set(wanted))))


def _names(one: Field) -> tuple[str, ...]:
    return (*one.names, *(name for choice in one.choices for name in choice.names))


def _slot(one: Field, entries: Mapping[str, Entry]) -> Slot | None:
    """The field's answer as it stands in its form fields."""
    mine = [entries[name] for name in one.names if name in entries]
    if not mine:
        return None
    place = mine[0].place
    key = (one.id, "")
    slot = Slot(key, (key,), one.label, Source.ENTRY, place, one.section, closed=True)
    image = any(e.kind is EntryKind.SIGNATURE and e.checked for e in mine)
    text = _joined(one, [e.value.strip() for e in mine])
    slot.parts.append(Part(text, place, filled=True, image=image))
    return slot


def _chosen(one: Field, entries: Mapping[str, Entry]) -> list[str]:
    """The words of the options that were chosen: boxes ticked, or a list's item that is one of them."""
    chosen = [
        choice.words[0] if choice.words else choice.id
        for choice in one.choices
        if any(name in entries and _is_on(entries[name]) for name in choice.names)
    ]
    values = [entries[n].value.strip() for n in one.names if n in entries and one.choices]
    known = {fold(w) for choice in one.choices for w in choice.words}
    return chosen or [v for v in values if fold(v) in known]


def _is_on(entry: Entry) -> bool:
    return bool(entry.checked) if entry.checked is not None else bool(entry.value)


def _joined(one: Field, values: Sequence[str]) -> str:
    """The parts of an answer as one text, by what kind of parts they are."""
    given = [v for v in values if v]
    if len(values) < 2 or len(given) < 2:
        return given[0] if given else ""
    if one.type is FieldType.DATE and len(given) == len(values):
        return "".join(given) if all(len(v) == 1 for v in given) and len(given) > 4 else "/".join(given)
    if one.type is FieldType.TEXT:
        return "\n".join(given)
    if all(len(v) == 1 for v in given):
        return "".join(given)
    return ("-" if "sort" in fold(one.label).split() else " ").join(given)


def _strangers(entries: Mapping[str, Entry], wanted: set[str]) -> list[Finding]:
    """Filled fields that the definition does not name."""
    return [
        Finding(
            "unplaced-answer",
            Severity.NOTE,
            f"An answer in the form field ‘{' '.join(name.split())[:60]}’ fits no field of the form.",
            where=entry.place,
        )
        for name, entry in entries.items()
        if name not in wanted and (entry.value.strip() if entry.kind is not EntryKind.TICK else entry.checked)
    ]


def tick_answer(one: Field, ticked: Sequence[str], before: Answer) -> Answer:
    """The answer that ticked options make: one choice, or the words of several."""
    if not ticked:
        return replace(before, value=None, raw="", status=Status.MISSING, reason=None, suggestion=None)
    raw = ", ".join(ticked)
    if one.type is not FieldType.CHOICE:
        return replace(before, value=raw, raw=raw, status=Status.OK, reason=None, suggestion=None)
    ids = [c.id for c in one.choices for w in ticked if fold(w) in {fold(x) for x in c.words}]
    if len(ids) == 1 == len(ticked):
        return replace(before, value=ids[0], raw=raw, status=Status.OK, reason=None, suggestion=None)
    reason = Reason.SEVERAL_CHOICES if len(ticked) > 1 else Reason.UNKNOWN_CHOICE
    suggestion = ids[0] if ids else None
    return replace(before, value=None, raw=raw, status=Status.UNCLEAR, reason=reason, suggestion=suggestion)
