"""Plain text files → a layout of lines."""

from hrdocs.document import Layout, Line, Place, Span
from hrdocs.errors import InputError


def read_text(data: bytes, *, name: str) -> Layout:
    """The lines of a text file, in UTF-8, UTF-16 or the usual Windows code page.

    Raises:
        InputError: it holds no text.
    """
    text = _decoded(data)
    lines = tuple(
        Line((Span(line.rstrip()),), Place(paragraph=number))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    )
    if not lines:
        raise InputError(name, "is empty", "Ask the sender for it again.", code="empty")
    return Layout("text", lines)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
