"""Answers from scans: what OCR may have misread is left to a person.

An engine without other languages drops accents and is as sure of "Muller" as of any word, so a name
that is often written with one is never certain.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from hrdocs.document import Answer, Reason, Status
from hrdocs.procedure import Field, FieldType

_ACCENTED = frozenset(
    [
        "aine",
        "ciara",
        "ciaran",
        "cathal",
        "caoimhin",
        "daithi",
        "eilis",
        "eilish",
        "eamon",
        "eamonn",
        "grainne",
        "maire",
        "mairead",
        "mairin",
        "micheal",
        "oisin",
        "padraig",
        "padraic",
        "peadar",
        "roisin",
        "ronan",
        "ruairi",
        "sean",
        "seamus",
        "sinead",
        "siobhan",
        "tomas",
        "una",
        "nuala",
        "ni",
        "o",
        "ui",
        "fionnuala",
        "fergal",
        "dhomhnaill",
        "suilleabhain",
        "muller",
        "bjorn",
        "jurgen",
        "gunther",
        "schroder",
        "jorg",
        "francois",
        "francoise",
        "rene",
        "renee",
        "andre",
        "helene",
        "zoe",
        "chloe",
        "noel",
        "noelle",
        "jose",
        "ines",
        "ibanez",
        "gonzalez",
        "rodriguez",
        "fernandez",
        "martinez",
        "lopez",
        "perez",
        "sanchez",
        "gomez",
        "nunez",
        "munoz",
        "garcia",
        "ramirez",
        "diaz",
        "jimenez",
        "joao",
        "goncalves",
        "maria",
        "lukasz",
        "tukasz",
        "lukasz",
        "michal",
        "pawel",
        "malgorzata",
        "wisniewska",
        "wisniewski",
        "dabrowski",
        "dabrowska",
        "zak",
        "wojcik",
        "kaminski",
        "kozlowski",
        "piotr",
        "rafal",
        "slawomir",
        "jaroslaw",
        "stanislaw",
        "wladyslaw",
        "zofia",
        "agnieszka",
        "nowak",
        "soren",
        "jorgen",
        "oyvind",
        "ake",
        "desiree",
        "celine",
        "beatrice",
        "angharad",
        "sian",
        "mair",
        "llyr",
        "dafydd",
        "pal",
        "laszlo",
        "istvan",
        "zoltan",
        "gyorgy",
        "dvorak",
        "novak",
        "jiri",
        "tomas",
        "lukas",
        "ciaran",
        "conchur",
        "eoin",
        "colm",
        "aodhan",
        "odhran",
        "liadan",
        "muireann",
        "sorcha",
        "brid",
        "nessa",
        "sean-paul",
        "anais",
        "bela",
        "marie-helene",
    ]
)


def doubt_scan(one: Field, answer: Answer, *, guessed: bool) -> Answer:
    """The answer, unclear where the engine guessed a word of it or where nothing proves it."""
    if answer.status is not Status.OK or answer.value is True:
        return answer
    if guessed or not _is_proved(one, answer):
        return replace(answer, value=None, status=Status.UNCLEAR, reason=Reason.OCR, suggestion=answer.value)
    return answer


def _is_proved(one: Field, answer: Answer) -> bool:
    raw = answer.raw
    if re.search(r"(?![a-zA-Z])[^\W\d_]", raw):
        return False  # a letter that the engine has from no language of its own
    if one.type is FieldType.TEXT and (raw[:1].islower() or raw[:1] in "/|"):
        return False  # its first word is lost
    if one.type is FieldType.DATE:
        return _clean_day(raw)
    if one.type in (FieldType.NAME, FieldType.NAMES, FieldType.SIGNATURE):
        return _clean_name(raw)
    if one.type is FieldType.PHONE:
        return raw.count("(") == raw.count(")")
    if one.type is FieldType.EMAIL:
        return len(raw.split()) == 1
    if one.type is FieldType.WITNESSES:
        return raw.count("(") == raw.count(")") and _clean_people(answer.value)
    if one.type is FieldType.DATES:
        return not re.search(r"(?<=\d)[OoIl|]|[OoIl|](?=\d)", raw) and not _odd_mark(raw)
    return not _odd_mark(raw)


def _odd_mark(text: str) -> bool:
    """Whether marks stand alone that print seldom has: a dash between spaces may be of any length."""
    return bool(re.search(r"(?:^|\s)(?:[-~=_|\\«»°*]|[—–]{2,})(?:\s|$)|\w[|\\]\w|[a-z][A-Z]", text))


def _clean_people(value: object) -> bool:
    people = value if isinstance(value, tuple) else ()
    names = [p.get("name") for p in people if isinstance(p, Mapping)]
    emails = [p.get("email") for p in people if isinstance(p, Mapping)]
    return all(isinstance(n, str) and len(n.split()) > 1 and _clean_name(n) for n in names) and all(
        e is None or re.fullmatch(r"[\w.+-]+@[\w.-]+", e, re.ASCII) for e in emails
    )


def _clean_name(text: str) -> bool:
    """Words in the form of names, none of which is often written with an accent."""
    words = re.findall(r"\S+", text)
    plain = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*[,.;&]?$|&$|\(.*\)$")
    odd = re.compile(r"[a-z][A-Z](?![a-z]{2})|[|\\{}<>~^_=]")
    parts = [p.casefold() for w in words for p in re.split(r"[-'’.,;()]", w) if p]
    return (
        bool(words)
        and words[0][:1].isupper()
        and words[0] != "I"
        and all(plain.match(w) and not odd.search(w) for w in words)
        and not any(p in _ACCENTED for p in parts)
    )


def _clean_day(text: str) -> bool:
    """A date whose weekday or month word proves it, or one of clean digits and separators."""
    day = r"(?:[A-Za-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s/.,-]+(?:20)?\d{2}"
    return bool(re.fullmatch(rf"\s*(?:{day}|20\d\d-\d\d-\d\d|[A-Za-z]{{3,9}} \d{{1,2}},? 20\d\d)\s*", text))
