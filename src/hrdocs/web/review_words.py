"""Answers, places and blocks as the review's templates show them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.desk.cases import Opened
from hrdocs.desk.reviewing import Reviewable
from hrdocs.desk.shapes import shape_place
from hrdocs.document import Block, Box, Cell, Entry, Layout, Line, Mark, Picture, Place, Row
from hrdocs.procedure import Choice, Field, FieldType
from hrdocs.rules.workdays import format_day
from hrdocs.web.days import typed

_AROUND = 2  # blocks shown before and after a passage
_MOST_BLOCKS = 4000
_REASONS = {
    "ocr": "read from a scan", "handwriting": "handwritten", "invalid-email": "no valid e-mail address",
    "invalid-phone": "no telephone number", "invalid-date": "no date can be read in it",
    "ambiguous-date": "it can be read in more than one way", "several-dates": "more than one date",
    "several-choices": "more than one choice is marked", "unknown-choice": "none of the form's choices",
    "ambiguous-ground": "it does not surely say which ground", "garbled": "the text is garbled",
    "value-differs": "the field's value is not what the page shows",
    "several-answers": "it can be taken as more than one answer",
    "unsure-place": "it is not sure that it stands under this label",
}  # fmt: skip
_STATES = {
    "accepted": ("Accepted", "green"), "corrected": ("Corrected", "green"),
    "unclear": ("Marked unclear", "orange"),
}  # fmt: skip
_ROWS = {FieldType.TEXT: 8, FieldType.DATES: 3, FieldType.NAMES: 3, FieldType.LIST: 4, FieldType.WITNESSES: 4}


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer on the screen. `place` is the id of its anchor, `page` and `box` where it is on a page."""

    id: str
    label: str
    kind: str
    state: str
    colour: str
    lines: tuple[str, ...]
    raw: str
    reason: str
    offered: tuple[str, ...]  # what accepting takes, where that is not what stands there
    corrected: tuple[str, ...] | None
    by: str
    findings: tuple[Mapping[str, Any], ...]
    must_see: bool
    was_shown: bool
    needs_person: bool
    reviewed: bool
    place: str
    page: int | None
    box: Box | None
    edit: str
    ticked: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    rows: int

    @property
    def can_accept(self) -> bool:
        """Whether its place was shown, or need not be."""
        return self.was_shown or not self.must_see


def show_answer(opened: Opened, answer: Reviewable, *, was_shown: bool) -> Shown:
    """An answer for the templates."""
    field, read, review = answer.field, answer.read, answer.review
    titles = {ground.id: ground.title for ground in opened.pack.procedure.grounds}
    if field.type is FieldType.GROUNDS:
        choices = tuple(titles.items())
    else:
        choices = tuple((choice.id, _choice_words(choice)) for choice in field.choices)
    status = str(review.data.get("status")) if review else ""
    state, colour = _STATES.get(status, _read_state(answer))
    now = answer.now.get("value") if answer.now.get("status") == "ok" else None
    page, box = box_of(read.get("where"))
    current = now if now is not None else answer.offered
    return Shown(
        id=field.id, label=field.label, kind=field.type.value, state=state, colour=colour,
        lines=_words(read.get("value"), field, titles), raw=_raw(read, field, titles),
        reason=_REASONS.get(str(read.get("reason") or ""), str(read.get("reason") or "").replace("-", " ")),
        offered=_words(answer.offered, field, titles) if read.get("status") == "unclear" else (),
        corrected=_words(now, field, titles) if status == "corrected" else None,
        by=f"{review.by}, {format_day(review.on)}" if review else "", findings=answer.findings,
        must_see=answer.must_see, was_shown=was_shown, needs_person=answer.needs_person,
        reviewed=review is not None, place=place_id(read.get("where")),
        page=page if (read.get("where") or {}).get("page") else None, box=box,
        edit=_typed(current, field, str(read.get("raw") or "")),
        ticked=tuple(current) if isinstance(current, list) and field.type is FieldType.GROUNDS
        else (str(current),) if current else (),
        choices=choices, rows=_ROWS.get(field.type, 1),
    )  # fmt: skip


