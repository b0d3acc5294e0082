"""Labels within a line, and whether words that read like a label are one or belong to an answer."""

import re
from dataclasses import replace

from hrdocs.procedure import FieldType
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.fitting import can_answer, capital_break, fits_line, types_of
from hrdocs.rules.matching.labels import Hit
from hrdocs.rules.matching.mend import is_wrapped
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Piece, Source
from hrdocs.rules.matching.walk import Walk

_ASKING = re.compile(r"^\s*(?P<label>[^\W_][^:?\t\n]{2,160}?)(?:\?|\s*:|\t|\s*[.…_]{3,}|\s*…)")
_TELLING = 4  # words: by chance no account has a line of just these
_COUNTED = re.compile(r"[^\W\d]+ \d{1,2}\W*")
_BEHIND = re.compile(r"[\s.:)]*(?:\([^()]*\))?[\s.:)]*")
_DOTTED = re.compile(r"[._…]{6,} *$")
_PROVEN = frozenset({FieldType.DATE, FieldType.EMAIL, FieldType.PHONE})
_INLINE_STOP = re.compile(r"(?:\t+| {2,}|\u00a0{2,}|[.…_]{3,}|…+|_{2,}|\|)\s*")
_INLINE_WORD = re.compile(
    r"(?<=[^\s:]) (?=(?:dated?|signed|signature|e-?mail|tel(?:ephone)?|phone|mobile|job title|post"
    r"|position|department|college)\b[^:\n]{0,24}:)",
    re.IGNORECASE,
)


def labels_in(walk: Walk, piece: Piece) -> list[tuple[int, Hit]]:
    """Every label on a line that stands as one, with where it begins."""
    found: list[tuple[int, Hit]] = []
    if not piece.lead and not piece.heading and _is_account(walk, piece):
        return []
    numbered = walk.is_next_question(piece.text)
    for start in _starts(piece):
        if start and not found and _within_sentence(walk, piece, start):
            continue
        if found and start < found[-1][0] + found[-1][1].end:
            continue
        limit = next((a for a, _ in piece.filled if a >= start), None)
        if any(a <= start < b for a, b in piece.filled):
            continue
        hit = walk.index.find_label(piece.text[start:], limit - start if limit is not None else None)
        if hit and found and set(hit.keys) & set(found[-1][1].keys):
            continue
        beside = bool(hit and found) and _shares_section(walk, hit, found[-1][1]) if hit else False
        if hit and _stands(
            walk, hit, piece, start, first=not piece.text[:start].strip(), beside=beside or numbered
        ):
            found.append((start, hit))
        elif start == 0 and (guessed := _guess_inline(walk, piece)):
            found.append((0, guessed))
        elif start == 0 and hit is None and walk.open is not None and walk.type_of(walk.open) not in ONE_LINE:
            return []  # a line of somebody's prose is not searched for labels
    return found


def _awaits_account(walk: Walk) -> bool:
    """Whether the open answer is an account, begun or still to come."""
    slot = walk.open
    return (
        slot is not None
        and not slot.closed
        and slot.source is not Source.IMPLIED
        and walk.type_of(slot) in FREE
    )


def _is_account(walk: Walk, piece: Piece) -> bool:
    """Whether a plain line can only be a line of an account."""
    if walk.labels_bold and _awaits_account(walk):
        return not _is_plain_label(walk, piece)
    return not piece.filled and _goes_on(walk, piece)


def _is_plain_label(walk: Walk, piece: Piece) -> bool:
    """Whether a line is a label though it is not bold as others are: a question of several words that is
    still open, or the signature's or its date's, which are often set plainer than the questions."""
    hit = walk.index.find_label(piece.text, None)
    if hit is None or hit.score < 1.0 or any(walk.is_answered(k) for k in hit.keys):
        return False
    if hit.boundary is Boundary.END:
        return hit.words >= _TELLING
    types = types_of(hit.keys, walk.fields)
    signs = hit.boundary is Boundary.SEPARATOR and types <= {FieldType.SIGNATURE, FieldType.DATE}
    return signs and fits_line(piece.text[hit.end :], types)


