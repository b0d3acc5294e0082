"""A workspace with an organisation, and desks to work at, for tests of the use cases."""

import datetime as dt
from pathlib import Path
from typing import Any

import docx

from hrdocs.case import Event, Json
from hrdocs.desk.cases import PackShelf, open_case, record_event, workspace_pack
from hrdocs.desk.deadlines import Next, calendar_for, next_steps
from hrdocs.desk.intake import Desk
from hrdocs.desk.opening import opening_by_hand
from hrdocs.desk.reading import HowToRead
from hrdocs.packs import shipped_packs
from hrdocs.register import Register, open_register
from hrdocs.shipped import shipped_folder
from hrdocs.workspace import Workspace, create_workspace, read_organisation

COUNCIL = "council-dignity-at-work"
UNIVERSITY = "university-harassment"
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
FORM = {
    "Name": "Orlaith McGuckin",
    "Department": "Parks & Open Spaces",
    "Work Email Address": "orlaith.mcguckin@loughaird.example",
    "Who is the complaint against? (name/s)": "Declan Foy",
    "Date of incident(s)": "2 February 2026",
    "Incident(s) details": "On 2 February 2026 at the depot Declan Foy told me to go home.",
    "Signed": "Orlaith McGuckin",
    "Date": "27 February 2026",
}


def make_desk(folder: Path, *, pack: str = COUNCIL, today: dt.date = TODAY) -> Desk:
    """A desk in the workspace of a folder, which is made where there is none."""
    organisation = shipped_folder("samples") / COUNCIL / "organisation.toml"
    if not (folder / "organisation.toml").exists():
        create_workspace(folder, pack=pack, organisation=organisation)
    workspace = Workspace(folder)
    register = open_register(workspace.register, create=True)
    chosen = workspace_pack(workspace, pack)
    others = tuple(path for path in shipped_packs() if path.name != pack)
    how = HowToRead((chosen.folder, *others), None)
    facts = read_organisation(workspace)
    return Desk(workspace, register, chosen, facts, how, now=NOW, today=today, by="A. Caseworker")


def write_form(path: Path, **changes: str) -> Path:
    document = docx.Document()
    document.add_heading("Formal complaints form - strictly confidential", 1)
    answers = {**FORM, **changes}
    table = document.add_table(len(answers), 2)
    for row, (label, value) in zip(table.rows, answers.items(), strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    document.save(str(path))
    return path


class Story:
    """One case, told event by event through the same doors as the command line."""

    def __init__(
        self, desk: Desk, *, received: str = "2026-03-02", kind: str = "staff", verdict: str = "in-time",
        respondents: tuple[str, ...] = ("Declan Foy",), **more: Any,
    ) -> None:  # fmt: skip
        self.desk = desk
        day = dt.date.fromisoformat(received)
        data = dict(
            opening_by_hand(
                desk.pack, complainant="Orlaith McGuckin", complainant_type=kind, respondents=respondents,
                raised=day,
            )
        )  # fmt: skip
        data |= {"verdict": {"verdict": verdict}, **more}
        self.ref = desk.register.open_case(
            "DW", day.year, lambda ref: ([Event(ref, "complaint-received", day, NOW, "x", data)], [])
        )

    def record(
        self, event: str, on: str, party: str | None = None, /, *, confirm: str = "", **facts: Json
    ) -> "Story":
        """Record an event, as the pages do."""
        return self._record(event, on, party, facts, confirm=confirm, ask=True)

    def record_unasked(self, event: str, on: str, party: str | None = None, /, **facts: Json) -> "Story":
        """Record an event, as `hrdocs case record` does."""
        return self._record(event, on, party, facts, confirm="", ask=False)

    def _record(
        self, event: str, on: str, party: str | None, facts: dict[str, Json], *, confirm: str, ask: bool
    ) -> "Story":
        opened = open_case(self.desk.workspace, self.desk.register, self.ref)
        record_event(
            opened, event, facts, party=party, on=dt.date.fromisoformat(on), now=NOW, by="x",
            register=self.desk.register, confirm=confirm, ask=ask,
        )  # fmt: skip
        return self

    def next(self, as_of: str) -> Next:
        """What the case calls for on a day."""
        opened = open_case(self.desk.workspace, self.desk.register, self.ref)
        calendar = calendar_for(opened.pack, self.desk.organisation)
        return next_steps(opened.case, opened.pack, calendar, dt.date.fromisoformat(as_of))

    def states(self, as_of: str) -> dict[str, str]:
        """The state of each limit that is open on a day."""
        return {deadline.limit: deadline.state.value for deadline in self.next(as_of).due}

    def blocked(self, as_of: str) -> dict[str, str]:
        """What is blocked on a day, with a clause that says why."""
        return {
            f"{b.what}:{b.party}" if b.party else b.what: b.block.clause for b in self.next(as_of).blocked
        }


def shelf(desk: Desk) -> PackShelf:
    return PackShelf(desk.workspace)


def register_of(desk: Desk) -> Register:
    return desk.register
