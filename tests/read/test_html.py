"""The HTML of e-mails gives lines and rows, however it is nested, and what was entered in it."""

from hrdocs.document import Line, Row
from hrdocs.read.html import read_html


def said(html: str) -> list[object]:
    return [
        [c.text for c in b.cells] if isinstance(b, Row) else b.text
        for b in read_html(html)
        if isinstance(b, Row | Line)
    ]


def test_what_follows_deep_nesting_is_read() -> None:
    """A thousand elements in one another do not hide the text behind them."""
    html = "<html><body>" + "<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>Name: Ann</p></body></html>"
    assert said(html) == ["deep", "Name: Ann"]


def test_a_table_that_only_arranges_others_is_none() -> None:
    """Mail programs wrap everything in tables; each row is read once."""
    html = (
        "<table><tr><td><p>Dear team</p><table><tr><td>Name</td><td>Ann</td></tr></table></td></tr></table>"
    )
    assert said(html) == ["Dear team", ["Name", "Ann"]]


def test_entries_and_struck_text() -> None:
    """Ticks, typed values and the chosen option are read; what is struck out is not."""
    html = (
        "<table><tr><td>Staff</td><td><input type=checkbox checked> yes</td></tr>"
        "<tr><td>Name</td><td><input value='Ann Bell'><s>Bob</s></td></tr></table>"
        "<p>Ground: <select><option>Sex</option><option selected>Race</option></select></p>"
    )
    assert said(html) == [["Staff", "☒ yes"], ["Name", "Ann Bell"], "Ground: Race"]
