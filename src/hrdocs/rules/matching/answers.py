"""Slots to answers: what was written becomes a value by the field's type, or is left to a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrdocs.document import Answer, Box, Place, Reason, Status
from hrdocs.procedure import Field, FieldType
from hrdocs.rules import values
from hrdocs.rules.matching.asking import (
    below,
    is_own_label,
    is_question,
    without_leading_prompts,
    without_question,
)
from hrdocs.rules.matching.boundaries import HINT
from hrdocs.rules.matching.doubts import is_doubtful
from hrdocs.rules.matching.guidance import looks_printed
from hrdocs.rules.matching.mend import Margin, is_wrapped
from hrdocs.rules.matching.parsing import missing, parse_answer
from hrdocs.rules.matching.scanned import Scan, doubt_answer, doubt_taken
from hrdocs.rules.matching.slots import Part, Slot, Source
from hrdocs.rules.matching.walk import GUESSED, Walk, is_yes_or_no
from hrdocs.rules.matching.wording import fold

_YES = re.compile(r"\by(?:es)?\b", re.IGNORECASE)
_ITEM = re.compile(r"[•●▪◦‣*–—-]\s|\(?\d{1,2}[.)]\s")
_CONTACT_END = re.compile(r"(?:@[\w.-]+\.\w{2,}|\d{3,})\W*$")
_RUN_ON = re.compile(r"(@[\w.-]+\.[a-z]{2,}|\d{3,}) (?=[^\W\d_a-z][\w'’-]+ [^\W\d_a-z])")
_PRINTED_KINDS = ("pdf-text", "pdf-scan", "image")


@dataclass(frozen=True, slots=True)
class _Print:
    """How the document was printed: its kind and how far right its lines reach."""

    kind: str
    margin: Margin | None


def read_answers(walk: Walk, kind: str, *, scan: Scan | None) -> dict[str, Answer]:
    """An answer for every field of the form, in the form's order; `scan` says how a scan was read."""
    _fold_back(walk)
    for slot, key in walk.suspects:
        slot.doubtful = slot.doubtful or not any(s.key == key for s in walk.slots)
    page = _Print(kind, walk.margin)
    found: dict[str, Answer] = {}
    for one in walk.definition.fields:
        slots = [s for s in walk.slots if s.key and s.key[0] == one.id]
        answer = (
            _group_answer(one, slots, page)
            if one.columns and any(s.key and s.key[1] for s in slots)
            else None
        )
        if answer is None:
            answer = _plain_answer(one, [s for s in slots if s.key and not s.key[1]], page, walk)
        if scan is not None:
            answer = doubt_answer(one, answer, slots, scan)
        found[one.id] = answer
    return found if scan is None else doubt_taken(found, walk.definition)


def _fold_back(walk: Walk) -> None:
    """A label found inside another answer is given back to it where the form has that label elsewhere."""
    for slot in list(walk.slots):
        if slot.key is None or slot.inside is None or slot.key[1] or slot.source is Source.ENTRY:
            continue
        rivals = [
            s
            for s in walk.slots
            if s is not slot
            and s.key == slot.key
            and not s.follows
            and not is_yes_or_no(s.text)
            and (s.inside is None or (walk.is_common(slot) and not walk.is_common(s)))
            and s.source is not Source.IMPLIED
            and s.written != "continuation"
            and s.score >= slot.score
            and (s.answered or s.score >= GUESSED)
        ]
        if rivals and slot.bold and not slot.answered:
            walk.slots.remove(slot)  # a heading above the label itself
        elif rivals and slot.inside is not slot:
            slot.inside.parts.append(Part(slot.written or slot.label, slot.place))
            slot.inside.parts.extend(p for p in slot.parts if p.text.strip() not in slot.written)
            walk.slots.remove(slot)


# --- One field ----------------------------------------------------------------------------------------


