"""How words are compared: case, plurals, hyphens, brackets and a scanner's usual slips do not count.

A `Word` keeps where it stands in the text it is from, so that what follows a label can be cut off
exactly as it was written.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"e[-‐‑–—][ ]?mail|[^\W_]+(?:['’`][^\W_]+)*|&", re.IGNORECASE)
_PLURAL_MARK = re.compile(r"[(/]\s*(?:e?s|ies)\s*\)?", re.IGNORECASE)
_NOISE = frozenset({"the", "a", "an", "please"})
_ASIDE = frozenset({"your", "my", "our", "full", "any", "this", "all", "of", "in", "below", "here"})
_SPELLING = {
    "&": "and",
    "behavior": "behaviour",
    "color": "colour",
    "organization": "organisation",
    "organizational": "organisational",
    "center": "centre",
    "mail": "email",
    "emailaddress": "email address",
    "dept": "department",
    "telephone": "phone",
    "tel": "phone",
    "telephon": "phone",
    "num": "number",
    "nr": "number",
    "no": "number",
    "forename": "firstname",
    "labour": "labour",
    "labor": "labour",
    "signiture": "signature",
    "behalf": "behalf",
}
_LOOKALIKE = str.maketrans({"0": "o", "1": "l", "|": "l", "5": "s", "!": "l", "$": "s"})
_ENUMERATOR = re.compile(
    r"\s*(?:(?:section|part|step|question|q)\s*(?:[0-9]{1,2}|[a-h]|[ivx]{1,4})\b\s*[.:)\-–—]*\s*"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+[.)]*\s+|\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-h]|[ivx]{1,4})[.)]+(?:\([a-z]\))?\s*"
    r"|[0-9]{1,2}\s*[-–—:]\s+|[0-9]{1,2}[ \t]+(?=[A-Z])|[•●▪◦‣*#>\-–—]+\s+)",
    re.IGNORECASE,
)
_LEADER = re.compile(r"[.…_·‥]{3,}|…+|_{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as compared, with the place in its text where it begins and ends."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """A word without its plural or possessive ending."""
    word = word.replace("’", "'").replace("`", "'")
    if word.endswith(("'s", "s'")):
        word = word[:-2]
    word = word.replace("'", "")
    if any(c.isdigit() for c in word) and sum(c.isalpha() for c in word) >= 2:
        word = word.translate(_LOOKALIKE)
    word = _SPELLING.get(word, word)
    if word.endswith("sses"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[:-1]
    return _SPELLING.get(word, word)


def words_of(text: str) -> list[Word]:
    """The words of a text as they are compared, in order."""
    found: list[Word] = []
    skips = [m.span() for m in _PLURAL_MARK.finditer(text)]
    for match in _WORD.finditer(text):
        start, end = match.span()
        if any(a <= start and end <= b for a, b in skips) and start > 0:
            if found and found[-1].end >= start - 2:
                found[-1] = Word(
                    found[-1].text, found[-1].start, next(b for a, b in skips if a <= start and end <= b)
                )
            continue
        word = match.group().lower()
        if word[0] == "e" and len(word) > 2 and not word[1].isalnum():
            word = "email"
        found.append(Word(_stem(word), start, end))
    return found


def significant(words: list[Word]) -> list[Word]:
    """The words without those that labels add or drop freely: the, a, please."""
    return [w for w in words if w.text not in _NOISE]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A text as one string of compared words."""
    return " ".join(w.text for w in significant(words_of(text)))


def core(folded: str) -> str:
    """A folded text without words such as "your" and "full", for a second look."""
    return " ".join(w for w in folded.split() if w not in _ASIDE)


def after_enumerator(text: str) -> int:
    """Where the text begins after a number, letter or bullet such as `2.`, `(b)` or `Section 3:`."""
    match = _ENUMERATOR.match(text)
    return match.end() if match and match.end() < len(text) else 0


def without_leaders(text: str) -> str:
    """The text with dotted and underscored leaders taken out."""
    return _LEADER.sub(" ", text)


def is_leader(text: str) -> bool:
    """Whether a text is nothing but dots, underscores, spaces and the like."""
    return not any(c.isalnum() or c in "☐☒☑✓✔✗✘" for c in text)
