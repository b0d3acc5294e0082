"""PDF files → Layout: form values first, then text and ruling lines, then what was typed on top.

OCR is used last, for pages whose text is missing or garbled. Boxes are as displayed; pages from 1.
"""

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from hrdocs.document import Block, Box, Finding, Layout, Place, Row, Severity
from hrdocs.errors import InputError
from hrdocs.read.acroform import PlacedEntry, differs, read_entries, read_unplaced, shown_value
from hrdocs.read.pdf_blocks import PageBlocks, Placed, page_blocks
from hrdocs.read.pdf_heads import with_running_heads
from hrdocs.read.pdf_layer import LEAST_ALIKE, compare_layer
from hrdocs.read.pdf_notes import Notes, read_notes
from hrdocs.read.pdf_quality import is_drawn, is_garbled, is_ocr_layer, is_scan, visible
from hrdocs.read.pdf_typed import typed_from, typed_page
from hrdocs.read.pdf_typewritten import without_typed_boxes
from hrdocs.read.pdf_widgets import (
    Second,
    Widget,
    form_type,
    read_widgets,
    with_appearances,
    with_button_values,
)
from hrdocs.read.scan import TOO_MUCH, Spent, read_picture
from hrdocs.tools.ocr import find_engine
from hrdocs.tools.pdf_records import Frame, Page, Seen, Word
from hrdocs.tools.pdfs import (
    MAX_PAGES,
    loaded_page,
    needs_appearances,
    open_pdf,
    page_count,
    read_loaded,
    render_page,
)

OCR_DPI = 300
_XFA = (2, 3)
_BAND = 24.0  # points; fields are looked up by the bands of the page they cross
_TICK_KINDS = (2, 3)
_TICK_TEXTS = ("\u2610", "\u2612")
_TYPED_KINDS = (4, 6)  # PDFium's numbers of fields that are typed into


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far."""

    name: str
    pages: dict[int, Page] = field(default_factory=dict)
    widgets: list[Widget] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    from_text: bool = False
    no_engine: InputError | None = None
    from_ocr: bool = False
    spent: Spent = field(default_factory=Spent)

    def has_time(self) -> bool:
        """Whether one more picture can be read in the time that a file is given."""
        return self.spent.has_time()


def read_pdf(data: bytes, *, name: str) -> Layout:
    """Read a PDF file into a Layout of kind `pdf-acroform`, `pdf-text` or `pdf-scan`.

    Raises:
        InputError: `empty`, `not-supported`, `encrypted`, `damaged`, `missing-tool` (a scan, no OCR).
    """
    with _uncollected():
        return _read_document(data, name)


def _read_document(data: bytes, name: str) -> Layout:
    """The layout of a PDF; what its pages were made of is let go of before Python's collector is back."""
    reading = _Reading(name)
    with ExitStack() as stack:
        document = stack.enter_context(open_pdf(data, name=name))
        kind = form_type(document)
        if kind:
            document.init_forms()
        _read_pages(document, _second(stack, data, name), reading)
        _refuse_pure_xfa(kind, reading)
        return _read(data, reading, kind)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python's collector of cycles at rest: a page's words are many, and none of them is in a cycle."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def _read(data: bytes, reading: _Reading, kind: int) -> Layout:
    """The layout of the pages that were read."""
    if reading.no_engine and not reading.from_text and not reading.widgets:
        raise reading.no_engine
    reading.widgets = with_button_values(reading.widgets, data)
    if any(differs(w, shown_value(w)) for w in reading.widgets) and needs_appearances(data):
        # the file itself says that what its fields show is out of date
        reading.widgets = [w._replace(shown=None) for w in reading.widgets]
    if not data.rstrip(b"\0 \r\n\t")[-1024:].count(b"%%EOF"):
        message = "The end of the file is missing: pages or answers may be lost. Ask for the file again."
        reading.findings.append(Finding("damaged", Severity.WARNING, message))
    layout = _layout(reading)
    unplaced = read_unplaced(data) if kind == 1 and not reading.widgets else []
    if unplaced:
        layout = replace(layout, kind="pdf-acroform", blocks=(*layout.blocks, *unplaced))
    return layout


