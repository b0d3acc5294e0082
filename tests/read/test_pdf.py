"""Flat PDF files become lines and rows in reading order, with what was typed or drawn on top."""

import contextlib
import io
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, RectangleObject, TextStringObject
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, Form, floats, grid, pdf, rect, text_at

from hrdocs.document import Layout, Line, Mark, Picture, Row
from hrdocs.errors import InputError
from hrdocs.read.pdf import read_pdf


def read(data: bytes) -> Layout:
    return read_pdf(data, name="form.pdf")


def rows(layout: Layout) -> list[list[str]]:
    return [[cell.text for cell in b.cells] for b in layout.blocks if isinstance(b, Row)]


def lines(layout: Layout) -> list[str]:
    return [b.text for b in layout.blocks if isinstance(b, Line)]


def codes(layout: Layout) -> list[str]:
    return [finding.code for finding in layout.findings]


def changed(data: bytes, **page: object) -> bytes:
    """The file with keys of its first page set."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for key, value in page.items():
        writer.pages[0][NameObject("/" + key)] = value
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# --- tables ---------------------------------------------------------------------------------------


def test_ruled_table_gives_rows_of_cells_with_places() -> None:
    """A ruled table is one row per row, its cells with page, box, table, row and cell."""
    layout = read(pdf(lambda c: grid(c, [["Name", "Ann Reid"], ["Details", "First line\nsecond line"]])))
    assert layout.kind == "pdf-text"
    assert rows(layout) == [["Name", "Ann Reid"], ["Details", "First line\nsecond line"]]
    row = layout.blocks[1]
    assert isinstance(row, Row)
    assert row.ruled
    place = row.cells[1].place
    assert (place.page, place.table, place.row, place.cell) == (1, 1, 2, 2)
    assert place.box == pytest.approx((297.5, 130, 545, 160), abs=1)


def test_merged_cells_are_one_cell() -> None:
    """Where an inner border is missing the cells are one, with the columns it spans."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([50, 200, 545], [700, 670])
        canvas.rect(50, 640, 495, 30)
        canvas.drawString(54, 680, "Name")
        canvas.drawString(204, 680, "Ann Reid")
        canvas.drawString(54, 650, "One cell over both columns of it")

    layout = read(pdf(draw))
    assert rows(layout) == [["Name", "Ann Reid"], ["One cell over both columns of it"]]
    last = layout.blocks[-1]
    assert isinstance(last, Row)
    assert last.cells[0].span == 2


def test_table_drawn_as_thin_rectangles() -> None:
    """Bars of a point's width are borders."""

    def draw(canvas: Canvas) -> None:
        for y in (700, 670, 640):
            canvas.rect(50, y, 400, 0.7, stroke=0, fill=1)
        for x in (50, 200, 450):
            canvas.rect(x, 640, 0.7, 60, stroke=0, fill=1)
        text_at((54, HEIGHT - 680, "Name"), (204, HEIGHT - 680, "Ann Reid"))(canvas)
        text_at((54, HEIGHT - 650, "Email"), (204, HEIGHT - 650, "ann@council.example"))(canvas)

    assert rows(read(pdf(draw))) == [["Name", "Ann Reid"], ["Email", "ann@council.example"]]


def test_answer_over_the_page_break_has_an_empty_label_on_the_second_page() -> None:
    """A row that goes on on the next page is a row there too, its label cell empty."""
    layout = read(pdf(
        lambda c: grid(c, [["Details", "It began in\nthe canteen"]], top=740, high=60),
        lambda c: grid(c, [["", "and went on"], ["Witnesses", "None"]], top=60),
    ))  # fmt: skip
    assert rows(layout) == [
        ["Details", "It began in\nthe canteen"],
        ["", "and went on"],
        ["Witnesses", "None"],
    ]


