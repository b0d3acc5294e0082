"""Witnesses in free text: who, with the e-mail address and the telephone number beside each name."""

import re

from hrdocs.document import Reason
from hrdocs.rules.values_contact import find_phones
from hrdocs.rules.values_people import find_names, split_chunks
from hrdocs.rules.values_text import MISSING, ValueReading, is_blank, is_nothing, ok, unclear, without_leaders

Person = dict[str, str | None]

_EMAIL = r"<?(?:mailto:)?[\w.!#$%&'’*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+>?"
_PHONE = (
    r"\+?\(?\d[\d\s().–-]{5,}\d(?:,?\s*(?:ext(?:ension|n)?|x)\.?\s*:?\s*\d{1,6})?"
    r"|\bext(?:ension|n)?\.?\s*:?\s*\d{2,6}\b"
)
_CONTACT = re.compile(rf"(?P<email>{_EMAIL})|(?P<phone>{_PHONE})", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?:full |their |witness )?names?|(?:work |home |personal )?e-?mail(?: address)?|"
    r"(?:work |home |mobile |contact )?(?:tele?phone|tel|phone|mobile|mob)(?: (?:no|number))?\.?"
    r"|contact(?: details| number| no\.?)?|number)\s*[:=]\s*"
    r"|\bhow (?:to|can we|do we|we can) (?:contact|reach)(?: them)?\s*[:?]?|\b(?:tel|mob)\.?\s+(?=[+(\d])",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:\W*\b(?:full|names?|e-?mail|tel|tele?phone|phone|mobile|contact|address|numbers?|no|details?|and|witness(?:es)?"
    r"|work|job|title|of|relationship)\b\W*)+",
    re.IGNORECASE,
)
_WITNESS = re.compile(
    r"^\s*(?:witness(?:es)?(?: \d+)?(?: are| is)?\s*[:–-]|witness \d+\s+)\s*", re.IGNORECASE
)
_NAMED = re.compile(r"^\s*(?:\(?[a-h\d]{1,2}[.)]\s*)?(?:Full name|Name)\s+(?=[^\W\d_]+ \S)")


def parse_witnesses(text: str) -> ValueReading:
    """Witnesses as mappings of `name`, `email` and `phone`, each None where it was not given."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    parted = re.sub(r"\t\s*(?=\S)", " , ", text.replace(":\t", ": "))  # a tab is never within a name
    written = "\n".join(
        _NAMED.sub("", _WITNESS.sub("", line)) for line in without_leaders(parted).split("\n")
    )
    people: list[Person] = []
    sure = True
    for chunk in split_chunks(_LABEL.sub(" , ", written)):
        found, certain = _witnesses_in(chunk, people)
        people.extend(found)
        sure = sure and certain
    known = [p for p in people if not _HEADING.fullmatch(p["name"] or "-")]
    if len(known) < len(people):  # a table's headings read as a person: who has what is not sure
        people, sure = known, False
    if not people:
        return unclear(Reason.UNSURE_PLACE)
    sure = sure and not any(re.match(r"\s*[).,;]", p["name"] or "-") for p in people)
    if any(re.search(r"\b(?:I|my)\b", line) for line in written.strip().split("\n")[1:]):
        sure = False  # a sentence below the people may answer what is asked next
    sure = sure and all(re.search(r"[^\W\d_]", p["name"] or "-") or not p["name"] for p in people)
    value = tuple(people)
    return ok(value) if sure else unclear(Reason.SEVERAL_ANSWERS, value)


def _witnesses_in(chunk: str, before: list[Person]) -> tuple[list[Person], bool]:
    """The witnesses of one chunk; a chunk of contacts only belongs to the last one before it."""
    people: list[Person] = []
    sure = True
    for kind, text in _pieces(chunk):
        if kind == "name":
            if not re.search(r"\w", text) or (is_nothing(text) and (people or before)):
                continue
            names, certain = find_names(text)
            sure = sure and certain and (not people or len(names) < 2)
            people.extend({"name": name, "email": None, "phone": None} for name in names)
            continue
        owners = [p for p in people if p[kind] is None] or ([] if people else before[-1:])
        owner = _owner(owners, kind, text)
        if owner is None or owner[kind] is not None:
            people.append({"name": None, "email": None, "phone": None, kind: text})
            sure = False
            continue
        only = len(owners) == 1 or (owner is people[-1] and len(people) < 2)
        sure = sure and (only or (kind == "email" and _fits(owner, text)))
        owner[kind] = text
    return people, sure


def _pieces(chunk: str) -> list[tuple[str, str]]:
    """A chunk cut into names, e-mail addresses and telephone numbers, in the order written."""
    pieces: list[tuple[str, str]] = []
    start = 0
    for match in _CONTACT.finditer(chunk):
        phone = match.group("phone")
        if phone and not find_phones(phone) and not phone.casefold().startswith("ext"):
            continue
        pieces.append(("name", chunk[start : match.start()]))
        text = re.sub(r"^<?(?:mailto:)?|>$", "", match.group(), flags=re.IGNORECASE)
        pieces.append(("phone", text.strip(" .,;:–-")) if phone else ("email", text.strip(" .,;:")))
        start = match.end()
    return [*pieces, ("name", chunk[start:])]


def _owner(owners: list[Person], kind: str, text: str) -> Person | None:
    if kind == "email":
        for person in owners:
            if _fits(person, text):
                return person
    return owners[-1] if owners else None


def _fits(person: Person, email: str) -> bool:
    """Whether an address is made from a person's name."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].casefold())
    words = (re.sub(r"[^a-z]", "", word.casefold()) for word in (person["name"] or "").split())
    return any(len(word) > 2 and word in local for word in words)
