"""What styles.xml says that matters to a reader: bold, struck, hidden, marked out, headings, placeholder.

Conventions: a direct property beats the character style, which beats the paragraph style. Table
styles and document defaults are left aside: they colour, they do not strike or hide.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from hrdocs import document
from hrdocs.errors import InputError
from hrdocs.tools.ooxml import W, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})
_RPR, _PPR, _STYLE, _NAME, _BASED = f"{W}rPr", f"{W}pPr", f"{W}style", f"{W}name", f"{W}basedOn"
_B, _STRIKE, _DSTRIKE, _VANISH = f"{W}b", f"{W}strike", f"{W}dstrike", f"{W}vanish"
_U, _HIGHLIGHT, _SHD, _COLOUR = f"{W}u", f"{W}highlight", f"{W}shd", f"{W}color"
_FILL = f"{W}fill"
_SHOWS = frozenset({_U, _HIGHLIGHT, _SHD, _COLOUR})
_UNFILLED = frozenset({"", "auto", "ffffff"})
_RSTYLE, _RFONTS, _OUTLINE = f"{W}rStyle", f"{W}rFonts", f"{W}outlineLvl"
_FONT_KEYS = (f"{W}ascii", f"{W}hAnsi")
_HEAD = 16_384
_MAIN = W.strip("{}").encode()
_OPENING = re.compile(rb"<w:styles\b[^>]*>")
_END = b"</w:style>"
_ID = re.compile(rb'\sw:styleId="([^"&]*)"')
_IS_DEFAULT = re.compile(rb'\sw:default="(?:1|true|on)"')
_DEEPEST = 20  # Word stops following basedOn at 11


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, as far as it matters."""

    bold: bool = False
    struck: bool = False
    hidden: bool = False
    prompt: bool = False  # the style of placeholder text
    font: str = ""  # only of a symbol font is it of interest
    shown: document.Look = document.PLAIN_LOOK  # underline, highlight and colour


PLAIN_LOOK = Look()
_PLAIN = (False, False, False, False, "", document.PLAIN_LOOK)


