"""A layout and the forms of a pack → the form with its answers.

Blocks are walked in reading order. A label opens a slot; texts beside it, below it or behind it are
its answer; headings tell equal labels apart. Nothing is guessed: where two readings are possible the
answer is `unclear` with the best of them as a suggestion.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hrdocs.document import (
    Answer,
    Block,
    Entry,
    Finding,
    Form,
    Layout,
    Line,
    Picture,
    Place,
    Reason,
    Row,
    Severity,
    Status,
)
from hrdocs.procedure import FieldType, FormDefinition
from hrdocs.rules.matching.answers import read_answers
from hrdocs.rules.matching.captions import captions_above
from hrdocs.rules.matching.emphasis import UNSURE, settle_choices
from hrdocs.rules.matching.entries import entry_slot, join_dates
from hrdocs.rules.matching.glued import part_labels
from hrdocs.rules.matching.guidance import Guidance, is_page_number, looks_printed
from hrdocs.rules.matching.hints import leave_hints, without_hints
from hrdocs.rules.matching.label_print import labels_print, without_tails
from hrdocs.rules.matching.labels import LabelIndex
from hrdocs.rules.matching.lines import walk_line
from hrdocs.rules.matching.mend import (
    join_labels,
    labels_beside,
    labels_into_boxes,
    mend_rows,
    pair_level,
    right_margin,
)
from hrdocs.rules.matching.name_parts import join_names
from hrdocs.rules.matching.numbering import without_number_cells
from hrdocs.rules.matching.pairs import find_pairs
from hrdocs.rules.matching.plausible import doubt_implausible
from hrdocs.rules.matching.prose import named_answers, read_letter
from hrdocs.rules.matching.recognise import fit, may_be_own, prefer_own, unknown_form
from hrdocs.rules.matching.roles import answering, without_links
from hrdocs.rules.matching.scanned import scan_of
from hrdocs.rules.matching.side_by_side import one_below_another
from hrdocs.rules.matching.slots import Part, Source, pieces_of
from hrdocs.rules.matching.tables import walk_rows
from hrdocs.rules.matching.tick_lists import with_tick_lists
from hrdocs.rules.matching.upright import displayed, upright
from hrdocs.rules.matching.vocabulary import with_shared_labels
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

__all__ = ["find_pairs", "match_form"]

_GLUED = re.compile(r"[a-zß-ÿ][A-Z][a-z]|[.?!;:)”’]{1,2}(?:[A-Z“]|- )")
_LEAST_BOLD = 12  # lines
STRIPE = 12.0  # points between the rows of a striped table, or by which their cells' edges differ
_MARGINS = ("header", "footer")
_known: dict[tuple[int, bool], tuple[FormDefinition, LabelIndex, Guidance]] = {}


def match_form(
    layout: Layout, forms: tuple[FormDefinition, ...], *, own: tuple[FormDefinition, ...] = ()
) -> Form:
    """The answers of a layout to the form that it is; `form` is None where it is none of them.

    `own` are those forms that the organisation itself uses: where no title tells, a document is theirs.
    """
    if layout.turned:
        return displayed(match_form(upright(layout), forms, own=own), layout)
    layout = settle_choices(layout, forms)
    blocks = _flow(layout)
    fits = [fit(_styled_walk(layout, blocks, definition)) for definition in forms]
    good = sorted((f for f in fits if f.fits), key=lambda f: f.rank, reverse=True)
    if may_be_own(good, own):
        spoken = [f.walk.definition for f in sorted(fits, key=lambda f: f.rank, reverse=True)]
        good = prefer_own(good, [fit(_styled_walk(layout, blocks, d, spoken)) for d in own])
    lines = [b for b in blocks if isinstance(b, Line)]
    if not good:
        letter = next(((d, a) for d in forms if (a := read_letter(lines, d)) is not None), None)
        if letter is not None and len(lines) == len(blocks):
            return Form(letter[0].id, letter[1], (), (_no_form(),))
        return Form(None, {}, find_pairs(layout), (unknown_form(fits),))
    walk = good[0].walk
    answers = read_answers(walk, layout.kind, scan=scan_of(layout))
    answers = leave_hints(answers, walk.doubted)
    if not any(f.type is FieldType.SIGNATURE for f in walk.definition.fields):
        named = named_answers(lines, walk.definition)
        answers |= {k: a for k, a in named.items() if answers[k].status is Status.MISSING}
    answers = _without_automatic_dates(answers, walk.definition, layout)
    answers = _without_lost_breaks(answers, layout)
    answers = doubt_implausible(_without_open_choices(answers, layout), walk)
    return Form(walk.definition.id, answers, (), tuple(_findings(walk)))


def _without_automatic_dates(
    answers: dict[str, Answer], definition: FormDefinition, layout: Layout
) -> dict[str, Answer]:
    """A date that the program itself renews is not the day on which anybody signed."""
    places = [f.where for f in layout.findings if f.code == "automatic-date"]
    for one in definition.fields:
        answer = answers.get(one.id)
        if one.type is not FieldType.DATE or answer is None or answer.status is not Status.OK:
            continue
        if any(place is None or answer.where is None or _is_same(place, answer.where) for place in places):
            answers[one.id] = replace(
                answer,
                value=None,
                status=Status.UNCLEAR,
                reason=Reason.AMBIGUOUS_DATE,
                suggestion=answer.value,
            )
    return answers


def _without_lost_breaks(answers: dict[str, Answer], layout: Layout) -> dict[str, Answer]:
    """An answer whose lines a program has joined is not what was written."""
    places = [f.where for f in layout.findings if f.code == "lost-breaks" and f.where]
    for name, answer in answers.items() if places else ():
        here = answer.where is not None and any(_is_same(place, answer.where) for place in places)
        if here and answer.status is Status.OK and _GLUED.search(answer.raw):
            answers[name] = replace(
                answer, value=None, status=Status.UNCLEAR, reason=Reason.GARBLED, suggestion=answer.value
            )
    return answers


def _without_open_choices(answers: dict[str, Answer], layout: Layout) -> dict[str, Answer]:
    """A list of options whose looks do not say which is chosen is no answer."""
    places = [f.where for f in layout.findings if f.code == UNSURE and f.where]
    for name, answer in answers.items() if places else ():
        here = answer.where is not None and any(_overlap(place, answer.where) for place in places)
        if here and answer.status is Status.OK:
            answers[name] = replace(
                answer, value=None, status=Status.UNCLEAR, reason=Reason.SEVERAL_CHOICES, suggestion=None
            )
    return answers


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places share anything: of a page their boxes, else the cell or paragraph."""
    if one.box is None or other.box is None:
        return _is_same(one, other)
    (x0, top, x1, bottom), (left, above, right, below) = one.box, other.box
    return one.page == other.page and x0 < right and left < x1 and top < below and above < bottom


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places of a Word file are the same cell or paragraph."""
    return (one.table, one.row, one.paragraph) == (other.table, other.row, other.paragraph) or (
        one.page is not None and one.page == other.page
    )


def _no_form() -> Finding:
    message = "A letter without a form's labels: which sentence is meant for what must be looked at."
    return Finding("written-without-form", Severity.WARNING, message)


def _styled_walk(
    layout: Layout, blocks: Sequence[Block], definition: FormDefinition, spoken: Sequence[FormDefinition] = ()
) -> Walk:
    """The walk; where it shows that labels on lines are bold, once more with that known.

    `spoken` are the forms whose words count too, the likeliest first.
    """
    index, guidance = _lookup(definition, layout.from_ocr)
    if spoken:
        definition = with_shared_labels(definition, spoken)
        index = _lookup(definition, layout.from_ocr)[0].guessing_as(index)
    walk = _walk(layout, blocks, Walk(definition, index, guidance))
    on_lines = [s for s in walk.slots if s.source in (Source.INLINE, Source.FLOW) and s.place.table is None]
    bold = sum(s.bold for s in on_lines)
    if bold >= 4 and 4 * bold >= 3 * len(on_lines) and bold < len(on_lines):
        return _walk(layout, blocks, Walk(definition, index, guidance, labels_bold=True))
    return walk


def _walk(layout: Layout, blocks: Sequence[Block], walk: Walk) -> Walk:
    index, guidance = walk.index, walk.guidance
    walk.margin = right_margin(blocks)
    blocks = captions_above(join_dates(blocks), index)
    blocks = with_tick_lists(one_below_another(part_labels(blocks, index), index), index)
    blocks = answering(without_number_cells(without_links(blocks), index), index, guidance)
    hints = without_hints(blocks, index, guidance)
    blocks, walk.doubted = hints.blocks, hints.doubted
    blocks = _without_common_bold(blocks) if layout.kind != "docx" else blocks
    walk.bold_labels = layout.kind != "docx" and any(_is_bold(b) for b in blocks)
    walk.label_style = labels_print(blocks, index)
    blocks = without_tails(blocks, walk.label_style)
    blocks = labels_into_boxes(labels_beside(pair_level(mend_rows(blocks, index))), index)
    blocks = join_labels(blocks, index, walk.margin)
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, Row) and (not rows or _same_table(rows[-1], block)):
            rows.append(block)
            continue
        if rows:
            walk_rows(walk, rows)
            rows = []
        if isinstance(block, Row):
            rows = [block]
        elif isinstance(block, Line):
            for piece in pieces_of(block, walk.label_style):
                walk_line(walk, piece)
        elif isinstance(block, Entry):
            entry_slot(walk, block)
        else:
            _picture(walk, block)
    if rows:
        walk_rows(walk, rows)
    walk.settle()
    _continued(walk)
    walk.slots = join_names(walk.slots, walk.definition)
    return walk


def _without_common_bold(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with nothing bold where nearly all is: then it tells nothing apart."""
    lines = [b for b in blocks if isinstance(b, Line) and b.text.strip()]
    bold = sum(len(b.text) for b in lines if _is_bold(b))
    if len(lines) < _LEAST_BOLD or bold < 0.85 * sum(len(b.text) for b in lines):
        return list(blocks)
    return [
        replace(b, heading=False, spans=tuple(replace(s, bold=False) for s in b.spans))
        if isinstance(b, Line)
        else b
        for b in blocks
    ]


