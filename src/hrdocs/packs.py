"""Packs: folders of TOML and Word files that hold a procedure. No Python in a pack, ever.

A pack is `procedure.toml`, `letters.toml`, `forms/*.toml` and the Word files that these name. Every
problem of a pack is found in one reading and told in the words of the file:
`council-dignity-at-work/procedure.toml [limit.appeal]: unknown key 'fom' (did you mean 'from'?)`.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from hrdocs.errors import InputError, PackError
from hrdocs.procedure import (
    Clause,
    Edition,
    EventKind,
    Field,
    Force,
    FormDefinition,
    Ground,
    Guidance,
    Inconsistency,
    LetterItem,
    LetterKind,
    Limit,
    Procedure,
    PublicationCheck,
    Role,
    Rule,
    Section,
    Stage,
    TimeLimit,
    Unit,
)
from hrdocs.rules.references import check_references
from hrdocs.shipped import shipped_folder
from hrdocs.tools.records import read_record
from hrdocs.tools.toml import read_toml
from hrdocs.words import did_you_mean

R = TypeVar("R")
_MAX_TOML = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Pack:
    """A procedure with the folder that its Word files are in."""

    folder: Path
    procedure: Procedure

    def template(self, letter: LetterKind) -> Path:
        """The Word template of a letter."""
        return self.folder / letter.template


def find_pack(name: str) -> Path:
    """The folder of a pack, by a shipped pack's id or by path.

    Raises:
        PackError: there is no such pack.
    """
    shipped = shipped_folder("templates")
    for folder in (Path(name), shipped / name):
        with suppress(OSError, ValueError):  # no possible name
            if (folder / "procedure.toml").is_file():
                return folder
    ids = [p.name for p in shipped_packs()]
    hint = did_you_mean(name, ids) or f" (there are: {', '.join(ids)})"
    raise PackError(name, [f"no such pack{hint}, and no folder of that name holds a procedure.toml"])


def shipped_packs() -> tuple[Path, ...]:
    """The folders of the packs that come with hrdocs, by id."""
    return tuple(sorted(p.parent for p in shipped_folder("templates").glob("*/procedure.toml")))


def read_pack(folder: Path) -> Pack:
    """Read and check a pack.

    Raises:
        PackError: with every problem of every file of the pack.
    """
    problems: list[str] = []
    pack = _read(folder, problems)
    if problems or pack is None:
        raise PackError(folder.name, problems or ["cannot be read"])
    return pack


def check_pack(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is wrong with a pack (it cannot be used), and what its author should know (it can)."""
    problems: list[str] = []
    pack = _read(folder, problems)
    if pack is not None:
        problems.extend(_bad_templates(pack))
    if problems or pack is None:
        return tuple(problems), ()
    return (), tuple(_remarks(pack))


def read_cases(folder: Path, problems: list[str]) -> dict[str, Any]:
    """The tables of a pack's examples; a pack need not have any."""
    if not (folder / "cases.toml").is_file():
        return {}
    return _load(folder, "cases.toml", problems) or {}


