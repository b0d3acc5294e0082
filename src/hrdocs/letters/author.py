"""Plain marked-up text to a Word template and back: how a new letter template is started.

One line is one paragraph; blank lines are for the eye only. Marks at the start of a line:
`# ` the subject of the letter, `## ` a heading, `- ` a bullet, `| ` a line of a block (address,
sign-off), `= Label :: value` a line of details. `**bold**` anywhere; ` // ` breaks a line within its
paragraph; `<page>` and `<pages>` are page numbers. A line that is a `{%p …%}` tag is a paragraph of
its own and leaves no trace in the letter. `--- NAME ---` begins a part: `first header`, `header`,
`first footer`, `footer`, `letter`; a text without parts is the letter, and gets the house's own
headers and footers. In it `@address` and `@sign-off` stand for the house's blocks.
"""

import io
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from hrdocs.letters.house import BLOCKS, PARTS, dress, new_document, style_names
from hrdocs.tools.zipped import fix_zip

_PART = re.compile(r"^--- (first header|header|first footer|footer|letter) ---$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_FIELD = re.compile(r"<(page|pages)>")
_BREAK = " // "
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_STYLES = {"# ": "Heading 1", "## ": "Heading 2", "- ": "List Bullet", "| ": "Block", "= ": "Details"}
_MARKS = {style: mark for mark, style in _STYLES.items()}


def make_template(text: str, *, title: str) -> bytes:
    """Make a Word template in the house style from marked-up text; the same text gives the same bytes."""
    document = new_document(title)
    parts = {**PARTS, **_split(text)}
    ids = {name: key for key, name in style_names(document).items()}
    for name, container in _containers(document).items():
        _write(container, parts[name], ids, letter=name == "letter")
    dress(document)
    out = io.BytesIO()
    document.save(out)
    return fix_zip(out.getvalue())


def format_template_text(template: Path | bytes) -> str:
    """The template as marked-up text; `make_template` makes the same template of it again."""
    from docx import Document

    source = io.BytesIO(template) if isinstance(template, bytes) else str(template)
    document = Document(source)
    texts = []
    names = style_names(document)
    for name, container in _containers(document).items():
        lines = list(_read(container, names))
        if lines:
            texts.append(f"--- {name} ---\n\n{_spaced(lines)}")
    return "\n\n".join(texts) + "\n"


def _split(text: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    name = "letter"
    for line in text.splitlines():
        if found := _PART.match(line.strip()):
            name = found.group(1)
            parts[name] = []
        elif line.strip() in BLOCKS:
            parts.setdefault(name, []).extend(BLOCKS[line.strip()])
        elif line.strip():
            parts.setdefault(name, []).append(line.strip())
    return parts


def _containers(document: Any) -> dict[str, Any]:
    section = next(iter(document.sections), None)
    if section is None:  # a file that no word processor wrote
        return {"letter": document}
    return {
        "first header": section.first_page_header,
        "header": section.header,
        "first footer": section.first_page_footer,
        "footer": section.footer,
        "letter": document,
    }


def _write(container: Any, lines: list[str], ids: Mapping[str, str | None], *, letter: bool) -> None:
    if not letter:
        container.is_linked_to_previous = False
    spare = None if letter else container.paragraphs[0]
    for line in lines:
        mark = next((m for m in _STYLES if line.startswith(m)), "")
        body = line[len(mark) :]
        paragraph, spare = (spare if spare is not None else container.add_paragraph()), None
        paragraph._p.style = ids[_style(mark, body, letter=letter)]
        _write_runs(paragraph, body.replace(" :: ", "\t", 1) if mark == "= " else body)


def _style(mark: str, body: str, *, letter: bool) -> str:
    if mark:
        return _STYLES[mark]
    if not letter:
        return "Letterhead"
    if body.startswith("Dear "):
        return "Salutation"
    return "Closing" if body == "Yours sincerely" else "Normal"


def _write_runs(paragraph: Any, text: str) -> None:
    for n, piece in enumerate(_BOLD.split(text)):
        for m, part in enumerate(_FIELD.split(piece)):
            if m % 2:
                _write_field(paragraph, _FIELDS[part])
            elif part:
                paragraph.add_run(part.replace(_BREAK, "\n")).bold = True if n % 2 else None


def _write_field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _read(container: Any, names: Mapping[str | None, str]) -> Iterator[str]:
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells)
        else:
            line = _read_paragraph(block, names)
            if line:
                yield line


def _read_paragraph(paragraph: Any, names: Mapping[str | None, str]) -> str:
    from docx.oxml.ns import qn

    pieces: list[tuple[str, bool]] = []
    for node in paragraph._p:
        if node.tag == qn("w:fldSimple"):
            code = str(node.get(qn("w:instr"))).split()
            name = next((k for k, v in _FIELDS.items() if code and v == code[0]), None)
            pieces.append((f"<{name}>" if name else "", False))
        elif node.tag == qn("w:r"):
            properties = node.find(qn("w:rPr"))
            bold = properties is not None and properties.find(qn("w:b")) is not None
            pieces.append((node.text.replace("\n", _BREAK), bold))
    text = ""
    for piece, bold in _joined(pieces):
        text += f"**{piece}**" if bold and piece.strip() else piece
    mark = _MARKS.get(names.get(paragraph._p.style, ""), "") if text else ""
    return mark + (text.replace("\t", " :: ", 1) if mark == "= " else text)


def _joined(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Word splits runs where nothing changes: join what looks the same."""
    out: list[tuple[str, bool]] = []
    for piece, bold in pieces:
        if out and out[-1][1] == bold:
            out[-1] = (out[-1][0] + piece, bold)
        else:
            out.append((piece, bold))
    return out


def _spaced(lines: list[str]) -> str:
    """Blank lines between paragraphs, none inside bullets, blocks and around tags."""
    out = [lines[0]]
    for before, line in pairwise(lines):
        close = line[:2] in ("- ", "| ", "= ") or line.startswith("{%p") or before.startswith("{%p")
        out.append(line if close else f"\n{line}")
    return "\n".join(out)