def _raw(read: Mapping[str, Any], field: Field, titles: Mapping[str, str]) -> str:
    """What was written, where that says more than the value beside it."""
    raw = str(read.get("raw") or "")
    said = " ".join(_words(read.get("value"), field, titles))
    return "" if _letters(raw) == _letters(said) else raw


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def box_of(where: Mapping[str, Any] | None) -> tuple[int, Box | None]:
    """The page and box of a place in the JSON shape."""
    shape = where or {}
    box = shape.get("box")
    page = shape.get("page")
    is_box = isinstance(box, list) and len(box) == 4
    return (page if isinstance(page, int) else 1), (tuple(float(n) for n in box) if is_box else None)  # type: ignore[return-value, union-attr]


def place_id(where: Mapping[str, Any] | None) -> str:
    """The id of the anchor of a place in a document that is shown as text; "" where it has none."""
    shape = where or {}
    if not shape or shape.get("page") is not None:
        return ""
    parts = [f"{name[0]}{shape[name]}" for name in ("table", "row", "cell", "paragraph") if shape.get(name)]
    part = "".join(c if c.isalnum() else "-" for c in str(shape.get("part") or ""))
    return "-".join(one for one in ("at", part, *parts) if one)


def place_blocks(layout: Layout, answers: Sequence[Shown]) -> tuple[dict[str, Any], ...]:
    """The document's text as blocks for the template, each place with its anchor once."""
    owners: dict[str, str] = {}
    for answer in answers:
        if answer.place:
            owners.setdefault(answer.place, answer.id)
    return tuple(_blocks(layout.blocks[:_MOST_BLOCKS], owners))


def find_passage(layout: Layout, where: Mapping[str, Any] | None) -> tuple[dict[str, Any], ...] | None:
    """An answer's place with the blocks around it; the whole text where it has no place of its own."""
    wanted = place_id(where)
    blocks = list(_blocks(layout.blocks[:_MOST_BLOCKS], {wanted: "here"} if wanted else {}))
    for number, block in enumerate(blocks):
        if wanted and wanted in block["ids"]:
            before, after = (
                blocks[max(0, number - _AROUND) : number],
                blocks[number + 1 : number + _AROUND + 1],
            )
            is_table = block["kind"] == "table"
            return (_near(block, wanted),) if is_table else (*before, block, *after)
    return tuple(blocks)


def _near(table: dict[str, Any], wanted: str) -> dict[str, Any]:
    """The row of a table in which a place is, with the rows above and below it."""
    rows = table["rows"]
    here = next(n for n, row in enumerate(rows) if any(wanted in cell["ids"] for cell in row["cells"]))
    return {**table, "rows": rows[max(0, here - 1) : here + 2]}


