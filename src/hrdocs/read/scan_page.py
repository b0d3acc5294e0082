"""Recognised words → a page's words in points, with what the engine was not sure of as findings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Box, Finding, Place, Severity
from hrdocs.read.pdf_lines import group_lines
from hrdocs.read.scan_alike import AGREED, CONTESTED
from hrdocs.read.scan_lines import Lines
from hrdocs.tools.ocr import OcrWord
from hrdocs.tools.pdf_records import Frame, Page, Rule, Word

SURE = 70.0  # a printed word of a clean scan has 85 to 97
CERTAIN = 85.0  # below this a word of an answer is for a person to see
GUESSED = 35.0  # below this the engine sees marks, not letters
NEAR_BORDER = 3.5  # points
_ASCENT, _DESCENT, _TAIL = 0.9, 0.22, 0.21  # of the size of usual type
_FALLING = re.compile(r"[gjpqyQ,;()@_]")
_PRINTED = frozenset("@&+-\u2013\u2014/.,:;()'\"\u00a3%?!\u2610\u2612")
_REMAINS = frozenset("\u2018\u2019'`_\u201c\u2014\u00ab[{(!")
_BARS = frozenset({"|", "\u00a6", "I", "l", "I|", "|I", "Il", "lI", "||"})  # an I between spaces
_LETTERS = re.compile(r"[^\W\d_]{2}")
_STOPS = ".,;:!?)"
_DASHES = frozenset("-\u2013\u2014_~=.,")
_SIDES = frozenset("|Il][!")
LEAST_SIDES = 3  # strokes one below another that show the side of a box
_CROSSED = re.compile(r"\[[xXvV\u2713\u00d7]\]?|[xX]\]|\u2612|\u2611")


def make_page(
    found: Sequence[OcrWord], lines: Lines, size: tuple[int, int], how: tuple[int, int, int]
) -> tuple[Page, list[Finding]]:
    dpi, turn, number = how
    unit = 72 / dpi
    rules = tuple(Rule(*(value * unit for value in box)) for box in lines.rules)
    words, doubts, unsure = [], [], []
    parted = [part for word in found for part in _parted_at_strike(word, lines)]
    for recognised in _settled_bars(_joined_addresses(_without_sides(parted)), rules, unit):
        text = _typed_box(recognised.text) or recognised.text
        box = to_points((recognised.x0, recognised.top, recognised.x1, recognised.bottom), unit)
        print_of = Word(text, *box, bold=recognised.bold, size=recognised.size * unit)
        print_of = print_of._replace(struck=recognised.struck or _strike(recognised, lines) is not None)
        word = _without_border(print_of, rules)
        if not any(character.isalnum() or character in _PRINTED for character in word.text):
            continue
        words.append(word)
        if recognised.confidence < CERTAIN and any(c.isalnum() for c in word.text):
            unsure.append((word, recognised.confidence < SURE))
        if recognised.confidence < SURE:
            doubts.append((word, recognised.confidence))
    squares = tuple((to_points(box, unit), marked) for box, marked in lines.squares)
    width, height = size[0] * unit, size[1] * unit
    page = Page(
        number, width, height, turn, tuple(_evened(_raised(words))), rules, squares,
        frame=Frame(0, 0, width, height, 0),
    )  # fmt: skip
    ink = tuple(word[1:5] for word, confidence in doubts if confidence < GUESSED)
    page = replace(page, ink=ink)
    return page, doubts_of(page, [word for word, _ in doubts]) + _marks(page, unsure)


def _strike(word: OcrWord, lines: Lines) -> Box | None:
    """The ruling line that strikes a word through: it runs over its middle, for most of its length."""
    high, wide = word.bottom - word.top, word.x1 - word.x0
    for rule in lines.rules:
        at = (rule[1] - word.top) / max(1.0, high)
        if rule[1] == rule[3] and 0.3 < at < 0.72 and word.text.strip("-\u2013\u2014_."):
            covered = min(rule[2], word.x1) - max(rule[0], word.x0)
            if covered > 0.75 * wide:
                return rule
    return None


def _parted_at_strike(word: OcrWord, lines: Lines) -> list[OcrWord]:
    """A word of which only the beginning is struck through in two: what follows was set too near."""
    high, wide = word.bottom - word.top, word.x1 - word.x0
    for rule in lines.rules:
        at, share = (rule[1] - word.top) / max(1.0, high), (rule[2] - word.x0) / max(1.0, wide)
        if (
            rule[1] != rule[3]
            or not 0.3 < at < 0.72
            or rule[0] > word.x0 + 0.3 * high
            or not 0.04 < share < 0.9
        ):
            continue
        cuts = [m.end() for m in re.finditer(r"[^\W_](?=[A-Z(])|[^\W\d_](?=\d)|[a-z](?=[^\W\d_])", word.text)]
        best = min(cuts, key=lambda cut: abs(cut - share * len(word.text)), default=None)
        if best is None:
            return [replace(word, confidence=min(word.confidence, CONTESTED))]
        sure = word.confidence if word.text[best].isupper() else min(word.confidence, CONTESTED)
        return [
            replace(word, text=word.text[:best], x1=rule[2]),
            replace(word, text=word.text[best:], x0=rule[2] + 1, confidence=sure),
        ]
    return [word]


def _joined_addresses(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, an e-mail address that the engine split at its @ made one again."""
    found: list[OcrWord] = []
    for word in words:
        before = found[-1] if found else None
        if before and ("@" in (before.text[-1], word.text[0])) and "@" not in before.text[:-1]:
            high = word.bottom - word.top
            if 0 <= word.x0 - before.x1 < 0.6 * high and abs(word.bottom - before.bottom) < 0.5 * high:
                sure = min(before.confidence, word.confidence)
                upper, lower = min(before.top, word.top), max(before.bottom, word.bottom)
                text = before.text + word.text
                found[-1] = replace(before, text=text, top=upper, x1=word.x1, bottom=lower, confidence=sure)
                continue
        found.append(word)
    return found


