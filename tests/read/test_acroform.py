"""PDF form fields become entries with their values, options and printed labels."""

import contextlib
import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import Form, grid, pdf, rect, text_at

from hrdocs.document import Entry, EntryKind, Layout, Line, Row
from hrdocs.errors import InputError
from hrdocs.read.pdf import read_pdf


def name(text: str) -> NameObject:
    return NameObject("/" + text)


def string(text: str) -> TextStringObject:
    return TextStringObject(text)


def entries(data: bytes) -> dict[str, Entry]:
    return {b.name: b for b in read_pdf(data, name="form.pdf").blocks if isinstance(b, Entry)}


def codes(layout: Layout) -> list[str]:
    return [finding.code for finding in layout.findings]


def test_text_field_has_value_label_hint_and_place() -> None:
    """A text field is one entry: full name, value, the label to its left, its tooltip, its box."""
    form = Form(pdf(text_at((50, 112, "Full name:"))))
    form.text(1, rect(150, 100, 350, 118), "Text12", "Zoë O’Hagan", TU=string("Your name"))
    layout = read_pdf(form.bytes(), name="form.pdf")
    assert layout.kind == "pdf-acroform"
    found = entries(form.bytes())["Text12"]
    assert (found.value, found.label, found.hint, found.kind) == (
        "Zoë O’Hagan", "Full name:", "Your name", EntryKind.TEXT,
    )  # fmt: skip
    assert found.place.page == 1
    assert found.place.box == pytest.approx((150, 100, 350, 118), abs=0.2)


def test_names_of_nested_fields_are_joined() -> None:
    """A field below others has its full dotted name, and type and flags of its parents."""
    form = Form(pdf(text_at((50, 112, "Name"))))
    parent = form.field(T=string("complainant"), FT=name("Tx"))
    kid = form.widget(1, rect(150, 100, 350, 118), T=string("name"), V=string("Ann Reid"),
                      Parent=parent.indirect_reference)  # fmt: skip
    parent["/Kids"].append(kid.indirect_reference)  # type: ignore[attr-defined]
    assert entries(form.bytes())["complainant.name"].value == "Ann Reid"


def test_several_widgets_of_one_field_are_one_entry() -> None:
    """A field repeated on every page is one entry, placed at its first widget."""
    form = Form(pdf(text_at((50, 112, "Name")), text_at((50, 112, "Name again"))))
    parent = form.field(T=string("name"), FT=name("Tx"), V=string("Ann Reid"))
    for page in (1, 2):
        kid = form.widget(page, rect(150, 100, 350, 118), Parent=parent.indirect_reference)
        parent["/Kids"].append(kid.indirect_reference)  # type: ignore[attr-defined]
    layout = read_pdf(form.bytes(), name="form.pdf")
    found = [b for b in layout.blocks if isinstance(b, Entry)]
    assert [(e.name, e.value, e.place.page) for e in found] == [("name", "Ann Reid", 1)]


def test_empty_field_is_an_entry_with_no_value() -> None:
    """A field left empty is there, with value ""."""
    form = Form(pdf(text_at((50, 112, "Full name:"))))
    form.text(1, rect(150, 100, 350, 118), "a", "")
    assert entries(form.bytes())["a"].value == ""


def test_lines_of_a_multiline_value_are_kept() -> None:
    """Carriage returns of any kind in a value are line breaks."""
    form = Form(pdf(text_at((50, 112, "Details"))))
    form.text(1, rect(50, 120, 500, 300), "d", "First\rSecond\r\nThird", Ff=NumberObject(4096))
    assert entries(form.bytes())["d"].value == "First\nSecond\nThird"


@pytest.mark.parametrize(
    ("state", "checked", "value"), [("Yes", True, "Yes"), ("Off", False, "")], ids=["ticked", "not ticked"]
)
def test_tick_box(state: str, checked: bool, value: str) -> None:
    """A tick box says whether it is ticked; its label stands right of it."""
    form = Form(pdf(text_at((75, 112, "I agree to mediation"))))
    form.widget(1, rect(50, 100, 62, 112), FT=name("Btn"), T=string("tick"), V=name(state), AS=name(state),
                AP=form.states("Yes"))  # fmt: skip
    found = entries(form.bytes())["tick"]
    assert (found.kind, found.checked, found.value) == (EntryKind.TICK, checked, value)
    assert found.label == "I agree to mediation"


