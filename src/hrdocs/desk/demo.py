"""The whole day on the shipped samples: forms in, cases opened, letters written, two cases to their end.

Each samples folder holds `organisation.toml`, completed forms, and `demo.json`: the day on which each
form was received, and the story of one case, step by step. Running it again changes nothing.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hrdocs.case import Case
from hrdocs.desk.cases import Opened, open_case, open_workspace_register, record_event, workspace_pack
from hrdocs.desk.intake import Desk, State, find_received
from hrdocs.desk.letters import choose_reader, draft_letter, file_draft
from hrdocs.desk.reading import HowToRead, open_guard
from hrdocs.desk.receiving import ReceivedRow, letter_desk, receive
from hrdocs.desk.register_sheet import write_register_sheet
from hrdocs.errors import InputError, LetterError, UnavailableError
from hrdocs.letters.pdf import render_pdfs
from hrdocs.register import open_register
from hrdocs.shipped import shipped_folder
from hrdocs.tools.guard import Guard
from hrdocs.workspace import (
    Workspace,
    create_workspace,
    find_workspace,
    read_organisation,
    write_whole,
)

# The council's workspace is the demo folder itself; the university's stands inside it.
PLACES = {"council-dignity-at-work": "", "university-harassment": "university"}


@dataclass(frozen=True, slots=True)
class DemoResult:
    """Rows of the table, steps of the stories that were taken, and why there is no PDF, if none."""

    rows: tuple[ReceivedRow, ...]
    steps: tuple[str, ...]
    folders: tuple[Path, ...]
    no_pdf: str | None = None

    @property
    def changed(self) -> bool:
        return bool(self.steps) or any(row.received.state is not State.KNOWN for row in self.rows)


def sample_files(pack: str) -> tuple[Path, ...]:
    """The completed forms among a pack's samples."""
    return tuple(p for p in find_received([shipped_folder("samples") / pack]) if p.name != "README.md")


def run_demo(
    folder: Path,
    *,
    now: dt.datetime,
    by: str,
    watch: Callable[[Iterable[ReceivedRow], int], Iterator[ReceivedRow]],
) -> DemoResult:
    """Run the main job on the samples into a folder."""
    rows: list[ReceivedRow] = []
    steps: list[str] = []
    folders: list[Path] = []
    files = {pack: sample_files(pack) for pack in PLACES}
    total = sum(len(paths) for paths in files.values())

    def every() -> Iterator[ReceivedRow]:
        with open_guard() as guard:
            for pack, place in PLACES.items():
                desk = _open_desk(folder / place, pack, now=now, by=by)
                folders.append(desk.workspace.folder)
                yield from _receive(files[pack], desk, _script(pack), guard)
                steps.extend(_play(_script(pack), desk))

    rows.extend(watch(every(), total))
    result = DemoResult(tuple(rows), tuple(steps), tuple(folders))
    if result.changed:
        result = replace(result, no_pdf=_finish(folders, now))
    return result


def _script(pack: str) -> dict[str, Any]:
    path = shipped_folder("samples") / pack / "demo.json"
    script: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return script


def _open_desk(folder: Path, pack_id: str, *, now: dt.datetime, by: str) -> Desk:
    organisation = shipped_folder("samples") / pack_id / "organisation.toml"
    workspace = _workspace(folder, pack_id, organisation)
    pack = workspace_pack(workspace, pack_id)
    return Desk(
        workspace=workspace,
        register=open_workspace_register(workspace),
        pack=pack,
        organisation=read_organisation(workspace),
        how=HowToRead((pack.folder,)),
        now=now,
        today=now.date(),
        by=by,
    )


def _workspace(folder: Path, pack_id: str, organisation: Path) -> Workspace:
    found = find_workspace(folder) if folder.is_dir() else None
    if found is not None and found.folder == folder.resolve():
        return found
    workspace = create_workspace(folder, pack=pack_id, organisation=organisation)
    open_register(workspace.register, create=True)
    return workspace


def _receive(
    files: Iterable[Path], desk: Desk, script: dict[str, Any], guard: Guard
) -> Iterator[ReceivedRow]:
    """Each file on the day that the script says it came; its letters bear that day."""
    for path in files:
        day = script["received"].get(path.name)
        received = dt.date.fromisoformat(day) if day else None
        on = replace(desk, how=replace(desk.how, received=received), today=received or desk.today)
        yield from receive((path,), on, guard=guard)


def _play(script: dict[str, Any], desk: Desk) -> Iterator[str]:
    """Take the story's case through its steps; a step that was taken before is passed over."""
    source = script["story"]["file"]
    ref = next((row.ref for row in desk.register.cases() if _is_of(row.ref, source, desk)), None)
    if ref is None:
        return
    for step in script["story"]["steps"]:
        opened = open_case(desk.workspace, desk.register, ref)
        on = dt.date.fromisoformat(step["on"])
        taken = _record(opened, step, on, desk) if "event" in step else _write(opened, step, on, desk)
        if taken:
            yield f"{ref}: {taken}"


def _is_of(ref: str, source: str, desk: Desk) -> bool:
    first = desk.register.events(ref)[0]
    return Path(str(first.data.get("source", ""))).name == source


def _record(opened: Opened, step: dict[str, Any], on: dt.date, desk: Desk) -> str | None:
    kind, party = step["event"], step.get("party")
    before = [e for e in opened.case.events if e.kind == kind and e.on == on]
    if any(party in (None, event.data.get("party")) for event in before):
        return None
    facts = step.get("facts", {})
    record_event(opened, kind, facts, party=party, on=on, now=desk.now, by=desk.by, register=desk.register)
    return f"{on.isoformat()} recorded {kind}"


def _write(opened: Opened, step: dict[str, Any], on: dt.date, desk: Desk) -> str | None:
    kind = step["letter"]
    to = choose_reader(opened.case, opened.pack, kind, step.get("to"))
    if _has_letter(opened.case, kind, to, step.get("concerning") or ""):
        return None
    writing = replace(letter_desk(desk, desk.register), today=on, pack=opened.pack)
    try:
        draft = draft_letter(opened.case, kind, to, writing, concerning=step.get("concerning"))
    except LetterError as error:
        if error.code == "blocked" and step.get("blocked"):
            return f"{on.isoformat()} {kind} to {to} {error.fact}" if not _later(opened.case, on) else None
        raise
    file_draft(opened.case, draft, writing)
    return f"{on.isoformat()} wrote {kind} to {to}"


def _has_letter(case: Case, kind: str, to: str, concerning: str) -> bool:
    wanted = (kind, to, concerning)
    return any((letter.kind, letter.to, letter.concerning) == wanted for letter in case.letters)


def _later(case: Case, on: dt.date) -> bool:
    return any(event.on > on for event in case.events)


def _finish(folders: Iterable[Path], now: dt.datetime) -> str | None:
    """The spreadsheet of each register, and PDFs of the letters where LibreOffice is installed."""
    reason = None
    for folder in folders:
        workspace = Workspace(folder)
        pack = workspace_pack(workspace, read_organisation(workspace).pack)
        write_register_sheet(workspace, open_workspace_register(workspace), pack, now=now)
        letters = sorted(folder.glob("cases/*/letters/*.docx"))
        waiting = [p for p in letters if not p.with_suffix(".pdf").exists()]
        try:
            pdfs = render_pdfs([path.read_bytes() for path in waiting])
        except (UnavailableError, InputError) as error:
            reason = error.explanation
            continue
        for path, pdf in zip(waiting, pdfs, strict=True):
            write_whole(path.with_suffix(".pdf"), pdf)
    return reason
