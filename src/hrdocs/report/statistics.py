"""Counting: cases and advisers' contacts → tables of true counts, by period. Nothing here is printed.

What is counted holds no name and no reference. A case counts in the period in which it was received,
as it stood at the period's end; a limit in the period in which its last day fell; an appeal in the one
in which it was lodged. `disclosure.protect` decides what of it may be shown.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdocs.case import Case, Deadline, DeadlineState
from hrdocs.procedure import Procedure
from hrdocs.report.disclosure import Key, Period, Table
from hrdocs.rules.workflow import facts_for, level_of, stage_of, verdict_in_force

NOT_STATED = "Not stated"
_APPEALS = ("appeal-received", "registrar-appeal-received")
_APPEAL_ENDS = ("appeal-decided", "appeal-refused", "registrar-decided", "registrar-appeal-refused")
_LEVELS = {"": "Received, no step yet", "informal": "Informal", "formal": "Formal", "appeal": "Appeal"}
_VERDICTS = {
    "in-time": "In time",
    "partly-in-time": "Partly in time",
    "out-of-time": "Out of time",
    "no-limit": "No limit",
}
_UNDECIDED = "Not yet decided"
_KEPT = {
    DeadlineState.MET: "Within the limit",
    DeadlineState.MET_AFTER: "After it",
    DeadlineState.LATE: "Not by the period's end",
    DeadlineState.PAST_AIM: "Not by the period's end",
}
_STANDINGS = tuple(dict.fromkeys(_KEPT.values()))
_CROSS = "outcome-by-ground"
_SMALL_WORDS = ("and", "of", "the", "for", "in")
QUARTERS = ("1st quarter", "2nd quarter", "3rd quarter", "4th quarter")
_TITLES = {
    "quarter": ("Complaints received", "By quarter of the period."),
    "level": ("Level", "How far a complaint had gone by the end of the period."),
    "ground": ("Protected ground", "A complaint can be on several grounds; bullying needs none."),
    "department": ("Department", "Where the person who complained works."),
    "stage": ("Stage reached", ""),
    "time-limit": ("Time limit", ""),
    "outcome": ("Outcome", ""),
    "appeal-outcome": ("Appeals", "Appeals lodged in the period."),
    "contact-level": ("Contacts with advisers, by level", "Contacts are counted without a name or a case."),
    "contact-category": ("Contacts with advisers, by category", ""),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """What statistics know of one case: words of the pack and a department, nobody's name.

    `limits` holds, for each limit of the pack that fell due, its last day and how it was kept.
    """

    received: dt.date
    level: str
    grounds: tuple[str, ...]
    department: str
    stage: str
    verdict: str
    outcome: str
    appeal: dt.date | None
    appeal_outcome: str
    limits: tuple[tuple[str, dt.date, str], ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact with an adviser: a day, and what kind it was. No name and no case."""

    on: dt.date
    level: str
    category: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One table as it is printed: its rows and columns, and which counts stand in them.

    `whole` is the count that shares are taken of, None where a share says nothing.
    """

    id: str
    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    keys: tuple[tuple[Key, ...], ...]
    whole: Key | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The true counts of one period. They are for `disclosure.protect` only."""

    period: Period
    totals: Mapping[str, int]
    tables: tuple[Table, ...]


def count_case(case: Case, procedure: Procedure, deadlines: Iterable[Deadline]) -> Counted:
    """What is counted of a case, given as it stood at the end of a period."""
    stage = stage_of(case, procedure)
    complainant = next(iter(case.in_role("complainant")), None)
    appeal = next((event.on for event in case.events if event.kind in _APPEALS), None)
    due = [(d.limit, d.due, _KEPT[d.state]) for d in deadlines if d.due and d.state in _KEPT]
    return Counted(
        received=case.received or dt.date.min,
        level=_LEVELS[level_of(case, procedure)],
        grounds=_grounds(case, procedure),
        department=_department(complainant.department or "") if complainant else NOT_STATED,
        stage=stage.title if stage else NOT_STATED,
        verdict=_VERDICTS.get(verdict_in_force(case), _UNDECIDED),
        outcome=_outcome(case),
        appeal=appeal,
        appeal_outcome=_appeal_outcome(case),
        limits=tuple((limit, due_day, state) for limit, due_day, state in due if due_day),
    )


