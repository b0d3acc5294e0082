"""Answers held against one another and against the form: what cannot be an answer is left to a person.

A label or a heading is no name, "Yes" is no witness, and the person who signs is the one who complains.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hrdocs.document import Answer, Reason, Status
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.matching.guidance import is_prompt
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_NAMES = (FieldType.NAME, FieldType.NAMES, FieldType.SIGNATURE, FieldType.WITNESSES)
_SHORT = (*_NAMES, FieldType.LINE, FieldType.EMAIL, FieldType.PHONE, FieldType.DATE, FieldType.DATES)
_NO_NAME = re.compile(
    r"\b(?:form|complaint|complainant|number|telephone|phone|e-?mail|details?|department|directorate|location"
    r"|job|grade|post held|address|harassment|bullying|happened|signed|signature|sign[ -]?off|declaration|"
    r"date|knows|reference|yes|no"
    r"|your?|who|when|what|which|if)\b|^\W*[yn]\W*$|\?",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:^|\s)(?:[^\W\d_]\s){4,}[^\W\d_](?:\s|$)")  # letters from boxes, one by one
_QUESTION_NUMBER = re.compile(r"\s*\d{1,2}[.)]?\s*")  # of the next question, on a line of its own
_OPEN_BOX = re.compile("[☐□○◯]")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\d[\d ]{8,}\d")


def doubt_implausible(answers: Mapping[str, Answer], walk: Walk) -> dict[str, Answer]:
    """The answers, those unclear that hold something else than what was asked."""
    doubted = {f.id for f in walk.definition.fields if _is_implausible(f, answers.get(f.id), walk)}
    doubted |= set(_strangers(answers, walk)) | set(_without_contacts(answers, walk))
    return {name: _left(answer) if name in doubted else answer for name, answer in answers.items()}


def _left(answer: Answer) -> Answer:
    if answer.status is not Status.OK:
        return answer
    return replace(
        answer, value=None, status=Status.UNCLEAR, reason=Reason.UNSURE_PLACE, suggestion=answer.value
    )


def _is_implausible(one: Field, answer: Answer | None, walk: Walk) -> bool:
    if answer is None or answer.status is not Status.OK or one.type not in _SHORT:
        return False
    if one.type in _NAMES and not _are_names(list(_names(answer.value))):
        return True
    if _SPACED.search(answer.raw) or len(_OPEN_BOX.findall(answer.raw)) > 1:
        return True
    lines = [line for line in answer.raw.split("\n") if line.strip()]
    if len(lines) == 1:
        return _is_label(lines[0], walk)
    return any(_asks(line, walk) or _QUESTION_NUMBER.fullmatch(line) for line in lines)


def _is_label(line: str, walk: Walk) -> bool:
    """Whether a whole answer is the name of another question."""
    hit = walk.index.whole(line.strip())
    return hit is not None and hit.words > 1 and hit.score >= 0.95


def _are_names(names: list[str]) -> bool:
    """Whether all can be people's names, written in one way: a heading in capitals is none beside them."""
    capitals = {name.isupper() for name in names if len(name) > _INITIALS}
    return len(capitals) < 2 and not any(_NO_NAME.search(name) for name in names)


_INITIALS = 5  # letters: "J.R." is written in capitals in any list


def _asks(line: str, walk: Walk) -> bool:
    """Whether a line of a short answer is the form's own: a question, a label or an instruction."""
    text = line.strip()
    if text.endswith("?") or (is_prompt(text) and len(text.split()) > 2):
        return True
    return _is_label(text, walk)


def _names(value: object) -> Iterator[str]:
    """The names in an answer's value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _names(one.get("name") or "" if isinstance(one, Mapping) else one)


def _strangers(answers: Mapping[str, Answer], walk: Walk) -> Iterator[str]:
    """The complainant's name and the signature where they share no word; a witness who is the complainant."""
    complainant = _only(answers, walk, "complainant")
    signature = _only(answers, walk, "signature")
    complains = any(f.means == "respondent" for f in walk.definition.fields)
    if complains and complainant and signature and _differ(answers[complainant], answers[signature]):
        yield from (complainant, signature)
    for one in walk.definition.fields:
        answer = answers.get(one.id)
        if complainant is None or answer is None or one.type is not FieldType.WITNESSES:
            continue
        own = fold(str(answers[complainant].value))
        if any(own and fold(name) == own for name in _names(answer.value)):
            yield one.id


def _only(answers: Mapping[str, Answer], walk: Walk, means: str) -> str | None:
    """The form's first field of a meaning, where its answer is a certain text."""
    name = next((f.id for f in walk.definition.fields if f.means == means), None)
    answer = answers.get(name) if name else None
    certain = answer is not None and answer.status is Status.OK and isinstance(answer.value, str)
    return name if certain else None


def _differ(one: Answer, other: Answer) -> bool:
    """Whether two names share no word."""
    return not _words(one) & _words(other)


def _words(answer: Answer) -> set[str]:
    """The words of a name, and their first letters: "W. J. Bell" may be William James Bell."""
    words = re.findall(r"[^\W\d_]+", str(answer.value).casefold())
    return {w for w in words if len(w) > 1} or set(words)


def _without_contacts(answers: Mapping[str, Answer], walk: Walk) -> Iterator[str]:
    """Witnesses with neither address nor number, while one stands under a label that no form has."""
    loose = any(_CONTACT.search(text) for _, text, _ in walk.unknown)
    for one in walk.definition.fields if loose else ():
        answer = answers.get(one.id)
        people = answer.value if answer is not None and one.type is FieldType.WITNESSES else None
        for person in people if isinstance(people, tuple) else ():
            if isinstance(person, Mapping) and not (person.get("email") or person.get("phone")):
                yield one.id
