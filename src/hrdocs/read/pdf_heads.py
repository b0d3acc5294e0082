"""Running heads and feet of PDF pages: what stands at the same height of several pages is no answer.

They are kept as blocks whose `place.part` is "header" or "footer", so that an answer that runs over
the page break is not taken to hold them.
"""

import re
from collections import Counter
from dataclasses import replace

from hrdocs.document import Block, Line, Row
from hrdocs.read.pdf_blocks import PageBlocks, Placed

EDGE = 0.09  # of the page's height
MARGIN = 0.04  # nothing of a form itself stands so near the paper's edge
_FORM_WORDS = re.compile(
    r"\b(?:version|v\d|revised|revision|issue[d ]|form (?:no\.?|ref|\d)|official|confidential|page \d|https?:"
    r"|www\.|document (?:no|ref)|printed|template)|\u00a9",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(page|p\.?)?\s*\d{1,3}(\s*(of|/)\s*\d{1,3})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def with_running_heads(pages: dict[int, PageBlocks]) -> dict[int, PageBlocks]:
    """The pages with their running heads and feet marked as such."""
    keys = {number: [_key(p, blocks.page.height) for p in blocks.placed] for number, blocks in pages.items()}
    counts = Counter(key for own in keys.values() for key in set(own) if key)
    return {
        number: replace(
            blocks,
            placed=tuple(
                p if key is None else _marked(p, blocks, key, alone=counts[key] < 2)
                for p, key in zip(blocks.placed, keys[number], strict=True)
            ),
        )
        for number, blocks in pages.items()
    }


def _stands_apart(placed: Placed, blocks: PageBlocks, edge: str) -> bool:
    """Whether a short text at the edge of a page stands far from all other text, and speaks of the form."""
    text = _text(placed.block)
    if ":" in text.replace("://", "") or len(text) > 90 or not _FORM_WORDS.search(text):
        return False
    _, top, _, bottom = placed.box
    gap = 1.5 * (bottom - top)
    others = [
        p.box for p in blocks.placed if p is not placed and p.box[1] < bottom + gap and p.box[3] > top - gap
    ]
    return not any(box[3] < top if edge == "footer" else box[1] > bottom for box in others)


def _edge(placed: Placed, height: float) -> str:
    if placed.box[3] < EDGE * height:
        return "header"
    return "footer" if placed.box[1] > (1 - EDGE) * height else ""


def _text(block: Block) -> str:
    if isinstance(block, Line) and not block.filled:
        return block.text
    if isinstance(block, Row) and not block.ruled and not any(cell.filled for cell in block.cells):
        return " ".join(cell.text for cell in block.cells)
    return ""


def _key(placed: Placed, height: float) -> tuple[str, str] | None:
    """What a block at the edge of a page says, numbers aside, and which edge it is."""
    edge = _edge(placed, height)
    text = _text(placed.block) if edge else ""
    return (edge, _DIGITS.sub("0", text)) if text else None


def _marked(placed: Placed, blocks: PageBlocks, key: tuple[str, str], *, alone: bool) -> Placed:
    """A block at the edge as a running head or foot, if it is one; `alone` where no other page has it."""
    edge, _ = key
    numbered = edge == "footer" and _PAGE_NUMBER.fullmatch(_text(placed.block).strip())
    height = blocks.page.height
    outside = placed.box[3] < MARGIN * height or placed.box[1] > (1 - MARGIN) * height
    if alone and not (numbered or outside or _stands_apart(placed, blocks, edge)):
        return placed
    return replace(placed, block=_in_part(placed.block, edge))


def _in_part(block: Block, part: str) -> Block:
    place = replace(block.place, part=part)
    if isinstance(block, Row):
        cells = tuple(
            replace(
                cell,
                place=replace(cell.place, part=part),
                lines=tuple(replace(line, place=replace(line.place, part=part)) for line in cell.lines),
            )
            for cell in block.cells
        )
        return replace(block, place=place, cells=cells)
    return replace(block, place=place)
