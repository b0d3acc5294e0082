"""Pages that are displayed sideways or upside down: their places turned upright for matching, and back.

Labels and answers stand beside and below one another only as they are read.
"""

from dataclasses import replace

from hrdocs.document import Block, Box, Cell, Form, Layout, Line, PageTurn, Place, Row

_Turns = dict[int, PageTurn]


def upright(layout: Layout) -> Layout:
    """The layout with the boxes of turned pages as they are read."""
    turns = {t.page: t for t in layout.turned}
    return replace(
        layout,
        turned=(),
        blocks=tuple(_block(block, turns) for block in layout.blocks),
        findings=tuple(replace(f, where=_turned(f.where, turns)) for f in layout.findings),
    )


def displayed(form: Form, layout: Layout) -> Form:
    """The form with the boxes of turned pages as they are displayed."""
    back = {
        t.page: PageTurn(
            t.page, (4 - t.turns) % 4, *((t.height, t.width) if t.turns % 2 else (t.width, t.height))
        )
        for t in layout.turned
    }
    return replace(
        form,
        answers={k: replace(a, where=_turned(a.where, back)) for k, a in form.answers.items()},
        pairs=tuple(replace(p, where=_turned(p.where, back)) for p in form.pairs),
        findings=tuple(replace(f, where=_turned(f.where, back)) for f in form.findings),
    )


def _back(turn: PageTurn) -> PageTurn:
    size = (turn.height, turn.width) if turn.turns % 2 else (turn.width, turn.height)
    return PageTurn(turn.page, (4 - turn.turns) % 4, *size)


def _block(block: Block, turns: _Turns) -> Block:
    place = _place(block.place, turns)
    if isinstance(block, Row):
        return replace(block, place=place, cells=tuple(_cell(cell, turns) for cell in block.cells))
    return replace(block, place=place)


def _cell(cell: Cell, turns: _Turns) -> Cell:
    lines: tuple[Line, ...] = tuple(replace(line, place=_place(line.place, turns)) for line in cell.lines)
    return replace(cell, place=_place(cell.place, turns), lines=lines)


def _turned(place: Place | None, turns: _Turns) -> Place | None:
    return None if place is None else _place(place, turns)


def _place(place: Place, turns: _Turns) -> Place:
    turn = turns.get(place.page or 0)
    if turn is None or place.box is None:
        return place
    return replace(place, box=_box(place.box, turn))


def _box(box: Box, turn: PageTurn) -> Box:
    ax, ay = _point(box[0], box[1], turn)
    bx, by = _point(box[2], box[3], turn)
    return (
        round(min(ax, bx), 1), round(min(ay, by), 1), round(max(ax, bx), 1), round(max(ay, by), 1),
    )  # fmt: skip


def _point(x: float, y: float, turn: PageTurn) -> tuple[float, float]:
    if turn.turns == 1:
        return turn.height - y, x
    if turn.turns == 2:
        return turn.width - x, turn.height - y
    return y, turn.width - x
