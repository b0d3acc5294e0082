"""Lists of cases: what a person asked to see, in which order, and the same as a spreadsheet."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.case import DeadlineState
from hrdocs.desk.casebook import CaseCard
from hrdocs.desk.day import WEEK
from hrdocs.tools.tables import render_xlsx

# What a list can be held to: id and words.
NEEDS = {
    "call": "A call first",
    "late": "Late",
    "past-aim": "Past its aim",
    "today": "Due today",
    "week": "Due this week",
    "review": "Answers to look at",
    "letters": "Letters to write",
    "drafts": "Letters to approve or issue",
}
STATES = {"open": "Open", "closed": "Closed", "all": "All"}
SORTS = ("ref", "received", "complainant", "stage", "verdict", "due")
_HEADINGS = (
    "Case", "Received", "Raised", "Complainant", "Department", "Complained about", "Stage", "Verdict",
    "Next deadline", "Next deadline on", "Needs a person", "Closed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is to show. `sort` is one of SORTS, with "-" before it for the other way round."""

    text: str = ""
    state: str = "open"
    stage: str = ""
    verdict: str = ""
    need: str = ""
    sort: str = "-received"


def choose_cases(cards: Iterable[CaseCard], wanted: Wanted, *, as_of: dt.date) -> tuple[CaseCard, ...]:
    """The cases that fit, in the order asked for; every word of the text must stand in a case."""
    words = wanted.text.casefold().split()
    found = [
        card
        for card in cards
        if all(word in card.search for word in words)
        and (wanted.state == "all" or (card.closed is not None) == (wanted.state == "closed"))
        and wanted.stage in ("", card.stage)
        and wanted.verdict in ("", card.verdict)
        and (not wanted.need or _needs(card, wanted.need, as_of))
    ]
    key = wanted.sort.removeprefix("-")
    if key in SORTS:
        found.sort(key=lambda card: card.ref)
        found.sort(key=lambda card: _sort_key(card, key), reverse=wanted.sort.startswith("-"))
    return tuple(found)


def _needs(card: CaseCard, need: str, as_of: dt.date) -> bool:
    states = {deadline.state for deadline in card.deadlines}
    days = [d.due for d in card.deadlines if d.due is not None and d.state is DeadlineState.OPEN]
    return {
        "call": card.risk,
        "late": DeadlineState.LATE in states,
        "past-aim": DeadlineState.PAST_AIM in states,
        "today": as_of in days,
        "week": any(as_of <= day <= as_of + dt.timedelta(days=WEEK) for day in days),
        "review": bool(card.reasons),
        "letters": card.letters_due > 0,
        "drafts": bool(card.drafts or card.approved),
    }.get(need, True)


def _sort_key(card: CaseCard, key: str) -> Any:
    due = card.next_due
    return {
        "ref": card.ref,
        "received": card.received or dt.date.min,
        "complainant": card.complainant.casefold(),
        "stage": card.stage_title,
        "verdict": card.verdict,
        "due": (due.due if due else None) or dt.date.max,
    }[key]


def render_case_list(cards: Sequence[CaseCard], *, now: dt.datetime) -> bytes:
    """The cases as a spreadsheet; texts are never computed."""
    return render_xlsx({"Cases": (_HEADINGS, [_row(card) for card in cards])}, now=now)


def _row(card: CaseCard) -> Mapping[str, Any]:
    due = card.next_due
    values = (
        card.ref, card.received, card.raised, card.complainant, card.department, "; ".join(card.respondents),
        card.stage_title, card.verdict.replace("-", " "), due.title if due else "", due.due if due else None,
        "; ".join(card.reasons), card.closed,
    )  # fmt: skip
    return dict(zip(_HEADINGS, values, strict=True))
