"""Lines of running text: headings, labels with or without their answer, answers that go on."""

import re
from dataclasses import replace

from hrdocs.document import Status
from hrdocs.procedure import FieldType
from hrdocs.rules import values
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.continued import continue_field, goes_on, goes_overleaf, run_over
from hrdocs.rules.matching.fitting import capital_break, lacks_value
from hrdocs.rules.matching.guidance import is_office, is_page_number, is_prompt
from hrdocs.rules.matching.inline import labels_in
from hrdocs.rules.matching.labels import SECTION, Hit
from hrdocs.rules.matching.mend import is_wrapped
from hrdocs.rules.matching.prose import CLOSING
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Part, Piece, Slot, Source
from hrdocs.rules.matching.walk import Walk, without_tail
from hrdocs.rules.matching.wording import after_enumerator, fold, is_leader

_ASKING = re.compile(r"^\s*(?P<label>[^\W_][^:?\t\n]{2,160}?)(?:\?|\s*:|\t|\s*[.…_]{3,}|\s*…)")
_QUESTION = re.compile(
    r"^\W*(?:please|what|when|who|which|how|have|has|did|do|are|describe|description|details?|dates?|names?|tell"
    r"|give|state|any|actions?|steps?|full|your)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*)?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr)\.?\s+\S|[A-Z][\w'’-]+(?:(?:\s+\S+){1,3}\s*[,(–-]|,\s))"
)
_YES_OR_NO = re.compile(
    r"\W*(?:was|were|is|are|did|do|does|has|have|had|can|will|would)\b[^.?]{6,140}\?[^.?]{0,30}\b(?:yes|no)\b\W{0,6}(?:yes|no)?\W*$"
    r"|\W*(?:was|were|is|are|did|do|does|has|have|had)\b[^.?]{6,140}\?\s*(?:\([^()]*\)\s*)?(?:y\W*/\W*n|yes|no)\b\W*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?!.*[:?]\s*$).*\b(?:(?:complaint|grievance|harassment|bullying)\b.*\b(?:form|record|report|harassment|bullying)"
    r"|(?:form|record|report)\b.*\b(?:complaint|grievance|harassment|bullying))\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(r"\W*if (?:so|yes|not|no|any|applicable)\b[^?.\n]{0,60}\?\W*", re.IGNORECASE)
_TWO_NAMES = re.compile(r"\s*[A-ZÀ-Ž][\w'’.-]+(?:\s+[A-ZÀ-Ž][\w'’.-]*){1,3}\s*")
TICKED = "☐☒☑"
_LEAD = re.compile(r"^\s*(?:[.…_·]{3,}|…+|_{2,})\s*")
_LEADERS = re.compile(r"[.…_·]{3,}|…|_{2,}")
_PERSON = re.compile(r"\b(?:i|me|my|he|she|his|her|him)\b", re.IGNORECASE)


def walk_line(walk: Walk, piece: Piece) -> None:
    """One line of running text."""
    text = piece.text
    if not text.strip() or (is_leader(text) and not piece.filled):
        if walk.open is not None and text.strip():
            walk.open.lined = walk.open.lined or len(walk.open.parts) == 1
        return
    if piece.all_filled and _is_typed_record(walk, piece):
        piece = replace(piece, filled=())
    if _ends_leader(walk, piece):
        walk.add(without_tail(text), piece.place, filled=bool(piece.filled))
    elif piece.all_filled or not (_is_printed(walk, piece) or _structure(walk, piece)):
        _answer(walk, piece)
    walk.before = text


def _is_typed_record(walk: Walk, piece: Piece) -> bool:
    """Whether a person's own "Name:" or "Phone:" was typed in, below others of the same people."""
    slot = walk.open
    if walk.group is None or slot is None or slot.key is None or slot.key[0] != walk.group:
        return False
    hit = walk.index.find_label(piece.text)
    return (
        hit is not None
        and hit.boundary is Boundary.SEPARATOR
        and hit.score >= 0.95
        and any(k[0] == walk.group and k[1] for k in hit.keys)
    )


def _ends_leader(walk: Walk, piece: Piece) -> bool:
    """Whether a line holds the rest of an answer on a dotted line, with what is left of the dots."""
    slot, rest = walk.open, without_tail(piece.text)
    if slot is None or not slot.answered or slot.source is not Source.INLINE or rest == piece.text.strip():
        return False
    begun = _LEADERS.search(walk.before) is not None and without_tail(walk.before) == walk.before.strip()
    if not begun or _LEADERS.search(rest):
        return False
    return all(slot.key in hit.keys for _, hit in labels_in(walk, piece))  # "Services": its own label's word


def _is_printed(walk: Walk, piece: Piece) -> bool:
    text = piece.text
    if is_page_number(text) or walk.is_title(text) or _is_own_title(walk, piece):
        return True
    if piece.filled or any(c in text for c in TICKED):
        return False
    if is_office(text) or CLOSING.match(text) or _is_writer(walk, text):
        walk.close()
        walk.group = None
        walk.instruction = ""
        return True
    if walk.instruction and walk.guidance.continues(walk.instruction, text):
        walk.instruction = f"{walk.instruction} {text}"
        return True
    if walk.guidance.is_guidance(text) or walk.guidance.is_fragment(text):
        hit = walk.index.find_label(text)
        if hit is not None and _asks_elsewhere(walk, hit):
            return False
        if (
            hit is None
            or hit.boundary is Boundary.WEAK
            or (text.lstrip()[:1] == "(" and after_enumerator(text) == 0)
            or walk.guidance.is_guidance(text)
        ):
            walk.instruction = text
            return True
        return False
    if walk.guidance.begins(text):
        hit = walk.index.find_label(text)
        if hit is None or hit.boundary is Boundary.WEAK or hit.score < 0.95:
            walk.instruction = text
            return True
    return False


def _is_own_title(walk: Walk, piece: Piece) -> bool:
    """Whether a line above all labels is a form's title, in whatever words: "Staff complaint: harassment"."""
    strong = (piece.heading or piece.bold) and not piece.filled
    return strong and not walk.slots and _TITLE.search(piece.text) is not None


def _is_writer(walk: Walk, text: str) -> bool:
    """Whether a line below a written account is only the writer's name again."""
    if walk.open is None or not walk.open.answered or walk.type_of(walk.open) not in FREE:
        return False
    writer = next((s for s in walk.slots if s.key and walk.fields[s.key[0]].means == "complainant"), None)
    return (
        writer is not None
        and writer.answered
        and writer.key != walk.open.key
        and fold(writer.text) == fold(text)
    )


def _structure(walk: Walk, piece: Piece) -> bool:
    """Whether the line is a heading or begins with a label; if so it is dealt with."""
    if continue_field(walk, piece):
        return True
    section = walk.index.find_heading(piece.text) if not piece.filled else None
    hits = labels_in(walk, piece)
    if section and (not hits or _is_heading(walk, piece, hits[0][1], section)):
        walk.heading(section, piece)
        return True
    if not hits and not piece.filled and _follows(walk, piece):
        return True
    if not hits:
        return _strange_section(walk, piece) or _strange_label(walk, piece)
    if _begins_own_prose(walk, piece, hits):
        return False
    if (first := hits[0][0]) and piece.text[:first].strip() and not is_leader(piece.text[:first]):
        _answer(walk, piece.until(first))
    for number, (start, hit) in enumerate(hits):
        end = hits[number + 1][0] if number + 1 < len(hits) else len(piece.text)
        walk.label(hit, piece, Source.INLINE)
        _inline(walk, piece, start + hit.end, end)
    return True


def _follows(walk: Walk, piece: Piece) -> bool:
    """Whether a line asks for more of what the question above asked: "If so, with whom?"."""
    asks = piece.bold or piece.text.rstrip()[-1:] in ":?" or (walk.open is not None and walk.open.answered)
    found = _ASKING.match(piece.text)
    if not asks and found is None:
        return False
    if walk.follow(piece, Source.INLINE) is None:
        return False
    if found is not None:
        _inline(walk, piece, found.end(), len(piece.text))
    return True


def _asks_elsewhere(walk: Walk, hit: Hit) -> bool:
    """Whether words that a section begins with stand outside it, where they are the label themselves."""
    if hit.boundary is not Boundary.END or hit.score < 1.0 or walk.section is None:
        return False
    return not any(walk.fields[k[0]].section == walk.section or walk.is_answered(k) for k in hit.keys)


def _strange_section(walk: Walk, piece: Piece) -> bool:
    """A numbered section in words that the form does not have: whatever follows is not the answer above."""
    if piece.filled or not (is_section(piece.text) or walk.is_next_section(piece.text)):
        return False
    if not is_section(piece.text) and walk.index.guess(piece.text.rstrip(" :")) is not None:
        return False  # "4. Steps already taken to resolve the complaint:" asks
    walk.mark(piece.text)
    walk.close()
    walk.group = None
    walk.section = None
    return True


def is_section(text: str) -> bool:
    """Whether a line is a section's number with a short title: "Section 4: so far"."""
    return bool(SECTION.match(text)) and len(text.split()) <= 9 and text.rstrip()[-1:] not in ".,;"


def _strange_label(walk: Walk, piece: Piece) -> bool:  # noqa: C901 - one question after another
    """A label in words that the form does not list: guessed where its words leave no doubt."""
    if piece.filled and not piece.text[: piece.filled[0][0]].strip():
        return False
    slot = walk.open
    numbered = walk.is_next_question(piece.text)
    strong = piece.bold or (piece.heading and not walk.bold_labels) or _is_print(slot, piece) or numbered
    found = _ASKING.match(piece.text)
    strong = strong or _YES_OR_NO.match(piece.text) is not None
    strong = strong or bool(found and piece.lead >= found.end("label"))
    below_heading = slot is not None and slot.source is Source.IMPLIED and not slot.answered
    if below_heading and slot is not None and _run_on(walk, slot, piece):
        return True
    after_people = slot is not None and slot.answered and walk.type_of(slot) is FieldType.WITNESSES
    listed = slot is not None and slot.answered and walk.type_of(slot) not in FREE
    waiting = _waits_for_line(walk, slot) and bool(_QUESTION.match(piece.text))
    free = slot is None or slot.closed or listed or below_heading or after_people or waiting
    bare = free and _is_bare(piece.text)
    if found is None and not ((strong or bare) and len(piece.text) <= 160):
        return False
    awaited = (
        found is not None and not strong and not below_heading and bool(piece.text[found.end() :].strip())
    )
    outside = slot is not None and slot.bound and slot.answered and piece.place.table is None
    account = slot is not None and not slot.closed and not outside and walk.type_of(slot) in FREE
    prose = account and slot is not None and (slot.answered or awaited)
    if prose and slot is not None and not strong:
        _suspect(walk, slot, piece, found["label"] if found else piece.text)
    if prose and not strong and not (after_people and bare and re.fullmatch(r"\W*\w[^A-Z\d@]*", piece.text)):
        return False
    if found is None and slot is not None and not piece.bold and _is_next_person(walk, slot, piece.text):
        return False
    label = found["label"] if found else piece.text
    hit = walk.index.guess(label) if capital_break(label) is None else None
    if hit is None:
        return _close_at(walk, piece, label, asks=found is not None, strong=strong, prose=prose)
    if listed and found is None and not strong and slot is not None and slot.key in hit.keys:
        return False
    foreign = below_heading and slot is not None and slot.key not in hit.keys
    if foreign and found is None and not strong:
        return False
    if waiting and slot is not None and (slot.key in hit.keys or walk.has_answer(hit.keys[0])):
        return False
    if listed and slot is not None and found is None and not strong and walk.has_answer(hit.keys[0]):
        slot.doubtful = True  # a line of it, or a second question for what was asked before
    if prose and any(s.key in hit.keys and s.answered for s in walk.slots):
        return _close_at(walk, piece, label, asks=found is not None, strong=strong, prose=prose)
    inline = piece.text[len(label) :].strip(" :?\t.…_")
    walk.label(hit, piece, Source.INLINE if inline else Source.FLOW)
    lead = re.match(r"[\s:?.…_]*", piece.text[len(label) :])
    _inline(walk, piece, len(label) + (lead.end() if lead else 0), len(piece.text))
    return True


def _is_next_person(walk: Walk, slot: Slot, text: str) -> bool:
    """Whether a line below people names another one: "Mrs Pearl Porter, HR Adviser"."""
    if slot.closed or walk.type_of(slot) not in (FieldType.NAMES, FieldType.WITNESSES) or not slot.answered:
        return False
    return bool(_ANOTHER.match(text)) and values.parse_names(text).status is Status.OK


def _is_print(slot: Slot | None, piece: Piece) -> bool:
    """Whether a line was not typed in, though all of the answer above it was."""
    written = [p for p in slot.parts if p.text.strip()] if slot is not None else []
    return bool(written) and all(p.filled for p in written) and not piece.filled


def _suspect(walk: Walk, slot: Slot, piece: Piece, label: str) -> None:
    """Keep in mind a line of an answer that could be the label of another field."""
    if len(piece.text.split()) > 14 or _PERSON.search(label) or piece.text.strip() != piece.text.strip(".,;"):
        return
    hit = walk.index.guess(label)
    if hit is not None and slot.key not in hit.keys:
        walk.suspects.append((slot, hit.keys[0]))


def _waits_for_line(walk: Walk, slot: Slot | None) -> bool:
    """Whether the open label's answer should have stood behind it and did not."""
    return (
        slot is not None
        and slot.source is Source.INLINE
        and not slot.answered
        and not slot.closed
        and walk.type_of(slot) not in FREE
    )


def _is_bare(text: str) -> bool:
    """Whether a line without any sign of a label could be one: short, no sentence, nobody in it."""
    return len(text.split()) <= 12 and not text.rstrip().endswith(".") and not _PERSON.search(text)


def _close_at(walk: Walk, piece: Piece, label: str, *, asks: bool, strong: bool, prose: bool) -> bool:
    """A label that the form does not have ends the answer above it, unless that is running text."""
    slot = walk.open
    if slot is None or slot.key is None or not (asks or strong):
        return False
    if prose and not walk.is_next_question(piece.text) and not (strong and asks and walk.has_bold_labels()):
        slot.doubtful = slot.doubtful or not re.search(
            r"\d|incident|continu", piece.text[after_enumerator(piece.text) :], re.IGNORECASE
        )
        return False
    inline = piece.text[len(label) :].strip(" :?\t.…_") if asks else ""
    if not strong and (walk.type_of(slot) in FREE or (not inline and not slot.answered)):
        return False
    if strong and not slot.bold and not slot.answered:
        return False
    if not asks and not piece.bold and walk.type_of(slot) in (FieldType.NAMES, FieldType.WITNESSES):
        slot.doubtful = slot.doubtful or bool(_TWO_NAMES.fullmatch(piece.text))
    walk.close()
    if inline:
        walk.unknown.append((label, inline, piece.place))
    return True


def _begins_own_prose(walk: Walk, piece: Piece, hits: list[tuple[int, Hit]]) -> bool:
    return is_own_prose(walk, piece.text, hits[0][1])


def _run_on(walk: Walk, heading: Slot, piece: Piece) -> bool:
    """A label in unlisted words that runs into its answer: a person must see where it ends."""
    at = capital_break(piece.text)
    hit = walk.index.guess(piece.text[:at]) if at else None
    if at is None or hit is None or hit.words < 2 or heading.key not in hit.keys:
        return False
    slot = walk.label(hit, piece, Source.INLINE)
    slot.doubtful = True
    walk.add(piece.text[at:].strip(), piece.place)
    return True


def is_own_prose(walk: Walk, text: str, hit: Hit) -> bool:
    """An answer that begins with its own label's words: "Informal stage: I met with …"."""
    slot = walk.open
    if (
        hit.score < 0.85
        or slot is None
        or slot.key is None
        or slot.closed
        or slot.key not in hit.keys
        or hit.boundary is Boundary.END
    ):
        return False
    if walk.fields[slot.key[0]].columns or walk.type_of(slot) is not FieldType.TEXT:
        return False
    if slot.source is Source.IMPLIED and hit.score >= 0.95 and hit.words > 2 and not slot.answered:
        return False
    main = fold(walk.fields[slot.key[0]].label)
    same_line = text[hit.start + len(hit.label) :].partition("\n")[0]
    if re.match(r"[^:]*(?:\t|\?|[.…_]{3,}|…)", same_line[:40]):
        return False
    return fold(hit.label) != main and len(same_line.split()) > 2


def _is_heading(walk: Walk, piece: Piece, hit: Hit, section: str) -> bool:
    if hit.boundary is not Boundary.END or piece.text.rstrip().endswith((":", "?")):
        return False
    plain = [k for k in hit.keys if not k[1]]
    own = [k for k in plain if walk.fields[k[0]].section == section]
    numbered = after_enumerator(piece.text) > 0
    return not own or numbered or section not in walk.headings


def _inline(walk: Walk, piece: Piece, start: int, end: int) -> None:
    text = piece.text[start:end]
    if not text.strip() or (is_leader(text) and not any(a < end and b > start for a, b in piece.filled)):
        return
    filled = any(a < end and b > start for a, b in piece.filled)
    if not filled:
        if walk.guidance.is_guidance(text) or walk.guidance.begins(text) or _FOLLOW_UP.fullmatch(text):
            walk.instruction = text
            return
        if walk.open is not None and walk.type_of(walk.open) is not FieldType.TEXT and is_prompt(text):
            walk.prompt = piece
            return
        cut = walk.guidance.cut(text)
        text = cut if cut.strip() else text
    walk.add(without_tail(text), piece.place, filled=filled)


def _answer(walk: Walk, piece: Piece) -> None:
    slot = walk.open
    text = piece.text
    if slot is None:
        walk.add(text.strip(), piece.place, filled=piece.all_filled)
        return
    hint = (is_prompt(text) and not goes_overleaf(slot, piece)) or lacks_value(text, walk.type_of(slot))
    if slot.bound and slot.answered and piece.place.table is None and not piece.filled and hint:
        walk.loose.append((len(walk.slots), Part(text.strip(), piece.place)))
        return
    if walk.type_of(slot) in FREE and run_over(slot, piece):
        return
    outside = slot.bound and slot.answered and piece.place.table is None and not goes_on(walk, slot, piece)
    if (slot.closed or outside) and not piece.all_filled and not goes_on(walk, slot, piece):
        slot.doubtful = slot.doubtful or bool(piece.filled)
        walk.loose.append((len(walk.slots), Part(text.strip(), piece.place)))
        return
    if slot.closed and piece.all_filled and walk.type_of(slot) in ONE_LINE and not goes_on(walk, slot, piece):
        slot.doubtful = True  # what was typed in below it answers something too
        walk.loose.append((len(walk.slots), Part(text.strip(), piece.place, filled=True)))
        return
    if (
        not slot.answered
        and not piece.filled
        and walk.type_of(slot) is not FieldType.TEXT
        and (
            is_prompt(text)
            or _ends_prompt(walk, piece)
            or walk.asks_columns(text, walk.group)
            or lacks_value(text, walk.type_of(slot))
        )
    ):
        walk.prompt = piece
        return
    walk.instruction = ""
    strong = (piece.bold or piece.heading) and not piece.filled and len(text) <= 100
    walk.add(without_tail(_LEAD.sub("", text)), piece.place, filled=bool(piece.filled), strong=strong)


def _ends_prompt(walk: Walk, piece: Piece) -> bool:
    """Whether a line is the rest of the prompt printed right above it."""
    above = walk.prompt
    if above is None or above.place.page != piece.place.page:
        return False
    return is_wrapped(above.text, above.place.box, piece.text, walk.margin, below=piece.place.box)
