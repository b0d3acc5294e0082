"""PDFium's functions that are asked for every glyph, drawn object and form field.

Handles and buffers are addresses as plain numbers: that costs half of what ctypes' typed pointers do,
and a page is thousands of such calls. They are too short to let other threads in between. PDFium and the
buffers here are for one thread at a time.
"""

import ctypes
import struct
from codecs import utf_16_le_decode
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import repeat
from typing import Any, Generic, TypeVar

from hrdocs.document import Box
from hrdocs.tools.pdf_records import Frame

Call = Callable[..., Any]
Numbers = TypeVar("Numbers", bound=tuple[float, ...])
_NUMBERS = (None, ctypes.c_int, ctypes.c_uint, ctypes.c_long, ctypes.c_ulong, ctypes.c_float, ctypes.c_double)
_TEXT_BYTES = ctypes.create_string_buffer(1024)
_TEXT_SIZE = len(_TEXT_BYTES)
_TEXT_ADDRESS = ctypes.addressof(_TEXT_BYTES)
_TEXT = memoryview(_TEXT_BYTES)
_AREA = struct.Struct("=4f")


class Held(Generic[Numbers]):
    """Numbers that a function puts at `place`, or one each at `places`, and `read` gives.

    Each is four bytes long; `layout` is struct's for them. `argument` and `arguments` are the same places
    for a `quick_call`.
    """

    def __init__(self, layout: str) -> None:
        packed = struct.Struct(f"={layout}")
        unpack: Callable[[Any], Any] = packed.unpack
        self._bytes = ctypes.create_string_buffer(packed.size)
        self.place = ctypes.addressof(self._bytes)
        self.places = tuple(range(self.place, self.place + packed.size, 4))
        self.argument = ctypes.byref(self._bytes)
        self.arguments = tuple(ctypes.byref(self._bytes, at) for at in range(0, packed.size, 4))
        self.read: Callable[[], Numbers] = partial(unpack, self._bytes)

    def clear(self) -> None:
        """Put naught in their place, for a function that may fail."""
        ctypes.memset(self.place, 0, len(self._bytes))


AREA: Held[Box] = Held("4f")  # FS_RECTF: left, top, right and bottom
_AREAS = 512  # of glyphs that are asked for at once


@cache
def _areas() -> tuple[memoryview, Sequence[Any]]:
    """Room for many areas, and each one's place for a `quick_call`."""
    held = ctypes.create_string_buffer(_AREA.size * _AREAS)
    return memoryview(held), [ctypes.byref(held, _AREA.size * n) for n in range(_AREAS)]


def ask_areas(call: Call, handle: Any, indexes: Sequence[int]) -> list[Box]:
    """The area of each index, by a `quick_call`; to unpack all at once takes a quarter less time."""
    room, places = _areas()
    found: list[Box] = []
    for first in range(0, len(indexes), _AREAS):
        asked = list(map(call, repeat(handle), indexes[first : first + _AREAS], places))
        found += _AREA.iter_unpack(room[: _AREA.size * len(asked)])
    return found


@cache
def pdfium_call(name: str) -> Call:
    """One of PDFium's functions with handles as numbers (None for no handle) and keys as bytes."""
    import pypdfium2.raw as raw

    typed = getattr(raw, name)
    kinds = (typed.restype, *typed.argtypes)
    made = ctypes.PYFUNCTYPE(*(kind if kind in _NUMBERS else ctypes.c_void_p for kind in kinds))
    call: Call = made(address_of(typed))
    return call


@cache
def quick_call(name: str, result: Any = None) -> Call:
    """One of PDFium's functions for arguments made ready by `argument` or `ctypes.byref`, and small numbers.

    Called some thousand times with the same handle it costs half of what `pdfium_call` does.
    """
    import pypdfium2.raw as raw

    call: Call = ctypes.PYFUNCTYPE(result)(address_of(getattr(raw, name)))
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
    if pdfium_call("FPDFAnnot_GetRect")(note, AREA.place):
        left, top, right, bottom = AREA.read()
    box = upright.box(left, bottom, right, top)
    return box, box if displayed is None else displayed.box(left, bottom, right, top)


def ask_text(call: Call, *arguments: Any) -> str:
    """A text of PDFium in UTF-16: most fit the first buffer, a longer one is asked for again."""
    length = call(*arguments, _TEXT_ADDRESS, _TEXT_SIZE)
    if length <= 2:
        return ""
    if length <= _TEXT_SIZE:
        return utf_16_le_decode(_TEXT[: length - 2], "replace", True)[0]
    buffer = ctypes.create_string_buffer(length)
    call(*arguments, ctypes.addressof(buffer), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