def _plain_answer(one: Field, slots: Sequence[Slot], page: _Print, walk: Walk) -> Answer:
    chosen, rivals = _choose(one, slots)
    if not chosen:
        place = next((s.place for s in slots if s.source is not Source.IMPLIED), None)
        return missing(one, place)
    parts = [p for s in chosen for p in s.parts if p.text.strip() or p.image]
    parts = without_leading_prompts(one, without_question(one, parts, walk), page.margin)
    raw = _without_label(one, _join(one, parts, page))
    place = _place(parts)
    if rivals:
        written = " | ".join(
            dict.fromkeys([raw, *(_join(one, [p for p in s.parts if p.text.strip()], page) for s in rivals)])
        )
        return Answer(
            one.id,
            None,
            written,
            Status.UNCLEAR,
            Reason.SEVERAL_ANSWERS,
            parse_answer(one, raw, parts).value,
            place,
        )
    guessed = chosen[0].source is Source.IMPLIED or chosen[0].score < GUESSED
    if len(parts) == 1 and is_question(one, parts[0], walk, by_cue=guessed):
        if chosen[0].lined:
            return missing(one, place)
        return Answer(one.id, None, raw, Status.UNCLEAR, Reason.UNSURE_PLACE, raw, place)
    if one.columns and _is_print_of(one, parts):
        return missing(one, place)
    if not raw and any(p.image for p in parts) and one.type is not FieldType.SIGNATURE:
        reason = Reason.HANDWRITING if page.kind in _PRINTED_KINDS else Reason.UNSURE_PLACE
        return Answer(one.id, None, "", Status.UNCLEAR, reason, where=place)
    if is_own_label(one, raw) and not any(p.filled for p in parts):
        return missing(one, place)
    answer = replace(parse_answer(one, raw, parts), where=place)
    if answer.status is Status.OK and is_doubtful(one, chosen, parts, answer):
        return Answer(one.id, None, raw, Status.UNCLEAR, Reason.UNSURE_PLACE, answer.value, place)
    return answer


def _without_label(one: Field, raw: str) -> str:
    """The answer without its own label, where that was left standing above it."""
    for words in (one.label, *one.aliases):  # "Steps taken so farNone yet": no space was printed
        rest = raw[len(words) :]
        if " " in words and words[-1:].islower() and rest[:1].isupper() and raw.startswith(words):
            return rest
    first, newline, rest = raw.partition("\n")
    if not newline or not rest.strip() or len(first) > 120:
        return raw
    bare = fold(HINT.sub("", first))
    return rest if bare and bare in {fold(words) for words in (one.label, *one.aliases)} else raw


def _choose(one: Field, slots: Sequence[Slot]) -> tuple[list[Slot], list[Slot]]:
    """The slots whose parts make the answer, and those that say something else."""
    answered = [
        s for s in slots if any((p.text.strip() and not values.is_blank(p.text)) or p.image for p in s.parts)
    ]
    if not answered:
        return [], []
    more = [s for s in answered if s.written == "continuation"]
    main = [s for s in answered if s.written != "continuation"]
    entries = [s for s in main if s.source is Source.ENTRY]
    if not entries and one.choices and any(s.source is Source.ENTRY for s in slots):
        main = [s for s in main if any(p.filled for p in s.parts)]  # the rest is the options' print
        if not main:
            return [], []
    if entries:
        main = entries + [s for s in main if s.source is not Source.ENTRY and any(p.filled for p in s.parts)]
    told = [s for s in main if not is_yes_or_no(s.text)]
    if any(s.follows for s in main) or all(_YES.search(s.text) for s in main if s not in told):
        main = told or main  # "Were there any? Yes", then who
    explicit = [s for s in main if s.source is not Source.IMPLIED]
    if explicit:
        main = explicit
        sure = [s for s in main if not s.doubtful]
        main = sure or main
    distinct: list[Slot] = []
    for slot in main:
        if not any(fold(slot.text) == fold(d.text) for d in distinct):
            distinct.append(slot)
    if len(distinct) > 1 and _belong_together(one, distinct):
        return [*distinct, *more], []
    return [*distinct[:1], *more], distinct[1:]


def _belong_together(one: Field, slots: Sequence[Slot]) -> bool:
    """Whether several slots are parts of one answer: numbered fields, table rows, ticks."""
    if one.type in (
        FieldType.NAMES,
        FieldType.DATES,
        FieldType.WITNESSES,
        FieldType.LIST,
        FieldType.TEXT,
        FieldType.GROUNDS,
    ):
        if all(s.source is Source.ENTRY for s in slots):
            return True
        if all(s.source is Source.COLUMN for s in slots):
            return True
        return len({_numbered_label(s) for s in slots}) == len(slots) and all(
            re.search(r"\d|first|second|third", _numbered_label(s)) for s in slots
        )
    return False


