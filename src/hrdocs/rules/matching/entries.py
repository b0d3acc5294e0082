"""Named form fields: by their name, their tooltip, or the label printed beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Block, Entry, EntryKind
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.grounds import find_grounds
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.labels import Hit, Key
from hrdocs.rules.matching.numbering import is_person_number
from hrdocs.rules.matching.slots import Part, Slot, Source
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_GENERIC_NAMES = frozenset(
    [
        "name",
        "full",
        "name",
        "date",
        "dated",
        "phone",
        "tel",
        "telephone",
        "mobile",
        "email",
        "address",
        "detail",
        "details",
        "description",
        "position",
        "post",
        "role",
        "office",
        "section",
        "team",
        "unit",
        "signature",
        "sign",
        "type",
        "status",
        "statement",
        "outcome",
        "effect",
        "impact",
        "document",
        "attachment",
        "dates",
    ]
) | {"full name", "phone number", "contact number", "email address", "job title"}


def entry_slot(walk: Walk, entry: Entry) -> None:
    """One form field becomes a slot, or an unknown labelled answer."""
    if entry.kind is EntryKind.TICK and _tick(walk, entry):
        return
    key, keys, record, doubtful = _key_of(walk, entry)
    if entry.kind is EntryKind.RADIO and key is None:
        one = next((f for o in entry.options for f in [_field_with_option(walk, o)] if f), None)
        key, keys = ((one.id, ""), ((one.id, ""),)) if one else (None, ())
    label = entry.label or entry.hint or entry.name
    if key is None and not keys:
        if entry.value.strip() and entry.checked is not False:
            walk.unknown.append((label, entry.value, entry.place))
        return
    slot = Slot(key, keys, label, Source.ENTRY, entry.place, walk.section)
    slot.doubtful = doubtful
    if key is not None:
        one = walk.fields[key[0]]
        if key[1]:
            if record is None:
                walk.enter(key, None, slot)
            else:
                slot.record = record
                walk.group = key[0]
        elif not one.columns:
            walk.section = one.section or walk.section
            walk.group = None
    image = entry.kind is EntryKind.SIGNATURE and bool(entry.checked)
    slot.parts.append(Part(entry.value, entry.place, filled=True, image=image))
    slot.closed = True
    walk.slots.append(slot)
    walk.open = None


def _key_of(walk: Walk, entry: Entry) -> tuple[Key | None, tuple[Key, ...], int | None, bool]:
    """The key that a field's name, hint and label point to; doubtful where they disagree."""
    named, number, specific = _by_name(walk, entry.name)
    column = _column_by_name(walk, entry.name)
    if column is not None:
        return column[0], (column[0],), column[1], False
    hits = [h for h in (_label_hit(walk, entry.hint), _label_hit(walk, entry.label)) if h]
    if named and specific and (not hits or any(named in h.keys for h in hits)):
        return named, (named,), number, False
    if hits:
        best = max(hits, key=lambda h: h.score)
        common = set(hits[0].keys) & set(hits[-1].keys)
        if named and named in best.keys and not walk.group:
            return named, (named,), number, False
        if not common and len(hits) > 1:
            return named, (named,) if named else best.keys, None, True
        key = _person(walk, best, entry) or walk.choose(best)
        doubtful = bool(named and specific and named not in best.keys)
        return key, best.keys, None, doubtful
    if named:
        return named, (named,), number, False
    alone = [f for f in walk.definition.fields if walk.section and f.section == walk.section]
    unlabelled = not entry.label.strip() and not entry.hint.strip() and entry.kind is EntryKind.TEXT
    if len(alone) == 1 and unlabelled and entry.value.strip():
        key = (alone[0].id, "")
        return key, (key,), None, True
    return None, (), None, False


def _person(walk: Walk, hit: Hit, entry: Entry) -> Key | None:
    """The name of one of several people: "Witness 2", "Witness name", before that person's own e-mail."""
    label = entry.label or entry.hint
    if not (is_person_number(label) or _ONE_NAME.search(label)):
        return None
    return next(((k[0], "name") for k in hit.keys if not k[1] and "name" in walk.fields[k[0]].columns), None)


_ONE_NAME = re.compile(r"\bname\W*$", re.IGNORECASE)


def _label_hit(walk: Walk, text: str) -> Hit | None:
    if not text.strip():
        return None
    hit = walk.index.find_label(text)
    if hit and hit.boundary is not Boundary.WEAK:
        return hit
    return walk.index.guess(text)


def _plain_name(name: str) -> str:
    """A field's name as words: `form1[0].Page1[0].complainantName[0]` is "complainant name"."""
    last = re.sub(r"\[\d+\]", "", name).rsplit(".", 1)[-1]
    last = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", last)
    words = re.sub(r"[_\W]+", " ", last).strip().casefold()
    return re.sub(r"^(?:txt|text|fld|field|cb|chk|dt|sig|input|frm) (?=[a-z])", "", words)