def radio(
    form: Form, states: list[str], chosen: str, xs: list[float], *, opt: list[str] | None = None
) -> None:
    keys: dict[str, object] = {"Opt": ArrayObject(map(string, opt))} if opt else {}
    parent = form.field(T=string("r"), FT=name("Btn"), Ff=NumberObject(49152), V=name(chosen), **keys)
    for state, x in zip(states, xs, strict=True):
        shown = name(state if state == chosen else "Off")
        kid = form.widget(
            1, rect(x, 102, x + 12, 114), AP=form.states(state), AS=shown, Parent=parent.indirect_reference
        )
        parent["/Kids"].append(kid.indirect_reference)  # type: ignore[attr-defined]


LINE = ((50, 112, "Have you told anyone?"), (215, 112, "Yes"), (315, 112, "No"))


@pytest.mark.parametrize(
    ("states", "chosen", "opt", "value"),
    [
        (["Yes", "No"], "No", None, "No"),
        (["Choice1", "Choice2"], "Choice2", None, "No"),
        (["0", "1"], "0", None, "Yes"),
        (["0", "1"], "1", ["Yes", "No"], "No"),
        (["a", "b"], "b", None, "No"),
    ],
    ids=["plain", "Choice", "numbers", "opt", "letters"],
)
def test_radio_group(states: list[str], chosen: str, opt: list[str] | None, value: str) -> None:
    """A radio group is one entry: the chosen option by its name, or by its printed label."""
    form = Form(pdf(text_at(*LINE)))
    radio(form, states, chosen, [200, 300], opt=opt)
    found = entries(form.bytes())["r"]
    assert (found.kind, found.value, found.checked) == (EntryKind.RADIO, value, True)
    assert found.label == "Have you told anyone?"
    assert found.options == ("Yes", "No")


def test_labels_left_of_radio_buttons() -> None:
    """Where every label stands left of its button, the last label is not taken for the first."""
    form = Form(pdf(text_at((50, 112, "Have you told anyone?"), (200, 112, "Yes"), (250, 112, "No"))))
    radio(form, ["Choice1", "Choice2"], "Choice1", [224, 270])
    assert entries(form.bytes())["r"].value == "Yes"


def test_radio_group_with_nothing_chosen() -> None:
    """A radio group left alone has no value and is not checked."""
    form = Form(pdf(text_at(*LINE)))
    radio(form, ["Yes", "No"], "Off", [200, 300])
    found = entries(form.bytes())["r"]
    assert (found.value, found.checked) == ("", False)


def test_choice_gives_the_text_shown_not_the_export_value() -> None:
    """A list's value is the option as its reader sees it."""
    form = Form(pdf(text_at((50, 112, "Department"))))
    options = ArrayObject(
        [ArrayObject([string("01"), string("Parks")]), ArrayObject([string("02"), string("Finance")])]
    )
    keys = {"FT": name("Ch"), "Ff": NumberObject(131072), "T": string("c"), "Opt": options, "V": string("02")}
    form.widget(1, rect(150, 100, 350, 118), **keys)
    found = entries(form.bytes())["c"]
    assert (found.kind, found.value, found.options) == (EntryKind.CHOICE, "Finance", ("Parks", "Finance"))


def test_signed_field_is_checked() -> None:
    """A signature field that holds a signature is checked; an empty one is not."""
    form = Form(pdf(text_at((50, 112, "Signature"))))
    signature = DictionaryObject({name("Type"): name("Sig"), name("Filter"): name("Adobe.PPKLite")})
    form.widget(1, rect(150, 100, 350, 118), FT=name("Sig"), T=string("signed"),
                V=form.writer._add_object(signature))  # fmt: skip
    form.widget(1, rect(150, 200, 350, 218), FT=name("Sig"), T=string("open"))
    found = entries(form.bytes())
    assert (found["signed"].kind, found["signed"].checked) == (EntryKind.SIGNATURE, True)
    assert found["open"].checked is False


def test_value_that_differs_from_what_is_shown() -> None:
    """A field whose appearance draws another text is named in a finding; the value is kept."""
    form = Form(pdf(text_at((50, 112, "Date"))))
    form.text(1, rect(150, 100, 350, 118), "date", "03/12/2025", AP=form.drawn("12/03/2025"))
    layout = read_pdf(form.bytes(), name="form.pdf")
    assert [(f.code, f.field) for f in layout.findings] == [("value-differs", "date")]
    assert entries(form.bytes())["date"].value == "03/12/2025"


