"""Can a template be filled in as text, without building a tree of its XML?

It can where every branch and every loop leaves the open elements as it found them, every value
stands in the text of an element, and the text between the tags is written as lxml would write it.
Then every letter that comes out is well formed and already in lxml's spelling.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

# Stands for a value in the skeleton; a template that holds it is not filled in as text.
VALUE = "\ue000"
_TAG = re.compile(
    r"<(?:/(?P<end>[^\s<>/]+)"
    r"|(?P<start>[^\s<>/!?]+)(?P<attributes>(?:\s+[^\s=<>]+=\"[^\"<>]*\")*)(?P<empty>/)?)>"
)
_KEEPS_BLANKS = 'xml:space="preserve"'
_Open = list[tuple[str, bool]]


class UnfitError(Exception):
    """A template that needs the tree, and why."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The template with all its branches once and a mark for each value.

    `hollow` are the names of elements that can come out empty.
    """

    text: str
    hollow: frozenset[str]


def read_skeleton(template: nodes.Template, *, blanks_matter: bool) -> Skeleton:
    """Read a template as text.

    `blanks_matter` says that the reader of the result drops blank text where an element does not keep it.

    Raises: UnfitError where a letter could come out otherwise than the pieces suggest.
    """
    reader = _Reader(blanks_matter)
    if reader.walk(template.body, [], inside=False):
        raise UnfitError("an element is left open")
    return Skeleton("".join(reader.skeleton), frozenset(reader.hollow))


class _Reader:
    def __init__(self, blanks_matter: bool) -> None:
        self.skeleton: list[str] = []
        self.hollow = {"w:t"}  # a line break at the start or end of a text leaves one
        self.blanks_matter = blanks_matter

    def walk(self, body: Iterable[nodes.Node], open_: _Open, *, inside: bool) -> _Open:
        """Read the nodes in order; returns the elements that are open behind them."""
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    open_ = self._output(child, open_, inside)
            elif isinstance(node, nodes.If):
                open_ = self._branches([node.body, *(e.body for e in node.elif_), node.else_], open_)
            elif isinstance(node, nodes.For) and not node.recursive:
                open_ = self._branches([node.body, node.else_], open_)
            elif not isinstance(node, nodes.Assign):
                raise UnfitError(f"it uses {type(node).__name__}")
        return open_

    def _branches(self, branches: Iterable[list[nodes.Node]], open_: _Open) -> _Open:
        keeps = [keep for _, keep in open_]
        names = [name for name, _ in open_]
        for branch in branches:
            after = self.walk(branch, list(open_), inside=True)
            if [name for name, _ in after] != names:
                raise UnfitError("a branch opens or closes elements of the other branch")
            keeps = [keep and one for keep, (_, one) in zip(keeps, after, strict=True)]
        return list(zip(names, keeps, strict=True))

    def _output(self, node: nodes.Expr, open_: _Open, inside: bool) -> _Open:
        if isinstance(node, nodes.TemplateData):
            return self._text(node.data, list(open_), inside)
        if not isinstance(node, nodes.Name) and node.find(nodes.Name) is None:
            raise UnfitError("a tag prints a constant")
        self._check_place(open_)
        self.skeleton.append(VALUE)
        return open_

    def _text(self, data: str, open_: _Open, inside: bool) -> _Open:
        self.skeleton.append(data)
        at = 0
        begun = None
        for tag in _TAG.finditer(data):
            self._words(data[at : tag.start()], open_, inside)
            if tag["end"] and begun is not None and begun.end() == tag.start():
                self.hollow.add(tag["end"])
            _step(tag, open_)
            begun = tag if tag["start"] and not tag["empty"] else None
            at = tag.end()
        if begun is not None and not data[at:].removesuffix("\n"):
            self.hollow.add(begun["start"])
        self._words(data[at:], open_, inside)
        return open_

    def _words(self, words: str, open_: _Open, inside: bool) -> None:
        words = words.removesuffix("\n")  # docxtpl puts one before each paragraph and takes it away
        if "<" in words or ">" in words or VALUE in words:
            raise UnfitError("a tag stands inside the markup of an element")
        if words and inside:
            self._check_place(open_)

    def _check_place(self, open_: _Open) -> None:
        if not open_:
            raise UnfitError("a value stands outside all elements")
        if self.blanks_matter and not open_[-1][1]:
            raise UnfitError("a value stands where blanks are dropped")


def _step(tag: re.Match[str], open_: _Open) -> None:
    if tag["end"]:
        if not open_ or open_.pop()[0] != tag["end"]:
            raise UnfitError("an element is closed that is not open")
    elif not tag["empty"]:
        open_.append((tag["start"], _KEEPS_BLANKS in tag["attributes"]))


class Speller:
    """Puts well-formed XML with escaped values into lxml's spelling: quotes plain, empty elements short."""

    def __init__(self, hollow: Iterable[str]) -> None:
        self._hollow = [(f"></{name}>", _empty(name), f"<{name}\\1/>") for name in sorted(hollow)]

    def spell(self, text: str) -> str:
        """The text as lxml would write it."""
        if "&#3" in text:
            text = text.replace("&#34;", '"').replace("&#39;", "'")
        for sign, empty, short in self._hollow:
            if sign in text:
                text = empty.sub(short, text)
        return text


def _empty(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{re.escape(name)}((?:\s[^<>]*)?)(?<!/)></{re.escape(name)}>")


_ODD = re.compile("[<>\r\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff\ue000]|&(?!amp;|lt;|gt;|#34;|#39;)")


def is_plain(piece: Any) -> bool:
    """Whether an escaped value is text and nothing but text, in a spelling that `Speller` knows."""
    return _ODD.search(piece) is None