class Styles:
    """The styles of one document, looked up by id and resolved once each."""

    def __init__(self, source: bytes) -> None:
        self._elements: dict[str, _Element | None] = {}
        self._source = b""
        self._opening = b""
        self._looks: dict[str, Look] = {}
        self._headings: dict[str, bool] = {}
        self._default = ""
        if source and not self._can_cut(source):
            self._read_all(_parse(source))

    def _can_cut(self, source: bytes) -> bool:
        """Whether styles can be cut out one by one, as a form uses ten of several hundred.

        False where the text is not of the plain shape that every word processor writes.
        """
        opening = _OPENING.search(source[:_HEAD])
        if opening is None or _MAIN not in opening[0] or b"<!" in source[: opening.end()]:
            return False
        self._opening, self._source = opening[0], source
        at = source.find(b" w:default=")
        while at >= 0:
            tag = self._tag_around(at)
            key = _ID.search(tag)
            if key is None:
                return False
            if b' w:type="paragraph"' in tag and _IS_DEFAULT.search(tag):
                self._default = key[1].decode("utf-8", "replace")
                return True
            at = source.find(b" w:default=", at + 1)
        return False

    def _tag_around(self, at: int) -> bytes:
        """The opening tag of a style around this place, or nothing."""
        start, end = self._source.rfind(b"<", 0, at), self._source.find(b">", at)
        tag = self._source[start : end + 1] if 0 <= start < end else b""
        return tag if tag.startswith(b"<w:style ") and not tag.endswith(b"/>") else b""

    def _read_all(self, root: "_Element") -> None:
        self._source = b""
        for style in root.iterchildren(_STYLE):
            key = style.get(f"{W}styleId") or ""
            self._elements[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in _OFF:
                self._default = key

    def _find(self, style: str) -> "_Element | None":
        if style not in self._elements:
            self._elements[style] = self._cut(style) if self._source and style else None
        return self._elements[style]

    def _cut(self, style: str) -> "_Element | None":
        at = self._source.find(b' w:styleId="' + _escaped(style) + b'"')
        if at < 0 or not self._tag_around(at):
            return None
        start, end = self._source.rfind(b"<", 0, at), self._source.find(_END, at)
        if end < 0:
            return None
        try:
            fragment = _parse(self._opening + self._source[start : end + len(_END)] + b"</w:styles>")
        except InputError:
            return None  # a style that cannot be read looks like any other text
        return fragment[0] if len(fragment) else None

    def look(self, style: str) -> Look:
        """How text in this style looks; the default paragraph style where `style` is empty."""
        style = style or self._default
        known = self._looks.get(style)
        if known is None:
            known = PLAIN_LOOK
            for element in reversed(self._chain(style)):
                name = element.find(_NAME)
                if name is not None and (name.get(VAL) or "").lower() == "placeholder text":
                    known = replace(known, prompt=True)
                known = _apply(element.find(_RPR), known)
            if self._find(style) is None and style.lower() == "placeholdertext":
                known = Look(prompt=True)
            self._looks[style] = known
        return known

    def is_heading(self, style: str) -> bool:
        """Whether a paragraph style is a heading or title, by its name or outline level."""
        known = self._headings.get(style)
        if known is None:
            known = any(_says_heading(element) for element in self._chain(style))
            if self._find(style) is None:
                known = style.lower().startswith(("heading", "title"))
            self._headings[style] = known
        return known

    def run_look(self, properties: "_Element", under: Look) -> Look:
        """How a run with these properties looks in a paragraph that looks like `under`."""
        bold, struck, hidden, prompt, font = under.bold, under.struck, under.hidden, under.prompt, under.font
        shown = under.shown
        strikes: list[bool] = []
        for child in properties:
            tag = child.tag
            if tag == _RSTYLE:
                style = self.look(child.get(VAL) or "")
                bold, struck = bold or style.bold, struck or style.struck
                hidden, prompt, font = hidden or style.hidden, prompt or style.prompt, style.font or font
                shown = style.shown if style.shown is not document.PLAIN_LOOK else shown
            elif tag in _SHOWS:
                shown = _shown(child, shown)
            elif tag == _B:
                bold = is_on(child)
            elif tag in (_STRIKE, _DSTRIKE):
                strikes.append(is_on(child))
            elif tag == _VANISH:
                hidden = is_on(child)
            elif tag == _RFONTS:
                font = _font(child) or font
        if strikes:
            struck = any(strikes)
        if (bold, struck, hidden, prompt, font, shown) == _PLAIN:
            return PLAIN_LOOK
        return Look(bold, struck, hidden, prompt, font, shown)

    def _chain(self, style: str) -> "list[_Element]":
        chain: list[_Element] = []
        element = self._find(style)
        while element is not None and len(chain) < _DEEPEST:
            chain.append(element)
            based = element.find(_BASED)
            element = self._find(based.get(VAL) or "") if based is not None else None
        return chain


def _parse(source: bytes) -> "_Element":
    return parse_xml(source, subject="styles")


def _escaped(text: str) -> bytes:
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text.encode("utf-8", "replace")


def is_on(element: "_Element") -> bool:
    """Whether an on-off property is on: present without a value, or with one that says so."""
    return element.get(VAL, "1").lower() not in _OFF


def _apply(properties: "_Element | None", under: Look) -> Look:
    if properties is None:
        return under
    bold, struck, hidden, font = under.bold, under.struck, under.hidden, under.font
    shown = under.shown
    for child in properties:
        tag = child.tag
        if tag == _B:
            bold = is_on(child)
        elif tag in (_STRIKE, _DSTRIKE):
            struck = is_on(child)
        elif tag == _VANISH:
            hidden = is_on(child)
        elif tag == _RFONTS:
            font = _font(child) or font
        elif tag in _SHOWS:
            shown = _shown(child, shown)
    return Look(bold, struck, hidden, under.prompt, font, shown)


@lru_cache(maxsize=256)
def _look(underlined: bool, highlighted: bool, colour: int) -> document.Look:
    """A look, once for all the runs that have it."""
    plain = document.Look(underlined=underlined, highlighted=highlighted, colour=colour)
    return document.PLAIN_LOOK if plain == document.PLAIN_LOOK else plain


def _shown(child: "_Element", under: document.Look) -> document.Look:
    """The look of a run with one more of the properties that mark words out."""
    value = (child.get(VAL) or "").lower()
    if child.tag == _U:
        return _look(value not in _OFF, under.highlighted, under.colour)
    if child.tag == _HIGHLIGHT:
        return _look(under.underlined, value not in _OFF, under.colour)
    if child.tag == _SHD:
        filled = (child.get(_FILL) or "").lower() not in _UNFILLED
        return _look(under.underlined, filled or under.highlighted, under.colour)
    colour = int(value, 16) if re.fullmatch("[0-9a-f]{6}", value) else 0
    return _look(under.underlined, under.highlighted, colour)


def _font(fonts: "_Element") -> str:
    for key in _FONT_KEYS:
        name = fonts.get(key)
        if name:
            return name
    return ""


def _says_heading(style: "_Element") -> bool:
    name = style.find(_NAME)
    said = (name.get(VAL) or "").lower() if name is not None else ""
    if said.startswith("heading ") or said in ("title", "subtitle"):
        return True
    properties = style.find(_PPR)
    level = properties.find(_OUTLINE) if properties is not None else None
    return level is not None and (level.get(VAL) or "") in set("012345678")
