"""A case as one PDF: an index with page numbers, the timeline, originals and letters, each bookmarked.

Originals come from anywhere: each is converted by itself, in a child or in LibreOffice with a profile of
its own. One that cannot be shown as pages is named in the index; the zip holds it as it came. Drafts are
no part of it.
"""

import datetime as dt
import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdocs.desk.bundle import checked_file, format_timeline
from hrdocs.desk.cases import Opened
from hrdocs.desk.reading import open_guard
from hrdocs.errors import InputError
from hrdocs.letters.pdf import render_pdfs
from hrdocs.tools.guard import Guard
from hrdocs.tools.pdf_joining import count_pages, join_pdfs, rewrite_pdf
from hrdocs.tools.soffice import convert
from hrdocs.workspace import Workspace, digest

_CONVERTED = (
    ".docx",
    ".doc",
    ".docm",
    ".dotx",
    ".odt",
    ".rtf",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".txt",
)
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Part:
    """One document of the bundle; without `pdf` it cannot be shown, and `why` says so."""

    title: str
    sha256: str
    pdf: bytes | None
    why: str = ""


def render_bundle_pdf(opened: Opened, workspace: Workspace, *, now: dt.datetime) -> bytes:
    """The case as one PDF.

    Raises:
        UnavailableError: LibreOffice is not installed.
        RegisterError: a file is missing or is not the one that was filed.
    """
    case = opened.case
    timeline = _text_file("Timeline", format_timeline(case, opened).splitlines(), now)
    letters = [letter for letter in case.letters if letter.issued is not None]
    papers = [timeline, *(checked_file(workspace, x.path, x.sha256) for x in letters)]
    made = render_pdfs(papers)
    with open_guard() as guard:
        originals = [
            _original(checked_file(workspace, o.path, o.sha256), Path(o.path).name, o.title, guard)
            for o in case.originals
        ]
    parts = [
        _Part("Timeline", digest(timeline), made[0]),
        *originals,
        *(
            _Part(f"Letter: {x.kind} to {x.to}, {x.on.isoformat()}", x.sha256, pdf)
            for x, pdf in zip(letters, made[1:], strict=True)
        ),
    ]
    title = f"Case {case.ref}"
    shown = [(part.title, part.pdf) for part in parts if part.pdf is not None]
    return join_pdfs([("Index", _index(title, parts, now)), *shown], title=title)


def _original(data: bytes, name: str, title: str, guard: Guard) -> _Part:
    """An original's pages, or why there are none. The file's own name is part of the title."""
    said, ending = f"{title}: {name}", Path(name).suffix.lower()
    try:
        if data.startswith(b"%PDF"):
            return _Part(said, digest(data), guard.call(name, rewrite_pdf, data, name=name))
        if ending in _CONVERTED:
            with tempfile.TemporaryDirectory(prefix="hrdocs-bundle-") as folder:
                source = Path(folder) / f"original{ending}"
                source.write_bytes(data)
                pdf = convert(source, "pdf", Path(folder) / "out", timeout=_SECONDS).read_bytes()
            return _Part(said, digest(data), guard.call(name, rewrite_pdf, pdf, name=name))
    except InputError as error:
        return _Part(said, digest(data), None, error.fact)
    return _Part(said, digest(data), None, "is of a kind that has no pages")


def _index(title: str, parts: Sequence[_Part], now: dt.datetime) -> bytes:
    """The index as a PDF; its own pages count, so it is laid out again where it grows."""
    own = 1
    while True:
        page, lines = own + 1, []
        for number, part in enumerate(parts, 1):
            where = (
                f"page {page}"
                if part.pdf is not None
                else f"not shown here, it {part.why}: see the zip export"
            )
            lines += [f"{number}. {part.title}: {where}", f"    SHA-256 {part.sha256}"]
            page += count_pages(part.pdf) if part.pdf is not None else 0
        made = render_pdfs([_text_file(title, lines, now)])[0]
        if count_pages(made) <= own:
            return made
        own = count_pages(made)


def _text_file(title: str, lines: Sequence[str], now: dt.datetime) -> bytes:
    """Lines under a heading as a Word file."""
    import docx

    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = now.replace(tzinfo=None)
    document.add_heading(title, 1)
    document.add_paragraph(f"Made {now:%Y-%m-%d %H:%M} UTC. Private and confidential.")
    for line in lines:
        document.add_paragraph("".join(c if c.isprintable() else " " for c in line))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
