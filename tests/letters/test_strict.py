"""What a template can and cannot do, and what answers can and cannot do to a letter."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from hrdocs.errors import LetterError
from hrdocs.letters.author import make_template
from hrdocs.letters.template import render_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = dt.datetime(2025, 12, 5, 9, 30, tzinfo=dt.UTC)
BARE = (
    "--- first header ---\n{{ said }}\n--- header ---\n--- first footer ---\n--- footer ---\n--- letter ---\n"
)
SAYS = make_template(
    BARE + "Said: {{ said }}.\n{%p for s in more %}\n- {{ s }}\n{%p endfor %}", title="{{ said }}"
)


def letter(text: str, **context: Any) -> bytes:
    return render_letter(make_template(f"{BARE}{text}", title="T"), {"said": "", **context}, now=NOW)


def texts(data: bytes, member: str = "word/document.xml") -> list[str]:
    """The text of each paragraph of a member."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(member))
    marks = {"br": "\n", "tab": "\t"}
    return [
        "".join(
            (node.text or "") if node.tag == f"{W}t" else marks.get(node.tag.removeprefix(W), "")
            for node in paragraph.iterfind(f"{W}r/*")
        )
        for paragraph in root.iter(f"{W}p")
    ]


WRITTEN = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufdd0\ufffe\uffff")
    | st.sampled_from("{}%#_&<>\"'\n;"),
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(WRITTEN, st.lists(WRITTEN, max_size=2))
@example("{{ 7 * 7 }}", ["{% for x in y %}", "{_{ x }_}"])
@example("{", ["{ said }}", "{", "% if x %}"])
@example(
    "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    ["\U0001f469\u200d\U0001f4bb", "e\u0301"],
)
@example("]]>", ["<![CDATA[x]]>", "<!-- x -->", "&#65;", "<?x?>"])
def test_any_answer_arrives_as_written(said: str, more: list[str]) -> None:
    """Whatever a person writes stands in the letter letter by letter, tags and markup included."""
    data = render_letter(SAYS, {"said": said, "more": more}, now=NOW)
    assert texts(data) == [f"Said: {said}.", *more]
    assert texts(data, "word/header1.xml") == [said]


UNSAFE = (
    "{{ said.__class__ }}",
    "{{ said['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ more.__init__.__globals__ }}",
    "{{ [more] | map(attribute='__class__') | list }}",
    "{{ namespace.__init__ }}",
    "{% for x in more %}{{ loop.__class__ }}{% endfor %}",
    "{{ range.__globals__ }}",
    "{{ '{0.__class__}'.format(said) }}",
    "{{ said.format_map(more) }}",
    "{{ said.encode('utf-16') }}",
    "{{ said.center(9999999999) }}",
    "{{ said * 999999999 }}",
    "{{ 'x' * 999999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{% for x in range(10000000) %}{% endfor %}",
    "{{ range(1001) | list }}",
    "{% set ns = namespace(x=1) %}{{ ns.__class__ }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__ }}",
    "{{ lipsum(999999) }}",
    "{{ said | attr('__class__') }}",
    "{{ said | center(9999999999) }}",
    "{{ said | safe }}",
    "{{ 'x' | format(1) }}",
    "{{ dict(a=1) }}",
    "{% include 'x' %}",
    "{% import 'os' as os %}{{ os }}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
)


@pytest.mark.parametrize("tag", UNSAFE)
def test_a_template_reaches_nothing_of_python(tag: str) -> None:
    """A template that asks for more than facts is refused as a template, and runs nothing."""
    with pytest.raises(LetterError):
        letter(tag, said="x", more=["x"])


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ said.upper() }} {{ said | upper }} {{ said | title }}", "X X X"),
        ("{% for n in range(3) %}{{ n * 2 }}{% endfor %}", "024"),
        ("{% set ns = namespace(x=1) %}{% set ns.x = 2 %}{{ ns.x }}", "2"),
        ("{{ 'a-b'.split('-') | join('+') }}", "a+b"),
        ("{{ 7 % 3 }} {{ more | length }} {{ said | replace('x', 'y') }}", "1 1 y"),
    ],
)
def test_what_templates_may_do(tag: str, text: str) -> None:
    """Filters, small sums, short ranges and the plain methods of texts."""
    assert texts(letter(tag, said="x", more=["z"])) == [text]


@pytest.mark.parametrize("where", ["header", "footer"])
def test_holes_in_headers(where: str) -> None:
    """A missing value in a header or footer names the template, the tag and the fact too."""
    data = make_template(
        f"--- {where} ---\nRef {{{{ meeting_arranged.place }}}}\n--- letter ---\nx", title="T"
    )
    with pytest.raises(LetterError) as caught:
        render_letter(data, {"meeting_arranged": {"place": None}}, now=NOW)
    message = str(caught.value)
    if "organisation" not in message:
        assert "{{ meeting_arranged.place }}" in message
        assert "place of meeting-arranged" in message


def test_no_tag_is_left_in_any_member() -> None:
    """A finished letter holds no tag of its template, in no member."""
    data = render_letter(SAYS, {"said": "x", "more": ["y"]}, now=NOW)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            assert b"{{" not in package.read(name) or name == "word/theme/theme1.xml", name
