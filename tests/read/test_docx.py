"""What a Word document's XML says, shape by shape.

In the tables here `{x}` is a filled span, `<x>` a placeholder, `~x~` struck; `a | b` is a row, `[image]`
a cell with a picture, `/` an end of line inside a cell; a part other than the body stands before a colon.
"""

import io
import random
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdocs.document import PLAIN_LOOK, Block, Entry, Layout, Line, Look, Mark, Picture, Place, Row
from hrdocs.errors import InputError
from hrdocs.read.docx import read_docx

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
STYLES = f"""<?xml version="1.0"?><w:styles {SPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Our section"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="Below"/>
  <w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/></w:style>
<w:style w:type="character" w:styleId="Not"><w:name w:val="Not"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_REL = (
    '<Relationship Id="{0}" Target="{2}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{1}"/>'
)


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are further parts by the name of their relationship."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS.format(_REL.format("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    parts = {"styles": STYLES, "image": "PNG", **parts}
    files |= {f"word/{kind}.xml": text for kind, text in parts.items()}
    files["word/_rels/document.xml.rels"] = _RELS.format(
        "".join(_REL.format(kind, kind.rstrip("0123456789"), f"{kind}.xml") for kind in parts)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


SIGNS = {Mark.PLAIN: "{}", Mark.FILLED: "{{{}}}", Mark.PLACEHOLDER: "<{}>", Mark.STRUCK: "~{}~"}


def line_shown(line: Line) -> str:
    return "".join(SIGNS[s.mark].format(s.text) for s in line.spans)


def shown(block: Block) -> str:
    part = f"{block.place.part}: " if block.place.part else ""
    match block:
        case Line():
            return part + line_shown(block)
        case Row():
            cells = ["/".join(map(line_shown, c.lines)) + "[image]" * c.has_image for c in block.cells]
            return part + " | ".join(cells)
        case Picture():
            return f"{part}[picture]"
        case Entry():
            return f"{part}[entry]"


def read(body: str, **parts: str) -> Layout:
    return read_docx(word(body, **parts), name="form.docx")


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tc(*content: str, pr: str = "") -> str:
    return f"<w:tc><w:tcPr>{pr}</w:tcPr>{''.join(content)}</w:tc>"


def tr(*cells: str, pr: str = "") -> str:
    return f"<w:tr><w:trPr>{pr}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def fld(data: str, code: str, result: str | None = None) -> str:
    middle = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{middle}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="400000"/><wp:docPr descr="signature"/><a:graphic>'
    '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
TICK = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
HIDE, STRIKE = "<w:vanish/>", "<w:strike/>"

CASES: dict[str, tuple[str, list[str]]] = {
    # Text in runs
    "runs are joined": (p(r("An"), r("n "), r("O\u2019Neill")), ["Ann O\u2019Neill"]),
    "tabs and line breaks stay": (
        p("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:cr/></w:r>"),
        ["A\tB\nC\n"],
    ),
    "a no-break hyphen is a hyphen and a soft one nothing": (
        p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c\u00ad</w:t></w:r>"),
        ["a-bc"],
    ),
    "blanks at the ends of text count only where they are preserved": (
        p("<w:r><w:t>\n  Name:\n</w:t></w:r>", r(" Ann")),
        ["Name: Ann"],
    ),
    "a link's text is kept": (
        p('<w:hyperlink r:id="x">', r("a@b.example"), "</w:hyperlink>"),
        ["a@b.example"],
    ),
    "smart tags, directions and custom XML are looked into": (
        p(
            "<w:smartTag>",
            r("Belfast"),
            "</w:smartTag><w:bdo>",
            r(" x"),
            "</w:bdo><w:customXml>",
            r(" y"),
            "</w:customXml>",
        ),
        ["Belfast x y"],
    ),
    "a formula's text is kept": (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"]),
    "struck text is marked": (p(r("Yes / "), r("No", STRIKE)), ["Yes / ~No~"]),
    "twice struck text is marked": (p(r("Yes", "<w:dstrike/>"), r(" No")), ["~Yes~ No"]),
    "a style can strike": (p(r("Yes", '<w:rStyle w:val="Not"/>'), r("No")), ["~Yes~No"]),
    "a strike that is switched off is none": (p(r("Yes", '<w:strike w:val="0"/>')), ["Yes"]),
    "an old property in a tracked change of format does not count": (
        p(r("Yes", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")),
        ["Yes"],
    ),
    "hidden text is left out": (p(r("a"), r("b", HIDE)), ["a"]),
    "a style can hide": (
        '<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>' + r("x") + "</w:p>" + p(r("y")),
        ["y"],
    ),
    "a style based on itself is read": (
        '<w:p><w:pPr><w:pStyle w:val="Loop"/></w:pPr>' + r("x") + "</w:p>",
        ["x"],
    ),
    # Tracked changes and comments
    "insertions stay and deletions go": (
        p("<w:ins>", r("new"), "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
        ["new"],
    ),
    "moved text stands where it was moved to": (
        p("<w:moveFrom>", r("here"), "</w:moveFrom>") + p("<w:moveTo>", r("there"), "</w:moveTo>"),
        ["there"],
    ),
    "an insertion that was deleted again goes": (
        p("<w:ins><w:del>", r("x"), "</w:del></w:ins>", r("y")),
        ["y"],
    ),
    "a deleted end of paragraph joins two": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Jo") + "</w:p>" + p(r("an")),
        ["Joan"],
    ),
    "a comment's mark is nothing": (
        p(
            '<w:commentRangeStart w:id="0"/>',
            r("x"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        ["x"],
    ),
    # Content controls
    "a control in a line is filled": (p(r("Name: "), sdt("<w:text/>", r("Ann"))), ["Name: {Ann}"]),
    "a control around a paragraph is filled": (
        sdt("<w:richText/>", p(r("one")) + p(r("two"))),
        ["{one}", "{two}"],
    ),
    "a control without properties is filled": (
        p("<w:sdt><w:sdtContent>", r("x"), "</w:sdtContent></w:sdt>"),
        ["{x}"],
    ),
    "a prompt that shows is a placeholder": (
        p(sdt("<w:showingPlcHdr/><w:text/>", r("Click or tap here to enter text."))),
        ["<Click or tap here to enter text.>"],
    ),
    "a form's own prompt that shows is a placeholder": (
        p(sdt("<w:showingPlcHdr/>", r("Line manager"))),
        ["<Line manager>"],
    ),
    "a prompt flag that is off is none": (p(sdt('<w:showingPlcHdr w:val="0"/>', r("Ann"))), ["{Ann}"]),
    "a date control gives its text": (
        p(sdt('<w:date w:fullDate="2025-07-08T00:00:00Z"/>', r("8 July 2025"))),
        ["{8 July 2025}"],
    ),
    "a drop-down gives its text": (p(sdt("<w:dropDownList/>", r("Staff"))), ["{Staff}"]),
    "a drop-down that still asks is a placeholder": (
        p(sdt("<w:dropDownList/>", r("Choose an item."))),
        ["<Choose an item.>"],
    ),
    "a combo box that still asks is a placeholder": (p(sdt("<w:comboBox/>", r("[Select]"))), ["<[Select]>"]),
    "a ticked control is a ticked box": (p(sdt(TICK.format(1), r("\u2612")), r(" Yes")), ["{\u2612} Yes"]),
    "an empty tick control is an empty box": (p(sdt(TICK.format(0), r("\u2610")), r(" No")), ["\u2610 No"]),
    "a tick control says true in words": (p(sdt(TICK.format("true"), r("\u2612"))), ["{\u2612}"]),
    "a tick control with its own sign is a ticked box": (
        p(sdt(TICK.format(1), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')),
        ["{\u2612}"],
    ),
    "a tick control that is a paragraph is a line": (sdt(TICK.format(1), p(r("\u2612"))), ["{\u2612}"]),
    "a tick control can be a cell": (
        tbl(tr(tc(p(r("Yes"))), sdt(TICK.format(1), tc(p(r("\u2612")))))),
        ["Yes | {\u2612}"],
    ),
    "a control around a cell fills it": (
        tbl(tr(tc(p(r("Name"))), sdt("<w:text/>", tc(p(r("Ann")))))),
        ["Name | {Ann}"],
    ),
    "a control around a row leaves its labels plain": (
        tbl(sdt("<w15:repeatingSectionItem/>", tr(tc(p(r("Name"))), tc(p(sdt("<w:text/>", r("Ann"))))))),
        ["Name | {Ann}"],
    ),
    "a repeating section gives every item": (
        tbl(
            sdt(
                "<w15:repeatingSection/>",
                "".join(sdt("<w15:repeatingSectionItem/>", tr(tc(p(r(name))))) for name in ("Ann", "Ben")),
            )
        ),
        ["Ann", "Ben"],
    ),
    "a control around a table leaves its labels plain": (
        sdt("<w:richText/>", tbl(tr(tc(p(r("Name"))), tc(p(r("Ann")))))),
        ["Name | Ann"],
    ),
    "a control around controls leaves its labels plain": (
        sdt("<w:richText/>", p(r("Name: "), sdt("<w:text/>", r("Ann")))),
        ["Name: {Ann}"],
    ),
    "a lock around a form is no answer": (sdt("<w:group/>", p(r("Name:"))), ["Name:"]),
    "text locked against typing is no answer": (
        p(sdt('<w:lock w:val="sdtContentLocked"/>', r("Name:"))),
        ["Name:"],
    ),
    "a wrapper of Google Docs is no answer": (p(sdt('<w:tag w:val="goog_rdk_3"/>', r("Name:"))), ["Name:"]),
    "a standard prompt left behind as text is a placeholder": (
        p(r("Name: Click or tap here to enter text. ")),
        ["Name: <Click or tap here to enter text.> "],
    ),
    "text in the placeholder style that asks is a placeholder": (
        p(r("[your name]", '<w:rStyle w:val="Platzhaltertext"/>')),
        ["<[your name]>"],
    ),
    "a prompt in the placeholder style may be in pieces": (
        p(
            r("Name: "),
            r("Enter ", '<w:rStyle w:val="Platzhaltertext"/>'),
            r("your name", '<w:rStyle w:val="Platzhaltertext"/>'),
        ),
        ["Name: <Enter your name>"],
    ),
    "an answer typed in the placeholder style is an answer": (
        p(sdt("<w:text/>", r("Ann Boyle", '<w:rStyle w:val="Platzhaltertext"/>'))),
        ["{Ann Boyle}"],
    ),
    "a picture that a control shows as its prompt is no picture": (
        p(sdt("<w:showingPlcHdr/><w:picture/>", PICTURE), r("x")),
        ["x"],
    ),
    # Legacy form fields and other fields
    "a text field gives its result": (p(fld("<w:textInput/>", "FORMTEXT", r("An") + r("n"))), ["{Ann}"]),
    "a text field of blanks is a placeholder": (
        p(r("Name: "), fld("<w:textInput/>", "FORMTEXT", r("\u2002" * 5))),
        ["Name: <" + "\u2002" * 5 + ">"],
    ),
    "a text field that holds its default is a placeholder": (
        p(fld('<w:textInput><w:default w:val="Your name"/></w:textInput>', "FORMTEXT", r("Your name"))),
        ["<Your name>"],
    ),
    "a text field can run over paragraphs": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("one"),
        )
        + p(r("two"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" three")),
        ["{one}", "{two} three"],
    ),
    "a ticked legacy box": (
        p(fld("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX")),
        ["{\u2612}"],
    ),
    "a legacy box that was cleared": (
        p(
            fld("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "FORMCHECKBOX"),
            r(" No"),
        ),
        ["\u2610 No"],
    ),
    "a legacy box has its default": (
        p(fld("<w:checkBox><w:default w:val='1'/></w:checkBox>", "FORMCHECKBOX", "")),
        ["{\u2612}"],
    ),
    "a legacy list gives the chosen item": (
        p(
            fld(
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Staff"/>'
                '<w:listEntry w:val="Student"/></w:ddList>',
                "FORMDROPDOWN",
            )
        ),
        ["{Student}"],
    ),
    "a legacy list that still asks is a placeholder": (
        p(
            fld(
                '<w:ddList><w:listEntry w:val="Please select"/><w:listEntry w:val="Student"/></w:ddList>',
                "FORMDROPDOWN",
            )
        ),
        ["<Please select>"],
    ),
    "a field's code is no text, its result is": (p(fld("", "REF x", r("see 3"))), ["see 3"]),
    "a field in a field's code is no text": (
        p(fld("", f"IF {fld('', 'REF y', r('inner'))} = 1", r("outer"))),
        ["outer"],
    ),
    "a prompt made with a macro button is a placeholder": (
        p(fld("", "MACROBUTTON NoMacro Click and type")),
        ["<Click and type>"],
    ),
    "a simple field gives its result": (
        p('<w:fldSimple w:instr="FORMTEXT">', r("Ann"), "</w:fldSimple>"),
        ["{Ann}"],
    ),
    "a field without an end swallows nothing": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("Name: Ann")) + p(r("Date: 1 May")),
        ["Name: Ann", "Date: 1 May"],
    ),
    # Signs
    "ticks of symbol fonts": (
        p(
            *(
                f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
                for font, code in (
                    ("Wingdings", "F0FE"),
                    ("Wingdings", "F0FD"),
                    ("Wingdings", "F0A8"),
                    ("Wingdings", "F06F"),
                    ("Wingdings", "F0FC"),
                    ("Wingdings 2", "F052"),
                    ("Wingdings 2", "F0A3"),
                    ("Wingdings 2", "F050"),
                    ("Webdings", "F063"),
                )
            )
        ),
        ["\u2612\u2612\u2610\u2610\u2713\u2612\u2610\u2713\u2610"],
    ),
    "letters typed in a symbol font are signs": (
        p(r("\u00fe", '<w:rFonts w:ascii="Wingdings"/>'), r(" Yes")),
        ["\u2612 Yes"],
    ),
    "typed ticks and boxes are made one": (
        p(r("\u2611 \u2612 \u2714 \u25a1 \u2717")),
        ["\u2612 \u2612 \u2713 \u2610 \u2717"],
    ),
    # Tables
    "labels and values in cells": (tbl(tr(tc(p(r("Name"))), tc(p(r("Ann"))))), ["Name | Ann"]),
    "paragraphs in a cell stay lines, blank ones at its ends go": (
        tbl(tr(tc(p(), p(r("a")), p(), p(r("b")), p()))),
        ["a//b"],
    ),
    "a cell merged downwards is said once": (
        tbl(
            tr(tc(p(r("L")), pr='<w:vMerge w:val="restart"/>'), tc(p(r("1")))),
            tr(tc(p(), pr="<w:vMerge/>"), tc(p(r("2")))),
        ),
        ["L | 1", " | 2"],
    ),
    "a merge with nothing above it is a cell": (
        tbl(tr(tc(p(r("L")), pr="<w:vMerge/>"), tc(p(r("1"))))),
        ["L | 1"],
    ),
    "the old merge across joins cells": (
        tbl(tr(tc(p(r("L")), pr='<w:hMerge w:val="restart"/>'), tc(p(), pr="<w:hMerge/>"), tc(p(r("1"))))),
        ["L | 1"],
    ),
    "a nested table's rows follow its row": (
        tbl(
            tr(tc(p(r("Witness")), tbl(tr(tc(p(r("Name"))), tc(p(r("Cat"))))), p(r("end"))), tc(p(r("x")))),
            tr(tc(p(r("last")))),
        ),
        ["Witness/end | x", "Name | Cat", "last"],
    ),
    "a deleted row is gone and an inserted one there": (
        tbl(tr(tc(p(r("a"))), pr="<w:del/>"), tr(tc(p(r("b"))), pr="<w:ins/>")),
        ["b"],
    ),
    "a deleted cell is gone": (tbl(tr(tc(p(r("a")), pr="<w:cellDel/>"), tc(p(r("b"))))), ["b"]),
    "a hidden row is left out": (tbl(tr(tc(p(r("a"))), pr="<w:hidden/>"), tr(tc(p(r("b"))))), ["b"]),
    "an empty cell is there": (tbl(tr(tc(p(r("Name"))), tc(p()))), ["Name | "]),
    # Pictures and text boxes
    "a picture in a cell": (tbl(tr(tc(p(r("Signature"))), tc(p(PICTURE)))), ["Signature | [image]"]),
    "a picture in the text": (p(r("Signed: "), PICTURE), ["Signed: ", "[picture]"]),
    "a picture as thin as a rule is none": (p(PICTURE.replace('cy="400000"', 'cy="9000"'), r("x")), ["x"]),
    "a picture kept elsewhere is none": (p(PICTURE.replace("r:embed", "r:link"), r("x")), ["x"]),
    "an empty signature line is no signature": (
        p(
            '<w:r><w:pict><v:shape><v:imagedata r:id="image"/><o:signatureline/></v:shape></w:pict></w:r>',
            r("x"),
        ),
        ["x"],
    ),
    "an old picture is a picture": (
        p('<w:r><w:pict><v:shape><v:imagedata r:id="image"/></v:shape></w:pict></w:r>'),
        ["[picture]"],
    ),
    "a text box is read once": (p(r("Name:"), TEXT_BOX.format(p(r("Ann")))), ["Name:", "text box: Ann"]),
    "an old text box is read": (
        p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('Ann'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ),
        ["text box: Ann"],
    ),
    "a text box in a cell belongs to the cell": (
        tbl(tr(tc(p(r("Name"))), tc(p(TEXT_BOX.format(p(r("Ann"))))))),
        ["Name | Ann"],
    ),
    "a text box in a text box is read": (
        p(TEXT_BOX.format(p(TEXT_BOX.format(p(r("Ann")))))),
        ["text box: Ann"],
    ),
    "a table in a text box is rows": (
        p(TEXT_BOX.format(tbl(tr(tc(p(r("Name"))), tc(p(r("Ann"))))))),
        ["Name | Ann"],
    ),
    "an empty branch gives way to the other": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        ["x"],
    ),
    "blank paragraphs of the body are left out": (p() + p(r("a")) + p(), ["a"]),
}


@pytest.mark.parametrize("fact", CASES)
def test_shapes(fact: str) -> None:
    """Each shape reads as its name says."""
    body, expected = CASES[fact]
    assert [shown(block) for block in read(body).blocks] == expected


NOTED = {
    "tracked-changes": p("<w:ins>", r("x"), "</w:ins>"),
    "hidden-text": p(r("x", HIDE)),
    "unread-part": p(r("x")) + '<w:altChunk r:id="chunk"/>',
    "automatic-date": p(fld("", 'DATE \\@ "d MMMM yyyy"', r("8 July 2025"))),
    "damaged-field": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("x")),
    "value-differs": p(sdt(TICK.format(0), r("\u2612"))),
}


@pytest.mark.parametrize("code", NOTED)
def test_noted(code: str) -> None:
    """What is left out or doubtful is a finding, and the only one."""
    assert [f.code for f in read(NOTED[code]).findings] == [code]


def test_a_plain_document_has_no_findings() -> None:
    """A document with nothing remarkable in it has no findings."""
    assert read(p(r("x")) + tbl(tr(tc(p(r("a")))))).findings == ()


def test_unread_things_are_named() -> None:
    """Embedded objects, controls and drawings that cannot be read are named in a finding."""
    body = p(
        '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="x"/></w:object></w:r>',
        '<w:r><w:object><w:control w:name="TextBox1" r:id="y"/></w:object></w:r>',
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>',
    )
    said = " ".join(f.message for f in read(body).findings)
    assert "Excel.Sheet.12" in said
    assert "TextBox1" in said
    assert "chart" in said


def test_places() -> None:
    """Tables, rows, cells and the body's paragraphs count from 1; a nested table has a number of its own."""
    inner = tbl(tr(tc(p(r("in")))))
    body = (
        p(r("one"))
        + tbl(tr(tc(p(r("a"))), tc(p(r("b")), inner)))
        + p()
        + p(r("three"))
        + tbl(tr(tc(p(r("z")))))
    )
    places = [
        (
            b.place.paragraph,
            b.place.table,
            b.place.row,
            b.cells[-1].place.cell if isinstance(b, Row) else None,
        )
        for b in read(body).blocks
    ]
    assert places == [
        (1, None, None, None),
        (None, 1, 1, 2),
        (None, 2, 1, 1),
        (3, None, None, None),
        (None, 3, 1, 1),
    ]


