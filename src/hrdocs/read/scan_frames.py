"""The pages of a picture file: PNG, JPEG, or a TIFF of several."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hrdocs.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 12  # of a picture file, and of pictures in a PDF file
MAX_PIXELS = 60_000_000
_A4_WIDTH = 8.27


def read_frames(data: bytes, name: str) -> "Iterator[tuple[Image, int]]":
    """The pages of a picture file in grey, each with its resolution; one more than are read.

    Raises:
        InputError: `empty`, `too-large`, `damaged`.
    """
    from PIL import Image, UnidentifiedImageError

    if not data.strip(b"\0"):
        raise InputError(name, "is empty", "Ask the sender for the file again.", code="empty")
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise _too_large(name)
            for index in range(min(getattr(picture, "n_frames", 1), MAX_PAGES + 1)):
                yield _frame(picture, index)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        TypeError,
        IndexError,
    ) as error:
        raise InputError(
            name, "is damaged and cannot be read as a picture", "Ask the sender for it again.", code="damaged"
        ) from error


def _frame(picture: "Image", index: int) -> "tuple[Image, int]":
    from PIL import ImageOps

    picture.seek(index)
    upright = ImageOps.exif_transpose(picture)
    return _grey(upright), _resolution(upright)


def _too_large(name: str) -> InputError:
    return InputError(name, "is too large a picture", "Scan it at 300 dpi.", code="too-large")


def _grey(picture: "Image") -> "Image":
    """The picture in grey on white, transparency taken as paper."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        return paper.convert("L")
    return picture.convert("L")


def _resolution(picture: "Image") -> int:
    """Dots per inch as the file says; else as if the picture were a sheet of A4."""
    said = picture.info.get("dpi", (0, 0))
    dpi = float(said[0]) if isinstance(said, tuple) and said else 0.0
    short = min(picture.size)
    if not 70 <= dpi <= 1200 or not 4 <= short / dpi <= 14:
        dpi = short / _A4_WIDTH
    return max(40, round(dpi))
