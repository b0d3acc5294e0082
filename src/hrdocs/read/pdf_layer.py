"""The unseen text that a scanner has put under the picture of a page, held against what the picture shows.

It is another program's reading, and can be changed without a trace on the page. The picture is read as any
scan is; where the layer has other words, nobody can tell which is right, and a person must look.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdocs.document import Box, Finding, Place, Severity
from hrdocs.read.scan_alike import alike, plain
from hrdocs.tools.pdf_records import Page, Word

LEAST_ALIKE = 0.6  # of the words: a layer with fewer is not of this page, or worthless
_NEAR = 5.0  # points between the places of one word in two readings
_SKEWED = 24.0  # the same on a page that lies crooked, whose picture was straightened
_LETTERS = re.compile(r"[^\W_]+")
_BAND = 12.0


@dataclass(frozen=True, slots=True)
class Compared:
    """What comes of comparing: the share of words that both have, and a finding for each of the others."""

    share: float
    findings: tuple[Finding, ...]


def compare_layer(layer: Sequence[Word], page: Page) -> Compared:
    """The words read on a page against those of the layer under it."""
    known, read = _Places(layer), _Places(page.words)
    for far in (_NEAR, _SKEWED):
        odd = [word for word in page.words if _matters(word) and not known.has(word, far)]
        lost = [word for word in layer if _matters(word) and not read.has(word, far)]
        count = sum(map(_matters, page.words)) + sum(map(_matters, layer))
        share = 1 - (len(odd) + len(lost)) / max(1, count)
        if share >= LEAST_ALIKE:
            break
    doubts = [_doubt(page, word, known.nearest(word), far) for word in odd]
    doubts += [_doubt(page, word, None, far) for word in lost]
    return Compared(share, tuple(doubts))


def _matters(word: Word) -> bool:
    """Whether a word has letters or digits by which readings can be compared."""
    key = _key(word.text)
    return len(key) > 1 or word.text.strip(".,:;()").isdigit()


def _key(text: str) -> str:
    """The letters and digits of a text without accents and capitals, those alike made the same."""
    return "".join(_LETTERS.findall(plain(alike(text)).lower())).translate(str.maketrans("il|0", "111o"))


class _Places:
    """Words by the bands of the page in which they stand."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._bands: dict[int, list[tuple[Word, str]]] = {}
        for word in words:
            self._bands.setdefault(int((word.top + word.bottom) / 2 // _BAND), []).append(
                (word, _key(word.text))
            )

    def _around(self, word: Word, far: float) -> Iterator[tuple[Word, str]]:
        middle = (word.top + word.bottom) / 2
        for band in range(int((middle - far) // _BAND), int((middle + far) // _BAND) + 1):
            for other, key in self._bands.get(band, ()):
                level = abs((other.top + other.bottom) / 2 - middle) <= far
                if level and other.x0 <= word.x1 + far and word.x0 <= other.x1 + far:
                    yield other, key

    def has(self, word: Word, far: float) -> bool:
        """Whether a word stands here, whole or as a part, or in parts."""
        key = _key(word.text)
        near = sorted(self._around(word, far), key=lambda one: one[0].x0)
        return any(key == other for _, other in near) or key in "".join(other for _, other in near)

    def nearest(self, word: Word) -> Word | None:
        """The word that stands in the place of another."""
        there = [(min(o.x1, word.x1) - max(o.x0, word.x0), o.text, o) for o, _ in self._around(word, _NEAR)]
        best = max(there, key=lambda one: one[:2], default=None)
        return best[2] if best and best[0] > 0 else None


def _doubt(page: Page, word: Word, other: Word | None, far: float) -> Finding:
    """A word that the picture and the layer have differently; on a crooked page its line may be the next."""
    more = far / 4 if far > _NEAR else 0.0
    box: Box = (word.x0, word.top - more, word.x1, word.bottom + more)
    instead = f" has \u2018{other.text}\u2019" if other else " does not agree"
    return Finding(
        "layer-differs",
        Severity.WARNING,
        f"\u2018{word.text}\u2019 could be another word: the text under the picture{instead}.",
        where=Place(page=page.number, box=page.shown(box)),
        word=word.text,
    )