def rename_pack(folder: Path, name: str) -> dict[str, bytes]:
    """The files of a pack under a new id: the same bytes but for the ids of the pack and of its forms.

    `name` goes into `id` of procedure.toml; a form `council-complaint` becomes `NAME-complaint`.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~"))
    }
    for path, data in files.items():
        if path == "procedure.toml":
            files[path] = _with_id(data, name)
        elif path.startswith("forms/") and path.endswith(".toml"):
            files[path] = _with_id(data, f"{name}-{path[6:-5]}")
    return files


def _with_id(data: bytes, new: str) -> bytes:
    """The first `id` of a file, which stands before every table, replaced; nothing else is touched."""
    text = re.sub(r"(?m)^id *= *.*$", f'id = "{new}"', data.decode("utf-8"), count=1)
    return text.encode("utf-8")


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of a pack's files, in order."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith((".", "~"))):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _read(folder: Path, problems: list[str]) -> Pack | None:
    head = _load(folder, "procedure.toml", problems)
    letters = _load(folder, "letters.toml", problems)
    if head is None or letters is None:
        return None
    place = f"{folder.name}/procedure.toml"
    raw = [head.get(key, []) for key in ("clause", "event")]
    tables = {
        "clauses": _rows(Clause, head.pop("clause", []), f"{place} [[clause]]", problems),
        "grounds": _rows(Ground, head.pop("ground", []), f"{place} [[ground]]", problems),
        "roles": _rows(Role, head.pop("role", []), f"{place} [[role]]", problems),
        "stages": _rows(Stage, head.pop("stage", []), f"{place} [[stage]]", problems),
        "events": _rows(EventKind, head.pop("event", []), f"{place} [[event]]", problems),
        **_switched(_rows(Rule, head.pop("rule", []), f"{place} [[rule]]", problems), place, problems),
        "guidance": _rows(Guidance, head.pop("guidance", []), f"{place} [[guidance]]", problems),
        "editions": _rows(Edition, head.pop("edition", []), f"{place} [[edition]]", problems),
        "publication_checks": _rows(
            PublicationCheck, head.pop("publication_check", []), f"{place} [[publication_check]]", problems
        ),
        "inconsistencies": _rows(
            Inconsistency, head.pop("inconsistency", []), f"{place} [[inconsistency]]", problems
        ),
        "limits": _limits(head.pop("limit", {}), place, problems),
        "letters": _letters(letters, f"{folder.name}/letters.toml", problems),
        "forms": tuple(_forms(folder, problems)),
    }
    limit = head.pop("time_limit", None)
    if limit is None:
        problems.append(f"{place}: table [time_limit] is missing")
    else:
        row = _table_of_tables({"time_limit": limit}, place, problems).get("time_limit")
        limit = None if row is None else read_record(TimeLimit, row, f"{place} [time_limit]", problems)
    named = frozenset(
        str(row.get("id")) for rows in raw if isinstance(rows, list) for row in rows if isinstance(row, dict)
    )
    given = {"digest": digest_of(folder), "time_limit": limit, **tables}
    procedure = read_record(Procedure, head, place, problems, **given)
    checked = procedure or Procedure(**{**_NO_HEAD, **given})
    problems.extend(f"{folder.name}/{problem}" for problem in check_references(checked, also=named))
    problems.extend(_leads_out(folder, checked.letters))
    return None if procedure is None else Pack(folder, procedure)


# What stands in for the head of a pack that cannot be read, so that the rest is checked all the same.
_NO_HEAD: dict[str, Any] = dict.fromkeys(
    ("id", "title", "version", "organisation", "jurisdiction", "calendar"), ""
)


def _load(folder: Path, name: str, problems: list[str]) -> dict[str, Any] | None:
    path, place = folder / name, f"{folder.name}/{name}"
    try:
        if path.exists() and not path.is_file():
            problems.append(f"{place}: is no file")
        elif path.is_file() and path.stat().st_size > _MAX_TOML:
            problems.append(f"{place}: is too large")
        else:
            return read_toml(path)
    except FileNotFoundError:
        problems.append(f"{place}: the file is missing")
    except OSError as error:
        problems.append(f"{place}: cannot be read ({error.strerror})")
    except ValueError as error:
        problems.append(f"{place}: is no valid TOML: {error}")
    return None


def _list_of_tables(rows: Any, place: str, problems: list[str]) -> list[dict[str, Any]]:
    """The rows that are tables; what is something else is a problem."""
    if not isinstance(rows, list):
        problems.append(f"{place} must be written with double brackets")
        return []
    odd = [n for n, row in enumerate(rows, 1) if not isinstance(row, dict)]
    problems.extend(f"{place} number {n} must be a table" for n in odd)
    return [row for row in rows if isinstance(row, dict)]


def _table_of_tables(tables: Any, place: str, problems: list[str]) -> dict[str, dict[str, Any]]:
    """The tables by their names; what is something else is a problem."""
    if not isinstance(tables, dict):
        problems.append(f"{place} must be a table")
        return {}
    problems.extend(
        f"{place}: '{key}' must be a table" for key, t in tables.items() if not isinstance(t, dict)
    )
    return {key: table for key, table in tables.items() if isinstance(table, dict)}


def _rows(cls: type[R], rows: Any, place: str, problems: list[str]) -> tuple[R, ...]:
    found = []
    for number, row in enumerate(_list_of_tables(rows, place, problems), 1):
        name = row.get("id") or row.get("kind") or f"number {number}"
        record = read_record(cls, row, f"{place} '{name}'", problems)
        if record is not None:
            found.append(record)
    return tuple(found)


def _switched(rules: tuple[Rule, ...], place: str, problems: list[str]) -> dict[str, tuple[Rule, ...]]:
    """The rules that are followed, and the advice that is switched off: nothing but advice can be."""
    problems.extend(
        f"{place} [[rule]] '{rule.id}': key 'on': only a rule with force = 'advice' can be switched off"
        for rule in rules
        if not rule.on and rule.force is not Force.ADVICE
    )
    return {"rules": tuple(r for r in rules if r.on), "switched_off": tuple(r for r in rules if not r.on)}


def _limits(tables: Any, place: str, problems: list[str]) -> tuple[Limit, ...]:
    found = []
    for key, table in _table_of_tables(tables, f"{place} [limit]", problems).items():
        where = f"{place} [limit.{key}]"
        defaults = {"within": 0} if table.get("unit") == Unit.SOON.value else {}
        record = read_record(Limit, {**defaults, **table}, where, problems, id=key)
        if record is not None:
            found.append(record)
    return tuple(found)


def _letters(head: dict[str, Any], place: str, problems: list[str]) -> tuple[LetterKind, ...]:
    items = {}
    for key, table in _table_of_tables(head.pop("item", {}), f"{place} [item]", problems).items():
        item = read_record(LetterItem, table, f"{place} [item.{key}]", problems, id=key)
        if item is not None:
            items[key] = item
    found = []
    for row in _list_of_tables(head.pop("letter", []), f"{place} [[letter]]", problems):
        where = f"{place} [[letter]] '{row.get('kind')}' to {row.get('audience')}"
        wanted = row.pop("items", [])
        if not isinstance(wanted, list) or not all(isinstance(w, str) for w in wanted):
            problems.append(f"{where}: key 'items' must be a list of texts")
            wanted = []
        unknown = [w for w in wanted if w not in items]
        problems.extend(f"{where}: unknown item '{w}'{did_you_mean(w, items)}" for w in unknown)
        chosen = tuple(items[w] for w in wanted if w in items)
        record = read_record(LetterKind, row, where, problems, items=chosen)
        if record is not None:
            found.append(record)
    problems.extend(f"{place}: unknown key '{key}'" for key in head)
    return tuple(found)


def _forms(folder: Path, problems: list[str]) -> Iterable[FormDefinition]:
    for path in sorted((folder / "forms").glob("*.toml")):
        head = _load(folder, f"forms/{path.name}", problems)
        form = None if head is None else form_from(head, f"{folder.name}/forms/{path.name}", problems)
        if form is not None:
            yield form


def read_form_definition(path: Path) -> FormDefinition:
    """A form's definition from a file of its own.

    Raises:
        InputError: there is no such file.
        PackError: with every problem of the file.
    """
    if not path.is_file():
        raise InputError(str(path), "is not there", "Check the name.", code="not-found")
    problems: list[str] = []
    head = _load(path.parent, path.name, problems)
    form = None if head is None else form_from(head, path.name, problems)
    if form is None or problems:
        raise PackError(path.name, problems, next_step="Mend them and run the command again.")
    return form


def form_from(head: dict[str, Any], place: str, problems: list[str]) -> FormDefinition | None:
    """A form's definition from its tables."""
    sections = _rows(Section, head.pop("section", []), f"{place} [[section]]", problems)
    rows = _list_of_tables(head.pop("field", []), f"{place} [[field]]", problems)
    fields = _rows(Field, [_listed_choices(row) for row in rows], f"{place} [[field]]", problems)
    known = {s.id for s in sections}
    problems.extend(
        f"{place} [[field]] '{f.id}': unknown section '{f.section}'{did_you_mean(f.section, sorted(known))}"
        for f in fields
        if f.section is not None and f.section not in known
    )
    return read_record(FormDefinition, head, place, problems, fields=fields, sections=sections)


