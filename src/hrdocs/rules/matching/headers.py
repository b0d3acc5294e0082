"""Header rows: labels in a row, their answers in the rows below, on the next page too."""

import re
from dataclasses import replace

from hrdocs.document import Row
from hrdocs.procedure import FieldType
from hrdocs.rules.matching.boundaries import Boundary
from hrdocs.rules.matching.cells import LABELS, CellKind, CellView
from hrdocs.rules.matching.filling import fill
from hrdocs.rules.matching.labels import Hit
from hrdocs.rules.matching.numbering import is_person_number
from hrdocs.rules.matching.slots import Slot, Source
from hrdocs.rules.matching.walk import Walk

_VALUE = re.compile(r"@|\d\D?\d")  # an address or a number: an answer, no heading of a column


def carried_over(walk: Walk, first: Row, views: list[list[CellView]]) -> list[CellView]:
    """The header of a table that goes on at the top of the next page."""
    page, header = walk.header or (None, [])
    walk.header = None
    goes_on = page is not None and first.place.page == page + 1 and len(views[0]) == len(header)
    if not goes_on or not binds(header, views[0]):
        return []
    group = next((k[0] for s in reversed(walk.slots) if s.key and s.key[1] for k in [s.key]), None)
    if walk.group is None and header and any(k[0] == group for v in header if v.hit for k in v.hit.keys):
        walk.group = group
    return header


def is_header(walk: Walk, cells: list[CellView], following: list[CellView] | None) -> bool:
    """Whether a row holds labels only, with their answers in the rows below."""
    texts = [v for v in cells if v.kind is not CellKind.EMPTY]
    labels = [v for v in texts if v.kind is CellKind.LABEL or (v.kind is CellKind.HEADING and v.hit)]
    if following is not None and _asks_above(walk, cells, following):
        return True
    if len(labels) < 2:
        return False
    if any(v.kind is CellKind.EMPTY for v in cells[1:]) or any(v.filled for v in texts):
        return False
    if len(texts) > len(labels):
        grouped = sum(any(k[1] for k in v.hit.keys) for v in labels if v.hit)
        short = all(len(v.piece.text) < 40 and not _VALUE.search(v.piece.text) for v in texts)
        if not (
            short
            and grouped >= 2
            and all(v.kind in (CellKind.LABEL, CellKind.TEXT, CellKind.HEADING) for v in texts)
        ):
            return False
    if following is None:
        return (
            all(v.hit and any(k[1] for k in v.hit.keys) for v in labels)
            and cells[0].piece.place.page is not None
        )
    first = next((v for v in following if v.kind is not CellKind.EMPTY), None)
    if len(following) < len(cells) - 1 and len(following) < 2:
        return False
    labelled = (*LABELS, CellKind.HEADING)
    return first is None or first.kind not in labelled or is_numbered(first)


def _asks_above(walk: Walk, cells: list[CellView], following: list[CellView]) -> bool:
    """Whether a row is set as the labels are, all of it, and the row below it is not."""
    alone = len(cells) > 1 and all(v.asks for v in cells)
    known = any(v.hit is not None or walk.index.guess(v.piece.text) is not None for v in cells)
    return alone and known and len(following) == len(cells) and not any(v.asks for v in following)


def is_numbered(view: CellView) -> bool:
    """A row's own name in a table with a header: "Witness 1"."""
    return bool(re.fullmatch(r"\W*(?:\w+\s+)?\d{1,2}\W*", view.piece.text))


def open_header(walk: Walk, cells: list[CellView]) -> list[CellView]:
    """The header row, and whether it is that of a group, whose columns are known in other words, too."""
    groups = [k[0] for v in cells if v.hit for k in v.hit.keys if k[1]]
    if groups:
        best = max(
            dict.fromkeys(groups),
            key=lambda g: (g == walk.group, groups.count(g), walk.fields[g].type is FieldType.WITNESSES),
        )
        fit = sum(any(k[0] == best and k[1] for k in v.hit.keys) for v in cells if v.hit)
        if fit >= 2 and not _personal(walk, cells, best):
            walk.group = best
            walk.record = walk.last_record(best)
            return [_with_column(walk, v, best) for v in cells]
    walk.group = None
    cells = [_with_guess(walk, view) for view in cells]
    return _of_people(walk, cells) or cells


def _with_guess(walk: Walk, view: CellView) -> CellView:
    """A cell of a header with the field that its unlisted words ask for."""
    hit = walk.index.guess(view.piece.text) if view.hit is None and view.kind is CellKind.TEXT else None
    return view if hit is None else replace(view, kind=CellKind.LABEL, hit=hit)


def _of_people(walk: Walk, cells: list[CellView]) -> list[CellView]:
    """The header of people named in its first cell ("Person complained about | Their job"); none if not.

    What the other cells ask of a person is theirs, not the complainant's.
    """
    first = cells[0].hit
    group = (
        next((k[0] for k in first.keys if not k[1] and walk.fields[k[0]].columns), None) if first else None
    )
    if group is None or first is None:
        return []
    section = walk.fields[group].section
    walk.group, walk.record = group, walk.last_record(group)
    named = [replace(cells[0], hit=replace(first, keys=((group, "name"),)))]
    for view in cells[1:]:
        own = [k for k in view.hit.keys if k[0] == group and k[1]] if view.hit else []
        there = (
            [k for k in view.hit.keys if not k[1] and walk.fields[k[0]].section == section]
            if view.hit
            else []
        )
        if there and not own:
            walk.group = None
            return []
        named.append(replace(view, hit=replace(view.hit, keys=tuple(own)) if view.hit and own else None))
    return named


