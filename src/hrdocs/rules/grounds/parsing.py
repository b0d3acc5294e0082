"""Free text to protected grounds.

Only the complainant's own words count: a ground is asserted where the text states it, and never
inferred from a person's name. What could be meant in two ways is `ambiguous`, to be asked about.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from hrdocs.document import Reason, Status
from hrdocs.rules.grounds.answer import read_written
from hrdocs.rules.grounds.idle import without_idle_end
from hrdocs.rules.grounds.phrases import Kind, Stance, find_mentions
from hrdocs.rules.grounds.reading import GROUND_IDS, GroundReading, in_order
from hrdocs.rules.grounds.scope import judge
from hrdocs.rules.grounds.text import order_text
from hrdocs.rules.grounds.turns import OWN_NOUN, SENTENCE
from hrdocs.rules.values_text import ValueReading, is_blank, is_nothing, ok, tidy, unclear
from hrdocs.rules.values_ticks import Ticks, find_ticks

_INSTRUCTION = re.compile(
    r"\b(?:please tick|tick one|delete|as appropriate|as applicable|circled?|underlined?|highlighted)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?P<label>{'|'.join(sorted(GROUND_IDS, key=len, reverse=True))}|religion|politics|gender)\s*[:=]",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[\s\-*\u2022\"\u201c(]*(?:grounds?(?:\(s\))?\s*[:=-]\s*)?", re.IGNORECASE)
_NO = re.compile(r"(?:no|not|n)\b(?! ?/| a)", re.IGNORECASE)
_YES = re.compile(r"(?:yes|y)", re.IGNORECASE)
_BARE_VALUE = 2  # words
_ONLY_TELLS = "The list may only tell who the writer is."
_LEAST_LABELLED = 3  # labels that make the form's own list
_CHOSEN = re.compile(
    r"(?P<list>.+?)[(\[][^)\]]*\b(?:delete|tick|circle|choose|select|underline)\b[^)\]]*[)\]]"
    r"\s*[:=-]?\s*(?P<answer>\w[^\n]*)",
    re.IGNORECASE | re.DOTALL,
)
_PASSAGE = 1000  # characters: what is judged together in a narrative
_WRAPPED = re.compile(r"[(\[{<*_\"'“>]+[\w ]+[)\]}>*_\"'”<]+")
_TICKED_NONE = re.compile(r"\b(?:none|not applicable|n/?a|bullying|no ground)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GroundHint:
    """A ground that a narrative seems to tell of: a suggestion, with the words and their place in it."""

    id: str
    words: str
    start: int
    end: int


def find_grounds(text: str, *, allowed: frozenset[str] | None = None) -> GroundReading:
    """The grounds that an answer states, denies or leaves open.

    `allowed` are the grounds of the procedure; one outside them is left open, not asserted.
    """
    text = without_idle_end(tidy(text))
    ticks = find_ticks(text)
    if ticks.items:
        reading = _read_ticks(ticks)
    else:
        reading = _read_labelled(text) or _read_chosen(text) or _read_list(text) or read_written(text)
    return reading if allowed is None else _within(reading, allowed)


def parse_grounds(text: str, *, allowed: frozenset[str] | None = None) -> ValueReading:
    """An answer's grounds as a value: missing where nothing was written, unclear where it must be asked."""
    if is_blank(text) or re.fullmatch(r"[\s\-–—/\\]*", text):
        return ValueReading((), Status.MISSING)
    reading = find_grounds(text, allowed=allowed)
    if reading.ambiguous:
        return unclear(Reason.AMBIGUOUS_GROUND, reading.ids or _only_candidate(reading))
    if reading.ids or reading.none_stated:
        return ok(reading.ids)
    ticks = find_ticks(tidy(text))
    if ticks.items and not ticks.ticked and is_blank(ticks.rest):
        return ValueReading((), Status.MISSING)
    return unclear(Reason.AMBIGUOUS_GROUND, ())


def _only_candidate(reading: GroundReading) -> tuple[str, ...]:
    """The one ground that open words may mean, where none of them may mean another."""
    candidates = {ground for _, ids in reading.ambiguous for ground in ids} - set(reading.denied)
    return tuple(candidates) if len(candidates) == 1 else ()


