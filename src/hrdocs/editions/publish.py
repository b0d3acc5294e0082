"""An edition of a Word document for one audience: numbered items left out, the rest as it was.

Items are found by their numbers, typed ("25.", "Question 25") or printed by Word. The others keep
theirs. Whatever still speaks of a left-out item is reported, never changed.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.editions.numbers import AutoNumber, Numbering
from hrdocs.editions.word import WordFile, paragraph_text, remove
from hrdocs.errors import InputError, LetterError
from hrdocs.tools.ooxml import W, open_package, read_texts

_TYPED = re.compile(
    r"^\s*(?:(question|faq|item|q)\s*(?:no\.?\s*)?)?(\d{1,3})(?:\s*[.):–—-]|\s|$)", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:questions?|faqs?|items?|answers?|paragraphs?|qs?)\.?\s*"
    r"(\d{1,3}(?:\s*(?:,|and|&|or|to|[-–])\s*(?:q(?:uestion)?\s*)?\d{1,3})*)",
    re.IGNORECASE,
)
_RUN_OF_WORDS = 6  # so many words in a row of a left-out item are a trace of it


@dataclass(frozen=True, slots=True)
class Published:
    """An edition: the file, the items that were left out, and what a person must look at."""

    docx: bytes
    left_out: tuple[str, ...]
    references: tuple[str, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered item: the paragraph or table row that begins it."""

    number: int
    block: Any
    auto: AutoNumber | None


def publish_edition(
    data: bytes, *, name: str, leave_out: Sequence[str], title: str, creator: str, day: dt.date
) -> Published:
    """Make an edition of a Word document without the items numbered in `leave_out`.

    Raises:
        InputError: the document cannot be read, or has no such items.
        LetterError: something of a left-out item would still stand in the edition.
    """
    file = WordFile(data, name=name)
    wanted = sorted({int(number) for number in leave_out})
    blocks = list(_blocks(file.body))
    paragraphs = list(file.body.iter(f"{W}p"))
    numbering = Numbering(file)
    autos = numbering.read(paragraphs)
    items = _find_items(blocks, autos, wanted, name)
    gone = [block for item in items if item.number in wanted for block in _span(item, items, blocks)]
    gone += _emptied_headings(blocks, gone)
    texts = [text for block in gone for text in _texts(block)]
    marks = {e.get(f"{W}name", "") for block in gone for e in block.iter(f"{W}bookmarkStart")}
    _keep_numbers(items, wanted, numbering, autos, paragraphs)
    for block in gone:
        remove(block)
    _drop_contents_lines(file.body, marks, texts)
    references = tuple(dict.fromkeys(_find_references(file, wanted, marks)))
    docx = file.write(title=title, creator=creator, day=day)
    _prove(docx, texts, [text for _, text in file.texts()], name)
    pictures = (*file.pictures(), *(f"{kind} (left out)" for kind in file.left_out))
    return Published(docx, tuple(map(str, wanted)), references, pictures)


