"""The package around the changing parts: members ready to copy, and copies of the opened template.

A copy shares the template's XML, which nobody changes, and has relationships and parts of its own, so
that pictures and links can be added to one letter.
"""

import copy
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hrdocs.tools.zipped import Member, pack_member


@dataclass(frozen=True, slots=True)
class Ready:
    """The members of the saved package in their order; a name stands for a part that changes."""

    slots: tuple[Member | str, ...]


def prepare_package(package: Any, changing: Mapping[str, Member | None]) -> Ready:
    """Pack every part once; `changing` are the parts made per letter, or made once by other means."""
    slots: list[Member | str] = []
    for name, make in _members(package):
        if name in changing:
            slots.append(changing[name] or name)
        else:
            slots.append(pack_member(name, make()))
    return Ready(tuple(slots))


def _members(package: Any) -> Iterator[tuple[str, Any]]:
    """Every member's name and what makes its bytes, in the order in which python-docx saves them."""
    from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
    from docx.opc.pkgwriter import _ContentTypesItem

    parts = package.parts
    types: Any = _ContentTypesItem
    yield CONTENT_TYPES_URI.membername, lambda: types.from_parts(parts).blob
    yield PACKAGE_URI.rels_uri.membername, lambda: package.rels.xml
    for part in parts:
        yield part.partname.membername, lambda part=part: part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, lambda part=part: part.rels.xml


class Original:
    """The opened template, for letters that need parts of their own. Never changed after opening."""

    def __init__(self, data: bytes, ready: Ready) -> None:
        from docx import Document

        self.document = Document(io.BytesIO(data))
        self.package = self.document.part.package
        self.package.core_properties  # noqa: B018 (makes them where the template has none)
        self._ready = {slot.name: slot for slot in ready.slots if isinstance(slot, Member)}
        self._bytes = {
            name: make() for name, make in _members(self.package) if name.endswith((".rels", "s].xml"))
        }

    def copy(self) -> Any:
        """A document of its own over the same XML."""
        package = _bare(self.package)
        twins = {id(part): _bare(part) for part in self.package.parts}
        for source, twin in (
            (self.package, package),
            *((part, twins[id(part)]) for part in self.package.parts),
        ):
            for rel in source.rels.values():
                target = rel.target_ref if rel.is_external else twins[id(rel.target_part)]
                twin.load_rel(rel.reltype, target, rel.rId, rel.is_external)
        for twin in twins.values():
            twin._package = package
        for image in self.package.image_parts:
            package.image_parts.append(twins[id(image)])
        return package.main_document_part.document

    def pack(self, package: Any, changed: Mapping[str, bytes]) -> Iterator[Member]:
        """The members of a copy: `changed` parts as given, untouched parts as they were packed once."""
        untouched = {part.partname.membername: part for part in self.package.parts}
        now = {part.partname.membername: part for part in package.parts}
        for name, make in _members(package):
            if name in changed:
                yield pack_member(name, changed[name], quick=True)
            elif name in self._ready and (
                _same(untouched[name], now[name]) if name in now else make() == self._bytes.get(name)
            ):
                yield self._ready[name]
            else:
                yield pack_member(name, make(), quick=True)


def _bare(owner: Any) -> Any:
    """A copy of a part or a package without its relationships and what hangs on them."""
    twin = copy.copy(owner)
    for name in ("rels", "_rels", "image_parts"):
        twin.__dict__.pop(name, None)
    return twin


def _same(part: Any, twin: Any) -> bool:
    return part._blob is twin._blob and getattr(part, "_element", None) is getattr(twin, "_element", None)


def separate(document: Any) -> Any:
    """A copy with XML of its own, so that anything may be done to it."""
    for part in document.part.package.parts:
        if getattr(part, "_element", None) is not None:
            part._element = copy.deepcopy(part._element)
    return document.part.document
