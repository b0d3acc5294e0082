"""Read a Word template and render one letter from it, strictly.

A value that is None is a fact not known: false in a condition, an error where it would be printed. A
name that the context does not hold is an error everywhere, so that a misspelt condition is found.
Values are data: they are escaped, and what looks like a tag in them stays text. The same template,
context and `now` give the same bytes.
"""

import datetime as dt
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdocs.errors import LetterError
from hrdocs.letters.bounded import Bounded
from hrdocs.letters.facts import Facts, MissingFactError
from hrdocs.letters.marks import find_fetched

if TYPE_CHECKING:
    from hrdocs.letters.compiled import CompiledTemplate, Stamp
    from hrdocs.letters.pictures import Picture

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
GUARD = "\ufdd0"
MAX_BYTES = 64 * 1024 * 1024
# docxtpl turns these, its own way to write a brace, into braces after rendering.
_ESCAPES = re.compile(r"(?<=\{)(?=_[{%])|(?<=[}%])(?=_\})")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)


def render_letter(
    template: Path | bytes,
    context: Mapping[str, Any],
    *,
    now: dt.datetime,
    name: str | None = None,
    pictures: "Mapping[str, Picture] | None" = None,
) -> bytes:
    """Render one letter and return the Word file.

    `now` is written as the file's time of creation; `name` is the template's in messages; `pictures`
    are what it prints as `{{ pictures[NAME] }}`. Every tag of the template is filled or the letter is
    refused. A template is compiled once; see `hrdocs.letters.compiled`.

    Raises: LetterError naming the template, the tag and the fact needed.
    """
    own_name, data = read_template(template)
    name = name or own_name
    facts = as_facts(dict(context), "", name)
    with _told(name, data, facts):
        filling = _compiled(name, data).open()
        filling.render({**_named(facts), **_placed(filling, pictures)})
        return filling.to_bytes(_stamp(context, now))


def _placed(filling: Any, pictures: "Mapping[str, Picture] | None") -> dict[str, Any]:
    if not pictures:
        return {}
    from hrdocs.letters.pictures import place_pictures

    return {"pictures": place_pictures(filling, pictures)}


