"""What is learned of a blank form, question by question, before it becomes a form definition.

A question has one label. `names` are the form fields that hold its answer, in the order in which they
are read; `options` its tick boxes or choices, each with the form fields that stand for it. `remarks`
are plain sentences for the person who mends the draft.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdocs.procedure import FieldType, FormDefinition

_NUMBER = re.compile(
    r"^\s*(?:(?:question|q)\s*)?(?:\(?\d{1,2}(?:\.\d{1,2})*\s?[a-z]?\)?|\(?[a-z]\)|[ivx]{1,4}\))\s*[*.):]*\s+(?=\S)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[](?P<words>[^()\[\]]*(?:\([^()]*\)[^()]*)*)[)\]]\s*[.:]?\s*$")
_LONG_ASIDE = 6  # words: a longer bracket explains
_TOLD = re.compile(r"(?<=[a-z)?:]) (?=(?:Please (?:include|continue|use|tick|give|note)|Continue on)\b)")
_WHOLE_ASIDE = re.compile(r"\(([^()]+)\)")
_INSTRUCTION = re.compile(
    r"^\W*(?:please|tick|check|delete|if |e\.?g\b|for example|optional|block|capital|dd|continue|use"
    r"|including|where applicable)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Option:
    """One box to tick or one item of a list, with the form fields that stand for it."""

    words: str
    names: tuple[str, ...] = ()
    on: bool = False  # ticked, where the form is a completed copy


@dataclass(slots=True)
class Question:
    """One label with what is known of its answer."""

    label: str
    section: str = ""
    names: list[str] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    several: bool = False  # more than one option may be ticked
    tall: bool = False  # the space holds more than a line
    kind: FieldType | None = None  # where the form itself says it
    columns: tuple[str, ...] = ()  # the headings of a table with a row for each record
    aliases: list[str] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """Everything learned of one blank form. Sections are headings in the order of the form."""

    title: str = ""
    sections: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)

    def enter(self, heading: str) -> None:
        """A section begins."""
        if heading not in self.sections:
            self.sections.append(heading)

    @property
    def section(self) -> str:
        return self.sections[-1] if self.sections else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form definition as learned, with remarks by field id for the person who mends it."""

    definition: FormDefinition
    remarks: Mapping[str, tuple[str, ...]]


def is_instruction(text: str) -> bool:
    """Whether words in brackets tell how to answer."""
    return bool(_INSTRUCTION.match(text))


def name_words(name: str) -> str:
    """A form field's name as words: `form1[0].Page1[0].complainantName[0]` is "complainant Name"."""
    plain = re.sub(r"\[\d+\]", "", name)
    if " " not in plain:
        plain = plain.rsplit(".", 1)[-1]
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", plain)
    return " ".join(plain.split())


def _is_aside(words: str) -> bool:
    return is_instruction(words) or len(words.split()) > _LONG_ASIDE


def tidy_label(text: str) -> tuple[str, str]:
    """A label without its number, asterisk, colon and instruction; and the instruction."""
    label = " ".join(text.split())
    label = _NUMBER.sub("", label).lstrip("*£ ").rstrip()
    hint = ""
    told = _TOLD.search(label)
    if told and told.start() > 12:
        hint = label[told.start() :].strip()
        label = label[: told.start()].rstrip()
    aside = _ASIDE.search(label)
    if aside and _is_aside(aside["words"]) and label[: aside.start()].strip():
        hint = f"{label[aside.start() :].strip()} {hint}".strip()
        label = label[: aside.start()].rstrip()
    whole = _WHOLE_ASIDE.fullmatch(label)
    return (whole[1] if whole else label).rstrip(" :;*.…_$£€").lstrip("*•,;.) "), hint
