"""The paper of a scanned page made even: the page straightened, shadows and specks taken away.

Lengths are pixels of the picture given. Pillow alone does the work.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_TILE = 12  # the side of a part of the picture whose paper has one grey
_SHADED = 0.82  # of the grey of the paper: darker than that is shadow
_STEP = 4
_CLOSED = 9  # in steps: wider than the strokes of print, narrower than a line is high
_TINT = 0.6  # of the grey of the paper: darker than that is no tint
_EVEN = 0.96
_SPECK = 110
_MOST_SKEW = 7.0  # degrees


def straightened(picture: "Image") -> "Image":
    """The picture turned by the few degrees that make its lines level."""
    from PIL import Image

    best = 0.0
    for side, steps, step in ((600, 14, 0.5), (1000, 4, 0.1), (1800, 2, 0.04)):
        small = picture.reduce(max(1, round(max(picture.size) / side)))
        dark = small.point(best_cut(small))
        found = [best + n * step for n in range(-steps, steps + 1)]
        best = max(found, key=lambda angle: _levelness(dark, angle))
    if abs(best) < 0.04 or abs(best) > _MOST_SKEW:
        return picture
    return picture.rotate(best, Image.Resampling.BICUBIC, fillcolor=255)


def _levelness(dark: "Image", angle: float) -> float:
    """How sharply dark and light rows alternate when the picture is turned by an angle."""
    from PIL import Image

    turned = dark.rotate(angle, fillcolor=255) if angle else dark
    profile = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(profile)) - abs(angle) * 1e-3


def without_shadow(picture: "Image") -> "Image":
    """The picture as if its paper were of one grey all over; as it is where the paper nearly is."""
    from PIL import Image, ImageFilter, ImageMath

    small = picture.reduce(_TILE)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.BoxBlur(4))
    levels = sorted(paper.tobytes())
    light = levels[len(levels) * 9 // 10]
    if levels[len(levels) // 100] > _SHADED * light or light < 60:
        return picture
    around = paper.resize(picture.size, Image.Resampling.BILINEAR).point([max(v, 40) for v in range(256)])
    even: Image.Image = ImageMath.lambda_eval(
        lambda given: given["min"](given["ink"] * light / given["paper"], 255), ink=picture, paper=around
    )
    return even.convert("L")


def without_tint(picture: "Image") -> "Image":
    """The picture with grey boxes as light as the paper around them; dark bars stay as they are.

    What is wider than a stroke of print and not much darker than paper is taken for paper.
    """
    from PIL import Image, ImageFilter, ImageMath

    light = _light_of(picture.reduce(_TILE).tobytes())
    small = picture.reduce(_STEP)
    ground = small.filter(ImageFilter.MaxFilter(_CLOSED)).filter(ImageFilter.MinFilter(_CLOSED))
    ground = ground.point([level if level > _TINT * light else light for level in range(256)])
    if min(ground.tobytes()) > _EVEN * light:
        return picture
    around = ground.resize(picture.size, Image.Resampling.NEAREST)
    even: Image.Image = ImageMath.lambda_eval(
        lambda given: given["min"](given["ink"] * light / given["ground"], 255), ink=picture, ground=around
    )
    return even.convert("L")


def _light_of(levels: bytes) -> int:
    """The grey of most paper: a tenth of a page is lighter."""
    ordered = sorted(levels)
    return ordered[len(ordered) * 9 // 10]


def is_specked(picture: "Image") -> bool:
    """Whether dark specks are strewn over the paper: in many small parts a few pixels, and no letter."""
    dark = picture.point([255 if level < _SPECK else 0 for level in range(256)]).reduce(8).histogram()
    few, many = sum(dark[1:17]), sum(dark[17:])
    return few > 0.35 * (few + many) and few > 0.02 * sum(dark)


def smoothed(picture: "Image") -> "Image":
    """The picture without specks."""
    from PIL import ImageFilter

    return picture.filter(ImageFilter.MedianFilter(3))


def best_cut(picture: "Image") -> list[int]:
    """The table that makes a grey picture black and white at the best cut between its two tones."""
    histogram = picture.histogram()
    total, weighted = sum(histogram), sum(i * n for i, n in enumerate(histogram))
    below = mass = 0.0
    cut, best = 128, -1.0
    for level, count in enumerate(histogram):
        below += count
        mass += level * count
        if not 0 < below < total:
            continue
        spread = (weighted * below / total - mass) ** 2 / (below * (total - below))
        if spread > best:
            cut, best = level, spread
    cut = min(max(cut, 60), 200)
    return [0 if level <= cut else 255 for level in range(256)]
