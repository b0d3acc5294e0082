"""Names of people in answers: one name, several, signatures.

A name is kept as written. What a person is (a role, a department, a relation) is no part of the
name; where no name is left ("my line manager") the words themselves are the answer. A list that
could be split in two ways is unclear.
"""

import re
import unicodedata
from itertools import pairwise

from hrdocs.document import Reason, Status
from hrdocs.rules.values_person_words import (
    FIRST_NAMES,
    LINKS,
    PARTICLES,
    ROLES,
    ROLES_AND_SURNAMES,
    TITLES,
    UNITS,
)
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

_DESCRIPTIONS = ROLES | UNITS | LINKS
_STRANGERS = re.compile(
    r"(?:name |names )?(?:unknown|not known|unsure|not sure)"
    r"|(?:i )?(?:do not|don'?t|didn'?t) (?:know|get)(?: (?:the |his |her |their )?names?)?",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r"[,\s]*(?:\band\b|&|\+|\bplus\b)\s*(?:(?:an?|one|two|three|some|several|various|the|\d)\s*)?"
    r"(?:others?|another|unknown(?: persons?)?|more)\b.*$|,?\s*\bet al\b\.?|,?\s*\betc\b\.?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,.]))\(?\d{1,2}[.)]\s*(?=[^\W\d])")
_BULLET = re.compile(r"^\s*[•●▪◦‣∙■·*–—-]\s*")
_GRADE = re.compile(
    r"\s*[,(–-]\s*(?:(?i:grade|band|scale|level|spine point)\s?[\w+/-]{1,4}"
    r"|(?:AA|AO|EO|HEO|SEO|ASO|SO|HSO|SSO|PSO|DP|SCS ?\d?|(?:G|PO|SO|SC)\s?\d{1,2})(?![\w.]))"
    r"\)?(?=\s*(?:[,;)\n]|$|and\b|&))"
)
_ADDRESS = re.compile(r"<?(?:mailto:)?[\w.!#$%&'’*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+>?", re.IGNORECASE)
_NUMBER = re.compile(
    r"\+?\(?\d[\d\s().–-]{5,}\d(?:,?\s*(?:ext(?:ension|n)?|x)\.?\s*:?\s*\d{1,6})?", re.IGNORECASE
)


def parse_name(text: str) -> ValueReading:
    """One person's name as written, titles kept."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    name = re.sub(r"^(?:full )?name\s*:\s*", "", one_line(text), flags=re.IGNORECASE).strip(" ,;:/|")
    if not re.search(r"[^\W\d_]", name):
        return unclear(Reason.GARBLED, name or None)
    name = _without_description(name)
    if "@" in name or re.search(r"\d{3,}", name) or len(name.split()) > 10 or len(name) > 90:
        return unclear(Reason.UNSURE_PLACE, name)
    return ok(name)


def _without_description(name: str) -> str:
    """The name without what its writer is: "Priya Nair (student)", "Ann Bell, Clerk, Parks"."""
    match = re.fullmatch(r"([^,(]+?)\s*(?:,\s*(.+)|\(([^()]+)\))", name)
    if match is None or len(match[1].split()) < 2:
        return name
    said = [word for word in re.split(r"[\s,/()&-]+", match[2] or match[3]) if word]
    is_description = any(_key(w) in ROLES | UNITS for w in said) and not any(_key(w) in TITLES for w in said)
    return match[1] if is_description else name


def parse_names(text: str) -> ValueReading:
    """The people named in an answer, in the order written, without their roles."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    written = _ADDRESS.sub(" ", without_leaders(text))
    if _STRANGERS.fullmatch(" ".join(written.replace("’", "'").split()).strip(" .")):
        return MISSING
    named = _AND_OTHERS.sub("", written)
    names, sure = find_names(_GRADE.sub("", _NUMBER.sub(" ", named)))
    if not names:
        return unclear(Reason.UNSURE_PLACE, one_line(text) or None)
    # a role's last word on a line of its own is no second person: "Una Bell, Works | Foreman"
    cut_off = any(len(n.split()) == 1 and _key(n) in ROLES for n in names[1:])
    return ok(names) if sure and named == written and not cut_off else unclear(Reason.SEVERAL_ANSWERS, names)


def find_names(text: str) -> tuple[tuple[str, ...], bool]:
    """The names in a text, and whether splitting them so is sure."""
    chunks = split_chunks(text)
    lines = [line for line in text.split("\n") if line.strip(" ,;.")]
    if len(chunks) == 2 == len(lines) and len(chunks[1].split()) == 1 and not _says_what(chunks[1]):
        whole = " ".join(chunks)
        if len(whole.split()) < 5:  # "Dr Jane" above "Smith": one name broken over lines, or two people
            return (whole,), _key(chunks[0].split()[0]) in TITLES and len(chunks[0].split()) < 3
    names: list[str] = []
    sure = True
    for chunk in chunks:
        found, certain = _split_people(chunk, several=len(chunks) > 1)
        names.extend(found)
        sure = sure and certain
    return tuple(dict.fromkeys(names)), sure and not _may_be_cut(lines, names)


