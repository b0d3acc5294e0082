"""Word 97-2003 documents written as the XML of newer ones, so that one reader reads both.

Conventions: only what a reader of answers asks for is written: text and tables, runs with their marks,
form fields with their state, text boxes at their anchors, pictures as empty pictures.
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from hrdocs.tools.word97 import Paragraph, Stretch, Word97

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_TYPES = (
    f'<Types xmlns="{_PACKAGES}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGES}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_MORE = (
    f'<Relationships xmlns="{_PACKAGES}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/styles"'
    ' Target="styles.xml"/></Relationships>'
)
_BEGIN, _MIDDLE, _END = "\x13", "\x14", "\x15"
_PICTURE, _SHAPE = "\x01", "\x08"
_BREAKS = {"\x0b": "<w:br/>", "\t": "<w:tab/>", "\x1e": "<w:noBreakHyphen/>", "\x1f": ""}
_FIRST_MERGED, _MERGED, _DOWN_MERGED, _DOWN_FIRST = 0x0001, 0x0002, 0x0020, 0x0040
_MOST_DEPTH = 20
_DEFAULT = 25  # the state of a tick box that nobody has touched


def write_docx(document: Word97) -> bytes:
    """The document as a Word file of the newer kind."""
    out = io.BytesIO()
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in range(1, 10)
    )
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/_rels/document.xml.rels", _MORE)
        archive.writestr("word/styles.xml", f"<w:styles {_NAMES}>{styles}</w:styles>")
        archive.writestr("word/document.xml", _Writer(document).document())
    return out.getvalue()


class _Writer:
    def __init__(self, document: Word97) -> None:
        self._document = document
        self._data = document.data
        self._in_code: list[bool] = []  # per open field whether its code is being read
        self._open_boxes = 0

    def document(self) -> str:
        main = [p for p in self._document.paragraphs if p.end < self._document.note_end]
        body = "".join(self._blocks(main, 1))
        return _clean(f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")

    def _blocks(self, paragraphs: Sequence[Paragraph], level: int) -> Iterator[str]:
        """Paragraphs and tables; a table's paragraphs stand together at its depth or deeper."""
        at = 0
        while at < len(paragraphs):
            if paragraphs[at].depth < level or level > _MOST_DEPTH:
                yield self._paragraph(paragraphs[at])
                at += 1
                continue
            end = at
            while end < len(paragraphs) and paragraphs[end].depth >= level:
                end += 1
            yield self._table(paragraphs[at:end], level)
            at = end

    def _table(self, paragraphs: Sequence[Paragraph], level: int) -> str:
        rows = _rows(paragraphs, level)
        edges = sorted({edge for _, end in rows if end for edge in end.edges})
        written = "".join(self._row(cells, end, edges, level) for cells, end in rows)
        return f"<w:tbl>{written}</w:tbl>"

    def _row(
        self, cells: Sequence[Sequence[Paragraph]], end: Paragraph | None, edges: Sequence[int], level: int
    ) -> str:
        out: list[str] = []
        own = end.edges if end and len(end.edges) == len(cells) + 1 else ()
        for number, cell in enumerate(cells):
            flags = end.merged[number] if end and number < len(end.merged) else 0
            shape = ""
            if own:
                span = sum(own[number] < edge <= own[number + 1] for edge in edges)
                shape += f'<w:gridSpan w:val="{max(1, span)}"/>'
            if flags & _MERGED and not flags & _FIRST_MERGED:
                shape += '<w:hMerge w:val="continue"/>'
            if flags & (_DOWN_FIRST | _DOWN_MERGED):
                shape += f'<w:vMerge w:val="{"restart" if flags & _DOWN_FIRST else "continue"}"/>'
            inner = "".join(self._blocks(cell, level + 1))
            out.append(f"<w:tc><w:tcPr>{shape}</w:tcPr>{inner}</w:tc>")
        return f"<w:tr>{''.join(out)}</w:tr>" if out else ""

    def _paragraph(self, one: Paragraph) -> str:
        style = f'<w:pPr><w:pStyle w:val="Heading{one.heading}"/></w:pPr>' if one.heading else ""
        runs = "".join(self._stretch(s, one) for s in _placed(one))
        return f"<w:p>{style}{runs}</w:p>"

    def _stretch(self, placed: tuple[int, Stretch], one: Paragraph) -> str:
        at, stretch = placed
        if stretch.symbol is not None:
            inner = f'<w:sym w:font="Wingdings" w:char="{stretch.symbol:04X}"/>' * len(stretch.text)
            return _run(stretch, inner)
        out: list[str] = []
        text: list[str] = []
        for offset, character in enumerate(stretch.text):
            special = self._special(character, stretch, at + offset, one)
            if special is None:
                text.append(escape(character) if character >= " " else _BREAKS.get(character, ""))
                if character in _BREAKS:
                    text[-1] = f'</w:t>{_BREAKS[character]}<w:t xml:space="preserve">'
                continue
            out += [self._text(stretch, text), special]
            text = []
            self._turn(character)
        return "".join([*out, self._text(stretch, text)])

    def _turn(self, character: str) -> None:
        """Keep count of the fields that a character begins, turns to their result or ends."""
        if character == _BEGIN:
            self._in_code.append(True)
        elif character == _MIDDLE and self._in_code:
            self._in_code[-1] = False
        elif character == _END and self._in_code:
            self._in_code.pop()

    def _text(self, stretch: Stretch, text: Sequence[str]) -> str:
        if not text:
            return ""
        if any(self._in_code):
            return f'<w:r><w:instrText xml:space="preserve">{_TAG.sub("", "".join(text))}</w:instrText></w:r>'
        return _run(stretch, f'<w:t xml:space="preserve">{"".join(text)}</w:t>')

    def _special(self, character: str, stretch: Stretch, place: int, one: Paragraph) -> str | None:
        """A character that stands for something: a field's border, a picture, a shape."""
        if character == _BEGIN:
            state = self._field_state(one, place)
            return _run(stretch, f'<w:fldChar w:fldCharType="begin">{state}</w:fldChar>')
        if character == _MIDDLE:
            return _run(stretch, '<w:fldChar w:fldCharType="separate"/>')
        if character == _END:
            return _run(stretch, '<w:fldChar w:fldCharType="end"/>')
        if character == _PICTURE and stretch.special:
            is_picture = stretch.data is not None and not stretch.is_field_data and not any(self._in_code)
            return _run(stretch, _PICTURE_XML) if is_picture else ""
        if character == _SHAPE and stretch.special:
            return self._shape(stretch, place)
        return None

    def _shape(self, stretch: Stretch, place: int) -> str:
        box = self._document.boxes.get(place)
        if box is not None and self._open_boxes > 3:
            return ""
        if box is None:
            return _run(stretch, _PICTURE_XML) if place in self._document.anchors else ""
        inner = [p for p in self._document.paragraphs if box[0] <= p.start and p.end < box[1]]
        self._open_boxes += 1
        content = "".join(self._blocks(inner, 1))
        self._open_boxes -= 1
        shape = f"<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
        return _run(stretch, f"<w:pict>{shape}</w:pict>")

    def _field_state(self, one: Paragraph, place: int) -> str:
        """What a form field of the old kind holds: whether it is ticked, which option is chosen."""
        for at, stretch in _placed(one):
            if at <= place or stretch.data is None or not stretch.is_field_data:
                if at > place and any(c in stretch.text for c in (_MIDDLE, _END)):
                    return ""
                continue
            try:
                return read_field_state(self._data, stretch.data)
            except (struct.error, IndexError, UnicodeDecodeError):
                return ""
        return ""


