"""Answer text to values: tables of what people write and what it means."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdocs.document import Reason, Status
from hrdocs.procedure import Choice
from hrdocs.rules import values
from hrdocs.rules.values import ValueReading

OK, MISSING, UNCLEAR = Status.OK, Status.MISSING, Status.UNCLEAR
_CHOICES = (Choice("staff", ("employee", "member of staff")), Choice("student", ("postgraduate",)))


def _said(reading: ValueReading) -> tuple[Status, object]:
    """The status with the value, or with the suggestion where it is unclear."""
    return reading.status, reading.suggestion if reading.status is UNCLEAR else reading.value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "....",
        "_____",
        "…",
        "\t____\t",
        "☐",
        "[ ]",
        "( )",
        "---",
        "\u200b\ufeff",
        "Click or tap here to enter text.",
        "Not answered",
        "(not provided)",
        "[No response]",
        "– left blank –",
        "No answer given.",
    ],
)
def test_blank_text(text: str) -> None:
    """Leaders, empty boxes, a control's own prompt and what a program prints for no answer are none."""
    assert values.is_blank(text)
    assert not values.is_nothing(text)


@pytest.mark.parametrize("text", ["Not known", "My letter was not answered", "No answer from him yet"])
def test_what_was_not_answered_by_others_is_told(text: str) -> None:
    """A writer's own words are an answer."""
    assert not values.is_blank(text)


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "n/a.",
        "N / A",
        "none",
        "None.",
        "nil",
        "No witnesses",
        "nobody",
        "-",
        "–",
        "there were no witnesses",
    ],
)
def test_stated_nothing(text: str) -> None:
    """A writer who says that there is nothing has answered."""
    assert values.is_nothing(text)
    assert not values.is_blank(text)


@pytest.mark.parametrize(
    "text", ["None of the staff would speak", "Nothing happened then", "No Smith", "Noone, Brian"]
)
def test_not_nothing(text: str) -> None:
    """Words that only begin like a none are an answer."""
    assert not values.is_nothing(text)


def test_tidy_keeps_the_writers_words() -> None:
    """Accents are composed, spaces joined, paragraphs kept; quotes and ampersands stay."""
    text = "  Se\u0301an \u00a0said\t“stop”  &\r\nleft.\u200b\n\n\n\nThen O’Neill came. "
    assert values.tidy(text) == "S\u00e9an said “stop” &\nleft.\n\nThen O’Neill came."


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("Dr. Seán Ó Néill", OK, "Dr. Seán Ó Néill"),
        ("____Jane Doe____", OK, "Jane Doe"),
        ("Jane\nDoe", OK, "Jane Doe"),
        ("Mary-\nAnn O’Hare", OK, "Mary-Ann O’Hare"),
        ("JANE O'NEILL-BURKE", OK, "JANE O'NEILL-BURKE"),
        ("李 小龙", OK, "李 小龙"),
        ("............", MISSING, None),
        ("N/A", MISSING, None),
        ("jane@x.example", UNCLEAR, "jane@x.example"),
        ("Jane Doe 028 9649 6001", UNCLEAR, "Jane Doe 028 9649 6001"),
    ],
)
def test_name(text: str, status: Status, value: object) -> None:
    """A name stays as written; what is no name is not taken for one."""
    assert _said(values.parse_name(text)) == (status, value)


