"""Hints told by their type: print that is smaller, slanted or greyer than the answers it stands beside.

A form's hints share a look, its labels another, and its answers a third. What reads as an instruction in
such a look is a hint; so is all else in the look that proves to be the hints' own. Where that is not sure,
the text stays, and an answer that holds it is left to a person.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hrdocs.document import Answer, Block, Line, Look, Mark, Reason, Row, Span, Status
from hrdocs.rules.dates import parse_day
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.guidance import Guidance, is_prompt
from hrdocs.rules.matching.labels import LabelIndex

Style = tuple[Look, bool]  # with whether it is bold

SMALLER = 0.95  # of the other's size
ON_DARK = 0xE8  # print so light cannot be read on white
LIGHTER = 0x28  # of 255
SHARE_OF_LABELS = 0.25  # a look that so many labels have is theirs
SURE_FIELDS = 3  # with an answer beside print of one look: the look is the hints'
VARIED = 0.1  # of the written lines set in several looks: the writer's program changes them at will
MOST_LOOKS = 40
LONGEST = 240  # characters of a hint
_READ = (Mark.PLAIN, Mark.FILLED)
_TELLING = re.compile(r"\b(?:i|me|my|mine|we|he|she|his|her|him)\b", re.IGNORECASE)
_CUE = re.compile(
    r"\W*(?:e\.?\s?g\b|for (?:example|instance)|such as|as (?:it|they|on|in|shown|given|per)\b|if\b|only\b"
    r"|optional|required|up to \d|max(?:imum)?\b|no more than|at least|one .{0,20}\b(?:per|to a) line"
    r"|leave |see (?:section|page|note|the)|d{1,2}\W*m{1,2}\W*y|day\W+month|block capitals"
    r"|this (?:is|can|could)|(?:typing|signing|by signing)\b|include\b|choose\b|tick\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Stretch:
    """Whole lines of one look, or what follows a label on its line; `spots` tells its spans."""

    style: Style
    spots: list[tuple[int, ...]]
    texts: list[str]
    filled: bool = False
    label: bool = False
    heading: bool = False
    mixed: bool = False  # set in several looks, as no hint is
    tail: "_Stretch | None" = None  # what follows a label on its line

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@dataclass(slots=True)
class _Evidence:
    """What a look is used for: its stretches, those that instruct, and the fields it stands in."""

    print_of: int = 0
    prompts: int = 0
    told: int = 0
    beside: int = 0  # fields in which an answer in another look stands, too
    alone: int = 0
    varied: bool = False

    @property
    def is_hints(self) -> bool:
        """Whether the look is the hints' own."""
        if 4 * self.told > self.print_of:
            return False
        by_place = self.beside >= SURE_FIELDS and self.beside >= 2 * self.alone
        return by_place or (self.prompts >= 2 and 2 * self.prompts >= self.print_of)

    @property
    def is_surely_hints(self) -> bool:
        return self.is_hints and self.beside >= SURE_FIELDS and self.prompts >= 2


@dataclass(frozen=True, slots=True)
class Hints:
    """The blocks without the hints, and texts that may be hints but were left in."""

    blocks: tuple[Block, ...]
    doubted: tuple[str, ...] = field(default=())


def without_hints(blocks: Sequence[Block], index: LabelIndex, guidance: Guidance) -> Hints:
    """The blocks without the print that is a hint by its look."""
    if not _has_faint_print(blocks):
        return Hints(tuple(blocks))
    stretches = list(_stretches(blocks, index))
    _tell_labels(stretches)
    fields = _fields(stretches)
    written = [one for _, own in fields for one in own]
    varied = sum(one.mixed for one in written) > VARIED * len(written)
    evidence = _evidence(fields, guidance, varied=varied)
    gone: set[tuple[int, ...]] = set()
    doubted: list[str] = []
    for label, own in fields:
        kinds = _kinds(own)
        for one in own:
            behind = _stands_back(one, label, kinds)
            edge = one is own[0] or one is own[-1]
            verdict = _judge(one, label, evidence, guidance, behind=behind, edge=edge)
            if verdict:
                gone.update(one.spots)
            elif verdict is None:
                doubted.append(one.text)
    return Hints(_without(blocks, gone) if gone else tuple(blocks), tuple(doubted))