def _may_be_cut(lines: list[str], names: list[str]) -> bool:
    """Whether a line may end within a name, in a list with commas: "Jun | May, Ann Bell and …"."""
    single = {name for name in names if len(name.split()) == 1}
    titled = {name for name in names if len(name.split()) == 2 and _key(name.split()[0]) in TITLES}
    for before, after in pairwise(lines):
        if re.split(r"[,;]", before)[-1].strip() in titled and re.split(r"[,;(]", after)[0].strip() in single:
            return True
    return any(
        (before.split(",")[-1].split(" and ")[-1].strip() in single)
        or (after.split(",")[0].split(" and ")[0].strip() in single)
        for before, after in pairwise(lines)
        if not before.rstrip().endswith((",", ";"))
        and any(sum(name in line for name in names) > 1 for line in (before, after))
    )


def split_chunks(text: str) -> list[str]:
    """The parts of an answer that lines, semicolons, numbers and bullets set apart."""
    text = re.sub(r"(?<=\w[-‐’'])\n(?=\w)", "", text)
    lines = [_BULLET.sub("", line) for line in _NUMBERED.sub("\n", text).split("\n")]
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
    last = _key(before.split()[-1])
    return last in TITLES or last in PARTICLES or before.count("(") > before.count(")")


def _split_people(chunk: str, *, several: bool) -> tuple[list[str], bool]:
    """The names in one chunk, and whether the split is sure."""
    plain = " ".join(_without_brackets(chunk).split()).strip(" ,;:")
    if not plain:
        return [], True
    couple = re.fullmatch(r"(\w+)\.? (?:and|&) (\w+)\.? (\S.*)", plain)
    if couple and couple[1].casefold() in TITLES and couple[2].casefold() in TITLES:
        return [f"{couple[1]} {couple[3]}", f"{couple[2]} {couple[3]}"], False
    parts = _parts(plain)
    if len(parts) == 2 and "," in plain and all(len(p.split()) == 1 and not _says_what(p) for p in parts):
        return [f"{parts[1]} {parts[0]}"], False  # "Smith, John"
    listed = len(parts) > 2 and bool(re.search(r"\s(?:and|&)\s+\S+(?:\s\S+){1,3}$", plain))
    names: list[str] = []
    sure = not (couple and len(parts) == 2 and len(parts[0].split()) == 1 < len(parts[1].split()))
    for part in parts:
        name = _name_in(part)
        if names and _describes(part):
            continue
        if name and _is_person(name):
            sure = (
                sure
                and not _may_be_role(name)
                and (not names or _joined_by_and(plain, part) or _surely_person(name) or listed)
            )
            names.append(name)
        elif not _says_what(part):
            sure = False
            names.append(part)
    if names:
        return names, sure
    return ([] if several and _says_what(plain) and not _is_somebody(plain) else [plain]), True


def _describes(text: str) -> bool:
    """Whether words behind a name, none with a capital, tell of a role: "relief lifeguard at the pool"."""
    words = text.split()
    return not any(w[:1].isupper() for w in words) and any(_known(w) for w in words)


def _joined_by_and(plain: str, part: str) -> bool:
    at = plain.find(part)
    return bool(re.search(r"(?:\band|&|\+)\s*$", plain[:at])) if at > 0 else False


def _is_somebody(text: str) -> bool:
    """Whether a description stands for a person: "my line manager", but not "Planning"."""
    words = [_key(w) for w in text.split()]
    return words[0] in LINKS or any(w in ROLES for w in words)


def _parts(text: str) -> list[str]:
    """A chunk at its commas, dashes, slashes and joining words; never at a hyphen inside a name."""
    parts: list[str] = []
    for piece in re.split(r"\s*,\s*|\s+[-–—|]\s*|\s*:\s+|\s*/\s*|\s*[–—]\s*", text):
        joined = [
            j for j in re.split(r"\s+(?:and|&|\+|plus|as well as)\s+|^(?:and|&)\s+", piece) if j.strip()
        ]
        people = [_is_person(_name_in(j) or "") for j in joined]
        parts.extend(joined if all(people) or (len(joined) > 1 and people[0] and people[-1]) else [piece])
    return [
        stripped
        for part in parts
        if (stripped := part if part.endswith(("Jr.", "Sr.")) else part.strip(" .,;:"))
    ]


