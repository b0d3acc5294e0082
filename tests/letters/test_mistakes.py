"""The mistakes that letters easily make: each is stopped, or asks a person, in the letter it is a mistake of.

The list is data, `mistakes.toml`. A letter is driven through a whole case first; then it is given the
mistake, and the proof must see it.
"""

import ast
import io
import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.letters.everything import (
    COUNCIL,
    PACKS,
    UNIVERSITY,
    case_of,
    driven,
    office,
    open_everything,
    reader_of,
)

from hrdocs.desk.letters import Draft, draft_letter
from hrdocs.desk.proving import words_to_avoid
from hrdocs.document import Severity
from hrdocs.errors import LetterError
from hrdocs.letters.proof import Proof, find_sentence, prove_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.procedure import LetterItem, LetterKind

HERE = Path(__file__).parent
TREE = HERE.parent.parent


@dataclass(frozen=True)
class Mistake:
    """`[[mistake]]`: see the head of the list."""

    of: str
    line: str
    letters: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    typed: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    pair: bool = False
    test: tuple[str, ...] = ()
    student: bool = False
    repeated: bool = False
    outcome: str = "upheld"


def read_mistakes() -> list[Mistake]:
    rows: list[Any] = [
        {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        for row in tomllib.loads((HERE / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
    ]
    return [Mistake(**row) for row in rows]


MISTAKES = read_mistakes()


def letters_of(mistake: Mistake) -> list[tuple[str, LetterKind]]:
    """The letters of the packs that a mistake is one of, with the pack's name."""
    packs = {"C": [COUNCIL], "O": [UNIVERSITY]}.get(mistake.of[0], list(PACKS))
    return [
        (pack, letter)
        for pack in packs
        for letter in PACKS[pack].procedure.letters
        if {"*", letter.kind, f"{letter.kind}:{letter.audience}"} & set(mistake.letters)
    ]


PAIRS = [(m, pack, letter) for m in MISTAKES for pack, letter in letters_of(m)]
IDS = [f"{m.of}-{letter.kind}-{letter.audience}-{n}" for n, (m, _, letter) in enumerate(PAIRS)]


def kind_of(letter: LetterKind, *, student: bool = False) -> str:
    return "student" if student or letter.applies_to == "student" else "staff"


def draft(mistake: Mistake, pack: str, letter: LetterKind, **facts: str) -> Draft:
    said = facts if mistake.outcome == "upheld" else {"decision_made.outcome": mistake.outcome, **facts}
    kind = kind_of(letter, student=mistake.student)
    return driven(pack, letter, kind, tuple(sorted(said.items())))


def proved(data: bytes, pack: str, letter: LetterKind) -> Proof:
    """What only the words of a letter show, without the case."""
    return prove_letter(
        data, items=[item for item in letter.items if item.when is None],
        avoid=words_to_avoid(PACKS[pack], letter, never=False),
        never=words_to_avoid(PACKS[pack], letter, never=True),
    )  # fmt: skip


def errors(proof: Proof) -> set[str]:
    return {finding.code for finding in proof.findings if finding.severity is Severity.ERROR}


@cache
def one_line(sentence: str) -> bytes:
    """A letter that says this and no more."""
    document = docx.Document()
    document.add_paragraph(sentence)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, *, without: str) -> bytes:
    """The letter as somebody changed it in Word: a sentence taken out wherever it stands."""
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        plain = re.sub(r"\s+", " ", paragraph.text)
        if without and (without in plain or (plain and without.endswith(f": {plain}"))):
            paragraph.text = plain.replace(without, "") if without in plain else ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- the list itself ------------------------------------------------------------------------------


def test_every_line_is_covered() -> None:
    """Every letter of both procedures has its mistakes, and every mistake something that shows it."""
    numbers = {mistake.of for mistake in MISTAKES}
    # Two and more letters of one number are told apart by their kinds: C-L9 and C-L10, C-L20 and C-L21.
    assert {f"C-L{n}" for n in range(1, 28)} | {"C-L2b", "all"} <= numbers
    assert {f"O-L{n}" for n in range(1, 19)} <= numbers
    for m in MISTAKES:
        shown = (m.lacks, m.says, m.typed, m.needs, m.before, m.pair, m.test)
        assert any(shown), m.line
        assert m.test or m.letters, m.line
        known = {n for _, letter in letters_of(m) for n in (letter.kind, f"{letter.kind}:{letter.audience}")}
        assert set(m.letters) - {"*"} <= known, m.line


def test_every_test_named_is_there() -> None:
    """A test that the list names exists and asserts something."""
    for place in {place for mistake in MISTAKES for place in mistake.test}:
        file, _, name = place.partition("::")
        tree = ast.parse((TREE / file).read_text(encoding="utf-8"))
        found = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name]
        assert found, place
        kinds = (ast.Assert, ast.With)
        assert any(isinstance(node, kinds) for node in ast.walk(found[0])), place


@pytest.mark.parametrize(("mistake", "pack", "letter"), PAIRS, ids=IDS)
def test_no_letter_makes_the_mistake(mistake: Mistake, pack: str, letter: LetterKind) -> None:
    """With the mistake in it, the letter is stopped or asks a person; without it, it is whole."""
    for sentence in mistake.says:
        assert "word-to-avoid" in errors(proved(one_line(sentence), pack, letter)), sentence
    for name in mistake.lacks:
        good = draft(mistake, pack, letter)
        assert good.proof.ok
        item = next(item for item in letter.items if item.id == name)
        assert is_missed(item, good.docx, tries=4 if mistake.repeated else 1), name
    assert set(mistake.needs) <= set(letter.needs)
    assert not mistake.pair or letter.pair
    if mistake.typed:
        assert typed_is_seen(mistake, pack, letter)


def is_missed(item: LetterItem, data: bytes, *, tries: int) -> bool:
    """Whether a letter is stopped once the sentence that meets an item is taken out."""
    assert find_sentence(item, read_passages(data))
    for _ in range(tries):
        data = changed(data, without=find_sentence(item, read_passages(data)) or "")
        if "missing-item" in errors(prove_letter(data, items=[replace(item, when=None)])):
            return True
    return False


def typed_is_seen(mistake: Mistake, pack: str, letter: LetterKind) -> bool:
    """Whether the letter is stopped or asks a person where somebody typed those words."""
    try:
        said = draft(mistake, pack, letter, **mistake.typed)
    except LetterError as error:
        return error.code == "proof"
    asked = [f for f in said.proof.findings if f.severity is Severity.WARNING]
    return any(f.code.startswith(("maybe-", "word-")) for f in asked)


BEFORE = [(m, pack, letter, event) for m, pack, letter in PAIRS for event in m.before]


@pytest.mark.parametrize(("mistake", "pack", "letter", "event"), BEFORE, ids=[e for *_, e in BEFORE])
def test_a_letter_that_comes_too_early_is_held(
    mistake: Mistake, pack: str, letter: LetterKind, event: str
) -> None:
    """Without the event that it waits for, the letter is blocked or not called for."""
    made = open_everything(office(pack, kind_of(letter, student=mistake.student)), letter, without=[event])
    with pytest.raises(LetterError) as told:
        draft_letter(case_of(made), letter.kind, reader_of(letter), made.desk)
    assert told.value.code in ("blocked", "not-called-for", "missing-fact")
