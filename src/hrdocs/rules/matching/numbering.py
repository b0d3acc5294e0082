"""Numbers and letters of sections, of questions, and of the people that a form asks for one by one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdocs.document import Block, Row
from hrdocs.rules.matching.labels import LabelIndex

_LEAST_NUMBERED = 5  # rows: a table of so many is no list of two or three people
_NUMBER = re.compile(
    r"\(?(?:Q(?:uestion)?\.?\s*)?(?:[A-Z]?\d{1,2}|[A-Z])(?:\.\d{1,2})*[a-z]?(?:\s?\((?:[a-z]|[ivx]{1,4}|\d)\))?[.):]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:no|nr|number|ref|item|question|q)\.?(?:\s*no\.?)?|#", re.IGNORECASE)
_LEAST_KNOWN = 3  # questions beside a number that the form knows


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """A table's rows without the first column where that only numbers them: "1.1", "Q3", "No."."""
    titled = len(rows)
    rows = [row for row in rows if not _is_title_row(row)]
    wide = [row for row in rows if len(row.cells) > 2]
    firsts = [row.cells[0].text.strip() for row in wide]
    numbers = sum(bool(_NUMBER.fullmatch(text)) for text in firsts)
    if numbers < 2 or not all(map(_is_number, firsts)):
        return list(rows)
    counts = any(_NUMBER.fullmatch(text) and "." in text.rstrip(". ") for text in firsts)
    named = titled > len(rows) or any(_NUMBERED.fullmatch(text) for text in firsts)
    if not (counts or named or len(rows) > _LEAST_NUMBERED):
        return list(rows)
    return [
        replace(row, cells=row.cells[1:])
        if len(row.cells) > 1 and _is_number(row.cells[0].text.strip())
        else row
        for row in rows
    ]


_ASKED = frozenset(
    ("question", "field", "item", "information requested", "information required", "section", "what we ask")
)
_ANSWERED = frozenset(
    ("your answer", "answer", "your response", "response", "your reply", "reply", "please complete")
)


def _is_title_row(row: Row) -> bool:
    """Whether a row only names the columns of questions and answers: "No. | Question | Your answer"."""
    texts = [" ".join(cell.text.casefold().split()).strip(" .:") for cell in row.cells]
    texts = [text for text in texts if text in _ASKED or (text and not _NUMBERED.fullmatch(text))]
    return len(texts) == 2 and texts[0].removesuffix("s") in _ASKED and texts[1] in _ANSWERED


def _is_number(text: str) -> bool:
    return not text or bool(_NUMBER.fullmatch(text) or _NUMBERED.fullmatch(text))


def without_number_cells(blocks: Sequence[Block], index: LabelIndex) -> list[Block]:
    """The blocks without cells that hold only the number of the question beside them: "A1 | Name".

    Where some of the questions are the form's own, the others beside a number are questions too.
    """
    numbered = [block for block in blocks if isinstance(block, Row) and _is_numbered(block)]
    known = [row for row in numbered if index.find_label(row.cells[1].text.split("\n")[0])]
    left = {id(row) for row in (numbered if len(known) >= _LEAST_KNOWN else known)}
    return [
        replace(block, cells=block.cells[1:]) if isinstance(block, Row) and id(block) in left else block
        for block in blocks
    ]


def _is_numbered(row: Row) -> bool:
    number = row.cells[0].text if len(row.cells) == 2 else ""
    return _NUMBER.fullmatch(number.strip(" \t\n-\u2013\u2014|#")) is not None


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