def _department(written: str) -> str:
    """One spelling for "parks and leisure" and "Parks And  leisure"; capitals within a word stay."""
    words = (word.lower() if word.lower() in _SMALL_WORDS else word for word in written.split())
    return " ".join(w if w in _SMALL_WORDS else w[0].upper() + w[1:] for w in words) or NOT_STATED


def _grounds(case: Case, procedure: Procedure) -> tuple[str, ...]:
    titles = {ground.id: ground.title for ground in procedure.grounds}
    fields = [f.id for form in procedure.forms for f in form.fields if f.means == "ground"]
    stated = [case.answers.get(name) for name in fields]
    ids = [ground for answer in stated if isinstance(answer, list) for ground in answer]
    return tuple(dict.fromkeys(titles[str(ground)] for ground in ids if ground in titles)) or (NOT_STATED,)


def _outcome(case: Case) -> str:
    if case.has("complaint-withdrawn"):
        return "Withdrawn"
    if verdict_in_force(case) == "out-of-time" and case.has("time-limit-decided"):
        return "Out of time, not investigated"
    decision = facts_for(case, "").get("decision_made", {})
    return _words(decision.get("outcome")) or _UNDECIDED


def _appeal_outcome(case: Case) -> str:
    for event in reversed(case.events):
        if event.kind in _APPEAL_ENDS:
            return _words(event.data.get("outcome")) or "Refused without a hearing"
    return _UNDECIDED


def _words(value: object) -> str:
    return str(value or "").replace("-", " ").capitalize()


def count_periods(
    cases: Mapping[Period, Sequence[Counted]],
    contacts: Sequence[Contact],
    procedure: Procedure,
) -> tuple[Figures, ...]:
    """The true counts of each period, all under the same labels. `cases`: as each period's end left them."""
    labels = _labels([case for some in cases.values() for case in some], contacts, procedure, cases)
    return tuple(_count(some, contacts, period, labels) for period, some in cases.items())


def find_exhibits(figures: Figures, procedure: Procedure) -> tuple[Exhibit, ...]:
    """The tables of a report, in the order in which they are printed."""
    tables = {table.id: table for table in figures.tables}
    titles = {limit.id: f"{limit.title} ({limit.clause})" for limit in procedure.limits}
    limits = tuple(name for name in titles if f"limit:{name}" in tables)
    exhibits = [
        Exhibit(
            name,
            title,
            tables[name].rows,
            ("Number",),
            tuple(((name, row, ""),) for row in tables[name].rows),
            ("", tables[name].population, "") if tables[name].exclusive else None,
            note,
        )
        for name, (title, note) in _TITLES.items()
        if name in tables
    ]
    exhibits.append(
        Exhibit(
            "timeliness",
            "Time limits",
            tuple(titles[name] for name in limits),
            ("Fell due", *_STANDINGS),
            tuple(
                (("", f"limit:{name}", ""), *((f"limit:{name}", standing, "") for standing in _STANDINGS))
                for name in limits
            ),
            note="Limits whose last day fell in the period.",
        )
    )
    if _CROSS in tables:
        exhibits.append(_cross_exhibit(tables[_CROSS]))
    return tuple(exhibits)


def _cross_exhibit(cross: Table) -> Exhibit:
    return Exhibit(
        _CROSS,
        "Outcome by ground",
        cross.rows,
        cross.columns,
        tuple(tuple((_CROSS, row, column) for column in cross.columns) for row in cross.rows),
        note="A complaint on several grounds stands in several rows.",
    )


