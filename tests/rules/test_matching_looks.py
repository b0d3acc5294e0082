"""Hints and choices that only their print tells: size, slant, colour, weight, lines and highlighters."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hrdocs.document import Answer, Cell, Layout, Line, Look, Mark, Row, Span, Status
from hrdocs.packs import read_pack
from hrdocs.rules.matching import match_form

ROOT = Path(__file__).resolve().parents[2]
FORMS = read_pack(ROOT / "templates" / "council-dignity-at-work").procedure.forms
PLAIN = Look(size=11.0)
SMALL = Look(size=8.5)
SLANTED = Look(size=11.0, italic=True)
GREY = Look(size=11.0, colour=0x6B6B6B)
FIELDS = (
    ("Name", "As it stands on your contract", "Jane O'Neill"),
    ("Department", "The team you worked in", "Parks and Leisure"),
    ("Job title", "Post held at the time", "Ranger"),
    ("Work Email Address", "name@example.org", "jane.oneill@council.example"),
    ("Work Phone Number", "Daytime, with the code", "028 9649 6123"),
    ("Date of incident(s)", "Day, month and year", "3 March 2025"),
)


def line(text: str, look: Look = PLAIN, *, bold: bool = False) -> Line:
    return Line((Span(text, bold=bold, look=look),))


def answers(blocks: Sequence[Line | Row]) -> dict[str, Answer]:
    title = line("Formal complaints form - strictly confidential", replace(PLAIN, size=18.0), bold=True)
    layout = Layout("pdf-text", (title, *blocks))
    return dict(match_form(layout, FORMS).answers)


def read(blocks: Sequence[Line | Row]) -> list[object]:
    found = answers(blocks)
    names = ("complainant_name", "department", "job_title", "work_email", "work_phone", "incident_dates")
    return [found[name].value for name in names]


MEANT = [answer for _, _, answer in FIELDS[:4]] + ["02896496123", "3 March 2025"]


@pytest.mark.parametrize("look", [SMALL, SLANTED, GREY])
@pytest.mark.parametrize("bold", [False, True])
def test_hints_between_labels_and_answers_are_no_answers(look: Look, bold: bool) -> None:
    """One look of its own between every label and its answer is the look of the hints."""
    blocks = [
        part
        for label, hint, answer in FIELDS
        for part in (line(label, bold=bold), line(hint, look), line(answer))
    ]
    assert plain(read(blocks)) == MEANT


def test_hints_in_the_cells_of_labels_and_of_answers_are_no_answers() -> None:
    """Wherever they stand in a row."""
    rows = []
    for number, (label, hint, answer) in enumerate(FIELDS):
        left, right = [line(label)], [line(answer)]
        (left if number % 2 else right).insert(number % 2, line(hint, SMALL))
        rows.append(Row((Cell(tuple(left)), Cell(tuple(right)))))
    assert plain(read(rows)) == MEANT


def test_a_hint_behind_its_label_is_no_answer() -> None:
    """On the label's own line."""
    blocks = []
    for label, hint, answer in FIELDS:
        blocks += [Line((Span(label, look=PLAIN), Span(f" {hint}", look=GREY))), line(answer)]
    assert plain(read(blocks)) == MEANT


def test_answers_in_small_slanted_grey_print_are_answers() -> None:
    """A form filled in in a faint hand has no hints for that."""
    faint = Look(size=9.0, italic=True, colour=0x777777)
    blocks = [part for label, _, answer in FIELDS for part in (line(label), line(answer, faint))]
    assert plain(read(blocks)) == MEANT


def test_small_grey_labels_are_labels() -> None:
    """Labels may be fainter than their answers."""
    blocks = [part for label, _, answer in FIELDS for part in (line(label, SMALL), line(answer))]
    assert plain(read(blocks)) == MEANT


def test_one_strange_print_is_asked_about() -> None:
    """A single faint line that does not read like an instruction may be a part of the answer."""
    blocks = [part for label, _, answer in FIELDS for part in (line(label), line(answer))]
    blocks.insert(3, line("Known as Parks", SLANTED))
    found = answers(blocks)["department"]
    assert (found.status, found.value) == (Status.UNCLEAR, None)


