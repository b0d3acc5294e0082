"""Scans made by other programs than those of `scans`: pages of Chromium and LibreOffice drawn by poppler and
worn by ImageMagick: grey paper, JPEG dust, turned a little or right round, two tones, faint, specked, shaded.
"""

import io
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.reading.plan import Made
from tests.reading.printed_forms import printed

WEAR: dict[str, tuple[str, ...]] = {
    "plain": (),
    "grey-paper": ("-level", "0%,115%", "+level", "12%,82%"),
    "jpeg": ("-quality", "35"),
    "turned": ("-background", "white", "-rotate", "0.8"),
    "fax": ("-threshold", "62%"),
    "faint": ("+level", "38%,100%"),
    "soft": ("-blur", "0x0.9"),
    "over": ("-rotate", "180"),
    "sideways": ("-rotate", "90"),
    "skewed": ("-background", "white", "-rotate", "-2.3"),
    "two-tones": ("-threshold", "70%"),
    "specks": ("-attenuate", "0.25", "+noise", "Impulse"),
    "shadow": (
        "(",
        "+clone",
        "-sparse-color",
        "barycentric",
        "0,0 gray45 %[fx:w*0.12],0 white",
        "-blur",
        "0x9",
        ")",
        "-compose",
        "multiply",
        "-composite",
    ),
}


def copied(numbers: Sequence[int], *, printed_by: Callable[[Sequence[int]], list[Made]]) -> Iterator[Made]:
    """Forms printed, drawn at 150 to 300 dpi and worn in one way each."""
    # deletions printed struck through are not what a copy tests
    plain = [m for m in [*printed(numbers), *printed_by(numbers)] if "/tracked/" not in m.shape]
    for made in plain:
        rng = random.Random(f"copy-{made.name}")  # noqa: S311 - a seed, no secret
        wear = rng.choice(tuple(WEAR))
        dpi = rng.choice((200, 200, 300) if wear == "fax" else (150, 200, 300))
        data = copy_of(made.data, wear, dpi)
        ending = "tiff" if wear == "fax" else "pdf"
        yield Made(f"{Path(made.name).stem}-{wear}-{dpi}.{ending}", f"{wear}/{made.shape}", made.story, data)


def copy_of(pdf: bytes, wear: str, dpi: int) -> bytes:
    """A PDF as a scan in one file: a TIFF of two tones for a fax, else a PDF of JPEG pictures."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in.pdf").write_bytes(pdf)
        subprocess.run(
            ["pdftoppm", "-r", str(dpi), "-gray", str(place / "in.pdf"), str(place / "page")], check=True
        )
        pages = sorted(str(p) for p in place.glob("page*.pgm"))
        density = ("-density", str(dpi), "-units", "PixelsPerInch")
        if wear == "fax":
            out = place / "out.tiff"
            subprocess.run(
                ["convert", *pages, *density, *WEAR[wear], "-compress", "Group4", str(out)], check=True
            )
            return out.read_bytes()
        quality = () if "-quality" in WEAR[wear] else ("-quality", "80")
        for number, page in enumerate(pages):
            worn = str(place / f"worn-{number:02d}.jpg")
            subprocess.run(["convert", page, *density, *WEAR[wear], "+repage", *quality, worn], check=True)
        return _bound([p.read_bytes() for p in sorted(place.glob("worn-*.jpg"))], dpi)


def _bound(pictures: Sequence[bytes], dpi: int) -> bytes:
    """JPEG pictures as the pages of a PDF."""
    from PIL import Image

    pages = [Image.open(io.BytesIO(one)) for one in pictures]
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=92)
    return out.getvalue()
