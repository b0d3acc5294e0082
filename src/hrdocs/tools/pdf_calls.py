"""PDFium's functions that are asked for every glyph, drawn object and form field.

Handles and buffers are addresses as plain numbers: that costs half of what ctypes' typed pointers do,
and a page is thousands of such calls. PDFium and the buffers here are for one thread at a time.
"""

import ctypes
import struct
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Frame

Call = Callable[..., Any]
_NUMBERS = (None, ctypes.c_int, ctypes.c_uint, ctypes.c_long, ctypes.c_ulong, ctypes.c_float, ctypes.c_double)
_TEXT_BYTES = ctypes.create_string_buffer(1024)
_TEXT_SIZE = len(_TEXT_BYTES)
_TEXT_ADDRESS = ctypes.addressof(_TEXT_BYTES)

# a function puts an area at AREA; `unpack_area(AREA_BYTES)` gives its left, top, right and bottom
AREA_BYTES = ctypes.create_string_buffer(16)
AREA = ctypes.addressof(AREA_BYTES)
AREA_ARGUMENT = ctypes.byref(AREA_BYTES)
unpack_area = struct.Struct("=4f").unpack  # FS_RECTF


@cache
def pdfium_call(name: str) -> Call:
    """One of PDFium's functions with handles as numbers (None for no handle) and keys as bytes."""
    import pypdfium2.raw as raw

    typed = getattr(raw, name)
    kinds = (typed.restype, *typed.argtypes)
    made = ctypes.CFUNCTYPE(*(kind if kind in _NUMBERS else ctypes.c_void_p for kind in kinds))
    call: Call = made(address_of(typed))
    return call


@cache
def quick_call(name: str, result: Any = None) -> Call:
    """One of PDFium's functions for arguments made ready by `argument` or `ctypes.byref`, and small numbers.

    Called some thousand times with the same handle it costs half of what `pdfium_call` does.
    """
    import pypdfium2.raw as raw

    call: Call = ctypes.CFUNCTYPE(result)(address_of(getattr(raw, name)))
    return call


def argument(handle: Any) -> Any:
    """A typed handle as an argument of a `quick_call`."""
    return ctypes.c_void_p.from_param(address_of(handle))


def address_of(handle: Any) -> int:
    """The address that a typed handle or function holds."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def page_notes(page: Any, most: int) -> Iterator[tuple[int, int]]:
    """The annotations of a loaded page with their numbers, each open until the next is asked for."""
    page = address_of(page)
    get, close = pdfium_call("FPDFPage_GetAnnot"), pdfium_call("FPDFPage_CloseAnnot")
    for index in range(min(pdfium_call("FPDFPage_GetAnnotCount")(page), most)):
        note = get(page, index)
        if note:
            yield index, note
            close(note)


def note_boxes(note: int, upright: Frame, displayed: Frame | None) -> tuple[Box, Box]:
    """Where an annotation stands, upright and as displayed; `displayed` is None where that is the same."""
    left, top, right, bottom = 0.0, 0.0, 0.0, 0.0
    if pdfium_call("FPDFAnnot_GetRect")(note, AREA):
        left, top, right, bottom = unpack_area(AREA_BYTES)
    box = upright.box(left, bottom, right, top)
    return box, box if displayed is None else displayed.box(left, bottom, right, top)


def ask_text(call: Call, *arguments: Any) -> str:
    """A text of PDFium in UTF-16: most fit the first buffer, a longer one is asked for again."""
    length = call(*arguments, _TEXT_ADDRESS, _TEXT_SIZE)
    if length <= 2:
        return ""
    if length <= _TEXT_SIZE:
        return ctypes.string_at(_TEXT_ADDRESS, length - 2).decode("utf-16-le", "replace")
    buffer = ctypes.create_string_buffer(length)
    call(*arguments, ctypes.addressof(buffer), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
