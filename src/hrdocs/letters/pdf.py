"""Letters as PDF, through LibreOffice: many letters in one call.

Only letters made here go through this profile; files from anywhere else have their own.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

_START = 60.0  # seconds for LibreOffice to start
_EACH = 5.0  # seconds for one letter, many times what it takes


def render_pdfs(letters: Sequence[bytes]) -> tuple[bytes, ...]:
    """The PDF of each finished letter, in order.

    Raises: UnavailableError where LibreOffice is not installed; InputError where it fails.
    """
    from hrdocs.tools.soffice import convert_all

    if not letters:
        return ()
    with tempfile.TemporaryDirectory(prefix="hrdocs-letters-") as folder:
        sources = [Path(folder) / f"letter-{number}.docx" for number in range(1, len(letters) + 1)]
        for source, letter in zip(sources, letters, strict=True):
            source.write_bytes(letter)
        timeout = _START + _EACH * len(letters)
        made = convert_all(sources, "pdf", Path(folder) / "pdf", timeout=timeout, reader="MS Word 2007 XML")
        return tuple(path.read_bytes() for path in made)


def render_pdf(letter: bytes) -> bytes:
    """The PDF of one finished letter. Raises: as `render_pdfs`."""
    return render_pdfs((letter,))[0]
