"""What other forms call the same thing: for a document of the organisation's own that no form's words fit.

Forms ask the same things in other words. A wording that a form does not have counts for its field of the
meaning that the wording has elsewhere; where it means several things, as in the form named first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hrdocs.procedure import Field, FormDefinition
from hrdocs.rules.matching.wording import fold

_known: dict[tuple[int, ...], tuple[tuple[FormDefinition, ...], FormDefinition]] = {}


def with_shared_labels(own: FormDefinition, forms: Sequence[FormDefinition]) -> FormDefinition:
    """The form with the wordings of the other forms too; made once for the same forms in the same order."""
    every = (own, *(form for form in forms if form is not own))
    key = tuple(map(id, every))
    if key not in _known or any(a is not b for a, b in zip(_known[key][0], every, strict=True)):
        if len(_known) > 16:
            _known.clear()
        meanings = _meanings(every)
        fields = tuple(_widened(one, every[1:], meanings) for one in own.fields)
        _known[key] = every, replace(own, fields=fields)
    return _known[key][1]


def _meanings(forms: Sequence[FormDefinition]) -> dict[str, str]:
    """What every wording means that some form has as a label; the first form that has it decides."""
    found: dict[str, str] = {}
    for one in (f for form in forms for f in form.fields):
        for wording in (one.label, *one.aliases):
            found.setdefault(fold(wording), one.means)
    return found


def _widened(one: Field, forms: Sequence[FormDefinition], meanings: Mapping[str, str]) -> Field:
    others = [f for form in forms for f in form.fields if f.means == one.means]
    wordings = (w for f in others for w in (f.label, *f.aliases) if meanings[fold(w)] == one.means)
    columns = dict(one.columns)
    for column, words in (c for f in others if one.columns for c in f.columns.items()):
        columns[column] = tuple(dict.fromkeys((*columns.get(column, ()), *words)))
    return replace(one, aliases=tuple(dict.fromkeys((*one.aliases, *wordings))), columns=columns)