def leave_hints(answers: Mapping[str, Answer], doubted: Sequence[str]) -> dict[str, Answer]:
    """The answers, those unclear that hold what may be a hint."""
    return {name: _left(answer, doubted) for name, answer in answers.items()}


def _left(answer: Answer, doubted: Sequence[str]) -> Answer:
    written = " ".join(answer.raw.split())
    if answer.status is not Status.OK or not any(text in written for text in doubted):
        return answer
    return replace(
        answer, value=None, status=Status.UNCLEAR, reason=Reason.UNSURE_PLACE, suggestion=answer.value
    )


# --- print by its look ------------------------------------------------------------------------------


def _lines(block: Block) -> Iterator[tuple[tuple[int, ...], Line]]:
    """The lines of a block with where each stands in it."""
    if isinstance(block, Line):
        yield (), block
    elif isinstance(block, Row):
        for number, cell in enumerate(block.cells):
            for at, line in enumerate(cell.lines):
                yield (number, at), line


def _has_faint_print(blocks: Sequence[Block]) -> bool:
    """Whether any print is fainter than what most of the text is set in."""
    looks: Counter[Look] = Counter()
    for block in blocks:
        for _, line in _lines(block):
            for span in line.spans:
                looks[span.look] += len(span.text)
    if len(looks) > MOST_LOOKS:
        return False  # where all print differs, its look tells nothing
    return any(_is_fainter(one, other) for one in looks for other in looks)


def _is_fainter(one: Look, other: Look) -> bool:
    """Whether print looks less than other print: smaller, greyer, slanted, all in all."""
    balance = 0
    if one.size and other.size:
        balance += (one.size < SMALLER * other.size) - (other.size < SMALLER * one.size)
    lighter = _light(one) - _light(other)
    balance += (lighter > LIGHTER) - (lighter < -LIGHTER)
    balance += one.italic - other.italic
    return balance > 0


def _light(look: Look) -> int:
    """How light print is, 0 to 255; white print stands on a dark ground, and is no fainter than black."""
    lightness = min(look.colour >> 16, look.colour >> 8 & 0xFF, look.colour & 0xFF)
    return lightness if lightness < ON_DARK else 0


def _stretches(blocks: Sequence[Block], index: LabelIndex) -> Iterator[_Stretch]:
    """The print in reading order, cut where its look changes, at cells and where a label begins."""
    before: _Stretch | None = None
    cell: tuple[int, ...] = ()
    for number, block in enumerate(blocks):
        for place, line in _lines(block):
            here = (number, place[0]) if place else ()
            for one in _parts(line, (number, *place), index):
                if before is not None and cell == here and not one.label and _is_alike(before, one):
                    before.spots += one.spots
                    before.texts += one.texts
                    continue
                if before is not None:
                    yield before
                before, cell = one, here
    if before is not None:
        yield before


def _is_alike(one: _Stretch, other: _Stretch) -> bool:
    return (one.style, one.filled, one.label, one.mixed) == (
        other.style,
        other.filled,
        other.label,
        other.mixed,
    )


def _parts(line: Line, place: tuple[int, ...], index: LabelIndex) -> Iterator[_Stretch]:
    """A printed line as one stretch; as two where its label looks otherwise than what follows, or where
    it ends in fainter print."""
    runs = [(at, s) for at, s in enumerate(line.spans) if s.text.strip() and s.mark in _READ]
    lead = next((n for n, (_, s) in enumerate(runs) if _style(s) != _style(runs[0][1])), len(runs))
    if lead < len(runs) and _is_label(index, "".join(s.text for _, s in runs[:lead])):
        first = _stretch(runs[:lead], place, label=True)
        first.tail = _stretch(runs[lead:], place, label=False)
        yield from (first, first.tail)
    elif runs:
        cut = lead if _ends_faint(runs, lead) else len(runs)
        one = _stretch(runs[:cut], place, label=False)
        one.heading = not one.filled and len(one.text) <= LONGEST and index.find_heading(one.text) is not None
        one.label = one.heading or (not one.filled and _is_label(index, "".join(one.texts)))
        yield one
        if cut < len(runs):
            yield _stretch(runs[cut:], place, label=False)


