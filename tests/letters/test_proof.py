"""Re-reading a finished letter."""

import io
from typing import Any

import pytest
from docx import Document

from hrdocs.document import Severity
from hrdocs.letters.author import make_template
from hrdocs.letters.proof import check_letter, prove_letter
from hrdocs.procedure import LetterItem
from hrdocs.rules.withholding import Secret

BARE = "--- first header ---\n--- header ---\n--- first footer ---\n--- footer ---\n--- letter ---\n"


def letter(text: str) -> bytes:
    return make_template(BARE + text, title="T")


def codes(text: str, **more: Any) -> list[str]:
    return [f.code for f in check_letter(letter(text), **more)]


def item(*words: str, when: str | None = None) -> LetterItem:
    return LetterItem("companion", "the right to be accompanied", "10.1", words, when)


@pytest.mark.parametrize(
    ("text", "words", "met"),
    [
        ("You may be accompanied by a work colleague.", "accompan* colleague", True),
        ("You may be accompanied. A colleague will write.", "accompan* colleague", False),
        ("You may be accompanied by:\n- a work colleague\n- a union representative", "accompan* union", True),
        ("A colleague’s view. Be accompanied.", "accompan* colleague", False),
        ("The last day is Friday 5 December 2025.", "last day 20*", True),
        ("The decolleague.", "colleague", False),
        ("Write to OD/HR, please.", "write od/hr", True),
        ("Meet at 10.30 a.m. in Room 2.", "10.30 room", True),
    ],
)
def test_items_are_met_by_one_sentence(text: str, words: str, met: bool) -> None:
    """The words of an item must stand together in one sentence, a bullet with its introduction."""
    proof = prove_letter(letter(text), items=[item(words)])
    assert (proof.items[0].sentence is not None) is met
    assert proof.ok is met


def test_alternatives_and_conditions() -> None:
    """One alternative is enough, and an item with a condition is asked only where it holds."""
    assert codes("A companion may come.", items=[item("accompan*", "companion")]) == []
    conditional = item("suspen*", when="suspension_decided.start")
    assert codes("Nothing here.", items=[conditional], context={"suspension_decided": {"start": None}}) == []
    known = {"suspension_decided": {"start": "Monday 8 December 2025"}}
    assert codes("Nothing here.", items=[conditional], context=known) == ["missing-item"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear {{ reader.name }}", "leftover-tag"),
        ("{% if x %}", "leftover-tag"),
        ("The meeting is on None.", "none-printed"),
        ("A word  too far.", "double-space"),
        ("Come to , please.", "stray-mark"),
        ("On Friday 4 December 2025 we met.", "wrong-weekday"),
        ("On Monday 31 November 2025 we met.", "wrong-weekday"),
    ],
)
def test_slips(text: str, code: str) -> None:
    """Holes and slips of a letter are found."""
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    ["None of this is decided.", "On Friday 5 December 2025.", "He said: why {not}?", "A (small) matter."],
)
def test_no_slips(text: str) -> None:
    """Ordinary text is left alone."""
    assert codes(text) == []


def test_empty_bullets() -> None:
    """A bullet without words is found, as an empty paragraph is."""
    document = Document()
    document.add_paragraph("\u00a0", style="List Bullet")
    document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    assert [f.code for f in check_letter(out.getvalue())] == ["empty-bullet", "empty-paragraph"]


def test_braces_in_an_answer_are_no_tag() -> None:
    """What a person wrote with braces does not stop the letter."""
    assert codes("Said: {{ 7 }}", context={"acts": [{"text": "{{ 7 }}"}]}) == []


