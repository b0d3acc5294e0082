"""The labelled answers of a document that is no known form, as far as its own fields and boxes tell them.

What `find_pairs` takes from a form's print and fields one by one stands here together: the parts of a
date as one answer, boxes under their question.
"""

import re
from dataclasses import replace

from hrdocs.document import TYPED, Entry, EntryKind, Layout, Pair
from hrdocs.rules.learning.definition import build_draft
from hrdocs.rules.learning.drafts import tidy_label
from hrdocs.rules.learning.fields import learn_fields
from hrdocs.rules.learning.named import read_named
from hrdocs.rules.learning.paper import learn_paper
from hrdocs.rules.matching.wording import fold

NO_LABEL = "(no label seen)"
_BOXES = re.compile(r"[☐☒☑]|\[[ xX]?\]")


def find_field_pairs(layout: Layout) -> tuple[Pair, ...]:
    """Every answer in the form fields of a document, under its question; without form fields, none."""
    entries = [b for b in layout.blocks if isinstance(b, Entry)]
    if not any(e.kind is not EntryKind.SIGNATURE for e in entries):
        return ()
    definition = build_draft(learn_fields(layout), form_id="unknown").definition
    form = read_named(layout, definition)
    if form is None:
        return ()
    found = []
    for one in definition.fields:
        answer = form.answers[one.id]
        text = answer.raw or ("☒" if answer.value is True else "")
        if one.choices and tidy_label(text)[0] == one.label:
            text = "☒"  # a box alone, whose words are the label
        if text.strip():
            found.append(Pair(NO_LABEL if one.label.startswith(TYPED) else one.label, text, answer.where))
    return tuple(found)


def find_tick_pairs(layout: Layout) -> tuple[Pair, ...]:
    """Every question of a printed form with the words of its ticked boxes."""
    groups = [q for q in learn_paper(layout).questions if q.options and q.label]
    return tuple(
        Pair(q.label, ", ".join(o.words for o in q.options if o.on))
        for q in groups
        if any(o.on for o in q.options)
    )


def join_pairs(layout: Layout, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs of a document, with its form fields and boxes under their questions.

    `pairs` are those of `find_pairs`. A document with form fields has its answers in them; of a printed
    one the pairs that only repeat boxes give way to the ticked options.
    """
    fields = find_field_pairs(replace(layout, blocks=layout.typed) if layout.typed else layout)
    if fields:
        return fields
    ticked = find_tick_pairs(layout)
    if not ticked:
        return pairs
    asked = {fold(pair.label) for pair in ticked}
    options = {fold(word) for pair in ticked for word in pair.value.split(", ")}
    kept = [
        p for p in pairs
        if fold(p.label) not in asked and not _BOXES.search(p.value) and not _BOXES.search(p.label)
        and fold(p.label) not in options
    ]  # fmt: skip
    return (*kept, *ticked)
