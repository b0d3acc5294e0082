"""What to take out of a text for a reader, and what a person must look at.

A secret's name is taken out whole and in parts, plural and possessive, with initials; its contacts in any
spelling; another's account where many of its words stand in a row. Where a part of a name is a common
word, or a name that the reader may know, it is proposed and not taken out. What else looks like a name, an
address or a number is proposed too.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrdocs.rules.everyday import is_common, is_everyday
from hrdocs.rules.identifiers import (
    PLAIN_MARKS,
    TITLES,
    contact_patterns,
    initials_of,
    initials_pattern,
    mailbox_pattern,
    name_parts,
    name_pattern,
    titled_pattern,
)
from hrdocs.rules.names import MONTH_NAMES, WEEKDAY_NAMES
from hrdocs.rules.withholding import Secret

_NUMBER_BEFORE = re.compile(r"\+?\(?\d[\d\s().-]{0,7}$")  # the code before a telephone number
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[A-Z]\.?\s?)+(?<=[.\s])$")
_RUN = 8  # words in a row that are no chance
_MONTHS = "|".join(MONTH_NAMES)
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{4}}\b")
_LOOKS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "a telephone number": re.compile(r"(?<![\w/])(?:\+44|0)[\d\s()-]{8,14}\d(?!\w)"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    "a National Insurance number": re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
    "a staff or account number": re.compile(r"\b[A-Z]{0,3}\d{6,10}\b"),
    "an address": re.compile(
        r"\b\d{1,4}[A-Za-z]? (?:[A-Z][\w']+ ){1,3}"
        r"(?:Road|Street|Avenue|Lane|Drive|Close|Park|Gardens|Terrace)\b"
    ),
    "a name": re.compile(
        rf"\b(?:(?:{'|'.join(t.capitalize() for t in sorted(TITLES))})\.? )?"
        r"[A-Z][a-zà-ÿ]+(?:['-][A-Z][a-zà-ÿ]+)?"
        r"(?: (?:[A-Z]\.? )?(?:(?:Mc|Mac|O')?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?))+\b"
    ),
}
# Capitalised words that begin what forms and letters say of themselves, never a person's name.
_NO_NAME_WORDS = """
Dear Yours Dignity Work Policy Procedure Human Resources Line Manager Head Department Council University Date
Name Page Complaint Form Appendix Section Private Confidential Northern Ireland Great Britain United Kingdom
Labour Relations Agency Equality Commission Industrial Tribunal The This That These Our Your My His Her Their
We It He She They I If In On At From For And But Or As Is Was Monday Tuesday Wednesday Thursday Friday
Saturday Sunday January February March April May June July August September October November December Bank
Holiday Christmas Easter Eve Employment Rights Act Order Trade Union Senior Management Team Protected
Characteristic Incident Witness Witnesses Signed Signature Telephone Phone Email Job Title Details Number
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())


@dataclass(frozen=True, slots=True)
class Withheld:
    """A secret and what is printed in its place."""

    secret: Secret
    token: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text to be taken out: from `start` up to `end`."""

    start: int
    end: int
    token: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that a person must look at, and why."""

    words: str
    why: str


def find_cuts(
    text: str, withheld: Sequence[Withheld], *, known: Sequence[str] = ()
) -> tuple[tuple[Cut, ...], tuple[Proposal, ...]]:
    """What to take out of a text, without overlaps, and what to propose.

    `known` are names that the reader may read.
    """
    folded, places = _fold(text)
    masked = _mask(folded, known)
    shared = {part.casefold() for name in known for part in name_parts(_fold(name)[0])}
    cuts: list[Cut] = []
    doubts: list[tuple[int, int, str]] = []
    for item in withheld:
        for start, end, sure in _find(item.secret, masked, shared):
            if sure:
                cuts.append(Cut(start, end, item.token, f"{item.secret.kind} of {item.secret.whose}"))
            else:
                doubts.append((start, end, f"may be the {item.secret.kind} of {item.secret.whose}"))
    kept = _without_overlaps(cuts)
    open_text = _blank(masked, [(cut.start, cut.end) for cut in kept])
    doubts += [(m.start(), m.end(), f"looks like {what}") for what, m in _looks(open_text, shared)]
    proposals = dict.fromkeys(
        Proposal(_original(text, places, start, end), why)
        for start, end, why in doubts
        if open_text[start:end].strip() and "\x1f" not in open_text[start:end]
    )
    return tuple(_in_text(cut, places, len(text)) for cut in kept), tuple(proposals)


