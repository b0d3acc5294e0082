"""Boxes that were typed, of plus signs, dashes and bars: a form for typewriters, fax and terminals."""

import re
from dataclasses import replace

from hrdocs.tools.pdf_records import Page

_EDGE = re.compile(r"[+|][-=_+]{5,}[+|]?")
_SIDE = re.compile(r"[|\u00a6]+")
_LEAST_EDGES = 3  # level edges of boxes


def without_typed_boxes(page: Page) -> Page:
    """The page without the signs of which its boxes are typed; as it is where there are none."""
    if "+" not in page.text and "|" not in page.text:
        return page
    edges = [word for word in page.words if word.text[0] in "+|" and _EDGE.fullmatch(word.text)]
    if len(edges) < _LEAST_EDGES:
        return page
    kept = (word for word in page.words if not (_EDGE.fullmatch(word.text) or _SIDE.fullmatch(word.text)))
    return replace(page, words=tuple(kept))
