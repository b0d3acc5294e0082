"""Compiled templates against docxtpl itself: the same members with the same bytes."""

import io
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.filters import FILTERS
from PIL import Image

from hrdocs.letters.compiled import CompiledTemplate
from hrdocs.letters.strict import environment

ENVIRONMENT = environment()
ENVIRONMENT.filters["safe"] = FILTERS["safe"]  # which no letter has
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Prepare = Callable[[Any], dict[str, Any]]


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def table(*rows: tuple[str, ...]) -> bytes:
    document = Document()
    made = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    return saved(document)


def picture(colour: str = "navy") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (4, 3), colour).save(out, "png")
    out.seek(0)
    return out


def members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return [(name, package.read(name)) for name in package.namelist()]


def made(tpl: Any, prepare: Prepare) -> list[tuple[str, bytes]]:
    tpl.render(prepare(tpl), ENVIRONMENT)
    out = io.BytesIO()
    tpl.save(out)
    return members(out.getvalue())


def both(data: bytes, prepare: Prepare) -> CompiledTemplate:
    """Fill in with docxtpl and with ours, twice, and compare every member."""
    compiled = CompiledTemplate(data, ENVIRONMENT)
    theirs = made(DocxTemplate(io.BytesIO(data)), prepare)
    for _ in range(2):
        ours = made(compiled.open(), prepare)
        assert [name for name, _ in ours] == [name for name, _ in theirs]
        for (name, mine), (_, their) in zip(ours, theirs, strict=True):
            assert mine == their, name
    return compiled


TEXT = {
    "a": "Tom & Jerry <b>",
    "b": "it's \"so\" &amp; 'so'",
    "void": "",
    "yes": True,
    "no": False,
    "n": 7,
    "rows": [{"x": "one & two", "y": ["1", "2", "3"]}, {"x": "«drei»", "y": ["4", "5", "6"]}],
    "words": ["x", "y<", "z"],
}
AS_TEXT = {
    "fields": ["{{ a }} and {{ b }} and {{ n }}", "{{ void }}"],
    "filters": ["{{ words | join(', ') }} {{ a | upper }} {{ a | sentence }} {{ words | length }}"],
    "branches": [
        "{% if yes %}so {{ a }}{% else %}not{% endif %}",
        "{% if no %}{{ a }}{% elif n > 3 %}b{% endif %}",
    ],
    "paragraphs": ["{%p if yes %}", "A {{ a }}", "{%p endif %}", "{%p if no %}", "B", "{%p endif %}"],
    "loops": ["{%p for row in rows %}", "{{ row.x }} {{ loop.index }}", "{%p endfor %}"],
    "nested": ["{%p for row in rows %}", "{% for y in row.y %}{{ y }}, {% endfor %}", "{%p endfor %}"],
    "notes": ["Before {# a note #} after", "{#p a paragraph of notes #}", "x"],
    "set": ["{% set z = a %}{{ z }}"],
    "typographic quotes": ["{{ words | join(“-”) }}"],
    "trimmed": ["one {%- if yes %} two {%- endif %} three", "four {% if yes -%} five {% endif -%} six"],
    "unicode": ["🙂 عربى 漢字 {{ a }} \u00a0 e\u0301"],
    "markup in text": ["a < b & c > d \"e\" 'f' {{ a }}"],
    "empty paragraphs": ["", "{{ void }}", ""],
}
BY_TREE = {
    "constants": ["{{ '<b>' }} {{ 3 }}"],
    "macros": ["{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(a) }}"],
    "filter blocks": ["{% filter upper %}a{{ a }}{% endfilter %}"],
    "braces": ["{_{ a }_} {_% if %_} {{ a }}"],
    "tabs": ["one\ttwo {{ a }}"],
    "safe": ["{{ xml | safe }} {{ a }}"],
    "broken by a branch": ["{% if yes %}one", "two{% endif %}"],
}


@pytest.mark.parametrize("name", [*AS_TEXT, *BY_TREE])
def test_text_features(name: str) -> None:
    """Fields, branches, loops, paragraph tags, notes, filters and blanks come out as docxtpl writes them."""
    lines = (AS_TEXT | BY_TREE)[name]
    context = {**TEXT, "xml": "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold"}
    compiled = both(template(*lines), lambda _: context)
    if name in AS_TEXT:
        assert compiled.needs_tree is None
    assert compiled.fallback is None