def find_numbers(data: bytes, *, name: str) -> frozenset[int]:
    """The numbers of a document's items; none where it has no numbered items."""
    file = WordFile(data, name=name)
    paragraphs = list(file.body.iter(f"{W}p"))
    items = _find_items(list(_blocks(file.body)), Numbering(file).read(paragraphs), (), name)
    return frozenset(item.number for item in items)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and table rows in the order of the page, contents lists passed over."""
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif child.tag == f"{W}tbl":
            yield from child.iter(f"{W}tr")
        elif child.tag == f"{W}sdt":
            gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            content = child.find(f"{W}sdtContent")
            if content is not None and (gallery is None or "Contents" not in gallery.get(f"{W}val", "")):
                yield from _blocks(content)


def _find_items(
    blocks: Sequence[Any], autos: dict[Any, AutoNumber], wanted: Sequence[int], name: str
) -> list[_Item]:
    """The items of the document: the run of numbers 1, 2, 3, ... that goes on longest.

    Lists within an answer begin again at 1; the questions' own numbers go on past them.
    """
    groups: dict[tuple[str, ...], list[_Item]] = {}
    for block in blocks:
        first = block if block.tag == f"{W}p" else next(block.iter(f"{W}p"), None)
        if first is None or _is_contents_line(first):
            continue
        auto = autos.get(first)
        if auto is not None:
            key: tuple[str, ...] = ("auto", str(auto.level), block.tag)
            groups.setdefault(key, []).append(_Item(auto.value, block, auto))
        elif typed := _TYPED.match(paragraph_text(first)):
            key = ("typed", (typed[1] or "").lower(), block.tag)
            groups.setdefault(key, []).append(_Item(int(typed[2]), block, None))
    found = max((_longest_run(group) for group in groups.values()), key=len, default=[])
    missing = [str(number) for number in wanted if number not in {item.number for item in found}]
    if missing:
        seen = f"its items are numbered 1 to {found[-1].number}" if found else "it has no numbered items"
        raise InputError(
            name, f"has no item {' or '.join(missing)}: {seen}", "Check that this is the right document."
        )
    return found


def _longest_run(group: Sequence[_Item]) -> list[_Item]:
    """The items that count up one by one, what does not fit in between passed over."""
    run: list[_Item] = []
    for item in group:
        if item.number == (run[-1].number + 1 if run else 1):
            run.append(item)
    return run


def _span(item: _Item, items: Sequence[_Item], blocks: Sequence[Any]) -> Iterator[Any]:
    """The blocks of an item: up to the next item, or to a heading above it."""
    starts = {id(other.block) for other in items}
    level = _outline(item.block)
    at = next(n for n, block in enumerate(blocks) if block is item.block)
    yield item.block
    for block in blocks[at + 1 :]:
        above = _outline(block)
        if id(block) in starts or (above is not None and (level is None or above < level)):
            return
        if block.find(f"{W}pPr/{W}sectPr") is None:
            yield block


def _emptied_headings(blocks: Sequence[Any], gone: Sequence[Any]) -> list[Any]:
    """Headings with nothing left below them."""
    lost = {id(block) for block in gone}
    found = []
    for at, block in enumerate(blocks):
        level = _outline(block)
        if level is None or id(block) in lost:
            continue
        below = []
        for other in blocks[at + 1 :]:
            deeper = _outline(other)
            if deeper is not None and deeper <= level:
                break
            below.append(other)
        printed = [other for other in below if any(_texts(other))]
        if printed and all(id(other) in lost for other in printed):
            found.append(block)
    return found


def _outline(block: Any) -> int | None:
    """The level of a heading, from 1; None where the block is none."""
    style = block.find(f"{W}pPr/{W}pStyle")
    found = (
        re.fullmatch(r"(?:heading|title|berschrift)\s*(\d?)", style.get(f"{W}val", ""), re.I)
        if style is not None
        else None
    )
    if found:
        return int(found[1] or 0)
    level = block.find(f"{W}pPr/{W}outlineLvl")
    return None if level is None else int(level.get(f"{W}val", "9")) + 1


def _texts(block: Any) -> Iterator[str]:
    paragraphs = [block] if block.tag == f"{W}p" else block.iter(f"{W}p")
    for paragraph in paragraphs:
        text = paragraph_text(paragraph).strip()
        if text:
            yield text


def _keep_numbers(
    items: Sequence[_Item],
    wanted: Sequence[int],
    numbering: Numbering,
    autos: dict[Any, AutoNumber],
    paragraphs: Sequence[Any],
) -> None:
    """After each gap the numbers that Word prints begin where they would have gone on."""
    kept = [item for item in items if item.auto is not None and item.number not in wanted]
    for before, item in zip([None, *kept], kept, strict=False):
        expected = 1 if before is None else before.number + 1
        if item.auto is None or item.number == expected:
            continue
        at = paragraphs.index(next(p for p in item.block.iter(f"{W}p") if p in autos))
        later = [p for p in paragraphs[at:] if p in autos and autos[p].list_id == item.auto.list_id]
        numbering.restart(later, item.auto)


def _is_contents_line(paragraph: Any) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val", "").lower().startswith("toc")


def _drop_contents_lines(body: Any, marks: set[str], texts: Iterable[str]) -> None:
    """A contents list does not name what is left out."""
    heads = {_folded(text) for text in texts}
    for paragraph in list(body.iter(f"{W}p")):
        anchors = {link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")}
        line = _folded(re.sub(r"[\s.…\d]*$", "", paragraph_text(paragraph)))
        bare = _folded(_TYPED.sub("", line))
        if _is_contents_line(paragraph) and (anchors & marks or {line, bare} & heads):
            _drop_line(paragraph)


def _drop_line(paragraph: Any) -> None:
    """A line of a contents field goes, but not the field's own beginning and end."""
    if paragraph.find(f".//{W}fldChar") is None or _is_balanced(paragraph):
        remove(paragraph)
        return
    for child in list(paragraph):
        if (
            child.tag != f"{W}pPr"
            and child.find(f".//{W}fldChar") is None
            and child.find(f".//{W}instrText") is None
        ):
            remove(child)


def _is_balanced(paragraph: Any) -> bool:
    kinds = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


def _find_references(file: WordFile, wanted: Sequence[int], marks: set[str]) -> Iterator[str]:
    """What still points to an item that is left out: by its number, a field or a link."""
    for root in file.parts.values():
        for paragraph in root.iter(f"{W}p"):
            text = " ".join(paragraph_text(paragraph).split())
            fields = " ".join(e.text or "" for e in paragraph.iter(f"{W}instrText"))
            fields += " ".join(e.get(f"{W}instr", "") for e in paragraph.iter(f"{W}fldSimple"))
            anchors = {link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")}
            pointed = anchors & marks or any(mark and mark in fields.split() for mark in marks)
            if pointed or any(number in wanted for number in _numbers_named(text)):
                yield text


def _numbers_named(text: str) -> set[int]:
    found: set[int] = set()
    for reference in _REFERENCE.finditer(text):
        numbers = [int(number) for number in re.findall(r"\d+", reference[1])]
        found.update(numbers)
        for first, last in re.findall(
            r"(\d+)\s*(?:to|[-–])\s*(?:q(?:uestion)?\s*)?(\d+)", reference[1], re.I
        ):
            found.update(range(int(first), int(last) + 1))
    return found


def _prove(docx: bytes, gone: Sequence[str], kept: Sequence[str], name: str) -> None:
    """Read the edition again: no run of words of a left-out item stands anywhere in the file."""
    own = {run for text in kept for run in _runs(text)}
    lost = {run for text in gone for run in _runs(text)} - own
    for part, text in read_texts(open_package(docx, name=name)):
        if lost & set(_runs(text)):
            raise LetterError(
                name,
                f"something of a left-out item still stands in {part}",
                "Take it out by hand and try again.",
            )


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", _folded(text))
    size = min(_RUN_OF_WORDS, len(words))
    if size >= 3:
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
