"""A Word file to be changed and written anew, with nothing in it but what can be seen on the page.

Tracked changes are settled as accepted, comments and hidden text go, and so does every part that
nothing on the page needs. What is gone for good: authors, dates, earlier revisions, macros, embedded
files, custom properties, the thumbnail.
"""

import datetime as dt
import posixpath
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from hrdocs.errors import InputError
from hrdocs.tools.ooxml import Package, R, W, open_package

# Parts that a page needs, by the last word of their relationship's type.
_NEEDED = frozenset(
    [
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "theme",
        "footnotes",
        "endnotes",
        "header",
        "footer",
        "image",
        "hyperlink",
    ]
)
_ALWAYS = frozenset(["styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes"])
_OF_REVIEW = frozenset(
    [
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "proofErr",
        "permStart",
        "permEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "del",
        "moveFrom",
        "cellDel",
    ]
)
_WRAPPERS = frozenset(["ins", "moveTo", "customXml", "smartTag"])
_SETTINGS_KEPT = frozenset(
    [
        "zoom",
        "defaultTabStop",
        "evenAndOddHeaders",
        "characterSpacingControl",
        "footnotePr",
        "endnotePr",
        "compat",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
        "autoHyphenation",
        "mirrorMargins",
        "gutterAtTop",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "updateFields",
    ]
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    '<dc:creator>{creator}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    "</dcterms:created></cp:coreProperties>"
)


class WordFile:
    """An opened Word file whose parts can be changed. `parts` are its XML parts by name, `main` the page.

    Raises: InputError where it cannot be read safely, or is signed or protected against reading.
    """

    def __init__(self, data: bytes, *, name: str) -> None:
        self.name = name
        self._package: Package = open_package(data, name=name)
        self.main = self._package.main
        self.parts: dict[str, Any] = {self.main: self._package.tree(self.main)}
        for relation in self._package.relations(self.main).values():
            if relation.kind in _NEEDED - {"image", "hyperlink"} and not relation.external:
                if relation.target not in self._package:
                    raise InputError(name, f"lacks its part {relation.target}", "Save it anew in Word.")
                self.parts[relation.target] = self._package.tree(relation.target)
        hidden = self._hidden_styles()
        self.left_out: list[str] = []
        for part, root in self.parts.items():
            _settle(root)
            self._drop_dangling(part, root)
            _drop_hidden(root, hidden)
            if part.endswith("settings.xml"):
                _keep_only(root, _SETTINGS_KEPT)

    @property
    def body(self) -> Any:
        """The document's body."""
        return self.parts[self.main].find(f"{W}body")

    def part_of_kind(self, kind: str) -> Any | None:
        """The root of the main part's `styles`, `numbering`, ..., None where it has none."""
        found = next(iter(self._package.related(self.main, kind)), None)
        return None if found is None else self.parts.get(found)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every paragraph of every part, with the part it stands in."""
        for part, root in self.parts.items():
            for paragraph in root.iter(f"{W}p"):
                yield part, paragraph_text(paragraph)

    def pictures(self) -> tuple[str, ...]:
        """The pictures that are still used."""
        return tuple(sorted({t for part in self.parts for t in self._used(part) if "/media/" in t}))

    def write(self, *, title: str, creator: str, day: dt.date) -> bytes:
        """The file anew. The same content gives the same bytes."""
        from hrdocs.tools.zipped import pack_member, write_zip

        self._drop_unreferenced_notes()
        members: dict[str, bytes] = {}
        for part, root in self.parts.items():
            members[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            relations = self._relations(part)
            if relations:
                folder, leaf = posixpath.split(part)
                members[posixpath.join(folder, "_rels", f"{leaf}.rels")] = _relations_part(relations)
                for _, _, target, external in relations:
                    if not external and target not in self.parts:
                        members[target] = self._package.read(target)
        members["docProps/core.xml"] = _CORE.format(
            title=escape(title), creator=escape(creator), day=day.isoformat()
        ).encode()
        members["_rels/.rels"] = _relations_part(
            [
                ("rId1", f"{_OFFICE}/officeDocument", self.main, False),
                (
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                    False,
                ),
            ]
        )
        types = {name: self._package.content_type(name) for name in members if not name.endswith(".rels")}
        types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        types[self.main] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return write_zip(
            pack_member(name, data)
            for name, data in {"[Content_Types].xml": _types_part(types), **members}.items()
        )

    def _drop_dangling(self, part: str, root: Any) -> None:
        """Charts, diagrams and embedded files, whose data would go along unseen."""
        relations = self._package.relations(part)
        for name in ("drawing", "pict", "object", "altChunk", "subDoc"):
            for element in list(root.iter(f"{W}{name}")):
                keys = {v for e in element.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
                kinds = {relations[key].kind for key in keys if key in relations} - _NEEDED
                if kinds:
                    self.left_out += sorted(kinds)
                    remove(element)

    def _used(self, part: str) -> set[str]:
        return {target for _, _, target, external in self._relations(part) if not external}

    def _relations(self, part: str) -> list[tuple[str, str, str, bool]]:
        """The relationships that a part still needs: those it names, and those it has without naming."""
        root = self.parts[part]
        named = {value for e in root.iter() for key, value in e.attrib.items() if key.startswith(R)}
        found = []
        for key, relation in self._package.relations(part).items():
            kept = relation.kind in _NEEDED and (key in named or relation.kind in _ALWAYS)
            if kept and (relation.external or relation.target in self._package):
                found.append((key, f"{_OFFICE}/{relation.kind}", relation.target, relation.external))
        return found

    def _hidden_styles(self) -> frozenset[str]:
        styles = self.part_of_kind("styles")
        if styles is None:
            return frozenset()
        return frozenset(
            style.get(f"{W}styleId", "")
            for style in styles.iter(f"{W}style")
            if _is_on(style.find(f"{W}rPr/{W}vanish"))
        )

    def _drop_unreferenced_notes(self) -> None:
        for kind, mark in (("footnotes", "footnote"), ("endnotes", "endnote")):
            notes = self.part_of_kind(kind)
            if notes is None:
                continue
            used = {e.get(f"{W}id") for e in self.parts[self.main].iter(f"{W}{mark}Reference")}
            for note in list(notes):
                if note.get(f"{W}type") in (None, "normal") and note.get(f"{W}id") not in used:
                    notes.remove(note)


def paragraph_text(paragraph: Any) -> str:
    """What is printed of a paragraph, without its automatic number."""
    out = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        if node.tag == f"{W}t":
            out.append(node.text or "")
        elif node.getparent().tag != f"{W}tabs":
            out.append("-" if node.tag.endswith("Hyphen") else " ")
    return "".join(out)


def remove(element: Any) -> None:
    """Take an element out of its tree, the text after it kept."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _settle(root: Any) -> None:
    """Accept all tracked changes; drop comments and the traces of editing."""
    for row in [
        mark.getparent().getparent() for mark in root.iter(f"{W}del") if mark.getparent().tag == f"{W}trPr"
    ]:
        remove(row)
    _join_deleted_paragraphs(root)
    for element in list(root.iter(f"{W}*")):
        local = element.tag.rpartition("}")[2]
        if local in _OF_REVIEW or local.endswith("Change"):
            remove(element)
        elif local in _WRAPPERS:
            _unwrap(element)
    for element in root.iter():
        for key in [
            k for k in element.attrib if ":rsid" in str(k) or "}rsid" in str(k) or "}paraId" in str(k)
        ]:
            del element.attrib[key]
    for comment in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        remove(comment)


