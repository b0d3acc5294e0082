"""A blank form → the draft of its definition, as TOML."""

import re
from dataclasses import dataclass
from pathlib import Path

from hrdocs.document import Entry, EntryKind, Layout
from hrdocs.errors import InputError
from hrdocs.read import read_file
from hrdocs.read.learn import render_definition
from hrdocs.rules.learning import learn_form
from hrdocs.tools.guard import Guard
from hrdocs.workspace import read_original


@dataclass(frozen=True, slots=True)
class Learned:
    """The draft's text; how many fields, sections and remarks it has; how many form fields were filled."""

    text: str
    fields: int
    sections: int
    remarks: int
    filled: int


def learn_guarded(path: Path, *, guard: Guard) -> Learned:
    """The draft learned from a blank form, read under a guard.

    Raises:
        InputError: the file cannot be read, or nothing on it is a question.
    """
    return guard.call(str(path), learn_in_child, path)


def learn_in_child(path: Path) -> Learned:
    """Read a blank form and draft its definition.

    Raises:
        InputError: the file cannot be read, or nothing on it is a question.
    """
    readings = read_file(read_original(path), name=str(path))
    layouts = [r.layout for r in readings if r.layout is not None]
    if not layouts:
        error = next((r.error for r in readings if r.error is not None), None)
        raise error or InputError(
            str(path), "holds no form", "Give the blank form itself.", code="not-supported"
        )
    drafts = [learn_form(layout, form_id=_form_id(path)) for layout in layouts]
    number = max(range(len(drafts)), key=lambda n: len(drafts[n].definition.fields))
    draft = drafts[number]
    if not draft.definition.fields:
        raise InputError(
            str(path),
            "has no label with room for an answer beside or below it",
            "Give the blank form, not a completed or scanned copy.",
            code="not-supported",
        )
    remarks = sum(map(len, draft.remarks.values()))
    definition = draft.definition
    return Learned(
        render_definition(draft),
        len(definition.fields),
        len(definition.sections),
        remarks,
        _filled(layouts[number]),
    )


def _form_id(path: Path) -> str:
    words = re.findall(r"[a-z0-9]+", path.stem.casefold())
    return "-".join(words) or "form"


def _filled(layout: Layout) -> int:
    entries = [b for b in layout.blocks if isinstance(b, Entry)]
    ticks = (EntryKind.TICK, EntryKind.RADIO)
    return sum(bool(e.checked) if e.kind in ticks else bool(e.value.strip()) for e in entries)
