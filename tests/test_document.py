"""The records of what was read."""

import pytest

from hrdocs.document import PLAIN_LOOK, Look, Span


def test_a_run_looks_plain_until_its_reader_tells_otherwise() -> None:
    """All plain runs share one look, so that it costs nothing."""
    assert Span("Name").look is PLAIN_LOOK


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        (0x000000, False),
        (0x212529, False),  # a web page's black
        (0x505A5F, True),  # a public service's secondary text
        (0x6C757D, True),
        (0x999999, True),
        (0x0000FF, False),
        (0xCC0000, False),
        (0x1D70B8, False),  # a link
    ],
)
def test_grey_is_fainter_than_ink_and_has_no_colour(colour: int, grey: bool) -> None:
    """Black of any kind, and colours, are not grey."""
    assert Look(colour=colour).grey is grey
