"""A Word template prepared once and filled in many times, byte for byte as docxtpl would.

docxtpl patches the XML and Jinja compiles it when the template is prepared; parts that never change
are kept packed. A letter then costs the filling and packing of the few parts that change. Where the
result is known to be text in well-formed XML it is filled in as text, else docxtpl's own functions
mend its tree. Sub-documents, and templates of an unusual build, go through docxtpl as a whole:
`Filling.fallback` says why.

Two differences from docxtpl are on purpose: footnotes are filled in once, where docxtpl fills them in
once for each section and so runs what people wrote as tags; the members' dates are fixed.
"""

import io
import threading
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from hrdocs.letters.compiled.package import Original, Ready, prepare_package, separate
from hrdocs.letters.compiled.parts import Kind, Part, compile_part, graft, split_around
from hrdocs.letters.compiled.properties import Properties, Stamp, prepare_properties
from hrdocs.tools.zipped import fix_zip, pack_member, write_zip

__all__ = ["CompiledTemplate", "Filling", "Stamp"]

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class CompiledTemplate:
    """A template that is ready to be filled in, by many threads at once.

    `guard` is a character that is taken out of what is filled in, `property_environment` renders the
    file's properties (default: the same environment).

    Raises: KeyError, ValueError, BadZipFile or XMLSyntaxError where the bytes are no Word file;
    TemplateSyntaxError where a tag cannot be read.
    """

    def __init__(
        self,
        data: bytes,
        environment: Environment,
        *,
        property_environment: Environment | None = None,
        guard: str = "",
    ) -> None:
        self.data = data
        self.environment = environment
        self.property_environment = property_environment or environment
        self.guard = guard
        self._lock = threading.Lock()
        tpl = DocxTemplate(io.BytesIO(data))
        tpl.render_init()
        self.fallback, sources = _take_sources(tpl)
        around = split_around(tpl.docx._element)
        self.parts: tuple[Part, ...] = tuple(
            compile_part(name, kind, source, environment, *([around] if kind is Kind.BODY else []))
            for name, (kind, source) in sources.items()
        )
        self.properties: Properties = prepare_properties(tpl, self.property_environment)
        core = tpl.docx.core_properties._element
        package = tpl.docx.part.package
        self.core_name: str = next(
            part.partname.membername for part in package.parts if getattr(part, "_element", None) is core
        )
        fixed = {
            part.name: pack_member(part.name, part.fill(self.with_globals({}), self.open(), guard))
            for part in self.parts
            if part.fixed
        }
        changing = {part.name: fixed.get(part.name) for part in self.parts} | {self.core_name: None}
        self.ready: Ready = prepare_package(package, changing)

    @property
    def needs_tree(self) -> str | None:
        """Why letters of this template cannot be filled in as text; None: they can."""
        return next((f"{part.name}: {part.needs_tree}" for part in self.parts if part.needs_tree), None)

    @cached_property
    def original(self) -> Original:
        """The opened template, for letters with pictures, links or replaced parts."""
        with self._lock:
            return self.__dict__.get("original") or Original(self.data, self.ready)

    def with_globals(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """The context as Jinja's templates see it."""
        return {**self.environment.globals, **context}

    def open(self) -> "Filling":
        """A letter to fill in; it has docxtpl's own functions for pictures, links and replacements."""
        return Filling(self)

    def render(self, context: Mapping[str, Any], *, stamp: Stamp | None = None) -> bytes:
        """Fill in one letter and return the Word file."""
        filling = self.open()
        filling.render(context)
        return filling.to_bytes(stamp)


class Filling(DocxTemplate):  # type: ignore[misc]
    """One letter of a compiled template. Use it as docxtpl's DocxTemplate.

    `fallback` says why docxtpl does the whole work; None: it does not.
    """

    docx: Any
    is_rendered: bool

    def __init__(self, compiled: CompiledTemplate) -> None:
        super().__init__(io.BytesIO(compiled.data))
        self.compiled = compiled
        self.fallback: str | None = compiled.fallback
        self._parts: dict[str, bytes] = {}
        self._said: dict[str, str] = {}
        self._part_name: str | None = None
        self._part: Any = None
        self._separate = False

    @property
    def current_rendering_part(self) -> Any:
        """The part being filled in; opened only when a picture asks for it."""
        if self._part is None and self._part_name is not None:
            self.init_docx(reload=False)
            parts = self.docx.part.package.parts
            self._part = next(part for part in parts if part.partname.membername == self._part_name)
        return self._part

    @current_rendering_part.setter
    def current_rendering_part(self, part: Any) -> None:
        self._part, self._part_name = part, None

    def init_docx(self, reload: bool = True) -> None:
        if not self.docx or (self.is_rendered and reload):
            self.docx = self.compiled.original.copy()
            self.is_rendered = False
            self._separate = False

    def new_subdoc(self, docpath: Any = None) -> Any:
        """A sub-document; docxtpl then does the whole work for this letter."""
        self.fall_back("it holds a sub-document")
        return super().new_subdoc(docpath)

    def fall_back(self, reason: str) -> None:
        """Let docxtpl do the whole work for this letter."""
        self.fallback = reason
        self.init_docx()
        if not self._separate:
            self.docx = separate(self.docx)
            self._separate = True

    def render(
        self, context: Mapping[str, Any], jinja_env: Environment | None = None, autoescape: bool = False
    ) -> None:
        if jinja_env is not None and jinja_env is not self.compiled.environment:
            self.fallback = "it is filled in with another environment"
        if self.fallback:
            self.fall_back(self.fallback)
            super().render(context, jinja_env or self.compiled.environment, autoescape)
            return
        if self.is_rendered:
            self.docx, self.is_rendered = None, False
        self.pic_map: dict[str, Any] = {}
        self.docx_ids_index = 1000
        self.is_saved = False
        self._parts = {}
        facts = self.compiled.with_globals(context)
        for part in self.compiled.parts:
            if not part.fixed:
                self._part, self._part_name = None, part.name
                self._parts[part.name] = part.fill(facts, self, self.compiled.guard)
        self._said = self.compiled.properties.fill(context)
        self.is_rendered = True

    def render_xml_part(self, *args: Any, **kwargs: Any) -> str:
        text = str(super().render_xml_part(*args, **kwargs))
        return text.replace(self.compiled.guard, "") if self.compiled.guard else text

    def resolve(self, raw: str, name: str) -> str:
        """What docxtpl does with a part's text after Jinja."""
        text = str(super().render_xml_part("", None, {}, _Filled(raw)))
        self._part, self._part_name = None, name
        return text

    def mend(self, text: str, around: bytes) -> bytes:
        """The document with a body that docxtpl has mended."""
        tree = self.fix_tables(text)
        self.fix_docpr_ids(tree)
        return graft(tree, around)

    def to_bytes(self, stamp: Stamp | None = None) -> bytes:
        """The letter filled in, as a Word file; `stamp` is what its properties then say."""
        if self.fallback:
            out = io.BytesIO()
            if stamp is not None:
                self._stamp(stamp)
            self.docx.save(out)
            return fix_zip(out.getvalue())
        core = self.compiled.properties.write(self._said, stamp)
        changed = {**self._parts, self.compiled.core_name: core}
        if self.docx is not None:
            return write_zip(self.compiled.original.pack(self.docx.part.package, changed))
        return write_zip(
            pack_member(slot, changed[slot], quick=True) if isinstance(slot, str) else slot
            for slot in self.compiled.ready.slots
        )

    def save(self, filename: Any, *args: Any, **kwargs: Any) -> None:
        if self.fallback or not self.is_rendered:
            super().save(filename, *args, **kwargs)
            return
        self.pre_processing()
        data = self.to_bytes()
        if hasattr(filename, "write"):
            filename.write(data)
        else:
            Path(filename).write_bytes(data)
        self.post_processing(filename)
        self.is_saved = True

    def _replace_pics(self) -> None:
        """docxtpl looks for the pictures in the filled parts, so a copy is given them."""
        from docx.oxml.parser import parse_xml

        self.init_docx(reload=False)
        for part in self.docx.part.package.parts:
            data = self._parts.get(part.partname.membername)
            if data is not None and hasattr(part, "_element"):
                part._element = parse_xml(data)
        super()._replace_pics()

    def _stamp(self, stamp: Stamp) -> None:
        properties = self.docx.core_properties
        properties.title = (stamp.title or properties.title or "Letter")[:255]
        properties.author = properties.last_modified_by = stamp.author[:255]
        properties.comments = properties.subject = properties.keywords = properties.category = ""
        properties.created = properties.modified = stamp.moment
        properties.revision = 1


class _Filled:
    """Stands in for Jinja where the text is filled in already."""

    def __init__(self, text: str) -> None:
        self._text = text

    def from_string(self, _source: str) -> "_Filled":
        return self

    def render(self, _context: object) -> str:
        return self._text


class _Taker:
    """Stands in for Jinja while docxtpl prepares a template, and keeps what it is handed."""

    def __init__(self, tpl: Any) -> None:
        self._tpl = tpl
        self.sources: dict[str, str] = {}
        self.twice = False

    def from_string(self, source: str) -> _Filled:
        part = self._tpl.current_rendering_part
        name = part.partname.membername
        if name not in self.sources:
            self.sources[name] = source
        elif part.content_type != _FOOTNOTES:
            self.twice = True
        return _Filled("")


def _take_sources(tpl: Any) -> tuple[str | None, dict[str, tuple[Kind, str]]]:
    """What docxtpl hands to Jinja for each part, in its order; and why it must do the work itself."""
    taker = _Taker(tpl)
    tpl.build_xml({}, taker)
    body = set(taker.sources)
    for uri in (tpl.HEADER_URI, tpl.FOOTER_URI):
        for _ in tpl.build_headers_footers_xml({}, uri, taker):
            pass
    headed = set(taker.sources) - body
    tpl.render_footnotes({}, taker)
    kinds = {
        name: Kind.BODY if name in body else Kind.HEADED if name in headed else Kind.NOTES
        for name in taker.sources
    }
    names = [part.partname for part in tpl.docx.part.package.parts]
    twice = taker.twice or len(names) != len(set(names))
    fallback = "two of its parts have one name" if twice else None
    return fallback, {name: (kinds[name], source) for name, source in taker.sources.items()}