def _ends_faint(runs: Sequence[tuple[int, Span]], lead: int) -> bool:
    """Whether a line goes on to its end in other print that is fainter, and not for a slanted word only."""
    tail = [span for _, span in runs[lead:]]
    if not tail or len({_style(s) for s in tail}) > 1 or any(s.mark is Mark.FILLED for s in tail):
        return False
    look, other = tail[0].look, runs[0][1].look
    apart = "\t" in tail[0].text[: len(tail[0].text) - len(tail[0].text.lstrip())]
    return _is_fainter(look, other) and (apart or _is_fainter(replace(look, italic=other.italic), other))


def _stretch(runs: Sequence[tuple[int, Span]], place: tuple[int, ...], *, label: bool) -> _Stretch:
    looks = {_style(s)[0] for _, s in runs}
    bold = all(s.bold for _, s in runs)
    return _Stretch(
        (_style(runs[0][1])[0], bold),
        [(*place, at) for at, _ in runs],
        [s.text for _, s in runs],
        filled=any(s.mark is Mark.FILLED for _, s in runs),
        label=label,
        mixed=len(looks) > 1,
    )


def _style(span: Span) -> Style:
    look = span.look
    if look.underlined or look.highlighted:
        look = replace(look, underlined=False, highlighted=False)
    return look, span.bold


def _is_label(index: LabelIndex, text: str) -> bool:
    if len(text) > 200:
        return False
    hit = index.find_label(text)
    whole = hit is not None and (
        hit.boundary in (Boundary.END, Boundary.SEPARATOR) or len(text) - hit.end < 12
    )
    return whole or index.guess(text, by_cue=False) is not None


def _tell_labels(stretches: Sequence[_Stretch]) -> None:
    """Correct what is a label by the look that most labels have."""
    labels, texts = Counter(s.style for s in stretches if s.label), Counter(s.style for s in stretches)
    total = sum(labels.values())
    theirs = {style for style, count in labels.items() if count >= SHARE_OF_LABELS * total}
    only = {style for style in theirs if 2 * labels[style] > texts[style]}
    for one in stretches:
        if one.filled or one.mixed:
            continue
        if one.label and not one.heading and one.style not in theirs:
            one.label = not one.tail and not any(_is_fainter(one.style[0], look) for look, _ in theirs)
            if one.tail:
                one.mixed = one.tail.mixed = True  # a line of an answer that begins with a label's word
        elif not one.label:
            one.label = one.style in only and len(one.text) < LONGEST


def _fields(stretches: Sequence[_Stretch]) -> list[tuple[_Stretch, list[_Stretch]]]:
    """Each label with the print up to the next one."""
    fields: list[tuple[_Stretch, list[_Stretch]]] = []
    for one in stretches:
        if one.label:
            fields.append((one, []))
        elif fields:
            fields[-1][1].append(one)
    return fields


def _evidence(
    fields: Sequence[tuple[_Stretch, list[_Stretch]]], guidance: Guidance, *, varied: bool
) -> dict[Style, _Evidence]:
    """What each look is used for; in a text of many looks the places of one tell nothing."""
    found: dict[Style, _Evidence] = {}
    for label, own in fields:
        kinds, by_style = _kinds(own), dict[Style, list[_Stretch]]()
        for one in own:
            if not (one.filled or one.mixed):
                by_style.setdefault(one.style, []).append(one)
        for style, mine in by_style.items():
            use = found.setdefault(style, _Evidence(varied=varied))
            use.print_of += len(mine)
            use.prompts += sum(_instructs(s.text, guidance) for s in mine)
            use.told += sum(bool(_TELLING.search(s.text)) for s in mine)
            if _stands_back(mine[0], label, kinds):
                use.beside += not varied
            elif _is_fainter(style[0], label.style[0]) and len(mine) == len(own):
                use.alone += 1
    return found


