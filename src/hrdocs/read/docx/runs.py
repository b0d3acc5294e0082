"""What stands inside one paragraph: spans of text, text boxes, pictures.

Conventions: insertions and moved-in text count, deletions and moved-away text do not. A hidden run is
left out and noted. Alternative content is read once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hrdocs import document
from hrdocs.document import Mark
from hrdocs.read.docx.controls import read_control
from hrdocs.read.docx.drawings import Drawn, find_alternative, read_drawing
from hrdocs.read.docx.fields import Field
from hrdocs.read.docx.glyphs import TICKED, is_prompt, is_symbol_font, plain_text, symbol
from hrdocs.read.docx.notes import Notes
from hrdocs.read.docx.styles import PLAIN_LOOK, Look, Styles
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 120  # of elements inside one paragraph

_R, _RPR, _T, _TAB, _BR = f"{W}r", f"{W}rPr", f"{W}t", f"{W}tab", f"{W}br"
_SDT, _PPR = f"{W}sdt", f"{W}pPr"
_FLDCHAR, _INSTR, _SYM = f"{W}fldChar", f"{W}instrText", f"{W}sym"
_INS, _DEL = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_FIXED = {
    _TAB: "\t",
    f"{W}ptab": "\t",
    _BR: "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DRAWINGS = frozenset(f"{W}{n}" for n in ("drawing", "pict", "object"))
_NOTE_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SILENT = frozenset(
    f"{W}{n}"
    for n in (
        "pPr",
        "rPr",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "delText",
        "delInstrText",
        "lastRenderedPageBreak",
        "softHyphen",
        "annotationRef",
        "commentReference",
        "permStart",
        "permEnd",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "rt",
        "continuationSeparator",
        "fldData",
        "rubyPr",
    )
)


class Flow:
    """One paragraph as read: its spans as (texts, mark, bold, look), and what is anchored in it."""

    __slots__ = ("drawn", "spans")

    def __init__(self) -> None:
        self.spans: list[tuple[list[str], Mark, bool, document.Look]] = []
        self.drawn: list[Drawn] = []


class RunReader:
    """Reads paragraphs of one story. Open fields carry over from one paragraph to the next."""

    def __init__(
        self,
        styles: Styles,
        notes: Notes,
        prompt_of: Callable[[str], str | None],
        *,
        keep_blanks: bool,
        fields: bool,
    ) -> None:
        self.notes = notes
        self.open_fields: list[Field] = []
        self._styles = styles
        self._prompt_of = prompt_of
        self._keep_blanks = keep_blanks
        self._follow_fields = fields
        self._flow = Flow()
        self._fresh = True  # the next text begins a span of its own
        self._muted = 0
        self._typed = 0
        self._prompts: dict[int, Mark] = {}  # spans in the style of prompts, and what they are otherwise
        self._under = PLAIN_LOOK

    def read(self, paragraph: "_Element", style: str, mark: Mark, flow: Flow | None = None) -> Flow:
        """What stands in a paragraph of that style; added to `flow` where one is given."""
        self._flow = flow = flow or Flow()
        self._fresh = True
        self._under = under = self._styles.look(style)
        for child in paragraph:
            tag = child.tag
            if tag == _R:
                self._run(child, mark, under, 0)
            elif tag != _PPR:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child, mark, under, 0)
                elif len(child):
                    self._inside(child, mark, under, 1)
        if self._prompts:
            self._settle_prompts()
        return flow

    def _inside(self, parent: "_Element", mark: Mark, look: Look, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.notes.too_deep()
        for child in parent:
            handler = _HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, mark, look, depth)
            elif len(child):
                self._inside(child, mark, look, depth + 1)

    def _run(self, run: "_Element", mark: Mark, look: Look, depth: int) -> None:
        for child in run:
            tag = child.tag
            if tag == _T:
                text = child.text
                if (
                    text
                    and look is PLAIN_LOOK
                    and text.isascii()
                    and text.isprintable()
                    and text.strip(" ") == text
                ):
                    self._add(text, mark, look)
                elif text:
                    self._text(child, mark, look)
            elif tag == _RPR:
                look = self._styles.run_look(child, self._under)
            else:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child, mark, look, depth)
                elif len(child):
                    self._inside(child, mark, look, depth + 1)

    def _silent(self, *_: object) -> None:
        """Nothing of this is text."""

    def _fixed(self, child: "_Element", mark: Mark, look: Look, *_: object) -> None:
        # A page break stands between lines as any other break does.
        self._add(_FIXED[child.tag], mark, look)

    def _inserted(self, child: "_Element", mark: Mark, look: Look, depth: int) -> None:
        self.notes.tracked += 1
        self._inside(child, mark, look, depth + 1)

    def _deleted(self, *_: object) -> None:
        self.notes.tracked += 1

    def _linked(self, *_: object) -> None:
        self.notes.unread("another document linked into it", serious=True)

    def _instruction(self, child: "_Element", *_: object) -> None:
        if self.open_fields and not self.open_fields[-1].in_result:
            self.open_fields[-1].code.append(child.text or "")

    def _drawing(self, child: "_Element", mark: Mark, look: Look, *_: object) -> None:
        if look.hidden:
            self.notes.hidden += 1
        elif not self._muted and mark is not Mark.PLACEHOLDER:
            self._flow.drawn.extend(read_drawing(child, self.notes))

    def _reference(self, child: "_Element", _mark: Mark, look: Look, *_: object) -> None:
        if not look.hidden:
            self.notes.referenced.add((_NOTE_REFERENCES[child.tag], child.get(f"{W}id") or ""))

    def _alternative(self, child: "_Element", mark: Mark, look: Look, depth: int) -> None:
        chosen = find_alternative(child)
        if chosen is not None:
            self._inside(chosen, mark, look, depth + 1)

    def _text(self, element: "_Element", mark: Mark, look: Look, *_: object) -> None:
        text = element.text
        if not text:
            return
        if (
            not self._keep_blanks
            and (text[:1] in " \t\r\n" or text[-1:] in " \t\r\n")
            and element.get(_SPACE) != "preserve"
        ):
            text = text.strip(" \t\r\n")
        if "\n" in text or "\r" in text:
            text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        if look.font and is_symbol_font(look.font):
            text = "".join(symbol(look.font, ord(c)) for c in text)
        self._add(plain_text(text), mark, look)

    def _symbol(self, element: "_Element", mark: Mark, look: Look, *_: object) -> None:
        try:
            code = int(element.get(f"{W}char") or "", 16)
        except ValueError:
            return
        self._add(symbol(element.get(f"{W}font") or look.font, code), mark, look)

    def _add(self, text: str, mark: Mark, look: Look) -> None:
        if self._muted or not text:
            return
        if self._typed and mark is Mark.PLAIN:
            mark = Mark.FILLED
        if look is not PLAIN_LOOK:
            if look.hidden:
                self.notes.hidden += bool(text.strip())
                return
            if look.struck:
                mark = Mark.STRUCK
            elif look.prompt and mark is not Mark.PLACEHOLDER:
                self._prompts.setdefault(self._next_span(Mark.PLACEHOLDER, look), mark)
                mark = Mark.PLACEHOLDER
        spans = self._flow.spans
        if spans and not self._fresh:
            last = spans[-1]
            if last[1] is mark and last[2] == look.bold and last[3] is look.shown:
                last[0].append(text)
                return
        self._fresh = False
        spans.append(([text], mark, look.bold, look.shown))

    def _next_span(self, mark: Mark, look: Look) -> int:
        """The number of the span that text of this mark goes to."""
        spans = self._flow.spans
        joins = bool(spans) and not self._fresh and spans[-1][1:] == (mark, look.bold, look.shown)
        return len(spans) - joins

    def _settle_prompts(self) -> None:
        """Text in the style of prompts is one only where it reads like one: people type on in that style."""
        spans = self._flow.spans
        self._prompt_of("")  # so that the form's own prompts are known
        for at, mark in self._prompts.items():
            parts, _, bold, shown = spans[at]
            text = "".join(parts)
            if not is_prompt(text) and not self.notes.is_known_prompt(text):
                spans[at] = (parts, mark, bold, shown)
        self._prompts.clear()

    def _control(self, sdt: "_Element", mark: Mark, look: Look, depth: int) -> None:
        control = read_control(sdt, self._prompt_of)
        if control.doubt:
            self.notes.doubt(control.doubt)
        if control.tick:
            self._fresh = True
            self._add(control.tick, Mark.FILLED if control.tick == TICKED else mark, look)
            self._fresh = True
        elif control.content is not None:
            self._fresh = True
            self._inside(control.content, control.mark or mark, look, depth + 1)
            self._fresh = True

    # Fields

    def _simple_field(self, element: "_Element", mark: Mark, look: Look, depth: int) -> None:
        simple = Field(code=[element.get(f"{W}instr") or ""], in_result=True)
        self._note_clock(simple)
        self._typed += simple.is_text
        self._inside(element, mark, look, depth + 1)
        self._typed -= simple.is_text

    def _field_mark(self, element: "_Element", mark: Mark, look: Look, *_: object) -> None:
        if not self._follow_fields:
            return
        step = element.get(f"{W}fldCharType")
        if step == "begin":
            self.open_fields.append(Field(form=element.find(f"{W}ffData")))
            self._muted += 1
        elif step == "separate" and self.open_fields and not self.open_fields[-1].in_result:
            self._open_result(self.open_fields[-1], mark, look)
        elif step == "end" and self.open_fields:
            self._close(self.open_fields.pop(), mark, look)

    def _open_result(self, opened: Field, mark: Mark, look: Look) -> None:
        opened.in_result = True
        self._muted -= 1
        self._draw(opened, mark, look)
        if opened.drawn:
            self._muted += 1  # the form data says it; a result beside it would say it twice
        elif opened.is_text:
            self._typed += 1
            self._fresh = True
            opened.at, opened.spans = len(self._flow.spans), self._flow.spans
        self._note_clock(opened)

    def _close(self, closed: Field, mark: Mark, look: Look) -> None:
        if not closed.in_result:
            self._muted -= 1
            self._draw(closed, mark, look)
            if closed.prompt and not closed.drawn:
                self._fresh = True
                self._add(closed.prompt, Mark.PLACEHOLDER, look)
        elif closed.drawn:
            self._muted -= 1
        elif closed.is_text:
            self._typed -= 1
            if closed.spans is self._flow.spans:
                self._check_typed(closed)
        self._fresh = True

    def _check_typed(self, closed: Field) -> None:
        """A result of blanks only, or of the field's own default, is not an answer."""
        spans = self._flow.spans
        text = "".join("".join(parts) for parts, *_ in spans[closed.at :]).strip()
        if not text or text == closed.default_text:
            self._prompts = {at: mark for at, mark in self._prompts.items() if at < closed.at}
            spans[closed.at :] = [
                (parts, Mark.PLACEHOLDER, bold, look) for parts, _, bold, look in spans[closed.at :]
            ]

    def _draw(self, drawn: Field, mark: Mark, look: Look) -> None:
        """Write down a tick box or a drop-down, whose state is in the form data."""
        tick, choice = drawn.find_tick(), drawn.find_choice()
        if tick is None and choice is None:
            return
        drawn.drawn = True
        self._fresh = True
        if tick is not None:
            self._add(tick, Mark.FILLED if tick == TICKED else mark, look)
        elif choice is not None:
            self._add(plain_text(choice[0]), Mark.FILLED if choice[1] else Mark.PLACEHOLDER, look)
        self._fresh = True

    def _note_clock(self, opened: Field) -> None:
        if opened.is_clock and not self._muted:
            self.notes.clock()


_Handler = Callable[[RunReader, "_Element", Mark, Look, int], None]
_HANDLERS: dict[str, _Handler] = {
    _R: RunReader._run,
    _T: RunReader._text,
    _MATH_TEXT: RunReader._text,
    _SDT: RunReader._control,
    _FLDCHAR: RunReader._field_mark,
    _INSTR: RunReader._instruction,
    _SYM: RunReader._symbol,
    _ALTERNATE: RunReader._alternative,
    f"{W}fldSimple": RunReader._simple_field,
    f"{W}subDoc": RunReader._linked,
    **dict.fromkeys(_INS, RunReader._inserted),
    **dict.fromkeys(_DEL, RunReader._deleted),
    **dict.fromkeys(_FIXED, RunReader._fixed),
    **dict.fromkeys(_DRAWINGS, RunReader._drawing),
    **dict.fromkeys(_NOTE_REFERENCES, RunReader._reference),
    **dict.fromkeys(_SILENT, RunReader._silent),
}
