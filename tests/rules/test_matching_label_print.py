"""What is set as the labels that the form knows are set is a label, too, whatever its words."""

from collections.abc import Mapping

import pytest
from tests.rules.test_matching import COUNCIL

from hrdocs.document import Block, Cell, Layout, Line, Look, Place, Row, Span, Status
from hrdocs.rules.matching import match_form

GREY = Look(size=8, colour=0x605E5C)
PLAIN = Look(size=10)


def set_as(text: str) -> Line:
    """A line: what stands between asterisks is set as labels are."""
    pieces = text.split("*")
    return Line(tuple(Span(p, look=GREY if n % 2 else PLAIN) for n, p in enumerate(pieces) if p), Place())


def form(*parts: str | tuple[str, ...]) -> Layout:
    """Lines and rows of cells, one table for each run of rows."""
    blocks: list[Block] = []
    table = 0
    for number, part in enumerate(("Harassment and bullying complaint form", *parts), 1):
        if isinstance(part, str):
            table += 1
            line = set_as(part)
            blocks.append(Line(line.spans, Place(paragraph=number)))
            continue
        place = Place(table=table, row=number)
        cells = tuple(Cell(tuple(map(set_as, c.split("\n"))), Place(table=table, row=number, cell=n))
                      for n, c in enumerate(part, 1))  # fmt: skip
        blocks.append(Row(cells, place))
    return Layout("docx", tuple(blocks))


ABOUT = (("*Department*", "Parks"), ("*Work e-mail*", "ann.bell@example.org"))
ENDS = (("*Incident details*", "He shouted."), ("*Signed*", "Ann Bell"), ("*Date*", "10 June 2025"))

FORMS: Mapping[str, tuple[Layout, Mapping[str, object]]] = {
    "beside an answer": (
        form(("*Name*", "Ann Bell", "*Staff badge*", "7781"), ("*Job title*", "Ranger", "*Pronouns*", ""),
             *ABOUT, *ENDS),
        {"complainant_name": "Ann Bell", "job_title": "Ranger"},
    ),
    "above answers": (
        form(("*Name*", "*Staff badge*"), ("Ann Bell", "7781"),
             ("*Base*", "*Job title*"), ("The yard", "Ranger"),
             *ABOUT, *ENDS),
        {"complainant_name": "Ann Bell", "job_title": "Ranger"},
    ),
    "in a cell over its answer": (
        form(("*Name*\nAnn Bell", "*Tel.*\n01632 960001", "*Badge no.*\nRG 19"), *ABOUT, *ENDS),
        {"complainant_name": "Ann Bell", "work_phone": "01632 960001"},
    ),
    "beside titles of parts": (
        form(("*You*", "*Name*", "Ann Bell"), ("", "*Business area*", "Parks"), ("", "*Badge*", "7781"),
             ("", "*Work e-mail*", "ann.bell@example.org"), ("*Them*", "*Alleged harasser*", "Tom Reid"),
             ("*It*", "*Incident details*", "He shouted."), ("*End*", "*Signed*", "Ann Bell"),
             ("", "*Date*", "10 June 2025")),
        {"complainant_name": "Ann Bell", "department": "Parks", "respondents": ("Tom Reid",)},
    ),
    "the columns of the people complained about": (
        form(("*Name*", "Ann Bell"), *ABOUT, ("*Person complained about*", "*Job*", "*Relationship to you*"),
             ("Tom Reid", "Foreman", "Colleague"), ("Eve Hall", "Ranger", ""), *ENDS),
        {"respondents": ("Tom Reid", "Eve Hall"), "job_title": None},
    ),
    "followed by a hint": (
        form(("*Name*", "Ann Bell"), *ABOUT, *ENDS, "*Witnesses*  name and where to find them", "Eve Hall"),
        {"witnesses": ({"name": "Eve Hall", "email": None, "phone": None},)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fact", FORMS)
def test_print_like_the_labels_asks(fact: str) -> None:
    """No answer holds what is set as the labels are, nor what stands under a label that the form lacks."""
    given, expected = FORMS[fact]
    answers = match_form(given, (COUNCIL,)).answers
    found = {name: answers[name].value if answers[name].status is Status.OK else None for name in expected}
    assert found == dict(expected)
