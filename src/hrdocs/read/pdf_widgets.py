"""The form widgets of a PDF as PDFium knows them: names, values, looks and places.

Two handles of one file are used: PDFium's form machinery may redraw fields when it loads a page, so
what the file itself shows is read through a handle that never met that machinery.
"""

import ctypes
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import Any, NamedTuple

from hrdocs.document import Box
from hrdocs.tools.pdf_calls import address_of, ask_text, note_boxes, page_notes, pdfium_call
from hrdocs.tools.pdf_records import Page
from hrdocs.tools.pdfs import MAX_GLYPHS, field_values, loaded_page, page_frame

Second = Callable[[], Any]
MAX_WIDGETS = 5_000
_WIDGET = 20
_HIDDEN_FLAGS = 2 | 32  # hidden, no view
_PRINTS = 4
_FORMAT_EVENT = 13
_TICK_GLYPHS = frozenset("48lnuH\u2713\u2714\u2717\u2718\u2715\u2716\u25cf\u25a0\u2605\u25c6")
# each way begins with a sign of its own, so that the search runs from one such sign to the next
_STRINGS = re.compile(r"\(([^()\\]*(?:\\.[^()\\]*)*)\)|<(?<!<<)([0-9A-Fa-f\s]+)>(?!>)", re.S)
_ESCAPES = re.compile(r"\\([0-7]{1,3}|.)", re.S)
_NOT_ON = ("", "Off")
_CHECKBOX, _RADIO, _COMBO, _LIST, _TEXT, _SIGNATURE = 2, 3, 4, 5, 6, 7


class Widget(NamedTuple):
    """One widget: `kind` is PDFium's number, `state` its drawn state, `export` the value it stands for.

    A tuple because a form has hundreds, and their making is a good part of their reading.
    """

    page: int
    box: Box  # upright, as the page's words
    displayed: Box
    name: str
    kind: int
    flags: int
    value: str
    hint: str = ""
    state: str = ""
    export: str = ""
    options: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    script: str = ""
    signed: bool = False
    own: bool = True  # the widget is a field by itself, not one of a group
    hidden: bool = False
    drawn: str = ""  # the strings that its appearance is made of
    shown: str | None = None  # the text that its appearance draws


def form_type(document: Any) -> int:
    """0 no form, 1 AcroForm, 2 full XFA, 3 XFA beside an AcroForm."""
    import pypdfium2.raw as raw

    return int(raw.FPDF_GetFormType(document.raw))


def read_widgets(
    document: Any, second: Second, page: Page, *, loaded: Any = None, appearances: bool = True
) -> list[Widget]:
    """The widgets of a page. `document` has its form machinery started; `second` gives another handle.

    `loaded` is the page of that document, if it is loaded already.
    Without `appearances` it is not told what the widgets draw: to unpack that is a third of the reading.
    Only loading a page into the machinery tells the states a button can have, and it may redraw
    fields: where that is needed the second handle is used.
    """
    with nullcontext(loaded) if loaded else loaded_page(document, page.number) as own:
        found = _widgets_of(own, document, page, appearances=appearances) if own else {}
    if _needs_states(found.values()):
        found = _with_states(second(), page.number, found)
    return list(found.values())


def _widgets_of(loaded: Any, document: Any, page: Page, *, appearances: bool) -> dict[int, Widget]:
    """The widgets of a loaded page by their places among its annotations."""
    form, subtype = address_of(document.formenv.raw), pdfium_call("FPDFAnnot_GetSubtype")
    frame = page_frame(loaded)
    turned = None if frame == page.frame else frame
    found: dict[int, Widget] = {}
    for index, note in page_notes(loaded, MAX_WIDGETS):
        if subtype(note) == _WIDGET:
            boxes = note_boxes(note, page.frame, turned)
            found[index] = _widget(form, note, (page.number, boxes), appearances=appearances)
    return found


def _needs_states(widgets: Iterable[Widget]) -> bool:
    """Whether any widget belongs to no field, or is one of several buttons, or differs from its state."""
    names: set[str] = set()
    for widget in widgets:
        if widget.kind <= 0 or widget.kind == _RADIO:
            return True
        if widget.kind == _CHECKBOX:
            same = widget.value in (widget.state, *_NOT_ON) and (widget.value or widget.state in _NOT_ON)
            if widget.name in names or not widget.own or not same:
                return True
            names.add(widget.name)
    return False


