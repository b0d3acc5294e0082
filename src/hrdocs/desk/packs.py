"""Packs for the people who write them: checked as a whole, with their examples, and begun from another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdocs.calendars import read_calendar
from hrdocs.desk.foreign import open_template_guard
from hrdocs.desk.pack_examples import Story, check_examples, read_examples
from hrdocs.desk.templates import check_pack_templates, show_template
from hrdocs.errors import InputError, LetterError, PackError
from hrdocs.packs import Pack, check_pack, read_cases, read_pack, rename_pack, shipped_packs
from hrdocs.procedure import Limit, Procedure, Unit
from hrdocs.rules.pack_lint import check_agreement, find_doubts
from hrdocs.rules.workdays import Calendar
from hrdocs.workspace import write_whole

Texts = tuple[tuple[str, str], ...]  # the name of a template and what it says

# Bodies and Acts that letters of one part of the kingdom must not send anybody to.
_GREAT_BRITAIN = ("Acas", "Employment Tribunal", "Equality Act 2010", "Equality and Human Rights Commission")
_NORTHERN_IRELAND = (
    "Labour Relations Agency", "Industrial Tribunal", "Fair Employment Tribunal",
    "Equality Commission for Northern Ireland",
)  # fmt: skip
_KINDS = ("council", "university")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class PackReport:
    """What is wrong with a pack, what its author should know, and how many examples were run."""

    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    examples: int = 0


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack about to be begun: its folder, its files, and what to change first."""

    folder: Path
    files: Mapping[str, bytes]
    first: tuple[str, ...]


def check_whole_pack(folder: Path) -> PackReport:
    """Everything that can be found in a pack without a case: tables, templates, and its own examples."""
    problems, remarks = (list(found) for found in check_pack(folder))
    try:
        pack = read_pack(folder)
    except PackError:
        return PackReport(tuple(problems), (f"{folder.name}: more is checked when these are mended",))
    name, procedure = folder.name, pack.procedure
    problems += [f"{name}/{text}" for text in check_agreement(procedure)]
    if not problems:
        problems += _template_faults(pack)
    remarks += [f"{name}/{text}" for text in find_doubts(procedure)]
    texts = tuple(_texts(pack))
    problems += [f"{name}/{text}" for text in _other_nations(procedure, texts)]
    remarks += [f"{name}/{text}" for text in _other_organisations(procedure, texts)]
    remarks += [f"{name}/{path}: no [[letter]] names this template" for path in _spare_templates(pack)]
    examples = check_pack_examples(pack, run=not problems)
    problems += examples.problems
    return PackReport(tuple(problems), (*remarks, *examples.remarks), examples.examples)


def check_pack_examples(pack: Pack, *, run: bool = True) -> PackReport:
    """The examples of a pack: what cannot be read in them, and, where they are run, what does not hold."""
    place, problems = f"{pack.folder.name}/cases.toml", list[str]()
    stories, checks = read_examples(read_cases(pack.folder, problems), place, problems)
    calendar = _calendar_of(pack.procedure, pack.folder.name, problems)
    if calendar is not None and run and not problems:
        problems += check_examples(stories, checks, pack, calendar, place)
    remarks = _untried(stories, pack.procedure)
    return PackReport(
        tuple(problems), tuple(f"{place}: {text}" for text in remarks), len(stories) + len(checks)
    )


def plan_pack(name: str, source: Path, parent: Path) -> NewPack:
    """A new pack with another's files; nothing is written.

    Raises:
        InputError: the name is no id or is taken, or there is a folder of that name.
        PackError: the pack to begin from has mistakes.
    """
    if not _NAME.fullmatch(name):
        raise InputError(
            name, "cannot be the id of a pack", "Use small letters, figures and hyphens: my-organisation.",
            code="bad-name",
        )  # fmt: skip
    if name in [shipped.name for shipped in shipped_packs()]:
        raise InputError(
            name, "is the id of a pack that comes with hrdocs", "Choose a name of your own.", code="bad-name"
        )
    folder = parent / name
    if folder.exists():
        raise InputError(
            str(folder), "is there already, and nothing is written over", "Choose another name or --out.",
            code="exists",
        )  # fmt: skip
    return NewPack(folder, rename_pack(source, name), tuple(_first_changes(read_pack(source))))


def write_pack(new: NewPack) -> None:
    """Write the files of a new pack, each whole or not at all."""
    for path, data in new.files.items():
        target = new.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)


