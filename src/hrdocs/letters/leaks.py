"""Look in a finished letter for what its reader may not know.

Names are sought whole and in part, with plural and possessive, contacts in any spelling, another's
story by runs of words. A clear hit is an error. A name that is an everyday word too, that stands in
small letters, or that the reader's own people share is a warning for a person.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from hrdocs.document import Finding, Severity
from hrdocs.letters.wordtext import Passage, plain_text
from hrdocs.rules.withholding import Secret

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame rev revd cllr councillor lord lady".split()  # noqa: SIM905
)
# Names that are everyday words too: a hit asks a person instead of stopping the letter. The last lines
# are words that forms give in place of a name ("my line manager").
_EVERYDAY = frozenset(
    """
    april august baker bill bond brook brown carol christian clay cook dale dean drew faith field fields
    frank gene grace grant gray green grey guy hall hill hope hunter iris jack joy june king knight lane
    law long lily major mark marsh mason may mercy miles moore noble page park parker pat pearl penny
    price ray reed rich rob rock rose ruby ruth sandy short singer small smith stone street sue summer
    taylor temple terry todd violet wade wall ward waters way webb wells west white will wills wise wood
    woods young an be do he in is it me my no of on or so to up us we
    all and anonymous any colleague colleagues council department director employee everyone former group
    head his her human known line management manager managers member members not office officer other
    our people person public resources senior service several staff student supervisor team the their
    unknown university with your
    """.split()  # noqa: SIM905 (a list of words reads better)
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{4}}\b")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-"})
_MASK = "\x1f"


def check_secrets(
    passages: Sequence[Passage], secrets: Sequence[Secret], allowed: Sequence[str] = ()
) -> list[Finding]:
    """Every secret found, whole or in part, in any passage of the file."""
    own = [folded(name) for name in sorted(allowed, key=len, reverse=True) if name.strip()]
    shared = {part.casefold() for name in own for part in _parts(name)}
    out: dict[tuple[str, str, str], Finding] = {}
    for passage in passages:
        text = _DATES.sub(_MASK, folded(passage.text))
        for name in own:
            text = re.sub(_inflected(re.escape(name)), _MASK, text, flags=re.I)
        for secret in secrets:
            for finding in _find_secret(secret, text, passage, shared):
                out.setdefault((finding.code, finding.message, passage.part), finding)
    return list(out.values())


def folded(text: str) -> str:
    """The text without accents and invisible characters, its quotation marks and spaces plain."""
    apart = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


def _find_secret(secret: Secret, text: str, passage: Passage, shared: set[str]) -> Iterable[Finding]:
    if secret.kind == "contact":
        if _has_contact(secret.text, text):
            yield _leak("contact-of-another", secret, secret.text, passage)
    elif secret.kind == "narrative":
        yield from _find_story(secret, text, passage)
    elif secret.kind == "name":
        yield from _find_name(secret, text, passage, shared)
    elif len(secret.text.split()) > 1 and _stands(secret.text, text, re.I):
        yield _leak("words-of-another", secret, secret.text, passage)


def _find_name(secret: Secret, text: str, passage: Passage, shared: set[str]) -> Iterable[Finding]:
    """The whole name, else its parts; capitals make the difference for everyday words."""
    parts = _parts(folded(secret.text))
    everyday = all(_everyday(part) for part in parts)
    if not everyday and _stands(secret.text, text, re.I):
        yield _leak("name-of-another", secret, secret.text, passage)
        return
    for part in parts:
        if _everyday(part) and part.islower():
            continue
        clear = _stands(part, text)
        if not clear and (_everyday(part) or len(part) < 3 or not _stands(part, text, re.I)):
            continue
        if not clear or _everyday(part) or part.casefold() in shared:
            message = f"“{part}” may be the name of {secret.whose}: a person must look ({passage.part})."
            yield Finding("maybe-name-of-another", Severity.WARNING, message)
        else:
            yield _leak("name-of-another", secret, part, passage)


def _stands(words: str, text: str, flags: int = 0) -> bool:
    """Whether the words stand in the text as words of their own."""
    pattern = r"\s+".join(re.escape(word) for word in folded(words).split())
    return bool(pattern) and re.search(_inflected(pattern), text, flags) is not None


_RUN = 8  # words in a row that are no chance


def _find_story(secret: Secret, text: str, passage: Passage) -> Iterator[Finding]:
    """Runs of words of another's account. An allegation may quote it, so a person looks."""
    words, said = _plain_words(text), _plain_words(secret.text)
    runs = {tuple(said[n : n + _RUN]) for n in range(len(said) - _RUN + 1)}
    for n in range(len(words) - _RUN + 1):
        if tuple(words[n : n + _RUN]) in runs:
            quoted = " ".join(words[n : n + _RUN])
            message = f"“{quoted}” is in the words of {secret.whose}: a person must look ({passage.part})."
            yield Finding("maybe-words-of-another", Severity.WARNING, message)
            return


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[\w']+", plain_text(text))


def _everyday(part: str) -> bool:
    return part.casefold() in _EVERYDAY


def _leak(code: str, secret: Secret, words: str, passage: Passage) -> Finding:
    message = f"“{words}” belongs to {secret.whose} and stands in the {passage.part}."
    return Finding(code, Severity.ERROR, message)


def _inflected(pattern: str) -> str:
    """The name with its plural and possessive, as a word of its own, also inside e-mail addresses."""
    return rf"(?<![^\W_])(?:{pattern})(?:'?s'?)?(?![^\W_])"


def _parts(name: str) -> list[str]:
    """The words of a name that identify: no titles, no initials, double-barrelled names also apart."""
    words = [w.strip(".,;:()'\"") for w in name.split()]
    words += [half for w in words if "-" in w for half in w.split("-")]
    return [
        w
        for w in dict.fromkeys(words)
        if len(w) > 1 and not _initials(w) and w.casefold() not in _TITLES and not w.isdigit()
    ]


def _initials(word: str) -> bool:
    return "." in word or (len(word) == 2 and word.isupper())


def _has_contact(contact: str, text: str) -> bool:
    digits = re.sub(r"\D", "", contact)
    if "@" not in contact and len(digits) >= 7:
        return digits[-9:] in re.sub(r"[\s().\-–/]", "", text)
    return contact.strip().casefold() in text.casefold()
