"""Why an answer that was read is not certain: what stands in it may belong to something else."""

import datetime as dt
import re
from collections.abc import Sequence

from hrdocs.document import Answer
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.dates import find_incidents
from hrdocs.rules.matching.asking import asks_writer, ends_asking
from hrdocs.rules.matching.guidance import looks_printed
from hrdocs.rules.matching.slots import Part, Slot, Source

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "sir", "councillor"})
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}")
_PHONE_WORD = re.compile(
    r"\b(?:ext(?:ension|n)?|x|tel(?:ephone)?|phone|mob(?:ile)?|home|work|office|direct|desk|no|number|or|and|dial"
    r"|landline|cell|day(?:time)?|evening|main|switchboard|personal|preferred|only|ask for)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:dates?|dated|when|days?|time|period)\b", re.IGNORECASE)
_NAME_LINE = re.compile(r"^[A-ZÀ-Ž][\w'’.-]+(?: [A-ZÀ-Ž][\w'’.-]*){1,3}\n", re.MULTILINE)
_ANY_DAY = dt.date(2030, 1, 1)


def is_doubtful(one: Field, slots: Sequence[Slot], parts: Sequence[Part], answer: Answer) -> bool:
    """Whether something else than an answer may have been taken for a part of it, or a part be missing."""
    if any(s.doubtful for s in slots):
        return True
    if one.type is FieldType.PHONE and len(_PLAIN_WORD.findall(_PHONE_WORD.sub("", answer.raw))) > 1:
        return True
    if (
        one.type is FieldType.NAMES
        and isinstance(answer.value, tuple)
        and _is_cut_short(answer.value, answer.raw)
    ):
        return True
    if one.type in (FieldType.DATE, FieldType.DATES) and _are_no_dates(one, slots, answer.raw):
        return True
    if one.type is FieldType.TEXT and answer.raw[:1].islower() and all(s.score < 0.95 for s in slots):
        return True  # below half a label, the end of an answer
    if one.type is FieldType.LIST and may_be_items(parts, answer.raw):
        return True
    filled = any(p.filled for p in parts)
    implied = all(s.source is Source.IMPLIED for s in slots)
    if implied and not filled and looks_printed(answer.raw) and one.type is not FieldType.WITNESSES:
        return True
    if not filled and one.type is FieldType.LINE and len(answer.raw) > 120:
        return True
    return not filled and one.type is FieldType.TEXT and _may_be_print(one, parts, answer.raw)


def _may_be_print(one: Field, parts: Sequence[Part], raw: str) -> bool:
    """Whether running text, or its last line, reads like the form's own words."""
    printed = looks_printed(raw) and len(raw) < 200 and raw.rstrip()[-1:] in ":?"
    return printed or asks_writer(one, raw) or ends_asking(one, parts)


def may_be_items(parts: Sequence[Part], raw: str) -> bool:
    """Whether lines that begin with a capital were joined: each could be an item of its own."""
    printed = [line.strip() for p in parts for line in p.text.split("\n") if line.strip()]
    begins = [sum(line.strip()[:1].isupper() for line in lines) for lines in (printed, raw.split("\n"))]
    return begins[0] > begins[1]


def _are_no_dates(one: Field, slots: Sequence[Slot], raw: str) -> bool:
    """Whether dates are cut in two, or a text tells of something else than days."""
    if re.search(r"\d[-/.]\s*\n\s*\d", raw):
        return True
    asked = any(_DATED.search(s.label) for s in slots)
    return one.type is FieldType.DATES and (_holds_name(raw) or (not asked and _is_account(raw)))


def _holds_name(raw: str) -> bool:
    """Whether a line above the dates is only a name: it may belong to what is asked above."""
    lines = _NAME_LINE.findall(raw)
    return any(not find_incidents(line, raised=_ANY_DAY).acts for line in lines)


def _is_account(raw: str) -> bool:
    """Whether a text tells what happened rather than when."""
    return len(raw.split()) > 8 and bool(
        re.search(r"\b(?:i|me|my|he|she|him|his|her|they)\b", raw, re.IGNORECASE)
    )


def _is_cut_short(names: Sequence[object], raw: str) -> bool:
    """Whether a person of one name only goes on with a capital in what was written ("Mr Sean | Works")."""
    for name in names:
        words = str(name).split()
        bare = words[1:] if len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES else words
        if len(bare) == 1 and re.search(rf"{re.escape(str(name))}[ \t]+[A-Z]", raw):
            return True
    return False
