"""Written complaints without labels: a letter's own sentences as the parts that a complaint needs.

What a sentence is for is never certain: these answers are `unclear` with the sentences as suggestion.
Only what the letter names outright (who writes, about whom, staff or student) is an answer.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hrdocs.document import Answer, Line, Place, Reason, Status, Value
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules import values
from hrdocs.rules.matching.slots import pieces_of

CLOSING = re.compile(
    r"^\W*(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm) (?:regards|wishes)"
    r"|regards|sincerely|many thanks|thank you)\W*$",
    re.IGNORECASE,
)
_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x250)) if c.isupper())
_CALLED = rf"[{_CAPITALS}][\w'’-]+"
_SURNAME = rf"(?:\s+(?:(?:de|van|der|von|ap|Ní|Mac) )*{_CALLED})"
_SUBJECT = re.compile(
    r"\b(?i:complain\w*|complaint|harassment|bullying|harassed|bullied|behaviour"
    r"|conduct)\b[^.;\n]{0,80}?\b(?i:about|against|by|of)\s+(?P<name>(?i:(?:my |our )?(?:[a-z]+ ){0,3}?)"
    rf"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Mx)\.?\s+{_CALLED}{_SURNAME}*|{_CALLED}{_SURNAME}+))"
)
_TITLED = re.compile(rf"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Mx)\.?\s+)?{_CALLED}{_SURNAME}*$")
_WORKS_IN = re.compile(
    r"\bI(?: am|['’]m| work| study)\b(?:(?!\b(?:about|against|complain\w*)\b)[^.;\n]){0,60}?"
    r"\b(?:in|at|for|of) the "
    rf"(?P<unit>{_CALLED}(?:,? (?:(?:of|for|and|&) )*(?:the )?{_CALLED})+)"
)
_TITLE = re.compile(r"(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Mx)\.?")
_SELF = re.compile(r"\b(?:i am|i'm|i’m|as) (?:an? |the )?(?P<what>[^.;,\n]{3,80})", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:department|college|faculty|university|school|institute|procedure|policy|team|office|council)\b",
    re.IGNORECASE,
)
_CUES: Mapping[str, re.Pattern[str]] = {
    "resolution": re.compile(
        r"\b(?:i (?:would|should) like|i['’]d like|i (?:want|ask|request|seek|hope)|i am (?:seeking"
        r"|asking|looking for|requesting)|resolution|outcome i|remedy|what i want)\b",
        re.I,
    ),
    "effect": re.compile(
        r"\b(?:made me|makes me|left me|affect(?:ed|ing|s)? (?:me|my)|effect (?:on|has)|impact|cannot "
        r"sleep|can['’]?t sleep|not sle(?:pt|eping)|anxi\w+|stress\w*|depress\w*|as a result,? i|i "
        r"(?:feel|felt|dread|avoid)|off sick|my health|lost confidence)\b",
        re.I,
    ),
    "previous-steps": re.compile(
        r"\b(?:i (?:have )?(?:already |also )?(?:spoke|spoken|raised|tried|asked|told|reported"
        r"|approached|contacted|met) |attempts?\b|informal\w*|mediation|tried to resolve)",
        re.I,
    ),
    "witness": re.compile(
        r"\b(?:witness\w*|saw (?:it|this|what|him|her)|(?:was|were) (?:also )?present|overheard|can "
        r"confirm)\b",
        re.I,
    ),
    "evidence": re.compile(r"\b(?:attach\w*|enclos\w*|evidence|screenshots?|copies of|recordings?)\b", re.I),
}
_WRITES = re.compile(r"\b(?:complain\w*|complaint|harass\w*|bull(?:y|ied|ying)|grievance)\b", re.IGNORECASE)


def read_letter(lines: Sequence[Line], definition: FormDefinition) -> dict[str, Answer] | None:
    """A letter's answers to a form that asks for effect and resolution; None where it is no complaint."""
    by_meaning = {f.means: f for f in definition.fields}
    if not {"effect", "resolution", "narrative"} <= by_meaning.keys():
        return None
    text = "\n".join(p.text.strip() for line in lines for p in pieces_of(line) if p.text.strip())
    if len(text) < 150 or len(text) > 40_000 or not _WRITES.search(text):
        return None
    parts = _sort(text)
    found = [m for m in ("narrative", "effect", "resolution", "previous-steps", "witness") if parts.get(m)]
    named = find_subject(text)
    if (
        named is None
        or "narrative" not in found
        or len(found) < 3
        or not {"effect", "resolution"} & set(found)
    ):
        return None
    where = lines[0].place if lines else None
    answers = {f.id: _missing(f) for f in definition.fields}
    for means, sentences in parts.items():
        one = by_meaning.get(means)
        if one is not None and sentences:
            answers[one.id] = _suggested(one, " ".join(sentences), where)
    return answers | named_answers(lines, definition)