@pytest.mark.parametrize("drawn", ["Ann Reid", "Ann  Reid ", "", r"\101nn Reid"])
def test_same_text_drawn_is_no_difference(drawn: str) -> None:
    """White space, an empty appearance and escapes are no difference."""
    form = Form(pdf(text_at((50, 112, "Name"))))
    form.text(1, rect(150, 100, 350, 118), "n", "Ann Reid", AP=form.drawn(drawn))
    assert codes(read_pdf(form.bytes(), name="form.pdf")) == []


def test_need_appearances_is_no_difference() -> None:
    """Where the file says that its appearances are out of date, they are not compared."""
    form = Form(pdf(text_at((50, 112, "Name"))))
    form.text(1, rect(150, 100, 350, 118), "n", "Ann Reid", AP=form.drawn("Old"))
    assert codes(read_pdf(form.bytes(needs_appearances=True), name="form.pdf")) == []
    assert codes(read_pdf(form.bytes(needs_appearances=False), name="form.pdf")) == ["value-differs"]


def test_tick_that_differs_from_what_is_shown() -> None:
    """A tick whose value and drawn state disagree is a finding."""
    form = Form(pdf(text_at((75, 112, "I agree"))))
    form.widget(1, rect(50, 100, 62, 112), FT=name("Btn"), T=string("t"), V=name("Yes"), AS=name("Off"),
                AP=form.states("Yes"))  # fmt: skip
    assert codes(read_pdf(form.bytes(), name="form.pdf")) == ["value-differs"]


def test_values_stand_once_among_the_printed_lines() -> None:
    """Entries stand after the text beside them, and their values are no lines."""
    form = Form(
        pdf(text_at((50, 80, "Section 1"), (50, 112, "Name"), (50, 142, "Email"), (50, 180, "Section 2")))
    )
    form.text(1, rect(150, 100, 350, 118), "a", "Ann Reid", AP=form.drawn("Ann Reid"))
    form.text(1, rect(150, 130, 350, 148), "b", "ann@council.example", AP=form.drawn("ann@council.example"))
    blocks = read_pdf(form.bytes(), name="form.pdf").blocks
    said = [b.text if isinstance(b, Line) else b.name for b in blocks if isinstance(b, Line | Entry)]
    assert said == ["Section 1", "Name", "a", "Email", "b", "Section 2"]


def test_label_above_and_in_table() -> None:
    """A label stands above its field, in the cell to its left, or at the head of its column."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [["Witness name", "Witness e-mail"], ["", ""], ["", ""]], top=200)
        grid(canvas, [["Job title", ""]], top=400)
        text_at((50, 112, "Full name"))(canvas)

    form = Form(pdf(draw))
    form.text(1, rect(50, 116, 350, 134), "above", "")
    form.text(1, rect(300, 264, 540, 288), "column", "")
    form.text(1, rect(300, 402, 540, 428), "cell", "")
    found = entries(form.bytes())
    assert [found[key].label for key in ("above", "column", "cell")] == [
        "Full name",
        "Witness e-mail",
        "Job title",
    ]


def test_answers_typed_over_empty_fields_are_read_as_text() -> None:
    """A form whose fields were ignored and typed over is read as text."""
    form = Form(pdf(text_at((50, 112, "Name:"), (50, 142, "Email:"))))
    form.text(1, rect(150, 100, 350, 118), "a", "")
    form.text(1, rect(150, 130, 350, 148), "b", "")
    form.free_text(1, rect(150, 100, 350, 118), "Ann Reid")
    form.free_text(1, rect(150, 130, 350, 148), "ann@council.example")
    layout = read_pdf(form.bytes(), name="form.pdf")
    assert layout.kind == "pdf-text"
    rows = [[cell.text for cell in b.cells] for b in layout.blocks if isinstance(b, Row)]
    assert rows == [["Name:", "Ann Reid"], ["Email:", "ann@council.example"]]


def test_flattened_text_below_a_field_is_not_read_twice() -> None:
    """A value that is also printed where its field stands is read once."""
    form = Form(pdf(text_at((50, 112, "Name:"), (152, 112, "Ann Reid"))))
    form.text(1, rect(150, 100, 350, 118), "a", "Ann Reid")
    layout = read_pdf(form.bytes(), name="form.pdf")
    assert [b.text for b in layout.blocks if isinstance(b, Line)] == ["Name:"]


def test_hidden_field_is_a_note() -> None:
    """A hidden field's value is not read but noted."""
    form = Form(pdf(text_at((50, 112, "Name:"))))
    form.text(1, rect(150, 100, 350, 118), "a", "Ann Reid")
    hidden = form.text(1, rect(150, 130, 350, 148), "secret", "x")
    hidden[name("F")] = NumberObject(2)
    layout = read_pdf(form.bytes(), name="form.pdf")
    assert codes(layout) == ["hidden-text"]
    assert "secret" not in entries(form.bytes())


