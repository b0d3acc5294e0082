"""A second reading of the words in doubt on a page, by another model and at another size, against the first.

Of a thousand words that the first reading is sure of, hardly one is wrong; those of which it is less sure,
and those in which a letter is easily taken for another, are read again with the words beside them. Where both
agree a word is as good as proved; where they do not, a person must look. Lengths are pixels of the picture;
an em is the size of the print.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from hrdocs.read.scan_alike import (
    AGREED,
    CONTESTED,
    STROKE,
    SURE_ENOUGH,
    agreed,
    alike,
    compare_word,
    is_print,
    pair_words,
    plain,
    without_underlines,
)
from hrdocs.read.scan_ink import columns_of, dark_part, find_blanks
from hrdocs.tools.ocr import OcrWord, find_engine, find_models, read_lines, read_words

if TYPE_CHECKING:
    from PIL.Image import Image

_VOTED = 91.0
_TWO_OF_THREE = 155.0  # the sum of the confidences of the two readings that agree
_SCALE = 1.35
_MOST_PARTS = 200
_SURE = 94.0  # of the first reading
# Digits, addresses, apostrophes, accents, and a first letter that looks like I, l and 1
_CONFUSED = re.compile(r"\d.*\d|[@_'\u2018\u2019\u00b0*]|^[Il1|/!](?=[^\W\d_])|[^\W\d_A-Za-z]|^\W*\d\W*$")
_SPACE = 0.17  # of an em: the least blank between two words
_VERY_SURE = 96.0
_ONLY_I = ("I", "I|", "|", "l", "1", "!")
_STOPS = ".,:;_-'"
_SEEN = 70.0  # of a word that only one reading has


Fits = Callable[[OcrWord], bool | None]  # whether the picture has the marks of a word's letters


def read_again(
    lines: Sequence[Sequence[OcrWord]],
    picture: "Image",
    shown: "Image",
    em: float,
    *,
    dpi: int,
    name: str,
    fits: Fits,
) -> list[OcrWord]:
    """The words of all lines; those in doubt as sure as two readings make them, or three.

    `shown` is the picture to read: it has the lines under words, too.
    """
    parts = [part for line in lines for part in _parts(line, picture, em)]
    looked = [part for part in parts if part.doubted][:_MOST_PARTS]
    if not looked:
        return [word for part in parts for word in part.words]
    again = _read(_Sheet(looked, shown, round(0.5 * em)), dpi, name, second=True)
    compared = {
        id(part): part.without_ends(compare_line(part.words, words, picture, em))
        for part, words in zip(looked, again, strict=True)
    }
    disputed = [part for part in looked if any(_is_open(group) for group in compared[id(part)])]
    models = find_models()
    if disputed and models[0] != models[1]:
        third = _read(_Sheet(disputed, shown, round(0.5 * em)), dpi, name, second=False)
        for part, words in zip(disputed, third, strict=True):
            compared[id(part)] = _vote(compared[id(part)], part.words, words, fits)
    found: list[OcrWord] = []
    for part in parts:
        groups = compared.get(id(part))
        found += [word for group in groups for word in _settled(group)] if groups else part.words
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """Words side by side on a line; `doubted` where one of them is to be read again.

    `left` and `right` are where the words beside it begin, None at the ends of the line.
    """

    words: Sequence[OcrWord]
    doubted: bool
    left: float | None = None
    right: float | None = None

    def without_ends(self, groups: Sequence["Group"]) -> list["Group"]:
        """The groups without scraps of the words beside it, which only the second reading has."""
        found = list(groups)
        if self.left is not None and found and not found[0].first:
            found.pop(0)
        if self.right is not None and found and not found[-1].first:
            found.pop()
        return found


def _parts(line: Sequence[OcrWord], picture: "Image", em: float) -> list[_Part]:
    """A line cut into what is read again and what is not; a word in doubt keeps the words beside it."""
    doubted = [is_print(word) and is_doubted(word) for word in line]
    near = [any(doubted[max(0, at - 1) : at + 2]) for at in range(len(line))]
    found, at = [], 0
    for again, same in groupby(near):
        end = at + len(list(same))
        left = _between(line, at, picture, em) if again and at else None
        right = _between(line, end, picture, em) if again and end < len(line) else None
        found.append(_Part(line[at:end], again, left, right))
        at = end
    return found


def _between(line: Sequence[OcrWord], at: int, picture: "Image", em: float) -> float:
    """The middle of the space before a word of a line."""
    middle = (line[at - 1].x1 + line[at].x0) / 2
    gap = find_gap(picture, middle, line[at], em)
    return sum(gap) / 2 if gap else middle


def is_doubted(word: OcrWord) -> bool:
    """Whether a word of the first reading could be another: one letter of it is easily taken for another."""
    return word.confidence < _SURE or bool(_CONFUSED.search(word.text))


def _is_open(group: "Group") -> bool:
    return group.disputed and (not group.first or any(is_doubted(w) for w in group.first))


def _settled(group: "Group") -> Sequence[OcrWord]:
    """The words of a group; those that were only read along stay as they were."""
    return group.words if not group.first or any(is_doubted(w) for w in group.first) else group.first


def _read(sheet: "_Sheet", dpi: int, name: str, *, second: bool) -> list[list[OcrWord]]:
    if find_engine() == "rapidocr":
        return sheet.line_by_line(name)
    words = read_words(sheet.picture, dpi=round(dpi * _SCALE), name=name, is_block=True, second=second)
    return sheet.by_line(without_underlines(words))


class _Sheet:
    """Parts of the lines of a page cut out and set below one another, larger."""

    def __init__(self, parts: Sequence[_Part], picture: "Image", margin: int) -> None:
        from PIL import Image

        self._boxes = [_around(part, margin, picture) for part in parts]
        self._margin = margin
        strips = [picture.crop(box) for box in self._boxes]
        sizes = [(round(_SCALE * s.width), round(_SCALE * s.height)) for s in strips]
        high = sum(size[1] + margin for size in sizes) + margin
        self.picture = Image.new("L", (max(size[0] for size in sizes) + 2 * margin, high), 255)
        self._tops: list[int] = []
        at = margin
        for strip, size in zip(strips, sizes, strict=True):
            self.picture.paste(strip.resize(size, Image.Resampling.BICUBIC), (margin, at))
            self._tops.append(at)
            at += size[1] + margin

    def by_line(self, words: Sequence[OcrWord]) -> list[list[OcrWord]]:
        """The words read in each strip, where they stand on the page."""
        found = []
        for box, top in zip(self._boxes, self._tops, strict=True):
            foot = top + _SCALE * (box[3] - box[1])
            own = [w for w in words if top <= (w.top + w.bottom) / 2 <= foot]
            found.append(sorted((self._placed(w, box, top) for w in own), key=lambda w: w.x0))
        return found

    def line_by_line(self, name: str) -> list[list[OcrWord]]:
        """The words of each strip, read by itself."""
        found = []
        read = read_lines([self._strip(number) for number in range(len(self._boxes))], name=name)
        for box, top, words in zip(self._boxes, self._tops, read, strict=True):
            moved = (
                replace(
                    w, x0=w.x0 + self._margin, x1=w.x1 + self._margin, top=w.top + top, bottom=w.bottom + top
                )
                for w in words
            )
            found.append([self._placed(word, box, top) for word in moved])
        return found

    def _strip(self, number: int) -> "Image":
        box, top = self._boxes[number], self._tops[number]
        wide, high = round(_SCALE * (box[2] - box[0])), round(_SCALE * (box[3] - box[1]))
        return self.picture.crop((self._margin, top, self._margin + wide, top + high))

    def _placed(self, word: OcrWord, box: tuple[int, int, int, int], top: int) -> OcrWord:
        x0, x1 = (box[0] + (x - self._margin) / _SCALE for x in (word.x0, word.x1))
        upper, lower = (box[1] + (y - top) / _SCALE for y in (word.top, word.bottom))
        return replace(word, x0=x0, x1=x1, top=upper, bottom=lower)


def _around(part: _Part, margin: int, picture: "Image") -> tuple[int, int, int, int]:
    words = part.words
    high = round(0.12 * (max(w.bottom for w in words) - min(w.top for w in words))) + 2
    left = words[0].x0 - margin if part.left is None else part.left
    right = words[-1].x1 + margin if part.right is None else part.right
    return (
        max(0, round(left)), max(0, round(min(w.top for w in words)) - high),
        min(picture.width, max(round(left) + 1, round(right))),
        min(picture.height, round(max(w.bottom for w in words)) + high),
    )  # fmt: skip


# --- One line -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """Words of two readings that stand at the same place, and what comes of them.

    `disputed` where the readings differ so that only a third can tell.
    """

    words: tuple[OcrWord, ...]
    first: tuple[OcrWord, ...]
    second: tuple[OcrWord, ...] = ()
    disputed: bool = False


def compare_line(
    first: Sequence[OcrWord], second: Sequence[OcrWord], picture: "Image", em: float
) -> list[Group]:
    """The words of a line after its second reading."""
    found: list[Group] = []
    for own, other in pair_words(first, second):
        if not other or (own and all(not is_print(w) for w in own)):
            found.append(Group(own, own))
        elif not own:
            is_word = all(w.confidence >= _SEEN and any(c.isalnum() for c in w.text) for w in other)
            found.append(Group((), (), other, is_word))
        elif len(own) == len(other) == 1:
            word = compare_word(own[0], other[0])
            found.append(Group((word,), own, other, word.confidence < own[0].confidence))
        else:
            respaced = _parted_i(own, other) or _underscored(own, other) or _respaced(own, other, picture, em)
            words = respaced or _contested(own)
            found.append(Group(words, own, other, not respaced))
    return found


def _contested(words: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    return tuple(replace(w, confidence=min(w.confidence, CONTESTED)) for w in words)


def _vote(
    groups: Sequence[Group], line: Sequence[OcrWord], third: Sequence[OcrWord], fits: Fits
) -> list[Group]:
    """The groups of a line, those in dispute as two of three readings have them."""
    thirds = pair_words(line, third)
    found = []
    for group in groups:
        if group.disputed and group.first:
            own = [w for ours, other in thirds if set(ours) & set(group.first) for w in other]
            group = _looked_at(_voted(group, own), fits)
        elif group.disputed and not any(_overlaps(w, group.second) for w in line):
            group = _voted(group, [w for ours, other in thirds if not ours for w in other])
        found.append(group)
    return found


def _overlaps(word: OcrWord, words: Sequence[OcrWord]) -> bool:
    return min(word.x1, words[-1].x1) - max(word.x0, words[0].x0) > 0.2 * (words[-1].x1 - words[0].x0)


def _looked_at(group: Group, fits: Fits) -> Group:
    """A group that no vote decided, as the marks on the picture or the case of its first letter decide it."""
    if len(group.first) != 1 or len(group.second) != 1 or group.words[0].confidence > CONTESTED:
        return group
    one, other = group.first[0], group.second[0]
    if STROKE.sub("", one.text) == other.text and other.confidence >= SURE_ENOUGH:
        return replace(group, words=(replace(other, confidence=_VOTED),))  # a slip of the engine with an l
    if plain(one.text).lower() == plain(other.text).lower() and other.confidence > one.confidence:
        upper = other.text[:1].isupper() and not one.text[:1].isupper()
        text = one.text[:1].upper() + one.text[1:] if upper else one.text
        sure = upper and min(one.confidence, other.confidence) >= SURE_ENOUGH and other.confidence >= 95
        return replace(group, words=(replace(one, text=text, confidence=_VOTED if sure else CONTESTED),))
    shown = fits(one), fits(other)
    if shown == (False, True) and other.confidence >= _SEEN:
        return replace(group, words=(replace(other, confidence=_SEEN),))
    if shown == (True, False) and one.confidence >= SURE_ENOUGH:
        return replace(group, words=(replace(one, confidence=_VOTED),))
    if one.text.rstrip(_STOPS) == other.text.rstrip(_STOPS) and one.confidence >= _VERY_SURE:
        return replace(group, words=(replace(one, confidence=_VOTED),))
    return group


def _voted(group: Group, third: Sequence[OcrWord]) -> Group:
    """A group as two of three readings have it, sure if they are surer than the one that differs."""
    said = alike(_text(third))
    for ours, rival in ((group.first, group.second), (group.second, group.first)):
        if not third or said != alike(_text(ours)):
            continue
        least = min(w.confidence for w in ours), min(w.confidence for w in third)
        highest = max((w.confidence for w in rival), default=0.0)
        if rival and sum(least) >= _TWO_OF_THREE and highest < min(least):
            return replace(group, words=tuple(replace(w, confidence=_VOTED) for w in ours))
        if ours is group.second and highest > min(least):
            break
        return replace(group, words=_contested(ours))
    return group


def _text(words: Sequence[OcrWord]) -> str:
    return " ".join(w.text for w in words)


def _parted_i(first: Sequence[OcrWord], second: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The word I and the one behind it, which the other reading runs together; none if it is not that."""
    if len(first) != 2 or len(second) != 1 or first[0].text.strip("(\u201c\u2018\"'") not in _ONLY_I:
        return ()
    head = first[0].text.rstrip("|Il1!")
    run = second[0].text.removeprefix(head)
    if run[:1] not in _ONLY_I or alike(run[1:]) != alike(first[1].text) or first[1].confidence < SURE_ENOUGH:
        return ()
    return replace(first[0], text=f"{head}I", confidence=AGREED), first[1]


