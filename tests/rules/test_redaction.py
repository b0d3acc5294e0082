"""What is taken out of a text for a reader, and what is only proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdocs.rules.redaction import Withheld, apply_cuts, find_cuts
from hrdocs.rules.withholding import Secret

ACCOUNT = (
    "On the Tuesday he moved the team meeting to the second floor knowing that the lift was out of service"
)
WITHHELD = (
    Withheld(Secret("Aoife Rafferty", "name", "a"), "[A]"),
    Withheld(Secret("Pat McAleer", "name", "b"), "[B]"),
    Withheld(Secret("May Wilson", "name", "c"), "[C]"),
    Withheld(Secret("Ruth Marsh", "name", "d"), "[D]"),
    Withheld(Secret("aoife.rafferty@coast.example", "contact", "a"), "[A]"),
    Withheld(Secret("028 9649 6123", "contact", "a"), "[A]"),
    Withheld(Secret(ACCOUNT, "narrative", "a"), "[A]"),
)


def copy_of(text: str, *known: str) -> str:
    cuts, _ = find_cuts(text, WITHHELD, known=known)
    return apply_cuts(text, cuts)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Aoife Rafferty came in.", "[A] came in."),
        ("AOIFE RAFFERTY", "[A]"),
        ("Aoife's desk and the Raffertys", "[A] desk and the [A]"),
        ("Aoífe Raf\u00adferty", "[A]"),
        ("A. Rafferty and A.R. and AR", "[A] and [A] and [A]"),
        ("Ms Rafferty", "[A]"),
        ("Mc Aleer, McAleer, Macaleer", "[B], [B], [B]"),
        ("write to aoife.rafferty@coast.example", "write to [A]"),
        ("or to a.rafferty@home.example", "or to [A]"),
        ("ring (028) 9649-6123 now", "ring [A] now"),
        ("ring +44 28 9649 6123 now", "ring [A] now"),
        ("Mrs May said so to May Wilson", "[C] said so to [C]"),
        ("Ruth said so, in truth", "[D] said so, in truth"),
        ("I may go, in May 2025", "I may go, in May 2025"),
        ("She wrote: he moved the team meeting to the second floor knowing it", "She wrote: [A] it"),
        ("Nothing here.", "Nothing here."),
    ],
)
def test_what_is_taken_out(text: str, left: str) -> None:
    """Names in any form, contacts in any spelling, an account where many words of it stand."""
    assert copy_of(text) == left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was said in May.", "May"),
        ("Conor Blakely was there.", "Conor Blakely"),
        ("c.b@elsewhere.example", "c.b@elsewhere.example"),
        ("He lives at 12 Harbour Road.", "12 Harbour Road"),
        ("NI number QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("post to BT1 1AA", "BT1 1AA"),
    ],
)
def test_what_is_proposed(text: str, words: str) -> None:
    """What may be a withheld name, and what only looks like something personal, is for a person."""
    cuts, proposals = find_cuts(text, WITHHELD)
    assert cuts == ()
    assert words in [proposal.words for proposal in proposals]


def test_a_name_that_the_reader_knows_stays() -> None:
    """A reader with the same surname reads it; a first name alone is withheld all the same."""
    assert copy_of("Brian Rafferty and Aoife", "Brian Rafferty") == "Brian Rafferty and [A]"
    _, proposals = find_cuts("Rafferty said so", WITHHELD, known=["Brian Rafferty"])
    assert [proposal.words for proposal in proposals] == ["Rafferty"]


def test_the_token_says_nothing_of_the_length() -> None:
    """The same token stands for a first name and for a whole one."""
    assert copy_of("Aoife") == copy_of("Aoife Rafferty") == "[A]"


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    """Cuts lie in order within the text and do not overlap; what is left needs no further cut."""
    cuts, _ = find_cuts(text, WITHHELD)
    ends = [0, *(cut.end for cut in cuts)]
    assert all(before <= cut.start < cut.end <= len(text) for before, cut in zip(ends, cuts, strict=False))
    assert find_cuts(apply_cuts(text, cuts), WITHHELD)[0] == ()
