"""A case as one archive: originals, letters, timeline and index, for a tribunal or a successor."""

import datetime as dt
import io
import json
import zipfile

from hrdocs.case import Case, Event
from hrdocs.desk.cases import Opened
from hrdocs.errors import RegisterError
from hrdocs.rules.titles import event_title, event_titles, letter_titles
from hrdocs.rules.workflow import named
from hrdocs.workspace import Workspace, digest

_STAMP = (1980, 1, 1, 0, 0, 0)


def format_timeline(case: Case, opened: Opened) -> str:
    """Every event with its day, in the order of the days, as the procedure names it."""
    titles, letters = event_titles(opened.pack.procedure), letter_titles(opened.pack.procedure)
    rows = sorted(case.events, key=lambda event: (event.on, event.seq))
    return "\n".join(_line(event, event_title(event.kind, titles), letters, case) for event in rows)


def _line(event: Event, title: str, letters: dict[str, str], case: Case) -> str:
    party, letter = event.data.get("party"), str(event.data.get("letter") or "")
    to = named(case, str(event.data.get("to")))
    sent = f": {letters.get(letter, letter)}, to {to}"
    detail = f", {named(case, str(party))}" if party else sent if letter else ""
    return f"{event.on.isoformat()}  {title}{detail}  [{event.by}, recorded {event.at:%Y-%m-%d %H:%M}]"


def render_bundle(opened: Opened, workspace: Workspace, *, now: dt.datetime) -> bytes:
    """The case as a zip file. Its index gives the SHA-256 of every file in it.

    Raises:
        RegisterError: a file is missing or is not the one that was filed.
    """
    case = opened.case
    files: dict[str, bytes] = {"timeline.txt": format_timeline(case, opened).encode()}
    filed = [(f.path, f.sha256) for f in case.originals]
    filed += [(f.path, f.sha256) for f in case.letters if f.issued is not None]  # a draft may be edited
    for path, sha256 in filed:
        files[path.removeprefix(f"cases/{case.ref}/")] = checked_file(workspace, path, sha256)
    folder = workspace.case_folder(case.ref)
    for found in sorted(p for p in folder.rglob("*") if p.is_file()):
        files.setdefault(found.relative_to(folder).as_posix(), found.read_bytes())
    files["answers.json"] = json.dumps(dict(case.answers), ensure_ascii=False, indent=2).encode()
    files["index.txt"] = _index(case, files, now).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"{case.ref}/{name}", _STAMP), files[name])
    return out.getvalue()


def checked_file(workspace: Workspace, path: str, sha256: str) -> bytes:
    """A filed file's bytes.

    Raises:
        RegisterError: it is missing or is not the one that was filed.
    """
    found = workspace.folder / path
    data = found.read_bytes() if found.is_file() else None
    if data is None or digest(data) != sha256:
        fact = "is missing" if data is None else "is not the file that was filed"
        raise RegisterError(path, fact, "Restore it from a backup; `hrdocs verify` lists all such files.")
    return data


def _index(case: Case, files: dict[str, bytes], now: dt.datetime) -> str:
    head = f"Case {case.ref}, procedure {case.pack} {case.pack_version}, made {now:%Y-%m-%d %H:%M} UTC\n\n"
    return head + "\n".join(f"{digest(data)}  {name}" for name, data in sorted(files.items())) + "\n"
