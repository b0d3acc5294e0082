"""A workspace with cases, made in this process, for tests of what the desk does with letters."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hrdocs.case import Case, Event, Json, Letter, LetterState
from hrdocs.desk.cases import Opened, open_case, open_workspace_register, pin_pack
from hrdocs.desk.issuing import choose_letter
from hrdocs.desk.letters import LetterDesk, draft_letter, file_draft
from hrdocs.desk.opening import opening_by_hand
from hrdocs.packs import find_pack
from hrdocs.register import open_register
from hrdocs.shipped import shipped_folder
from hrdocs.workspace import Workspace, create_workspace, read_organisation

MOMENT = dt.datetime(2026, 3, 4, 9, tzinfo=dt.UTC)
TUESDAY, WEDNESDAY = dt.date(2026, 3, 3), dt.date(2026, 3, 4)


@dataclass(frozen=True)
class Office:
    """A workspace with one case."""

    workspace: Workspace
    desk: LetterDesk
    ref: str

    def opened(self) -> Opened:
        return open_case(self.workspace, self.desk.register, self.ref)

    def case(self) -> Case:
        return self.opened().case

    def record(self, kind: str, on: dt.date = WEDNESDAY, **facts: Json) -> Event:
        """Record an event as it is, whatever the rules say about its order."""
        return self.desk.register.append([Event(self.ref, kind, on, MOMENT, "hr", facts)])[0]

    def draft(self, kind: str, to: str, *, on: dt.date | None = None, **options: Any) -> Letter:
        desk = self.on(on or self.desk.today)
        file_draft(self.case(), draft_letter(self.case(), kind, to, desk, **options), desk)
        return self.letter(f"{kind}:{to}")

    def letter(self, name: str) -> Letter:
        return choose_letter(self.case(), name, states=(LetterState.DRAFT, LetterState.APPROVED))

    def file(self, letter: Letter) -> Path:
        return self.workspace.folder / letter.path

    def on(self, day: dt.date) -> LetterDesk:
        return replace(self.desk, today=day)


def make_office(
    folder: Path,
    *,
    pack: str = "council-dignity-at-work",
    respondents: tuple[str, ...] = ("Conor Blakely",),
    complainant_type: str = "staff",
    today: dt.date = WEDNESDAY,
) -> Office:
    """A workspace of the sample organisation, with a case received on Monday 2 March 2026."""
    facts = shipped_folder("samples") / "council-dignity-at-work" / "organisation.toml"
    workspace = create_workspace(folder / "ws", pack=pack, organisation=facts)
    open_register(workspace.register, create=True).close()
    register = open_workspace_register(workspace)
    pinned = pin_pack(workspace, find_pack(pack))
    data = opening_by_hand(
        pinned, complainant="Aoife Rafferty", complainant_type=complainant_type, respondents=respondents,
        raised=dt.date(2026, 3, 2),
    )  # fmt: skip
    ref = register.open_case(
        "DW", 2026,
        lambda ref: ([Event(ref, "complaint-received", dt.date(2026, 3, 2), MOMENT, "hr", data)], []),
    )  # fmt: skip
    desk = LetterDesk(workspace, register, pinned, read_organisation(workspace), MOMENT, today, "una.hr")
    return Office(workspace, desk, ref)
