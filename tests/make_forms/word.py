"""A blank form as a Word document: real content controls, protected so that only they can be typed in.

The prompts are kept as building blocks too (`word/glossary`), so that Word shows a prompt again where an
answer is taken out.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from tests.make_forms.parts import Blank, Box, Item, Kind, Part, Rows, Signing, Ticks
from tests.make_forms.word_parts import (
    HEAD,
    NAMES,
    OFFICE,
    format_content_types,
    format_core,
    format_footer,
    format_glossary,
    format_header,
    format_paragraph,
    format_relations,
    format_run,
    format_settings,
    format_styles,
)

WIDTH = 9866  # twentieths of a point between the margins of an A4 page
LABEL = 3290


def make_word(blank: Blank) -> bytes:
    """The document as bytes, the same at every run."""
    body = _Body(blank)
    document = "".join(body.write())
    files = {
        "[Content_Types].xml": format_content_types(),
        "_rels/.rels": format_relations(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": format_core(blank),
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{document}</w:body></w:document>",
        "word/styles.xml": format_styles(blank),
        "word/settings.xml": format_settings(),
        "word/header1.xml": f"{HEAD}<w:hdr {NAMES}>{format_header(blank)}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMES}>{format_footer(blank)}</w:ftr>",
        "word/glossary/document.xml": format_glossary(body.prompts),
        "word/glossary/styles.xml": format_styles(blank),
        "word/_rels/document.xml.rels": format_relations(
            (f"{OFFICE}/relationships/styles", "styles.xml"),
            (f"{OFFICE}/relationships/settings", "settings.xml"),
            (f"{OFFICE}/relationships/header", "header1.xml"),
            (f"{OFFICE}/relationships/footer", "footer1.xml"),
            (f"{OFFICE}/relationships/glossaryDocument", "glossary/document.xml"),
        ),
        "word/glossary/_rels/document.xml.rels": format_relations(
            (f"{OFFICE}/relationships/styles", "styles.xml")
        ),
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
        yield format_paragraph("Title", format_run(blank.title))
        yield format_paragraph("Subtitle", format_run(blank.subtitle))
        for text in blank.intro:
            yield format_paragraph("Guidance", format_run(text))
        for part in blank.parts:
            yield from self._part(part)
        yield format_paragraph("Gap", "")  # Word wants a paragraph behind the last table
        yield (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
            '<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1304" w:right="1020" w:bottom="1134" w:left="1020" '
            'w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
        )

    def _part(self, part: Part) -> Iterator[str]:
        yield format_paragraph("Heading1", format_run(part.heading))
        for text in part.explained:
            yield format_paragraph("Guidance", format_run(text), keep=True)
        for number, item in enumerate(_grouped(part.items)):
            if number:
                yield format_paragraph("Gap", "")
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
                yield _row(
                    [self._label(c.heading, "", w) for c, w in zip(item.columns, widths, strict=True)],
                    header=True,
                )
                for number in range(1, item.count + 1):
                    boxes = [
                        Box(f"{item.id}_{number}_{column.end}", column.title_of(number), column.prompt)
                        for column in item.columns
                    ]
                    yield _row([self._answer(b, w) for b, w in zip(boxes, widths, strict=True)], height=420)
            case Signing(signed, day):
                yield _row(
                    [
                        self._label(signed.label, "", widths[0]),
                        self._answer(signed, widths[1]),
                        self._label(day.label, "", widths[2]),
                        self._answer(day, widths[3]),
                    ],
                    height=760,
                )
            case Ticks():
                yield _row(
                    [self._label(item.label, item.hint, widths[0]), self._ticks(item, widths[1])], height=480
                )
            case Box(stacked=True):
                yield _row([self._label(item.label, item.hint, widths[0], keep=True)], keep=True)
                yield _row(
                    [self._answer(item, widths[0])],
                    height=int(min(item.height, 120 if item.new_page else 210) * 15),
                )
            case Box():
                height = 420 if item.kind is Kind.LINE else int(item.height * 18)
                yield _row(
                    [self._label(item.label, item.hint, widths[0]), self._answer(item, widths[1])],
                    height=height,
                )

    def _label(self, label: str, hint: str, width: int, *, keep: bool = False) -> str:
        lines = format_paragraph("Label", format_run(label), keep=keep)
        lines += "".join(format_paragraph("Hint", format_run(line), keep=keep) for line in hint.splitlines())
        return _cell(lines, width, self.blank.tint)

    def _answer(self, box: Box, width: int) -> str:
        return _cell(format_paragraph("Answer", self._control(box)), width)

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
            f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/><w:tag w:val="{box.id}"/>'
            f'<w:id w:val="{41000 + number}"/><w:lock w:val="sdtLocked"/>'
            f'<w:placeholder><w:docPart w:val="Prompt{number:02d}"/></w:placeholder>'
            f"<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>"
            f"{format_run(box.prompt, 'PlaceholderText')}</w:sdtContent></w:sdt>"
        )

    def _ticks(self, item: Ticks, width: int) -> str:
        boxes = []
        for place, (name, words) in enumerate(item.options):
            boxes.append(
                f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(words)}/><w:tag w:val="{item.id}_{name}"/>'
                f'<w:id w:val="{42001 + place}"/><w:lock w:val="sdtLocked"/>'
                '<w14:checkbox><w14:checked w14:val="0"/>'
                '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
                "</w:sdtPr><w:sdtContent>"
                '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" '
                'w:hint="eastAsia"/></w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>'
                + format_run(f" {words}" + ("      " if place + 1 < len(item.options) else ""))
            )
        return _cell(format_paragraph("Answer", "".join(boxes)), width)


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