_TAG = re.compile(r"<[^>]*>")


def _clean(xml: str) -> str:
    """The XML with pairs of surrogates joined and without characters that XML cannot hold."""
    if _PAIRED.search(xml):
        xml = xml.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NOT_XML.sub("", xml)


_PAIRED = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PICTURE_XML = '<w:pict><v:shape><v:imagedata r:id="rId99"/></v:shape></w:pict>'


def _placed(one: Paragraph) -> Iterator[tuple[int, Stretch]]:
    at = one.start
    for stretch in one.stretches:
        yield at, stretch
        at += len(stretch.text)


def _run(stretch: Stretch, inner: str) -> str:
    told = "".join(
        f"<w:{name}/>"
        for name, on in (("b", stretch.bold), ("strike", stretch.struck), ("vanish", stretch.hidden))
        if on
    )
    run = f"<w:r>{f'<w:rPr>{told}</w:rPr>' if told else ''}{inner}</w:r>"
    if stretch.deleted:
        deleted = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f'<w:del w:id="1" w:author="">{deleted}</w:del>'
    return run


def _rows(
    paragraphs: Sequence[Paragraph], level: int
) -> list[tuple[list[list[Paragraph]], Paragraph | None]]:
    """The rows of a table: its cells' paragraphs, and the mark that ends the row."""
    rows: list[tuple[list[list[Paragraph]], Paragraph | None]] = []
    cells: list[list[Paragraph]] = []
    cell: list[Paragraph] = []
    for one in paragraphs:
        if one.depth == level and one.ends_row:
            rows.append((cells, one))
            cells, cell = [], []
            continue
        cell.append(one)
        if one.depth == level and one.ends_cell:
            cells.append(cell)
            cell = []
    if cell:
        cells.append(cell)
    if cells:
        rows.append((cells, None))
    return rows


def read_field_state(data: bytes, at: int) -> str:
    """A form field's data as the `ffData` of newer files; "" where there is none."""
    header = struct.unpack_from("<H", data, at + 4)[0]
    at += header
    version, bits, _ = struct.unpack_from("<IHH", data, at)
    if version != 0xFFFFFFFF:
        return ""
    kind, result = bits & 3, (bits >> 2) & 31
    name, at = _string(data, at + 10)
    if kind == 0:
        _, at = _string(data, at)
        return f"<w:ffData><w:name w:val={quoteattr(name)}/><w:textInput/></w:ffData>"
    default = struct.unpack_from("<H", data, at)[0]
    at += 2
    for _ in range(5):
        _, at = _string(data, at)
    if kind == 2:
        options = list(_options(data, at))
        chosen = default if result == _DEFAULT else result
        listed = "".join(f"<w:listEntry w:val={quoteattr(o)}/>" for o in options)
        inner = f'<w:ddList><w:result w:val="{chosen}"/>{listed}</w:ddList>'
        return f"<w:ffData><w:name w:val={quoteattr(name)}/>{inner}</w:ffData>"
    on = default if result == _DEFAULT else result
    return (
        f"<w:ffData><w:name w:val={quoteattr(name)}/><w:checkBox><w:sizeAuto/>"
        f'<w:default w:val="{int(bool(on))}"/></w:checkBox></w:ffData>'
    )


def _string(data: bytes, at: int) -> tuple[str, int]:
    """A counted string with a closing zero, and the place behind it."""
    length = struct.unpack_from("<H", data, at)[0]
    end = at + 2 + 2 * length
    return data[at + 2 : end].decode("utf-16-le"), end + 2


def _options(data: bytes, at: int) -> Iterator[str]:
    count = struct.unpack_from("<H", data, at + 2)[0]
    at += 6
    for _ in range(min(count, 200)):
        length = struct.unpack_from("<H", data, at)[0]
        yield data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        at += 2 + 2 * length
