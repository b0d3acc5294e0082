"""Numbers and letters of sections, of questions, and of the people that a form asks for one by one."""

import re


def is_person_number(label: str) -> bool:
    """Whether a label is one person's of several: "Witness 2", "Witness B"."""
    return bool(re.fullmatch(r"\W*[^\W\d_]{4,20} (?:no\.? |number |#)?(?:\d{1,2}|[A-H])\W*", label))


def section_number(text: str) -> int | None:
    """The number of a section, or its letter as one: "3. Witnesses", "D. Action to date"."""
    found = re.match(
        r"\s*(?:(?:section|part|step)\s+)?(?:(\d{1,2})|([A-H]))[.):]?(?:\s*[-–—])?\s+(?=[A-Z])", text
    )
    if found is None:
        return None
    return int(found[1]) if found[1] else 100 + ord(found[2])


def question_number(text: str) -> int | None:
    """The whole number that a line begins with: "7. What happened?"."""
    found = re.match(r"\s*(?:Q(?:uestion)?\s*)?(\d{1,2})(?:[.):]|\s(?=[A-Z]))\s*\S", text)
    return int(found[1]) if found else None
