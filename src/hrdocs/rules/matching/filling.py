"""Cells as answers of the open slot."""

from hrdocs.document import Place
from hrdocs.rules.matching.cells import CellView
from hrdocs.rules.matching.mend import flowed_cell
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import is_leader


def fill(walk: Walk, view: CellView, *, alone: bool = False) -> None:
    """A cell as the open slot's answer; `alone` where it is a row of its own, as a heading could be."""
    text = view.piece.text
    if not view.filled:
        text = "" if walk.guidance.is_guidance(text) else walk.guidance.cut(text)
    image = view.cell.has_image
    if walk.open is not None and view.cell.place.table is not None:
        walk.open.bound = True
    if is_leader(text) and not view.filled:
        text = ""
    walk.add(
        text.strip("\n"),
        view.cell.place if view.cell.place != Place() else view.piece.place,
        filled=view.filled,
        image=image,
        bound=True,
        flowed=_flowed(view, text),
        strong=alone and view.piece.bold and not view.filled and len(view.cell.text) <= 100,
    )


def _flowed(view: CellView, text: str) -> str | None:
    """The cell's answer with its wrapped lines joined, where nothing was cut from it."""
    return flowed_cell(view.pieces, view.cell) if text == view.piece.text else None


def _flowed_rest(view: CellView) -> str | None:
    """The answer below a label with its wrapped lines joined."""
    for at in range(len(view.pieces)):
        if "\n".join(p.text for p in view.pieces[at:]).strip() == view.rest:
            return flowed_cell(view.pieces[at:], view.cell)
    return None


def fill_rest(walk: Walk, view: CellView) -> None:
    """What stands behind or below a label in its own cell."""
    if walk.open is not None and view.cell.place.table is not None:
        walk.open.bound = True
    walk.add(
        view.rest,
        view.piece.place,
        filled=view.rest_filled,
        image=view.cell.has_image,
        bound=True,
        flowed=_flowed_rest(view),
    )