def _with_states(formed: Any, number: int, widgets: dict[int, Widget]) -> dict[int, Widget]:
    """The widgets with what the form machinery knows of a page loaded into it."""
    import pypdfium2.raw as raw

    form = address_of(formed.formenv.raw)
    complete = dict(widgets)
    with loaded_page(formed, number) as loaded:
        if not loaded:
            return widgets
        raw.FORM_OnAfterLoadPage(loaded, formed.formenv.raw)
        for index, note in page_notes(loaded, MAX_WIDGETS):
            widget = widgets.get(index)
            if widget is None:
                continue
            if widget.kind <= 0:
                anew = _widget(form, note, (number, (widget.box, widget.displayed)), appearances=False)
                widget = anew._replace(state=widget.state, drawn=widget.drawn)
            if widget.kind in (_CHECKBOX, _RADIO):
                export = ask_text(pdfium_call("FPDFAnnot_GetFormFieldExportValue"), form, note)
                widget = widget._replace(export=export)
            complete[index] = widget
        raw.FORM_OnBeforeClosePage(loaded, formed.formenv.raw)
    return complete


def _widget(form: int, note: int, place: tuple[int, tuple[Box, Box]], *, appearances: bool) -> Widget:
    call, (number, boxes) = pdfium_call, place
    kind = call("FPDFAnnot_GetFormFieldType")(form, note)
    state = ask_text(call("FPDFAnnot_GetStringValue"), note, b"AS") if kind not in (_TEXT, _SIGNATURE) else ""
    has = call("FPDFAnnot_HasKey")
    own = bool(has(note, b"T"))
    value = _value(form, note, button=own and kind in (_CHECKBOX, _RADIO)) if kind >= 0 else ""
    draws = appearances and kind in (-1, 0, _COMBO, _TEXT)
    drawn = _drawn(ask_text(call("FPDFAnnot_GetAP"), note, 0), value) if draws else ""
    if kind < 0:
        name = ask_text(call("FPDFAnnot_GetStringValue"), note, b"T")
        return Widget(number, *boxes, name, 0, 0, "", state=state, drawn=drawn, own=own)
    flags = call("FPDFAnnot_GetFlags")(note)
    options, chosen = _options(form, note) if kind in (_COMBO, _LIST) else ((), ())
    return Widget(
        page=number,
        box=boxes[0],
        displayed=boxes[1],
        name=ask_text(call("FPDFAnnot_GetFormFieldName"), form, note),
        kind=kind,
        flags=call("FPDFAnnot_GetFormFieldFlags")(form, note),
        value=value,
        hint=ask_text(call("FPDFAnnot_GetFormFieldAlternateName"), form, note),
        state=state,
        options=options,
        chosen=chosen,
        drawn=drawn,
        script=_script(form, note) if kind == _TEXT and has(note, b"AA") else "",
        signed=kind == _SIGNATURE and bool(has(note, b"V")),
        own=own,
        hidden=bool(flags & _HIDDEN_FLAGS) and not (flags & 32 and flags & _PRINTS),
    )


def _script(form: int, note: int) -> str:
    call = pdfium_call("FPDFAnnot_GetFormAdditionalActionJavaScript")
    return ask_text(call, form, note, _FORMAT_EVENT)


def _value(form: int, note: int, *, button: bool) -> str:
    """The field's value; of a button its own, for PDFium gives what it shows instead."""
    if button:
        return ask_text(pdfium_call("FPDFAnnot_GetStringValue"), note, b"V")
    return ask_text(pdfium_call("FPDFAnnot_GetFormFieldValue"), form, note)


def with_button_values(widgets: list[Widget], data: bytes) -> list[Widget]:
    """The widgets with the values of the groups they belong to, as the file holds them."""
    shared = {w.name for w in widgets if w.kind in (_CHECKBOX, _RADIO) and not w.own}
    if not shared:
        return widgets
    held = {name: value for name, (kind, value) in field_values(data).items() if kind == "Btn"}
    return [w._replace(value=held.get(w.name, "")) if w.name in shared and held else w for w in widgets]


def _drawn(appearance: str, value: str) -> str:
    """The literal strings of an appearance without white space; hexadecimal ones as they stand."""
    single = appearance.count("(") == appearance.count(")") == 1 and "<" not in appearance
    if single and f"({value})" in appearance and "\\" not in value:
        return _plain(value)  # the one string is the value, as in most fields
    found = "".join([plain or (coded and f"<{coded}>") for plain, coded in _STRINGS.findall(appearance)])
    return _plain(_ESCAPES.sub(_unescaped, found) if "\\" in found else found)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code, 8) & 0xFF) if code.isdigit() else "" if code in "rnbtf\n\r" else code


def _plain(text: str) -> str:
    return "".join(text.split())


