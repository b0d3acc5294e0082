"""Ids, types and meanings guessed from a label's words.

A meaning is guessed only where rules depend on it and the words leave little doubt; otherwise a field
means its own id. The guesses are for a person to mend.
"""

import re
import unicodedata
from collections.abc import Collection

from hrdocs.procedure import FieldType

T = FieldType
_DROPPED = frozenset(
    """
    a an the of or and to in on at by for is are was were be been do does did you your please give tell us
    state enter provide any s it this that which i my me we our if so as with have has had details what
    """.split()  # noqa: SIM905  # words are easier to read without quotes
)
# Patterns are looked for in order; all are read in verbose mode, so a space is written \s.
_TYPES: tuple[tuple[FieldType, str], ...] = (
    (T.SIGNATURE, r"^(?:signed|sign|signature)\b (?!.*\b(?:date|name)\b) | ^(?:your|[\w']+)\ssignature\b"),
    (T.NAMES, r"^who\b .*\(name(?:s|/s|\(s\))?\)"),
    (T.TEXT, r"\bname(?:\(s\)|s)?,?\s(?:and|&)\s.*(?:address|contact|number|phone|detail)"),
    (T.TEXT, r"\baddress\b (?=.*\b(?:phone|email)\b)"),
    (T.EMAIL, r"\be-?mail\b (?!.*\b(?:or|and|post)\b)"),
    (T.PHONE, r"\b(?:tele?phone|phone|mobile|tel|fax)\b (?!.*\b(?:or|and|call)\b)"),
    (T.PHONE, r"^(?:contact|daytime|evening|work|home)\s(?:no|number)\b"),
    (T.DATES, r"\bdate\(s\) | \bdates\b | \bwhen\sdid\s(?:it|this|the)\b | \bdate(?:\sand\s|/)time\b"),
    (T.DATE, r"^(?:the\s)?date\b (?!.*\b(?:to|until|range)\b)"),
    (T.DATE, r"\bdate(?:\sof\sbirth|\ssigned)?$ | \bd\.?o\.?b\b | ^dated$ | ^born\b | ^issue\sdate"),
    (T.GROUNDS, r"\bprotected\s(?:equality\s)?(?:ground|characteristic)"),
    (T.TEXT, r"\b(?:details|describe|explain|reasons?|account)\b"),
    (T.TEXT, r"\baddress\b"),
)
_QUESTION = r"^(?:what|why|how|please|describe|explain|give|state|tell|set\sout|list|who)\b"
_PEOPLE = (
    "complainant|companion|representative|person|employee|applicant|manager|child|pupil|patient|student"
    "|parent|claimant"
)
_PERSON = (
    r"^(?:your\s|full\s|my\s)*name(?:\sin\sfull|\s\(print(?:ed)?\))?$ | ^full\sname | ^(?:line\s)?manager$"
    rf"| \bname\sof\s(?:the\s)?(?:{_PEOPLE}) | \b(?:{_PEOPLE})(?:'s)?\s(?:full\s)?name$"
)
_FREE = frozenset({T.TEXT, T.LINE})
_MEANINGS: tuple[tuple[str, frozenset[FieldType], str], ...] = (
    ("signature", frozenset({T.SIGNATURE}), r"^(?:signed|signature|your\ssignature)"),
    (
        "incident-dates",
        _FREE | {T.DATE, T.DATES},
        r"date\(?s?\)?\s(?:of|on\swhich|when)\s.*\b(?:incident|happen|event|behaviour|treat)"
        r"| ^when\sdid\s(?:it|this)\shappen",
    ),
    ("witness", frozenset({T.TEXT, T.WITNESSES, T.NAMES}), r"\bwitness"),
    (
        "respondent",
        _FREE | {T.NAME, T.NAMES},
        r"^who\b.*\b(?:complaint|claim|grievance)\b"
        r"| \bname\b.*\b(?:complain|claim)(?:ing|ed)?\s(?:about|against)"
        r"| \b(?:complaint|claim|grievance)\s(?:is\s)?(?:about|against)\b.*\bname"
        r"| ^who\s(?:is|was|do\syou\ssay)\b.*\b(?:against|treated|involved)",
    ),
    (
        "resolution",
        _FREE,
        r"\b(?:outcome|resolution|remedy|resolve\sthe\sproblem) | put\s(?:things|it)\sright"
        r"| like\s(?:us|the\s\w+)\sto\sdo",
    ),
    (
        "previous-steps",
        _FREE,
        r"\balready\s(?:done|discussed|tried|taken)\b | \btr(?:y|ied)\sto\sresolve\b | \binformal(?:ly)?\b"
        r"| \bsteps\b",
    ),
    ("ground", frozenset({T.GROUNDS}), r"\bground|characteristic"),
    (
        "complainant",
        frozenset({T.NAME}),
        r"^(?:your\s)?(?:full\s)?name$ | \bname\sof\s(?:the\s)?complainant",
    ),
    (
        "narrative",
        _FREE,
        r"\bincident(?:\(s\)|s)?\sdetails | \bdescribe\b"
        r"| \bdetails\sof\s(?:your\s|the\s)?(?:claim|complaint|grievance|incident)"
        r"| \bnature\sof\s(?:your|the)\b | \bwhat\shappened\b | \bfull\saccount\b | \bparticulars\b"
        r"| \bwhat\sis\s(?:your|the)\s(?:complaint|concern) | grievance\sis\sabout | \bgrounds\sfor\b"
        r"| \bbackground\b",
    ),
)


def guess_type(label: str, *, tall: bool) -> FieldType:
    """The type that a label's words suggest; `tall` where the space is for more than a line."""
    low = re.sub(r" \d{1,2}$", "", _low(label))
    words = len(low.split())
    for kind, pattern in _TYPES:
        if _has(pattern, low):
            if kind in (T.EMAIL, T.PHONE, T.DATE) and (words > 9 or (tall and words > 3)):
                return T.TEXT
            return T.LINE if "address" in low and not tall and words < 4 and kind is T.TEXT else kind
    if _has(_PERSON, low) and not tall:
        return T.NAME
    return T.TEXT if tall or _has(_QUESTION, low) or low.endswith("?") or words > 8 else T.LINE


def guess_meaning(label: str, kind: FieldType) -> str:
    """What rules know a field as, where its words say it; else nothing."""
    low = _low(label)
    return next((m for m, kinds, pattern in _MEANINGS if kind in kinds and _has(pattern, low)), "")


def _low(label: str) -> str:
    return " ".join(label.casefold().replace("’", "'").split())


def _has(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text, re.VERBOSE))


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
