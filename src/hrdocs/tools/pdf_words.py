"""The words of a PDF page: its text cut at spaces, gaps and jumps, and what lines strike out of them.

Boxes are upright, from the top left. A label and its value may be set with no space between them: where
the type changes there, or the gap is wider than those between the letters around it, they are two words.
"""

import ctypes
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat
from statistics import median
from typing import Any

from hrdocs.document import Box
from hrdocs.tools.pdf_calls import AREA, address_of, argument, ask_areas, pdfium_call, quick_call
from hrdocs.tools.pdf_drawing import Drawing
from hrdocs.tools.pdf_records import Frame, Rule, Seen, Word
from hrdocs.tools.pdf_spacing import has_strays, respaced
from hrdocs.tools.pdf_styles import Style, Styles
from hrdocs.tools.pdf_symbols import plain_text, symbol_text

MAX_OVERHANG = 12.0  # points by which a line may be longer than what it strikes out
STRUCK_FROM, STRUCK_TO = 0.34, 0.68  # of a word's height: where a line strikes it out
TOUCHING = 0.06  # of a word's height: words nearer than this are one, but for what the file says
GLUED_GAP = 0.08  # of the height: a gap that parts a label from its value, between letters set tight
GLUED_TIMES = 3.0  # the gaps between the letters around it
LONGEST_GLUED = 120  # glyphs of a label with its value
LEAST_HIGH = 0.96  # of a font's size: a lower box is the ink's
WITHIN = 0.22  # of the height: the widest gap between the letters of a word
LETTERS_APART = 0.08  # of the height: letters farther apart than this are set so
SPREAD = 0.15  # of the height, by which the gaps between them differ
NO_COMB = 0.3  # of the height: letters in boxes of their own stand farther apart
APART = 0.12  # of the height: how far two words are set apart that touch

_RUN = re.compile("[^\\s\u200b]+")
_CONTROL = re.compile(r"[^ -~\s]")
# begins with a plain set of signs, by which the search leaps from one to the next
_GLUED = re.compile(r"[A-Z0-9+(@:?](?:(?<=[a-z)][A-Z0-9+(])|(?<=@)|(?<=[a-z0-9)][:?])(?=[^\W_]))")
_TURN = re.compile(r"[a-z)?:.*][A-Z0-9+(]|[:?]")
_ASKS_ADDRESS = re.compile(r"(?:e-?mail|mail|address|contact):?", re.IGNORECASE)
_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_Part = tuple[int, int, Box]  # from a glyph to another, and its box
_Styled = tuple[int, int, Box, Style]


def read_words(text: Any, count: int, frame: Frame, drawn: Drawing) -> Sequence[Word]:
    """Words in the order of the file, split at spaces, gaps and jumps."""
    glyphs, styles, content = _Glyphs(text, frame), Styles(text, drawn), _content(text, count)
    words = tuple(_words(content, glyphs, styles, drawn.strikes()))
    return respaced(words, content, glyphs.box, styles) if has_strays(content) else words


def _words(content: str, glyphs: "_Glyphs", styles: Styles, strikes: Sequence[Rule]) -> Iterator[Word]:
    width, height = glyphs.frame.size
    heights = [rule.top for rule in strikes]
    usual, new = content.isascii() and not _CONTROL.search(content), tuple.__new__
    right, ends = -1e9, -1  # of the word before
    for first, last, box, style in _parts(content, glyphs, styles):
        x0, top, x1, bottom = box
        if x1 <= 0 or bottom <= 0 or x0 >= width or top >= height:
            continue
        if x0 - right <= TOUCHING * (bottom - top) and first == ends + 1:
            # a space stands between, though the ink may touch
            box = x0, _, _, _ = glyphs.without_overhang(first, box, right, styles)
        right, ends = x1, last
        font, bold, seen, unmapped, symbols, white, size, look = style
        part = content[first:last]
        if symbols or not (usual or (part.isascii() and part.isprintable())):
            unmapped = unmapped or "\0" in part or "\N{REPLACEMENT CHARACTER}" in part
            part = symbol_text(part, symbols) if symbols else plain_text(part)
        if white and not styles.is_on_dark(box):
            seen = Seen.HIDDEN
        # made as a plain tuple is: a page has hundreds, and its words are most of the reading
        word = new(Word, (part, x0, top, x1, bottom, font, bold, seen, False, unmapped, size, False, look))
        if strikes and (lines := _through(box, strikes, heights)):
            yield from _struck_parts(word, lines, glyphs, (first, last))
        else:
            yield word


