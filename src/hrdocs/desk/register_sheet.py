"""The register as a spreadsheet: one row a case, and one a file in quarantine."""

import datetime as dt
from pathlib import Path
from typing import Any

from hrdocs.case import Case
from hrdocs.packs import Pack
from hrdocs.register import Register
from hrdocs.rules.workflow import fold, stage_of, verdict_in_force
from hrdocs.tools.tables import render_xlsx
from hrdocs.workspace import Workspace, write_whole

CASES = (
    "Case", "Received", "Raised", "Complainant", "Complained about", "Verdict", "Stage", "Letters",
    "Procedure",
)  # fmt: skip
WAITING = ("File", "Received", "Reason", "What to do")


def write_register_sheet(
    workspace: Workspace, register: Register, pack: Pack, *, now: dt.datetime, path: Path | None = None
) -> None:
    """Write register.xlsx beside the register, or to a path: all cases, and all files that wait."""
    cases = (_row(fold(register.events(ref)), pack) for ref in register.refs())
    waiting = (
        dict(zip(WAITING, (f.path, f.received, f.reason, f.message), strict=True))
        for f in register.quarantined()
        if f.waits
    )
    sheets = {"Cases": (CASES, cases), "Waiting": (WAITING, waiting)}
    write_whole(path or workspace.folder / "register.xlsx", render_xlsx(sheets, now=now))


def _row(case: Case, pack: Pack) -> dict[str, Any]:
    stage = stage_of(case, pack.procedure)
    letters = ", ".join(f"{letter.kind} to {letter.to} ({letter.state.value})" for letter in case.letters)
    complainants, respondents = (
        "; ".join(party.name for party in case.in_role(role)) for role in ("complainant", "respondent")
    )
    values = (
        case.ref, case.received, case.raised, complainants, respondents, verdict_in_force(case),
        stage.title if stage else "", letters, f"{case.pack} {case.pack_version}",
    )  # fmt: skip
    return dict(zip(CASES, values, strict=True))