def _named(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A fact at the top that is not known knows its name, as those below do."""
    from hrdocs.letters.strict import NotKnown

    return {name: NotKnown(name=name) if value is None else value for name, value in facts.items()}


def check_template(template: Path | bytes, *, name: str | None = None) -> None:
    """Whether letters can be made from a template at all.

    Raises: LetterError where it is no Word file or a tag cannot be read.
    """
    own_name, data = read_template(template)
    with _told(name or own_name, data, {}):
        _compiled(name or own_name, data)
    if outside := find_fetched(data):
        fact = f"its letters would fetch {outside[0]} when they are opened"
        step = "Take the link to it out in Word."
        raise LetterError(name or own_name, fact, step, code="fetches")


def read_template(template: Path | bytes) -> tuple[str, bytes]:
    """The template's name for messages, and its bytes.

    Raises: LetterError where the file is not there or is no Word file.
    """
    if isinstance(template, bytes):
        name, data = "template", template
    else:
        name = template.name
        try:
            data = _read_whole(template)
        except (OSError, ValueError) as error:
            raise LetterError(
                name,
                "the template cannot be opened",
                f"Put it at {template.parent.name}/{name}." if template.parent.name else "Check its name.",
                code="not-found",
            ) from error
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        )
    return name, data


def _read_whole(template: Path) -> bytes:
    """A template's bytes. A pipe or a device is not opened: it would never come to its end."""
    if not template.is_file():
        raise FileNotFoundError(template)
    if template.stat().st_size > MAX_BYTES:
        fact = f"is larger than {MAX_BYTES // 1024**2} MB"
        raise LetterError(template.name, fact, "Take large pictures out of it.", code="too-large")
    return template.read_bytes()


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


def as_facts(value: Any, path: str, template: str) -> Any:
    """The context with paths, its texts made safe for docxtpl."""
    if isinstance(value, Mapping):
        prefix = f"{path}." if path else ""
        return Facts({str(k): as_facts(v, f"{prefix}{k}", template) for k, v in value.items()}, path)
    if isinstance(value, list | tuple):
        return [as_facts(v, f"{path}[{n}]", template) for n, v in enumerate(value, 1)]
    if not isinstance(value, str):
        _refuse_control(getattr(value, "xml", None) or "", path, template)
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_control(text, path, template)
    return _ESCAPES.sub(GUARD, text)


def _refuse_control(text: Any, path: str, template: str) -> None:
    """docxtpl's ready-made texts hold their XML as `xml`; other values are no text."""
    if isinstance(text, str) and (found := _REFUSED.search(text)):
        raise LetterError(
            template,
            f"the fact {path} holds the control character U+{ord(found.group()):04X}",
            "Take it out of the answer and try again.",
            code="control-character",
        )


def _missing(error: MissingFactError, name: str, data: bytes, context: Mapping[str, Any]) -> LetterError:
    tag = _tag_of(error.name, data)
    if error.known:
        space, _, fact = error.name.partition(".")
        event = space.replace("_", "-")
        if not fact or space in STANDING:
            return LetterError(
                name,
                f"the tag {tag} needs {error.name or 'a fact'}, which is not known",
                "Add it to the case, the data or the organisation's settings.",
                code="missing-fact",
            )
        return LetterError(
            name,
            f"the tag {tag} needs the fact {fact} of {event}, which is not recorded",
            f"Record {event} with its {fact}.",
            code="missing-fact",
        )
    near = get_close_matches(error.name, list(_names(context)), n=1)
    wanted = "Name it in the letter's needs or uses in letters.toml; for a merge, add it to the data."
    hint = f"Did you mean {near[0]}?" if near else wanted
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


_COMPILED: Bounded[bytes, "CompiledTemplate"] = Bounded(128)


def _compiled(name: str, data: bytes) -> "CompiledTemplate":
    """The template compiled, once for the same bytes; ready for many threads."""
    from lxml.etree import XMLSyntaxError

    from hrdocs.letters.compiled import CompiledTemplate
    from hrdocs.letters.strict import environment

    def compile_it() -> CompiledTemplate:
        made = environment()
        plain = made.overlay(autoescape=False)  # properties are not XML yet
        return CompiledTemplate(data, made, property_environment=plain, guard=GUARD)

    try:
        return _COMPILED.get(hashlib.sha256(data).digest(), compile_it)
    except (KeyError, ValueError, zipfile.BadZipFile, XMLSyntaxError) as error:
        raise LetterError(
            name, "is not a Word template", "Save it in Word as .docx and try again.", code="not-a-template"
        ) from error


@contextmanager
def _told(name: str, data: bytes, facts: Mapping[str, Any]) -> Iterator[None]:
    """Every way in which a template can fail, told as a LetterError."""
    from jinja2.exceptions import SecurityError, TemplateError
    from lxml.etree import XMLSyntaxError

    try:
        yield
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
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise LetterError(
            name,
            f"a tag computes what cannot be computed ({type(error).__name__})",
            "Let tags print facts, not work them out.",
            code="template-syntax",
        ) from error


def _stamp(context: Mapping[str, Any], now: dt.datetime) -> "Stamp":
    """The file's properties say who sends the letter and what it is, and nothing else."""
    from hrdocs.letters.compiled import Stamp

    letter, organisation = context.get("letter") or {}, context.get("organisation") or {}
    moment = now.astimezone(dt.UTC).replace(tzinfo=None) if now.tzinfo else now
    title = str(letter.get("title") or "") if isinstance(letter, Mapping) else ""
    author = str(organisation.get("name") or "") if isinstance(organisation, Mapping) else ""
    return Stamp(title or None, author, moment.replace(microsecond=0))
