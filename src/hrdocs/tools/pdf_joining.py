"""Joining PDFs into one, each under a bookmark.

What comes from outside is written anew first (`rewrite_pdf`, in a child process), without scripts, forms'
actions and attachments: only its pages are taken over.
"""

import io
import logging
from collections.abc import Sequence

from hrdocs.errors import InputError


def rewrite_pdf(data: bytes, *, name: str) -> bytes:
    """The pages of a PDF as a new one.

    Raises:
        InputError: it is encrypted (`encrypted`), has no pages or cannot be read (`damaged`).
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it logs pieces of the file
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(name, "is encrypted", "Ask for it without the password.", code="encrypted")
        writer = pypdf.PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        if not writer.pages:
            raise InputError(name, "has no pages", "Ask for it again.", code="damaged")
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError) as error:
        raise InputError(name, "cannot be read as a PDF", "Ask for it again.", code="damaged") from error
    return out.getvalue()


def count_pages(data: bytes) -> int:
    """How many pages a PDF of ours has."""
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def join_pdfs(parts: Sequence[tuple[str, bytes]], *, title: str) -> bytes:
    """One PDF of several, in order, each with a bookmark of its title."""
    import pypdf

    writer = pypdf.PdfWriter()
    for name, data in parts:
        writer.append(io.BytesIO(data), outline_item=name, import_outline=False)
    writer.add_metadata({"/Title": title, "/Producer": "hrdocs"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
