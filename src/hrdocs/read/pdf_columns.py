"""Labels in one column and answers in another, with no line between them: which lines belong together.

A label may run over several lines, and so may its answer; the tops of the two, or their middles, stand
level. What does not clearly stand in two such columns is left as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from hrdocs.document import Box
from hrdocs.read.pdf_lines import PrintedLine, Segment, around, is_prose
from hrdocs.read.pdf_share import answer_blocks, middle_of, share_out
from hrdocs.tools.pdf_records import Rule, Word

ALIGNED = 3.0  # points within which answers begin at the same place
NEAR = 1.12  # in line heights: lines no farther apart than this follow one another
WIDE = 1.7  # where lines are known to be set widely
FAR = 1.5  # lines farther apart than this do not
LEAST_ROWS, MAX_RUNS = 2, 60  # of a page
SURE_ROWS = 4
LEAST_BANDS = 3
LONGEST_LABEL = 7  # lines
CLOSE_GAP = 2.0  # in spaces: more than a writer's double space
_WORDY = re.compile(r"[^\W\d_]{3,}")  # a label has words; a list's numbers and bullets have none


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A label and its answer, each as lines of segments."""

    label: tuple[PrintedLine, ...]
    answer: tuple[PrintedLine, ...]
    column: tuple[float, float]  # from where to where the column of answers reaches
    hangs: bool = True  # answers that run over a line go on in their column, not at the margin

    @property
    def box(self) -> Box:
        boxes = [s.box for line in (*self.label, *self.answer) for s in line]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def find_columns(
    lines: Sequence[PrintedLine],
    rules: Sequence[Rule] = (),
    *,
    margin: float = 0.0,
    known: float | None = None,
    hint: float | None = None,
) -> list[PrintedLine | ColumnRow]:
    """The lines, with each run of labels and answers in two columns as rows.

    `rules` are lines to write on; `margin` is how far right the page's text reaches; `known` is where
    answers begin, if other parts of the same table have shown it, `hint` where they began further up.
    """
    found: list[PrintedLine | ColumnRow] = []
    rest: Sequence[PrintedLine] = lines
    for _ in range(MAX_RUNS):
        gutter = known
        if gutter is None and hint is not None and any(_is_pair(line, hint) for line in rest):
            gutter = hint
        trusted = gutter is not None
        gutter = find_gutter(rest) if gutter is None else gutter
        if gutter is None:
            break
        sure = trusted or sum(_is_pair(line, gutter) for line in rest) >= SURE_ROWS
        rest = [_cut(line, rest[max(0, i - 1) : i + 2], gutter, sure=sure) for i, line in enumerate(rest)]
        hangs = trusted or any(len(line) == 1 and abs(line[0].box[0] - gutter) <= ALIGNED for line in rest)
        run = _run(rest, gutter, margin, sure=sure)
        if run is None:
            return [*found, *(_blank_rows(rest, gutter) if trusted else rest)]
        first, last = run
        rows = _rows_of(rest[first:last], gutter, rules, (sure, trusted, margin))
        found += rest[:first] if not sure else _blank_rows(rest[:first], gutter)
        found += rest[first:last] if rows is None else _hanging(rows, hangs=hangs)
        rest = rest[last:]
        known = (
            gutter if sure and any(_is_seed(rest, i, gutter, sure=True) for i in range(len(rest))) else None
        )
        if known is None and sure:
            known_end = _blank_rows(rest, gutter) if find_gutter(rest) is None else None
            if known_end is not None:
                return [*found, *known_end]
    return [*found, *rest]


def _rows_of(
    lines: Sequence[PrintedLine], gutter: float, rules: Sequence[Rule], how: tuple[bool, bool, float]
) -> list[ColumnRow | PrintedLine] | None:
    sure, trusted, margin = how
    if _is_written_on(lines, gutter, rules):
        return None
    reach = max(margin, *(line[-1].box[2] for line in lines))
    rows = _banded(lines, gutter, reach, rules)
    return rows or _rows(lines, gutter, reach, least=0 if trusted else 1 if sure else LEAST_ROWS)


def _hanging(rows: Sequence[ColumnRow | PrintedLine], *, hangs: bool) -> list[ColumnRow | PrintedLine]:
    return [replace(row, hangs=hangs) if isinstance(row, ColumnRow) else row for row in rows]


