"""Re-read a finished letter: is everything in it that must be, and nothing that must not?

A required item is met by one sentence that holds every word of one of its alternatives; a bullet
counts together with the line that introduces its list. An error stops the letter; a warning asks a
person.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.document import Finding, Severity
from hrdocs.letters.leaks import check_secrets
from hrdocs.letters.matters import check_matters
from hrdocs.letters.wordtext import Passage, plain_text, read_passages
from hrdocs.procedure import LetterItem
from hrdocs.rules.conditions import holds
from hrdocs.rules.withholding import Secret


@dataclass(frozen=True, slots=True)
class Met:
    """A required item and the sentence that meets it; None where none does."""

    item: LetterItem
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """What re-reading found, and how each required item is met."""

    findings: tuple[Finding, ...]
    items: tuple[Met, ...]

    @property
    def ok(self) -> bool:
        """Whether the letter may go on: no finding is an error."""
        return all(f.severity is not Severity.ERROR for f in self.findings)


def prove_letter(
    docx: bytes,
    *,
    items: Sequence[LetterItem] = (),
    forbidden: Sequence[Secret | str] = (),
    allowed: Sequence[str] = (),
    avoid: Sequence[str] = (),
    never: Sequence[str] = (),
    context: Mapping[str, Any] | None = None,
    hides: Sequence[str] = (),
    told: Sequence[str] = (),
    standing: Sequence[str] = (),
) -> Proof:
    """Read a letter again and prove it against its items and against what its reader may not know.

    `allowed` are names that the reader may see, even where they share a part with a forbidden one;
    `avoid` are words that letters do not use (`*` ends a stem), `never` those that they do not even
    quote; `hides` are matters that the letter must not tell of others (letters.toml), except in words
    of what this reader is `told` anyway; `context` answers an item's `when`; `standing` are
    the stretches of the template's own text.
    """
    passages = read_passages(docx)
    met = tuple(Met(item, find_sentence(item, passages)) for item in items if holds(item.when, context or {}))
    findings = [
        *_check_items(met),
        *_check_form(passages, context or {}),
        *_check_dates(passages),
        *_check_words(passages, avoid, context or {}),
        *_check_words(passages, never, {}),
    ]
    secrets = [s if isinstance(s, Secret) else Secret(s) for s in forbidden]
    findings += check_secrets(passages, secrets, allowed, standing)
    findings += check_matters(passages, hides, context or {}, allowed=[*allowed, *told], standing=standing)
    order = list(Severity)
    return Proof(tuple(sorted(findings, key=lambda f: order.index(f.severity))), met)


def check_letter(
    docx: bytes,
    *,
    items: Sequence[LetterItem] = (),
    forbidden: Sequence[Secret | str] = (),
    allowed: Sequence[str] = (),
    avoid: Sequence[str] = (),
    context: Mapping[str, Any] | None = None,
    standing: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The findings of `prove_letter`, errors first."""
    return prove_letter(
        docx, items=items, forbidden=forbidden, allowed=allowed, avoid=avoid, context=context,
        standing=standing,
    ).findings  # fmt: skip


# --- required items ------------------------------------------------------------------------------


def find_sentence(item: LetterItem, passages: Iterable[Passage]) -> str | None:
    """The first sentence of the letter that meets an item."""
    sentences = _sentences([p for p in passages if p.part == "letter"])
    for words in item.words:
        patterns = [_word(word) for word in words.split()]
        for sentence in sentences:
            plain = plain_text(sentence)
            if all(pattern.search(plain) for pattern in patterns):
                return sentence
    return None


def _sentences(passages: Sequence[Passage]) -> list[str]:
    out: list[str] = []
    lead = ""
    for passage in passages:
        text = re.sub(r"\s+", " ", passage.text).strip()
        if not text:
            continue
        if not passage.bullet:
            lead = text if text.endswith(":") else ""
        pieces = re.split(r"(?<=[.!?])\s+(?=[\"“‘'(]?[A-Z0-9])", text)
        out.extend(pieces)
        if passage.bullet and lead:
            out.append(f"{_last_sentence(lead)} {text}")
    return out


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+", text)[-1]