def apply_cuts(text: str, cuts: Iterable[Cut]) -> str:
    """The text with tokens in place of what was taken out."""
    out, at = [], 0
    for cut in cuts:
        out += [text[at : cut.start], cut.token]
        at = cut.end
    return "".join([*out, text[at:]])


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without accents and invisible characters, and for each character where it came from."""
    out: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for piece in unicodedata.normalize("NFKD", char.translate(PLAIN_MARKS)):
            if not unicodedata.combining(piece) and unicodedata.category(piece) != "Cf":
                out.append(" " if piece in "\n\t\r\v\f" else piece)
                places.append(at)
    return "".join(out), places


def _mask(folded: str, known: Sequence[str]) -> str:
    """Dates and the names that the reader knows are made unreadable, at the same length."""
    spans = [m.span() for m in _DATE.finditer(folded)]
    for name in sorted(known, key=len, reverse=True):
        if len(name.split()) > 1:
            pattern = name_pattern(_fold(name)[0])
            spans += [m.span() for m in re.finditer(pattern, folded, re.IGNORECASE)]
    return _blank(folded, spans)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "\x1f" * (end - start)
    return "".join(chars)


def _find(secret: Secret, text: str, shared: set[str]) -> Iterator[tuple[int, int, bool]]:
    """Where a secret stands, and whether that is sure."""
    said = _fold(secret.text)[0]
    if secret.kind == "contact":
        for pattern, sure in contact_patterns(said):
            for found in re.finditer(pattern, text, re.IGNORECASE):
                before = _NUMBER_BEFORE.search(text[: found.start()]) if "@" not in said else None
                yield found.start() - (len(before.group()) if before else 0), found.end(), sure
    elif secret.kind == "name":
        yield from _find_name(said, text, shared)
    elif secret.kind == "narrative" or len(said.split()) >= _RUN:
        yield from _find_runs(said, text)
    elif len(said.split()) > 1:
        yield from ((m.start(), m.end(), True) for m in re.finditer(name_pattern(said), text, re.IGNORECASE))


def _find_name(name: str, text: str, shared: set[str]) -> Iterator[tuple[int, int, bool]]:
    parts = name_parts(name)
    whole_is_sure = not all(is_everyday(part) for part in parts) or len(parts) > 1
    for found in re.finditer(name_pattern(name), text, re.IGNORECASE):
        capital = any(c.isupper() for c in found.group())
        yield found.start(), found.end(), whole_is_sure or capital
    for part in parts:
        known = part.casefold() in shared
        for pattern in (rf"{mailbox_pattern(part)}[\w.-]*", titled_pattern(part)):
            for found in re.finditer(pattern, text):
                yield found.start(), found.end(), not known
        flags = re.NOFLAG if is_everyday(part) else re.IGNORECASE
        for found in re.finditer(name_pattern(part), text, flags):
            written = found.group()
            if is_everyday(part) and written[:1].islower():
                continue
            initial = _INITIALS_BEFORE.search(text[: found.start()])
            own = initial is not None and _fits(initial.group(), name)
            start = initial.start() if initial is not None and own else found.start()
            yield start, found.end(), not known and (own or not _may_be_no_name(part))
    letters = initials_of(name)
    if letters:
        for found in re.finditer(initials_pattern(letters), text):
            yield found.start(), found.end(), True


def _may_be_no_name(part: str) -> bool:
    """Whether a word in capitals is as likely something else: May, Will; not Ruth, who is taken out."""
    return is_common(part) or part.capitalize() in (*MONTH_NAMES, *WEEKDAY_NAMES)


def _fits(initials: str, name: str) -> bool:
    """Whether letters before a surname are those of the name."""
    letters = [c for c in initials if c.isalpha()]
    own = [
        word[0] for word in name.split() if word[0].isalpha() and word.casefold().rstrip(".") not in TITLES
    ]
    return all(letter in own for letter in letters)


def _find_runs(said: str, text: str) -> Iterator[tuple[int, int, bool]]:
    """Every stretch of the text that gives many words of an account in a row, or nothing but its words."""
    words = list(re.finditer(r"[\w']+", text))
    plain = [word.group().casefold() for word in words]
    account = [word.casefold() for word in re.findall(r"[\w']+", said)]
    if 2 < len(plain) < _RUN and f" {' '.join(plain)} " in f" {' '.join(account)} ":
        yield words[0].start(), words[-1].end(), True
        return
    runs = {tuple(account[at : at + _RUN]) for at in range(len(account) - _RUN + 1)}
    end = -1
    start = 0
    for at in range(len(plain) - _RUN + 1):
        if tuple(plain[at : at + _RUN]) not in runs:
            continue
        if at > end:
            if end >= 0:
                yield words[start].start(), words[end].end(), True
            start = at
        end = at + _RUN - 1
    if end >= 0:
        yield words[start].start(), words[end].end(), True


def _looks(text: str, shared: set[str]) -> Iterator[tuple[str, re.Match[str]]]:
    for what, pattern in _LOOKS.items():
        for found in pattern.finditer(text):
            words = found.group()
            its_parts = {part.casefold() for part in name_parts(words)}
            if what != "a name" or not (_is_no_name(words) or its_parts <= shared):
                yield what, found


def _is_no_name(words: str) -> bool:
    return any(word.strip(".,") in _NO_NAMES for word in words.split())


def _without_overlaps(cuts: Sequence[Cut]) -> list[Cut]:
    """The longest first; what touches one that is kept goes with it where it reaches further."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda c: (c.start - c.end, c.start)):
        if all(cut.end <= other.start or cut.start >= other.end for other in kept):
            kept.append(cut)
        elif not any(other.start <= cut.start and cut.end <= other.end for other in kept):
            low = max([o.end for o in kept if o.start <= cut.start < o.end], default=cut.start)
            high = min([o.start for o in kept if o.start < cut.end <= o.end], default=cut.end)
            if low < high:
                kept.append(Cut(low, high, "", cut.why))
    return sorted(kept, key=lambda cut: cut.start)


def _in_text(cut: Cut, places: Sequence[int], size: int) -> Cut:
    """A cut of the folded text in the text as it was written."""
    end = places[cut.end] if cut.end < len(places) else size
    return Cut(places[cut.start], end, cut.token, cut.why)


def _original(text: str, places: Sequence[int], start: int, end: int) -> str:
    last = places[end] if end < len(places) else len(text)
    return text[places[start] : last].strip()
