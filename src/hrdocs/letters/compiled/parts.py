"""The parts of a template that change from letter to letter, each compiled once.

Three kinds: the letter's body, whose tables and drawings docxtpl mends in the tree; headers and
footers, which are read once more after filling; footnotes, which are written as they come out.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from jinja2 import Environment, nodes
from jinja2.environment import Template
from markupsafe import Markup

from hrdocs.letters.compiled.fragments import VALUE, Speller, UnfitError, is_plain, read_skeleton

_CLOSED_TEXT = re.compile("<w:t [^>]*/>")  # docxtpl takes it for an opening tag
_NO_SPELLER = Speller(())
_NEEDS_TREE = ("<w:tbl>", "<w:tbl ", "<wp:docPr", "\r")
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class Kind(Enum):
    """What docxtpl does with a part after filling it."""

    BODY = "body"
    HEADED = "header or footer"
    NOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Part:
    """One changing part. `needs_tree` says why it cannot be filled in as text; None: it can.

    `before` and `after` are the XML around the body.
    """

    name: str
    kind: Kind
    template: Template
    fixed: bool
    needs_tree: str | None
    speller: Speller = _NO_SPELLER
    before: str = _DECLARATION
    after: str = ""

    def fill(self, facts: dict[str, Any], filling: Any, guard: str) -> bytes:
        """The part filled in.

        `facts` are the context with Jinja's own names; `filling` is the docxtpl template whose functions
        do what text cannot.
        """
        raw, plain = _run(self.template, facts)
        text = raw.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
        if _to_resolve(text):
            text = filling.resolve(raw, self.name)
            plain = plain and not any(mark in raw for mark in "\t\a\f")
        if guard:
            text = text.replace(guard, "")
        if self.kind is Kind.NOTES:
            return text.encode("utf-8")
        if plain and self.needs_tree is None:
            return self._join(text).encode("utf-8")
        if self.kind is Kind.HEADED:
            return _reread(text)
        return filling.mend(text, f"{self.before}{self.after}".encode())  # type: ignore[no-any-return]

    def _join(self, text: str) -> str:
        text = self.speller.spell(text)
        if self.kind is Kind.HEADED:
            return f"{self.before}{text}"
        return f"{self.before}{text[text.index('>') + 1 : text.rindex('</')]}{self.after}"


def compile_part(
    name: str, kind: Kind, source: str, environment: Environment, around: tuple[str, str] = (_DECLARATION, "")
) -> Part:
    """Compile a part from the text that docxtpl hands to Jinja; `around` is the XML around the body."""
    tree = environment.parse(source)
    fixed = all(isinstance(node, nodes.Output) for node in tree.body) and not list(tree.find_all(nodes.Name))
    template = environment.from_string(source)
    part = Part(name, kind, template, fixed, "it is not known to be text", _NO_SPELLER, *around)
    if kind is Kind.NOTES:
        return replace(part, needs_tree=None)
    try:
        return _as_text(part, source, tree)
    except UnfitError as error:
        return replace(part, needs_tree=str(error))


def _as_text(part: Part, source: str, tree: nodes.Template) -> Part:
    """The part as one that is filled in as text. Raises: UnfitError where it cannot be."""
    if tree.environment is None or tree.environment.autoescape is not True:
        raise UnfitError("values are not escaped")
    if any(mark in source for mark in _NEEDS_TREE):
        raise UnfitError("it holds a table or a drawing")
    skeleton = read_skeleton(tree, blanks_matter=part.kind is Kind.HEADED)
    text = skeleton.text.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
    if _to_resolve(text) or _CLOSED_TEXT.search(text):
        raise UnfitError("its own text needs resolving")
    as_text = replace(part, speller=Speller(skeleton.hollow), needs_tree=None)
    if not _is_spelt(as_text, text):
        raise UnfitError("its XML is not spelt as lxml spells it")
    return as_text


def _to_resolve(text: str) -> bool:
    """Whether docxtpl has more to do: breaks, tabs, its own way to write braces."""
    return (
        "\n" in text or "\t" in text or "\a" in text or "\f" in text
        or "{_{" in text or "}_}" in text or "{_%" in text or "%_}" in text
    )  # fmt: skip


def _is_spelt(part: Part, text: str) -> bool:
    """Whether the skeleton comes out of the tree as it comes out as text."""
    from docxtpl import DocxTemplate
    from lxml.etree import XMLSyntaxError

    try:
        if part.kind is Kind.HEADED:
            return _reread(text) == part._join(text).encode()
        tree = graft(DocxTemplate("").fix_tables(text), f"{part.before}{part.after}".encode())
    except (XMLSyntaxError, AttributeError, ValueError):
        return False
    return tree == part._join(text).encode()


def _run(template: Template, facts: dict[str, Any]) -> tuple[str, bool]:
    """What Jinja gives, and whether every value in it is plain text."""
    pieces: list[str] = []
    plain = True
    for piece in template.root_render_func(template.new_context(facts, shared=True)):
        pieces.append(piece)
        if plain and type(piece) is Markup and not is_plain(piece):
            plain = False
    return "".join(pieces), plain


def _reread(text: str) -> bytes:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    return serialize_part_xml(parse_xml(text.encode("utf-8")))


def graft(body: Any, around: bytes) -> bytes:
    """The document with a new body."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    root: Any = parse_xml(around)
    root.replace(root.body, body)
    return serialize_part_xml(root)


def split_around(root: Any) -> tuple[str, str]:
    """The XML of a document before and behind what stands in its body. Changes the document."""
    from docx.opc.oxml import serialize_part_xml

    body = root.body
    mark = root.makeelement(body.tag, body.attrib, body.nsmap)
    mark.text = VALUE
    root.replace(body, mark)
    before, _, after = serialize_part_xml(root).decode("utf-8").partition(VALUE)
    return before, after
