"""Look in a finished letter for what its reader may not know.

Names are sought whole and in part, with plural and possessive, contacts in any spelling, another's
story by runs of words. A clear hit is an error. A name that is an everyday word too, that stands in
small letters, or that the reader's own people share is a warning for a person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from hrdocs.document import Finding, Severity
from hrdocs.letters.wordtext import Passage, plain_text
from hrdocs.rules.withholding import Secret

_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "revd",
        "cllr",
        "lord",
        "lady",
    )
)
# Names that are everyday words too: a hit asks a person instead of stopping the letter.
_EVERYDAY = frozenset(
    """
    april august baker bill bond brook brown carol christian clay cook dale dean drew faith field fields
    frank gene grace grant gray green grey guy hall hill hope hunter iris jack joy june king knight lane
    law long lily major mark marsh mason may mercy miles moore noble page park parker pat pearl penny
    price ray reed rich rob rock rose ruby ruth sandy short singer small smith stone street sue summer
    taylor temple terry todd violet wade wall ward waters way webb wells west white will wills wise wood
    woods young
    """.split()  # noqa: SIM905 (a list of words reads better)
)


def check_secrets(
    passages: Sequence[Passage], secrets: Sequence[Secret], allowed: Sequence[str] = ()
) -> list[Finding]:
    """Every secret found, whole or in part, in any passage of the file."""
    shared = {part.casefold() for name in allowed for part in _parts(name)}
    out: dict[tuple[str, str, str], Finding] = {}
    for passage in passages:
        text = passage.text
        for name in sorted(allowed, key=len, reverse=True):
            if name.strip():
                text = re.sub(_inflected(re.escape(name.strip())), "\x1f", text, flags=re.I)
        for secret in secrets:
            for finding in _find_secret(secret, text, passage, shared):
                out.setdefault((finding.code, finding.message, passage.part), finding)
    return list(out.values())


def _find_secret(secret: Secret, text: str, passage: Passage, shared: set[str]) -> Iterable[Finding]:
    if secret.kind == "contact":
        if _has_contact(secret.text, text):
            yield _leak("contact-of-another", secret, secret.text, passage)
        return
    if secret.kind == "narrative":
        yield from _find_story(secret, text, passage)
        return
    whole = r"[\s\u00a0]+".join(re.escape(w) for w in secret.text.split())
    if whole and re.search(_inflected(whole), text, re.I):
        yield _leak(
            "name-of-another" if secret.kind == "name" else "words-of-another", secret, secret.text, passage
        )
        return
    if secret.kind != "name":
        return
    for part in _parts(secret.text):
        clear = re.search(_inflected(re.escape(part)), text)
        if clear is None and (_everyday(part) or not re.search(_inflected(re.escape(part)), text, re.I)):
            continue
        if clear is None or _everyday(part) or part.casefold() in shared:
            message = f"“{part}” may be the name of {secret.whose}: a person must look ({passage.part})."
            yield Finding("maybe-name-of-another", Severity.WARNING, message)
        else:
            yield _leak("name-of-another", secret, part, passage)


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
    return rf"(?<![^\W_])(?:{pattern})(?:['’]?s['’]?)?(?![^\W_])"


def _parts(name: str) -> list[str]:
    """The words of a name that identify: no titles, no initials, double-barrelled names also apart."""
    words = [w.strip(".,()'’\"") for w in name.split()]
    words += [half for w in words if "-" in w for half in w.split("-")]
    return [w for w in dict.fromkeys(words) if len(w) > 2 and w.casefold() not in _TITLES and not w.isdigit()]


def _has_contact(contact: str, text: str) -> bool:
    digits = re.sub(r"\D", "", contact)
    if "@" not in contact and len(digits) >= 7:
        return digits[-9:] in re.sub(r"[\s().\-–/]", "", text)
    return contact.strip().casefold() in text.casefold()
