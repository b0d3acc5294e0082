"""What lists show of every case, held in memory and brought up to date event by event.

The register's lists in clear hold nothing about a person, so names and open deadlines for the pages are
read from the sealed events, once for each case and again only when something was recorded in it.
"""

import datetime as dt
import threading
from dataclasses import dataclass, field, replace

from hrdocs.case import Case, Deadline, DeadlineState, LetterState, Party
from hrdocs.desk.cases import PackShelf
from hrdocs.desk.deadlines import DONE, calendar_for, deadlines_of
from hrdocs.errors import RegisterError
from hrdocs.organisation import Organisation
from hrdocs.register import CaseRow, Register
from hrdocs.rules.alike import gather
from hrdocs.rules.deadlines import state_on
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.titles import event_title, event_titles
from hrdocs.rules.workflow import (
    DECIDED_TIME,
    INFORMAL_STEPS,
    RISK_WORDS,
    fold,
    open_findings,
    risk_unanswered,
    stage_of,
    verdict_in_force,
)

_TOLD_APART = frozenset({RISK_WORDS})


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One case as lists show it. `deadlines` are the open ones, `reasons` why a person must look."""

    ref: str
    seq: int
    as_of: dt.date
    pack: str
    received: dt.date | None
    raised: dt.date | None
    verdict: str
    closed: dt.date | None
    held: dt.date | None
    parties: tuple[Party, ...]
    stage: str
    stage_title: str
    deadlines: tuple[Deadline, ...]
    letters_due: int
    drafts: int
    approved: int
    risk: bool
    reasons: tuple[str, ...]
    last_kind: str
    last_title: str
    last_on: dt.date
    turns: tuple[dt.date, ...] = ()  # days still to come on which recorded events begin to count
    search: str = field(default="", repr=False)

    @property
    def complainant(self) -> str:
        return next((party.name for party in self.parties if party.role == "complainant"), "")

    @property
    def respondents(self) -> tuple[str, ...]:
        return tuple(party.name for party in self.parties if party.role == "respondent")

    @property
    def department(self) -> str:
        found = (p.department for p in self.parties if p.role == "complainant" and p.department)
        return next(found, "") or ""

    @property
    def next_due(self) -> Deadline | None:
        """The open deadline with the earliest day."""
        dated = [deadline for deadline in self.deadlines if deadline.due is not None]
        return min(dated, key=lambda d: d.due or dt.date.max, default=None)


class Casebook:
    """The cards of every case of one register. Safe to use from several threads."""

    def __init__(self, register: Register, shelf: PackShelf, organisation: Organisation) -> None:
        self._register = register
        self._shelf = shelf
        self._organisation = organisation
        self._lock = threading.Lock()
        self._cards: dict[str, CaseCard] = {}
        self._waiting: dict[str, CaseRow] = {}
        self._turning: set[str] = set()  # cases with something recorded for a day to come
        self._seen = 0
        self._changes = 0
        self._listed: tuple[tuple[int, dt.date], tuple[CaseCard, ...]] | None = None

    def refresh(self, as_of: dt.date, *, at_most: int = 25) -> int:
        """Read up to so many cases that have gone on; how many are still waiting."""
        with self._lock:
            self._look(as_of)
            for ref in list(self._waiting)[:at_most]:
                row = self._waiting.pop(ref)
                self._read(row, as_of)
            return len(self._waiting)

    @property
    def waiting(self) -> int:
        """How many cases have gone on and were not read yet."""
        return len(self._waiting)

    @property
    def changes(self) -> int:
        """A number that grows with every change in a case; looking at cases leaves it as it is."""
        return self._changes

    def cards(self, as_of: dt.date) -> tuple[CaseCard, ...]:
        """Every card that was read, by reference, its deadlines as they stand on a day.

        The same tuple comes back as long as nothing has changed.
        """
        with self._lock:
            wanted = (self._changes, as_of)
            if self._listed is None or self._listed[0] != wanted:
                ordered = tuple(_aged(self._cards[ref], as_of) for ref in sorted(self._cards))
                self._listed = (wanted, ordered)
            return self._listed[1]

    def _look(self, as_of: dt.date) -> None:
        last = self._register.last_seq()
        if last != self._seen:
            for row in self._register.cases(after=self._seen):
                self._waiting[row.ref] = row
            for ref in self._register.erased():
                if self._cards.pop(ref, None) is not None:
                    self._changes += 1
                self._waiting.pop(ref, None)
            self._seen = last
        turned = [ref for ref in self._turning if ref in self._cards and self._has_turned(ref, as_of)]
        if turned:
            rows = {row.ref: row for row in self._register.cases()}
            self._waiting.update({ref: rows[ref] for ref in turned if ref in rows})

    def _has_turned(self, ref: str, as_of: dt.date) -> bool:
        card = self._cards[ref]
        return any(card.as_of < day <= as_of for day in card.turns)

    def _read(self, row: CaseRow, as_of: dt.date) -> None:
        try:
            case = fold(self._register.events(row.ref))
        except RegisterError as error:
            if error.code == "erased":
                return
            raise
        card = self._card(case, row, as_of)
        self._cards[row.ref] = card
        self._changes += 1
        (self._turning.add if card.turns else self._turning.discard)(row.ref)

    def _card(self, case: Case, row: CaseRow, as_of: dt.date) -> CaseCard:
        pack = self._shelf.pack_of(case)
        procedure = pack.procedure
        stage = stage_of(case, procedure)
        open_ones = deadlines_of(case, pack, calendar_for(pack, self._organisation), as_of)
        titles = event_titles(procedure)
        last = case.events[-1]
        states = [letter.state for letter in case.letters]
        return CaseCard(
            ref=case.ref,
            seq=row.last_seq,
            as_of=as_of,
            pack=case.pack,
            received=case.received,
            raised=case.raised,
            verdict=verdict_in_force(case),
            closed=row.closed,
            held=row.held,
            parties=case.parties,
            stage=stage.id if stage else "",
            stage_title=stage.title if stage else "",
            deadlines=tuple(d for d in open_ones if d.state not in DONE),
            letters_due=0 if row.closed else len(find_due_letters(case, procedure)),
            drafts=states.count(LetterState.DRAFT),
            approved=states.count(LetterState.APPROVED),
            risk=risk_unanswered(case),
            reasons=() if row.closed else reasons_of(case),
            last_kind=last.kind,
            last_title=event_title(last.kind, titles),
            last_on=last.on,
            turns=tuple(sorted({event.on for event in case.events if event.on > as_of})),
            search=_search_text(case),
        )


def reasons_of(case: Case) -> tuple[str, ...]:
    """Why a person must look: findings above a note, words of risk left out, and an open time limit."""
    rows = [row for row in open_findings(case) if row.get("severity") in ("error", "warning")]
    told_of = [(str(r.get("code")), str(r.get("message"))) for r in rows if r.get("code") not in _TOLD_APART]
    found = [message for _, message in gather(told_of)]
    told = any(row.get("code") == INFORMAL_STEPS for row in rows)
    return tuple(dict.fromkeys([*found, *(() if told else _about_time(case))]))


def _about_time(case: Case) -> tuple[str, ...]:
    """What the time limit asks of a person who has not decided on it."""
    if case.has(DECIDED_TIME):
        return ()
    asked = case.verdict.get("questions")
    question = f" {asked[0]}" if isinstance(asked, list) and asked else ""
    words = {
        "needs-review": f"Whether it is in time is for a person.{question}",
        "out-of-time": "Out of time by its dates: a person decides before any letter.",
        "partly-in-time": "Some acts are out of time by their dates: a person decides before any letter.",
    }
    said = words.get(str(case.verdict.get("verdict", "")))
    return (said,) if said else ()


def _aged(card: CaseCard, as_of: dt.date) -> CaseCard:
    """The card with the states of its deadlines as they are on a later day."""
    if card.as_of >= as_of:
        return card
    return replace(card, deadlines=tuple(_on_day(d, as_of) for d in card.deadlines))


def _on_day(deadline: Deadline, as_of: dt.date) -> Deadline:
    if deadline.state is DeadlineState.WAIVED:
        return deadline
    state = state_on(as_of, deadline.due, deadline.expected, force=deadline.force, is_right=deadline.is_right)
    return replace(deadline, state=state)


def _search_text(case: Case) -> str:
    words = [case.ref]
    for party in case.parties:
        words += [party.name, party.email or "", party.department or ""]
    return " ".join(words).casefold()