def carried_over(lines: Sequence[PrintedLine], gutter: float) -> int:
    """How many of a page's first lines go on with an answer of the page before, in its column."""
    count = 0
    while count < len(lines) and len(lines[count]) == 1 and abs(lines[count][0].box[0] - gutter) <= 1:
        count += 1
    return count


def _blank_rows(lines: Sequence[PrintedLine], gutter: float) -> list[ColumnRow | PrintedLine]:
    """Lines between rows, with each label that runs over several lines as a row without an answer."""
    found: list[ColumnRow | PrintedLine] = []
    group: list[PrintedLine] = []
    for line in [*lines, ()]:
        if group and line and _is_left(line, gutter) and _is_rest_of_label(group, line, gutter):
            group.append(line)
            continue
        found += [ColumnRow(tuple(group), (), (gutter, gutter + 1))] if len(group) > 1 else group
        group = []
        if line:
            if _is_left(line, gutter):
                group = [line]
            else:
                found.append(line)
    return found


_OPTION = re.compile(r"(?:\(\s?[xX\u2713\u2714]?\s?\)|\[\s?[xX\u2713\u2714]?\s?\]|[\u2610-\u2612])\s")
_TOLD = re.compile(r"\w: \w|@|[.;:,!]$")
_LISTED = re.compile(r"\w: \w|@|^(?:\(?\d+[.)]|[\u2022\u2013-])\s")


def _is_left(line: PrintedLine, gutter: float) -> bool:
    return len(line) == 1 and line[0].box[2] < gutter - 1


def _is_rest_of_label(group: Sequence[PrintedLine], line: PrintedLine, gutter: float) -> bool:
    high = line[0].box[3] - line[0].box[1]
    step = middle_of(line[0].box) - middle_of(group[-1][0].box)
    aligned = _is_aligned(line[0].box, group[-1][0].box)
    title = _size(line[0]) < 0.92 * _size(group[-1][0]) or line[0].words[0].bold != group[-1][0].words[0].bold
    return (
        aligned
        and step < WIDE * high
        and not title
        and not (_TOLD.search(group[-1][0].text) or _LISTED.search(line[0].text))
        and _goes_on(group, line, (), (step, step, high, gutter - 2.5 * high, WIDE * high))
    )


def _is_aligned(one: Box, other: Box) -> bool:
    """Whether two lines of labels begin at the same place, or end there, as labels set to the right do."""
    return abs(one[0] - other[0]) < 2 or abs(one[2] - other[2]) < 1