def _is_bold(block: Block) -> bool:
    return isinstance(block, Line) and any(s.bold and s.text.strip() for s in block.spans)


def _lookup(definition: FormDefinition, ocr: bool) -> tuple[LabelIndex, Guidance]:
    """The index of a form, made once per definition."""
    key = (id(definition), ocr)
    if key not in _known or _known[key][0] is not definition:
        if len(_known) > 64:
            _known.clear()
        _known[key] = (definition, LabelIndex(definition, ocr), Guidance(definition))
    return _known[key][1], _known[key][2]


def _same_table(one: Row, other: Row) -> bool:
    if one.ruled == other.ruled and one.place.table == other.place.table:
        return True
    return _is_stripe(one, other)


def _is_stripe(one: Row, other: Row) -> bool:
    """Whether a row is the next of a table of which only every second row is drawn: striped."""
    first, second = one.place.box, other.place.box
    if one.ruled == other.ruled or first is None or second is None or one.place.page != other.place.page:
        return False
    if len(one.cells) != len(other.cells) or not -2 <= second[1] - first[3] < STRIPE:
        return False
    edges = [(a.place.box, b.place.box) for a, b in zip(one.cells, other.cells, strict=True)]
    return all(a and b and abs(a[0] - b[0]) < STRIPE for a, b in edges)