def _join_deleted_paragraphs(root: Any) -> None:
    """A paragraph whose mark was deleted goes on in the next one."""
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        following = paragraph.getnext()
        if mark is None:
            continue
        if following is not None and following.tag == f"{W}p":
            at = 1 if following.find(f"{W}pPr") is not None else 0
            for child in reversed([c for c in paragraph if c.tag != f"{W}pPr"]):
                following.insert(at, child)
            remove(paragraph)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed([c for c in element if not str(c.tag).endswith("Pr")]):
        parent.insert(at, child)
    parent.remove(element)


def _drop_hidden(root: Any, styles: frozenset[str]) -> None:
    for run in list(root.iter(f"{W}r")):
        own = run.find(f"{W}rPr/{W}vanish")
        style = run.find(f"{W}rPr/{W}rStyle")
        paragraph = next(run.iterancestors(f"{W}p"), None)
        named = [style] if style is not None else []
        if paragraph is not None and (of := paragraph.find(f"{W}pPr/{W}pStyle")) is not None:
            named.append(of)
        hidden = any(one.get(f"{W}val") in styles for one in named) if own is None else _is_on(own)
        if hidden and run.find(f"{W}fldChar") is None:
            remove(run)
    for name in ("docPartObj", "dataBinding", "alias", "tag", "placeholder"):
        for element in list(root.iter(f"{W}{name}")):
            if name != "docPartObj":
                remove(element)


def _is_on(switch: Any | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _keep_only(root: Any, names: frozenset[str]) -> None:
    for child in list(root):
        if str(child.tag).rpartition("}")[2] not in names:
            root.remove(child)


def _relations_part(relations: list[tuple[str, str, str, bool]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap=_plain(_RELATIONS))
    for key, kind, target, external in relations:
        path = target if external else f"/{target}"
        item = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=key, Type=kind, Target=path)
        if external:
            item.set("TargetMode", "External")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _plain(namespace: str) -> Any:
    """A namespace without a prefix; lxml's stubs know only those with one."""
    return {None: namespace}


def _types_part(types: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap=_plain(_TYPES))
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=relations)
    for name, kind in types.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