def _goes_on(walk: Walk, piece: Piece) -> bool:
    """Whether a printed line is the rest of the line above, broken at the margin within an account."""
    slot, box = walk.open, piece.place.box
    if not _awaits_account(walk) or slot is None or not slot.parts or box is None:
        return False
    last = slot.parts[-1]
    if last.place.page != piece.place.page or last.place.box is None or "\n" in last.text:
        return False
    ends = last.text.rstrip()
    return (
        abs(last.place.box[0] - box[0]) < 4
        and len(ends) > 40
        and box[1] - last.place.box[3] < 0.5 * (box[3] - box[1])
        and is_wrapped(ends, last.place.box, piece.text, walk.margin, below=box)
    )


def _within_sentence(walk: Walk, piece: Piece, start: int) -> bool:
    """Whether only a space stands between a place and the words before it.

    In an account a sentence may end there: "… by me. Signed: the boss."
    """
    before = piece.text[:start]
    if _awaits_account(walk) and re.search(r"\w[.!?:,;][”’\"')]* $", before):
        return not any(b == start for _, b in piece.filled)
    return bool(re.search(r"[^\s:.…_] $", before)) and not any(b == start for _, b in piece.filled)


def _guess_inline(walk: Walk, piece: Piece) -> Hit | None:
    """A label in unlisted words with its answer behind it on the line."""
    asked = _ASKING.match(piece.text)
    slot = walk.open
    if (
        asked is None
        or not piece.text[asked.end() :].strip(" .…_:")
        or (piece.filled and piece.filled[0][0] < asked.end("label"))
    ):
        return None
    apart = piece.lead >= asked.end("label") or walk.is_set_off(piece.text, asked.end("label"))
    prose = _awaits_account(walk) and not apart
    hit = walk.index.guess(asked["label"]) if capital_break(asked["label"]) is None else None
    if hit is None or (
        prose and slot is not None and (walk.type_of(slot) is FieldType.TEXT or walk.is_answered(hit.keys[0]))
    ):
        return None
    lead = re.match(r"[\s:?.…_·]*", piece.text[asked.end("label") :])
    return replace(
        hit,
        start=asked.start("label"),
        end=asked.end("label") + (lead.end() if lead else 0),
        boundary=Boundary.SEPARATOR,
        label=asked["label"],
    )


def _starts(piece: Piece) -> list[int]:
    starts = [0]
    if len(piece.text) < 400:
        starts.extend(m.end() for m in _INLINE_STOP.finditer(piece.text))
        starts.extend(m.end() for m in _INLINE_WORD.finditer(piece.text))
        starts.extend(b for _, b in piece.filled)
    return sorted({s for s in starts if s < len(piece.text)})


def _stands(walk: Walk, hit: Hit, piece: Piece, start: int, *, first: bool, beside: bool = False) -> bool:
    """Whether a label found in a line is one, and not a word of an answer."""
    text = piece.text[start:]
    between = text[hit.start + len(hit.label) : hit.end]
    marked = any(c in between for c in ":?\t…_☐☒☑") or "..." in between or "  " in between
    marked = marked or any(at == start + hit.end for at, _ in piece.filled)
    doubted = hit.boundary is Boundary.SEPARATOR and not piece.lead and _awaits_account(walk)
    if doubted and not fits_line(_own_answer(walk, text, hit), types_of(hit.keys, walk.fields)):
        return False
    if hit.boundary is Boundary.WEAK:
        return _weak_stands(walk, hit, piece, start, first=first)
    if not first and (hit.score < 0.95 or not (marked or hit.boundary is Boundary.END)):
        return False
    if is_awaited(walk, hit, text):
        return False
    apart = first and walk.is_set_off(text, hit.start + len(hit.label))
    prose = not beside and not apart and _in_prose(walk)
    if hit.boundary is Boundary.END and not marked and not (piece.bold or piece.heading):
        if len(text.split()) == 1 and text[:1].islower():
            return False
        doubted = prose and (walk.is_common(hit) or hit.score < 0.95)
        return not doubted or _expected(walk, hit)
    if hit.boundary is Boundary.SEPARATOR and not marked and (prose or hit.score < 0.95):
        return False
    if prose and hit.score < 0.9 and not piece.bold:
        return False
    return not (prose and walk.is_common(hit)) or _expected(walk, hit)


