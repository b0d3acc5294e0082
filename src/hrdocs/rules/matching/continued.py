"""Answers that go on: below a heading that says so, on the next line, overleaf, in a list."""

import re
from dataclasses import replace

from hrdocs.rules.matching.mend import is_wrapped
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Piece, Slot, Source
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_CONTINUED = re.compile(
    r"^\W*(?:\(?continu(?:ed|ation)\b|additional (?:sheet|page|information)|extra (?:sheet|page)"
    r"|separate sheet|supplementary (?:sheet|page)|appendix to (?:my )?complaint|addendum|further details)"
    r"|\(?\bcont(?:inue|inued|inuation|['’.]?d|\.)\)?\W*(?:(?:from|on) (?:the )?(?:previous |last |next "
    r")?(?:page|sheet|form)\W*)?$",
    re.IGNORECASE,
)

_NAMES_NONE = frozenset(
    ("of", "from", "for", "page", "sheet", "to", "question", "section", "item", "form", "complaint", "number")
)
_NARRATIVE = frozenset(("incident", "detail", "narrative", "statement", "account"))


def continue_field(walk: Walk, piece: Piece) -> bool:
    """A heading such as "Continuation of incident details": what follows goes on with that field."""
    text = piece.text.strip()
    if piece.filled or len(text) > 90 or not _CONTINUED.search(text) or walk.guidance.is_guidance(text):
        return False
    if re.search(r"\b(?:i|my|he|she|see|please|are|is|was)\b", text, re.IGNORECASE):
        return False
    target = _continued_field(walk, text)
    if target is None:
        return False
    key = (target, "")
    walk.group = None
    walk.begin(Slot(key, (key,), text, Source.FLOW, piece.place, walk.fields[target].section))
    walk.slots[-1].inside = None
    walk.continued = True
    walk.slots[-1].written = "continuation"
    return True


def _continued_field(walk: Walk, text: str) -> str | None:
    bare = fold(_CONTINUED.sub(" ", text))
    words = set(bare.split()) - _NAMES_NONE
    aliases = walk.index.aliases if words else {}
    named = [(keys, alias) for alias, keys in aliases.items() if set(alias.split()) >= words]
    for keys, _ in sorted(named, key=lambda found: len(found[1])):
        for key in keys:
            if not key[1] and walk.fields[key[0]].type not in ONE_LINE:
                return key[0]
    narratives = [f.id for f in walk.definition.fields if f.means == "narrative"]
    known = not words or bool(words & _NARRATIVE) or bare[:1].isdigit()
    return narratives[0] if narratives and known else None


def goes_on(walk: Walk, slot: Slot, piece: Piece) -> bool:
    """Whether a line goes on with an answer that was thought complete: it stands right below it."""
    box = piece.place.box
    if walk.type_of(slot) not in ONE_LINE and _is_next_number(slot.text, piece.text):
        return True
    if walk.type_of(slot) in FREE and goes_overleaf(slot, piece):
        return True
    column = slot.value_x is not None and slot.place.box is not None and slot.value_x > slot.place.box[0] + 15
    if box and slot.value_x is not None and slot.place.box and column and abs(box[0] - slot.value_x) < 4:
        last = slot.parts[-1].place
        return (
            last.box is not None
            and last.page == piece.place.page
            and -2 <= box[1] - last.box[3] <= 1.2 * (box[3] - box[1])
        )
    if (
        box
        and slot.parts
        and is_wrapped(slot.parts[-1].text, slot.parts[-1].place.box, piece.text, walk.margin, below=box)
    ):
        return slot.parts[-1].place.page == piece.place.page and len(piece.text.split()) <= 6
    written = slot.text.rstrip()
    return written.endswith((" of", " and", ",", " &", "@", "-"))


def run_over(slot: Slot, piece: Piece) -> bool:
    """Add a line that goes on, below a box, with the sentence begun in it; whether it was one."""
    last, box = slot.parts[-1] if slot.parts else None, piece.place.box
    above = last.place.box if last is not None else None
    if last is None or box is None or above is None or last.place.table is None or not slot.bound:
        return False
    if last.place.page != piece.place.page or not above[0] - 2 <= box[0] < box[2] <= above[2] + 2:
        return False
    gap, height = box[1] - above[3], box[3] - box[1]
    ended = last.text.rstrip()[-1:] in '.!?:"”’)' and not slot.run_over
    if ended or not -2 <= gap < height:
        return False
    slot.run_over = True
    joint = "\n" if gap > 0.6 * height else " "
    place = replace(last.place, box=(above[0], above[1], above[2], box[3]))
    text, flowed = (
        f"{last.text}\n{piece.text.strip()}",
        f"{last.flowed or last.text}{joint}{piece.text.strip()}",
    )
    slot.parts[-1] = replace(last, text=text, flowed=flowed, place=place)
    return True


def goes_overleaf(slot: Slot, piece: Piece) -> bool:
    """Whether a line at the top of a page goes on with the sentence that the page before broke off."""
    before = slot.parts[-1] if slot.parts else None
    if before is None or before.place.page is None or piece.place.page != before.place.page + 1:
        return False
    return before.text.rstrip()[-1:] not in '.!?:"”’)' and piece.text[:1].islower()


def _is_next_number(above: str, text: str) -> bool:
    """Whether a line is the next item of a list numbered from one."""
    items = [int(n) for n in re.findall(r"^\s*\(?(\d{1,2})[.)]\s", above, re.MULTILINE)]
    here = re.match(r"\s*\(?(\d{1,2})[.)]\s", text)
    return here is not None and items == [*range(1, int(here[1]))] and bool(items)