def _listed_choices(row: dict[str, Any]) -> dict[str, Any]:
    return {("choices" if key == "choice" else key): value for key, value in row.items()}


def _leads_out(folder: Path, letters: Iterable[LetterKind]) -> Iterable[str]:
    """Template names and links that lead out of the pack: whose file that is nobody can see from the pack."""
    for letter in letters:
        name = PurePosixPath(letter.template.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in str(name):
            where = f"{folder.name}/letters.toml [[letter]] '{letter.kind}' to {letter.audience}"
            yield f"{where}: the template {letter.template} is outside the pack"
    home = folder.resolve()
    for path in sorted(p for p in folder.rglob("*") if p.is_symlink()):
        if not path.exists() or not path.resolve().is_relative_to(home):
            inside = path.relative_to(folder).as_posix()
            yield f"{folder.name}/{inside}: is a link that leads out of the pack or nowhere"


def _bad_templates(pack: Pack) -> Iterable[str]:
    """Templates that are not there or are no Word files."""
    for letter in pack.procedure.letters:
        path = pack.template(letter)
        where = f"{pack.folder.name}/letters.toml [[letter]] '{letter.kind}' to {letter.audience}"
        try:
            fact = None if zipfile.is_zipfile(path) else "is no Word file"
            fact = fact if path.is_file() else "is not there"
        except (OSError, ValueError) as error:
            fact = f"cannot be read ({getattr(error, 'strerror', None) or 'it has no possible name'})"
        if fact is not None:
            yield f"{where}: the template {letter.template} {fact}"


def _remarks(pack: Pack) -> Iterable[str]:
    """What can be used but should be known."""
    if pack.procedure.effective_from is None:
        place = f"{pack.folder.name}/procedure.toml"
        yield f"{place}: key 'effective_from' is not set: ask when the policy took effect"
