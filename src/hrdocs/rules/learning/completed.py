"""A completed copy of a learned form → its answers.

The form's own fields are read by their names, compared whole: that is surer than any label. A copy
without them is read by its labels, after its printed layout is put as the search for labels needs it;
its boxes to tick are found as they were found on the blank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from hrdocs.document import Answer, Entry, Form, Layout, Line, Reason, Span, Status
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.learning.captions import lift_captions
from hrdocs.rules.learning.drafts import Question
from hrdocs.rules.learning.folding import part_labels, unfold_columns, unfold_grid
from hrdocs.rules.learning.named import read_named, tick_answer
from hrdocs.rules.learning.paper import learn_paper
from hrdocs.rules.learning.typed import read_typed
from hrdocs.rules.matching import match_form
from hrdocs.rules.matching.wording import fold, without_leaders

_NEAR = 88.0
_MOST = 0.8  # of the labels, where the title is missing
_TELLING = frozenset(
    {
        "respondent", "incident-dates", "ground", "narrative", "effect", "resolution", "witness",
        "previous-steps",
    }
)  # fmt: skip


def read_learned(layout: Layout, definition: FormDefinition) -> Form:
    """The answers of a completed copy of the form; `form` is None where the document is another one."""
    named = read_named(layout, definition)
    named = named or read_typed(layout, definition)
    if named is not None:
        return named
    told = unfold_grid(lift_captions(unfold_columns(layout), definition), definition)
    told = part_labels(told, definition)
    form = match_form(told, (_telling(definition),))
    if form.form is None:
        form = _without_title(told, definition) or form
    if form.form is None or any(isinstance(b, Entry) for b in layout.blocks):
        return form
    printed = _print_of(definition)
    answers = {name: _doubt_boxes(_without_print(a, printed)) for name, a in form.answers.items()}
    return replace(form, answers={**answers, **_ticked(layout, definition, form)})


def _without_title(layout: Layout, definition: FormDefinition) -> Form | None:
    """The form read without its title, which may stand in a header or a picture; None unless most of
    its labels are there."""
    title = Line((Span(definition.title),), heading=True)
    form = match_form(replace(layout, blocks=(title, *layout.blocks)), (_telling(definition),))
    seen = sum(answer.where is not None for answer in form.answers.values())
    return form if form.form is not None and seen >= _MOST * len(definition.fields) else None


def _print_of(definition: FormDefinition) -> frozenset[str]:
    """The form's own labels, headings and instructions as compared words."""
    texts = [text for one in definition.fields for text in (one.label, *one.aliases, *one.guidance)]
    texts += [text for s in definition.sections for text in (s.heading, *s.aliases)]
    return frozenset(fold(text) for text in (*texts, *definition.guidance)) - {""}


def _without_print(answer: Answer, printed: frozenset[str]) -> Answer:
    """An answer that is only a label beside or below the empty space is none; one that asks is doubtful."""
    if answer.status is Status.MISSING:
        return answer
    if fold(without_leaders(answer.raw)) not in printed:
        asks = answer.status is Status.OK and answer.raw.rstrip()[-1:] in ("?", ":")
        return _doubt(answer, Reason.UNSURE_PLACE) if asks and len(answer.raw.split()) <= 12 else answer
    return replace(answer, value=None, raw="", status=Status.MISSING, reason=None, suggestion=None)


def _doubt_boxes(answer: Answer) -> Answer:
    """An answer of nothing but boxes says nothing: letters in single boxes may have been taken for ticks."""
    if answer.status is not Status.OK or answer.raw.strip(" \n\t☐☒") != "" or "☒" not in answer.raw:
        return answer
    return _doubt(answer, Reason.GARBLED)


def _doubt(answer: Answer, reason: Reason) -> Answer:
    suggestion = answer.value if reason is Reason.UNSURE_PLACE else None
    return replace(answer, value=None, status=Status.UNCLEAR, reason=reason, suggestion=suggestion)


def _telling(definition: FormDefinition) -> FormDefinition:
    """The definition with one field that tells what form it is.

    Matching knows a complaint form by the meanings of its fields; a form of another sort has none of
    them and would be known by nothing.
    """
    if not definition.fields or any(f.means in _TELLING for f in definition.fields):
        return definition
    best = next((f for f in definition.fields if f.type is FieldType.TEXT), definition.fields[0])
    fields = tuple(replace(f, means="narrative") if f is best else f for f in definition.fields)
    return replace(definition, fields=fields)


def _ticked(layout: Layout, definition: FormDefinition, form: Form) -> Mapping[str, Answer]:
    """The answers of the fields with boxes whose groups of boxes stand in the copy."""
    groups = [q for q in learn_paper(layout).questions if q.options]
    found: dict[str, Answer] = {}
    for one in definition.fields:
        group = _group_of(one, groups) if one.choices else None
        if group is not None:
            groups.remove(group)
            found[one.id] = tick_answer(one, [o.words for o in group.options if o.on], form.answers[one.id])
    return found


def _group_of(one: Field, groups: Sequence[Question]) -> Question | None:
    """The first group of boxes with the field's options and, where it has one, its label."""
    wanted = {fold(w) for choice in one.choices for w in choice.words}
    for group in groups:
        have = {fold(o.words) for o in group.options}
        if len(wanted & have) < 0.8 * len(wanted | have):
            continue
        labels = [fold(text) for text in (one.label, *one.aliases)]
        if not group.label or any(fuzz.ratio(fold(group.label), label) >= _NEAR for label in labels):
            return group
    return None
