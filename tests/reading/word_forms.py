"""Completed Word forms: fifteen ways to set labels and answers on the page."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import docx
from docx.shared import Cm, Pt
from tests.reading.people import GROUND_NAMES
from tests.reading.story import Story
from tests.reading.word_typing import TYPISTS, boxed, struck
from tests.reading.wordings import GUIDANCE, Wording

LONG = frozenset(("incident_details", "previous_steps", "behaviour", "effect", "attempts_to_resolve"))


@dataclass(slots=True)
class Sheet:
    """A form being written: the Word document, whose story it is, and how it is typed."""

    doc: Any
    story: Story
    words: Wording
    rng: random.Random
    typist: str
    guidance: bool = False
    numbered: int = 0

    def type(self, paragraph: Any, text: str) -> None:
        if text:
            TYPISTS[self.typist](paragraph, text, self.rng)

    def answer(self, holder: Any, name: str, *, first: Any = None) -> None:
        """An answer in a cell or in the document, one paragraph to a line of it."""
        if name == "witnesses":
            self.witnesses(holder, first)
            return
        if name == "protected_grounds" and self.story.written.get("grounds_as") in ("ticks", "struck"):
            self.grounds(holder, first)
            return
        if name == "signed_name" and self.story.truth[name] is True:
            paragraph = first if first is not None else holder.add_paragraph()
            paragraph.add_run().add_picture(_scrawl(self.rng), height=Cm(1))
            return
        lines = self.story.say(name).split("\n") if self.rng.random() < 0.7 else [self.story.say(name)]
        for number, line in enumerate(lines):
            self.type(first if number == 0 and first is not None else holder.add_paragraph(), line)

    def grounds(self, holder: Any, first: Any) -> None:
        """A list of tick boxes, or alternatives struck out."""
        chosen = self.story.written["protected_grounds"]
        if self.story.written["grounds_as"] == "struck":
            others = tuple(g for g in GROUND_NAMES if g != chosen)[:3]
            struck(first if first is not None else holder.add_paragraph(), chosen, others)
            return
        for number, ground in enumerate(GROUND_NAMES):
            paragraph = first if number == 0 and first is not None else holder.add_paragraph()
            paragraph.add_run(f"{'☒' if ground == chosen else '☐'} {ground}")

    def witnesses(self, holder: Any, first: Any) -> None:
        people = self.story.truth["witnesses"]
        if not people:
            if self.rng.random() < 0.5:
                self.type(first if first is not None else holder.add_paragraph(), "None")
            return
        way = self.story.written.get("witnesses_as", "lines")
        if way == "table" and hasattr(holder, "add_table"):
            self.witness_table(holder)
            return
        lines: list[str] = []
        for number, person in enumerate(people, 1):
            known = [v for v in person.values() if v]
            if way == "blocks":
                lines += [
                    f"{k}: {v}" for k, v in zip(("Name", "Email", "Phone"), person.values(), strict=True) if v
                ]
            elif way == "numbered":
                lines.append(f"{number}. {', '.join(known)}")
            else:
                lines.append(", ".join(known) if len(known) < 3 else f"{known[0]} ({known[1]}, {known[2]})")
        for number, line in enumerate(lines):
            self.type(first if number == 0 and first is not None else holder.add_paragraph(), line)

    def witness_table(self, holder: Any) -> None:
        people = self.story.truth["witnesses"]
        heads = self.rng.choice(
            (
                ("Name", "Email Address", "Phone Number"),
                ("Name", "E-mail", "Telephone"),
                ("Full name", "Email", "Tel"),
            )
        )
        table = holder.add_table(1, 3)
        if holder is self.doc:
            table.style = "Table Grid"
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        for person in (*people, *([None] if len(people) < 3 else [])):
            row = table.add_row()
            for cell, value in zip(row.cells, person.values() if person else ("", "", ""), strict=True):
                self.type(cell.paragraphs[0], value or "")

    def heading(self, section: str, holder: Any = None) -> None:
        (holder or self.doc).add_paragraph().add_run(self.words.sections[section]).bold = True
        if self.guidance and section in GUIDANCE:
            (holder or self.doc).add_paragraph().add_run(GUIDANCE[section]).italic = True


def _scrawl(rng: random.Random) -> io.BytesIO:
    """A drawn signature as a picture."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (300, 90), "white")
    points = [(10 + 28 * i, rng.randint(15, 75)) for i in range(10)]
    ImageDraw.Draw(picture).line(points, fill="#102060", width=4, joint="curve")
    out = io.BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return out