def _flow(layout: Layout) -> list[Block]:
    """The blocks of the main text: no headers, footers, page numbers or lines printed on every page."""
    repeated = _repeated(layout)
    labels = _entry_labels(layout)
    kept: list[Block] = []
    for block in layout.blocks:
        if block.place.part in _MARGINS and not isinstance(block, Entry):
            continue
        if (
            isinstance(block, Line)
            and not block.filled
            and (block.text.strip() in repeated or is_page_number(block.text))
        ):
            continue
        if labels and _is_only_labels(block, labels):
            continue
        kept.append(block)
    return kept


def _entry_labels(layout: Layout) -> frozenset[str]:
    """The printed labels of form fields: the fields have their answers, so the print holds none."""
    entries = [b for b in layout.blocks if isinstance(b, Entry)]
    return frozenset(fold(text) for e in entries for text in (e.label, *e.options) if fold(text))


def _is_only_labels(block: Block, labels: frozenset[str]) -> bool:
    if isinstance(block, Line):
        return not block.filled and bool(block.text.strip()) and fold(block.text) in labels
    if isinstance(block, Row):
        texts = [c.text for c in block.cells if c.text.strip()]
        return (
            bool(texts) and not any(c.filled for c in block.cells) and all(fold(t) in labels for t in texts)
        )
    return False


