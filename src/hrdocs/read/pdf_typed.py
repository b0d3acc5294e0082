"""Answers that were drawn over a printed page: of flattened forms, and typed on with a viewer.

They are drawn after all of the page, from its top again, and in types of their own. Taken off, they leave
the form as it was printed: the page is then a form whose fields stand where something was written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrdocs.document import TYPED, Box, Entry, EntryKind, Place
from hrdocs.read.acroform import PlacedEntry
from hrdocs.read.pdf_blocks import PageBlocks, page_blocks
from hrdocs.read.pdf_combs import with_combs
from hrdocs.read.pdf_labels import LabelFinder
from hrdocs.read.pdf_lines import around, group_lines, joined
from hrdocs.tools.pdf_records import Columns, Page, Rule, Seen, Word

_UP = 50.0  # points: what is drawn over a page begins so far above the page's last word
_LEAST_PRINTED = 10  # words
_LEAST_PLACES = 3  # stretches of the page's height, `_UP` each, in which answers stand
_BESIDE, _AMONG = 20.0, 0.3  # so much of the print at their height begins so far (points) right of them
_NEXT = 1.2  # in line heights: a wider gap parts two answers on a line
_BELOW = 0.8  # in line heights: a wider gap parts two answers under one another
_TICKED = "\u2612"
_DRAWN = ("\u2610", _TICKED)


@dataclass(frozen=True, slots=True)
class TypedPage:
    """A page as a form: what was printed, and each answer or tick box as an entry."""

    blocks: PageBlocks
    entries: tuple[PlacedEntry, ...]


def typed_page(page: Page) -> TypedPage | None:
    """The page as a form that was typed over; None where nothing tells print and answers apart."""
    start = typed_from(page)
    if start is None:
        return None
    typed, squares = with_combs(page.words[start:], page.squares)
    boxes = _boxes([*squares, *((w[1:5], w.text == _TICKED) for w in page.words[:start] if w.text in _DRAWN)])
    marks = [w for w in typed if len(w.text) == 1 and any(_is_in(w, box) for box in boxes)]
    asking = [w for w in page.words[:start] if w.text[-1] in ":?"]
    runs = list(_runs([w for w in typed if w not in marks], page.rules, asking))
    if len(runs) + len(marks) < 2:
        return None
    ticks = {box: on or any(_is_in(w, box) for w in marks) for box, on in boxes.items()}
    print_only = tuple(w for w in page.words[:start] if w.text not in _DRAWN)
    blocks = page_blocks(replace(page, words=print_only, squares=()))
    return TypedPage(blocks, tuple(_entries(page, blocks, runs, ticks)))


def _boxes(squares: Sequence[tuple[Box, bool]]) -> dict[Box, bool]:
    """The tick boxes with whether each is ticked; a square drawn over another is the same box."""
    found: dict[Box, bool] = {}
    for box, on in squares:
        same = next((b for b in found if _meets(b, box) or _meets(box, b)), box)
        found[same] = on or found.get(same, False)
    return found


def typed_from(page: Page) -> int | None:
    """Where in the order of drawing the answers begin; None where nothing shows it."""
    by_type = _new_type_from(page.columns)
    return _begun_again_from(page.columns) if by_type is None else by_type


def _new_type_from(words: Columns) -> int | None:
    """Where words begin from the top again, in types that were not used before."""
    fonts = words.font
    last = dict(zip(fonts, range(len(fonts)), strict=True))
    reach = 0  # the last word in any of the types that were used so far
    for font, end in last.items():
        at = fonts.index(font)
        later = at > max(reach, _LEAST_PRINTED) and words.seen[at] is Seen.YES
        if later and words.top[at] < words.top[at - 1] - _UP:
            return at
        reach = max(reach, end)
    return None


def _begun_again_from(words: Columns) -> int | None:
    """Where, in the types of the print, words are drawn down the page a second time among the first ones.

    So a form comes out whose fields were printed to a file. A second column stands beside the first, a
    page's head and foot are a line or two, and what is printed asks.
    """
    tops = words.top
    rises = [at for at, (above, top) in enumerate(pairwise(tops), start=1) if top < above - _UP]
    start = rises[-1] if rises else 0
    if start <= _LEAST_PRINTED or not {*":?"}.isdisjoint([text[-1] for text in words.text[start:]]):
        return None
    typed = tops[start:]
    if len({round(top / _UP) for top in set(typed)}) < _LEAST_PLACES:
        return None
    left, top, low = min(words.x0[start:]) + _BESIDE, min(typed), max(typed)
    level = [x0 for x0, here in zip(words.x0[:start], tops, strict=False) if top <= here <= low]
    among = sum(x0 > left for x0 in level)
    return start if among > max(_AMONG * len(level), _LEAST_PRINTED) else None


def _runs(words: Sequence[Word], rules: Sequence[Rule], asking: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of each answer: side by side, or on lines close under one another.

    No rule stands between the lines of one answer, and no label before any but its first.
    """
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run, word, rules, asking):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(run: Sequence[Word], word: Word, rules: Sequence[Rule], asking: Sequence[Word]) -> bool:
    last = run[-1]
    high = min(last.bottom - last.top, word.bottom - word.top)
    if abs(word.top - last.top) < 0.5 * high:
        return -0.5 * high <= word.x0 - last.x1 <= _NEXT * high
    left = min(w.x0 for w in run)
    between = any(
        r.top == r.bottom
        and last.bottom - 3 <= r.top <= word.top + 3
        and r.x0 <= word.x0 + 2
        and r.x1 > word.x0
        for r in rules
    )
    between = between or any(w.x1 < word.x0 and abs(w.top - word.top) < 0.5 * high for w in asking)
    return abs(word.x0 - left) < 4 and -0.4 * high <= word.top - last.bottom <= _BELOW * high and not between


