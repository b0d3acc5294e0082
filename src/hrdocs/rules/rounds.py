"""The rounds in which a limit runs: which start belongs to which end, for which person.

Conventions: events come in the order in which they happened; an event's data may name its `party`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.case import Event
from hrdocs.procedure import Force, Limit

_NUMBERED = re.compile(r"-\d+\Z")


@dataclass(frozen=True, slots=True)
class Round:
    """One run of a limit: its start, its end if that has happened, and for whom.

    `starts` are the days of every start before the end, where there were several.
    """

    start: Event
    end: Event | None
    party: str | None
    starts: tuple[dt.date, ...] = ()


def party_of(event: Event) -> str | None:
    """The id of the person whom an event concerns, if it names one."""
    party = event.data.get("party")
    return party if isinstance(party, str) and party else None


def role_of(party: str) -> str:
    """The role in a party's id: "respondent-2" is a respondent."""
    return _NUMBERED.sub("", party)


def day_in(event: Event, key: str) -> dt.date | None:
    """The day that an event's data holds under a key, if it is an ISO day."""
    text = event.data.get(key)
    if not isinstance(text, str):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def find_rounds(limit: Limit, seen: Sequence[Event], expected: Sequence[str] = ()) -> tuple[Round, ...]:
    """Find every round of a limit, person by person.

    `expected` are the persons for whom the end happens one by one; they matter where the start names
    nobody. An end that names nobody closes the round of everybody.
    """
    starts = [e for e in seen if e.kind == limit.start and _concerns(limit, e)]
    ends = [e for e in seen if e.kind == limit.end]
    parties: dict[str | None, None] = dict.fromkeys(party_of(e) for e in starts)
    people = [p for p in expected if limit.party is None or role_of(p) == limit.party]
    rounds: list[Round] = []
    for party in parties:
        own = [e for e in starts if party_of(e) == party]
        if party is None and people:
            for person in people:
                rounds += _pair(limit, own, [e for e in ends if party_of(e) in (None, person)], person)
        else:
            closing = [e for e in ends if party is None or party_of(e) in (None, party)]
            rounds += _pair(limit, own, closing, party)
    return tuple(rounds)


def _concerns(limit: Limit, event: Event) -> bool:
    party = party_of(event)
    return limit.party is None or party is None or role_of(party) == limit.party


def _pair(limit: Limit, starts: Sequence[Event], ends: Sequence[Event], party: str | None) -> list[Round]:
    """Pair one person's starts and ends. On one day the start comes first."""
    if limit.start == limit.end:
        following = [*starts[1:], None]
        return [Round(start, end, party) for start, end in zip(starts, following, strict=True)]
    early = [] if limit.recurs else [e for e in ends if e.on < starts[0].on]
    later = [e for e in ends if e.on >= starts[0].on]
    moments = sorted([(e.on, 0, e) for e in starts] + [(e.on, 1, e) for e in later], key=lambda m: m[:2])
    rounds: list[Round] = []
    waiting: list[Event] = []
    for _, is_end, event in moments:
        if not is_end:
            waiting.append(event)
        elif waiting:
            rounds.append(_close(limit, waiting, event, party))
            waiting = []
    if waiting:
        rounds.append(_close(limit, waiting, None, party))
    if early:
        first = rounds[0]
        rounds[0] = Round(first.start, early[-1], party, first.starts)
    return rounds


def _close(limit: Limit, waiting: Sequence[Event], end: Event | None, party: str | None) -> Round:
    start = waiting[-1] if limit.force is Force.HARD else waiting[0]
    days = tuple(e.on for e in waiting) if len(waiting) > 1 else ()
    return Round(start, end, party, days)