def find_grounds_in_narrative(text: str) -> tuple[GroundHint, ...]:
    """Grounds that a narrative seems to tell of, in the order written: suggestions only."""
    plain = order_text(text)
    hints = []
    for start, passage in _passages(plain.norm):
        for mention in judge(passage, find_mentions(passage)):
            first = bisect_left(plain.starts, start + mention.start)
            last = bisect_left(plain.starts, start + mention.end)
            told = mention.kind in (Kind.GROUND, Kind.SLUR) and mention.stance is Stance.ASSERTED
            if told and first < last:
                at, end = plain.spans[first][0], plain.spans[last - 1][1]
                hints.append(GroundHint(mention.ids[0], text[at:end], at, end))
    return tuple(hints)


def _passages(norm: str) -> Iterator[tuple[int, str]]:
    """Where each passage of an ordered text begins, and its words: whole sentences where there are any."""
    start = 0
    while start < len(norm):
        stop = min(start + _PASSAGE, len(norm))
        if stop < len(norm):
            ends = [m.start() for m in SENTENCE.finditer(norm, start, stop)]
            stop = ends[-1] if ends and ends[-1] > start else norm.rfind(" ", start + 1, stop)
            stop = stop if stop > start else start + _PASSAGE
        yield start, norm[start:stop]
        start = stop


def _within(reading: GroundReading, allowed: frozenset[str]) -> GroundReading:
    outside = tuple(ground for ground in reading.ids if ground not in allowed)
    asked = tuple((words, tuple(c for c in ids if c in allowed)) for words, ids in reading.ambiguous)
    return GroundReading(
        tuple(ground for ground in reading.ids if ground in allowed),
        tuple(ground for ground in reading.denied if ground in allowed),
        asked + tuple((ground, ()) for ground in outside),
        reading.none_stated,
        reading.reasons + tuple(f"This procedure does not list {ground} as a ground." for ground in outside),
    )


# --- Lists of the form's own ---------------------------------------------------------------------


def _read_labelled(text: str) -> GroundReading | None:
    """The form's list filled in ("Age: 55. Race: n/a. Sex: no"); None of another text.

    "n/a" and a blank say nothing. Where every label has a word or two, they may only tell who the writer is.
    """
    labels = list(_LABELLED.finditer(text))
    if len(labels) < _LEAST_LABELLED or not _LEADS.fullmatch(text, 0, labels[0].start()):
        return None
    ends = [match.start() for match in labels[1:]] + [len(text)]
    values = [text[m.end() : end].strip(' \t\n.,;|/-"\u201d') for m, end in zip(labels, ends, strict=True)]
    said = [(m["label"], v) for m, v in zip(labels, values, strict=True) if _NO.match(v) or not _is_empty(v)]
    meant = {label: read_written(label).ids for label, _ in said}
    denied = in_order({ground for label, value in said if _NO.match(value) for ground in meant[label]})
    told = [(label, value) for label, value in said if not _NO.match(value)]
    if not told:
        return GroundReading(denied=denied, none_stated=bool(denied)) if said else None
    ids = {ground for label, _ in told for ground in meant[label]}
    beside = [read_written(value) for _, value in told if not _YES.fullmatch(value)]
    strange = any(g not in ids for reading in beside for g in (*reading.ids, *reading.denied))
    bare = len(told) == len(labels) and all(len(value.split()) <= _BARE_VALUE for value in values)
    if strange or bare:
        doubt = tuple((f"{label}: {value}", meant[label]) for label, value in told)
        return GroundReading(denied=denied, ambiguous=doubt, reasons=(_ONLY_TELLS,))
    reasons = tuple(f"{label} is filled in." for label, _ in told)
    return GroundReading(in_order(ids), denied, reasons=reasons)


def _is_empty(value: str) -> bool:
    return is_blank(value) or is_nothing(value) or is_nothing(value.split(". ")[0])


def _read_chosen(text: str) -> GroundReading | None:
    """What is written behind the form's own list and its instruction: "… (delete as applicable): Sex"."""
    chosen = _CHOSEN.fullmatch(text)
    if chosen is None or len(read_written(chosen["list"]).ids) < _LEAST_LABELLED:
        return None
    reading = read_written(chosen["answer"])
    return reading if reading.ids and not reading.ambiguous else None


