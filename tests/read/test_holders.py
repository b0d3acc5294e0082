import datetime as dt
import io
import zipfile
from email.message import EmailMessage

import pytest

from hrdocs.document import Layout, Line, Row
from hrdocs.errors import InputError
from hrdocs.read import find_part, read_file, sniff
from hrdocs.read.html import read_html

TEXT = b"I want to make a complaint.\n\nName: Una Deeny\n"


def message(
    *, body: str = "Please see attached.", day: str = "Mon, 10 Mar 2025 09:15:00 +0000"
) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "una.deeny@loughaird.example"
    mail["To"] = "manager@loughaird.example"
    mail["Subject"] = "Complaint"
    mail["Date"] = day
    mail.set_content(body)
    return mail


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def layout_of(data: bytes, name: str, part: int = 0) -> Layout:
    layout = read_file(data, name=name)[part].layout
    assert layout is not None
    return layout


def test_an_attachment_is_received_on_the_day_of_its_message() -> None:
    """The attached form comes first and carries the message's date; the text follows."""
    mail = message()
    mail.add_attachment(TEXT, maintype="text", subtype="plain", filename="form.txt")
    readings = read_file(mail.as_bytes(), name="mail.eml")
    assert [(r.member, r.role) for r in readings] == [("form.txt", "attachment"), ("body", "body")]
    assert layout_of(mail.as_bytes(), "mail.eml").received == dt.date(2025, 3, 10)


def test_a_nested_message_keeps_its_own_earlier_day() -> None:
    """A complaint forwarded as an attachment was received when the inner message was sent."""
    inner = message(day="Mon, 3 Mar 2025 08:00:00 +0000", body="My complaint is below.")
    outer = message()
    outer.add_attachment(inner)
    days = [r.layout.received for r in read_file(outer.as_bytes(), name="fwd.eml") if r.layout]
    assert dt.date(2025, 3, 3) in days


def test_days_of_quoted_messages_are_kept_as_evidence() -> None:
    """A forwarded text tells when the first person got it."""
    body = "FYI\n\nFrom: Una Deeny\nSent: 3 March 2025 08:00\nTo: manager\n\nI want to complain."
    assert layout_of(message(body=body).as_bytes(), "fwd.eml").forwarded == (dt.date(2025, 3, 3),)


def test_a_small_inline_picture_is_a_logo() -> None:
    """A picture that the text shows is no document of its own."""
    mail = message()
    mail.add_attachment(b"\x89PNG\r\n\x1a\n" + b"0" * 500, maintype="image", subtype="png",
                        filename="logo.png", disposition="inline", cid="<logo>")  # fmt: skip
    assert [r.member for r in read_file(mail.as_bytes(), name="mail.eml")] == ["body"]


def test_one_bad_member_does_not_cost_the_others() -> None:
    """A member that cannot be read is an entry with its error."""
    readings = read_file(zipped({"a.txt": TEXT, "b.exe": b"MZ\x90\x00" * 9, "c.txt": b""}), name="x.zip")
    codes = [r.error.code if r.error else None for r in readings]
    assert codes == [None, "not-supported", "empty"]


def test_a_member_of_a_member_can_be_found_again() -> None:
    """The bytes of a document inside archives are found by the digest of its reading."""
    data = zipped({"inner.zip": zipped({"a.txt": TEXT})})
    (reading,) = read_file(data, name="x.zip")
    assert find_part(data, name="x.zip", sha256=reading.sha256) == TEXT


