"""Pictures in a Word document that is made from a template: `{{ pictures[NAME] }}`."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.shared import Mm
from docxtpl import InlineImage


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as its file's bytes, its width in millimetres, and what it shows in words."""

    data: bytes
    width: float
    alternative: str


class _Placed(InlineImage):  # type: ignore[misc]
    """A picture in the document that is being filled in. docxtpl gives it no alternative text."""

    def __init__(self, filling: Any, picture: Picture) -> None:
        super().__init__(filling, io.BytesIO(picture.data), width=Mm(picture.width))
        self._words = quoteattr(picture.alternative)

    def _insert_image(self) -> str:
        return str(super()._insert_image()).replace("<wp:docPr ", f"<wp:docPr descr={self._words} ", 1)


def place_pictures(filling: Any, pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """The pictures as a template's tags can print them."""
    return {name: _Placed(filling, picture) for name, picture in pictures.items()}
