"""A blank form as a Word document: real content controls, protected so that only they can be typed in.

The prompts are kept as building blocks too (`word/glossary`), so that Word shows a prompt again where an
answer is taken out.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from tests.make_forms.parts import Blank, Box, Item, Kind, Part, Rows, Signing, Ticks

WIDTH = 9866  # twentieths of a point between the margins of an A4 page
LABEL = 3290
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make_word(blank: Blank) -> bytes:
    """The document as bytes, the same at every run."""
    body = _Body(blank)
    document = "".join(body.write())
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
             "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(blank),
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{document}</w:body></w:document>",
        "word/styles.xml": _styles(blank),
        "word/settings.xml": _settings(),
        "word/header1.xml": f"{_HEAD}<w:hdr {_NAMES}>{_header(blank)}</w:hdr>",
        "word/footer1.xml": f"{_HEAD}<w:ftr {_NAMES}>{_footer(blank)}</w:ftr>",
        "word/glossary/document.xml": _glossary(body.prompts),
        "word/glossary/styles.xml": _styles(blank),
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
            (f"{_OFFICE}/relationships/settings", "settings.xml"),
            (f"{_OFFICE}/relationships/header", "header1.xml"),
            (f"{_OFFICE}/relationships/footer", "footer1.xml"),
            (f"{_OFFICE}/relationships/glossaryDocument", "glossary/document.xml"),
        ),
        "word/glossary/_rels/document.xml.rels": _relations((f"{_OFFICE}/relationships/styles", "styles.xml")),
    }
    return pack(files)


def pack(files: dict[str, str]) -> bytes:
    """A zip archive without the time of day in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            member = zipfile.ZipInfo(name, (2025, 10, 1, 9, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            archive.writestr(member, text.encode("utf-8"))
    return held.getvalue()


class _Body:
    """Writes the body and numbers its controls."""

    def __init__(self, blank: Blank) -> None:
        self.blank = blank
        self.prompts: list[str] = []

    def write(self) -> Iterator[str]:
        blank = self.blank
        yield _paragraph("Title", _run(blank.title))
        yield _paragraph("Subtitle", _run(blank.subtitle))
        for text in blank.intro:
            yield _paragraph("Guidance", _run(text))
        for part in blank.parts:
            yield from self._part(part)
        yield (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
            '<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1304" w:right="1020" w:bottom="1134" w:left="1020" w:header="567" w:footer="510" '
            'w:gutter="0"/></w:sectPr>'
        )

    def _part(self, part: Part) -> Iterator[str]:
        yield _paragraph("Heading1", _run(part.heading))
        for text in part.explained:
            yield _paragraph("Guidance", _run(text), keep=True)
        for number, item in enumerate(_grouped(part.items)):
            if number:
                yield _paragraph("Gap", "")
            yield self._table(item, part.heading)

    def _table(self, items: tuple[Item, ...], heading: str) -> str:
        first = items[0]
        if isinstance(first, Rows):
            widths = [WIDTH * column.share // 100 for column in first.columns]
        elif isinstance(first, Signing):
            widths = [1300, 4700, 1100, WIDTH - 7100]
        elif isinstance(first, Box) and first.stacked:
            widths = [WIDTH]
        else:
            widths = [LABEL, WIDTH - LABEL]
        rows = "".join(row for item in items for row in self._rows(item, widths))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCaption w:val={quoteattr(heading)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _rows(self, item: Item, widths: list[int]) -> Iterator[str]:
        match item:
            case Rows():
                yield _row([self._label(c.heading, "", w) for c, w in zip(item.columns, widths, strict=True)],
                           header=True)
                for number in range(1, item.count + 1):
                    boxes = [
                        Box(f"{item.id}_{number}_{column.end}", column.title_of(number), column.prompt)
                        for column in item.columns
                    ]
                    yield _row([self._answer(b, w) for b, w in zip(boxes, widths, strict=True)], height=420)
            case Signing(signed, day):
                yield _row([self._label(signed.label, "", widths[0]), self._answer(signed, widths[1]),
                            self._label(day.label, "", widths[2]), self._answer(day, widths[3])], height=760)
            case Ticks():
                yield _row([self._label(item.label, item.hint, widths[0]), self._ticks(item, widths[1])], height=480)
            case Box(stacked=True):
                yield _row([self._label(item.label, item.hint, widths[0], keep=True)], keep=True)
                yield _row([self._answer(item, widths[0])], height=int(min(item.height, 120 if item.new_page else 210) * 15))
            case Box():
                height = 420 if item.kind is Kind.LINE else int(item.height * 18)
                yield _row([self._label(item.label, item.hint, widths[0]), self._answer(item, widths[1])],
                           height=height)

    def _label(self, label: str, hint: str, width: int, *, keep: bool = False) -> str:
        lines = _paragraph("Label", _run(label), keep=keep)
        lines += "".join(_paragraph("Hint", _run(line), keep=keep) for line in hint.splitlines())
        return _cell(lines, width, self.blank.tint)

    def _answer(self, box: Box, width: int) -> str:
        return _cell(_paragraph("Answer", self._control(box)), width)

    def _control(self, box: Box) -> str:
        self.prompts.append(box.prompt)
        number = len(self.prompts)
        kind = {
            Kind.LONG: "",
            Kind.SHORT: '<w:text w:multiLine="1"/>',
            Kind.LINE: "<w:text/>",
            Kind.DAY: '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
        }[box.kind]
        title = box.label if len(box.label) <= 60 else box.label[:57].rsplit(" ", 1)[0] + " ..."
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/><w:tag w:val="{box.id}"/><w:id w:val="{41000 + number}"/>'
            f'<w:lock w:val="sdtLocked"/><w:placeholder><w:docPart w:val="Prompt{number:02d}"/></w:placeholder>'
            f'<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>'
            f'{_run(box.prompt, "PlaceholderText")}</w:sdtContent></w:sdt>'
        )

    def _ticks(self, item: Ticks, width: int) -> str:
        boxes = []
        for place, (name, words) in enumerate(item.options):
            boxes.append(
                f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(words)}/><w:tag w:val="{item.id}_{name}"/>'
                f'<w:id w:val="{42001 + place}"/><w:lock w:val="sdtLocked"/>'
                '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>'
                '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" '
                'w:hint="eastAsia"/></w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>'
                + _run(f" {words}" + ("      " if place + 1 < len(item.options) else ""))
            )
        return _cell(_paragraph("Answer", "".join(boxes)), width)


def _grouped(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """Items that share one table: boxes beside their labels; the others have one each."""
    held: list[Item] = []
    for item in items:
        beside = isinstance(item, Ticks) or (isinstance(item, Box) and not item.stacked)
        if beside:
            held.append(item)
            continue
        if held:
            yield tuple(held)
            held = []
        yield (item,)
    if held:
        yield tuple(held)


def _row(cells: list[str], *, height: int = 0, header: bool = False, keep: bool = False) -> str:
    limits = "<w:cantSplit/>" if keep or height < 1400 else ""
    limits += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    limits += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{limits}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{content}</w:tc>'


def _paragraph(style: str, content: str, *, keep: bool = False) -> str:
    more = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _header(blank: Blank) -> str:
    return _paragraph("Header", _run(blank.policy) + "<w:r><w:tab/></w:r>" + _run("Strictly confidential", "Strong"))


def _footer(blank: Blank) -> str:
    def number(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} ">{_run("1")}</w:fldSimple>'

    return _paragraph(
        "Footer",
        _run(blank.title) + "<w:r><w:tab/></w:r>" + _run("Page ") + number("PAGE") + _run(" of ") + number("NUMPAGES"),
    )


def _style(kind: str, style: str, name: str, paragraph: str = "", run: str = "", *, more: str = "") -> str:
    default = ' w:default="1"' if style == "Normal" else ""
    based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" and style != "Normal" else ""
    shape = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"{shape}{look}{more}</w:style>"
    )


def _styles(blank: Blank) -> str:
    dark = f'<w:color w:val="{blank.colour}"/>'
    grey = '<w:color w:val="44505A"/>'
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="8FA1AB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in (("top", 60), ("left", 110), ("bottom", 60), ("right", 110)))
    bar = f'<w:shd w:val="clear" w:color="auto" w:fill="{blank.colour}"/>'
    edges = "<w:pBdr>" + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{blank.colour}"/>'
        for side, space in (("top", 3), ("left", 4), ("bottom", 3), ("right", 4))
    ) + "</w:pBdr>"
    right = '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs>'
    rule = f'<w:color w:val="{blank.colour}"/>'
    styles = (
        _style("paragraph", "Normal", "Normal"),
        _style("paragraph", "Title", "Title", '<w:keepNext/><w:spacing w:before="0" w:after="40"/>', f'<w:b/>{dark}<w:sz w:val="40"/>'),
        _style("paragraph", "Subtitle", "Subtitle", '<w:spacing w:after="160"/>', f'{grey}<w:sz w:val="22"/>'),
        _style("paragraph", "Heading1", "heading 1",
               f'<w:keepNext/>{edges}{bar}<w:spacing w:before="240" w:after="130"/><w:ind w:left="85" w:right="85"/>'
               '<w:outlineLvl w:val="0"/>',
               '<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="24"/>'),
        _style("paragraph", "Guidance", "Guidance", '<w:spacing w:before="0" w:after="90"/>', '<w:sz w:val="20"/>'),
        _style("paragraph", "Label", "Label", "", '<w:b/><w:sz w:val="20"/>'),
        _style("paragraph", "Hint", "Hint", '<w:spacing w:before="40"/>', f'{grey}<w:sz w:val="18"/>'),
        _style("paragraph", "Answer", "Answer", "", '<w:sz w:val="21"/>'),
        _style("paragraph", "Gap", "Gap", '<w:spacing w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>'),
        _style("paragraph", "Header", "header", right, f'{grey}<w:sz w:val="18"/>'),
        _style("paragraph", "Footer", "footer", right, f'{grey}<w:sz w:val="18"/>'),
        _style("character", "PlaceholderText", "Placeholder Text", run='<w:color w:val="5B6770"/>'),
        _style("character", "Strong", "Strong", run=f"<w:b/>{rule}"),
        _style("table", "FormTable", "Form Table",
               more=f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"),
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return f"{_HEAD}<w:styles {_NAMES}>{defaults}{''.join(styles)}</w:styles>"


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_NAMES}><w:documentProtection w:edit="forms" w:enforcement="1"/>'
        '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def _glossary(prompts: list[str]) -> str:
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="Prompt{number:02d}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types></w:docPartPr>'
        f'<w:docPartBody><w:p>{_run(prompt, "PlaceholderText")}</w:p></w:docPartBody></w:docPart>'
        for number, prompt in enumerate(prompts, 1)
    )
    return f"{_HEAD}<w:glossaryDocument {_NAMES}><w:docParts>{parts}</w:docParts></w:glossaryDocument>"


def _core(blank: Blank) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(blank.title)}</dc:title><dc:subject>{escape(blank.policy)}</dc:subject>"
        '<dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2025-10-01T09:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )


def _relations(*relations: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/word/settings.xml": f"{_TYPE}.settings+xml",
        "/word/header1.xml": f"{_TYPE}.header+xml",
        "/word/footer1.xml": f"{_TYPE}.footer+xml",
        "/word/glossary/document.xml": f"{_TYPE}.document.glossary+xml",
        "/word/glossary/styles.xml": f"{_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