def _own_answer(walk: Walk, text: str, hit: Hit) -> str:
    """What stands behind a label, up to a wide gap behind which the next label stands."""
    for gap in _INLINE_STOP.finditer(text, hit.end):
        following = walk.index.find_label(text[gap.end() :])
        if following and following.score >= 0.95 and following.boundary is Boundary.SEPARATOR:
            return text[hit.end : gap.start()]
    return text[hit.end :]


def _weak_stands(walk: Walk, hit: Hit, piece: Piece, start: int, *, first: bool) -> bool:
    """Whether a label with nothing but a space behind it is one: by its print, its blank or its answer."""
    text = piece.text[start:]
    if _ends_bold(piece, start, hit):
        return not is_awaited(walk, hit, text)
    return _fills_blank(walk, hit, piece, start) or (first and _weak_fits(walk, hit, text[hit.end :]))


def _fills_blank(walk: Walk, hit: Hit, piece: Piece, start: int) -> bool:
    """Whether what stands behind a label was written on a blank: one that ends in a tab or in dots, or
    behind a wide gap, where the answer proves it."""
    before, rest = piece.text[:start].rstrip(" "), piece.text[start + hit.end :].strip(" ")
    wide = bool(before) and (before[-1] == "\t" or _DOTTED.search(before) or start - len(before) > 2)
    if hit.score < 1.0 or (before and not wide):
        return False
    types = types_of(hit.keys, walk.fields)
    if "\t" in rest:
        return can_answer(hit, rest.partition("\t")[0], types)
    dots = _DOTTED.search(rest)
    if dots:
        return can_answer(hit, rest[: dots.start()].strip(), types)
    return wide and types <= _PROVEN and can_answer(hit, rest, types)


def _ends_bold(piece: Piece, start: int, hit: Hit) -> bool:
    """Whether the bold print at a line's beginning is the label, and what follows is not bold."""
    at = start + hit.start + len(hit.label)
    return (
        at > 0
        and piece.lead >= at
        and not piece.bold
        and bool(_BEHIND.fullmatch(piece.text[at : piece.lead]))
    )


def _in_prose(walk: Walk) -> bool:
    """Whether the open answer is running text that a line may go on with."""
    slot = walk.open
    if slot is None or slot.closed or slot.bound or not slot.answered:
        return False
    return walk.type_of(slot) not in ONE_LINE


def _shares_section(walk: Walk, one: Hit, other: Hit) -> bool:
    mine = {walk.fields[k[0]].section for k in one.keys}
    return bool(mine & {walk.fields[k[0]].section for k in other.keys})


def is_awaited(walk: Walk, hit: Hit, text: str) -> bool:
    """Whether a text that resembles a label is the answer that the label above waits for."""
    slot = walk.open
    if slot is None or slot.answered or slot.closed or slot.source is Source.IMPLIED or slot.key is None:
        return False
    if text.rstrip().endswith((":", "?")) or hit.boundary is not Boundary.END:
        return False
    if _COUNTED.fullmatch(text.strip()) or (slot.score < 0.85 and hit.score >= 0.95):
        return False  # "Witness 1"; a known label below a heading that was taken for one
    return hit.score < 0.95 or slot.key in hit.keys


def _expected(walk: Walk, hit: Hit) -> bool:
    """Whether a common word stands where the form would have it as a label."""
    if walk.group and any(k[0] == walk.group and k[1] for k in hit.keys):
        return True
    if (
        walk.open is not None
        and walk.type_of(walk.open) is not FieldType.TEXT
        and walk.by_form(hit) is not None
    ):
        return True
    plain = [k for k in hit.keys if not k[1]]
    return any(walk.fields[k[0]].section == walk.section and not walk.is_answered(k) for k in plain)


def _weak_fits(walk: Walk, hit: Hit, rest: str) -> bool:
    """A label with nothing but a space behind it: believed only where the answer proves it."""
    slot = walk.open
    if hit.score < 1.0:
        return False
    if slot is not None and not slot.closed and slot.source is not Source.IMPLIED:
        narrative = walk.type_of(slot) is FieldType.TEXT
        if (
            not slot.answered
            or narrative
            or hit.words < 2
            or any(walk.is_answered(k) for k in hit.keys if not k[1])
        ):
            return False
    return can_answer(hit, rest, types_of(hit.keys, walk.fields))