def _untried(stories: Sequence[Story], procedure: Procedure) -> Iterator[str]:
    """What no story of the examples tries."""
    if not stories:
        yield "there is no [[case]]: write what must follow from what"
        return
    named = [(*s.expect.deadlines, *s.expect.states, *s.expect.no_deadlines) for s in stories]
    tried = {limit for names in named for limit in names}
    limits = [limit.id for limit in procedure.limits if limit.id not in tried]
    if limits:
        yield f"no [[case]] tries these limits: {', '.join(limits)}"


def _calendar_of(procedure: Procedure, name: str, problems: list[str]) -> Calendar | None:
    try:
        return read_calendar(procedure.calendar)
    except PackError as error:
        place = f"{name}/procedure.toml: key 'calendar': '{procedure.calendar}'"
        problems += [f"{place}: {text}" for text in error.problems]
        return None


def _template_faults(pack: Pack) -> Iterator[str]:
    for checked in check_pack_templates(pack):
        for fault in checked.faults:
            if not fault.note:
                place = checked.path.relative_to(pack.folder).as_posix()
                tag = f" {fault.tag}" if fault.tag else ""
                yield f"{pack.folder.name}/{place}: {fault.message}{tag}"


def _spare_templates(pack: Pack) -> list[str]:
    named = {letter.template for letter in pack.procedure.letters}
    there = [path.relative_to(pack.folder).as_posix() for path in (pack.folder / "letters").glob("*.docx")]
    return sorted(path for path in there if path not in named and not Path(path).name.startswith("~"))


def _other_nations(procedure: Procedure, texts: Texts) -> Iterator[str]:
    """Letters that send a reader to a body or an Act of another nation than the pack's."""
    nation = procedure.jurisdiction
    foreign = _GREAT_BRITAIN if nation == "northern-ireland" else _NORTHERN_IRELAND
    for path, text in texts:
        for body in foreign:
            if nation and re.search(rf"\b{body}\b", text, re.IGNORECASE):
                yield f"letters/{path}: names the {body}, which is not for jurisdiction '{nation}'"


def _other_organisations(procedure: Procedure, texts: Texts) -> Iterator[str]:
    """Letters that speak of another kind of organisation than the pack's."""
    own = procedure.organisation.casefold()
    for path, text in texts:
        for word in _KINDS:
            if word not in own and re.search(rf"\b(the|our) {word}\b", text, re.IGNORECASE):
                yield f"letters/{path}: speaks of “the {word}”; the pack is for a {own}"


def _texts(pack: Pack) -> Iterator[tuple[str, str]]:
    with open_template_guard() as guard:
        for template in sorted({letter.template for letter in pack.procedure.letters}):
            path = pack.folder / template
            try:
                text = show_template(path, guard=guard)
            except LetterError:
                continue  # told by the check of the templates
            yield path.name, text


def _first_changes(pack: Pack) -> Iterator[str]:
    """What a new pack's author changes first, with what stands there now."""
    p = pack.procedure
    yield (
        f"procedure.toml: title ({p.title}), version ({p.version}), effective_from, organisation "
        f"({p.organisation}), jurisdiction ({p.jurisdiction}), calendar ({p.calendar}), source"
    )
    limit = p.time_limit
    months = f"{limit.months} months" if limit.months else "no limit"
    yield f"procedure.toml [time_limit]: {months}, clause {limit.clause or 'none'}"
    yield f"procedure.toml [[clause]]: {len(p.clauses)} clauses of the old policy; everything else cites them"
    if p.limits:
        yield f"procedure.toml [limit.…]: {'; '.join(f'{x.id} {_figure(x)}' for x in p.limits)}"
    yield "forms/complaint.toml: title, recognised_by, and label of each field, as your own form prints them"
    yield "forms/complaint.docx, complaint.pdf: put your own blank form there, or take them out"
    speaking = _speaking(pack)
    if speaking:
        yield f"letters/*.docx that speak of “{p.organisation}”, {len(speaking)}: {', '.join(speaking)}"
    yield "cases.toml: what must follow from what, in your procedure; it fails until it says so"


def _figure(limit: Limit) -> str:
    if limit.unit is Unit.SOON:
        return "soon"
    return f"{limit.within} {limit.unit.value}{'s' if limit.within != 1 else ''} ({limit.force.value})"


def _speaking(pack: Pack) -> list[str]:
    """The templates that name the kind of organisation which the pack was written for."""
    word = re.compile(rf"\b{re.escape(pack.procedure.organisation)}\b", re.IGNORECASE)
    return [path.removesuffix(".docx") for path, text in _texts(pack) if word.search(text)]
