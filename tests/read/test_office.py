"""Files of other word processors, read through the real LibreOffice."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from hrdocs.document import Line, Row
from hrdocs.errors import InputError
from hrdocs.read.office import read_office
from hrdocs.tools import soffice

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def made_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Formal complaint")
    table = document.add_table(2, 2)
    for row, (label, value) in enumerate((("Name", "Ann O’Neill"), ("Department", "Parks & Leisure"))):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    document.add_paragraph("Thank you")  # every real document ends with a paragraph
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_other_kinds_read_as_word_does(tmp_path: Path, ending: str) -> None:
    """A .doc, .odt or .rtf gives the same lines and cells as the Word file it was made from."""
    source = tmp_path / "form.docx"
    source.write_bytes(made_docx())
    other = soffice.convert(source, ending, tmp_path / "out", timeout=60)
    layout = read_office(other.read_bytes(), name=other.name)
    assert [b.text for b in layout.blocks if isinstance(b, Line)] == ["Formal complaint", "Thank you"]
    cells = [[c.text for c in b.cells] for b in layout.blocks if isinstance(b, Row)]
    assert cells == [["Name", "Ann O’Neill"], ["Department", "Parks & Leisure"]]
    assert [f.code for f in layout.findings] == ([] if ending == "doc" else ["converted"])


def test_a_word_file_under_another_name_is_read_directly() -> None:
    """A .docx named .doc needs no LibreOffice."""
    assert read_office(made_docx(), name="form.doc").findings == ()


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("manifest", "manifest.xml"), text)
    return packed.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
REFUSED = {
    "nothing": (b"", "empty"),
    "blanks": (b"\0" * 900, "empty"),
    "a web page": (b"<html><p>Name: Ann</p></html>", "not-supported"),
    "a saved web page": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "not-supported"),
    "a flat XML document": (b'<?xml version="1.0"?><office:document/>', "not-supported"),
    "a PDF": (b"%PDF-1.7", "not-supported"),
    "noise": (bytes(range(1, 250)) * 9, "damaged"),
    "a locked .doc": (
        OLE + bytes(504) + b"\xec\xa5" + bytes(8) + b"\x00\x01" + "WordDocument".encode("utf-16-le"),
        "encrypted",
    ),
    "a locked .docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an Outlook message": (OLE + "__substg1.0_".encode("utf-16-le"), "not-supported"),
    "an Excel 97 workbook": (OLE + "Workbook".encode("utf-16-le"), "not-supported"),
    "a locked .odt": (zipped(mimetype=ODT, **{"META-INF__manifest": "<encryption-data/>"}), "encrypted"),
    "a spreadsheet": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "not-supported"),
    "half a zip": (zipped(mimetype=ODT)[:50], "damaged"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str) -> None:
    """What cannot be a form is refused without starting LibreOffice, in one line with a next step."""
    data, code = REFUSED[what]
    with pytest.raises(InputError) as caught:
        read_office(data, name="form.doc")
    assert caught.value.code == code
    assert str(caught.value).startswith("form.doc: ")
    assert "\n" not in str(caught.value)


def test_without_libreoffice_the_file_gets_the_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is missing it is that file's error, with the way out."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(soffice, "_PLACES", ())
    with pytest.raises(InputError, match=r"save the file as \.docx") as caught:
        read_office(b"{\\rtf1 Name: Ann}", name="form.rtf")
    assert caught.value.code == "missing-tool"
