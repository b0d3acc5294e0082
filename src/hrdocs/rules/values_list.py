"""Lists in text: bullets, numbers, new lines and semicolons."""

import re

from hrdocs.rules.values_text import MISSING, ValueReading, is_blank, is_nothing, ok, without_leaders

_BULLET = re.compile(
    r"^\s*(?:[•●▪◦‣∙■·*►➢✓–—-]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)(?=\S)", re.IGNORECASE
)
_INLINE = re.compile(
    r"\s*[•●▪◦‣∙►➢]\s*|(?:^|(?<=[\s;,.]))\(?(?:\d{1,2})\)\s+|(?:^|(?<=[\s;,.]))\d{1,2}\.\s+(?=[^\W\d])"
)


def parse_list(text: str) -> ValueReading:
    """The items of a list written with bullets, numbers, new lines or semicolons."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    items = split_items(without_leaders(text))
    return ok(items) if items else MISSING


def split_items(text: str) -> tuple[str, ...]:
    """A list's items, in the order written, without their bullets and closing punctuation."""
    lines = [line for line in text.split("\n") if line.strip()]
    bulleted = sum(bool(_BULLET.match(line)) for line in lines)
    joined: list[str] = []
    for line in lines:
        if joined and (not _BULLET.match(line) if bulleted > 1 else _continues(joined[-1], line)):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line.strip())
    items = [part for line in joined for part in _split_line(line)]
    return tuple(item for item in (i.strip(" ;,\t") for i in items) if item and not is_blank(item))


def _continues(before: str, line: str) -> bool:
    """Whether a line only goes on with the one before it, as printed lines do."""
    return line[:1].islower() or before.endswith((",", "-", " and", " of", " the", " to", " from", " with"))


def _split_line(line: str) -> list[str]:
    numbers = _INLINE.split(line) if len(_INLINE.findall(line)) > 1 else [_BULLET.sub("", line)]
    parts = [part for chunk in numbers for part in chunk.split(";")]
    return [re.sub(r"^and\s+", "", part.strip()) if len(parts) > 1 else part for part in parts]
