"""What one tag of a template asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """The names of a tag, as `reader.name`.

    `over` is what a loop goes over, `error` why the tag cannot be read.
    """

    names: tuple[str, ...] = ()
    over: str = ""
    unknown_filters: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    error: str | None = None


def read_expression(snippet: str) -> Expression:
    """Read a tag that stands alone, its block ended."""
    from jinja2 import nodes
    from jinja2.exceptions import TemplateSyntaxError

    from hrdocs.letters.strict import environment

    made = environment()
    try:
        tree = made.parse(snippet)
    except TemplateSyntaxError as error:
        return Expression(error=str(error.message).rstrip("."))
    inner = {id(get.node) for get in tree.find_all(nodes.Getattr)}
    tops = (node for node in tree.find_all((nodes.Getattr, nodes.Name)) if id(node) not in inner)
    names = [name for node in tops if (name := _dotted(node))]
    loop = next(iter(tree.find_all(nodes.For)), None)
    used = dict.fromkeys(f.name for f in tree.find_all(nodes.Filter))
    return Expression(
        tuple(dict.fromkeys(names)),
        _dotted(loop.iter) if loop is not None else "",
        tuple(name for name in used if name not in made.filters),
        tuple(sorted(made.filters)),
    )


def _dotted(node: object) -> str:
    """`a.b.c` as it is written; nothing for what is computed or set here."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return node.name if node.ctx == "load" else ""
    if isinstance(node, nodes.Getattr):
        before = _dotted(node.node)
        return f"{before}.{node.attr}" if before else ""
    return ""