def test_split_runs_and_branches_over_runs() -> None:
    """Tags that Word has split, and branches that begin in one run and end in another."""
    document = Document()
    paragraph = document.add_paragraph("Dear {")
    paragraph.add_run("{ a ").bold = True
    paragraph.add_run("}} and {% if yes %}plain ")
    paragraph.add_run("bold {{ b }}").bold = True
    paragraph.add_run("{% endif %}.")
    compiled = both(saved(document), lambda _: TEXT)
    assert compiled.needs_tree is None


TABLES = {
    "rows": table(("{%tr for row in rows %}", ""), ("{{ row.x }}", "{{ n }}"), ("{%tr endfor %}", "")),
    "columns": table(("{%tc for w in words %}", "{{ w }}", "{%tc endfor %}")),
    "fewer columns": table(("{%tc if no %}", "{{ a }}", "{%tc endif %}", "z")),
    "colour": table(("{% cellbg colour %}{{ a }}", "x")),
    "span": table(("{% colspan span %}{{ a }}", "x"), ("y", "z")),
    "merged across": table(("{%tc for w in words %}", "{% hm %}{{ a }}", "{%tc endfor %}")),
    "merged down": table(("{%tr for w in words %}", ""), ("{% vm %}x", "{{ w }}"), ("{%tr endfor %}", "")),
    "plain": table(("{{ a }}", "{{ void }}"),),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    """Rows, columns, merged cells and colours: docxtpl mends the tree of the table."""
    compiled = both(TABLES[name], lambda _: {**TEXT, "colour": "FF0000", "span": 2})
    assert compiled.needs_tree is not None


def rich(tpl: Any) -> dict[str, Any]:
    text = RichText("bold & ", bold=True, color="#ff0000", size=30)
    text.add("a link", url_id=tpl.build_url_id("https://council.example/?a=1&b=2"), underline=True)
    text.add("again", url_id=tpl.build_url_id("https://council.example/?a=1&b=2"))
    paragraph = RichTextParagraph(RichText("p1", italic=True), parastyle="ListBullet")
    paragraph.add("p2 <")
    return {**TEXT, "rich": text, "paragraph": paragraph}


@pytest.mark.parametrize("lines", [["x {{r rich }} y"], ["{{ rich }}"], ["a", "{{p paragraph }}", "b"]])
def test_rich_text(lines: list[str]) -> None:
    """Rich text with and without links, in runs and as paragraphs."""
    both(template(*lines), rich)
    both(
        template(*lines),
        lambda _: {"rich": RichText('it\'s "plain"\nand\ttabbed'), "paragraph": RichTextParagraph("x")},
    )


@pytest.mark.parametrize(
    "text", ["one\ntwo", "one\n\ntwo\n", "a\tb", "a\ab", "a\fb", "\n", 'it\'s\n"so" & <so>', "x\r\ny"]
)
def test_listings_and_breaks(text: str) -> None:
    """Line breaks, tabs, paragraphs and pages within a value, plain or as a Listing."""
    data = template(
        "Said: {{ said }}!", "{{ a }}", "{%p for row in rows %}", "{{ row.x }} {{ said }}", "{%p endfor %}"
    )
    compiled = both(data, lambda _: {**TEXT, "said": text})
    both(data, lambda _: {**TEXT, "said": Listing(text)})
    assert compiled.needs_tree is None


def with_headers(*texts: str) -> Any:
    document = Document()
    document.add_paragraph("Body {{ a }}")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = texts[0]
    section.header.paragraphs[0].text = texts[1]
    section.footer.paragraphs[0].text = texts[2]
    return document


def test_headers_and_footers() -> None:
    """Headers and footers are filled in, a second section's too."""
    document = with_headers("{{ a }} {{ b }}", "{% if no %}x{% endif %} {{ void }}", "{{ void }} {{ void }}")
    compiled = both(saved(document), lambda _: {**TEXT, "void": " "})
    assert compiled.needs_tree is None
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "second {{ b }}"
    both(saved(document), lambda _: {**TEXT, "b": "two\nlines"})
    both(saved(document), lambda tpl: {**TEXT, "b": rich(tpl)["rich"]})


def test_pictures() -> None:
    """Pictures in the letter, its header and its footer, with a link, the same one twice."""
    document = with_headers("{{ logo }}", "x", "{{ logo }} {{ a }}")
    document.add_paragraph("{{ logo }} {{ other }}")

    def prepare(tpl: Any) -> dict[str, Any]:
        logo = InlineImage(tpl, picture(), width=100000, height=50000)
        return {**TEXT, "logo": logo, "other": InlineImage(tpl, picture("red"), anchor="https://a.example/")}

    both(saved(document), prepare)


def test_features_together() -> None:
    """Rich text with links, pictures, listings and breaks in merged and coloured cells and headers."""
    document = Document(io.BytesIO(TABLES["merged across"]))
    cells = document.add_table(2, 3)
    for cell, text in zip(
        [c for row in cells.rows for c in row.cells],
        ("{{r rich }}", "{{ logo }} {{ said }}", "{% cellbg colour %}{{ a }}", "{{ listing }}",
         "{% colspan span %}{{ b }}", "{% if yes %}{{ said }}{% endif %}"),
        strict=True,
    ):  # fmt: skip
        cell.text = text
    cells.cell(0, 0).add_table(1, 1).cell(0, 0).text = "{{ listing }} {{ a }}"
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{r rich }} {{ listing }}"
    section.footer.paragraphs[0].text = "{{ logo }} {{ said }}"

    def prepare(tpl: Any) -> dict[str, Any]:
        logo = InlineImage(tpl, picture(), width=100000, anchor="https://a.example/?b=1&c=2")
        more = {"colour": "00FF00", "span": 2, "said": "one\ntwo\tthree & <four>", "logo": logo}
        return {**rich(tpl), **more, "listing": Listing("x\n\ny\fz")}

    both(saved(document), prepare)


