"""Answers from scans: what OCR may have misread is left to a person.

An engine without other languages drops accents and is as sure of "Muller" as of any word, so with such an
engine a name that is often written with one is never certain.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrdocs.document import Answer, Layout, Reason, Status
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.matching.slots import Slot
from hrdocs.rules.matching.unsure import Unsure, is_drawn, is_guessed, of_answer, unsure_words

_ACCENTED = frozenset(
    """
    agnieszka aine ake anais andre angharad aodhan beatrice bela bjorn brid caoimhin cathal celine chloe
    ciara ciaran colm conchur dabrowska dabrowski dafydd daithi desiree dhomhnaill diaz dvorak eamon
    eamonn eilis eilish eoin fergal fernandez fionnuala francois francoise frangois frangoise garcia
    gomez goncalves gonzalez grainne gunther gyorgy helene ibanez ines istvan jaroslaw jimenez jiri joao
    jorg jorgen jose jurgen kaminski kozlowski laszlo liadan llyr lopez lukas lukasz mair maire mairead
    mairin malgorzata maria marie-helene martinez michal micheal muireann muller munoz nessa ni noel
    noelle novak nowak nuala nunez o odhran oisin oyvind padraic padraig pal pawel peadar perez piotr
    rafal ramirez rene renee rodriguez roisin ronan ruairi sanchez schroder seamus sean sean-paul sian
    sinead siobhan slawomir sorcha soren stanislaw suilleabhain tomas tukasz ui una wisniewska
    wisniewski wladyslaw wojcik zak zoe zofia zoltan
    """.split()  # noqa: SIM905 - a list of words
)
_SMALL = frozenset(
    """
    ab al ap bin da das de del della den der di do dos du e el la las le ni o of st te ten ter van von y zu
    """.split()  # noqa: SIM905 - a list of words
)
_CUT_ADDRESS = re.compile(r"(?:^|[\s(,;])[a-z][\w.+-]* \d[\w.+-]*@")  # an underscore read as a space
# 21:07.25: one of the two marks was misread
_MIXED_DAY = re.compile(r"\b\d{1,2}([^\w\s])\d{1,2}(?!\1)[^\w\s]\d{2,4}\b")
_STRAY = re.compile(r"(?:^|\n)[^\w\s]{1,3}(?:\n|$)")  # a mark on a line of its own
_BOX = re.compile("[\u2610\u2611\u2612]")
_CHOSEN = (FieldType.GROUNDS, FieldType.CHOICE)
_IN_WORDS = (FieldType.TEXT, FieldType.LINE, FieldType.LIST, FieldType.DATES, FieldType.WITNESSES)
_ON_ONE_LINE = (FieldType.NAME, FieldType.SIGNATURE, FieldType.LINE, FieldType.EMAIL)
_LONE_STROKE = re.compile(r"(?:^|\s)[Il1|]$")  # the side of a box
_LEAST_DIGITS = 10
_SOMEBODY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Cllr)\b|(?:\band\b|&)\s+[A-Z][\w\u2019'-]+ \w")
# Letters that engines take for plain ones without leaving a mark beside them: ł, ø, ð, ç as g.
_STROKED = frozenset(
    """
    bjorn dzialo frangois frangoise gonealves goneealves jaroslaw jorgen jorn kozlowski lukasz
    malgorzata michal mikolaj oyvind pawel rafal slawomir soren stanislaw tukasz wladyslaw zdzislaw
    """.split()  # noqa: SIM905 - a list of words
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What stands behind the words of an answer.

    `compared`: they were read twice and compared with the picture, marks over letters and dashes too.
    `accents`: the engine knows letters with accents and strokes. `spaces`: it loses no words and no spaces.
    """

    compared: bool = False
    accents: bool = False
    spaces: bool = True


@dataclass(frozen=True, slots=True)
class Scan:
    """How a scan was read: its words that could be others, and what stands behind all words.

    `compared` are the pages whose words were held against their picture.
    """

    unsure: tuple[Unsure, ...]
    compared: frozenset[int | None]
    engine: Proof


def scan_of(layout: Layout) -> Scan | None:
    """How a layout was read where it is a scan's."""
    if not layout.from_ocr:
        return None
    codes = {f.code for f in layout.findings}
    pages = frozenset(f.where.page for f in layout.findings if f.code == "read-by-ocr" and f.where)
    engine = Proof(True, accents="accents-unread" not in codes, spaces="words-unproved" not in codes)
    return Scan(unsure_words(layout.findings), pages, engine)