def _kinds(own: Sequence[_Stretch]) -> list[_Stretch]:
    """One stretch of each way in which a field's text is set."""
    return list({(s.style, s.filled, s.mixed): s for s in own}.values())


def _stands_back(one: _Stretch, label: _Stretch, kinds: Sequence[_Stretch]) -> bool:
    """Whether print is fainter than other text under its label, or than the label of what was typed in."""
    looks = [label.style[0] if s.filled else s.style[0] for s in kinds if not s.mixed and s is not one]
    return any(_is_fainter(one.style[0], look) for look in looks)


def _instructs(text: str, guidance: Guidance) -> bool:
    return (
        is_prompt(text)
        or guidance.is_guidance(text)
        or guidance.is_fragment(text)
        or (bool(_CUE.match(text)) and not _TELLING.search(text))
    )


def _judge(
    one: _Stretch,
    label: _Stretch,
    evidence: dict[Style, _Evidence],
    guidance: Guidance,
    *,
    behind: bool,
    edge: bool,
) -> bool | None:
    """Whether print is a hint; None where it may be one.

    `behind` says that it is fainter than other text under its label, `edge` that it begins or ends that text.
    """
    if one.filled or one.mixed or len(one.text) > LONGEST:
        return False
    if one.style[1] or one.style == label.style or one.text[-1] in ":?":
        return (
            False  # bold print, print as the label's own, and what asks in words that the form does not have
        )
    if not behind and not _is_fainter(one.style[0], label.style[0]):
        return False
    if parse_day(one.text).value is not None:
        return False  # a day that somebody wrote
    use = evidence[one.style]
    instructs = _instructs(one.text, guidance)
    if behind and (instructs or use.is_hints):
        return True
    if instructs or use.is_surely_hints:
        return use.is_hints or None
    if use.is_hints:
        return None
    return None if behind and edge and not use.varied and not _TELLING.search(one.text) else False


# --- the blocks without it ------------------------------------------------------------------------


def _without(blocks: Sequence[Block], gone: set[tuple[int, ...]]) -> tuple[Block, ...]:
    kept: list[Block] = []
    touched = {spot[0] for spot in gone}
    for number, block in enumerate(blocks):
        if number not in touched:
            kept.append(block)
        elif isinstance(block, Line):
            kept += [line for line in [_without_spans(block, (number,), gone)] if line is not None]
        elif isinstance(block, Row):
            cells = []
            for at, cell in enumerate(block.cells):
                lines = [_without_spans(line, (number, at, n), gone) for n, line in enumerate(cell.lines)]
                cells.append(replace(cell, lines=tuple(line for line in lines if line is not None)))
            kept.append(replace(block, cells=tuple(cells)))
    return tuple(kept)


def _without_spans(line: Line, place: tuple[int, ...], gone: set[tuple[int, ...]]) -> Line | None:
    """A line without some of its spans; None where nothing is left of it."""
    spans = [span for at, span in enumerate(line.spans) if (*place, at) not in gone]
    if len(spans) == len(line.spans):
        return line
    if not any(span.text.strip() for span in spans):
        return None
    return replace(line, spans=tuple(_tidied(spans)))


def _tidied(spans: Sequence[Span]) -> list[Span]:
    """Spans with a space where one was taken out between two words, and none at the ends."""
    found = [spans[0]]
    for before, span in pairwise(spans):
        apart = before.text[-1:].isspace() or span.text[:1].isspace()
        found.append(span if apart else replace(span, text=f" {span.text}"))
    found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found