# --- Lists with a mark ---------------------------------------------------------------------------


def _read_list(text: str) -> GroundReading | None:
    """A list of grounds in which some are marked ("sex / age / RACE"), to be asked about; else None."""
    items = [item.strip() for item in re.split(r"[/|,;\n]| {2,}", text) if item.strip()]
    named = [re.sub(r"[^a-z ]", "", item.lower()).strip() for item in items]
    plain = len(items) > 1 and all(n in GROUND_IDS or OWN_NOUN.fullmatch(n) for n in named)
    if not plain and not _INSTRUCTION.search(text):
        return None
    readings = [read_written(item) for item in items]
    if not plain and sum(bool(r.ids) for r in readings) < 2:
        return None
    marked = [i for i, item in enumerate(items) if _WRAPPED.fullmatch(item)]
    if not marked and len(items) > 2:
        marked = [i for i, item in enumerate(items) if item.isupper()]
    if plain and not 0 < len(marked) < len(items):
        return None
    words = ", ".join(items[i] for i in marked) or text
    ids = in_order({ground for i in marked for ground in readings[i].ids})
    return GroundReading(ids, ambiguous=((words, ids),), reasons=("Some grounds of a list are marked.",))


# --- Ticked lists ---------------------------------------------------------------------------------


def _read_ticks(ticks: Ticks) -> GroundReading:
    if ticks.doubtful:
        either = tuple((t.label, read_written(t.label).ids) for t in ticks.items if t.ticked is None)
        return GroundReading(ambiguous=either, reasons=("The marks in the boxes can be taken in two ways.",))
    rest = read_written(_beside(ticks))
    if not ticks.ticked:
        reason = "No box of the list is ticked."
        return GroundReading(rest.ids, rest.denied, rest.ambiguous, rest.none_stated, (*rest.reasons, reason))
    elsewhere = bool(rest.ids or rest.ambiguous or rest.none_stated)
    if (
        len(ticks.items) == 1
        and rest.ids
        and read_written(ticks.ticked[0]).ids
        and len(ticks.rest.split()) < 6
    ):
        either = ((ticks.ticked[0], in_order({*rest.ids, *read_written(ticks.ticked[0]).ids})),)
        return GroundReading(ambiguous=either, reasons=("It cannot be told which word the mark belongs to.",))
    labels = [_read_label(label, elsewhere) for label in ticks.ticked]
    ids = {*rest.ids, *(ground for label in labels for ground in label.ids)}
    asked = [a for one in (rest, *labels) for a in one.ambiguous if not a[1] or not ids & set(a[1])]
    none = any(label.none_stated for label in labels)
    if none and ids:
        asked.append(("none", in_order(ids)))
        ids = set()
    return GroundReading(
        in_order(ids),
        tuple(ground for ground in rest.denied if ground not in ids),
        tuple(asked),
        none and not asked,
        rest.reasons,
    )


def _read_label(label: str, elsewhere: bool) -> GroundReading:
    """A ticked label; one that names two grounds with "or" leaves open which is meant."""
    reading = read_written(label)
    other = re.match(r"other\b", label, re.IGNORECASE)
    if reading.ids and other:
        return GroundReading(reading.ids)
    if len(reading.ids) > 1 and re.search(r"\bor\b|/", label):
        return GroundReading(ambiguous=((label, reading.ids),))
    if reading.ids and not reading.ambiguous:
        return GroundReading(reading.ids)
    if reading.none_stated or _TICKED_NONE.search(label):
        return GroundReading(none_stated=True)
    if other and elsewhere:
        return GroundReading()
    return GroundReading(ambiguous=reading.ambiguous or ((label or "a ticked box", ()),))


def _beside(ticks: Ticks) -> str:
    """What stands beside the boxes, without the unmarked options of a list marked with a lone "x"."""
    if not ticks.bare:
        return ticks.rest
    lines = ticks.rest.split("\n")
    return "\n".join(line for line in lines if len(line.split()) > 6 or not read_written(line).ids)
