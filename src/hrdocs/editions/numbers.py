"""The numbers that Word prints by itself, and how the rest keep theirs when an item is left out."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.editions.word import WordFile, remove
from hrdocs.tools.ooxml import W


@dataclass(frozen=True, slots=True)
class AutoNumber:
    """The number that Word prints before a paragraph: its list, its level (from 0) and its value."""

    list_id: str
    level: int
    value: int


class Numbering:
    """The lists of a Word file."""

    def __init__(self, file: WordFile) -> None:
        self._root = file.part_of_kind("numbering")
        self._styles: dict[str, Any] = {}
        styles = file.part_of_kind("styles")
        for style in [] if styles is None else styles.iter(f"{W}style"):
            self._styles[style.get(f"{W}styleId", "")] = style

    def read(self, paragraphs: Sequence[Any]) -> dict[Any, AutoNumber]:
        """The number of each paragraph that has one, in the order of the document."""
        counters: dict[str, dict[int, int]] = {}
        begun: set[str] = set()
        found: dict[Any, AutoNumber] = {}
        for paragraph in paragraphs:
            place = self._place(paragraph)
            if place is None:
                continue
            list_id, level = place
            abstract = self._abstract(list_id)
            counter = counters.setdefault(abstract, {})
            if list_id not in begun:
                begun.add(list_id)
                for at, start in self._overrides(list_id):
                    counter[at] = start - 1
            counter[level] = counter.get(level, self._start(abstract, level) - 1) + 1
            for deeper in [at for at in counter if at > level]:
                del counter[deeper]
            found[paragraph] = AutoNumber(list_id, level, counter[level])
        return found

    def restart(self, paragraphs: Sequence[Any], number: AutoNumber) -> None:
        """Let these paragraphs, all of one list, begin at a number: a list of their own goes on there."""
        if self._root is None or not paragraphs:
            return
        old = self._num(number.list_id)
        ids = [int(num.get(f"{W}numId", "0")) for num in self._root.iter(f"{W}num")]
        new = copy.deepcopy(old)
        new.set(f"{W}numId", str(max(ids) + 1))
        for override in list(new.iter(f"{W}lvlOverride")):
            if override.get(f"{W}ilvl") == str(number.level):
                remove(override)
        override = new.makeelement(f"{W}lvlOverride", {f"{W}ilvl": str(number.level)})
        override.append(new.makeelement(f"{W}startOverride", {f"{W}val": str(number.value)}))
        new.append(override)
        old.addnext(new)
        for paragraph in paragraphs:
            place = self._place(paragraph)
            if place is not None and place[0] == number.list_id:
                _set_list(paragraph, new.get(f"{W}numId", ""), place[1])

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and level of a paragraph, its own or its style's."""
        properties = [paragraph.find(f"{W}pPr"), *self._style_properties(paragraph)]
        list_id: str | None = None
        level: str | None = None
        for one in properties:
            numbering = None if one is None else one.find(f"{W}numPr")
            if numbering is None:
                continue
            list_id = list_id or _value(numbering, "numId")
            level = level or _value(numbering, "ilvl")
        if list_id in (None, "0") or self._root is None or self._num(list_id or "") is None:
            return None
        return str(list_id), int(level or 0)

    def _style_properties(self, paragraph: Any) -> Iterator[Any]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        for _ in range(20):  # a circle of styles ends somewhere
            found = self._styles.get(name)
            if found is None:
                return
            yield found.find(f"{W}pPr")
            based = found.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")

    def _num(self, list_id: str) -> Any:
        nums = [] if self._root is None else self._root.iter(f"{W}num")
        return next((num for num in nums if num.get(f"{W}numId") == list_id), None)

    def _abstract(self, list_id: str) -> str:
        return _value(self._num(list_id), "abstractNumId") or list_id

    def _overrides(self, list_id: str) -> Iterator[tuple[int, int]]:
        for override in self._num(list_id).iter(f"{W}lvlOverride"):
            start = _value(override, "startOverride")
            if start is not None:
                yield int(override.get(f"{W}ilvl", "0")), int(start)

    def _start(self, abstract: str, level: int) -> int:
        for one in [] if self._root is None else self._root.iter(f"{W}abstractNum"):
            if one.get(f"{W}abstractNumId") == abstract:
                for at in one.iter(f"{W}lvl"):
                    if at.get(f"{W}ilvl") == str(level):
                        return int(_value(at, "start") or 1)
        return 1


def _value(element: Any, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    value = None if found is None else found.get(f"{W}val")
    return None if value is None else str(value)


def _set_list(paragraph: Any, list_id: str, level: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, properties)
    old = properties.find(f"{W}numPr")
    new = properties.makeelement(f"{W}numPr", {})
    for name, value in (("ilvl", str(level)), ("numId", list_id)):
        new.append(new.makeelement(f"{W}{name}", {f"{W}val": value}))
    if old is not None:
        properties.replace(old, new)
        return
    before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    at = sum(1 for child in properties if child.tag.rpartition("}")[2] in before)
    properties.insert(at, new)