def test_replaced_pictures(tmp_path: Path) -> None:
    """Pictures replaced by name or by their bytes, and a member replaced by its name."""
    document = Document()
    document.add_paragraph("{{ a }}")
    document.add_picture(picture())
    document.sections[0].header.paragraphs[0].add_run().add_picture(picture("red"))
    data = saved(document)
    name = Document(io.BytesIO(data)).inline_shapes[0]._inline.graphic.graphicData.pic.nvPicPr.cNvPr.name

    def by_name(tpl: Any) -> dict[str, Any]:
        tpl.replace_pic(name, picture("green"))
        return TEXT

    def by_bytes(tpl: Any) -> dict[str, Any]:
        tpl.replace_media(picture("red"), picture("white"))
        return TEXT

    other = tmp_path / "app.xml"
    other.write_bytes(b"<a/>")

    def by_member(tpl: Any) -> dict[str, Any]:
        tpl.replace_zipname("docProps/app.xml", str(other))
        return TEXT

    for prepare in (by_name, by_bytes, by_member):
        both(data, prepare)


def with_footnotes(text: str) -> bytes:
    document = Document()
    document.add_paragraph("Body {{ a }}")
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    xml = f'<?xml version="1.0"?>\r\n<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


@pytest.mark.parametrize("text", ["{{ a }} {{ b }}", "no tags", "{% if yes %}x{% endif %}{{ void }}"])
def test_footnotes(text: str) -> None:
    """Footnotes are filled in, with line breaks and rich text too."""
    both(with_footnotes(text), lambda _: TEXT)
    both(with_footnotes(text), lambda _: {**TEXT, "a": "one\ntwo", "b": Listing("three\tfour\n<five>")})


