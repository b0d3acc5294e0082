"""Pages as a scanner gives them: crooked, noisy, blurred, upside down, as image PDF, PNG, JPEG or TIFF."""

import io
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def pages_of(pdf: bytes, dpi: int) -> "list[Image]":
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, may_draw_forms=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def worn(page: "Image", rng: random.Random, *, rough: bool) -> "Image":
    """A page as scanned: skewed by up to 3 degrees where rough, up to half of one where clean."""
    from PIL import Image, ImageChops, ImageFilter

    most = 3.0 if rough else 0.5
    page = page.rotate(rng.uniform(-most, most), resample=Image.Resampling.BICUBIC, fillcolor=255)
    if rough:
        page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9)))
        noise = Image.effect_noise(page.size, rng.uniform(8, 22))
        page = ImageChops.subtract(page, noise.point(lambda v: max(0, v - 128)))
        if rng.random() < 0.15:
            page = page.rotate(180)
    return page


def scan(pdf: bytes, rng: random.Random, *, rough: bool) -> tuple[str, bytes]:
    """The scanned file with its ending."""
    dpi = rng.choice((150, 200, 300)) if rough else rng.choice((200, 300))
    pages = [worn(p, rng, rough=rough) for p in pages_of(pdf, dpi)]
    ending = rng.choice(("pdf", "pdf", "tiff", "png" if len(pages) == 1 else "tiff"))
    out = io.BytesIO()
    if ending == "pdf":
        pages[0].save(
            out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=60 if rough else 85
        )
    elif ending == "tiff":
        pages[0].save(
            out, "TIFF", save_all=True, append_images=pages[1:], dpi=(dpi, dpi), compression="tiff_lzw"
        )
    else:
        pages[0].save(out, "PNG", dpi=(dpi, dpi))
    return ending, out.getvalue()
