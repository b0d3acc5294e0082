"""Makes a PDF whose letters are right to the eye and wrong in the file."""

import io
import re

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from tests.read.pdf_making import pdf, text_at

TEXT = (
    "He shouted at me in the canteen in front of the others",
    "and then walked off without a word to any of them there",
    "My manager was told about this on the following morning",
)


def garbled() -> bytes:
    """Three printed lines whose font maps every letter to the one five places on."""
    pairs = []
    for first in (65, 97):
        pairs += [f"<{first + i:02x}> <{first + (i + 5) % 26:04x}>" for i in range(26)]
    pairs.append("<20> <0020>")
    return mapped(pdf(text_at(*((50, 100 + 20 * i, line) for i, line in enumerate(TEXT)))), pairs)


def with_ligature(data: bytes, sign: str, letters: str) -> bytes:
    """A PDF in which one sign stands for several letters."""
    pairs = [f"<{code:02x}> <{code:04x}>" for code in range(32, 127) if code != ord(sign)]
    pairs.append(f"<{ord(sign):02x}> <{''.join(f'{ord(letter):04x}' for letter in letters)}>")
    return mapped(data, pairs)


def mapped(data: bytes, pairs: list[str]) -> bytes:
    """A PDF whose fonts say by `pairs` which letters their codes mean."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    body = "\n".join(pairs)
    table = DecodedStreamObject()
    table.set_data(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"{len(pairs)} beginbfchar\n{body}\nendbfchar endcmap end end"
        ).encode()
    )
    reference = writer._add_object(table)
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.get_object().values():
        font.get_object()[NameObject("/ToUnicode")] = reference
    out = io.BytesIO()
    writer.write(out)
    assert re.search(rb"beginbfchar", out.getvalue())
    return out.getvalue()