def _numbered_label(slot: Slot) -> str:
    """A label with the number that stands right behind it: "Person complained about (2)"."""
    at = slot.written.find(slot.label)
    behind = re.match(r"[\s(]*\d{0,2}", slot.written[at + len(slot.label) :]) if at >= 0 else None
    return fold(slot.label) + (behind.group() if behind else "")


def _join(one: Field, parts: Sequence[Part], page: _Print) -> str:
    """The answer as written; printed lines that only broke at the margin are one line again."""
    if any(p.tick for p in parts):
        return ", ".join(p.text for p in parts if p.text.strip())
    parts = [p for p in parts if p.text.strip()]
    if one.type is FieldType.EMAIL or page.kind not in _PRINTED_KINDS:
        return "\n".join(p.text.strip() for p in parts)
    lines: list[str] = []
    for number, part in enumerate(parts):
        text = _by_person(one, part.flowed or part.text).strip()
        before = parts[number - 1] if number else None
        if (
            before
            and "\n" not in before.text
            and not (one.columns and _next_person(before.text, text))
            and is_wrapped(before.text, before.place.box, text, page.margin, below=below(before, part))
        ):
            tight = bool(re.search(r"[^\W\d][-‐‑]$", lines[-1])) and text[:1].isalpha()
            tight = tight or bool(re.search(r"\d[-‐‑]$", lines[-1]) and text[:1].isdigit())
            lines[-1] += text if tight else f" {text}"
        else:
            lines.append(text)
    text = "\n".join(lines)
    known = all(p.flowed or p.place.box for p in parts) and page.margin is not None
    return _unbroken(text) if one.type is FieldType.TEXT and not known else text


def _by_person(one: Field, text: str) -> str:
    """People with their addresses and numbers on a line each, where a full line ran into the next one."""
    return _RUN_ON.sub(r"\1\n", text) if one.type is FieldType.WITNESSES else text


def _next_person(before: str, text: str) -> bool:
    """Whether a line begins another person: the one above ends with an address or a number."""
    return bool(_CONTACT_END.search(before)) and text[:1].isupper()


def _unbroken(text: str) -> str:
    """Printed lines as running text: a line that ends short of the margin ends a paragraph."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return ""
    widest = max(len(line) for line in lines)
    out = lines[0]
    for before, line in pairwise(lines):
        if re.search(r"\w[-‐‑]$", before) and (line[:1].islower() or re.search(r"[^\W\d]-$", before)):
            out += line
        elif (len(before) < 0.6 * widest and before[-1:] in ".!?:") or _ITEM.match(line):
            out += "\n" + line
        else:
            out += " " + line
    return out


def _place(parts: Sequence[Part]) -> Place | None:
    """Where an answer stands: its first place, widened to all its lines on that page."""
    if not parts:
        return None
    first = parts[0].place
    boxes = [p.place.box for p in parts if p.place.box and p.place.page == first.page]
    if first.box and len(boxes) > 1:
        box: Box = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
        return replace(first, box=box)
    return first


# --- Groups -------------------------------------------------------------------------------------------


def _group_answer(one: Field, slots: Sequence[Slot], page: _Print) -> Answer | None:
    """The answer of a repeated group: one mapping per record, or only the names."""
    records = _records(slots)
    if not records:
        return None
    free = [s for s in slots if s.key and not s.key[1] and s.answered and not _is_print(s)]
    free = [s for s in free if not (is_yes_or_no(s.text) and _YES.search(s.text))]
    place = _place([p for columns in records.values() for parts in columns.values() for p in parts])
    if one.type is not FieldType.WITNESSES:
        return _group_names(one, records, free, place, page)
    doubtful = any(s.doubtful for s in slots)
    people: list[Mapping[str, str | None]] = []
    for columns in records.values():
        if all(_is_print_of(one, parts) for parts in columns.values()):
            continue
        person, sure = _witness(columns)
        people.extend(person)
        doubtful = doubtful or not sure
    for slot in free:
        reading = values.parse_witnesses(slot.text)
        doubtful = doubtful or reading.status is Status.UNCLEAR
        found = reading.value if isinstance(reading.value, tuple) else ()
        known = {p.get("name") for p in people}
        people.extend(p for p in found if isinstance(p, Mapping) and p.get("name") not in known)
    people = [p for p in people if any(p.values())]
    doubtful = doubtful or any(not p.get("name") for p in people)
    written = [
        ", ".join(" ".join(p.text.split()) for parts in c.values() for p in parts) for c in records.values()
    ]
    raw = "\n".join([*written, *(s.text for s in free)])
    if not people:
        return replace(missing(one, place), raw=raw)
    if doubtful:
        return Answer(one.id, None, raw, Status.UNCLEAR, Reason.UNSURE_PLACE, tuple(people), place)
    return Answer(one.id, tuple(people), raw, Status.OK, where=place)


def _records(slots: Sequence[Slot]) -> dict[int, dict[str, list[Part]]]:
    """The answered columns of a group's slots, by record."""
    records: dict[int, dict[str, list[Part]]] = {}
    for slot in slots:
        parts = [p for p in slot.parts if p.text.strip() and not values.is_blank(p.text)]
        if slot.key is not None and slot.key[1] and parts:
            records.setdefault(slot.record, {}).setdefault(slot.key[1], []).extend(parts)
    return records


