"""Read a Word template and render one letter from it, strictly.

A value that is None is a fact not known: false in a condition, an error where it would be printed. A
name that the context does not hold is an error everywhere, so that a misspelt condition is found.
Values are data: they are escaped, and what looks like a tag in them stays text. The same template,
context and `now` give the same bytes.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from hrdocs.errors import LetterError
from hrdocs.letters.facts import Facts, MissingFactError
from hrdocs.letters.zipped import fix_zip

# Names whose facts come from the organisation, the form or the procedure; all others are events.
STANDING = frozenset(
    (
        "letter",
        "our_ref",
        "policy",
        "organisation",
        "reader",
        "sender",
        "complainant",
        "respondent",
        "respondents",
        "complaint",
        "acts",
        "missing",
        "questions",
        "time_limit",
        "deadlines",
    )
)
# What XML cannot hold, and the non-character that guards answers while docxtpl works.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufffe\uffff]")
_GUARD = "\ufdd0"
# docxtpl turns these, its own way to write a brace, into braces after rendering.
_ESCAPES = re.compile(r"(?<=\{)(?=_[{%])|(?<=[}%])(?=_\})")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)


def render_letter(template: Path | bytes, context: Mapping[str, Any], *, now: dt.datetime) -> bytes:
    """Render one letter and return the Word file.

    `now` is written as the file's time of creation. Every tag of the template is filled or the letter
    is refused.

    Raises: LetterError naming the template, the tag and the fact needed.
    """
    name, data = read_template(template)
    facts = _as_facts(dict(context), "", name)
    document = _open(data, name)
    _fill(document, facts, name=name, data=data)
    _stamp(document, context, now)
    out = io.BytesIO()
    document.docx.save(out)
    return fix_zip(out.getvalue())


def read_template(template: Path | bytes) -> tuple[str, bytes]:
    """The template's name for messages, and its bytes.

    Raises: LetterError where the file is not there or is no Word file.
    """
    if isinstance(template, bytes):
        name, data = "template", template
    else:
        name = template.name
        try:
            data = template.read_bytes()
        except OSError as error:
            raise LetterError(
                name,
                "the template cannot be opened",
                f"Put it at {template.parent.name}/{name}.",
                code="not-found",
            ) from error
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        )
    return name, data


def template_tags(data: bytes) -> Iterator[str]:
    """Every tag of a template in the order of its parts, as Jinja will see it."""
    for text in _patched_parts(data):
        for tag in _TAG.findall(text):
            yield re.sub(r"<[^>]+>", "", tag)


def template_facts(data: bytes) -> frozenset[str]:
    """The names of all facts that a template asks for: `decision_made.outcome`, `our_ref`.

    Raises: LetterError where a tag cannot be read.
    """
    from jinja2 import nodes
    from jinja2.exceptions import TemplateSyntaxError

    from hrdocs.letters.strict import environment

    out: set[str] = set()
    for text in _patched_parts(data):
        try:
            tree = environment().parse(text)
        except TemplateSyntaxError as error:
            fact = f"a tag cannot be read: {error.message}"
            raise LetterError("template", fact, "Mend the tag in Word.", code="template-syntax") from error
        names = list(tree.find_all(nodes.Name))
        own = {name.name for name in names if name.ctx != "load"}
        dotted = [get for get in tree.find_all(nodes.Getattr) if isinstance(get.node, nodes.Name)]
        parents = {id(get.node) for get in dotted}
        out |= {f"{get.node.name}.{get.attr}" for get in dotted if get.node.name not in own}  # type: ignore[attr-defined]
        out |= {name.name for name in names if id(name) not in parents and name.name not in own}
    return frozenset(out)


def _patched_parts(data: bytes) -> Iterator[str]:
    """The parts that hold tags, after docxtpl has joined what Word split."""
    from docxtpl import DocxTemplate

    patch = DocxTemplate(io.BytesIO(data)).patch_xml
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", part):
                yield patch(parts.read(part).decode("utf-8"))


def _open(data: bytes, name: str) -> Any:
    from docxtpl import DocxTemplate

    class Letter(DocxTemplate):  # type: ignore[misc]
        def render_xml_part(self, *args: Any, **kwargs: Any) -> str:
            return str(super().render_xml_part(*args, **kwargs)).replace(_GUARD, "")

        def render_properties(self, context: Any, jinja_env: Any = None) -> None:
            """Properties are not XML yet: they take the values without escaping."""
            super().render_properties(context, jinja_env.overlay(autoescape=False))

    try:
        letter = Letter(io.BytesIO(data))
        letter.init_docx()
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        ) from error
    return letter


def _as_facts(value: Any, path: str, template: str) -> Any:
    """The context with paths, its texts made safe for docxtpl."""
    if isinstance(value, Mapping):
        prefix = f"{path}." if path else ""
        return Facts({str(k): _as_facts(v, f"{prefix}{k}", template) for k, v in value.items()}, path)
    if isinstance(value, list | tuple):
        return [_as_facts(v, f"{path}[{n}]", template) for n, v in enumerate(value, 1)]
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if found := _REFUSED.search(text):
        raise LetterError(
            template,
            f"the fact {path} holds the control character U+{ord(found.group()):04X}",
            "Take it out of the answer and try again.",
            code="control-character",
        )
    return _ESCAPES.sub(_GUARD, text)


def _missing(error: MissingFactError, name: str, data: bytes, context: Mapping[str, Any]) -> LetterError:
    tag = _tag_of(error.name, data)
    if error.known:
        space, _, fact = error.name.partition(".")
        event = space.replace("_", "-")
        if not fact or space in STANDING:
            return LetterError(
                name,
                f"the tag {tag} needs {error.name or 'a fact'}, which is not known",
                "Add it to the case or the organisation's settings.",
                code="missing-fact",
            )
        return LetterError(
            name,
            f"the tag {tag} needs the fact {fact} of {event}, which is not recorded",
            f"Record {event} with its {fact}.",
            code="missing-fact",
        )
    near = get_close_matches(error.name, list(_names(context)), n=1)
    hint = f"Did you mean {near[0]}?" if near else "Name it in the letter's needs or uses in letters.toml."
    return LetterError(
        name,
        f"the tag {tag} asks for {error.name}, which this letter is not given",
        hint,
        code="unknown-fact",
    )


def _tag_of(fact: str, data: bytes) -> str:
    """The first tag that names the fact; inside a loop only its last part is written there."""
    tags = list(template_tags(data))
    last = re.sub(r"\[\d+\]", "", fact).rpartition(".")[2]
    for wanted in (fact, f".{last}", last):
        pattern = re.compile(
            rf"(?<![\w.]){re.escape(wanted)}(?!\w)" if wanted != f".{last}" else rf"{re.escape(wanted)}(?!\w)"
        )
        for tag in tags:
            if last and pattern.search(tag):
                return re.sub(r"\s+", " ", tag)
    return "{{ " + fact + " }}"


def _names(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _names(inner, f"{path}.{key}" if path else str(key))
    else:
        yield path


def _fill(document: Any, facts: Any, *, name: str, data: bytes) -> None:
    """Render, with every way in which a template can fail told as a LetterError."""
    from jinja2.exceptions import SecurityError, TemplateError
    from lxml.etree import XMLSyntaxError

    from hrdocs.letters.strict import environment

    try:
        document.render(facts, environment())
    except MissingFactError as error:
        raise _missing(error, name, data, facts) from error
    except SecurityError as error:
        raise LetterError(
            name, f"a tag does what a template may not: {error}", "Take it out.", code="unsafe-tag"
        ) from error
    except TemplateError as error:
        raise LetterError(
            name, f"a tag cannot be read: {error.message}", "Mend the tag in Word.", code="template-syntax"
        ) from error
    except XMLSyntaxError as error:
        raise LetterError(
            name,
            "its tags break the layout of the page",
            "Give each {%p …%} tag a paragraph of its own.",
            code="template-syntax",
        ) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise LetterError(
            name,
            f"a tag computes what cannot be computed ({type(error).__name__})",
            "Let tags print facts, not work them out.",
            code="template-syntax",
        ) from error


def _stamp(document: Any, context: Mapping[str, Any], now: dt.datetime) -> None:
    """The file's properties say who sends the letter and what it is, and nothing else."""
    properties = document.docx.core_properties
    letter, organisation = context.get("letter") or {}, context.get("organisation") or {}
    properties.title = str(letter.get("title") or properties.title or "Letter")[:255]
    properties.author = str(organisation.get("name") or "")[:255]
    properties.last_modified_by = properties.author
    properties.comments = properties.subject = properties.keywords = properties.category = ""
    moment = (
        now.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
        if now.tzinfo
        else now.replace(microsecond=0)
    )
    properties.created = properties.modified = moment
    properties.revision = 1
