"""The report on a period and the one before: counted, protected, and remembered once it is issued.

Adviser contacts stand in the register under no case. An issued report's figures are kept with it, so
that no later report gives back, by a difference, what it covered.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec

from hrdocs.case import Case
from hrdocs.desk.cases import PackShelf
from hrdocs.desk.deadlines import as_of_day, calendar_for, deadlines_of
from hrdocs.desk.shapes import Shape
from hrdocs.errors import UnavailableError, UsageError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import Procedure
from hrdocs.register import Register
from hrdocs.report.disclosure import (
    WITHHELD,
    Issued,
    Key,
    Period,
    Protected,
    Shown,
    protect,
    show_percentage,
)
from hrdocs.report.statistics import (
    NOT_STATED,
    Contact,
    Counted,
    Exhibit,
    Figures,
    count_case,
    count_periods,
    find_exhibits,
)
from hrdocs.rules.workflow import fold

CONTACT = "adviser-contacted"
ISSUED = "report-issued"
# How far a contact with an adviser went. Words of our own: a free text could name somebody.
CONTACT_LEVELS = ("advice", "informal", "formal")
OTHERS = "Others"
_FURTHER_CATEGORIES = ("bullying", "victimisation", "other")


# How many cases make a pattern worth a look (11.7 names patterns and gives no number).
_PATTERN = {"Same person complained about": 2, "Same department": 3, "Same ground": 3}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something that several cases have in common, and their references."""

    what: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a report shows: exhibits, and for each period what stands in their cells. Nothing else.

    `shown` follows `periods`: the period reported on first, then the one before it.
    """

    organisation: str
    procedure: str
    procedure_id: str
    periods: tuple[Period, Period]
    exhibits: tuple[Exhibit, ...]
    shown: tuple[Protected, Protected]


def year_before(period: Period) -> Period:
    """The period of the same length that ends the day before; a year's is the year before."""
    last = period.first - dt.timedelta(days=1)
    if period.is_year:
        return Period(period.first.replace(year=period.first.year - 1), last)
    return Period(last - (period.last - period.first), last)


def contact_categories(procedure: Procedure) -> tuple[str, ...]:
    """What a contact with an adviser may be about: a ground of the procedure, or none of them."""
    return (*(ground.id for ground in procedure.grounds), *_FURTHER_CATEGORIES)


def check_contact(pack: Pack, *, level: str, category: str) -> None:
    """Refuse words that are not fixed ones: nothing else can be recorded of a contact.

    Raises:
        UsageError: the level or the category is not one of them.
    """
    for word, known in ((level, CONTACT_LEVELS), (category, contact_categories(pack.procedure))):
        if word not in known:
            raise UsageError(f"'{word}'", "is not one of the words for a contact", f"Use {', '.join(known)}.")


def log_contact(
    register: Register, pack: Pack, *, level: str, category: str, on: dt.date, now: dt.datetime, by: str
) -> None:
    """Record one contact with an adviser, under no case and with nobody's name.

    Raises:
        UsageError: the level or the category is not one of the fixed words.
    """
    check_contact(pack, level=level, category=category)
    data = {"level": level, "category": category, "pack": pack.procedure.id}
    register.note(CONTACT, on=on, now=now, by=by, data=data)


def make_report(
    register: Register,
    shelf: PackShelf,
    organisation: Organisation,
    *,
    pack: Pack,
    period: Period,
    before: Period | None = None,
) -> Report:
    """Count the cases of one procedure in a period and the one before, and protect what is shown.

    Raises:
        UnavailableError: what reports need is not installed.
    """
    if find_spec("scipy") is None or find_spec("matplotlib") is None:
        raise UnavailableError("report", "needs scipy and matplotlib", "Install hrdocs[report].")
    periods = (period, before or year_before(period))
    procedure = pack.procedure
    counted: dict[Period, list[Counted]] = {each: [] for each in periods}
    for case in _cases(register, procedure.id):
        for each in periods:
            if case.received is not None and case.received <= each.last:
                counted[each].append(_count(case, shelf.pack_of(case), organisation, each.last))
    figures = count_periods(counted, tuple(_contacts(register, procedure)), procedure)
    issued = tuple(issued_reports(register, procedure.id))
    now_shown, then_shown = _protect_both(figures[0], figures[1], issued)
    return Report(
        organisation=organisation.name,
        procedure=f"{procedure.title} ({procedure.version})",
        procedure_id=procedure.id,
        periods=periods,
        exhibits=tuple(
            _without_telling_rows(exhibit, (now_shown, then_shown))
            for exhibit in find_exhibits(figures[0], procedure)
        ),
        shown=(now_shown, then_shown),
    )


def _without_telling_rows(exhibit: Exhibit, shown: tuple[Protected, ...]) -> Exhibit:
    """Departments of which nothing is shown become one row: a name there says that somebody complained."""
    if exhibit.id != "department":
        return exhibit
    told: dict[str, tuple[Key, ...]] = {}
    for label, keys in zip(exhibit.rows, exhibit.keys, strict=True):
        texts = {one.shown[key].text for one in shown for key in keys}
        if texts - {"0", WITHHELD}:
            told[label] = keys
        elif WITHHELD in texts:
            told.setdefault(OTHERS, keys)
    if OTHERS in told:
        told[OTHERS] = told.pop(OTHERS)
    return replace(exhibit, rows=tuple(told), keys=tuple(told.values()))


