"""Whether a text can be a field's answer, where only that proves that a label stands before it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from hrdocs.procedure import Field, FieldType
from hrdocs.rules.grounds import find_grounds
from hrdocs.rules.matching.labels import Hit, Key

_COLUMN = {"name": FieldType.NAME, "email": FieldType.EMAIL, "phone": FieldType.PHONE}
_DAY_WORD = (
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:early|mid|late|about|around|since|from|between|last|on)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)
_NUMBER = re.compile(r"[+(]?\d[\d\s()+-]{5,}(?:\s*(?:ext|x)\.?\s*\d+)?")
_SMALL = frozenset({"of", "for", "and", "or", "to", "in", "is", "was", "the"})


def types_of(keys: Iterable[Key], fields: dict[str, Field]) -> set[FieldType]:
    """What the answers to a label may be."""
    return {_COLUMN.get(k[1], FieldType.LINE) if k[1] else fields[k[0]].type for k in keys}


def can_answer(hit: Hit, rest: str, types: set[FieldType]) -> bool:
    """Whether a text can be nothing but the answer to the label that it follows."""
    rest = rest.strip()
    words = rest.split()
    if not words:
        return False
    if FieldType.EMAIL in types:
        return "@" in rest and len(words) == 1
    if FieldType.PHONE in types:
        return bool(_NUMBER.fullmatch(rest))
    if types & {FieldType.DATE, FieldType.DATES}:
        return len(rest) < 100 and bool(re.match(_DAY_WORD, rest, re.IGNORECASE))
    if types & {FieldType.NAME, FieldType.NAMES, FieldType.SIGNATURE}:
        capital = [w for w in words if w[:1].isupper()]
        return (
            2 <= len(words) <= 6
            and 2 * len(capital) > len(words)
            and rest[:1].isupper()
            and not re.search(r"\d", rest)
        )
    if FieldType.LINE in types:
        return (
            len(words) <= 6
            and rest[:1].isupper()
            and words[0].lower() not in _SMALL
            and rest[-1:] not in ".:"
        )
    if FieldType.GROUNDS in types:
        reading = find_grounds(rest)
        return len(words) < 12 and bool(reading.ids or reading.none_stated)
    return FieldType.TEXT in types and hit.words >= 3 and bool(re.match(r"[\"'“‘(]?[A-Z0-9]", rest))


_NEEDED = {FieldType.PHONE: r"\d", FieldType.DATE: r"\d", FieldType.EMAIL: "@"}


def lacks_value(text: str, kind: FieldType) -> bool:
    """Whether words below a label lack what every answer of its type has: "Mobile or extension"."""
    needed = _NEEDED.get(kind)
    return needed is not None and not re.search(needed, text) and len(text.split()) > 1


_PERSON = re.compile(r"\b(?:i|me|my|we|he|she|they|him|her|his)\b", re.IGNORECASE)
_LONGEST = {
    FieldType.DATE: 5,
    FieldType.EMAIL: 4,
    FieldType.PHONE: 8,
    FieldType.NAME: 7,
    FieldType.SIGNATURE: 7,
    FieldType.CHOICE: 8,
    FieldType.LINE: 12,
}


def fits_line(rest: str, types: set[FieldType]) -> bool:
    """Whether a text is short enough to be the one-line answer to a label before it."""
    if types <= {FieldType.DATE, FieldType.DATES} and _PERSON.search(rest):
        return False
    words = len(rest.split())
    return any(words <= _LONGEST.get(one, words) for one in types)


def capital_break(label: str) -> int | None:
    """Where a label's own words end and a sentence begins: at a capital after small letters."""
    words = list(re.finditer(r"\S+", label))
    for before, word in pairwise(words):
        if word.start() > 8 and word.group()[:1].isupper() and before.group()[:1].islower():
            return word.start()
    return None
