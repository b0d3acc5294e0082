"""A release copy of a Word file: what a reader may not have is taken out of the text itself."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from hrdocs.editions.release import PICTURE_TOKEN, Released, Removed
from hrdocs.editions.word import WordFile, remove
from hrdocs.errors import LetterError
from hrdocs.rules.redaction import Cut, Proposal, Withheld, apply_cuts, find_cuts
from hrdocs.tools.ooxml import W, open_package, read_texts

_TOLD = ("descr", "title", "alt", "name")


def redact_word(
    data: bytes,
    withheld: Sequence[Withheld],
    *,
    name: str,
    known: Sequence[str],
    keep_pictures: bool,
    day: dt.date,
) -> Released:
    """A release copy of a Word file, read again to prove that nothing remains.

    Raises:
        InputError: the file cannot be read.
        LetterError: something withheld would still stand in it.
    """
    file = WordFile(data, name=name)
    removed: list[Removed] = []
    proposals: list[Proposal] = []
    pictures = [*file.pictures(), *file.left_out]
    for part, root in file.parts.items():
        _unlink(root)
        if not keep_pictures:
            removed += [
                Removed(part, PICTURE_TOKEN, "a picture: nobody looked into it") for _ in _drop_pictures(root)
            ]
        name = part.rpartition("/")[2].partition(".")[0].rstrip("0123456789")  # "header" of header1.xml
        beside = "" if part == file.main else f"{name}, "
        for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
            where = f"{beside}paragraph {number}"
            cuts, found = _redact_paragraph(paragraph, withheld, known)
            removed += [Removed(where, cut.token, cut.why) for cut in cuts]
            proposals += found
        _redact_attributes(root, withheld, known)
    copy = file.write(title="Release copy", creator="", day=day)
    _prove(copy, withheld, known, name)
    return Released(copy, tuple(removed), tuple(dict.fromkeys(proposals)), tuple(pictures))


def _redact_paragraph(
    paragraph: Any, withheld: Sequence[Withheld], known: Sequence[str]
) -> tuple[tuple[Cut, ...], tuple[Proposal, ...]]:
    """Take cuts out of the runs of a paragraph; the token stands where a cut begins."""
    pieces = list(_pieces(paragraph))
    text = "".join(piece for _, piece in pieces)
    cuts, proposals = find_cuts(text, withheld, known=known)
    at = 0
    for node, piece in pieces:
        start, end = at, at + len(piece)
        at = end
        touched = [cut for cut in cuts if cut.start < end and cut.end > start]
        if not touched:
            continue
        local = [
            Cut(
                max(cut.start, start) - start,
                min(cut.end, end) - start,
                cut.token if cut.start >= start else "",
                "",
            )
            for cut in touched
        ]
        if node.tag == f"{W}t":
            node.text = apply_cuts(piece, local)
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        else:  # a tab or line break within a name
            remove(node)
    return cuts, proposals


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The printed pieces of a paragraph's own text, those of a text box in it left to its own paragraphs."""
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}softHyphen"):
        owner = next(node.iterancestors(f"{W}p"), None)
        if owner is not paragraph or node.getparent().tag == f"{W}tabs":
            continue
        if node.tag == f"{W}t":
            yield node, node.text or ""
        else:
            yield node, {"noBreakHyphen": "-", "softHyphen": "\u00ad"}.get(node.tag.rpartition("}")[2], " ")


def _unlink(root: Any) -> None:
    """Links and fields go, their printed words stay: an address behind them could name somebody."""
    for link in list(root.iter(f"{W}hyperlink")):
        parent = link.getparent()
        at = parent.index(link)
        for child in reversed(list(link)):
            parent.insert(at, child)
        parent.remove(link)
    for field in list(root.iter(f"{W}fldSimple")):
        field.set(f"{W}instr", "")
    for code in list(root.iter(f"{W}instrText")):
        words = (code.text or "").split()
        if not words or words[0].upper() not in ("PAGE", "NUMPAGES", "SECTIONPAGES"):
            code.text = ""


def _drop_pictures(root: Any) -> Iterator[Any]:
    for name in ("drawing", "pict", "object"):
        for drawing in list(root.iter(f"{W}{name}")):
            if drawing.find(f".//{W}txbxContent") is not None:
                continue  # a text box: its words are looked through like any others
            text = drawing.makeelement(f"{W}t", {})
            text.text = PICTURE_TOKEN
            drawing.getparent().replace(drawing, text)
            yield drawing


def _redact_attributes(root: Any, withheld: Sequence[Withheld], known: Sequence[str]) -> None:
    """Alternative texts, names of shapes and bookmarks, choices of drop-down lists."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for key, value in element.attrib.items():
            local = str(key).rpartition("}")[2]
            telling = local in _TOLD or element.tag in (f"{W}listItem", f"{W}bookmarkStart", f"{W}docVar")
            if telling and value:
                cuts, _ = find_cuts(str(value), withheld, known=known)
                if cuts:
                    element.set(key, apply_cuts(str(value), cuts))


def _prove(copy: bytes, withheld: Sequence[Withheld], known: Sequence[str], name: str) -> None:
    """Read the copy again, every part of it, hidden ones too."""
    for part, text in read_texts(open_package(copy, name=name)):
        cuts, _ = find_cuts(text, withheld, known=known)
        if cuts:
            fact = f"something withheld still stands in {part}: {cuts[0].why}"
            raise LetterError(name, fact, "Take it out of the original's copy by hand and try again.")
