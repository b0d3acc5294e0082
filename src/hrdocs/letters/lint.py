"""Read a template without filling it in: what is wrong with its tags, and where.

A place is a part of the file and the number of a paragraph in it, counted from 0 as they stand in
the file, those in tables and text boxes included.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from hrdocs.errors import LetterError
from hrdocs.letters.expressions import Expression, read_expression
from hrdocs.words import did_you_mean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_INNER = re.compile(r"\{[{%]-?(?P<level>p|tr|tc|r)?(?(level)\s)(?P<words>.*?)-?[}%]\}", re.S)
_BLOCKS = ("if", "for", "macro", "filter", "with", "call", "autoescape")
_WORDS = (*_BLOCKS, "elif", "else", "endif", "endfor", "set", "cellbg", "colspan", "vm", "hm")
# How the notes of a template that was only begun start; they stand until somebody has written the letter.
TO_WRITE = ("Write the letter here.", "It must say:", "It must print:")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a template. `tag` is as it stands in the file; a `note` is advice only."""

    code: str
    message: str
    part: str = BODY
    paragraph: int = 0
    tag: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a letter may use.

    `given`: what this letter is given. `known`: what any letter of the pack may be given. `withheld`:
    what this letter's reader may not be told. `reader` is the role, for messages.
    """

    given: frozenset[str]
    known: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template; `breaks` are the places in its text where a run of Word ends."""

    part: str
    number: int
    text: str
    breaks: frozenset[int]
    bullet: bool = False


