"""Forms as other organisations lay them out: columns, boxes, combs, lines to write on, browsers' controls."""

from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf_making import HEIGHT, pdf

from hrdocs.document import Layout, Line, Row
from hrdocs.read.pdf import read_pdf
from hrdocs.rules.matching import find_pairs


def read(data: bytes) -> Layout:
    return read_pdf(data, name="form.pdf")


def lines(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


def rows(layout: Layout) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in layout.blocks if isinstance(block, Row)]


def write(canvas: Canvas, x: float, y: float, text: str, font: str = "Helvetica", size: float = 10) -> None:
    """A text at a place counted from the top left."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - y, text)


def square(canvas: Canvas, x: float, y: float, size: float, *, marked: bool = False) -> None:
    canvas.roundRect(x, HEIGHT - y, size, size, 2, fill=0)
    if marked:
        canvas.setFillColorRGB(0, 0.4, 1)
        canvas.roundRect(x, HEIGHT - y, size, size, 2, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)


def test_two_columns_of_labels_over_answers_are_read_one_after_the_other() -> None:
    """The left column is read to its end first; no line of the right one comes between."""
    left = (("Name", "Ann Bell"), ("Department", "Parks"), ("Job title", "Ranger"))
    right = (("Signed", "Ann Bell"), ("Date", "10 June 2025"), ("Place", "Northtown"))

    def draw(canvas: Canvas) -> None:
        for x, y, step, pairs in ((50, 100, 30, left), (320, 107, 41, right)):
            for number, (label, answer) in enumerate(pairs):
                write(canvas, x, y + number * step, label, "Helvetica-Bold")
                write(canvas, x, y + 12 + number * step, answer)

    found = [text for pair in (*left, *right) for text in pair]
    assert lines(read(pdf(draw))) == found


def test_labels_set_to_the_right_stand_beside_their_answers() -> None:
    """The gap before the answers is small, but it stands at one place of every line."""
    pairs = (("Full name", "Ann Bell"), ("Where do you work?", "Parks"), ("Tel.", "01632 960001"),
             ("Your job", "Ranger"))  # fmt: skip

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for number, (label, answer) in enumerate(pairs):
            canvas.drawRightString(190, HEIGHT - 100 - 16 * number, label)
            canvas.drawString(202, HEIGHT - 100 - 16 * number, answer)

    assert rows(read(pdf(draw))) == [list(pair) for pair in pairs]


def test_a_numbered_list_is_no_column_of_labels() -> None:
    """The numbers of items stand at one place, too, and are no labels."""

    def draw(canvas: Canvas) -> None:
        for number in range(1, 6):
            write(canvas, 50, 100 + 16 * number, f"{number}.")
            write(canvas, 66, 100 + 16 * number, f"What happened on day {number}")

    assert rows(read(pdf(draw))) == []


def test_an_answer_over_a_dotted_line_is_read_without_the_dots() -> None:
    """Dots that were written over are no part of the answer."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 100, "." * 120)
        write(canvas, 50, 99, "He shouted at me in the yard.", "Courier")

    assert lines(read(pdf(draw))) == ["He shouted at me in the yard."]


def test_a_browsers_boxes_are_ticks() -> None:
    """Rounded squares and circles are tick boxes, filled in colour where they are chosen."""

    def draw(canvas: Canvas) -> None:
        for y, text, marked in ((100, "Sex", True), (120, "Age", False)):
            square(canvas, 50, y, 10, marked=marked)
            write(canvas, 66, y - 1, text)

    assert lines(read(pdf(draw))) == ["☒ Sex", "☐ Age"]


