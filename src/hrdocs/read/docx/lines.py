"""Spans and lines from what was read in a paragraph."""

from collections.abc import Iterator

from hrdocs.document import Line, Mark, Place, Span
from hrdocs.read.docx.glyphs import STANDARD_PROMPT
from hrdocs.read.docx.runs import Flow

_ANSWERS = (Mark.PLAIN, Mark.FILLED)
SHORT = 80  # characters: a bold line up to here is a heading


def make_line(flow: Flow, place: Place, *, heading: bool) -> Line:
    """A paragraph as a line; a short one that is bold from end to end is a heading too."""
    spans = tuple(_spans(flow)) if flow.spans else ()
    if not heading and spans and _may_head(spans[0]):
        heading = all(map(_may_head, spans)) and _is_short(spans)
    return Line(spans, place, heading)


def trim(lines: list[Line]) -> tuple[Line, ...]:
    """A cell's lines without the blank ones at its beginning and end."""
    first, last = 0, len(lines)
    while first < last and not lines[first].spans:
        first += 1
    while last > first and not lines[last - 1].spans:
        last -= 1
    return tuple(lines[first:last])


def _may_head(span: Span) -> bool:
    return (span.bold and span.mark is Mark.PLAIN) or not span.text.strip()


def _is_short(spans: tuple[Span, ...]) -> bool:
    text = "".join(s.text for s in spans).strip()
    return 0 < len(text) <= SHORT and "\n" not in text


def _spans(flow: Flow) -> list[Span]:
    spans: list[Span] = []
    for parts, mark, bold, look in flow.spans:
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if " to " in text or "hoose an" in text:
            spans += _without_prompts(text, mark, bold)
        else:
            spans.append(Span(text, mark, bold, look))
    return spans


def _without_prompts(text: str, mark: Mark, bold: bool) -> Iterator[Span]:
    """Programs that do not know content controls leave Word's standard prompts as ordinary text."""
    at = 0
    if mark not in _ANSWERS:
        yield Span(text, mark, bold)
        return
    for prompt in STANDARD_PROMPT.finditer(text):
        if prompt.start() > at:
            yield Span(text[at : prompt.start()], mark, bold)
        yield Span(prompt[0], Mark.PLACEHOLDER, bold)
        at = prompt.end()
    if at < len(text):
        yield Span(text[at:], mark, bold)
