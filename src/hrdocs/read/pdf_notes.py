"""Annotations of a PDF page: what was typed, drawn or stamped on top of it.

Typed text becomes words marked as filled in, one to a line, so that it falls into the cell or line
over which it stands. A comment is no answer.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from hrdocs.document import Box, Finding, Place, Severity
from hrdocs.read.pdf_widgets import shown_texts
from hrdocs.tools.pdf_calls import ask_text, note_boxes, page_notes, pdfium_call
from hrdocs.tools.pdf_records import Frame, Page, Rule, Word
from hrdocs.tools.pdfs import page_frame

MAX_NOTES = 2_000
MAX_TYPED = 20_000
_COMMENT, _FREE_TEXT, _STRIKE_OUT, _STAMP, _INK = _TAKEN = 1, 3, 12, 13, 15
_HIDDEN_FLAGS = 2 | 32
_FONT_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s+Tf")
_LEADING = 1.18


@dataclass(slots=True)
class Notes:
    """What a page's annotations add: typed words, drawn marks, struck lines, findings."""

    words: list[Word] = field(default_factory=list)
    ink: list[Box] = field(default_factory=list)
    struck: list[Rule] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    silent: list[tuple[Box, Box]] = field(default_factory=list)  # typed boxes whose text is only drawn


def read_notes(document: Any, loaded: Any, page: Page) -> Notes:
    """The annotations of a page, which is loaded."""
    notes, frame = Notes(), page_frame(loaded)
    subtype, flags = pdfium_call("FPDFAnnot_GetSubtype"), pdfium_call("FPDFAnnot_GetFlags")
    for _, note in page_notes(loaded, MAX_NOTES):
        kind = subtype(note)
        if kind in _TAKEN and not flags(note) & _HIDDEN_FLAGS:
            _take(kind, note, page, frame, notes)
    if notes.silent:
        texts = shown_texts(document, page.number, [displayed for _, displayed in notes.silent]) or []
        for (box, _), text in zip(notes.silent, texts, strict=False):
            if text:
                notes.words += _typed(text, box, 0.0)
            else:
                notes.ink.append(box)
    return notes


def _take(kind: int, note: int, page: Page, frame: Frame, notes: Notes) -> None:
    box, displayed = note_boxes(note, page.frame, frame)
    where = Place(page=page.number, box=page.shown(box), part="annotation")
    get_text = pdfium_call("FPDFAnnot_GetStringValue")
    text = ask_text(get_text, note, b"Contents").strip()[:MAX_TYPED]
    if kind == _COMMENT:
        message = "A comment is attached here. It was not read as an answer."
        notes.findings.append(Finding("comment", Severity.NOTE, message, where=where))
    elif kind == _STRIKE_OUT:
        middle = (box[1] + box[3]) / 2
        notes.struck.append(Rule(box[0], middle, box[2], middle))
    elif kind == _FREE_TEXT and text:
        style = ask_text(get_text, note, b"DA")
        size = _FONT_SIZE.search(style)
        notes.words += _typed(text, box, float(size[1]) if size else 0.0)
    elif kind == _FREE_TEXT:
        notes.silent.append((box, displayed))
    elif kind == _STAMP and text:
        notes.words += _typed(text, box, 0.0)
    else:
        notes.ink.append(box)
        message = "Something is drawn or stamped here, a signature perhaps. It was not read as text."
        notes.findings.append(Finding("ink-annotation", Severity.NOTE, message, where=where))


def _typed(text: str, box: Box, size: float) -> list[Word]:
    """The lines of a typed text from the top of its box, as one word each."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]
    x0, top, x1, bottom = box
    high = (bottom - top) / max(len(lines), 1)
    leading = min(high, size * _LEADING) if 2 < size < 60 else high
    slack = (bottom - top) - leading * len(lines)
    # a box little higher than its text holds it in the middle, a larger one at its top
    start = top + (slack / 2 if slack < leading else 2.0)
    words = []
    for number, line in enumerate(lines):
        y = start + number * leading
        right = min(x1, x0 + max(1.0, 0.62 * leading * len(line)))
        words.append(Word(line, x0, y, right, y + leading, filled=True))
    return words
