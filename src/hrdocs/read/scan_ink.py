"""The ink in a part of a picture: where it is, and where it is parted. Lengths are pixels of the picture."""

from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

INK = 140  # the grey level below which a pixel is ink


def dark_part(picture: "Image", box: Box, cut: int = INK) -> "Image":
    """A part of a picture, at least a pixel, with its ink white on black; it begins at whole pixels."""
    x0, top = max(0, round(box[0])), max(0, round(box[1]))
    part = picture.crop((x0, top, max(x0 + 1, round(box[2])), max(top + 1, round(box[3]))))
    return part.point([255 if level < cut else 0 for level in range(256)])


def find_box(picture: "Image", box: Box, cut: int = INK) -> Box | None:
    """The box around the ink in a part of a picture; None where there is none."""
    found = dark_part(picture, box, cut).getbbox()
    x0, top = max(0, round(box[0])), max(0, round(box[1]))
    return (found[0] + x0, found[1] + top, found[2] + x0, found[3] + top) if found else None


def columns_of(dark: "Image") -> bytes:
    """How much ink each column of a dark part holds; 0 where there is none."""
    from PIL import Image

    return dark.resize((dark.width, 1), Image.Resampling.BOX).tobytes()


def find_blanks(columns: bytes, least: float) -> list[tuple[int, int]]:
    """Where ink is parted by at least so many columns: from and to which column."""
    found, start = [], None
    for at, level in enumerate([*columns, 255]):
        if level == 0 and start is None:
            start = at
        elif level and start is not None:
            if at - start >= least:
                found.append((start, at))
            start = None
    return found
