"""A label that was printed on more than one line: which lines are parts of it."""

import re
from collections.abc import Iterable, Sequence

from hrdocs.document import Box
from hrdocs.read.pdf_lines import Segment

MAX_LINES = 4
_NEAR = 0.5  # in line heights: lines farther apart are not one text
_ALIGNED = 4.0  # points
_SENTENCE = re.compile(r"(?<=[a-z)][.!])\s+(?=[A-Z])")
_ENDS = ".:?!"
_LEADS_ON = frozenset(
    {
        *(
            "a",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "by",
            "each",
            "for",
            "from",
            "has",
            "have",
        ),
        *(
            "if",
            "in",
            "into",
            "is",
            "it",
            "its",
            "no",
            "not",
            "of",
            "on",
            "or",
            "other",
            "our",
            "than",
            "that",
        ),
        *("the", "their", "these", "this", "those", "to", "under", "was", "were", "where", "which", "who"),
        *("whose", "will", "with", "you", "your"),
    }
)


def runs_on(one: Segment, other: Segment) -> bool:
    """Whether the text of a line goes on in the line right below it."""
    a, b = one.box, other.box
    high = min(a[3] - a[1], b[3] - b[1])
    if not -0.4 * high <= b[1] - a[3] <= _NEAR * high or not _is_aligned(one, b[0]):
        return False
    words = one.text.split()
    if not words or words[-1][-1] in _ENDS:
        return False
    return other.text.lstrip()[:1].islower() or _opens(words[-1])


def leads_on(text: Segment) -> bool:
    """Whether a text asks for what comes next: it ends with a colon, or in the middle of a sentence."""
    words = text.text.split()
    return bool(words) and (words[-1][-1] == ":" or _opens(words[-1]))


def _opens(word: str) -> bool:
    """Whether no sentence ends with a word."""
    return word.casefold() in _LEADS_ON or word[-1] in ",/"


def _is_aligned(one: Segment, x: float) -> bool:
    """Whether a line begins at an edge, or does so behind its number."""
    numbered = len(one.words) > 1 and len(one.words[0].text) <= 4 and not one.words[0].text.isalpha()
    edges = [one.box[0], one.words[1].x0] if numbered else [one.box[0]]
    return any(abs(edge - x) < _ALIGNED for edge in edges)


def whole_label(
    found: Segment, texts: Sequence[Segment], fields: Iterable[Box], *, down: bool
) -> list[Segment]:
    """The lines of a label of which one was found, from the first to the last.

    A line beside one of `fields` is the label of that field, so that no text runs on over it.
    """
    if len(texts) < 2:
        return [found]
    lines, beside = [found], list(fields)
    while len(lines) < MAX_LINES:
        over = next((s for s in texts if s is not found and runs_on(s, lines[0])), None)
        if over is None or _labels_another(over, beside):
            break
        lines.insert(0, over)
    while down and len(lines) < MAX_LINES:
        under = next((s for s in texts if s is not found and runs_on(lines[-1], s)), None)
        if under is None or _labels_another(under, beside):
            break
        lines.append(under)
    return lines


def label_text(lines: Sequence[Segment]) -> str:
    """The lines as one text: of several only the last sentence, which is the one that asks."""
    text = " ".join(s.text for s in lines)
    return _SENTENCE.split(text)[-1] if len(lines) > 1 else text


def _labels_another(text: Segment, fields: Iterable[Box]) -> bool:
    """Whether a field stands right of a text, on its line."""
    _, top, right, bottom = text.box
    middle = (top + bottom) / 2
    return any(f[0] >= right - 6 and f[1] <= middle <= f[3] for f in fields)
