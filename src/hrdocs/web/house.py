"""What every page works with: the workspace, its register, and the people who may look."""

import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request

from hrdocs.desk.accounts import AccountStore, Person, open_accounts
from hrdocs.desk.casebook import Casebook, CaseCard
from hrdocs.desk.cases import Opened, PackShelf, open_case, open_workspace_register, workspace_pack
from hrdocs.desk.day import Day, plan_day
from hrdocs.desk.deadlines import calendar_for
from hrdocs.desk.proving import LetterDesk
from hrdocs.errors import RegisterError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.register import Filing, Register
from hrdocs.rules.own_case import is_party
from hrdocs.rules.workdays import Calendar
from hrdocs.web.readers import Readers
from hrdocs.web.sessions import Sessions, Tries
from hrdocs.web.settings import Settings
from hrdocs.web.shown_letters import ShownLetters
from hrdocs.workspace import Workspace, read_organisation

Cards = tuple[CaseCard, ...]


@dataclass(slots=True)
class House:
    """One workspace as it is served."""

    workspace: Workspace
    settings: Settings
    register: Register
    organisation: Organisation
    pack: Pack
    shelf: PackShelf
    casebook: Casebook
    accounts: AccountStore
    sessions: Sessions
    tries: Tries = field(default_factory=Tries)
    readers: Readers = field(default_factory=Readers)
    shown_letters: ShownLetters = field(default_factory=ShownLetters)
    start_token: str = ""
    counted: dict[int, tuple[tuple[int, dt.date], dict[str, Any]]] = field(default_factory=dict)
    _open_to: dict[tuple[str, str], tuple[Cards, Cards]] = field(default_factory=dict)
    _shut: dict[tuple[str, str], dict[str, tuple[int, bool]]] = field(default_factory=dict)
    _plans: dict[str, tuple[Cards, tuple[Filing, ...], dt.date, Day]] = field(default_factory=dict)
    stopping: threading.Event = field(default_factory=threading.Event)

    def calendar(self, pack: Pack) -> Calendar:
        """The pack's working days with the organisation's closures."""
        return calendar_for(pack, self.organisation)

    def cards(self, person: Person) -> tuple[CaseCard, ...]:
        """The cases that a person may see, as lists show them."""
        today = self.settings.clock.today()
        self.casebook.refresh(today)
        cards = self.casebook.cards(today)
        who = (person.full_name, person.email)
        kept = self._open_to.get(who)
        if kept is None or kept[0] is not cards:
            kept = (cards, tuple(card for card in cards if not self._is_shut(card, who)))
            self._open_to[who] = kept
        return kept[1]

    def _is_shut(self, card: CaseCard, who: tuple[str, str]) -> bool:
        """Whether a person is a party to a case; looked at again only when the case has gone on."""
        known = self._shut.setdefault(who, {})
        found = known.get(card.ref)
        if found is None or found[0] != card.seq:
            found = known[card.ref] = (card.seq, is_party(*who, card.parties))
        return found[1]

    def plan(self, person: Person) -> Day:
        """The day's work of a person."""
        cards, filings = self.cards(person), self.quarantined()
        today = self.settings.clock.today()
        kept = self._plans.get(person.name)
        if kept is None or kept[0] is not cards or kept[1:3] != (filings, today):
            kept = (cards, filings, today, plan_day(cards, filings, as_of=today))
            self._plans[person.name] = kept
        return kept[3]

    def open_case(self, ref: str, person: Person) -> Opened:
        """A case that a person may see.

        Raises:
            RegisterError: there is none, or the person is a party to it: the words are the same.
        """
        try:
            opened = open_case(self.workspace, self.register, ref, shelf=self.shelf)
        except RegisterError as error:
            if error.code == "erased":
                raise
            raise _no_case(ref) from None
        if is_party(person.full_name, person.email, opened.case.parties):
            raise _no_case(ref)
        return opened

    def quarantined(self) -> tuple[Filing, ...]:
        """Files that wait for a person."""
        return tuple(filing for filing in self.register.quarantined() if filing.waits)

    def letter_desk(self, pack: Pack, person: Person) -> LetterDesk:
        """What writing letters works with, for the person at the pages."""
        clock = self.settings.clock
        return LetterDesk(
            self.workspace, self.register, pack, self.organisation, clock.now(), clock.today(), person.name
        )


def open_house(workspace: Workspace, settings: Settings) -> House:
    """The workspace's register, pack and accounts, opened for serving."""
    organisation = read_organisation(workspace)
    register = open_workspace_register(workspace)
    shelf = PackShelf(workspace)
    return House(
        workspace=workspace,
        settings=settings,
        register=register,
        organisation=organisation,
        pack=workspace_pack(workspace, organisation.pack),
        shelf=shelf,
        casebook=Casebook(register, shelf, organisation),
        accounts=open_accounts(workspace.folder),
        sessions=Sessions() if settings.team else Sessions(idle=12 * 60 * 60),
        start_token=settings.start_token,
    )


def house_of(request: Request) -> House:
    """The house that a request is for."""
    house: House = request.app.state.house
    return house


def _no_case(ref: str) -> RegisterError:
    shown = ref if len(ref) <= 40 else f"{ref[:40]}…"
    return RegisterError(
        shown,
        "there is no such case, or it is not open to you",
        "Look it up in the list of cases.",
        code="no-case",
    )
