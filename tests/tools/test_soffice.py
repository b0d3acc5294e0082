"""Meeting the real LibreOffice, locked down."""

import http.server
import io
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from hrdocs.errors import InputError, UnavailableError
from hrdocs.tools import soffice

needs_soffice = pytest.mark.skipif(soffice.find_soffice() is None, reason="LibreOffice is not installed")

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_CONTENT = (
    f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0" '
    f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
    "<office:body><office:text><text:p>Name: Ann</text:p>{}</office:text></office:body>"
    "</office:document-content>"
)
_TEXT = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TEXT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def odt(content: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", _TEXT)
        archive.writestr("content.xml", _CONTENT.format(content))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return packed.getvalue()


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine and the list of what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_OPTIONS(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_HEAD(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@needs_soffice
def test_a_file_is_converted_and_left_as_it_was(tmp_path: Path) -> None:
    """The converted file bears the original's name, and beside the original nothing is left."""
    source = tmp_path / "--a form's name.odt"
    source.write_bytes(odt(""))
    made = soffice.convert(source, "txt:Text", tmp_path / "out", timeout=60)
    assert made == tmp_path / "out" / "--a form's name.txt"
    assert "Name: Ann" in made.read_text(encoding="utf-8-sig")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["--a form's name.odt", "out"]


@needs_soffice
def test_nothing_is_fetched(tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    """A document's links to the web and to files of this machine are not followed."""
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    source = tmp_path / "links.odt"
    source.write_bytes(
        odt(
            f'<text:p><draw:frame><draw:image xlink:href="{address}/i.png" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
            + "".join(
                f'<text:section text:name="{link}"><text:section-source xlink:href="{link}"/></text:section>'
                for link in (secret.as_uri(), f"{address}/t.txt")
            )
        )
    )
    made = soffice.convert(source, "txt:Text", tmp_path / "out", timeout=60)
    assert "secret words" not in made.read_text(encoding="utf-8-sig")
    assert asked == []


@needs_soffice
def test_a_file_is_taken_for_nothing_but_its_kind(tmp_path: Path) -> None:
    """A web page named .doc is refused where the reader of Word files is asked for."""
    source = tmp_path / "page.doc"
    source.write_text("<html><body>Name: Ann</body></html>")
    with pytest.raises(InputError, match="cannot be opened") as caught:
        soffice.convert(source, "docx", tmp_path / "out", timeout=60, reader="MS Word 97")
    assert caught.value.code == "damaged"
    assert not (tmp_path / "out").exists()


@needs_soffice
def test_time_is_limited_and_no_process_is_left(tmp_path: Path) -> None:
    """After the time limit the whole process group is gone."""
    source = tmp_path / "form.odt"
    source.write_bytes(odt(""))
    with pytest.raises(InputError) as caught:
        soffice.convert(source, "pdf", tmp_path / "out", timeout=0.2)
    assert caught.value.code == "too-slow"
    time.sleep(0.3)
    ours = psutil.Process().children(recursive=True)
    assert [p for p in ours if "soffice" in p.name() and p.status() != psutil.STATUS_ZOMBIE] == []


def test_a_machine_without_libreoffice_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is not found the error says how to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(soffice, "_PLACES", ())
    assert soffice.find_soffice() is None
    with pytest.raises(UnavailableError, match=r"Install LibreOffice") as caught:
        soffice.convert(tmp_path / "a.doc", "docx", tmp_path, timeout=1)
    assert caught.value.code == "missing-tool"