def doubt_answer(one: Field, answer: Answer, slots: Sequence[Slot], scan: Scan) -> Answer:
    """The answer that stands in some slots, unclear where the engine may have misread it."""
    parts = [p for s in slots for p in s.parts if p.text.strip()]
    is_compared = bool(parts) and all(p.place.page in scan.compared for p in parts)
    proof = scan.engine if is_compared else Proof(spaces=scan.engine.spaces)
    unsure = of_answer(scan.unsure, slots, answer.raw)
    return doubt_scan(
        one, answer, guessed=is_guessed(one, parts, unsure), drawn=is_drawn(parts, unsure), proof=proof
    )


def doubt_taken(answers: Mapping[str, Answer], definition: FormDefinition) -> dict[str, Answer]:
    """The answers of a scan, those unclear that begin with the label of a field that has none.

    Where an engine loses what was written, the next label and its answer take its place.
    """
    lost = [f for f in definition.fields if answers[f.id].status is Status.MISSING]
    labels = [f"{words.casefold()} " for f in lost for words in (f.label, *f.aliases)]
    found = dict(answers)
    for one in definition.fields:
        answer = answers[one.id]
        if one.type in _ON_ONE_LINE and answer.raw.casefold().startswith(tuple(labels)):
            found[one.id] = _unclear(answer)
    return found


def doubt_scan(
    one: Field, answer: Answer, *, guessed: bool, drawn: bool = False, proof: Proof = Proof()
) -> Answer:
    """The answer, unclear where the engine guessed a word of it or where nothing proves it.

    `drawn` says that it guessed nearly all of it: that is handwriting, and what it made of it no suggestion.
    """
    if answer.value is True or not answer.raw:
        return answer
    if drawn and one.type is FieldType.SIGNATURE and _is_scrawl(answer.raw):
        return replace(answer, value=True, status=Status.OK, reason=None, suggestion=None)  # it is signed
    if drawn:
        return replace(answer, value=None, status=Status.UNCLEAR, reason=Reason.HANDWRITING, suggestion=None)
    if answer.status is not Status.OK:
        return answer
    if guessed or not _is_proved(one, answer, proof):
        return _unclear(answer)
    return answer


def _unclear(answer: Answer) -> Answer:
    """An answer that a person must look at, with what was read as a suggestion."""
    if answer.status is not Status.OK:
        return answer
    return replace(answer, value=None, status=Status.UNCLEAR, reason=Reason.OCR, suggestion=answer.value)


def _is_scrawl(raw: str) -> bool:
    """Whether what the engine made of a signature holds no two words in the form of a name."""
    return len(raw) < 25 and not re.search(r"\b(?![a-zß-ÿ])[^\W\d_][^\W\d_]{2,}", raw)


def _is_proved(one: Field, answer: Answer, proof: Proof) -> bool:
    raw = answer.raw
    if (not proof.spaces and one.type in _IN_WORDS) or (one.type in _CHOSEN and _lost_box(raw)):
        return False
    if not proof.accents and re.search(r"(?![a-zA-Z])[^\W\d_]", raw):
        return False  # a letter that the engine has from no language of its own
    if _is_cut(one, raw):
        return False
    if one.type is FieldType.DATE:
        return _clean_day(raw)
    if one.type in (FieldType.NAME, FieldType.NAMES, FieldType.SIGNATURE):
        names = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        return _clean_name(raw, proof) and all(map(_is_cased, names)) and not _lost_name(raw, names)
    if one.type is FieldType.PHONE:
        return raw.count("(") == raw.count(")") and _is_whole_number(raw)
    if one.type is FieldType.EMAIL:
        return _clean_address(raw) and not _CUT_ADDRESS.search(raw)
    if one.type is FieldType.WITNESSES:
        whole = raw.count("(") == raw.count(")") and not _CUT_ADDRESS.search(raw)
        return whole and _clean_people(answer.value, proof)
    if one.type is FieldType.DATES:
        odd = re.search(r"(?<=\d)[OoIl|]|[OoIl|](?=\d)", raw) or _MIXED_DAY.search(raw)
        return not odd and not _odd_mark(raw, compared=proof.compared)
    return not _odd_mark(raw, compared=proof.compared)


