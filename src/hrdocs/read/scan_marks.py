"""Marks over and under the letters of recognised words, and their apostrophes, compared with the picture.

Lengths are pixels of the picture; an em is the size of the print.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hrdocs.read.scan_alike import AGREED, CONTESTED, DISPUTED, LEAST
from hrdocs.read.scan_pieces import Shape, find_pieces
from hrdocs.tools.ocr import OcrWord, reads_accents

if TYPE_CHECKING:
    from PIL.Image import Image

_LETTER = re.compile(r"[^\W\d_]")
_LONE_O = frozenset("\u00d2\u00d4\u00d5\u00d6")
_CAPITAL = re.compile("[A-Z]")
_HANGING = frozenset("fgjpqyQ,;()[]/_$@\u201a\u201e|J")
_DOTTED = frozenset("ij")
_BELOW = frozenset("\u0327\u0328\u0326")  # cedilla, ogonek, comma below: of one piece with their letter
_SINGLE = frozenset("'\u2018\u2019" + DISPUTED)
_DOUBLE = frozenset('"\u201c\u201d')
_ENDS = "".join(_SINGLE | _DOUBLE) + "*\u00b0"
_NAME = re.compile(rf"(?:[^\W\d_]|['\u2019{DISPUTED}.-])+")
_STRAIGHT = re.compile("['\"]")
_CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
_INNER_CURLY = re.compile(r"(?<=\w)\u2019(?=\w)")
_INNER_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")
_CURLED = 0.13  # how far the foot of a curly apostrophe is left of its head, of its height


def check_marks(word: OcrWord, picture: "Image", em: float) -> OcrWord:
    """A word, contested where the picture's marks on its letters are not those of the text."""
    if word.text in _LONE_O:
        return replace(word, text="\u00d3")  # of an Irish surname: no other stands alone
    if len(_LETTER.findall(word.text)) < 2 or word.confidence < LEAST:
        return word
    rest = word.text.strip(_ENDS + ".,;:()[]")
    strange = [c for c in rest if c.isalpha() and not c.isascii()]
    if not strange and not _CAPITAL.search(word.text):
        return word
    if strange and not reads_accents():
        return replace(word, confidence=min(word.confidence, CONTESTED))
    if not _NAME.fullmatch(rest):
        return word
    shape = _shape(word, picture, em)
    if shape is None:
        return replace(word, confidence=min(word.confidence, CONTESTED)) if strange else word
    if _differs(word, rest, shape):
        return replace(word, confidence=min(word.confidence, CONTESTED))
    return word


def has_marks(word: OcrWord, picture: "Image", em: float) -> bool | None:
    """Whether as many small marks stand over a word as its letters have; None where it cannot be told."""
    if not _NAME.fullmatch(word.text):
        return None
    shape = _shape(word, picture, em)
    return None if shape is None else shape.above == len(_marks(word.text))


def _shape(word: OcrWord, picture: "Image", em: float) -> Shape | None:
    pad = round(0.24 * em)
    box = (
        max(0, round(word.x0) - 1), max(0, round(word.top) - pad),
        min(picture.width, round(word.x1) + 2), min(picture.height, round(word.bottom) + pad),
    )  # fmt: skip
    return find_pieces(picture.crop(box), em=em)


def _differs(word: OcrWord, rest: str, shape: Shape) -> bool:
    """Whether there are more or fewer small marks than the text has, or odd ones."""
    marks = _marks(word.text)
    quotes = sum(mark == "quote" for mark in marks)
    accents = sum(mark == "accent" for mark in marks)
    lost = len(marks) - shape.above  # small print runs a mark into its letter
    if lost < 0 or (accents and lost > (1 if word.confidence >= 90 else 0)):
        return True
    if shape.slanted > quotes and not quotes and not accents:
        return True
    hanging = sum(c in _HANGING for c in word.text)
    hooks = any(c in _BELOW for letter in rest for c in unicodedata.normalize("NFD", letter))
    return hanging == 0 and shape.below > 0 and not hooks


def _marks(text: str) -> list[str]:
    """The separate small pieces above the letters of a text, from the left."""
    found: list[str] = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        over = [c for c in parts[1:] if unicodedata.combining(c) and c not in _BELOW]
        if over:
            found += ["accent"] * (2 if "\u0308" in over else len(over))
        elif parts[0] in _DOTTED or letter in ":;":
            found.append("dot")
        elif letter in _DOUBLE:
            found += ["quote"] * 2
        elif letter in _ENDS:
            found.append("quote")
    return found


# --- Apostrophes --------------------------------------------------------------------------------------


def settle_quotes(words: Sequence[OcrWord], picture: "Image", em: float) -> list[OcrWord]:
    """The words, each apostrophe that two readings give differently as its picture or the others show it."""
    words = _of_one_kind(words)
    if not any(DISPUTED in word.text for word in words):
        return list(words)
    shown = [_curled(word, picture, em) if DISPUTED in word.text else None for word in words]
    sure = " ".join(word.text for word in words if word.confidence >= AGREED)
    curly = len(_INNER_CURLY.findall(sure)) + sum(s is True for s in shown)
    straight = len(_INNER_STRAIGHT.findall(sure))
    usual = (
        curly > straight if curly != straight and min(curly, straight) * 3 <= max(curly, straight) else None
    )
    found = []
    for word, is_curled in zip(words, shown, strict=True):
        if DISPUTED in word.text:
            known = usual if is_curled is None else is_curled
            text = word.text.replace(DISPUTED, "'" if known is False else "\u2019")
            least = CONTESTED if known is None else 100.0
            word = replace(word, text=text, confidence=min(word.confidence, least))
        found.append(word)
    return found


def _of_one_kind(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, a few straight quotation marks among many curly ones curly: one hand sets them alike."""
    text = " ".join(word.text for word in words)
    if text.count("'") + text.count('"') == 0 or 3 * len(_STRAIGHT.findall(text)) > len(_CURLY.findall(text)):
        return list(words)
    found = []
    for word in words:
        curly = _INNER_STRAIGHT.sub("\u2019", word.text)
        curly = re.sub(r'^(\W*)"(?=\w)', "\\1\u201c", curly)
        curly = re.sub(r'(?<=[\w.,;:!?])"(?=\W*$)', "\u201d", curly)
        found.append(replace(word, text=curly))
    return found


def _curled(word: OcrWord, picture: "Image", em: float) -> bool | None:
    """Whether the apostrophe of a word leans as a curly one; None where the picture does not tell."""
    shape = _shape(word, picture, em)
    marks = _marks(word.text)
    if shape is None or shape.above != len(marks) or marks.count("quote") != 1:
        return None
    lean = shape.leans[marks.index("quote")]
    return True if lean > _CURLED else None
