"""The ink in a part of a picture: where it is, and where it is parted. Lengths are pixels of the picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrdocs.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

INK = 140  # the grey level below which a pixel is ink
_WRITTEN = 42  # of 255: the ink of print that no engine read, not of the remains of a line


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


def find_ink(picture: "Image", words: Sequence[Box], *, dpi: int) -> list[Box]:
    """What is drawn on a picture without lines, beside the words read on it: signatures, stamps."""
    from PIL import Image, ImageDraw

    rest = picture.copy()
    pen = ImageDraw.Draw(rest)
    edge = round(dpi / 36)
    for x0, top, x1, bottom in words:
        pen.rectangle((x0 - edge, top - edge, x1 + edge, bottom + edge), fill=255)
    cell = max(1, round(dpi / 18))  # four points
    dark = rest.point([255 if level < 150 else 0 for level in range(256)])
    coarse = dark.resize((max(1, rest.width // cell), max(1, rest.height // cell)), Image.Resampling.BOX)
    found = find_patches(coarse.tobytes(), coarse.width, coarse.height)
    return [
        (x0 * cell, top * cell, (x1 + 1) * cell, (bottom + 1) * cell)
        for (x0, top, x1, bottom), level in found
        if x1 - x0 >= 4 and (bottom - top >= 2 or (bottom - top == 1 and level > _WRITTEN))
    ]


def find_patches(data: bytes, wide: int, high: int) -> list[tuple[tuple[int, int, int, int], float]]:
    """Boxes around neighbouring cells that hold ink, each with how dark its cells are."""
    left = {(i % wide, i // wide) for i, level in enumerate(data) if level > 12 and i // wide < high}
    found: list[tuple[tuple[int, int, int, int], float]] = []
    while left:
        patch, queue = [], [left.pop()]
        while queue:
            x, y = queue.pop()
            patch.append((x, y))
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            queue.extend(near)
        xs, ys = [x for x, _ in patch], [y for _, y in patch]
        if len(patch) >= 8:
            level = sum(data[x + y * wide] for x, y in patch) / len(patch)
            found.append(((min(xs), min(ys), max(xs), max(ys)), level))
    return found