def _quarter(day: dt.date, period: Period) -> str:
    """Which quarter of a year that may begin in any month."""
    months = 12 * (day.year - period.first.year) + day.month - period.first.month
    return QUARTERS[min(3, (months - (day.day < period.first.day)) // 3)]


def _labels(
    cases: Sequence[Counted], contacts: Sequence[Contact], procedure: Procedure, periods: Iterable[Period]
) -> Mapping[str, tuple[str, ...]]:
    """The rows of every table: the pack's own words whole, other words where they occur."""
    grounds = tuple(ground.title for ground in procedure.grounds)
    stages = tuple(stage.title for stage in procedure.stages if not stage.side)
    return {
        "quarter": QUARTERS if all(period.is_year for period in periods) else (),
        "level": tuple(_LEVELS.values()),
        "ground": (*grounds, NOT_STATED) if any(c.grounds != (NOT_STATED,) for c in cases) else (),
        "department": tuple(sorted({case.department for case in cases})),
        "stage": stages,
        "time-limit": (*_VERDICTS.values(), _UNDECIDED),
        "outcome": _seen((case.outcome for case in cases), last=_UNDECIDED),
        "appeal-outcome": _seen((case.appeal_outcome for case in cases if case.appeal), last=_UNDECIDED),
        "contact-level": tuple(sorted({talk.level for talk in contacts})),
        "contact-category": tuple(sorted({talk.category for talk in contacts})),
        "limits": tuple(sorted({limit for case in cases for limit, _, _ in case.limits})),
    }


def _seen(values: Iterable[str], *, last: str) -> tuple[str, ...]:
    return (*sorted(set(values) - {last}), last)


def _count(
    cases: Sequence[Counted],
    contacts: Sequence[Contact],
    period: Period,
    labels: Mapping[str, tuple[str, ...]],
) -> Figures:
    received = [case for case in cases if period.holds(case.received)]
    appeals = [case for case in cases if case.appeal and period.holds(case.appeal)]
    talks = [talk for talk in contacts if period.holds(talk.on)]
    values: dict[str, tuple[str, Iterable[str]]] = {
        "quarter": ("complaints", (_quarter(case.received, period) for case in received)),
        "level": ("complaints", (case.level for case in received)),
        "ground": ("complaints", (ground for case in received for ground in case.grounds)),
        "department": ("complaints", (case.department for case in received)),
        "stage": ("complaints", (case.stage for case in received)),
        "time-limit": ("complaints", (case.verdict for case in received)),
        "outcome": ("complaints", (case.outcome for case in received)),
        "appeal-outcome": ("appeals", (case.appeal_outcome for case in appeals)),
        "contact-level": ("contacts", (talk.level for talk in talks)),
        "contact-category": ("contacts", (talk.category for talk in talks)),
    }
    tables = [
        _one_way(name, population, labels[name], some, exclusive=name != "ground")
        for name, (population, some) in values.items()
        if labels[name]
    ]
    totals = {"complaints": len(received), "appeals": len(appeals), "contacts": len(talks)}
    for limit in labels["limits"]:
        name = f"limit:{limit}"
        kept = [
            how for case in cases for known, due, how in case.limits if known == limit and period.holds(due)
        ]
        totals[name] = len(kept)
        tables.append(_one_way(name, name, _STANDINGS, kept))
    if labels["ground"]:
        tables.append(_cross(received, labels))
    return Figures(period, totals, tuple(tables))


def _one_way(
    name: str, population: str, rows: tuple[str, ...], values: Iterable[str], *, exclusive: bool = True
) -> Table:
    counts = Counter(values)
    return Table(name, population, rows, tuple((counts[row],) for row in rows), exclusive=exclusive)


def _cross(received: Sequence[Counted], labels: Mapping[str, tuple[str, ...]]) -> Table:
    counts = Counter((ground, case.outcome) for case in received for ground in case.grounds)
    rows, columns = labels["ground"], labels["outcome"]
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return Table(
        _CROSS, "complaints", rows, cells, columns, exclusive=False, row_sums="ground", column_sums="outcome"
    )
