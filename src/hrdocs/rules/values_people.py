"""Names of people in answers: one name, several, witnesses with their contacts, signatures.

A name is kept as written. What a person is (a role, a department, a relation) is no part of the
name; where no name is left ("my line manager") the words themselves are the answer.
"""

import re

from hrdocs.document import Reason, Status
from hrdocs.rules.values_contact import find_phones
from hrdocs.rules.values_text import (
    MISSING,
    ValueReading,
    is_blank,
    is_nothing,
    ok,
    one_line,
    tidy,
    unclear,
    without_leaders,
)

_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "councillor", "ald", "alderman", "rev", "revd", "reverend", "sir", "dame", "lady", "lord", "fr", "father", "sr", "sister", "capt", "captain", "sgt", "hon", "judge"]
)
_PARTICLES = frozenset(
    ["de", "da", "del", "della", "di", "du", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "binti", "ap", "ní", "ni", "ó", "o", "mac", "mc", "y", "e", "dos", "das", "st"]
)
_ROLES = frozenset(
    ["manager", "managers", "line", "team", "leader", "lead", "supervisor", "supervisors", "officer", "assistant", "director", "head", "chief", "executive", "coordinator", "co-ordinator", "administrator", "admin", "clerk", "foreman", "forewoman", "ganger", "chargehand", "boss", "colleague", "colleagues", "coworker", "co-worker", "workmate", "deputy", "senior", "junior", "principal", "acting", "interim", "area", "regional", "depot", "duty", "shift", "site", "project", "operative", "driver", "engineer", "surveyor", "planner", "accountant", "technician", "inspector", "warden", "caretaker", "cleaner", "receptionist", "secretary", "treasurer", "lecturer", "tutor", "dean", "registrar", "researcher", "student", "technologist", "instructor", "lifeguard", "attendant", "consultant", "contractor", "councillor", "member", "staff", "employee", "volunteer", "trainee", "apprentice", "temp", "agency", "worker", "advisor", "adviser", "analyst", "librarian", "porter", "nurse", "doctor", "teacher", "steward", "rep", "representative", "business", "support", "services", "customer", "front", "desk", "general"]
)
_UNITS = frozenset(
    ["planning", "finance", "hr", "payroll", "housing", "leisure", "parks", "waste", "environmental", "environment", "health", "building", "control", "it", "ict", "estates", "registry", "library", "security", "catering", "cleaning", "corporate", "democratic", "legal", "audit", "procurement", "tourism", "development", "regeneration", "community", "economic", "recycling", "cemeteries", "licensing", "enforcement", "marketing", "communications", "dept", "department", "section", "unit", "division", "directorate", "service", "services", "team", "office", "group", "faculty", "school", "college", "centre", "center", "depot", "council", "university", "civic", "facilities", "maintenance", "works", "roads", "transport", "fleet", "arts", "events", "policy", "od", "personnel", "human", "resources", "accounts", "reception", "stores", "workshop", "kitchen", "canteen", "gym", "pool", "the", "my", "our", "his", "her", "their", "your", "a", "an", "of", "in", "at", "from", "and", "for", "who", "is", "was", "works", "with"]
)
_LINKS = frozenset(
    ["my", "our", "his", "her", "their", "the", "a", "an", "of", "in", "at", "from", "for", "who", "is", "was", "works", "with", "to", "same", "another", "another's", "former", "ex"]
)
_STRANGERS = re.compile(
    r"(?:unknown|not known|don'?t know|do not know|unsure|not sure|name not known|(?:i )?(?:do not|don'?t) know (?:the |his |her |their )?names?)[.!]*",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r"[,\s]*(?:\band\b|&|\+|\bplus\b)\s*(?:(?:an?|one|two|three|some|several|various|the|\d)\s*)?"
    r"(?:others?|another|unknown(?: persons?)?|more)\b.*$|,?\s*\bet al\b\.?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,.]))\(?\d{1,2}[.)]\s*(?=[^\W\d])")