def _word(word: str) -> re.Pattern[str]:
    plain = plain_text(word)
    stem = re.escape(plain.rstrip("*"))
    return re.compile(rf"(?<!\w){stem}" + ("" if plain.endswith("*") else r"(?!\w)"))


def _check_items(met: Sequence[Met]) -> list[Finding]:
    return [
        Finding("missing-item", Severity.ERROR, f"It does not say: {m.item.line} ({m.item.clause}).")
        for m in met
        if m.sentence is None
    ]


# --- holes and slips -----------------------------------------------------------------------------

_TAG_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_HOLES = (
    r"\bNone\b(?=[.,;:]|\s+\d|$)",
    r"\bundefined\b",
    r"\bNaN\b",
)
_STRAY = (r"\s[,.;:](?=\s|$)", r",\s*[,.]", r"\(\s*\)")
_SLIPS = (
    ("leftover-tag", _TAG_MARKS, Severity.ERROR, "A tag was left in the letter"),
    ("none-printed", re.compile("|".join(_HOLES)), Severity.ERROR, "A fact that is not known was printed"),
    ("turned-order", re.compile("[\u202d\u202e]"), Severity.WARNING, "Words are shown in another order"),
    ("double-space", re.compile(r"\S {2,}\S"), Severity.WARNING, "Two spaces stand together"),
    ("stray-mark", re.compile("|".join(_STRAY)), Severity.WARNING, "A word seems to be missing"),
)


def _check_form(passages: Sequence[Passage], context: Mapping[str, Any]) -> list[Finding]:
    """Slips of the letter's own words: what a person wrote with braces in it is left alone."""
    answers = [text for text in _texts_of(context) if _TAG_MARKS.search(text)]
    out: list[Finding] = []
    for passage in passages:
        text = passage.text
        for answer in answers:
            text = text.replace(answer, "…")
        if not text.strip():
            if passage.bullet:
                message = f"An empty bullet stands in the {passage.part}."
                out.append(Finding("empty-bullet", Severity.ERROR, message))
            elif passage.part == "letter":
                message = "An empty paragraph stands in the letter."
                out.append(Finding("empty-paragraph", Severity.WARNING, message))
        for code, pattern, severity, message in _SLIPS:
            if found := pattern.search(text):
                where = _around(text, found.start())
                out.append(Finding(code, severity, f"{message}: “{where}” ({passage.part})."))
    return out


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts_of(inner)
    elif isinstance(value, str):
        yield value


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = re.compile(rf"\b({'|'.join(_DAYS)}),? (\d{{1,2}}) ({'|'.join(_MONTHS)}),? (\d{{4}})")


def _check_dates(passages: Sequence[Passage]) -> list[Finding]:
    """A weekday that does not fit its date sends a person on the wrong day."""
    out: list[Finding] = []
    for passage in passages:
        for weekday, day, month, year in _DATE.findall(passage.text):
            try:
                right = _DAYS[dt.date(int(year), _MONTHS.index(month) + 1, int(day)).weekday()]
            except ValueError:
                right = "no day"
            if right != weekday:
                written = f"{weekday} {day} {month} {year}"
                out.append(Finding("wrong-weekday", Severity.ERROR, f"“{written}” is a {right}."))
    return out


def _check_words(
    passages: Sequence[Passage], avoid: Sequence[str], context: Mapping[str, Any]
) -> list[Finding]:
    """Words that letters do not use. In what a person wrote, a person looks at them."""
    answers = [plain_text(text) for text in _texts_of(context)]
    out: list[Finding] = []
    for phrase in avoid:
        pattern = re.compile(r"\W+".join(_word(w).pattern for w in phrase.split()))
        quoted = any(pattern.search(answer) for answer in answers)
        severity = Severity.WARNING if quoted else Severity.ERROR
        for passage in passages:
            plain = plain_text(passage.text)
            if found := pattern.search(plain):
                message = (
                    f"Letters do not say “{phrase}”: “{_around(plain, found.start())}” ({passage.part})."
                )
                out.append(Finding("word-to-avoid", severity, message))
    return out


def _around(text: str, at: int) -> str:
    return re.sub(r"\s+", " ", text[max(0, at - 25) : at + 35]).strip()
