"""Forms learned from their blanks, measured on completed copies."""

import tomllib
from dataclasses import replace

import pytest
from tests.samples_forms import further, measured_pdf, measured_word, other_pdf, other_word
from tests.samples_forms.sample import SampleForm
from tests.samples_forms.scoring import Score, score_form, score_pairs

from hrdocs.document import Cell, Layout, Line, Pair, Place, Row, Span
from hrdocs.packs import form_from
from hrdocs.procedure import FieldType
from hrdocs.read import read_file
from hrdocs.read.learn import render_definition
from hrdocs.rules.learning import Draft, join_pairs, learn_form, read_learned
from hrdocs.rules.learning.drafts import tidy_label
from hrdocs.rules.learning.wording import guess_type, make_id
from hrdocs.rules.matching import find_pairs

MEASURED = (*measured_pdf.FORMS, *measured_word.FORMS)
OTHERS = (*other_pdf.FORMS, *other_word.FORMS, *further.FORMS)
# Letters in single boxes are read as ticks: the reader of printed pages must tell them apart first.
NOT_READ_YET = ("comb",)


def layout_of(data: bytes, form: SampleForm) -> Layout:
    (reading,) = read_file(data, name=f"{form.name}{form.suffix}")
    assert reading.layout is not None
    return reading.layout


def learn(form: SampleForm) -> Draft:
    return learn_form(layout_of(form.blank(), form), form_id=form.name)


def score(form: SampleForm, half: int | None = None) -> Score:
    definition = learn(form).definition
    data, truths = form.completed(half)
    return score_form(read_learned(layout_of(data, form), definition), definition, truths)


def pairs_of(layout: Layout) -> tuple[Pair, ...]:
    return join_pairs(layout, find_pairs(layout))


def test_nine_in_ten_answers_stand_under_their_labels() -> None:
    """Of the answers on forms that were made before the code was looked at, nine in ten are read right,
    and fewer than one in a hundred is given wrong as certain."""
    total = sum((score(form) for form in MEASURED), Score(0, 0, 0, 0))
    assert total.right >= 0.9 * total.total, total.notes
    assert total.wrong < 0.01 * total.total, total.notes


@pytest.mark.parametrize("half", (0, 1))
@pytest.mark.parametrize("form", (*MEASURED, *OTHERS), ids=lambda f: f.name)
def test_copies_half_filled_in(form: SampleForm, half: int) -> None:
    """Where half of the questions are left empty, no other form text is taken for their answers."""
    found = score(form, half)
    assert found.wrong == 0, found.notes
    if form.name not in NOT_READ_YET:
        assert found.right >= 0.8 * found.total, found.notes


@pytest.mark.parametrize("form", OTHERS, ids=lambda f: f.name)
def test_other_layouts(form: SampleForm) -> None:
    """Each other layout is read for the most part, and nothing on it is given wrong as certain."""
    found = score(form)
    assert found.wrong == 0, found.notes
    if form.name not in NOT_READ_YET:
        assert found.right >= 0.8 * found.total, found.notes


def test_a_copy_without_its_title_is_read() -> None:
    """A form whose title stands in the page header is known by its labels."""
    form = next(f for f in MEASURED if f.name == "dignity_controls")
    definition = learn(form).definition
    data, truths = form.completed()
    layout = layout_of(data, form)
    found = score_form(
        read_learned(replace(layout, blocks=layout.blocks[1:]), definition), definition, truths
    )
    assert found.right >= 0.9 * found.total, found.notes


@pytest.mark.parametrize("form", MEASURED, ids=lambda f: f.name)
def test_another_form_is_refused(form: SampleForm) -> None:
    """A completed copy of a form with another title is no copy of this one."""
    definition = learn(form).definition
    for other in OTHERS[:6]:
        assert read_learned(layout_of(other.completed()[0], other), definition).form is None


def test_pairs_without_a_definition() -> None:
    """Without a definition, three answers in four of a fillable form and its like have their labels."""
    total = Score(0, 0, 0, 0)
    for form in (*MEASURED, *OTHERS):
        data, truths = form.completed()
        total += score_pairs(pairs_of(layout_of(data, form)), truths)
    assert total.right >= 0.75 * total.total, total.notes