def _without_brackets(text: str) -> str:
    """Text in brackets is a description, but for a byname inside a name: William (Billy) Smith."""

    def keep(match: re.Match[str]) -> str:
        inside = match.group(1).strip(" \"'“”‘’")
        byname = len(inside.split()) == 1 and inside[:1].isupper() and not _says_what(inside)
        return match.group() if byname and text[match.end() :].strip()[:1].isupper() else " "

    return re.sub(r"\(([^()]*)\)?", keep, text)


def _key(word: str) -> str:
    return word.casefold().strip(".,'’\"()")


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1 and word[:1].isupper()


def _known(word: str) -> bool:
    return not _is_initial(word) and (_key(word) in _DESCRIPTIONS or word.isdigit())


def _says_what(text: str) -> bool:
    """Whether the words say what somebody is, not who."""
    words = [w for w in re.split(r"[\s/]+", text) if _key(w) and _key(w) != "&"]
    if not words or _key(words[0]) in TITLES - {"councillor"}:
        return not words
    unknown = [w for w in words if not _known(w)]
    if not unknown:
        return True
    ends = _key(words[-1]) in ROLES - ROLES_AND_SURNAMES
    begins = _key(words[0]) in LINKS and len(unknown) < len(words) - 1
    return (ends or begins) and _key(words[0]) not in FIRST_NAMES


def _name_in(text: str) -> str | None:
    """The name in "Line Manager John Smith", "my boss John Smith", "John Smith from Planning"."""
    words = text.split()
    if words and _key(words[0]) not in LINKS:
        cut = next((i for i, w in enumerate(words) if i and w in LINKS - {"a", "e"}), len(words))
        words = words[:cut]
    start = 0
    while start < len(words) and _known(words[start]) and _key(words[start]) not in TITLES:
        start += 1
    name = words[start : _name_end(words, start)]
    if start and name and all(w[:1].islower() for w in name) and (len(name) < 2 or LINKS & set(name)):
        return None  # "a member of the public"
    return " ".join(name) or None


def _name_end(words: list[str], start: int) -> int:
    """Where a name ends before a role that stands behind it: "Sean Murphy | Works Manager".

    One such word behind a lone first name is the surname: "Mr Sean Works".
    """
    end = len(words)
    while end > start + 1 and _key(words[end - 1]) in ROLES | UNITS and not _is_initial(words[end - 1]):
        end -= 1
    behind = len(words) - end
    own = [w for w in words[start:end] if _key(w) not in TITLES]
    if behind == 1 and (len(own) < 2 or _key(words[-1]) in ROLES_AND_SURNAMES or _all_first(own)):
        return len(words)
    if behind > 1 and not own:
        return end + 1
    return end


def _may_be_role(name: str) -> bool:
    """Whether the last word could be the person's job: "Mr Murphy Planner"."""
    words = name.split()
    own = [w for w in words if _key(w) not in TITLES]
    doubtful = len(own) == 2 < len(words) and _key(own[1]) in ROLES - ROLES_AND_SURNAMES
    return doubtful and not _is_first(own[0])


def _all_first(words: list[str]) -> bool:
    return all(_is_first(part) for word in words for part in word.split("-"))


def _has_surname(words: list[str]) -> bool:
    """Whether a role or unit at the end is a surname: a title or a first name stands before it."""
    own = [w for w in words if _key(w) not in TITLES]
    return len(words) > 1 and words[-1][:1].isupper() and (len(own) < len(words) or _is_first(own[0]))


def _is_first(word: str) -> bool:
    plain = unicodedata.normalize("NFKD", _key(word).replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).partition("-")[0] in FIRST_NAMES


def _is_person(name: str) -> bool:
    """Whether the words have the shape of a name."""
    words = name.split()
    if not words or len(words) > 6 or re.search(r"\d|[@!?]", name):
        return False
    rest = [w for w in words if _key(w) not in TITLES]
    surname = (len(rest) > 1 and _key(rest[-1]) in ROLES_AND_SURNAMES) or _has_surname(words)
    body = rest[:-1] if surname else rest
    if not rest or any(_known(w) and _key(w) not in PARTICLES and _key(w) not in FIRST_NAMES for w in body):
        return False
    lower = [w for w in rest if w[:1].islower() and _key(w) not in PARTICLES]
    return not lower or (len(lower) == len(rest) and len(rest) <= 3)


def _surely_person(name: str) -> bool:
    """Whether a title, an initial or a common first name shows that the words are a person's name."""
    words = name.split()
    return _key(words[0]) in TITLES or _is_initial(words[0]) or _is_first(words[0])


# --- Signatures -----------------------------------------------------------------------------------

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
