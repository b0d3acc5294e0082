"""Recognised words compared with the picture that they come from.

An engine mistakes dashes for one another, drops marks over letters that its language does not have, and
is unsure of words that it read well. The picture tells: lengths, small marks, and a second reading of the
lines in doubt at another size. Lengths are pixels of the picture; an em is the size of the print.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hrdocs.document import Box
from hrdocs.read.scan_pieces import Shape, find_pieces
from hrdocs.tools.ocr import OcrWord, read_words

if TYPE_CHECKING:
    from PIL.Image import Image

AGREED = 96.0  # the confidence of a word that two readings give alike
CONTESTED = 60.0  # of a word that they give differently, or that has a mark which the text lacks
_SURE = 85.0
_LEAST = 30.0  # below this a word is no print
_MOST_LINES = 60
_DASHES = frozenset("-\u2013\u2014~_")
_LETTER = re.compile(r"[A-Za-z]")
_HANGING = frozenset("gjpqyQ,;()[]/_$@\u201a\u201e|J")
_DOTTED = frozenset("ij")
_DOUBLE = frozenset('"\u201c\u201d')
_ENDS = "\"'\u2018\u2019\u201c\u201d*\u00b0"


def mend_words(words: Sequence[OcrWord], picture: "Image", *, dpi: int, name: str) -> list[OcrWord]:
    """The words as the picture shows them, each with how sure it is after a second look."""
    lines = runs_of(words)
    em = _em(lines, dpi)
    mended = [word for line in lines for word in _with_dashes(line, picture, em)]
    mended = _read_again(mended, picture, em, dpi, name)
    return _apart([_with_marks(word, picture, em) for word in mended], em)


def _apart(words: Sequence[OcrWord], em: float) -> list[OcrWord]:
    """The words with a space between those that the engine told apart, however near they stand."""
    found: list[OcrWord] = []
    for word in words:
        before = found[-1] if found else None
        is_tight = before and (before.text[-1] in "-@._/" or word.text[0] in "-@._/")
        if (
            before
            and not is_tight
            and runs_of([before, word])[0][-1] is word
            and word.x0 - before.x1 < 0.15 * em
        ):
            found[-1] = replace(before, x1=max(before.x0 + 1, word.x0 - 0.15 * em))
        found.append(word)
    return found


def runs_of(words: Sequence[OcrWord]) -> list[list[OcrWord]]:
    """The words as the engine gave them, in runs from the left to the right."""
    lines: list[list[OcrWord]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last and word.x0 >= last.x1 - 6 and min(last.bottom, word.bottom) > max(last.top, word.top) - 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _em(lines: Sequence[Sequence[OcrWord]], dpi: int) -> float:
    """The size of most of the print: a line of words is nine tenths of it high."""
    heights = sorted(max(w.bottom for w in ws) - min(w.top for w in ws) for ws in lines if len(ws) > 3)
    usual = dpi * 11 / 72
    if not heights:
        return usual
    return min(max(heights[len(heights) // 2] / 0.92, 0.6 * usual), 1.6 * usual)


# --- Dashes -------------------------------------------------------------------------------------------


def _with_dashes(line: Sequence[OcrWord], picture: "Image", em: float) -> Iterator[OcrWord]:
    """The words of a line, each lone dash by its length, and those that the engine left out."""
    for number, word in enumerate(line):
        before = line[number - 1] if number else None
        if before and word.x0 - before.x1 > 0.65 * em and not _is_dash(word) and not _is_dash(before):
            yield from _left_out(before, word, picture, em)
        if _is_dash(word) and len(line) > 1:
            yield _measured(word, picture, em)
        else:
            yield word


def _is_dash(word: OcrWord) -> bool:
    return set(word.text) <= _DASHES


def _measured(word: OcrWord, picture: "Image", em: float) -> OcrWord:
    ink = _ink(picture, (word.x0 - 2, word.top - 3, word.x1 + 3, word.bottom + 4))
    if ink is None or ink[3] - ink[1] > 0.16 * em:
        return word
    return replace(word, text=_dash(ink[2] - ink[0], em), confidence=AGREED)


def _dash(length: float, em: float) -> str:
    return "-" if length < 0.33 * em else "\u2013" if length < 0.72 * em else "\u2014"


def _left_out(before: OcrWord, after: OcrWord, picture: "Image", em: float) -> Iterator[OcrWord]:
    """A dash between two words that the engine did not see."""
    top, bottom = min(before.top, after.top), max(before.bottom, after.bottom)
    box = (before.x1 + 3, top, after.x0 - 3, bottom)
    ink = _ink(picture, box)
    if ink is None:
        return
    wide, high = ink[2] - ink[0], ink[3] - ink[1]
    middle = ((ink[1] + ink[3]) / 2 - top) / max(1.0, bottom - top)
    if high <= 0.16 * em and 0.18 * em <= wide <= 1.1 * em and 0.25 < middle < 0.8:
        yield OcrWord(_dash(wide, em), ink[0], top, ink[2], bottom, AGREED)


def _ink(picture: "Image", box: Box) -> Box | None:
    """The box around what is dark in a part of the picture."""
    x0, top = max(0, round(box[0])), max(0, round(box[1]))
    part = picture.crop((x0, top, max(x0 + 1, round(box[2])), max(top + 1, round(box[3]))))
    found = part.point([255 if level < 140 else 0 for level in range(256)]).getbbox()
    return (found[0] + x0, found[1] + top, found[2] + x0, found[3] + top) if found else None


# --- A second reading ---------------------------------------------------------------------------------


def _read_again(words: list[OcrWord], picture: "Image", em: float, dpi: int, name: str) -> list[OcrWord]:
    """The words, those in doubt compared with a reading of their lines at another size."""
    from PIL import Image

    lines = [
        line for line in runs_of(words)
        if any(_LEAST <= w.confidence < _SURE and any(c.isalnum() for c in w.text) for w in line)
    ][:_MOST_LINES]  # fmt: skip
    if not lines:
        return words
    margin = round(0.5 * em)
    boxes = [_around(line, margin, picture) for line in lines]
    scale = 1.35
    sheet = Image.new(
        "L",
        (round(scale * max(b[2] - b[0] for b in boxes)) + 2 * margin,
         sum(round(scale * (b[3] - b[1])) + margin for b in boxes) + margin),
        255,
    )  # fmt: skip
    at, tops = margin, []
    for box in boxes:
        strip = picture.crop(box)
        strip = strip.resize(
            (round(scale * strip.width), round(scale * strip.height)), Image.Resampling.BICUBIC
        )
        sheet.paste(strip, (margin, at))
        tops.append(at)
        at += strip.height + margin
    again = read_words(sheet, dpi=round(dpi * scale), name=name, is_block=True)
    looked: dict[int, OcrWord] = {}
    for line, box, top in zip(lines, boxes, tops, strict=True):
        foot = top + scale * (box[3] - box[1])
        own = [w for w in again if top <= (w.top + w.bottom) / 2 <= foot]
        for word in line:
            left, right = (margin + scale * (x - box[0]) for x in (word.x0, word.x1))
            inside = [w for w in own if left - 0.2 * em < (w.x0 + w.x1) / 2 < right + 0.2 * em]
            looked[id(word)] = _compared(word, inside)
    return [looked.get(id(word), word) for word in words]


def _around(line: Sequence[OcrWord], margin: int, picture: "Image") -> tuple[int, int, int, int]:
    high = round(0.12 * (max(w.bottom for w in line) - min(w.top for w in line))) + 2
    return (
        max(0, round(line[0].x0) - margin), max(0, round(min(w.top for w in line)) - high),
        min(picture.width, round(line[-1].x1) + margin),
        min(picture.height, round(max(w.bottom for w in line)) + high),
    )  # fmt: skip


def _compared(word: OcrWord, again: Sequence[OcrWord]) -> OcrWord:
    """A word after its second reading: sure where both agree, contested where they do not."""
    if word.confidence >= _SURE or word.confidence < _LEAST or not again:
        return word
    text = "".join(w.text for w in again)
    confidence = min(w.confidence for w in again)
    if _alike(text) == _alike(word.text):
        bare = word.text.strip("(\"'\u201c\u2018,.;:)|") or "I"
        least = 90 if "@" in bare or bare == "I" else 110 if bare.isalpha() and len(bare) > 3 else 130
        is_sure = word.confidence + confidence >= least or (confidence >= 90 and word.text.isalpha())
        return replace(word, confidence=AGREED if is_sure else max(word.confidence, 70.0))
    if len(again) == 1 and confidence >= 93 and word.confidence < 70 and text.isalpha() and len(text) > 2:
        return replace(word, text=text, confidence=max(CONTESTED, 74.0))
    return replace(word, confidence=min(word.confidence, CONTESTED))


def _alike(text: str) -> str:
    """A text with the marks that two readings may give differently and that are told apart elsewhere."""
    return text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014|", "''\"\"--I"))


# --- Marks over and under letters ---------------------------------------------------------------------


def _with_marks(word: OcrWord, picture: "Image", em: float) -> OcrWord:
    """A word, contested where the picture has a mark on a letter that the text does not have."""
    letters = len(_LETTER.findall(word.text))
    if letters < 2 or word.confidence < _LEAST or not any(c.isupper() for c in word.text):
        return word
    rest = word.text.strip("".join(_ENDS) + ".,;:()[]")
    if not rest.isascii() or not re.fullmatch(r"[A-Za-z'\u2019-]+", rest.replace("\u2019", "'")):
        return word
    pad = round(0.24 * em)
    box = (
        max(0, round(word.x0) - 1), max(0, round(word.top) - pad),
        min(picture.width, round(word.x1) + 2), min(picture.height, round(word.bottom) + pad),
    )  # fmt: skip
    shape = find_pieces(picture.crop(box), em=em)
    if shape is None:
        return word
    return (
        replace(word, confidence=min(word.confidence, CONTESTED)) if _is_marked(word, rest, shape) else word
    )


def _is_marked(word: OcrWord, rest: str, shape: Shape) -> bool:
    """Whether there are more small marks than the dots and apostrophes of the text, or odd ones."""
    dots = sum(c in _DOTTED for c in rest) + sum(c in ":;" for c in word.text)
    quotes = sum(2 if c in _DOUBLE else 1 for c in word.text if c in _ENDS)
    if shape.above > dots + quotes:
        return True
    if shape.slanted > quotes and not quotes:
        return True
    hanging = sum(c in _HANGING for c in word.text)
    return hanging == 0 and shape.below > 0