def test_a_comb_is_one_answer_and_no_row_of_ticks() -> None:
    """One character to a box: the parts of a date belong together."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 112, "Date of birth")
        x = 200.0
        for number, digit in enumerate("11021990"):
            x += 6 if number in (2, 4) else 0
            canvas.rect(x, HEIGHT - 116, 16, 16)
            write(canvas, x + 4, 112, digit, "Courier")
            x += 16

    assert rows(read(pdf(draw))) == [["Date of birth", "11021990"]]


def test_a_label_below_the_line_belongs_to_what_stands_on_it() -> None:
    """As under a line to sign on; where the next line to write on follows, nothing is decided."""

    def draw(canvas: Canvas) -> None:
        for x, answer, label in ((50, "Ann Bell", "Full name"), (320, "10 June 2025", "Date")):
            write(canvas, x + 4, 100, answer, "Courier")
            canvas.line(x, HEIGHT - 103, x + 180, HEIGHT - 103)
            write(canvas, x, 113, label, size=8)

    assert rows(read(pdf(draw))) == [["Full name", "Ann Bell", "Date", "10 June 2025"]]


def test_boxes_that_touch_have_their_own_labels() -> None:
    """A block of boxes for an address: each line with the label to its left."""
    parts = (("Number or name", "14"), ("Street", "Quarry Lane"), ("Town", "Northtown"))

    def draw(canvas: Canvas) -> None:
        for number, (label, answer) in enumerate(parts):
            y = 100 + 20 * number
            canvas.rect(200, HEIGHT - y - 6, 300, 20)
            write(canvas, 110, y, label)
            write(canvas, 205, y, answer, "Courier")

    assert rows(read(pdf(draw))) == [list(part) for part in parts]


def test_pairs_name_what_is_ticked_under_its_question() -> None:
    """With a number before the question, and options on either side of their boxes."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 100, "1.8")
        write(canvas, 80, 100, "How should we contact you?")
        for x, text, marked in ((300, "Email", False), (380, "Post", True)):
            canvas.rect(x, HEIGHT - 101, 10, 10)
            write(canvas, x + 14, 100, text)
            if marked:
                canvas.line(x, HEIGHT - 101, x + 10, HEIGHT - 91)
                canvas.line(x, HEIGHT - 91, x + 10, HEIGHT - 101)

    pairs = [(pair.label, pair.value) for pair in find_pairs(read(pdf(draw)))]
    assert pairs == [("How should we contact you?", "Post")]


def test_an_empty_box_of_a_comb_is_a_space() -> None:
    """Between letters; what is left empty at the end is nothing."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 92, "Name")
        for number, letter in enumerate("ANN BELL   "):
            canvas.rect(50 + 14 * number, HEIGHT - 114, 14, 14, fill=0)
            write(canvas, 54 + 14 * number, 111, letter.strip())

    assert lines(read(pdf(draw))) == ["Name", "ANN BELL"]


def test_a_hint_below_one_of_two_labels_stays_with_its_box() -> None:
    """Two boxes side by side, each with its label over it: each box comes once, behind its own words."""

    def draw(canvas: Canvas) -> None:
        for x, texts in ((50, ("Work e-mail", "so that we can write", "ann@example.org")),
                         (300, ("Tel.", "work or mobile", "01632 960001"))):  # fmt: skip
            write(canvas, x, 100, texts[0], "Helvetica-Bold")
            write(canvas, x, 111, texts[1], size=8)
            canvas.rect(x, HEIGHT - 140, 220, 25, fill=0)
            write(canvas, x + 4, 131, texts[2])

    texts = [b.text if isinstance(b, Line) else b.cells[0].text for b in read(pdf(draw)).blocks
             if isinstance(b, Line | Row)]  # fmt: skip
    assert texts == ["Work e-mail", "so that we can write", "ann@example.org", "Tel.", "work or mobile",
                     "01632 960001"]  # fmt: skip


def test_running_text_beside_labels_is_a_column_of_its_own() -> None:
    """Though its lines stand level with those of the labels and answers on the left."""
    left = [("Name", True), ("Ann Bell", False), ("Department", True), ("Parks", False),
            ("What happened?", True), ("He shouted at me across", False)]  # fmt: skip
    right = [("the yard, and again in the", False), ("store, so that all could hear", False),
             ("it. Nobody said a word.", False), ("Signed", True), ("Ann Bell", False), ("Date", True),
             ("10 June 2025", False)]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for x, column in ((50, left), (320, right)):
            for number, (text, bold) in enumerate(column):
                write(canvas, x, 100 + 14 * number, text, "Helvetica-Bold" if bold else "Helvetica")

    assert lines(read(pdf(draw))) == [text for text, _ in (*left, *right)]


def test_boxes_with_rounded_corners_are_cells() -> None:
    """Side by side with less room between them than between two columns of text, each holds its own."""
    boxes = [(50, 100, 293, ("Name", "Ann Bell")), (299, 100, 545, ("Who is it about?", "Bo Day", "Cy Eve")),
             (50, 160, 293, ("Department", "Parks")), (299, 160, 545, ("Job title", "Ranger")),
             (50, 220, 545, ("Details", "He shouted at me across the yard, and again."))]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for x0, top, x1, texts in boxes:
            canvas.roundRect(x0, HEIGHT - top - 50, x1 - x0, 50, 6, fill=0)
            for number, text in enumerate(texts):
                write(canvas, x0 + 6, top + 12 + 14 * number, text, size=9 if number else 7)

    assert rows(read(pdf(draw))) == [["\n".join(texts)] for *_, texts in boxes]


def test_white_print_on_a_dark_box_with_rounded_corners_is_seen() -> None:
    """A banner; what is white on white is hidden text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.3, 0.1, 0.5)
        canvas.roundRect(50, HEIGHT - 90, 495, 40, 8, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 60, 75, "Complaint form", "Helvetica-Bold", 14)

    found = read(pdf(draw))
    assert rows(found) == [["Complaint form"]]
    assert not found.findings