_NAMES = [
    ("Mr A B and Ms C D", OK, ("Mr A B", "Ms C D")),
    ("John Smith (Team Leader)\nJane O'Neill-Burke (Planning)", OK, ("John Smith", "Jane O'Neill-Burke")),
    ("1. John Smith 2. Ann Roe", OK, ("John Smith", "Ann Roe")),
    ("John Smith; Ann Roe", OK, ("John Smith", "Ann Roe")),
    ("Bo Roe (Clerk); Dr Ann\nBath (Senior Planner)", UNCLEAR, ("Bo Roe", "Dr Ann", "Bath")),
    ("Miss Ann\nYounger, HR Adviser", UNCLEAR, ("Miss Ann", "Younger")),
    ("Jun\nMay, Ann Bell and Eve Hall", UNCLEAR, ("Jun", "May", "Ann Bell", "Eve Hall")),
    ("Mary-Ann O'Hare", OK, ("Mary-Ann O'Hare",)),
    ("John Smith, Line Manager", OK, ("John Smith",)),
    ("John Smith - Head of Finance and HR", OK, ("John Smith",)),
    ("Line Manager: John Smith", OK, ("John Smith",)),
    ("my manager John Smith", OK, ("John Smith",)),
    ("John Smith Line Manager", OK, ("John Smith",)),
    ("Karen from accounts", OK, ("Karen",)),
    ("William (Billy) Smith", OK, ("William (Billy) Smith",)),
    ("Seán Ó Riordáin, Senior Planner, Planning Dept", OK, ("Seán Ó Riordáin",)),
    ("john smith and jane doe", OK, ("john smith", "jane doe")),
    ("Mr John Smith (Team Leader), Ms Ann Roe, and Bob Fay", OK, ("Mr John Smith", "Ms Ann Roe", "Bob Fay")),
    ("Dr Jane\nSmith", OK, ("Dr Jane Smith",)),
    ("John Porter", OK, ("John Porter",)),
    ("Ann Roe and John Paul Porter", OK, ("Ann Roe", "John Paul Porter")),
    ("my line manager", OK, ("my line manager",)),
    ("a member of the public", OK, ("a member of the public",)),
    ("unknown", MISSING, None),
    ("Don't know his name", MISSING, None),
    ("Smith, John", UNCLEAR, ("John Smith",)),
    ("Mr and Mrs Smith", UNCLEAR, ("Mr Smith", "Mrs Smith")),
    ("John Smith & another", UNCLEAR, ("John Smith",)),
    ("John Smith, Bin Loader", UNCLEAR, ("John Smith", "Bin Loader")),
    ("Jane\nSmith", UNCLEAR, ("Jane Smith",)),
]


@pytest.mark.parametrize(("text", "status", "value"), _NAMES, ids=[n[0] for n in _NAMES])
def test_names(text: str, status: Status, value: object) -> None:
    """Several people are told apart, their roles left out; a list that splits two ways is unclear."""
    assert _said(values.parse_names(text)) == (status, value)


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("jane@x.example", OK, "jane@x.example"),
        ("mailto:jane@x.example", OK, "jane@x.example"),
        ("<Jane.O’Neill@Council.Example>.", OK, "Jane.O’Neill@Council.Example"),
        ("jane.doe@council\n.example", OK, "jane.doe@council.example"),
        ("jane.doe@council.exa\nmple", OK, "jane.doe@council.example"),
        ("jane_\ndoe@council.example", OK, "jane_doe@council.example"),
        ("jane . doe @ council . example", OK, "jane.doe@council.example"),
        ("E-mail: jane@x.example (work)", OK, "jane@x.example"),
        ("jane@x.example\nwork", OK, "jane@x.example"),
        ("_________", MISSING, None),
        ("none", MISSING, None),
        ("jane at council dot example", UNCLEAR, "jane@council.example"),
        ("jane,doe@x.example", UNCLEAR, "jane.doe@x.example"),
        ("a@x.example or b@x.example", UNCLEAR, "a@x.example"),
        ("jane@", UNCLEAR, None),
    ],
)
def test_email(text: str, status: Status, value: object) -> None:
    """An address broken by lines or spaces is joined; one that must be guessed is only suggested."""
    assert _said(values.parse_email(text)) == (status, value)


