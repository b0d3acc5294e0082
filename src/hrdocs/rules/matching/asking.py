"""The form's own words where an answer stands: its question again, and lines that tell what to write."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from hrdocs.document import Box
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.matching.guidance import has_mark, is_order, is_prompt
from hrdocs.rules.matching.mend import Margin, is_wrapped
from hrdocs.rules.matching.slots import Part
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_TOLD = re.compile(r"\b(?:i|me|my|he|she|his|her|him|they|we)\b", re.IGNORECASE)


def is_own_label(one: Field, raw: str) -> bool:
    """Whether what stands there is only the question again, as printed."""
    text = fold(raw)
    if text.count(" ") < 4 or has_mark(raw):
        return False
    return any(fuzz.ratio(text, fold(words)) >= 92 for words in (one.label, *one.aliases, *one.guidance))


def without_question(one: Field, parts: list[Part], walk: Walk) -> list[Part]:
    """The answer without the question itself, put in other words below its heading."""
    return parts[1:] if len(parts) > 1 and is_question(one, parts[0], walk) else parts


def is_question(one: Field, part: Part, walk: Walk, *, by_cue: bool = True) -> bool:
    """Whether a line that stands as an answer asks, in unlisted words, for this very field."""
    text = part.text.strip()
    if part.filled or one.type is not FieldType.TEXT or len(text.split()) > 24:
        return False
    if text[-1:] in ".,;!" or _TOLD.search(text):
        return False
    hit = walk.index.guess(text, by_cue=by_cue)
    return hit is not None and hit.keys[0][0] == one.id


def without_leading_prompts(one: Field, parts: list[Part], margin: Margin | None) -> list[Part]:
    """The answer without the form's own lines above it, whatever form it is."""
    at = 0
    while at < len(parts) and not parts[at].filled and asks_writer(one, parts[at].text):
        at += 1
        while at < len(parts) and _wraps(parts[at - 1], parts[at], margin):
            at += 1
    return parts[at:] or parts


def asks_writer(one: Field, text: str) -> bool:
    """Whether a text asks the writer for something; a wish, too, is put as an order."""
    return is_prompt(text) and not (one.means == "resolution" and is_order(text))


def _wraps(before: Part, part: Part, margin: Margin | None) -> bool:
    return is_wrapped(before.text, before.place.box, part.text, margin, below=below(before, part))


def ends_asking(one: Field, parts: Sequence[Part]) -> bool:
    """Whether the last line may be a hint printed below the answer, or the next section's heading."""
    lines = [line for p in parts for line in p.text.split("\n") if line.strip()]
    return len(lines) > 1 and asks_writer(one, lines[-1]) and len(lines[-1].split()) < 20


def below(before: Part, part: Part) -> Box | None:
    """Where a part stands, if on the page of the one before it."""
    return part.place.box if part.place.page == before.place.page else None
