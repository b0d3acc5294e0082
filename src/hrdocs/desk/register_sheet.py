"""The register as a spreadsheet: one row a case and one a file in quarantine."""

from hrdocs.case import Case
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.register import Register
from hrdocs.rules.workflow import fold, stage_of, verdict_in_force
from hrdocs.tools.tables import format_xlsx
from hrdocs.workspace import Workspace, write_whole

HEADINGS = (
    "Case",
    "Received",
    "Raised",
    "Complainant",
    "Complained about",
    "Verdict",
    "Stage",
    "Letters",
    "Pack",
)


def write_register_sheet(
    workspace: Workspace, register: Register, pack: Pack, organisation: Organisation
) -> None:
    """Write register.xlsx beside the register."""
    rows = [_row(fold(register.events(row.ref)), pack) for row in register.cases()]
    rows.extend(
        (filing.reason or "", filing.received, None, "", "", filing.message, "in quarantine", "", filing.path)
        for filing in register.filings()
        if filing.reason
    )
    sheet = format_xlsx(HEADINGS, rows, title=f"Cases of {organisation.short_name or organisation.name}")
    write_whole(workspace.folder / "register.xlsx", sheet)


def _row(case: Case, pack: Pack) -> tuple[object, ...]:
    stage = stage_of(case, pack.procedure)
    letters = ", ".join(f"{letter.kind} to {letter.to} ({letter.state.value})" for letter in case.letters)
    names = [[party.name for party in case.in_role(role)] for role in ("complainant", "respondent")]
    return (
        case.ref, case.received, case.raised, "; ".join(names[0]), "; ".join(names[1]),
        verdict_in_force(case), stage.title if stage else "", letters, f"{case.pack} {case.pack_version}",
    )  # fmt: skip
