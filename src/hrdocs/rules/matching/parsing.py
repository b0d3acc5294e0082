"""What was written under a label as a value of the field's type, or left to a person."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Answer, Place, Reason, Status, Value
from hrdocs.procedure import Field, FieldType
from hrdocs.rules import values
from hrdocs.rules.dates import parse_day
from hrdocs.rules.grounds import parse_grounds
from hrdocs.rules.matching.slots import Part


def missing(one: Field, place: Place | None) -> Answer:
    """The answer to a field under whose label nothing stands."""
    empty: Value = (
        () if one.type in (FieldType.GROUNDS, FieldType.NAMES, FieldType.WITNESSES, FieldType.LIST) else None
    )
    return Answer(one.id, empty, "", Status.MISSING, where=place)


def parse_answer(one: Field, raw: str, parts: Sequence[Part]) -> Answer:
    """What was written, as a value of the field's type."""
    image = any(p.image for p in parts)
    if one.type is FieldType.GROUNDS:
        return _grounds(one, raw, parts)
    if one.type is FieldType.DATE:
        return _day(one, raw)
    if one.type is FieldType.SIGNATURE:
        return _answer(one, raw, values.parse_signature(raw, image))
    if one.type in (FieldType.TEXT, FieldType.LINE, FieldType.DATES):
        return _text(one, raw)
    if one.type is FieldType.CHOICE:
        return _answer(one, raw, values.parse_choice(raw, one.choices))
    parse = {
        FieldType.NAME: values.parse_name,
        FieldType.NAMES: values.parse_names,
        FieldType.EMAIL: values.parse_email,
        FieldType.PHONE: values.parse_phone,
        FieldType.WITNESSES: values.parse_witnesses,
        FieldType.LIST: values.parse_list,
    }[one.type]
    return _answer(one, raw, parse(raw))


def _grounds(one: Field, raw: str, parts: Sequence[Part]) -> Answer:
    """The grounds written; a whole list of them with no mark is the form's own print."""
    answer = _answer(one, raw, parse_grounds(raw))
    if answer.status is not Status.OK or any(p.filled or p.tick for p in parts):
        return answer
    items = [line for line in re.split(r"[\n,;/|]", raw) if line.strip()]
    marked = bool(values.find_ticks(raw).ticked)
    named = answer.value if isinstance(answer.value, tuple) else ()
    least = 3 if raw.count("/") >= len(items) - 1 else 5  # "Sex / Age / Race": one should have been deleted
    if not marked and min(len(named), len(items)) >= least and all(len(i.split()) < 6 for i in items):
        return replace(
            answer, value=None, status=Status.UNCLEAR, reason=Reason.SEVERAL_CHOICES, suggestion=named
        )
    return answer


def _answer(one: Field, raw: str, reading: values.ValueReading) -> Answer:
    if reading.status is Status.MISSING:
        return replace(missing(one, None), raw=raw if values.is_nothing(raw) else "")
    return Answer(one.id, reading.value, raw, reading.status, reading.reason, reading.suggestion)


def _text(one: Field, raw: str) -> Answer:
    text = values.without_leaders(raw) if one.type is not FieldType.TEXT else values.tidy(raw)
    if values.is_blank(raw) or not re.search(r"[^\W_]|[☒☑✓✔]", text):
        return missing(one, None)
    if one.type is FieldType.LINE:
        text = values.one_line(text)
        ticks = values.find_ticks(raw)
        if ticks.items and not ticks.doubtful and ticks.ticked:
            text = ", ".join(ticks.ticked)
        if values.is_nothing(raw):
            return replace(missing(one, None), raw=raw)
    return Answer(one.id, text, raw, Status.OK)


def _day(one: Field, raw: str) -> Answer:
    if values.is_blank(raw) or values.is_nothing(raw):
        return missing(one, None)
    read = parse_day(values.one_line(raw))
    if read.value is not None:
        return Answer(one.id, read.value.isoformat(), raw, Status.OK)
    suggestion = read.suggestion.isoformat() if read.suggestion else None
    return Answer(one.id, None, raw, Status.UNCLEAR, read.reason, suggestion)