GROUNDS = "Please state protected equality ground that relates to the complaint:"


def grounds(*lines: Line) -> Answer:
    labelled = Row((Cell((line(GROUNDS),)), Cell(lines)))
    form = [part for label, _, answer in FIELDS for part in (line(label), line(answer))]
    return answers([*form[:8], labelled, *form[8:]])["protected_grounds"]


@pytest.mark.parametrize(
    "chosen",
    [
        Span("Race", bold=True, look=PLAIN),
        Span("Race", look=replace(PLAIN, underlined=True)),
        Span("Race", look=replace(PLAIN, highlighted=True)),
    ],
)
@pytest.mark.parametrize("between", [" / ", ", ", " "])
def test_the_option_that_stands_out_is_chosen(chosen: Span, between: str) -> None:
    """Bold, underlined or highlighted, among options that all look alike."""
    before = f"Sex{between}Age{between}"
    found = grounds(Line((Span(before, look=PLAIN), chosen, Span(f"{between}Disability", look=PLAIN))))
    assert (found.status, found.value) == (Status.OK, ("race",))


def test_options_on_lines_of_their_own_are_one_list() -> None:
    """One below another."""
    names = ("Sex", "Age", "Race", "Disability")
    found = grounds(*(line(name, bold=name == "Age") for name in names))
    assert (found.status, found.value) == (Status.OK, ("age",))


@pytest.mark.parametrize("bold", [(), ("Sex", "Race"), ("Sex", "Age", "Race", "Disability")])
def test_a_list_of_which_not_exactly_one_stands_out_is_asked_about(bold: tuple[str, ...]) -> None:
    """None, two or all."""
    spans: list[Span] = []
    for name in ("Sex", "Age", "Race", "Disability"):
        spans += [Span(name, bold=name in bold, look=PLAIN), Span(" / ", look=PLAIN)]
    found = grounds(Line(tuple(spans[:-1])))
    assert found.status is Status.UNCLEAR


def plain(found: Sequence[object]) -> list[object]:
    """Telephone numbers without their spaces."""
    return [v.replace(" ", "") if isinstance(v, str) and v[:2] == "02" else v for v in found]


def test_white_headings_on_dark_bars_are_headings() -> None:
    """Print that could not be read on white is no fainter than black."""
    white = Look(size=11.0, colour=0xFFFFFF)
    head = Row((Cell((line("4. Action taken so far", white, bold=True),)),))
    label = "Please give details of any action taken to resolve the matter, outside of this procedure"
    ending = "Please give it to the next manager up or a Confidential Adviser."
    blocks = [part for name, _, answer in FIELDS for part in (line(name), line(answer))]
    tail: list[Line | Row] = [
        head,
        Row((Cell((line(label), line("Steps, if any", GREY))),)),
        line("5. Signature", white),
        line(ending),
    ]
    found = answers([*blocks, *tail])["previous_steps"]
    assert found.status is Status.MISSING


def test_a_label_set_right_against_its_answer_is_parted_from_it() -> None:
    """The change of type ends the label."""
    blocks: list[Line | Row] = [
        Line((Span(label, bold=True, look=PLAIN), Span(answer, look=PLAIN))) for label, _, answer in FIELDS
    ]
    assert plain(read(blocks)) == MEANT


def test_a_question_no_fainter_than_the_labels_is_no_hint() -> None:
    """Though it speaks to the writer, and what stands below it was typed into a field."""
    blocks: list[Line | Row] = [
        part for label, _, answer in FIELDS[:5] for part in (line(label), line(answer))
    ]
    asked = line("Name(s) of the person(s) you wish to complain about")
    typed = Line((Span("Mark Byrne", Mark.FILLED, look=PLAIN),))
    grey = [line("Your details", GREY), line("Sign below", GREY)]
    found = answers([*blocks, grey[0], asked, typed, grey[1]])["respondents"]
    assert found.value == ("Mark Byrne",)
