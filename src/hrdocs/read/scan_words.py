"""Recognised words compared with the picture that they come from.

An engine mistakes dashes for one another, drops marks over letters that its language does not have, and
is unsure of words that it read well. The picture tells: lengths, small marks, and a second reading of the
lines in doubt at another size. Lengths are pixels of the picture; an em is the size of the print.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hrdocs.read.scan_alike import AGREED, CONTESTED, without_underlines
from hrdocs.read.scan_fit import fit_words
from hrdocs.read.scan_ink import INK, find_box
from hrdocs.read.scan_marks import check_marks, has_marks, settle_quotes
from hrdocs.read.scan_second import Fits, read_again
from hrdocs.read.scan_weight import weigh
from hrdocs.tools.ocr import OcrWord

if TYPE_CHECKING:
    from PIL.Image import Image

_ENDS = ".,:;()\u2019s"
_TITLE = re.compile(r"C[lIi1|]{2}r")
_PARTICLE = re.compile("[OD]['\u2019]")
_LOCAL = re.compile(r"[a-z0-9][a-z0-9.+-]*")
_SPACE = 0.42  # of an em: no space between two words is so wide
_FAINT = 225  # the grey level below which a pixel is what is left of ink
# no word begins so, and behind Mc stands a capital
_CAPITAL_I = re.compile(r"(?<![^\W_])l(?=[b-df-hj-km-np-tv-xz][a-z])|(?<=\bMc)l(?=[b-df-hj-np-tv-xz][a-z])")
_MAYBE_I = re.compile(r"(?<![^\W_])l(?=(?:yer|an|ain|ona|ola|ole|oan)\b)")
_AT = re.compile(r"[\u00ae\u00a9\u011d]@|@[\u00ae\u00a9]|(?<=[a-z0-9])[\u00ae\u00a9](?=[a-z])")
_TWICE = re.compile("WwW?(?=[a-z])")  # engines give a wide letter twice
_I_AM = re.compile("[Il1|](am)(a?)")
_DASHES = frozenset("-\u2013\u2014~_")


def mend_words(
    words: Sequence[OcrWord], picture: "Image", *, dpi: int, name: str, shown: "Image | None" = None
) -> list[OcrWord]:
    """The words as the picture shows them, each with how sure it is after a second look.

    `shown` is the picture that is read where it differs: with the lines under words.
    """
    words = without_underlines(words) if shown is not None else words
    words = [replace(word, text=without_slips(word.text)) for word in _with_spaces(_parted(words))]
    em = _em(runs_of(words), dpi)
    lines = fit_words(runs_of(words), picture, em)
    mended = [word for line in lines for word in _with_dashes(line, picture, em)]
    mended = _with_underscores(mended, picture, em)

    def fits(word: OcrWord) -> bool | None:
        return has_marks(word, picture, em)

    mended = read_again(runs_of(mended), picture, shown or picture, em, dpi=dpi, name=name, fits=fits)
    mended = with_capitals(settle_quotes(mended, picture, em))
    mended = [check_marks(_titled(word, fits), picture, em) for word in mended]
    return _apart(weigh(runs_of(_with_names(mended, em)), picture, em), em)


def without_slips(text: str) -> str:
    """A text without what engines make of the sign in an address, and of a wide capital."""
    return _TWICE.sub("W", _AT.sub("@", text))


def _parted(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words of a line side by side: an engine sometimes lets one reach over the next."""
    found: list[OcrWord] = []
    for word in words:
        before = found[-1] if found else None
        if before and before.x0 < word.x0 < before.x1:
            common = min(before.bottom, word.bottom) - max(before.top, word.top)
            if common > 0.5 * min(before.bottom - before.top, word.bottom - word.top):
                gap = 0.15 * (word.bottom - word.top)
                found[-1] = replace(before, x1=max(before.x0 + 1, word.x0 - gap))
        found.append(word)
    return found


def _apart(words: Sequence[OcrWord], em: float) -> list[OcrWord]:
    """The words with a space between those that the engine told apart, however near they stand."""
    found: list[OcrWord] = []
    for given in words:
        # a space found in the picture can lie behind the end that a reading gave
        word = replace(given, x1=max(given.x1, given.x0 + 1), bottom=max(given.bottom, given.top + 1))
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
    ink = find_box(picture, (word.x0 - 2, word.top - 3, word.x1 + 3, word.bottom + 4))
    if ink is None or ink[3] - ink[1] > 0.16 * em:
        return word
    return replace(word, text=_dash(ink[2] - ink[0], em), confidence=AGREED)


def _dash(length: float, em: float) -> str:
    return "-" if length < 0.33 * em else "\u2013" if length < 0.72 * em else "\u2014"