@pytest.mark.parametrize("value", ["Tom & <Jerry>", "", "é 🙂", "x" * 255, "two\nlines"])
def test_core_properties(value: str) -> None:
    """The file's properties are filled in."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.subject = (
        "{{ value }}",
        "{{ a }}",
        "{% if yes %}s{% endif %}",
    )
    properties.comments, properties.keywords = "fixed & <so>", "{{ untouched }}"
    both(saved(document), lambda _: {**TEXT, "value": value})


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_unusual_packages() -> None:
    """Two relationships to one header: docxtpl does the whole work, and the template says so."""
    document = with_headers("x", "{{ a }}", "y")
    header = document.sections[0].header.part
    header_type = RELATIONSHIP_TYPE.HEADER
    document.part.rels.add_relationship(header_type, header, "rId99", False)
    compiled = both(saved(document), lambda _: TEXT)
    assert compiled.fallback == "two of its parts have one name"


def test_fallback_to_docxtpl() -> None:
    """A letter that falls back is docxtpl's own work, links made before included."""
    data = template("{{r rich }} {{ a }}")
    compiled = CompiledTemplate(data, ENVIRONMENT)

    def falling(tpl: Any) -> dict[str, Any]:
        context = rich(tpl)
        tpl.fall_back("it holds a sub-document")
        return context

    filling = compiled.open()
    assert made(filling, falling) == made(DocxTemplate(io.BytesIO(data)), rich)
    assert filling.fallback == "it holds a sub-document"
    assert made(compiled.open(), rich) == made(DocxTemplate(io.BytesIO(data)), rich)


def test_subdocuments() -> None:
    """Sub-documents fall back to docxtpl, and the letter says so."""
    pytest.importorskip("docxcompose", reason="sub-documents need docxcompose")

    def prepare(tpl: Any) -> dict[str, Any]:
        sub = tpl.new_subdoc()
        sub.add_paragraph("in the sub-document")
        return {"sub": sub}

    data = template("a", "{{p sub }}", "b")
    filling = CompiledTemplate(data, ENVIRONMENT).open()
    assert made(filling, prepare) == made(DocxTemplate(io.BytesIO(data)), prepare)
    assert filling.fallback == "it holds a sub-document"


def test_another_environment() -> None:
    """An environment other than the compiled one goes through docxtpl."""
    other = environment()
    filling = CompiledTemplate(template("{{ a }}"), ENVIRONMENT).open()
    filling.render(TEXT, other)
    assert filling.fallback == "it is filled in with another environment"


def test_saving_to_a_file(tmp_path: Path) -> None:
    """Saved to a path, the file holds what docxtpl's holds; a letter can be filled in twice."""
    data = template("{{ a }}")
    filling = CompiledTemplate(data, ENVIRONMENT).open()
    filling.render({"a": "first"}, ENVIRONMENT)
    filling.render({"a": "second"}, ENVIRONMENT)
    filling.save(tmp_path / "ours.docx")
    tpl = DocxTemplate(io.BytesIO(data))
    tpl.render({"a": "second"}, ENVIRONMENT)
    tpl.save(tmp_path / "theirs.docx")
    assert members((tmp_path / "ours.docx").read_bytes()) == members((tmp_path / "theirs.docx").read_bytes())


def test_threads() -> None:
    """Many threads fill in one compiled template at once, pictures included."""
    data = template("{{ a }} {% for w in words %}{{ w }}{% endfor %}", "{{ logo }}")
    compiled = CompiledTemplate(data, ENVIRONMENT)

    def prepare(n: int) -> Prepare:
        return lambda tpl: {
            "a": f"<{n}>",
            "words": ["x"] * n,
            "logo": InlineImage(tpl, picture()) if n % 2 else n,
        }

    wanted = {n: made(DocxTemplate(io.BytesIO(data)), prepare(n)) for n in range(8)}
    wrong: list[int] = []

    def work(n: int) -> None:
        letters = [made(compiled.open(), prepare(n)) for _ in range(10)]
        wrong.extend(n for letter in letters if letter != wanted[n])

    threads = [threading.Thread(target=work, args=(n,)) for n in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("&<>\"'\n\t;#"), max_size=20
)
ONE = CompiledTemplate(
    saved(with_headers("{{ a }}", "{% for w in words %}{{ w }} {% endfor %}", "{{ b }}{{ a }}")), ENVIRONMENT
)
PEER = DocxTemplate(io.BytesIO(ONE.data))


@settings(max_examples=20, deadline=None)
@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_any_text(a: str, b: str, words: list[str]) -> None:
    """Whatever the values, the members are docxtpl's."""
    context = {"a": a, "b": b, "words": words}
    assert made(ONE.open(), lambda _: context) == made(PEER, lambda _: context)