def _repeated(layout: Layout) -> frozenset[str]:
    """Lines that stand at the same height of several pages."""
    seen: dict[str, dict[int, float]] = {}
    for block in layout.blocks:
        if isinstance(block, Line) and block.place.page and block.place.box and block.text.strip():
            seen.setdefault(block.text.strip(), {})[block.place.page] = block.place.box[1]
    return frozenset(
        text
        for text, pages in seen.items()
        if len(pages) > 1 and max(pages.values()) - min(pages.values()) < 4
    )


def _picture(walk: Walk, picture: Picture) -> None:
    """A picture under or beside a signature's label is the signature."""
    slot = walk.open or (walk.slots[-1] if walk.slots else None)
    if slot is None or slot.key is None:
        return
    if walk.fields[slot.key[0]].type is not FieldType.SIGNATURE:
        near = [
            s
            for s in walk.slots[-3:]
            if s.key and walk.fields[s.key[0]].type is FieldType.SIGNATURE and not s.answered
        ]
        slot = near[-1] if near else None
    if slot is not None and not slot.answered:
        slot.parts.append(Part("", picture.place, image=True))


def _continued(walk: Walk) -> None:
    """Loose text at the end of a form whose narrative says that it goes on elsewhere belongs to it."""
    narrative = next(
        (
            s
            for s in walk.slots
            if s.key and not s.key[1] and walk.fields[s.key[0]].means == "narrative" and s.answered
        ),
        None,
    )
    if narrative is None or walk.continued:
        return
    says = any(
        w in narrative.text.lower()
        for w in ("continu", "separate sheet", "attached sheet", "additional sheet", "overleaf", "next page")
    )
    tail = [
        p
        for at, p in walk.loose
        if at >= len(walk.slots) and len(p.text.split()) > 3 and not looks_printed(p.text)
    ]
    if says and tail:
        narrative.parts.extend(tail)
        walk.loose = [(at, p) for at, p in walk.loose if p not in tail]


def _findings(walk: Walk) -> Iterator[Finding]:
    """Labelled answers that the form has no field for, and text that stands under no label."""
    for label, text, place in walk.unknown:
        if text.strip() and len(label) < 200:
            short = " ".join(label.split())[:60]
            yield Finding(
                "unplaced-answer",
                Severity.NOTE,
                f"An answer beside ‘{short}’ fits no field of the form.",
                None,
                place,
            )
    stray = [p for _, p in walk.loose if len(p.text.split()) >= 6 and not looks_printed(p.text)]
    if stray:
        where = stray[0].place
        message = "Some text stands under no label of the form: see whether it belongs to an answer."
        yield Finding("unplaced-text", Severity.NOTE, message, None, where)
