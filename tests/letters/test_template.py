"""Rendering a letter from a Word template."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from docx import Document

from hrdocs.errors import LetterError
from hrdocs.letters.author import format_template_text, make_template
from hrdocs.letters.template import render_letter

NOW = dt.datetime(2025, 12, 5, 9, 30, tzinfo=dt.UTC)
BARE = "--- first header ---\n--- header ---\n--- first footer ---\n--- footer ---\n--- letter ---\n"

ODD_TEXTS = (
    "Tom & Jerry <b>",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{_{ x }_} {_% y %_}",
    "}} {{ %} {%",
    "&amp; &lt;",
    "quote \" and '",
    "emoji 🙂 and عربى and 漢字",
    "{{ ''.__class__ }}",
    "{# note #}",
    "\\g<1> $1 %s",
)


def context(**more: Any) -> dict[str, Any]:
    """A small context; `None` is a fact that is not known."""
    return {
        "letter": {"date": "Friday 5 December 2025", "title": "A letter"},
        "our_ref": "DW-2025-001",
        "organisation": {"name": "Rathbrae Borough Council"},
        "meeting_arranged": {"date": "Monday 8 December 2025", "place": None},
        "acts": [{"text": "one", "why": None}],
        **more,
    }


def text_of(data: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(data)).paragraphs)


def rendered(text: str, **more: Any) -> str:
    return text_of(render_letter(make_template(BARE + text, title="T"), context(**more), now=NOW))


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_answers_arrive_as_written(text: str) -> None:
    """What a person wrote is printed letter by letter, also where it looks like a tag or markup."""
    assert rendered("Said: {{ said }}.", said=text) == f"Said: {text}."


def test_lines_and_tabs_stay() -> None:
    """Line breaks and tabs of an answer are line breaks and tabs of the letter."""
    assert rendered("{{ said }}", said="one\r\ntwo\rthree\tfour") == "one\ntwo\nthree\tfour"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0c", "\x1b", "\ufffe", "\ud800", "\ufdd0"])
def test_control_characters_are_refused(character: str) -> None:
    """A character that Word cannot hold is refused with the name of the fact."""
    with pytest.raises(LetterError) as caught:
        rendered("{{ reader.name }}", reader={"name": f"A{character}B"})
    assert caught.value.code == "control-character"
    assert "reader.name" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("At {{ meeting_arranged.place }}.", "missing-fact", "Record meeting-arranged with its place"),
        ("{{ meeting_arranged.palce }}", "unknown-fact", "Did you mean meeting_arranged.place"),
        ("{% if meeting_arranged.palce %}x{% endif %}", "unknown-fact", "{% if meeting_arranged.palce %}"),
        ("{{ nobody }}", "unknown-fact", "{{ nobody }}"),
        ("{{ organisation.fax }}", "unknown-fact", "organisation.fax"),
        ("{%p for act in acts %}\n- {{ act.why }}\n{%p endfor %}", "missing-fact", "{{ act.why }}"),
        ("{% for x in meeting_arranged.place %}{{ x }}{% endfor %}", "missing-fact", "place"),
        ("{{ our_ref.upper }", "template-syntax", "cannot be read"),
        ("{% if our_ref %}", "template-syntax", "cannot be read"),
        ("{{ our_ref.__class__ }}", "unsafe-tag", "may not"),
        ("{{ ''.__class__.__mro__ }}", "unsafe-tag", "may not"),
        ("{{ our_ref + 1 }}", "template-syntax", "computed"),
    ],
)
def test_a_hole_is_an_error(text: str, code: str, words: str) -> None:
    """A missing value is an error that names the template, the tag and the fact."""
    with pytest.raises(LetterError) as caught:
        rendered(text)
    assert caught.value.code == code
    assert words in str(caught.value)


def test_conditions_leave_no_trace() -> None:
    """Where a fact is not known, its paragraph is gone and no empty line stays."""
    text = "A\n{%p if meeting_arranged.place %}\nAt {{ meeting_arranged.place }}\n{%p endif %}\nB"
    assert rendered(text) == "A\nB"
    assert rendered("{% if meeting_arranged.place == none %}x{% else %}y{% endif %}") == "x"


def test_same_input_same_bytes() -> None:
    """The same template, facts and moment give the same file; time stamps tell nothing."""
    template = make_template(BARE + "Dear {{ organisation.name }}", title="T")
    first, second = (render_letter(template, context(), now=NOW) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_name_the_sender_only() -> None:
    """The file's properties hold the title and the organisation, as they are written."""
    data = render_letter(
        make_template(BARE + "x", title="T"), context(organisation={"name": "A & B"}), now=NOW
    )
    properties = Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.comments) == ("A letter", "A & B", "")
    assert properties.created is not None
    assert properties.created.date() == NOW.date()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"%PDF-1.7"])
def test_no_word_file(data: bytes) -> None:
    """What is no Word file is refused as a template."""
    with pytest.raises(LetterError) as caught:
        render_letter(data, context(), now=NOW)
    assert caught.value.code == "not-a-template"


def test_text_round_trip() -> None:
    """Text → template → text gives the text again, marks and parts included."""
    text = make_text()
    assert format_template_text(make_template(text, title="T")) == text
    assert make_template(text, title="T") == make_template(text, title="T")


def make_text() -> str:
    return (
        "--- first header ---\n\n**{{ organisation.name }}**\n\n"
        "--- header ---\n\n{{ our_ref }}\n\n"
        "--- first footer ---\n\nPage <page> of <pages>\n\n"
        "--- footer ---\n\nPage <page> of <pages>\n\n"
        "--- letter ---\n\n| {{ reader.name }}\n{%p for line in reader.address %}\n"
        "| {{ line }}\n{%p endfor %}\n"
        "= Date :: **{{ letter.date }}**\n\nDear {{ reader.name }}\n\n# Subject & more\n\n"
        "One // two **three** // four\n\n"
        "Plain, **bold** and **more {{ our_ref }}** text <here>.\n- one\n- two\n\n## Heading\n\n"
        "Yours sincerely\n| {{ sender.name }}\n"
    )
