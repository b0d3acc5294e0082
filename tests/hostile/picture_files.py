# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile pictures."""

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache

from tests.hostile.kinds import Hostile, cuts, flips, noise


@lru_cache(maxsize=8)
def page(kind: str = "PNG", mode: str = "L", frames: int = 1, wide: int = 900, high: int = 600) -> bytes:
    """A picture of a page that says a name."""
    from PIL import Image, ImageDraw, ImageFont

    sheet = Image.new("L", (wide, high), 255)
    font = ImageFont.load_default(size=40)
    ImageDraw.Draw(sheet).text((60, 60), "Full name: Ada Blackwood", font=font, fill=0)
    picture = sheet.convert(mode)
    more = {"save_all": True, "append_images": [picture] * (frames - 1)} if frames > 1 else {}
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(wide: int, high: int, data: bytes, *, depth: int = 8, colour: int = 0, more: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zeros(megabytes: int) -> bytes:
    engine = zlib.compressobj(6)
    return b"".join(engine.compress(bytes(1024**2)) for _ in range(megabytes)) + engine.flush()


def tiff(wide: int, high: int, data: bytes, *, following: int = 0, compression: int = 1) -> bytes:
    """A TIFF of one bit; `following` is where the next page stands."""
    tags = [(256, 4, 1, wide), (257, 4, 1, high), (258, 3, 1, 1), (259, 3, 1, compression), (262, 3, 1, 1),
            (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, high), (279, 4, 1, len(data))]  # fmt: skip
    table = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + table + struct.pack("<I", following)


def exif(orientation: bytes) -> bytes:
    body = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + orientation + b"\xff\xff\xff\xff"
    whole = page("JPEG")
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + whole[2:]


def jpeg_sized(wide: int, high: int) -> bytes:
    whole = bytearray(page("JPEG"))
    at = whole.index(b"\xff\xc0")
    whole[at + 5 : at + 9] = struct.pack(">HH", high, wide)
    return bytes(whole)


Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("plain.png", page, "read|missing-tool", True),
    ("bomb.png", lambda: png(60_000, 60_000, zeros(100)), "too-large", True),
    ("bomb-7000.png", lambda: png(7000, 8000, zeros(54)), "", False),
    ("tall.png", lambda: png(1, 50_000_000, zeros(96)), "", True),
    ("wide.png", lambda: png(50_000_000, 1, zeros(48)), "", True),
    ("one-point.png", lambda: png(1, 1, zlib.compress(b"\0\0")), "", True),
    ("zero.png", lambda: png(0, 0, zlib.compress(b"")), "damaged", True),
    ("short-data.png", lambda: png(500, 500, zlib.compress(bytes(10))), "", False),
    ("depth-16.png", lambda: png(100, 100, zlib.compress(bytes(20_100)), depth=16), "", False),
    ("palette-none.png", lambda: png(100, 100, zlib.compress(bytes(10_100)), colour=3), "", False),
    ("text-bomb.png", lambda: png(9, 9, zlib.compress(bytes(90)), more=chunk(b"zTXt", b"a\0\0" + zeros(300))), "", True),
    ("profile-bomb.png", lambda: png(9, 9, zlib.compress(bytes(90)), more=chunk(b"iCCP", b"a\0\0" + zeros(300))), "", False),
    ("crc.png", lambda: page()[:40] + b"xx" + page()[42:], "", False),
    ("animated.png", lambda: page("PNG", "L", 30), "", False),
    ("animated.gif", lambda: page("GIF", "P", 40), "not-supported", True),
    ("plain.bmp", lambda: page("BMP"), "not-supported", False),
    ("plain.webp", lambda: page("WEBP"), "not-supported", False),
    ("cmyk.jpg", lambda: page("JPEG", "CMYK"), "read|missing-tool", True),
    ("size-lie.jpg", lambda: jpeg_sized(9000, 6000), "", False),
    ("bomb.jpg", lambda: jpeg_sized(65_000, 65_000), "too-large", True),
    ("exif-9.jpg", lambda: exif(b"\x09\0\0\0"), "", False),
    ("exif-loop.jpg", lambda: exif(b"\xff\xff\xff\xff"), "", True),
    ("header.jpg", lambda: b"\xff\xd8\xff\xe0", "damaged", True),
    ("noise.jpg", lambda: b"\xff\xd8\xff" + noise(20_000, 51), "damaged", False),
    ("pages.tif", lambda: page("TIFF", "1", 3), "read|missing-tool", True),
    ("pages-40.tif", lambda: page("TIFF", "1", 40), "", False),
    ("bits.tif", lambda: tiff(4000, 4000, bytes(2_000_000)), "", False),
    ("bomb.tif", lambda: tiff(200_000, 200_000, bytes(1000)), "too-large", True),
    ("loop.tif", lambda: tiff(16, 16, bytes(32), following=40), "", True),
    ("fax-noise.tif", lambda: tiff(5000, 5000, noise(50_000, 52), compression=4), "", False),
    ("lzw-noise.tif", lambda: tiff(5000, 5000, noise(50_000, 53), compression=5), "", False),
    ("jpeg-noise.tif", lambda: tiff(500, 500, noise(5000, 54), compression=7), "", False),
    ("header.tif", lambda: b"II*\0\x08\0\0\0", "damaged", True),
    ("directory-far.tif", lambda: b"II*\0\xff\xff\xff\xff", "damaged", False),
    ("tags-many.tif", lambda: b"II*\0\x08\0\0\0\xff\xff" + noise(9000, 55), "damaged", False),
    ("zero.tif", lambda: tiff(0, 0, b""), "", False),
    ("alpha.png", lambda: page("PNG", "RGBA"), "read|missing-tool", False),
    ("large-noise.png", lambda: png(3000, 3000, zlib.compress(noise(9_003_000, 56), 1)), "", True),
    ("renamed.pdf", page, "read|missing-tool", False),
    ("html.png", lambda: b"<html>", "not-supported", False),
    ("empty.png", lambda: b"", "empty", False),
    ("vector.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/"/></svg>', "not-supported", False),
    ("heic.heic", lambda: b"\0\0\0\x18ftypheic" + noise(2000, 57), "not-supported", False),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    made = [
        *cuts("picture-png", ".png", page, 6, 3),
        *cuts("picture-jpg", ".jpg", lambda: page("JPEG"), 6, 4),
    ]
    made += [
        *cuts("picture-tif", ".tif", lambda: page("TIFF", "1", 3), 6, 5),
        *flips("picture-jpg", ".jpg", lambda: page("JPEG"), 4),
    ]
    return made + [Hostile(f"picture-{n}", make, e, q) for n, make, e, q in _SINGLE]
