"""Which forms are made: for each number of a round one story in one shape and one kind of file.

The even numbers are for development: other seeds, other wordings and fewer layouts than the odd ones,
which are only measured.
"""

import random
from dataclasses import dataclass

from tests.reading.story import Story, make_story
from tests.reading.word_forms import LAYOUTS, make_word
from tests.reading.word_typing import TYPISTS
from tests.reading.wordings import Wording

KEPT: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A completed form as bytes. `shape` tells layout and typing, for the report."""

    name: str
    shape: str
    story: Story
    data: bytes


def is_kept(number: int) -> bool:
    """Whether a number is kept for measuring."""
    return number % 2 == 1


def draw(number: int, salt: str) -> tuple[Story, Wording, random.Random]:
    """The story and the words of a number, the same at every call."""
    rng = random.Random(f"{number}-{salt}")  # noqa: S311 - a seed, no secret
    story = make_story(number * 7919 + len(salt), university=rng.random() < 0.2)
    words = Wording(story.form, rng.choice((1, 3, 5) if is_kept(number) else (0, 2, 4)))
    council = story.form == "council-complaint"
    if council and len(story.truth["protected_grounds"]) == 1 and rng.random() < 0.3:
        only = {"sex": "Sex", "race": "Race", "age": "Age", "disability": "Disability"}
        name = only.get(story.truth["protected_grounds"][0])
        if name:
            story.written["protected_grounds"] = name
            story.written["grounds_as"] = rng.choice(("ticks", "struck"))
    if council and rng.random() < 0.12:
        story.truth["signed_name"] = True
    story.written["witnesses_as"] = rng.choice(("table", "blocks", "lines", "numbered"))
    return story, words, rng


def word_form(number: int, *, salt: str = "word") -> Made:
    """The Word form of a number."""
    story, words, rng = draw(number, salt)
    layouts = [name for name in LAYOUTS if is_kept(number) or name not in KEPT]
    layout = layouts[(number // 2) % len(layouts)]
    typist = rng.choice(tuple(TYPISTS))
    data = make_word(story, words, layout, typist, guidance=rng.random() < 0.4)
    return Made(f"{salt}-{number}.docx", f"{layout}/{typist}/w{words.number}", story, data)