def _underscored(first: Sequence[OcrWord], second: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """An address with an underscore, where the other reading has a space: engines overlook that stroke."""
    if len(first) != 1 or len(second) != 2 or "@" not in first[0].text or "_" not in first[0].text:
        return ()
    same = first[0].text == "_".join(word.text for word in second)
    return (replace(first[0], confidence=max(first[0].confidence, _VOTED)),) if same else ()


# --- Spaces -------------------------------------------------------------------------------------------


def _respaced(
    first: Sequence[OcrWord], second: Sequence[OcrWord], picture: "Image", em: float
) -> tuple[OcrWord, ...]:
    """The words with a space where the picture has one; none if the readings have other letters too."""
    ours, theirs = ("".join(w.text for w in words) for words in (first, second))
    if plain(alike(ours)) != plain(alike(theirs)) or len(ours) != len(theirs):
        return ()
    gaps: dict[int, tuple[float, float]] = {}
    for at, x in (*_cuts(first), *_cuts(second)):
        gap = find_gap(picture, x, first[0], em)
        if gap is not None:
            gaps.setdefault(at, gap)
    ends = [*sorted(gaps.items()), (len(ours), (first[-1].x1, first[-1].x1))]
    confidence, other = (min(w.confidence for w in words) for words in (first, second))
    top, bottom = min(w.top for w in first), max(w.bottom for w in first)
    found, begin, x0 = [], 0, first[0].x0
    for at, (left, right) in ends:
        word = OcrWord(ours[begin:at], x0, top, left, bottom, confidence)
        found.append(replace(word, confidence=agreed(word, replace(word, confidence=other))))
        begin, x0 = at, right
    return tuple(found)


def _cuts(words: Sequence[OcrWord]) -> list[tuple[int, float]]:
    """Where words are apart: after how many letters, and at what place of the page."""
    found, letters = [], 0
    for number, word in enumerate(words[:-1]):
        letters += len(word.text)
        found.append((letters, (word.x1 + words[number + 1].x0) / 2))
    return found


def find_gap(picture: "Image", x: float, word: OcrWord, em: float) -> tuple[float, float] | None:
    """Where the blank near a place of a line begins and ends; None where letters stand too near for one."""
    left = max(0, round(x - 0.6 * em))
    dark = dark_part(picture, (left, word.top, x + 0.6 * em, word.bottom))
    blanks = find_blanks(columns_of(dark), _SPACE * em)
    near = [(start, end) for start, end in blanks if start < 0.9 * em and end > 0.3 * em]
    best = max(near, key=lambda blank: blank[1] - blank[0], default=None)
    return (best[0] + left, best[1] + left) if best else None
