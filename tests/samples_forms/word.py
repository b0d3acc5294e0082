"""A form as a Word document, written as XML so that every kind of control can stand in it."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def document(*parts: str) -> bytes:
    """The file from the XML of its paragraphs and tables."""
    body = "".join(parts)
    spaces = f'xmlns:w="{W}" xmlns:w14="{W14}"'
    text = f"{_HEAD}<w:document {spaces}><w:body>{body}</w:body></w:document>"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELS),
            ("word/document.xml", text),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2025, 10, 1, 9, 0, 0)), content)
    return held.getvalue()


def run(text: str, *, bold: bool = False, size: int = 0) -> str:
    """Text; a tab or line break in it becomes one of Word's."""
    style = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{2 * size}"/>' if size else "")
    inside = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
        for piece in _pieces(text)
    )
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{inside}</w:r>" if text else ""


def _pieces(text: str) -> list[str]:
    found: list[str] = [""]
    for one in text:
        if one in "\t\n":
            found += [one, ""]
        else:
            found[-1] += one
    return [piece for piece in found if piece]


def para(*runs: str, heading: bool = False) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if heading else ""
    return f"<w:p>{style}{''.join(r if r.startswith('<') or not r else run(r) for r in runs)}</w:p>"


def heading(text: str) -> str:
    return para(run(text, bold=True, size=14), heading=True)


def cell(*paragraphs: str, span: int = 1, shaded: bool = False) -> str:
    inside = "".join(p if p.startswith(("<w:p>", "<w:tbl>")) else para(p) for p in paragraphs) or "<w:p/>"
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    tint = '<w:shd w:val="clear" w:fill="D9D9D9"/>' if shaded else ""
    return f"<w:tc><w:tcPr>{wide}{tint}</w:tcPr>{inside}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    borders = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    return f"<w:tbl>{borders}{inside}</w:tbl><w:p/>"


def control(
    value: str, *, title: str = "", prompt: str = "Click or tap here to enter text.", kind: str = "<w:text/>"
) -> str:
    """A content control inside a line, showing its prompt where it is empty."""
    showing = "" if value else "<w:showingPlcHdr/>"
    named = f"<w:alias w:val={quoteattr(title)}/>" if title else ""
    inside = f"<w:sdtContent>{run(value or prompt)}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{named}{showing}{kind}</w:sdtPr>{inside}</w:sdt>"


def choice(value: str, options: tuple[str, ...], *, title: str = "") -> str:
    items = "".join(f"<w:listItem w:displayText={quoteattr(o)} w:value={quoteattr(o)}/>" for o in options)
    return control(
        value, title=title, prompt="Choose an item.", kind=f"<w:dropDownList>{items}</w:dropDownList>"
    )


def day(value: str) -> str:
    return control(
        value,
        prompt="Click or tap to enter a date.",
        kind='<w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>',
    )


def tick(on: bool) -> str:
    """Word's tick box."""
    state = "1" if on else "0"
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☒' if on else '☐')}</w:sdtContent></w:sdt>"
    )


def _field(data: str, code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def legacy(value: str, name: str = "Text1") -> str:
    """A text field of older Word forms: five wide spaces while it is empty."""
    return _field(
        f'<w:name w:val="{name}"/><w:enabled/><w:textInput/>', "FORMTEXT", run(value or "\u2002" * 5)
    )


def legacy_tick(on: bool, name: str = "Check1") -> str:
    state = '<w:default w:val="0"/>' + ('<w:checked w:val="1"/>' if on else "")
    return _field(
        f'<w:name w:val="{name}"/><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox>',
        "FORMCHECKBOX",
        "",
    )


def legacy_choice(value: str, options: tuple[str, ...]) -> str:
    chosen = f'<w:result w:val="{options.index(value)}"/>' if value else ""
    items = "".join(f"<w:listEntry w:val={quoteattr(o)}/>" for o in options)
    return _field(
        f'<w:name w:val="Dropdown1"/><w:enabled/><w:ddList>{chosen}{items}</w:ddList>', "FORMDROPDOWN", ""
    )