def _is_cut(one: Field, raw: str) -> bool:
    """Whether a text lost its first word, or something beside an answer of one line was taken in."""
    if one.type is FieldType.TEXT:
        return raw[:1].islower() or raw[:1] in "/|:;.," or bool(_STRAY.search(raw))
    if one.type in (FieldType.NAME, FieldType.SIGNATURE) and "\n" in raw.strip():
        return True
    return one.type in _ON_ONE_LINE and bool(_LONE_STROKE.search(raw))


def _is_whole_number(raw: str) -> bool:
    """Whether a telephone number has as many digits as one with its area has."""
    own = re.split(r"\b(?:ext|x|extension)", raw, maxsplit=1, flags=re.IGNORECASE)[0]
    return len(re.findall(r"\d", own)) >= _LEAST_DIGITS


def _is_cased(name: object) -> bool:
    """Whether every part of a name begins with a capital, or is a word that names have in small letters."""
    words = re.findall(r"[^\W\d_]+", name) if isinstance(name, str) else []
    return all(w[0].isupper() or w in _SMALL or len(w) == 1 for w in words)


def _lost_box(raw: str) -> bool:
    """Whether some options of a list have their tick box and others have none: it was not seen."""
    lines = [line for line in raw.split("\n") if line.strip()]
    boxed = sum(bool(_BOX.search(line)) for line in lines)
    return 1 < boxed < len(lines)


def _lost_name(raw: str, names: Sequence[object]) -> bool:
    """Whether somebody is named in a text who is not among the names read in it."""
    rest = raw
    for name in names:
        rest = rest.replace(str(name), "")
    return bool(_SOMEBODY.search(rest))


def _clean_address(raw: str) -> bool:
    """Whether an address stands in one piece, or was broken by the end of a line or at a stop or a dash."""
    lines = [line.split() for line in raw.split("\n") if line.strip()]
    return len(lines) < 4 and all(
        before[-1:] in "-._@" or after[:1] in "-._@" for line in lines for before, after in pairwise(line)
    )


def _odd_mark(text: str, *, compared: bool) -> bool:
    """Whether marks stand alone that print seldom has; a dash not measured may be of any length."""
    marks = r"[~=_|\\«»°*]" if compared else r"(?:[-~=_|\\«»°*]|[—–]{2,})"
    return bool(re.search(rf"(?:^|\s){marks}(?:\s|$)|\w[|\\]\w|[a-z][A-Z](?![a-z])", text))


def _clean_people(value: object, proof: Proof) -> bool:
    people = value if isinstance(value, tuple) else ()
    names = [p.get("name") for p in people if isinstance(p, Mapping)]
    emails = [p.get("email") for p in people if isinstance(p, Mapping)]
    named = all(isinstance(n, str) and len(n.split()) > 1 and _clean_name(n, proof) for n in names)
    return named and all(e is None or re.fullmatch(r"[\w.+-]+@[\w.-]+", e, re.ASCII) for e in emails)


def _clean_name(text: str, proof: Proof) -> bool:
    """Words in the form of names, none of which is often written with an accent."""
    words = re.findall(r"\S+", text)
    plain = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*[,.;&]?$|&$|\(?[^\W\d_]+\)?[,;]?$|\d\.$")
    odd = re.compile(r"[a-z][A-Z](?![a-z]{2})|[|\\{}<>~^_=]")
    parts = [p.casefold() for w in words for p in re.split(r"[-'’.,;()]", w) if p]
    doubtful = frozenset() if proof.accents else _STROKED if proof.compared else _ACCENTED | _STROKED
    return (
        bool(words)
        and (words[0][:1].isupper() or words[0][:1].isdigit())
        and words[0] != "I"
        and all(plain.match(w) and not odd.search(w) for w in words)
        and not any(p in doubtful for p in parts)
    )


def _clean_day(text: str) -> bool:
    """A date whose weekday or month word proves it, or one of clean digits and separators."""
    day = r"(?:[A-Za-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s/.,-]+(?:20)?\d{2}"
    return bool(re.fullmatch(rf"\s*(?:{day}|20\d\d-\d\d-\d\d|[A-Za-z]{{3,9}} \d{{1,2}},? 20\d\d)\s*", text))
