"""Questions as learned → a form definition."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.procedure import Choice, Field, FieldType, FormDefinition, Required, Section
from hrdocs.rules.learning.drafts import Draft, Question, Sheet, is_instruction, tidy_label
from hrdocs.rules.learning.wording import guess_meaning, guess_type, make_id, make_slug

_COLUMNS = (
    ("email", r"e-?mail"),
    ("phone", r"phone|tel|mobile|number"),
    ("contact", r"contact|address"),
    ("job_title", r"job|post|position|role|occupation"),
    ("department", r"department|section|team|service"),
    ("relationship", r"relation"),
    ("name", r"name|who|witness|person"),
)
_ALL = re.compile(r"all (?:that|which|boxes)|as many|more than one|one or more|any of", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|only|either)\b", re.IGNORECASE)
_MANY = 4
_EMAIL_OR_PHONE = frozenset({"email", "phone", "contact", "job_title"})


def build_draft(sheet: Sheet, *, form_id: str) -> Draft:
    """The form definition of everything learned, with the remarks by field id."""
    ids: dict[str, str] = {}
    for heading in sheet.sections:
        ids[heading] = make_slug(tidy_label(heading)[0] or heading, ids.values())
    sections = tuple(Section(ids[h], h, _bare(h)) for h in sheet.sections)
    fields: list[Field] = []
    remarks: dict[str, tuple[str, ...]] = {}
    meanings: set[str] = set()
    taken: set[str] = set()
    for question in sheet.questions:
        _name_title(question)
        if not any(c.isalnum() for c in question.label):
            question.label = f"Question {len(fields) + 1}"
            question.remarks.append("No label was seen: give it one.")
        for one in _split(question):
            field_id = make_id(one.label, one.section, taken)
            taken.add(field_id)
            found = _field(one, field_id, ids, meanings)
            if found.means == "complainant" and any(f.section != found.section for f in fields):
                found = replace(found, means=found.id.replace("_", "-"))
            if _is_day_of_signing(found, fields):
                found = replace(found, means="raised" if "raised" not in meanings else found.means)
            meanings.add(found.means)
            fields.append(found)
            if one.remarks:
                remarks[field_id] = tuple(dict.fromkeys(one.remarks))
    title = sheet.title or form_id.replace("-", " ")
    definition = FormDefinition(
        id=form_id, title=title, fields=tuple(fields), sections=sections,
        recognised_by=(title,), guidance=tuple(dict.fromkeys(sheet.guidance)),
    )  # fmt: skip
    return Draft(definition, remarks)


_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))


def _name_title(question: Question) -> None:
    """Boxes for Mr, Mrs and so on that are only told to be ticked are the title."""
    titles = {option.words.casefold().strip(". ") for option in question.options} & _TITLES
    if len(titles) > 1 and (not question.label or is_instruction(question.label)):
        question.aliases.append(question.label)
        question.label = "Title"


def _bare(heading: str) -> tuple[str, ...]:
    label = tidy_label(heading)[0]
    return (label,) if label and label != heading else ()


def _split(question: Question) -> Sequence[Question]:
    """A table of records is one field where it is of people, else one field for each column."""
    if not question.columns or len(_people(question.columns)) > 1:
        return (question,)
    remark = f"A column of the table ‘{question.label}’: its rows are read as lines."
    return [
        Question(c, question.section, tall=True, kind=FieldType.TEXT, remarks=[remark])
        for c in question.columns
    ]


def _people(columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """A table's headings as columns of a group of people; empty where they are not of people."""
    found: dict[str, tuple[str, ...]] = {}
    for heading in columns:
        name = next((c for c, words in _COLUMNS if re.search(words, heading, re.IGNORECASE)), None)
        if name and name not in found:
            found[name] = (heading,)
    return found if "name" in found and _EMAIL_OR_PHONE & set(found) else {}


def _field(one: Question, field_id: str, ids: dict[str, str], taken: set[str]) -> Field:
    kind = _kind(one)
    means = guess_meaning(one.label, kind)
    if means == "incident-dates" and kind is FieldType.DATE:
        kind = FieldType.DATES  # people give more than a day, in their own words
    if one.options and means not in ("",):
        means = ""
    aliases = [a for a in dict.fromkeys(one.aliases) if a and a != one.label]
    return Field(
        id=field_id,
        label=one.label,
        type=kind,
        means=means if means and means not in taken else field_id.replace("_", "-"),
        required=Required.NO,
        aliases=tuple(aliases),
        names=tuple(one.names),
        section=ids.get(one.section),
        guidance=tuple(dict.fromkeys(one.guidance)),
        choices=_choices(one),
        columns=_people(one.columns),
    )


def _kind(one: Question) -> FieldType:
    if one.columns:
        return FieldType.WITNESSES
    if one.options:
        # a list of ticks is text: each chosen option as it is printed
        return FieldType.LINE if _may_be_several(one) else FieldType.CHOICE
    return one.kind or guess_type(one.label, tall=one.tall)


def _may_be_several(one: Question) -> bool:
    """Whether more than one box may be ticked: the form says so, or there are many and it says nothing."""
    texts = (one.label, *one.aliases, *one.guidance)
    if one.several or any(_ALL.search(text) for text in texts):
        return True
    if len(one.options) < _MANY or one.names or any(_ONE.search(text) for text in texts):
        return False
    return len({o.words.casefold().strip(". ") for o in one.options} & _TITLES) < 2


def _is_day_of_signing(one: Field, before: Sequence[Field]) -> bool:
    """A bare date right behind a signature, or one that says so."""
    if one.type is not FieldType.DATE:
        return False
    bare = re.fullmatch(r"date|dated", one.label, re.IGNORECASE)
    near = any(f.type is FieldType.SIGNATURE for f in before[-2:])
    return bool((bare and near) or re.search(r"\bdate (?:signed|of signature)", one.label, re.IGNORECASE))


def _choices(one: Question) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for option in one.options:
        slug = make_slug(option.words, found)
        found[slug] = Choice(slug, (option.words,), option.names)
    return tuple(found.values())