def _parts(content: str, glyphs: "_Glyphs", styles: Styles) -> list[_Styled]:
    """The runs without spaces, each with its look; cut where it is more than one word."""
    runs = [match.span() for match in _RUN.finditer(content)]
    looks = styles.of_each([start for start, _ in runs])
    glued = _glued_runs(content)
    found: list[_Styled] = []
    for (start, end), style, box in zip(runs, looks, glyphs.whole(runs, looks), strict=True):
        if box is not None and start not in glued:
            found.append((start, end, box, style))
            continue
        parts: Sequence[_Part] = ((start, end, box),) if box else glyphs.parts(start, end, style.size)
        if start in glued:
            parts = _unglued(parts, content, glyphs, styles)
        found += [(*part, style if part[0] == start else styles.of(part[0])) for part in parts]
    return found


def _content(text: Any, count: int) -> str:
    """The characters of a page, one for each glyph: all at once where each is one unit."""
    import pypdfium2.raw as raw

    buffer = (ctypes.c_ushort * (count + 1))()
    if count and raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        content = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(content) == count and "\0" not in content:
            return content
    get_code = raw.FPDFText_GetUnicode
    return "".join([chr(min(get_code(text, i), 0x10FFFF)) for i in range(count)])


# --- labels and values without a space between ------------------------------------------------------


def _glued_runs(content: str) -> frozenset[int]:
    """Where the runs begin in which a value may follow its label without a space: "name14"."""
    found: set[int] = set()
    passed = 0
    for match in _GLUED.finditer(content):
        at = match.start()
        if at < passed:
            continue
        while at > passed and not content[at - 1].isspace():
            at -= 1
        found.add(at)
        passed = match.end()
        while passed < len(content) and not content[passed].isspace():
            passed += 1
    return frozenset(found)


def _unglued(parts: Sequence[_Part], content: str, glyphs: "_Glyphs", styles: Styles) -> list[_Part]:
    """Parts of a run, cut where its type changes, and set apart where a value surely begins."""
    found: list[_Part] = []
    for first, last, box in parts:
        seam = _seam(content, first, last, glyphs, styles)
        if seam is None:
            found.append((first, last, box))
            continue
        at, apart = seam
        x0, top, x1, bottom = box
        begins = glyphs.box(at)[0]
        ends = min(glyphs.box(at - 1)[2], begins - (APART * (bottom - top) if apart else 0.0))
        found.append((first, at, (x0, top, ends, bottom)))
        found.append((at, last, (begins, top, x1, bottom)))
    return found


def _seam(content: str, first: int, last: int, glyphs: "_Glyphs", styles: Styles) -> tuple[int, bool] | None:
    """The glyph with which the value begins, and whether that is sure; None where a run is one word.

    A change of type alone is not sure: names and addresses may be set in several types. It makes two words
    that touch, and what reads the labels tells whether the first is one.
    """
    if last - first > LONGEST_GLUED:
        return None
    things = list(map(styles.find, repeat(styles.pointer), range(first, last)))
    changes = [at for at in range(1, last - first) if things[at] != things[at - 1]]
    for at in changes:
        label, value = content[first : first + at], content[first + at : last]
        restyled = _is_restyled(styles.of(first + at - 1), styles.of(first + at))
        numbered = label[-3:].isalpha() and value[0].isdigit() and "@" not in value
        if numbered and (restyled or len(changes) == 1):
            return first + at, True
        if restyled and not _ENDING.match(value) and _turns(label, value):
            return first + at, False
    wide = _wide_gap(content, first, last, glyphs)
    return None if wide is None else (wide, True)


def _turns(label: str, value: str) -> bool:
    """Whether a value could begin where a label ends: at a capital, a number, an address."""
    if "@" in value:
        return bool(_ASKS_ADDRESS.fullmatch(label))
    return "@" not in label and bool(_TURN.match(label[-1] + value[0]))


def _is_restyled(one: Style, other: Style) -> bool:
    """Whether the look of the type changes; of a font alone it may, for a letter that the other lacks."""
    return (
        one.bold != other.bold
        or one.look.colour != other.look.colour
        or one.look.italic != other.look.italic
        or abs(one.size - other.size) > 0.08 * max(one.size, other.size)
    )