def named_answers(lines: Sequence[Line], definition: FormDefinition) -> dict[str, Answer]:
    """What a letter names outright: who writes, about whom, and as staff or student."""
    pieces = [p for line in lines for p in pieces_of(line) if p.text.strip()]
    text = "\n".join(p.text.strip() for p in pieces)
    found: dict[str, Answer] = {}
    for one in definition.fields:
        if one.means == "respondent" and one.type is FieldType.NAME and (name := find_subject(text)):
            found[one.id] = Answer(one.id, name, name, Status.OK, where=_where(pieces, name))
        elif one.means == "complainant-type":
            found.update(_kind(one, text, [(p.text, p.place) for p in pieces]))
        elif one.means == "department" and (works := _WORKS_IN.search(" ".join(text.split("\n")))):
            unit = works["unit"]
            found[one.id] = Answer(one.id, unit, unit, Status.OK, where=_where(pieces, unit))
        elif one.means == "complainant" and (signed := find_signatory([p.text for p in pieces])):
            found[one.id] = Answer(one.id, signed, signed, Status.OK, where=_where(pieces, signed))
    return found


def find_subject(text: str) -> str | None:
    """The one person of whom a letter says that it complains; None where it names none or several."""
    names: list[str] = []
    for match in _SUBJECT.finditer(text):
        titled = _TITLED.search(_on_one_line(match["name"]))
        name = titled.group() if titled else ""
        if name and not _ORGANISATION.search(name) and values.parse_name(name).status is Status.OK:
            names.append(name)
    last = {n.split()[-1].casefold() for n in names}
    return max(names, key=len) if len(last) == 1 else None


def _on_one_line(name: str) -> str:
    """A name as far as its line goes; with the next line's word only where the first is too short."""
    first, _, rest = name.strip().partition("\n")
    whole = len([w for w in first.split() if not _TITLE.fullmatch(w) and w[:1].isupper()]) > 1
    return first.strip() if whole or not rest else " ".join(name.split())


def find_signatory(lines: Sequence[str]) -> str | None:
    """The name under a letter's closing."""
    for at, line in enumerate(lines):
        if CLOSING.match(line):
            for below in lines[at + 1 : at + 3]:
                name = below.split(",")[0].strip()
                if (
                    2 <= len(name.split()) <= 5
                    and values.parse_name(name).status is Status.OK
                    and not re.search(r"\d", name)
                ):
                    return name
    return None


def _kind(one: Field, text: str, lines: Sequence[tuple[str, Place]]) -> dict[str, Answer]:
    for match in _SELF.finditer(text):
        reading = values.parse_choice(match["what"], one.choices)
        if reading.status is Status.OK:
            raw = match.group().strip()
            place = next((p for t, p in lines if raw in t), None)
            return {one.id: Answer(one.id, reading.value, raw, Status.OK, where=place)}
    return {}


def _where(pieces: Sequence[object], name: str) -> Place | None:
    return next((p.place for p in pieces if name in getattr(p, "text", "")), None)  # type: ignore[attr-defined]


def _sort(text: str) -> dict[str, list[str]]:
    """The sentences of a letter by what they seem to be for."""
    parts: dict[str, list[str]] = {"narrative": [], "incident-dates": []}
    body = "\n".join(line for line in _body(text.split("\n")))
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“'‘])|\n+", body):
        sentence = sentence.strip()
        if len(sentence.split()) < 3:
            continue
        means = next((m for m, cue in _CUES.items() if cue.search(sentence)), "narrative")
        parts.setdefault(means, []).append(sentence)
        if means == "narrative" and re.search(
            r"\d{1,2}\s*(?:st|nd|rd|th)?[ /.-](?:\d|[A-Z][a-z]{2})|\b(?:19|20)\d\d\b", sentence
        ):
            parts["incident-dates"].append(sentence)
    return parts


def _body(lines: Sequence[str]) -> list[str]:
    """A letter's lines between its greeting and its closing."""
    start = next(
        (i + 1 for i, t in enumerate(lines) if re.match(r"\W*(?:dear|to whom)\b", t, re.IGNORECASE)), 0
    )
    end = next((i for i, t in enumerate(lines) if i > start and CLOSING.match(t)), len(lines))
    return list(lines[start:end])


def _missing(one: Field) -> Answer:
    many = one.type in (FieldType.WITNESSES, FieldType.LIST, FieldType.NAMES)
    return Answer(one.id, () if many else None, "", Status.MISSING)


def _suggested(one: Field, text: str, where: Place | None) -> Answer:
    suggestion: Value = text
    if one.type is FieldType.WITNESSES:
        suggestion = ()
    elif one.type is FieldType.LIST:
        suggestion = (text,)
    return replace(Answer(one.id, None, text, Status.UNCLEAR, Reason.UNSURE_PLACE, suggestion), where=where)