def test_pure_xfa_is_refused_with_the_way_out() -> None:
    """A form that only Adobe Reader can show is refused, and the error says what to do."""
    form = Form(pdf(text_at((50, 112, "Please wait..."))))
    data = form.bytes(XFA=string("<xdp/>"))
    with pytest.raises(InputError) as caught:
        read_pdf(data, name="form.pdf")
    assert caught.value.code == "not-supported"
    assert "Adobe Reader" in str(caught.value)


def test_xfa_beside_fields_is_read() -> None:
    """A form with XFA and ordinary fields is read by its fields."""
    form = Form(pdf(text_at((50, 112, "Name:"))))
    form.text(1, rect(150, 100, 350, 118), "a", "Ann Reid")
    assert entries(form.bytes(XFA=string("<xdp/>")))["a"].value == "Ann Reid"


def test_rotated_page_gives_boxes_as_displayed() -> None:
    """On a page turned by 90 degrees the field's box is where it is seen, and its label is found."""
    form = Form(pdf(text_at((50, 112, "Full name:"))))
    form.text(1, rect(150, 100, 350, 118), "a", "Ann Reid")
    reader = PdfReader(io.BytesIO(form.bytes()))
    writer = PdfWriter(clone_from=reader)
    writer.pages[0].rotate(90)
    out = io.BytesIO()
    writer.write(out)
    found = entries(out.getvalue())["a"]
    assert found.label == "Full name:"
    assert found.place.box == pytest.approx((841.9 - 118, 150, 841.9 - 100, 350), abs=0.3)


def test_fields_that_no_page_shows_are_entries_without_place() -> None:
    """A form that lost its widgets still gives what its fields hold."""
    form = Form(pdf(text_at((50, 112, "Full name:"))))
    form.field(T=string("name"), FT=name("Tx"), V=string("Ann Reid"))
    found = entries(form.bytes())["name"]
    assert (found.value, found.place.page) == ("Ann Reid", None)


def test_widgets_that_no_field_lists_are_read() -> None:
    """Widgets left out of the form's list of fields are read all the same."""
    form = Form(pdf(text_at((50, 112, "Full name:"))))
    form.text(1, rect(150, 100, 350, 118), "name", "Ann Reid")
    form.fields.clear()
    found = entries(form.bytes(DA=string("/Helv 0 Tf")))["name"]
    assert (found.value, found.label) == ("Ann Reid", "Full name:")


def test_squares_printed_under_tick_boxes_are_no_ticks_of_their_own() -> None:
    """A box drawn on the page under a tick box is not read beside it."""

    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 841.9 - 112, 12, 12)
        text_at((75, 111, "I agree"))(canvas)

    form = Form(pdf(draw))
    form.widget(
        1,
        rect(50, 100, 62, 112),
        FT=name("Btn"),
        T=string("t"),
        V=name("Yes"),
        AS=name("Yes"),
        AP=form.states("Yes"),
    )
    blocks = read_pdf(form.bytes(), name="form.pdf").blocks
    assert [b.text for b in blocks if isinstance(b, Line)] == ["I agree"]


def test_broken_fields_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    """What a broken form holds is printed nowhere."""
    form = Form(pdf(text_at(*LINE)))
    radio(form, ["Yes", "No"], "No", [200, 300])
    data = form.bytes().replace(b"/Fields [", b"/Fields [ \xc6 ", 1)
    with contextlib.suppress(InputError):
        read_pdf(data, name="form.pdf")
    captured = capsys.readouterr()
    assert captured.out + captured.err == ""
