"""Names that a form asks for in parts: "First name(s)" and "Surname", with or without a title.

The parts are labels of the field that holds the whole name. What stands in them is put together, the
first name before the surname, whatever their order on the paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hrdocs.procedure import FieldType, FormDefinition
from hrdocs.rules.identifiers import TITLES
from hrdocs.rules.matching.wording import fold

if TYPE_CHECKING:
    from hrdocs.rules.matching.slots import Slot

_FIRST = ("first name", "forename", "given name", "christian name", "first and middle name")
_MIDDLE = ("middle name", "middle initial", "other name")
_LAST = ("surname", "last name", "family name", "second name")
_ORDER = {fold(words): place for place, group in enumerate((_FIRST, _MIDDLE, _LAST)) for words in group}
_TITLE = fold("title")


def name_wordings(definition: FormDefinition) -> Iterator[tuple[str, tuple[str, str]]]:
    """The wordings of parts of names, with the key of the whole name of each person whom a form names."""
    for one in definition.fields:
        if one.type is FieldType.NAME and one.means == "complainant":
            yield from ((words, (one.id, "")) for words in _ORDER)
        if "name" in one.columns:
            yield from ((words, (one.id, "name")) for words in _ORDER)


def join_names(slots: "Sequence[Slot]", definition: FormDefinition) -> "list[Slot]":
    """The slots with the parts of each person's name as one; a title beside them answers nothing else.

    A form that has a field of its own for a part keeps it.
    """
    own = {fold(words) for one in definition.fields for words in (one.label, *one.aliases)}
    order = {words: place for words, place in _ORDER.items() if words not in own}
    found: list[Slot] = []
    named: dict[tuple[object, int], Slot] = {}
    for slot in slots:
        place = order.get(fold(slot.label))
        if place is None or slot.key is None:
            found.append(slot)
            continue
        whole = named.get((slot.key, slot.record))
        if whole is None or place in whole.name_parts:
            slot.name_parts = {place: slot.text}
            named[slot.key, slot.record] = slot
            found.append(slot)
            continue
        whole.name_parts[place] = slot.text
        _put_together(whole, slot)
    for slot in named.values():
        slot.doubtful = slot.doubtful or (slot.answered and len(slot.name_parts) == 1)
    return [slot for slot in found if not (named and _is_title(slot))]


def _put_together(whole: "Slot", slot: "Slot") -> None:
    """One part more of a name: the parts in the order in which a name is said."""
    text = " ".join(text for _, text in sorted(whole.name_parts.items()) if text.strip())
    parts = [part for part in (*whole.parts, *slot.parts) if part.text.strip()]
    whole.parts = [replace(parts[0], text=text)] if parts else []


def _is_title(slot: "Slot") -> bool:
    return fold(slot.label) == _TITLE and slot.text.strip(" .").casefold() in ("", *TITLES)