def test_answer_lines_are_no_table() -> None:
    """Underlines to write on neither make a table nor strike the text out."""

    def draw(canvas: Canvas) -> None:
        text_at((50, 100, "Name: Ann Reid"), (50, 130, "Email: ann@council.example"))(canvas)
        canvas.line(80, HEIGHT - 102, 300, HEIGHT - 102)
        canvas.line(80, HEIGHT - 132, 300, HEIGHT - 132)

    assert lines(read(pdf(draw))) == ["Name: Ann Reid", "Email: ann@council.example"]


def test_drawn_box_beside_its_label_is_one_row() -> None:
    """A single box with the answer stands in one row with the label printed left of it."""

    def draw(canvas: Canvas) -> None:
        text_at((50, 114, "Full name"), (154, 114, "Ann Reid"), (50, 154, "Email"))(canvas)
        canvas.rect(150, HEIGHT - 120, 300, 20)
        canvas.rect(150, HEIGHT - 160, 300, 20)

    assert rows(read(pdf(draw))) == [["Full name", "Ann Reid"], ["Email", ""]]


def test_page_frame_is_no_table() -> None:
    """A border around the whole page leaves its lines as lines."""

    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 20, 555, 800)
        text_at((50, 100, "Name: Ann Reid"))(canvas)

    assert lines(read(pdf(draw))) == ["Name: Ann Reid"]


def test_comb_cells_are_joined() -> None:
    """Small cells with a character each are one answer."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([50, 200, *range(220, 381, 20)], [700, 675])
        canvas.drawString(54, 682, "Date")
        for number, character in enumerate("03032025"):
            canvas.drawString(206 + 20 * number, 682, character)

    assert rows(read(pdf(draw))) == [["Date", "03032025"]]


# --- text -----------------------------------------------------------------------------------------


def test_wide_gaps_show_columns() -> None:
    """A label and its answer far apart on a line are a row that is not ruled."""
    layout = read(
        pdf(text_at((50, 100, "Full name"), (200, 100, "Ann Reid"), (50, 130, "Nothing else here")))
    )
    row = layout.blocks[0]
    assert isinstance(row, Row)
    assert not row.ruled
    assert rows(layout) == [["Full name", "Ann Reid"]]
    assert lines(layout) == ["Nothing else here"]


def test_answer_that_wraps_in_its_column_stays_in_its_cell() -> None:
    """Lines under an answer's first line, where it begins, belong to it."""
    layout = read(
        pdf(text_at((50, 100, "Details"), (200, 100, "He shouted at me"), (200, 114, "in the canteen")))
    )
    assert rows(layout) == [["Details", "He shouted at me\nin the canteen"]]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    """A page in two columns is read column by column."""
    left = [(50, 100 + 14 * i, f"left {i} of this long column of running text") for i in range(6)]
    right = [(310, 100 + 14 * i, f"right {i} of this long column of running text") for i in range(6)]
    found = lines(read(pdf(text_at((50, 60, "A heading over both of the columns"), *left, *right))))
    assert [line.split()[0] for line in found] == ["A", *["left"] * 6, *["right"] * 6]


def test_labels_and_answers_in_columns_are_not_read_as_two_columns() -> None:
    """Short labels with answers beside them stay together, however many."""
    pairs = [(50, 100 + 20 * i, f"Label {i}") for i in range(8)]
    pairs += [(250, 100 + 20 * i, f"the answer to it, number {i}") for i in range(8)]
    assert rows(read(pdf(text_at(*pairs))))[3] == ["Label 3", "the answer to it, number 3"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_page_is_read_as_displayed(turn: int) -> None:
    """A page turned in the viewer is read in its text's order, boxes as displayed."""
    data = changed(pdf(text_at((50, 100, "First"), (50, 130, "Second"))), Rotate=_number(turn))
    layout = read(data)
    assert lines(layout) == ["First", "Second"]
    box = layout.blocks[0].place.box
    assert box is not None
    x, y = {90: (841.9 - 100, 50), 180: (595.3 - 50, 841.9 - 100), 270: (100, 595.3 - 50)}[turn]
    assert min(abs(box[0] - x), abs(box[2] - x)) < 12
    assert min(abs(box[1] - y), abs(box[3] - y)) < 12


def _number(value: int) -> object:
    from pypdf.generic import NumberObject

    return NumberObject(value)


def test_text_drawn_sideways_is_read_upright() -> None:
    """A page whose text itself runs up the page is read line by line."""

    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -100, "First line of it")
        canvas.drawString(100, -130, "Second line of it")

    assert lines(read(pdf(draw))) == ["First line of it", "Second line of it"]