@pytest.mark.parametrize(
    ("text", "status", "value", "reason"),
    [
        ("028 9649 6001", OK, "028 9649 6001", None),
        ("Tel: 028  9649\n6001", OK, "028 9649 6001", None),
        ("028 9649 6001 ext 204", OK, "028 9649 6001 ext 204", None),
        ("028 9649 6001 / 07700 900123", OK, "028 9649 6001 / 07700 900123", None),
        ("+44 (0)28 9649 6001", OK, "+44 (0)28 9649 6001", None),
        ("....028 9649 6001....", OK, "028 9649 6001", None),
        ("028 96", OK, "028 96", Reason.INVALID_PHONE),
        ("O28 9649 6OO1", UNCLEAR, "028 9649 6001", Reason.INVALID_PHONE),
        ("ask reception", UNCLEAR, None, Reason.INVALID_PHONE),
        ("n/a", MISSING, None, None),
    ],
)
def test_phone(text: str, status: Status, value: object, reason: Reason | None) -> None:
    """A number stays as written; an impossible one is a note, letters for digits are unclear."""
    reading = values.parse_phone(text)
    assert (*_said(reading), reading.reason) == (status, value, reason)


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("Yes", OK, True), ("n", OK, False), ("☒", OK, True), ("☐", OK, False), ("x", OK, True),
        ("[x]", OK, True),
        ("☒ Yes ☐ No", OK, True), ("☐ Yes ☒ No", OK, False), ("Yes ☐ No ☒", OK, False), ("☒ No", OK, False),
        ("☑ I agree", OK, True), ("☐ Yes ☐ No", MISSING, None), ("", MISSING, None),
        ("Yes / No", UNCLEAR, None),
        ("☒ Yes ☒ No", UNCLEAR, None), ("Yes ✓ No", UNCLEAR, None), ("perhaps", UNCLEAR, None),
    ],
)  # fmt: skip
def test_tick(text: str, status: Status, value: object) -> None:
    """A tick is true, an empty box or a no false; two answers are unclear."""
    assert _said(values.parse_tick(text)) == (status, value)


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("Student", OK, "student"), ("I am a member of staff", OK, "staff"), ("studnet", OK, "student"),
        ("☒ staff ☐ student", OK, "staff"), ("Staff [ ]\nStudent [x]", OK, "student"), ("x staff", OK,
        "staff"),
        ("☐ staff ☐ student", MISSING, None), ("", MISSING, None), ("☒ staff ☒ student", UNCLEAR, None),
        ("staff / student", UNCLEAR, None), ("Staff ✓ Student", UNCLEAR, None), ("visitor", UNCLEAR, None),
        ("not staff", UNCLEAR, "staff"),
    ],
)  # fmt: skip
def test_choice(text: str, status: Status, value: object) -> None:
    """Words or a tick give the one option meant; several or none of them are unclear."""
    assert _said(values.parse_choice(text, _CHOICES)) == (status, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("• emails\n• diary notes", ("emails", "diary notes")),
        ("1. Email of 3 May\n2. CCTV", ("Email of 3 May", "CCTV")),
        ("emails; diary; and photos", ("emails", "diary", "photos")),
        ("1) a note 2) a photo", ("a note", "a photo")),
        ("Copy of the email which\nwas sent to me", ("Copy of the email which was sent to me",)),
        ("- one\n- two goes\non here\n- three", ("one", "two goes on here", "three")),
        ("file_name.pdf", ("file_name.pdf",)),
        ("Email dated 3.4.25 at 10.30 a.m.; rota", ("Email dated 3.4.25 at 10.30 a.m.", "rota")),
    ],
)
def test_list(text: str, value: tuple[str, ...]) -> None:
    """Bullets, numbers, lines and semicolons part the items; a wrapped line goes on."""
    assert _said(values.parse_list(text)) == (OK, value)


