"""Ids, types and meanings guessed from a label's words.

A meaning is guessed only where rules depend on it and the words leave little doubt; otherwise a field
means its own id. The guesses are for a person to mend.
"""

import re
import unicodedata
from collections.abc import Collection

from hrdocs.procedure import FieldType

_DROPPED = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "or",
        "and",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "do",
        "does",
        "did",
        "you",
        "your",
        "please",
        "give",
        "tell",
        "us",
        "state",
        "enter",
        "provide",
        "any",
        "s",
        "it",
        "this",
        "that",
        "which",
        "i",
        "my",
        "me",
        "we",
        "our",
        "if",
        "so",
        "as",
        "with",
        "have",
        "has",
        "had",
        "details",
        "what",
    ]
)
_TYPES: tuple[tuple[FieldType, str], ...] = (
    (FieldType.SIGNATURE, r"^(?:signed|sign|signature)\b(?!.*\b(?:date|name)\b)|^(?:your|employee'?s?|claimant'?s?)? ?signature\b"),
    (FieldType.TEXT, r"\bname(?:\(s\)|s)?,? (?:and|&) .*(?:address|contact|number|phone|detail)|\baddress\b(?=.*\b(?:phone|email)\b)"),
    (FieldType.EMAIL, r"\be-?mail\b(?!.*\b(?:or|and|post)\b)"),
    (FieldType.PHONE, r"\b(?:tele?phone|phone|mobile|tel|fax)\b(?!.*\b(?:or|and|call)\b)|^contact (?:no|number)\b|^(?:daytime|evening|work|home) (?:no|number)\b"),
    (FieldType.DATES, r"\bdate\(s\)|\bdates\b|\bwhen did (?:it|this|the)\b|\bdate and time\b|\bdate/time\b"),
    (FieldType.DATE, r"^(?:the )?date\b(?!.*\b(?:to|until|range)\b)|\bdate(?: of birth| signed)?$|\bd\.?o\.?b\b|^dated$|^born\b|^issue date"),
    (FieldType.TEXT, r"\baddress\b|\bdetails\b|\bdescribe\b|\bexplain\b|\breasons?\b"),
)  # fmt: skip
_QUESTION = re.compile(r"^(?:what|why|how|please|describe|explain|give|state|tell|set out|list|who)\b", re.I)
_PERSON = re.compile(
    r"^(?:your |full |my )*(?:full )?name(?: in full| \(print(?:ed)?\))?$|^full name"
    r"|\bname of (?:the )?(?:complainant|companion|representative|person|employee|applicant|manager|child|pupil|patient)"
    r"|\b(?:complainant|pupil|patient|child|employee|applicant|manager|representative|student|parent)(?:'s|’s)? (?:full )?name$"
    r"|^(?:line )?manager$",
    re.IGNORECASE,
)
_MEANINGS: tuple[tuple[str, str, frozenset[FieldType]], ...] = (
    ("signature", r"^(?:signed|signature|your signature)", frozenset({FieldType.SIGNATURE})),
    ("incident-dates", r"date\(?s?\)? (?:of|on which|when) .*\b(?:incident|happen|event|behaviour|treat)|^when did (?:it|this) happen|^date of event", frozenset({FieldType.DATE, FieldType.DATES, FieldType.LINE, FieldType.TEXT})),
    ("witness", r"\bwitness", frozenset({FieldType.TEXT, FieldType.WITNESSES, FieldType.NAMES})),
    ("respondent", r"\b(?:complain(?:t|ing|ed)|claim(?:ing)?|grievance) (?:is )?(?:about|against)\b.*\bname|\bname.*\b(?:you are |are you )?(?:complain|claim)(?:ing|ed)? (?:about|against)|^who (?:is|was|do you say)\b.*\b(?:against|treated|involved)", frozenset({FieldType.NAME, FieldType.NAMES, FieldType.LINE, FieldType.TEXT})),
    ("resolution", r"\b(?:outcome|resolution|remedy|put (?:things|it) right|resolve the problem|like (?:us|the \w+) to do)", frozenset({FieldType.TEXT, FieldType.LINE})),
    ("previous-steps", r"\b(?:already (?:done|discussed|tried|taken)|tr(?:y|ied) to resolve|informal(?:ly)?|steps)\b", frozenset({FieldType.TEXT, FieldType.LINE})),
    ("narrative", r"\b(?:details of (?:your |the )?(?:claim|complaint|grievance|incident)|nature of (?:your|the)|describe|what happened|full account|what is (?:your|the) (?:complaint|concern)|grievance is about|particulars|grounds for|background)", frozenset({FieldType.TEXT, FieldType.LINE})),
)  # fmt: skip


def guess_type(label: str, *, tall: bool) -> FieldType:
    """The type that a label's words suggest; `tall` where the space is for more than a line."""
    low = " ".join(label.casefold().replace("’", "'").split())
    for kind, words in _TYPES:
        if re.search(words, low):
            if kind in (FieldType.EMAIL, FieldType.PHONE, FieldType.DATE) and (tall or len(low.split()) > 9):
                return FieldType.TEXT
            return FieldType.LINE if kind is FieldType.TEXT and not tall and len(low.split()) < 4 else kind
    if _PERSON.search(low) and not tall:
        return FieldType.NAME
    if tall or _QUESTION.match(low) or low.endswith("?") or len(low.split()) > 8:
        return FieldType.TEXT
    return FieldType.LINE


def guess_meaning(label: str, kind: FieldType) -> str:
    """What rules know a field as, where its words say it; else nothing."""
    low = " ".join(label.casefold().replace("’", "'").split())
    return next((m for m, words, kinds in _MEANINGS if kind in kinds and re.search(words, low)), "")


def make_id(label: str, section: str, taken: Collection[str]) -> str:
    """A readable id that is not taken: of the label's words, with its section's where they do not tell."""
    short = "_".join(_words(label)[:6]) or "field"
    for candidate in (short, f"{'_'.join(_words(section)[:3])}_{short}" if section else ""):
        if candidate and candidate not in taken:
            return candidate
    number = 2
    while f"{short}_{number}" in taken:
        number += 1
    return f"{short}_{number}"


def make_slug(text: str, taken: Collection[str] = ()) -> str:
    """An id with hyphens, for sections and choices."""
    base = "-".join(_words(text, keep=True)[:5]) or "other"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _words(text: str, *, keep: bool = False) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "").casefold())
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    kept = [w for w in words if w not in _DROPPED]
    found = words if keep or not kept else kept
    while found and found[0].isdigit() and len(found) > 1:
        found = found[1:]
    return found
