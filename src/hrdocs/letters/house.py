"""The house style of letters: A4, Arial 11, a letterhead on page one, page numbers below.

Facts of the organisation are tags, so that one template serves any organisation.
"""

import datetime as dt
from itertools import pairwise
from typing import Any

# What the letter's headers and footers hold where a text does not say otherwise.
PARTS: dict[str, list[str]] = {
    "first header": [
        "**{{ organisation.name }}**",
        "{{ organisation.department }}",
        '{{ organisation.address | join(", ") }}',
        "{% if organisation.phone %}Telephone {{ organisation.phone }}{% endif %}"
        "{% if organisation.phone and organisation.email %} · {% endif %}{{ organisation.email }}",
    ],
    "header": ["{{ organisation.name }} · Private and confidential · Our reference {{ our_ref }}"],
    "first footer": ["{{ policy.title }}, {{ policy.version }} · Page <page> of <pages>"],
    "footer": ["{{ policy.title }}, {{ policy.version }} · Page <page> of <pages>"],
    "letter": [],
}

BLOCKS: dict[str, list[str]] = {
    "@address": [
        "**Private and confidential**",
        "| {{ reader.name }}",
        "{%p for line in reader.address %}",
        "| {{ line }}",
        "{%p endfor %}",
        "= Date :: {{ letter.date }}",
        "= Our reference :: {{ our_ref }}",
        "Dear {{ reader.greeting }}",
    ],
    "@sign-off": [
        "Yours sincerely",
        "| **{{ sender.name }}** // {{ sender.title }}"
        "{% if sender.phone %} // Telephone {{ sender.phone }}{% endif %}"
        "{% if sender.email %}{% if sender.phone %} · {% else %} // {% endif %}{{ sender.email }}{% endif %}",
    ],
}

FONT = "Arial"
_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # a template has no date of its own
_GAPS = {"Block": 10, "Details": 10, "List Bullet": 6}  # points after the last of its kind


def style_names(document: Any) -> dict[str | None, str]:
    """The names of the styles by the ids that paragraphs hold; a paragraph without one is Normal."""
    names: dict[str | None, str] = {style.style_id: style.name for style in document.styles}
    return {**names, None: "Normal"}


def new_document(title: str) -> Any:
    """An empty Word document in the house style."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language, properties.last_modified_by = "en-GB", ""
    properties.created = properties.modified = _LONG_AGO
    _styles(document)
    _drop_thumbnail(document)
    return document


def dress(document: Any) -> None:
    """Give the letterhead its weight and its rule, and keep together what must not part.

    A line that introduces what follows stays with it, and a signature never stands alone on a page.
    """
    from docx.shared import Pt

    paragraphs = document.sections[0].first_page_header.paragraphs
    for paragraph in paragraphs[:1]:
        for run in paragraph.runs:
            run.font.size = Pt(15)
    for paragraph in paragraphs[-1:]:
        paragraph.paragraph_format.space_after = Pt(14)
        _rule_below(paragraph)
    names = style_names(document)
    texts = [(p, p.text, names[p._p.style]) for p in document.paragraphs]
    lines = [line for line in texts if not line[1].startswith("{%p")]
    for (paragraph, text, block), (after, _, next_block) in pairwise(lines):
        if text.endswith(":") or next_block == "Closing":
            paragraph.paragraph_format.keep_with_next = True
        if block in _GAPS and next_block != block and "Heading" not in next_block:
            after.paragraph_format.space_before = Pt(_GAPS[block])
    if lines:
        lines[-1][0].paragraph_format.keep_with_next = False


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    for language in document.styles.element.iterfind(".//{*}lang"):
        language.set(qn("w:val"), "en-GB")
    normal = document.styles["Normal"]
    _font(normal, 11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.0
    normal.paragraph_format.widow_control = True
    for name, size, before in (("Heading 1", 12, 8), ("Heading 2", 11, 7)):
        style = document.styles[name]
        _font(style, size)
        style.font.bold, style.font.color.rgb = True, RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
    there = set(style_names(document).values())
    for name in ("Block", "Details", "Letterhead", "Salutation", "Closing"):
        if name not in there:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.styles[name].base_style = normal
    for name in ("Block", "Details"):
        document.styles[name].paragraph_format.space_after = Pt(0)
    block = document.styles["Block"].paragraph_format
    block.keep_with_next = block.keep_together = True
    details = document.styles["Details"].paragraph_format
    details.left_indent, details.first_line_indent = Cm(3.8), Cm(-3.8)
    details.tab_stops.add_tab_stop(Cm(3.8))
    document.styles["Closing"].paragraph_format.space_before = Pt(8)
    document.styles["Closing"].paragraph_format.space_after = Pt(24)
    document.styles["Closing"].paragraph_format.keep_with_next = True
    _font(document.styles["Letterhead"], 9)
    document.styles["Letterhead"].paragraph_format.space_after = Pt(1)
    bullets = document.styles["List Bullet"]
    bullets.paragraph_format.space_after = Pt(4)
    for spacing in bullets.element.iterfind(".//{*}contextualSpacing"):
        spacing.getparent().remove(spacing)


def _font(style: Any, size: int) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _rule_below(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "444444")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _drop_thumbnail(document: Any) -> None:
    """The library's blank brings a picture of itself; a letter has none."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