def _is_print_of(one: Field, parts: Sequence[Part]) -> bool:
    """Whether a cell of a group's table holds only the prompt of an empty field: "E-mail, if known"."""
    known = {fold(w) for wordings in one.columns.values() for w in wordings}
    text = re.sub(r",? if (?:known|any)\b.*$", "", " ".join(p.text for p in parts), flags=re.IGNORECASE)
    lines = [line for p in parts for line in p.text.split("\n") if line.strip()]
    empty = len(lines) > 1 and all(line.rstrip().endswith(":") and fold(line) in known for line in lines)
    return empty or fold(text) in known


def _is_print(slot: Slot) -> bool:
    """Whether text under a group's heading is the form's own rather than an answer."""
    return looks_printed(slot.text) or (
        slot.source is Source.IMPLIED and not any(p.filled for p in slot.parts)
    )


def _witness(columns: Mapping[str, Sequence[Part]]) -> tuple[list[dict[str, str | None]], bool]:
    """The people of one record, and whether each value was read surely."""
    texts = {name: "\n".join(p.text for p in parts) for name, parts in columns.items()}
    name_text = texts.get("name", "")
    if values.is_nothing(name_text) and not any(
        texts.get(c) and not values.is_nothing(texts[c]) for c in ("email", "phone", "contact")
    ):
        return [], True
    person: dict[str, str | None] = {"name": None, "email": None, "phone": None}
    sure = True
    if name_text and not values.is_nothing(name_text):
        whole = values.parse_witnesses(name_text)
        people = whole.value if isinstance(whole.value, tuple) else whole.suggestion
        if isinstance(people, tuple) and len(people) > 1:
            return [dict(p) for p in people if isinstance(p, Mapping)], whole.status is Status.OK and len(
                texts
            ) == 1
        reading = values.parse_name(name_text)
        person["name"] = _string(reading)
        sure = reading.status is Status.OK
        if (
            not sure
            and isinstance(people, tuple)
            and len(people) == 1
            and isinstance(people[0], Mapping)
            and whole.status is Status.OK
        ):
            person, sure = dict(people[0]), True
    for column, text in texts.items():
        if column in ("name", "job_title", "department", "relationship") or values.is_nothing(text):
            continue
        email, phone = values.parse_email(text), values.parse_phone(text)
        if column == "contact":
            person["email"] = person["email"] or (_string(email) if email.status is Status.OK else None)
            rest = text.replace(person["email"] or "\0", " ")
            person["phone"] = person["phone"] or next(iter(values.find_phones(rest)), None)
            sure = sure and bool(person["email"] or person["phone"])
        elif column == "email":
            person["email"] = _string(email)
            sure = sure and email.status is Status.OK
        elif column == "phone":
            person["phone"] = _string(phone)
            sure = sure and phone.status is Status.OK
    return [person], sure


def _string(reading: values.ValueReading) -> str | None:
    value = reading.value if reading.status is Status.OK else reading.suggestion
    return value if isinstance(value, str) else None


def _group_names(
    one: Field,
    records: Mapping[int, Mapping[str, Sequence[Part]]],
    free: Sequence[Slot],
    place: Place | None,
    page: _Print,
) -> Answer | None:
    """The names of a group of which only the names are the answer."""
    parts = [p for columns in records.values() for p in columns.get("name", ())]
    if not parts:
        return None
    parts = [*(p for s in free for p in s.parts if p.text.strip()), *parts]
    raw = _join(one, parts, page)
    return replace(parse_answer(one, raw, parts), where=_place(parts) or place)
