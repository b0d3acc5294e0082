"""What stands beside a ground and changes nothing: spaces, greetings, thanks, what was done about it."""

import pytest
from tests.rules.beside import ANYWHERE, Change, ended

from hrdocs.rules.grounds import parse_grounds

ANSWERS = {
    "age": ("age",),
    "my age and my sex": ("sex", "age"),
    "Disability": ("disability",),
    "race not religion": ("race",),
    "not because I am Catholic - because I am a woman": ("sex",),
    "I am 62": ("age",),
    "I have arthritis in both hands": ("disability",),
    "because I am gay": ("sexual orientation",),
    "being Polish": ("race",),
    "I am a single mother": ("family status",),
    "old drink driving conviction": ("criminal record",),
    "I joined the union in March and it started then": ("trade union membership",),
    "Age: 55. Race: n/a. Disability: n/a. Sex: n/a.": ("age",),
}
BESIDE: dict[str, Change] = {
    **ANYWHERE,
    "a label": lambda text: f"Ground(s): {text}",
    "a greeting": lambda text: f"Hi, {text}",
    "effects": lambda text: f"{ended(text)} It has made me ill with worry.",
    "how long": lambda text: f"{ended(text)} It has gone on for two years.",
    "service": lambda text: f"{ended(text)} I have worked here for 12 years.",
    "a pointer": lambda text: f"{ended(text)} See attached statement.",
    "a report": lambda text: f"{ended(text)} I reported it to HR and my union rep.",
    "a date": lambda text: f"{ended(text)} The incident was on 3 May 2025.",
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_a_ground_changes_nothing(name: str) -> None:
    """The grounds are those of the bare answer."""
    read = {text: parse_grounds(BESIDE[name](text)).value for text in ANSWERS}
    assert read == ANSWERS


@pytest.mark.parametrize(
    "text",
    [
        "I am 62. But that is not why he does it.",
        "I am from Latvia. Nobody minds that.",
        "I am gay. I am not saying that it is because of that.",
    ],
)
def test_what_takes_a_ground_back_is_heard(text: str) -> None:
    """A sentence that may bear on the ground is never left out."""
    assert not parse_grounds(text).value