def test_a_tick_box_filled_in_among_empty_ones_is_marked() -> None:
    """Where all boxes are filled they are bullets, and stay as they are drawn."""

    def draw(filled: set[int]) -> list[str]:
        def boxes(canvas: Canvas) -> None:
            for number, name in enumerate(("age", "race", "sex")):
                canvas.rect(50, HEIGHT - 110 - 20 * number, 9, 9, fill=number in filled)
                write(canvas, 66, 109 + 20 * number, name)

        return lines(read(pdf(boxes)))

    assert draw({1}) == ["☐ age", "☒ race", "☐ sex"]
    assert draw({0, 1, 2}) == ["☐ age", "☐ race", "☐ sex"]


def test_the_last_of_several_lines_to_write_on_is_no_line_to_sign() -> None:
    """The label below it asks for something else."""
    told = ("I have read that old matters may be reported now, and she", "leads the new network,",
            "so I am reporting it.")  # fmt: skip

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 95, "Your account", "Times-Roman", 8)
        for number, text in enumerate(told):
            write(canvas, 54, 112 + 17 * number, text)
            canvas.line(50, HEIGHT - 115 - 17 * number, 545, HEIGHT - 115 - 17 * number)
        write(canvas, 50, 162, "Protected characteristic", "Times-Roman", 8)

    assert lines(read(pdf(draw))) == ["Your account", *told, "Protected characteristic"]


def test_answers_larger_than_their_labels_are_no_headings_in_columns() -> None:
    """What is large is told from all of the page's text, not from that of one column of a row."""

    def draw(canvas: Canvas) -> None:
        for row in range(5):
            for x in (50, 320):
                write(canvas, x, 100 + 40 * row, f"Label of the answer no. {row}", size=7)
                write(canvas, x, 112 + 40 * row, f"Answer {row}", size=9.5)
        for number in range(12):
            write(
                canvas,
                50,
                330 + 12 * number,
                "She said it again in front of everybody who was there.",
                size=9.5,
            )

    found = [block for block in read(pdf(draw)).blocks if isinstance(block, Line)]
    assert len(found) == 32
    assert not any(line.heading for line in found)


def test_the_parts_of_a_date_in_boxes_are_one() -> None:
    """High boxes of their own for day, month and year, with strokes between."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 92, "Date", "Helvetica-Bold")
        x = 50.0
        for part in ("15", "01", "2025"):
            for digit in part:
                canvas.rect(x, HEIGHT - 120, 18, 22, fill=0)
                write(canvas, x + 6, 113, digit)
                x += 18
            write(canvas, x + 6, 113, "/" if part != "2025" else "")
            x += 15

    assert lines(read(pdf(draw))) == ["Date", "15/01/2025"]