_EMAIL = re.compile(r"<?(?:mailto:)?[\w.!#$%&'’*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+>?", re.IGNORECASE)
_PHONE = re.compile(
    r"\+?\(?\d[\d\s().–-]{5,}\d(?:\s*(?:ext(?:ension|n)?|x)\.?\s*:?\s*\d{1,6})?", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:(?:full |their |witness )?names?|(?:work |home |personal )?e-?mail(?: address)?|"
    r"(?:work |home |mobile |contact )?(?:tele?phone|tel|phone|mobile|mob)(?: (?:no|number))?\.?"
    r"|contact(?: details| number| no\.?)?|number|ext)\s*[:=]\s*|\b(?:tel|mob)\.?\s+(?=[+(\d])",
    re.IGNORECASE,
)
_WITNESS_LABEL = re.compile(
    r"^\s*(?:witness(?:es)?(?: \d+)?(?: are| is)?\s*[:–-]|witness \d+\s+)\s*", re.IGNORECASE
)


def parse_name(text: str) -> ValueReading:
    """One person's name as written, titles kept."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    name = re.sub(r"^(?:full )?name\s*:\s*", "", one_line(text), flags=re.IGNORECASE).strip(" ,;:/|")
    if not re.search(r"[^\W\d_]", name):
        return unclear(Reason.GARBLED, name or None)
    if "@" in name or re.search(r"\d{3,}", name) or len(name.split()) > 10 or len(name) > 90:
        return unclear(Reason.UNSURE_PLACE, name)
    return ok(name)


def parse_names(text: str) -> ValueReading:
    """The people named in an answer, in the order written, without their roles."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    written = _EMAIL.sub(" ", without_leaders(text))
    if _STRANGERS.fullmatch(" ".join(written.replace("’", "'").split()).strip(" .")):
        return MISSING
    named = _AND_OTHERS.sub("", written)
    names, sure = _names_of(_PHONE.sub(" ", named))
    if not names:
        return unclear(Reason.UNSURE_PLACE, one_line(text) or None)
    return ok(names) if sure and named == written else unclear(Reason.SEVERAL_ANSWERS, names)


def _names_of(text: str) -> tuple[tuple[str, ...], bool]:
    names: list[str] = []
    sure = True
    for chunk in _chunks(text):
        found, certain = _split_people(chunk)
        names.extend(found)
        sure = sure and certain
    return tuple(dict.fromkeys(names)), sure


def _chunks(text: str) -> list[str]:
    """The parts of an answer that lines, semicolons, numbers and bullets set apart."""
    text = re.sub(r"(?<=\w[-‐’'])\n(?=\w)", "", text)
    lines = [re.sub(r"^\s*[•●▪◦‣∙■·*–—-]\s*", "", line) for line in _NUMBERED.sub("\n", text).split("\n")]
    chunks: list[str] = []
    for line in filter(None, (part.strip(" ,;") for whole in lines for part in whole.split(";"))):
        if chunks and _goes_on(chunks[-1], line):
            chunks[-1] = f"{chunks[-1]} {line}"
        else:
            chunks.append(line)
    return chunks


