"""How alike two readings of the same words are, and how sure that makes them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from hrdocs.tools.ocr import OcrWord

AGREED = 96.0  # the confidence of a word that two readings give alike
CONTESTED = 60.0  # of a word that they give differently, or that the picture speaks against
DISPUTED = "\u02bc"  # stands for an apostrophe that one reading has straight, the other curly
LEAST = 30.0  # below this a word is no print
SURE_ENOUGH = 85.0
STROKE = re.compile(r"(?<=[a-z])/(?=[a-z])")  # what engines make of an l, or see beside one
_APOSTROPHE = re.compile(rf"(?<=[^\W\d_])['\u2019{DISPUTED}](?=[^\W\d_])")
_PLAINEST = {**dict.fromkeys("Il1|/!", "I"), "0": "O", "o": "O"}
_ALIKE = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u2013\u2014|", "'''\"\"--I")
# what engines make of an apostrophe between two letters
_ODD_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])(?:[\u00b0*\u2018][\u2018\u2019']?|['\u2019][\u00b0*\u2018\u2019'])(?=[^\W\d_])"
)


def is_print(word: OcrWord) -> bool:
    return word.confidence >= LEAST and any(c.isalnum() for c in word.text)


def without_underlines(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words without strokes at their ends, which are of the lines that they stand on."""
    bare = (replace(word, text=word.text.strip("_")) for word in words)
    return [word for word in bare if word.text]


def compare_word(one: OcrWord, other: OcrWord) -> OcrWord:
    """A word after its second reading: sure where both agree, contested where they do not."""
    if not is_print(one):
        return one
    one = replace(one, text=_ODD_APOSTROPHE.sub(DISPUTED, one.text))
    other = replace(other, text=_ODD_APOSTROPHE.sub(DISPUTED, other.text))
    text, again = alike(one.text), alike(other.text)
    if text == again or _is_accented(text, again) or _is_slip(text, again):
        return replace(one, text=_disputed(one.text, other.text), confidence=agreed(one, other))
    if other.text.isascii() and one.text[:1].islower() and plain(one.text) == other.text:
        return replace(one, confidence=min(one.confidence, CONTESTED))
    if one.confidence < 70 and other.confidence >= 93 and other.text.isalpha() and len(other.text) > 2:
        return replace(one, text=other.text, confidence=CONTESTED + 14)
    return replace(one, confidence=min(one.confidence, CONTESTED))


def _is_accented(text: str, again: str) -> bool:
    """Whether the second reading has a name without the accents that its model does not know."""
    return not text.isascii() and not text[:1].islower() and plain(text) == plain(again)


def _is_slip(text: str, again: str) -> bool:
    """Whether the second reading has one of the engines' slips: a stroke for an l, a t for a barred L."""
    if text[:1] == "\u0141" and again[:1] in "tEL\u00a3":
        return text[1:] == again[1:]
    return text.isalpha() and STROKE.sub("l", again) == text


def agreed(one: OcrWord, other: OcrWord) -> float:
    if one.confidence >= SURE_ENOUGH:
        return max(one.confidence, AGREED)
    bare = _APOSTROPHE.sub("", one.text).strip("(\"'\u201c\u2018\u201d,.;:)|") or "I"
    least = 90 if "@" in bare or bare == "I" else 100 if bare.isalpha() and len(bare) > 3 else 125
    is_sure = one.confidence + other.confidence >= least or (other.confidence >= 90 and one.text.isalpha())
    return AGREED if is_sure else max(one.confidence, 70.0)


def _disputed(text: str, other: str) -> str:
    """The text, an apostrophe after a letter marked where the other reading has it of the other kind."""
    signs = [re.findall(rf"(?<=\w)['\u2019{DISPUTED}]", t) for t in (text, other)]
    return text if signs[0] == signs[1] else re.sub(r"(?<=\w)['\u2019]", DISPUTED, text)


def alike(text: str) -> str:
    """A text with the marks that two readings may give differently and that are told apart elsewhere."""
    return text.translate(_ALIKE)


def plain(text: str) -> str:
    """A text without the marks over and under its letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.translate(str.maketrans("\u0141\u0142\u00d8\u00f8\u0110\u0111", "LlOoDd"))


# --- Side by side ---------------------------------------------------------------------------------------


def pair_words(
    first: Sequence[OcrWord], second: Sequence[OcrWord]
) -> list[tuple[tuple[OcrWord, ...], tuple[OcrWord, ...]]]:
    """The words of two readings of a line side by side, by their letters: engines err in their places."""
    links = _links(first, second)
    pairs: list[tuple[list[OcrWord], list[OcrWord]]] = []
    done = 0  # of the second reading
    for word, linked in zip(first, links, strict=True):
        if pairs and linked and linked[0] < done:
            pairs[-1][0].append(word)
            pairs[-1][1].extend(second[done : linked[-1] + 1])
        else:
            if linked and linked[0] > done:
                _between(pairs, second[done : linked[0]])
            pairs.append(([word], [second[n] for n in linked]))
        done = max([done, *(n + 1 for n in linked)])
    if done < len(second):
        _between(pairs, second[done:])
    return [(tuple(own), tuple(other)) for own, other in pairs]


def _between(pairs: list[tuple[list[OcrWord], list[OcrWord]]], words: Sequence[OcrWord]) -> None:
    """Words of the second reading that are linked to none: to the words before them that are so too."""
    if pairs and not pairs[-1][1]:
        pairs[-1][1].extend(words)
    else:
        pairs.append(([], list(words)))


def _links(first: Sequence[OcrWord], second: Sequence[OcrWord]) -> list[list[int]]:
    """For each word of the first reading the words of the second that share its letters, in order."""
    letters = [[(_folded(c), n) for n, w in enumerate(words) for c in w.text] for words in (first, second)]
    one_text, other_text = ("".join(c for c, _ in found) for found in letters)
    shared: Counter[tuple[int, int]] = Counter()
    for at, to, size in SequenceMatcher(None, one_text, other_text, autojunk=False).get_matching_blocks():
        shared.update((letters[0][at + n][1], letters[1][to + n][1]) for n in range(size))
    found: list[list[int]] = [[] for _ in first]
    for (one, other), count in sorted(shared.items()):
        if 2 * count >= min(len(first[one].text), len(second[other].text)):
            found[one].append(other)
    return found


def _folded(letter: str) -> str:
    return _PLAINEST.get(letter) or plain(alike(letter))[:1] or letter
