"""Look in a finished letter for what its reader may not know.

Names are sought whole, in part and as initials, contacts in any spelling, another's story by runs of
words. A clear hit is an error. A name that is an everyday word too, that stands in small letters or in
the template's own words, or that the reader's own people share is a warning for a person.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrdocs.document import Finding, Severity
from hrdocs.letters.wordtext import Passage, plain_text
from hrdocs.rules.everyday import is_common, is_everyday
from hrdocs.rules.identifiers import (
    PLAIN_MARKS,
    contact_patterns,
    initials_of,
    initials_pattern,
    mailbox_pattern,
    name_parts,
    name_pattern,
    spellings_of,
    titled_pattern,
    user_name_pattern,
)
from hrdocs.rules.names import MONTH_NAMES
from hrdocs.rules.short_names import short_forms
from hrdocs.rules.withholding import Secret

_MONTH = "|".join(MONTH_NAMES)
_DATES = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{4}}\b")
_MASK = "\x1f"
_NEAR = 6  # letters from which a word that differs in one is more likely a slip than another word
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][A-Za-z'-]{4,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Place:
    """One passage to look in: the whole text, and what of it is not the template's own."""

    passage: Passage
    text: str
    own: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What of names the reader may know: words of them, and initials."""

    words: frozenset[str]
    initials: frozenset[str]


def check_secrets(
    passages: Sequence[Passage],
    secrets: Sequence[Secret],
    allowed: Sequence[str] = (),
    standing: Sequence[str] = (),
) -> list[Finding]:
    """Every secret found, whole or in part, in any passage of the file.

    `allowed` are names that the reader may see; one that is itself a secret is none of them. `standing` are
    the stretches of the template's own text.
    """
    kept = {folded(s.text).casefold() for s in secrets if s.kind == "name" and s.sure}
    names = [folded(name) for name in sorted(allowed, key=len, reverse=True) if name.strip()]
    names = [name for name in names if name.casefold() not in kept]
    known = _Known(
        frozenset(part.casefold() for name in names for part in name_parts(name)),
        frozenset(initials_of(name) for name in names),
    )
    stretches = [folded(stretch) for stretch in standing]
    out: dict[tuple[str, str, str], Finding] = {}
    for passage in passages:
        text = _DATES.sub(_MASK, folded(passage.text))
        own = without_standing(text, stretches)
        for name in names:
            text, own = (
                re.sub(name_pattern(name), _MASK, found, flags=re.IGNORECASE) for found in (text, own)
            )
        place = _Place(passage, text, own)
        for secret in secrets:
            for finding in _find_secret(secret, place, known):
                finding = finding if secret.sure else _asked(finding)
                out.setdefault((finding.code, finding.message, passage.part), finding)
    return list(out.values())


def folded(text: str) -> str:
    """The text without accents and invisible characters, its quotation marks and spaces plain."""
    apart = unicodedata.normalize("NFKD", text.translate(PLAIN_MARKS))
    return "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


def without_standing(text: str, stretches: Sequence[str]) -> str:
    """The text less the template's own words; a stretch of few words only where it is the whole."""
    plain = text.strip()
    for stretch in stretches:
        if stretch == plain:
            return ""
        if len(stretch.split()) >= 3 and stretch in text:
            text = text.replace(stretch, _MASK)
    return text


def _find_secret(secret: Secret, place: _Place, known: _Known) -> Iterable[Finding]:
    if secret.kind == "contact":
        yield from _find_contact(secret, place)
    elif secret.kind == "narrative":
        yield from _find_story(secret, place)
    elif secret.kind == "name":
        yield from _find_name(secret, place, known)
    elif len(secret.text.split()) > 1 and _stands(secret.text, place.text, re.IGNORECASE):
        yield _leak("words-of-another", secret, secret.text, place.passage)
    elif _is_telling(secret.text) and _stands(secret.text, place.own, re.IGNORECASE):
        message = f"“{secret.text}” may be what was recorded for {secret.whose}: a person must look"
        finding = f"{message} ({place.passage.part})."
        yield Finding("maybe-words-of-another", Severity.WARNING, finding)


def _names_somebody(form: str, text: str) -> bool:
    """Whether a short form stands there; one that is a common word not where a sentence begins."""
    for found in re.finditer(name_pattern(form), text):
        if not is_common(form) or re.search(r"\w[,;'\")-]*\s+$", text[: found.start()]):
            return True
    return False


def _is_telling(word: str) -> bool:
    """Whether a single word can tell something: "Dismissal", no "None"."""
    return word.isalpha() and len(word) > 4