def _blocks(blocks: Sequence[Block], owners: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    used: set[str] = set()
    table: dict[str, Any] | None = None
    for block in blocks:
        if isinstance(block, Row):
            is_next = table is not None and table["table"] == block.place.table
            row = {"cells": [_cell(cell, owners, used) for cell in block.cells]}
            if table is not None and is_next and len(table["rows"]) < 60:
                table["rows"].append(row)
            else:
                if table is not None:
                    yield _closed(table)
                table = {"kind": "table", "table": block.place.table, "rows": [row]}
            continue
        if table is not None:
            yield _closed(table)
            table = None
        yield _single(block, owners, used)
    if table is not None:
        yield _closed(table)


def _closed(table: dict[str, Any]) -> dict[str, Any]:
    ids = {one for row in table["rows"] for cell in row["cells"] for one in cell["ids"]}
    return {**table, "ids": ids}


def _single(block: Line | Entry | Picture, owners: Mapping[str, str], used: set[str]) -> dict[str, Any]:
    anchor, owner = _anchor(block.place, owners, used)
    if isinstance(block, Line):
        return {"kind": "heading" if block.heading else "line", "spans": _spans(block), "anchor": anchor,
                "owner": owner, "ids": {anchor} - {""}}  # fmt: skip
    if isinstance(block, Entry):
        tick = {True: "☒ ", False: "☐ "}.get(block.checked, "") if block.checked is not None else ""
        words = f"{tick}{block.value}" if block.checked is None else f"{tick}{block.label or block.value}"
        return {"kind": "entry", "label": block.label or block.hint or block.name, "words": words,
                "anchor": anchor, "owner": owner, "ids": {anchor} - {""}}  # fmt: skip
    return {"kind": "picture", "words": block.description or "a picture", "anchor": anchor, "owner": owner,
            "ids": {anchor} - {""}}  # fmt: skip


def _cell(cell: Cell, owners: Mapping[str, str], used: set[str]) -> dict[str, Any]:
    anchor, owner = _anchor(cell.place, owners, used)
    ids = {anchor} - {""}
    lines = []
    for line in cell.lines:
        line_anchor, line_owner = _anchor(line.place, owners, used)
        ids |= {line_anchor} - {""}
        lines.append({"spans": _spans(line), "anchor": line_anchor, "owner": line_owner})
    return {"anchor": anchor, "owner": owner, "lines": lines, "ids": ids, "span": max(1, min(cell.span, 20)),
            "picture": cell.has_image}  # fmt: skip


def _anchor(place: Place, owners: Mapping[str, str], used: set[str]) -> tuple[str, str]:
    """The id of a place that holds an answer, the first time that it is met; and whose answer it is."""
    name = place_id(shape_place(place))
    if name not in owners or name in used:
        return "", ""
    used.add(name)
    return name, owners[name]


def _spans(line: Line) -> list[tuple[str, str]]:
    return [("" if span.mark is Mark.PLAIN else span.mark.value, span.text) for span in line.spans]


def _read_state(answer: Reviewable) -> tuple[str, str]:
    if answer.read.get("status") == "unclear":
        return "Unclear", "orange"
    if answer.read.get("status") == "missing":
        return "Nothing written", "grey"
    return ("To accept", "yellow") if answer.needs_person else ("Read", "blue")


def _words(value: Any, field: Field, titles: Mapping[str, str]) -> tuple[str, ...]:
    if value is None or value in ("", []):
        return ()
    if value is True:
        return ("A drawn signature",)
    if isinstance(value, list):
        return tuple(_item(one, titles if field.type is FieldType.GROUNDS else {}) for one in value)
    if field.type is FieldType.DATE:
        return (format_day(dt.date.fromisoformat(str(value))),)
    for choice in field.choices:
        if choice.id == value:
            return (_choice_words(choice),)
    return (str(value),)


def _item(one: Any, titles: Mapping[str, str]) -> str:
    if isinstance(one, Mapping):
        return "; ".join(str(one[key]) for key in ("name", "email", "phone") if one.get(key))
    return titles.get(str(one), str(one))


def _choice_words(choice: Choice) -> str:
    return choice.id.replace("-", " ").capitalize()


def _typed(value: Any, field: Field, raw: str) -> str:
    """What stands in the box for a correction, ready to be changed."""
    if value is None or value is True:
        return raw if field.type is not FieldType.DATE else ""
    if isinstance(value, list):
        rows = [_item(one, {}) if not isinstance(one, Mapping) else _witness(one) for one in value]
        return "\n".join(rows)
    if field.type is FieldType.DATE:
        return typed(dt.date.fromisoformat(str(value)))
    return str(value)


def _witness(one: Mapping[str, Any]) -> str:
    parts = [str(one.get(key) or "") for key in ("name", "email", "phone")]
    return "; ".join(parts).rstrip("; ")
