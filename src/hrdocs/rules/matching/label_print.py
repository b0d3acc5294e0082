"""The look that a form's labels have and its answers have not: what is set in it asks, whatever its words.

It is learnt from the labels that the form knows. A look counts only where several of them share it, nearly
no known label stands in another, and nothing that people write (addresses, numbers, sentences about
themselves) is set in it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hrdocs.document import Block, Line, Look, Mark, Row, Span
from hrdocs.rules.matching.labels import LabelIndex

Style = tuple[Look, bool]  # with whether it is bold

_LEAST = 5  # known labels that share a look
_LEAST_OTHERS = 4  # texts in other looks
_SHARE = 0.8  # of the known labels that have the look
_WRITTEN = re.compile(r"@\w|\d[\d /.-]{6,}\d|\b(?:I|me|my|he|she|his|her)\b[^?:]*\.\s*$")
_HINT = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[^A-Z\d@\"“‘'(\[][^@\d]*)\s*")
_READ = (Mark.PLAIN, Mark.FILLED)


def labels_print(blocks: Sequence[Block], index: LabelIndex) -> Style | None:
    """The look of the labels, where it is theirs alone."""
    known: Counter[Style] = Counter()
    every: Counter[Style] = Counter()
    told: Counter[Style] = Counter()
    for line in lines_in(blocks):
        spans = [s for s in line.spans if s.text.strip() and s.mark in _READ]
        if not spans:
            continue
        styles = {style_of(span) for span in spans}
        style = style_of(spans[0])
        every[style] += 1
        for span in spans:
            told[style_of(span)] += bool(_WRITTEN.search(span.text))
        lead = "".join(s.text for s in _leading(spans, style))
        if len(lead) <= 200 and not line.filled:
            whole = index.whole(lead) if len(styles) > 1 else index.whole(line.text)
            known[style] += whole is not None and whole.score >= 0.95
    if not known:
        return None
    best, count = known.most_common(1)[0]
    alone = count >= _LEAST and count >= _SHARE * sum(known.values()) and not told[best]
    return best if alone and sum(every.values()) - every[best] >= _LEAST_OTHERS else None


def asks(line: Line, style: Style | None) -> bool:
    """Whether all of a line is set as the labels are."""
    spans = [s for s in line.spans if s.text.strip() and s.mark is not Mark.PLACEHOLDER]
    return bool(style and spans) and all(s.mark is Mark.PLAIN and style_of(s) == style for s in spans)


def without_tails(blocks: Sequence[Block], style: Style | None) -> list[Block]:
    """The blocks without the hints that stand behind labels, on their lines, where the answer is below."""
    if style is None:
        return list(blocks)
    return [
        replace(block, spans=_leading(block.spans, style))
        if isinstance(block, Line) and _has_tail(block, style) and _answers(after, style)
        else block
        for block, after in pairwise((*blocks, None))
        if block is not None
    ]


def style_of(span: Span) -> Style:
    """How a run of text is set."""
    return span.look, span.bold


def lines_in(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of blocks, those in cells too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Row):
            for cell in block.cells:
                yield from cell.lines


def _leading(spans: Sequence[Span], style: Style) -> tuple[Span, ...]:
    """The spans at the beginning of a line that are set in one look."""
    at = next((n for n, s in enumerate(spans) if style_of(s) != style and s.text.strip()), len(spans))
    return tuple(spans[:at])


def _has_tail(line: Line, style: Style) -> bool:
    """Whether a label goes on, in another look, with what can only be a hint."""
    lead = _leading(line.spans, style)
    tail = "".join(s.text for s in line.spans[len(lead) :])
    set_so = bool(lead) and style_of(lead[0]) == style and not line.filled
    return set_so and bool(tail.strip()) and _HINT.fullmatch(tail) is not None


def _answers(block: Block | None, style: Style) -> bool:
    """Whether a block begins with something else than a label."""
    first = block.cells[0].lines[:1] if isinstance(block, Row) and block.cells else ()
    lines = (block,) if isinstance(block, Line) else first
    return any(
        line.text.strip() and not asks(line, style) and not _leading(line.spans, style) for line in lines
    )