def _without_sides(found: Sequence[OcrWord]) -> list[OcrWord]:
    """The words without upright strokes one below another, far right of all text: the side of a box."""
    bars = [
        word for before, word, after in zip((None, *found), found, (*found[1:], None), strict=False)
        if word.text in _SIDES and not _beside(before, word) and not _beside(word, after)
    ]  # fmt: skip
    sides = {
        id(bar) for bar in bars
        if sum(abs(bar.x0 + bar.x1 - b.x0 - b.x1) < 0.6 * (bar.bottom - bar.top) for b in bars) >= LEAST_SIDES
    }  # fmt: skip
    return [word for word in found if id(word) not in sides]


def _beside(one: OcrWord | None, other: OcrWord | None) -> bool:
    """Whether two words stand on a line, with no more than a wide space between."""
    if one is None or other is None or min(one.bottom, other.bottom) <= max(one.top, other.top):
        return False
    return other.x0 - one.x1 < 2 * (other.bottom - other.top)


def _settled_bars(found: Sequence[OcrWord], rules: Sequence[Rule], unit: float) -> list[OcrWord]:
    """The words, a bar between spaces read as the word I; beside another word nothing else stands so."""
    settled = []
    for number, word in enumerate(found):
        bar = word.text.rstrip(_STOPS)
        if bar in _BARS and not _near_rule(to_points((word.x0, word.top, word.x1, word.bottom), unit), rules):
            beside = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
            is_word = any(
                _LETTERS.search(w.text) and w.top < word.bottom and word.top < w.bottom for w in beside
            )
            sure = AGREED if is_word and word.confidence >= GUESSED else word.confidence
            word = replace(word, text="I" + word.text[len(bar) :], confidence=sure)
        settled.append(word)
    return settled


def _near_rule(box: Box, rules: Sequence[Rule]) -> bool:
    """Whether a vertical ruling line stands at a mark."""
    middle = (box[1] + box[3]) / 2
    upright = (r for r in rules if r.x0 == r.x1 and r.top - 2 <= middle <= r.bottom + 2)
    return any(abs((box[0] + box[2]) / 2 - rule.x0) < 2.5 for rule in upright)