def _second(stack: ExitStack, data: bytes, name: str) -> Second:
    """Opens another handle of the file with its form machinery started, once, when first asked."""
    opened: list[Any] = []

    def second() -> Any:
        if not opened:
            opened.append(stack.enter_context(open_pdf(data, name=name)))
            opened[0].init_forms()
        return opened[0]

    return second


def _read_pages(document: Any, second: Second, reading: _Reading) -> None:
    total = page_count(document)
    if total > MAX_PAGES:
        message = f"The file has {total} pages; the first {MAX_PAGES} were read."
        reading.findings.append(Finding("too-many-pages", Severity.WARNING, message))
    for number in range(1, min(total, MAX_PAGES) + 1):
        with loaded_page(document, number) as loaded:
            widgets = _read_page(document, loaded, number, second, reading)
        if widgets:
            reading.widgets += with_appearances(document, second, number, widgets)
    if not reading.pages:
        raise InputError(
            reading.name, "has no page that can be read", "Ask the sender for it again.", code="damaged"
        )


def _read_page(document: Any, loaded: Any, number: int, second: Second, reading: _Reading) -> list[Widget]:
    """Read a loaded page; its widgets."""
    if not loaded:
        message = f"Page {number} cannot be read."
        where = Place(page=number)
        reading.findings.append(Finding("unreadable-page", Severity.ERROR, message, where=where))
        return []
    page = without_typed_boxes(_readable(document, read_loaded(loaded, number), reading))
    fillable = page.annotations and document.formenv
    widgets = read_widgets(document, second, page, loaded=loaded) if fillable else []
    if page.annotations > len(widgets):
        page = _with_notes(page, read_notes(document, loaded, page), reading)
    reading.pages[number] = page
    return widgets


def _with_notes(page: Page, notes: Notes, reading: _Reading) -> Page:
    """The page with what its annotations add."""
    reading.findings += notes.findings
    return replace(
        page,
        words=(*page.words, *notes.words),
        rules=(*page.rules, *notes.struck),
        ink=(*page.ink, *notes.ink),
    )


def _readable(document: Any, page: Page, reading: _Reading) -> Page:
    """The page with the words a person sees: its own, or read by OCR where they are missing or garbled."""
    if is_ocr_layer(page):
        return _checked(document, page, reading)
    words = visible(page)
    where = Place(page=page.number)
    if len(words) < len(page.words):
        message = f"Page {page.number} holds text that cannot be seen. It was not read."
        reading.findings.append(Finding("hidden-text", Severity.NOTE, message, where=where))
        page = replace(page, words=words)
    garbled = is_garbled(page)
    if garbled or is_scan(page) or (is_drawn(page) and not words):
        scanned = _by_ocr(document, page, reading, garbled=garbled)
        if scanned is not None:
            reading.from_ocr = True
            reading.from_text = reading.from_text or bool(words and not garbled)
            return scanned
    if garbled:
        message = f"The text of page {page.number} is garbled: it is not what the page shows. Read it by eye."
        reading.findings.append(Finding("garbled-text", Severity.ERROR, message, where=where))
    reading.from_text = reading.from_text or bool(words)
    return page


def _checked(document: Any, page: Page, reading: _Reading) -> Page:
    """A page over whose text lies its picture: the picture as read by OCR, held against that text."""
    reading.from_ocr = True
    where = Place(page=page.number)
    typed = () if page.text_under_image else visible(page)
    layer = [word for word in page.words if word not in typed]
    scanned = None
    if find_engine() and reading.has_time():
        scanned = _by_ocr(document, replace(page, words=typed), reading, garbled=False)
    if scanned is None:
        message = (
            f"The text under the picture of page {page.number} is a scanner's own reading and was not checked"
            " against the picture. Compare the answers with the page."
        )
        reading.findings.append(Finding("layer-unchecked", Severity.WARNING, message, where=where))
        return page
    compared = compare_layer(layer, scanned)
    if compared.share < LEAST_ALIKE:
        message = f"The text under the picture of page {page.number} is not what it shows. It was not used."
        reading.findings.append(Finding("layer-replaced", Severity.NOTE, message, where=where))
    else:
        reading.findings += compared.findings
    return scanned