@pytest.mark.parametrize("form", (*MEASURED, *OTHERS), ids=lambda f: f.name)
def test_the_draft_can_be_read_again(form: SampleForm) -> None:
    """The TOML of a draft is a form definition without a problem, and the same as the draft."""
    draft = learn(form)
    problems: list[str] = []
    again = form_from(tomllib.loads(render_definition(draft)), "draft.toml", problems)
    assert problems == []
    assert again == draft.definition


@pytest.mark.parametrize("form", (*MEASURED, *OTHERS), ids=lambda f: f.name)
def test_ids_are_one_of_a_kind(form: SampleForm) -> None:
    """No two fields of a draft have one id, and every field's section is there."""
    definition = learn(form).definition
    ids = [one.id for one in definition.fields]
    assert len(ids) == len(set(ids))
    assert {one.section for one in definition.fields} <= {None, *(s.id for s in definition.sections)}


@pytest.mark.parametrize("form", (*MEASURED, *OTHERS), ids=lambda f: f.name)
def test_a_blank_form_has_no_answers(form: SampleForm) -> None:
    """Read with its own definition, the blank has no answer that is given as certain."""
    definition = learn(form).definition
    found = read_learned(layout_of(form.blank(), form), definition)
    assert [a.field for a in found.answers.values() if a.status == "ok"] == []


@pytest.mark.parametrize(
    ("printed", "label", "hint"),
    [
        ("1.2* First name (or names)", "First name (or names)", ""),
        ("4. Which ground? (please tick all that apply)", "Which ground?", "(please tick all that apply)"),
        ("(Name of the organisation)", "Name of the organisation", ""),
        ("3a. If not, please say why not:", "If not, please say why not", ""),
        ("£Amount claimed", "Amount claimed", ""),
        ("2024 figures", "2024 figures", ""),
    ],
)
def test_labels_without_their_numbers(printed: str, label: str, hint: str) -> None:
    """A label is what is asked, without its number, marks and instruction."""
    assert tidy_label(printed) == (label, hint)


@pytest.mark.parametrize(
    ("label", "tall", "kind"),
    [
        ("Your name", False, FieldType.NAME),
        ("First name", False, FieldType.LINE),
        ("Name of firm", False, FieldType.LINE),
        ("Name and address", True, FieldType.TEXT),
        ("E-mail address", False, FieldType.EMAIL),
        ("Daytime telephone", False, FieldType.PHONE),
        ("Date of birth", False, FieldType.DATE),
        ("Date(s) of the incident(s)", False, FieldType.DATES),
        ("Signature of student", False, FieldType.SIGNATURE),
        ("What happened?", False, FieldType.TEXT),
        ("Employee number", False, FieldType.LINE),
    ],
)
def test_types_from_words(label: str, tall: bool, kind: FieldType) -> None:
    """The type of a field is guessed from its label."""
    assert guess_type(label, tall=tall) is kind


def test_ids_from_labels() -> None:
    """An id is of the label's words, then of its section's too, then numbered."""
    taken: list[str] = []
    for section in ("Your details", "The employer", "The employer"):
        taken.append(make_id("Phone number", section, taken))
    assert taken == ["phone_number", "employer_phone_number", "phone_number_2"]


def test_prose_is_no_question() -> None:
    """Sentences of an instruction make no field, and a heading with a table below it makes a section."""
    place = Place(table=1, row=1)
    blocks = (
        Line((Span("Complaint form", bold=True),), heading=True),
        Line((Span("Please read the notes before you begin. Use black ink."),)),
        Line((Span("About you", bold=True),), heading=True),
        Row((_cell("Name"), _cell("")), place),
    )
    draft = learn_form(Layout("docx", blocks), form_id="own")
    assert [f.label for f in draft.definition.fields] == ["Name"]
    assert [s.heading for s in draft.definition.sections] == ["About you"]
    assert draft.definition.title == "Complaint form"
    assert draft.definition.guidance == ("Please read the notes before you begin. Use black ink.",)


def _cell(text: str) -> Cell:
    return Cell((Line((Span(text),)),)) if text else Cell(())
