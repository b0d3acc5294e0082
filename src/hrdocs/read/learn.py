"""A drafted form definition as TOML, in the shape of the packs' forms, for a person to mend.

What was guessed or doubtful stands as a comment above its field, beginning with "Look:".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from hrdocs.procedure import Choice, Field, FieldType, FormDefinition, Section
from hrdocs.rules.learning import Draft

_HEAD = (
    "A draft, learned from the blank form. Look at it beside the form before it is used:",
    "- mend labels, and add other words for a label to its `aliases`;",
    f"- `type` is one of {', '.join(t.value for t in FieldType)};",
    "- `required` is error, warning, note or no; `means` is what rules know an answer as;",
    "- take out fields that are for office use only.",
)


def render_definition(draft: Draft) -> str:
    """The draft as the text of a TOML file that `hrdocs parse --form` reads."""
    import tomlkit
    from tomlkit.items import AoT

    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(line))
    definition = draft.definition
    for key, value in _head(definition).items():
        document.add(key, _plain(value))
    for name, tables in (
        ("section", [_section(s) for s in definition.sections]),
        ("field", [_field(f, draft.remarks.get(f.id, ())) for f in definition.fields]),
    ):
        if tables:
            document.add(tomlkit.nl())
            document.add(name, AoT(tables))
    return tomlkit.dumps(document)


def _head(definition: FormDefinition) -> Mapping[str, Any]:
    return {
        "id": definition.id,
        "title": definition.title,
        "recognised_by": definition.recognised_by,
        "guidance": definition.guidance,
    }


def _section(section: Section) -> Any:
    return _table({"id": section.id, "heading": section.heading, "aliases": section.aliases})


def _field(one: Field, remarks: Iterable[str]) -> Any:
    import tomlkit
    from tomlkit.items import AoT

    values = {
        "id": one.id, "label": one.label, "type": one.type.value, "means": one.means,
        "required": one.required.value,
        "section": one.section, "names": one.names, "aliases": one.aliases, "guidance": one.guidance,
    }  # fmt: skip
    table = tomlkit.table()
    for remark in remarks:
        table.add(tomlkit.comment(f"Look: {remark}"))
    for key, value in values.items():
        if value:
            table.add(key, _plain(value))
    if one.columns:
        table.add("columns", _table(one.columns))
    if one.choices:
        table.add("choice", AoT([_choice(choice) for choice in one.choices]))
    return table


def _choice(choice: Choice) -> Any:
    return _table({"id": choice.id, "words": choice.words, "names": choice.names})


def _table(values: Mapping[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    for key, value in values.items():
        if value:
            table.add(key, _plain(value))
    return table


def _plain(value: Any) -> Any:
    """A value as TOML writes it: long lists with one item to a line."""
    import tomlkit

    if isinstance(value, str):
        return tomlkit.string(_encodable(value))
    items = [_encodable(item) for item in value]
    array = tomlkit.array()
    array.extend(items)
    return array.multiline(sum(len(item) for item in items) > 90)


def _encodable(text: str) -> str:
    """The text as UTF-8 can hold it: names in damaged files may have half a character in them."""
    return text.encode("utf-8", "replace").decode("utf-8")
