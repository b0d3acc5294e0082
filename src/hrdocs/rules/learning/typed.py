"""A completed copy of a fillable form whose fields are gone: flattened, or typed over by hand.

What was typed stands as fields of its own, with the same words beside them that the form's fields had, so
that the form's questions are found again by their labels and their places in the order of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hrdocs.document import Entry, EntryKind, Form, Layout
from hrdocs.procedure import Choice, Field, FormDefinition
from hrdocs.rules.learning.definition import build_draft
from hrdocs.rules.learning.fields import learn_fields
from hrdocs.rules.learning.named import read_named
from hrdocs.rules.matching.wording import fold

_MOST = 0.5


def read_typed(layout: Layout, definition: FormDefinition) -> Form | None:
    """The form as typed over its print; None where too little of what was typed is known by its label."""
    if not layout.typed or not any(one.names for one in definition.fields):
        return None
    over = replace(layout, blocks=layout.typed)
    copy = build_draft(learn_fields(over), form_id=definition.id).definition
    found = _by_label(copy.fields)
    fields = tuple(_named(one, found.get(_key(one), [])) for one in definition.fields)
    known = {name for one in fields for name in (*one.names, *(n for c in one.choices for n in c.names))}
    answered = [b.name for b in over.blocks if isinstance(b, Entry) and _is_answered(b)]
    if sum(name in known for name in answered) < _MOST * len(answered):
        return None
    return read_named(over, replace(definition, fields=fields))


def _is_answered(entry: Entry) -> bool:
    return bool(entry.checked) if entry.kind is EntryKind.TICK else bool(entry.value.strip())


def _key(one: Field) -> tuple[str, bool]:
    return fold(one.label), bool(one.choices)


def _by_label(fields: Sequence[Field]) -> Mapping[tuple[str, bool], list[Field]]:
    found: dict[tuple[str, bool], list[Field]] = {}
    for one in fields:
        found.setdefault(_key(one), []).append(one)
    return found


def _named(one: Field, same: list[Field]) -> Field:
    """A field of the form with the names that it has in the copy; taken from those of its label."""
    if not same:
        return replace(one, names=(), choices=tuple(replace(c, names=()) for c in one.choices))
    copy = same.pop(0)
    words = {fold(w): c.names for c in copy.choices for w in c.words}
    choices = tuple(_choice(choice, words) for choice in one.choices)
    return replace(one, names=copy.names, choices=choices)


def _choice(choice: Choice, names: Mapping[str, tuple[str, ...]]) -> Choice:
    return replace(choice, names=next((names[fold(w)] for w in choice.words if fold(w) in names), ()))