def test_columns_that_a_cell_spans() -> None:
    """A cell says how many columns it spans."""
    row = read(tbl(tr(tc(p(r("a")), pr='<w:gridSpan w:val="3"/>'), tc(p(r("b")))))).blocks[0]
    assert isinstance(row, Row)
    assert [cell.span for cell in row.cells] == [3, 1]


HEADINGS = {
    "berschrift1": True,
    "Section": True,
    "Below": True,
    "Normal": False,
    "Heading2": True,
    "Unknown": False,
}


@pytest.mark.parametrize("style", HEADINGS)
def test_headings_by_style(style: str) -> None:
    """A heading is known by its style's name, outline level or ancestor, not by the style's id."""
    line = read(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{r("Part one")}</w:p>').blocks[0]
    assert isinstance(line, Line)
    assert line.heading is HEADINGS[style]


@pytest.mark.parametrize(
    ("runs", "heading"),
    [
        (r("Section 2", "<w:b/>"), True),
        (r("Section", '<w:rStyle w:val="Strong"/>') + r(" ") + r("2", "<w:b/>"), True),
        (r("Name: ", "<w:b/>") + r("Ann"), False),
        (r("Name: ", "<w:b/>") + sdt("<w:text/>", r("Ann", "<w:b/>")), False),
        (r("Not bold", '<w:b w:val="false"/>'), False),
        (r("Long and bold " * 10, "<w:b/>"), False),
    ],
)
def test_headings_by_look(runs: str, heading: bool) -> None:
    """A short line is a heading where all of it is bold and none of it typed into a control."""
    line = read(p(runs)).blocks[0]
    assert isinstance(line, Line)
    assert line.heading is heading


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        ('<w:u w:val="single"/>', Look(underlined=True)),
        ('<w:u w:val="none"/>', PLAIN_LOOK),
        ('<w:highlight w:val="yellow"/>', Look(highlighted=True)),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', Look(highlighted=True)),
        ('<w:shd w:val="clear" w:fill="auto"/>', PLAIN_LOOK),
        ('<w:color w:val="C00000"/>', Look(colour=0xC00000)),
        ('<w:color w:val="auto"/>', PLAIN_LOOK),
    ],
)
def test_words_marked_out(look: str, seen: Look) -> None:
    """A run tells how it is marked out, and stands apart from the runs beside it."""
    (line,) = read(p(r("Sex / "), r("Age", look), r(" / Race"))).blocks
    assert isinstance(line, Line)
    assert next(s.look for s in line.spans if "Age" in s.text) == seen
    assert line.text == "Sex / Age / Race"


