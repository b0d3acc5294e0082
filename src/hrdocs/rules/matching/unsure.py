"""The words of a scan that could be others, and the answers that hold them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.document import Finding, Place, Severity
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.matching.slots import Part, Slot

_DRAWN = 0.85  # of the letters of an answer
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]?")
_ENDS = ".,:;()*"


@dataclass(frozen=True, slots=True)
class Unsure:
    """A word of a scan that could be another; `guessed` where it is likely that it is.

    `printed` where the word itself was read well, and the text under the picture has another.
    """

    where: Place
    word: str
    guessed: bool
    printed: bool = False


def unsure_words(findings: Sequence[Finding]) -> tuple[Unsure, ...]:
    """The words that findings say could be others."""
    return tuple(
        Unsure(f.where, f.word, f.severity is Severity.WARNING, printed=f.code == "layer-differs")
        for f in findings
        if f.where is not None and f.word is not None
    )


def of_answer(unsure: Sequence[Unsure], slots: Sequence[Slot], raw: str) -> list[Unsure]:
    """The words that could be others without those of the labels, which stand on the same lines."""
    labels = " ".join(s.written or s.label for s in slots)
    return [
        one for one in unsure
        if one.word in raw or not (_NUMBER.fullmatch(one.word) or one.word.strip(_ENDS) in labels)
    ]  # fmt: skip


def is_guessed(one: Field, parts: Sequence[Part], unsure: Sequence[Unsure]) -> bool:
    """Whether an answer holds a word that could be another; for a choice only one mostly guessed."""
    free = one.type in (FieldType.CHOICE, FieldType.GROUNDS)
    words = [word.where for word in unsure if word.guessed or not free]
    return any(_holds(part.place, where) for part in parts for where in words)


def is_drawn(parts: Sequence[Part], unsure: Sequence[Unsure]) -> bool:
    """Whether the engine mostly guessed nearly all of an answer: it is written by hand."""
    places = [part.place for part in parts]
    if any("@" in part.text for part in parts):
        return False  # nobody's scrawl is taken for that
    guessed = sum(
        len(word.word)
        for word in unsure
        if word.guessed and not word.printed and any(_holds(place, word.where) for place in places)
    )
    return guessed >= _DRAWN * sum(len("".join(part.text.split())) for part in parts) > 0


def _holds(place: Place, word: Place) -> bool:
    """Whether a word stands in a place."""
    if place.page != word.page or place.box is None or word.box is None:
        return False
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return place.box[0] - 1 <= x <= place.box[2] + 1 and place.box[1] - 1 <= y <= place.box[3] + 1