def _by_name(walk: Walk, name: str) -> tuple[Key | None, int | None, bool]:
    """The field with that name, the number behind the name, and whether the name can mean nothing else."""
    plain = _plain_name(name)
    match = re.fullmatch(r"(.*?)\s*(\d{1,2})", plain)
    base, number = (match[1], int(match[2])) if match else (plain, None)
    for one in walk.definition.fields:
        for known in (one.id, *one.names):
            folded = _plain_name(known)
            if base and base in (folded, folded.removesuffix(" 1").strip()):
                return (one.id, ""), number, base not in _GENERIC_NAMES
    return None, None, False


def _column_by_name(walk: Walk, name: str) -> tuple[Key, int] | None:
    """`witness2_email`, `Witness Name 3`, `witnesses.1.phone`: a group's column with its record."""
    full = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"\[(\d+)\]", r" \1 ", name))
    words = (
        re.sub(r"(?<=[a-zA-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])", " ", re.sub(r"[_\W]+", " ", full))
        .casefold()
        .split()
    )
    numbers = [int(w) for w in words if w.isdecimal() and int(w) < 40]
    for one in walk.definition.fields:
        if not one.columns:
            continue
        stems = {one.id.rstrip("es").rstrip("s"), one.means}
        at = next((i for i, w in enumerate(words) if any(w.startswith(s[:6]) for s in stems)), None)
        if at is None:
            continue
        rest = " ".join(w for w in words[at + 1 :] if not w.isdecimal()) or " ".join(
            w for w in words[:at] if not w.isdecimal()
        )
        for column, wordings in one.columns.items():
            if rest and (
                rest == column or fold(rest) in {fold(w) for w in wordings} or fold(rest).startswith(column)
            ):
                real = [n for n in numbers if n > 0]
                return (one.id, column), (real[-1] if real else 0)
    return None


# --- Ticks ------------------------------------------------------------------------------------------


def _tick(walk: Walk, entry: Entry) -> bool:
    """A tick box whose label is an option of a field ("Sex", "Student"); whether it was one."""
    option = entry.label or entry.hint
    for words in dict.fromkeys((option, entry.value, _plain_name(entry.name))):
        one = _field_with_option(walk, words)
        if one is None:
            continue
        if entry.checked is None and not entry.value:
            return False
        on = bool(entry.checked if entry.checked is not None else entry.value)
        label = option if _field_with_option(walk, option) is one else words
        slot = next(
            (
                s
                for s in walk.slots
                if s.key == (one.id, "") and s.source is Source.ENTRY and s.written == "ticks"
            ),
            None,
        )
        if slot is None:
            key = (one.id, "")
            slot = Slot(key, (key,), one.label, Source.ENTRY, entry.place, one.section, written="ticks")
            walk.slots.append(slot)
        slot.parts.append(Part(label if on else "", entry.place, filled=True, tick="on" if on else "off"))
        walk.close()
        return True
    return False


def _field_with_option(walk: Walk, words: str) -> Field | None:
    folded = fold(words or "")
    if not folded or len(folded) > 80:
        return None
    for one in walk.definition.fields:
        if one.type is FieldType.GROUNDS:
            reading = find_grounds(words)
            if reading.ids or (reading.none_stated and " " in folded):
                return one
        for choice in one.choices:
            if folded in {fold(w) for w in (choice.id, *choice.words)}:
                return one
    return None


# --- Dates in three fields --------------------------------------------------------------------------

_MONTH_PART = re.compile(r"\W*(?:mm?|month)\W*", re.IGNORECASE)
_YEAR_PART = re.compile(r"\W*(?:yy(?:yy)?|year)\W*", re.IGNORECASE)
_LEVEL = 4.0  # points by which the fields of one line may differ


def join_dates(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a day, a month and a year in fields of their own, on one line, as one field."""
    entries = [block for block in blocks if isinstance(block, Entry)]
    whole: dict[int, Entry] = {}
    gone: set[int] = set()
    for day, month, year in zip(entries, entries[1:], entries[2:], strict=False):
        parts = (day.value.strip(), month.value.strip(), year.value.strip())
        labelled = _MONTH_PART.fullmatch(month.label or month.name) and _YEAR_PART.fullmatch(
            year.label or year.name
        )
        numbers = all(re.fullmatch(r"\d{0,4}", part) for part in parts) and len(parts[0]) < 3
        if labelled and numbers and _on_one_line(day, month, year):
            whole[id(day)] = replace(day, value="/".join(parts) if all(parts) else "".join(parts))
            gone |= {id(month), id(year)}
    return [whole.get(id(block), block) for block in blocks if id(block) not in gone]


def _on_one_line(*entries: Entry) -> bool:
    tops = [entry.place.box[1] for entry in entries if entry.place.box]
    pages = {entry.place.page for entry in entries}
    return len(pages) == 1 and len(tops) == len(entries) and max(tops) - min(tops) < _LEVEL
