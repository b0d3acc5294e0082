import pytest

from hrdocs.rules.conditions import check_condition, holds, names_in

FACTS = {
    "decision_made": {"outcome": "upheld", "measures": []},
    "verdict": "out-of-time",
    "missing": ["Name"],
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        ("missing", True),
        ("!missing", False),
        ("decision-made.measures", False),
        ("verdict=out-of-time", True),
        ("verdict=in-time|partly-in-time", False),
        ("verdict!=in-time", True),
        ("missing, verdict=in-time", False),
        ("decision_made.outcome=upheld|partly-upheld, !decision_made.measures", True),
        ("never.recorded", False),
        ("never.recorded or missing, verdict=out-of-time", True),
        ("missing, verdict=in-time or never.recorded", False),
        ("never.recorded!=x", True),
    ],
)
def test_a_condition_is_about_known_facts(condition: str | None, expected: bool) -> None:
    """Each part must hold; a fact that is not known is nothing."""
    assert holds(condition, FACTS) is expected


def test_what_cannot_be_understood_is_named() -> None:
    """A part that is no condition is told; the facts that the others ask for are known."""
    assert check_condition("verdict=x, and so on") == ("and so on",)
    assert check_condition("verdict=x or and so on") == ("and so on",)
    assert names_in("missing, verdict=x or !a.b") == ("missing", "verdict", "a.b")
