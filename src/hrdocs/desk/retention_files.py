"""How long files are kept that a person has settled as no complaint, and their erasure on a decision.

The time runs from the day on which a person said so; the figure is the organisation's own
(`[[retention]]`). Nothing is erased by itself: somebody decides and is recorded. A file that still waits
is never erased: it counts as a complaint.
"""

import datetime as dt
from pathlib import Path

from hrdocs.desk.keeping import digest_file
from hrdocs.desk.retention import Proposal, Step
from hrdocs.desk.settling import REASON, Outcome
from hrdocs.errors import RegisterError
from hrdocs.organisation import Organisation
from hrdocs.register import Filing, Register
from hrdocs.register.filed import own_file
from hrdocs.rules.workdays import shift_months
from hrdocs.workspace import Workspace


def propose_files(register: Register, organisation: Organisation, *, today: dt.date) -> tuple[Proposal, ...]:
    """What every file in quarantine calls for, by its path."""
    return tuple(
        _propose(filing, organisation, today)
        for filing in register.filings()
        if filing.waits or filing.outcome == Outcome.NO_COMPLAINT
    )


def _propose(filing: Filing, organisation: Organisation, today: dt.date) -> Proposal:
    if filing.settled is None:
        reason = f"waits since {filing.received.isoformat()} and counts as a complaint: `hrdocs case settle`"
        return Proposal(filing.path, Step.RUNNING, reason)
    said = f"no complaint, said {filing.settled_by or 'a person'} on {filing.settled.isoformat()}"
    period = next((p for p in organisation.retention if p.pack in ("", organisation.pack)), None)
    if period is None:
        reason = f"{said}. Add [[retention]] with months and reason to organisation.toml"
        return Proposal(filing.path, Step.NO_PERIOD, reason)
    ends, _ = shift_months(filing.settled, period.months)
    if ends > today:
        return Proposal(filing.path, Step.RUNNING, f"{said}; kept until {ends.isoformat()}", day=ends)
    how = f"hrdocs retain --erase {filing.path} --decided-by NAME"
    return Proposal(
        filing.path, Step.REVIEW, f"{said}; the time ended on {ends.isoformat()}: {how}", day=ends
    )


def find_settled(register: Register, name: str) -> Filing | None:
    """The file in quarantine of this path or name, if there is one."""
    found = [f for f in register.filings() if f.reason and name in (f.path, Path(f.path).name)]
    return next((f for f in found if f.settled), found[0] if found else None)


def erase_file(
    filing: Filing, workspace: Workspace, register: Register, *, decided_by: str | None, today: dt.date,
    now: dt.datetime, by: str,
) -> int:  # fmt: skip
    """Erase a file that was no complaint, its key and its copies in the inbox; how many files went.

    Raises:
        RegisterError: it still waits, belongs to a case, shares its file with one that does, or nobody
            has decided.
    """
    others = [f for f in register.filings() if f.path == filing.path and f.sha256 != filing.sha256]
    if filing.waits or any(f.outcome != Outcome.NO_COMPLAINT for f in (filing, *others)):
        raise RegisterError(
            filing.path, "still counts as a complaint, or holds one", "Settle it first: `hrdocs case settle`."
        )
    if not decided_by:
        raise RegisterError(
            filing.path, "nobody has decided its erasure", "Say who: --decided-by NAME.", code="no-decision"
        )
    paths = [workspace.folder / filing.path, workspace.folder / f"{filing.path}{REASON}"]
    if workspace.inbox.is_dir():
        inside = (p for p in sorted(workspace.inbox.rglob("*")) if p.is_file())
        paths += [p for p in inside if digest_file(p) == filing.container]
    data = {"decided_on": today.isoformat(), "decided_by": decided_by, "clause": ""}
    for one in (filing, *others):
        register.erase(own_file(one.sha256, register.erased()), on=today, now=now, by=by, data=data)
    there = [path for path in paths if path.is_file()]
    for path in there:
        path.unlink()
    return len(there)