def _goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the name or description begun above it."""
    if line.startswith(("(", "&", "and ")) or before.endswith((" and", "&", " of", " the", "(")):
        return True
    last = before.split()[-1].casefold().strip(".")
    return last in _TITLES or last in _PARTICLES or before.count("(") > before.count(")")


def _split_people(chunk: str) -> tuple[list[str], bool]:
    """The names in one chunk, and whether the split is sure."""
    plain = " ".join(_parentheses(chunk).split())
    couple = re.fullmatch(r"(\w+)\.? (?:and|&) (\w+)\.? (\S.*)", plain)
    if couple and couple[1].casefold() in _TITLES and couple[2].casefold() in _TITLES:
        return [f"{couple[1]} {couple[3]}", f"{couple[2]} {couple[3]}"], False
    parts = _parts(plain)
    if (
        len(parts) == 2
        and "," in plain
        and all(len(p.split()) == 1 and not _is_description(p) for p in parts)
    ):
        return [f"{parts[1]} {parts[0]}"], False
    names: list[str] = []
    sure = True
    for part in parts:
        name = _name_in(part)
        if name and _is_person(name):
            names.append(name)
        elif not _is_description(part):
            sure = sure and not names and len(parts) == 1
            names.append(part)
    if couple and len(parts) == 2 and len(parts[0].split()) == 1 and len(parts[1].split()) == 2:
        sure = False  # "John and Mary Smith"
    return (names, sure) if names else ([plain], True)


def _parts(text: str) -> list[str]:
    """A chunk at its commas, dashes, slashes and joining words; never at a hyphen inside a name."""
    parts: list[str] = []
    for piece in re.split(r"\s*,\s*|\s+[-–—|]\s*|\s*:\s+|\s*/\s*|\s*–\s*|\s*—\s*", text):
        joined = re.split(r"\s+(?:and|&|\+|plus|as well as)\s+|^(?:and|&)\s+", piece)
        whole = len(joined) == 1 or all(_is_person(_name_in(j) or "") for j in joined if j.strip())
        described = all(_is_description(j) for j in joined[1:])
        parts.extend(joined if whole and not described else [piece])
    return [
        p for p in (part.strip(" .,;:") if not part.endswith(("Jr.", "Sr.")) else part for part in parts) if p
    ]


def _parentheses(text: str) -> str:
    """Text in brackets is a description, but for a byname inside a name: William (Billy) Smith."""

    def keep(match: re.Match[str]) -> str:
        inside = match.group(1).strip(" \"'“”‘’")
        inner = len(inside.split()) == 1 and inside[:1].isupper() and not _is_description(inside)
        follows = text[match.end() :].strip()[:1].isupper()
        return match.group() if inner and follows else " "

    return re.sub(r"\(([^()]*)\)?", keep, text)


def _key(word: str) -> str:
    return word.casefold().strip(".,'’\"()")


def _is_description(text: str) -> bool:
    """Whether the words say what somebody is, not who."""
    words = [_key(w) for w in re.split(r"[\s/]+", text) if _key(w) and _key(w) != "&"]
    if not words or words[0] in _TITLES - {"councillor"}:
        return not words
    known = sum(w in _ROLES or w in _UNITS or w in _LINKS or w.isdigit() for w in words)
    return known == len(words) or (words[-1] in _ROLES and known > 0) or (words[0] in _LINKS and known > 1)


def _name_in(text: str) -> str | None:
    """The name in "Line Manager John Smith", "my boss John Smith" or "John Smith from Planning"."""
    text = (
        re.split(r"\s+(?:of|from|in|at|who|my|our|the|is|was)\s+", text, maxsplit=1, flags=re.IGNORECASE)[0]
        if (_key(text.split()[0]) not in _LINKS if text.split() else False)
        else text
    )
    words = text.split()
    start = 0
    while start < len(words) and _key(words[start]) in _ROLES | _UNITS and _key(words[start]) not in _TITLES:
        start += 1
    if start == len(words):
        return None
    return " ".join(words[start:]) or None


def _is_person(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 6 or re.search(r"\d|[@!?]", name):
        return False
    rest = [w for w in words if _key(w) not in _TITLES]
    if not rest or any(_key(w) in _ROLES | (_UNITS - _PARTICLES) for w in rest):
        return False
    lower = [w for w in rest if w[:1].islower() and _key(w) not in _PARTICLES]
    return not lower or (len(lower) == len(rest) and len(rest) <= 3)


# --- Witnesses ------------------------------------------------------------------------------------


def parse_witnesses(text: str) -> ValueReading:
    """Witnesses as mappings of `name`, `email` and `phone`, each None where it was not given."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    written = "\n".join(_WITNESS_LABEL.sub("", line) for line in without_leaders(text).split("\n"))
    people: list[dict[str, str | None]] = []
    sure = True
    for chunk in _chunks(_LABEL.sub(" , ", written)):
        found, certain = _witnesses_in(chunk, people)
        people.extend(found)
        sure = sure and certain
    if not people:
        return unclear(Reason.UNSURE_PLACE)
    value = tuple(people)
    return ok(value) if sure else unclear(Reason.SEVERAL_ANSWERS, value)


