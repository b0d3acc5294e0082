"""What a letter must not carry when it goes out: comments, tracked changes, hidden words, other files.

A picture or template that stands elsewhere is fetched when the letter is opened, which tells that it was. An
embedded workbook holds what no proof of the letter reads.
"""

import io
import re
import zipfile

from hrdocs.errors import LetterError

_MARKS = (
    ("comments", re.compile(rb"<w:comment\b")),
    ("tracked changes", re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*w:id=")),
    ("hidden words", re.compile(rb"<w:vanish(?:\s*/>|\s+w:val=\"(?:1|true|on)\")")),
)
_EMBEDDED = re.compile(r"word/(?:embeddings|activeX|charts|diagrams)/.+|.*vbaProject\.bin")
_READ = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def find_marks(docx: bytes) -> tuple[str, ...]:
    """Which of them the file has, in words.

    Raises: LetterError where the file is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            names = package.namelist()
            parts = [package.read(name) for name in names if _READ.fullmatch(name)]
    except zipfile.BadZipFile as error:
        raise LetterError("letter", "is not a Word file that can be read", "Make the letter again.",
                          code="not-a-letter") from error  # fmt: skip
    found = [words for words, mark in _MARKS if any(mark.search(part) for part in parts)]
    found += ["embedded files"] if any(_EMBEDDED.fullmatch(name) for name in names) else []
    found += [f"a link that is fetched when it is opened: {target}" for target in find_fetched(docx)]
    return tuple(found)


def find_fetched(docx: bytes) -> tuple[str, ...]:
    """What Word fetches from elsewhere when the file is opened: linked pictures, objects and templates.

    Links that a reader may follow are none of it.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    out: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            if not name.endswith(".rels") or b"External" not in (data := package.read(name)):
                continue
            rows = etree.fromstring(data, parser)
            out += [
                str(row.get("Target"))
                for row in rows
                if row.get("TargetMode") == "External" and not str(row.get("Type")).endswith("/hyperlink")
            ]
    return tuple(out)
