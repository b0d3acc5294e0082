"""Completed PDF forms drawn with reportlab: fillable, flattened, in two columns, turned, typed upon."""

import io
import random
from collections.abc import Iterator
from textwrap import wrap

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from tests.reading.story import Story
from tests.reading.wordings import Wording

# ruff: noqa: E501 - a field reads better on one line

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
WIDTH, HEIGHT = A4
Field = tuple[str, str, str, tuple[float, float, float, float]]  # field id, label, answer, box from below


def _font() -> str:
    if "Reading" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Reading", FONT))
    return "Reading"


def answers(story: Story, words: Wording) -> Iterator[tuple[str, str, str]]:
    """Each field of the form with its label and its answer as text."""
    for names in words.order.values():
        for name in names:
            if name == "witnesses":
                text = "\n".join(", ".join(v for v in p.values() if v) for p in story.truth["witnesses"])
            else:
                text = story.say(name) if story.truth.get(name) is not True else ""
            yield name, words.label(name), text


def _height(name: str) -> float:
    return {"incident_details": 190.0, "behaviour": 190.0, "previous_steps": 55.0, "witnesses": 48.0,
            "respondents": 40.0, "evidence": 42.0}.get(name, 20.0)  # fmt: skip


def _draw(story: Story, words: Wording, *, above: bool, rules: bool) -> tuple[bytes, list[tuple[int, Field]]]:
    """The printed form, and where its answers go: page and box."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    font = _font()
    canvas.setFont(font, 14)
    canvas.drawString(50, HEIGHT - 50, words.title)
    at, page = HEIGHT - 80, 0
    fields: list[tuple[int, Field]] = []
    for name, label, text in answers(story, words):
        height = _height(name) + 11 * text.count("\n")
        lines = wrap(label, 80 if above else 26)
        need = height + (14 * len(lines) if above else 0)
        if at - max(need, 12 * len(lines)) < 50:
            canvas.showPage()
            at, page = HEIGHT - 60, page + 1
        canvas.setFont(font, 9)
        for number, line in enumerate(lines):
            canvas.drawString(50, at - 10 - 11 * number, line)
        top = at - (13 * len(lines) + 2 if above else 0)
        box = (50.0 if above else 200.0, top - height, WIDTH - 50, top)
        if rules:
            canvas.rect(box[0], box[1], box[2] - box[0], height)
        fields.append((page, (name, label, text, box)))
        at = min(top - height, at - 11 * len(lines)) - 8
    canvas.save()
    return out.getvalue(), fields


def fillable(story: Story, words: Wording, rng: random.Random, *, odd_names: bool) -> bytes:
    """A form with fields, named as what they hold or as a program numbers them."""
    above = rng.random() < 0.4
    _, fields = _draw(story, words, above=above, rules=True)
    printed, _ = _draw(story, words, above=above, rules=True)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    page = 0
    for number, (on, (name, label, _, box)) in enumerate(fields, 1):
        while page < on:
            canvas.showPage()
            page += 1
        canvas.acroForm.textfield(
            name=f"Text{number}" if odd_names else name, tooltip="" if odd_names else label, value="",
            x=int(box[0]), y=int(box[1]), width=int(box[2] - box[0]), height=int(box[3] - box[1]), fontSize=8, maxlen=4000,
            fieldFlags="multiline" if box[3] - box[1] > 30 else "", borderWidth=0,
        )  # fmt: skip
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(out.getvalue())))
    for mine, theirs in zip(writer.pages, PdfReader(io.BytesIO(printed)).pages, strict=True):
        mine.merge_page(theirs, over=False)
    for number, (page, (name, _, text, _)) in enumerate(fields, 1):
        values = {f"Text{number}" if odd_names else name: text}
        writer.update_page_form_field_values(writer.pages[page], values, auto_regenerate=False)
    return _written(writer)


def flat(story: Story, words: Wording, rng: random.Random) -> bytes:
    """A flattened form: the answers are print like the labels."""
    above = rng.random() < 0.4
    printed, fields = _draw(story, words, above=above, rules=rng.random() < 0.7)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    page = 0
    for on, (_, _, text, box) in fields:
        while page < on:
            canvas.showPage()
            page += 1
        canvas.setFont(_font(), 8)
        broken = [w for line in text.split("\n") for w in wrap(line, int((box[2] - box[0]) / 4.6))]
        for number, line in enumerate(broken):
            canvas.drawString(box[0] + 4, box[3] - 11 - 10 * number, line)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed)))
    for mine, theirs in zip(writer.pages, PdfReader(io.BytesIO(out.getvalue())).pages, strict=False):
        mine.merge_page(theirs)
    if rng.random() < 0.3:
        for one in writer.pages:
            one.rotate(rng.choice((90, 180, 270)))
            one.transfer_rotation_to_content()
            one.rotate(360 - 90 if rng.random() < 0 else 0)
    return _written(writer)


def typed_on(story: Story, words: Wording, rng: random.Random) -> bytes:
    """A print-out typed upon with free-text annotations."""
    printed, fields = _draw(story, words, above=rng.random() < 0.4, rules=True)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed)))
    for page, (_, _, text, box) in fields:
        if text:
            note = FreeText(text=text, rect=(box[0] + 2, box[1] + 1, box[2] - 2, box[3] - 1), font_size="8pt")
            writer.add_annotation(page, note)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