def find_gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Where answers begin: the place at which most second segments of lines begin, the first of such."""
    starts = sorted(line[1].box[0] for line in lines if len(line) > 1)
    best, most = None, LEAST_ROWS - 1
    for number, at in enumerate(starts):
        count = bisect_right(starts, at + ALIGNED) - number
        if count > most:
            best, most = at, count
    return best if most >= SURE_ROWS else _close_gutter(lines) or best


def _gaps(words: Sequence[Word]) -> list[float]:
    return [after[1] - before[3] for before, after in pairwise(words)]


def _close_gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Where answers begin right behind labels that end at one place: too near to be seen as columns.

    Within a sentence no gap is more than a space, and none stands at one place of many lines.
    """
    starts: list[tuple[float, float]] = []
    for line in lines:
        words = [word for segment in line for word in segment.words]
        gaps = _gaps(words)
        high = line[0].box[3] - line[0].box[1]
        space = sorted(gaps)[len(gaps) // 3] if len(gaps) > 2 else 0.3 * high
        wide = max(CLOSE_GAP * space, 0.5 * high)
        first = next((i for i, gap in enumerate(gaps, start=1) if gap > wide), None)
        if first is not None and any(_WORDY.search(word.text) for word in words[:first]):
            starts.append((words[first].x0, words[first - 1].x1))
    for at in sorted({x for x, _ in starts}):
        ends = [end for x, end in starts if 0 <= x - at <= 1.0]
        if len(ends) >= SURE_ROWS and 2 * len(ends) >= len(starts) and max(ends) - min(ends) <= ALIGNED:
            return at
    return None


def _cut(line: PrintedLine, around_it: Sequence[PrintedLine], gutter: float, *, sure: bool) -> PrintedLine:
    """The line, with a segment cut where a word begins at the gutter behind more than a space.

    A label can fill its column: where the lines above or below begin at the same place, no gap is needed.
    """
    found: list[Segment] = []
    for segment in line:
        at = next((i for i, w in enumerate(segment.words) if abs(w.x0 - gutter) <= 1.0), 0)
        gaps = [b.x0 - a.x1 for a, b in pairwise(segment.words)]
        others = [gap for i, gap in enumerate(gaps, start=1) if i != at]
        high = segment.box[3] - segment.box[1]
        space = max(median(others), 0.15 * high) if others else 0.3 * high
        beside = sure and any(
            abs(s.box[0] - gutter) < 0.6 or (abs(s.box[0] - segment.box[0]) < 1 and s.box[2] < gutter)
            for other in around_it
            for s in other
        )
        least, most = min(others, default=space), max(others, default=space)
        usual = at > 0 and min(least, space) - 0.08 * space < gaps[at - 1] < max(most, space) + 0.08 * space
        exact = at > 0 and abs(segment.words[at].x0 - gutter) < 0.6 and gaps[at - 1] > 1 and not usual
        if at and (gaps[at - 1] > 1.4 * space or (beside and exact)):
            parts = segment.words[:at], segment.words[at:]
            found += [Segment(part, around(part)) for part in parts]
        else:
            found.append(segment)
    return tuple(found)


def _is_written_on(lines: Sequence[PrintedLine], gutter: float, rules: Sequence[Rule]) -> bool:
    """Whether a line to write on stands in the left column, so that it holds answers, too."""
    for line in lines:
        box = line[0].box
        for rule in rules:
            below = -3 < rule.top - box[3] < 6
            if below and rule.x0 < box[2] and rule.x1 > box[2] + 20 and rule.x1 < gutter + 2:
                return True
    return False


def _crosses(line: PrintedLine, gutter: float) -> bool:
    return any(s.box[0] < gutter - ALIGNED and s.box[2] > gutter - 2 for s in line)


def _is_pair(line: PrintedLine, gutter: float) -> bool:
    """Whether a line has a text on the left, and one that begins at the gutter."""
    return line[0].box[0] < gutter - ALIGNED and any(-0.5 <= s.box[0] - gutter <= ALIGNED for s in line[1:])


def _is_seed(lines: Sequence[PrintedLine], at: int, gutter: float, *, sure: bool) -> bool:
    """Whether a line shows a label and its answer: both on it, or an answer level with a label's middle."""
    line = lines[at]
    if _is_pair(line, gutter):
        return True
    if not sure or at == 0 or len(line) > 1 or abs(line[0].box[0] - gutter) > ALIGNED:
        return False
    before, high = lines[at - 1], line[0].box[3] - line[0].box[1]
    return _is_left(before, gutter) and middle_of(line[0].box) - middle_of(before[0].box) < high


def _run(lines: Sequence[PrintedLine], gutter: float, margin: float, *, sure: bool) -> tuple[int, int] | None:
    """The first run of lines around a gutter: from its first pair, up to a line that crosses it."""
    pair = next((i for i in range(len(lines)) if _is_seed(lines, i, gutter, sure=sure)), None)
    if pair is None:
        return None
    first = pair if lines[pair][0].box[0] < gutter - ALIGNED else pair - 1
    label = lines[first]
    size, bold = _size(label[0]), label[0].words[0].bold
    while first > 0 and _leads_in(lines[first - 1], lines[first], gutter, sure=sure):
        first -= 1
    hangs = any(len(line) == 1 and abs(line[0].box[0] - gutter) <= ALIGNED for line in lines)
    last = pair + 1
    while last < len(lines) and not _crosses(lines[last], gutter):
        if not hangs and _wraps(lines[last - 1], lines[last], gutter, margin):
            break
        if _is_heading(lines[last], gutter, size, bold=bold):
            break
        last += 1
    return first, last


def _is_heading(line: PrintedLine, gutter: float, size: float, *, bold: bool) -> bool:
    """Whether a line on the left is larger than the labels, or bold where they are not."""
    if len(line) > 1 or line[0].box[0] >= gutter - ALIGNED:
        return False
    return _size(line[0]) > 1.08 * size or (line[0].words[0].bold and not bold)


def _wraps(before: PrintedLine, line: PrintedLine, gutter: float, margin: float) -> bool:
    """Whether a line on the left is the rest of the answer above, which had reached the margin."""
    if len(line) > 1 or not _is_pair(before, gutter):
        return False
    box, word = before[-1].box, line[0].words[0]
    high = box[3] - box[1]
    close = middle_of(line[0].box) - middle_of(box) < FAR * high
    return close and box[2] + 0.3 * high + word.x1 - word.x0 > margin - 4


def _leads_in(line: PrintedLine, following: PrintedLine, gutter: float, *, sure: bool) -> bool:
    """Whether a line above the first pair is the beginning of its answer, or of its label."""
    if _crosses(line, gutter) or len(line) > 1:
        return False
    box, below = line[0].box, following[-1].box
    high, step = below[3] - below[1], middle_of(following[0].box) - middle_of(box)
    if box[0] >= gutter - ALIGNED:
        return step < (WIDE if sure else NEAR) * high + 1 and abs(box[0] - gutter) <= ALIGNED
    if following[0].box[0] >= gutter - ALIGNED:
        return sure and step < NEAR * high and not _is_title(line)
    one, other = line[0].words[0], following[0].words[0]
    same = one.bold == other.bold and abs(_size(line[0]) - _size(following[0])) < 0.5
    low = _is_aligned(following[0].box, box) and step < FAR * high
    return same and low and not line[0].text.rstrip().endswith((":", "?"))


def _is_title(line: PrintedLine) -> bool:
    return line[0].text.isupper() or line[0].text.rstrip().endswith((":", "?"))


def _banded(
    lines: Sequence[PrintedLine], gutter: float, reach: float, rules: Sequence[Rule]
) -> list[ColumnRow | PrintedLine] | None:
    """The rows of a run that level lines across both columns tell apart; None where none do."""
    cuts = sorted(r.top for r in rules if r.x0 < gutter - 20 and r.x1 > gutter + 20)
    bands: dict[int, list[PrintedLine]] = {}
    for line in lines:
        bands.setdefault(bisect_right(cuts, middle_of(line[0].box)), []).append(line)
    rows: list[ColumnRow | PrintedLine] = []
    longest = asked = level = 0
    for band in bands.values():
        label = tuple(own for line in band if (own := tuple(s for s in line if s.box[0] < gutter - ALIGNED)))
        answer = tuple(
            own for line in band if (own := tuple(s for s in line if s.box[0] >= gutter - ALIGNED))
        )
        longest = max(longest, len(label))
        if any(_is_set_off(above[0], line[0]) for above, line in pairwise(label)):
            return None  # headings with lines below them, not rows
        asked += len(label)
        level += sum(any(_are_level(line[0].box, own[0].box) for own in answer) for line in label)
        rows += [ColumnRow(label, answer, (gutter, reach))] if label else answer
    drawn = sum(isinstance(row, ColumnRow) for row in rows)
    if asked > 2 * drawn and level >= 0.6 * asked:
        return None  # the lines part sections, each of several labels with its own answer
    return rows if drawn >= LEAST_BANDS and longest <= LONGEST_LABEL else None


def _are_level(one: Box, other: Box) -> bool:
    return abs(middle_of(one) - middle_of(other)) < 0.5 * (one[3] - one[1])


def _is_set_off(above: Segment, line: Segment) -> bool:
    """Whether a line is a heading below what stands above it: in another type, no smaller, and apart."""
    one, other = above.words[0], line.words[0]
    apart = line.box[1] - above.box[3] > 0.8 * (line.box[3] - line.box[1])
    return apart and one.font != other.font and _size(line) >= _size(above)


def _rows(
    lines: Sequence[PrintedLine], gutter: float, reach: float, *, least: int
) -> list[ColumnRow | PrintedLine] | None:
    """The rows of a run; None where it is not of labels and answers."""
    left = [tuple(s for s in line if s.box[0] < gutter - ALIGNED) for line in lines]
    right = [tuple(s for s in line if s.box[0] >= gutter - ALIGNED) for line in lines]
    labels, answers = [line for line in left if line], [line for line in right if line]
    if not _are_labelled(labels, answers, least):
        return None
    high = median([s.box[3] - s.box[1] for line in lines for s in line])
    edge = max(*(line[-1].box[2] for line in labels), gutter - 2.5 * high)
    far = _far(answers, high)
    hangs = not least or any(not own for own in left)
    groups = _label_groups(labels, answers, (high, edge, far))
    if is_prose([s for line in labels for s in line]) and max(map(len, groups)) > LONGEST_LABEL:
        return None
    begun = labels[0][0].box[1] - 0.3 * high
    above = [line for line in answers if line[0].box[3] < begun]
    carried = (
        [block for block in answer_blocks(answers, high, far) if block[-1][0].box[3] < begun] if above else []
    )
    loose = {id(line) for block in carried for line in block}
    shared = share_out(groups, [line for line in answers if id(line) not in loose], (high, far))
    rows: list[ColumnRow | PrintedLine] = [ColumnRow((), tuple(block), (gutter, reach)) for block in carried]
    for number, (group, own) in enumerate(zip(groups, shared, strict=True)):
        if own or (hangs and len(group) > 1 and number < len(groups) - 1):
            rows.append(ColumnRow(tuple(group), tuple(own), (gutter, reach)))
        else:
            rows += group  # its answer may stand below it
    return rows


def _are_labelled(labels: Sequence[PrintedLine], answers: Sequence[PrintedLine], least: int) -> bool:
    """Whether the left lines can be labels, and the right ones answers, not more columns or prose."""
    if not labels or len(labels) < least or len(answers) < least or any(len(line) > 1 for line in labels):
        return False
    if sum(len(line) > 1 for line in answers) > 0.3 * len(answers):
        return False
    left, right = [s for line in labels for s in line], [s for line in answers for s in line]
    if is_prose(left) and is_prose(right) and len(left) > 0.75 * len(right) and least:
        return False
    colons = [sum(":" in s.text.rstrip(": ") for s in side) > 0.5 * len(side) for side in (left, right)]
    return not all(colons)


def _far(answers: Sequence[PrintedLine], high: float) -> float:
    """The distance from which lines do not follow one another: more where the answers are widely set."""
    steps = [middle_of(b[0].box) - middle_of(a[0].box) for a, b in pairwise(answers)]
    close = min((step for step in steps if 0.5 * high < step < 2 * high), default=high)
    return max(FAR * high, 1.08 * close)


def _label_groups(
    labels: Sequence[PrintedLine], answers: Sequence[PrintedLine], measures: tuple[float, float, float]
) -> list[list[PrintedLine]]:
    """Label lines put together where a label runs over several."""
    steps = [middle_of(b[0].box) - middle_of(a[0].box) for a, b in pairwise(labels)]
    high, edge, far = measures
    close = min((step for step in steps if step < far), default=0.0)
    groups: list[list[PrintedLine]] = []
    for number, line in enumerate(labels):
        if number and _goes_on(groups[-1], line, answers, (steps[number - 1], close, high, edge, far)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(
    group: Sequence[PrintedLine],
    line: PrintedLine,
    answers: Sequence[PrintedLine],
    measures: tuple[float, float, float, float, float],
) -> bool:
    """Whether a line goes on with the label above it."""
    step, close, high, edge, far = measures
    before, here = group[-1][0], line[0]
    text = " ".join(s.text for part in group for s in part)
    if step > max(2 * high, far):
        return False
    if text.count("(") > text.count(")"):
        return True
    options = _OPTION.match(here.text) or (_OPTION.match(before.text) and not here.text[:1].islower())
    if options or step > far or step > 1.35 * close:
        return False
    if before.words[0].look != here.words[0].look == group[0][0].words[0].look:
        return False  # a hint stood between
    if _size(here) < 0.92 * _size(before) or here.text[:1] == "(":
        return True
    if text.rstrip().endswith((":", "?")) or before.words[0].bold != here.words[0].bold:
        return False
    if step > 1.07 * close + 0.3 and not here.text[:1].islower():
        return False
    if here.text[:1].islower() or text.rstrip().endswith((",", "/", "-", " and", " or", " of", " the")):
        return True
    beside = any(abs(middle_of(answer[0].box) - middle_of(here.box)) < 0.35 * high for answer in answers)
    if beside and step > NEAR * high:
        return False
    full = before.box[2] + 0.3 * high + here.words[0].x1 - here.words[0].x0 > edge - 1
    return full or (not beside and step <= NEAR * high)


def _size(segment: Segment) -> float:
    word = segment.words[0]
    return word.size or word.bottom - word.top