def sealed(data: bytes) -> bytes:
    """A plain archive whose one member is marked as under a password."""
    marked = bytearray(zipped({"form.docx": data}))
    marked[6] |= 1
    marked[marked.find(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


def crowded(words: str) -> bytes:
    """An e-mail of more parts than are read."""
    parts = b"--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n" * 600
    head = f"From: a@b.example\r\nSubject: {words}\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    return head.encode() + parts + b"--x--\r\n"


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("forms.zip", sealed(b"My complaint."), sealed(b"A complaint of somebody else.")),
        ("mail.eml", crowded("My complaint"), crowded("Another")),
    ],
)
def test_what_stays_shut_is_not_taken_for_another(name: str, one: bytes, other: bytes) -> None:
    """Two parts of one name that cannot be opened are two documents; the same one again is the same."""
    first, again, second = (read_file(data, name=name)[0] for data in (one, one, other))
    assert first.error is not None
    assert second.error is not None
    assert first.sha256 == again.sha256 != second.sha256


def test_archives_within_archives_end_somewhere() -> None:
    """Ten archives within one another are refused, not followed."""
    data = TEXT
    for _ in range(10):
        data = zipped({"a.zip": data})
    (reading,) = read_file(data, name="x.zip")
    assert reading.error is not None


def test_a_bomb_is_refused() -> None:
    """An archive that would unpack to more than may be read is refused before it is."""
    data = zipped({f"{n}.txt": b"\0" * 60_000_000 for n in range(10)})
    with pytest.raises(InputError) as caught:
        read_file(data, name="x.zip")
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n...", "form.docx", "pdf"),
        (b"{\\rtf1 hello}", "form.doc", "office"),
        (b"\xff\xd8\xff\xe0....", "scan", "image"),
        (b"Received: by x\nFrom: a@b.example\nSubject: hi\n\ntext", "note", "email"),
        (TEXT, "complaint.txt", "text"),
        (zipped({"word/document.xml": b"<w/>"}), "no-types.docx", "docx"),
        (zipped({"a.docx": zipped({"[Content_Types].xml": b"", "word/a.xml": b""})[:70]}), "a.zip", "zip"),
    ],
)
def test_bytes_decide_what_a_file_is(data: bytes, name: str, kind: str) -> None:
    """A file is read as what it is, whatever it is called."""
    assert sniff(data, name) == kind


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b" \n\0", "empty"), (b"MZ\x90", "not-supported")]
)
def test_what_cannot_be_read_says_so(data: bytes, code: str) -> None:
    """An empty or foreign file is refused with its code."""
    with pytest.raises(InputError) as caught:
        sniff(data, "x.bin")
    assert caught.value.code == code


def test_html_gives_lines_and_table_rows() -> None:
    """Tables pasted into an e-mail keep their cells; scripts and styles say nothing."""
    html = (
        "<style>p{}</style><p>Hello&nbsp;there<br>second</p>"
        "<table><tr><td>Name</td><td>Una<br>Deeny</td></tr></table><script>x()</script>"
    )
    blocks = read_html(html)
    assert [b.text for b in blocks if isinstance(b, Line)] == ["Hello there", "second"]
    assert [[c.text for c in b.cells] for b in blocks if isinstance(b, Row)] == [["Name", "Una\nDeeny"]]


def test_html_is_read_where_the_plain_text_only_stands_in_for_it() -> None:
    """Many programs send one sentence as the plain text."""
    mail = message(body="This message is best read in HTML.")
    answers = (("Name", "Una Deeny"), ("Role", "Clerk of the harbour office"))
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in answers)
    mail.add_alternative(
        f"<p>My complaint, in the form's own table:</p><table>{rows}</table>", subtype="html"
    )
    layout = layout_of(mail.as_bytes(), "mail.eml")
    assert [[c.text for c in b.cells] for b in layout.blocks if isinstance(b, Row)] == [
        ["Name", "Una Deeny"],
        ["Role", "Clerk of the harbour office"],
    ]
    whole = message(body="My name is Una Deeny. I work as a clerk in the office of the harbour.")
    whole.add_alternative("<p>My name is Una Deeny. I work as a clerk in the office.</p>", subtype="html")
    assert [b.text for b in layout_of(whole.as_bytes(), "mail.eml").blocks if isinstance(b, Line)] == [
        "My name is Una Deeny. I work as a clerk in the office of the harbour."
    ]
