"""Word files (.docx, .docm, .dotx, .dotm) as a Layout, straight from their XML.

Conventions: what a reader of the finished document sees is what is read. The body comes first, then
footnotes and endnotes, then headers and footers, each with its `Place.part`. Comments are counted,
never read.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hrdocs.document import Layout, Line, Row
from hrdocs.errors import InputError
from hrdocs.read.docx.blocks import BlockReader
from hrdocs.read.docx.notes import Notes
from hrdocs.read.docx.styles import VAL, Styles
from hrdocs.tools.ooxml import Package, R, W, open_package

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_docx"]

_MOST_STYLES = 4 * 2**20  # bytes: a long list of styles has a tenth of that
_MOST_KEPT = 8
_kept_styles: dict[bytes, Styles] = {}  # by the packed bytes of their part

_BLANKS = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, *, name: str) -> Layout:
    """The Layout of a Word file.

    Raises: InputError with the code `empty`, `encrypted`, `damaged`, `not-supported` or `too-large`.
    """
    package = open_package(data, name=name)
    root = package.tree(package.main)
    body = root.find(f"{W}body")
    if body is None:
        raise package.damaged("its main part holds no text body")
    notes = Notes(name)
    notes.signed = any(part.startswith("_xmlsignatures/") for part in package.parts)
    notes.macros = any(part.endswith("vbaproject.bin") for part in package.parts)
    styles = _read_styles(package, notes)
    reader = BlockReader(styles, notes, _prompts(package, notes))
    reader.read_story(body, keep_blanks=root.get(_BLANKS) == "preserve")
    _read_notes(package, reader, notes)
    _read_margins(package, root, reader, notes)
    _count_comments(package, notes)
    return Layout("docx", tuple(reader.blocks), notes.findings())


def _read_styles(package: Package, notes: Notes) -> Styles:
    """The styles of the document; those of the last few are kept, as completed forms share them."""
    part = next(package.related(package.main, "styles"), None)
    if part is None:
        return Styles(b"")
    key = package.packed(part)
    styles = _kept_styles.get(key) if key else None
    try:
        source = b"" if styles else package.read(part)
        if len(source) > _MOST_STYLES:
            raise package.too_large()
        styles = styles or Styles(source)
    except InputError as fault:
        if fault.code != "damaged":
            raise
        notes.unread(f"its part {part}, which is damaged", serious=True)
        return Styles(b"")
    if key and len(_kept_styles) >= _MOST_KEPT:
        _kept_styles.clear()
    if key:
        _kept_styles[key] = styles
    return styles


def _find_tree(package: Package, kind: str, notes: Notes) -> "_Element | None":
    """A part beside the document. Damage to it does not keep the document from being read."""
    part = next(package.related(package.main, kind), None)
    if part is None:
        return None
    try:
        return package.tree(part)
    except InputError as fault:
        if fault.code != "damaged":
            raise
        notes.unread(f"its part {part}, which is damaged", serious=True)
        return None


def _prompts(package: Package, notes: Notes) -> Callable[[str], str | None]:
    """The prompts of the document's controls, by name; read when the first one is asked for."""
    known: dict[str, str] | None = None

    def prompt_of(name: str) -> str | None:
        nonlocal known
        if known is None:
            known = _read_prompts(_find_tree(package, "glossaryDocument", notes))
            notes.prompts = frozenset(" ".join(p.split()).casefold() for p in known.values() if p.strip())
        return known.get(name)

    return prompt_of


def _read_prompts(glossary: "_Element | None") -> dict[str, str]:
    found: dict[str, str] = {}
    for part in glossary.iter(f"{W}docPart") if glossary is not None else ():
        name = part.find(f"{W}docPartPr/{W}name")
        if name is not None:
            found[name.get(VAL) or ""] = "".join(t.text or "" for t in part.iter(f"{W}t"))
    return found


def _read_notes(package: Package, reader: BlockReader, notes: Notes) -> None:
    """Footnotes and endnotes that the text refers to."""
    for kind in ("footnote", "endnote"):
        if not any(which == kind for which, _ in notes.referenced):
            continue
        root = _find_tree(package, f"{kind}s", notes)
        for note in root.iterchildren(f"{W}{kind}") if root is not None else ():
            if (kind, note.get(f"{W}id") or "") in notes.referenced and note.get(
                f"{W}type"
            ) not in _NOT_NOTES:
                reader.read_story(note, part=kind)


def _read_margins(package: Package, root: "_Element", reader: BlockReader, notes: Notes) -> None:
    """Headers and footers, each once, though many sections share them or repeat their words."""
    relations = package.relations(package.main)
    seen: set[str] = set()
    said: set[tuple[str, ...]] = set()
    for kind in ("header", "footer"):
        for reference in root.iter(f"{W}{kind}Reference"):
            relation = relations.get(reference.get(f"{R}id") or "")
            if (
                relation is None
                or relation.external
                or relation.target in seen
                or relation.target not in package
            ):
                continue
            seen.add(relation.target)
            tree = _margin_tree(package, relation.target, notes)
            if tree is None:
                continue
            before = len(reader.blocks)
            reader.read_story(tree, part=kind)
            words = _words(reader, before)
            if words in said:
                del reader.blocks[before:]
            said.add(words)


def _margin_tree(package: Package, part: str, notes: Notes) -> "_Element | None":
    try:
        return package.tree(part)
    except InputError as fault:
        if fault.code != "damaged":
            raise
        notes.unread(f"its part {part}, which is damaged", serious=True)
        return None


def _words(reader: BlockReader, start: int) -> tuple[str, ...]:
    words: list[str] = []
    for block in reader.blocks[start:]:
        if isinstance(block, Line):
            words.append(block.text)
        elif isinstance(block, Row):
            words += [cell.text for cell in block.cells]
    return tuple(words)


def _count_comments(package: Package, notes: Notes) -> None:
    root = _find_tree(package, "comments", notes)
    if root is not None:
        notes.comments = sum(1 for _ in root.iterchildren(f"{W}comment"))