_WITNESSES = [
    ("Jane Doe, jane@x.example, 028 9649 6001; Bob", OK,
     [("Jane Doe", "jane@x.example", "028 9649 6001"), ("Bob", None, None)]),
    ("Name: Jane Doe\nEmail: jane@x.example\nTel: 028 9649 6001\nName: Bob Roe", OK,
     [("Jane Doe", "jane@x.example", "028 9649 6001"), ("Bob Roe", None, None)]),
    ("Jane Doe <jane@x.example>, Bob Roe <bob@x.example>", OK,
     [("Jane Doe", "jane@x.example", None), ("Bob Roe", "bob@x.example", None)]),
    ("Jane Doe and Bob Roe, bob@x.example, jane@x.example", OK,
     [("Jane Doe", "jane@x.example", None), ("Bob Roe", "bob@x.example", None)]),
    ("Ann Bell, 028 9649 6868\nNothing formal. I told Tom Reed.", UNCLEAR,
     [("Ann Bell", None, "028 9649 6868"), ("Nothing formal. I told Tom Reed", None, None)]),
    ("Ann Bell, +44 28 9649\n6868", UNCLEAR, [("Ann Bell", None, "+44 28 9649"), ("6868", None, None)]),
    ("Jane Doe, Planning, ext 204", OK, [("Jane Doe", None, "ext 204")]),
    ("Jane Doe (colleague) - 07700 900123", OK, [("Jane Doe", None, "07700 900123")]),
    ("Jane Doe and Bob Roe 07700 900123", UNCLEAR,
     [("Jane Doe", None, None), ("Bob Roe", None, "07700 900123")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "people"), _WITNESSES, ids=[w[0][:40] for w in _WITNESSES])
def test_witnesses(text: str, status: Status, people: list[tuple[str | None, ...]]) -> None:
    """Contacts go to the person they stand beside; where that is not sure the answer is unclear."""
    expected = tuple(dict(zip(("name", "email", "phone"), person, strict=True)) for person in people)
    assert _said(values.parse_witnesses(text)) == (status, expected)


@pytest.mark.parametrize(
    ("text", "image", "status", "value"),
    [
        ("Jane Doe", False, OK, "Jane Doe"), ("Signed: Jane Doe   Date: 3/4/25", True, OK, "Jane Doe"),
        ("", True, OK, True),
        ("______", True, OK, True), ("X", False, MISSING, None), ("", False, MISSING, None),
        ("Jane Doe 3/4/2025", False, UNCLEAR, "Jane Doe 3/4/2025"),
    ],
)  # fmt: skip
def test_signature(text: str, image: bool, status: Status, value: object) -> None:
    """A typed name is the signature; an image alone is true."""
    assert _said(values.parse_signature(text, image)) == (status, value)


_SCRAPS = st.sampled_from(
    [
        "Mr", "Ann", "Smith", ",", ";", "\n", "&", "and", "(", ")", "-", "–", "@", ".", "jane@x.example",
        "028",
        "9649", "6001", "ext", "x", "☒", "☐", "Yes", "No", "none", "1.", "•", ":", "/", "Manager",
        "of", "the", "O’Neill",
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_SCRAPS, max_size=20).map(" ".join))


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_reading(text: str) -> None:
    """Whatever is written: a reading, with a value only where it is ok, and a reason where it is unclear."""
    readings = [
        values.parse_name(text), values.parse_names(text), values.parse_email(text), values.parse_phone(text),
        values.parse_tick(text), values.parse_choice(text, _CHOICES), values.parse_list(text),
        values.parse_witnesses(text), values.parse_signature(text, False),
    ]  # fmt: skip
    for reading in readings:
        assert (reading.value is not None) == (reading.status is OK)
        assert reading.status is not UNCLEAR or reading.reason is not None
        assert reading.status is not MISSING or reading.reason is None


@given(st.text(max_size=80))
def test_tidy_settles(text: str) -> None:
    """What is in order stays as it is, in NFC."""
    once = values.tidy(text)
    assert values.tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("text", ["Ann Bell, SEO", "Ann Bell (Grade 7)", "Ann Bell, band 6", "Ann Bell – G6"])
def test_a_grade_beside_a_name_is_nobody(text: str) -> None:
    """A grade, as departments write it, is no part of a name and no second person."""
    assert values.parse_names(text).value == ("Ann Bell",)
