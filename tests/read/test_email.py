"""What of an e-mail is read: its plain text, or its HTML where only that keeps what belongs together."""

import datetime as dt

import pytest

from hrdocs.document import Line, Row
from hrdocs.read.email import read_body
from hrdocs.tools.mail import Message

ANSWERS = (("Name", "Ann Bell"), ("Department", "Parks"), ("Job title", "Ranger"), ("Signed", "A Bell"))


def message(text: str, rows: tuple[tuple[str, str], ...], after: str = "") -> Message:
    """A message with a table in its HTML, laid out as mail programs do."""
    cell = '<td width=200 style="border:solid windowtext 1.0pt"><p class=MsoNormal>{}</p></td>'
    table = "".join(f"<tr>{cell.format(one)}{cell.format(other)}</tr>" for one, other in rows)
    return Message("", None, text, f"<p>Dear HR,</p><table>{table}</table>{after}", ())


def test_a_table_of_answers_is_read_as_one() -> None:
    """The plain text keeps neither its lines nor where an answer ends."""
    text = "Dear HR,\n" + "\n".join(f"{label}\t{answer}" for label, answer in ANSWERS)
    body = read_body(message(text, ANSWERS), dt.date(2025, 6, 10))
    assert [tuple(c.text for c in b.cells) for b in body.blocks if isinstance(b, Row)] == [*ANSWERS]


@pytest.mark.parametrize("text", ["Dear HR,\n" + "He shouted at me across the yard. " * 4], ids=["more"])
def test_the_plain_text_is_read_where_it_says_more(text: str) -> None:
    """An HTML part that leaves out words is not what was written."""
    assert not any(isinstance(b, Row) for b in read_body(message(text, ANSWERS), None).blocks)


def test_a_small_table_is_a_signature() -> None:
    """Its rows are no answers: the plain text stays what is read."""
    text = "Dear HR,\nTel\t01632 960001\nMail\tann.bell@example.org"
    rows = (("Tel", "01632 960001"), ("Mail", "ann.bell@example.org"))
    assert not any(isinstance(b, Row) for b in read_body(message(text, rows), None).blocks)


def test_answers_below_quoted_questions_are_told_from_them() -> None:
    """A reply that answers question after question: what is quoted asks, the rest was typed."""
    text = "Hello, answers below.\n> Please reply:\n" + "".join(
        f"> {number}. {label}\n\n{answer}\n\n" for number, (label, answer) in enumerate(ANSWERS, 1)
    )
    blocks = read_body(Message("", None, text, "", ()), None).blocks
    lines = [(b.text, b.filled) for b in blocks if isinstance(b, Line)]
    assert lines[:2] == [("Hello, answers below.", ""), ("Please reply:", "")]
    assert lines[2:4] == [("1. Name", ""), ("Ann Bell", "Ann Bell")]
    assert not any(line.filled for line in read_body(Message("", None, "> a\nb\n> c\nd", "", ()), None).blocks
                   if isinstance(line, Line))  # fmt: skip
