"""The layers and fences of docs/architecture.md, checked on the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "hrdocs"
MODULES = sorted(SOURCE.rglob("*.py"))

RECORDS = {"document", "case", "procedure", "organisation", "words"}
ADAPTERS = {"packs", "calendars", "workspace", "read", "letters", "editions", "register", "report", "shipped"}
# A lower number may not import a higher one.
LEVELS = (
    {"errors"}, RECORDS, {"rules", "tools", "shipped"}, ADAPTERS - {"shipped"}, {"batch"}, {"desk"},
    {"web"}, {"cli"},  # `hrdocs serve` starts the pages; they know nothing of the command line
    {"__main__"},
)  # fmt: skip

# The outside packages that stand in one place only, and that place.
FENCES = {
    "click": ("cli",),
    "fastapi": ("web",),
    "sqlalchemy": ("register",),
    "sqlite3": ("register",),
    "docxtpl": ("letters",),
    "pypdf": ("read", "tools/pdf"),
    "pypdfium2": ("read", "tools/pdf"),
    "pdfplumber": ("read", "tools/pdf"),
    "tomllib": ("tools/toml",),
    "tomlkit": ("read/learn",),
    "rich": ("cli",),
    "distributed": ("batch",),
    "fsspec": ("batch",),
}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time"), ("uuid", "uuid4")}


def part_of(path: Path) -> str:
    """The first part of a module's name inside the package."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def level_of(part: str) -> int:
    return next((n for n, names in enumerate(LEVELS) if part in names), -1)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "hrdocs":
                yield from (f"hrdocs.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only from its own level's part or from lower levels; adapters never one another."""
    own = part_of(path)
    if own == "__init__":
        return
    assert level_of(own) >= 0, f"{own} has no place in the house"
    for name in imports(path):
        pieces = name.split(".")
        if pieces[0] != "hrdocs" or len(pieces) == 1 or pieces[1] in (own, "__version__"):
            continue
        theirs = pieces[1]
        assert level_of(theirs) <= level_of(own), f"{own} imports {theirs}"
        if level_of(own) == level_of(theirs) and own in ADAPTERS | {"rules", "tools", "cli", "web"}:
            pytest.fail(f"{own} and {theirs} stand side by side and may not import one another")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_outside_packages_stay_behind_their_fences(path: Path) -> None:
    """Each fenced package is imported only where it belongs."""
    inside = path.relative_to(SOURCE).as_posix()
    for name in imports(path):
        allowed = FENCES.get(name.split(".")[0])
        if allowed is not None:
            assert inside.startswith(allowed), f"{inside} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_only_the_command_line_and_the_pages_know_the_time(path: Path) -> None:
    """No clock and no random identity outside cli and web, so that the same input gives the same bytes."""
    if part_of(path) in ("cli", "web"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            assert (name, node.attr) not in CLOCKS, f"{path.name} line {node.lineno} reads the clock"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_nothing_is_caught_wholesale(path: Path) -> None:
    """`except Exception` stands at the command line's boundary and in the batch loop, nowhere else."""
    if path.relative_to(SOURCE).as_posix() in ("cli/__init__.py", "batch.py"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"bare"}
            assert not names & {"Exception", "bare"}, f"{path.name} line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_files_and_functions_stay_readable(path: Path) -> None:
    """No file with code is over 500 lines and no function over 80; word lists may be long."""
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert text.count("\n") <= 500 or not functions
    for node in functions:
        assert (node.end_lineno or 0) - node.lineno < 80, f"{node.name} is too long"


def test_records_have_no_input_and_output() -> None:
    """Rules and records open no file, start no process and use no network."""
    forbidden = {"pathlib", "os", "io", "subprocess", "socket", "urllib", "tempfile", "shutil"}
    for path in MODULES:
        if part_of(path) in RECORDS | {"rules", "errors"}:
            used = {name.split(".")[0] for name in imports(path)} & forbidden
            assert not used, f"{path.relative_to(SOURCE)} imports {', '.join(used)}"
