"""HTML, as e-mails hold it → blocks: lines and the rows of tables. Nothing is fetched or run."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hrdocs.document import Block, Cell, Line, Place, Row, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "ul", "ol", "body"}
_SKIPPED = {"script", "style", "head", "title", "template", "noscript", "s", "del", "strike"}
_SILENT = {"script", "style", "title", "template", "noscript"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def read_html(html: str) -> tuple[Block, ...]:
    """The blocks of an HTML text in reading order."""
    import lxml.etree
    import lxml.html

    if not html.strip():
        return ()
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml.html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return ()
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        return tuple(_Flat().blocks(html))  # nested too deeply for a tree: what follows would be lost
    return tuple(_Walk().blocks(root))


class _Flat(HTMLParser):
    """The text of HTML of any depth, line by line, its cells set apart by tabs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text: list[str] = []
        self._silent = 0

    def blocks(self, html: str) -> Iterator[Block]:
        self.feed(html)
        self.close()
        lines = (" ".join(line.split(" ")).strip() for line in "".join(self._text).split("\n"))
        for number, line in enumerate(filter(None, lines), 1):
            yield Line((Span(line),), Place(paragraph=number, part="body"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _SILENT
        if tag in _BREAKS or tag == "tr":
            self._text.append("\n")
        elif tag in ("td", "th"):
            self._text.append("\t")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BREAKS or tag == "tr":
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(" ".join(data.replace("\xa0", " ").split("\n")))


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
            elif tag in ("input", "option"):
                self._text.append(_entered(child))
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
        """The rows of a table; of one that only arranges others, what its cells hold."""
        rows = [
            r
            for part in (table, *table.iterchildren("thead", "tbody", "tfoot"))
            for r in part.iterchildren("tr")
        ]
        if any(next(row.iter("table"), None) is not None for row in rows):
            for cell in (c for row in rows for c in row.iterchildren("td", "th")):
                yield from self._inside(cell, heading=False)
                yield from self._flush(heading=False)
            return
        self._tables += 1
        number = self._tables
        for at, row in enumerate(rows, 1):
            cells = [child for child in row if child.tag in ("td", "th")]
            place = Place(table=number, row=at, part="body")
            yield Row(
                tuple(
                    Cell((Line((Span(_cell_text(cell)),)),), Place(table=number, row=at, cell=n, part="body"))
                    for n, cell in enumerate(cells, 1)
                ),
                place,
            )


def _entered(element: "HtmlElement") -> str:
    """What an entry of a web form shows: its tick, its text, the option chosen."""
    if element.tag == "option":
        return (element.text or "") if element.get("selected") is not None else ""
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "\u2612" if element.get("checked") is not None else "\u2610"
    return element.get("value") or "" if kind in ("text", "email", "tel", "date", "search", "url") else ""


def _cell_text(cell: "HtmlElement") -> str:
    for entry in cell.iter("input"):
        entry.tail = _entered(entry) + (entry.tail or "")
    for gone in [*cell.iter("s", "del", "strike")]:
        gone.drop_tree()
    for line_break in cell.iter("br", "p", "div"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = (" ".join(line.split()) for line in cell.text_content().replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)
