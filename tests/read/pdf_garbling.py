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
    reader = PdfReader(io.BytesIO(pdf(text_at(*((50, 100 + 20 * i, line) for i, line in enumerate(TEXT))))))
    writer = PdfWriter(clone_from=reader)
    pairs = []
    for first in (65, 97):
        pairs += [f"<{first + i:02x}> <{first + (i + 5) % 26:04x}>" for i in range(26)]
    pairs.append("<20> <0020>")
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
