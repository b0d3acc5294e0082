"""The parts of a Word package that hold no answers: styles, settings, header, footer, prompts, relations."""

from xml.sax.saxutils import escape

from tests.make_forms.parts import Blank

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def format_paragraph(style: str, content: str, *, keep: bool = False) -> str:
    """A paragraph of a style; `keep` holds it on the page of the next."""
    more = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def format_run(text: str, style: str = "") -> str:
    """A run of text, in a character style where one is named."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def format_header(blank: Blank) -> str:
    """The header: the policy, and who may see the form."""
    return format_paragraph(
        "Header",
        format_run(blank.policy) + "<w:r><w:tab/></w:r>" + format_run("Strictly confidential", "Strong"),
    )


def format_footer(blank: Blank) -> str:
    """The footer: the title and the page."""

    def number(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} ">{format_run("1")}</w:fldSimple>'

    return format_paragraph(
        "Footer",
        format_run(blank.title)
        + "<w:r><w:tab/></w:r>"
        + format_run("Page ")
        + number("PAGE")
        + format_run(" of ")
        + number("NUMPAGES"),
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


def format_styles(blank: Blank) -> str:
    """The styles, in the colours of the form."""
    dark = f'<w:color w:val="{blank.colour}"/>'
    grey = '<w:color w:val="44505A"/>'
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="8FA1AB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{s} w:w="{w}" w:type="dxa"/>'
        for s, w in (("top", 60), ("left", 110), ("bottom", 60), ("right", 110))
    )
    bar = f'<w:shd w:val="clear" w:color="auto" w:fill="{blank.colour}"/>'
    edges = (
        "<w:pBdr>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{blank.colour}"/>'
            for side, space in (("top", 3), ("left", 4), ("bottom", 3), ("right", 4))
        )
        + "</w:pBdr>"
    )
    right = '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs>'
    rule = f'<w:color w:val="{blank.colour}"/>'
    styles = (
        _style("paragraph", "Normal", "Normal"),
        _style(
            "paragraph",
            "Title",
            "Title",
            '<w:keepNext/><w:spacing w:before="0" w:after="40"/>',
            f'<w:b/>{dark}<w:sz w:val="40"/>',
        ),
        _style(
            "paragraph", "Subtitle", "Subtitle", '<w:spacing w:after="160"/>', f'{grey}<w:sz w:val="22"/>'
        ),
        _style(
            "paragraph",
            "Heading1",
            "heading 1",
            f'<w:keepNext/>{edges}{bar}<w:spacing w:before="240" w:after="130"/>'
            '<w:ind w:left="85" w:right="85"/>'
            '<w:outlineLvl w:val="0"/>',
            '<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="24"/>',
        ),
        _style(
            "paragraph",
            "Guidance",
            "Guidance",
            '<w:spacing w:before="0" w:after="90"/>',
            '<w:sz w:val="20"/>',
        ),
        _style("paragraph", "Label", "Label", "", '<w:b/><w:sz w:val="20"/>'),
        _style("paragraph", "Hint", "Hint", '<w:spacing w:before="40"/>', f'{grey}<w:sz w:val="18"/>'),
        _style("paragraph", "Answer", "Answer", "", '<w:sz w:val="21"/>'),
        _style(
            "paragraph", "Gap", "Gap", '<w:spacing w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>'
        ),
        _style("paragraph", "Header", "header", right, f'{grey}<w:sz w:val="18"/>'),
        _style("paragraph", "Footer", "footer", right, f'{grey}<w:sz w:val="18"/>'),
        _style("character", "PlaceholderText", "Placeholder Text", run='<w:color w:val="5B6770"/>'),
        _style("character", "Strong", "Strong", run=f"<w:b/>{rule}"),
        _style(
            "table",
            "FormTable",
            "Form Table",
            more=f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>",
        ),
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" '
        'w:eastAsia="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"{HEAD}<w:styles {NAMES}>{defaults}{''.join(styles)}</w:styles>"


def format_settings() -> str:
    """The settings: only the controls may be typed in."""
    return (
        f'{HEAD}<w:settings {NAMES}><w:documentProtection w:edit="forms" w:enforcement="1"/>'
        '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def format_glossary(prompts: list[str]) -> str:
    """The prompts as building blocks, named `Prompt01` and so on."""
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="Prompt{number:02d}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types></w:docPartPr>'
        f"<w:docPartBody><w:p>{format_run(prompt, 'PlaceholderText')}</w:p></w:docPartBody></w:docPart>"
        for number, prompt in enumerate(prompts, 1)
    )
    return f"{HEAD}<w:glossaryDocument {NAMES}><w:docParts>{parts}</w:docParts></w:glossaryDocument>"


def format_core(blank: Blank) -> str:
    """The document properties."""
    return (
        f"{HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(blank.title)}</dc:title><dc:subject>{escape(blank.policy)}</dc:subject>"
        "<dc:language>en-GB</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2025-10-01T09:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )


def format_relations(*relations: tuple[str, str]) -> str:
    """The relations of a part, numbered `rId1` and on."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def format_content_types() -> str:
    """The kinds of all parts."""
    parts = {
        "/word/document.xml": f"{TYPE}.document.main+xml",
        "/word/styles.xml": f"{TYPE}.styles+xml",
        "/word/settings.xml": f"{TYPE}.settings+xml",
        "/word/header1.xml": f"{TYPE}.header+xml",
        "/word/footer1.xml": f"{TYPE}.footer+xml",
        "/word/glossary/document.xml": f"{TYPE}.document.glossary+xml",
        "/word/glossary/styles.xml": f"{TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
