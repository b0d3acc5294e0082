"""Many findings of one kind in few words."""

import pytest

from hrdocs.rules.alike import gather

WORDS = [("unsure-word", f"‘w{n}’ could be another word.") for n in range(6)]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([], []),
        ([("a", "x"), ("b", "x"), ("a", "x")], ["x", "x"]),
        (WORDS[:3], [message for _, message in WORDS[:3]]),
        (WORDS, ["‘w0’ could be another word.", "‘w1’ could be another word. There are 4 more like this."]),
        ([*WORDS, ("missing", "‘Date’ has no answer."), *WORDS][5:], ["‘w5’ could be another word.",
            "‘Date’ has no answer.", "‘w0’ could be another word. There are 4 more like this."]),
    ],
)  # fmt: skip
def test_a_kind_with_many_is_told_by_its_first_two(told: list[tuple[str, str]], shown: list[str]) -> None:
    """Nothing is lost: what is not shown is counted; the same words are shown once."""
    found = gather(told)
    assert [message for _, message in found] == shown
    assert [told[place][1] for place, _ in found] == [m.partition(" There are")[0] for m in shown]