def test_crop_box_moves_the_origin_and_hides_what_is_outside() -> None:
    """Boxes count from the visible corner; text outside the visible page is not read."""
    data = pdf(text_at((150, 200, "Inside"), (10, 20, "Outside")))
    layout = read(changed(data, CropBox=RectangleObject((100, 100, 500, HEIGHT - 100))))
    assert lines(layout) == ["Inside"]
    box = layout.blocks[0].place.box
    assert box is not None
    assert box[0] == pytest.approx(50, abs=1)
    assert 85 < box[1] < 100


def test_hidden_text_is_left_out_and_noted() -> None:
    """Invisible, white and tiny text is no answer."""

    def draw(canvas: Canvas) -> None:
        text_at((50, 100, "Name: Ann Reid"))(canvas)
        canvas.setFillColor(white)
        canvas.drawString(50, 600, "white words")
        canvas.setFillColor(black)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(50, 500, "tiny words")
        unseen = canvas.beginText(50, 400)
        unseen.setFont("Helvetica", 12)
        unseen.setTextRenderMode(3)
        unseen.textOut("unseen words")
        canvas.drawText(unseen)

    layout = read(pdf(draw))
    assert lines(layout) == ["Name: Ann Reid"]
    assert codes(layout) == ["hidden-text"]


def test_white_text_on_a_dark_band_is_read() -> None:
    """A heading in white on a dark ground is seen."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.1, 0.4)
        canvas.rect(40, 690, 500, 24, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.drawString(50, 697, "Section 1: About you")

    layout = read(pdf(draw))
    assert "Section 1: About you" in [text for row in rows(layout) for text in row] + lines(layout)
    assert codes(layout) == []


def test_headings_are_known() -> None:
    """A short bold or large line is a heading."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(50, 700, "About you")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(50, 680, "Name: Ann Reid")
        canvas.drawString(50, 660, "Email: ann@council.example")

    found = [b.heading for b in read(pdf(draw)).blocks if isinstance(b, Line)]
    assert found == [True, False, False]


def test_ticks_are_read_as_boxes() -> None:
    """Dingbats, drawn squares with a cross, and letters typed in squares are ticked boxes."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Yes, in the canteen")
        canvas.setFont("ZapfDingbats", 12)
        canvas.drawString(50, 700, "\u2714")
        canvas.drawString(50, 670, "\u2751")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(70, 670, "No, not at all")
        for y in (640, 610, 580):
            canvas.rect(50, y, 10, 10)
        canvas.line(50, 640, 60, 650)
        canvas.line(50, 650, 60, 640)
        canvas.drawString(51, 611, "X")
        for y, text in ((641, "Crossed by hand"), (611, "Typed over"), (581, "Left empty")):
            canvas.drawString(70, y, text)

    assert lines(read(pdf(draw))) == [
        "☒ Yes, in the canteen", "☐ No, not at all", "☒ Crossed by hand", "☒ Typed over", "☐ Left empty",
    ]  # fmt: skip


def test_struck_words_are_marked() -> None:
    """Words with a line through their middle are struck, the others are not."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Yes")
        canvas.drawString(80, 700, "No")
        canvas.line(79, 704, 96, 704)

    line = read(pdf(draw)).blocks[0]
    assert isinstance(line, Line)
    assert [(s.text.strip(), s.mark) for s in line.spans] == [("Yes", Mark.PLAIN), ("No", Mark.STRUCK)]