def test_a_prompt_is_compared_with_the_one_that_the_form_stores() -> None:
    """A control marked as empty that does not show its own prompt was filled: it is read, with a doubt."""
    glossary = (
        f'<w:glossaryDocument {SPACES}><w:docParts><w:docPart><w:docPartPr><w:name w:val="P1"/></w:docPartPr>'
        f"<w:docPartBody>{p(r('Your manager'))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    )
    mark = '<w:placeholder><w:docPart w:val="P1"/></w:placeholder><w:showingPlcHdr/>'
    layout = read(p(sdt(mark, r("Your manager"))) + p(sdt(mark, r("Cat Byrne"))), glossaryDocument=glossary)
    assert [shown(b) for b in layout.blocks] == ["<Your manager>", "{Cat Byrne}"]
    assert [(f.code, f.where) for f in layout.findings] == [("value-differs", Place(paragraph=2))]


def test_prompts_in_their_style_are_known_by_the_form() -> None:
    """Text in the style of prompts is a prompt where the form stores it as one, whatever it says."""
    glossary = (
        f'<w:glossaryDocument {SPACES}><w:docParts><w:docPart><w:docPartPr><w:name w:val="P1"/></w:docPartPr>'
        f"<w:docPartBody>{p(r('Line manager'))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    )
    style = '<w:rStyle w:val="Platzhaltertext"/>'
    body = p(r("Line manager", style)) + p(r("Cat Byrne", style))
    assert [shown(b) for b in read(body, glossaryDocument=glossary).blocks] == ["<Line manager>", "Cat Byrne"]


def test_a_date_that_word_fills_in_is_shown_in_its_place() -> None:
    """A date of today's that stands beside "Date" is found with the cell that holds it."""
    cells = tc(p(r("Date"))), tc(p(fld("", 'DATE \\@ "d MMMM yyyy"', r("8 July 2025"))))
    layout = read(tbl(tr(*cells)))
    assert [shown(b) for b in layout.blocks] == ["Date | 8 July 2025"]
    assert [f.where for f in layout.findings] == [Place(table=1, row=1, cell=2)]


def test_a_picture_of_a_control_is_no_signature() -> None:
    """The picture that Word keeps of an ActiveX control does not sign a form."""
    box = '<w:object><v:shape><v:imagedata r:id="image"/></v:shape><w:control w:name="CheckBox1"/></w:object>'
    row = read(tbl(tr(tc(p(r("Signed"))), tc(p(f"<w:r>{box}</w:r>"))))).blocks[0]
    assert shown(row) == "Signed | "


PIECES = re.split("(?<=>)", "".join(body for body, _ in CASES.values()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_shuffled_shapes_are_read_or_refused(chance: random.Random) -> None:
    """Every shape of this file together, with tags lost, doubled and swapped, is read or refused."""
    start = chance.randrange(len(PIECES))
    pieces = PIECES[start : start + 400]
    for _ in range(chance.randint(0, 12)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[at] = chance.choice(["", pieces[at] * 2, pieces[other]])
    body = "".join(pieces)
    try:
        assert isinstance(read(_balanced(body)), Layout)
    except InputError as refused:
        assert refused.code in {"damaged", "too-large"}


def _balanced(body: str) -> str:
    """The tags of a torn piece of XML, closed again in their order, so that more than its syntax is tried."""
    kept: list[str] = []
    still_open: list[str] = []
    for piece in re.split("(?<=>)", body):
        for text, tag in re.findall("([^<]*)(<[^>]*>)?", piece):
            kept.append(text)
            name = tag.strip("</>").split(" ")[0]
            if tag.startswith("</"):
                while name in still_open:
                    last = still_open.pop()
                    kept.append(f"</{last}>")
                    if last == name:
                        break
            elif tag:
                kept.append(tag)
                still_open += [] if tag.endswith("/>") else [name]
    return "".join(kept) + "".join(f"</{name}>" for name in reversed(still_open))