def _find_contact(secret: Secret, place: _Place) -> Iterator[Finding]:
    """The whole contact in any spelling, else a part that gives it away."""
    text = place.text.casefold()
    for pattern, sure in contact_patterns(folded(secret.text)):
        found = re.search(pattern, text)
        if found is not None and sure:
            yield _leak("contact-of-another", secret, secret.text, place.passage)
            return
        if found is not None:
            message = f"“{found.group().strip()}” may be a contact of {secret.whose}: a person must look"
            yield Finding("maybe-contact-of-another", Severity.WARNING, f"{message} ({place.passage.part}).")


def _find_name(secret: Secret, place: _Place, known: _Known) -> Iterable[Finding]:
    """The whole name, else its parts, else what may stand for it; capitals tell names from words."""
    spellings = [folded(name) for name in spellings_of(secret.text)]
    parts = list(dict.fromkeys(part for whole in spellings for part in name_parts(whole)))
    everyday = all(is_everyday(part) for part in parts)
    if not everyday and any(_stands(whole, place.text, re.IGNORECASE) for whole in spellings):
        yield _leak("name-of-another", secret, secret.text, place.passage)
        return
    found = False
    for part in parts:
        sure = _is_sure(part, place, known)
        if sure is None:
            continue
        found = True
        if sure:
            yield _leak("name-of-another", secret, part, place.passage)
        else:
            yield _maybe(secret, part, place.passage)
    if not found:
        yield from (_maybe(secret, word, place.passage) for word in _find_likeness(parts, place, known))
    letters = initials_of(spellings[0])
    if (
        not found
        and letters
        and letters not in known.initials
        and re.search(initials_pattern(letters), place.own)
    ):
        yield _maybe(secret, letters, place.passage)


def _find_likeness(parts: Sequence[str], place: _Place, known: _Known) -> Iterator[str]:
    """Words that may mean a name: a short form of it, a user name, a slip of one letter."""
    from rapidfuzz.distance import OSA

    given = parts[0] if parts else ""
    forms = {form.capitalize() for form in short_forms(given) if form not in known.words}
    yield from (form for form in sorted(forms) if _names_somebody(form, place.own))
    for part in parts:
        if (name := re.search(user_name_pattern(part), place.own)) and not is_everyday(part):
            yield name.group()
    long = [part.casefold() for part in parts if len(part) >= _NEAR and not is_everyday(part)]
    for word in dict.fromkeys(_CAPITALISED.findall(place.own)) if long else ():
        plain = word.casefold().removesuffix("'s")
        near = any(OSA.distance(plain, part, score_cutoff=1) == 1 for part in long)
        if near and plain not in known.words and not is_everyday(word):
            yield word


def _is_sure(part: str, place: _Place, known: _Known) -> bool | None:
    """Whether a part of a name stands there as that name; None where it does not stand there."""
    everyday = is_everyday(part)
    if everyday and part.islower():
        return None
    shared = part.casefold() in known.words
    if re.search(mailbox_pattern(part), place.text):
        return not shared and not everyday
    if everyday and re.search(titled_pattern(part), place.text):
        return not shared
    if _stands(part, place.own) or (everyday and _stands(part.upper(), place.own)):
        return not everyday and not shared
    if _stands(part, place.text):
        return False
    if is_common(part) or len(part) < 3 or not _stands(part, place.own, re.IGNORECASE):
        return None
    return False


def _stands(words: str, text: str, flags: int = 0) -> bool:
    """Whether the words stand in the text as words of their own."""
    return re.search(name_pattern(folded(words)), text, flags) is not None


_RUN = 8  # words in a row that are no chance


def _find_story(secret: Secret, place: _Place) -> Iterator[Finding]:
    """Runs of words of another's account. An allegation may quote it, so a person looks."""
    words, said = _plain_words(place.text), _plain_words(secret.text)
    runs = {tuple(said[n : n + _RUN]) for n in range(len(said) - _RUN + 1)}
    for n in range(len(words) - _RUN + 1):
        if tuple(words[n : n + _RUN]) in runs:
            quoted = " ".join(words[n : n + _RUN])
            message = f"“{quoted}” is in the words of {secret.whose}: a person must look"
            yield Finding("maybe-words-of-another", Severity.WARNING, f"{message} ({place.passage.part}).")
            return


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[\w']+", plain_text(text))


def _leak(code: str, secret: Secret, words: str, passage: Passage) -> Finding:
    message = f"“{words}” belongs to {secret.whose} and stands in the {passage.part}."
    return Finding(code, Severity.ERROR, message)


def _asked(finding: Finding) -> Finding:
    """A find in a letter that had better not say it, though its reader knows it: a person looks."""
    if finding.severity is not Severity.ERROR:
        return finding
    told = f"{finding.message.removesuffix('.')}: a person must look."
    return Finding(f"maybe-{finding.code}", Severity.WARNING, told)


def _maybe(secret: Secret, words: str, passage: Passage) -> Finding:
    message = f"“{words}” may be the name of {secret.whose}: a person must look ({passage.part})."
    return Finding("maybe-name-of-another", Severity.WARNING, message)