def _by_ocr(document: Any, page: Page, reading: _Reading, *, garbled: bool) -> Page | None:
    """The page as read by OCR, with its own words where it has good ones; None without an engine."""
    where = Place(page=page.number)
    if not reading.has_time():
        message = f"Page {page.number} is a picture and was not read: {TOO_MUCH}"
        reading.findings.append(Finding("too-many-pages", Severity.WARNING, message, where=where))
        return None
    started = time.monotonic()
    picture = render_page(document, page.number, dpi=OCR_DPI, annotations=False)
    try:
        scanned, findings = read_picture(picture, dpi=OCR_DPI, number=page.number, name=reading.name)
    except InputError as error:
        if error.code != "missing-tool":
            raise
        reading.no_engine = error
        message = f"Page {page.number} is a picture and was not read: {error.next_step}"
        reading.findings.append(Finding("unread-picture", Severity.ERROR, message, where=where))
        return None
    reading.findings += findings
    reading.spent.add(time.monotonic() - started)
    frame = page.frame
    turns = (frame.turns - page.turned + scanned.turned) % 4
    scanned = replace(
        scanned,
        annotations=page.annotations,
        frame=Frame(frame.left, frame.bottom, frame.right, frame.top, turns),
    )
    if garbled or turns != frame.turns or not page.words:
        return scanned
    read_anew = [w for w in scanned.words if not any(_overlap(w, own) for own in page.words)]
    return replace(scanned, words=(*page.words, *read_anew))


def _overlap(one: Word, other: Word) -> bool:
    x, y = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
    return other.x0 - 1 <= x <= other.x1 + 1 and other.top - 2 <= y <= other.bottom + 2


def _refuse_pure_xfa(kind: int, reading: _Reading) -> None:
    readable = [w for w in reading.widgets if w.kind > 1]
    if kind in _XFA and not readable:
        raise InputError(
            reading.name,
            "is an XFA form, which only Adobe Reader can show",
            "Open it in Adobe Reader and print it to PDF, then read that file.",
            code="not-supported",
        )


def _layout(reading: _Reading) -> Layout:
    pages = {number: _without_field_texts(page, reading.widgets) for number, page in reading.pages.items()}
    blocks: dict[int, PageBlocks] = {}
    table, gutter = 1, None
    for number, page in pages.items():
        blocks[number] = page_blocks(page, first_table=table, gutter=gutter)
        gutter = blocks[number].gutter
        table += sum(isinstance(p.block, Row) and p.block.place.row == 1 for p in blocks[number].placed)
    blocks = with_running_heads(blocks)
    entries, findings = read_entries(reading.widgets, blocks)
    if _is_filled_as_text(entries, pages):
        entries = []
    out: list[Block] = []
    for number, page_content in blocks.items():
        out += _merged(page_content.placed, [e for e in entries if e.page == number])
    kind = (
        "pdf-acroform"
        if entries
        else "pdf-scan"
        if reading.from_ocr and not reading.from_text
        else "pdf-text"
    )
    turned = tuple(page.turn for page in pages.values() if page.turn)
    typed = () if entries else _typed(pages, blocks)
    return Layout(
        kind,
        tuple(out),
        (*reading.findings, *findings),
        from_ocr=reading.from_ocr,
        turned=turned,
        typed=typed,
    )


def _typed(pages: dict[int, Page], blocks: dict[int, PageBlocks]) -> tuple[Block, ...]:
    """The blocks of all pages with answers drawn over print as form fields; none where there are none."""
    over = {number: typed_page(page) for number, page in pages.items()}
    if not any(over.values()):
        return ()
    out: list[Block] = []
    for number, printed in blocks.items():
        page = over[number]
        out += _merged(page.blocks.placed, page.entries) if page else (p.block for p in printed.placed)
    return tuple(out)