def open_beside(walk: Walk, cells: list[CellView], following: list[CellView] | None) -> list[CellView]:
    """The header of a group whose name stands left of its columns: "Witnesses | Name | E-mail"; else none."""
    if following is None or len(cells) < 3 or cells[0].rest:
        return []
    first, columns = cells[0], cells[1:]
    groups = [k[0] for k in first.hit.keys if not k[1] and walk.fields[k[0]].columns] if first.hit else []
    if first.section and not groups:
        members = [f.id for f in walk.definition.fields if f.section == first.section and f.columns]
        groups = members if len(members) == 1 else []
    if not groups:
        return []
    named = [_with_column(walk, view, groups[0]) for view in columns]
    own = [{c for k, c in v.hit.keys if k == groups[0] and c} if v.hit else set() for v in named]
    if not all(own) or not any("name" in columns for columns in own) or any(v.rest for v in named):
        return []
    if first.section:
        walk.heading(first.section, first.piece)
    walk.group, walk.record = groups[0], walk.last_record(groups[0])
    aside = 1 if len(following) == len(columns) else 0  # the name's own cell goes on below, or is not there
    return [replace(view, column=view.column - aside) for view in named]


def _with_column(walk: Walk, view: CellView, group: str) -> CellView:
    """A cell of a group's header with the column that its words name: "Their telephone"."""
    if view.hit is not None and (group, "") in view.hit.keys and is_person_number(view.piece.text):
        return replace(view, hit=replace(view.hit, keys=((group, "name"),)))
    if view.hit is not None or view.kind is not CellKind.TEXT:
        return view
    named = walk.columns_in(view.piece.text, group, whole=True)
    if len(named) != 1:
        return view
    text = view.piece.text.strip()
    hit = Hit(((group, named.pop()),), 0.9, len(text), Boundary.END, len(text.split()), text)
    return replace(view, kind=CellKind.LABEL, hit=hit)


def _personal(walk: Walk, cells: list[CellView], group: str) -> bool:
    """Whether the header is the complainant's own: same words, none of them answered yet, no group open."""
    if walk.group == group or walk.fields[group].section == walk.section:
        return False
    plain = [k for v in cells if v.hit for k in v.hit.keys if not k[1] and k[0] != group]
    return bool(plain) and not any(walk.is_answered(k) for k in plain)


def binds(header: list[CellView], cells: list[CellView]) -> bool:
    """Whether a row holds answers to the labels of a header row."""
    if len(cells) < 2 or any(v.asks for v in cells):
        return False
    if (
        any(v.kind is CellKind.HEADING for v in cells[:1])
        and len([v for v in cells if v.kind is not CellKind.EMPTY]) == 1
    ):
        return False
    columns = {v.column for v in header if v.hit}
    there = {v.column for v in cells}
    if not columns <= there and (len(cells) != len(header) or 2 * len(columns & there) < len(columns)):
        return False
    labels = [v for v in cells if v.kind in LABELS and not is_numbered(v)]
    texts = [v for v in cells if v.kind is not CellKind.EMPTY]
    if (
        labels
        and labels[0] is texts[0]
        and len(texts) <= len(labels) + 1
        and labels[0].hit
        and labels[0].hit.score >= 0.95
    ):
        return False
    return len(cells) >= len(header) - 1


def bind(walk: Walk, header: list[CellView], cells: list[CellView]) -> None:
    """A row of answers below a header row, each cell to the label above it."""
    row = {v.column: v for v in cells}
    grouped = walk.group is not None
    has_answer = any(
        v.kind is not CellKind.EMPTY or v.cell.has_image
        for c, v in row.items()
        if c in {h.column for h in header if h.hit}
    )
    if grouped and has_answer and not _goes_on(walk, header, row):
        walk.record += 1
    for head in header:
        view = row.get(head.column)
        if head.hit is None or view is None:
            continue
        hit = head.hit
        if grouped:
            key = next((k for k in hit.keys if k[0] == walk.group and k[1]), None)
        else:
            key = walk.choose(hit)
        slot = Slot(key, hit.keys, hit.label, Source.COLUMN, head.piece.place, walk.section, hit.score)
        slot.record = walk.record if grouped else 0
        if key and not key[1]:
            walk.section = walk.fields[key[0]].section or walk.section
        walk.slots.append(slot)
        walk.open = slot
        fill(walk, view)
    walk.close()


def _goes_on(walk: Walk, header: list[CellView], row: dict[int, CellView]) -> bool:
    """Whether a row goes on with the record above: its name is empty and it holds broken pieces."""
    named = next(
        (h for h in header if h.hit and any(k[0] == walk.group and k[1] == "name" for k in h.hit.keys)), None
    )
    if named is None or walk.record < 0:
        return False
    view = row.get(named.column)
    if view is None or view.kind is not CellKind.EMPTY:
        return False
    return any(
        s.key and s.key[0] == walk.group and s.record == walk.record and s.answered for s in walk.slots
    )
