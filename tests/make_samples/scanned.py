"""Small scans of one page whose answers are known: with a text layer, true or changed, and handwriting.

`python -m tests.make_samples.scanned FOLDER` writes the samples; tesseract makes the searchable one.
"""

import io
import math
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 150
_SIZE = 1240, 1754
_FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
LABELS = (
    ("complainant_name", "Name"),
    ("department", "Department"),
    ("job_title", "Job title"),
    ("work_email", "Work Email Address"),
    ("work_phone", "Work Phone Number"),
    ("respondents", "Who is the complaint against? (name/s)"),
    ("incident_dates", "Date of incident(s)"),
    ("protected_grounds", "Please state protected equality ground that relates to the complaint:"),
    ("incident_details", "Incident(s) details (Please continue on a separate sheet if necessary.)"),
    ("previous_steps", "Please give details of any action taken to resolve the matter"),
    ("signed_name", "Signed:"),
    ("signed_date", "Date:"),
)
ANSWERS = {
    "complainant_name": "Priya Nolan",
    "department": "Leisure Services",
    "job_title": "Lifeguard",
    "work_email": "pnolan@council.example",
    "work_phone": "028 9649 6111",
    "respondents": "Derek Moore",
    "incident_dates": "3 June 2025",
    "protected_grounds": "Age",
    "incident_details": "He shouts at me nearly every week and the others laugh.",
    "previous_steps": "I spoke to him in May.",
    "signed_name": "Priya Nolan",
    "signed_date": "24/06/2025",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A word of the page and where it stands, in pixels."""

    text: str
    x: float
    y: float
    size: int


def draw_form(by_hand: Sequence[str] = ()) -> tuple[Image.Image, list[Written]]:
    """The page in two tones, and its printed words; the answers named are written by hand."""
    page = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(page)
    words = _print(pen, "Formal complaints form - strictly confidential", (90, 80), 27, 1000)
    top = 160
    rng = random.Random(5)  # noqa: S311 - a seed, no secret
    for name, label in LABELS:
        high = 100 if len(label) > 50 else 66
        pen.rectangle((90, top, 520, top + high), outline=0, width=2)
        pen.rectangle((520, top, 1150, top + high), outline=0, width=2)
        words += _print(pen, label, (100, top + 8), 20, 400)
        if name in by_hand:
            write_by_hand(pen, rng, (540, top + 44), ANSWERS[name])
        else:
            words += _print(pen, ANSWERS[name], (534, top + 12), 21, 600)
        top += high
    return page.point([0 if level < 150 else 255 for level in range(256)]), words


def _print(pen: ImageDraw.ImageDraw, text: str, at: tuple[int, int], size: int, wide: int) -> list[Written]:
    font = ImageFont.truetype(_FONT, size)
    x, y = at
    found = []
    for word in text.split():
        length = round(pen.textlength(word, font=font))
        if x + length > at[0] + wide:
            x, y = at[0], y + round(1.25 * size)
        pen.text((x, y), word, font=font, fill=0)
        found.append(Written(word, x, y, size))
        x += length + round(0.3 * size)
    return found


def write_by_hand(pen: ImageDraw.ImageDraw, rng: random.Random, at: tuple[float, float], text: str) -> None:
    """Loops of one line for each word, as high as their letters are."""
    x, y = at
    for word in text.split():
        points = []
        for letter in word:
            high = 34 if letter in "bdfhklt" or letter.isupper() else 17
            low = 13 if letter in "gjpqy" else 0
            wide = rng.uniform(9, 14)
            for step in range(13):
                turn = step / 6 * math.pi
                across = x + wide * step / 12 + 0.28 * wide * math.sin(turn)
                down = -high / 2 * (1 - math.cos(turn)) + low * max(0.0, -math.sin(turn)) + rng.uniform(-1, 1)
                points.append((across, y + down))
            x += wide
        pen.line(points, fill=30, width=3, joint="curve")
        x += 14


def bind(page: Image.Image, layer: Sequence[Written] = ()) -> bytes:
    """The picture as a PDF of one page, with unseen words under it as scanners put them."""
    held = io.BytesIO()
    unit = 72 / DPI
    high = page.height * unit
    canvas = Canvas(held, pagesize=(page.width * unit, high), invariant=1)
    canvas.drawImage(ImageReader(page.convert("1")), 0, 0, page.width * unit, high)
    for word in layer:
        text = canvas.beginText(word.x * unit, high - (word.y + 0.92 * word.size) * unit)
        text.setFont("Helvetica", word.size * unit)
        text.setTextRenderMode(3)
        text.textOut(word.text)
        canvas.drawText(text)
    canvas.save()
    return held.getvalue()


def changed(layer: Sequence[Written], **instead: str) -> list[Written]:
    """A layer in which words are others."""
    return [Written(instead.get(word.text, word.text), word.x, word.y, word.size) for word in layer]


def searchable(page: Image.Image) -> bytes:
    """The picture as a PDF with the text that tesseract reads on it."""
    held = io.BytesIO()
    page.convert("1").save(held, "PNG", dpi=(DPI, DPI))
    command = ["tesseract", "stdin", "stdout", "-l", "eng", "--dpi", str(DPI), "pdf"]
    return subprocess.run(command, input=held.getvalue(), capture_output=True, check=True).stdout


def main(folder: Path) -> None:
    """Write the samples."""
    page, words = draw_form()
    written = draw_form(("complainant_name", "incident_details", "signed_name"))[0]
    others = {"3": "13", "Moore": "Marsh", "Age": "Race"}
    (folder / "searchable.pdf").write_bytes(searchable(page))
    (folder / "changed-layer.pdf").write_bytes(bind(page, changed(words, **others)))
    written.convert("1").save(folder / "by-hand.png", dpi=(DPI, DPI))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