def _words_over(page: Page, boxes: Sequence[Box]) -> dict[int, list[int]]:
    """For each box, the words that stand in it, as indexes."""
    bands: dict[int, list[int]] = {}
    for number, box in enumerate(boxes):
        for band in range(int(box[1] // _BAND), min(int(box[3] // _BAND), int(box[1] // _BAND) + 100) + 1):
            bands.setdefault(band, []).append(number)
    found: dict[int, list[int]] = {}
    words = page.columns
    places = zip(words.x0, words.top, words.x1, words.bottom, strict=True) if bands else ()
    for index, (left, above, right, below) in enumerate(places):
        x, y = (left + right) / 2, (above + below) / 2
        for number in bands.get(int(y // _BAND), ()):
            x0, top, x1, bottom = boxes[number]
            if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
                found.setdefault(number, []).append(index)
    return found


def _without_field_texts(page: Page, widgets: Sequence[Widget]) -> Page:
    """The page without what only repeats its fields: their printed values, and squares under tick boxes."""
    here = [w for w in widgets if w.page == page.number]
    if not here:
        return page
    typed = [w for w in here if w.value and w.kind in _TYPED_KINDS]
    repeated: set[int] = set()
    for number, within in _words_over(page, [w.box for w in typed]).items():
        text = "".join(page.words[i].text for i in within)
        if "".join(text.split()) in "".join(typed[number].value.split()):
            repeated.update(within)
    ticks = [w.box for w in here if w.kind in _TICK_KINDS]
    drawn = ticks and any(word.text in _TICK_TEXTS for word in page.words)
    for within in _words_over(page, ticks).values() if drawn else ():
        repeated.update(i for i in within if page.words[i].text in _TICK_TEXTS)
    if not repeated and not (ticks and page.squares):
        return page
    words = tuple(w for i, w in enumerate(page.words) if i not in repeated)
    squares = tuple(s for s in page.squares if not any(_meet(s[0], box) for box in ticks))
    return replace(page, words=words, squares=squares)


def _meet(one: Box, other: Box) -> bool:
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] - 2 <= x <= other[2] + 2 and other[1] - 2 <= y <= other[3] + 2


def _is_filled_as_text(entries: Sequence[PlacedEntry], pages: dict[int, Page]) -> bool:
    """Whether a form's fields were all left empty and its answers typed over them."""
    if not entries or any(e.entry.value or e.entry.checked for e in entries):
        return False
    printed = typed = 0  # fields with words in them, and those whose words were drawn after the page's own
    for number, page in pages.items():
        boxes = [e.box for e in entries if e.page == number]
        start = typed_from(page)
        for within in _words_over(page, boxes).values():
            words = [i for i in within if _is_written(page.words[i])]
            printed += bool(words)
            typed += start is not None and any(i >= start for i in words)
    return typed > 1 or 3 * printed >= len(entries)


def _is_written(word: Word) -> bool:
    """Whether a word says something that is seen on the page, not only in a machine's reading of it."""
    return word.seen is Seen.YES and any(c.isalnum() for c in word.text)


def _merged(placed: Sequence[Placed], entries: Sequence[PlacedEntry]) -> list[Block]:
    """Blocks with each entry after the block it stands beside, in or under."""
    after: dict[int, list[PlacedEntry]] = {}
    boxes = [block.box for block in placed]
    for entry in entries:
        after.setdefault(_anchor(boxes, entry.box), []).append(entry)
    out: list[Block] = []
    for index in range(-1, len(placed)):
        if index >= 0:
            out.append(placed[index].block)
        here: list[PlacedEntry] = after.get(index, [])
        out += [e.entry for e in sorted(here, key=lambda e: (round(e.box[1] / 8), e.box[0]))]
    return out


def _anchor(blocks: Sequence[Box], box: Box) -> int:
    """The index of the block after which a field stands; -1 before all."""
    left, _, right, _ = box
    middle = (box[1] + box[3]) / 2
    best, lowest = -1, -1.0
    for index, (x0, top, x1, bottom) in enumerate(blocks):
        if bottom <= middle and bottom >= lowest and ((x0 < right and left < x1) or x1 <= left):
            best, lowest = index, bottom
        if top <= middle <= bottom and (x0 <= left <= x1 or x1 <= left + 4):
            level = [
                i
                for i, b in enumerate(blocks[index:], start=index)
                if b[1] <= middle <= b[3] and b[0] <= left + 4
            ]
            return level[-1] if level else index
    return best
