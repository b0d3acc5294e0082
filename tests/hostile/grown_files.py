"""Files that grow where a reader does not look: controls, shapes, merges, inline pictures, cross-reference
streams, functions, and kinds of files nested in one another.
"""

import base64
import zlib
from collections.abc import Callable, Sequence

from tests.hostile.kinds import Hostile, noise, raw_zip, sample, zipped
from tests.hostile.kinds import raw as member
from tests.hostile.mail_files import attached, mail
from tests.hostile.pdf_files import SAY, pdf, stream
from tests.hostile.word_files import TEXT, docx, linked, rel

_V = "urn:schemas-microsoft-com:vml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_LEGACY = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{0}"/><w:textInput><w:default w:val="{0}"/>'
    '</w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Ada</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)  # fmt: skip
_BOX = (
    f'<w:p><w:r><w:pict><v:shape xmlns:v="{_V}"><v:textbox><w:txbxContent>{{}}</w:txbxContent></v:textbox>'
    "</v:shape></w:pict></w:r></w:p>"
)
_CHOICE = (
    f'<w:p><w:r><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="wps"><w:drawing>'
    f'<wps:txbx xmlns:wps="{_WPS}"><w:txbxContent>{{0}}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    f'<mc:Fallback><w:pict><v:textbox xmlns:v="{_V}"><w:txbxContent>{{0}}</w:txbxContent></v:textbox></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def nested(frame: str, depth: int, inner: str = TEXT) -> str:
    """The frame around itself so many times."""
    head, tail = frame.split("{}")
    return head * depth + inner + tail * depth


def doubling(depth: int) -> str:
    """Each level stands twice in the one above, as Word writes a shape and its fallback."""
    body = TEXT
    for _ in range(depth):
        body = _CHOICE.replace("{0}", body)
    return body


def controls(count: int) -> str:
    one = (
        '<w:sdt><w:sdtPr><w:alias w:val="Full name"/><w:tag w:val="{0}"/><w:dropDownList>'
        '<w:listItem w:value="{0}"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Ada {0}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )
    return "<w:p>" + "".join(one.format(n) for n in range(count)) + "</w:p>"


def merges(rows: int) -> str:
    """One cell over all rows, and rows that say they are wider than the table."""
    head = '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>'
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="63"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>'
    return f"<w:tbl>{head}{row * rows}</w:tbl>"


def comments(count: int) -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = "".join(f'<w:comment w:id="{n}"><w:p/></w:comment>' for n in range(count))
    marks = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(count))
    part = f'<w:comments xmlns:w="{name}">{notes}</w:comments>'.encode()
    return linked(
        f"<w:p>{marks}</w:p>{TEXT}", rel(1, "comments", "comments.xml"), more={"word/comments.xml": part}
    )


def content(text: str | bytes) -> bytes:
    return pdf({4: stream(text if isinstance(text, bytes) else text.encode())})


def piled(count: int) -> str:
    """So many words on one spot."""
    return "BT /F1 12 Tf " + "1 0 0 1 72 700 Tm (Full name: Ada) Tj " * count + "ET"


def spread(count: int) -> str:
    """Letters far apart, each in a text of its own."""
    return "".join(f"BT /F1 8 Tf {n % 500} {n // 500 % 800} Td (a) Tj ET " for n in range(count))


def boxes(count: int) -> str:
    return "".join(f"{n % 97 * 6} {n % 89 * 9} 5 8 re S " for n in range(count))


def xref_stream(widths: str, index: str, data: bytes = b"\xff" * 5000) -> bytes:
    body = stream(
        zlib.compress(data), f"/Filter/FlateDecode/Type/XRef/W[{widths}]/Index[{index}]/Size 9/Root 1 0 R"
    )
    head = b"%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    return head + b"9 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def object_stream(more: str) -> bytes:
    """A page in an object stream whose figures lie."""
    data = b"2 0 3 40 <</Type/Pages/Kids[3 0 R]/Count 1>>      <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf({2: "null", 7: stream(data, f"/Type/ObjStm{more}")})


def previous(count: int) -> bytes:
    """A chain of old tables, each the same."""
    data = pdf()
    at = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    for _ in range(count):
        here = len(data)
        data += b"xref\n0 0\ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (at, here)
        at = here
    return data


def shaded(function: str) -> bytes:
    shading = f"/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Function {function}>>>>"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{}>>>>"
    )
    return pdf({3: page.format(shading), 4: stream(b"/S sh " + SAY)})