def _witnesses_in(
    chunk: str, before: list[dict[str, str | None]]
) -> tuple[list[dict[str, str | None]], bool]:
    """The witnesses of one chunk; a chunk of contacts only belongs to the last one before it."""
    people: list[dict[str, str | None]] = []
    sure = True
    for kind, text in _pieces(chunk):
        if kind == "name":
            if not text.strip(" ,;:-–—/|()") or (is_nothing(text) and (people or before)):
                continue
            names, certain = _names_of(text)
            sure = sure and certain and (not people or len(names) < 2)
            people.extend({"name": name, "email": None, "phone": None} for name in names)
            continue
        owners = [p for p in people if p[kind] is None] or ([] if people else before[-1:])
        owner = _owner(owners, kind, text)
        if owner is None or owner[kind] is not None:
            people.append({"name": None, "email": None, "phone": None, kind: text})
            sure = False
            continue
        sure = sure and (
            len(owners) == 1
            or (owner is people[-1]
            and len(people) < 2)
            or (kind == "email"
            and _fits(owner, text))
        )
        owner[kind] = text
    return people, sure


def _pieces(chunk: str) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    start = 0
    for match in re.finditer(
        rf"(?P<email>{_EMAIL.pattern})|(?P<phone>{_PHONE.pattern})", chunk, re.IGNORECASE
    ):
        if match.group("phone") and not find_phones(match.group()):
            continue
        pieces.append(("name", chunk[start : match.start()]))
        kind = "email" if match.group("email") else "phone"
        text = re.sub(r"^<?(?:mailto:)?|>$", "", match.group(), flags=re.IGNORECASE)
        pieces.append((kind, text.strip(" .,;:–-") if kind == "phone" else text.strip(" .,;:")))
        start = match.end()
    return [*pieces, ("name", chunk[start:])]


def _owner(owners: list[dict[str, str | None]], kind: str, text: str) -> dict[str, str | None] | None:
    if kind == "email":
        for person in owners:
            if _fits(person, text):
                return person
    return owners[-1] if owners else None


def _fits(person: dict[str, str | None], email: str) -> bool:
    """Whether an address is made from a person's name."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].casefold())
    return any(
        len(w) > 2 and re.sub(r"[^a-z]", "", w.casefold()) in local for w in (person["name"] or "").split()
    )


# --- Signatures -------------------------------------------------------------------------------------

_SIGNED = re.compile(r"^(?:signed(?: by)?|signature(?: of complainant)?|/s/)\s*[:–-]?\s*", re.IGNORECASE)
_DATED = re.compile(r"[\s,;]*\bdated?\s*[:–-].*$", re.IGNORECASE | re.DOTALL)


def parse_signature(text: str, has_image: bool) -> ValueReading:
    """The typed name of a signature, or True where only an image of one stands there."""
    typed = _DATED.sub("", _SIGNED.sub("", one_line(text))).strip(" ,;:/|")
    if is_blank(typed) or is_nothing(typed) or typed.casefold() in ("x", "✗", "sign here", "signed"):
        return ok(True) if has_image else MISSING
    reading = parse_name(tidy(typed))
    if reading.status is Status.OK and re.search(r"\d", typed):
        return unclear(Reason.UNSURE_PLACE, typed)
    return reading