def _left_out(before: OcrWord, after: OcrWord, picture: "Image", em: float) -> Iterator[OcrWord]:
    """A dash between two words that the engine did not see."""
    top, bottom = min(before.top, after.top), max(before.bottom, after.bottom)
    box = (before.x1 + 3, top, after.x0 - 3, bottom)
    ink = find_box(picture, box)
    if ink is None:
        return
    wide, high = ink[2] - ink[0], ink[3] - ink[1]
    middle = ((ink[1] + ink[3]) / 2 - top) / max(1.0, bottom - top)
    if high <= 0.16 * em and 0.18 * em <= wide <= 1.1 * em and 0.25 < middle < 0.8:
        yield OcrWord(_dash(wide, em), ink[0], top, ink[2], bottom, AGREED)


# --- The letter I -------------------------------------------------------------------------


def _with_spaces(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, ‘Iama’ as the three that it is: engines run a narrow I and the next word together."""
    found: list[OcrWord] = []
    for word in words:
        match = _I_AM.fullmatch(word.text)
        if not match:
            found.append(word)
            continue
        texts = ["I", *(part for part in match.groups() if part)]
        step = (word.x1 - word.x0) / (len("".join(texts)) + 0.5 * (len(texts) - 1))
        x0 = word.x0
        for text in texts:
            found.append(replace(word, text=text, x0=x0, x1=x0 + len(text) * step))
            x0 += (len(text) + 0.5) * step
    return found


def with_capitals(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, an l before a consonant as the I that it is; contested where it may be either."""
    known = {word.text.strip(_ENDS) for word in words if word.text[:1] == "I"}
    found = []
    for number, word in enumerate(words):
        before = words[number - 1].text if number else ""
        follows_name = before[:1].isupper() and before[-1:].isalpha()
        text = _CAPITAL_I.sub("I", word.text)
        if text == word.text and follows_name and _MAYBE_I.match(text):
            text = f"I{text[1:]}"
            sure = word.confidence if text.strip(_ENDS) in known else min(word.confidence, CONTESTED)
            word = replace(word, confidence=sure)
        found.append(replace(word, text=text))
    return found


# --- Names and addresses ------------------------------------------------------------------------------


def _titled(word: OcrWord, fits: Fits) -> OcrWord:
    """A councillor's title, whose letters engines take for one another; sure where no dot stands over it."""
    if not _TITLE.fullmatch(word.text):
        return word
    right = replace(word, text="Cllr")
    is_plain = fits(right) and word.confidence >= CONTESTED
    return replace(right, confidence=AGREED if is_plain else min(word.confidence, CONTESTED))


def _with_names(words: Sequence[OcrWord], em: float) -> list[OcrWord]:
    """The words, a name such as O’Neill one again where the engine parted it behind its apostrophe."""
    found: list[OcrWord] = []
    for word in words:
        before = found[-1] if found else None
        is_near = before is not None and 0 <= word.x0 - before.x1 < 0.4 * em
        if before and is_near and _PARTICLE.fullmatch(before.text) and word.text[:1].isupper():
            sure = min(before.confidence, word.confidence)
            found[-1] = replace(before, text=before.text + word.text, x1=word.x1, confidence=sure)
        else:
            found.append(word)
    return found


def _with_underscores(words: Sequence[OcrWord], picture: "Image", em: float) -> list[OcrWord]:
    """The words, an e-mail address one again where the engine took its underscore for a space."""
    found: list[OcrWord] = []
    for word in words:
        before = found[-1] if found else None
        if before and "@" in word.text[1:] and _is_underscored(before, word, picture, em):
            sure = min(before.confidence, word.confidence)
            joined = replace(before, text=f"{before.text}_{word.text}", x1=word.x1, confidence=sure)
            bottom = max(before.bottom, word.bottom)
            found[-1] = replace(joined, top=min(before.top, word.top), bottom=bottom)
        else:
            found.append(word)
    return found


def _is_underscored(before: OcrWord, word: OcrWord, picture: "Image", em: float) -> bool:
    """Whether a stroke under the line, and nothing else, fills the space between two words."""
    gap = word.x0 - before.x1
    if not 0.2 * em < gap < 0.9 * em or "@" in before.text or "_" in word.text[:1]:
        return False
    foot = max(before.bottom, word.bottom)
    # a ruling line close under the words takes most of the stroke with it when it is painted over
    cut = _FAINT if gap > _SPACE * em and _LOCAL.fullmatch(before.text) else INK
    ink = find_box(picture, (before.x1 + 2, min(before.top, word.top), word.x0 - 2, foot + 0.2 * em), cut)
    if ink is None:
        return False
    is_low = ink[1] > foot - 0.3 * em and ink[3] - ink[1] < 0.16 * em
    return is_low and ink[2] - ink[0] > 0.6 * (word.x0 - before.x1 - 4)