def _protect_both(this: Figures, last: Figures, issued: tuple[Issued, ...]) -> tuple[Protected, Protected]:
    """The period before first, as it was issued if it was; then this one beside it."""
    then = protect(last.tables, last.totals, period=last.period, earlier=issued)
    beside = (*issued, Issued(last.period, then.shown))
    return protect(this.tables, this.totals, period=this.period, earlier=beside), then


def issue_report(report: Report, register: Register, *, on: dt.date, now: dt.datetime, by: str) -> None:
    """Remember what a report showed, so that later ones take it into account."""
    for period, shown in zip(report.periods, report.shown, strict=True):
        cells = [[*key, cell.text, cell.low, cell.high] for key, cell in shown.shown.items()]
        data = {
            "pack": report.procedure_id,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "shown": json.dumps(cells, ensure_ascii=False),
        }
        register.note(ISSUED, on=on, now=now, by=by, data=data)


def issued_reports(register: Register, procedure: str) -> Iterator[Issued]:
    """What each issued report of a procedure showed, in the order of the log."""
    for event in register.log(ISSUED):
        if event.data.get("pack") == procedure:
            first, last = (dt.date.fromisoformat(str(event.data[end])) for end in ("first", "last"))
            cells: dict[Key, Shown] = {
                (table, row, column): Shown(text, low, high)
                for table, row, column, text, low, high in json.loads(str(event.data["shown"]))
            }
            yield Issued(Period(first, last), cells)


def shape_report(report: Report) -> Shape:
    """A report as JSON: the same figures as its tables and charts, as they may be shown."""
    return {
        "organisation": report.organisation,
        "procedure": report.procedure,
        "periods": [{"first": p.first.isoformat(), "last": p.last.isoformat()} for p in report.periods],
        "totals": [_totals(shown) for shown in report.shown],
        "tables": [
            {
                "id": exhibit.id,
                "title": exhibit.title,
                "note": exhibit.note,
                "columns": list(exhibit.columns),
                "rows": [
                    {
                        "label": label,
                        "period": [report.shown[0].shown[key].text for key in keys],
                        "before": [report.shown[1].shown[key].text for key in keys],
                        "share": share(report, exhibit, keys[0]),
                    }
                    for label, keys in zip(exhibit.rows, exhibit.keys, strict=True)
                ],
            }
            for exhibit in report.exhibits
        ],
    }


def share(report: Report, exhibit: Exhibit, key: Key) -> str:
    """A row's share of the period's whole, from the printed figures; "" where it is withheld."""
    shown = report.shown[0].shown
    return show_percentage(shown[key], shown[exhibit.whole]) if exhibit.whole else ""


def find_patterns(register: Register, shelf: PackShelf, *, pack: Pack, period: Period) -> tuple[Pattern, ...]:
    """What recurs among the cases of a period: a person complained about, a department, a ground.

    For those only who may see the cases; it never goes into a report.
    """
    seen: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for case in _cases(register, pack.procedure.id):
        if case.received is None or not period.holds(case.received):
            continue
        counted = count_case(case, shelf.pack_of(case).procedure, ())
        marks = [("Same person complained about", party.name) for party in case.in_role("respondent")]
        marks += [("Same department", counted.department)] if counted.department != NOT_STATED else []
        marks += [("Same ground", ground) for ground in counted.grounds if ground != NOT_STATED]
        for what, word in marks:
            words = " ".join(word.split())
            seen.setdefault((what, words.casefold()), (words, []))[1].append(case.ref)
    return tuple(
        Pattern(f"{what}: {words}", tuple(dict.fromkeys(refs)))
        for (what, _), (words, refs) in sorted(seen.items())
        if len(set(refs)) >= _PATTERN[what]
    )


def shape_pattern(pattern: Pattern) -> Shape:
    """A pattern as JSON."""
    return {"what": pattern.what, "cases": list(pattern.cases)}


def _totals(shown: Protected) -> Mapping[str, str]:
    names = ("complaints", "appeals", "contacts")
    return {name: shown.total(name).text for name in names}


def _cases(register: Register, procedure: str) -> Iterator[Case]:
    """Every case of a procedure, whatever its version, one after another."""
    for row in register.cases():
        case = fold(register.events(row.ref))
        if case.pack == procedure:
            yield case


def _count(case: Case, pack: Pack, organisation: Organisation, day: dt.date) -> Counted:
    then = as_of_day(case, day)
    calendar = calendar_for(pack, organisation)
    return count_case(then, pack.procedure, deadlines_of(then, pack, calendar, day))


def _contacts(register: Register, procedure: Procedure) -> Iterator[Contact]:
    for event in register.log(CONTACT):
        if event.data.get("pack") == procedure.id:
            titles = {ground.id: ground.title for ground in procedure.grounds}
            category = str(event.data["category"])
            yield Contact(
                event.on,
                str(event.data["level"]).capitalize(),
                titles.get(category, category.capitalize()),
            )
