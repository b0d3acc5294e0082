"""What files come in: an e-mail, a zip archive, a PDF made by LibreOffice; and what can happen to one."""

import email.policy
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from tests.make_samples.fill import DAY
from tests.make_samples.pictures import logo

_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def mail(form: bytes) -> bytes:
    """An e-mail with the form attached and a logo in its text."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Geraldine Sproule <geraldine.sproule@loughaird.example>"
    message["To"] = "Hugh Bannon <hugh.bannon@loughaird.example>"
    message["Subject"] = "Confidential"
    message["Date"] = "Tue, 21 Oct 2025 09:14:22 +0100"
    message["Message-ID"] = "<20251021091422.7714@loughaird.example>"
    message.set_content(
        "Hugh,\n\nPlease see the attached form. I would rather not discuss it in the office; my room is "
        "free after "
        "four.\n\nGeraldine\n"
    )
    message.add_alternative(
        "<p>Hugh,</p><p>Please see the attached form. I would rather not discuss it in the office; my "
        "room is free "
        'after four.</p><p>Geraldine</p><p><img src="cid:logo@loughaird.example" alt="Lough Aird Borough '
        'Council" '
        'width="80"></p>\n',
        subtype="html",
    )
    html = message.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(logo(), "image", "png", cid="<logo@loughaird.example>", filename="logo.png")
    message.add_attachment(form, *_WORD, filename="Formal complaint form GS.docx")
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        part.set_boundary(f"=_part{number}_7714")
    return message.as_bytes()


def zip_up(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of the files, in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return held.getvalue()


def cut(data: bytes) -> bytes:
    """The first two thirds of a file."""
    return data[: len(data) * 2 // 3]


def export_pdf(word: bytes) -> bytes:
    """The Word file as LibreOffice exports it, without dates and identifiers.

    Raises:
        FileNotFoundError: LibreOffice is not installed.
    """
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice")
    options = {"ExportFormFields": {"type": "boolean", "value": "false"}}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source = folder / "form.docx"
        source.write_bytes(word)
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{json.dumps(options)}",
                "--outdir",
                str(folder),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return _without_times((folder / "form.pdf").read_bytes())


def _without_times(data: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(data))
    reader.trailer.pop("/ID", None)
    writer = PdfWriter(clone_from=reader)
    writer.metadata = {"/Title": "Formal complaints form", "/Producer": "LibreOffice"}
    writer.root_object.pop(NameObject("/Metadata"), None)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