# --- on top ---------------------------------------------------------------------------------------


def test_free_text_falls_into_the_cell_it_stands_in() -> None:
    """What was typed over a cell is that cell's, marked as filled."""
    form = Form(pdf(lambda c: grid(c, [["Name", ""], ["Details", ""]], high=40)))
    form.free_text(1, rect(300, 102, 540, 120), "Ann Reid")
    form.free_text(1, rect(300, 142, 540, 178), "He shouted\rat me")
    layout = read(form.bytes())
    assert rows(layout) == [["Name", "Ann Reid"], ["Details", "He shouted\nat me"]]
    row = layout.blocks[0]
    assert isinstance(row, Row)
    assert row.cells[1].filled == "Ann Reid"


def test_free_text_on_a_line_follows_its_label() -> None:
    """What was typed beside a label stands on its line; elsewhere it is a line of its own."""
    form = Form(pdf(text_at((50, 112, "Name:"))))
    form.free_text(1, rect(85, 100, 300, 116), "Ann Reid")
    form.free_text(1, rect(85, 300, 300, 316), "On its own")
    layout = read(form.bytes())
    assert lines(layout) == ["Name: Ann Reid", "On its own"]
    first, second = layout.blocks
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.filled.strip(), second.place.part) == ("Ann Reid", "annotation")


def test_comments_are_no_answers() -> None:
    """A sticky note is a finding, a highlight nothing."""
    form = Form(pdf(text_at((50, 112, "Name: Ann Reid"))))
    form.annotation(
        1, Subtype=NameObject("/Text"), Rect=rect(300, 100, 320, 120), Contents=TextStringObject("Why?")
    )
    form.annotation(1, Subtype=NameObject("/Highlight"), Rect=rect(50, 100, 150, 116),
                    Contents=TextStringObject("mine"))  # fmt: skip
    layout = read(form.bytes())
    assert lines(layout) == ["Name: Ann Reid"]
    assert codes(layout) == ["comment"]