def _raised(words: Sequence[Word]) -> list[Word]:
    """The words with dashes as high as the word beside them, so that they stay on its line."""
    found: list[Word] = []
    for word in words:
        if not set(word.text) <= _DASHES:
            found.append(word)
            continue
        middle = (word.top + word.bottom) / 2
        beside = [
            w for w in words
            if not set(w.text) <= _DASHES and w.top < middle < w.bottom
            and min(abs(w.x1 - word.x0), abs(word.x1 - w.x0)) < 2 * (w.bottom - w.top)
        ]  # fmt: skip
        near = min(beside, key=lambda w: min(abs(w.x1 - word.x0), abs(word.x1 - w.x0)), default=None)
        found.append(word._replace(top=near.top, bottom=near.bottom) if near else word)
    return found


def _without_border(word: Word, rules: Sequence[Rule]) -> Word:
    """The word without marks that are the remains of a border beside it."""
    text = word.text.strip("|\u00a6")
    if text[:1] in _REMAINS and len(text) > 1 and not (text[0] in "([{" and set(text) & set(")]}")):
        middle = (word.top + word.bottom) / 2
        near = (r for r in rules if r.x0 == r.x1 and r.top <= middle <= r.bottom)
        if any(-3 < word.x0 - rule.x0 < NEAR_BORDER for rule in near):
            text = text[1:]
    return word._replace(text=text)


def _typed_box(text: str) -> str:
    """A tick box that the engine took for brackets."""
    if _CROSSED.fullmatch(text):
        return "\u2612"
    return "\u2610" if text in ("[]", "[_]", "\u2610", "\u25a1") else ""


def to_points(box: Box, unit: float) -> Box:
    return box[0] * unit, box[1] * unit, box[2] * unit, box[3] * unit


def _evened(words: Sequence[Word]) -> list[Word]:
    """The words of a line as high as its type is: boxes that hug the letters differ from word to word."""
    evened = []
    for line in group_lines(words):
        tallest = max(w.bottom - w.top for w in line)
        top, bottom = min(w.top for w in line), max(w.bottom for w in line)
        feet = sorted(w.bottom - w.size * bool(_FALLING.search(w.text)) * _TAIL for w in line if _stands(w))
        if feet:
            foot, size = feet[len(feet) // 2], max(w.size for w in line if _stands(w))
            top, bottom = foot - _ASCENT * size, foot + _DESCENT * size
        elif bottom - top <= 1.6 * tallest:
            top, bottom = top - 0.12 * tallest, bottom + 0.12 * tallest
        else:
            evened += line
            continue
        evened += [w._replace(top=top, bottom=bottom) for w in line]
    return evened


def _stands(word: Word) -> bool:
    """Whether a word shows where the foot of its line is."""
    return word.size > 0 and any(c.isalnum() for c in word.text)


def _marks(page: Page, words: Sequence[tuple[Word, bool]]) -> list[Finding]:
    """A note for each word that could be another, a warning where the engine mostly guessed it."""
    return [
        Finding(
            "unsure-word",
            Severity.WARNING if guessed else Severity.NOTE,
            f"‘{word.text}’ could be another word.",
            where=Place(page=page.number, box=page.shown((word.x0, word.top, word.x1, word.bottom))),
            word=word.text,
        )
        for word, guessed in words
    ]  # fmt: skip


def doubts_of(page: Page, words: Sequence[Word]) -> list[Finding]:
    """One finding for each line with words that were not read surely."""
    findings = []
    for line in group_lines(words):
        box = (
            min(w.x0 for w in line), min(w.top for w in line),
            max(w.x1 for w in line), max(w.bottom for w in line),
        )  # fmt: skip
        findings.append(
            Finding(
                "low-confidence",
                Severity.WARNING,
                "Words here were not read surely; they may be handwritten. Compare them with the page.",
                where=Place(page=page.number, box=page.shown(box)),
            )
        )
    return findings
