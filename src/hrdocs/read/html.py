"""HTML, as e-mails hold it → blocks: lines and the rows of tables. Nothing is fetched or run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hrdocs.document import Block, Cell, Line, Place, Row, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "ul", "ol", "body"}
_SKIPPED = {"script", "style", "head", "title", "template", "noscript"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def read_html(html: str) -> tuple[Block, ...]:
    """The blocks of an HTML text in reading order."""
    import lxml.etree
    import lxml.html

    if not html.strip():
        return ()
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml.html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return ()
    return tuple(_Walk().blocks(root))


class _Walk:
    """Collects text until something ends the line."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._lines = 0
        self._tables = 0

    def blocks(self, root: "HtmlElement") -> Iterator[Block]:
        yield from self._inside(root, heading=False)
        yield from self._flush(heading=False)

    def _inside(self, element: "HtmlElement", *, heading: bool) -> Iterator[Block]:
        self._text.append(element.text or "")
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag == "table":
                yield from self._flush(heading=heading)
                yield from self._table(child)
            elif tag in _BREAKS:
                yield from self._flush(heading=heading)
                inner = heading or tag in _HEADINGS
                yield from self._inside(child, heading=inner)
                yield from self._flush(heading=inner)
            elif tag and tag not in _SKIPPED:
                yield from self._inside(child, heading=heading)
            self._text.append(child.tail or "")

    def _flush(self, *, heading: bool) -> Iterator[Block]:
        text = " ".join("".join(self._text).replace("\xa0", " ").split())
        self._text = []
        if text:
            self._lines += 1
            yield Line((Span(text),), Place(paragraph=self._lines, part="body"), heading)

    def _table(self, table: "HtmlElement") -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        for at, row in enumerate(table.iter("tr"), 1):
            cells = [child for child in row if child.tag in ("td", "th")]
            place = Place(table=number, row=at, part="body")
            yield Row(
                tuple(
                    Cell((Line((Span(_cell_text(cell)),)),), Place(table=number, row=at, cell=n, part="body"))
                    for n, cell in enumerate(cells, 1)
                ),
                place,
            )


def _cell_text(cell: "HtmlElement") -> str:
    for line_break in cell.iter("br", "p", "div"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = (" ".join(line.split()) for line in cell.text_content().replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)
