"""What a letter must not carry when it goes out: comments, tracked changes, hidden words."""

import io
import re
import zipfile

from hrdocs.errors import LetterError

_MARKS = (
    ("comments", re.compile(rb"<w:comment\b")),
    ("tracked changes", re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*w:id=")),
    ("hidden words", re.compile(rb"<w:vanish(?:\s*/>|\s+w:val=\"(?:1|true|on)\")")),
)
_READ = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def find_marks(docx: bytes) -> tuple[str, ...]:
    """Which of them the file has, in words.

    Raises: LetterError where the file is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            parts = [package.read(name) for name in package.namelist() if _READ.fullmatch(name)]
    except zipfile.BadZipFile as error:
        raise LetterError("letter", "is not a Word file that can be read", "Make the letter again.",
                          code="not-a-letter") from error  # fmt: skip
    return tuple(words for words, mark in _MARKS if any(mark.search(part) for part in parts))
