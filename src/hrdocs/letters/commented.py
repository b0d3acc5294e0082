"""A copy of a template with a Word comment at each fault."""

import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from hrdocs.letters.lint import BODY, Fault, W
from hrdocs.tools.zipped import fix_zip

_AUTHOR, _INITIALS = "hrdocs", "hr"


def comment_faults(data: bytes, faults: Sequence[Fault]) -> bytes:
    """The template with its faults as comments; the same faults give the same bytes.

    Word has no comments in headers, footers and notes: what is wrong there stands at the beginning.
    """
    from docx import Document
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(data))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    if not paragraphs:
        paragraphs = [document.add_paragraph()._p]
    notes: dict[int, list[str]] = defaultdict(list)
    for fault in faults:
        at = min(fault.paragraph, len(paragraphs) - 1) if fault.part == BODY else 0
        place = "" if fault.part == BODY else f"In {fault.part.rpartition('/')[2].removesuffix('.xml')}: "
        notes[at].append(f"{place}{fault.tag}{' — ' if fault.tag else ''}{fault.message}")
    for at, texts in sorted(notes.items()):
        paragraph: Any = Paragraph(paragraphs[at], document)
        runs = paragraph.runs or [paragraph.add_run()]
        for text in texts:
            comment = document.add_comment([runs[0], runs[-1]], text, author=_AUTHOR, initials=_INITIALS)
            dated: Any = comment._comment_elm.attrib
            dated.pop(f"{W}date", None)
    out = io.BytesIO()
    document.save(out)
    return fix_zip(out.getvalue())
