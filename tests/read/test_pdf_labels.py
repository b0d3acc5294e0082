"""The words that a person sees beside a form field are its label, on however many lines they stand."""

import pytest
from pypdf.generic import NameObject, TextStringObject
from tests.read.pdf_making import Form, pdf, rect, text_at

from hrdocs.document import Box, Entry, Layout
from hrdocs.read.pdf import read_pdf
from hrdocs.rules.learning import join_pairs
from hrdocs.rules.matching.pairs import find_pairs


def layout_of(form: Form) -> Layout:
    return read_pdf(form.bytes(), name="form.pdf")


def labels(form: Form) -> dict[str, str]:
    return {b.name: b.label for b in layout_of(form).blocks if isinstance(b, Entry)}


def pairs(form: Form) -> dict[str, str]:
    layout = layout_of(form)
    return {pair.label: pair.value for pair in join_pairs(layout, find_pairs(layout))}


def tick(form: Form, box: Box, name: str, *, on: bool = False) -> None:
    state = NameObject("/Yes" if on else "/Off")
    form.widget(1, rect(*box), FT=NameObject("/Btn"), T=TextStringObject(name), V=state, AS=state,
                AP=form.states("Yes"))  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "box", "label"),
    [
        ([(50, 112, "Registered number of the company including"), (50, 126, "any prefix:")],
         (115, 114, 300, 130), "Registered number of the company including any prefix:"),
        ([(50, 112, "Why is the order needed? Give the reasons and"),
          (50, 126, "the facts that you rely on:")],
         (50, 130, 500, 200), "Why is the order needed? Give the reasons and the facts that you rely on:"),
        ([(50, 112, "For companies"), (50, 126, "Territory of incorporation:")],
         (190, 114, 400, 130), "Territory of incorporation:"),
        ([(50, 112, "I ask for an appeal. It is from an order made"), (50, 126, "by Magistrate")],
         (120, 114, 300, 130), "It is from an order made by Magistrate"),
    ],
    ids=["beside the last line", "below two lines", "a heading above", "the last sentence"],
)  # fmt: skip
def test_label_on_several_lines(lines: list[tuple[float, float, str]], box: Box, label: str) -> None:
    """Lines that run on are one label; a heading or another sentence above is no part of it."""
    form = Form(pdf(text_at(*lines)))
    form.text(1, rect(*box), "a", "")
    assert labels(form) == {"a": label}


def test_words_of_a_tick_box_label_the_field_next_to_them() -> None:
    """ "[ ] Filing fee of £ ____": the words stand for the box and for the sum behind it."""
    form = Form(pdf(text_at((66, 112, "Filing fee of £"), (66, 142, "Other receipt:"))))
    tick(form, (50, 102, 62, 114), "fee", on=True)
    form.text(1, rect(148, 100, 200, 116), "sum", "40.00")
    tick(form, (50, 132, 62, 144), "other")
    form.text(1, rect(66, 148, 300, 164), "receipt", "a boat")
    found = labels(form)
    assert (found["sum"], found["receipt"]) == ("Filing fee of £", "Other receipt:")
    assert pairs(form)["Filing fee of"] in ("☒", "40.00")


def test_option_on_two_lines() -> None:
    """A box's words go on below where no other box begins; the field under them has only their words."""
    form = Form(pdf(text_at(
        (66, 112, "they hold it on trust for themselves as"), (66, 126, "tenants in common"),
        (66, 142, "they hold it on trust:"),
    )))  # fmt: skip
    tick(form, (50, 102, 62, 114), "common")
    tick(form, (50, 132, 62, 144), "trust")
    form.text(1, rect(66, 146, 400, 200), "how", "")
    assert labels(form) == {
        "common": "they hold it on trust for themselves as tenants in common",
        "trust": "they hold it on trust:",
        "how": "they hold it on trust:",
    }


def test_question_behind_its_boxes() -> None:
    """ "[ ] Yes [ ] No  a. Is either party under age?" asks what stands behind the boxes."""
    form = Form(pdf(text_at(
        (50, 92, "that the separation has been without a break."),
        (66, 122, "YES"), (116, 122, "NO"), (143, 122, "a. Is either party under age?"),
    )))  # fmt: skip
    tick(form, (50, 112, 62, 124), "yes")
    tick(form, (100, 112, 112, 124), "no", on=True)
    assert pairs(form) == {"a. Is either party under age?": "NO"}


def test_field_that_begins_a_line_goes_on_with_the_sentence_above() -> None:
    """Where a sentence has fields in it, its next line begins with the field that its end asks for."""
    form = Form(pdf(text_at((50, 112, "They were married in"), (300, 112, "County, in the state of"))))
    form.text(1, rect(165, 100, 295, 116), "county", "")
    form.text(1, rect(50, 120, 200, 136), "state", "")
    assert labels(form)["state"] == "County, in the state of"


def test_label_under_a_field_without_a_line() -> None:
    """Words in the middle under a field are its label, though it has no line and other text is above."""
    form = Form(pdf(text_at(
        (50, 80, "Do not use this form for other fees."),
        (120, 136, "Court"), (330, 136, "Case name and number"),
        (50, 156, "Name:"),
    )))  # fmt: skip
    form.text(1, rect(50, 104, 220, 126), "a", "")
    form.text(1, rect(230, 104, 540, 126), "b", "")
    form.text(1, rect(90, 146, 540, 160), "c", "")
    assert labels(form) == {"a": "Court", "b": "Case name and number", "c": "Name:"}


def test_tooltip_that_only_repeats_other_print_gives_way() -> None:
    """A tooltip that a program took from the page is believed less than the words beside the field."""
    form = Form(pdf(text_at((50, 112, "Case number"), (50, 142, "I have read the notes"))))
    form.text(1, rect(150, 100, 300, 116), "a", "12/77", TU=TextStringObject("I have read the notes"))
    form.text(1, rect(200, 132, 300, 146), "b", "yes", TU=TextStringObject("undefined [2]"))
    assert pairs(form) == {"Case number": "12/77", "I have read the notes": "yes"}


def test_columns_without_ruling_have_their_headings() -> None:
    """Fields under one another have the heading above the first, whatever stands in the next column."""
    form = Form(pdf(text_at((50, 96, "Age"), (130, 96, "Date of birth"))))
    for row in range(3):
        top = 100 + 24 * row
        form.text(1, rect(50, top, 120, top + 22), f"t{row}", str(11 + row))
        form.text(1, rect(130, top, 250, top + 22), f"u{row}", f"0{row + 1}/02/2015")
    layout = layout_of(form)
    found = [(p.label.rstrip(" 0123456789"), p.value) for p in join_pairs(layout, find_pairs(layout))]
    assert ("Date of birth", "02/02/2015") in found
    assert ("Date of birth", "03/02/2015") in found