def _wide_gap(content: str, first: int, last: int, glyphs: "_Glyphs") -> int | None:
    """Where a gap stands out among those between the letters, and a value could begin behind it."""
    boxes = glyphs.boxes(first, last)
    reach = accumulate((box[2] for box in boxes), max)  # of a ligature's letters one may be of no width
    gaps = [box[0] - right for box, right in zip(boxes[1:], reach, strict=False)]
    if len(gaps) < 4:
        return None
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    usual = median(gaps)
    spread = median([abs(gap - usual) for gap in gaps])
    high = boxes[0][3] - boxes[0][1]
    stands_out = gaps[widest] - usual > max(GLUED_GAP * high, GLUED_TIMES * spread)
    label, value = content[first : first + widest + 1], content[first + widest + 1 : last]
    fits = _turns(label, value) and sum(map(str.isalpha, label)) > 2
    return first + widest + 1 if stands_out and fits else None


# --- lines through words ----------------------------------------------------------------------------


def _through(box: Box, strikes: Sequence[Rule], heights: Sequence[float]) -> list[Rule]:
    """The level lines that run through the middle of a word or of a part of it."""
    x0, top, x1, bottom = box
    high = bottom - top
    first = bisect_right(heights, top + STRUCK_FROM * high)
    last = bisect_right(heights, top + STRUCK_TO * high, first)
    return [rule for rule in strikes[first:last] if min(x1, rule.x1) - max(x0, rule.x0) > 0.15 * high]


def without_overlong(words: Sequence[Word], strikes: Sequence[Rule]) -> tuple[Word, ...]:
    """The words with those not struck whose line goes on where no text is: a border, say."""
    lines: dict[Rule, list[int]] = {}
    heights = [rule.top for rule in strikes]
    for index, word in enumerate(words):
        if word.struck:
            for rule in _through(word[1:5], strikes, heights):
                lines.setdefault(rule, []).append(index)
    kept: set[int] = set()
    for rule, own in lines.items():
        left, right = min(words[i].x0 for i in own), max(words[i].x1 for i in own)
        if rule.x0 > left - MAX_OVERHANG and rule.x1 < right + MAX_OVERHANG:
            kept.update(own)
    return tuple(w._replace(struck=False) if w.struck and i not in kept else w for i, w in enumerate(words))


def _struck_parts(
    word: Word, lines: Sequence[Rule], glyphs: "_Glyphs", span: tuple[int, int]
) -> Iterator[Word]:
    """A word through which lines run, cut where they begin and end: what was deleted in it, and what not."""
    first, last = span
    boxes = glyphs.boxes(first, last)
    struck = [any(r.x0 - 0.5 <= (b[0] + b[2]) / 2 <= r.x1 + 0.5 for r in lines) for b in boxes]
    if len(set(struck)) == 1 or len(word.text) != len(boxes):
        yield word._replace(struck=sum(struck) > 0.7 * len(struck))
        return
    start = 0
    for at in range(1, len(boxes) + 1):
        if at == len(boxes) or struck[at] != struck[start]:
            text = word.text[start:at]
            yield word._replace(text=text, x0=boxes[start][0], x1=boxes[at - 1][2], struck=struck[start])
            start = at


