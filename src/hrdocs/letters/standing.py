"""A template's own standing text: the words of a letter that nobody's answer put there."""

import hashlib
import re
from pathlib import Path

from hrdocs.letters.bounded import Bounded
from hrdocs.letters.wordtext import read_passages

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CUT = "\x1f"
_WORDS = 3  # a shorter stretch between two tags is no sign of the template's hand


def read_standing(template: Path | bytes) -> tuple[str, ...]:
    """The stretches of a template's text between its tags, the longest first.

    Raises: LetterError where the template is no Word file.
    """
    data = template if isinstance(template, bytes) else template.read_bytes()
    return _KEPT.get(hashlib.sha256(data).digest(), lambda: _stretches(data))


_KEPT: Bounded[bytes, tuple[str, ...]] = Bounded(256)


def _stretches(data: bytes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for passage in read_passages(data, name="template"):
        pieces = [piece.strip() for piece in _TAG.sub(_CUT, passage.text).split(_CUT)]
        whole = len(pieces) == 1
        found.update({piece: None for piece in pieces if piece and (whole or len(piece.split()) >= _WORDS)})
    return tuple(sorted(found, key=len, reverse=True))