def _is_in(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 3 <= y <= box[3] + 3


def _entries(
    page: Page, blocks: PageBlocks, runs: Sequence[Sequence[Word]], ticks: dict[Box, bool]
) -> Iterator[PlacedEntry]:
    boxes = _rooms([around(run) for run in runs], blocks)
    finder = LabelFinder(blocks, [*boxes, *ticks], list(ticks))
    for run, box in zip(runs, boxes, strict=True):
        lines = [joined(line) for line in group_lines(run)]
        if len(run) > 2 and all(len(word.text) == 1 for word in run):
            lines = ["".join(word.text for word in run)]  # a box for each character
        place = Place(page=page.number, box=page.shown(box))
        name = f"{TYPED} {page.number}.{len(lines)}.{box[0]:.1f}.{box[1]:.1f}"
        yield PlacedEntry(
            Entry(name, "\n".join(lines), label=finder.beside(box), place=place), page.number, box
        )
    for box, on in ticks.items():
        label, place = finder.after(box), Place(page=page.number, box=page.shown(box))
        name = f"{TYPED} {page.number}.{box[0]:.1f}.{box[1]:.1f}"
        entry = Entry(name, label if on else "", EntryKind.TICK, label, "", on, (label,), place)
        yield PlacedEntry(entry, page.number, box)


def _rooms(boxes: Sequence[Box], blocks: PageBlocks) -> list[Box]:
    """The room that a form leaves for each answer: its empty cell or the line it stands on, if it has one."""
    rooms = []
    for box in boxes:
        room = _cell(box, blocks) or _line(box, blocks.page.rules)
        shared = room and any(other != box and _meets(other, room) for other in boxes)
        rooms.append(room if room and not shared else box)
    return rooms


def _cell(box: Box, blocks: PageBlocks) -> Box | None:
    """The cell that an answer stands in, where nothing is printed in it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for grid in blocks.grids:
        at = grid.find_cell(x, y)
        if at is not None:
            cell = grid.cells[at].box
            return None if any(_is_in(word, cell) for word in blocks.page.words) else cell
    return None


def _line(box: Box, rules: Sequence[Rule]) -> Box | None:
    """An answer's box made as wide as the ruled line under it."""
    under = [
        r for r in rules
        if r.top == r.bottom and -4 <= r.top - box[3] <= 6 and r.x0 - 4 <= box[0] and box[2] <= r.x1 + 4
    ]  # fmt: skip
    rule = min(under, key=lambda r: abs(r.top - box[3]), default=None)
    return None if rule is None else (rule.x0, box[1], rule.x1, box[3])


def _meets(box: Box, room: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return room[0] <= x <= room[2] and room[1] <= y <= room[3]
