"""A choice made only by how it looks is read as it is seen, and asked about where the looks do not tell."""

import pytest

from hrdocs.document import Cell, Layout, Line, Look, Mark, Place, Row, Span
from hrdocs.rules.matching.emphasis import UNSURE, settle_choices

HIGH, UNDER, RED, GREY = (
    Look(highlighted=True),
    Look(underlined=True),
    Look(colour=0xC00000),
    Look(colour=0x808080),
)
LOOKS = {"u": UNDER, "h": HIGH, "c": RED, "g": GREY}


def line(marked: str) -> Line:
    """A line from pieces between bars, each with the letter of its look before a colon."""
    spans = []
    for piece in marked.split("¦"):
        look, found, text = piece.partition(":")
        if not found or look not in (*LOOKS, "b"):
            spans.append(Span(piece))
        elif look == "b":
            spans.append(Span(text, bold=True))
        else:
            spans.append(Span(text, look=LOOKS[look]))
    return Line(tuple(spans), Place(paragraph=1))


def read(*marked: str) -> tuple[str, bool]:
    """What is left of a cell with these lines, and whether it must be asked about."""
    place = Place(table=1, row=1, cell=1)
    cell = Cell(tuple(map(line, marked)), place)
    layout = settle_choices(Layout("docx", (Row((cell,), place),)), ())
    (row,) = layout.blocks
    assert isinstance(row, Row)
    text = " ".join(t for t in row.cells[0].text.split("\n") if t.strip())
    return text.strip(), any(f.code == UNSURE for f in layout.findings)


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        (["Sex / Age / ¦b:Race"], "Race"),
        (["Sex, ¦h:Disability¦, Age, Race"], "Disability"),
        (["Sex | Age | ¦u:Religious belief¦ | Race"], "Religious belief"),
        (["sex / age / RACE / disability"], "RACE"),
        (["Sex / ¦c:Age¦ / Race"], "Age"),
        (["g:Sex / ¦Age¦g: / Race / Disability"], "Age"),
        (["b:Sex¦ / Age / ¦b:Race¦ / Disability / Political opinion"], "Sex /Race"),
        (["Have you told anyone? Yes / ¦h:No"], "Have you told anyone? No"),
        (["Sex", "Age", "b:Race", "Disability"], "Race"),
    ],
)
def test_the_options_that_look_otherwise_are_chosen(marked: list[str], left: str) -> None:
    """Fewer than the rest, or one of two: these are meant, by whatever way they are marked out."""
    assert read(*marked) == (left, False)


@pytest.mark.parametrize(
    "marked",
    ["b:Sex / Age¦ / Race", "b:Sex¦ / ¦h:Age¦ / Race", "Sex / Age / Race", "b:Sex / Age / Race"],
    ids=["most", "two ways", "none", "all"],
)
def test_looks_that_do_not_tell_are_asked_about(marked: str) -> None:
    """The list is left as it stands, and the finding says where."""
    text, asked = read(marked)
    assert (text, asked) == ("Sex / Age / Race", True)


@pytest.mark.parametrize(
    "marked",
    [
        "b:Race",
        "Race, age",
        "It was because of my ¦b:age¦ and my sex",
        "b:Sex:¦ male",
        "He said ¦b:no¦ / I left",
    ],
)
def test_what_is_no_list_of_options_is_left_alone(marked: str) -> None:
    """An answer in bold, a list of one's own, a sentence: nothing was turned down."""
    assert read(marked) == (line(marked).text, False)


def test_cells_that_are_an_option_each() -> None:
    """Options in cells of their own are one list."""
    place = Place(table=1, row=1)
    cells = tuple(Cell((line(text),), place) for text in ("Reported before?", "Yes", "h:No"))
    (row,) = settle_choices(Layout("docx", (Row(cells, place),)), ()).blocks
    assert isinstance(row, Row)
    assert [cell.text for cell in row.cells] == ["Reported before?", "", "No"]
    assert row.cells[1].lines[0].spans[0].mark is Mark.STRUCK