@pytest.mark.parametrize(
    ("text", "secret", "severity"),
    [
        ("We met Siobhán Devenney.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("As siobhán devenney says.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("It was Devenney’s view.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("The Devenneys agree.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("Ask Siobhán.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("Mrs O'Hagan was there.", Secret("Ruth O’Hagan"), Severity.ERROR),
        ("Smyth agreed.", Secret("Ann Smyth-Keane"), Severity.ERROR),
        (
            "Write to s.devenney@council.example.",
            Secret("s.devenney@council.example", "contact"),
            Severity.ERROR,
        ),
        ("Call 028 9649 6123.", Secret("+44 28 9649 6123", "contact"), Severity.ERROR),
        ("Call (028) 9649-6123.", Secret("02896496123", "contact"), Severity.ERROR),
        ("May said so.", Secret("May Devenney"), Severity.WARNING),
        ("You may come in May.", Secret("May Devenney"), Severity.WARNING),
        ("You may come in June.", Secret("May Devenney"), None),
        ("A devoted team.", Secret("Siobhán Devo"), None),
        ("The minutes were kept.", Secret("Ian Minute"), Severity.WARNING),
        ("It was Siobhan’s idea.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("It was De\u200bvenney.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("Ask Ng first.", Secret("Wei Ng"), Severity.ERROR),
        ("Meeting 1 May 2025 and in May 2026.", Secret("May Devenney"), None),
        ("You will park there.", Secret("Will Park"), None),
        ("Will Park was there.", Secret("Will Park"), Severity.WARNING),
        ("Your line manager will meet you.", Secret("my line manager"), None),
        ("None is needed.", Secret("none", "words"), None),
        ("Ask smith.", Secret("Ann Smith"), Severity.WARNING),
        ("Bright was there.", Secret("Ann Bright"), Severity.WARNING),
        ("Ask Mrs May.", Secret("May Devenney"), Severity.ERROR),
        ("It was Dr. T. Bright.", Secret("Tara Bright"), Severity.ERROR),
        ("Hagan said so.", Secret("Ruth O’Hagan"), Severity.ERROR),
        ("Ruth OHagan said so.", Secret("Ruth O’Hagan"), Severity.ERROR),
        ("Ask Mac Guckin.", Secret("Orla McGuckin"), Severity.ERROR),
        ("Write to sdevenney2@mail.example.", Secret("Siobhán Devenney"), Severity.ERROR),
        ("SD saw it.", Secret("Siobhán Devenney"), Severity.WARNING),
        ("S. D. saw it.", Secret("Siobhán Devenney"), Severity.WARNING),
        ("HR saw it.", Secret("Hannah Rooney"), None),
        ("USDA rules.", Secret("Siobhán Devenney"), None),
        ("Call 0044 (0)28 / 9649.6123", Secret("028 9649 6123", "contact"), Severity.ERROR),
        ("Call 02896 49 61 23", Secret("028 9649 6123", "contact"), Severity.ERROR),
        ("Call 649 6123.", Secret("028 9649 6123", "contact"), Severity.WARNING),
        ("Call 028 9649 6124.", Secret("028 9649 6123", "contact"), None),
        ("On 12.03.2026 at 10", Secret("028 9649 6123", "contact"), None),
        (
            "s.devenney [at] council (dot) example",
            Secret("s.devenney@council.example", "contact"),
            Severity.ERROR,
        ),
        ("s.devenney@\u200bcouncil.example", Secret("S.Devenney@council.example", "contact"), Severity.ERROR),
        ("ms.devenney@council.example", Secret("s.devenney@council.example", "contact"), None),
        ("s.devenney is the user name", Secret("s.devenney@council.example", "contact"), Severity.WARNING),
        ("She needs a step-free room.", Secret("a step-free room", "words"), Severity.ERROR),
        ("Call ٠٧٧٠٠٩٠٠١٢٣", Secret("07700 900123", "contact"), Severity.ERROR),
        ("MAY was there.", Secret("May Devenney"), Severity.WARNING),
        ("Liz was there.", Secret("Elizabeth Carrick"), Severity.WARNING),
        ("Tommy was there.", Secret("Tom Ashby"), Severity.WARNING),
        ("Will you come?", Secret("William Carrick"), None),
        ("He says that Will came.", Secret("William Carrick"), Severity.WARNING),
        ("Devenny was there.", Secret("Siobhán Devenney"), Severity.WARNING),
        ("Deveney’s view", Secret("Siobhán Devenney"), Severity.WARNING),
        ("Ask @sdevenney.", Secret("Siobhán Devenney"), Severity.WARNING),
        ("The de facto head", Secret("Maria de la Cruz"), None),
        ("The van was out.", Secret("Piet van der Berg"), None),
        ("Cruz came.", Secret("Maria de la Cruz"), Severity.ERROR),
        ("Fitz Gerald came.", Secret("Una Fitzgerald"), Severity.ERROR),
        ("Mueller came.", Secret("Jens Müller"), Severity.ERROR),
        ("Lukasz came.", Secret("Łukasz Wójcik"), Severity.ERROR),
        ("Soren came.", Secret("Søren Ørsted"), Severity.ERROR),
        ("Ткачука не было.", Secret("Олена Ткачук"), Severity.ERROR),
        ("李小龍先生在場。", Secret("李小龍"), Severity.ERROR),
        ("وقال محمد", Secret("محمد علي"), Severity.ERROR),
        ("He knows it.", Secret("Devenney", sure=False), None),
        ("Devenney knows it.", Secret("Devenney", sure=False), Severity.WARNING),
    ],
)
def test_what_the_reader_may_not_know(text: str, secret: Secret, severity: Severity | None) -> None:
    """Names whole and in part, contacts in any spelling; an everyday word asks a person."""
    found = [f.severity for f in check_letter(letter(text), forbidden=[secret])]
    assert set(found) == (set() if severity is None else {severity})


def test_the_templates_own_words_are_no_names() -> None:
    """A witness called Case does not stop a letter that says “your case”; typed in, the name asks."""
    standing = ("We will write to you about your case", "The Case")
    secrets = [Secret("Ann Casement"), Secret("Ann Minutes")]
    said = "We will write to you about your case. The minutes are kept."
    assert codes(said, forbidden=secrets, standing=(*standing, "The minutes are kept.")) == []
    assert codes(said, forbidden=secrets, standing=standing) == ["maybe-name-of-another"]
    typed = "We will write to you about your case. Minutes said so."
    assert codes(typed, forbidden=[Secret("Ann Minutes")], standing=standing) == ["maybe-name-of-another"]


def test_a_shared_surname_asks_a_person() -> None:
    """The reader's own name is no leak; the surname alone could be either's, so a person looks."""
    secrets = [Secret("Tom Quinn")]
    assert codes("Dear Ann Quinn", forbidden=secrets, allowed=["Ann Quinn"]) == []
    assert codes("Dear Ann Quinn. Quinn said", forbidden=secrets, allowed=["Ann Quinn"]) == [
        "maybe-name-of-another"
    ]
    assert codes("Dear Ann Quinn. Tom said", forbidden=secrets, allowed=["Ann Quinn"]) == ["name-of-another"]


def test_runs_of_anothers_story() -> None:
    """Eight words in a row of another's account are shown to a person."""
    story = Secret("He shouted at me in the yard and called me useless twice", "narrative", "the complainant")
    assert codes("It is said that he shouted at me in the yard and called you.", forbidden=[story]) == [
        "maybe-words-of-another"
    ]
    assert codes("It is said that you shouted in the yard.", forbidden=[story]) == []


def test_hidden_places_are_read() -> None:
    """Headers, properties, alternative texts, comments and hidden runs are read too."""
    document = Document()
    document.core_properties.comments = "from Devenney"
    document.sections[0].header.paragraphs[0].text = "Devenney"
    run = document.add_paragraph("Dear reader").add_run(" Devenney")
    run.font.hidden = True
    document.add_comment(run, text="ask Devenney", author="Devenney")
    out = io.BytesIO()
    document.save(out)
    places = " ".join(f.message for f in check_letter(out.getvalue(), forbidden=["Siobhán Devenney"]))
    for place in ("core.xml", "header1.xml", "letter", "comments.xml", "comments.xml, hidden"):
        assert f"stands in the {place}." in places


def test_words_to_avoid() -> None:
    """Words that letters do not use stop the letter; in a person's own words they are shown."""
    assert codes("The perpetrator left.", avoid=["perpetrator*"]) == ["word-to-avoid"]
    assert codes("An Employment  tribunal", avoid=["employment tribunal"])[:1] == ["word-to-avoid"]
    said = {"acts": [{"text": "called me a bully"}]}
    findings = check_letter(letter("You wrote: called me a bully"), avoid=["bully"], context=said)
    assert [f.severity for f in findings] == [Severity.WARNING]


def test_a_name_that_is_secret_is_not_let_through_by_another_fact() -> None:
    """A witness who is typed in as the one who decided is found all the same."""
    said = letter("The reasons of Siobhán Devenney are these.")
    (found,) = check_letter(said, forbidden=["Siobhán Devenney"], allowed=["Siobhán Devenney"])
    assert found.code == "name-of-another"


def test_words_in_turned_order_are_shown() -> None:
    """Marks that turn the order of letters can hide a name from whoever checks: a person looks."""
    assert codes("It was \u202eyennevD\u202c.") == ["turned-order"]
    assert codes("It was \u2067שלום\u2069.") == []
