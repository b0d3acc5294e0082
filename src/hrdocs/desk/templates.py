"""Templates for the people who write them: checked without being filled in, and begun from the letterhead.

A template is checked as the letter of the pack that names it: by its place in the pack, by the kind
and role asked for, or by a file name that only one letter has. Without a letter its tags are checked
against everything that the pack's letters may say.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from hrdocs.desk.foreign import call_on_template, open_template_guard
from hrdocs.desk.letters import find_letter
from hrdocs.errors import LetterError
from hrdocs.letters.author import format_template_text, make_template
from hrdocs.letters.commented import comment_faults
from hrdocs.letters.lint import BODY, TO_WRITE, Fault, Paragraph, Vocabulary, check_tags, read_paragraphs
from hrdocs.letters.proof import find_sentence
from hrdocs.letters.template import check_template, read_template
from hrdocs.letters.wordtext import Passage
from hrdocs.packs import Pack
from hrdocs.procedure import LetterItem, LetterKind, Procedure
from hrdocs.rules.references import context_names
from hrdocs.rules.withholding import is_withheld
from hrdocs.tools.guard import Guard

# What every letter is given; see `hrdocs.rules.audience.view`.
_STANDING = frozenset(
    """
    letter.date letter.title letter.receipt letter.year_on letter.reply_by our_ref policy.title policy.version
    organisation.name organisation.short_name organisation.department organisation.address organisation.phone
    organisation.email reader.name reader.greeting reader.address reader.type reader.student
    sender.name sender.title sender.phone sender.email
    """.split()  # noqa: SIM905 (a list of words reads better)
)
_ACT = frozenset(f"acts[].{key}" for key in ("text", "dates", "verdict", "in_time", "why"))


_NO_LETTER = (
    "No letter of the pack names this template: what it must say is not checked. Name the letter with --kind."
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A template and what is wrong with it. `letters` are the letters that it was checked as."""

    path: Path
    letters: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; notes may stand."""
        return all(fault.note for fault in self.faults)


def check_pack_templates(pack: Pack) -> tuple[Checked, ...]:
    """Every template of a pack, each as the letters that name it; those not there yet are left out."""
    paths = dict.fromkeys(pack.template(letter) for letter in pack.procedure.letters)
    with open_template_guard() as guard:
        return tuple(_checked_or_broken(path, pack, guard) for path in paths if path.is_file())


def _checked_or_broken(path: Path, pack: Pack, guard: Guard) -> Checked:
    """One template of many: that it cannot be read at all is its fault, and the others are checked."""
    try:
        return check_one(path, pack, guard=guard)
    except LetterError as error:
        return Checked(path, (), (Fault("broken-template", f"It {error.fact}."),))


def check_one(
    path: Path, pack: Pack | None, *, guard: Guard, kind: str | None = None, role: str | None = None
) -> Checked:
    """Check one template.

    Raises: LetterError where it is no Word file, or the pack has no such letter.
    """
    name, data = read_template(path)
    return call_on_template(guard, name, _check_in_child, path, name, data, pack, kind, role)


def _check_in_child(
    path: Path, name: str, data: bytes, pack: Pack | None, kind: str | None, role: str | None
) -> Checked:
    letters = _letters_of(path, pack, kind, role)
    if pack is None:
        vocabularies: list[Vocabulary | None] = [None]
    elif letters:
        vocabularies = [_vocabulary(pack.procedure, letter) for letter in letters]
    else:
        vocabularies = [_any_letter(pack.procedure)]
    faults = list(dict.fromkeys(f for v in vocabularies for f in check_tags(data, v, name=name)))
    if not faults:
        faults = list(_broken(data, name))
    paragraphs = read_paragraphs(data, name=name)
    if pack is not None:
        faults += dict.fromkeys(_check_items(letters, pack.procedure, paragraphs))
        faults += [] if letters else [Fault("no-letter", _NO_LETTER, note=True)]
    return Checked(path, tuple(f"{letter.kind} to {letter.audience}" for letter in letters), tuple(faults))


def comment_copy(checked: Checked, *, guard: Guard) -> bytes:
    """A copy of a checked template with a Word comment at each fault.

    Raises: LetterError where it cannot be written.
    """
    name, data = read_template(checked.path)
    return call_on_template(guard, name, _comment_in_child, name, data, checked.faults)


def _comment_in_child(name: str, data: bytes, faults: Sequence[Fault]) -> bytes:
    with _told_as_no_template(name):
        return comment_faults(data, faults)


def show_template(path: Path, *, guard: Guard) -> str:
    """A template as text, its tags included.

    Raises: LetterError where it is no Word file.
    """
    name, data = read_template(path)
    return call_on_template(guard, name, _show_in_child, name, data)


def _show_in_child(name: str, data: bytes) -> str:
    with _told_as_no_template(name):
        return format_template_text(data)


@contextmanager
def _told_as_no_template(name: str) -> Iterator[None]:
    """What python-docx says of a package that is none, told as a LetterError."""
    from lxml.etree import XMLSyntaxError

    try:
        yield
    except (LookupError, ValueError, AttributeError, TypeError, BadZipFile, XMLSyntaxError) as error:
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        ) from error


def new_template(pack: Pack, kind: str, role: str | None) -> bytes:
    """A template begun for a letter: the letterhead, and what it must say as notes that print nothing.

    Raises: LetterError where the pack has no such letter, or several and no role is given.
    """
    same = [letter for letter in pack.procedure.letters if letter.kind == kind]
    letter = same[0] if role is None and len(same) == 1 else find_letter(pack, kind, role or "")
    here, say, show = TO_WRITE
    notes = [f"{here} Notes like these print nothing; take them out when they are done."]
    bare = make_template(f"@address\n# {letter.title}\n@sign-off", title=letter.title)
    read = _as_read(letter, pack.procedure, read_paragraphs(bare))
    to_say = [item for item in letter.items if find_sentence(item, read) is None]
    notes += [f"{say} {item.line} ({item.clause})" for item in to_say]
    notes += [f"{show} {name}" for name in letter.needs]
    notes += [f"It may print, inside an if: {name}" for name in letter.uses]
    lines = ["@address", f"# {letter.title}", *(f"{{#p {_noted(note)} #}}" for note in notes), "@sign-off"]
    return make_template("\n".join(lines), title=letter.title)


def _noted(text: str) -> str:
    return re.sub(r"[{}#%\n]", " ", text)


def _letters_of(path: Path, pack: Pack | None, kind: str | None, role: str | None) -> list[LetterKind]:
    if pack is None:
        return []
    letters = pack.procedure.letters
    if kind is not None:
        named = [letter for letter in letters if letter.kind == kind and role in (None, letter.audience)]
        return named or [find_letter(pack, kind, role or "")]
    here = [letter for letter in letters if pack.template(letter).resolve() == path.resolve()]
    return here or [letter for letter in letters if Path(letter.template).stem == path.stem]


def _vocabulary(procedure: Procedure, letter: LetterKind) -> Vocabulary:
    given = {*letter.needs, *letter.uses}
    known = context_names(procedure)
    withheld = frozenset(n for n in known if is_withheld(n, letter.audience, frozenset()))
    inner = _ACT if "acts" in given else frozenset()
    return Vocabulary(_STANDING | given | inner, known, withheld, letter.audience)


def _any_letter(procedure: Procedure) -> Vocabulary:
    known = context_names(procedure)
    return Vocabulary(_STANDING | known | _ACT, known)


def _broken(data: bytes, name: str) -> Iterator[Fault]:
    """What only docxtpl and Jinja can see: the whole template does not compile."""
    try:
        check_template(data, name=name)
    except LetterError as error:
        yield Fault("broken-template", f"It cannot be used: {error.fact}.")


# --- required items -------------------------------------------------------------------------------

_DAY = "Friday 5 December 2025"
_DATED = re.compile(
    r"^deadlines\.|(?:date|received|raised|cutoff|year_on|reply_by|start|end|receipt|\.on|\.by)$"
)
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.S)
_VALUE = re.compile(r"\{\{-?(?:r\s)?\s*([\w.]*).*?\}\}", re.S)
_FREE = "\ue000"  # a value that a person words
_SHORT = 5  # fixed words beside a value that says the thing itself: "This change is …"


def _check_items(
    letters: Sequence[LetterKind], procedure: Procedure, paragraphs: Sequence[Paragraph]
) -> Iterator[Fault]:
    """Required items whose words stand nowhere in the template.

    Dates stand for values that are days. Where the words may come from what a person records, that is a
    note and no fault.
    """
    last = max((p.number for p in paragraphs if p.part == BODY and p.text.strip()), default=0)
    for letter in letters:
        passages = _as_read(letter, procedure, paragraphs)
        for item in letter.items:
            if find_sentence(item, passages) is None:
                yield _missing_item(item, passages, last)


def _missing_item(item: LetterItem, passages: Sequence[Passage], last: int) -> Fault:
    free = any(_FREE in p.text and len(p.text.split()) <= _SHORT + 1 for p in passages)
    if free and any(len(words.split()) == 1 for words in item.words):
        message = f"It says only with the right words in what is recorded: {item.line} ({item.clause})."
        return Fault("item-by-value", message, BODY, last, note=True)
    return Fault("missing-item", f"It does not say: {item.line} ({item.clause}).", BODY, last)


def _as_read(
    letter: LetterKind, procedure: Procedure, paragraphs: Sequence[Paragraph]
) -> tuple[Passage, ...]:
    """The letter's paragraphs as they might come out, all branches at once."""
    said = {
        "policy.title": procedure.title,
        "policy.version": procedure.version,
        "letter.title": letter.title,
    }

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if _DATED.search(name):
            return _DAY
        standing = name in _STANDING or "." not in name
        return said.get(name, name if standing else _FREE)

    return tuple(
        Passage(_VALUE.sub(value, _TAG.sub("", p.text)), "letter", bullet=p.bullet)
        for p in paragraphs
        if p.part == BODY
    )
