"""Answers written on a line with its label printed below, as on lines to sign on.

A label of the next line to write on looks much the same: where such a line follows, nothing is decided.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from hrdocs.document import Box
from hrdocs.read.pdf_lines import PrintedLine, Segment
from hrdocs.tools.pdf_records import Rule

NEAR = 12.0  # points from the line down to its label
NEXT = 26.0  # the next line to write on is farther from the label than this
LEAST_WIDE = 40.0
LEAST_STEP = 8.0  # points from one line of an answer to the next
ALIGNED = 6.0
LONGEST = 6  # words of a label under a line
BESIDE = 40.0  # a text so near to the left of an answer may be its label

_SECTION = re.compile(r"(?:(?:section|part) )?(?:\d{1,2}|[A-H])[.)] ", re.IGNORECASE)

Signed = tuple[Segment, Segment]  # the label and the answer above it


def labels_under(
    lines: Sequence[PrintedLine], rules: Sequence[Rule]
) -> tuple[list[list[Signed]], list[PrintedLine]]:
    """Answers with the labels below their lines, those of one line together; and the other lines."""
    if not rules:
        return [], list(lines)
    texts = sorted((segment for line in lines for segment in line), key=_top)
    tops = [_top(segment) for segment in texts]
    tallest = max((s.box[3] - s.box[1] for s in texts), default=0.0)
    found: dict[int, Signed] = {}
    for rule in rules if texts else ():
        if rule.x1 - rule.x0 < LEAST_WIDE:
            continue
        # an answer stands on the line, its label right below it, a label above right over the answer
        first = bisect_left(tops, rule.top - 2 * tallest - NEAR - ALIGNED)
        pair = _signed(rule, texts[first : bisect_left(tops, rule.top + NEAR)], rules)
        if pair is not None:
            found[id(pair[1])] = pair
    taken = {id(segment) for pair in found.values() for segment in pair}
    groups: list[list[Signed]] = []
    kept: list[PrintedLine] = []
    for line in lines:
        answers = [found[id(s)] for s in line if id(s) in found]
        if answers and any(_may_lead(s, answers) for s in line if id(s) not in taken):
            taken -= {id(segment) for pair in answers for segment in pair}
        elif answers:
            groups.append(answers)
    for line in lines:
        rest = tuple(s for s in line if id(s) not in taken)
        if rest:
            kept.append(rest)
    return groups, kept


def _top(segment: Segment) -> float:
    return segment.box[1]


def _may_lead(text: Segment, answers: Sequence[Signed]) -> bool:
    """Whether a text stands so near to the left of an answer that it may be its label."""
    return any(0 <= answer.box[0] - text.box[2] < BESIDE for _, answer in answers)


def _goes_on_above(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether a line to write on is the last of several: what stands below them asks for something else."""
    return any(
        LEAST_STEP < rule.top - r.top < NEXT and abs(r.x0 - rule.x0) < 2 and abs(r.x1 - rule.x1) < 2
        for r in rules
    )


def _signed(rule: Rule, texts: Sequence[Segment], rules: Sequence[Rule]) -> Signed | None:
    above = [s for s in texts if _stands_on(s.box, rule)]
    below = [
        s for s in texts
        if -1 <= s.box[1] - rule.top < NEAR and abs(s.box[0] - rule.x0) < ALIGNED and s.box[2] <= rule.x1 + 20
    ]  # fmt: skip
    if len(above) != 1 or len(below) != 1 or _goes_on_above(rule, rules):
        return None
    label, answer = below[0], above[0]
    one, other = label.words[0], answer.words[0]
    restyled = one.font != other.font or abs(one.size - other.size) > 0.5
    follows = any(
        r is not rule and 0 < r.top - label.box[3] < NEXT and r.x0 < label.box[2] and r.x1 > label.box[0]
        for r in rules
    )
    asked = any(
        s.words[0].font == one.font
        and 0 <= answer.box[1] - s.box[3] < NEAR
        and abs(s.box[0] - rule.x0) < ALIGNED
        for s in texts
        if s is not label
    )
    answered = any(
        abs(s.box[1] - label.box[1]) < ALIGNED and label.box[2] < s.box[0] < rule.x1
        for s in texts
        if s is not label
    )  # a heading underlined: what stands below it has its answer beside it
    if answered or _SECTION.match(answer.text):
        return None
    small = not one.bold and one.size <= other.size and len(label.words) <= LONGEST and "?" not in label.text
    return (label, answer) if restyled and small and not follows and not asked else None


def _stands_on(text: Box, rule: Rule) -> bool:
    return -4 <= rule.top - text[3] <= 5 and text[0] >= rule.x0 - 3 and text[2] <= rule.x1 + 3
