"""A blank form → a draft of its definition, and completed copies read by the fields that it names.

`learn_form` sees only the layout: form fields with the words printed beside them, or the lines and
tables of a form without them. What it cannot tell it says in a remark; nothing is left out in silence.
"""

from hrdocs.document import Entry, Layout
from hrdocs.rules.learning.completed import read_learned
from hrdocs.rules.learning.definition import build_draft
from hrdocs.rules.learning.drafts import Draft
from hrdocs.rules.learning.fields import learn_fields
from hrdocs.rules.learning.folding import unfold_columns
from hrdocs.rules.learning.paper import learn_paper
from hrdocs.rules.learning.unknown import find_field_pairs, find_tick_pairs, join_pairs

__all__ = ["Draft", "find_field_pairs", "find_tick_pairs", "join_pairs", "learn_form", "read_learned"]


def learn_form(layout: Layout, *, form_id: str) -> Draft:
    """The draft of a definition of the blank form that a layout is."""
    layout = unfold_columns(layout)
    fillable = any(isinstance(block, Entry) for block in layout.blocks)
    return build_draft(learn_fields(layout) if fillable else learn_paper(layout), form_id=form_id)
