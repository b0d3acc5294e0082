"""How an answer is typed into a Word paragraph: plainly, in many runs, into controls or fields, tracked."""

import random
from collections.abc import Callable
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = f'xmlns:w="{W}"'
Typist = Callable[[Paragraph, str, random.Random], None]


def _run(text: str, properties: str = "") -> str:
    lines = escape(text).split("\n")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _append(paragraph: Paragraph, xml: str) -> None:
    """Add sibling elements written as XML to a paragraph."""
    for child in parse_xml(f"<w:p {_NS}>{xml}</w:p>"):
        paragraph._p.append(child)


def plain(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    _append(paragraph, _run(text))


def coloured(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    _append(paragraph, _run(text, '<w:i/><w:color w:val="1F3864"/>'))


def in_runs(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    """As Word leaves a text after spelling checks and edits: cut into runs anywhere."""
    at = 0
    while at < len(text):
        step = rng.randint(1, 9)
        piece = text[at : at + step]
        _append(paragraph, _run(piece, rng.choice(("", '<w:lang w:val="en-GB"/>', "<w:i/>"))))
        if rng.random() < 0.2:
            _append(paragraph, '<w:proofErr w:type="spellStart"/>')
        at += step


def in_control(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    kind = rng.choice(("<w:text/>", "", '<w:text w:multiLine="1"/>'))
    # one control to a line: LibreOffice loses the breaks within one when it saves it as something else
    controls = (
        f'<w:sdt><w:sdtPr><w:id w:val="{rng.randint(1, 10**8)}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{_run(line)}</w:sdtContent></w:sdt>"
        for line in text.split("\n")
    )
    _append(paragraph, "<w:r><w:br/></w:r>".join(controls))


def in_field(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    """A legacy form field."""
    _append(
        paragraph,
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/><w:enabled/>'
        "<w:textInput/></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(text)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def tracked(paragraph: Paragraph, text: str, rng: random.Random) -> None:
    """Written over an older answer with changes tracked."""
    who = f'w:id="{rng.randint(1, 9999)}" w:author="Someone" w:date="2025-06-01T10:00:00Z"'
    old = rng.choice(("to follow", "see attached", "John Smyth", "12 Jan 2024"))
    cut = rng.randint(0, len(text) // 2)
    _append(
        paragraph,
        f'<w:del {who}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
        f"{_run(text[:cut]) if cut else ''}<w:ins {who}>{_run(text[cut:])}</w:ins>",
    )


TYPISTS: dict[str, Typist] = {
    "plain": plain, "runs": in_runs, "control": in_control, "field": in_field, "tracked": tracked,
    "coloured": coloured,
}  # fmt: skip


def struck(paragraph: Paragraph, chosen: str, others: tuple[str, ...]) -> None:
    """Alternatives of which those that do not apply are struck out."""
    words = [*others[:1], chosen, *others[1:]]
    parts = [_run(w, "" if w == chosen else "<w:strike/>") for w in words]
    _append(paragraph, _run(" / ").join(parts))


def boxed(paragraph: Paragraph, text: str, number: int) -> None:
    """A text box with the answer in it, as Word saves one: drawing and older fallback."""
    content = "".join(f"<w:p>{_run(line)}</w:p>" for line in text.split("\n"))
    high = 400000 + 4200 * len(text) + 200000 * text.count("\n")
    xml = f"""<w:p {_NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="{high}"/>
<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="{high}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/>
</a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>
</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:shape style="width:425pt;height:40pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>
</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    for child in parse_xml(xml):
        paragraph._p.append(child)
