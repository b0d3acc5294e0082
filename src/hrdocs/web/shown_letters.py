"""The letters that were shown of late, for drawing their pages: that takes seconds, so only on request."""

import threading
from collections import OrderedDict
from typing import TypeVar

from hrdocs.letters.pdf import render_pdf
from hrdocs.workspace import digest

K = TypeVar("K")

_KEPT = 60


class ShownLetters:
    """The last letters that were shown, by case and digest, and their PDFs. Safe for many threads."""

    def __init__(self) -> None:
        self._letters: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._pdfs: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._drawing = threading.Lock()  # one LibreOffice at a time

    def keep(self, ref: str, docx: bytes) -> str:
        """Note that a letter was shown; the digest by which its pages are asked for."""
        sha256 = digest(docx)
        with self._lock:
            _put(self._letters, (ref, sha256), docx)
        return sha256

    def pdf(self, ref: str, sha256: str) -> bytes | None:
        """A letter as a PDF, made once; None where it was not shown of late.

        Raises:
            HrdocsError: LibreOffice is not here, or fails.
        """
        with self._lock:
            docx = self._letters.get((ref, sha256))
        return None if docx is None else self.pdf_of(docx)

    def pdf_of(self, docx: bytes) -> bytes:
        """A letter in hand as a PDF. Raises: as `pdf`."""
        sha256 = digest(docx)
        with self._drawing:
            with self._lock:
                made = self._pdfs.get(sha256)
            if made is None:
                made = render_pdf(docx)
                with self._lock:
                    _put(self._pdfs, sha256, made)
        return made


def _put(kept: OrderedDict[K, bytes], key: K, value: bytes) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _KEPT:
        kept.popitem(last=False)