def _table(sheet: Sheet, columns: int) -> Any:
    table = sheet.doc.add_table(0, columns)
    table.style = "Table Grid"
    return table


def _wide(row: Any) -> Any:
    return row.cells[0].merge(row.cells[-1])


def two_columns(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        table = _table(sheet, 2)
        for name in names:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(sheet.words.label(name)).bold = sheet.rng.random() < 0.5
            sheet.answer(cells[1], name, first=cells[1].paragraphs[0])


def four_columns(sheet: Sheet) -> None:
    table = _table(sheet, 4)
    for section, names in sheet.words.order.items():
        _wide(table.add_row()).paragraphs[0].add_run(sheet.words.sections[section]).bold = True
        short = [
            n for n in names if n not in LONG and n not in ("witnesses", "protected_grounds", "respondents")
        ]
        for at in range(0, len(short), 2):
            cells = table.add_row().cells
            for number, name in enumerate(short[at : at + 2]):
                cells[2 * number].paragraphs[0].add_run(sheet.words.label(name))
                target = cells[2 * number + 1]
                sheet.answer(target, name, first=target.paragraphs[0])
        for name in (n for n in names if n not in short):
            row = table.add_row()
            row.cells[0].paragraphs[0].add_run(sheet.words.label(name))
            target = row.cells[1].merge(row.cells[3])
            sheet.answer(target, name, first=target.paragraphs[0])


def above_in_cell(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        table = _table(sheet, 1)
        for name in names:
            cell = table.add_row().cells[0]
            cell.paragraphs[0].add_run(sheet.words.label(name)).bold = True
            sheet.answer(cell, name)


def rows_above(sheet: Sheet) -> None:
    table = _table(sheet, 1)
    for section, names in sheet.words.order.items():
        table.add_row().cells[0].paragraphs[0].add_run(sheet.words.sections[section]).bold = True
        for name in names:
            table.add_row().cells[0].paragraphs[0].add_run(sheet.words.colon(name)).bold = True
            cell = table.add_row().cells[0]
            sheet.answer(cell, name, first=cell.paragraphs[0])


def inline_cells(sheet: Sheet) -> None:
    table = _table(sheet, 1)
    for section, names in sheet.words.order.items():
        table.add_row().cells[0].paragraphs[0].add_run(sheet.words.sections[section]).bold = True
        for name in names:
            cell = table.add_row().cells[0]
            cell.paragraphs[0].add_run(f"{sheet.words.colon(name)} ")
            sheet.answer(cell, name, first=cell.paragraphs[0])


def colons(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        for name in names:
            paragraph = sheet.doc.add_paragraph()
            paragraph.add_run(f"{sheet.words.colon(name)} ").bold = True
            below = name in LONG or name == "witnesses"
            sheet.answer(sheet.doc, name, first=None if below else paragraph)


def leaders(sheet: Sheet) -> None:
    mark = sheet.rng.choice((".", "_", "…"))
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        for name in names:
            paragraph = sheet.doc.add_paragraph()
            if name in LONG or name in (
                "witnesses",
                "protected_grounds",
                "respondents",
                "evidence",
                "resolution_sought",
            ):
                paragraph.add_run(sheet.words.label(name))
                sheet.answer(sheet.doc, name)
                continue
            paragraph.add_run(f"{sheet.words.colon(name)} {mark * 4}")
            sheet.answer(sheet.doc, name, first=paragraph)
            paragraph.add_run(mark * sheet.rng.randint(6, 30))


def tabs(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        for name in names:
            paragraph = sheet.doc.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(7.5))
            below = name in LONG or name == "witnesses"
            paragraph.add_run(sheet.words.label(name) + ("" if below else "\t"))
            sheet.answer(sheet.doc, name, first=None if below else paragraph)


def headings(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.doc.add_heading(sheet.words.sections[section], 1)
        for name in names:
            if len(names) > 1 or sheet.words.label(name).lower() not in sheet.words.sections[section].lower():
                sheet.doc.add_heading(sheet.words.label(name), 2)
            sheet.answer(sheet.doc, name)


def nested(sheet: Sheet) -> None:
    outer = _table(sheet, 1)
    for section, names in sheet.words.order.items():
        cell = outer.add_row().cells[0]
        cell.paragraphs[0].add_run(sheet.words.sections[section]).bold = True
        inner = cell.add_table(0, 2)
        for name in names:
            cells = inner.add_row().cells
            cells[0].paragraphs[0].add_run(sheet.words.label(name))
            sheet.answer(cells[1], name, first=cells[1].paragraphs[0])


def merged(sheet: Sheet) -> None:
    table = _table(sheet, 6)
    for section, names in sheet.words.order.items():
        _wide(table.add_row()).paragraphs[0].add_run(sheet.words.sections[section].upper()).bold = True
        for name in names:
            if name in LONG or name == "witnesses":
                _wide(table.add_row()).paragraphs[0].add_run(sheet.words.label(name))
                cell = _wide(table.add_row())
            else:
                cells = table.add_row().cells
                cells[0].merge(cells[1]).paragraphs[0].add_run(sheet.words.label(name))
                cell = cells[2].merge(cells[5])
            sheet.answer(cell, name, first=cell.paragraphs[0])


def boxes(sheet: Sheet) -> None:
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        for number, name in enumerate(names):
            sheet.doc.add_paragraph(sheet.words.label(name))
            if name in ("witnesses", "protected_grounds", "signed_name"):
                sheet.answer(sheet.doc, name)
            elif sheet.story.say(name):
                boxed(sheet.doc.add_paragraph(), sheet.story.say(name), 20 + number)


def bold_labels(sheet: Sheet) -> None:
    for names in sheet.words.order.values():
        for name in names:
            sheet.doc.add_paragraph().add_run(sheet.words.label(name)).bold = True
            sheet.answer(sheet.doc, name)


def signed_together(sheet: Sheet) -> None:
    """A table for the person, text below, and signature and date on one line."""
    for section, names in sheet.words.order.items():
        sheet.heading(section)
        if section == "personal":
            table = _table(sheet, 2)
            for name in names:
                cells = table.add_row().cells
                cells[0].paragraphs[0].add_run(sheet.words.colon(name))
                sheet.answer(cells[1], name, first=cells[1].paragraphs[0])
        elif section == "signature":
            paragraph = sheet.doc.add_paragraph()
            for name in names:
                paragraph.add_run(f"{sheet.words.colon(name)} ")
                sheet.answer(sheet.doc, name, first=paragraph)
                paragraph.add_run("\t\t")
        else:
            for name in names:
                sheet.doc.add_paragraph().add_run(sheet.words.colon(name)).italic = True
                sheet.answer(sheet.doc, name)


def paired_cells(sheet: Sheet) -> None:
    """Two answers to a row, each behind its label in its cell."""
    table = _table(sheet, 2)
    for section, names in sheet.words.order.items():
        _wide(table.add_row()).paragraphs[0].add_run(sheet.words.sections[section]).bold = True
        short = [n for n in names if n not in LONG and n not in ("witnesses", "protected_grounds")]
        for at in range(0, len(short), 2):
            row = table.add_row()
            for cell, name in zip(row.cells, short[at : at + 2], strict=False):
                cell.paragraphs[0].add_run(f"{sheet.words.colon(name)} ")
                sheet.answer(cell, name, first=cell.paragraphs[0])
        for name in (n for n in names if n not in short):
            cell = _wide(table.add_row())
            cell.paragraphs[0].add_run(sheet.words.label(name))
            sheet.answer(cell, name)


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    f.__name__: f
    for f in (
        two_columns, four_columns, above_in_cell, rows_above, inline_cells, colons, leaders, tabs, headings,
        nested, merged, boxes, bold_labels, signed_together, paired_cells,
    )
}  # fmt: skip


def make_word(story: Story, words: Wording, layout: str, typist: str, *, guidance: bool = False) -> bytes:
    """A completed Word form."""
    rng = random.Random(f"{story.seed}-{layout}-{typist}")  # noqa: S311 - a seed, no secret
    doc = docx.Document()
    doc.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Times New Roman"))
    doc.styles["Normal"].font.size = Pt(rng.choice((10, 11, 12)))
    if rng.random() < 0.4:
        doc.sections[0].header.paragraphs[0].text = "Glenroe Borough Council – OFFICIAL"
        doc.sections[0].footer.paragraphs[0].text = "Version 3, May 2024"
    title = doc.add_paragraph()
    title.add_run(words.title).bold = True
    LAYOUTS[layout](Sheet(doc, story, words, rng, typist, guidance))
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()