def holding(kinds: str) -> bytes:
    """A form in files of these kinds, the first the innermost: z a zip, m an e-mail."""
    data, name = sample("01-complaint.docx"), "form.docx"
    for kind in kinds:
        if kind == "z":
            data, name = zipped([(name, data)]), "a.zip"
        else:
            data, name = attached(base64.encodebytes(data), name.encode()), "a.eml"
    return data


def encoded(times: int) -> bytes:
    data = sample("01-complaint.docx")
    for _ in range(times):
        data = base64.encodebytes(data)
    return attached(data)


def typed(kind: str, body: bytes = b"Full name: Ada\r\n") -> bytes:
    return mail(f"Content-Type: {kind}\r\n".encode(), b"\r\n" + body)


# ruff: noqa: E501 - the rows of a table, each a file
_SINGLE: tuple[tuple[str, Callable[[], bytes], str, bool], ...] = (
    ("controls-10000.docx", lambda: docx(controls(10_000)), "", False),
    ("controls-500.docx", lambda: docx(controls(500)), "read", True),
    ("legacy-10000.docx", lambda: docx("<w:p>" + "".join(_LEGACY.format(n) for n in range(10_000)) + "</w:p>"), "", False),
    ("legacy-open.docx", lambda: docx("<w:p>" + _LEGACY.format(1).partition("<w:r><w:t>")[0] * 2000 + "</w:p>" + TEXT), "", True),
    ("boxes-30.docx", lambda: docx(nested(_BOX, 30)), "read", True),
    ("boxes-60.docx", lambda: docx(nested(_BOX, 60)), "", False),
    ("boxes-5000.docx", lambda: docx(nested(_BOX, 5000)), "damaged|too-large", True),
    ("fallbacks-10.docx", lambda: docx(doubling(10)), "", True),
    ("fallbacks-14.docx", lambda: docx(doubling(14)), "", False),
    ("merges-20000.docx", lambda: docx(merges(20_000)), "", False),
    ("comments-50000.docx", lambda: comments(50_000), "", False),
    ("runs-100000.docx", lambda: docx("<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>" * 100_000 + "</w:p>"), "", False),
    ("tabs-200000.docx", lambda: docx("<w:p><w:r>" + "<w:tab/><w:br/>" * 100_000 + "</w:r></w:p>" + TEXT), "", False),
    ("processing.docx", lambda: docx("<?a b?><!-- c -->" * 50_000 + TEXT), "", False),
    ("whole-space.docx", lambda: docx('<w:p><w:r><w:t xml:space="preserve">' + " " * 3_000_000 + "</w:t></w:r></w:p>" + TEXT), "", False),
    ("words-300000.docx", lambda: docx(f"<w:p><w:r><w:t>Date of incident(s): {'1 March 2025, ' * 100_000}</w:t></w:r></w:p>"), "", False),
    ("labels-in-one.docx", lambda: docx(f"<w:p><w:r><w:t>{'Full name: Ada Date: 1/1/2025 ' * 20_000}</w:t></w:r></w:p>"), "", False),
    ("inline-picture.pdf", lambda: content("BI /W 9999999 /H 9999999 /BPC 8 /CS /RGB ID " + "x" * 500), "", True),
    ("inline-unended.pdf", lambda: content(b"BI /W 9 /H 9 ID " + noise(300_000, 81)), "", False),
    ("matrix.pdf", lambda: content("1e38 1e38 -1e38 1e-38 1e38 1e38 cm BT /F1 1e30 Tf 1e30 Tc -1e30 Tz 72 700 Td (Full name: Ada) Tj ET"), "", True),
    ("matrix-zero.pdf", lambda: content("0 0 0 0 0 0 cm BT /F1 0 Tf 0 0 0 0 0 0 Tm (Full name: Ada) Tj ET"), "", True),
    ("font-minus.pdf", lambda: content("BT /F1 -12 Tf 300 700 Td (Full name: Ada) Tj ET"), "", True),
    ("piled-500.pdf", lambda: content(piled(500)), "", True),
    ("piled-30000.pdf", lambda: content(piled(30_000)), "", False),
    ("spread-100000.pdf", lambda: content(spread(100_000)), "", False),
    ("boxes-40000.pdf", lambda: content(boxes(40_000) + SAY.decode()), "", False),
    ("unended.pdf", lambda: content("BT /F1 12 Tf 72 700 Td [(Full name: " + "(a) 1 " * 100_000), "", False),
    ("xref-widths.pdf", lambda: xref_stream("8 8 8", "0 9"), "", True),
    ("xref-widths-huge.pdf", lambda: xref_stream("1 99999999 2", "0 9"), "", True),
    ("xref-widths-minus.pdf", lambda: xref_stream("-1 -2 -3", "0 9"), "", True),
    ("xref-widths-zero.pdf", lambda: xref_stream("0 0 0", "0 2000000000"), "", True),
    ("xref-index-huge.pdf", lambda: xref_stream("1 2 1", "0 2000000000"), "", True),
    ("xref-index-minus.pdf", lambda: xref_stream("1 2 1", "-5 -5"), "", False),
    ("object-stream-many.pdf", lambda: object_stream("/N 2000000000/First 9"), "", True),
    ("object-stream-minus.pdf", lambda: object_stream("/N -1/First -9"), "", True),
    ("object-stream-extends.pdf", lambda: object_stream("/N 2/First 9/Extends 7 0 R"), "", True),
    ("previous-3000.pdf", lambda: previous(3000), "", False),
    ("function-loop.pdf", lambda: shaded("<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[]>>"), "", False),
    ("function-program.pdf", lambda: pdf({6: stream(b"{" * 50_000, "/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]")}), "", False),
    ("labels-loop.pdf", lambda: pdf({6: "<</Kids[6 0 R 6 0 R]>>"}, root="/PageLabels 6 0 R/StructTreeRoot 6 0 R"), "", True),
    ("names-deep.pdf", lambda: pdf({**{n: f"<</Kids[{n + 1} 0 R]>>" for n in range(6, 3000)}, 3000: "<<>>"}, root="/Names<</EmbeddedFiles 6 0 R/JavaScript 6 0 R>>"), "", False),
    ("dates.pdf", lambda: pdf({6: "<</CreationDate(D:99999999999999+99'99')/ModDate 5>>"}, trailer="/Info 6 0 R"), "read", True),
    ("fan-6.pdf", lambda: pdf({2: "<</Type/Pages/Kids[" + "3 0 R " * 300 + "]/Count 300>>"}), "", False),
    ("mixed-zmz.zip", lambda: holding("mz"), "read", True),
    ("mixed-10.eml", lambda: holding("zm" * 5), "", True),
    ("mixed-50.eml", lambda: holding("m" * 50), "", False),
    ("zips-10.zip", lambda: holding("z" * 10), "too-large", True),
    ("base64-4.eml", lambda: encoded(4), "", True),
    ("partial.eml", lambda: typed('message/partial; id="a"; number=1; total=2000000000'), "", True),
    ("external.eml", lambda: typed('message/external-body; access-type=URL; URL="http://127.0.0.1:47811/a"'), "", True),
    ("delivery.eml", lambda: typed("message/delivery-status", b"\r\n" * 5000), "", False),
    ("rfc822-base64.eml", lambda: mail(b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n", b"\r\n" + base64.encodebytes(mail())), "", True),
    ("boundary-self.eml", lambda: mail(b"Content-Type: multipart/mixed; boundary=a\r\n", b"\r\n" + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 800), "", True),
    ("boundary-dashes.eml", lambda: mail(b'Content-Type: multipart/mixed; boundary="--"\r\n', b"\r\n" + b"----\r\n\r\n" * 5000), "", False),
    ("folded.eml", lambda: mail(b"X: a\r\n" + b" b\r\n" * 200_000), "", False),
    ("continued-name.eml", lambda: mail(b"Content-Disposition: attachment" + b"".join(b"; filename*%d=a" % n for n in range(3000)) + b"\r\n"), "", False),
    ("linked.zip", lambda: raw_zip([member("a.docx", b"/etc/passwd"), member("dir/../../b.docx", sample("01-complaint.docx"))]), "", True),
    ("same-1000.zip", lambda: zipped([("a.txt", b"Full name: Ada")] * 1000), "", False),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    return [Hostile(f"grown-{name}", make, expect, quick) for name, make, expect, quick in _SINGLE]
