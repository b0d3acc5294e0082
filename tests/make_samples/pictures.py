"""The two pictures in the samples: a signature and a logo."""

import io

from PIL import Image, ImageDraw


def signature() -> bytes:
    """A scrawl, as PNG."""
    picture = Image.new("RGB", (360, 110), "white")
    pen = ImageDraw.Draw(picture)
    points = [
        (20, 80),
        (45, 20),
        (60, 85),
        (80, 45),
        (95, 75),
        (120, 50),
        (140, 80),
        (175, 30),
        (180, 90),
        (215, 50),
        (240, 78),
        (262, 52),
        (285, 80),
        (340, 58),
    ]
    pen.line(points, fill=(20, 30, 110), width=4, joint="curve")
    pen.line([(60, 96), (330, 88)], fill=(20, 30, 110), width=2)
    return _png(picture)


def logo() -> bytes:
    """A harbour wave in a ring, as PNG."""
    picture = Image.new("RGB", (160, 160), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((8, 8, 152, 152), outline=(31, 78, 95), width=8)
    for height in (70, 90, 110):
        pen.line(
            [(30, height), (60, height - 14), (90, height), (130, height - 14)], fill=(31, 78, 95), width=6
        )
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()