def test_ink_is_a_picture_or_in_its_cell() -> None:
    """A signature drawn on top is noted, as a picture, or as the picture of the cell it stands in."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [["Signature", ""]])
        text_at((50, 312, "Signed:"))(canvas)

    form = Form(pdf(draw))
    for top in (105, 300):
        ink = ArrayObject([floats((300, HEIGHT - top, 350, HEIGHT - top - 15, 400, HEIGHT - top))])
        form.annotation(1, Subtype=NameObject("/Ink"), Rect=rect(300, top, 420, top + 20), InkList=ink)
    layout = read(form.bytes())
    assert codes(layout) == ["ink-annotation"] * 2
    row = layout.blocks[0]
    assert isinstance(row, Row)
    assert [cell.has_image for cell in row.cells] == [False, True]
    assert sum(isinstance(b, Picture) for b in layout.blocks) == 1


# --- what cannot be trusted -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0" * 500, "empty"),
        (b"PK\3\4 not a pdf", "not-supported"),
        (b"%PDF-1.7\nnothing follows", "damaged"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
         b"trailer<</Root 1 0 R>>\n%%EOF", "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_pdf_is_one_clear_error(data: bytes, code: str) -> None:
    """Empty, foreign, pageless and broken files are refused with their code."""
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.code == code


def encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(text_at((50, 100, "Name: Ann Reid"))))))
    writer.encrypt(user, "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_with_a_password_is_refused() -> None:
    """A password that nobody gave is an error with the next step."""
    with pytest.raises(InputError) as caught:
        read(encrypted("secret"))
    assert caught.value.code == "encrypted"


def test_encrypted_without_a_password_opens() -> None:
    """A file that is only locked against changes is read."""
    assert lines(read(encrypted(""))) == ["Name: Ann Reid"]


def test_too_many_pages_are_said() -> None:
    """Of a file with hundreds of pages the first 200 are read, and it says so."""
    layout = read(pdf(*[text_at((50, 100, "page"))] * 203))
    assert len(layout.blocks) == 200
    assert codes(layout) == ["too-many-pages"]


def test_page_tree_that_loops_ends() -> None:
    """A page tree that holds itself is an error or a reading, never a hang."""
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(InputError):
        read(data)


def test_cut_file_says_that_its_end_is_missing() -> None:
    """A truncated file is refused, or read with a warning."""
    data = pdf(*[text_at((50, 100, f"page {i}")) for i in range(5)])
    for share in (0.5, 0.8, 0.97):
        try:
            layout = read(data[: int(len(data) * share)])
        except InputError as error:
            assert error.code == "damaged"
        else:
            assert "damaged" in codes(layout)


def test_huge_page_is_read() -> None:
    """A page of enormous size costs no more than another."""
    layout = read(changed(pdf(text_at((50, 100, "Name"))), MediaBox=RectangleObject((0, 0, 1e9, 1e9))))
    assert lines(layout) == ["Name"]


SAMPLE = Form(pdf(lambda c: grid(c, [["Name", "Ann Reid"], ["Details", "It began on 3 March"]])))
SAMPLE.text(1, rect(150, 300, 350, 318), "a", "Ann Reid")
SAMPLE.free_text(1, rect(150, 400, 350, 418), "typed")
SAMPLE_BYTES = SAMPLE.bytes()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_changed_bytes_give_a_layout_or_an_input_error(seed: int) -> None:
    """Whatever bytes of a file are changed, it is read or refused."""
    chance = random.Random(seed)  # noqa: S311  # a test's chance, no secret
    data = bytearray(SAMPLE_BYTES)
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(data))
        if chance.random() < 0.2:
            del data[at : at + chance.randint(1, 200)]
            data = data or bytearray(b"x")
        else:
            data[at] = chance.randrange(256)
    with contextlib.suppress(InputError):
        assert isinstance(read(bytes(data)), Layout)


def test_running_heads_and_feet_are_marked() -> None:
    """What stands at the top or bottom of several pages, numbers aside, is a header or footer."""
    pages = [
        text_at((50, 40, "Dignity at Work"), (50, 400, f"Answer {i}"), (500, 820, f"Page {i} of 2"))
        for i in (1, 2)
    ]
    found = [(b.text, b.place.part) for b in read(pdf(*pages)).blocks if isinstance(b, Line)]
    assert found[:3] == [("Dignity at Work", "header"), ("Answer 1", None), ("Page 1 of 2", "footer")]


def test_reading_order_of_nested_blocks() -> None:
    """Text above, in, beside and under a table keeps its order."""

    def draw(canvas: Canvas) -> None:
        text_at((50, 90, "Section 1"), (50, 200, "Section 2"))(canvas)
        grid(canvas, [["Name", "Ann Reid"]], top=100)
        grid(canvas, [["Details", "It began on 3 March"]], top=210)

    layout = read(pdf(draw))
    said = [
        b.text if isinstance(b, Line) else b.cells[0].text for b in layout.blocks if isinstance(b, Line | Row)
    ]
    assert said == ["Section 1", "Name", "Section 2", "Details"]


def test_two_columns_of_labels_with_their_answers_are_read_column_by_column() -> None:
    """Where both columns hold labels and answers on one line each, they are not mixed."""
    left = ["Name: Ann Reid", "Department: Parks", "Job title: Ranger", "Grade: 4"]
    right = ["Email: ann@council.example", "Phone: 028 9649 6001", "Site: Depot", "Manager: Tom Hale"]
    places = [
        (x, 100 + 20 * i, text) for x, texts in ((50, left), (320, right)) for i, text in enumerate(texts)
    ]
    assert lines(read(pdf(text_at(*places)))) == left + right
