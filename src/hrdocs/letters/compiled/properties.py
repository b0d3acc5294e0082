"""The core properties of a letter: who wrote it, what it is called, when it was made.

What docxtpl renders in them stays as it renders it; a stamp then says whose letter it is, and the
rest is emptied.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, nodes
from jinja2.environment import Template

_LONGEST = 255  # characters that a core property may have
_MOMENT = dt.datetime(1604, 2, 29, 1, 2, 3)  # noqa: DTZ001 (stands for the moment, in UTC)
_MARK = re.compile("\ue000([a-z_]+)\ue000")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a letter's properties say: its title (None: the template's own), its author, its moment in UTC."""

    title: str | None
    author: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class Properties:
    """The prepared part: tags to render, and its text in pieces between the values, twice."""

    tags: Mapping[str, Template | str]
    title: str  # the tag that holds the title
    plain: tuple[str, ...]  # text, name, text, name, … text
    stamped: tuple[str, ...]

    def fill(self, context: Mapping[str, Any]) -> dict[str, str]:
        """What each tag says for a letter. Raises: ValueError where it is too long for a property."""
        values: dict[str, str] = {}
        for name, tag in self.tags.items():
            value = tag if isinstance(tag, str) else tag.render(context)
            if len(value) > _LONGEST:
                raise ValueError(f"a property is longer than {_LONGEST} characters")
            values[name] = value
        return values

    def write(self, values: Mapping[str, str], stamp: Stamp | None) -> bytes:
        """The part as docxtpl leaves it, or stamped."""
        if stamp is None:
            return _fill(self.plain, values)
        own = {
            "title": (stamp.title or values[self.title] or "Letter")[:_LONGEST],
            "author": stamp.author[:_LONGEST],
            "moment": f"{stamp.moment:%Y-%m-%dT%H:%M:%SZ}",
        }
        return _fill(self.stamped, {**values, **own})


class _Marks:
    """Stands in for Jinja while docxtpl goes through the properties, and keeps what they said."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def from_string(self, source: str) -> "_Mark":
        name = f"tag_{chr(97 + len(self.found))}"
        self.found[name] = source
        return _Mark(f"\ue000{name}\ue000")


class _Mark:
    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, _context: object) -> str:
        return self.text


def prepare_properties(tpl: Any, environment: Environment) -> Properties:
    """Take the core properties of an opened docxtpl template apart."""
    from docx.opc.oxml import serialize_part_xml

    marks = _Marks()
    tpl.render_properties({}, marks)
    properties = tpl.docx.core_properties
    element = properties._element
    plain = serialize_part_xml(element)
    title = properties.title.strip("\ue000")
    properties.title, properties.author = "\ue000title\ue000", "\ue000author\ue000"
    properties.last_modified_by = properties.author
    properties.comments = properties.subject = properties.keywords = properties.category = ""
    properties.created = properties.modified = _MOMENT
    properties.revision = 1
    stamped = (
        serialize_part_xml(element).decode().replace(f"{_MOMENT:%Y-%m-%dT%H:%M:%SZ}", "\ue000moment\ue000")
    )
    tags = {name: _compile(source, environment) for name, source in marks.found.items()}
    return Properties(tags, title, tuple(_MARK.split(plain.decode())), tuple(_MARK.split(stamped)))


def _compile(source: str, environment: Environment) -> Template | str:
    outputs = environment.parse(source).body
    if all(
        isinstance(o, nodes.Output) and all(isinstance(n, nodes.TemplateData) for n in o.nodes)
        for o in outputs
    ):
        return environment.from_string(source).render()
    return environment.from_string(source)


def _fill(pieces: tuple[str, ...], values: Mapping[str, str]) -> bytes:
    out = list(pieces)
    for at in range(1, len(out), 2):
        value = values[out[at]]
        if not value.isascii() or not value.isprintable():
            _check(value)
        out[at] = _escape(value)
    return "".join(out).encode("utf-8")


_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _check(value: str) -> None:
    if _REFUSED.search(value):
        raise ValueError("a property holds a control character")


def _escape(value: str) -> str:
    """As lxml writes the text of an element."""
    if value.isalnum():
        return value
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.replace("\r", "&#13;")
