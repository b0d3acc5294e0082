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
_PAGE_NUMBER = re.compile(r"(page|p\.?)?\s*\d{1,3}(\s*(of|/)\s*\d{1,3})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def with_running_heads(pages: dict[int, PageBlocks]) -> dict[int, PageBlocks]:
    """The pages with their running heads and feet marked as such."""
    counts = Counter(
        key for blocks in pages.values() for key in {_key(placed, blocks) for placed in blocks.placed} if key
    )
    return {
        number: replace(blocks, placed=tuple(_marked(p, blocks, counts) for p in blocks.placed))
        for number, blocks in pages.items()
    }


def _edge(placed: Placed, blocks: PageBlocks) -> str:
    height = blocks.page.height
    if placed.box[3] < EDGE * height:
        return "header"
    return "footer" if placed.box[1] > (1 - EDGE) * height else ""


def _text(block: Block) -> str:
    if isinstance(block, Line) and not block.filled:
        return block.text
    if isinstance(block, Row) and not block.ruled and not any(cell.filled for cell in block.cells):
        return " ".join(cell.text for cell in block.cells)
    return ""


def _key(placed: Placed, blocks: PageBlocks) -> tuple[str, str] | None:
    """What a block at the edge says, numbers aside, and which edge it is."""
    edge, text = _edge(placed, blocks), _text(placed.block)
    return (edge, _DIGITS.sub("0", text)) if edge and text else None


def _marked(placed: Placed, blocks: PageBlocks, counts: Counter[tuple[str, str]]) -> Placed:
    key = _key(placed, blocks)
    if key is None:
        return placed
    numbered = key[0] == "footer" and _PAGE_NUMBER.fullmatch(_text(placed.block).strip())
    if counts[key] < 2 and not numbered:
        return placed
    return replace(placed, block=_in_part(placed.block, key[0]))


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