def read_paragraphs(data: bytes, *, name: str = "template") -> tuple[Paragraph, ...]:
    """Every paragraph of the parts that may hold tags.

    Raises: LetterError where the file is no Word file.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    out: list[Paragraph] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in sorted(package.namelist(), key=lambda n: (n != BODY, n)):
                if _PARTS.fullmatch(part):
                    root = etree.fromstring(package.read(part), parser)
                    out.extend(_paragraph(part, n, p) for n, p in enumerate(root.iter(f"{W}p")))
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        ) from error
    return tuple(out)


def _paragraph(part: str, number: int, element: Any) -> Paragraph:
    pieces = ["".join(_run_text(run)) for run in element.iter(f"{W}r") if _owner(run) is element]
    style = element.find(f"{W}pPr/{W}pStyle")
    listed = style is not None and style.get(f"{W}val", "").startswith("List")
    bullet = listed or element.find(f"{W}pPr/{W}numPr") is not None
    return Paragraph(part, number, "".join(pieces), frozenset(accumulate(map(len, pieces))), bullet)


def _owner(run: Any) -> Any:
    return next(run.iterancestors(f"{W}p"), None)


def _run_text(run: Any) -> Iterator[str]:
    marks = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
    for node in run:
        yield (node.text or "") if node.tag == f"{W}t" else marks.get(node.tag, "")


def check_tags(
    data: bytes, vocabulary: Vocabulary | None = None, *, name: str = "template"
) -> tuple[Fault, ...]:
    """The faults of a template's tags, in the order of the file; without a vocabulary no name is one.

    Raises: LetterError where the file is no Word file.
    """
    faults: list[Fault] = []
    reader: _Reader | None = None
    for paragraph in read_paragraphs(data, name=name):
        if reader is None or reader.part != paragraph.part:
            faults += reader.left_open() if reader else []
            reader = _Reader(paragraph.part, vocabulary)
        faults += reader.read(paragraph)
    faults += reader.left_open() if reader else []
    return tuple(faults)


@dataclass(slots=True)
class _Block:
    word: str
    level: str
    tag: str
    paragraph: int
    names: Mapping[str, str] = field(default_factory=dict)


class _Reader:
    """Goes through the paragraphs of one part and remembers which blocks are open."""

    def __init__(self, part: str, vocabulary: Vocabulary | None) -> None:
        self.part = part
        self.vocabulary = vocabulary
        self.open: list[_Block] = []
        self.own: dict[str, str] = {"loop": "", "range": "", "namespace": ""}

    def read(self, paragraph: Paragraph) -> Iterator[Fault]:
        """The faults of one paragraph."""

        def fault(code: str, message: str, tag: str) -> Fault:
            return Fault(code, message, self.part, paragraph.number, tag)

        for found in _TAG.finditer(paragraph.text):
            tag = found.group()
            if any(found.start() < at < found.end() for at in paragraph.breaks):
                yield fault("split-tag", "Word has split this tag. Type it again in one go.", tag)
            if tag.startswith("{#"):
                if any(words in tag for words in TO_WRITE):
                    yield fault("to-be-written", "Write this, and take the note out.", tag)
                continue
            inner = _INNER.fullmatch(tag)
            level = (inner["level"] or "") if inner else ""
            words = (inner["words"] if inner else tag[2:-2]).translate(_QUOTES).strip()
            if level == "p" and paragraph.text.replace(tag, "").strip():
                yield fault(
                    "text-lost", "What stands beside this tag is lost. Give it its own paragraph.", tag
                )
            for code, message in self._tag(tag, words, level, paragraph.number):
                yield fault(code, message, tag)
        if loose := _LOOSE.search(_TAG.sub(lambda m: " " * len(m.group()), paragraph.text)):
            rest = paragraph.text[loose.start() : loose.start() + 40]
            yield fault("unclosed-tag", "This tag has no beginning or no end in its paragraph.", rest)

    def left_open(self) -> list[Fault]:
        """A fault for each block that was never ended."""
        out = []
        for block in self.open:
            message = f"This is never ended: {{% end{block.word} %}} is missing."
            out.append(Fault("unclosed-block", message, self.part, block.paragraph, block.tag))
        return out

    def _tag(self, tag: str, words: str, level: str, number: int) -> Iterator[tuple[str, str]]:
        word, _, rest = ("", "", "") if tag.startswith("{{") else words.partition(" ")
        snippet = _snippet(word, words, rest)
        expression = read_expression(snippet) if snippet else Expression()
        yield from self._names(expression)
        if word in ("elif", "else"):
            yield from self._middle(word)
        elif word.startswith("end"):
            yield from self._end(word.removeprefix("end"), level)
        elif word and word not in _WORDS:
            yield "broken-tag", f"'{word}' is no tag{did_you_mean(word, _WORDS)}."
        before = dict(self.own)
        if word in ("for", "set"):
            self.own |= {target.partition(".")[0]: expression.over for target in _targets(word, rest)}
        if word == "set" and "=" not in rest:
            self.open.append(_Block(word, level, tag, number, dict(self.own)))
        elif word in _BLOCKS:
            self.open.append(_Block(word, level, tag, number, before))

    def _middle(self, word: str) -> Iterator[tuple[str, str]]:
        if not self.open or self.open[-1].word not in ("if", "for"):
            yield "stray-tag", f"'{word}' stands outside any if."

    def _end(self, word: str, level: str) -> Iterator[tuple[str, str]]:
        if not self.open or self.open[-1].word != word:
            before = f", and '{self.open[-1].word}' is still open" if self.open else ""
            yield "stray-end", f"'end{word}' ends nothing{before}."
            return
        block = self.open.pop()
        self.own = dict(block.names)
        if block.level != level:
            yield (
                "mixed-levels",
                f"{block.tag} begins with '{{%{block.level}' and this end does not: write both alike.",
            )

    def _names(self, expression: Expression) -> Iterator[tuple[str, str]]:
        if expression.error:
            yield "broken-tag", f"This tag cannot be read: {expression.error}."
        for name in expression.unknown_filters:
            yield "unknown-filter", f"There is no filter '{name}'{did_you_mean(name, expression.filters)}."
        for name in expression.names:
            base, _, rest = name.partition(".")
            if base not in self.own:
                yield from self._name(name)
            elif self.own[base] and rest:
                yield from self._name(f"{self.own[base]}[].{rest}")

    def _name(self, name: str) -> Iterator[tuple[str, str]]:
        vocabulary = self.vocabulary
        if vocabulary is None or _among(name, vocabulary.given - vocabulary.withheld):
            return
        if _among(name, vocabulary.withheld):
            yield "withheld", f"A {vocabulary.reader} may not be told {name}."
        elif _among(name, vocabulary.known):
            yield (
                "not-given",
                f"This letter is not given {name}. Name it in its needs or uses in letters.toml.",
            )
        elif "[]" not in name or any(n.startswith(f"{name.partition('[]')[0]}[].") for n in vocabulary.given):
            known = sorted(vocabulary.given) or sorted(vocabulary.known)
            yield "unknown-fact", f"There is no fact {name.replace('[]', '')}{did_you_mean(name, known)}."


def _snippet(word: str, words: str, rest: str) -> str:
    """A tag that can be read alone, or nothing where it names nothing."""
    if word in ("", "cellbg", "colspan"):
        return f"{{{{ {rest or words} }}}}"
    if word in ("if", "elif"):
        return f"{{% if {rest} %}}{{% endif %}}"
    if word == "for":
        return f"{{% {words} %}}{{% endfor %}}"
    return f"{{% {words} %}}" if word == "set" and "=" in rest else ""


def _targets(word: str, rest: str) -> list[str]:
    return re.findall(r"[A-Za-z_][\w.]*", rest.partition(" in " if word == "for" else "=")[0])


def _among(name: str, names: frozenset[str]) -> bool:
    """Whether a name, or what holds it, is one of the names; a bare space of names is no fault."""
    whole = name.partition(".")
    return (
        name in names
        or (not whole[1] and any(n.startswith(f"{name}.") for n in names))
        or _inside(name, names)
    )


def _inside(name: str, names: frozenset[str]) -> bool:
    """A key within a fact, as `decision_made.measures.first`."""
    return name.count(".") > 1 and name.rpartition(".")[0] in names