class _Glyphs:
    """Where the glyphs of a page stand, upright, asked one by one."""

    def __init__(self, text: Any, frame: Frame) -> None:
        self.text, self.pointer, self.frame = address_of(text), argument(text), frame
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.places = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.box = _box_of(text, frame)

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of the glyphs from one to another."""
        numbers = range(start, end)
        if self.frame.turns:
            return list(map(self.box, numbers))
        x, y = self.frame.left, self.frame.top
        areas = ask_areas(quick_call("FPDFText_GetLooseCharBox"), self.pointer, numbers)
        return [(left - x, y - top, right - x, y - bottom) for left, top, right, bottom in areas]

    def whole(self, runs: Sequence[tuple[int, int]], looks: Sequence[Style]) -> Iterator[Box | None]:
        """The box of each run whose glyphs stand close together; None of any other, and of a turned page.

        Most words are such runs: two glyphs are asked for, the first and the last.
        """
        if self.frame.turns:
            yield from repeat(None, len(runs))
            return
        ask, handle = quick_call("FPDFText_GetLooseCharBox"), self.pointer
        firsts = ask_areas(ask, handle, [start for start, _ in runs])
        lasts = ask_areas(ask, handle, [end - 1 for _, end in runs])
        x, y = self.frame.left, self.frame.top
        told = zip(runs, looks, firsts, lasts, strict=True)
        for (start, end), style, (left, top, _, bottom), (_, top2, right, bottom2) in told:
            size, high, count = style[6], top - bottom, end - start
            tall = high if high > size else size
            if count > 1 and not 0 < right - left < 0.8 * tall * count:
                yield None
                continue
            if top2 != top or bottom2 != bottom:
                if not -0.9 * tall < top2 + bottom2 - (top + bottom) < 0.9 * tall:
                    yield None
                    continue
                top, bottom = max(top, top2), min(bottom, bottom2)
                high = top - bottom
            yield None if high < LEAST_HIGH * size else (left - x, y - top, right - x, y - bottom)

    def without_overhang(self, index: int, box: Box, right: float, styles: Styles) -> Box:
        """The box of a word behind a space, from where its first glyph's width begins.

        Where the glyph before the space leans over it, the word begins right of that.
        """
        x0, top, x1, bottom = box
        high = bottom - top
        origin, (x, y) = pdfium_call("FPDFText_GetCharOrigin"), self.places
        if x0 < right - 0.5 * high or not origin(self.text, index, x, y):
            return box
        begins = self.frame.point(self.x.value, self.y.value)[0]
        if origin(self.text, index - 2, x, y):
            ends = self.frame.point(self.x.value, self.y.value)[0] + styles.advance(index - 2)
            if begins - ends > APART * high:
                return max(x0, min(right + APART * high, x1)), top, x1, bottom
        return max(x0, min(begins, x1)), top, x1, bottom

    def parts(self, start: int, end: int, size: float) -> list[_Part]:
        """A run without spaces, cut where its glyphs stand too far apart."""
        return [
            (first, last, self._raised(first, box, size))
            for first, last, box in self._split(start, end, size)
        ]

    def _raised(self, index: int, box: Box, size: float) -> Box:
        """The box with the height of its font: of fonts without metrics PDFium gives the ink's."""
        x0, top, x1, bottom = box
        if bottom - top >= LEAST_HIGH * size:
            return box
        if not pdfium_call("FPDFText_GetCharOrigin")(self.text, index, *self.places):
            return box
        base = self.frame.point(self.x.value, self.y.value)[1]
        return x0, min(top, base - 0.78 * size), x1, max(bottom, base + 0.22 * size)

    def _split(self, start: int, end: int, size: float) -> list[_Part]:
        found: list[_Part] = []
        boxes = self.boxes(start, end)
        first, before = start, boxes[0]
        whole, wide = before, _widest_gap(boxes)
        for index, box in enumerate(boxes[1:], start=start + 1):
            high = max(box[3] - box[1], size)
            gap, step = box[0] - before[2], box[1] + box[3] - before[1] - before[3]
            if box == before:  # the letters of a ligature stand in one place
                continue
            if -0.9 * high <= gap <= wide * high and -0.9 * high < step < 0.9 * high:
                whole = whole[0], min(whole[1], box[1]), max(whole[2], box[2]), max(whole[3], box[3])
            else:
                found.append((first, index, whole))
                first, whole = index, box
            before = box
        found.append((first, end, whole))
        return found


def _widest_gap(boxes: Sequence[Box]) -> float:
    """The widest gap within a word, in heights: wider where all letters are set apart, but no comb's."""
    if len(boxes) < 3:
        return WITHIN
    high = max(box[3] - box[1] for box in boxes)
    gaps = sorted([b[0] - a[2] for a, b in pairwise(boxes)])
    usual = gaps[(len(gaps) - 1) // 2] / high if high > 0 else 0.0
    return min(max(WITHIN, usual + SPREAD), NO_COMB) if usual > LETTERS_APART else WITHIN


def _box_of(text: Any, frame: Frame) -> Callable[[int], Box]:
    """Asks for a glyph's box, by its number."""
    ask, handle = quick_call("FPDFText_GetLooseCharBox"), argument(text)
    area, read, x, y = AREA.argument, AREA.read, frame.left, frame.top

    def box(index: int) -> Box:
        ask(handle, index, area)
        left, top, right, bottom = read()
        return left - x, y - top, right - x, y - bottom

    def turned(index: int) -> Box:
        ask(handle, index, area)
        left, top, right, bottom = read()
        return frame.box(left, bottom, right, top)

    return turned if frame.turns else box
