"""Whether the text of a PDF page is text: garbled fonts, hidden words, OCR layers."""

import re
from collections.abc import Iterator
from itertools import groupby

from hrdocs.tools.pdf_records import Columns, Page, Seen, Word

ENOUGH = 60  # pairs of letters from which a judgement can be made
OUTLINES = 40
ALL_OUTLINES = 150  # curved paths: a page of a few lines that are drawn has more
# English has 0.62 of the common pairs, a list of names 0.33, shuffled letters at most 0.27
LEAST_COMMON = 0.2
MANY = 110
LEAST_OF_MANY = 0.27
_COMMON = (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi"
    " ri ro ic ne ea ra ce li ch ll be ma si om ur ns no la ec wa na us em ai el ta et ot so ss ac"
)
_PAIRS = tuple(dict.fromkeys(_COMMON.split()))  # the commonest first
_LETTERS = re.compile(r"[a-z]{2,}")
_STRANGE = re.compile(
    r"[^\w.,:;()'\"/&@+%?!*\[\]#=|\-\u2019\u201c\u201d\u2013\u2014\u00a3\u20ac\u2022\u2026\u2610\u2612]"
)
_BAD = re.compile("[\ue000-\uf8ff\N{REPLACEMENT CHARACTER}]")
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf0e0\uf02d\uf0a0\uf020")


def is_garbled(page: Page) -> bool:
    """Whether the text, or the part of it in any one font, cannot be what the page shows."""
    words = page.columns
    text = page.text
    if len(text) < 2:
        return False
    bad = 0 if text.isascii() else len([c for c in _BAD.findall(text) if c not in _BULLETS])
    if bad >= 4 and bad > 0.02 * len(text):
        return True
    if bad and sum(words.unmapped) >= 3:
        return True
    return any(map(is_nonsense, _by_font(words)))


def _by_font(words: Columns) -> Iterator[str]:
    """The text that is set in each font."""
    found: dict[int, list[str]] = {}
    begin = 0
    for font, run in groupby(words.font):
        end = begin + len(tuple(run))
        found.setdefault(font, []).extend(words.text[begin:end])
        begin = end
    return map(" ".join, found.values())


def is_nonsense(text: str) -> bool:
    """Whether a text of some length lacks the letter pairs that any Latin-script language has."""
    letters = text.lower()
    runs = _LETTERS.findall(letters)
    pairs = sum(map(len, runs)) - len(runs)
    if pairs < ENOUGH:
        printable = "".join(text.split())
        return len(printable) >= ENOUGH and len(_STRANGE.findall(printable)) > 0.3 * len(printable)
    least = LEAST_OF_MANY if pairs >= MANY else LEAST_COMMON
    common = 0
    for pair in _PAIRS:
        common += letters.count(pair)
        if common >= least * pairs:
            return False
    return True


def is_scan(page: Page) -> bool:
    """Whether pictures cover most of the page."""
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in page.images)
    return covered > 0.5 * page.width * page.height


def is_drawn(page: Page) -> bool:
    """Whether the page's text may be drawn as outlines."""
    return page.curved > OUTLINES


def is_ocr_layer(page: Page) -> bool:
    """Whether the page's text is a machine's reading of what it shows: unseen, or under the picture.

    What it shows is a picture, or text that is drawn as outlines.
    """
    pictured = is_scan(page)
    if not page.words or not (pictured or page.curved > ALL_OUTLINES):
        return False
    unseen = sum(word.seen is Seen.INVISIBLE for word in page.words) / len(page.words)
    return page.text_under_image or unseen > 0.5 if pictured else unseen > 0.3


def visible(page: Page) -> tuple[Word, ...]:
    """The words that a person sees on the page."""
    if not any(page.columns.seen):
        return page.words
    return tuple([word for word in page.words if word.seen is Seen.YES])