def _options(form: int, note: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of a list's options, and of the chosen ones."""
    get_label, is_chosen = pdfium_call("FPDFAnnot_GetOptionLabel"), pdfium_call("FPDFAnnot_IsOptionSelected")
    options, chosen = [], []
    for index in range(min(max(pdfium_call("FPDFAnnot_GetOptionCount")(form, note), 0), 2_000)):
        label = ask_text(get_label, form, note, index)
        options.append(label)
        if is_chosen(form, note, index):
            chosen.append(label)
    return tuple(options), tuple(chosen)


def shown_texts(document: Any, number: int, boxes: Sequence[Box]) -> list[str] | None:
    """What the appearances on a page draw inside boxes, as displayed; None where it cannot be told.

    The page of this handle is flattened by it, so it must be the last thing read of the page.
    """
    before = _texts_in(document, number, boxes)
    if before is None or not _flatten(document, number):
        return None
    after = _texts_in(document, number, boxes)
    if after is None:
        return None
    return [_added(a, b) for a, b in zip(before, after, strict=True)]


def with_appearances(document: Any, second: Second, number: int, widgets: list[Widget]) -> list[Widget]:
    """The widgets with the text that each shows, where any of them may differ from its value.

    The page of the first handle is flattened by it, so it must be the last thing read of the page.
    """
    typed = [w for w in widgets if w.kind in (_COMBO, _TEXT) and not w.hidden]
    if all(w.drawn in ("", *map(_plain, (w.value, *w.chosen))) for w in typed):
        return widgets
    before = _page_text(document, number)
    if not _flatten(document, number):
        return widgets
    if _shows_values(_added(before, _page_text(document, number)), widgets):
        return widgets
    boxes = [w.displayed for w in typed]
    plain, both = _texts_in(second(), number, boxes), _texts_in(document, number, boxes)
    if plain is None or both is None:
        return widgets
    shown = {id(w): _added(a, b) for w, a, b in zip(typed, plain, both, strict=True)}
    return [w._replace(shown=shown.get(id(w))) for w in widgets]


def _shows_values(added: str, widgets: Sequence[Widget]) -> bool:
    """Whether flattening drew exactly the fields' values, in the order of the fields."""
    at = 0
    for widget in widgets:
        if widget.hidden:
            continue
        if widget.kind in (_CHECKBOX, _RADIO):
            at += at < len(added) and widget.state not in ("", "Off") and added[at] in _TICK_GLYPHS
            continue
        text = "".join((", ".join(widget.chosen) or widget.value).split())
        if not added.startswith(text, at):
            return False
        at += len(text)
    return at == len(added)


def _flatten(document: Any, number: int) -> bool:
    import pypdfium2.raw as raw

    with loaded_page(document, number) as page:
        return bool(page) and raw.FPDFPage_Flatten(page, 0) == 1


def _page_text(document: Any, number: int) -> str:
    import pypdfium2.raw as raw

    found = ""
    with loaded_page(document, number) as page:
        text = raw.FPDFText_LoadPage(page) if page else None
        if text:
            count = max(0, min(raw.FPDFText_CountChars(text), MAX_GLYPHS))
            buffer = (ctypes.c_ushort * (count + 1))()
            length = raw.FPDFText_GetText(text, 0, count, buffer)
            found = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "replace")
            raw.FPDFText_ClosePage(text)
    return "".join(found.split())


def _texts_in(document: Any, number: int, boxes: Sequence[Box]) -> list[str] | None:
    import pypdfium2.raw as raw

    with loaded_page(document, number) as page:
        if not page:
            return None
        frame = page_frame(page)
        text = raw.FPDFText_LoadPage(page)
        found = []
        for box in boxes:
            left, bottom, right, top = _own(frame, box)
            area = (left, top, right, bottom)
            length = raw.FPDFText_GetBoundedText(text, *area, None, 0) if text else 0
            if length <= 0:
                found.append("")
                continue
            buffer = (ctypes.c_ushort * (length + 1))()
            raw.FPDFText_GetBoundedText(text, *area, buffer, length)
            found.append(bytes(buffer)[: 2 * length].decode("utf-16-le", "replace").rstrip("\0"))
        if text:
            raw.FPDFText_ClosePage(text)
        return found


def _own(frame: Any, box: Box) -> Box:
    """A displayed box in the page's own coordinates."""
    x0, top, x1, bottom = box
    if frame.turns == 0:
        return x0 + frame.left, frame.top - bottom, x1 + frame.left, frame.top - top
    if frame.turns == 1:
        return top + frame.left, x0 + frame.bottom, bottom + frame.left, x1 + frame.bottom
    if frame.turns == 2:
        return frame.right - x1, top + frame.bottom, frame.right - x0, bottom + frame.bottom
    return frame.right - bottom, frame.top - x1, frame.right - top, frame.top - x0


def _added(before: str, after: str) -> str:
    """The text that flattening added: what stood there before comes first."""
    plain, both = "".join(before.split()), "".join(after.split())
    return both[len(plain) :] if both.startswith(plain) else both.replace(plain, "", 1)
