"""What follows a label: leaders, separators, bracketed hints, and where the answer begins."""

import re
from enum import IntEnum

HINT = re.compile(
    r"\s*(?:\([^()\n]{0,240}(?:\([^()]{0,40}\)[^()\n]{0,120})*\)|\[(?! ?[xX✓✔]? ?\])[^\[\]\n]{0,240}\])"
)
_SEPARATOR = re.compile(
    r"\s*\*?\.?\s*[:?;]|\s*\t|\.?\s*[.…_·‥]{3,}|\.?\s*…|\.?\s*_{2,}|\s+[-–—]+\s|[-–—]+\s|\s+[-–—]+|\s*[☐☒☑]"
    r"|\s*\||[ \u00a0]{2,}|\s*[=→►»]"
)
_STRIP = re.compile(
    r"[\s:?;*|=→►»]+|[-–—]+(?=\s|$)|[.…_·‥]{3,}|…+|_{2,}|\.(?=[\s:])"
    r"|(?:(?:please|if (?:so|yes|any),?)\s+)*(?:give|provide|state|add|specify|describe|explain)\s+"
    r"(?:(?:full|brief|further|any|the|your)\s+)*(?:details?|information|particulars)\b(?=\s*(?:[.:]|$))",
    re.IGNORECASE,
)
_HINT_WORDS = re.compile(
    r"^\W*(?:please|if (?:any|applicable|known|different|you)|optional|where applicable|block "
    r"(?:capitals|letters)|capitals|print|dd\W?mm|day\W|see "
    r"|continue|tick|delete|e\.?g\.?\b|for example|including|in full|as appropriate|use |attach|give "
    r"|state |list |names?\W*s?\W*$|max)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:an?|the|please)(?=\s*(?:$|[:?\n\t]))", re.IGNORECASE)


_SET_OFF = re.compile(r"[ \u00a0?):.]*(?P<by>\t|[.…_·‥]{3,}|…|_{2,})")


class Boundary(IntEnum):
    """What follows a label: more words (weak), a new line, a separator, or nothing."""

    WEAK = 0
    NEWLINE = 1
    SEPARATOR = 2
    END = 3


def find_boundary(text: str, end: int, limit: int | None) -> tuple[Boundary, int]:
    """What follows a label that ends at `end`, and where the answer begins."""
    at = end
    trailing = _TRAILING.match(text, end)
    if trailing and (limit is None or trailing.end() <= limit):
        at = end = trailing.end()
    if text.count("(", 0, end) > text.count(")", 0, end):
        closing = re.match(r"[^()\n]{0,60}\)", text[end:])
        at = end + closing.end() if closing else end
    while hint := HINT.match(text, at):
        if (limit is not None and hint.end() > limit) or not _is_aside(hint.group()):
            break
        at = hint.end()
    if limit is not None and at <= limit and not text[at:limit].strip(" \t\n:?*.…_-–—()[]"):
        return Boundary.SEPARATOR, limit
    rest = text[at:]
    if not rest.strip(" \t\n:?;*.…_-–—|)]\u00a0"):
        return Boundary.END, len(text)
    separator = _SEPARATOR.match(rest)
    newline = re.match(r"[ \t.)\]*]*\n", rest)
    if separator is None and newline is None:
        closed = re.match(r"[)\].]\s+", rest)
        at += closed.end() if closed else 0
        aside = HINT.match(text, at) if closed else None
        return Boundary.WEAK, aside.end() if aside and _is_aside(aside.group()) else at
    found = (
        Boundary.NEWLINE
        if newline and not (separator and separator.end() <= newline.end() and separator.group().strip())
        else Boundary.SEPARATOR
    )
    return found, skip_to_answer(text, at)


def set_off_by(text: str, end: int) -> str:
    """What a form sets a label off by, where nobody writes so: a tab, or a leader ("."); "" for all else."""
    found = _SET_OFF.match(text, end)
    return "" if found is None else "\t" if found["by"] == "\t" else "."


def _is_aside(hint: str) -> bool:
    """Whether a bracket behind a label belongs to the label and is not the answer."""
    if "\n" in hint[: len(hint) - len(hint.lstrip())]:
        return bool(_HINT_WORDS.match(hint.strip(" \t\n(["))) or len(hint) > 70
    return not re.search(r"\d{3}|@", hint)


def skip_to_answer(text: str, at: int) -> int:
    """Past separators, leaders and bracketed hints, to where the answer begins."""
    while at < len(text):
        match = _STRIP.match(text, at)
        if match and match.end() > at:
            at = match.end()
            continue
        hint = HINT.match(text, at)
        if hint and _HINT_WORDS.match(hint.group().strip(" \t\n([")):
            at = hint.end()
            continue
        break
    return at


def is_hint(text: str) -> bool:
    """Whether a bracketed text is a form's own hint, such as `(block capitals)`."""
    return bool(HINT.fullmatch(text.strip()) and _HINT_WORDS.match(text.strip().strip("([")))
